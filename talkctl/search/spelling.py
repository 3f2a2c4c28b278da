"""Which words a typed one may be with a slip of the pen in it.

A slip is a letter too many, missing, wrong, or exchanged with its neighbour. The likeliest word is
the one with the fewest slips, unless another is so much commoner that it makes up for a slip more.
What is one slip away is asked of the index outright; only two slips need a search among the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from talkctl.store.lookup import Lookup

_MOST_CANDIDATES = 12
_MOST_TWO_SLIPS = 50
_LONGEST = 32

_LONG = 6, 9
"""From these lengths on a word is long enough to be known again after one slip, and after two."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol",
    "wa", "es", "rd", "tf", "yg", "uh", "ij", "ok", "pl", "sz", "dx", "fc", "gv", "hb", "jn", "km",
)  # fmt: skip
"""Keys that lie side by side."""

_VOWELS = frozenset("aeiouy")

COMMONNESS = 0.18
"""What a word gains when it is twice as common, a slip being worth 1."""

_OTHER_FIRST_LETTER = 0.4
_UNLIKELY_LETTER = 0.25
_EXCHANGED = 0.25
"""That exchanged neighbours make a known word is hardly ever chance."""

_FAR_COMMONER = 1000
"""Beside a word in so many times the talks, its neighbour by one slip is probably a slip of it."""

_SHORTEST_SUSPECT = 4


class Guess(NamedTuple):
    """A word of the library that may be meant, how many slips away, and how likely it is."""

    word: str
    slips: int
    likelihood: float


def slips_allowed(word: str) -> int:
    """How many slips a word of this length may hold and still be recognised."""
    if len(word) < 3 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < _LONG[0] else 2


def corrections(lookup: Lookup, word: str) -> list[Guess]:
    """The words that *word* may be with slips in it, the likeliest first."""
    most = slips_allowed(word)
    if not most:
        return []
    if not (word.isascii() and word.isalpha()) or len(word) > _LONGEST:
        return _among_the_commonest(lookup, word, most)
    found = _one_slip_away(lookup, word)
    best = found[0].likelihood if found else None
    if most > 1 and (best is None or best < likelihood(lookup.talk_count) - most):
        found += _among_the_commonest(lookup, word, most, {guess.word for guess in found})
    return _sorted(found)


def far_commoner(lookup: Lookup, word: str, talks: int) -> list[Guess]:
    """The words one slip from *word*, itself in few *talks*, that are commoner beyond proportion.

    In a large library every slip of a usual word has been made by somebody already.
    """
    possible = talks * _FAR_COMMONER <= lookup.talk_count and word.isascii() and word.isalpha()
    if not possible or not _SHORTEST_SUSPECT <= len(word) <= _LONGEST:
        return []
    return _one_slip_away(lookup, word, talks * _FAR_COMMONER)


def _one_slip_away(lookup: Lookup, word: str, least: int = 1) -> list[Guess]:
    """The words of the library, in *least* talks or more, that one slip makes of *word*."""
    counts = lookup.counts(with_one_slip(word)).items()
    return _sorted(_guess(word, other, 1, talks) for other, talks in counts if talks >= least)


def _among_the_commonest(
    lookup: Lookup, word: str, most: int, known: Iterable[str] = ()
) -> list[Guess]:
    """Words within *most* slips among those kept for the spelling, but for the ones *known*."""
    packs = _packs(lookup, "term", word, most, word[0])
    near = nearest(word, packs, most, _MOST_TWO_SLIPS)
    if not near:
        near = nearest(word, _packs(lookup, "term", word, most), most, _MOST_TWO_SLIPS)
    new = [(other, slips) for other, slips in near if other not in known]
    counts = lookup.counts(other for other, _ in new) if new else {}
    return _sorted(
        _guess(word, other, slips, counts[other]) for other, slips in new if other in counts
    )


def _sorted(guesses: Iterable[Guess]) -> list[Guess]:
    return sorted(guesses, key=lambda guess: (-guess.likelihood, guess.word))


def _guess(typed: str, other: str, slips: int, talks: int) -> Guess:
    strange = _OTHER_FIRST_LETTER if other[0] != typed[0] else 0.0
    if slips == 1 and same_letters(typed, other):
        strange -= _EXCHANGED
    elif slips == 1 and not _easily_made(typed, other):
        strange += _UNLIKELY_LETTER
    return Guess(other, slips, likelihood(talks) - slips - strange)


def likelihood(talks: int) -> float:
    """How much being in so many *talks* makes a word likely to be meant, in slips."""
    return COMMONNESS * talks.bit_length()


def with_one_slip(word: str) -> set[str]:
    """All that *word* becomes by one slip in plain letters."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    made = {before + after[1:] for before, after in cuts if after}
    made |= {before + after[1] + after[0] + after[2:] for before, after in cuts if after[1:]}
    made |= {before + one + after[1:] for before, after in cuts if after for one in _LETTERS}
    made |= {before + one + after for before, after in cuts for one in _LETTERS}
    return made - {word}


def likely_slip(typed: str, meant: str, slips: int) -> bool:
    """Whether *typed* is *meant* with slips that fingers make, rather than just a word like it.

    In longer words that is any letter too many, missing or wrong.
    """
    if typed[0] != meant[0]:
        return same_letters(typed, meant) and slips == 1
    if same_letters(typed, meant):
        return True
    if slips > 1:
        return len(typed) >= _LONG[1]
    if len(typed) >= _LONG[0]:
        return True
    long_enough = len(typed) >= len(meant) or len(meant) >= _LONG[0] - 1
    return long_enough and _easily_made(typed, meant)


def same_letters(one: str, other: str) -> bool:
    """Whether two words have the same letters in whatever order."""
    return sorted(one) == sorted(other)


def _easily_made(typed: str, meant: str) -> bool:
    """Whether one slip of the common kinds makes *typed* of *meant*.

    Neighbours exchanged, a letter left out or doubled, a vowel for a vowel, a key beside the right
    one.
    """
    if len(typed) < len(meant):
        return True
    if len(typed) > len(meant):
        return any(a == b for a, b in pairwise(typed))
    if same_letters(typed, meant):
        return True
    one, other = next((a, b) for a, b in zip(typed, meant, strict=True) if a != b)
    return {one, other} <= _VOWELS or any(one + other in row or other + one in row for row in _ROWS)


def name_corrections(lookup: Lookup, word: str, most: int) -> list[tuple[str, int]]:
    """Words of people's names within *most* slips of *word*, with the slips between."""
    return nearest(word, _packs(lookup, "name", word, most), most)


def _packs(lookup: Lookup, kind: str, word: str, most: int, first: str | None = None) -> list[str]:
    """The words worth comparing with *word*: those of about its length."""
    lengths = range(len(word) - most, len(word) + most + 1)
    return lookup.pack(kind, lengths, first) if most else []


def nearest(
    word: str, others: Iterable[str], most: int, limit: int = _MOST_CANDIDATES
) -> list[tuple[str, int]]:
    """Those of *others* within *most* slips of *word*, the nearest first."""
    if not most:
        return []
    process, distance = _rapidfuzz()
    found = process(word, others, scorer=distance, score_cutoff=most, limit=limit)
    return sorted(((other, int(slips)) for other, slips, _ in found), key=lambda it: (it[1], it[0]))


def _rapidfuzz() -> tuple[Callable[..., list[tuple[str, float, int]]], Callable[..., int]]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return extract, OSA.distance
