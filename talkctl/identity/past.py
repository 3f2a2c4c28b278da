"""Ids that talks, people and events had before, so that ids never die.

An id belongs to the records it was first given to. When a programme is read again with another
title, another first speaker, a fuller spelling of a name or a longer name of an event, the records
are still the same ones, and so is the id. Where two talks (or people) turn out to be one, the id that
stands first in the mapping stays; where one turns out to be two, the first part keeps it. The id of
an event stays where most of its records are.

    before = past_of(old_catalogue)
    new = assemble(documents, corrections, past=before, decisions=decisions)
    moved = forwards(before.talks, past_of(new).talks)     # ids that were merged away -> where to

:class:`Past` is plain mappings, so that it can be kept in tables and need not be computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from talkctl.model import Appearance
from talkctl.names import plausibly_same, same_person
from talkctl.record import Catalogue, Document, Record
from talkctl.text import key

RecordKey = tuple[str, str, int]
"""Document name, the record's uid or folded raw title, and which it is among equals (from 0)."""

PersonKey = tuple[RecordKey, str]
"""A record and a name in it, spelt as billed."""


class Past(NamedTuple):
    """Ids from before; where several meet, the one that stands first in its mapping stays."""

    talks: Mapping[RecordKey, str] = {}
    people: Mapping[PersonKey, str] = {}
    events: Mapping[str, str] = {}
    """:func:`event_mark` of every name that records gave the event -> its id."""
    talk_events: Mapping[RecordKey, str] = {}
    """The event each record was of, by which an event keeps its id when it is renamed."""
    slugs: Mapping[str, str] = {}
    """The slug each talk had, by its id."""


def record_mark(record: Record) -> str:
    """What tells *record* from others of its document: its uid, else its folded raw title."""
    return record.uid or key(record.raw_title) or record.raw_title.strip()


def record_keys(document: Document) -> tuple[RecordKey, ...]:
    """The key of each record of *document*, in the order of its records."""
    seen: dict[str, int] = {}
    keys = []
    for record in document.records:
        mark = record_mark(record)
        number = seen.get(mark, 0)
        seen[mark] = number + 1
        keys.append((document.name, mark, number))
    return tuple(keys)


def event_mark(name: str, year: int | None) -> str:
    """An event's name as the mapping of events writes it: folded, its year behind it."""
    folded = key(name)
    return folded if year is None or str(year) in folded.split() else f"{folded} {year}"


def past_of(catalogue: Catalogue) -> Past:
    """The ids that *catalogue* gives, to be handed to the next assembly.

    Goes through the catalogue's talks once.
    """
    keys: dict[Record, list[RecordKey]] = {}
    for document in catalogue.documents:
        for record, mark in zip(document.records, record_keys(document), strict=True):
            keys.setdefault(record, []).append(mark)
    talks: dict[RecordKey, str] = {}
    people: dict[PersonKey, str] = {}
    events: dict[str, str] = {}
    talk_events: dict[RecordKey, str] = {}
    years = {event.id: event.start for event in catalogue.events}
    for joined in catalogue.talks:
        talk = joined.talk
        for record, about in zip(joined.records, joined.bio_people, strict=True):
            for mark in keys.get(record, ()):
                talks[mark] = talk.id
                if record.event and talk.event:
                    talk_events[mark] = talk.event.id
                for name, person in _named(record, about, talk.speakers):
                    people.setdefault((mark, name), person)
            if record.event and talk.event:
                for start in (record.date, years.get(talk.event.id)):
                    year = int(start[:4]) if start and start[:4].isdigit() else None
                    events.setdefault(event_mark(record.event, year), talk.event.id)
    slugs = {joined.talk.id: joined.talk.slug for joined in catalogue.talks}
    return Past(talks, people, events, talk_events, slugs)


def _named(
    record: Record, about: tuple[str | None, ...], speakers: tuple[Appearance, ...]
) -> Iterator[tuple[str, str]]:
    """Each name in *record* with the id of the person who is meant."""
    for credit in record.speakers:
        for like in (_as_billed, same_person, plausibly_same):
            found = [one.id for one in speakers if like(credit.name, one.billed_as)]
            found += [one.id for one in speakers if like(credit.name, one.name)]
            if found:
                yield credit.name, found[0]
                break
    for bio, person in zip(record.bios, about, strict=True):
        if person:
            yield bio.name, person


def _as_billed(one: str, other: str) -> bool:
    return one == other


def claimed(wanted: Iterable[tuple[int, str]], count: int) -> list[str | None]:
    """For each of *count* things the first of the ids *wanted* for it that nothing has before it."""
    claims: list[str | None] = [None] * count
    taken: set[str] = set()
    for n, identifier in wanted:
        if claims[n] is None and identifier not in taken:
            claims[n] = identifier
            taken.add(identifier)
    return claims


def forwards(before: Mapping[RecordKey, str], after: Mapping[RecordKey, str]) -> dict[str, str]:
    """Ids that *before* knew and *after* does not give, each with the id its records have now."""
    alive = set(after.values())
    return {old: after[mark] for mark, old in before.items() if old not in alive and mark in after}
