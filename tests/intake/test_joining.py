"""Documents into a library."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from talkctl.identity import assemble
from talkctl.intake.joining import join
from talkctl.record import Credit, Document, Record
from talkctl.store.build import write_library
from talkctl.store.writing import writing

NOW = "2026-01-01T00:00:00+00:00"


def _export(name: str, **titles: str) -> Document:
    """A programme with a talk by each of those who give *titles*."""
    records = tuple(
        Record(name, "sched", n, n, title, title, event="Moot 2018", speakers=(Credit(f"{by} Doe"),))
        for n, (by, title) in enumerate(titles.items(), 1)
    )  # fmt: skip
    return Document(name, "sched", repr(titles), len(records), records)


def _ids(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT name, talk.id FROM talk JOIN appearance ON talk.number = talk"
                           " JOIN person ON person.number = person"))  # fmt: skip


def test_two_newer_exports_at_once_are_as_if_one_came_after_the_other(tmp_path: Path) -> None:
    """A talk that the first of them renames keeps its id, and is told as renamed."""
    path = tmp_path / "library.db"
    write_library(path, assemble([]))
    oldest = _export("moot.txt", Ann="Queues at sea", Bo="Meshes", Cy="Ponds")
    newer = _export("moot.txt", Ann="Oceans of queues", Bo="Meshes", Cy="Ponds")
    newest = _export("moot (2).txt", Ann="Oceans of queues", Bo="Nets", Cy="Ponds")
    with writing(path) as db:
        join(db, [oldest], NOW)
        before = _ids(db)
        join(db, [newer, newest], NOW)
        assert _ids(db) == before
        changes = db.execute("SELECT kind, talk, before, after FROM change").fetchall()
    assert changes == [
        ("renamed", before["Ann Doe"], "Queues at sea", "Oceans of queues"),
        ("renamed", before["Bo Doe"], "Meshes", "Nets"),
    ]
