"""The files that paths name: each file itself, all files of a folder, or standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from talkctl.errors import ImportRefused

STDIN = "-"
LARGEST = 256 << 20
"""Bytes; programmes of the largest conferences have a hundredth of it."""

_GLANCE = 4096


class Found(NamedTuple):
    """A file to read: by what name the library will know it, and where it is."""

    name: str
    path: Path | None
    """``None`` for standard input."""


class PassedOver(NamedTuple):
    """A file of a folder that nobody would read as text, such as a picture beside a page."""

    name: str


class Missing(NamedTuple):
    """A path that leads nowhere."""

    name: str

    @property
    def told(self) -> str:
        """That there is nothing; of an address, how it can be read."""
        if re.match("https?://", self.name):
            return f"talkctl reads no addresses: curl -sL {quote(self.name)} | talkctl import -"
        return f"There is no file {self.name!r}."


def find(paths: Sequence[str]) -> Iterator[Found | PassedOver | Missing]:
    """Every file that *paths* name; those of a folder in order, hidden ones left out.

    A file of a folder is named with the folder (``fosdem/2013.xml``), for in some collections the
    folder is what names the event.
    """
    for given in paths:
        if given == STDIN:
            yield Found("standard-input", None)
        elif not given or not Path(given).exists():
            yield Missing(given)
        elif Path(given).is_dir():
            yield from _of_folder(Path(given).resolve())
        else:
            yield Found(_name(Path(given)), Path(given))


def content_of(found: Found) -> bytes:
    """What stands in a file; one that cannot be read, or is absurdly large, is refused."""
    if found.path is None:
        if sys.stdin is None:
            raise ImportRefused("There is no standard input to read.")
        return _bounded(found.name, sys.stdin.buffer.read(LARGEST + 1))
    try:
        if not found.path.is_file():
            raise ImportRefused(f"{found.name}: is no file that can be read to an end.")
        if found.path.stat().st_size > LARGEST:
            raise ImportRefused(f"{found.name}: {_too_large()}")
        with found.path.open("rb") as file:
            # Some files say that they are empty and never end.
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ImportRefused(f"{found.name}: cannot be read: {error.strerror}.") from None
    return _bounded(found.name, content)


def _bounded(name: str, content: bytes) -> bytes:
    if len(content) > LARGEST:
        raise ImportRefused(f"{name}: {_too_large()}")
    return content


def _too_large() -> str:
    return f"is larger than {LARGEST >> 20} MB, which no programme is."


def _name(path: Path) -> str:
    """The name of a single file; a recording of a collection keeps the folder of its event."""
    path = path.resolve()
    if path.parent.name == "videos" and path.suffix == ".json":
        return _legible("/".join(path.parts[-3:]))
    return _legible(path.name)


def _legible(name: str) -> str:
    """*name* with bytes that are no UTF-8, which Python keeps as lone surrogates, replaced."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _of_folder(folder: Path) -> Iterator[Found | PassedOver]:
    for path in _walked(folder):
        name = _legible(path.relative_to(folder.parent).as_posix())
        yield PassedOver(name) if _no_text(path) else Found(name, path)


def _walked(folder: Path) -> Iterable[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(where, name)
            if not name.startswith(".") and path.is_file():
                yield path


_BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF", b"\x1aE\xdf\xa3", b"SQLite format",
           b"ID3", b"OggS", b"\x7fELF")  # fmt: skip


def _no_text(path: Path) -> bool:
    """Whether the beginning of a file shows that it is a picture, a recording or the like."""
    try:
        with path.open("rb") as file:
            glance = file.read(_GLANCE)
    except OSError:
        return False
    if glance.startswith(_BINARY) or glance[4:8] == b"ftyp":
        return True
    return not glance.strip()
