"""Themes: complete, readable on the background they are for, and the user's choice."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.color import ColorSystem
from rich.style import Style

from talkctl.errors import UsageError
from talkctl.render import render
from talkctl.render.answer import Paper
from talkctl.render.screen import open_screen
from talkctl.render.themes import THEMES

from .samples import SEARCH
from .test_screen import Terminal

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
BACKGROUNDS = {
    "auto": (WHITE, BLACK),
    "dark": (BLACK, (40, 44, 52)),
    "light": (WHITE, (253, 246, 227)),
}
"""What each theme has to be read on; of ``dark`` and ``light`` also usual grey and paper ones."""


def luminance(colour: tuple[int, int, int]) -> float:
    """The relative luminance of a colour, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """How well two colours stand out from one another: 1 not at all, 21 black on white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right() -> None:
    """Black on white is 21; the grey that everybody quotes is just readable on white."""
    assert round(contrast(BLACK, WHITE), 2) == 21
    assert round(contrast((118, 118, 118), WHITE), 2) == 4.54


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_colours_stand_out(name: str) -> None:
    """Each colour can be read on the backgrounds its theme is for; no dim, which nobody can tell."""
    for purpose, style in THEMES[name].items():
        made = Style.parse(style)
        assert not made.dim, purpose
        if made.color is None:
            continue
        assert (made.color.number or 0) >= 16, f"{purpose}: what that looks like nobody knows"
        colour = made.color.get_truecolor()
        for background in BACKGROUNDS[name]:
            assert contrast(tuple(colour), background) >= 4.5, (purpose, background)


def test_the_terminals_own_colours_are_its_first_sixteen() -> None:
    """``terminal`` asks for no other; ``mono`` for none at all."""
    numbers = [Style.parse(style).color for style in THEMES["terminal"].values()]
    assert all((colour.number or 0) < 16 for colour in numbers if colour)
    assert not any(Style.parse(style).color for style in THEMES["mono"].values())


def test_every_theme_knows_every_purpose() -> None:
    """No view meets a style that its theme has no word for; hits look unlike titles."""
    purposes = set(THEMES["auto"])
    for name, theme in THEMES.items():
        assert set(theme) == purposes, name
        assert theme["lit"] != theme["title"], name


@pytest.mark.parametrize("name", THEMES)
def test_a_hit_is_lit_in_every_theme(name: str) -> None:
    """The word that was searched for has a style of its own."""
    paper = Paper(StringIO(), 100, colour=True, theme=name)
    render(SEARCH, "table", paper)
    lit = Style.parse(THEMES[name]["lit"]).render("Istio", color_system=ColorSystem.EIGHT_BIT)
    assert lit in paper.stream.getvalue()


def test_the_theme_is_chosen() -> None:
    """TALKCTL_THEME says which; a terminal of sixteen colours uses its own; strangers are refused."""
    many = {"TERM": "xterm-256color"}
    assert open_screen(environment=many, stdout=Terminal()).theme == "auto"
    assert open_screen(environment={"TERM": "linux"}, stdout=Terminal()).theme == "terminal"
    light = many | {"TALKCTL_THEME": "light"}
    assert open_screen(environment=light, stdout=Terminal()).theme == "light"
    for told, theme in (("0;15", "light"), ("15;default;0", "dark"), ("15;default", "auto")):
        asked = many | {"COLORFGBG": told}
        assert open_screen(environment=asked, stdout=Terminal()).theme == theme
        assert open_screen(environment=asked, stdout=StringIO()).theme == "auto"
    with pytest.raises(UsageError, match=r"no theme 'ligt'\. Did you mean 'light'"):
        render(SEARCH, "table", Paper(StringIO(), theme="ligt"))


def test_a_picture_is_of_the_terminal_that_the_theme_is_for() -> None:
    """Light on white, dark on dark; what a terminal can show changes no picture."""

    def picture(theme: str) -> str:
        paper = Paper(StringIO(), theme=theme)
        render(SEARCH, "svg", paper)
        return paper.stream.getvalue()

    assert 'fill="#ffffff"' in picture("light")
    assert 'fill="#292929"' in picture("dark")
    assert picture("auto") == picture("terminal") != picture("dark")
    for theme in ("light", "dark"):
        for purpose in ("id", "lit"):
            colour = Style.parse(THEMES[theme][purpose]).color
            assert colour is not None
            assert colour.get_truecolor().hex in picture(theme), (theme, purpose)
