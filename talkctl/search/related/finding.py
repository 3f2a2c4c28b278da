"""Finding the talks worth comparing with the subject, by a handful of questions to the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from talkctl.search.question import Restriction
from talkctl.search.related.subject import PART, PERSON, TRACK, Subject, pair_weight
from talkctl.search.telling import Family, Phrase, saturated
from talkctl.store import lexicon
from talkctl.store.lexicon import facet_key
from talkctl.store.lookup import Lookup, any_phrase, has_facet, within
from talkctl.store.traits import ABOUT

_RARE = 1500
"""Talks with a word that stands in no more are all candidates; of commoner ones, the newest."""

_TOO_COMMON = 50_000
"""Words in more talks than these are not looked for two by two either."""

_LOOKED_UP = 6000
"""So many mentions of words are gone through, those of most weight first."""

_IN_TITLES = 100
_WITH_PHRASE = 100
_PHRASES = 4
_TOGETHER = 3
"""Of the words that are not rare, so many are looked for two by two."""

_OF_PERSON = 60
_PEOPLE = 12
_OF_SERIES = 20
_OF_TRACK = 25


def candidates(lookup: Lookup, subject: Subject, narrowed: Restriction) -> list[int]:
    """The talks worth comparing: those that share most of the telling words, and of its people."""
    found: dict[int, float] = defaultdict(float)
    for weight, numbers in (
        *_by_words(lookup, subject, narrowed),
        *_by_phrases(lookup, subject, narrowed),
    ):
        for number in numbers:
            found[number] += weight
    for number in _by_people(lookup, subject, narrowed):
        found[number] += PERSON
    for number in _by_series(lookup, subject, narrowed):
        found[number] += PART
    for number in _by_track(lookup, subject, narrowed):
        found[number] += TRACK
    found.pop(subject.traits.number, None)
    return sorted(found, key=lambda number: (-found[number], -number))


_Finds = tuple[float, Sequence[int]]


def _by_words(lookup: Lookup, subject: Subject, narrowed: Restriction) -> Iterable[_Finds]:
    """Talks with one rare word, with a commoner one in the title, or with two commoner ones."""
    room = _LOOKED_UP
    common: list[Family] = []
    for family in subject.families.values():
        if room <= 0:
            return
        weight = family.weight * saturated(subject.said.families[family.base])
        if family.talks <= _RARE:
            numbers = lookup.matching(narrowed.within(family.expression), _RARE)
        else:
            numbers = _in_titles(lookup, [(word,) for word in family.words], narrowed, _IN_TITLES)
            common.append(family)
        room -= len(numbers)
        yield weight, numbers
    findable = [family for family in common if family.talks <= _TOO_COMMON]
    for one, other in combinations(findable[:_TOGETHER], 2):
        both = f"{one.expression} AND {other.expression}"
        yield one.weight + other.weight, lookup.matching(narrowed.within(both), _IN_TITLES)


def _by_phrases(lookup: Lookup, subject: Subject, narrowed: Restriction) -> Iterable[_Finds]:
    """Talks with two words side by side neither of which is rare enough to find them alone."""
    weights = {
        pair: pair_weight(subject, pair) * saturated(count)
        for pair, count in subject.said.pairs.items()
        if _RARE < _rarest(subject, pair) <= _TOO_COMMON
    }
    for pair in sorted(weights, key=lambda it: (-weights[it], it))[:_PHRASES]:
        forms = product(*(sorted(subject.said.words[one]) for one in pair))
        expression = within(ABOUT, any_phrase(forms))
        yield weights[pair], lookup.matching(narrowed.within(expression), _WITH_PHRASE)


def _rarest(subject: Subject, pair: Phrase) -> int:
    return min((subject.families[one].talks for one in pair if one in subject.families), default=0)


def _by_people(lookup: Lookup, subject: Subject, narrowed: Restriction) -> list[int]:
    people = list(subject.traits.people)[:_PEOPLE]
    if not people:
        return []
    expression = has_facet(lexicon.PERSON, [str(person) for person in people])
    return lookup.matching(narrowed.within(expression), _OF_PERSON)


def _by_series(lookup: Lookup, subject: Subject, narrowed: Restriction) -> list[int]:
    whole = subject.part.whole
    if subject.part.number is None or len(whole) < 2:
        return []
    return [
        number
        for number in _in_titles(lookup, [whole], narrowed, _OF_SERIES)
        if number != subject.traits.number
    ]


def _by_track(lookup: Lookup, subject: Subject, narrowed: Restriction) -> list[int]:
    track, event = subject.traits.track, subject.traits.event
    if not track or event is None:
        return []
    here = " AND ".join(
        has_facet(name, (facet_key(value),)) for name, value in (("track", track), ("event", event))
    )
    return lookup.matching(narrowed.within(here), _OF_TRACK)


def _in_titles(
    lookup: Lookup, phrases: Sequence[Sequence[str]], narrowed: Restriction, limit: int
) -> list[int]:
    expression = within(("title",), any_phrase(phrases))
    if narrowed.facets_only:
        return lookup.matching(narrowed.within(expression), limit, "title_search")
    return lookup.matching(narrowed.within(expression), limit)
