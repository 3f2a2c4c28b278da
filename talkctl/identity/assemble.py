"""Documents in, catalogue out: records joined into talks, people and events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from talkctl.identity import choose
from talkctl.identity.beyond import NOTHING, Beyond, Kept, Spread
from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decisions, wishes_about_talks
from talkctl.identity.eventgroups import names_event
from talkctl.identity.events import Events, gather_events
from talkctl.identity.evidence import CERTAIN
from talkctl.identity.identifiers import identifiers
from talkctl.identity.past import Past, RecordKey, record_keys
from talkctl.identity.people import People, gather_people
from talkctl.identity.profiles import Profile, profiles_of
from talkctl.identity.talks import Group, Pair, join_records, judged_pairs
from talkctl.model import INTERLUDES, Appearance, Event, EventName, Person, Talk
from talkctl.names import org_key
from talkctl.record import Catalogue, Credit, Document, JoinedTalk, Record, Remark
from talkctl.when import clock_of, is_local


def assemble(
    documents: Sequence[Document],
    corrections: Corrections | None = None,
    past: Past | None = None,
    decisions: Decisions = (),
    beyond: Beyond = NOTHING,
) -> Catalogue:
    """The catalogue that follows from *documents*, in whatever order they come.

    *past* are the ids that were given before, *decisions* what the user said, the latest last;
    *beyond* is the rest of a library of which *documents* are a part. Of that part alone the
    catalogue has the people and events, and :class:`~talkctl.identity.beyond.Spread` is raised if
    they do not tell enough.
    """
    corrections, past = corrections or Corrections(), past or Past()
    documents = sorted(documents, key=lambda document: (document.name, document.digest))
    joined = join(documents, corrections, past, decisions, beyond)
    groups, events, keys = joined.groups, joined.events, joined.keys
    people = gather_people(groups, corrections, decisions, keys, past.people, beyond.people)
    billings = _billings(groups, people)
    certain = _Certainty(groups, billings)
    ids, slugs = identifiers(groups, keys, past, beyond)
    imported = {document.name: document.imported for document in documents}
    talks = tuple(
        _joined(n, group, people, billings[n], certain, imported, ids[n], slugs[n])
        for n, group in enumerate(groups)
    )
    return Catalogue(
        documents=tuple(_with_remarks(documents, corrections, events, beyond)),
        events=tuple(_counted_events(events.events, talks)),
        event_aliases={**beyond.event_aliases, **events.aliases},
        people=tuple(_counted_person(talks, people.people)),
        person_aliases={**beyond.person_aliases, **people.aliases},
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
    documents: Sequence[Document],
    corrections: Corrections,
    past: Past,
    decisions: Decisions,
    beyond: Beyond = NOTHING,
) -> Joined:
    """The records of *documents*, which are in their order, joined into talks."""
    records = [record for document in documents for record in document.records]
    keys = tuple(key for document in documents for key in record_keys(document))
    kept = [beyond.kept.get(key) for key in keys]
    places = [place for place, talk in enumerate(kept) if talk is None]
    opened, their_keys = [records[place] for place in places], [keys[place] for place in places]
    events = gather_events(
        documents, opened, corrections, decisions, past, their_keys, beyond.events
    )
    loose = [record for record, talk in zip(records, kept, strict=True)
             if talk and not names_event(record)]  # fmt: skip
    profiles = profiles_of(documents, opened, events, loose, beyond.names_of_events)
    pairs = _among(len(opened), judged_pairs(profiles))
    wishes = wishes_about_talks(decisions, {key: n for n, key in enumerate(their_keys)})
    profiles = profiles[: len(opened)]
    groups = [
        _group([(opened[n], events.of[n]) for n in members], [places[n] for n in members])
        for members in join_records(profiles, wishes, pairs)
    ]
    groups += _kept_groups(records, kept)
    return Joined(_in_programme_order(groups, events), events, keys, profiles, pairs)


def _among(count: int, pairs: list[Pair]) -> list[Pair]:
    """The *pairs* of the first *count* records, with none of which another one may be joined."""
    inside = [pair for pair in pairs if pair.other < count]
    for pair in pairs if len(inside) < len(pairs) else ():
        if pair.one < count <= pair.other and pair.verdict.strength >= CERTAIN:
            raise Spread
    return inside


def _kept_groups(records: list[Record], kept: list[Kept | None]) -> Iterator[Group]:
    """The talks that are joined as they were."""
    members: dict[Kept, list[int]] = defaultdict(list)
    for place, talk in enumerate(kept):
        if talk:
            members[talk].append(place)
    for talk, places in members.items():
        yield Group([records[place] for place in places], talk.event, places, talk)


def _group(told: list[tuple[Record, EventName | None]], members: list[int]) -> Group:
    """A talk of records, each with its event: it was at that of the record believed most."""
    records = [record for record, _ in told]
    event_of = {id(record): event for record, event in told}
    believed = (event_of[id(record)] for record in choose.by_authority(records))
    return Group(records, next(filter(None, believed), None), members)


def _in_programme_order(groups: list[Group], events: Events) -> list[Group]:
    """Talks of one event together, in the order in which they were given or are listed."""
    order = {event.id: n for n, event in enumerate(events.events)}

    def rank(group: Group) -> tuple[int, str, str, int]:
        first = group.records[0]
        when = choose.moment_of(group.records).start or ""
        place = order.get(group.event.id, len(order)) if group.event else len(order)
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

    def of(self, group: Group, person: str, credit: Credit) -> bool:
        """Whether the organisation of *credit*, on the talk *group*, is certain for *person*."""
        if not credit.org or not credit.org_shared:
            return True
        staying = group.kept.staying(person) if group.kept else None
        if staying:
            return staying.org_certain
        event = group.event
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
            org_certain=certain.of(group, person, credit),
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


_OVERRULED = "a page says otherwise, and is believed"


def _with_remarks(
    documents: Sequence[Document], corrections: Corrections, events: Events, beyond: Beyond
) -> Sequence[Document]:
    """*documents*, with a remark on the corrections for each that a page overrules now.

    Of those that it was told before, the ones on events *beyond* these stay.
    """
    now = [Remark(corrections.document, 1, 1, _OVERRULED, said) for said in events.overruled]
    elsewhere = beyond is not NOTHING
    names = {name for event in events.events for name in (event.name, *event.aliases)}

    def stays(remark: Remark) -> bool:
        about = remark.text.partition(": the page ")[0]
        return remark.reason != _OVERRULED or (elsewhere and about not in names)

    return [
        document._replace(remarks=tuple(dict.fromkeys([*filter(stays, document.remarks), *now])))
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
