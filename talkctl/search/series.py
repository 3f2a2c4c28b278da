"""Talks in several parts: which part a title says it is, and of what."""

from __future__ import annotations

import re
from typing import NamedTuple

from talkctl.text import fold, words

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "i": 1, "ii": 2, "iii": 3,
    "iv": 4, "v": 5, "vi": 6, "first": 1, "second": 2, "third": 3,
}  # fmt: skip
_NUMBER = r"(\d{1,2}|one|two|three|four|five|six|i{1,3}|iv|vi?)"
_PART = re.compile(
    rf"\b(?:part|pt|teil|partie|parte|episode|volume|vol)\.?\s*{_NUMBER}\b(?:\s*(?:of|/)\s*\d+)?"
    r"|[(\[]?\b(\d{1,2})\s*(?:/|of)\s*\d{1,2}\b[)\]]?"
    r"|[(\[#]\s*(\d{1,2})\s*[)\]]?$"
    r"|[\s:,(\[-](i{1,3}|iv)[)\]]?$"
    r"|\b(?:day|session|tag|#)\s*(\d{1,2})$"
)
_BARE = re.compile(r"\s(\d{1,2})$")
_SHORTEST = 2
"""A series is known by a title of so many words at least."""


class Part(NamedTuple):
    """What a title names beside its part, as folded words, and the number of the part."""

    whole: tuple[str, ...]
    number: int | None
    bare: bool = False
    """Nothing but a number at the end says so: it may be a version of what the talk is about."""


def part(title: str) -> Part:
    """Which part of what *title* names; without a number where it names none."""
    folded = fold(title)
    found = _PART.search(folded)
    bare = not found
    found = found or _BARE.search(folded)
    if not found:
        return Part(tuple(words(title)), None)
    said = next(group for group in found.groups() if group)
    number = int(said) if said.isdecimal() else _NUMBERS[said]
    before, after = words(folded[: found.start()]), words(folded[found.end() :])
    return Part(tuple(before or after), number, bare)


def other_part(one: Part, other: Part, same_people: bool) -> bool:
    """Whether two titles name different parts of one whole; a bare number takes the same people."""
    return (
        len(one.whole) >= _SHORTEST
        and one.whole == other.whole
        and one.number != other.number
        and (same_people or not (one.bare or other.bare))
    )
