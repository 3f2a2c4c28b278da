"""By what the records and people of a library are found that something new may be one with.

What a trace is, is not said here: numbers for records, text for people. The tables are there once
everything was looked at; :func:`complete` says whether they still tell of all of the library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from talkctl.store.part import listed
from talkctl.store.shelf import fact, keep_fact

T = TypeVar("T")

_FACT = "traces"
_RULES = 2
"""To be raised when other things are joined by the rules, or other traces left, than before."""

_AT_A_TIME = 500


def complete(db: sqlite3.Connection) -> bool:
    """Whether everything in the library has left its traces, and was joined by today's rules."""
    return fact(db, _FACT) == _stamp(db)


def seal(db: sqlite3.Connection) -> None:
    """Note that the traces are complete."""
    keep_fact(db, _FACT, _stamp(db))


def _stamp(db: sqlite3.Connection) -> str:
    # Whoever changes a talk writes its records anew, behind all others.
    (last,) = db.execute("SELECT max(id) FROM record").fetchone()
    return f"{_RULES} {last}"


def start_over(db: sqlite3.Connection) -> None:
    """Forget all traces."""
    for statement in (
        "DROP TABLE IF EXISTS record_trace",
        "DROP TABLE IF EXISTS person_trace",
        "CREATE TABLE record_trace (trace INTEGER, record INTEGER, PRIMARY KEY (trace, record))"
        " WITHOUT ROWID",
        "CREATE TABLE person_trace (trace TEXT, person INTEGER, PRIMARY KEY (trace, person))"
        " WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS credit_uid ON credit (uid) WHERE uid IS NOT NULL",
    ):
        db.execute(statement)


def forget(db: sqlite3.Connection, records: Iterable[int], people: Iterable[int]) -> None:
    """Forget the traces of these *records* and *people*."""
    for table, column, gone in (
        ("record_trace", "record", records), ("person_trace", "person", people)
    ):  # fmt: skip
        db.execute(f"DELETE FROM {table} WHERE {column} IN ({listed(db, 'forgotten', gone)})")


def keep(
    db: sqlite3.Connection,
    of_records: Iterable[tuple[int, int]],
    of_people: Iterable[tuple[str, int]],
) -> None:
    """Keep traces, each with the number of the record or person."""
    db.executemany("INSERT OR IGNORE INTO record_trace VALUES (?, ?)", sorted(of_records))
    db.executemany("INSERT OR IGNORE INTO person_trace VALUES (?, ?)", sorted(of_people))


def people_with(db: sqlite3.Connection, traces: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each of *traces* with each person who left it."""
    return _found(db, "SELECT trace, person FROM person_trace WHERE trace IN ({})", traces)


def documents_with(db: sqlite3.Connection, traces: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each of *traces* with each document of which a record left it."""
    query = "SELECT DISTINCT trace, document FROM record_trace JOIN record ON id = record"
    return _found(db, f"{query} WHERE trace IN ({{}})", traces)


def events_with(db: sqlite3.Connection, traces: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each of *traces* with each event of which a record left it."""
    query = (
        "SELECT DISTINCT trace, talk.event FROM record_trace JOIN record ON record.id = record"
        " JOIN talk ON talk.number = record.talk WHERE talk.event IS NOT NULL"
    )
    return _found(db, f"{query} AND trace IN ({{}})", traces)


def _found(db: sqlite3.Connection, query: str, traces: Iterable[T]) -> Iterator[tuple[T, int]]:
    left = iter(traces)
    while some := list(islice(left, _AT_A_TIME)):
        yield from db.execute(query.format(", ".join("?" * len(some))), some)
