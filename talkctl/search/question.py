"""What is asked of a search, which talks may answer it, and what the answer holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from talkctl.model import Hit
from talkctl.store.facets import EVERYTHING, INTERLUDE, TALK
from talkctl.store.lookup import Lookup, any_of, has_facet

if TYPE_CHECKING:
    from talkctl.search.query import Clause

SORTS = ("relevance", "date", "title", "event")


class Filters(NamedTuple):
    """What a talk must be to be listed; several values of one filter mean any of them.

    ``has`` is the exception: all its values must be met.
    """

    event: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    room: tuple[str, ...] = ()
    track: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    has: tuple[str, ...] = ()


class Question(NamedTuple):
    """A query with its filters; a *limit* of 0 is none; *exact* leaves unseen words as they are.

    *field* is one of ``query.TEXT_FIELDS``, to look for all words in it.
    """

    text: str = ""
    filters: Filters = Filters()
    limit: int = 10
    sort: str = "relevance"
    reverse: bool = False
    exact: bool = False
    field: str | None = None


class Findings(NamedTuple):
    """The answer: the first hits, how many there are in all, and what is to be said about it.

    *nearest* holds titles to suggest where nothing was found. In a large library the number of
    talks with a common word is not counted to the end; then *total* is a lower bound.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    total_is_exact: bool = True
    messages: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


class Restriction:
    """What talks must and must not be, as expressions over the index, and what is to be said.

    With *facets_only*, the index of titles is enough to tell whether a talk is as required.
    """

    def __init__(self) -> None:
        self.required: list[str] = []
        self.excluded_facts: list[str] = []
        self.excluded: list[str] = []
        self.messages: list[str] = []
        self.interludes = False
        self.facets_only = True

    @property
    def expression(self) -> str:
        """One expression for all of it, met by every talk that passes."""
        everything = EVERYTHING if self.interludes else TALK
        return self.within(has_facet(everything, ("",)), always=False)

    def without_texts(self) -> Restriction:
        """The same, as far as the index of titles can tell."""
        result = Restriction()
        result.required, result.excluded_facts = self.required, self.excluded_facts
        result.interludes = self.interludes
        return result

    def within(self, expression: str, always: bool = True) -> str:
        """*expression*, narrowed to the talks that pass."""
        met = " AND ".join([expression, *self.required])
        excluded = self.excluded + self.excluded_facts
        if always and not self.interludes:
            excluded.append(has_facet(INTERLUDE, ("",)))
        return f"({met}) NOT {any_of(excluded)}" if excluded else f"({met})"


def restriction(lookup: Lookup, filters: Filters, clauses: Sequence[Clause] = ()) -> Restriction:
    """What *filters* and the facts named in a query ask of talks."""
    result = Restriction()
    if filters != Filters() or any(clause.facts for clause in clauses):
        from talkctl.search.filters import restrict

        restrict(lookup, result, filters, clauses)
    return result
