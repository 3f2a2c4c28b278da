"""Which day of a programme a talk belongs to: one at a quarter past midnight to the evening before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from talkctl.errors import UsageError
from talkctl.model import WEEKDAYS, Talk
from talkctl.timetable.hours import MORNING, span_of
from talkctl.when import NO_DAY, parse_clock, parse_day, shifted

_STILL_THAT_NIGHT = timedelta(hours=2)
"""So long may a night's programme pause and still be that of the evening."""
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NUMBERED = ("day", "día", "dia", "tag", "jour")


class WantedDay(NamedTuple):
    """A day that somebody asks for: one of the four."""

    date: str | None = None
    weekday: int | None = None
    number: int | None = None
    of_any_year: str | None = None
    """``11-08`` where only the eighth of November is asked for."""


def with_programme_days(talks: Sequence[Talk]) -> list[Talk]:
    """*talks* with the day of their programme for a date.

    Programmes that know their own days say so (a start after their date). Where a calendar gives
    nothing but instants, what begins before five in the morning belongs to the evening before if
    the programme of that evening goes on until then.
    """
    moved: dict[str, str] = {}
    for several in _of_events_with_nights(talks):
        moved |= _nights(several)
    return [talk._replace(date=moved[talk.id]) if talk.id in moved else talk for talk in talks]


def _of_events_with_nights(talks: Sequence[Talk]) -> Iterable[list[Talk]]:
    nights = {talk.event for talk in talks if _in_the_small_hours(talk)}
    found = defaultdict(list)
    for talk in talks if nights else ():
        if talk.start and talk.event in nights:
            found[talk.event].append(talk)
    return found.values()


def _in_the_small_hours(talk: Talk) -> bool:
    """Whether *talk* begins before morning on the calendar day that it has for a date."""
    start = talk.start or ""
    return "" < start[11:16] < MORNING and (talk.date or start[:10]) == start[:10]


def _nights(talks: list[Talk]) -> dict[str, str]:
    """The day of each talk that belongs to the evening before, by its id."""
    spans = sorted(
        ((span, talk) for talk in talks if (span := span_of(talk)) is not None),
        key=lambda pair: pair[0].begin,
    )
    until: dict[str, datetime] = {}
    found: dict[str, str] = {}
    for span, talk in spans:
        day = talk.date or span.begin.date().isoformat()
        if _in_the_small_hours(talk):
            before = shifted(day, -1)
            if before in until and span.begin - until[before] <= _STILL_THAT_NIGHT:
                day = found[talk.id] = before
        until[day] = max(until.get(day, span.end), span.end)
    return found


def wanted_day(text: str, today: date) -> WantedDay:
    """The day that *text* asks for: a date, ``8 nov``, ``wed``, ``day 2``, ``2``, ``tomorrow``."""
    typed = " ".join(text.casefold().split())
    if typed in _RELATIVE:
        return WantedDay(date=shifted(today.isoformat(), _RELATIVE[typed]))
    weekdays = [n for n, name in enumerate(WEEKDAYS) if len(typed) >= 2 and name.startswith(typed)]
    number = typed
    for word in _NUMBERED:
        number = number.removeprefix(word).strip(" #")
    if number.isdecimal() and len(number) <= 3:
        return WantedDay(number=int(number))
    given = parse_day(typed)
    if given and len(given) > len("12-08"):
        return WantedDay(date=given)
    if len(weekdays) == 1:
        return WantedDay(weekday=weekdays[0])
    if given:
        return WantedDay(of_any_year=given)
    raise UsageError(f"--day {text}: {NO_DAY}.")


def on_wanted_days(
    talks: Iterable[Talk], wanted: Sequence[WantedDay], first_days: Mapping[str, str]
) -> list[Talk]:
    """Those of *talks*, which have their programme days, that take place on one of those days.

    *first_days* holds the date on which each event begins, by the event's id: from it the days are
    counted of which a page gives the number.
    """
    return [talk for talk in talks if any(_is_on(talk, day, first_days) for day in wanted)]


def day_number(talk: Talk, first_days: Mapping[str, str]) -> int | None:
    """Which day of its event a talk is on: as a page states it, else counted from the first."""
    first = first_days.get(talk.event.id) if talk.event else None
    if talk.day is not None or not talk.date or not first:
        return talk.day
    try:
        return (date.fromisoformat(talk.date) - date.fromisoformat(first)).days + 1
    except ValueError:
        return None


def _is_on(talk: Talk, wanted: WantedDay, first_days: Mapping[str, str]) -> bool:
    if wanted.number is not None:
        return wanted.number == day_number(talk, first_days)
    first = first_days.get(talk.event.id) if talk.event else None
    on = talk.date or (first and talk.day and shifted(first, talk.day - 1))
    if not on:
        return False
    if wanted.date:
        return on == wanted.date
    if wanted.of_any_year:
        return on[5:] == wanted.of_any_year
    try:
        return date.fromisoformat(on).weekday() == wanted.weekday
    except ValueError:
        return False


class Hours(NamedTuple):
    """A part of the day, in minutes from the midnight with which the day begins."""

    first: int = 0
    last: int = 2 * 24 * 60


def hours_between(since: str | None, until: str | None) -> Hours | None:
    """The part of a day from one clock time to another; ``None`` if either is no clock time.

    A night ends in the morning: to two o'clock is until two in the night that follows the day.
    """
    first = _minutes(since) if since else 0
    last = _minutes(until) if until else Hours().last
    if first is None or last is None:
        return None
    if until and last < _minutes_of(MORNING):
        last += 24 * 60
        if since and first < _minutes_of(MORNING):
            first += 24 * 60
    return Hours(first, last)


def within_hours(talks: Iterable[Talk], hours: Hours) -> list[Talk]:
    """Those of *talks*, which have their programme days, that begin within *hours*."""
    return [
        talk
        for talk in talks
        if (begins := _minute_of_day(talk)) is not None and hours.first <= begins <= hours.last
    ]


def _minute_of_day(talk: Talk) -> int | None:
    if talk.start:
        nights = 24 * 60 if talk.date and talk.date < talk.start[:10] else 0
        return _minutes_of(talk.start[11:16]) + nights
    if not talk.local_start:
        return None
    nights = 24 * 60 if talk.local_start < MORNING else 0
    return _minutes_of(talk.local_start) + nights


def _minutes(text: str) -> int | None:
    clock = parse_clock(text) if ":" in text or not text.strip().isdecimal() else None
    return _minutes_of(clock) if clock else None


def _minutes_of(clock: str) -> int:
    return 60 * int(clock[:2]) + int(clock[3:5])
