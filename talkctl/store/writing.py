"""A library opened for writing: one transaction, all of it or nothing.

Libraries that are written to are in SQLite's write-ahead mode (https://www.sqlite.org/wal.html):
who reads goes on reading what was there, who is killed leaves what was there, and a second writer
waits for the first.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from talkctl.errors import LibraryError, OlderLibrary
from talkctl.store import APPLICATION_ID, VERSION
from talkctl.store.location import bundled_path, named_library, own_library_path

BUNDLED = "bundled"
"""Under this the library keeps the SHA-256 of the bundled catalogue it was last made from."""

PATIENCE = 300.0
"""Seconds to wait for another talkctl that is writing; the largest imports take a minute."""


def library_to_write(asked: str | None) -> Path:
    """The library that writing commands change: the one asked for, else the user's own.

    The user's own is made from the bundled catalogue if there is none yet.
    """
    named = named_library(asked)
    if named is not None:
        if not named.exists():
            raise LibraryError(f"There is no library at {named}.")
        return named
    own = own_library_path()
    if own is None:
        raise LibraryError("There is no home folder for a library; name one with --db.")
    if not own.exists():
        make_library(own, bundled_path())
    return own


def make_library(path: Path, original: Path) -> None:
    """Make the library at *path* a copy of *original*; where another was quicker, theirs stays."""
    if not original.is_file():
        raise LibraryError(f"There is no bundled catalogue at {original}.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
        fresh = Path(name)
        try:
            shutil.copyfile(original, fresh)
            prepare(fresh, hashlib.sha256(fresh.read_bytes()).hexdigest())
            with suppress(FileExistsError):
                os.link(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"The library {path} cannot be made: {_reason(error)}.") from None


def keep_copy(path: Path) -> Path:
    """Keep what the library at *path* is now in a file beside it; where."""
    kept = path.with_name(f"{path.name}.old")
    fresh = kept.with_name(f".{kept.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        copy_library(path, fresh)
        os.replace(fresh, kept)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"No copy of {path} can be kept: {_reason(error)}.") from None
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def copy_library(original: Path, copy: Path) -> None:
    """Make the file *copy* what the library *original* is at this moment."""
    from talkctl.store.catalog import Catalog

    with Catalog(original) as catalog:
        target = sqlite3.connect(copy)
        try:
            catalog.db.backup(target)
        finally:
            target.close()


def prepare(path: Path, bundled: str | None) -> None:
    """Make a new file ready to be written to; *bundled* is the catalogue it was copied from."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    if bundled is not None:
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (BUNDLED, bundled))
    db.commit()
    db.close()


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection in a transaction that is kept where the block ends well and undone else."""
    try:
        db = _opened(path)
    except sqlite3.Error as error:
        raise LibraryError(f"The library {path} cannot be written: {error}.") from None
    try:
        db.execute("BEGIN IMMEDIATE")
        yield db
        db.execute("COMMIT")
    except sqlite3.Error as error:
        raise LibraryError(
            f"The library {path} cannot be written: {error}. It is as it was before."
        ) from None
    finally:
        # What is not committed is undone when the connection closes.
        db.close()


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise LibraryError(f"{path} is not a library of talkctl.")
        if version < VERSION:
            raise OlderLibrary(path, version)
        if version > VERSION:
            raise LibraryError(
                f"The library {path} was written by a newer talkctl; this one writes version"
                f" {VERSION}, the library has {version}."
            )
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        db.close()
        raise
    return db


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
