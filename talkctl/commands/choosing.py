"""From options to talks: filters as the search knows them, and which talk a word means."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from talkctl.commands.desk import Desk
from talkctl.commands.options import Sieve
from talkctl.model import Talk
from talkctl.search.question import Filters


def filters_of(sieve: Sieve) -> Filters:
    """The filters that the options of *sieve* stand for."""
    return Filters(
        event=tuple(sieve.event or ()),
        speaker=tuple(sieve.speaker or ()),
        org=tuple(sieve.org or ()),
        kind=tuple(sieve.kind or ()),
        level=tuple(sieve.level or ()),
        room=tuple(sieve.room or ()),
        track=tuple(sieve.track or ()),
        tag=tuple(sieve.tag or ()),
        language=tuple(sieve.language or ()),
        year=tuple(sieve.year or ()),
        day=tuple(sieve.day or ()),
        since=sieve.from_,
        until=sieve.to,
        has=tuple(sieve.has or ()),
    )


def chosen_talks(desk: Desk, sieve: Sieve) -> list[Talk]:
    """All entries of the programme that pass *sieve*; what names were taken for is said."""
    raise NotImplementedError


def names_from(given: Iterable[str]) -> list[str]:
    """*given*, with ``-`` replaced by the lines of standard input."""
    names: list[str] = []
    for name in given:
        if name == "-":
            names += [line.split("\t", 1)[0].strip() for line in sys.stdin if line.strip()]
        else:
            names.append(name)
    return names
