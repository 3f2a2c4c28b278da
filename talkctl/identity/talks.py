"""Which records are accounts of one talk.

Two records of different documents are one talk if their titles are the same words (or differ by a
slip of the pen), nothing they say of the event, the day or the hour contradicts, and the people go
together: they share somebody, or one account names nobody and the title is long enough to be
nobody else's. Records of one document are different talks unless they say the very same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from talkctl.identity.events import EventKey, event_key
from talkctl.model import INTERLUDES, Record
from talkctl.names import name_key, plausibly_same
from talkctl.text import key
from talkctl.when import clock_of, is_local

_TELLING_WORDS = 3
"""A title of fewer words (``Opening Remarks``) does not tell talks apart by itself."""

_SLIPS_PER_HUNDRED = 8
"""How far, in letters of a hundred, titles with the same people may differ by slips."""


@dataclass(slots=True)
class Group:
    """Records of one talk, in the order of their documents."""

    records: list[Record]
    title_key: str
    events: set[EventKey] = field(default_factory=set)


def join_records(records: list[Record]) -> list[Group]:
    """*records* grouped into talks, in the order in which each talk is first met."""
    groups: list[Group] = []
    by_title: dict[str, list[Group]] = defaultdict(list)
    by_person: dict[str, list[Group]] = defaultdict(list)
    for record in records:
        title = key(record.title)
        group = _group_for(record, title, by_title, by_person)
        if group is None:
            group = Group([], title)
            groups.append(group)
        group.records.append(record)
        event = event_key(record)
        if event:
            group.events.add(event)
        if group not in by_title[title]:
            by_title[title].append(group)
        for credit in record.speakers:
            people = by_person[name_key(credit.name)]
            if group not in people:
                people.append(group)
    return groups


def _group_for(
    record: Record, title: str, by_title: dict[str, list[Group]], by_person: dict[str, list[Group]]
) -> Group | None:
    same_title = [group for group in by_title.get(title, ()) if _agrees(record, group)]
    if same_title:
        sharing = [group for group in same_title if _share_person(record, group)]
        if sharing:
            return sharing[0]
        return same_title[0] if len(same_title) == 1 and _tells(record, same_title[0]) else None
    for credit in record.speakers:
        for group in by_person.get(name_key(credit.name), ()):
            if _agrees(record, group) and _nearly(title, group.title_key):
                return group
    return None


def _agrees(record: Record, group: Group) -> bool:
    """Whether nothing that *record* says of time and place contradicts *group*."""
    event = event_key(record)
    if event and group.events and event not in group.events:
        return False
    for other in group.records:
        if other.document == record.document and not _says_the_same(record, other):
            return False
        if record.date and other.date and record.date != other.date:
            return False
        if record.start and other.start and not _same_moment(record.start, other.start):
            return False
    return not (record.kind in INTERLUDES and record.start is None)


def _same_moment(one: str, other: str) -> bool:
    """Whether two starts agree; of an instant and a local time, only the clock can."""
    if is_local(one) == is_local(other):
        return one == other
    return clock_of(one) == clock_of(other)


def _says_the_same(one: Record, other: Record) -> bool:
    return (one.raw_title, one.start, one.room, one.published, one.duration, one.abstract) == (
        other.raw_title, other.start, other.room, other.published, other.duration, other.abstract
    )  # fmt: skip


def _share_person(record: Record, group: Group) -> bool:
    return any(
        plausibly_same(credit.name, other.name)
        for credit in record.speakers
        for one in group.records
        for other in one.speakers
    )


def _tells(record: Record, group: Group) -> bool:
    """Whether the title alone is enough: one side names nobody, and it is no common phrase."""
    named = any(one.speakers for one in group.records)
    if record.speakers and named:
        return False
    return len(group.title_key.split()) >= _TELLING_WORDS or bool(
        event_key(record) in group.events and record.start
    )


def _nearly(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    longer = max(len(one), len(other))
    allowed = longer * _SLIPS_PER_HUNDRED // 100
    numbers = [[word for word in title.split() if word.isdigit()] for title in (one, other)]
    if numbers[0] != numbers[1]:
        return False
    return bool(allowed) and OSA.distance(one, other, score_cutoff=allowed) <= allowed
