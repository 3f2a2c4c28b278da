"""Which events of a library are, or might be, the events of documents that come to it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from talkctl.identity import Corrections, Decision
from talkctl.identity.eventgroups import DAYS_BETWEEN, TALKS_IN_COMMON, day_of
from talkctl.identity.eventnames import read_event_name, same_years
from talkctl.identity.traces import traces_of_talk
from talkctl.intake.plan import Planned
from talkctl.record import Document, Occasion, Record
from talkctl.store import shelf, traces
from talkctl.store.part import listed

_ANY: frozenset[int | None] = frozenset((None,))


class _Said(NamedTuple):
    """By what an event may be another: its names run together, its years, its days, its talks."""

    cores: frozenset[str]
    years: frozenset[int | None]
    days: tuple[str, str] | None = None
    talks: frozenset[int] = frozenset()


def near_events(
    db: sqlite3.Connection,
    changed: Sequence[Planned],
    corrections: Corrections,
    decisions: Sequence[Decision],
) -> set[int]:
    """The numbers of all events that the *changed* documents, now or before, may speak of.

    With an event come all events that its documents speak of. Those that *decisions* speak of
    always come.
    """
    library = _Library(db, corrections)
    documents = {name for one in changed for name in _told_before(one)}
    documents.update(anchor.document for one in decisions for anchor in one.subjects)
    near = library.events_of(documents)
    coming = [said for one in changed for said in library.said_in(one.document)]
    coming += library.described({one.document.collection for one in changed})
    coming += [library.called(names) for names in map(_decided_names, decisions) if names]
    found: set[int] = set()
    while coming or near:
        near |= library.like(coming)
        near |= library.in_same_documents(near)
        near -= found
        found |= near
        coming = [said for number in near for said in library.said_of(number)]
        near = set()
    return found


def _decided_names(decision: Decision) -> list[str]:
    """What an event is called by *decision*, if it is about one."""
    names = list(decision.names) if decision.kind == "event" else []
    told = (decision.facts.name, *decision.facts.aliases) if decision.facts else ()
    return [*names, *filter(None, told)]


def _told_before(one: Planned) -> Iterator[str]:
    """The documents, and the collection, whose events *one* was or is about."""
    if one.before:
        yield one.before.name
    for document in (one.document, one.before):
        # What describes an event may describe that of its whole collection.
        if document and document.collection and document.occasions:
            yield document.collection


class _Library:
    """The events of a library as far as they may be others."""

    def __init__(self, db: sqlite3.Connection, corrections: Corrections) -> None:
        self._db = db
        self._facts = [_cores((facts.name, *facts.aliases)) for facts in corrections.events]
        self._names, self._days = _names_and_days(db)
        self._known_years: dict[int, frozenset[int | None]] = {}
        self._told: dict[str, list[_Said]] = defaultdict(list)
        self._by_core: dict[str, list[int]] = defaultdict(list)
        for number, names in self._names.items():
            for core in self._with_facts(names):
                self._by_core[core].append(number)

    def _with_facts(self, names: Iterable[str]) -> frozenset[str]:
        cores = _cores(names)
        return cores.union(*(facts for facts in self._facts if facts & cores))

    def events_of(self, documents: set[str]) -> set[int]:
        """The events of all records of documents or collections with these names."""
        found = self._db.execute("SELECT id, name, collection FROM document")
        numbers = (number for number, *own in found if not documents.isdisjoint(own))
        return self._events(listed(self._db, "telling", numbers))

    def in_same_documents(self, events: Iterable[int]) -> set[int]:
        """*events* and all others that one of their documents tells of."""
        told = listed(self._db, "told", events)
        return self._events(
            "SELECT record.document FROM talk JOIN record ON record.talk = talk.number"
            f" WHERE talk.event IN ({told})"
        )

    def _events(self, documents: str) -> set[int]:
        query = (
            "SELECT DISTINCT talk.event FROM record JOIN talk ON talk.number = record.talk"
            f" WHERE talk.event IS NOT NULL AND record.document IN ({documents})"
        )
        return {event for (event,) in self._db.execute(query)}

    def said_in(self, document: Document) -> Iterator[_Said]:
        """What *document*, and its collection, say of each event they name."""
        told: dict[str, list[Record]] = defaultdict(list)
        for record in document.records:
            if record.event:
                told[record.event].append(record)
        described = document.occasions or document.collection
        for name, records in told.items():
            days = [day_of(record) for record in records]
            yield _Said(
                self._with_facts([name]),
                _years([name], days),
                None if described else _span(days),
                frozenset(trace for record in records for trace in traces_of_talk(record)),
            )
        yield from map(self._described, document.occasions)

    def described(self, collections: Iterable[str | None]) -> Iterator[_Said]:
        """What the library says of events that are described for whole *collections*."""
        for collection in filter(None, collections):
            yield from map(self._described, shelf.occasions_of(self._db, collection))

    def _described(self, one: Occasion) -> _Said:
        names = (one.name, *one.aliases)
        return _Said(self._with_facts(names), _years(names, [one.start]))

    def called(self, names: Iterable[str]) -> _Said:
        """An event called by any of *names*, in whatever year."""
        return _Said(self._with_facts(filter(None, names)), _ANY)

    def said_of(self, number: int) -> Iterator[_Said]:
        """What the library says of the event with this *number*, and of others told of with it."""
        of_event = f"record.talk IN (SELECT number FROM talk WHERE event = {number})"
        told = shelf.shelved(self._db, of_event)
        records = [record for one in told for record in one.document.records]
        yield _Said(
            self._with_facts(self._names[number]),
            self._years(number),
            self._days[number],
            frozenset(trace for record in records for trace in traces_of_talk(record)),
        )
        # The user may have said that talks of two events are one.
        other = {record.event or "" for record in records} - set(self._names[number])
        if other:
            yield self.called(other)

    def like(self, coming: Iterable[_Said]) -> set[int]:
        """The events that may be one of those of which so much is said: by a name, or by their talks.

        What was said under the same name before, by other documents, counts together with it.
        """
        found: set[int] = set()
        cores = {core for said in coming for core in said.cores}
        for said in coming:
            for core in said.cores:
                self._told[core].append(said)
                found.update(n for n in self._by_core.get(core, ()) if self._of_years(n, said))
        for told in {tuple(self._told[core]) for core in cores}:
            found |= self._with_talks(told)
        return found

    def _with_talks(self, told: Sequence[_Said]) -> set[int]:
        """The events that have enough of the talks of which is *told* under one name."""
        shared: dict[int, set[int]] = defaultdict(set)
        every = {talk for said in told for talk in said.talks}
        for talk, event in traces.events_with(self._db, every):
            shared[event].add(talk)
        return {n for n, talks in shared.items() if self._may_share(n, talks, told)}

    def _may_share(self, number: int, talks: set[int], told: Sequence[_Said]) -> bool:
        told = [said for said in told if self._of_years(number, said)]
        common = talks.intersection(talk for said in told for talk in said.talks)
        spans = [said.days for said in told]
        days = _span(day for span in spans for day in span or ()) if all(spans) else None
        return len(common) >= TALKS_IN_COMMON and _near(days, self._days[number])

    def _of_years(self, number: int, said: _Said) -> bool:
        return any(same_years(one, other) for one in said.years for other in self._years(number))

    def _years(self, number: int) -> frozenset[int | None]:
        if number not in self._known_years:
            self._known_years[number] = self._told_years(number)
        return self._known_years[number]

    def _told_years(self, number: int) -> frozenset[int | None]:
        names, days = self._names[number], self._days[number]
        if all(read_event_name(name).year for name in names):
            return _years(names, [])
        undated = self._db.execute(
            "SELECT 1 FROM records WHERE date IS NULL"
            " AND talk IN (SELECT number FROM talk WHERE event = ?)",
            (number,),
        ).fetchone()
        if undated or days is None:
            return _ANY
        return _years(names, [str(year) for year in range(int(days[0][:4]), int(days[1][:4]) + 1)])


def _names_and_days(
    db: sqlite3.Connection,
) -> tuple[dict[int, list[str]], dict[int, tuple[str, str] | None]]:
    names: dict[int, list[str]] = {}
    days: dict[int, tuple[str, str] | None] = {}
    for number, name, start, end in db.execute('SELECT number, name, start, "end" FROM event'):
        names[number] = [name]
        days[number] = _span([start, end])
    for number, name in db.execute("SELECT event, name FROM event_alias"):
        names[number].append(name)
    return names, days


def _cores(names: Iterable[str]) -> frozenset[str]:
    parts = [read_event_name(name) for name in names]
    return frozenset({one.core for one in parts}.union(*(one.halves for one in parts)))


def _years(names: Iterable[str], days: Iterable[str | None]) -> frozenset[int | None]:
    """The years of an event with these *names*, some talks of which were on these *days*.

    ``None`` is one of them where a name goes without and a talk was on no day that is known.
    """
    named = {read_event_name(name).year for name in names}
    if None in named:
        dated = {int(day[:4]) if day and day[:4].isdigit() else None for day in days}
        named = (named - {None}) | (dated or {None})
    return frozenset(named)


def _span(days: Iterable[str | None]) -> tuple[str, str] | None:
    known = [day[:10] for day in days if day]
    return (min(known), max(known)) if known else None


def _near(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    """Whether days lie as near as those of one event under two names, as far as they are known."""
    if one is None or other is None:
        return True
    try:
        first, last = (date.fromisoformat(max(one[0], other[0])), date.fromisoformat(
            min(one[1], other[1])
        ))  # fmt: skip
    except ValueError:
        return True
    return (first - last).days <= DAYS_BETWEEN
