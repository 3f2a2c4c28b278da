"""What is asked of talks that may be related: their traits, their people, the words of each."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from talkctl.store.lookup import Lookup

FIELDS = ("title", "topics", "abstract")
"""The fields that say what a talk is about."""

_AT_A_TIME = 400
"""SQLite takes no more than 999 values where it is old."""


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
    listed = _listed(chosen)
    people = _people(lookup.db, listed)
    texts = dict(lookup.passages(chosen, FIELDS))
    rows = lookup.db.execute(
        "SELECT talk.number, title, kind, event.id, date, track FROM talk"
        f" LEFT JOIN event ON event.number = talk.event WHERE talk.number IN ({listed})"
    )
    found = {
        number: Traits(
            number, title, kind, event, date, track, texts.get(number, {}), people[number]
        )
        for number, title, kind, event, date, track in rows
    }
    return [found[number] for number in chosen if number in found]


def families(lookup: Lookup, stems: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Each word with one of these stems, its number of talks, and its stem; the commonest first."""
    for start in range(0, len(stems), _AT_A_TIME):
        some = stems[start : start + _AT_A_TIME]
        holders = ", ".join("?" * len(some))
        yield from lookup.db.execute(
            # Words that are their own stem, which most are, stand in no index of stems.
            f"SELECT term, talks, stem FROM term WHERE stem IN ({holders}) AND stem <> term"
            " AND talks > 0 UNION ALL"
            f" SELECT term, talks, stem FROM term WHERE term IN ({holders}) AND stem = term"
            " AND talks > 0 ORDER BY 3, 2 DESC, 1",
            (*some, *some),
        )


def ids_of(lookup: Lookup, numbers: Iterable[int]) -> list[tuple[str, str]]:
    """Id and title of these talks, in the order of the numbers given."""
    chosen = list(numbers)
    found = {
        number: (talk, title)
        for number, talk, title in lookup.db.execute(
            f"SELECT number, id, title FROM talk WHERE number IN ({_listed(chosen)})"
        )
    }
    return [found[number] for number in chosen if number in found]


def _people(db: sqlite3.Connection, listed: str) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for talk, person, name in db.execute(
        "SELECT talk, person, person.name FROM appearance JOIN person ON person.number = person"
        f" WHERE talk IN ({listed}) ORDER BY talk, position"
    ):
        found[talk][person] = name
    return found


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in numbers)
