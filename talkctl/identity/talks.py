"""Which records are accounts of one talk.

The surest pairs are joined first, so that a recording finds its own part of a series before another
one could take it. Records of one shelf (a document, or a folder of one recording each) are different
talks unless they share an id or say the very same; sessions that are repeated are talks of their
own, and a recording belongs to the one on its day. Where two candidates fit a record equally well
it is joined with neither: a talk too many does less harm than a wrong one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from talkctl.identity.beyond import Kept
from talkctl.identity.candidates import candidates, further_candidates
from talkctl.identity.decisions import Wishes
from talkctl.identity.evidence import CERTAIN, LIKELY, MARGIN, Verdict, contradict, judge
from talkctl.identity.profiles import Profile
from talkctl.identity.sets import Sets
from talkctl.model import EventName
from talkctl.record import Record

_NO_WISHES = Wishes()

_SETTLED = 0.95
"""Who has found so sure a match in a document is not compared with less likely ones of that event
there."""


@dataclass(slots=True)
class Group:
    """Records of one talk, in the order of their documents."""

    records: list[Record]
    event: EventName | None = None
    members: list[int] = field(default_factory=list)
    """The places of its records among all records."""
    kept: Kept | None = None
    """What it was, if it is not joined anew."""


class Pair(NamedTuple):
    """Two records that may be one talk."""

    verdict: Verdict
    one: int
    other: int


def judged_pairs(profiles: list[Profile]) -> list[Pair]:
    """All pairs of *profiles* that are at least likely to be one talk, the surest first."""
    pairs = list(_judged(profiles, candidates(profiles)))
    matched: set[tuple[int, str, str]] = set()

    def found(one: int, other: int) -> tuple[int, str, str]:
        """What is noted of *one* that has found its like where *other* stands."""
        event = profiles[one].event or profiles[other].event
        return one, profiles[other].shelf, event.id if event else ""

    for verdict, one, other in pairs:
        if verdict.strength >= _SETTLED:
            matched.add(found(one, other))
            matched.add(found(other, one))

    def settled(one: int, other: int) -> bool:
        """Whether each has found its like where the other stands."""
        return found(one, other) in matched and found(other, one) in matched

    pairs += _judged(profiles, further_candidates(profiles, settled))
    once = {(pair.one, pair.other): pair for pair in pairs}.values()
    return sorted(once, key=lambda pair: (-round(pair.verdict.strength, 6), pair.one, pair.other))


def _judged(profiles: list[Profile], pairs: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    for one, other in pairs:
        verdict = judge(profiles[one], profiles[other])
        if verdict.strength >= LIKELY:
            yield Pair(verdict, one, other)


def join_records(
    profiles: list[Profile], wishes: Wishes = _NO_WISHES, pairs: Sequence[Pair] | None = None
) -> list[list[int]]:
    """The indices of *profiles* grouped into talks, in the order in which each is first met."""
    clusters = _Clusters(profiles, wishes.different)
    pairs = judged_pairs(profiles) if pairs is None else pairs
    certain = [pair for pair in pairs if pair.verdict.strength >= CERTAIN]
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for verdict, one, other in certain:
        near[one].append((verdict.strength, other))
        near[other].append((verdict.strength, one))
    # Whoever was undecided may be decided once others are joined.
    for _ in range(3):
        undecided = [
            pair
            for pair in certain
            if not clusters.together(pair.one, pair.other)
            and clusters.may_unite(pair.one, pair.other)
            and not _join(pair, clusters, near)
        ]
        if len(undecided) == len(certain) or not undecided:
            break
        certain = undecided
    # Last, so that what other documents tell of either talk is one with them too.
    for one, other in wishes.same:
        clusters.unite(one, other)
    return clusters.in_order()


def _join(pair: Pair, clusters: _Clusters, near: dict[int, list[tuple[float, int]]]) -> bool:
    """Join *pair* unless somebody else fits one of the two as well."""
    for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
        for strength, rival in near[mine]:
            if (
                strength >= pair.verdict.strength - MARGIN
                and not clusters.together(rival, theirs)
                and not clusters.together(rival, mine)
                and clusters.may_unite(mine, rival)
                and not clusters.may_unite(rival, theirs)
            ):
                return False
    clusters.unite(pair.one, pair.other)
    return True


class _Clusters(Sets):
    """Records joined so far, and what keeps them apart."""

    def __init__(self, profiles: list[Profile], different: Iterable[tuple[int, int]]) -> None:
        super().__init__(len(profiles))
        self._profiles = profiles
        self._different = {
            pair for one, other in different for pair in ((one, other), (other, one))
        }

    def may_unite(self, one: int, other: int) -> bool:
        """Whether no record on one side contradicts one on the other."""
        return not any(
            (a, b) in self._different or contradict(self._profiles[a], self._profiles[b])
            for a in self.members(one)
            for b in self.members(other)
        )
