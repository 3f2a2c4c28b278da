"""The ids that talks, people and events of a library have, for the next assembly to keep."""

from __future__ import annotations

from collections.abc import Iterable

from talkctl.identity.eventgroups import year_of
from talkctl.identity.past import Past, PersonKey, RecordKey, event_mark, record_keys
from talkctl.names import name_key, plausibly_same
from talkctl.store.shelf import Known, Shelved


def past_of(shelf: Iterable[Shelved]) -> Past:
    """The ids that the documents of a library gave rise to."""
    talks: dict[RecordKey, str] = {}
    people: dict[PersonKey, str] = {}
    events: dict[str, str] = {}
    talk_events: dict[RecordKey, str] = {}
    for one in shelf:
        keys = record_keys(one.document)
        for number, (key, record) in enumerate(zip(keys, one.document.records, strict=True)):
            talks[key] = one.talks[number]
            event = one.events[number]
            if event:
                talk_events[key] = event
            if event and record.event:
                events.setdefault(event_mark(record.event, year_of(record)), event)
            for credit in record.speakers:
                known = known_as(credit.name, one.people[number])
                if known:
                    people[key, credit.name] = known
    return Past(talks, people, events, talk_events)


def known_as(name: str, people: tuple[Known, ...]) -> str | None:
    """Who of *people*, those of one talk, is meant by *name*."""
    for one in people:
        if name in (one.billed_as, one.name):
            return one.id
    folded = name_key(name)
    for one in people:
        if folded in (name_key(one.billed_as), name_key(one.name)):
            return one.id
    return next((one.id for one in people if plausibly_same(name, one.billed_as)), None)
