"""Which talks pass the days and hours somebody asks for, by the days of the programme.

The index knows the dates and clocks of talks. That a talk at a quarter past midnight is of the
evening before, what is the second day of an event, and what clocks elsewhere show, is found out
from the talks themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from talkctl.commands.desk import Desk
from talkctl.commands.hours import Zone, today, told_in
from talkctl.commands.sieve import Sieve
from talkctl.errors import UsageError
from talkctl.model import WEEKDAYS, Event, Talk
from talkctl.timetable.days import (
    Hours,
    WantedDay,
    day_number,
    hours_between,
    on_wanted_days,
    wanted_day,
    with_programme_days,
    within_hours,
)
from talkctl.when import shifted


class Asked(NamedTuple):
    """The days, the part of the day and the zone that are asked for."""

    zone: Zone | None = None
    days: tuple[WantedDay, ...] = ()
    hours: Hours | None = None
    typed_days: tuple[str, ...] = ()


def asked_for(sieve: Sieve, zone: Zone | None) -> Asked:
    """What *sieve* asks of days and hours, to be told in *zone*."""
    now = today(zone)
    return Asked(
        zone,
        tuple(wanted_day(day, now) for day in sieve.day or ()),
        hours_between(sieve.from_, sieve.to) if sieve.from_ or sieve.to else None,
        tuple(sieve.day or ()),
    )


def for_the_index(desk: Desk, sieve: Sieve, asked: Asked) -> Sieve:
    """*sieve* as far as the index can tell, letting pass the days beside those asked for."""
    if asked.hours:
        sieve = sieve._replace(from_=None, to=None)
    if not asked.days or any(day.number is not None for day in asked.days):
        return sieve._replace(day=None)
    lookup = desk.catalog.lookup
    dates = {one.key for one in lookup.facet_values("date")}
    weekdays = {one.key for one in lookup.facet_values("weekday")}
    days: list[str] = []
    for day in asked.days:
        if day.weekday is not None:
            near = [WEEKDAYS[(day.weekday + n) % 7] for n in ((-1, 0, 1) if asked.zone else (0, 1))]
            days += [one for one in near if one in weekdays] or [WEEKDAYS[day.weekday]]
        found = _dates(day, dates)
        if day.of_any_year and not found:
            typed = ", ".join(asked.typed_days)
            raise UsageError(f"--day {typed}: matches nothing; no talk is on that day of any year.")
        for date in found:
            around = [date, shifted(date, 1)]
            around += [shifted(date, -1)] if asked.zone else []
            days += [one for one in around if one.replace("-", "") in dates] or [date]
    return sieve._replace(day=days)


def _dates(day: WantedDay, known: Iterable[str]) -> list[str]:
    """The dates that *day* can be, where it is a date; of any year those that are *known*."""
    if not day.of_any_year:
        return [day.date] if day.date else []
    same = (one for one in sorted(known) if one.endswith(day.of_any_year.replace("-", "")))
    return [f"{one[:4]}-{day.of_any_year}" for one in same]


def passing_talks(talks: Sequence[Talk], asked: Asked, events: Sequence[Event]) -> list[Talk]:
    """Those of *talks* that are on the days and in the hours asked for, with programme days."""
    found = with_programme_days(told_in(talks, asked.zone, events))
    if asked.days:
        starts = first_days(events)
        on_days = on_wanted_days(found, asked.days, starts)
        if found and not on_days:
            raise UsageError(_no_such_day(found, asked, starts, events))
        found = on_days
    return within_hours(found, asked.hours) if asked.hours else found


def first_days(events: Sequence[Event]) -> dict[str, str]:
    """The date on which each event begins, by its id."""
    return {event.id: event.start for event in events if event.start}


def _no_such_day(
    talks: Sequence[Talk], asked: Asked, starts: dict[str, str], events: Sequence[Event]
) -> str:
    """That no talk is on the days asked for, and which there are.

    Only where the number of a day was asked for are *talks* those of all days.
    """
    numbered = talks if any(day.number is not None for day in asked.days) else ()
    numbers = {number for talk in numbered if (number := day_number(talk, starts)) is not None}
    named = {talk.event.id for talk in talks if talk.event}
    spans = {day for event in events if event.id in named for day in (event.start, event.end)}
    dates = sorted(filter(None, spans.union(talk.date for talk in talks)))
    there = [f"the days are {', '.join(map(str, sorted(numbers)[:9]))}"] if numbers else []
    there += [f"{dates[0]} to {dates[-1]}"] if dates else []
    nearest = "; ".join(there) or "no talk has a day"
    return f"--day {', '.join(asked.typed_days)}: matches nothing; {nearest}."
