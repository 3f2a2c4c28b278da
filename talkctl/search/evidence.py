"""Where in the talks the words of a query stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from talkctl.search.meaning import Group
from talkctl.store.facets import FIELDS
from talkctl.store.lexicon import words
from talkctl.store.lookup import Lookup

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


def of_group(group: Group, places: Mapping[str, Places], talks: Container[int] | None) -> Evidence:
    """What answers *group*, in *talks* if they are given, from the places of its words."""
    evidence: Evidence = {}
    for phrase, weight in group.answers.items():
        for (talk, name), positions in phrase_places(phrase, places).items():
            if group.column in (None, name) and (talks is None or talk in talks):
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
    fields = frozenset(FIELDS)
    for term in dict.fromkeys(terms):
        places: Places = defaultdict(list)
        for talk, name, position in lookup.instances(term):
            if name in fields:
                places[talk, name].append(position)
        found[term] = places
    return found


def places_in_talks(
    lookup: Lookup, terms: Iterable[str], talks: Iterable[int], fields: Sequence[str] = FIELDS
) -> dict[str, Places]:
    """The places of *terms* in a few talks, by reading them."""
    return places_in_passages(dict(lookup.passages(talks, fields)), terms)


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
