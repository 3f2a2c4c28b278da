"""From options to talks: filters as the search knows them, and which talk a word means."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from talkctl.commands.desk import Desk
from talkctl.commands.sieve import Sieve, filters_of
from talkctl.errors import UsageError
from talkctl.model import Talk
from talkctl.search.find import select
from talkctl.search.resolve import resolve


class Named(NamedTuple):
    """Talks named on a command line: their numbers, and the words that name none."""

    numbers: tuple[int, ...]
    missing: tuple[str, ...]
    single: bool


def chosen_talks(desk: Desk, sieve: Sieve) -> list[Talk]:
    """All entries of the programme that pass *sieve*; what names were taken for is said."""
    numbers, messages = select(desk.catalog, filters_of(sieve), interludes=True)
    desk.say(*messages)
    return desk.catalog.talks(numbers)


def named_talks(desk: Desk, words: Sequence[str]) -> Named:
    """The talks that the words of a command line mean: several ids, or the words of one title.

    ``-`` stands for the ids on standard input, one at the beginning of each line.
    """
    asked = _with_stdin(words)
    numbers = [
        desk.catalog.number_of_id(word) or desk.catalog.number_of_slug(word) for word in asked
    ]
    if "-" not in words and not all(numbers) and (len(asked) == 1 or not any(numbers)):
        asked, numbers = [" ".join(asked)], [None]
    found: list[int] = []
    missing: list[str] = []
    for word, number in zip(asked, numbers, strict=True):
        meant = number or _resolved(desk, word)
        if meant is None:
            missing.append(word)
        else:
            found.append(meant)
    return Named(tuple(found), tuple(missing), single=len(asked) == 1 and "-" not in words)


def _resolved(desk: Desk, words: str) -> int | None:
    """The talk that *words* mean; several that they may mean are refused with all of them."""
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
            asked += [line.split(None, 1)[0] for line in sys.stdin if line.strip()]
        else:
            asked.append(word)
    return asked
