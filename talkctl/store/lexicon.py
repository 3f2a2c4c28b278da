"""What text tells about words: their stems, the long forms of abbreviations, their two spellings.

All of it is learnt from the library's own text when the index is built, and used again when a
query is read, so that both sides cut words in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from talkctl import text

_VOWELS = frozenset("aeiouy")
_SIBILANT = ("s", "x", "z", "ch", "sh")

_ENDINGS = (
    ("ational", "at"), ("ization", "iz"), ("isation", "is"), ("ation", "at"), ("ition", "it"),
    ("ment", ""), ("ness", ""), ("ancy", "ant"), ("ency", "ent"), ("ance", "ant"),
    ("ence", "ent"), ("able", ""), ("ible", ""), ("ability", ""), ("ibility", ""), ("ity", ""),
    ("ally", ""), ("ical", ""), ("ic", ""), ("ery", ""), ("er", ""), ("or", ""), ("ion", ""),
    ("ive", ""), ("al", ""), ("ly", ""),
)  # fmt: skip
"""Endings that make one word out of another, and what stands in their place in the stem."""

_SHORTEST_STEM = 4


def base(word: str) -> str:
    """*word* without the endings of number and tense: ``meshes`` and ``meshed`` give ``mesh``."""
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("es") and word[:-2].endswith(_SIBILANT):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWELS.intersection(rest):
            word = _undoubled(rest)
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def stem(word: str) -> str:
    """What *word* shares with its whole family: ``debugger`` and ``debugging`` give ``debug``."""
    word = base(word)
    if not word.isalpha():
        return word
    for ending, instead in sorted(_ENDINGS, key=lambda pair: -len(pair[0])):
        full = ending.removesuffix("e")
        if word.endswith(full) and len(word) - len(full) >= _SHORTEST_STEM - len(instead) // 2:
            word = word[: len(word) - len(full)] + instead
            break
    word = _undoubled(word)
    return word[:-1] if word.endswith(("e", "y")) and len(word) > _SHORTEST_STEM else word


def _undoubled(word: str) -> str:
    """*word* without a consonant doubled before an ending: ``debugg`` gives ``debug``."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word
