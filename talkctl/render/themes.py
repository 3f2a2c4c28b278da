"""The colours of the views, by theme: what each is for is named here, how it looks differs.

Colours 16 to 255 look the same on every terminal that has them; the first sixteen are whatever the
terminal was set up with. So ``auto``, which cannot know the background, takes its colours from those
few that stand out well enough from black and from white alike
(https://www.w3.org/TR/WCAG21/#contrast-minimum).
"""

from __future__ import annotations

from talkctl.errors import UsageError, unknown

THEMES = {
    "auto": {
        "id": "color(29)", "title": "bold", "faint": "color(243)", "lit": "bold color(163)",
        "doubt": "italic color(131)", "heading": "bold color(63)", "warning": "color(131)",
        "bar": "color(63)",
    },
    "dark": {
        "id": "color(80)", "title": "bold", "faint": "color(246)", "lit": "bold color(114)",
        "doubt": "italic color(222)", "heading": "bold color(111)", "warning": "color(215)",
        "bar": "color(111)",
    },
    "light": {
        "id": "color(24)", "title": "bold", "faint": "color(241)", "lit": "bold color(125)",
        "doubt": "italic color(94)", "heading": "bold color(19)", "warning": "color(124)",
        "bar": "color(25)",
    },
    "terminal": {
        "id": "cyan", "title": "bold", "faint": "dim", "lit": "bold green",
        "doubt": "italic yellow", "heading": "bold blue", "warning": "yellow", "bar": "blue",
    },
    "mono": {
        "id": "", "title": "bold", "faint": "dim", "lit": "bold underline",
        "doubt": "italic", "heading": "bold", "warning": "italic", "bar": "",
    },
}  # fmt: skip
"""Theme -> what a colour is for -> Rich's name of the style."""

USUAL = "auto"


def theme_called(name: str) -> dict[str, str]:
    """The styles of the theme called *name*."""
    if name not in THEMES:
        raise UsageError(unknown("theme", name, THEMES))
    return THEMES[name]
