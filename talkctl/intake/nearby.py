"""What of a library is to be looked at when documents come, so that the rest can stay as it is.

Looked at are all records of the events that the documents may be of, which are joined anew, and all
talks of the people whom they may name, who are told apart anew. Both go as far as one thing leads to
another: an event to those it shares a name, a document or talks with, a person to those of whom one
might be the other. What the user's decisions speak of is always looked at. What comes without an
event may be of any, so everything is looked at then.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from talkctl.identity import Corrections, Decision, join
from talkctl.identity.beyond import NOTHING, Beyond, Billed, Kept
from talkctl.identity.eventgroups import names_event
from talkctl.identity.past import Past, RecordKey, record_keys
from talkctl.identity.profiles import names_of
from talkctl.identity.traces import trace_of_record
from talkctl.intake.kept import past_of
from talkctl.intake.nearevents import near_events
from talkctl.intake.nearpeople import near_people, people_called
from talkctl.intake.plan import SHARED, Planned
from talkctl.model import Event
from talkctl.record import Alias, Document, Record
from talkctl.store import shelf, traces
from talkctl.store.part import Chosen, Part, chosen, listed
from talkctl.store.shelf import Home, Shelved


class Looked(NamedTuple):
    """Documents of the library as far as they are looked at, what was known of them, as what part,
    and what is beyond it."""

    shelf: list[Shelved]
    past: Past
    part: Part | None = None
    beyond: Beyond = NOTHING


def everything(db: sqlite3.Connection) -> Looked:
    """All there is."""
    every = shelf.shelved(db)
    return Looked(every, past_of(every))


def may_be_followed(db: sqlite3.Connection, documents: Sequence[Document]) -> list[Shelved]:
    """The documents of a library that keeps all its traces of which *documents* may be newer exports."""
    found = _documents(db, {said for one in documents for said in (one.name, one.digest)})
    for document in documents:
        left = {trace_of_record(record) for record in document.records}
        shared = Counter(number for _, number in traces.documents_with(db, left))
        found |= {number for number, count in shared.items() if count >= SHARED * len(left)}
    followed = listed(db, "followed", found)
    return shelf.shelved(db, f"record.document IN ({followed})", f"document.id IN ({followed})")


def nearby(
    db: sqlite3.Connection,
    planned: Sequence[Planned],
    corrections: Corrections,
    decisions: Sequence[Decision],
) -> Looked | None:
    """What is near documents that come, in a library that keeps all its traces; ``None`` if that may
    be anything.

    May raise :class:`~talkctl.identity.beyond.Spread`.
    """
    changed = [one for one in planned if not one.unchanged]
    records = [record for one in changed for record in _records(one)]
    (there,) = db.execute("SELECT count(*) FROM talk").fetchone()
    if not 0 < len(records) <= there or not all(map(names_event, records)):
        return None
    events = near_events(db, changed, corrections, decisions)
    opened = _talks_at(db, events)
    told = shelf.shelved(db, f"record.talk IN ({listed(db, 'opened', opened)})")
    records += [record for one in told for record in one.document.records]
    if not all(map(names_event, records)):
        return None
    people = {who.number for one in told for home in one.homes for who in home.people}
    people |= people_called(db, _named_by(corrections, decisions))
    people = near_people(db, records, people)
    talks = opened | _talks_of(db, people) | shelf.talks_beside_loose_records(db)
    # Where pages overrule the corrections, these bear the remark.
    documents = {corrections.document} | {one.before.name for one in changed if one.before}
    looked = _looked(db, Part(talks, people, events, _documents(db, documents)), opened)
    _hold_before(looked, corrections, decisions)
    return looked


def _records(one: Planned) -> tuple[Record, ...]:
    return one.document.records + (one.before.records if one.before else ())


def _named_by(corrections: Corrections, decisions: Sequence[Decision]) -> list[str]:
    """The names of all people of whom *corrections* or *decisions* speak."""
    names = [name for facts in corrections.people for name in (facts.name, *facts.aliases)]
    return names + [anchor.person for one in decisions for anchor in one.subjects if anchor.person]


def _talks_at(db: sqlite3.Connection, events: Iterable[int]) -> set[int]:
    query = f"SELECT number FROM talk WHERE event IN ({listed(db, 'opening', events)})"
    return {talk for (talk,) in db.execute(query)}


def _talks_of(db: sqlite3.Connection, people: Iterable[int]) -> set[int]:
    query = f"SELECT DISTINCT talk FROM appearance WHERE person IN ({listed(db, 'billed', people)})"
    return {talk for (talk,) in db.execute(query)}


def _documents(db: sqlite3.Connection, said: Collection[str]) -> set[int]:
    """The documents in the library of which one of the names or digests *said* is theirs."""
    query = "SELECT id, name, digest FROM document"
    return {number for number, *own in db.execute(query) if not set(own).isdisjoint(said)}


def _looked(db: sqlite3.Connection, part: Part, opened: set[int]) -> Looked:
    """*part* of the library with what is beyond it; the talks *opened* are joined anew."""
    which = chosen(db, part)
    in_part = which.talks.format("record.talk")
    telling = f"SELECT document FROM record WHERE {in_part}"
    documents = (
        f"document.id IN ({telling}) OR {which.documents.format('document.id')}"
        f" OR document.collection IN (SELECT collection FROM document WHERE id IN ({telling}))"
    )
    found = shelf.shelved(db, in_part, documents)
    kept: dict[RecordKey, Kept] = {}
    for one in found:
        for key, home in zip(record_keys(one.document), one.homes, strict=True):
            if home.number not in opened:
                kept[key] = Kept(home.talk, home.event, _billed(home, part))
    return Looked(found, past_of(found), part, _beyond(db, which, kept))


def _billed(home: Home, part: Part) -> tuple[Billed, ...]:
    return tuple(
        Billed(who.id, who.name, who.billed_as, who.org_certain, who.number not in part.people)
        for who in home.people
    )


def _beyond(db: sqlite3.Connection, part: Chosen, kept: dict[RecordKey, Kept]) -> Beyond:
    """What is beyond *part*, but for the talks *kept* in it."""
    events = {
        number: Event(identifier, name, start=start)
        for number, identifier, name, start in db.execute(
            f"SELECT number, id, name, start FROM event WHERE NOT {part.events.format('number')}"
        )
    }
    event_aliases = {event.id: list[Alias]() for event in events.values()}
    for number, *alias in db.execute("SELECT event, name, source FROM event_alias"):
        if number in events:
            event_aliases[events[number].id].append(Alias(*alias))
    person_aliases: dict[str, list[Alias]] = defaultdict(list)
    for person, *alias in db.execute(
        "SELECT person.id, person_alias.name, source FROM person"
        " JOIN person_alias ON person = number"
        f" WHERE NOT {part.people.format('number')} AND number IN"
        f" (SELECT person FROM appearance WHERE {part.talks.format('talk')})"
    ):
        person_aliases[person].append(Alias(*alias))
    names = names_of(events.values(), event_aliases)
    return Beyond(
        kept,
        talks=_Elsewhere(db, "talk", "id", part.talks),
        slugs=_Elsewhere(db, "talk", "slug", part.talks),
        people=_Elsewhere(db, "person", "id", part.people),
        events=frozenset(event_aliases),
        names_of_events=frozenset(name for name, event in names.items() if event),
        person_aliases={person: tuple(some) for person, some in person_aliases.items()},
        event_aliases={event: tuple(some) for event, some in event_aliases.items()},
    )


class _Elsewhere:
    """The values of a column outside a part of the library."""

    def __init__(self, db: sqlite3.Connection, table: str, column: str, part: str) -> None:
        self._db = db
        self._query = f"SELECT 1 FROM {table} WHERE {column} = ? AND NOT {part.format('number')}"

    def __contains__(self, value: object) -> bool:
        return self._db.execute(self._query, (value,)).fetchone() is not None


def _hold_before(looked: Looked, corrections: Corrections, decisions: Sequence[Decision]) -> None:
    """See that no kept record might have been one with what goes, or was other than it is now."""
    documents = [one.document for one in looked.shelf]
    join(documents, corrections, looked.past, decisions, looked.beyond)
