"""VTIMEZONE (RFC 5545, 3.6.5): what the clocks of a zone show in the years that a calendar needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_STEP = timedelta(days=7)
"""No zone changes its clocks and back within a week."""


def vtimezone(name: str, years: Iterable[int]) -> Timezone:
    """The definition of the zone called *name*, good for the *years* given."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = ZoneInfo(name)
    made = Timezone()
    made.add("tzid", name)
    for onset in (onset for year in sorted(set(years)) for onset in _onsets(zone, year)):
        after = onset.astimezone(zone)
        before = _offset(zone, onset - timedelta(seconds=1))
        part = TimezoneDaylight() if after.dst() else TimezoneStandard()
        # The onset is told by the clocks as they are before it.
        part.add("dtstart", (onset + before).replace(tzinfo=None))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", _offset(zone, onset))
        part.add("tzname", after.tzname() or name)
        made.add_component(part)
    return made


def _onsets(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """The beginning of *year*, and each instant in it at which clocks are changed."""
    begin = datetime(year, 1, 1, tzinfo=zone).astimezone(UTC)
    end = begin + timedelta(days=366)
    yield begin
    while begin < end:
        later = begin + _STEP
        if _offset(zone, begin) != _offset(zone, later):
            yield _change(zone, begin, later)
        begin = later


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second between the two at which clocks are changed."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        if _offset(zone, middle) == _offset(zone, before):
            before = middle
        else:
            after = middle
    return after


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)
