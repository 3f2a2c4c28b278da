"""Comma- and tab-separated values with a header, safe to open in a spreadsheet."""

from __future__ import annotations

import csv

from talkctl.render.answer import FIELDS, Answer, Paper, rows
from talkctl.text import one_line, printable

_TOO_WIDE = (
    "score", "match", "at", "url", "records", "moment", "own", "seen", "rating", "own_notes",
    "segments", "decisions",
)  # fmt: skip
"""What does not fit a cell, changes with the query, or is nobody else's; of a document, ``records``
is a number."""

_WIDE = {
    shape: tuple(name for name in names if name not in _TOO_WIDE or shape == "sources")
    for shape, names in FIELDS.items()
}

_FORMULA = ("=", "+", "-", "@", "\t")
"""What makes a spreadsheet take a cell for a formula and run it."""


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* separated by commas; line breaks stay inside quotes."""
    columns, lines = rows(answer, _WIDE)
    _write(columns, [[printable(cell) for cell in line] for line in lines], ",", paper)


def render_tsv(answer: Answer, paper: Paper) -> None:
    """Write *answer* separated by tabs, every record on one line."""
    columns, lines = rows(answer, _WIDE)
    _write(columns, [[one_line(cell) for cell in line] for line in lines], "\t", paper)


def _write(columns: list[str], lines: list[list[str]], separator: str, paper: Paper) -> None:
    writer = csv.writer(paper, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in line] for line in lines)


def _harmless(cell: str) -> str:
    """*cell* behind an apostrophe where it could be run; one that begins so anyway gets another."""
    return f"'{cell}" if cell.lstrip(" \n'").startswith(_FORMULA) else cell
