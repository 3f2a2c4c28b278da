"""What decisions mean for the records and people at hand; the later decision wins."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from talkctl.identity.decisions import Anchor, Decision, Decisions
from talkctl.identity.past import RecordKey
from talkctl.identity.sets import Sets

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
