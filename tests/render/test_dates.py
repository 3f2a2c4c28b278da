"""Dates, hours and lengths as people read them."""

from __future__ import annotations

from datetime import datetime

import pytest

from talkctl.model import EventName, Talk
from talkctl.render.dates import (
    clocks_of,
    date_span,
    hours,
    length,
    long_date,
    moment_heading,
    span,
    weekday_date,
    when,
    when_briefly,
    zone,
)
from talkctl.render.objects import talk_object


def talk(**known: object) -> dict[str, object]:
    """A talk of which just *known* is known."""
    return talk_object(Talk("a", "b", "c", **known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2016-11-08", "2016-11-09", "8–9 Nov 2016"),
        ("2016-11-08", "2016-11-08", "8 Nov 2016"),
        ("2017-11-30", "2017-12-02", "30 Nov – 2 Dec 2017"),
        ("2017-12-30", "2018-01-02", "30 Dec 2017 – 2 Jan 2018"),
        ("2017-12-30", None, "30 Dec 2017"),
        (None, "2017-12-30", "30 Dec 2017"),
        (None, None, ""),
        ("soon", "later", "soon"),
        ("2017-12-30", "later", "30 Dec 2017"),
    ],
)
def test_a_span_says_no_more_than_it_must(start: str | None, end: str | None, span: str) -> None:
    """Month and year are told once where they are the same."""
    assert date_span(start, end) == span


def test_dates_are_told_in_words() -> None:
    """A date has its weekday; what is no date stays as it is."""
    assert long_date("2017-12-15") == "15 December 2017"
    assert weekday_date("2016-11-08") == "Tuesday 8 November 2016"
    assert weekday_date("someday") == "someday"


def test_hours_are_those_on_the_wall() -> None:
    """Hours are told as at the event, whether a date is known or not."""
    start, end = "2016-11-08T11:00:00-08:00", "2016-11-08T11:40:00-08:00"
    assert hours(talk(start=start, end=end)) == "11:00–11:40"
    assert hours(talk(start=start)) == "11:00"
    assert hours(talk(local_start="19:00", local_end="19:30")) == "19:00–19:30"
    assert hours(talk()) == ""


def test_clocks_that_are_changed_meanwhile_are_told() -> None:
    """An hour from half past two to half past two is no riddle, and no zone is named twice."""
    start, end = "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"
    assert hours(talk(start=start, end=end)) == "02:30–02:30 UTC+1"
    assert zone(talk(start="2026-10-25T02:30:00+00:00", timezone="UTC")) == "UTC"


@pytest.mark.parametrize(
    ("known", "begin", "end"),
    [
        ({"start": "2026-03-28T10:00:00+01:00", "end": "2026-03-28T11:00:00+01:00"},
         "2026-03-28T10:00:00+01:00", "2026-03-28T11:00:00+01:00"),
        ({"start": "2026-03-28T10:00:00+01:00", "duration": 30},
         "2026-03-28T10:00:00+01:00", "2026-03-28T10:30:00+01:00"),
        ({"start": "2026-03-28T10:00:00+01:00", "end": "2026-03-28T09:00:00+01:00", "duration": 30},
         "2026-03-28T10:00:00+01:00", "2026-03-28T10:30:00+01:00"),
        ({"start": "2026-03-28T10:00:00+01:00", "end": "2026-03-28T11:00:00"},
         "2026-03-28T10:00:00+01:00", None),
        ({"date": "2026-03-28", "local_start": "23:30", "local_end": "00:30"},
         "2026-03-28T23:30:00", "2026-03-29T00:30:00"),
        ({"date": "2026-03-28", "local_start": "04:59"}, "2026-03-29T04:59:00", None),
        ({"date": "2026-03-28", "local_start": "05:00", "duration": 20},
         "2026-03-28T05:00:00", "2026-03-28T05:20:00"),
        ({"date": "2026-03-28", "local_start": "22:00", "local_end": "21:00"},
         "2026-03-28T22:00:00", "2026-03-29T21:00:00"),
    ],
)  # fmt: skip
def test_a_span_is_from_when_to_when(known: dict[str, object], begin: str, end: str | None) -> None:
    """Instants, or what clocks show where no zone is known; a night is of the evening before."""
    found = span(talk(**known))
    assert found == (
        datetime.fromisoformat(begin), datetime.fromisoformat(end) if end else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "known",
    [{}, {"date": "2026-03-28"}, {"local_start": "10:00"}, {"start": "2026-03-28T10:00:00"},
     {"start": "soon"}, {"date": "someday", "local_start": "10:00"}],
)  # fmt: skip
def test_without_day_and_hour_there_is_no_span(known: dict[str, object]) -> None:
    """Nor where they make no sense, nor where an instant has no zone."""
    assert span(talk(**known)) is None


def test_the_clocks_of_several_talks_are_told_at_once() -> None:
    """By one zone with what it differs from UTC, by several, or not at all."""
    at = "2026-03-{}T10:00:00+0{}:00".format
    berlin = [
        talk(start=at(day, ahead), timezone="Europe/Berlin") for day, ahead in ((28, 1), (29, 2))
    ]
    utc = talk(start="2026-03-28T10:00:00+00:00", timezone="UTC")
    assert clocks_of(berlin[:1]) == "Europe/Berlin, UTC+1"
    assert clocks_of(berlin) == "Europe/Berlin, UTC+1, then UTC+2"
    assert clocks_of([utc]) == "UTC"
    assert clocks_of([talk(local_start="10:00")]) == ""


@pytest.mark.parametrize(
    ("start", "timezone", "told"),
    [
        ("2016-11-08T11:00:00-08:00", "America/Los_Angeles", "America/Los_Angeles, UTC−8"),
        ("2016-11-08T11:00:00+05:30", None, "UTC+5:30"),
        ("2016-11-08T11:00:00+00:00", None, "UTC"),
        ("2016-11-08T11:00:00", "PST", "PST"),
        (None, None, ""),
    ],
)
def test_the_zone_is_named(start: str | None, timezone: str | None, told: str) -> None:
    """A zone is told by its name and by what its clocks differ from UTC."""
    assert zone(talk(start=start, timezone=timezone)) == told


def test_publication_does_not_pass_for_the_talk() -> None:
    """Where only a recording has a date, it says that it is published, not given, then."""
    assert when(talk(date="2016-11-08", published="2017-01-01")) == "8 Nov 2016"
    assert when(talk(day=3, published="2017-01-01")) == "day 3"
    assert when(talk(published="2017-01-01")) == "published 2017"
    assert when(talk()) == ""


def test_a_year_is_not_told_twice() -> None:
    """An event with the year in its name needs no year of publication beside it."""
    event = EventName("kubecon-2017", "KubeCon")
    assert when_briefly(talk(published="2017-01-01", event=event)) == ""
    assert when_briefly(talk(published="2018-01-01", event=event)) == "published 2018"
    assert when_briefly(talk(date="2017-01-01", event=event)) == "1 Jan 2017"


def test_lengths_are_told_in_hours_and_minutes() -> None:
    """Long things take hours; what nobody timed takes no room."""
    assert [length(minutes) for minutes in (32, 60, 605, None)] == [
        "32 min",
        "1 h 00 min",
        "10 h 05 min",
        "",
    ]


def test_a_moment_is_told_with_its_clocks() -> None:
    """By the name of the zone, by what it differs from UTC, or by neither."""
    moment = datetime.fromisoformat("2013-02-02T11:20:00+01:00")
    assert moment_heading(moment, "Europe/Brussels") == (
        "Saturday 2 February 2013, 11:20 (Europe/Brussels, UTC+1)"
    )
    assert moment_heading(moment, None) == "Saturday 2 February 2013, 11:20 (UTC+1)"
    assert moment_heading(moment.replace(tzinfo=None), None) == "Saturday 2 February 2013, 11:20"
