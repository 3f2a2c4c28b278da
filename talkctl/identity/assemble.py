"""Documents in, catalogue out: records joined into talks, people and events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from talkctl.identity import choose
from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decisions, wishes_about_talks
from talkctl.identity.events import Events, gather_events
from talkctl.identity.identifiers import identifiers
from talkctl.identity.past import Past, RecordKey, record_keys
from talkctl.identity.people import People, gather_people
from talkctl.identity.profiles import Profile, profiles_of
from talkctl.identity.talks import Group, Pair, join_records, judged_pairs
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
from talkctl.names import org_key
from talkctl.when import clock_of, is_local


def assemble(
    documents: Sequence[Document],
    corrections: Corrections | None = None,
    past: Past | None = None,
    decisions: Decisions = (),
) -> Catalogue:
    """The catalogue that follows from *documents*, in whatever order they come.

    *past* are the ids that were given before, *decisions* what the user said, the latest last.
    """
    corrections, past = corrections or Corrections(), past or Past()
    documents = sorted(documents, key=lambda document: (document.name, document.digest))
    joined = join(documents, corrections, past, decisions)
    groups, events = joined.groups, joined.events
    people = gather_people(groups, corrections, decisions, joined.keys, past.people)
    billings = _billings(groups, people)
    certain = _Certainty(groups, billings)
    ids, slugs = identifiers(groups, joined.keys, past.talks)
    imported = {document.name: document.imported for document in documents}
    talks = tuple(
        _joined(n, group, people, billings[n], certain, imported, ids[n], slugs[n])
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


class Joined(NamedTuple):
    """Records joined into talks, in the order of the programme, before people are looked at."""

    groups: list[Group]
    events: Events
    keys: tuple[RecordKey, ...]
    """The key of every record, by its place among all records."""
    profiles: list[Profile]
    pairs: list[Pair]
    """All pairs of records that are at least likely to be one talk."""


def join(
    documents: Sequence[Document], corrections: Corrections, past: Past, decisions: Decisions
) -> Joined:
    """The records of *documents*, which are in their order, joined into talks."""
    records = [record for document in documents for record in document.records]
    keys = tuple(mark for document in documents for mark in record_keys(document))
    events = gather_events(documents, records, corrections, decisions, past, keys)
    profiles = profiles_of(documents, records, events)
    wishes = wishes_about_talks(decisions, {mark: n for n, mark in enumerate(keys)})
    pairs = judged_pairs(profiles)
    groups = [
        _group([records[index] for index in members], members, events)
        for members in join_records(profiles, wishes, pairs)
    ]
    return Joined(_in_programme_order(groups, events), events, keys, profiles, pairs)


def _group(records: list[Record], members: list[int], events: Events) -> Group:
    place_of = {id(record): index for record, index in zip(records, members, strict=True)}
    believed = [events.of[place_of[id(record)]] for record in choose.by_authority(records)]
    return Group(records, next((event for event in believed if event), None), members)


def _in_programme_order(groups: list[Group], events: Events) -> list[Group]:
    """Talks of one event together, in the order in which they were given or are listed."""
    order = {event.id: n for n, event in enumerate(events.events)}

    def rank(group: Group) -> tuple[int, str, str, int]:
        first = group.records[0]
        when = choose.moment_of(group.records).start or ""
        place = order[group.event.id] if group.event else len(order)
        return (place, when, first.document, first.first_line)

    return sorted(groups, key=rank)


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

    def __init__(self, groups: list[Group], billings: list[dict[str, Credit]]) -> None:
        self._alone: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for group, billed in zip(groups, billings, strict=True):
            event = group.event
            for person, credit in billed.items():
                if credit.org and not credit.org_shared:
                    self._alone[event.id if event else None, person].add(org_key(credit.org))

    def of(self, event: EventName | None, person: str, credit: Credit) -> bool:
        """Whether the organisation of *credit* is certain for *person* at *event*."""
        if not credit.org or not credit.org_shared:
            return True
        elsewhere = self._alone.get((event.id if event else None, person), set())
        return not elsewhere or org_key(credit.org) in elsewhere


def _joined(
    n: int,
    group: Group,
    people: People,
    billed: dict[str, Credit],
    certain: _Certainty,
    imported: dict[str, str | None],
    identifier: str,
    name: str,
) -> JoinedTalk:
    records = choose.by_authority(group.records)
    event = group.event
    talk = _talk(records, event, imported, identifier, name)
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


def _talk(
    records: list[Record],
    event: EventName | None,
    imported: dict[str, str | None],
    identifier: str,
    name: str,
) -> Talk:
    moment = choose.moment_of(records)
    instant = bool(moment.start and not is_local(moment.start))
    title = choose.choose_titled(records).title
    timed = choose.by_time_authority(records)
    date = moment.date or choose.first(timed, lambda record: record.date)
    return Talk(
        id=identifier,
        slug=name,
        title=title,
        kind=choose.choose_kind(records),
        level=choose.first(records, lambda record: record.level),
        language=choose.first(records, lambda record: record.language),
        event=event,
        start=moment.start if instant else None,
        end=moment.end if instant else None,
        timezone=moment.timezone,
        local_start=clock_of(moment.start) if moment.start and not instant else None,
        local_end=clock_of(moment.end) if moment.end and not instant else None,
        date=date,
        day=None if date else choose.first(timed, lambda record: record.day),
        room=moment.room or choose.first(timed, lambda record: record.room),
        track=moment.track or choose.first(timed, lambda record: record.track),
        published=choose.first(records, lambda record: record.published),
        duration=choose.first(records, lambda record: record.duration),
        abstract=choose.first(records, lambda record: record.abstract),
        tags=choose.all_tags(records),
        links=choose.all_links(records),
        notes=choose.all_notes(records),
        sources=choose.sources_of(records),
        subtitle=choose.choose_subtitle(records, title),
        status=choose.choose_status(records, imported),
        transcript=any(record.transcript for record in records),
    )


def _with_remarks(
    documents: Sequence[Document], corrections: Corrections, events: Events
) -> Sequence[Document]:
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
