"""A line of a passage that shows why it answers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from talkctl.text import fold, one_line

_SNIPPET = 160
_BEFORE = 40
_WORD = r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*"


def snippet(passage: str, terms: Collection[str]) -> str | None:
    """One line of whole words from *passage*, where most of *terms* stand nearest together."""
    passage = one_line(passage)
    place = best_place(passage, terms)
    return None if place is None else cut(passage, place)


def best_place(passage: str, terms: Collection[str]) -> int | None:
    """Where in *passage* most of *terms* begin to stand nearest together, if any of them does."""
    spots = _spots(passage, terms)
    room = _SNIPPET - _BEFORE
    return max(
        (spot for spot, _ in spots),
        key=lambda spot: (len({t for at, t in spots if spot <= at < spot + room}), -spot),
        default=None,
    )


def _spots(passage: str, terms: Collection[str]) -> list[tuple[int, str]]:
    """Where words of *passage* stand that fold to one of *terms*."""
    lower = passage.lower()
    if len(lower) == len(passage):
        found = [(at, term) for term in terms for at in _places(lower, term)]
        if found:
            return sorted(found)
    folded = ((spot.start(), fold(spot[0])) for spot in re.finditer(_WORD, passage))
    return [spot for spot in folded if spot[1] in terms]


def _places(lower: str, term: str) -> Iterator[int]:
    """Where *term* stands as a word of its own."""
    at = lower.find(term)
    while at >= 0:
        end = at + len(term)
        if not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
            yield at
        at = lower.find(term, end)


def cut(passage: str, start: int) -> str:
    """About as much of *passage* as a snippet holds, from a little before *start*, at blanks."""
    first = max(0, start - _BEFORE)
    if first:
        first = passage.find(" ", first, start) + 1 or start
    last = len(passage)
    if last - first > _SNIPPET:
        last = passage.rfind(" ", start, first + _SNIPPET)
        if last < 0:
            last = first + _SNIPPET
    before, after = "… " if first else "", " …" if last < len(passage) else ""
    return f"{before}{passage[first:last].strip()}{after}"
