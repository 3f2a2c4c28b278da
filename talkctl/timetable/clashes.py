"""Which talks of one's own programme get in one another's way, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from talkctl.model import Talk
from talkctl.timetable.hours import Span, span_of


class Clash(NamedTuple):
    """Two talks nobody can both hear in full: *second* begins before *first* is over.

    *minutes* is for how long; with a buffer for the walk from room to room it may be that nothing
    overlaps and *short* minutes are missing for the walk.
    """

    first: Talk
    second: Talk
    minutes: int
    short: int = 0


class Way(NamedTuple):
    """How one comes to a talk: *free* minutes after the one before, and from which other room."""

    free: int
    from_room: str | None


def clashes(talks: Iterable[Talk], buffer: int = 0) -> list[Clash]:
    """Each pair of *talks* that overlap, or lie less than *buffer* minutes apart in two rooms.

    Talks whose hours or zones are not known clash with nothing; cancelled ones neither.
    """
    spans = _in_order(talk for talk in talks if talk.status is None)
    found = []
    for place, (first_span, first) in enumerate(spans):
        for second_span, second in spans[place + 1 :]:
            if bool(first.start) != bool(second.start):
                continue
            between = (second_span.begin - first_span.end).total_seconds() / 60
            if between >= buffer:
                break
            if between < 0:
                both = min(first_span.end, second_span.end) - second_span.begin
                found.append(Clash(first, second, round(both.total_seconds() / 60)))
            elif first.room != second.room:
                found.append(Clash(first, second, 0, round(buffer - between)))
    return found


def ways(talks: Sequence[Talk]) -> dict[str, Way]:
    """How one comes to each of *talks*, which are in time order, from those before on its day, by id.

    There is no way to the first of a day, nor to a talk that overlaps one before.
    """
    found = {}
    before: tuple[Span, Talk] | None = None
    for talk in talks:
        span = span_of(talk) if talk.status is None else None
        if span is None:
            continue
        if before and before[1].date == talk.date and bool(before[1].start) == bool(talk.start):
            room = before[1].room if before[1].room != talk.room else None
            free = round((span.begin - before[0].end).total_seconds() / 60)
            if free >= 0:
                found[talk.id] = Way(free, room)
        if not before or span.end >= before[0].end:
            before = span, talk
    return found


def _in_order(talks: Iterable[Talk]) -> list[tuple[Span, Talk]]:
    spans = [(span, talk) for talk in talks if (span := span_of(talk)) is not None]
    return sorted(spans, key=lambda pair: (pair[0], pair[1].id))
