"""A library of an older talkctl brought up to date; what it was is kept beside it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from talkctl.errors import LibraryError
from talkctl.identity import assemble
from talkctl.intake.bundle import bundled
from talkctl.intake.documents import CORRECTIONS, digest_of
from talkctl.intake.joining import corrections_of
from talkctl.intake.kept import past_of
from talkctl.record import Document
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
    documents = [one.document for one in kept]
    facts = _with_corrections(facts, documents)
    catalogue = assemble(documents, corrections_of(facts.get(CORRECTIONS)), past_of(kept))
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


def _with_corrections(facts: dict[str, str], documents: list[Document]) -> dict[str, str]:
    """*facts* with the text of the corrections, which version 1 did not keep, where it is known.

    It is where the library read the very file whose text comes with talkctl.
    """
    known = {document.digest for document in documents if document.name == CORRECTIONS}
    if CORRECTIONS in facts or not known:
        return facts
    text = bundled().corrections
    same = text is not None and digest_of(text.encode()) in known
    return facts | {CORRECTIONS: text} if text and same else facts
