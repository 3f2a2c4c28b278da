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
from pathlib import Path
from typing import Any

from talkctl.errors import LibraryError
from talkctl.model import Catalogue, Event, JoinedTalk, Record
from talkctl.store import index, schema

Row = dict[str, Any]
Progress = Callable[[str], None]

_TALK_FIELDS = (
    "id", "slug", "title", "kind", "level", "language", "start", "end", "timezone", "local_start",
    "local_end", "date", "day", "room", "track", "published", "duration", "abstract",
)  # fmt: skip
_RECORD_FIELDS = (
    "first_line", "last_line", "raw_title", "title", "kind", "level", "language", "event", "start",
    "end", "timezone", "date", "day", "room", "track", "published", "duration", "participants",
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


def write_rows(connection: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Put all rows of *catalogue* into the empty tables of *connection*."""
    from sqlite_utils import Database

    database = Database(connection)
    documents = {document.name: n for n, document in enumerate(catalogue.documents, 1)}
    events = {event.id: n for n, event in enumerate(catalogue.events, 1)}
    people = {person.id: n for n, person in enumerate(catalogue.people, 1)}
    for table, rows in (
        ("document", _document_rows(catalogue, documents)),
        ("event", (_event_row(event, events[event.id]) for event in catalogue.events)),
        ("event_alias", _alias_rows("event", events, catalogue.event_aliases)),
        ("person", _person_rows(catalogue, people)),
        ("person_alias", _alias_rows("person", people, catalogue.person_aliases)),
        ("talk", (_talk_row(n, joined, events) for n, joined in enumerate(catalogue.talks, 1))),
        ("appearance", _appearance_rows(catalogue.talks, people)),
        ("record", _record_rows(catalogue.talks, documents)),
        ("credit", _credit_rows(catalogue.talks)),
        ("bio", _bio_rows(catalogue.talks, people)),
        ("link", _link_rows(catalogue.talks)),
        ("note", _note_rows(catalogue.talks)),
        ("remark", _remark_rows(catalogue, documents)),
    ):
        database.table(table).insert_all(rows, batch_size=500)


def _picked(thing: object, fields: tuple[str, ...]) -> Row:
    return {field: getattr(thing, field) for field in fields}


def _document_rows(catalogue: Catalogue, numbers: dict[str, int]) -> Iterator[Row]:
    for document in catalogue.documents:
        yield {
            "id": numbers[document.name],
            "name": document.name,
            "format": document.format,
            "digest": document.digest,
            "lines": document.lines,
        }


def _event_row(event: Event, number: int) -> Row:
    return {"number": number, **_picked(event, _EVENT_FIELDS)}


def _alias_rows(owner: str, numbers: dict[str, int], aliases: dict[str, Any]) -> Iterator[Row]:
    for identifier, names in aliases.items():
        for alias in names:
            yield {owner: numbers[identifier], "name": alias.name, "source": alias.source}


def _person_rows(catalogue: Catalogue, numbers: dict[str, int]) -> Iterator[Row]:
    for person in catalogue.people:
        yield {
            "number": numbers[person.id],
            "id": person.id,
            "name": person.name,
            "talk_count": person.talk_count,
        }


def _talk_row(number: int, joined: JoinedTalk, events: dict[str, int]) -> Row:
    talk = joined.talk
    return {
        "number": number,
        **_picked(talk, _TALK_FIELDS),
        "event": events[talk.event.id] if talk.event else None,
        "tags": _as_json(talk.tags),
    }


def _as_json(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _appearance_rows(talks: tuple[JoinedTalk, ...], people: dict[str, int]) -> Iterator[Row]:
    for number, joined in enumerate(talks, 1):
        for position, person in enumerate(joined.talk.speakers):
            yield {
                "talk": number,
                "position": position,
                "person": people[person.id],
                "billed_as": person.billed_as,
                "role": person.role,
                "job": person.job,
                "org": person.org,
                "org_certain": int(person.org_certain),
            }


def _numbered_records(talks: tuple[JoinedTalk, ...]) -> Iterator[tuple[int, int, int, JoinedTalk]]:
    """The id of each record, its talk's number, its place among the talk's records, the talk."""
    identifier = 0
    for number, joined in enumerate(talks, 1):
        for position in range(len(joined.records)):
            identifier += 1
            yield identifier, number, position, joined


def _record_rows(talks: tuple[JoinedTalk, ...], documents: dict[str, int]) -> Iterator[Row]:
    for identifier, number, position, joined in _numbered_records(talks):
        record = joined.records[position]
        same = record.abstract is not None and record.abstract == joined.talk.abstract
        yield {
            "id": identifier,
            "talk": number,
            "position": position,
            "document": documents[record.document],
            **_picked(record, _RECORD_FIELDS),
            # The talk's own abstract stands in its row and is not kept twice.
            "abstract": None if same else record.abstract,
            "abstract_is_talks": int(same),
            "tags": _as_json(record.tags),
        }


def _of_records(
    talks: tuple[JoinedTalk, ...], rows: Callable[[Record], Iterable[Row]]
) -> Iterator[Row]:
    for identifier, _, position, joined in _numbered_records(talks):
        for place, row in enumerate(rows(joined.records[position])):
            yield {"record": identifier, "position": place, **row}


def _credit_rows(talks: tuple[JoinedTalk, ...]) -> Iterator[Row]:
    return _of_records(
        talks,
        lambda record: (
            {
                **_picked(credit, ("name", "role", "job", "org")),
                "org_shared": int(credit.org_shared),
            }
            for credit in record.speakers
        ),
    )


def _bio_rows(talks: tuple[JoinedTalk, ...], people: dict[str, int]) -> Iterator[Row]:
    for identifier, _, position, joined in _numbered_records(talks):
        about = joined.bio_people[position]
        for place, bio in enumerate(joined.records[position].bios):
            person = about[place]
            yield {
                "record": identifier,
                "position": place,
                "person": people[person] if person else None,
                **_picked(bio, ("name", "heading", "text")),
            }


def _link_rows(talks: tuple[JoinedTalk, ...]) -> Iterator[Row]:
    return _of_records(
        talks, lambda record: (_picked(link, ("kind", "url", "raw")) for link in record.links)
    )


def _note_rows(talks: tuple[JoinedTalk, ...]) -> Iterator[Row]:
    return _of_records(
        talks, lambda record: (_picked(note, ("text", "language")) for note in record.notes)
    )


def _remark_rows(catalogue: Catalogue, documents: dict[str, int]) -> Iterator[Row]:
    for document in catalogue.documents:
        for remark in document.remarks:
            yield {
                "document": documents[document.name],
                **_picked(remark, ("first_line", "last_line", "reason", "text")),
            }
