"""A library of an older talkctl brought up to date; what it was is kept beside it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from talkctl.errors import LibraryError
from talkctl.identity import Corrections, assemble, read_corrections
from talkctl.intake.documents import CORRECTIONS
from talkctl.intake.past import past_of
from talkctl.store import older, shelf
from talkctl.store.build import write_library
from talkctl.store.writing import prepare


def upgrade(path: Path) -> Path:
    """Write the library at *path* as this version does, with the ids it has; where the old one is.

    Killed at any moment it leaves the old library in its place, or the new one.
    """
    db = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        facts = dict(db.execute("SELECT key, value FROM meta"))
        older.see_as_now(db, version)
        kept = shelf.shelved(db)
    finally:
        db.close()
    text = facts.get(CORRECTIONS)
    corrections = read_corrections(CORRECTIONS, text) if text else Corrections()
    catalogue = assemble([one.document for one in kept], corrections, past_of(kept))
    old = path.with_name(f"{path.name}.version-{version}")
    fresh = path.with_name(f".{path.name}.upgraded")
    try:
        write_library(fresh, catalogue, facts)
        prepare(fresh, None)
        old.unlink(missing_ok=True)
        os.link(path, old)
        os.replace(fresh, path)
    except OSError as error:
        raise LibraryError(f"{path} cannot be brought up to date: {error.strerror}.") from None
    finally:
        fresh.unlink(missing_ok=True)
    return old
