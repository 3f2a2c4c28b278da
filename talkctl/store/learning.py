"""What the texts of a library teach: long forms of abbreviations, and words with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talkctl import text

_PARENTHESIS = re.compile(r"\(([^()\n]{2,60})\)")
_SHORT = re.compile(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Za-z][A-Za-z0-9&/+-]{1,9}$")
_PART = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_LINKING = frozenset(("of", "the", "and", "for", "a", "an", "in", "to", "on"))
_HYPHENS = "-‐‑"
_LETTERED = re.compile(r"[^\W\d_]{2,}")
_WINDOW = 80
"""No half of a word has more letters."""


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
            before, after = passage[max(0, place - _WINDOW) : place], place + 1
            first, second = _LETTERED.match(before[::-1]), _LETTERED.match(passage, after)
            if first and second:
                yield _folded(first[0][::-1]), _folded(second[0])
                # A word tells its first two parts only.
                after = place + len(passage[place : place + _WINDOW].split(None, 1)[0])
            place = passage.find(hyphen, after)


def _folded(letters: str) -> str:
    return letters.lower() if letters.isascii() else text.fold(letters)
