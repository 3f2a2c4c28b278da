"""Whether a library is sound: the file itself, and what its tables say of one another."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from talkctl.store.lexicon import EVERYTHING
from talkctl.store.lookup import has_facet


class Check(NamedTuple):
    """One thing that must hold, how many rows break it, and what SQLite says of it."""

    check: str
    wrong: int
    detail: str | None = None


_MUST_BE_NONE = {
    "every record is of a talk": "SELECT count(*) FROM record"
    " WHERE talk NOT IN (SELECT number FROM talk)",
    "every record is of a document": "SELECT count(*) FROM record"
    " WHERE document NOT IN (SELECT id FROM document)",
    "every talk has a record": "SELECT count(*) FROM talk"
    " WHERE number NOT IN (SELECT talk FROM record)",
    "every billing is of a talk": "SELECT count(*) FROM appearance"
    " WHERE talk NOT IN (SELECT number FROM talk)",
    "every billing is of a person": "SELECT count(*) FROM appearance"
    " WHERE person NOT IN (SELECT number FROM person)",
    "every person is on a talk": "SELECT count(*) FROM person"
    " WHERE number NOT IN (SELECT person FROM appearance)",
    "every talk's event is known": "SELECT count(*) FROM talk"
    " WHERE event IS NOT NULL AND event NOT IN (SELECT number FROM event)",
    "every credit, bio, link and note is of a record": " UNION ALL ".join(
        f"SELECT count(*) FROM {table} WHERE record NOT IN (SELECT id FROM record)"
        for table in ("credit", "bio", "link", "note", "segment")
    ),
}


def check(db: sqlite3.Connection) -> list[Check]:
    """All checks with what they found; a sound library has nothing wrong in any."""
    return [_file(db), *_tables(db), _words(db)]


def _file(db: sqlite3.Connection) -> Check:
    try:
        said = [text for (text,) in db.execute("PRAGMA integrity_check(5)")]
    except sqlite3.DatabaseError as error:
        said = [str(error)]
    wrong = [text for text in said if text != "ok"]
    return Check("the file is whole", len(wrong), "; ".join(wrong) or None)


def _tables(db: sqlite3.Connection) -> list[Check]:
    found = []
    for name, query in _MUST_BE_NONE.items():
        try:
            wrong = sum(count for (count,) in db.execute(query))
            found.append(Check(name, wrong))
        except sqlite3.DatabaseError as error:
            found.append(Check(name, 1, str(error)))
    return found


def _words(db: sqlite3.Connection) -> Check:
    name = "every talk can be found by its words"
    everything = has_facet(EVERYTHING, ("",))
    try:
        missing = db.execute(
            "SELECT count(*) FROM talk WHERE number NOT IN"
            " (SELECT rowid FROM search WHERE search MATCH ?)",
            (everything,),
        ).fetchone()[0]
        left = db.execute(
            "SELECT count(*) FROM search WHERE search MATCH ?"
            " AND rowid NOT IN (SELECT number FROM talk)",
            (everything,),
        ).fetchone()[0]
    except sqlite3.DatabaseError as error:
        return Check(name, 1, str(error))
    return Check(name, missing + left)
