"""A folder with a small library of its own, in which a command line may do whatever it says."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from talkctl.cli import run
from talkctl.errors import Status

_PAGES = ("meetup-smooth-operator.txt", "notes-kubecon-na-2017-day-3.md")
PAGE = "# KnotCon 2031\n\n## Knots Untied - Jane Doe, Acme\n\n- [Video](https://x.example/knots)\n"
_SOURCES = Path(__file__).resolve().parents[1] / "data" / "sources"


class Escaped(BaseException):
    """A command line that names nothing outside of its folder was about to change something there."""


class Done(NamedTuple):
    """How a command line ended: its status, and the bytes on both streams."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """What stands on both streams."""
        return (self.out + self.err).decode()


class Folder(NamedTuple):
    """A folder in which command lines are run as if the user stood there."""

    path: Path

    def run(
        self, *words: str, stdin: bytes = b"", terminal: bool = False, **environment: str
    ) -> Done:
        """Run ``talkctl`` with *words*, its output in a pipe or on a terminal.

        The status is one that is documented, and says more than that something is wrong; what
        nobody foresaw is raised.
        """
        out, err = _Stream(terminal), _Stream(terminal)
        reader = TextIOWrapper(BytesIO(stdin), encoding="utf-8")
        with (
            redirect_stdout(out),
            redirect_stderr(err),
            mock.patch.object(sys, "stdin", reader),
            mock.patch.dict(os.environ, environment),
        ):
            status = run(list(words))
        done = Done(status, out.bytes, err.bytes)
        assert status in set(Status), done
        assert b"Traceback" not in done.err
        assert done.err.strip() or status in (Status.ANSWERED, Status.NOTHING_FOUND), done
        return done

    def file(self, name: str, content: str | bytes) -> str:
        """The path of a new file with this in it."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)


class _Stream(TextIOWrapper):
    def __init__(self, terminal: bool) -> None:
        super().__init__(BytesIO(), "utf-8", "backslashreplace", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def bytes(self) -> bytes:
        """What was written."""
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined,no-any-return]


@contextmanager
def folder_of_its_own() -> Iterator[Folder]:
    """A new folder with a library and a page in it, which is the working and the home folder."""
    before = Path.cwd()
    library = small_library()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "talks.db").write_bytes(library)
        (folder / "page.md").write_text(f"{PAGE}\n## Bends - Ann Poe, Bolt\n", encoding="utf-8")
        others = {
            variable: value
            for variable, value in os.environ.items()
            if not variable.startswith(("TALKCTL", "XDG_", "_TALKCTL"))
        }
        own = {"HOME": name, "TALKCTL_DB": str(folder / "talks.db"), "TALKCTL_DEBUG": "1"}
        os.chdir(folder)
        _watch(True)
        try:
            with (
                mock.patch.dict(os.environ, others | own, clear=True),
                mock.patch("webbrowser.open", lambda address: address.startswith("http")),
            ):
                yield Folder(folder)
        finally:
            _watch(False)
            os.chdir(before)


@cache
def small_library() -> bytes:
    """The bytes of a library with a dozen talks."""
    with tempfile.TemporaryDirectory() as name:
        pages, library = Path(name, "pages"), Path(name, "talks.db")
        pages.mkdir()
        for page in _PAGES:
            shutil.copy(_SOURCES / page, pages)
        (pages / "page.md").write_text(PAGE, encoding="utf-8")
        with redirect_stdout(_Stream(False)), redirect_stderr(_Stream(False)):
            status = run(["db", "build", str(pages), "--output", str(library)])
        assert status == Status.ANSWERED
        return library.read_bytes()


# What a command line changes: Python tells of it beforehand (https://peps.python.org/pep-0578).

_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")
_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
            "os.truncate", "os.chmod")  # fmt: skip
_watched: list[bool] = []


def _watch(wanted: bool) -> None:
    if not _watched:
        sys.addaudithook(_noticed)
    _watched[:] = [wanted]


@contextmanager
def unwatched() -> Iterator[None]:
    """For processes that a test starts itself."""
    before = _watched[0]
    _watch(False)
    try:
        yield
    finally:
        _watch(before)


def _noticed(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watched[0]:
        return
    if event in _PROGRAMS:
        raise Escaped(f"{event} {arguments}")
    if event in _CHANGES or (event == "open" and _writes(*arguments[1:])):
        path = arguments[0]
        if not isinstance(path, int) and not _harmless(os.fsdecode(path)):
            raise Escaped(f"{event} {path}")


def _writes(_mode: object, flags: int) -> bool:
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _harmless(path: str) -> bool:
    """Whether *path* is one for passing things, no file, or Python's own cache of modules."""
    if path.startswith(("/dev/", "/proc/")) or "__pycache__" in path:
        return True
    folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    return folder.startswith(os.path.realpath(tempfile.gettempdir()))
