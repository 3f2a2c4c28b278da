"""Talks like one talk, and why: what both are about, who speaks on both, the next part.

The rarest words of the talk are looked up, never all of them: what they find is compared with it
word by word, and only so many are. So a large library takes no longer than a small one.
"""

from __future__ import annotations

from typing import NamedTuple

from talkctl.model import Hit
from talkctl.search.find import restriction
from talkctl.search.question import Filters
from talkctl.search.related.comparing import Likeness, compared, is_copy
from talkctl.search.related.finding import candidates
from talkctl.search.related.reasons import explained, spellings
from talkctl.search.related.subject import subject_of
from talkctl.store.catalog import Catalog
from talkctl.store.lookup import Lookup
from talkctl.store.traits import traits

_COMPARED, _MOST_COMPARED = 40, 400
"""So many are compared word by word where ten are asked for, and where all are."""

_HALF = 2.0
"""Talks with so much in common get a score of a half."""


class Related(NamedTuple):
    """A talk like another one, and why, in words."""

    hit: Hit
    reason: str


class Kinship(NamedTuple):
    """Related talks, the closest first, and what is to be said about the answer."""

    talks: tuple[Related, ...]
    messages: tuple[str, ...]


def related(
    catalog: Catalog,
    number: int,
    filters: Filters | None = None,
    limit: int = 10,
    sort: str = "relevance",
    reverse: bool = False,
) -> Kinship:
    """The talks like talk *number* that pass *filters*, the closest *limit* of them (0: all found).

    Never the talk itself, another account of it, or what is no talk. Raises UsageError where a
    filter has a value that nothing in the library matches.
    """
    lookup = catalog.lookup
    narrowed = restriction(lookup, filters or Filters())
    narrowed.interludes = False
    subject = subject_of(lookup, number)
    if subject is None:
        return Kinship((), tuple(narrowed.messages))
    most = min(max(_COMPARED, 2 * limit), _MOST_COMPARED) if limit else _MOST_COMPARED
    others = traits(lookup, candidates(lookup, subject, narrowed)[:most])
    kept = compared(subject, [one for one in others if not is_copy(subject, one)])[: limit or None]
    kept = _sorted(lookup, kept, sort)[:: -1 if reverse else 1]
    spelt = spellings(subject, kept)
    found = []
    talks = catalog.talks(one.traits.number for one in kept)
    for one, talk in zip(kept, talks, strict=True):
        match, reason = explained(subject, one, spelt)
        found.append(Related(Hit(talk, _score(one.worth), match), reason))
    return Kinship(tuple(found), tuple(narrowed.messages))


def _sorted(lookup: Lookup, kept: list[Likeness], sort: str) -> list[Likeness]:
    if sort == "relevance":
        return kept
    order = lookup.ordered((one.traits.number for one in kept), sort, False, -1)
    places = {number: place for place, number in enumerate(order)}
    return sorted(kept, key=lambda one: places[one.traits.number])


def _score(worth: float) -> float:
    return round(worth / (worth + _HALF), 4)
