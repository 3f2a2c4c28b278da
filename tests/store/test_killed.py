"""Whatever becomes of the program that writes, the library is as before or as after."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from talkctl.errors import LibraryError
from talkctl.store import writing as opening
from talkctl.store.build import write_library
from talkctl.store.catalog import Catalog
from talkctl.store.soundness import check
from talkctl.store.update import replace_catalogue
from talkctl.store.writing import copy_library, make_library, writing
from tests.store.test_update import catalogue

BEFORE = {f"old{n}": f"mesh {n}" for n in range(12)}
AFTER = {f"old{n}": f"proxy {n}" for n in range(6)} | {f"new{n}": f"queue {n}" for n in range(30)}
MOMENTS = 200


@pytest.fixture
def library(tmp_path: Path) -> Path:
    write_library(tmp_path / "original.db", catalogue(BEFORE))
    make_library(tmp_path / "t.db", tmp_path / "original.db")
    return tmp_path / "t.db"


def ids(path: Path) -> set[str]:
    with Catalog(path) as catalog:
        assert [one for one in check(catalog.db) if one.wrong] == []
        return {talk.id for talk in catalog.talks(catalog.talk_numbers())}


def change(path: Path) -> None:
    with writing(path) as db:
        replace_catalogue(db, catalogue(AFTER))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")
def test_a_writer_killed_at_any_of_200_moments_leaves_before_or_after(library: Path) -> None:
    """Each time the library is sound, can be read at once, and holds one of the two."""
    begun = time.perf_counter()
    spare = library.with_name("spare.db")
    shutil.copyfile(library, spare)
    change(spare)
    whole = time.perf_counter() - begun
    moments = random.Random(20240203)
    seen: list[frozenset[str]] = []
    for _ in range(MOMENTS):
        # A machine that is busy now may not have been when the change was timed.
        if len(set(seen[-10:])) == 1 and len(seen) >= 10:
            whole *= 1.5 if seen[-1] == set(BEFORE) else 1 / 1.5
        victim = library.with_name("victim.db")
        for name in ("victim.db", "victim.db-wal", "victim.db-shm"):
            library.with_name(name).unlink(missing_ok=True)
        shutil.copyfile(library, victim)
        child = os.fork()
        if child == 0:
            change(victim)
            os._exit(0)
        time.sleep(moments.uniform(0, whole * 1.2))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = ids(victim)
        assert found in (set(BEFORE), set(AFTER))
        seen.append(frozenset(found))
    assert len(set(seen)) == 2, "the moments must lie on both sides of the change"


def test_readers_go_on_reading_while_a_writer_writes(library: Path) -> None:
    """They see what was there until the writer is done, and wait for nothing."""
    with writing(library) as db:
        replace_catalogue(db, catalogue(AFTER))
        assert ids(library) == set(BEFORE)
    assert ids(library) == set(AFTER)


def test_a_second_writer_waits_for_the_first(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused only where it has waited in vain, and says so in a sentence."""
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    with (
        writing(library) as db,
        pytest.raises(LibraryError, match="cannot be written: database is locked"),
        writing(library),
    ):
        db.execute("SELECT 1")
    change(library)
    assert ids(library) == set(AFTER)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_a_full_disk_leaves_the_library_as_it_was(library: Path) -> None:
    """One sentence says what happened, and nothing is lost."""
    import resource

    size = library.stat().st_size
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))
        try:
            change(library)
        except LibraryError as error:
            os._exit(3 if "It is as it was before" in str(error) else 4)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert ids(library) == set(BEFORE)


def test_two_that_make_the_library_at_once_make_one(tmp_path: Path) -> None:
    """The second finds the first's and leaves it alone."""
    write_library(tmp_path / "original.db", catalogue(BEFORE))
    path = tmp_path / "new" / "t.db"
    make_library(path, tmp_path / "original.db")
    change(path)
    make_library(path, tmp_path / "original.db")
    assert ids(path) == set(AFTER)
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_copy_is_what_the_library_is_with_all_that_was_just_written(
    library: Path, tmp_path: Path
) -> None:
    """Also what stands in the log and not in the file yet."""
    holder = sqlite3.connect(library)
    holder.execute("SELECT count(*) FROM talk").fetchone()
    change(library)
    copy_library(library, tmp_path / "copy.db")
    holder.close()
    assert ids(tmp_path / "copy.db") == set(AFTER)
