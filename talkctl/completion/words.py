"""The words of a line that is still being typed, and words as a shell has to be told them."""

from __future__ import annotations

import re
from typing import NamedTuple

_SAFE = re.compile(r"[\w@%+,./=-]", re.ASCII)
_IN_DOUBLE = re.compile(r'(["\\$`])')


class Typed(NamedTuple):
    """A line up to the cursor: its words without quotes, and how the last one is written."""

    words: tuple[str, ...]
    last: str = ""
    quote: str = ""
    """The quotation mark that is open at the cursor."""
    kept: str = ""
    """What of the last word the shell keeps as it is, because it takes the rest for a word."""


def read(line: str, breaks: str = "") -> Typed:
    """The words of *line*; at one of *breaks* outside quotes the shell begins another word.

    ``show "service me`` is the word ``show`` and the last word ``service me``, the quote open.
    """
    words: list[str] = []
    current: list[str] = []
    begun, quote, kept, place = False, "", "", 0
    while place < len(line):
        letter = line[place]
        place += 1
        if quote == "'" and letter != "'":
            current.append(letter)
        elif letter == "\\" and (not quote or line[place : place + 1] in ("\\", '"', "$", "`")):
            current.append(line[place : place + 1])
            begun = True
            place += 1
        elif letter == quote:
            quote = ""
        elif quote:
            current.append(letter)
        elif letter in "'\"":
            quote, begun, kept = letter, True, "".join(current)
        elif letter in " \t\n":
            if begun:
                words.append("".join(current))
            current, begun, kept = [], False, ""
        else:
            current.append(letter)
            begun = True
            if letter in breaks:
                kept = "".join(current)
    return Typed(tuple(words), "".join(current), quote, kept)


def quoted(text: str, quote: str) -> str:
    """*text* as bash reads it inside the open *quote*, or outside of any."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote:
        return _IN_DOUBLE.sub(r"\\\1", text)
    return "".join(one if _SAFE.match(one) or ord(one) > 127 else "\\" + one for one in text)
