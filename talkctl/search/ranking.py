"""All talks that answer a query, best first: each scored in a library of usual size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from talkctl.search import evidence
from talkctl.search.evidence import Evidence
from talkctl.search.filters import Restriction
from talkctl.search.meaning import Group, Meaning
from talkctl.search.rank import Scorer, coverage_needed, ranked, worth
from talkctl.store.lookup import Lookup, any_of, quoted, within


class Ranking(NamedTuple):
    """Talks best first, with their scores; *exact* where none that answers is left out.

    *expression* is met by every talk with all the words, in the order or beyond; *found* is what
    was found in the talks, if they were looked into.
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
    places = evidence.places_in_library(lookup, words_of(meaning.informative))
    found = [evidence.of_group(group, places, passing) for group in meaning.informative]
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


def worths(lookup: Lookup, meaning: Meaning) -> list[float]:
    """How much each group of the query tells; one that nothing answers as much as the others.

    How rare a word is that the library has never seen, nobody can say: were it the rarest of all,
    one stray word would silence three that are known.
    """
    counts = lookup.counts(words_of(meaning.informative))
    found = [worth(group, counts, lookup.talk_count) for group in meaning.informative]
    known = [one for one, group in zip(found, meaning.informative, strict=True) if group.answers]
    usual = sum(known) / len(known) if known else 0.0
    return [
        one if group.answers else usual
        for one, group in zip(found, meaning.informative, strict=True)
    ]


def words_of(groups: Sequence[Group]) -> list[str]:
    """The words that answer any of *groups*."""
    return [word for group in groups for phrase in group.answers for word in phrase]


def expression(group: Group) -> str:
    """The full-text expression for the talks that answer *group*."""
    if not group.answers:
        return within((), quoted((group.typed,)))
    every = any_of(quoted(phrase) for phrase in group.answers)
    return within((group.column,) if group.column else (), every)


def at_most(group: Group, counts: Mapping[str, int]) -> int:
    """No more talks than this can answer *group*."""
    return sum(min(counts.get(word, 0) for word in phrase) for phrase in group.answers)
