"""Which facets each talk has: read from the tables, or told by the talk on its way into them."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from talkctl.model import INTERLUDES, WEEKDAYS, Event
from talkctl.record import JoinedTalk
from talkctl.store.lexicon import (
    EVERYTHING,
    HAVINGS,
    INTERLUDE,
    PERSON,
    TALK,
    Facet,
    facet_key,
    token,
)  # fmt: skip
from talkctl.when import shifted

_FACTS = """
SELECT talk.kind, talk.level, talk.language, event.id, event.name, event.start,
    talk.date, talk.start, talk.local_start, talk.day, talk.room, talk.track,
    talk.abstract IS NOT NULL, talk.transcript,
    EXISTS (SELECT 1 FROM record JOIN note ON note.record = record.id
     WHERE record.talk = talk.number)
     OR EXISTS (SELECT 1 FROM own_note WHERE own_note.talk = talk.id),
    talk.tags,
    (SELECT json_group_array(json_array(appearance.person, appearance.org))
     FROM appearance WHERE appearance.talk = talk.number),
    (SELECT group_concat(DISTINCT link.kind) FROM record JOIN link ON link.record = record.id
     WHERE record.talk = talk.number)
FROM talk LEFT JOIN event ON event.number = talk.event
"""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_EVERYTHING, _TALK, _INTERLUDE, _PERSON = (
    token(name, "") for name in (EVERYTHING, TALK, INTERLUDE, PERSON)
)


class Facts(NamedTuple):
    """What filters can ask of one talk; *people* are numbers, each with the organisation."""

    kind: str
    level: str | None
    language: str | None
    event_id: str | None
    event_name: str | None
    event_start: str | None
    date: str | None
    start: str | None
    local_start: str | None
    day: int | None
    room: str | None
    track: str | None
    abstract: bool
    transcript: bool
    notes: bool
    tags: Sequence[str]
    people: Sequence[tuple[int, str | None]]
    links: Collection[str]


def of_tables(db: sqlite3.Connection, where: str) -> Iterator[Facts]:
    """The facts of the talks that *where* chooses by ``number``, in the order of numbers."""
    query = _FACTS + where.replace("number", "talk.number") + " ORDER BY talk.number"
    for row in db.execute(query):
        tags, people, links = row[-3:]
        known = json.loads(tags), json.loads(people), links.split(",") if links else ()
        yield Facts._make((*row[:-3], *known))


def of_talk(joined: JoinedTalk, event: Event | None, numbers: Mapping[str, int]) -> Facts:
    """The facts of a talk on its way into the tables, where its people have these *numbers*."""
    talk, records = joined.talk, joined.records
    return Facts(
        talk.kind, talk.level, talk.language,
        event.id if event else None, event.name if event else None, event.start if event else None,
        talk.date, talk.start, talk.local_start, talk.day, talk.room, talk.track,
        talk.abstract is not None, talk.transcript, any(record.notes for record in records),
        talk.tags,
        [(numbers[person.id], person.org) for person in talk.speakers],
        {link.kind for record in records for link in record.links},
    )  # fmt: skip


def facets_of(facts: Facts) -> tuple[str, list[Facet]]:
    """The artificial words of a talk in their order, and what filters can choose it by."""
    clock = facts.start[11:16] if facts.start else facts.local_start
    found = {
        one.token: one
        for some in (
            _sort(facts.kind, facts.level, facts.language),
            _place(facts.room, facts.track),
            *(_given("tag", tag) for tag in facts.tags),
            *(_given("org", org) for _, org in facts.people),
            _havings((
                "video" in facts.links, "slides" in facts.links, facts.notes, facts.abstract,
                bool(clock), facts.transcript,
            )),
            _given("clock", clock),
            _event(facts.event_id, facts.event_name),
            _times(facts.date, facts.day, facts.event_start, facts.event_name),
        )
        for one in some
    }  # fmt: skip
    tokens = [_EVERYTHING, _INTERLUDE if facts.kind in INTERLUDES else _TALK, *found]
    tokens += [f"{_PERSON}{person}" for person, _ in facts.people]
    return " ".join(tokens), list(found.values())


@lru_cache(maxsize=65536)
def _given(name: str, value: str | None) -> tuple[Facet, ...]:
    """The facet of a talk which has *value* for the filter *name*, if that is anything."""
    return _facet(name, value, facet_key(value)) if value else ()


def _facet(name: str, value: str, key: str) -> tuple[Facet, ...]:
    return (Facet(name, key, value, token(name, key)),) if key else ()


@lru_cache(maxsize=4096)
def _sort(kind: str, level: str | None, language: str | None) -> tuple[Facet, ...]:
    return _given("kind", kind) + _given("level", level) + _given("language", language)


@lru_cache(maxsize=65536)
def _place(room: str | None, track: str | None) -> tuple[Facet, ...]:
    return _given("room", room) + _given("track", track)


@lru_cache(maxsize=4096)
def _event(identifier: str | None, name: str | None) -> tuple[Facet, ...]:
    return _facet("event", name, facet_key(identifier)) if identifier and name else ()


@lru_cache(maxsize=64)
def _havings(has: tuple[bool, ...]) -> tuple[Facet, ...]:
    """What a talk has of :data:`HAVINGS`, in their order."""
    pairs = zip(HAVINGS, has, strict=True)
    return tuple(one for name, met in pairs if met for one in _given("has", name))


@lru_cache(maxsize=4096)
def _times(
    date_given: str | None, day: int | None, event_start: str | None, event_name: str | None
) -> tuple[Facet, ...]:
    """Year, month, date, weekday and day number, as far as they are known or follow."""
    found: list[tuple[str, str]] = []
    year = (date_given or event_start or "")[:4]
    if not year and (named := _YEAR.search(event_name or "")):
        year = named[0]
    if year:
        found.append(("year", year))
    on = date_given or (day and event_start and shifted(event_start[:10], day - 1))
    if on:
        when = date.fromisoformat(on)
        found += [("month", on[:7]), ("date", on), ("weekday", WEEKDAYS[when.weekday()])]
        if day is None and event_start:
            day = (when - date.fromisoformat(event_start[:10])).days + 1
    if day is not None:
        found.append(("day", str(day)))
    return tuple(facet for name, value in found for facet in _given(name, value))
