"""Dates, hours, zones and lengths come out as plain ISO text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.when import (
    clock_of,
    clock_range,
    instant,
    is_local,
    no_zone,
    parse_clock,
    parse_date,
    parse_day,
    parse_day_heading,
    parse_length,
    shifted,
    zone_offset,
)


@pytest.mark.parametrize(
    "text",
    [
        "8 Nov 2016", "8 November 2016", "Tuesday November 8, 2016", "November 8th, 2016",
        "Nov. 8, 2016", "2016-11-08", "8. November 2016", "8 de noviembre de 2016",
        "8 novembre 2016", "8 novembro 2016",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    """Order, ordinals, weekdays and languages make no difference."""
    assert parse_date(text) == "2016-11-08"


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ("january jan januar januari janvier enero janeiro gennaio jänner", 1),
        ("february feb februar février febrero fevereiro febbraio", 2),
        ("march märz maart mars marzo março", 3), ("april apr abril aprile avril", 4),
        ("may mai mei mayo maio maggio", 5), ("june juni juin junio junho giugno", 6),
        ("july juli juillet julio julho luglio", 7), ("august aug août agosto augusti", 8),
        ("september sept septembre septiembre setembro settembre", 9),
        ("october oktober octobre octubre outubro ottobre", 10),
        ("november nov novembre noviembre novembro", 11),
        ("december dezember décembre diciembre dezembro dicembre", 12),
    ],
)  # fmt: skip
def test_months_have_names_in_many_languages(names: str, number: int) -> None:
    """Whole, or cut off as long as it is certain which is meant."""
    for name in names.split():
        assert parse_date(f"8 {name} 2016") == f"2016-{number:02}-08", name


@pytest.mark.parametrize("text", ["31 Feb 2016", "Nov 2016", "8 Nov", "tomorrow", "", "8/11/2016"])
def test_what_is_no_certain_date_is_none(text: str) -> None:
    """Days that do not exist and orders that are not certain are no dates."""
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("11:00am", "11:00"), ("7pm", "19:00"), ("12:30pm", "12:30"), ("12:00am", "00:00"),
        ("12 AM", "00:00"), ("19:30", "19:30"), ("19h30", "19:30"), ("19h", "19:00"),
        ("7 p.m.", "19:00"), ("18 Uhr", "18:00"), ("9.15am", "09:15"), ("25:00", None),
        ("7:61", None), ("seven", None), ("23:59", "23:59"), ("24:00", None), ("7:60pm", None),
        ("19:30 pm", "19:30"), ("19:60 pm", None),
    ],
)  # fmt: skip
def test_an_hour_is_read_on_a_24_hour_clock(text: str, clock: str | None) -> None:
    """Noon is 12:00 and midnight 00:00."""
    assert parse_clock(text) == clock


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("06:30", "07:00 PM", ("18:30", "19:00")),
        ("11:30", "12:15 PM", ("11:30", "12:15")),
        ("11:45", "12:30 PM", ("11:45", "12:30")),
        ("11pm", "12:30", ("23:00", "00:30")),
        ("9:30am", "1:00", ("09:30", "13:00")),
        ("18:30", "19:00", ("18:30", "19:00")),
        ("10:40pm", "11:10pm", ("22:40", "23:10")),
        ("10:30am", "10:45", ("10:30", "10:45")),
        ("9:45", "10:15am", ("09:45", "10:15")),
        ("7:50", "8:05 PM", ("19:50", "20:05")),
        ("12:30", "1:00", ("12:30", "13:00")),
        ("22:00", "1:00", ("22:00", "01:00")),
    ],
)
def test_the_end_that_is_silent_lies_in_the_half_that_makes_the_shorter_span(
    start: str, end: str, span: tuple[str, str]
) -> None:
    """``06:30 - 07:00 PM`` is an evening, ``11:30 - 12:15 PM`` begins in the morning."""
    assert clock_range(start, end) == span


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [
        ("PST", -480),
        ("CET", 60),
        ("UTC", 0),
        ("GMT+2", 120),
        ("+05:30", 330),
        ("UTC-3", -180),
        ("EDT", -240),
        ("MDT", -360),
        ("AEST", 600),
        ("SGT", 480),
        ("-0330", -210),
    ],
)
def test_a_certain_zone_has_an_offset(zone: str, minutes: int) -> None:
    """Letters in use for one zone, and numbers."""
    offset = zone_offset(zone)
    assert offset is not None
    assert offset.total_seconds() == minutes * 60


@pytest.mark.parametrize("zone", ["CST", "IST", "XYZ", "", "GMT+99"])
def test_an_ambiguous_zone_has_none(zone: str) -> None:
    """CST is Chicago or Shanghai, so no instant follows from it."""
    assert zone_offset(zone) is None
    assert instant("2016-11-08", "11:00", zone) is None


def test_an_instant_carries_its_offset() -> None:
    """Day, clock and zone make ISO 8601."""
    assert instant("2016-11-08", "11:00", "PST") == "2016-11-08T11:00:00-08:00"


@pytest.mark.parametrize(
    ("day", "days", "date"),
    [
        ("2016-12-31", 1, "2017-01-01"), ("2016-03-01", -1, "2016-02-29"),
        ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"), ("soon", 1, "soon"),
    ],
)  # fmt: skip
def test_a_date_is_followed_by_the_next(day: str, days: int, date: str) -> None:
    """Where there is none, it stays."""
    assert shifted(day, days) == date


def test_a_moment_shows_a_clock() -> None:
    """An instant and a local time with its date as well as a clock time alone."""
    assert clock_of("2016-11-08T11:30:00-08:00") == "11:30"
    assert clock_of("2016-11-08T11:30") == clock_of("11:30") == "11:30"
    assert is_local("11:30")
    assert is_local("2016-11-08T11:30:00")
    assert not is_local("2016-11-08T11:30:00Z")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("35 minutes", 35), ("1 minute", 1), ("1:03 hours", 63), ("2 hours", 120), ("1 hour", 60),
        ("1h 5m", 65), ("45 seconds", 1), ("12 seconds", 0), ("1:30 minutes", 2), ("1:29 min", 1),
        ("1.5 hours", 90), ("3 parsecs", None),
    ],
)  # fmt: skip
def test_a_length_is_whole_minutes(text: str, minutes: int | None) -> None:
    """Hours, minutes and seconds are rounded to minutes."""
    assert parse_length(text) == minutes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday, November 8", (11, 8, None)),
        ("Saturday, 21 October", (10, 21, None)),
        ("Wed Dec 6, 2017", (12, 6, 2017)),
        ("Tuesday, November 31", (11, 31, None)),
        ("Tuesday, November 32", None),
        ("Tuesday, Novembre 8", (11, 8, None)),
        ("Tuesday, Nowhere 8", None),
        ("November 8", None),
        ("Tuesday", None),
    ],
)
def test_a_day_heading_names_weekday_month_and_day(
    text: str, day: tuple[int, int, int | None] | None
) -> None:
    """The year may be missing, the weekday may not."""
    assert parse_day_heading(text) == day


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_times(text: str) -> None:
    """Whatever a page says, the answer is a time or nothing."""
    for read in (parse_date, parse_clock, parse_length, parse_day_heading, zone_offset):
        read(text)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Europe/Brussel", "did you mean Europe/Brussels?"),
        ("brussels", "did you mean Europe/Brussels?"),
        ("New York", "did you mean America/New_York?"),
        ("Mars", "try Europe/Berlin"),
        ("", "try Europe/Berlin"),
    ],
)
def test_a_zone_that_is_none_is_answered_with_the_nearest(name: str, meant: str) -> None:
    """A slip, or a city alone."""
    assert meant in no_zone(name)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-12-8", "2017-12-08"), ("8.12.2017", "2017-12-08"), ("8 Dec 2017", "2017-12-08"),
        ("8 dec", "12-08"), ("December 8", "12-08"), ("29 feb", "02-29"), ("30 feb", None),
        ("dec", None), ("8", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_needs_no_year(text: str, day: str | None) -> None:
    """Without one it is that day of any year."""
    assert parse_day(text) == day
