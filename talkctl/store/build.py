"""Writing a whole library from a catalogue.

The file is made beside its place and moved there in one step when it is complete, so that a build
that fails or is killed leaves what was there before. The same catalogue gives the same rows in the
same order; with the same SQLite it gives the same bytes.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talkctl.errors import LibraryError
from talkctl.model import Alias, Catalogue, Event, JoinedTalk, Person, Record
from talkctl.store import index, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]

_TALKS_AT_A_TIME = 1000
_ROWS_AT_A_TIME = 500

_TALK_FIELDS = (
    "id", "slug", "title", "kind", "level", "language", "start", "end", "timezone", "local_start",
    "local_end", "date", "day", "room", "track", "published", "duration", "abstract", "subtitle",
    "status",
)  # fmt: skip
_RECORD_FIELDS = (
    "first_line", "last_line", "raw_title", "title", "kind", "level", "language", "event", "start",
    "end", "timezone", "date", "day", "room", "track", "published", "duration", "participants",
    "subtitle", "status", "uid",
)  # fmt: skip
_EVENT_FIELDS = (
    "id", "name", "city", "country", "timezone", "start", "end",
    "talk_count", "speaker_count", "timed_count",
)  # fmt: skip


def write_library(path: Path, catalogue: Catalogue) -> None:
    """Make the library at *path* out of *catalogue*; what was there is replaced at the end."""
    folder = path.resolve().parent
    if not folder.is_dir():
        raise LibraryError(f"cannot write {path}: there is no folder {folder}")
    if path.is_dir():
        raise LibraryError(f"cannot write {path}: it is a folder")
    if path.exists() and not _is_library(path):
        raise LibraryError(f"cannot write {path}: what is there is no library, and would be lost")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=folder)
        os.close(handle)
    except OSError as error:
        raise LibraryError(f"cannot write {path}: {error.strerror}") from None
    fresh = Path(name)
    try:
        _fill(fresh, catalogue)
        fresh.chmod(0o644)
        os.replace(fresh, path)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(f"cannot write {path}: {error}") from None
    finally:
        fresh.unlink(missing_ok=True)


def _is_library(path: Path) -> bool:
    """Whether the file at *path* may be replaced: it is one of ours, told by its header.

    https://www.sqlite.org/fileformat2.html has the application id at byte 68.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(100)
    return not header or header[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")


def _fill(path: Path, catalogue: Catalogue) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            f"PRAGMA user_version = {schema.VERSION};"
            f"PRAGMA application_id = {schema.APPLICATION_ID};"
            f"{schema.TABLES}"
        )
        write_rows(connection, catalogue)
        connection.executescript(schema.INDEXES + schema.VIEWS)
        index.build_index(connection)
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class Numbers:
    """By what numbers the rows of talks refer to documents, events and people."""

    documents: dict[str, int]
    events: dict[str, int]
    people: dict[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A talk on its way into the tables: its number, and that of its first record."""

    number: int
    first_record: int
    joined: JoinedTalk

    def records(self) -> Iterator[tuple[int, int, Record]]:
        """The id of each record, its place among the records of the talk, and the record."""
        for place, record in enumerate(self.joined.records):
            yield self.first_record + place, place, record


def write_rows(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Put all rows of *catalogue* into the empty tables of *connection*, some talks at a time."""
    from sqlite_utils import Database

    database = Database(connection)
    numbers = Numbers(
        {document.name: n for n, document in enumerate(catalogue.documents, 1)},
        {event.id: n for n, event in enumerate(catalogue.events, 1)},
        {},
    )
    _insert(database, "document", _document_rows(catalogue, numbers))
    _insert(database, "occasion", _occasion_rows(catalogue, numbers))
    _insert(database, "event", map(_event_row, enumerate(catalogue.events, 1)))
    _insert(database, "event_alias", _alias_rows("event", numbers.events, catalogue.event_aliases))
    _insert(database, "person", _person_rows(catalogue.people, numbers))
    _insert(
        database, "person_alias", _alias_rows("person", numbers.people, catalogue.person_aliases)
    )
    entries = _entries(catalogue.talks)
    while batch := list(islice(entries, _TALKS_AT_A_TIME)):
        for table, rows in TALK_TABLES.items():
            insert_rows(connection, table, rows(batch, numbers))
    _insert(database, "remark", _remark_rows(catalogue, numbers))


def _insert(database: Database, table: str, rows: Iterable[Row]) -> None:
    database.table(table).insert_all(rows, batch_size=_ROWS_AT_A_TIME)


def insert_rows(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert *rows*, all with the same columns, whose values are what SQLite knows.

    sqlite-utils looks at every value in case it has to be turned into JSON first; where each talk
    has many rows, that is a third of the time of a build.
    """
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    columns = ", ".join(f'"{column}"' for column in first)
    marks = ", ".join("?" * len(first))
    values = (tuple(row.values()) for row in chain((first,), rows))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def _entries(talks: Iterable[JoinedTalk]) -> Iterator[Entry]:
    first_record = 1
    for number, joined in enumerate(talks, 1):
        yield Entry(number, first_record, joined)
        first_record += len(joined.records)


def _picked(thing: object, fields: tuple[str, ...]) -> Row:
    return {field: getattr(thing, field) for field in fields}


def _as_json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _document_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        yield {
            "id": numbers.documents[document.name],
            **_picked(document, ("name", "format", "digest", "lines", "collection", "imported")),
        }


def _occasion_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        for position, occasion in enumerate(document.occasions):
            yield {
                "document": numbers.documents[document.name],
                "position": position,
                **_picked(occasion, ("name", "city", "country", "timezone", "start", "end")),
                "aliases": _as_json(occasion.aliases),
            }


def _event_row(numbered: tuple[int, Event]) -> Row:
    number, event = numbered
    return {"number": number, **_picked(event, _EVENT_FIELDS)}


def _alias_rows(
    owner: str, numbers: dict[str, int], aliases: dict[str, tuple[Alias, ...]]
) -> Iterator[Row]:
    for identifier, names in aliases.items():
        for alias in names:
            yield {owner: numbers[identifier], "name": alias.name, "source": alias.source}


def _person_rows(people: Iterable[Person], numbers: Numbers) -> Iterator[Row]:
    for number, person in enumerate(people, 1):
        numbers.people[person.id] = number
        yield {"number": number, **_picked(person, ("id", "name", "talk_count"))}


def _talk_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Row]:
    for entry in batch:
        talk = entry.joined.talk
        yield {
            "number": entry.number,
            **_picked(talk, _TALK_FIELDS),
            "event": numbers.events[talk.event.id] if talk.event else None,
            "tags": _as_json(talk.tags),
            "transcript": int(talk.transcript),
        }


def _appearance_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Row]:
    for entry in batch:
        for position, person in enumerate(entry.joined.talk.speakers):
            yield {
                "talk": entry.number,
                "position": position,
                "person": numbers.people[person.id],
                **_picked(person, ("billed_as", "role", "job", "org")),
                "org_certain": int(person.org_certain),
            }


def _record_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Row]:
    for entry in batch:
        abstract = entry.joined.talk.abstract
        for identifier, position, record in entry.records():
            # The talk's own abstract stands in its row and is not kept twice.
            same = record.abstract is not None and record.abstract == abstract
            yield {
                "id": identifier,
                "talk": entry.number,
                "position": position,
                "document": numbers.documents[record.document],
                **_picked(record, _RECORD_FIELDS),
                "abstract": None if same else record.abstract,
                "abstract_is_talks": int(same),
                "tags": _as_json(record.tags),
            }


def _credit_rows(batch: list[Entry], _: Numbers) -> Iterator[Row]:
    for identifier, _place, record in _records(batch):
        for position, credit in enumerate(record.speakers):
            yield {
                "record": identifier,
                "position": position,
                **_picked(credit, ("name", "role", "job", "org", "uid")),
                "org_shared": int(credit.org_shared),
            }


def _bio_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Row]:
    for entry in batch:
        for identifier, place, record in entry.records():
            about = entry.joined.bio_people[place]
            for position, (bio, person) in enumerate(zip(record.bios, about, strict=True)):
                yield {
                    "record": identifier,
                    "position": position,
                    "person": numbers.people[person] if person else None,
                    **_picked(bio, ("name", "heading", "text")),
                }


def _link_rows(batch: list[Entry], _: Numbers) -> Iterator[Row]:
    for identifier, _place, record in _records(batch):
        for position, link in enumerate(record.links):
            fields = _picked(link, ("kind", "url", "raw"))
            yield {"record": identifier, "position": position, **fields}


def _note_rows(batch: list[Entry], _: Numbers) -> Iterator[Row]:
    for identifier, _place, record in _records(batch):
        for position, note in enumerate(record.notes):
            fields = _picked(note, ("text", "language"))
            yield {"record": identifier, "position": position, **fields}


def _segment_rows(batch: list[Entry], _: Numbers) -> Iterator[Row]:
    for identifier, _place, record in _records(batch):
        for position, segment in enumerate(record.transcript):
            fields = _picked(segment, ("start", "end", "text"))
            yield {"record": identifier, "position": position, **fields}


def _records(batch: list[Entry]) -> Iterator[tuple[int, int, Record]]:
    return chain.from_iterable(entry.records() for entry in batch)


def _remark_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        for remark in document.remarks:
            yield {
                "document": numbers.documents[document.name],
                **_picked(remark, ("first_line", "last_line", "reason", "text")),
            }


TALK_TABLES: dict[str, Callable[[list[Entry], Numbers], Iterator[Row]]] = {
    "talk": _talk_rows,
    "appearance": _appearance_rows,
    "record": _record_rows,
    "credit": _credit_rows,
    "bio": _bio_rows,
    "link": _link_rows,
    "note": _note_rows,
    "segment": _segment_rows,
}
"""The tables a talk fills, in the order in which rows refer to one another."""
