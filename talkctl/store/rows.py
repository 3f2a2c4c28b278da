"""What a catalogue says, as rows of the tables of a library.

What a record has in common with its talk is not kept twice (``store.schema``); ``store.records``
reads it whole again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from talkctl.model import Person, Talk
from talkctl.record import Alias, Catalogue, JoinedTalk, Record
from talkctl.store.schema import AS_TALK, SPEAKERS_AS_TALK, as_json

Row = dict[str, Any]
Values = tuple[Any, ...]

_TALK = (
    "id", "slug", "title", "kind", "level", "language", "start", "end", "timezone", "local_start",
    "local_end", "date", "day", "room", "track", "published", "duration", "abstract", "subtitle",
    "status",
)  # fmt: skip
_RECORD = ("first_line", "last_line", "participants", "uid")
_CREDIT = ("name", "role", "job", "org", "org_shared", "uid")
_BILLING = ("billed_as", "role", "job", "org")
_EVENT = (
    "id", "name", "city", "country", "timezone", "start", "end",
    "talk_count", "speaker_count", "timed_count",
)  # fmt: skip
"""Columns that are called as what they hold is in the model."""

_of_talk, _of_record, _of_credit, _of_billing = (
    attrgetter(*names) for names in (_TALK, _RECORD, _CREDIT, _BILLING)
)

_ALL_AS_TALK = SPEAKERS_AS_TALK - 1
"""The bits of a record whose every column is as its talk's."""

_COMPARED = tuple(AS_TALK)
_EVENT_PLACE, _TAGS_PLACE = _COMPARED.index("event"), _COMPARED.index("tags")
_said_by_record = attrgetter(*_COMPARED)
_said_by_its_talk = attrgetter("title", *_COMPARED[1:])
_NO_DIFFERENCE = (None,) * len(_COMPARED)


@dataclass(frozen=True, slots=True)
class Numbers:
    """By what numbers the rows of talks refer to documents, events and people."""

    documents: dict[str, int]
    events: dict[str, int]
    people: dict[str, int]


class Account(NamedTuple):
    """A record on its way into the tables: its id, its place in the talk, what it says as the talk
    does, in bits, and the values of the columns in which it does not."""

    id: int
    place: int
    record: Record
    as_talk: int
    others: Values


@dataclass(frozen=True)
class Entry:
    """A talk on its way into the tables: its number, and that of its first record."""

    number: int
    first_record: int
    joined: JoinedTalk

    @cached_property
    def accounts(self) -> list[Account]:
        """The records of the talk beside what it says itself."""
        talk = self.joined.talk
        said = _said_by_talk(talk)
        return [
            Account(self.first_record + place, place, record, *_compared(record, talk, said))
            for place, record in enumerate(self.joined.records)
        ]


def entries(talks: Iterable[JoinedTalk]) -> Iterator[Entry]:
    """*talks* on their way into tables that are empty."""
    first_record = 1
    for number, joined in enumerate(talks, 1):
        yield Entry(number, first_record, joined)
        first_record += len(joined.records)


def _said_by_talk(talk: Talk) -> tuple[Any, ...]:
    """What *talk* says, in the order of the columns that a record can have in common with it."""
    said = list(_said_by_its_talk(talk))
    said[_EVENT_PLACE] = talk.event.name if talk.event else None
    return tuple(said)


def _compared(record: Record, talk: Talk, said: tuple[Any, ...]) -> tuple[int, tuple[Any, ...]]:
    """The bits of what *record* has in common with its talk, which *said* so much, and the values
    of what it has not."""
    billed_so = record.speakers == tuple(
        (*_of_billing(person), False, None) for person in talk.speakers
    )
    bits = SPEAKERS_AS_TALK if billed_so else 0
    own = _said_by_record(record)
    if own == said:
        return bits | _ALL_AS_TALK, _NO_DIFFERENCE
    others = list(own)
    for place, (value, other) in enumerate(zip(own, said, strict=True)):
        if value == other:
            bits |= 1 << place
            others[place] = None
        elif place == _TAGS_PLACE:
            others[place] = as_json(value)
    return bits, tuple(others)


def insert_rows(
    connection: sqlite3.Connection, table: str, rows: Iterable[Row] | Iterable[Values]
) -> None:
    """Insert *rows*: values by column, all with the same columns, or those of :data:`COLUMNS`.

    sqlite-utils looks at every value in case it has to be turned into JSON first; where each talk
    has many rows, that is a third of the time of a build.
    """
    every: Iterator[Any] = iter(rows)
    first = next(every, None)
    if first is None:
        return
    every = chain((first,), every)
    columns = COLUMNS.get(table, ())
    if isinstance(first, dict):
        columns, every = tuple(first), (tuple(row.values()) for row in every)
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", every)


def rows_beside_talks(
    catalogue: Catalogue, numbers: Numbers
) -> dict[str, Iterator[Row] | Iterator[Values]]:
    """All rows but those of talks, by table, in the order in which tables refer to one another."""
    return {
        "document": _document_rows(catalogue, numbers),
        "occasion": _occasion_rows(catalogue, numbers),
        "event": _event_rows(catalogue, numbers),
        "event_alias": _alias_rows("event", numbers.events, catalogue.event_aliases),
        "remark": _remark_rows(catalogue, numbers),
        "person": _person_rows(catalogue.people, numbers),
        "person_alias": _alias_rows("person", numbers.people, catalogue.person_aliases),
    }


def _picked(thing: object, fields: tuple[str, ...]) -> Row:
    return {field: getattr(thing, field) for field in fields}


def _document_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        yield {
            "id": numbers.documents[document.name],
            **_picked(document, ("name", "format", "digest", "lines", "collection", "imported")),
        }


def _occasion_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        for position, occasion in enumerate(document.occasions):
            yield {
                "document": numbers.documents[document.name],
                "position": position,
                **_picked(occasion, ("name", "city", "country", "timezone", "start", "end")),
                "aliases": as_json(occasion.aliases),
            }


def _event_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for event in catalogue.events:
        yield {"number": numbers.events[event.id], **_picked(event, _EVENT)}


def _alias_rows(
    owner: str, numbers: dict[str, int], aliases: dict[str, tuple[Alias, ...]]
) -> Iterator[Row]:
    for identifier, names in aliases.items():
        for alias in names:
            yield {owner: numbers[identifier], "name": alias.name, "source": alias.source}


def _person_rows(people: Iterable[Person], numbers: Numbers) -> Iterator[Values]:
    """The rows of *people*, who get numbers here where they have none yet."""
    for place, person in enumerate(people, 1):
        number = numbers.people.setdefault(person.id, place)
        yield number, person.id, person.name, person.talk_count


def _talk_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        talk = entry.joined.talk
        event = numbers.events[talk.event.id] if talk.event else None
        tags = as_json(talk.tags) if talk.tags else "[]"
        yield (entry.number, event, tags, int(talk.transcript), *_of_talk(talk))


def _appearance_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        for position, person in enumerate(entry.joined.talk.speakers):
            who, certain = numbers.people[person.id], int(person.org_certain)
            yield (entry.number, position, who, certain, *_of_billing(person))


def _record_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        for one in entry.accounts:
            document = numbers.documents[one.record.document]
            own = _of_record(one.record)
            yield (one.id, entry.number, one.place, document, one.as_talk, *own)


def _difference_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        if one.as_talk & _ALL_AS_TALK != _ALL_AS_TALK:
            yield (one.id, *one.others)


def _credit_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        if not one.as_talk & SPEAKERS_AS_TALK:
            for position, credit in enumerate(one.record.speakers):
                yield (one.id, position, *_of_credit(credit))


def _bio_rows(batch: list[Entry], numbers: Numbers) -> Iterator[Values]:
    for entry in batch:
        for one in entry.accounts:
            about = entry.joined.bio_people[one.place]
            for position, (bio, person) in enumerate(zip(one.record.bios, about, strict=True)):
                who = numbers.people[person] if person else None
                yield one.id, position, who, bio.name, bio.heading, bio.text


def _link_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        for position, link in enumerate(one.record.links):
            yield one.id, position, link.kind, link.url, link.raw


def _note_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        for position, note in enumerate(one.record.notes):
            yield one.id, position, note.text, note.language


def _segment_rows(batch: list[Entry], _: Numbers) -> Iterator[Values]:
    for one in _accounts(batch):
        for position, segment in enumerate(one.record.transcript):
            yield one.id, position, segment.start, segment.end, segment.text


def _accounts(batch: list[Entry]) -> Iterator[Account]:
    return chain.from_iterable(entry.accounts for entry in batch)


def _remark_rows(catalogue: Catalogue, numbers: Numbers) -> Iterator[Row]:
    for document in catalogue.documents:
        for remark in document.remarks:
            yield {
                "document": numbers.documents[document.name],
                **_picked(remark, ("first_line", "last_line", "reason", "text")),
            }


TALK_TABLES: dict[str, Callable[[list[Entry], Numbers], Iterator[Values]]] = {
    "talk": _talk_rows,
    "appearance": _appearance_rows,
    "record": _record_rows,
    "difference": _difference_rows,
    "credit": _credit_rows,
    "bio": _bio_rows,
    "link": _link_rows,
    "note": _note_rows,
    "segment": _segment_rows,
}
"""The tables a talk fills, in the order in which rows refer to one another."""

COLUMNS = {
    "person": ("number", "id", "name", "talk_count"),
    "talk": ("number", "event", "tags", "transcript", *_TALK),
    "appearance": ("talk", "position", "person", "org_certain", *_BILLING),
    "record": ("id", "talk", "position", "document", "as_talk", *_RECORD),
    "difference": ("record", *AS_TALK),
    "credit": ("record", "position", *_CREDIT),
    "bio": ("record", "position", "person", "name", "heading", "text"),
    "link": ("record", "position", "kind", "url", "raw"),
    "note": ("record", "position", "text", "language"),
    "segment": ("record", "position", "start", "end", "text"),
}  # fmt: skip
"""What the values of rows are that do not name their columns."""
