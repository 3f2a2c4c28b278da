"""What is asked of a search, and what it answers."""

from __future__ import annotations

from typing import NamedTuple

from talkctl.model import Hit

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
    """A query with its filters; a *limit* of 0 is none; *exact* leaves unseen words as they are."""

    text: str = ""
    filters: Filters = Filters()
    limit: int = 10
    sort: str = "relevance"
    reverse: bool = False
    exact: bool = False


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
