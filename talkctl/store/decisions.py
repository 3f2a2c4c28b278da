"""What the user decided, in the order in which they said it; nothing is ever deleted."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Decided(NamedTuple):
    """One decision: what is to be done (JSON), and how it reads to a person."""

    id: int
    made: str
    kind: str
    what: str
    said: str
    undone: str | None = None


def decided(db: sqlite3.Connection, undone_too: bool = False) -> list[Decided]:
    """The decisions that hold, or all there ever were, the oldest first."""
    which = "" if undone_too else " WHERE undone IS NULL"
    query = f"SELECT id, made, kind, what, said, undone FROM decision{which} ORDER BY id"
    return [Decided(*row) for row in db.execute(query)]


def decide(db: sqlite3.Connection, made: str, kind: str, what: str, said: str) -> int:
    """Keep a decision; its number."""
    row = db.execute(
        "INSERT INTO decision (made, kind, what, said) VALUES (?, ?, ?, ?)",
        (made, kind, what, said),
    )
    return int(row.lastrowid or 0)


def undo(db: sqlite3.Connection, number: int, when: str) -> bool:
    """Take a decision back; whether there was one that held."""
    done = db.execute(
        "UPDATE decision SET undone = ? WHERE id = ? AND undone IS NULL", (when, number)
    )
    return done.rowcount == 1
