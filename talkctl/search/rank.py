"""How well a talk answers a query.

Each group of the query gives what its rarity is worth, times how well the talk answers it: most in
the title, then in names, least in a bio. Neighbouring words that stand side by side and a title
that begins like the query add to it. The sum is lowered by the share of the query left unanswered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log

from talkctl.search.evidence import Evidence, Found
from talkctl.search.meaning import Group, Meaning
from talkctl.store.lexicon import words

FIELD_WEIGHTS = {
    "title": 3.0, "speakers": 2.5, "orgs": 2.0, "topics": 2.0, "abstract": 1.0, "notes": 0.8,
    "event": 0.3, "bios": 0.2,
}  # fmt: skip
SATURATION = {"title": 0.3, "abstract": 1.5, "notes": 1.5, "bios": 1.5}
USUAL_SATURATION = 0.3

NEIGHBOURS = 0.5
TITLE_PHRASE = 0.6
TITLE_BEGINNING = 0.4
COVERAGE_POWER = 2.0
BIO_COVERAGE = 0.35
LEAST_COVERAGE = 0.2
"""A talk that answers less of the query than this is no hit."""

BEST_COVERAGE, BEST_IF_DOUBTFUL = 0.5, 0.8
"""Where no talk answers so much of the query, the library has nothing about it."""

OWN = 0.5
"""Answers of less weight say nothing of how rare a word is."""

FIELD_COVERAGE = {"bios": BIO_COVERAGE, "event": 0.5}


def worth(group: Group, counts: Mapping[str, int], talk_count: int) -> float:
    """How much a group tells: the fewer talks its words are in, the more."""
    talks = sum(
        weight * min(counts.get(word, 0) for word in phrase)
        for phrase, weight in group.answers.items()
        if weight >= OWN
    )
    return log(1 + talk_count / (min(talks, talk_count) + 0.5))


def coverage_needed(groups: Sequence[Group]) -> float:
    """How much of a query some talk must answer for the library to have anything about it.

    One word is answered or not. More must come together somewhere, all the more where one of them
    was corrected into a word that is merely like it.
    """
    if len(groups) == 1:
        return 0.0
    return BEST_IF_DOUBTFUL if any(group.doubtful for group in groups) else BEST_COVERAGE


class Scorer:
    """Scores talks for one query, from the evidence for each of its groups."""

    def __init__(
        self, meaning: Meaning, evidence: Sequence[Evidence], worth: Sequence[float]
    ) -> None:
        self.groups = meaning.informative
        self.wording = tuple(meaning.wording)
        self.evidence = evidence
        self.worth = worth
        self.total = sum(worth)
        self.best_coverage = 0.0

    def score(self, talk: int, title: str) -> float:
        """How well *talk* answers the query; 0 where it does not."""
        answered = gained = 0.0
        found = [evidence.get(talk) for evidence in self.evidence]
        for group, worth, one in zip(self.groups, self.worth, found, strict=True):
            if one:
                gained += worth * _strength(one)
                answered += worth * _share(one)
            elif group.required:
                return 0.0
        coverage = answered / self.total if self.total else 0.0
        self.best_coverage = max(self.best_coverage, coverage)
        if coverage < LEAST_COVERAGE:
            return 0.0
        gained += self._neighbours(found) + self._title(title, found)
        return float(gained * coverage**COVERAGE_POWER)

    def _neighbours(self, found: Sequence[Found | None]) -> float:
        gained = 0.0
        for place, (one, other) in enumerate(pairwise(found)):
            if one and other:
                nearest = min(self.worth[place], self.worth[place + 1])
                weight = max(
                    (
                        FIELD_WEIGHTS[name]
                        for name, positions in one.places.items()
                        if any(position + 1 in other.places.get(name, ()) for position in positions)
                    ),
                    default=0.0,
                )
                gained += NEIGHBOURS * nearest * weight
        return gained

    def _title(self, title: str, found: Sequence[Found | None]) -> float:
        """What a title gains that holds the words of the query in their order."""
        if not any(one and "title" in one.counts for one in found):
            return 0.0
        wording, in_title = self.wording, tuple(words(title))
        gained = 0.0
        if _holds(in_title, wording):
            gained += TITLE_PHRASE * FIELD_WEIGHTS["title"] * self.total
            if in_title[: len(wording)] == wording:
                gained += TITLE_BEGINNING * FIELD_WEIGHTS["title"] * self.total
        return gained


def _strength(found: Found) -> float:
    return sum(
        FIELD_WEIGHTS[name]
        * found.weights[name]
        * count
        / (count + SATURATION.get(name, USUAL_SATURATION))
        for name, count in found.counts.items()
    )


def _share(found: Found) -> float:
    best = max(FIELD_COVERAGE.get(name, 1.0) for name in found.counts)
    return best * (0.5 + 0.5 * found.best)


def _holds(title: Sequence[str], wording: Sequence[str]) -> bool:
    size = len(wording)
    return any(title[start : start + size] == wording for start in range(len(title) - size + 1))


def ranked(scores: Mapping[int, float], facts: Mapping[int, tuple[str, str]]) -> list[int]:
    """Talks by score; equal ones the newest first, then by title."""
    by_title = sorted(scores, key=lambda talk: (facts[talk][0], talk))
    by_date = sorted(by_title, key=lambda talk: facts[talk][1], reverse=True)
    return sorted(by_date, key=lambda talk: -scores[talk])
