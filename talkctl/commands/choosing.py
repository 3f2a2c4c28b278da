"""From options to talks: filters as the search knows them, and which talk a word means."""

import sys
from collections.abc import Sequence
from typing import NamedTuple, TextIO

from talkctl.commands.desk import Desk
from talkctl.commands.sieve import Sieve, filters_of
from talkctl.errors import UsageError
from talkctl.model import Talk
from talkctl.search.find import select


class Named(NamedTuple):
    """Talks named on a command line: their numbers, and the words that name none."""

    numbers: tuple[int, ...]
    missing: tuple[str, ...]
    single: bool


def chosen_talks(desk: Desk, sieve: Sieve) -> list[Talk]:
    """All entries of the programme that pass *sieve*, in no order; what names were taken for is
    said."""
    return desk.catalog.talks(chosen_numbers(desk, sieve, sort=None))


def chosen_numbers(desk: Desk, sieve: Sieve, sort: str | None = "event") -> list[int]:
    """The numbers of those entries, sorted, else in the order of the library."""
    numbers, messages = select(desk.catalog, filters_of(sieve), sort, interludes=True)
    desk.say(*messages)
    return numbers


def named_talks(desk: Desk, words: Sequence[str]) -> Named:
    """The talks that the words of a command line mean: several of them, or the words of one title.

    ``-``, alone or beside ids, stands for the ids on standard input, one at the beginning of each
    line; among the words of a title it is a dash.
    """
    piped = "-" in words and all(word == "-" or _number(desk, word) for word in words)
    if piped:
        asked = _with_stdin(words)
        if not asked:
            desk.say("There are no ids on standard input.")
        numbers = [_number(desk, word) for word in asked]
    else:
        asked = list(words)
        numbers = [_number(desk, word) for word in asked]
        if len(asked) > 1 and not any(numbers) and not any(" " in word for word in asked):
            asked, numbers = [" ".join(asked)], [None]
        numbers = [
            number or _resolved(desk, word) for word, number in zip(asked, numbers, strict=True)
        ]
    missing = tuple(word for word, number in zip(asked, numbers, strict=True) if not number)
    found = tuple(number for number in numbers if number)
    return Named(found, missing, single=len(asked) == 1 and not piped)


def _number(desk: Desk, word: str) -> int | None:
    """The talk with that id or slug, or the one whose id begins so."""
    number = desk.catalog.number_of_id(word.lower()) or desk.catalog.number_of_slug(word)
    if number is None and word.isalnum() and any(letter.isdigit() for letter in word):
        beginning = desk.catalog.numbers_of_id_beginning(word.lower(), 2)
        number = beginning[0] if len(beginning) == 1 else None
    return number


def _resolved(desk: Desk, words: str) -> int | None:
    """The talk that *words* mean; several that they may mean are refused with all of them."""
    from talkctl.search.resolve import resolve

    meant = resolve(desk.catalog, words)
    desk.say(*meant.messages)
    if meant.number is None and meant.candidates:
        for talk in meant.candidates:
            desk.say(f"  {talk.id}  {talk.title}")
        raise UsageError(f"{words!r} may mean any of these talks; say which by its id.")
    return meant.number


def _with_stdin(words: Sequence[str]) -> list[str]:
    asked: list[str] = []
    for word in words:
        if word == "-":
            asked += _first_words(sys.stdin)
        else:
            asked.append(word)
    return asked


def _first_words(stream: TextIO | None) -> list[str]:
    if stream is None:
        raise UsageError("There is no standard input to read ids from.")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8-sig", errors="replace")
    return [line.split(None, 1)[0] for line in stream if line.strip()]
