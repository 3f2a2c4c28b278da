"""All talks that pass the filters, in an order asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from talkctl.model import WEEKDAYS, Hit, Match
from talkctl.search.question import Clause, Filters, Findings, Question, Restriction
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import facet_key
from talkctl.store.lookup import Lookup, any_of, has_facet

FULL_RANKING = 5000
"""In a library of up to so many talks each one that has a word of the query is scored."""

_COUNTED = 50_000
"""Talks that pass the filters are counted no further."""


def restriction(lookup: Lookup, filters: Filters, clauses: Sequence[Clause] = ()) -> Restriction:
    """What *filters* and the facts named in a query ask of talks."""
    result = Restriction()
    if filters != Filters() or any(clause.facts for clause in clauses):
        from talkctl.search.filters import restrict

        restrict(lookup, result, filters, clauses)
    return result


def select(
    catalog: Catalog,
    filters: Filters,
    sort: str | None = "event",
    reverse: bool = False,
    limit: int = 0,
    interludes: bool = False,
) -> tuple[list[int], tuple[str, ...]]:
    """The numbers of all talks that pass *filters*, sorted, and what is to be said about them.

    Without a *sort* they are in the library's own order. With *interludes*, also of what stands in a
    programme without being a talk.
    """
    narrowed = restriction(catalog.lookup, filters)
    narrowed.interludes = narrowed.interludes or interludes
    if sort is None:
        order = catalog.lookup.matching(narrowed.expression, limit or -1)[::-1]
    else:
        order = in_given_order(catalog.lookup, narrowed.expression, sort, reverse, limit)
    return order, tuple(narrowed.messages)


def in_given_order(
    lookup: Lookup, expression: str, sort: str, reverse: bool, limit: int
) -> list[int]:
    """The talks that meet *expression*, sorted; by date without looking at more than needed."""
    if sort != "date" or not limit or lookup.talk_count <= FULL_RANKING:
        return lookup.ordered(expression, sort, reverse, limit or -1)
    order: list[int] = []
    for given in _day_by_day(lookup, expression, reverse):
        if len(order) >= limit:
            break
        order += lookup.ordered(given, sort, reverse, limit - len(order))
    return order


def _day_by_day(lookup: Lookup, expression: str, reverse: bool) -> Iterator[str]:
    """*expression* narrowed to the talks of each day, the latest first, and to those of no known day.

    A talk without a date is of the day on which its event begins.
    """
    dated = {one.value: has_facet("date", (one.key,)) for one in lookup.facet_values("date")}
    begun: dict[str, list[str]] = defaultdict(list)
    for event, start in lookup.event_starts():
        begun[start[:10]].append(facet_key(event))
    undated = f"({expression} NOT {has_facet('weekday', WEEKDAYS)})"
    every = chain(*begun.values())
    unknown = f"({undated} NOT {has_facet('event', every)})" if begun else undated
    if reverse:
        yield unknown
    for day in sorted({*dated, *begun}, reverse=not reverse):
        given = [f"({expression} AND {dated[day]})"] if day in dated else []
        if day in begun:
            given.append(f"({undated} AND {has_facet('event', begun[day])})")
        yield any_of(given)
    if not reverse:
        yield unknown


def listing(
    catalog: Catalog, question: Question, narrowed: Restriction, messages: tuple[str, ...] = ()
) -> Findings:
    """All talks that pass, after what else is to be said in *messages*."""
    lookup = catalog.lookup
    sort = "date" if question.sort == "relevance" else question.sort
    if lookup.talk_count > FULL_RANKING and question.sort == "relevance":
        order = lookup.matching(narrowed.expression, question.limit or -1)
    else:
        order = in_given_order(lookup, narrowed.expression, sort, question.reverse, question.limit)
    total = lookup.count(narrowed.expression, _COUNTED) if question.counted else 0
    return Findings(
        hits=tuple(Hit(talk, 1.0, Match()) for talk in catalog.talks(order)),
        total=max(total, len(order)),
        total_is_exact=question.counted and total < _COUNTED,
        messages=(*narrowed.messages, *messages),
    )
