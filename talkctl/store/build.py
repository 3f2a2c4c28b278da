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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from talkctl.errors import LibraryError
from talkctl.record import Catalogue
from talkctl.store import APPLICATION_ID, VERSION, index, passages, schema
from talkctl.store.location import is_library
from talkctl.store.passages import Passages
from talkctl.store.rows import TALK_TABLES, Numbers, entries, insert_rows, rows_beside_talks

_PAGE, _SMALL_PAGE, _SMALL = 8192, 4096, 16 << 20
"""Bytes of a page, and of those of a library that is smaller than so much: a page holds whole rows,
and three talks with their abstracts fill a small one so badly that a sixth of it stays empty."""

_GAPS = 20
"""A large file of which less than one page in so many is free stays as it is."""

_TALKS_AT_A_TIME = 1000
_ROWS_AT_A_TIME = 500
_MANY = ("person", "person_alias")
"""Tables beside those of talks that have more than a few thousand rows."""


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
        index.build_index(connection, written(connection, catalogue))
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


def written(connection: sqlite3.Connection, catalogue: Catalogue) -> Iterator[Passages]:
    """Put all rows into the empty tables; what each talk says, as soon as its rows are there."""
    numbers = Numbers(
        {document.name: n for n, document in enumerate(catalogue.documents, 1)},
        {event.id: n for n, event in enumerate(catalogue.events, 1)},
        {},
    )
    _write_all_but_talks(connection, catalogue, numbers)
    tell = passages.teller(catalogue, numbers.people)
    coming = entries(catalogue.talks)
    while batch := list(islice(coming, _TALKS_AT_A_TIME)):
        for table, rows in TALK_TABLES.items():
            insert_rows(connection, table, rows(batch, numbers))
        for entry in batch:
            yield tell(entry.number, entry.joined)


def _write_all_but_talks(
    connection: sqlite3.Connection, catalogue: Catalogue, numbers: Numbers
) -> None:
    from sqlite_utils import Database

    database = Database(connection)
    for table, rows in rows_beside_talks(catalogue, numbers).items():
        if table in _MANY:
            insert_rows(connection, table, rows)
        else:
            database.table(table).insert_all(rows, batch_size=_ROWS_AT_A_TIME)
