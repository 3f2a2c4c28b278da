"""Who sends whom: organisations, each one under all its spellings, with their people and talks."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from talkctl.names import org_key
from talkctl.store.catalog import Catalog
from talkctl.store.lookup import batches
from talkctl.text import slug


class Counted(NamedTuple):
    """Somebody or something, and on how many talks."""

    id: str
    name: str
    talks: int


class Org(NamedTuple):
    """An organisation: its spellings, and the talks, people, events and levels it is named with.

    ``certain`` counts the talks on which a page names it for one person alone.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    talks: tuple[int, ...]
    certain: int
    people: tuple[Counted, ...]
    events: tuple[Counted, ...]
    levels: tuple[tuple[str, int], ...]


class Billed(NamedTuple):
    """A person, by number, and an organisation a page names them with."""

    person: int
    org: str | None


class _Gathered:
    def __init__(self) -> None:
        self.spellings: Counter[str] = Counter()
        self.talks: dict[int, str | None] = {}
        self.certain: set[int] = set()
        self.people: dict[str, set[int]] = defaultdict(set)
        self.events: dict[str, set[int]] = defaultdict(set)


def orgs(catalog: Catalog, talks: Iterable[int] | None = None) -> list[Org]:
    """The organisations people spoke for, on all talks or on these; those with most talks first."""
    found: dict[str, _Gathered] = defaultdict(_Gathered)
    names: dict[str, str] = {}
    keys: dict[str, str] = {}
    for org, certain, talk, level, person, name, event, event_name in _billings(catalog.db, talks):
        if org not in keys:
            keys[org] = org_key(org) or org
        one = found[keys[org]]
        one.spellings[org] += 1
        one.talks[talk] = level
        if certain:
            one.certain.add(talk)
        one.people[person].add(talk)
        names[person] = name
        if event:
            one.events[event].add(talk)
            names[f"event {event}"] = event_name
    made = [_org(one, names) for one in found.values()]
    return sorted(made, key=lambda it: (-len(it.talks), -len(it.people), it.name))


def billed(catalog: Catalog, talks: Iterable[int]) -> list[Billed]:
    """Who is billed on these talks, and for which organisations."""
    query = "SELECT DISTINCT person, org FROM appearance WHERE talk {}"
    chosen = list(talks)
    return [
        Billed(*row)
        for listed in batches(chosen)
        for row in catalog.db.execute(query.format(listed))
    ]


_Billing = tuple[str, int, int, str | None, str, str, str | None, str]


def _billings(db: sqlite3.Connection, talks: Iterable[int] | None) -> Iterator[_Billing]:
    query = (
        "SELECT org, org_certain, appearance.talk, level, person.id, person.name, event.id,"
        " event.name FROM appearance JOIN talk ON talk.number = appearance.talk"
        " JOIN person ON person.number = appearance.person"
        " LEFT JOIN event ON event.number = talk.event WHERE org IS NOT NULL"
    )
    if talks is None:
        yield from db.execute(query)
        return
    for listed in batches(list(talks)):
        yield from db.execute(f"{query} AND appearance.talk {listed}")


def _org(one: _Gathered, names: dict[str, str]) -> Org:
    spellings = sorted(one.spellings, key=lambda it: (-one.spellings[it], it))
    levels = Counter(level for level in one.talks.values() if level)
    return Org(
        id=slug(spellings[0]),
        name=spellings[0],
        aliases=tuple(spellings[1:]),
        talks=tuple(sorted(one.talks)),
        certain=len(one.certain),
        people=_counted((who, names[who], talks) for who, talks in one.people.items()),
        events=_counted((it, names[f"event {it}"], talks) for it, talks in one.events.items()),
        levels=tuple(sorted(levels.items(), key=lambda it: (-it[1], it[0]))),
    )


def _counted(found: Iterable[tuple[str, str, set[int]]]) -> tuple[Counted, ...]:
    made = [Counted(which, name, len(talks)) for which, name, talks in found]
    return tuple(sorted(made, key=lambda it: (-it.talks, it.name, it.id)))
