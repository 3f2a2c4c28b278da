"""Data as Rich text: what is lit, what is doubtful, how columns share a width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from talkctl.render.table.ink import LIT, Named, ink, lit, org
from talkctl.render.table.layout import GAP, Column, shares


def words_lit(text: str, *terms: str) -> list[str]:
    """The words of *text* that *terms* light."""
    shown = lit(ink(text), terms)
    return [shown.plain[span.start : span.end] for span in shown.spans if span.style == LIT]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("Istio’s Mixer", ["istios"], ["Istio"]),
        ("ISTIO and Ístio", ["istio"], ["ISTIO", "Ístio"]),
        ("Writing Operators", ["operator"], ["Operators"]),
        ("An Operator", ["operators"], ["Operator"]),
        ("Node.js at scale", ["node.js"], ["Node", "js"]),
        ("the service mesh", ["service mesh"], ["service", "mesh"]),
        ("Kubernetes", ["net", "k"], []),
        ("anything", [], []),
    ],
)
def test_words_that_answer_are_lit(text: str, terms: list[str], expected: list[str]) -> None:
    """Words are lit whatever their case, accent or ending, and never in their middle."""
    assert words_lit(text, *terms) == expected


@given(st.text(), st.lists(st.text()))
def test_lighting_changes_no_letter(text: str, terms: list[str]) -> None:
    """Light falls on a text without changing it."""
    assert lit(ink(text), terms).plain == ink(text).plain


def test_doubt_shows() -> None:
    """An organisation that may not be theirs has a question mark and a style of its own."""
    assert org("Netflix", certain=False).plain == "Netflix?"
    assert org("Netflix", certain=False).style != org("Netflix", certain=True).style
    assert org(None, certain=False).plain == ""


@given(st.lists(st.integers(0, 90), min_size=1, max_size=6), st.integers(40, 200))
def test_columns_share_the_width(lengths: list[int], width: int) -> None:
    """Columns that may be broken always fit, and none is wider than what it holds."""
    columns = [Column("", [Text("x" * length)]) for length in lengths]
    widths = shares(columns, width)
    assert sum(widths) + GAP * (len(widths) - 1) <= width
    assert all(share <= column.natural for share, column in zip(widths, columns, strict=True))


def test_fixed_columns_stay_whole() -> None:
    """What must not be broken keeps its width at the cost of the others."""
    columns = [Column("id", [Text("q7k2m9x")], fixed=True), Column("talk", [Text("x" * 200)])]
    assert shares(columns, 40) == [7, 31]


def test_names_of_files_are_broken_behind_their_marks() -> None:
    """No word of a name is cut that need not be, and a name that fits is not broken at all."""
    name = "long/cluster-days-europe-2026_schedule-export.from-pretalx.xml"

    def lines(width: int) -> list[str]:
        console = Console(width=width, color_system=None)
        with console.capture() as captured:
            console.print(Named([ink(name)]))
        return captured.get().splitlines()

    assert lines(len(name)) == [name]
    for width in (40, 20):
        assert all(len(line) <= width for line in lines(width))
        assert "".join(line.strip() for line in lines(width)) == name
        assert all(line.endswith(("-", "_", "/")) for line in lines(width)[:-1])
    assert "".join(line.strip() for line in lines(6)) == name
