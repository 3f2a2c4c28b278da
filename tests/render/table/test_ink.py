"""Data as Rich text: what is lit, what is doubtful, how columns share a width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from talkctl.render.table.ink import LIT, ink, lit, org
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
