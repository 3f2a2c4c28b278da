"""Ranking by nothing but common words, in a library where too many talks have them to be scored.

Talks with all the words in the title come first, the shortest title first and the newest of those;
then the newest that have all the words anywhere; then, one by one, without the commonest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from talkctl.search.gathering import OWN, Group
from talkctl.search.question import Restriction
from talkctl.search.rank import Ranking, expression
from talkctl.store.lexicon import words
from talkctl.store.lookup import Lookup, any_of, any_phrase, quoted, within

_MOST_LEADING = 24
_TITLES = 100
_USUAL_LIMIT = 10
_AS_TYPED = 3


def at_most(group: Group, counts: Mapping[str, int]) -> int:
    """No more talks than this can answer *group*."""
    return sum(min(counts.get(word, 0) for word in phrase) for phrase in group.answers)


def narrowed_to_its_own(group: Group) -> Group:
    """The group answered by its best answers and their kin, not by what is merely near them."""
    strongest = max(group.answers.values(), default=0.0)
    leading = [phrase for phrase, weight in group.answers.items() if weight == strongest]
    kept = dict.fromkeys(leading if group.required else leading[:_MOST_LEADING], strongest)
    for phrase, weight in sorted(group.answers.items(), key=lambda item: -item[1]):
        if len(phrase) == 1 and weight >= OWN:
            kept.setdefault(phrase, weight)
    return group.answering(kept)


def by_titles(
    lookup: Lookup, wording: Sequence[str], narrowed: Restriction, asked: Sequence[Group],
    counts: Mapping[str, int], limit: int,
) -> Ranking:  # fmt: skip
    """Talks with all the words in the title, then with all of them, then with most of them."""
    groups = sorted(map(narrowed_to_its_own, asked), key=lambda group: at_most(group, counts))
    everywhere = narrowed.within(" AND ".join(map(expression, groups)))
    order = _title_hits(lookup, wording, narrowed, groups, limit)
    if not limit or len(order) < limit:
        order += _more(lookup, everywhere, order, limit)
    while len(order) < limit and len(groups) > 1 and not groups[-1].required:
        groups.pop()
        fewer = narrowed.within(" AND ".join(map(expression, groups)))
        order += _more(lookup, fewer, order, limit)
    order = _with_as_typed(lookup, wording, narrowed, groups, order)[: limit or None]
    scores = {talk: 1 / (1 + place / _USUAL_LIMIT) for place, talk in enumerate(order)}
    return Ranking(order, scores, len(order), exact=False, expression=everywhere)


def _with_as_typed(
    lookup: Lookup, wording: Sequence[str], narrowed: Restriction, groups: Sequence[Group],
    order: Sequence[int],
) -> list[int]:  # fmt: skip
    """*order* with some talks second that have a word as typed, where it may be a slip."""
    suspected = [it for it in groups if (it.typed,) in it.answers and it.typed not in wording]
    found: list[int] = []
    for group in suspected:
        chosen = [quoted((it.typed,)) if it is group else expression(it) for it in groups]
        found += lookup.matching(narrowed.within(" AND ".join(chosen)), _AS_TYPED)
    return list(dict.fromkeys([*order[:1], *found, *order[1:]]))


def _title_hits(
    lookup: Lookup, wording: Sequence[str], narrowed: Restriction, groups: Sequence[Group],
    limit: int,
) -> list[int]:  # fmt: skip
    """The newest talks with all the words in the title, those in the words typed first."""
    in_titles = [
        [phrase for phrase in it.answers if it.fields_of(phrase) in ((), ("title",))]
        for it in groups
    ]
    if not narrowed.facets_only or not all(in_titles):
        return []
    in_title = " AND ".join(within(("title",), any_phrase(phrases)) for phrases in in_titles)
    expressions = [in_title]
    if len(wording) > 1:
        # Small words tell no talk from another, but they may tell the one that somebody remembers.
        every = " AND ".join(quoted((word,)) for word in wording)
        expressions.insert(0, f"{within(('title',), every)} AND {in_title}")
    chosen, most = narrowed.without_texts(), _TITLES if limit else -1
    found = dict.fromkeys(
        talk
        for expression in expressions
        for talk in lookup.matching(chosen.within(expression), most, "title_search")
    )
    typed = " ".join(wording)

    def fitness(fact: tuple[int, str, str]) -> tuple[bool, int, int, int]:
        number, title, _ = fact
        held = len(set(words(title)).intersection(wording)) if len(wording) > 1 else 0
        return (typed not in title.lower(), -held, len(title.split()), -number)

    order = [number for number, *_ in sorted(lookup.titles(found), key=fitness)]
    unwanted = any_of(narrowed.excluded) if narrowed.excluded else None
    kept = (number for number in order if not (unwanted and lookup.meets(number, unwanted)))
    return list(islice(kept, limit or None))


def _more(lookup: Lookup, expression: str, known: Sequence[int], limit: int) -> list[int]:
    """The newest talks that meet *expression* beside those known, as many as are still wanted."""
    seen = set(known)
    found = lookup.matching(expression, limit + len(known) if limit else -1)
    return [talk for talk in found if talk not in seen][: limit - len(known) if limit else None]
