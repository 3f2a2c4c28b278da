"""Which records belong to one event, and what is known of it.

Records name events, and names differ from source to source. Two names are one event's if they are
one name (``eventnames``) of one year, if one is given as another name of the other, if the talks
say so (several with the same title and people, on days that agree), or if the user does. A year
that no name says follows from the days of the talks, or is the only one the name has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from talkctl.identity.beyond import Taken
from talkctl.identity.corrections import Corrections, EventFacts
from talkctl.identity.decisions import Decision, Decisions
from talkctl.identity.eventgroups import Named, is_called, name_events, unite_names
from talkctl.identity.eventnames import read_event_name, split_city
from talkctl.identity.past import Past, RecordKey, claimed, event_mark
from talkctl.model import Event, EventName
from talkctl.record import Alias, Document, Record
from talkctl.text import key, slug

DECIDED = "your decision"
"""What stands as the source of a name that the user gave."""


@dataclass(frozen=True, slots=True)
class Events:
    """All events, which of them each record is of, and where corrections were overruled."""

    events: tuple[Event, ...]
    of: tuple[EventName | None, ...]
    aliases: dict[str, tuple[Alias, ...]]
    overruled: tuple[str, ...]


def gather_events(
    documents: Sequence[Document],
    records: Sequence[Record],
    corrections: Corrections,
    decisions: Decisions = (),
    past: Past | None = None,
    keys: Sequence[RecordKey] = (),
    beyond: Container[str] = frozenset(),
) -> Events:
    """The events that *records* (of *documents*, in their order, with these *keys*) name.

    *beyond* are ids of events of other records.
    """
    named = name_events(documents, records)
    said = [decision for decision in decisions if decision.kind == "event"]
    groups = unite_names(named, corrections, said)
    events: list[Event] = []
    of: list[EventName | None] = [None] * len(records)
    aliases, overruled = {}, list[str]()
    claims = _claims(groups, past or Past(), keys)
    taken = Taken(beyond, filter(None, claims))
    for group, claim in zip(groups, claims, strict=True):
        facts = _facts_for(group, corrections)
        told = _told_by_user(group, said)
        event = _event(group, facts, told, claim, taken)
        taken.add(event.id)
        overruled += _differences(group, facts)
        events.append(event)
        for one in group:
            for index in one.records:
                of[index] = EventName(event.id, event.name)
        aliases[event.id] = _aliases(event, group, facts, corrections.document, said)
    events = [event._replace(aliases=_names(aliases[event.id])) for event in events]
    return Events(tuple(events), tuple(of), aliases, tuple(overruled))


def _claims(groups: list[list[Named]], past: Past, keys: Sequence[RecordKey]) -> list[str | None]:
    """For each event the id that it had.

    An id goes where it is known by name and most of its records are; then by name alone; then to
    an event most of whose records had it.
    """
    order = {mark: n for n, mark in enumerate(past.events)}
    wanted: list[tuple[int, int, int, str]] = []
    for n, group in enumerate(groups):
        places = [keys[index] for one in group for index in one.records] if past.talk_events else []
        before = Counter(past.talk_events[place] for place in places if place in past.talk_events)
        for mark in order.keys() & _marks(group):
            identifier = past.events[mark]
            wanted.append((-before[identifier], order[mark], n, identifier))
        for identifier, count in before.most_common(1):
            if 2 * count > len(places):
                wanted.append((1, 0, n, identifier))
    return claimed(((n, identifier) for *_, n, identifier in sorted(wanted)), len(groups))


def _marks(group: list[Named]) -> set[str]:
    """By what an event is known again: its names, each with its year and without."""
    return {
        event_mark(name, year)
        for one in group
        for name in one.spellings
        for year in (one.year, None)
    }


def _facts_for(group: list[Named], corrections: Corrections) -> EventFacts | None:
    """What the corrections know of an event: by one of its names, else by one of theirs."""
    for exact in (True, False):
        for facts in corrections.events:
            for one in group:
                if facts.year is not None and one.year is not None and facts.year != one.year:
                    continue
                own = (one.name, *one.spellings)
                if exact and key(facts.name) in [key(name) for name in own]:
                    return facts
                if not exact and is_called(one, (facts.name, *facts.aliases)):
                    return facts
    return None


def _told_by_user(group: list[Named], said: Sequence[Decision]) -> EventFacts | None:
    """What the user decided about an event, the later decision before the earlier one."""
    found = None
    for decision in said:
        if decision.facts and any(
            is_called(one, decision.names or (decision.facts.name,)) for one in group
        ):
            found = _over(decision.facts, found)
    return found


def _over(facts: EventFacts, below: EventFacts | None) -> EventFacts:
    if below is None:
        return facts
    return EventFacts(
        facts.name or below.name,
        facts.year or below.year,
        facts.id or below.id,
        facts.aliases + below.aliases,
        facts.city or below.city,
        facts.country or below.country,
        facts.timezone or below.timezone,
        facts.start or below.start,
        facts.end or below.end,
    )


def _event(
    group: list[Named],
    facts: EventFacts | None,
    told: EventFacts | None,
    claim: str | None,
    taken: Taken,
) -> Event:
    facts, told = facts or EventFacts(""), told or EventFacts("")
    shown = _shown_name(group)
    year = next((one.year for one in group if one.year), None)
    dated = f"{shown} {year}" if year and read_event_name(shown).year is None else shown
    start, end = _span(group, facts)
    occasions = [occasion for one in group for occasion in one.occasions]
    return Event(
        id=claim or _free(facts.id or slug(dated, 40), taken),
        name=told.name or shown,
        city=told.city or next((city for one in group for city in one.cities), None) or facts.city,
        country=told.country or _said(occasion.country for occasion in occasions) or facts.country,
        timezone=told.timezone
        or _said(occasion.timezone for occasion in occasions)
        or facts.timezone,
        start=told.start or start,
        end=told.end or end,
    )


def _said(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _free(base: str, taken: Taken) -> str:
    identifier, number = base, 2
    while identifier in taken:
        identifier, number = f"{base}-{number}", number + 1
    return identifier


def _shown_name(group: list[Named]) -> str:
    """The fullest of its names, rather one written as titles are than a slug."""
    names = [split_city(spelling)[0] for one in group for spelling in one.spellings]
    names += [occasion.name for one in group for occasion in one.occasions]

    def rank(name: str) -> tuple[bool, int, int]:
        as_slug = name == name.lower() or " " not in name
        return as_slug and len(names) > 1, -len("".join(read_event_name(name).words)), len(name)

    return min(dict.fromkeys(names), key=rank)


def _span(group: list[Named], facts: EventFacts) -> tuple[str | None, str | None]:
    """First and last day: those said of the event, unless sessions lie outside them."""
    days = [day for one in group for day in one.dates]
    first, last = min(days, default=None), max(days, default=None)
    occasions = [occasion for one in group for occasion in one.occasions]
    begin = min((o.start[:10] for o in occasions if o.start), default=None) or facts.start
    finish = max((o.end[:10] for o in occasions if o.end), default=None) or facts.end
    start = begin if begin and (not first or begin <= first) else first
    end = finish if finish and (not last or finish >= last) else last
    return start, end


def _differences(group: list[Named], facts: EventFacts | None) -> list[str]:
    if facts is None:
        return []
    said = []
    shown = _shown_name(group)
    city = next((city for one in group for city in one.cities), None)
    if city and facts.city and key(city) != key(facts.city):
        said.append(f"{shown}: the page says {city}, not {facts.city}")
    start, end = _span(group, facts)
    if facts.start and start != facts.start:
        said.append(f"{shown}: the page has sessions before {facts.start}")
    if facts.end and end != facts.end:
        said.append(f"{shown}: the page has sessions after {facts.end}")
    return said


def _aliases(
    event: Event,
    group: list[Named],
    facts: EventFacts | None,
    document: str,
    said: Sequence[Decision],
) -> tuple[Alias, ...]:
    found: dict[str, str] = {}
    for one in group:
        for name, source in (*one.spellings.items(), *one.aliases.items()):
            found.setdefault(name, source)
    for name in facts.aliases if facts else ():
        found.setdefault(name, document)
    for decision in said:
        if any(is_called(one, decision.names) for one in group):
            for name in decision.names:
                found.setdefault(name, DECIDED)
    return tuple(Alias(name, source) for name, source in found.items() if name != event.name)


def _names(aliases: tuple[Alias, ...]) -> tuple[str, ...]:
    return tuple(alias.name for alias in aliases)
