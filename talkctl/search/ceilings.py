"""The most that talks can score, told from the index without reading them.

To learn that a word is in a field of a talk costs a hundredth of reading the talk. Talks of which
the same is known share one ceiling; what is not known is taken for the best it could be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from talkctl.search.gathering import Group
from talkctl.search.rank import (
    TITLE_BEGINNING,
    TITLE_PHRASE,
    Found,
    Scorer,
    phrase_places,
    places_in_library,
    words_of,
)
from talkctl.store.lexicon import words
from talkctl.store.lookup import Lookup, any_of, any_phrase, quoted, within

_COUNTLESS = 10**9
_COUNTED = 4
"""A word that stands more often in one field may as well stand there countless times."""


class Part(NamedTuple):
    """Phrases that answer one group alike, and no more than how many talks have one of them.

    No word of them is in more talks than *commonest*. With *fields* they have to stand in one of these.
    """

    group: int
    weight: float
    phrases: tuple[tuple[str, ...], ...]
    talks: int
    commonest: int
    fields: tuple[str, ...]

    @property
    def expression(self) -> str:
        """The expression for talks that it answers."""
        return self.within(self.fields)

    def within(self, names: Sequence[str]) -> str:
        """The expression for talks with the part in one of these fields."""
        return within(names, any_phrase(self.phrases))


class Known(NamedTuple):
    """What is known of a group's words in a talk: in which fields, of what weight, how often.

    With *phrases* it is one of these, and how often can be told by counting them.
    """

    group: int
    names: tuple[str, ...]
    weight: float
    times: int = _COUNTLESS
    phrases: tuple[tuple[str, ...], ...] = ()

    @property
    def expression(self) -> str:
        """The expression for talks with one of the phrases in one of the fields."""
        return within(self.names, any_phrase(self.phrases))


class Alike(NamedTuple):
    """Talks of which the same is known: the most they score and answer of the query.

    *told* is all that is known, *apart* the groups known not to stand before the next one.
    """

    ceiling: float
    coverage: float
    talks: list[int]
    told: tuple[Known | str | int, ...] = ()
    apart: tuple[int, ...] = ()


_WORDING, _BEGINNING = "the words of the query in their order in the title", "at its beginning"

_TITLED, _NAMED = 0.25, 0.05
"""About how many of the talks with a word have it in the title, and in names."""

_QUICKER_ALONE = 5
"""To look for a word in all talks takes less than in those that meet an expression, unless so many
times as many have it."""

_MOST_PAIRS, _EASILY_PAIRED = 60, 20_000
"""Whether words stand side by side is looked up where this takes no more pairs, and talks."""


def parts_of(groups: Sequence[Group], counts: Mapping[str, int]) -> list[Part]:
    """The parts of each group, those of most weight first."""
    parts = []
    for place, group in enumerate(groups):
        alike: dict[tuple[float, tuple[str, ...]], list[tuple[str, ...]]] = {}
        for phrase, weight in group.answers.items():
            alike.setdefault((weight, group.fields_of(phrase)), []).append(phrase)
        for (weight, fields), phrases in sorted(alike.items(), reverse=True):
            talks = sum(min(counts.get(word, 0) for word in phrase) for phrase in phrases)
            commonest = max(counts.get(word, 0) for phrase in phrases for word in phrase)
            parts.append(Part(place, weight, tuple(phrases), talks, commonest, fields))
    return parts


def ceilings(
    lookup: Lookup, scorer: Scorer, parts: Sequence[Part], counted: Sequence[Part],
    names: tuple[str, ...], chosen: str, talks: Iterable[int],
) -> list[Alike]:  # fmt: skip
    """*talks*, those that meet the expression *chosen*, by what they can reach, the most first.

    How often the words of the *counted* parts stand where is looked up for the whole library.
    """
    held: dict[int, list[int]] = {talk: [] for talk in talks}
    known: list[Known | str | int] = []
    looked_up = _looked_up(lookup, scorer, parts, counted, names, chosen, len(held))
    for place, (one, holders) in enumerate(looked_up):
        known.append(one)
        for talk in holders:
            if talk in held:
                held[talk].append(place)
    alike: dict[tuple[int, ...], list[int]] = {}
    for talk, places in held.items():
        alike.setdefault(tuple(places), []).append(talk)
    pairs = [one for one in known if isinstance(one, int)]
    found = []
    for told_at, members in alike.items():
        told = tuple(known[place] for place in told_at)
        apart = tuple(one for one in pairs if one not in told)
        found.append(_alike(scorer, told, apart, members))
    return sorted(found, key=lambda one: (-one.ceiling, -one.coverage))


def _alike(
    scorer: Scorer, told: tuple[Known | str | int, ...], apart: tuple[int, ...], talks: list[int]
) -> Alike:
    found = _by_group(scorer, (one for one in told if isinstance(one, Known)))
    title = TITLE_PHRASE * (_WORDING in told) + TITLE_BEGINNING * (_BEGINNING in told)
    coverage, ceiling = scorer.ceiling(found, title, apart)
    return Alike(ceiling, coverage, talks, told, apart)


def told_apart(scorer: Scorer, some: Alike, titles: Mapping[int, str]) -> list[Alike]:
    """Those of *some* that have titles, told apart by how often these hold what they should."""
    uncounted = [place for place, one in enumerate(some.told) if _in_title(one)]
    if not uncounted:
        return [some._replace(talks=list(titles))]
    alike: dict[tuple[int, ...], list[int]] = {}
    for talk, text in titles.items():
        title = f" {'  '.join(words(text))} "
        times = tuple(_times(title, some.told[place]) for place in uncounted)
        alike.setdefault(times, []).append(talk)
    found = []
    for times, talks in alike.items():
        told = list(some.told)
        for place, often in zip(uncounted, times, strict=True):
            if isinstance(one := told[place], Known):
                told[place] = one._replace(times=often)
        found.append(_alike(scorer, tuple(told), some.apart, talks))
    return sorted(found, key=lambda one: (-one.ceiling, -one.coverage))


def _in_title(one: Known | str | int) -> bool:
    return isinstance(one, Known) and one.names == ("title",) and bool(one.phrases)


def _times(title: str, one: Known | str | int) -> int:
    """How often *title*, its words between blanks, holds what is known of it."""
    phrases = one.phrases if isinstance(one, Known) else ()
    found = sum(title.count(f" {'  '.join(phrase)} ") for phrase in phrases)
    return found or _COUNTLESS


def _by_group(scorer: Scorer, known: Iterable[Known]) -> list[Found | None]:
    found: list[Found | None] = [None] * len(scorer.groups)
    for one in known:
        found[one.group] = _with(found[one.group], one)
    return found


def _with(found: Found | None, one: Known) -> Found:
    found = found or Found()
    for name in one.names:
        found.counts[name] = found.counts.get(name, 0.0) + one.weight * one.times
        found.weights[name] = max(one.weight, found.weights.get(name, 0.0))
    found.best = max(one.weight, found.best)
    return found


def _looked_up(
    lookup: Lookup, scorer: Scorer, parts: Sequence[Part], counted: Sequence[Part],
    names: tuple[str, ...], chosen: str, many: int,
) -> Iterator[tuple[Known | str | int, Iterable[int]]]:  # fmt: skip
    """All that the index tells of the *many* talks that meet *chosen*, and of which talks.

    A number stands for the group which a word of the next one follows.
    """

    @cache  # What a question is about as a whole answers several of its groups.
    def holders(expression: str, talks: int) -> list[int]:
        alone = talks <= many * _QUICKER_ALONE
        return lookup.matching(expression if alone else f"{expression} AND {chosen}")

    for part in counted:
        yield from _counted(lookup, part)
    for part in parts:
        for name in part.fields or ("title", "abstract"):
            found = holders(part.within((name,)), part.talks)
            yield Known(part.group, (name,), part.weight, phrases=part.phrases), found
    for place in range(len(scorer.groups)):
        others = [part for part in parts if part.group == place and not part.fields]
        if others:
            for fields in filter(None, (names, lookup.other_fields)):
                every = any_of(part.within(fields) for part in others)
                found = holders(every, sum(part.talks for part in others))
                yield Known(place, fields, max(part.weight for part in others)), found
    wordings = [quoted(one) for one in scorer.wordings if not any(" " in word for word in one)]
    for told, first in ((_WORDING, ""), (_BEGINNING, "^")) if wordings else ():
        titled = within(("title",), any_of(first + one for one in wordings))
        yield told, lookup.matching(f"{titled} AND {chosen}")
    for place, (group, following) in enumerate(pairwise(scorer.groups)):
        if (pairs := _pairs(lookup, group, following)) is not None:
            beside = any_phrase(pairs)
            yield place, lookup.matching(f"{beside} AND {chosen}") if pairs else ()


def _pairs(lookup: Lookup, one: Group, other: Group) -> list[tuple[str, str]] | None:
    """The words of two groups side by side, unless these are too many to be looked for."""
    before, following = words_of([one]), words_of([other])
    if len(before) * len(following) > _MOST_PAIRS:
        return None
    counts = lookup.counts(before + following)
    pairs = list(dict.fromkeys(product(before, following)))
    seldom = sum(min(counts.get(word, 0) for word in pair) for pair in pairs)
    return pairs if seldom <= _EASILY_PAIRED else None


def _counted(lookup: Lookup, part: Part) -> Iterator[tuple[Known, Iterable[int]]]:
    """How often the phrases of a part stand in the fields of talks."""
    counts = Counter(
        where
        for phrase in part.phrases
        for where in (lookup.places(*phrase) if len(phrase) == 1 else _together(lookup, phrase))
    )
    alike: dict[tuple[str, int], list[int]] = {}
    for (talk, name), count in counts.items():
        if not part.fields or name in part.fields:
            told = count if count <= _COUNTED else _COUNTLESS
            alike.setdefault((name, told), []).append(talk)
    for (name, count), talks in alike.items():
        yield Known(part.group, (name,), part.weight, count), talks


def _together(lookup: Lookup, phrase: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Talk and field of each place where the words of *phrase* stand side by side."""
    places = places_in_library(lookup, phrase)
    for where, positions in phrase_places(phrase, places).items():
        yield from (where for _ in positions)


# Without looking at any talk


def indispensable(
    lookup: Lookup, scorer: Scorer, parts: Sequence[Part], names: tuple[str, ...],
    wording_possible: bool, matter: Callable[[Alike], bool],
) -> list[Known]:  # fmt: skip
    """Of all that talks may have of *parts* that of which each talk that matters has something.

    *matter* tells it of talks that are alike. The rest, which alone makes no talk matter, is as common
    as can be, so that few talks are left.
    """
    in_title = (TITLE_PHRASE + TITLE_BEGINNING) * wording_possible
    found: list[Known] = []
    rest: list[Known] = []
    for one in _commonest_first(lookup, parts, names):
        together = _by_group(scorer, [*rest, one])
        whole = all(it and "title" in it.counts for it in together)
        coverage, ceiling = scorer.ceiling(together, in_title * whole)
        (found if matter(Alike(ceiling, coverage, [])) else rest).append(one)
    return found


def _commonest_first(lookup: Lookup, parts: Sequence[Part], names: tuple[str, ...]) -> list[Known]:
    """In which fields talks may have each part, by how many probably do."""
    possible = []
    for part in parts:
        plain = ("abstract", *lookup.other_fields)
        for fields in filter(None, [part.fields] if part.fields else [("title",), names, plain]):
            talks = part.talks * (
                _TITLED if fields == ("title",) else _NAMED if fields == names else 1
            )
            possible.append((talks, Known(part.group, fields, part.weight, phrases=part.phrases)))
    return [one for _, one in sorted(possible, key=lambda it: -it[0])]
