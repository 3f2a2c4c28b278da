"""What the user decided about the library, applied again on every assembly.

A decision speaks of *anchors*: places in documents, never of ids, so that it holds when documents
are read again, when rules change, and when ids move. A later decision wins over an earlier one that
says the opposite. One whose anchors stand in no document any more does nothing (and ``doctor``
says so).

    same-talk          subjects: two or more records      they are one talk
    different-talk     subjects: two or more records      no two of them are one talk
    same-person        subjects: two or more people       they are one person
    different-person   subjects: two or more people       no two of them are one person
    alias              subjects: people (one or more anchors of the same person), names: other
                       names they go by; whoever is billed so elsewhere is that person
    event              names: spellings of one event; facts: what is known of it (either may be
                       missing; facts overrule what documents say)
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from talkctl.identity.corrections import EventFacts
from talkctl.identity.past import RecordKey
from talkctl.identity.sets import Sets


class Anchor(NamedTuple):
    """A record, or a person as billed in it; *record* is :func:`~talkctl.identity.past.record_mark`."""

    document: str
    record: str
    person: str | None = None
    number: int = 0
    """Which it is among records of its document that are marked alike, from 0."""

    @property
    def key(self) -> RecordKey:
        """The record that is meant."""
        return self.document, self.record, self.number


class Decision(NamedTuple):
    """One thing the user said; *kind* is one of those above."""

    kind: str
    subjects: tuple[Anchor, ...] = ()
    names: tuple[str, ...] = ()
    facts: EventFacts | None = None


Decisions = Sequence[Decision]
"""Decisions in the order in which they were made, the latest last."""


T = TypeVar("T", bound=Hashable)


class Wishes(NamedTuple):
    """Pairs that the user said are one, and pairs that are not; they do not contradict."""

    same: tuple[tuple[int, int], ...] = ()
    different: tuple[tuple[int, int], ...] = ()


def wishes_about_talks(decisions: Decisions, places: Mapping[RecordKey, int]) -> Wishes:
    """What the user said about records, which are known by their *places*."""
    said = [
        (decision.kind == "same-talk", _placed(decision, places))
        for decision in decisions
        if decision.kind in ("same-talk", "different-talk")
    ]
    return _settled(said)


def _placed(decision: Decision, places: Mapping[RecordKey, int]) -> list[int]:
    return [places[anchor.key] for anchor in decision.subjects if anchor.key in places]


def wishes_about_people(
    decisions: Decisions, figures: Mapping[tuple[RecordKey, str], int]
) -> Wishes:
    """What the user said about people, who are known by record and name."""
    said = []
    for decision in decisions:
        if decision.kind in ("same-person", "different-person", "alias"):
            found = [meant(anchor, figures) for anchor in decision.subjects]
            people = [person for person in found if person is not None]
            said.append((decision.kind != "different-person", people))
    return _settled(said)


def meant(anchor: Anchor, figures: Mapping[tuple[RecordKey, str], int]) -> int | None:
    """The person whom *anchor* means, if that record still bills them so."""
    return figures.get((anchor.key, anchor.person)) if anchor.person else None


def _settled(said: list[tuple[bool, list[int]]]) -> Wishes:
    """The pairs of what was *said* (same or not, about whom), without what was taken back later."""
    numbers: dict[int, int] = {}
    for _, subjects in said:
        for subject in subjects:
            numbers.setdefault(subject, len(numbers))
    sets = Sets(len(numbers))
    same: list[tuple[int, int]] = []
    different: list[tuple[int, int]] = []
    for one_thing, subjects in reversed(said):
        for one, other in pairwise(subjects) if one_thing else combinations(subjects, 2):
            a, b = numbers[one], numbers[other]
            if one_thing:
                if sets.unite(a, b):
                    same.append((one, other))
            elif not sets.together(a, b):
                sets.keep_apart(a, b)
                different.append((one, other))
    return Wishes(tuple(same), tuple(different))
