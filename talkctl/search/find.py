"""A question answered: understood, narrowed by its filters, ranked, and each hit explained."""

from __future__ import annotations

from talkctl.model import Hit, Match
from talkctl.search.bounded import bounded_ranking
from talkctl.search.explain import hits
from talkctl.search.filters import Restriction, restriction
from talkctl.search.meaning import Meaning, understand
from talkctl.search.query import parse
from talkctl.search.question import Filters, Findings, Question
from talkctl.search.rank import Ranking, expression, full_ranking
from talkctl.store.catalog import Catalog
from talkctl.store.lookup import Lookup, has_facet

FULL_RANKING = 5000
"""In a library of up to so many talks each one that has a word of the query is scored."""

_SUGGESTED = 3
_COUNTED = 50_000
"""Talks that pass the filters are counted no further."""


def search(catalog: Catalog, question: Question) -> Findings:
    """The talks that answer *question*, best first; without a query, all that pass the filters.

    Raises UsageError where a filter has a value that nothing in the library matches.
    """
    lookup = catalog.lookup
    query = parse(question.text)
    meaning = understand(lookup, query, question.exact)
    narrowed = restriction(lookup, question.filters, query.clauses)
    narrowed.excluded += [expression(group) for group in meaning.excluded]
    messages = (*narrowed.messages, *meaning.messages)
    if not meaning.groups:
        if question.text.strip() and not query.clauses:
            return Findings(messages=messages)
        return _listing(catalog, question, narrowed, messages)
    ranking = _ranking(lookup, meaning, narrowed, question.limit)
    if not ranking.order:
        return Findings(messages=messages, nearest=_nearest_titles(lookup, question.text))
    order = _arranged(lookup, ranking, question)
    return Findings(
        hits=hits(catalog, meaning, ranking, order),
        total=ranking.total,
        total_is_exact=ranking.exact,
        messages=messages,
    )


def select(
    catalog: Catalog,
    filters: Filters,
    sort: str = "event",
    reverse: bool = False,
    limit: int = 0,
    interludes: bool = False,
) -> tuple[list[int], tuple[str, ...]]:
    """The numbers of all talks that pass *filters*, sorted, and what is to be said about them.

    With *interludes*, also of what stands in a programme without being a talk.
    """
    narrowed = restriction(catalog.lookup, filters)
    narrowed.interludes = narrowed.interludes or interludes
    order = _sorted(catalog.lookup, narrowed.expression, sort, reverse, limit)
    return order, tuple(narrowed.messages)


def _ranking(lookup: Lookup, meaning: Meaning, narrowed: Restriction, limit: int) -> Ranking:
    if _means_nothing(meaning):
        return Ranking([], {}, 0)
    if lookup.talk_count <= FULL_RANKING:
        return full_ranking(lookup, meaning, narrowed)
    return bounded_ranking(lookup, meaning, narrowed, limit)


def _means_nothing(meaning: Meaning) -> bool:
    """Whether half of the words stand for nothing here, or none for itself."""
    groups = meaning.informative
    unanswered = [group for group in groups if not group.answers]
    if len(unanswered) * 2 >= len(groups):
        return True
    return len(groups) > 1 and all(group.doubtful or not group.answers for group in groups)


def _arranged(lookup: Lookup, ranking: Ranking, question: Question) -> list[int]:
    """The talks of a ranking as many and in the order that the question wants."""
    if question.sort == "relevance":
        order = ranking.order[::-1] if question.reverse else ranking.order
        return order[: question.limit or None]
    if ranking.exact:
        return lookup.ordered(ranking.order, question.sort, question.reverse, question.limit or -1)
    return _sorted(lookup, ranking.expression, question.sort, question.reverse, question.limit)


def _sorted(lookup: Lookup, expression: str, sort: str, reverse: bool, limit: int) -> list[int]:
    """The talks that meet *expression*, sorted; by date without looking at more than needed."""
    if sort != "date" or not limit or lookup.talk_count <= FULL_RANKING:
        return lookup.ordered(expression, sort, reverse, limit or -1)
    dates = sorted((one.key for one in lookup.facet_values("date")), reverse=not reverse)
    order: list[int] = []
    for date in dates:
        if len(order) >= limit:
            break
        given = f"{expression} AND {has_facet('date', (date,))}"
        order += lookup.ordered(given, sort, reverse, limit - len(order))
    if len(order) < limit:
        every = lookup.ordered(expression, sort, reverse, limit + len(order))
        order += [talk for talk in every if talk not in set(order)][: limit - len(order)]
    return order


def _listing(
    catalog: Catalog, question: Question, narrowed: Restriction, messages: tuple[str, ...]
) -> Findings:
    lookup = catalog.lookup
    sort = "date" if question.sort == "relevance" else question.sort
    if lookup.talk_count > FULL_RANKING and question.sort == "relevance":
        order = lookup.matching(narrowed.expression, question.limit or -1)
    else:
        order = _sorted(lookup, narrowed.expression, sort, question.reverse, question.limit)
    total = lookup.count(narrowed.expression, _COUNTED)
    return Findings(
        hits=tuple(Hit(talk, 1.0, Match()) for talk in catalog.talks(order)),
        total=max(total, len(order)),
        total_is_exact=total < _COUNTED,
        messages=messages,
    )


def _nearest_titles(lookup: Lookup, typed: str) -> tuple[str, ...]:
    """Titles with any of the words typed, to suggest where nothing was found.

    A word that had to be corrected suggests nothing: what it was meant to be is a guess already.
    """
    query = parse(typed)
    meaning = understand(lookup, query)
    known = [
        group
        for group in meaning.informative
        if group.answers and group.typed not in meaning.corrected
    ]
    found: list[int] = []
    for group in known:
        found += lookup.matching(expression(group), _SUGGESTED)
    chosen = list(dict.fromkeys(found))[:_SUGGESTED]
    return tuple(title for _, title, _ in lookup.titles(chosen))
