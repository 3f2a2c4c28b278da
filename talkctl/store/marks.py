"""A person's own marks on talks: picked, seen, a rating, notes. They hang on ids and outlive imports."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class OwnNote(NamedTuple):
    """A remark of the library's owner, and the instant they wrote it."""

    text: str
    written: str


class Marks(NamedTuple):
    """All marks on one talk; *picked* and *seen* are the instants at which they were made."""

    picked: str | None = None
    seen: str | None = None
    rating: int | None = None
    notes: tuple[OwnNote, ...] = ()


def pick(db: sqlite3.Connection, talks: Iterable[str], now: str | None) -> list[str]:
    """Put talks on the agenda, or take them off where *now* is ``None``; those that changed."""
    return _mark(db, "picked", talks, now)


def see(db: sqlite3.Connection, talks: Iterable[str], now: str | None) -> list[str]:
    """Say that talks were seen, or were not; those that changed."""
    return _mark(db, "seen", talks, now)


def rate(db: sqlite3.Connection, talk: str, rating: int | None) -> None:
    """Give a talk one to five, or take the rating back."""
    db.execute(
        "INSERT INTO mark (talk, rating) VALUES (?1, ?2)"
        " ON CONFLICT (talk) DO UPDATE SET rating = ?2",
        (talk, rating),
    )


def note(db: sqlite3.Connection, talk: str, text: str, now: str) -> None:
    """Keep a remark on a talk, and let the search find it."""
    from talkctl.store.index import reindexed

    with reindexed(db, [talk]):
        db.execute("INSERT INTO own_note (talk, written, text) VALUES (?, ?, ?)", (talk, now, text))


def forget_notes(db: sqlite3.Connection, talk: str) -> int:
    """Remove all own remarks on a talk; how many there were."""
    from talkctl.store.index import reindexed

    with reindexed(db, [talk]):
        return db.execute("DELETE FROM own_note WHERE talk = ?", (talk,)).rowcount


def marks_on(db: sqlite3.Connection, talks: Iterable[str]) -> dict[str, Marks]:
    """The marks on each of *talks* that has any."""
    wanted = list(talks)
    found: dict[str, Marks] = {}
    for begin in range(0, len(wanted), _BATCH):
        found |= _marks_on(db, wanted[begin : begin + _BATCH])
    return found


_BATCH = 500
"""So many ids go into one question; older versions of SQLite take 999 values."""


def _marks_on(db: sqlite3.Connection, talks: list[str]) -> dict[str, Marks]:
    holders = ", ".join("?" * len(talks))
    found = {
        talk: Marks(*marks)
        for talk, *marks in db.execute(
            f"SELECT talk, picked, seen, rating FROM mark WHERE talk IN ({holders})", talks
        )
    }
    for talk, text, written in db.execute(
        f"SELECT talk, text, written FROM own_note WHERE talk IN ({holders}) ORDER BY id", talks
    ):
        marks = found.get(talk, Marks())
        found[talk] = marks._replace(notes=(*marks.notes, OwnNote(text, written)))
    return found


def picked_numbers(db: sqlite3.Connection) -> list[int]:
    """The numbers of the talks on the agenda."""
    query = "SELECT number FROM mark JOIN talk ON id = mark.talk WHERE picked IS NOT NULL"
    return [number for (number,) in db.execute(f"{query} ORDER BY number")]


def lost_picks(db: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Ids on the agenda that no document tells of any more, with their last known titles."""
    return db.execute(
        "SELECT mark.talk, (SELECT title FROM change WHERE change.talk = mark.talk"
        " ORDER BY id DESC LIMIT 1) FROM mark LEFT JOIN talk ON talk.id = mark.talk"
        " WHERE picked IS NOT NULL AND talk.id IS NULL"
        " AND mark.talk NOT IN (SELECT id FROM former_id) ORDER BY 1"
    ).fetchall()


def _mark(db: sqlite3.Connection, column: str, talks: Iterable[str], now: str | None) -> list[str]:
    changed = []
    for talk in dict.fromkeys(talks):
        row = db.execute(f"SELECT {column} FROM mark WHERE talk = ?", (talk,)).fetchone()
        if bool(row and row[0]) == bool(now):
            continue
        db.execute(
            f"INSERT INTO mark (talk, {column}) VALUES (?1, ?2)"
            f" ON CONFLICT (talk) DO UPDATE SET {column} = ?2",
            (talk, now),
        )
        changed.append(talk)
    return changed
