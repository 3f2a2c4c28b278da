"""Ranking in a library too large to score every talk, at a cost that does not grow with it.

Where a word of the query is rare, the talks are taken from those that can score most down, and read
until no other can be among the first: the answer is that of a full ranking. Where every word is
common, titles decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import inf

from talkctl.search import broad
from talkctl.search.ceilings import (
    Alike,
    Part,
    ceilings,
    indispensable,
    parts_of,
    told_apart,
)
from talkctl.search.gathering import OWN, Group, Meaning
from talkctl.search.question import Restriction
from talkctl.search.rank import (
    LEAST_COVERAGE,
    Ranking,
    Scorer,
    coverage_needed,
    evidence_of,
    in_order,
    places_in_talks,
    ranked,
    words_of,
    worths,
)
from talkctl.store.lookup import Lookup, any_of, any_phrase, within

RARE = 2000
"""A word in no more talks than this is rare: all its talks are looked at."""

_MOST_READ = 600
"""So many talks beside those wanted are read and no more, which takes about 30 ms."""

_MOST_OTHERS = 3000
"""Of more talks that can be among the first without a rare word, some are read by their titles."""

_FEW = 4
"""Of more groups than these hardly a title has all but one."""

_MOST_LOOKED_THROUGH = 500_000
"""Where the words of a query are in more talks than these together, those with a rare one must do."""

_READ_AT_ONCE = 20
_MARGIN = 1e-8


def bounded_ranking(lookup: Lookup, meaning: Meaning, narrowed: Restriction, limit: int) -> Ranking:
    """The talks that answer, the best ones exactly, within bounds."""
    counts = lookup.counts(words_of(meaning.informative))
    parts = parts_of(meaning.informative, counts)
    rare = _rarest(parts)
    answered = [group for group in meaning.informative if group.answers]
    if not rare:
        return broad.by_titles(lookup, meaning.wording, narrowed, answered, counts, limit)
    best = _Best(lookup, meaning, narrowed, limit)
    union = narrowed.within(any_of(part.expression for part in rare))
    counted = [part for part in rare if part.commonest <= RARE]
    others = [part for part in parts if part not in counted]
    talks = lookup.matching(union)
    alike = ceilings(lookup, best.scorer, others, counted, best.names, union, talks)
    complete = best.settle(alike) and bool(limit) and best.settle_others(parts, rare, alike)
    found = best.ranking(alike)
    of_rare = {part.group for part in rare}
    groups = enumerate(meaning.informative)
    common = [group for place, group in groups if group.answers and place not in of_rare]
    if complete or not found.order or not _tell_enough(best.scorer, common):
        return found
    more = broad.by_titles(lookup, meaning.wording, narrowed, common, counts, limit)
    return _both(found, more, limit)


def _rarest(parts: Sequence[Part]) -> list[Part]:
    """The rarest parts, as many as together are in few enough talks; none if no group's own is."""
    best = {part.group: part.weight for part in reversed(parts)}
    own = [part for part in parts if part.weight == best[part.group]]
    talks: Counter[int] = Counter()
    for part in own:
        talks[part.group] += part.talks
    if not any(count <= RARE for count in talks.values()):
        return []
    chosen: list[Part] = []
    room = RARE
    for part in sorted(parts, key=lambda part: (part not in own, part.talks)):
        if part.talks <= room and (part.weight >= OWN or part in own):
            room -= part.talks
            chosen.append(part)
    return chosen


class _Best:
    """The best talks as far as they are known, and how many more may be read."""

    def __init__(self, lookup: Lookup, meaning: Meaning, narrowed: Restriction, limit: int) -> None:
        self.lookup, self.narrowed, self.limit = lookup, narrowed, limit
        self.groups = meaning.informative
        self.terms = words_of(self.groups)
        self.names = lookup.fields_of_names(self.terms)
        self.fields = ("title", *self.names, "abstract", *lookup.other_fields)
        self.scorer = Scorer(meaning, [{} for _ in self.groups], worths(lookup, meaning))
        self.needed = coverage_needed(self.groups)
        self.read: set[int] = set()
        self.scores: dict[int, float] = {}
        self.facts: dict[int, tuple[str, str]] = {}
        self.first: list[int] = []
        self.last: int | None = None
        self.left = _MOST_READ + limit if limit else RARE

    def settle(self, alike: Iterable[Alike]) -> bool:
        """Read whatever can be among the first; whether that was allowed to be all."""
        batch: list[int] = []
        for talk in self._promising(alike):
            if self.left <= len(batch):
                self._read(batch)
                return False
            batch.append(talk)
            if len(batch) == _READ_AT_ONCE:
                self._read(batch)
                batch = []
        self._read(batch)
        return True

    def _promising(self, alike: Iterable[Alike]) -> Iterator[int]:
        """The talks that can be among the first, by what is known when their turn comes."""
        for some in filter(self._matter, alike):
            facts = {talk: (title, date) for talk, title, date in self.lookup.titles(some.talks)}
            self.facts.update(facts)
            titles = {talk: title for talk, (title, _) in facts.items()}
            for closer in told_apart(self.scorer, some, titles):
                for talk in in_order({talk: facts[talk] for talk in closer.talks}):
                    if not self._matter(closer, talk):
                        break
                    yield talk

    def settle_others(
        self, parts: Sequence[Part], rare: Sequence[Part], seen: Iterable[Alike]
    ) -> bool:
        """The same for the talks without any of the rare words."""
        others = [part for part in parts if part not in rare]
        known = {talk for some in seen for talk in some.talks}
        rare_words = {phrase for part in rare for phrase in part.phrases}
        possible = any(
            all((word,) not in rare_words for word in one) for one in self.scorer.wordings
        )
        needed = indispensable(self.lookup, self.scorer, others, self.names, possible, self._matter)
        if not needed:
            return True
        if sum(part.talks for part in others) > _MOST_LOOKED_THROUGH:
            return False
        chosen = any_of(one.expression for one in needed)
        found = self.lookup.matching(self.narrowed.within(chosen), _MOST_OTHERS)
        if len(found) == _MOST_OTHERS:
            titled = [talk for talk in self._titled(others) if talk not in known]
            self.settle([Alike(inf, 1.0, titled)])
            return False
        new = [talk for talk in found if talk not in known]
        return self.settle(ceilings(self.lookup, self.scorer, others, (), self.names, chosen, new))

    def _titled(self, parts: Sequence[Part]) -> list[int]:
        """The newest talks with all groups of a few in the title, by one of *parts*, but for one."""
        groups = {part.group: self.groups[part.group] for part in parts}
        by_facts = self.narrowed.facets_only and not self.narrowed.excluded
        if not by_facts or len(groups) > _FEW or any(part.fields for part in parts):
            return []
        each = [
            any_phrase(phrase for part in parts if part.group == place for phrase in part.phrases)
            for place in groups
        ]
        some = combinations(each, max(1, len(each) - 1))
        in_title = within(("title",), any_of("(" + " AND ".join(of) + ")" for of in some))
        chosen = self.narrowed.without_texts().within(in_title)
        return self.lookup.matching(chosen, _MOST_READ + RARE, "title_search")

    @property
    def _something_is_there(self) -> bool:
        """Whether some talk answers so much that the library has something about the query."""
        return self.scorer.best_coverage >= self.needed

    def _matter(self, some: Alike, talk: int | None = None) -> bool:
        """Whether such talks, or one of them, can be among the first."""
        if not self._something_is_there and some.coverage >= self.needed:
            return True
        if self.last is None:
            return some.ceiling > 0
        ahead = some.ceiling - self.scores[self.last]
        if talk is None or abs(ahead) > _MARGIN:
            return ahead >= -_MARGIN
        return in_order({one: self.facts[one] for one in (talk, self.last)})[0] == talk

    def _read(self, talks: Sequence[int]) -> None:
        places = places_in_talks(self.lookup, self.terms, talks, self.fields)
        for group, found in zip(self.groups, self.scorer.evidence, strict=True):
            found.update(evidence_of(group, places, None))
        scores = {talk: self.scorer.score(talk, self.facts[talk][0]) for talk in talks}
        self.scores |= {talk: score for talk, score in scores.items() if score > 0}
        self.read.update(talks)
        self.left -= len(talks)
        rivals = {talk: self.scores[talk] for talk in (*self.first, *talks) if talk in self.scores}
        self.first = ranked(rivals, self.facts)[: self.limit]
        if 0 < self.limit == len(self.first):
            self.last = self.first[-1]

    def ranking(self, alike: Sequence[Alike]) -> Ranking:
        """The talks read by their scores, and below them those that can only score less."""
        if not self._something_is_there:
            return Ranking([], {}, 0)
        order = ranked(self.scores, self.facts)
        least = min(self.scores.values(), default=1.0)
        rest = {
            talk: min(least, some.ceiling)
            for some in alike
            if some.ceiling > 0
            for talk in some.talks
            if talk not in self.read
        }
        scores = self.scores | rest
        return Ranking(order + list(rest), scores, len(scores), found=self.scorer.evidence)


def _tell_enough(scorer: Scorer, common: Sequence[Group]) -> bool:
    """Whether talks with none but these groups may still answer most of the query."""
    if not common or any(group.required for group in scorer.groups if group not in common):
        return False
    pairs = zip(scorer.groups, scorer.worth, strict=True)
    return sum(worth for group, worth in pairs if group in common) >= (
        LEAST_COVERAGE * scorer.total
    )


def _both(best: Ranking, more: Ranking, limit: int) -> Ranking:
    """One ranking and, below it, what another one adds."""
    lowest = min(best.scores.values(), default=1.0)
    highest = max(more.scores.values(), default=1.0)
    wanted = limit - len(best.order) if limit else None
    if wanted is not None and wanted <= 0:
        return best
    added = [talk for talk in more.order if talk not in best.scores][:wanted]
    scores = best.scores | {talk: lowest * more.scores[talk] / highest for talk in added}
    order = best.order + added
    return Ranking(
        order, scores, max(len(order), more.total), more.exact, more.expression, best.found
    )
