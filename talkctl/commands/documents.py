"""Files from disk as documents that a source has read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from talkctl.errors import ImportRefused
from talkctl.identity import Corrections, read_corrections
from talkctl.model import Document
from talkctl.sources import read
from talkctl.sources.source import lines_of


def read_documents(folder: Path, leave_out: Sequence[str]) -> list[Document]:
    """Every file in *folder* but hidden ones and those named in *leave_out*, read; by name."""
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "does not exist"
        raise ImportRefused(f"{folder} {what}.")
    paths = sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.name not in leave_out
    )
    return [read_document(path) for path in paths]


def read_document(path: Path) -> Document:
    """The document at *path*, recognised and read."""
    document, text = _loaded(path)
    source, reading = read(path.name, text)
    return document._replace(format=source.name, records=reading.records, remarks=reading.remarks)


def read_facts(path: Path) -> tuple[Document, Corrections]:
    """The corrections at *path*, as a document among the others and as what it says."""
    document, text = _loaded(path)
    return document._replace(format="corrections"), read_corrections(path.name, text)


def _loaded(path: Path) -> tuple[Document, str]:
    content = _content(path)
    text = _decoded(path, content)
    lines = lines_of(text)
    count = len(lines) - (not lines[-1].text)
    return Document(path.name, "", hashlib.sha256(content).hexdigest(), count), text


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(f"Cannot read {path}: {error.strerror}.") from None


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportRefused(f"{path.name}, line {line}: not UTF-8.") from None
