"""The documents of a library as they were read, and by what ids their talks and people go."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from talkctl.model import Document, Occasion, Record, Remark
from talkctl.store.records import read_records


class Known(NamedTuple):
    """A person of a talk: their id, and how the talk bills them and they are called."""

    id: str
    billed_as: str
    name: str


class Shelved(NamedTuple):
    """A document of the library; of each of its records the talk, who is on it, and its event."""

    document: Document
    talks: tuple[str, ...]
    people: tuple[tuple[Known, ...], ...]
    events: tuple[str | None, ...]


def shelved(db: sqlite3.Connection) -> list[Shelved]:
    """All documents of a library, each whole again, by name."""
    talks: dict[int, list[str]] = defaultdict(list)
    people: dict[int, list[tuple[Known, ...]]] = defaultdict(list)
    records: dict[int, list[Record]] = defaultdict(list)
    on_talk = _people(db)
    events: dict[int, list[str | None]] = defaultdict(list)
    ids = {
        number: (talk, event)
        for number, talk, event in db.execute(
            "SELECT talk.number, talk.id, event.id FROM talk"
            " LEFT JOIN event ON event.number = talk.event"
        )
    }
    for place, record in read_records(db):
        records[place.document].append(record)
        talk, event = ids[place.talk]
        talks[place.document].append(talk)
        events[place.document].append(event)
        people[place.document].append(on_talk[place.talk])
    remarks = _remarks(db)
    occasions = _occasions(db)
    return [
        Shelved(
            document._replace(
                records=tuple(records[number]),
                remarks=tuple(remarks[number]),
                occasions=tuple(occasions[number]),
            ),
            tuple(talks[number]),
            tuple(people[number]),
            tuple(events[number]),
        )
        for number, document in _documents(db)
    ]


def digests(db: sqlite3.Connection) -> dict[str, str]:
    """The name of each document that was read without remarks, by its digest."""
    return dict(
        db.execute(
            "SELECT digest, name FROM document WHERE id NOT IN (SELECT document FROM remark)"
        )
    )


class Gave(NamedTuple):
    """What a document gave: its format, its collection, and how many talks and remarks."""

    format: str
    collection: str | None
    talks: int
    remarks: int


def given_by_document(db: sqlite3.Connection) -> dict[str, Gave]:
    """What each document gave, by its name."""
    return {
        name: Gave(*gave)
        for name, *gave in db.execute(
            "SELECT name, format, collection,"
            " (SELECT count(DISTINCT talk) FROM record WHERE record.document = document.id),"
            " (SELECT count(*) FROM remark WHERE remark.document = document.id) FROM document"
        )
    }


def fact(db: sqlite3.Connection, key: str) -> str | None:
    """What the library keeps under *key* about itself."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def keep_fact(db: sqlite3.Connection, key: str, value: str) -> None:
    """Keep *value* under *key*."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _documents(db: sqlite3.Connection) -> Iterator[tuple[int, Document]]:
    for number, name, kind, digest, lines, collection, imported in db.execute(
        "SELECT id, name, format, digest, lines, collection, imported FROM document ORDER BY name"
    ):
        yield number, Document(name, kind, digest, lines, collection=collection, imported=imported)


def _people(db: sqlite3.Connection) -> dict[int, tuple[Known, ...]]:
    found: dict[int, list[Known]] = defaultdict(list)
    for talk, *known in db.execute(
        "SELECT talk, person.id, billed_as, person.name FROM appearance"
        " JOIN person ON person.number = appearance.person ORDER BY talk, position"
    ):
        found[talk].append(Known(*known))
    return defaultdict(tuple, {talk: tuple(people) for talk, people in found.items()})


def _remarks(db: sqlite3.Connection) -> dict[int, list[Remark]]:
    found: dict[int, list[Remark]] = defaultdict(list)
    for number, *values in db.execute(
        "SELECT document, document.name, first_line, last_line, reason, text FROM remark"
        " JOIN document ON document.id = remark.document ORDER BY document, remark.rowid"
    ):
        found[number].append(Remark(*values))
    return found


def _occasions(db: sqlite3.Connection) -> dict[int, list[Occasion]]:
    found: dict[int, list[Occasion]] = defaultdict(list)
    for number, name, aliases, *values in db.execute(
        'SELECT document, name, aliases, city, country, timezone, start, "end" FROM occasion'
        " ORDER BY document, position"
    ):
        found[number].append(Occasion(name, tuple(json.loads(aliases)), *values))
    return found
