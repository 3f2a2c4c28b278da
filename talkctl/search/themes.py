"""What somebody returns to: words and phrases that several of their talks are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import product

from talkctl.model import Talk
from talkctl.search.telling import WEIGHTS, Phrase, Wording, as_written, telling_families, wording
from talkctl.store.lexicon import stem
from talkctl.store.lookup import Lookup, any_phrase, within
from talkctl.store.traits import ABOUT
from talkctl.text import words

_SHOWN = 5
_FEWEST = 2
_SHARE = 0.25
"""What stands in fewer of their talks is not what they return to."""

_TELLING = 0.15
_TITLED = WEIGHTS["title"]
"""What stands in two talks only is a theme where the title of one has it."""

_COHESION = 0.3
"""Two words are a phrase where so large a share of the talks with either has them side by side."""

_MOST_FORMS = 12
_COUNTED = 10_000


def themes(lookup: Lookup, talks: Sequence[Talk]) -> tuple[str, ...]:
    """What at least two of *talks*, all of one person, are about, the most telling first."""
    said = [wording(_texts(talk)) for talk in talks]
    fewest = max(_FEWEST, _SHARE * len(talks))
    counts = Counter(family for one in said for family in one.families)
    common = {family: count for family, count in counts.items() if count >= fewest}
    names = {word for talk in talks for one in talk.speakers for word in words(one.name)}
    families = telling_families(lookup, _merged(said, common), names)
    worth: dict[Phrase, float] = {
        (one,): families[one].weight * count
        for one, count in common.items()
        if one in families
        and families[one].weight >= _TELLING
        and (count > _FEWEST or any(it.families.get(one, 0) >= _TITLED for it in said))
    }
    for pair, count in Counter(pair for one in said for pair in one.pairs).items():
        alone = [one for one in pair if (one,) in worth]
        if count >= fewest and alone and count * 2 > min(counts[one] for one in alone):
            rarest = min(families[one].talks for one in alone)
            if _talks_with(lookup, pair, said) >= _COHESION * rarest:
                worth[pair] = sum(worth[one,] for one in alone) + count
    return _spelt(talks, said, worth)


def _talks_with(lookup: Lookup, pair: Phrase, said: Sequence[Wording]) -> int:
    """In how many talks of the library the two words stand side by side."""
    forms = [{form for one in said for form in one.words.get(word, ())} for word in pair]
    phrases = list(product(*map(sorted, forms)))[:_MOST_FORMS]
    expression = within(ABOUT, any_phrase(phrases))
    return lookup.count(expression, _COUNTED)


def _texts(talk: Talk) -> dict[str, str]:
    topics = " ".join(talk.tags)
    return {"title": talk.title, "topics": topics, "abstract": talk.abstract or ""}


def _merged(said: Sequence[Wording], common: Collection[str]) -> Wording:
    """One wording for all talks, of the words that several have."""
    families: Counter[str] = Counter()
    forms: dict[str, set[str]] = {}
    for one in said:
        for word, known in one.words.items():
            forms.setdefault(word, set()).update(known)
        families.update({word: 1 for word in one.families if word in common})
    return Wording({word: float(count) for word, count in families.items()}, {}, forms, 0)


def _spelt(
    talks: Sequence[Talk], said: Sequence[Wording], worth: dict[Phrase, float]
) -> tuple[str, ...]:
    shown: list[Phrase] = []
    told: set[str] = set()
    for one in sorted(worth, key=lambda it: (-worth[it], -len(it), it)):
        own = set(map(stem, one))
        if told.isdisjoint(own):
            shown.append(one)
            told |= own
    shown = shown[:_SHOWN]
    known = {form: word for it in said for word, forms in it.words.items() for form in forms}
    texts = [text for talk in talks for text in _texts(talk).values()]
    return tuple(as_written(texts, shown, known).values())
