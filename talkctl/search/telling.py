"""What a talk is about, word by word: which of its words tell it from others, and how much.

Words are taken by family, as ``store.lexicon.base`` makes them one: ``mesh`` and ``meshes``.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from talkctl.search.furniture import is_furniture, makes_phrase
from talkctl.store.lexicon import base, stem, words
from talkctl.store.lookup import Lookup, any_phrase, within
from talkctl.store.traits import ABOUT
from talkctl.text import fold

Phrase = tuple[str, ...]
"""One family of words, or two that stand side by side."""

WEIGHTS = {"title": 3.0, "topics": 2.0, "abstract": 1.0}
"""What is said in a title counts as often."""

_LONGEST_WORD = 30
_TELLING = 40
"""Of the words of a talk, so many at most are asked after."""

_TITLES_COUNTED = 150
_USUAL_SHARE = 0.04
"""Of the talks that have a word which names a topic, at least so many have it in the title."""

_UNTITLED = 0.25
"""A word that no title names may still be a topic."""

_POSSESSIVE = re.compile("['’]s$")
_BETWEEN = (" ", "-", "/")
"""What stands between two words of a phrase."""

_TEXT_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Wording(NamedTuple):
    """The families and phrases of a text, each as often as it stands there, titles thrice."""

    families: dict[str, float]
    pairs: dict[Phrase, float]
    words: dict[str, set[str]]
    length: int


class Family(NamedTuple):
    """Words that are one but for their endings: in how many talks, and how much they tell."""

    base: str
    words: tuple[str, ...]
    talks: int
    weight: float

    @property
    def expression(self) -> str:
        """The expression for talks that speak of it."""
        return about(self.words)


def about(forms: Iterable[str]) -> str:
    """The expression for talks in whose title, topics or abstract one of *forms* stands."""
    return within(ABOUT, any_phrase((form,) for form in forms))


def wording(texts: Mapping[str, str]) -> Wording:
    """What the *texts* of a talk, by field, speak of."""
    found: dict[str, float] = defaultdict(float)
    pairs: dict[Phrase, float] = defaultdict(float)
    forms: dict[str, set[str]] = defaultdict(set)
    length = 0
    for field, weight in WEIGHTS.items():
        told = words(texts.get(field) or "")
        length += len(told)
        for word in told:
            if telling(word):
                family = family_of(word)
                found[family] += weight
                forms[family].add(word)
        for first, second in pairwise(told):
            if makes_phrase(first, second):
                pairs[family_of(first), family_of(second)] += weight
                forms[family_of(first)].add(first)
                forms[family_of(second)].add(second)
    return Wording(dict(found), dict(pairs), dict(forms), length)


def wording_in(texts: Mapping[str, str], known: Mapping[str, str]) -> Wording:
    """What the *texts* of a talk say in words that are *known*, each with its family."""
    found: dict[str, float] = defaultdict(float)
    pairs: dict[Phrase, float] = defaultdict(float)
    length = 0
    for field, weight in WEIGHTS.items():
        told = words(texts.get(field) or "")
        length += len(told)
        before, place = "", -2
        for position, word in enumerate(told):
            if family := known.get(word):
                found[family] += weight
                if place == position - 1:
                    pairs[before, family] += weight
                before, place = family, position
    return Wording(dict(found), dict(pairs), {}, length)


@lru_cache(maxsize=50_000)
def family_of(word: str) -> str:
    """What *word*, folded, has in common with its other forms."""
    return base(word)


def telling(word: str) -> bool:
    """Whether *word*, folded, may name a topic."""
    return not is_furniture(word) and len(word) <= _LONGEST_WORD


def telling_families(
    lookup: Lookup, said: Wording, names: Collection[str] = ()
) -> dict[str, Family]:
    """The families of a talk that tell most of it, those of most weight first.

    Families that stand in this talk alone relate it to nothing and are left out, and so are
    *names*, words of people who tell it.
    """
    total = max(lookup.talk_count, 2)
    wanted = {one: said.words[one] for one in said.families}
    forms = family_forms(lookup, {one: it for one, it in wanted.items() if it.isdisjoint(names)})
    counts = {
        one: (min(together(known), total), tuple(word for word, _ in known))
        for one, known in forms.items()
    }
    rough = {
        one: saturated(said.families[one]) * math.log(total / talks)
        for one, (talks, _) in counts.items()
        if 1 < talks < total
    }
    chosen = sorted(rough, key=lambda one: (-rough[one], one))[:_TELLING]
    made = []
    for one in chosen:
        talks, known = counts[one]
        weight = math.log(total / talks) / math.log(total) * titled(lookup, known, talks)
        made.append(Family(one, known, talks, weight))
    made.sort(key=lambda it: (-it.weight * saturated(said.families[it.base]), it.base))
    return {it.base: it for it in made}


def saturated(count: float, length: float = 1.0) -> float:
    """How much a word counts that stands *count* times in a text *length* times the usual one."""
    return count / (count + 1.5 * (0.5 + 0.5 * length))


def together(known: Iterable[tuple[str, int]]) -> int:
    """About how many talks have any of these words: some have several of them."""
    counts = sorted((talks for _, talks in known), reverse=True)
    return sum(counts[:1]) + sum(counts[1:]) // 2


def titled(lookup: Lookup, forms: Sequence[str], talks: int) -> float:
    """How far a word is one that titles name, as topics are: 0 to 1."""
    most = min(math.ceil(1 + _USUAL_SHARE * talks), _TITLES_COUNTED)
    expression = within(("title",), any_phrase((form,) for form in forms))
    found = len(lookup.matching(expression, most, "title_search"))
    return 1.0 if found >= most else title_share(found, talks)


def title_share(titles: int, talks: int) -> float:
    """How far a word is a topic that stands in so many *titles* and in so many *talks*: 0 to 1."""
    return min(math.sqrt((titles + _UNTITLED) / (1 + _USUAL_SHARE * talks)), 1.0)


def family_forms(
    lookup: Lookup, said: Mapping[str, Iterable[str]]
) -> dict[str, list[tuple[str, int]]]:
    """All words of each family with their counts, the commonest first, from those *said*."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    stems = sorted({stem(word) for some in said.values() for word in some})
    if not stems:
        return found
    for word, talks, _ in lookup.families(stems):
        if (family := base(word)) in said and telling(word):
            found[family].append((word, talks))
    return found


def as_written(
    texts: Iterable[str], phrases: Collection[Phrase], known: Mapping[str, str]
) -> dict[Phrase, str]:
    """How *texts* spell each of *phrases*, most often; *known* has the family of each word.

    What nowhere stands side by side is spelt word by word.
    """
    parts = {family for one in phrases for family in one}
    spelt: dict[Phrase, Counter[str]] = defaultdict(Counter)
    for text in texts:
        text = " ".join(text.split())
        before, began, ended = "", 0, 0
        for found in _TEXT_WORD.finditer(text):
            word = found[0]
            folded = word.lower() if word.isascii() and word.isalnum() else fold(word)
            family = known.get(folded, "")
            if family not in parts:
                before = ""
                continue
            spelt[family,][_POSSESSIVE.sub("", word)] += 1
            if (before, family) in phrases and text[ended : found.start()] in _BETWEEN:
                spelt[before, family][text[began : found.end()]] += 1
            before, began, ended = family, found.start(), found.end()
    usual = {one: _commonest(counts) for one, counts in spelt.items()}
    return {
        one: usual.get(one) or " ".join(usual.get((family,), family) for family in one)
        for one in phrases
    }


def _commonest(counts: Counter[str]) -> str:
    return max(counts, key=lambda it: (counts[it], it.islower(), it))
