"""Ranking in a library too large to score every talk, at a cost that does not grow with it.

Where a word of the query is rare, all talks that have it are scored, and the best of them read.
Where every word is common, those with all the words in the title come first, the shortest title
first and the newest of those; then the newest that have the words anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from talkctl.search import evidence
from talkctl.search.evidence import Evidence, Found
from talkctl.search.filters import Restriction
from talkctl.search.meaning import KINDRED, Group, Meaning
from talkctl.search.rank import LEAST_COVERAGE
from talkctl.search.ranking import Ranking, at_most, expression, scored, words_of, worths
from talkctl.store.lookup import Lookup, any_of, quoted, within

RARE = 2000
"""A word in no more talks than this is rare: all its talks are scored."""

_READ = 100
_MOST_LEADING = 24
_TITLES = 200
_USUAL_LIMIT = 10


def bounded_ranking(lookup: Lookup, meaning: Meaning, narrowed: Restriction, limit: int) -> Ranking:
    """The talks that answer, the best ones exactly, within bounds."""
    counts = lookup.counts(words_of(meaning.informative))
    for group in meaning.informative:
        _keep_to_its_own(group, counts)
    rare = _rarest(meaning.informative, counts)
    if not rare:
        groups = [group for group in meaning.informative if group.answers]
        return _by_titles(lookup, meaning, narrowed, groups, counts, limit)
    found = _by_rare_words(lookup, meaning, narrowed, rare, counts, limit)
    common = [group for group in meaning.informative if group.answers and group not in rare]
    wanted = limit - len(found.order)
    if wanted <= 0 or not _tell_enough(lookup, meaning, common):
        return found
    return _both(found, _by_titles(lookup, meaning, narrowed, common, counts, limit), limit)


def _tell_enough(lookup: Lookup, meaning: Meaning, common: Sequence[Group]) -> bool:
    """Whether talks without the rare words may still answer most of the query."""
    worth = worths(lookup, meaning)
    pairs = zip(meaning.informative, worth, strict=True)
    without = sum(one for group, one in pairs if group in common)
    required = any(group.required for group in meaning.informative if group not in common)
    return not required and without >= LEAST_COVERAGE * sum(worth) and bool(common)


def _both(best: Ranking, more: Ranking, limit: int) -> Ranking:
    """One ranking and, below it, what another one adds."""
    lowest = min(best.scores.values(), default=1.0)
    highest = max(more.scores.values(), default=1.0)
    added = [talk for talk in more.order if talk not in best.scores][: limit - len(best.order)]
    scores = best.scores | {talk: lowest * more.scores[talk] / highest for talk in added}
    order = best.order + added
    return Ranking(order, scores, max(len(order), more.total), more.exact, more.expression)


def _keep_to_its_own(group: Group, counts: Mapping[str, int]) -> None:
    """Let a group stand for what answers it best and the kin of that, and stay rare if that is."""
    strongest = max(group.answers.values(), default=0.0)
    leading = [phrase for phrase, weight in group.answers.items() if weight == strongest]
    kept = dict.fromkeys(leading if group.required else leading[:_MOST_LEADING], strongest)
    size = at_most(group.answering(kept), counts)
    for phrase, weight in sorted(group.answers.items(), key=lambda item: -item[1]):
        more = counts.get(phrase[0], 0)
        if len(phrase) > 1 or weight <= KINDRED or (size <= RARE < size + more):
            continue
        if phrase not in kept:
            size += more
            kept[phrase] = weight
    group.answers = kept


def _rarest(groups: Sequence[Group], counts: Mapping[str, int]) -> list[Group]:
    """The rarest groups, as many as together are in few enough talks."""
    chosen: list[Group] = []
    room = RARE
    answered = [group for group in groups if group.answers]
    for group in sorted(answered, key=lambda group: at_most(group, counts)):
        room -= at_most(group, counts)
        if room < 0:
            break
        chosen.append(group)
    return chosen


# A rare word


def _by_rare_words(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, rare: Sequence[Group],
    counts: Mapping[str, int], limit: int,
) -> Ranking:  # fmt: skip
    """All talks with a rare word, by what the index tells; then the best of them by reading."""
    union = narrowed.within(any_of(expression(group) for group in rare))
    talks = set(lookup.matching(union))
    found = [_from_index(lookup, group, counts, union, talks) for group in meaning.informative]
    rough = scored(lookup, meaning, found, talks)
    if all(counts.get(word, 0) <= RARE for word in words_of(meaning.informative)):
        return rough
    best = rough.order[: max(_READ, limit)]
    places = evidence.places_in_talks(lookup, words_of(meaning.informative), best)
    read = [evidence.of_group(group, places, None) for group in meaning.informative]
    fine = scored(lookup, meaning, read, set(best))
    lowest = min(fine.scores.values(), default=1.0)
    read_already = set(best)
    rest = [talk for talk in rough.order if talk not in read_already]
    scores = fine.scores | {talk: min(lowest, rough.scores[talk]) for talk in rest}
    found = [one | exact for one, exact in zip(found, read, strict=True)]
    return Ranking(fine.order + rest, scores, len(scores), found=found)


def _from_index(
    lookup: Lookup, group: Group, counts: Mapping[str, int], union: str, talks: set[int]
) -> Evidence:
    """What answers a group in *talks*, counting rare words but only noticing common ones."""
    rare: dict[tuple[str, ...], float] = {}
    common: dict[float, list[tuple[str, ...]]] = {}
    for phrase, weight in group.answers.items():
        if all(counts.get(word, 0) <= RARE for word in phrase):
            rare[phrase] = weight
        else:
            common.setdefault(weight, []).append(phrase)
    places = evidence.places_in_library(lookup, (word for phrase in rare for word in phrase))
    found = evidence.of_group(group.answering(rare), places, talks)
    for weight, phrases in common.items():
        every = any_of(quoted(phrase) for phrase in phrases)
        for name in ("title", group.column or "abstract"):
            fields = (name,) if name == "title" or group.column else ()
            for talk in lookup.matching(f"{within(fields, every)} AND {union}"):
                if group.column in (None, name):
                    found.setdefault(talk, Found()).add(name, [0], phrases[0], weight)
    return found


# Nothing but common words


def _by_titles(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, asked: Sequence[Group],
    counts: Mapping[str, int], limit: int,
) -> Ranking:  # fmt: skip
    """Talks with all the words in the title, then with all of them, then with most of them."""
    groups = sorted(asked, key=lambda group: at_most(group, counts))
    wanted = limit or -1
    everywhere = narrowed.within(" AND ".join(map(expression, groups)))
    order = _title_hits(lookup, meaning, narrowed, groups, wanted)
    order += _more(lookup, everywhere, order, wanted)
    complete = 0 <= len(order) < wanted
    while 0 <= len(order) < wanted and len(groups) > 1 and not groups[-1].required:
        groups.pop()
        fewer = narrowed.within(" AND ".join(map(expression, groups)))
        order += _more(lookup, fewer, order, wanted)
    if complete and len(order) <= _READ:
        places = evidence.places_in_talks(lookup, words_of(meaning.informative), order)
        found = [evidence.of_group(group, places, None) for group in meaning.informative]
        return scored(lookup, meaning, found, set(order))
    scores = {talk: 1 / (1 + place / _USUAL_LIMIT) for place, talk in enumerate(order)}
    total = lookup.count(everywhere, RARE) if limit else len(order)
    return Ranking(order, scores, max(total, len(order)), exact=False, expression=everywhere)


def _title_hits(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, groups: Sequence[Group], wanted: int
) -> list[int]:
    """The newest talks with all the words in the title, the shortest title first."""
    if not narrowed.facets_only or any(it.column not in (None, "title") for it in groups):
        return []
    in_title = [
        within(("title",), any_of(quoted(phrase) for phrase in group.answers)) for group in groups
    ]
    found = lookup.matching(
        narrowed.without_texts().within(" AND ".join(in_title)),
        _TITLES if wanted > 0 else -1,
        "title_search",
    )
    wording = " ".join(meaning.wording)

    def fitness(fact: tuple[int, str, str]) -> tuple[bool, int, int]:
        number, title, _ = fact
        return (wording not in title.lower(), len(title.split()), -number)

    order = [number for number, *_ in sorted(lookup.titles(found), key=fitness)]
    if not narrowed.excluded:
        return order[: wanted if wanted > 0 else None]
    unwanted = any_of(narrowed.excluded)
    kept: list[int] = []
    for number in order:
        if len(kept) == wanted:
            break
        if not lookup.meets(number, unwanted):
            kept.append(number)
    return kept


def _more(lookup: Lookup, expression: str, known: Sequence[int], wanted: int) -> list[int]:
    """The newest talks that meet *expression* beside those known, as many as are still wanted."""
    if 0 <= wanted <= len(known):
        return []
    seen = set(known)
    found = lookup.matching(expression, wanted + len(known) if wanted > 0 else -1)
    return [talk for talk in found if talk not in seen][
        : wanted - len(known) if wanted > 0 else None
    ]
