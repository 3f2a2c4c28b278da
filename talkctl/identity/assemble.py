"""Documents in, catalogue out: records joined into talks, people and events."""

from __future__ import annotations

from collections import defaultdict

from talkctl.identity import choose
from talkctl.identity.corrections import Corrections
from talkctl.identity.events import Events, event_key, gather_events
from talkctl.identity.people import People, gather_people
from talkctl.identity.talks import Group, join_records
from talkctl.model import (
    INTERLUDES,
    Appearance,
    Catalogue,
    Credit,
    Document,
    Event,
    EventName,
    JoinedTalk,
    Person,
    Record,
    Remark,
    Talk,
)
from talkctl.names import name_key, org_key
from talkctl.text import key, short_id, slug
from talkctl.when import is_local


def assemble(documents: list[Document], corrections: Corrections | None = None) -> Catalogue:
    """The catalogue that follows from *documents*; the same documents give the same catalogue."""
    corrections = corrections or Corrections()
    documents = sorted(documents, key=lambda document: document.name)
    records = [record for document in documents for record in document.records]
    events = gather_events(records, corrections)
    groups = _in_programme_order(join_records(records), events)
    people = gather_people(groups, corrections)
    billings = _billings(groups, people)
    certain = _Certainty(groups, events, billings)
    ids, slugs = _identifiers(groups, events)
    talks = tuple(
        _joined(n, group, events, people, billings[n], certain, ids[n], slugs[n])
        for n, group in enumerate(groups)
    )
    return Catalogue(
        documents=tuple(_with_remarks(documents, corrections, events)),
        events=tuple(_counted_events(events.events, talks)),
        event_aliases=events.aliases,
        people=tuple(_counted_person(talks, people.people)),
        person_aliases=people.aliases,
        talks=talks,
    )


def _in_programme_order(groups: list[Group], events: Events) -> list[Group]:
    """Talks of one event together, in the order in which they were given or are listed."""
    order = {name.id: n for n, name in enumerate(events.by_key.values())}

    def rank(group: Group) -> tuple[int, str, str, int]:
        event = _event_of(group, events)
        first = group.records[0]
        moment = choose.moment_of(group.records)
        when = moment.start or ""
        return (order[event.id] if event else len(order), when, first.document, first.first_line)

    return sorted(groups, key=rank)


def _event_of(group: Group, events: Events) -> EventName | None:
    keys = (event_key(record) for record in choose.by_authority(group.records))
    return next((events.by_key[found] for found in keys if found), None)


def _billings(groups: list[Group], people: People) -> list[dict[str, Credit]]:
    """For each talk the one billing of each person on it, in the order of the billing."""
    found = []
    for n, group in enumerate(groups):
        credits: dict[str, list[Credit]] = defaultdict(list)
        for record in choose.by_authority(group.records):
            for credit in record.speakers:
                credits[people.on_talk[n, credit.name]].append(credit)
        found.append({person: choose.choose_billing(said) for person, said in credits.items()})
    return found


class _Certainty:
    """Whether somebody's organisation is certain.

    One that the page names for a group is not where another talk of the same event bills the
    person with another one of their own.
    """

    def __init__(
        self, groups: list[Group], events: Events, billings: list[dict[str, Credit]]
    ) -> None:
        self._alone: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for group, billed in zip(groups, billings, strict=True):
            event = _event_of(group, events)
            for person, credit in billed.items():
                if credit.org and not credit.org_shared:
                    self._alone[event.id if event else None, person].add(org_key(credit.org))

    def of(self, event: EventName | None, person: str, credit: Credit) -> bool:
        """Whether the organisation of *credit* is certain for *person* at *event*."""
        if not credit.org or not credit.org_shared:
            return True
        elsewhere = self._alone.get((event.id if event else None, person), set())
        return not elsewhere or org_key(credit.org) in elsewhere


def _identifiers(groups: list[Group], events: Events) -> tuple[list[str], list[str]]:
    """Ids and slugs of the talks, each of its own.

    An id follows from title and first-billed person, so that documents may come and go around a
    talk. Only among talks that share both does the event decide, then the order.
    """
    ids: list[str] = []
    slugs: list[str] = []
    taken_ids: set[str] = set()
    taken_slugs: set[str] = set()
    for group in groups:
        first = choose.by_authority(group.records)[0]
        event = _event_of(group, events)
        identity = key(first.title)
        if first.speakers:
            identity += "\n" + name_key(first.speakers[0].name)
        if first.kind in INTERLUDES or not first.speakers:
            identity += f"\n{event.id if event else ''}\n{first.date or ''} {first.start or ''}"
        ids.append(_free_id(identity, event, taken_ids))
        slugs.append(_free_slug(slug(first.title), event, taken_slugs))
    return ids, slugs


def _free_id(identity: str, event: EventName | None, taken: set[str]) -> str:
    attempt, number = short_id(identity), 1
    while attempt in taken:
        attempt = short_id(f"{identity}\n{event.id if event else ''}\n{number}")
        number += 1
    taken.add(attempt)
    return attempt


def _free_slug(base: str, event: EventName | None, taken: set[str]) -> str:
    attempt, number = base, 1
    if attempt in taken and event:
        attempt = base = f"{base}-{event.id}"
    while attempt in taken:
        number += 1
        attempt = f"{base}-{number}"
    taken.add(attempt)
    return attempt


def _joined(
    n: int,
    group: Group,
    events: Events,
    people: People,
    billed: dict[str, Credit],
    certain: _Certainty,
    identifier: str,
    name: str,
) -> JoinedTalk:
    records = choose.by_authority(group.records)
    event = _event_of(group, events)
    talk = _talk(records, event, identifier, name)
    appearances = tuple(
        Appearance(
            id=person,
            name=people.names[person],
            billed_as=credit.name,
            role=credit.role,
            job=credit.job,
            org=credit.org,
            org_certain=certain.of(event, person, credit),
        )
        for person, credit in billed.items()
    )
    bio_people = tuple(
        tuple(people.on_talk.get((n, bio.name)) for bio in record.bios) for record in records
    )
    return JoinedTalk(talk._replace(speakers=appearances), tuple(records), bio_people)


def _talk(records: list[Record], event: EventName | None, identifier: str, name: str) -> Talk:
    moment = choose.moment_of(records)
    instant = bool(moment.start and not is_local(moment.start))
    best = records[0]
    date = choose.first(records, lambda record: record.date)
    return Talk(
        id=identifier,
        slug=name,
        title=best.title,
        kind=choose.choose_kind(records),
        level=choose.first(records, lambda record: record.level),
        language=choose.first(records, lambda record: record.language),
        event=event,
        start=moment.start if instant else None,
        end=moment.end if instant else None,
        timezone=moment.timezone,
        local_start=moment.start if not instant else None,
        local_end=moment.end if not instant else None,
        date=date,
        day=None if date else choose.first(records, lambda record: record.day),
        room=moment.room or choose.first(records, lambda record: record.room),
        track=moment.track or choose.first(records, lambda record: record.track),
        published=choose.first(records, lambda record: record.published),
        duration=choose.first(records, lambda record: record.duration),
        abstract=choose.first(records, lambda record: record.abstract),
        tags=choose.all_tags(records),
        links=choose.all_links(records),
        notes=choose.all_notes(records),
        sources=choose.sources_of(records),
    )


def _with_remarks(
    documents: list[Document], corrections: Corrections, events: Events
) -> list[Document]:
    """*documents*, with a remark on the corrections for each that a page overruled."""
    if not events.overruled:
        return documents
    remarks = tuple(
        Remark(corrections.document, 1, 1, "a page says otherwise, and is believed", said)
        for said in events.overruled
    )
    return [
        document._replace(remarks=document.remarks + remarks)
        if document.name == corrections.document
        else document
        for document in documents
    ]


def _counted_events(events: tuple[Event, ...], talks: tuple[JoinedTalk, ...]) -> list[Event]:
    talked: dict[str, int] = defaultdict(int)
    timed: dict[str, int] = defaultdict(int)
    people: dict[str, set[str]] = defaultdict(set)
    for joined in talks:
        talk = joined.talk
        if talk.event is None:
            continue
        people[talk.event.id].update(person.id for person in talk.speakers)
        if talk.kind not in INTERLUDES:
            talked[talk.event.id] += 1
            timed[talk.event.id] += bool(talk.start or talk.local_start)
    return [
        event._replace(
            talk_count=talked[event.id],
            speaker_count=len(people[event.id]),
            timed_count=timed[event.id],
        )
        for event in events
    ]


def _counted_person(talks: tuple[JoinedTalk, ...], people: tuple[Person, ...]) -> list[Person]:
    counts: dict[str, int] = defaultdict(int)
    for joined in talks:
        for person in {appearance.id for appearance in joined.talk.speakers}:
            counts[person] += 1
    return [person._replace(talk_count=counts[person.id]) for person in people]
