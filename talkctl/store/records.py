"""Records out of a library, each whole again as its document gave it."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from talkctl.model import Bio, Credit, Link, Note, Record, Segment

_PARTS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "credit": (Credit, ("name", "role", "job", "org", "org_shared", "uid")),
    "bio": (Bio, ("name", "text", "heading")),
    "link": (Link, ("kind", "url", "raw")),
    "note": (Note, ("text", "language")),
    "segment": (Segment, ("start", "end", "text")),
}
"""The tables that hang on a record, what their rows are, and by which columns."""


def records_of_talk(db: sqlite3.Connection, number: int) -> list[Record]:
    """Each source's own account of a talk, in the order of the sources."""
    return [record for _, record in _read(db, "record.talk = ?", "record.position", (number,))]


def records_of_documents(db: sqlite3.Connection) -> dict[int, list[Record]]:
    """The records of every document by the document's number, each in the order of the page."""
    found: dict[int, list[Record]] = defaultdict(list)
    for document, record in _read(db, "1", "record.document, record.first_line, record.id", ()):
        found[document].append(record)
    return found


def _read(
    db: sqlite3.Connection, where: str, order: str, values: tuple[int, ...]
) -> Iterator[tuple[int, Record]]:
    parts = {name: _parts(db, name, where, values) for name in _PARTS}
    rows = db.execute(
        "SELECT record.*, document.name AS name, document.format AS format,"
        " talk.abstract AS talks_abstract FROM record"
        " JOIN document ON document.id = record.document"
        f" JOIN talk ON talk.number = record.talk WHERE {where} ORDER BY {order}",
        values,
    )
    names = [column[0] for column in rows.description]
    for values in rows:
        row = dict(zip(names, values, strict=True))
        which, number = row.pop("id"), row["document"]
        row["document"] = row.pop("name")
        abstract = row.pop("talks_abstract")
        if row.pop("abstract_is_talks"):
            row["abstract"] = abstract
        row["tags"] = tuple(json.loads(row["tags"]))
        del row["talk"], row["position"]
        yield (
            number,
            Record(
                **row,
                speakers=tuple(parts["credit"][which]),
                bios=tuple(parts["bio"][which]),
                links=tuple(parts["link"][which]),
                notes=tuple(note._replace(source=row["document"]) for note in parts["note"][which]),
                transcript=tuple(parts["segment"][which]),
            ),
        )


def _parts(
    db: sqlite3.Connection, table: str, where: str, values: tuple[int, ...]
) -> dict[int, list[Any]]:
    kind, columns = _PARTS[table]
    found: dict[int, list[Any]] = defaultdict(list)
    chosen = ", ".join(f'{table}."{column}"' for column in columns)
    for record, *fields in db.execute(
        f"SELECT {table}.record, {chosen} FROM {table} JOIN record ON record.id = {table}.record"
        f" WHERE {where} ORDER BY {table}.record, {table}.position",
        values,
    ):
        if kind is Credit:
            fields[4] = bool(fields[4])
        found[record].append(kind(*fields))
    return found
