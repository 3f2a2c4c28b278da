"""What is asked of talks that may be related: their facts, their people, the words of each."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from talkctl.store.lookup import Lookup

FIELDS = ("title", "topics", "abstract")
"""The fields that say what a talk is about."""


class Facts(NamedTuple):
    """What else is known of a talk: its number, and those of its event and its people."""

    number: int
    title: str
    kind: str
    event: int | None
    event_name: str | None
    date: str | None
    track: str | None
    texts: dict[str, str]
    people: dict[int, str]


def facts(lookup: Lookup, numbers: Iterable[int]) -> list[Facts]:
    """The facts of these talks, in the order of the numbers given; unknown ones are left out."""
    chosen = list(dict.fromkeys(numbers))
    listed = _listed(chosen)
    people = _people(lookup.db, listed)
    texts = dict(lookup.passages(chosen, FIELDS))
    found = {
        number: Facts(number, *told, texts.get(number, {}), people[number])
        for number, *told in lookup.db.execute(
            "SELECT talk.number, title, kind, event, event.name, date, track FROM talk"
            f" LEFT JOIN event ON event.number = talk.event WHERE talk.number IN ({listed})"
        )
    }
    return [found[number] for number in chosen if number in found]


def families(lookup: Lookup, stems: Sequence[str]) -> list[tuple[str, str, int]]:
    """Each word with one of these stems: stem, word, and in how many talks it stands."""
    holders = ", ".join("?" * len(stems))
    return lookup.db.execute(
        f"SELECT stem, term, talks FROM term WHERE stem IN ({holders}) AND stem <> term"
        " AND talks > 0 UNION ALL"
        f" SELECT stem, term, talks FROM term WHERE term IN ({holders}) AND stem = term"
        " AND talks > 0 ORDER BY 1, 3 DESC, 2",
        (*stems, *stems),
    ).fetchall()


def commonest_terms(lookup: Lookup, limit: int) -> list[tuple[str, int]]:
    """The words of the library that stand in most talks, with how many."""
    return lookup.db.execute(
        "SELECT term, talks FROM term WHERE talks > 0 ORDER BY talks DESC, term LIMIT ?", (limit,)
    ).fetchall()


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
