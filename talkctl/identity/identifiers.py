"""Ids and slugs of talks: those they had, else those that follow from title and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from talkctl.identity import choose
from talkctl.identity.beyond import NOTHING, Beyond, Taken
from talkctl.identity.formats import authority_of
from talkctl.identity.past import Past, RecordKey, claimed
from talkctl.identity.talks import Group
from talkctl.model import INTERLUDES, EventName
from talkctl.names import name_key
from talkctl.record import Record
from talkctl.text import key, short_id, slug


def identifiers(
    groups: Sequence[Group], keys: Sequence[RecordKey], past: Past, beyond: Beyond = NOTHING
) -> tuple[list[str], list[str]]:
    """Ids and slugs of the talks, each of its own.

    A new id follows from title and first-billed person, so that documents may come and go around a
    talk. Only among talks that share both does the event decide, then the order.
    A slug stays as long as the title it is made of.
    """
    claims = claimed_ids(groups, keys, past.talks)
    firsts = [choose.choose_titled(choose.by_authority(group.records)) for group in groups]
    had = [past.slugs.get(claim, "") if claim else "" for claim in claims]
    slugs = [
        before if _follows(before, slug(first.title), group.event) else ""
        for before, first, group in zip(had, firsts, groups, strict=True)
    ]
    ids = [claim or "" for claim in claims]
    taken_ids, taken_slugs = (
        Taken(beyond.talks, filter(None, ids)),
        Taken(beyond.slugs, filter(None, slugs)),
    )
    # What was there before keeps its name before anything new may take it.
    for n in sorted(range(len(groups)), key=lambda n: not claims[n]):
        event, first = groups[n].event, firsts[n]
        ids[n] = ids[n] or _free_id(_identity(first, event), event, taken_ids)
        slugs[n] = slugs[n] or _free_slug(slug(first.title), event, taken_slugs)
    return ids, slugs


def _follows(had: str, base: str, event: EventName | None) -> bool:
    """Whether the slug that a talk *had* is one that :func:`_free_slug` makes of *base*."""
    rest = had.removeprefix(base) if had.startswith(base) else "-"
    number = rest.removeprefix(f"-{event.id}" if event else "")
    return not number or (number[0] == "-" and number[1:].isdecimal())


def _identity(first: Record, event: EventName | None) -> str:
    identity = key(first.title)
    if first.speakers:
        identity += "\n" + name_key(first.speakers[0].name)
    if first.kind in INTERLUDES or not first.speakers:
        identity += f"\n{event.id if event else ''}\n{first.date or ''} {first.start or ''}"
    return identity


def claimed_ids(
    groups: Sequence[Group], keys: Sequence[RecordKey], past: Mapping[RecordKey, str]
) -> list[str | None]:
    """For each talk the id that one of its records had first, if no talk before it claims it."""
    if not past:
        return [None] * len(groups)
    order = {place: n for n, place in enumerate(past)}
    wanted = []
    for n, group in enumerate(groups):
        for record, index in zip(group.records, group.members, strict=True):
            place = keys[index]
            if place in order:
                # Where a talk became two, the part that its best account tells of keeps the id.
                believed = authority_of(record.format).words
                wanted.append((past[place], believed, order[place], n))
    first = {identifier: order[place] for place, identifier in reversed(list(past.items()))}
    wanted.sort(key=lambda one: (first[one[0]], *one[1:]))
    return claimed(((n, identifier) for identifier, *_, n in wanted), len(groups))


def _free_id(identity: str, event: EventName | None, taken: Taken) -> str:
    attempt, number = short_id(identity), 1
    while attempt in taken:
        attempt = short_id(f"{identity}\n{event.id if event else ''}\n{number}")
        number += 1
    taken.add(attempt)
    return attempt


def _free_slug(base: str, event: EventName | None, taken: Taken) -> str:
    attempt, number = base, 1
    if attempt in taken and event:
        attempt = base = f"{base}-{event.id}"
    while attempt in taken:
        number += 1
        attempt = f"{base}-{number}"
    taken.add(attempt)
    return attempt
