"""Files that are no library, or none that can be used, where one is named."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from unittest import mock

import pytest

from talkctl.store import APPLICATION_ID, VERSION
from tests.attacks.surroundings import ROOT, process
from tests.sandbox import Folder, small_library, unwatched

_READING = (("search", "knots"), ("stats",), ("db", "check"), ("show", "knots"), ("agenda",))
_WRITING = (("pick", "knots"), ("import", "page.md"), ("note", "knots", "x"), ("db", "rebuild"))


def _refused(folder: Folder, path: str, *, ours: bool = False) -> None:
    """Every command says in a sentence what is wrong, with status 3, and changes nothing.

    How one of *ours* is written down may be changed, but not what stands in it.
    """
    asked = Path(path)
    before = asked.read_bytes() if asked.is_file() and not ours else None
    for words in (*_READING, *_WRITING):
        done = folder.run(*words, "--db", path)
        assert done.status == 3, (words, done)
        assert done.err.count(b"\n") == 1, (words, done)
        assert b"should not have happened" not in done.err
    if before is not None:
        assert asked.read_bytes() == before, path


def a_folder(folder: Folder) -> None:
    (folder.path / "library.db").mkdir()
    _refused(folder, "library.db")


def a_text(folder: Folder) -> None:
    for content in ("years of work " * 99, "x", "SQLite format 3", "\0" * 5000):
        _refused(folder, folder.file("thesis.txt", content))


def empty(folder: Folder) -> None:
    _refused(folder, folder.file("empty.db", b""))
    assert (folder.path / "empty.db").read_bytes() == b""


def missing(folder: Folder) -> None:
    _refused(folder, "nowhere/talks.db")
    _refused(folder, "no.db")
    assert not (folder.path / "no.db").exists()


def truncated(folder: Folder) -> None:
    whole = small_library()
    for size in (90, 4096, len(whole) // 2, len(whole) - 5000):
        path = folder.file("cut.db", whole[:size])
        for words in (*_READING, *_WRITING):
            done = folder.run(*words, "--db", path)
            assert done.status in (0, 1, 2, 3), done
            assert b"should not have happened" not in done.err, done
        assert folder.run("db", "check", "--db", path).status == 3


def overwritten(folder: Folder) -> None:
    whole = small_library()
    for begin in range(4096, len(whole) - 8192, 40_960):
        path = folder.file("odd.db", whole[:begin] + b"\xa5" * 4096 + whole[begin + 4096 :])
        for words in _READING[:2]:
            done = folder.run(*words, "--db", path)
            assert b"should not have happened" not in done.err, done


def of_another_program(folder: Folder) -> None:
    with sqlite3.connect("other.db") as db:
        db.execute("CREATE TABLE talk (id, title)")
        db.execute("INSERT INTO talk VALUES (1, 'mine')")
    db.close()
    _refused(folder, "other.db")


def without_tables(folder: Folder) -> None:
    with sqlite3.connect("hollow.db") as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("CREATE TABLE talk (id, title)")
    db.close()
    _refused(folder, "hollow.db", ours=True)


def newer(folder: Folder) -> None:
    with sqlite3.connect("newer.db") as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 9999")
    db.close()
    _refused(folder, "newer.db")


def special(folder: Folder) -> None:
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for path in ("pipe", "loop", "socket", "/dev/null", "/dev/zero", "page.md/talks.db"):
            _refused(folder, path)


def read_only(folder: Folder) -> None:
    assert folder.run("pick", "knots").status == 0  # from now on it keeps a log beside it
    closed = folder.path / "closed"
    closed.mkdir()
    shutil.copy("talks.db", closed / "talks.db")
    (closed / "talks.db").chmod(0o444)
    closed.chmod(0o555)
    for words, status in (
        (("search", "knots"), 0),
        (("pick", "knots"), 3),
        (("import", "page.md"), 3),
    ):
        done = process(
            folder, *words, "--db", str(closed / "talks.db"), before=_without_the_rights_of_root()
        )
        assert done.status == status, (words, done)
        assert done.err.count(b"\n") <= 1, done
    closed.chmod(0o755)


def _without_the_rights_of_root() -> tuple[str, ...]:
    """Root may write whatever a file says of itself, unless it is started so."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may write anywhere, and there is no setpriv here")
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def full_disk(folder: Folder) -> None:
    before = Path("talks.db").stat().st_size
    Path("many.md").write_text(
        "# KnotCon 2031\n"
        + "".join(f"\n## Bend {n} - Ann Poe, Bolt\n\nwords {n}\n" for n in range(400))
    )
    done = process(folder, "import", "many.md", "--db", "talks.db", limit=before // 2)
    assert done.status == 3, done
    assert b"cannot be written" in done.err
    assert folder.run("db", "check").status == 0
    assert folder.run("search", "bend", "--exact").status == 1


def locked(folder: Folder) -> None:
    holder = sqlite3.connect("talks.db", isolation_level=None)
    holder.execute("PRAGMA journal_mode = WAL")
    holder.execute("BEGIN IMMEDIATE")
    assert folder.run("search", "knots").status == 0
    with mock.patch("talkctl.store.writing.PATIENCE", 0.1):
        done = folder.run("pick", "knots")
    assert (done.status, b"locked" in done.err) == (3, True)
    with unwatched():
        waiting = subprocess.Popen(
            [sys.executable, "-m", "talkctl", "pick", "knots", "--db", "talks.db"],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    time.sleep(0.3)
    holder.execute("COMMIT")
    holder.close()
    assert waiting.wait(timeout=30) == 0
