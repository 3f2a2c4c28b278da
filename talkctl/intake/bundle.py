"""The catalogue that comes with talkctl, and whether a library was made from this one of it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple
from urllib.parse import quote

from talkctl.errors import LibraryError
from talkctl.intake.documents import CORRECTIONS, digest_of
from talkctl.store import shelf
from talkctl.store.location import bundled_path
from talkctl.store.writing import BUNDLED


class Bundle(NamedTuple):
    """The bundled documents, the text of their corrections, and the SHA-256 of the whole file."""

    shelf: list[shelf.Shelved]
    corrections: str | None
    digest: str


def bundled() -> Bundle:
    """What comes with this talkctl."""
    db = sqlite3.connect(f"file:{quote(str(bundled_path()))}?mode=ro", uri=True)
    try:
        return Bundle(shelf.shelved(db), shelf.fact(db, CORRECTIONS), _digest())
    finally:
        db.close()


def newer_bundle(db: sqlite3.Connection) -> Bundle | None:
    """The bundled catalogue, if the library in *db* was made from another one of it."""
    made_from = shelf.fact(db, BUNDLED)
    return None if made_from in (None, _digest()) else bundled()


def keep_bundle(db: sqlite3.Connection, bundle: Bundle) -> None:
    """Let the library in *db* know that it holds *bundle*, and keep its corrections."""
    shelf.keep_fact(db, BUNDLED, bundle.digest)
    if bundle.corrections:
        shelf.keep_fact(db, CORRECTIONS, bundle.corrections)


def _digest() -> str:
    try:
        return digest_of(bundled_path().read_bytes())
    except OSError as error:
        raise LibraryError(f"The bundled catalogue cannot be read: {error.strerror}.") from None
