"""What a talk says where its records differ: one rule for each field.

Records are asked in the order of the authority of their formats (``formats.AUTHORITY``), of which
there are two: one about words, one about time and place.

    title, kind, level, language, abstract   words: the first that has one; a title cut off comes last
    subtitle                                 words: the first that has one and does not repeat the title
    start, end, room, track, date, day       time: the first that has one
    published, duration                      words: the first that has one
    status                                   the programme that was imported last
    links, notes, tags                       words: all of them, in that order
    transcript                               whether any record has one
    organisation and job of a person         words: the first that states one for that person alone,
                                             then the first that states one for a group
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from talkctl.identity.formats import PROGRAMMES, authority_of
from talkctl.identity.titles import read_title
from talkctl.model import Link, Note, Source
from talkctl.record import Credit, Record
from talkctl.text import key
from talkctl.when import is_local

T = TypeVar("T")


def by_authority(records: list[Record]) -> list[Record]:
    """*records*, those that are believed about the words of a talk first."""
    return sorted(records, key=lambda record: authority_of(record.format).words)


def by_time_authority(records: list[Record]) -> list[Record]:
    """*records*, those that are believed about its time and place first."""
    return sorted(records, key=lambda record: authority_of(record.format).time)


def first(records: list[Record], field: Callable[[Record], T | None]) -> T | None:
    """The first value of *field* that any of *records* has."""
    return next((value for record in records if (value := field(record)) is not None), None)


def choose_titled(records: list[Record]) -> Record:
    """Of *records* in order the first whose title is whole."""
    return next((record for record in records if not read_title(record.title).cut), records[0])


def choose_subtitle(records: list[Record], title: str) -> str | None:
    """The first subtitle that *title* does not hold already."""
    said = key(title)
    return first(
        records,
        lambda record: (
            record.subtitle if record.subtitle and key(record.subtitle) not in said else None
        ),
    )


def choose_status(records: list[Record], imported: Mapping[str, str | None]) -> str | None:
    """What has become of a talk, by the programme read last; *imported* says when each was."""
    programmes = [record for record in records if record.format in PROGRAMMES] or records
    newest = max((imported.get(record.document) or "" for record in programmes), default="")
    said = [record for record in programmes if (imported.get(record.document) or "") == newest]
    return first(by_time_authority(said), lambda record: record.status)


def choose_kind(records: list[Record]) -> str:
    """The first kind that says more than ``talk``."""
    return first(records, lambda record: record.kind if record.kind != "talk" else None) or "talk"


def moment_of(records: list[Record]) -> Record:
    """The record that says best when and where: one with an instant, else with a local time."""

    def rank(record: Record) -> int:
        if not record.start:
            return 2
        return 1 if is_local(record.start) else 0

    return min(by_time_authority(records), key=rank)


def all_links(records: list[Record]) -> tuple[Link, ...]:
    """Every address once, as first spelt."""
    found: dict[str, Link] = {}
    for record in records:
        for link in record.links:
            found.setdefault(link.url, link)
    return tuple(found.values())


def all_notes(records: list[Record]) -> tuple[Note, ...]:
    """Every note, with the document it stands in."""
    return tuple(
        dict.fromkeys(
            Note(note.text, note.language, note.source or record.document)
            for record in records
            for note in record.notes
        )
    )


def all_tags(records: list[Record]) -> tuple[str, ...]:
    """Every tag once."""
    return tuple(dict.fromkeys(tag for record in records for tag in record.tags))


def sources_of(records: list[Record]) -> tuple[Source, ...]:
    """Where each account stands."""
    return tuple(
        Source(record.document, record.format, record.first_line, record.last_line)
        for record in records
    )


def choose_billing(credits: list[Credit]) -> Credit:
    """One billing of what several records say of one person, in the order of authority."""
    base = credits[0]
    alone = next((credit for credit in credits if credit.org and not credit.org_shared), None)
    shared = next((credit for credit in credits if credit.org), None)
    role = next((credit.role for credit in credits if credit.role != "speaker"), base.role)
    chosen = alone or shared
    return Credit(
        name=base.name,
        role=role,
        job=next((credit.job for credit in credits if credit.job), None),
        org=chosen.org if chosen else None,
        org_shared=bool(chosen and chosen.org_shared),
    )
