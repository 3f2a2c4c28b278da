"""Which records belong to one event, and what is known of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from talkctl.identity.corrections import Corrections, EventFacts
from talkctl.model import Alias, Event, EventName, Record
from talkctl.text import key, slug
from talkctl.when import is_local

_CITY = re.compile(r"(?P<name>\S.*\b(?:19|20)\d{2})\s+\((?P<city>[^\W\d_][\w .'’-]*)\)$")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")

EventKey = tuple[str, int | None]


def event_key(record: Record) -> EventKey | None:
    """What tells the event of *record* from others: its name without city, and the year."""
    if not record.event:
        return None
    name, _ = split_city(record.event)
    return key(name), None if _YEAR.search(name) else year_of(record)


def split_city(name: str) -> tuple[str, str | None]:
    """An event's name and the city that stands in brackets behind its year."""
    found = _CITY.match(name.strip())
    return (found["name"], found["city"]) if found else (name.strip(), None)


def year_of(record: Record) -> int | None:
    """The year in which a talk was given, where the record says so."""
    moment = record.date or (record.start if record.start and not is_local(record.start) else None)
    return int(moment[:4]) if moment else None


@dataclass(slots=True)
class _Gathered:
    name: str
    year: int | None
    cities: dict[str, None] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Events:
    """All events, the key by which records find theirs, and where corrections were overruled."""

    events: tuple[Event, ...]
    by_key: dict[EventKey, EventName]
    aliases: dict[str, tuple[Alias, ...]]
    overruled: tuple[str, ...]


def gather_events(records: list[Record], corrections: Corrections) -> Events:
    """The events that *records* name, completed by *corrections*."""
    gathered: dict[EventKey, _Gathered] = {}
    for record in records:
        identity = event_key(record)
        if identity is None or record.event is None:
            continue
        name, city = split_city(record.event)
        named = gathered.setdefault(identity, _Gathered(name, identity[1]))
        if city:
            named.cities.setdefault(city)
        named.spellings.setdefault(record.event, record.document)
        if record.date:
            named.dates.append(record.date)
    events, by_key, aliases, overruled, taken = [], {}, {}, list[str](), set[str]()
    for identity, found in gathered.items():
        facts = _facts_for(found, corrections)
        event = _event(found, facts, taken)
        taken.add(event.id)
        overruled += _differences(found, facts)
        events.append(event)
        by_key[identity] = EventName(event.id, event.name)
        aliases[event.id] = _aliases(event, found, corrections.document)
    return Events(tuple(events), by_key, aliases, tuple(overruled))


def _facts_for(found: _Gathered, corrections: Corrections) -> EventFacts:
    for facts in corrections.events:
        same = key(facts.name) in (key(found.name), *(key(name) for name in found.spellings))
        if same and (facts.year is None or found.year is None or facts.year == found.year):
            return facts
    return EventFacts(found.name)


def _event(found: _Gathered, facts: EventFacts, taken: set[str]) -> Event:
    name = f"{found.name} {found.year}" if found.year else found.name
    identifier = facts.id or slug(name, 40)
    number = 2
    while identifier in taken:
        identifier, number = f"{facts.id or slug(name, 40)}-{number}", number + 1
    start, end = _span(found, facts)
    return Event(
        id=identifier,
        name=found.name,
        aliases=tuple(alias for alias in facts.aliases if alias != found.name),
        city=next(iter(found.cities), None) or facts.city,
        country=facts.country,
        timezone=facts.timezone,
        start=start,
        end=end,
    )


def _span(found: _Gathered, facts: EventFacts) -> tuple[str | None, str | None]:
    """First and last day: those of the corrections unless sessions lie outside them."""
    first, last = min(found.dates, default=None), max(found.dates, default=None)
    start = facts.start if facts.start and (not first or facts.start <= first) else first
    end = facts.end if facts.end and (not last or facts.end >= last) else last
    return start, end


def _differences(found: _Gathered, facts: EventFacts) -> list[str]:
    said = []
    city = next(iter(found.cities), None)
    if city and facts.city and key(city) != key(facts.city):
        said.append(f"{found.name}: the page says {city}, not {facts.city}")
    start, end = _span(found, facts)
    if facts.start and start != facts.start:
        said.append(f"{found.name}: the page has sessions before {facts.start}")
    if facts.end and end != facts.end:
        said.append(f"{found.name}: the page has sessions after {facts.end}")
    return said


def _aliases(event: Event, found: _Gathered, document: str) -> tuple[Alias, ...]:
    named = [Alias(name, source) for name, source in found.spellings.items() if name != event.name]
    return (*named, *(Alias(name, document) for name in event.aliases))
