"""What calendars read: RFC 5545, as a library for it and one for zones understand it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from talkctl.model import Link, Talk
from talkctl.render import left_out
from talkctl.render.answer import Answer
from talkctl.render.objects import talk_object

from .exported import exported
from .talks import billed
from .tide import KNOTS, LUNCH, MOORINGS, TIDES


def events_of(talks: Sequence[Talk]) -> dict[str, Any]:
    """The events of the calendar that is written of *talks*, by their UIDs."""
    calendar = Calendar.from_ical(exported(talks, "ics"))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_library_reads_the_calendar() -> None:
    """Title, instants, room, page and state are there, each under a UID that stays the same."""
    events = events_of(TIDES)
    assert set(events) == {f"{talk.id}@talkctl" for talk in TIDES}
    knots = events["kn66666@talkctl"]
    assert knots["summary"] == KNOTS.title
    assert knots["dtstart"].dt == datetime.fromisoformat(KNOTS.start or "")
    assert knots["dtend"].dt == datetime.fromisoformat(KNOTS.end or "")
    assert knots["location"] == "Hall 2"
    assert knots["url"] == "https://tide.example/knots"
    assert "Gus Ebb" in knots["description"]
    assert "Bring rope.\n\nAnd a lamp." in knots["description"]
    assert events["fo44444@talkctl"]["status"] == "CANCELLED"
    assert events["mo22222@talkctl"]["status"] == "CONFIRMED"
    assert exported(TIDES, "ics") == exported(TIDES, "ics")


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]
)
def test_the_zones_of_a_calendar_need_no_other(zone: str) -> None:
    """By the file's own definition of a zone each hour of a year is the same instant."""
    there = ZoneInfo(zone)
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(365 * 24)]
    clocks = [hour.astimezone(there) for hour in hours]
    # Each hour of the days on which clocks are changed, and some of all others.
    changes = [
        n for n in range(1, len(hours)) if clocks[n].utcoffset() != clocks[n - 1].utcoffset()
    ]
    chosen = {n + near for n in changes for near in range(-14, 15)} | {*range(0, len(hours), 61)}
    talks = [
        Talk(f"t{n}", "x", "x", start=clocks[n].isoformat(), timezone=zone) for n in sorted(chosen)
    ]
    text = exported(talks, "ics")
    if "VTIMEZONE" not in text:
        assert zone == "UTC"
        return
    defined = tzical(StringIO(text.replace("\r\n ", ""))).get(zone)
    calendar = Calendar.from_ical(text)
    for talk, event in zip(talks, calendar.walk("VEVENT"), strict=True):
        moment = event["dtstart"].dt
        meant = moment if moment.tzname() == "UTC" else moment.replace(tzinfo=defined)
        assert meant.timestamp() == datetime.fromisoformat(talk.start or "").timestamp()


def test_summer_time_is_called_by_its_name() -> None:
    """A calendar may show the letters of a zone; standard time is told as such."""
    definition = Calendar.from_ical(exported(TIDES, "ics")).walk("VTIMEZONE")[0]
    names = {part.name: str(part["tzname"]) for part in definition.subcomponents}
    assert names == {"STANDARD": "CET", "DAYLIGHT": "CEST"}


def test_an_hour_that_clocks_show_twice_is_told_in_utc() -> None:
    """In its own zone the second half past two would be the first; then both ends are."""
    twice = MOORINGS._replace(start="2026-10-25T02:30:00+01:00", end=None)
    (event,) = events_of([twice]).values()
    assert event["dtstart"].to_ical() == b"20261025T013000Z"
    into = MOORINGS._replace(start="2026-10-25T01:30:00+02:00", end="2026-10-25T02:30:00+01:00")
    (event,) = events_of([into]).values()
    assert event["dtstart"].to_ical() == b"20261024T233000Z"
    assert event["dtend"].to_ical() == b"20261025T013000Z"


@pytest.mark.parametrize("zone", ["PST8PDT", "Mars/Olympus", None])
def test_a_zone_that_calendars_may_not_know_is_left_for_utc(zone: str | None) -> None:
    """Only names of places are understood everywhere."""
    (event,) = events_of([MOORINGS._replace(timezone=zone)]).values()
    assert event["dtstart"].to_ical() == b"20260328T090000Z"


def test_a_calendar_says_what_rfc_5545_asks_for() -> None:
    """Who made it, that it is for reading, and of each event an instant of its own."""
    calendar = Calendar.from_ical(exported(TIDES, "ics"))
    assert (calendar["prodid"], calendar["version"]) == ("-//talkctl//talkctl//EN", "2.0")
    assert (calendar["method"], calendar["x-wr-calname"]) == ("PUBLISH", "Tide Days 2026")
    events = events_of(
        [*TIDES, MOORINGS._replace(id="local", start=None, end=None, local_start="10:00")]
    )
    assert events["mo22222@talkctl"]["dtstamp"].to_ical() == b"20260328T090000Z"
    assert events["local@talkctl"]["dtstamp"].to_ical() == b"20260328T100000Z"


def test_who_speaks_and_what_about_stands_where_calendars_show_it() -> None:
    """A line for each role, categories, and only what is an address for one."""
    talk = MOORINGS._replace(
        kind="workshop", track="Ropes", tags=("wet", ""),
        speakers=(billed("Ann", "Acme", role="moderator"), billed("Bo"), billed("Cy")),
        links=(Link("video", "https://x.example/v", ""), Link("video", "slides.pdf", "")),
    )  # fmt: skip
    (event,) = events_of([talk]).values()
    assert event["description"].startswith("Moderators: Ann (Acme)\nSpeakers: Bo, Cy")
    assert event["categories"].to_ical() == b"Ropes,workshop,wet"
    assert event["attach"] == "https://x.example/v"
    (plain,) = events_of([MOORINGS._replace(kind="talk", track=None, level=None, tags=())]).values()
    assert "categories" not in plain


def test_what_has_no_time_is_left_out_and_counted() -> None:
    """A day alone has no place in a calendar, nor an hour alone; and no end is made up."""
    day = LUNCH._replace(start=None, end=None)
    hour = day._replace(date=None, local_start="10:00")
    local = day._replace(id="local", local_start="23:30", local_end="00:30")
    answer = Answer("talks", tuple(map(talk_object, (day, hour, local))))
    assert left_out(answer, "ics") == 2
    assert left_out(answer, "csv") == 0
    (event,) = events_of([day, hour, local]).values()
    assert event["dtstart"].dt == datetime(2026, 3, 28, 23, 30)
    assert event["dtend"].dt == datetime(2026, 3, 29, 0, 30)
    assert "dtend" not in events_of([LUNCH._replace(end=None)])["lu55555@talkctl"]
