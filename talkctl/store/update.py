"""A library changed to what a catalogue says, touching only what is different.

Talks, people and events keep their numbers as long as they keep their ids, and a talk all of whose
rows would be the same is left alone: adding one page to a large library costs what the page costs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from talkctl.model import Event, Person
from talkctl.record import Alias, Catalogue, JoinedTalk
from talkctl.store import index
from talkctl.store.part import Chosen, Part, chosen
from talkctl.store.rows import TALK_TABLES, Entry, Numbers, insert_rows, rows_beside_talks

_ON_RECORDS = ("difference", "credit", "bio", "link", "note", "segment")
_AT_A_TIME = 500

_CHOSEN_BY = {
    "document": ("documents", "id"),
    "occasion": ("documents", "document"),
    "remark": ("documents", "document"),
    "event": ("events", "number"),
    "event_alias": ("events", "event"),
    "person": ("people", "number"),
    "person_alias": ("people", "person"),
}
"""By what the rows of each table are of a part: a field of :class:`Chosen`, and the column."""


class Written(NamedTuple):
    """The ids of talks that came, that are other than before, and that went.

    *records* are the numbers of records that went, for talks that are other or gone.
    """

    new: frozenset[str]
    changed: frozenset[str]
    gone: frozenset[str]
    records: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def replace_catalogue(
    db: sqlite3.Connection, catalogue: Catalogue, part: Part | None = None
) -> Written:
    """Make the library in *db*, which is in a transaction, hold *catalogue* and nothing else.

    If it is of a *part* of the library only, all else stays.
    """
    which = chosen(db, part)
    talks = list(catalogue.talks)
    catalogue = catalogue._replace(people=list(catalogue.people), talks=talks)
    before = {
        identifier: (number, digest)
        for identifier, number, digest in db.execute(
            f"SELECT id, number, digest FROM talk WHERE {which.talks.format('number')}"
        )
    }
    digests = {joined.talk.id: _digest(joined, catalogue) for joined in talks}
    new = [joined for joined in talks if joined.talk.id not in before]
    changed = [
        joined
        for joined in talks
        if joined.talk.id in before and before[joined.talk.id][1] != digests[joined.talk.id]
    ]
    changed.sort(key=lambda joined: before[joined.talk.id][0])
    gone = [identifier for identifier in before if identifier not in digests]
    leaving = [before[joined.talk.id][0] for joined in changed]
    leaving += [before[identifier][0] for identifier in gone]
    (there,) = db.execute("SELECT count(*) FROM talk").fetchone()
    anew = 2 * (len(new) + len(leaving)) > there + len(new) - len(gone)
    if anew:
        index.drop(db)
    else:
        for some in _some(leaving):
            index.remove_from_index(db, some)
    records = _delete(db, leaving)
    numbers = _numbers(db, catalogue)
    _rewrite(db, catalogue, numbers, which)
    added = _insert(db, [*changed, *new], before, digests, numbers)
    _count_people(db, [*changed, *new], catalogue, numbers)
    if anew:
        index.build_index(db)
    else:
        for some in _some(added):
            index.update_index(db, some)
    return Written(
        frozenset(joined.talk.id for joined in new),
        frozenset(joined.talk.id for joined in changed),
        frozenset(gone),
        frozenset(records),
    )


def move_ids(db: sqlite3.Connection, moved: Mapping[str, str]) -> None:
    """Lead ids that were merged away to those of the talks they are now, and marks with them.

    An id that is alive again, for the merge was taken back, gets its marks back.
    """
    for old, new in moved.items():
        _move_notes(db, old, new)
        had = db.execute("SELECT picked, seen, rating FROM mark WHERE talk = ?", (new,)).fetchone()
        db.execute("UPDATE former_id SET talk = ? WHERE talk = ?", (new, old))
        db.execute(
            "INSERT OR REPLACE INTO former_id VALUES (?, ?, ?, ?, ?)",
            (old, new, *(had or (None, None, None))),
        )
        db.execute(
            "INSERT INTO mark SELECT ?, picked, seen, rating FROM mark WHERE talk = ?"
            " ON CONFLICT (talk) DO UPDATE SET picked = coalesce(picked, excluded.picked),"
            " seen = coalesce(seen, excluded.seen), rating = coalesce(rating, excluded.rating)",
            (new, old),
        )
    alive = db.execute(
        "SELECT id, talk, picked, seen, rating FROM former_id WHERE id IN (SELECT id FROM talk)"
    ).fetchall()
    for again, other, *had in alive:
        _take_back(db, again, other, had)
    db.execute("DELETE FROM former_id WHERE id IN (SELECT id FROM talk)")


def _take_back(db: sqlite3.Connection, again: str, other: str, had: list[object]) -> None:
    """Leave to *other* only the marks that did not come from the talk that is on its own again."""
    for column, before in zip(("picked", "seen", "rating"), had, strict=True):
        db.execute(
            f"UPDATE mark SET {column} = ?1 WHERE talk = ?2"
            f" AND {column} IS (SELECT {column} FROM mark WHERE talk = ?3)",
            (before, other, again),
        )
    with index.reindexed(db, (again, other)):
        db.execute("UPDATE own_note SET talk = ?1, origin = NULL WHERE origin = ?1", (again,))


def _move_notes(db: sqlite3.Connection, old: str, new: str) -> None:
    if db.execute("SELECT 1 FROM own_note WHERE talk = ?", (old,)).fetchone():
        with index.reindexed(db, (old, new)):
            db.execute(
                "UPDATE own_note SET talk = ?2, origin = coalesce(origin, ?1) WHERE talk = ?1",
                (old, new),
            )


def _digest(joined: JoinedTalk, catalogue: Catalogue) -> str:
    """What stands for all that the library keeps of a talk, and for the names it is found by."""
    talk = joined.talk
    names = [_names(catalogue.person_aliases.get(person.id)) for person in talk.speakers]
    events = _names(catalogue.event_aliases.get(talk.event.id)) if talk.event else []
    return blake2b(repr((joined, names, events)).encode(), digest_size=12).hexdigest()


def _names(aliases: Iterable[Alias] | None) -> list[str]:
    return sorted(alias.name for alias in aliases or ())


def _numbers(db: sqlite3.Connection, catalogue: Catalogue) -> Numbers:
    """Numbers for all documents, events and people in *catalogue* or on its talks."""
    talks = [joined.talk for joined in catalogue.talks]
    events = [event.id for event in catalogue.events]
    events += [talk.event.id for talk in talks if talk.event]
    people = [person.id for person in catalogue.people]
    people += [person.id for talk in talks for person in talk.speakers]
    return Numbers(
        _numbered(db, "document", "name", "id", [one.name for one in catalogue.documents]),
        _numbered(db, "event", "id", "number", events),
        _numbered(db, "person", "id", "number", people),
    )


def _numbered(
    db: sqlite3.Connection, table: str, name: str, number: str, wanted: list[str]
) -> dict[str, int]:
    """A number for each of *wanted*: the one it has, or the next free one."""
    found = dict.fromkeys(wanted, 0)
    for some in _some(list(found)):
        holders = ", ".join("?" * len(some))
        query = f"SELECT {name}, {number} FROM {table} WHERE {name} IN ({holders})"
        found.update(db.execute(query, some))
    (free,) = db.execute(f"SELECT coalesce(max({number}), 0) FROM {table}").fetchone()
    for one, known in found.items():
        if not known:
            found[one] = free = free + 1
    return found


def _delete(db: sqlite3.Connection, numbers: list[int]) -> set[int]:
    """Delete the talks with these *numbers*; the numbers of their records."""
    records: set[int] = set()
    for some in _some(numbers):
        chosen = ", ".join(map(str, some))
        records |= _numbers_of(db, "record", f"talk IN ({chosen})", "id")
        for table in _ON_RECORDS:
            db.execute(
                f"DELETE FROM {table} WHERE record IN"
                f" (SELECT id FROM record WHERE talk IN ({chosen}))"
            )
        for table, column in (("record", "talk"), ("appearance", "talk"), ("talk", "number")):
            db.execute(f"DELETE FROM {table} WHERE {column} IN ({chosen})")
    return records


def _rewrite(db: sqlite3.Connection, catalogue: Catalogue, numbers: Numbers, which: Chosen) -> None:
    """Documents, events and people: so few beside the talks that they are written anew."""
    gone = _numbers_of(db, "person", which.people.format("number"))
    gone -= {numbers.people[person.id] for person in catalogue.people}
    staying = _numbers_of(db, "document", f"NOT ({which.documents.format('id')})", "id")
    catalogue = catalogue._replace(
        documents=tuple(
            one for one in catalogue.documents if numbers.documents[one.name] not in staying
        ),
        event_aliases=_of(catalogue.event_aliases, catalogue.events),
        person_aliases=_of(catalogue.person_aliases, catalogue.people),
    )
    for table, rows in rows_beside_talks(catalogue, numbers).items():
        chosen_by, column = _CHOSEN_BY[table]
        db.execute(f"DELETE FROM {table} WHERE {getattr(which, chosen_by).format(column)}")
        insert_rows(db, table, rows)
    if gone and db.execute("SELECT 1 FROM sqlite_master WHERE name = 'name_word'").fetchone():
        for some in _some(sorted(gone)):
            db.execute(f"DELETE FROM name_word WHERE person IN ({', '.join(map(str, some))})")


def _of(
    aliases: Mapping[str, tuple[Alias, ...]], owners: Iterable[Event | Person]
) -> dict[str, tuple[Alias, ...]]:
    return {owner.id: aliases.get(owner.id, ()) for owner in owners}


def _numbers_of(db: sqlite3.Connection, table: str, where: str, number: str = "number") -> set[int]:
    return {row[0] for row in db.execute(f"SELECT {number} FROM {table} WHERE {where}")}


def _count_people(
    db: sqlite3.Connection,
    written: list[JoinedTalk],
    catalogue: Catalogue,
    numbers: Numbers,
) -> None:
    """Count the people at events that stay but of which some talks were *written* anew."""
    stay = {joined.talk.event.id for joined in written if joined.talk.event}
    stay -= {event.id for event in catalogue.events}
    db.executemany(
        "UPDATE event SET speaker_count = (SELECT count(DISTINCT person) FROM appearance"
        " JOIN talk ON talk.number = appearance.talk WHERE talk.event = event.number)"
        " WHERE number = ?",
        [(numbers.events[event],) for event in stay],
    )


def _insert(
    db: sqlite3.Connection,
    talks: list[JoinedTalk],
    before: dict[str, tuple[int, str]],
    digests: dict[str, str],
    numbers: Numbers,
) -> list[int]:
    """Write *talks*, those that the library had under their old numbers; all their numbers."""
    (free,) = db.execute("SELECT coalesce(max(number), 0) FROM talk").fetchone()
    free = max((free, *(number for number, _ in before.values())))
    (record,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM record").fetchone()
    written: list[int] = []
    for some in _some(talks):
        entries = []
        for joined in some:
            number, _ = before.get(joined.talk.id, (0, ""))
            if not number:
                number = free = free + 1
            entries.append(Entry(number, record, joined))
            record += len(joined.records)
        for table, rows in TALK_TABLES.items():
            insert_rows(db, table, rows(entries, numbers))
        written += [entry.number for entry in entries]
    db.executemany(
        "UPDATE talk SET digest = ? WHERE id = ?",
        [(digests[joined.talk.id], joined.talk.id) for joined in talks],
    )
    return written


def _some(things: list[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(things), _AT_A_TIME):
        yield things[start : start + _AT_A_TIME]
