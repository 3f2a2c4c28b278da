"""When a talk begins and ends, by the clocks of its own place or as an instant."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import NamedTuple

from talkctl.model import Talk
from talkctl.when import zone_offset

MORNING = "05:00"
"""What begins before is the end of a night and not the beginning of a day."""

_LENGTH_UNKNOWN = 30
"""Minutes that a talk without an end is taken to last, as most do."""


class Span(NamedTuple):
    """Beginning and end of a talk; *stated* is false where nobody says when it ends.

    Where no zone is known they are what the clocks there show, written as if it were in UTC.
    """

    begin: datetime
    end: datetime
    stated: bool = True


class Moment(NamedTuple):
    """A moment as a clock shows it, and which instant that is where the clock's zone is known."""

    wall: datetime
    instant: datetime | None = None

    def at(self, talk: Talk) -> datetime:
        """The moment in the terms in which :func:`span_of` tells of *talk*."""
        if not talk.start:
            return self.wall.replace(tzinfo=UTC)
        return self.instant or self.wall.replace(tzinfo=zone_of(talk))


def span_of(talk: Talk) -> Span | None:
    """When *talk* begins and ends, if its day and its hour are known."""
    try:
        return _instants(talk) if talk.start else _clocks(talk)
    except (ValueError, OverflowError):
        return None


@cache
def instant(moment: str) -> float:
    """Seconds since 1970 at *moment*, to put talks in order; 0 where it is no instant."""
    try:
        told = datetime.fromisoformat(moment)
        return told.timestamp() if told.tzinfo else 0.0
    except (ValueError, OverflowError):
        return 0.0


def zone_of(talk: Talk) -> tzinfo:
    """The zone that the hours of *talk*, which has an instant, are told in."""
    named = zone_called(talk.timezone) if talk.timezone else None
    return named or datetime.fromisoformat(talk.start or "").tzinfo or UTC


@lru_cache(maxsize=64)
def zone_called(name: str) -> tzinfo | None:
    """The zone of IANA's name, an abbreviation or an offset; ``None`` if nobody knows it."""
    offset = zone_offset(name)
    if offset is not None:
        return timezone(offset)
    from zoneinfo import ZoneInfo  # a library without clocks to convert does without it

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def as_clocks_show(talk: Talk, zone: tzinfo, name: str) -> Talk:
    """*talk* with its hours and day as clocks show them in *zone*, which is called *name*.

    A talk whose own zone nobody names stays as it is.
    """
    if not talk.start:
        return talk
    start = _moved(talk.start, zone)
    end = _moved(talk.end, zone) if talk.end else None
    return talk._replace(start=start, end=end, timezone=name, date=start[:10])


def _moved(moment: str, zone: tzinfo) -> str:
    try:
        return datetime.fromisoformat(moment).astimezone(zone).isoformat()
    except (ValueError, OverflowError):
        return moment


def _instants(talk: Talk) -> Span | None:
    begin = datetime.fromisoformat(talk.start or "")
    end = datetime.fromisoformat(talk.end) if talk.end else None
    if begin.tzinfo is None or (end and end.tzinfo is None):
        return None
    return _span(begin, end if end and end > begin else None, talk)


def _clocks(talk: Talk) -> Span | None:
    if not talk.date or not talk.local_start:
        return None
    begin = _on(talk.date, talk.local_start)
    if talk.local_start < MORNING:
        begin += timedelta(days=1)
    if not talk.local_end:
        return _span(begin, None, talk)
    end = begin.replace(hour=int(talk.local_end[:2]), minute=int(talk.local_end[3:5]))
    return _span(begin, end if end > begin else end + timedelta(days=1), talk)


def _on(date: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{date}T{clock[:5]}:00+00:00")


def _span(begin: datetime, end: datetime | None, talk: Talk) -> Span:
    if end:
        return Span(begin, end)
    return Span(
        begin,
        begin + timedelta(minutes=talk.duration or _LENGTH_UNKNOWN),
        talk.duration is not None,
    )
