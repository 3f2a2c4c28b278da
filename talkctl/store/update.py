"""A library changed to what a catalogue says, touching only what is different.

Talks, people and events keep their numbers as long as they keep their ids, and a talk all of whose
rows would be the same is left alone: adding one page to a large library costs what the page costs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from talkctl.model import Catalogue, JoinedTalk
from talkctl.store import build, index

_ON_RECORDS = ("difference", "credit", "bio", "link", "note", "segment")
_AT_A_TIME = 500


class Written(NamedTuple):
    """The ids of talks that came, that are other than before, and that went."""

    new: frozenset[str]
    changed: frozenset[str]
    gone: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def replace_catalogue(db: sqlite3.Connection, catalogue: Catalogue) -> Written:
    """Make the library in *db*, which is in a transaction, hold *catalogue* and nothing else."""
    talks = list(catalogue.talks)
    people = list(catalogue.people)
    catalogue = catalogue._replace(people=people)
    before = {
        identifier: (number, digest)
        for identifier, number, digest in db.execute("SELECT id, number, digest FROM talk")
    }
    digests = {joined.talk.id: _digest(joined, catalogue) for joined in talks}
    new = [joined for joined in talks if joined.talk.id not in before]
    changed = [
        joined
        for joined in talks
        if joined.talk.id in before and before[joined.talk.id][1] != digests[joined.talk.id]
    ]
    gone = [identifier for identifier in before if identifier not in digests]
    leaving = [before[joined.talk.id][0] for joined in changed]
    leaving += [before[identifier][0] for identifier in gone]
    anew = 2 * (len(new) + len(leaving)) > len(talks)
    if anew:
        index.drop(db)
    else:
        for some in _some(leaving):
            index.remove_from_index(db, some)
    _delete(db, leaving)
    numbers = build.Numbers(
        _numbered(db, "document", "name", "id", (one.name for one in catalogue.documents)),
        _numbered(db, "event", "id", "number", (event.id for event in catalogue.events)),
        _numbered(db, "person", "id", "number", (person.id for person in people)),
    )
    _rewrite(db, catalogue, numbers)
    added = _insert(db, [*changed, *new], before, digests, numbers)
    if anew:
        index.build_index(db)
    else:
        for some in _some(added):
            index.update_index(db, some)
    return Written(
        frozenset(joined.talk.id for joined in new),
        frozenset(joined.talk.id for joined in changed),
        frozenset(gone),
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
    names = [catalogue.person_aliases.get(person.id) for person in talk.speakers]
    events = catalogue.event_aliases.get(talk.event.id) if talk.event else None
    return blake2b(repr((joined, names, events)).encode(), digest_size=12).hexdigest()


def _numbered(
    db: sqlite3.Connection, table: str, name: str, number: str, wanted: Iterable[str]
) -> dict[str, int]:
    """A number for each of *wanted*: the one it has, or the next free one."""
    known = dict(db.execute(f"SELECT {name}, {number} FROM {table}"))
    free = max(known.values(), default=0)
    found = {}
    for one in wanted:
        if one in known:
            found[one] = known[one]
        else:
            free += 1
            found[one] = free
    return found


def _delete(db: sqlite3.Connection, numbers: list[int]) -> None:
    for some in _some(numbers):
        chosen = ", ".join(map(str, some))
        for table in _ON_RECORDS:
            db.execute(
                f"DELETE FROM {table} WHERE record IN"
                f" (SELECT id FROM record WHERE talk IN ({chosen}))"
            )
        for table, column in (("record", "talk"), ("appearance", "talk"), ("talk", "number")):
            db.execute(f"DELETE FROM {table} WHERE {column} IN ({chosen})")


def _rewrite(db: sqlite3.Connection, catalogue: Catalogue, numbers: build.Numbers) -> None:
    """Documents, events and people: so few beside the talks that they are written anew."""
    tables: dict[str, Iterable[build.Row]] = {
        "document": build.document_rows(catalogue, numbers),
        "occasion": build.occasion_rows(catalogue, numbers),
        "remark": build.remark_rows(catalogue, numbers),
        "event": (build.event_row((numbers.events[one.id], one)) for one in catalogue.events),
        "event_alias": build.alias_rows("event", numbers.events, catalogue.event_aliases),
        "person": (
            {
                "number": numbers.people[person.id],
                "id": person.id,
                "name": person.name,
                "talk_count": person.talk_count,
            }
            for person in catalogue.people
        ),
        "person_alias": build.alias_rows("person", numbers.people, catalogue.person_aliases),
    }
    for table, rows in tables.items():
        db.execute(f"DELETE FROM {table}")
        build.insert_rows(db, table, rows)
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'name_word'").fetchone():
        db.execute("DELETE FROM name_word WHERE person NOT IN (SELECT number FROM person)")


def _insert(
    db: sqlite3.Connection,
    talks: list[JoinedTalk],
    before: dict[str, tuple[int, str]],
    digests: dict[str, str],
    numbers: build.Numbers,
) -> list[int]:
    """Write *talks*, those that the library had under their old numbers; all their numbers."""
    free = max((number for number, _ in before.values()), default=0)
    (record,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM record").fetchone()
    written: list[int] = []
    for some in _some(talks):
        entries = []
        for joined in some:
            number, _ = before.get(joined.talk.id, (0, ""))
            if not number:
                number = free = free + 1
            entries.append(build.Entry(number, record, joined))
            record += len(joined.records)
        for table, rows in build.TALK_TABLES.items():
            build.insert_rows(db, table, rows(entries, numbers))
        written += [entry.number for entry in entries]
    db.executemany(
        "UPDATE talk SET digest = ? WHERE id = ?",
        [(digests[joined.talk.id], joined.talk.id) for joined in talks],
    )
    return written


def _some(things: list[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(things), _AT_A_TIME):
        yield things[start : start + _AT_A_TIME]
