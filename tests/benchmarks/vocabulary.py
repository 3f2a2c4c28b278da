"""The words a made library is made of: those of the bundled one, and a long tail of invented ones.

Sentences of real abstracts give the common words their real frequencies. The few hundred thousand
rare words of a large library have no such source; they are syllables put together, drawn by Zipf's
law, so that vocabulary grows with the library as it does in life.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_FEWEST_WORDS, _MOST_WORDS = 6, 45

_STARTS = "b br c ch cl d dr f fl g gr h j k kr l m n p pl qu r s sk st t tr v w z".split()
_MIDDLES = "a e i o u ai ea io oo".split()
_ENDS = "l m n r s t x nd nt rk sh".split()
_SYLLABLES = tuple(start + middle for start in _STARTS for middle in _MIDDLES)

TAIL_WORDS = 400_000
_TAIL_BEGINS = 200
"""The invented word of the lowest rank is about as common as the rarest real ones."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is drawn from: sentences and titles as lists of words, names, organisations, bios."""

    sentences: tuple[tuple[str, ...], ...]
    titles: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    orgs: tuple[str, ...]
    bios: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]

    def person(self, number: int) -> str:
        """The name of a person: real ones first, then their first and last names put together anew.

        Most of the others have an invented family name, some of which are common and most rare.
        """
        if number < len(self.names):
            return self.names[number]
        drawn = number * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        drawn ^= drawn >> 29
        drawn = drawn * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
        drawn, first = divmod(drawn >> 4, len(self.first_names))
        drawn, kind = divmod(drawn, 10)
        if kind < 3:
            last = self.last_names[drawn % len(self.last_names)]
        else:
            last = tail_name(int(20 * 1000 ** ((drawn % 65536) / 65536)))
        return f"{self.first_names[first]} {last}"


def read_vocabulary(library: Path) -> Vocabulary:
    """The vocabulary of the library at *library*, always in the same order."""
    db = sqlite3.connect(f"file:{library}?mode=ro", uri=True)

    def texts(query: str) -> list[str]:
        return [text for (text,) in db.execute(query) if text]

    abstracts = texts("SELECT DISTINCT abstract FROM talk ORDER BY abstract")
    bios = texts("SELECT DISTINCT text FROM bio ORDER BY text")
    names = texts("SELECT name FROM person ORDER BY name, number")
    parts = [name.split() for name in names if " " in name]
    found = Vocabulary(
        sentences=_sentences(abstracts),
        titles=tuple(
            tuple(title.split())
            for title in texts("SELECT DISTINCT title FROM talk ORDER BY title")
        ),
        names=tuple(names),
        orgs=tuple(texts("SELECT DISTINCT org FROM appearance ORDER BY org")),
        bios=tuple(" ".join(sentence) for sentence in _sentences(bios)),
        first_names=tuple(name[0] for name in parts),
        last_names=tuple(name[-1] for name in parts),
    )
    db.close()
    return found


def _sentences(passages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    cut = (tuple(part.split()) for passage in passages for part in _SENTENCE_END.split(passage))
    return tuple(part for part in cut if _FEWEST_WORDS <= len(part) <= _MOST_WORDS)


def tail_word(rank: int) -> str:
    """The invented word of this rank; each rank has its own."""
    return _spelt(rank * 7919 + 104_729)


def tail_name(rank: int) -> str:
    """The invented family name of this rank."""
    return _spelt(rank * 6131 + 15_485_863).capitalize()


def _spelt(number: int) -> str:
    number, end = divmod(number, len(_ENDS))
    syllables = []
    while number:
        number, place = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[place])
    return "".join(syllables) + _ENDS[end]


def zipf_rank(chance: float) -> int:
    """The rank of an invented word for a number between 0 and 1, after Zipf's law."""
    span = TAIL_WORDS / _TAIL_BEGINS
    return int(_TAIL_BEGINS * span**chance)


def slip(word: str, random: Random) -> str:
    """*word* with one slip of the pen, and not *word*."""
    while True:
        place = random.randrange(len(word))
        kind = random.randrange(4)
        before, letter, after = word[:place], word[place], word[place + 1 :]
        if kind == 0:
            slipped = before + after
        elif kind == 1:
            slipped = before + random.choice(_LETTERS) + letter + after
        elif kind == 2:
            slipped = before + random.choice(_LETTERS) + after
        else:
            slipped = before + after[:1] + letter + after[1:]
        if slipped != word:
            return slipped
