"""Comparing talks with the subject, word by word: how much they have in common, and what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from talkctl.model import INTERLUDES
from talkctl.search.related.subject import (
    EVENT,
    PART,
    PERSON,
    SECOND_PERSON,
    TRACK,
    Subject,
    pair_weight,
)
from talkctl.search.series import other_part, part
from talkctl.search.telling import Phrase, Wording, saturated, wording_in
from talkctl.store.traits import Traits
from talkctl.text import words

_PHRASE = 0.5
_FIXED = 0.4
"""Two words are a phrase where so large a share of the talks with either has them side by side."""

_LEAST = 0.5
"""Less in common than this and two talks are not related."""

_COPY, _SHORT = 0.8, 20
"""Abstracts longer than so many words that share so many of them are one."""


class Likeness(NamedTuple):
    """What a talk has in common with the subject: how much, and each of it."""

    traits: Traits
    worth: float
    shared: dict[Phrase, float]
    people: tuple[str, ...]
    part: int | None
    same_part: bool
    track: str | None


def compared(subject: Subject, others: Sequence[Traits]) -> list[Likeness]:
    """The talks that are like enough, the likest first; of copies of one talk only one."""
    said = {other.number: wording_in(other.texts, subject.known) for other in others}
    usual = sum(one.length for one in said.values()) / max(len(said), 1) or 1.0
    fixed = _fixed(subject, said.values())
    likely = [_likeness(subject, other, said[other.number], usual, fixed) for other in others]
    likely = [one for one in likely if one.worth >= _LEAST and _has_reason(one)]
    likely.sort(key=lambda one: (-one.worth, one.traits.date or "", one.traits.number))
    kept: dict[tuple[object, ...], Likeness] = {}
    for one in likely:
        identity = (*words(one.traits.title), *sorted(one.traits.people), one.traits.event)
        kept.setdefault(identity, one)
    return list(kept.values())


def _fixed(subject: Subject, others: Collection[Wording]) -> dict[Phrase, float]:
    """The phrases of the subject that are names of one thing, and how firmly they stand.

    Side by side is where their words mostly stand, in the talks compared.
    """
    alone: Counter[str] = Counter()
    together: Counter[Phrase] = Counter()
    for said in (subject.said, *others):
        alone.update(said.families.keys() & subject.families.keys())
        together.update(said.pairs.keys() & subject.said.pairs.keys())
    firm = {
        pair: talks / min(alone[one] for one in pair if one in subject.families)
        for pair, talks in together.items()
        if talks > 1 and any(one in subject.families for one in pair)
    }
    return {pair: min(share, 1.0) for pair, share in firm.items() if share >= _FIXED}


def _likeness(
    subject: Subject, other: Traits, said: Wording, usual: float, fixed: Mapping[Phrase, float]
) -> Likeness:
    length = said.length / usual
    shared: dict[Phrase, float] = {}
    for one, family in subject.families.items():
        if count := said.families.get(one):
            mine = saturated(subject.said.families[one])
            shared[one,] = family.weight * mine * saturated(count, length) * 4
    for pair in sorted(fixed.keys() & said.pairs.keys()):
        weight = _PHRASE * pair_weight(subject, pair) * fixed[pair]
        shared[pair] = weight * saturated(said.pairs[pair], length) * 2
    people = [name for who, name in other.people.items() if who in subject.traits.people]
    place = part(other.title)
    parted = other_part(subject.part, place, bool(people))
    same_event = other.event is not None and other.event == subject.traits.event
    same_track = same_event and bool(other.track) and other.track == subject.traits.track
    worth = (
        sum(shared.values())
        + (PERSON + SECOND_PERSON * (len(people) - 1) if people else 0)
        + PART * parted
        + (TRACK if same_track else EVENT if same_event else 0)
    )
    return Likeness(
        other, worth, shared, tuple(people), place.number, parted,
        other.track if same_track else None,
    )  # fmt: skip


def _has_reason(one: Likeness) -> bool:
    return bool(one.shared or one.people or one.same_part)


def is_copy(subject: Subject, other: Traits) -> bool:
    """Whether *other* is but another account of the subject: so titled, or so described, there."""
    mine = subject.traits
    if other.kind in INTERLUDES:
        return True
    if None not in (mine.event, other.event) and mine.event != other.event:
        return False
    if mine.people and other.people and not mine.people.keys() & other.people.keys():
        return False
    if words(mine.title) == words(other.title):
        return True
    if other_part(subject.part, part(other.title), same_people=True):
        return False
    one, another = (set(words(it.texts.get("abstract") or "")) for it in (mine, other))
    return len(one) > _SHORT and len(one & another) >= _COPY * len(one | another)
