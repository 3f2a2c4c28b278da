"""What talks are about, taken together: words and phrases that stand in more of them than expected.

The measure is Dunning's log-likelihood ratio over numbers of talks ("Accurate Methods for the
Statistics of Surprise and Coincidence", 1993), less for words that stand in no titles.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, product
from typing import NamedTuple

from talkctl.search.find import restriction
from talkctl.search.furniture import makes_phrase
from talkctl.search.question import Filters, Restriction
from talkctl.search.telling import (
    Phrase,
    as_written,
    family_forms,
    family_of,
    telling,
    title_share,
    together,
)
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import INTERLUDE, words
from talkctl.store.lookup import Lookup, any_phrase, has_facet, within
from talkctl.store.traits import ABOUT, ids_of

_READ = 3000
"""Of more talks than these an even sample is read; how many have a topic is counted in all."""

_AT_A_TIME = 500
_FEWEST, _FEW_TALKS = 2, 4
_WEIGHED = 150
_COHESION, _FIRM_COHESION = 0.35, 0.55
"""Two words are a phrase where so large a share of the talks with either has them side by side;
a larger one where both could name a topic alone."""

_LEAST = 3.84
"""What is less surprising than this may be so by chance, one time in twenty."""

_COVERED = 0.6
"""A word most of whose talks have it in a phrase stands for that phrase."""

_NAMED = 0.6
"""Without anything to compare with, a topic is what titles name at least so clearly."""

_MOST_FORMS = 12
_EXAMPLES = 3


class Topic(NamedTuple):
    """A word or phrase, in how many of the talks it stands, in how many others, and examples."""

    name: str
    talks: int
    elsewhere: int
    score: float
    examples: tuple[str, ...]
    titles: tuple[str, ...]


class Topics(NamedTuple):
    """Topics, the most telling first, of how many talks, against how many, and what is to be said."""

    topics: tuple[Topic, ...]
    talks: int
    elsewhere: int
    messages: tuple[str, ...]


class _Read(NamedTuple):
    """The words of the talks that were read: in how many each stands, and in how many titles."""

    talks: int
    counts: dict[Phrase, int]
    titled: dict[Phrase, int]
    forms: dict[str, set[str]]


class _Candidate(NamedTuple):
    what: Phrase
    expression: str
    here: int
    elsewhere: int
    score: float


def topics(catalog: Catalog, filters: Filters | None = None, limit: int = 20) -> Topics:
    """What the talks that pass *filters* are about, against all others; 0 is no limit.

    Without others, or where nothing stands out against them, the topics of most talks come first.
    Raises UsageError where a filter has a value that nothing in the library matches.
    """
    lookup = catalog.lookup
    narrowed = restriction(lookup, filters or Filters())
    narrowed.interludes = False
    here = lookup.matching(narrowed.expression)
    every = lookup.count(restriction(lookup, Filters()).expression, -1)
    others = max(every - len(here), 0)
    read = _read(lookup, here)
    found = _weighed(lookup, narrowed, read, len(here), others, against=bool(others))
    messages = list(narrowed.messages)
    if others and here and not found:
        messages.append(f"Nothing stands out against {others:,} other talks; the commonest topics:")
        found = _weighed(lookup, narrowed, read, len(here), others, against=False)
    chosen = _distinct(found)[: limit or None]
    named = [_named(lookup, narrowed, read, one) for one in chosen]
    return Topics(tuple(named), len(here), others, tuple(messages))


# What is said


def _read(lookup: Lookup, numbers: Sequence[int]) -> _Read:
    sample = numbers[:: math.ceil(len(numbers) / _READ)] if len(numbers) > _READ else numbers
    counts: Counter[Phrase] = Counter()
    titled: Counter[Phrase] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    for start in range(0, len(sample), _AT_A_TIME):
        for _, texts in lookup.passages(sample[start : start + _AT_A_TIME], ABOUT):
            named = set(_said(words(texts.get("title") or ""), forms))
            titled.update(named)
            told = (words(texts.get(field) or "") for field in ABOUT[1:])
            counts.update(named.union(*(_said(text, forms) for text in told)))
    return _Read(len(sample), counts, titled, forms)


def _said(told: Sequence[str], forms: dict[str, set[str]]) -> Iterator[Phrase]:
    """The families and phrases of a text; their words are entered into *forms*."""
    for word in told:
        if telling(word):
            family = family_of(word)
            forms[family].add(word)
            yield (family,)
    for first, second in pairwise(told):
        if makes_phrase(first, second):
            pair = (family_of(first), family_of(second))
            forms[pair[0]].add(first)
            forms[pair[1]].add(second)
            yield pair


# What tells


def _weighed(
    lookup: Lookup, narrowed: Restriction, read: _Read, talks: int, others: int, against: bool
) -> list[_Candidate]:
    """The words and phrases that tell most, *against* others or alone, with exact numbers."""
    fewest = _FEWEST if read.talks >= _FEW_TALKS else 1
    likely = [
        one
        for one, count in read.counts.items()
        if count >= fewest and _stands_by_itself(read, one)
    ]
    alone = {one[0]: read.forms[one[0]] for one in likely if len(one) == 1}
    known: dict[Phrase, list[tuple[str, int]]] = {
        (family,): forms for family, forms in family_forms(lookup, alone).items()
    }
    rough = {}
    for one in likely:
        count = read.counts[one] * talks / read.talks
        elsewhere = max(together(known.get(one, ())) - count, 0.0)
        rough[one] = _score(read, one, count, elsewhere, talks, others if against else 0)
    chosen = sorted(likely, key=lambda it: (-rough[it], -len(it), it))[:_WEIGHED]
    found = []
    for one in chosen:
        expression = _expression(read, one, [word for word, _ in known.get(one, ())])
        here = read.counts[one]
        if read.talks < talks:
            here = lookup.count(narrowed.within(expression), -1)
        elsewhere = 0
        if others:
            every = f"({expression}) NOT {has_facet(INTERLUDE, ('',))}"
            elsewhere = max(lookup.count(every, -1) - here, 0)
        score = _score(read, one, here, elsewhere, talks, others if against else 0)
        if score > 0 and (score >= _LEAST or not against):
            found.append(_Candidate(one, expression, here, elsewhere, round(score, 4)))
    return _best_first(found)


def _best_first(found: Iterable[_Candidate]) -> list[_Candidate]:
    return sorted(found, key=lambda it: (-it.score, -len(it.what), it.what))


def _stands_by_itself(read: _Read, one: Phrase) -> bool:
    """Whether *one* is a word, or two that mostly stand side by side."""
    if len(one) == 1:
        return True
    alone = [read.counts[word,] for word in one if (word,) in read.counts]
    share = _COHESION if len(alone) < 2 else _FIRM_COHESION
    return bool(alone) and read.counts[one] >= share * min(alone)


def _expression(read: _Read, one: Phrase, known: Sequence[str]) -> str:
    spelt = product(*(sorted(read.forms[family]) for family in one))
    forms: Iterable[Phrase] = [(word,) for word in known] or islice(spelt, _MOST_FORMS)
    return within(ABOUT, any_phrase(forms))


def _score(
    read: _Read, one: Phrase, here: float, elsewhere: float, talks: int, others: int
) -> float:
    named = title_share(read.titled.get(one, 0), read.counts[one])
    if not others:
        return here / talks if named >= _NAMED else 0.0
    return named * _surprise(here, elsewhere, talks, others)


def _surprise(here: float, elsewhere: float, talks: int, others: int) -> float:
    """The log-likelihood ratio; 0 where the word is no commoner here than elsewhere."""
    if here * others <= elsewhere * talks:
        return 0.0
    share = (here + elsewhere) / (talks + others)
    return 2 * (
        _part(here, talks * share)
        + _part(elsewhere, others * share)
        + _part(talks - here, talks * (1 - share))
        + _part(others - elsewhere, others * (1 - share))
    )


def _part(seen: float, expected: float) -> float:
    return seen * math.log(seen / expected) if seen > 0 and expected > 0 else 0.0


def _distinct(found: Sequence[_Candidate]) -> list[_Candidate]:
    """*found* without words that stand for a phrase, and phrases that share a word with one."""
    phrases = [one for one in found if len(one.what) > 1]
    kept: list[_Candidate] = []
    taken: set[str] = set()
    for one in phrases:
        if taken.isdisjoint(one.what):
            kept.append(one)
            taken.update(one.what)
    covered: dict[Phrase, int] = {(word,): one.here for one in kept for word in one.what}
    alone = (one for one in found if len(one.what) == 1)
    kept += [one for one in alone if covered.get(one.what, 0) < _COVERED * one.here]
    return _best_first(kept)


# Names and examples


def _named(lookup: Lookup, narrowed: Restriction, read: _Read, one: _Candidate) -> Topic:
    numbers = _examples(lookup, narrowed, one)
    texts = [text for _, texts in lookup.passages(numbers[:20], ABOUT) for text in texts.values()]
    known = {word: family for family in one.what for word in read.forms[family]}
    name = as_written(texts, (one.what,), known)[one.what]
    shown = ids_of(lookup, numbers[:_EXAMPLES])
    return Topic(
        name, one.here, one.elsewhere, one.score,
        tuple(talk for talk, _ in shown), tuple(title for _, title in shown),
    )  # fmt: skip


def _examples(lookup: Lookup, narrowed: Restriction, one: _Candidate) -> list[int]:
    """Talks of the topic, those first that have it in the title."""
    titled = within(("title",), f"({one.expression.partition(' : ')[2]})")
    found = lookup.matching(narrowed.within(titled), 20)
    return list(dict.fromkeys(found + lookup.matching(narrowed.within(one.expression), 20)))
