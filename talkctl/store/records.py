"""Records out of a library, each whole again as its document gave it."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from talkctl.model import Link, Note
from talkctl.record import Bio, Credit, Record, Segment
from talkctl.store.schema import SPEAKERS_AS_TALK

_PARTS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "credit": (Credit, ("name", "role", "job", "org", "org_shared", "uid")),
    "bio": (Bio, ("name", "text", "heading")),
    "link": (Link, ("kind", "url", "raw")),
    "note": (Note, ("text", "language")),
    "segment": (Segment, ("start", "end", "text")),
}
"""The tables that hang on a record, what their rows are, and by which columns."""


class Place(NamedTuple):
    """To which document and talk a record belongs, by their numbers."""

    document: int
    talk: int


def records_of_talk(db: sqlite3.Connection, number: int) -> list[Record]:
    """Each source's own account of a talk, in the order of the sources."""
    return [record for _, record in _read(db, "record.talk = ?", "position", (number,))]


def read_records(db: sqlite3.Connection, where: str = "1") -> Iterator[tuple[Place, Record]]:
    """The records of every document in the order of their lines, and where each belongs.

    *where* chooses some by ``record.talk`` or ``record.document``.
    """
    return _read(db, where, "document, first_line, id", ())


def _read(
    db: sqlite3.Connection, where: str, order: str, values: tuple[int, ...]
) -> Iterator[tuple[Place, Record]]:
    parts = {name: _parts(db, name, where, values) for name in _PARTS}
    parts["credit"].update(_as_billed(db, where, values))
    rows = db.execute(
        "SELECT records.*, document.format AS format FROM records"
        " JOIN document ON document.id = records.document"
        f" WHERE {where.replace('record.', 'records.')} ORDER BY {order}",
        values,
    )
    names = [column[0] for column in rows.description]
    for fields in rows:
        row = dict(zip(names, fields, strict=True))
        del row["position"]
        which, place = row.pop("id"), Place(row["document"], row.pop("talk"))
        row["document"] = row.pop("document_name")
        row["tags"] = tuple(json.loads(row["tags"]))
        yield (
            place,
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


def _as_billed(
    db: sqlite3.Connection, where: str, values: tuple[int, ...]
) -> dict[int, list[Credit]]:
    """The credits of records that bill everybody just as the talk does."""
    found: dict[int, list[Credit]] = defaultdict(list)
    for record, *fields in db.execute(
        "SELECT record.id, billed_as, role, job, org FROM record"
        " JOIN appearance ON appearance.talk = record.talk"
        f" WHERE record.as_talk & {SPEAKERS_AS_TALK} AND {where}"
        " ORDER BY record.id, appearance.position",
        values,
    ):
        found[record].append(Credit(*fields))
    return found
