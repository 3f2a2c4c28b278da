"""What a talk says where its records differ: one rule for each field.

Records are asked in the order of their authority. A programme (sched, meetup) knows when and where,
an archive what was recorded, notes what somebody took home:

    title, kind, level, language, abstract   archive, sched, meetup, notes: the first that has one
    start, end, room, track, date, day       sched, meetup, archive, notes: the first that has one
    published, duration                      the first that has one
    links, notes, tags                       all of them, in that order
    organisation and job of a person         the first that states one for that person alone,
                                             then the first that states one for a group
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from talkctl.model import Credit, Link, Note, Record, Source
from talkctl.when import is_local

_ABOUT_WORDS = ("archive", "sched", "meetup", "notes")
_ABOUT_TIME = ("sched", "meetup", "archive", "notes")

T = TypeVar("T")


def by_authority(records: list[Record], formats: tuple[str, ...] = _ABOUT_WORDS) -> list[Record]:
    """*records*, those of the formats named first, first; other formats come before notes."""

    def rank(record: Record) -> int:
        if record.format in formats:
            return formats.index(record.format) * 2
        return formats.index("notes") * 2 - 1

    return sorted(records, key=rank)


def first(records: list[Record], field: Callable[[Record], T | None]) -> T | None:
    """The first value of *field* that any of *records* has."""
    return next((value for record in records if (value := field(record)) is not None), None)


def choose_kind(records: list[Record]) -> str:
    """The first kind that says more than ``talk``."""
    return first(records, lambda record: record.kind if record.kind != "talk" else None) or "talk"


def moment_of(records: list[Record]) -> Record:
    """The record that says best when and where: one with an instant, else with a local time."""
    ordered = by_authority(records, _ABOUT_TIME)

    def rank(record: Record) -> int:
        if not record.start:
            return 2
        return 1 if is_local(record.start) else 0

    return min(ordered, key=rank)


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
