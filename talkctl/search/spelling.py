"""What a word that was never seen was meant to be. Words that occur are left alone.

An unseen word is first taken apart (``multitenancy``), then completed (``serverl``), then corrected
by the least number of slips, the commoner word first. A slip is a letter too many, missing, wrong,
or exchanged with its neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from talkctl.store.lookup import Lookup

_SHORTEST_PART = 3
_SHORTEST_BEGINNING = 3
_MOST_COMPLETIONS = 24
_MOST_CANDIDATES = 12

_LONG = 6, 9
"""From these lengths on a word is long enough to be known again after one slip, and after two."""

_ROWS = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol",
    "wa", "es", "rd", "tf", "yg", "uh", "ij", "ok", "pl", "sz", "dx", "fc", "gv", "hb", "jn", "km",
)  # fmt: skip
"""Keys that lie side by side."""

_VOWELS = frozenset("aeiouy")

_COMMONNESS = 0.18
_OTHER_FIRST_LETTER = 0.5


def slips_allowed(word: str) -> int:
    """How many slips a word of this length may hold and still be recognised."""
    if len(word) < 3 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < 7 else 2


def parts(lookup: Lookup, word: str) -> list[tuple[str, str]]:
    """Pairs of words that read *word* when joined, those somebody writes with a hyphen first."""
    found = [(first, second) for first, _, second in map(_cut, lookup.hyphened((word,)))]
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return list(dict.fromkeys(found + [(word[:cut], word[cut:]) for cut in cuts]))


def _cut(phrase: str) -> tuple[str, str, str]:
    return phrase.partition(" ")


def completions(lookup: Lookup, beginning: str, asked_for: bool = False) -> list[str]:
    """The commonest words that begin so; of a very short one only where it is *asked for*."""
    if len(beginning) < _SHORTEST_BEGINNING and not asked_for:
        return []
    return [word for word, _ in lookup.beginnings(beginning, _MOST_COMPLETIONS)]


def correction(lookup: Lookup, word: str) -> str | None:
    """The word that was most probably meant, or nothing within the slips allowed."""
    most = slips_allowed(word)
    near = nearest(word, _packs(lookup, "term", word, most, word[0]), most)
    if not any(slips == 1 for _, slips in near):
        near += nearest(word, _packs(lookup, "term", word, most), most)
    if not near:
        return None
    counts = lookup.counts(other for other, _ in near)

    def likelihood(candidate: tuple[str, int]) -> tuple[float, str]:
        other, slips = candidate
        strange = _OTHER_FIRST_LETTER if other[0] != word[0] else 0.0
        common = _COMMONNESS * counts.get(other, 0).bit_length()
        return (slips + strange - common, other)

    return min(near, key=likelihood)[0]


def likely_slip(typed: str, meant: str) -> bool:
    """Whether *typed* is *meant* with a slip that fingers make, rather than just a word like it.

    Neighbours exchanged, a letter doubled or not, a vowel for a vowel, a key beside the right one;
    in longer words any letter too many, missing or wrong.
    """
    if sorted(typed) == sorted(meant):
        return True
    if typed[0] != meant[0]:
        return False
    slips = _rapidfuzz()[1](typed, meant)
    if slips > 1:
        return len(typed) >= _LONG[1]
    if len(typed) >= _LONG[0]:
        return True
    place = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), 0)
    if len(typed) == len(meant):
        one, other = typed[place], meant[place]
        return {one, other} <= _VOWELS or any(_beside(one, other, row) for row in _ROWS)
    if len(typed) < len(meant):
        return len(meant) >= _LONG[0] - 1
    return any(a == b for a, b in pairwise(typed))


def _beside(one: str, other: str, row: str) -> bool:
    return one + other in row or other + one in row


def name_corrections(lookup: Lookup, word: str, most: int) -> list[tuple[str, int]]:
    """Words of people's names within *most* slips of *word*, with the slips between."""
    return nearest(word, _packs(lookup, "name", word, most), most)


def _packs(lookup: Lookup, kind: str, word: str, most: int, first: str | None = None) -> list[str]:
    """The words worth comparing with *word*: those of about its length."""
    lengths = range(len(word) - most, len(word) + most + 1)
    return lookup.pack(kind, lengths, first) if most else []


def nearest(word: str, others: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Those of *others* within *most* slips of *word*, the nearest first."""
    if not most:
        return []
    process, distance = _rapidfuzz()
    found = process(word, others, scorer=distance, score_cutoff=most, limit=_MOST_CANDIDATES)
    return sorted(((other, int(slips)) for other, slips, _ in found), key=lambda it: (it[1], it[0]))


def _rapidfuzz() -> tuple[Callable[..., list[tuple[str, float, int]]], Callable[..., int]]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return extract, OSA.distance
