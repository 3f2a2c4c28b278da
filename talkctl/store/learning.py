"""What the texts of a library teach: long forms of abbreviations, and words with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from talkctl import text

_PARENTHESIS = re.compile(r"\(([^()\n]{2,60})\)")
_SHORT = re.compile(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Za-z][A-Za-z0-9&/+-]{1,9}$")
_PART = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_LINKING = frozenset(("of", "the", "and", "for", "a", "an", "in", "to", "on"))
_HYPHENS = "-‐‑"
_LETTERED = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?![\w’'])")
_SHORTEST_JOINED = 4
"""``e-mail`` and ``CRI-O`` are written in one word too; ``x-y`` is no word."""


def abbreviations(passage: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation explained in *passage*, folded, with its long form in single blanks.

    Both orders occur: ``Open Policy Agent (OPA)`` and ``OPA (Open Policy Agent)``.
    """
    if "(" not in passage:
        return
    for found in _PARENTHESIS.finditer(passage):
        inside = found[1].strip()
        before = passage[max(0, found.start() - 100) : found.start()].split()
        if not before:
            continue
        if _looks_short(inside):
            long_form = _long_form(inside, _parts(before))
            if long_form:
                yield _short(inside), long_form
        elif _looks_short(before[-1]):
            parts = _parts(inside.split())
            if _long_form(before[-1], parts) == " ".join(parts):
                yield _short(before[-1]), " ".join(parts)


def _looks_short(word: str) -> bool:
    return bool(_SHORT.match(word.removesuffix("s")))


def _short(word: str) -> str:
    return "".join(text.words(word.removesuffix("s")))


def _parts(words: list[str]) -> list[str]:
    return [text.fold(part) for word in words for part in _PART.findall(word)]


def _long_form(short: str, parts: list[str]) -> str | None:
    """The last of *parts* whose initials are *short*, linking words counting or not."""
    letters = list(_short(short))
    taken: list[str] = []
    for part in reversed(parts):
        if not letters:
            break
        if part[:1] == letters[-1]:
            letters.pop()
        elif part not in _LINKING or not taken:
            return None
        taken.append(part)
    return None if letters or len(taken) < 2 else " ".join(reversed(taken))


def hyphened(passage: str) -> Iterator[tuple[str, str]]:
    """The two halves, folded, of each word that *passage* writes with a hyphen."""
    for hyphen in _HYPHENS:
        place = passage.find(hyphen)
        while place >= 0:
            end = passage.find(" ", place)
            end = len(passage) if end < 0 else end
            yield from _halves(passage[passage.rfind(" ", 0, place) + 1 : end], hyphen)
            place = passage.find(hyphen, end)


@lru_cache(maxsize=65536)
def _halves(written: str, hyphen: str) -> tuple[tuple[str, str], ...]:
    """The same of what stands between two blanks, where mostly one word does."""
    found = []
    for word in written.split():
        place = word.find(hyphen)
        while place >= 0:
            first, second = _LETTERED.match(word[:place][::-1]), _LETTERED.match(word, place + 1)
            if first and second and len(first[0] + second[0]) >= _SHORTEST_JOINED:
                found.append((_folded(first[0][::-1]), _folded(second[0])))
                break  # a word tells its first two parts only
            place = word.find(hyphen, place + 1)
    return tuple(found)


def _folded(letters: str) -> str:
    return letters.lower() if letters.isascii() else text.fold(letters)
