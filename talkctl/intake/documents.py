"""Files as documents that a source has read, with what the person who imports them knows."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from talkctl.errors import ImportRefused
from talkctl.identity import Corrections, read_corrections
from talkctl.intake.decoding import Decoded, decode
from talkctl.intake.files import Found, content_of
from talkctl.record import Document, Occasion, Record
from talkctl.sources import read, source_named
from talkctl.sources.source import line_count
from talkctl.when import in_zone, is_local, shifted

CORRECTIONS = "corrections.toml"
"""The file of corrections: in a folder of documents, or beside that folder. The library keeps its
text under this name, so that what it says holds when documents come and go."""


class Wishes(NamedTuple):
    """What the person says of the files: their format, their event, the zone of their clocks."""

    format: str | None = None
    event: str | None = None
    zone: str | None = None


_NOTHING_SAID = Wishes()


class ReadFile(NamedTuple):
    """A document; whether all of it could be read; its encoding where it is only likely."""

    document: Document
    whole: bool = True
    guessed: str | None = None


def read_file(
    found: Found, content: bytes | None = None, wishes: Wishes = _NOTHING_SAID
) -> ReadFile:
    """The document in a file, recognised and read; what is none is refused with its name."""
    content = content_of(found) if content is None else content
    decoded = decode(found.name, content)
    blank, text = _blank(found.name, content, decoded)
    source = source_named(wishes.format) if wishes.format else None
    source, reading = read(found.name, text, source)
    document = blank._replace(
        format=source.name,
        records=_one_text_for_each(reading.records),
        remarks=reading.remarks,
        occasions=reading.occasions,
        collection=source.collection(found.name),
    )
    guessed = None if decoded.told else decoded.encoding
    return ReadFile(_with_wishes(document, wishes), reading.whole, guessed)


def digest_of(content: bytes) -> str:
    """By what the library knows a file again: the SHA-256 of its bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


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
    return [read_file(Found(path.name, path)).document for path in paths]


def read_facts(path: Path) -> tuple[Document, Corrections, str]:
    """The corrections at *path*: as a document among the others, as what it says, and its text."""
    content = content_of(Found(path.name, path))
    document, text = _blank(path.name, content, decode(path.name, content))
    return document._replace(format="corrections"), read_corrections(path.name, text), text


def _blank(name: str, content: bytes, decoded: Decoded) -> tuple[Document, str]:
    return Document(name, "", digest_of(content), line_count(decoded.text)), decoded.text


def _one_text_for_each(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """*records* whose event and room are one and the same string in all of them: memory is kept."""
    kept = sys.intern
    return tuple(
        record._replace(
            event=kept(record.event) if record.event else None,
            room=kept(record.room) if record.room else None,
            document=kept(record.document),
        )
        for record in records
    )


def _with_wishes(document: Document, wishes: Wishes) -> Document:
    if wishes.event:
        document = _with_event(document, wishes.event)
    if wishes.zone:
        records = (_in_zone(record, wishes.zone) for record in document.records)
        document = document._replace(records=tuple(records))
    return document


def _with_event(document: Document, name: str) -> Document:
    """*document* as one of the event called *name*; what it calls that event itself is an alias.

    A page that lists several events keeps their names, and only what has none gets the new one.
    """
    said = {record.event for record in document.records if record.event}
    several = len(said) > 1
    records = tuple(
        record if several and record.event else record._replace(event=name)
        for record in document.records
    )
    if several:
        return document._replace(records=records)
    known = document.occasions[0] if document.occasions else Occasion(name)
    others = tuple(dict.fromkeys(other for other in (*said, known.name) if other != name))
    occasion = known._replace(name=name, aliases=(*others, *known.aliases))
    return document._replace(records=records, occasions=(occasion,))


def _in_zone(record: Record, zone: str) -> Record:
    """*record* with its local times in *zone*, where its date is known."""
    if not record.start or not is_local(record.start):
        return record
    start, end = (_moment(record.date, clock, zone) for clock in (record.start, record.end))
    if start is None:
        return record
    if end and record.end and len(record.end) == len("19:00") and end < start:
        end = _moment(shifted(record.date or "", 1), record.end, zone)
    return record._replace(start=start, end=end, timezone=zone)


def _moment(day: str | None, moment: str | None, zone: str) -> str | None:
    if not moment or (len(moment) == len("19:00") and not day):
        return None
    if not is_local(moment):
        return moment
    return in_zone(moment if "T" in moment else f"{day}T{moment}", zone)
