"""On which day a talk is, and which days and hours somebody asks for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.errors import UsageError
from talkctl.model import EventName, Talk
from talkctl.timetable.days import (
    WantedDay,
    hours_between,
    on_wanted_days,
    wanted_day,
    with_programme_days,
    within_hours,
)

TIDE = EventName("tide", "Tide Days")
TODAY = date(2026, 3, 27)


def talk(start: str, end: str | None = None, day: str | None = None, **more: object) -> Talk:
    """A talk at an instant, whose date is that of the clock unless *day* says otherwise."""
    made = Talk(start, start, start, event=TIDE, start=start, end=end, date=day or start[:10])
    return made._replace(**more)  # type: ignore[arg-type]


EVENING = talk("2026-03-28T23:00:00+01:00", "2026-03-29T00:00:00+01:00")
NIGHT = talk("2026-03-29T00:15:00+01:00", "2026-03-29T01:15:00+01:00")
LATE = talk("2026-03-29T03:30:00+02:00")
MORNING = talk("2026-03-29T10:00:00+02:00")


def test_what_goes_on_past_midnight_is_of_the_evening_before() -> None:
    """A calendar gives instants alone; the night's talks follow one another until the morning."""
    days = [one.date for one in with_programme_days([MORNING, LATE, NIGHT, EVENING])]
    assert days == ["2026-03-29", "2026-03-28", "2026-03-28", "2026-03-28"]


def test_a_morning_run_after_a_quiet_night_is_of_its_own_day() -> None:
    """Before five in the morning alone says nothing: the evening's programme was long over."""
    run = talk("2026-03-29T04:30:00+02:00")
    afternoon = talk("2026-03-28T17:00:00+01:00", "2026-03-28T18:00:00+01:00")
    assert [one.date for one in with_programme_days([afternoon, run])][1] == "2026-03-29"


def test_a_programme_pauses_for_two_hours_at_most() -> None:
    """What begins in the night later than that is no part of it, and so is what has no hour."""
    party = talk("2026-03-28T23:00:00+01:00", "2026-03-29T01:00:00+01:00")
    soon, later = (talk(f"2026-03-29T{hour}:00+02:00") for hour in ("04:00", "04:01"))
    bare = Talk("bare", "b", "b", event=TIDE)
    other = NIGHT._replace(id="other", event=EventName("other", "Other"))
    assert [one.date for one in with_programme_days([party, soon, bare])] == [
        "2026-03-28", "2026-03-28", None,
    ]  # fmt: skip
    assert [one.date for one in with_programme_days([party, later, other])] == [
        "2026-03-28", "2026-03-29", "2026-03-29",
    ]  # fmt: skip


def test_a_calendar_without_dates_has_those_of_its_clocks() -> None:
    """The night is that of the evening before all the same, and the morning nobody's but its own."""
    found = with_programme_days([one._replace(date=None) for one in (EVENING, NIGHT, MORNING)])
    assert [one.date for one in found] == [None, "2026-03-28", None]


def test_a_programme_that_knows_its_days_is_believed() -> None:
    """A start after its date is a night already; nothing is moved twice."""
    known = talk("2026-03-29T00:15:00+01:00", day="2026-03-28")
    assert with_programme_days([known, EVENING]) == [known, EVENING]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-28", WantedDay(date="2026-03-28")), ("2026-3-8", WantedDay(date="2026-03-08")),
        ("28 March 2026", WantedDay(date="2026-03-28")), ("wed", WantedDay(weekday=2)),
        ("Wednesday", WantedDay(weekday=2)), ("day 2", WantedDay(number=2)),
        ("2", WantedDay(number=2)), ("Día 3", WantedDay(number=3)),
        ("27.3.2026", WantedDay(date="2026-03-27")), ("2026-3-7", WantedDay(date="2026-03-07")),
        ("27 March", WantedDay(of_any_year="03-27")), ("feb 29", WantedDay(of_any_year="02-29")),
        ("day #12", WantedDay(number=12)),
        ("999", WantedDay(number=999)), ("yesterday", WantedDay(date="2026-03-26")),
        ("today", WantedDay(date="2026-03-27")), ("Tomorrow", WantedDay(date="2026-03-28")),
    ],
)  # fmt: skip
def test_days_are_asked_for_as_people_say_them(text: str, day: WantedDay) -> None:
    """A date, with its year or without, a weekday or its beginning, the number of a day, today."""
    assert wanted_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["t", "w", "1000", "2026-13-1", "1-2", "20260-3-8", "someday"])
def test_what_may_be_several_days_or_none_is_refused(text: str) -> None:
    """One letter of a weekday, a number that no day has, half a date."""
    with pytest.raises(UsageError, match="--day"):
        wanted_day(text, TODAY)


@given(st.text(max_size=30))
def test_what_is_no_day_is_a_usage_error(text: str) -> None:
    """Any text is one day, or refused; nothing else happens."""
    try:
        found = wanted_day(text, TODAY)
    except UsageError:
        return
    assert sum(part is not None for part in found) == 1


def test_days_are_counted_from_the_first_of_the_event() -> None:
    """The second day is the date after the first, whatever of it passes; a page's own number wins."""
    third = talk("2026-03-30T10:00:00+02:00")
    stated = Talk("x", "x", "x", event=TIDE, day=3)
    found = on_wanted_days([MORNING, third, stated], [WantedDay(number=3)], {"tide": "2026-03-28"})
    assert found == [third, stated]
    assert on_wanted_days([stated], [WantedDay(date="2026-03-30")], {}) == []
    assert on_wanted_days([MORNING], [WantedDay(number=2)], {}) == []
    assert on_wanted_days([MORNING._replace(event=None)], [WantedDay(number=2)], {}) == []


def test_weekdays_and_dates_are_those_of_the_programme() -> None:
    """Saturday's night is Saturday's."""
    night = NIGHT._replace(date="2026-03-28")
    assert on_wanted_days([night, MORNING], [WantedDay(weekday=5)], {}) == [night]
    assert on_wanted_days([night, MORNING], [WantedDay(date="2026-03-29")], {}) == [MORNING]
    assert on_wanted_days([night, MORNING], [WantedDay(of_any_year="03-28")], {}) == [night]


def test_a_night_ends_in_the_morning() -> None:
    """From ten to two is four hours of one evening, and to two alone goes on past midnight."""
    night = NIGHT._replace(date="2026-03-28")
    every = [MORNING, EVENING, night]
    for since, until, found in (
        ("22:00", "02:00", [EVENING, night]), (None, "02:00", every), ("00:00", None, every),
        ("22:00", None, [EVENING, night]), ("00:00", "02:00", [night]), ("09:00", "11:00", [MORNING]),
    ):  # fmt: skip
        hours = hours_between(since, until)
        assert hours is not None
        assert within_hours(every, hours) == found, (since, until)


def test_local_hours_are_hours() -> None:
    """Both ends belong to it; a local night follows its evening, and what has no hour passes nothing."""
    local = Talk("local", "l", "l", event=TIDE, date="2026-03-28", local_start="10:30")
    night, bare = local._replace(local_start="00:45"), local._replace(local_start=None)
    for since, until, found in (
        ("10:30", "10:30", [local]), ("10:31", None, [night]), (None, "10:29", []),
        ("00:45", "00:45", [night]), ("00:46", "04:00", []), ("00:00", "23:59", [local]),
    ):  # fmt: skip
        hours = hours_between(since, until)
        assert hours is not None
        assert within_hours([local, night, bare], hours) == found, (since, until)


def test_dates_are_no_hours() -> None:
    """--from takes both; what is a date is left to the index."""
    assert hours_between("2026-03-28", None) is None
    assert hours_between("2026", None) is None
    assert hours_between("10:00", "nine") is None
    assert hours_between("04:59", None) == (4 * 60 + 59, 48 * 60)
    assert hours_between("2pm", "15:30") == (14 * 60, 15 * 60 + 30)
