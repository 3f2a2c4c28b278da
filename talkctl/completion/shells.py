"""How each shell tells what is on its line, and how it wants to be told what can be."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from talkctl.completion.grammar import NO_BLANK, Candidate
from talkctl.completion.offer import offer
from talkctl.completion.words import Typed, quoted, read
from talkctl.text import fold, one_line

SCRIPTS = {"bash": "talkctl.bash", "zsh": "_talkctl", "fish": "talkctl.fish"}
"""Shell -> the file that teaches it to ask, called as the shell would look for it."""

_SHOWN_ONLY = "63"
"""COMP_TYPE where candidates are listed and none is put in."""


def script(shell: str) -> str:
    """What teaches *shell* to ask."""
    path = os.path.join(os.path.dirname(__file__), SCRIPTS[shell])
    with open(path, encoding="utf-8") as file:
        return file.read()


def _bash(told: list[str]) -> str:
    """Told the line up to the cursor, COMP_TYPE and COMP_WORDBREAKS; bash wants replies, quoted.

    What bash takes for the word at the cursor begins behind the last sign that breaks words, and
    behind a quotation mark that is open.
    """
    line, kind, breaks = [*told, "", ""][:3]
    typed = read(line, "".join(sign for sign in breaks if sign in ":=@"))
    found = offer(typed.words[1:], typed.last)
    replies = [
        (quoted((found.settled + value)[len(typed.kept) :], typed.quote), told)
        for value, told in found.candidates
    ]
    if kind == _SHOWN_ONLY and len(replies) > 1:
        return _lines(found.ways, [(_with_words(replies, reply), "") for reply in replies])
    return _lines(found.ways, _undecided(replies, typed))


def _with_words(replies: Sequence[Candidate], reply: Candidate) -> str:
    """A reply that is only shown, with what it means behind it."""
    widest = min(max(len(value) for value, _ in replies), 40)
    value, told = reply
    return f"{value:<{widest}}  ({_short(told)})" if told else value


def _short(told: str) -> str:
    return told if len(told) <= 60 else told[:59] + "…"


def _undecided(replies: list[Candidate], typed: Typed) -> list[Candidate]:
    """*replies* so that bash puts in nothing that goes against what was typed.

    It puts in what all replies begin with, also where that is not how the word begins.
    """
    word = quoted(typed.last[len(typed.kept) :], typed.quote)
    common = os.path.commonprefix([value for value, _ in replies])  # noqa: RUF071
    if len(replies) > 1 and common and not fold(common).startswith(fold(word)):
        return [*replies, (word, "")]
    return replies


def _zsh(told: list[str]) -> str:
    """Told the words before the cursor, without quotes; zsh quotes what it puts in."""
    *words, last = told or [""]
    found = offer(words, last)
    whole = [(found.settled + value, told) for value, told in found.candidates]
    against = any(not fold(value).startswith(fold(last)) for value, _ in whole)
    lines = [(value.replace("\\", "\\\\").replace(":", "\\:"), told) for value, told in whole]
    return _lines((*found.ways, "menu") if against else found.ways, lines, ":")


def _fish(told: list[str]) -> str:
    """Told the words before the cursor and the last one as it is written; fish quotes itself."""
    *words, last = told or [""]
    found = offer(words, read(last).last)
    candidates = [(found.settled + value, told) for value, told in found.candidates]
    if NO_BLANK in found.ways and len(candidates) == 1 and candidates[0][0][-1:].isalnum():
        # Fish has no other way to put no blank behind what may go on.
        candidates.append((f"{candidates[0][0]},", ""))
    return _lines(found.ways, candidates, "\t")


ANSWERS: dict[str, Callable[[list[str]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}


def _lines(ways: Sequence[str], candidates: Sequence[Candidate], between: str = "") -> str:
    """The ways on the first line, then a candidate a line, with what it means *between*."""
    made = [" ".join(ways)]
    for value, told in candidates:
        if value.isprintable():
            made.append(f"{value}{between}{one_line(told)}" if between and told else value)
    return "\n".join(made) + "\n"
