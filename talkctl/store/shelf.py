"""The documents of a library as they were read, and by what ids their talks and people go."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from talkctl.model import EventName
from talkctl.record import Document, Occasion, Record, Remark
from talkctl.store.records import read_records
from talkctl.store.schema import EVENT_AS_TALK


class Known(NamedTuple):
    """A person of a talk: who they are, how the talk bills them, and how they are called there and
    elsewhere."""

    id: str
    billed_as: str
    name: str
    aliases: tuple[str, ...]
    number: int
    org_certain: bool


class Home(NamedTuple):
    """The talk that a record is of, its event, and who is on it."""

    number: int
    talk: str
    slug: str
    event: EventName | None
    people: tuple[Known, ...]


class Shelved(NamedTuple):
    """A document of the library, and where each of its records belongs."""

    document: Document
    homes: tuple[Home, ...]


def shelved(
    db: sqlite3.Connection, records: str = "1", documents: str | None = None
) -> list[Shelved]:
    """The documents of a library, each whole again, by name.

    *records* chooses some of what they say, by ``record.talk`` or ``record.document``, and
    *documents* which of them, by ``id``: else it is those that have such a record.
    """
    if documents is None:
        documents = (
            "1" if records == "1" else f"id IN (SELECT document FROM record WHERE {records})"
        )
    found: dict[int, list[tuple[Record, Home]]] = defaultdict(list)
    talks = _talks(db, records)
    for place, record in read_records(db, records):
        found[place.document].append((record, talks[place.talk]))
    remarks = _remarks(db, documents)
    occasions = _occasions(db, documents)
    return [
        Shelved(
            document._replace(
                records=tuple(record for record, _ in found[number]),
                remarks=tuple(remarks[number]),
                occasions=tuple(occasions[number]),
            ),
            tuple(home for _, home in found[number]),
        )
        for number, document in _documents(db, documents)
    ]


def _talks(db: sqlite3.Connection, records: str) -> dict[int, Home]:
    """Where records belong, by the number of the talk."""
    which = "1" if records == "1" else f"{{}} IN (SELECT talk FROM record WHERE {records})"
    people = _people(db, which.format("talk"))
    return {
        number: Home(
            number, talk, slug, EventName(event, name) if event else None, tuple(people[number])
        )
        for number, talk, slug, event, name in db.execute(
            "SELECT talk.number, talk.id, talk.slug, event.id, event.name FROM talk"
            f" LEFT JOIN event ON event.number = talk.event WHERE {which.format('talk.number')}"
        )
    }


def _people(db: sqlite3.Connection, where: str) -> dict[int, list[Known]]:
    """Who is on the talks that *where* chooses, by the numbers of the talks."""
    people: dict[int, list[Known]] = defaultdict(list)
    aliases = _aliases(db, where)
    for talk, identifier, billed_as, name, number, certain in db.execute(
        "SELECT talk, person.id, billed_as, person.name, person.number, org_certain"
        " FROM appearance JOIN person ON person.number = appearance.person"
        f" WHERE {where} ORDER BY talk, position"
    ):
        also = tuple(aliases.get(number, ()))
        people[talk].append(Known(identifier, billed_as, name, also, number, bool(certain)))
    return people


def _aliases(db: sqlite3.Connection, where: str) -> dict[int, list[str]]:
    """The other names of everybody on the talks that *where* chooses."""
    found: dict[int, list[str]] = defaultdict(list)
    for person, name in db.execute(
        "SELECT person, name FROM person_alias"
        f" WHERE person IN (SELECT person FROM appearance WHERE {where})"
    ):
        found[person].append(name)
    return found


def people_on(db: sqlite3.Connection, talk: int) -> tuple[Known, ...]:
    """Who is on the talk with this number."""
    return tuple(_people(db, f"talk = {talk}")[talk])


def occasions_of(db: sqlite3.Connection, collection: str) -> list[Occasion]:
    """The events that the documents of a *collection* describe."""
    told = _occasions(db, "document.collection = ?", collection)
    return [occasion for occasions in told.values() for occasion in occasions]


def talks_beside_loose_records(db: sqlite3.Connection) -> set[int]:
    """The talks of all documents some records of which name no event, or one that may be no name."""
    loose = (
        "SELECT record.document FROM talk JOIN record ON record.talk = talk.number"
        " WHERE talk.event IS NULL UNION SELECT record.document FROM difference"
        " JOIN record ON record.id = difference.record"
        f" WHERE NOT record.as_talk & {EVENT_AS_TALK}"
        " AND (difference.event IS NULL OR difference.event NOT GLOB '*[0-9A-Za-z]*')"
    )
    query = f"SELECT DISTINCT talk FROM record WHERE document IN ({loose})"
    return {talk for (talk,) in db.execute(query)}


def digests(db: sqlite3.Connection) -> dict[str, str]:
    """The name of each document that was read without remarks, by its digest."""
    return dict(
        db.execute(
            "SELECT digest, name FROM document WHERE id NOT IN (SELECT document FROM remark)"
        )
    )


def names(db: sqlite3.Connection) -> set[str]:
    """The names of all documents."""
    return {name for (name,) in db.execute("SELECT name FROM document")}


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


def _documents(db: sqlite3.Connection, which: str) -> Iterator[tuple[int, Document]]:
    for number, name, kind, digest, lines, collection, imported in db.execute(
        "SELECT id, name, format, digest, lines, collection, imported FROM document"
        f" WHERE {which} ORDER BY name"
    ):
        yield number, Document(name, kind, digest, lines, collection=collection, imported=imported)


def _remarks(db: sqlite3.Connection, which: str) -> dict[int, list[Remark]]:
    found: dict[int, list[Remark]] = defaultdict(list)
    for number, *values in db.execute(
        "SELECT document, document.name, first_line, last_line, reason, text FROM remark"
        " JOIN document ON document.id = remark.document"
        f" WHERE {which} ORDER BY document, remark.rowid"
    ):
        found[number].append(Remark(*values))
    return found


def _occasions(db: sqlite3.Connection, which: str, *values: str) -> dict[int, list[Occasion]]:
    found: dict[int, list[Occasion]] = defaultdict(list)
    for number, name, aliases, *told in db.execute(
        'SELECT document, occasion.name, aliases, city, country, timezone, start, "end"'
        " FROM occasion JOIN document ON document.id = occasion.document"
        f" WHERE {which} ORDER BY document, position",
        values,
    ):
        found[number].append(Occasion(name, tuple(json.loads(aliases)), *told))
    return found
