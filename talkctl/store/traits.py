"""What talks are compared by."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from talkctl.store.lookup import Lookup, among

ABOUT = ("title", "topics", "abstract")
"""The fields that say what a talk is about."""


class Traits(NamedTuple):
    """What a talk is compared by: *event* is an id, *texts* are by field, *people* names by number."""

    number: int
    title: str
    kind: str
    event: str | None
    date: str | None
    track: str | None
    texts: dict[str, str]
    people: dict[int, str]


def traits(lookup: Lookup, numbers: Iterable[int]) -> list[Traits]:
    """The traits of these talks, in the order of the numbers given; unknown ones are left out."""
    chosen = list(dict.fromkeys(numbers))
    people = _people(lookup.db, chosen)
    texts = dict(lookup.passages(chosen, ABOUT))
    rows = lookup.db.execute(
        "SELECT talk.number, title, kind, event.id, date, track FROM talk"
        f" LEFT JOIN event ON event.number = talk.event WHERE talk.number {among(chosen)}"
    )
    found = {
        number: Traits(
            number, title, kind, event, date, track, texts.get(number, {}), people[number]
        )
        for number, title, kind, event, date, track in rows
    }
    return [found[number] for number in chosen if number in found]


def ids_of(lookup: Lookup, numbers: Iterable[int]) -> list[tuple[str, str]]:
    """Id and title of these talks, in the order of the numbers given."""
    chosen = list(numbers)
    found = {
        number: (talk, title)
        for number, talk, title in lookup.db.execute(
            f"SELECT number, id, title FROM talk WHERE number {among(chosen)}"
        )
    }
    return [found[number] for number in chosen if number in found]


def _people(db: sqlite3.Connection, talks: Sequence[int]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for talk, person, name in db.execute(
        "SELECT talk, person, person.name FROM appearance JOIN person ON person.number = person"
        f" WHERE talk {among(talks)} ORDER BY talk, position"
    ):
        found[talk][person] = name
    return found
