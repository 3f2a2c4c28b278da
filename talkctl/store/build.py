"""Writing a whole library from a catalogue.

The file is made beside its place and moved there in one step when it is complete, so that a build
that fails or is killed leaves what was there before. The same catalogue gives the same rows in the
same order; with the same SQLite it gives the same bytes.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from talkctl.errors import LibraryError
from talkctl.model import Alias, Catalogue, Event, JoinedTalk, Person, Record
from talkctl.store import APPLICATION_ID, VERSION, common, index, passages, schema
from talkctl.store.location import is_library
from talkctl.store.passages import Passages

Row = dict[str, Any]
Values = tuple[Any, ...]

_PAGE, _SMALL_PAGE, _SMALL = 8192, 4096, 16 << 20
"""Bytes of a page, and of those of a library that is smaller than so much: a page holds whole rows,
and three talks with their abstracts fill a small one so badly that a sixth of it stays empty."""

_GAPS = 20
"""A large file of which less than one page in so many is free stays as it is."""

_TALKS_AT_A_TIME = 1000
_ROWS_AT_A_TIME = 500

_TALK = attrgetter(
    "id", "slug", "title", "kind", "level", "language", "start", "end", "timezone", "local_start",
    "local_end", "date", "day", "room", "track", "published", "duration", "abstract", "subtitle",
    "status",
)  # fmt: skip
_RECORD = attrgetter("first_line", "last_line", "participants", "uid")
_CREDIT = attrgetter("name", "role", "job", "org", "org_shared", "uid")
_EVENT_FIELDS = (
    "id", "name", "city", "country", "timezone", "start", "end",
    "talk_count", "speaker_count", "timed_count",
)  # fmt: skip


def write_library(path: Path, catalogue: Catalogue, facts: Mapping[str, str] | None = None) -> None:
    """Make the library at *path* out of *catalogue*; what was there is replaced at the end.

    *facts* is what the library is to keep about itself.
    """
    folder = path.resolve().parent
    if not folder.is_dir():
        raise LibraryError(f"cannot write {path}: there is no folder {folder}")
    if path.is_dir():
        raise LibraryError(f"cannot write {path}: it is a folder")
    if path.exists() and not is_library(path):
        raise LibraryError(f"cannot write {path}: what is there is no library, and would be lost")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=folder)
        os.close(handle)
    except OSError as error:
        raise LibraryError(f"cannot write {path}: {error.strerror}") from None
    fresh = Path(name)
    try:
        with _without_collecting():
            _fill(fresh, catalogue, facts or {})
        fresh.chmod(0o644)
        os.replace(fresh, path)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(f"cannot write {path}: {error}") from None
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let no garbage be looked for: rows hold no circles, and the looking takes a tenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _fill(path: Path, catalogue: Catalogue, facts: Mapping[str, str]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768;"
            f"PRAGMA user_version = {VERSION};"
            f"PRAGMA application_id = {APPLICATION_ID};"
            f"{schema.TABLES}"
        )
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))
        index.build_index(connection, _told(connection, catalogue))
        connection.executescript(schema.INDEXES + schema.VIEWS)
        connection.commit()
        _pack(connection)
    finally:
        connection.close()


def _pack(connection: sqlite3.Connection) -> None:
    """Write the file anew without gaps: on smaller pages if it is small, else if it has many."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    small = pages * _PAGE < _SMALL
    if small:
        connection.execute(f"PRAGMA page_size = {_SMALL_PAGE}")
    if small or free * _GAPS > pages:
        connection.execute("VACUUM")


@dataclass(frozen=True, slots=True)
class Numbers:
    """By what numbers the rows of talks refer to documents, events and people."""

    documents: dict[str, int]
    events: dict[str, int]
    people: dict[str, int]


class Account(NamedTuple):
    """A record on its way into the tables: its id, its place in the talk, what it says as the talk
    does, in bits, and the values of the columns in which it does not."""

    id: int
    place: int
    record: Record
    as_talk: int
    others: Values


@dataclass(frozen=True)
class Entry:
    """A talk on its way into the tables: its number, and that of its first record."""

    number: int
    first_record: int
    joined: JoinedTalk

    @cached_property
    def accounts(self) -> list[Account]:
        """The records of the talk beside what it says itself."""
        talk = self.joined.talk
        said = common.said_by_talk(talk)
        return [
            Account(self.first_record + place, place, record, *common.compared(record, talk, said))
            for place, record in enumerate(self.joined.records)
        ]


def write_rows(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Put all rows of *catalogue* into the empty tables of *connection*, some talks at a time."""
    numbers = _write_all_but_talks(connection, catalogue)
    for _ in _written(connection, catalogue.talks, numbers):
        pass


def _told(connection: sqlite3.Connection, catalogue: Catalogue) -> Iterator[Passages]:
    """Put all rows into the tables; what each talk says, as soon as its rows are there."""
    numbers = _write_all_but_talks(connection, catalogue)
    tell = passages.teller(catalogue, numbers.people)
    for entry in _written(connection, catalogue.talks, numbers):
        yield tell(entry.number, entry.joined)


def _write_all_but_talks(connection: sqlite3.Connection, catalogue: Catalogue) -> Numbers:
    from sqlite_utils import Database

    numbers = Numbers(
        {document.name: n for n, document in enumerate(catalogue.documents, 1)},
        {event.id: n for n, event in enumerate(catalogue.events, 1)},
        {},
    )
    rows: dict[str, Iterable[Row]] = {
        "document": document_rows(catalogue, numbers),
        "occasion": occasion_rows(catalogue, numbers),
        "event": map(event_row, enumerate(catalogue.events, 1)),
        "event_alias": alias_rows("event", numbers.events, catalogue.event_aliases),
        "remark": remark_rows(catalogue, numbers),
    }
    database = Database(connection)
    for table, of_table in rows.items():
        database.table(table).insert_all(of_table, batch_size=_ROWS_AT_A_TIME)
    insert_rows(connection, "person", _person_rows(catalogue.people, numbers))
    aliases = alias_rows("person", numbers.people, catalogue.person_aliases)
    insert_rows(connection, "person_alias", aliases)
    return numbers


def _written(
    connection: sqlite3.Connection, talks: Iterable[JoinedTalk], numbers: Numbers
) -> Iterator[Entry]:
    entries = _entries(talks)
    while batch := list(islice(entries, _TALKS_AT_A_TIME)):
        for table, rows in TALK_TABLES.items():
            insert_rows(connection, table, rows(batch, numbers))
        yield from batch


def insert_rows(
    connection: sqlite3.Connection, table: str, rows: Iterable[Row] | Iterable[Values]
) -> None:
    """Insert *rows*: values by column, all with the same columns, or those of :data:`COLUMNS`.

    sqlite-utils looks at every value in case it has to be turned into JSON first; where each talk
    has many rows, that is a third of the time of a build.
    """
    every: Iterator[Row | Values] = iter(rows)
    first = next(every, None)
    if first is None:
        return
    columns = tuple(first) if isinstance(first, dict) else COLUMNS[table]
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    given = (
        tuple(row.values()) if isinstance(row, dict) else row for row in chain((first,), every)
    )
    values = chain((first,), every) if isinstance(first, tuple) else given
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)


def _entries(talks: Iterable[JoinedTalk]) -> Iterator[Entry]:
    first_record = 1
    for number, joined in enumerate(talks, 1):
        yield Entry(number, first_record, joined)
        first_record += len(joined.records)


def _picked(thing: object, fields: tuple[str, ...]) -> Row:
    return {field: getattr(thing, field) for field in fields}


def document_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        yield {
            "id": numbers.documents[document.name],
            **_picked(document, ("name", "format", "digest", "lines", "collection", "imported")),
        }


def occasion_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        for position, occasion in enumerate(document.occasions):
            yield {
                "document": numbers.documents[document.name],
                "position": position,
                **_picked(occasion, ("name", "city", "country", "timezone", "start", "end")),
                "aliases": common.as_json(occasion.aliases),
            }


def event_row(numbered: tuple[int, Event]) -> Row:
    number, event = numbered
    return {"number": number, **_picked(event, _EVENT_FIELDS)}


def alias_rows(
    owner: str, numbers: dict[str, int], aliases: dict[str, tuple[Alias, ...]]
) -> Iterator[Row]:
    for identifier, names in aliases.items():
        for alias in names:
            yield {owner: numbers[identifier], "name": alias.name, "source": alias.source}


def _person_rows(people: Iterable[Person], numbers: Numbers) -> Iterator[Values]:
    for number, person in enumerate(people, 1):
        numbers.people[person.id] = number
        yield number, person.id, person.name, person.talk_count


def _talk_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        talk = entry.joined.talk
        event = numbers.events[talk.event.id] if talk.event else None
        tags = common.as_json(talk.tags) if talk.tags else "[]"
        yield (entry.number, event, tags, int(talk.transcript), *_TALK(talk))


def _appearance_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        for position, person in enumerate(entry.joined.talk.speakers):
            who, certain = numbers.people[person.id], int(person.org_certain)
            yield (entry.number, position, who, certain, *common.billed(person))


def _record_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        for one in entry.accounts:
            document = numbers.documents[one.record.document]
            own = _RECORD(one.record)
            yield (one.id, entry.number, one.place, document, one.as_talk, *own)


def _difference_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        if one.as_talk & common.ALL != common.ALL:
            yield (one.id, *one.others)


def _credit_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        if not one.as_talk & schema.SPEAKERS_AS_TALK:
            for position, credit in enumerate(one.record.speakers):
                yield (one.id, position, *_CREDIT(credit))


def _bio_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        for one in entry.accounts:
            about = entry.joined.bio_people[one.place]
            for position, (bio, person) in enumerate(zip(one.record.bios, about, strict=True)):
                who = numbers.people[person] if person else None
                yield one.id, position, who, bio.name, bio.heading, bio.text


def _link_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        for position, link in enumerate(one.record.links):
            yield one.id, position, link.kind, link.url, link.raw


def _note_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        for position, note in enumerate(one.record.notes):
            yield one.id, position, note.text, note.language


def _segment_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        for position, segment in enumerate(one.record.transcript):
            yield one.id, position, segment.start, segment.end, segment.text


def _accounts(batch: list[Entry]) -> Iterator[Account]:
    return chain.from_iterable(entry.accounts for entry in batch)


def remark_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        for remark in document.remarks:
            yield {
                "document": numbers.documents[document.name],
                **_picked(remark, ("first_line", "last_line", "reason", "text")),
            }


TALK_TABLES: dict[str, Callable[[list[Entry], Numbers], Iterator[Values]]] = {
    "talk": _talk_rows,
    "appearance": _appearance_rows,
    "record": _record_rows,
    "difference": _difference_rows,
    "credit": _credit_rows,
    "bio": _bio_rows,
    "link": _link_rows,
    "note": _note_rows,
    "segment": _segment_rows,
}
"""The tables a talk fills, in the order in which rows refer to one another."""

COLUMNS = {
    "person": ("number", "id", "name", "talk_count"),
    "talk": (
        "number", "event", "tags", "transcript", "id", "slug", "title", "kind", "level", "language",
        "start", "end", "timezone", "local_start", "local_end", "date", "day", "room", "track",
        "published", "duration", "abstract", "subtitle", "status",
    ),
    "appearance": (
        "talk", "position", "person", "org_certain", "billed_as", "role", "job", "org"
    ),
    "record": (
        "id", "talk", "position", "document", "as_talk", "first_line", "last_line",
        "participants", "uid",
    ),
    "difference": ("record", *schema.AS_TALK),
    "credit": ("record", "position", "name", "role", "job", "org", "org_shared", "uid"),
    "bio": ("record", "position", "person", "name", "heading", "text"),
    "link": ("record", "position", "kind", "url", "raw"),
    "note": ("record", "position", "text", "language"),
    "segment": ("record", "position", "start", "end", "text"),
}  # fmt: skip
"""What the values of rows are that do not name their columns."""
