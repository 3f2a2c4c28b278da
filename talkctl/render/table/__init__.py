"""Views for a terminal, made with Rich for the width at hand; one family of views, one file."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from talkctl.render.answer import Answer, Paper, Shape
from talkctl.render.table import (
    figures,
    library,
    mending,
    orgs,
    people,
    rows,
    schedule,
    show,
    talks,
    topics,
)
from talkctl.render.table.ink import FAINT, HEADING, ink, rich_theme

VIEWS: dict[Shape, Callable[[Answer, int], list[RenderableType]]] = {
    "talks": talks.view,
    "schedule": schedule.view,
    "talk": show.view,
    "export": schedule.view,
    "related": talks.view,
    "people": people.list_view,
    "person": people.view,
    "events": library.events,
    "orgs": orgs.list_view,
    "org": orgs.view,
    "topics": topics.view,
    "stats": figures.view,
    "sources": library.sources,
    "imports": library.imports,
    "changes": mending.changes,
    "doubts": mending.doubts,
    "decisions": mending.decisions,
    "remarks": library.remarks,
    "rows": rows.view,
}

_TRAILING_BLANKS = re.compile(r" +((?:\x1b\[[\d;]*m)*)$", re.MULTILINE)
_WEB_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as a person reads it."""
    if not answer.items:
        return
    console = Console(
        file=StringIO(),
        width=paper.width,
        height=100,
        force_terminal=paper.colour,
        color_system="256" if paper.colour else None,
        no_color=not paper.colour,
        legacy_windows=False,
        theme=rich_theme(paper.theme),
    )
    with console.capture() as captured:
        console.print(_page(answer, paper.width), crop=False)
    paper.write("\n".join(map(_without_trailing_blanks, captured.get().split("\n"))))


def _without_trailing_blanks(line: str) -> str:
    """*line* without blanks at its end; codes of colours may stand behind them."""
    if line.endswith(" "):
        return line.rstrip(" ")
    return _TRAILING_BLANKS.sub(r"\1", line) if line.endswith("m") and " \x1b" in line else line


def svg(answer: Answer, title: str, width: int, theme: str = "terminal") -> str:
    """*answer* as a picture of a terminal window called *title*, *width* columns wide.

    The theme for light terminals makes it a light one.
    """
    from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME

    console = Console(
        file=StringIO(),
        record=True,
        width=width,
        force_terminal=True,
        legacy_windows=False,
        theme=rich_theme(theme),
        color_system="256",
    )
    console.print(_page(answer, width))
    window = DEFAULT_TERMINAL_THEME if theme == "light" else SVG_EXPORT_THEME
    picture = console.export_svg(title=title, theme=window, unique_id="talkctl")
    return _WEB_FONTS.sub("", picture)


def _page(answer: Answer, width: int) -> Group:
    view = rows.view if answer.fields else VIEWS[answer.shape]
    head: list[RenderableType] = []
    if answer.title:
        head = [ink(answer.title, HEADING), Text()]
    foot: list[RenderableType] = [ink(note, FAINT) for note in answer.notes]
    return Group(*head, *view(answer, width), *([Text()] if foot else []), *foot)
