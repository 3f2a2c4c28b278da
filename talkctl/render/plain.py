"""Plain lines for pipes: one record a line, tabs between, nothing cut, no header, no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talkctl.render.answer import LINE, Answer, Item, Paper, rows
from talkctl.text import one_line

_SAID = (*LINE["talks"], "at", "url")
"""Columns of hits of which some say when something is said."""


def render(answer: Answer, paper: Paper) -> None:
    """Write each item of *answer* on one line; of a talk with its transcript, each of its segments.

    Where it is asked who says what, the last column has the document and lines of each account.
    """
    if answer.fields is None and any("segments" in item for item in answer.items):
        lines: Iterable[list[str]] = _segments(answer.items)
    else:
        said = any(item["match"]["at"] is not None for item in answer.items if item.get("match"))
        columns = LINE | {"talks": _SAID} if said else LINE
        if answer.show_sources:
            columns = columns | {answer.shape: (*columns[answer.shape], "sources")}
        lines = rows(answer, columns)[1]
    for line in lines:
        paper.write("\t".join(one_line(cell) for cell in line) + "\n")


def _segments(talks: Iterable[Item]) -> Iterator[list[str]]:
    from talkctl.render.said import clock

    for talk in talks:
        for segment in talk["segments"]:
            yield [talk["id"], clock(segment["start"]), segment["text"]]
