"""Where the words of a query stand in talks, how well each answers it, and all in that order.

Each group of the query gives what its rarity is worth, times how well the talk answers it: most in
the title, then in names, least in a bio. Neighbouring words that stand side by side and a title
that begins like the query add to it. The sum is lowered by the share of the query left unanswered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from talkctl.search.gathering import MANY_WORDS, OWN, Group, Meaning
from talkctl.store.lexicon import FACETS, FIELDS, MARK, words
from talkctl.store.lookup import Lookup, any_of, any_phrase, quoted, within

if TYPE_CHECKING:
    from talkctl.search.question import Restriction

# Where the words stand

Places = dict[tuple[int, str], list[int]]
"""The positions of a word by talk and field."""


class Found:
    """What answers one group in one talk: counts, weights and places by field, and the words."""

    __slots__ = ("best", "counts", "places", "terms", "weights")

    def __init__(self) -> None:
        self.counts: dict[str, float] = {}
        self.weights: dict[str, float] = {}
        self.places: dict[str, set[int]] = {}
        self.terms: set[str] = set()
        self.best = 0.0

    def add(
        self, name: str, positions: Sequence[int], phrase: Sequence[str], weight: float
    ) -> None:
        """Enter the places where *phrase* stands in one field."""
        self.counts[name] = self.counts.get(name, 0.0) + weight * len(positions)
        if weight > self.weights.get(name, 0.0):
            self.weights[name] = weight
            self.best = max(weight, self.best)
        places = self.places.get(name)
        if places is None:
            places = self.places[name] = set()
        places.update(positions)
        for step in range(1, len(phrase)):
            places.update([position + step for position in positions])
        self.terms.update(phrase)


Evidence = dict[int, Found]
"""What answers one group, by talk."""


def evidence_of(
    group: Group, places: Mapping[str, Places], talks: Container[int] | None
) -> Evidence:
    """What answers *group*, in *talks* if they are given, from the places of its words."""
    evidence: Evidence = {}
    for phrase, weight in group.answers.items():
        fields = group.fields_of(phrase)
        for (talk, name), positions in phrase_places(phrase, places).items():
            if (fields and name not in fields) or (group.no_name and name == "speakers"):
                continue
            if talks is None or talk in talks:
                if talk not in evidence:
                    evidence[talk] = Found()
                evidence[talk].add(name, positions, phrase, weight)
    return evidence


def phrase_places(phrase: Sequence[str], places: Mapping[str, Places]) -> Places:
    """Where the words of *phrase* stand side by side."""
    first = places.get(phrase[0], {})
    if len(phrase) == 1:
        return first
    found: Places = {}
    others = [places.get(word, {}) for word in phrase[1:]]
    for where, positions in first.items():
        if not all(where in other for other in others):
            continue
        following = [set(other[where]) for other in others]
        starts = [
            start for start in positions
            if all(start + step in spots for step, spots in enumerate(following, 1))
        ]  # fmt: skip
        if starts:
            found[where] = starts
    return found


def places_in_library(lookup: Lookup, terms: Iterable[str]) -> dict[str, Places]:
    """Every place of each of *terms*."""
    found: dict[str, Places] = {}
    for term in dict.fromkeys(terms):
        places: Places = defaultdict(list)
        for talk, name, position in lookup.instances(term):
            places[talk, name].append(position)
        found[term] = places
    return found


def places_in_talks(
    lookup: Lookup, terms: Iterable[str], talks: Iterable[int], fields: Sequence[str] = FIELDS
) -> dict[str, Places]:
    """The places of *terms* in a few talks, by reading them; a facet stands in no text."""
    passages = dict(lookup.passages(talks, fields))
    found = places_in_passages(passages, terms)
    for facet in (term for term in found if term.startswith(MARK)):
        for talk in passages:
            if lookup.meets(talk, quoted((facet,))):
                found[facet][talk, FACETS].append(0)
    return found


def places_in_passages(
    passages: Mapping[int, Mapping[str, str]], terms: Iterable[str]
) -> dict[str, Places]:
    """The places of *terms* in the texts of talks."""
    found: dict[str, Places] = {term: defaultdict(list) for term in terms}
    wanted = found.keys()
    for talk, texts in passages.items():
        for name, passage in texts.items():
            read = words(passage)
            if not wanted.isdisjoint(read):
                for position, word in enumerate(read):
                    if word in wanted:
                        found[word][talk, name].append(position)
    return found


# What that is worth

FIELD_WEIGHTS = {
    "title": 3.0, "speakers": 2.5, "orgs": 2.0, "topics": 2.0, "abstract": 1.0, "notes": 0.8,
    "event": 0.3, "bios": 0.2, FACETS: 1.0,
}  # fmt: skip
SATURATION = {"title": 0.3, "abstract": 1.5, "notes": 1.5, "bios": 1.5}
USUAL_SATURATION = 0.3

FILLING = 0.5
"""What a word that fills a question counts of what its rarity is worth."""

NEIGHBOURS = 0.5
TITLE_PHRASE = 0.6
TITLE_BEGINNING = 0.4
COVERAGE_POWER = 2.0
BIO_COVERAGE = 0.35
LEAST_COVERAGE = 0.2
"""A talk that answers less of the query than this is no hit."""

BEST_COVERAGE, BEST_IF_OF_ANOTHER_LIFE, BEST_IF_DOUBTFUL = 0.45, 0.65, 0.8
"""Where no talk answers so much of the query, the library has nothing about it."""

FIELD_COVERAGE = {"bios": BIO_COVERAGE, "event": 0.5}

_DIGITS = 9
"""Of a score so many decimals count: what is added in another order is still the same."""


class Ranking(NamedTuple):
    """Talks best first, with their scores; *exact* where none that answers is left out.

    *expression*, where there is one, is met by every talk with all the words, in the order or
    beyond; *found* is what was found in the talks, if they were looked into.
    """

    order: list[int]
    scores: dict[int, float]
    total: int
    exact: bool = True
    expression: str = ""
    found: Sequence[Evidence] = ()


def full_ranking(lookup: Lookup, meaning: Meaning, narrowed: Restriction) -> Ranking:
    """Every talk that answers, scored with all that is known."""
    passing = set(lookup.matching(narrowed.expression))
    places = places_in_library(lookup, words_of(meaning.informative))
    found = [evidence_of(group, places, passing) for group in meaning.informative]
    talks = {talk for one in found for talk in one}
    return scored(lookup, meaning, found, talks)


def scored(lookup: Lookup, meaning: Meaning, found: Sequence[Evidence], talks: set[int]) -> Ranking:
    """*talks* by how well they answer, from the evidence found in them."""
    facts = {number: (title, date) for number, title, date in lookup.titles(talks)}
    scorer = Scorer(meaning, found, worths(lookup, meaning))
    scores = {talk: score for talk in facts if (score := scorer.score(talk, facts[talk][0])) > 0}
    if scorer.best_coverage < coverage_needed(meaning.informative):
        return Ranking([], {}, 0)
    return Ranking(ranked(scores, facts), scores, len(scores), found=found)


def read_up(
    lookup: Lookup, meaning: Meaning, found: Sequence[Evidence], order: Sequence[int]
) -> Sequence[Evidence]:
    """What answers in the talks of *order*: what was found already, else what reading them tells."""
    unread = [talk for talk in order if not any(talk in one for one in found)]
    if not unread:
        return found
    places = places_in_talks(lookup, words_of(meaning.informative), unread)
    read = [evidence_of(group, places, None) for group in meaning.informative]
    return [one | more for one, more in zip(found or read, read, strict=True)]


def ranked(scores: Mapping[int, float], facts: Mapping[int, tuple[str, str]]) -> list[int]:
    """Talks by score; equal ones the newest first, then by title."""
    return sorted(in_order({talk: facts[talk] for talk in scores}), key=lambda it: -scores[it])


def in_order(facts: Mapping[int, tuple[str, str]]) -> list[int]:
    """Talks with their titles and dates, the newest first, then by title."""
    by_title = sorted(facts, key=lambda talk: (facts[talk][0], talk))
    return sorted(by_title, key=lambda talk: facts[talk][1], reverse=True)


def worths(lookup: Lookup, meaning: Meaning) -> list[float]:
    """How much each group of the query tells; one that nothing answers as much as the others.

    How rare a word is that the library has never seen, nobody can say: were it the rarest of all,
    one stray word would silence three that are known.
    """
    groups = meaning.informative
    counts = lookup.counts(words_of(groups))
    found = [worth(group, counts, lookup.talk_count) for group in groups]
    known = [one for one, group in zip(found, groups, strict=True) if group.answers]
    usual = sum(known) / len(known) if known else 0.0
    all_fill = all(group.filling for group in groups)
    return [
        (one if group.answers else usual) * (FILLING if group.filling and not all_fill else 1)
        for one, group in zip(found, groups, strict=True)
    ]


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
    was corrected into a word that is merely like it, or is a word of everyday life that none has.
    Who asks in many words hopes for what comes nearest: few of them are those of a talk.
    """
    if len(groups) == 1:
        return 0.0
    if any(group.doubtful for group in groups):
        return BEST_IF_DOUBTFUL if len(groups) < MANY_WORDS else BEST_COVERAGE
    if any(group.of_another_life for group in groups):
        return BEST_IF_OF_ANOTHER_LIFE
    return BEST_COVERAGE if len(groups) < MANY_WORDS else LEAST_COVERAGE


def words_of(groups: Sequence[Group]) -> list[str]:
    """The words that answer any of *groups*."""
    return [word for group in groups for phrase in group.answers for word in phrase]


def expression(group: Group) -> str:
    """The full-text expression for the talks that answer *group*."""
    if not group.answers:
        return within((), quoted((group.typed,)))
    by_fields: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for phrase in group.answers:
        by_fields.setdefault(group.fields_of(phrase), []).append(phrase)
    return any_of(within(fields, any_phrase(phrases)) for fields, phrases in by_fields.items())


class Scorer:
    """Scores talks for one query, from the evidence for each of its groups."""

    def __init__(
        self, meaning: Meaning, evidence: Sequence[Evidence], worth: Sequence[float]
    ) -> None:
        self.meaning = meaning
        self.groups = meaning.informative
        self.wordings = meaning.wordings()
        self.in_blanks = [f" {' '.join(wording)} " for wording in self.wordings]
        self.evidence = evidence
        self.worth = worth
        self.total = sum(worth)
        spots = [meaning.groups.index(group) for group in self.groups]
        self.steps = [range(1, after - before + 1) for before, after in pairwise(spots)]
        self.best_coverage = 0.0

    def score(self, talk: int, title: str) -> float:
        """How well *talk* answers the query; 0 where it does not."""
        found = [evidence.get(talk) for evidence in self.evidence]
        coverage, gained = self._answered(found)
        self.best_coverage = max(self.best_coverage, coverage)
        if coverage < LEAST_COVERAGE:
            return 0.0
        if len(found) > 1:
            gained += self._neighbours(found)
        if any(one and "title" in one.counts for one in found):
            gained += self._title(title)
        return _rounded(gained, coverage)

    def ceiling(
        self, found: Sequence[Found | None], title: float, apart: Collection[int] = ()
    ) -> tuple[float, float]:
        """The most that talks can answer of the query and score in which no more than this is
        found, however the words stand to one another, but for groups *apart* from the next.

        Of what the words of the query in their order gain in a title they have the share *title*.
        """
        coverage, gained = self._answered(found)
        if coverage < LEAST_COVERAGE:
            return coverage, 0.0
        for place, (one, other) in enumerate(pairwise(found)):
            if one and other and place not in apart:
                shared = (FIELD_WEIGHTS[name] for name in one.counts if name in other.counts)
                gained += self._for_neighbours(place) * max(shared, default=0.0)
        gained += title * FIELD_WEIGHTS["title"] * self.total
        return coverage, _rounded(gained, coverage)

    def _answered(self, found: Sequence[Found | None]) -> tuple[float, float]:
        """How much of the query is answered, and what that gains by itself."""
        answered = gained = 0.0
        for group, worth, one in zip(self.groups, self.worth, found, strict=True):
            if one:
                gained += worth * _strength(one)
                answered += worth * _share(one)
            elif group.required:
                return 0.0, 0.0
        return (answered / self.total if self.total else 0.0), gained

    def _for_neighbours(self, place: int) -> float:
        return NEIGHBOURS * min(self.worth[place], self.worth[place + 1])

    def _neighbours(self, found: Sequence[Found | None]) -> float:
        gained = 0.0
        for place, (one, other) in enumerate(pairwise(found)):
            if one and other:
                weight = max(
                    (
                        FIELD_WEIGHTS[name]
                        for name, positions in one.places.items()
                        if any(
                            position + step in other.places.get(name, ())
                            for position in positions
                            for step in self.steps[place]
                        )
                    ),
                    default=0.0,
                )
                gained += self._for_neighbours(place) * weight
        return gained

    def _title(self, title: str) -> float:
        """What a title gains that holds the words of the query in their order."""
        held = f" {' '.join(words(title))} "
        places = [held.find(wording) for wording in self.in_blanks]
        if max(places) < 0:
            return 0.0
        share = TITLE_PHRASE + TITLE_BEGINNING * (0 in places)
        return share * FIELD_WEIGHTS["title"] * self.total


def _rounded(gained: float, coverage: float) -> float:
    return float(round(gained * coverage**COVERAGE_POWER, _DIGITS))


def _strength(found: Found) -> float:
    return sum(
        FIELD_WEIGHTS[name]
        * found.weights[name]
        * count
        / (count + SATURATION.get(name, USUAL_SATURATION))
        for name, count in found.counts.items()
    )


def _share(found: Found) -> float:
    own = 0.5 + 0.5 * found.best
    if "abstract" in found.counts or "title" in found.counts:
        return own
    return own * max(FIELD_COVERAGE.get(name, 1.0) for name in found.counts)
