"""Which people of a library are, or might be, those whom records that come to it name."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from talkctl.identity.figures import is_worldwide
from talkctl.identity.people import may_be_kin
from talkctl.identity.traces import is_same_name, traces_of_name
from talkctl.intake.kept import known_as
from talkctl.record import Record
from talkctl.store import shelf, traces
from talkctl.store.part import listed


def near_people(db: sqlite3.Connection, records: Iterable[Record], people: set[int]) -> set[int]:
    """The numbers of *people*, of all who may be named in *records*, and who may be one with those."""
    names, ids = set[str](), set[str]()
    for record in records:
        names.update(credit.name for credit in record.speakers)
        names.update(bio.heading for bio in record.bios if bio.heading)
        ids.update(credit.uid for credit in record.speakers if credit.uid)
    found: set[int] = set()
    near = people | {who for uid in filter(is_worldwide, ids) for who in _with_id(db, uid)}
    while names or near:
        found |= near
        names.update(name for called in _names(db, near).values() for name in called)
        near = (_called_like(db, names) | _with_same_id(db, near)) - found
        names = set()
    return found


def people_called(db: sqlite3.Connection, names: Iterable[str]) -> set[int]:
    """Everybody called by one of *names*."""
    left = {trace for name in names for trace in traces_of_name(name) if is_same_name(trace)}
    return {person for _, person in traces.people_with(db, left)}


def _called_like(db: sqlite3.Connection, names: Iterable[str]) -> set[int]:
    """Everybody called by one of *names*, or by one that may be the same person's."""
    called: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for trace in traces_of_name(name):
            called[trace].append(name)
    found: set[int] = set()
    perhaps: dict[int, set[str]] = defaultdict(set)
    for trace, person in traces.people_with(db, called):
        if is_same_name(trace):
            found.add(person)
        else:
            perhaps[person].update(called[trace])
    for person, own in _names(db, perhaps.keys() - found).items():
        if any(may_be_kin(one, other) for one in own for other in perhaps[person]):
            found.add(person)
    return found


def _names(db: sqlite3.Connection, people: Iterable[int]) -> dict[int, list[str]]:
    """All names of everybody in *people*."""
    found: dict[int, list[str]] = defaultdict(list)
    theirs = listed(db, "called", people)
    for person, name in db.execute(
        f"SELECT number, name FROM person WHERE number IN ({theirs})"
        f" UNION ALL SELECT person, name FROM person_alias WHERE person IN ({theirs})"
    ):
        found[person].append(name)
    return found


def _with_same_id(db: sqlite3.Connection, people: Iterable[int]) -> set[int]:
    """Who goes by an id that somebody has on a talk of *people*: in the world or at one event."""
    if db.execute("SELECT 1 FROM credit WHERE uid IS NOT NULL").fetchone() is None:
        return set()
    events: dict[str, set[int | None]] = defaultdict(set)
    for uid, event in db.execute(
        "SELECT DISTINCT credit.uid, talk.event FROM appearance"
        " JOIN talk ON talk.number = appearance.talk JOIN record ON record.talk = talk.number"
        " JOIN credit ON credit.record = record.id"
        f" WHERE appearance.person IN ({listed(db, 'known_by_ids', people)})"
        " AND credit.uid IS NOT NULL"
    ):
        events[uid].add(event)
    return {who for uid, where in events.items() for who in _with_id(db, uid, where)}


def _with_id(
    db: sqlite3.Connection, uid: str, events: Collection[int | None] = ()
) -> Iterator[int]:
    """Who is billed with the id *uid*; if it tells a person at one event only, at one of *events*."""
    everywhere = is_worldwide(uid)
    for name, talk, event in db.execute(
        "SELECT credit.name, talk.number, talk.event FROM credit"
        " JOIN record ON record.id = credit.record JOIN talk ON talk.number = record.talk"
        " WHERE credit.uid = ?",
        (uid,),
    ):
        meant = everywhere or event in events
        if meant and (known := known_as(name, shelf.people_on(db, talk))):
            yield known.number
