"""Dates, clocks, offsets, zones and days of a programme make instants, or honest local times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.sources.grammar.moments import Moments, Place, length, moments_of


def test_an_offset_wins_over_the_zone_that_is_named() -> None:
    """The zone is not believed where the offset speaks against it."""
    place = Place(date="2020-12-14T09:00:00+01:00", start="09:00", zone="UTC", minutes=30)
    assert moments_of(place) == Moments(
        "2020-12-14T09:00:00+01:00", "2020-12-14T09:30:00+01:00", "2020-12-14", None, 30
    )


def test_a_zone_makes_an_instant_of_a_clock() -> None:
    """Summer time is known."""
    place = Place(start="09:00", end="09:45", day="2024-07-01", zone="Europe/Oslo")
    assert moments_of(place) == Moments(
        "2024-07-01T09:00:00+02:00", "2024-07-01T09:45:00+02:00", "2024-07-01", "Europe/Oslo", 45
    )


@pytest.mark.parametrize(
    ("place", "end", "minutes"),
    [
        (Place(date="2026-10-25T02:30:00+02:00", minutes=60), "2026-10-25T02:30:00+01:00", 60),
        (Place(date="2026-10-25T01:30:00+02:00", end="03:15"), "2026-10-25T03:15:00+01:00", 165),
        (Place(date="2026-10-25T01:30:00Z", minutes=30), "2026-10-25T03:00:00+01:00", 30),
        (Place(date="2026-03-29T01:30:00+01:00", minutes=45), "2026-03-29T03:15:00+02:00", 45),
        (Place(date="2026-03-29T01:30:00+01:00", end="03:15"), "2026-03-29T03:15:00+02:00", 45),
    ],
)
def test_a_night_in_which_clocks_are_changed_ends_by_the_new_ones(
    place: Place, end: str, minutes: int
) -> None:
    """The end is what clocks show then, and as far from the beginning as the talk is long."""
    found = moments_of(place._replace(zone="Europe/Berlin"))
    assert (found.end, found.duration) == (end, minutes)


def test_without_zone_and_offset_the_time_is_local() -> None:
    """Nothing is made up."""
    assert moments_of(Place(start="2013-02-02T10:30:00", minutes=25)) == Moments(
        "2013-02-02T10:30:00", "2013-02-02T10:55:00", "2013-02-02", None, 25
    )


@pytest.mark.parametrize(
    ("clock", "change", "begins"),
    [
        ("00:15", None, "2008-12-28T00:15:00"),
        ("03:45", "04:00", "2008-12-28T03:45:00"),
        ("05:30", "04:00", "2008-12-27T05:30:00"),
        ("08:30", "09:00:00", "2008-12-27T08:30:00"),
    ],
)
def test_past_midnight_belongs_to_the_evening_before(
    clock: str, change: str | None, begins: str
) -> None:
    """The clock goes on, the day of the programme does not; a breakfast is no late night."""
    found = moments_of(Place(start=clock, day="2008-12-27", change=change))
    assert (found.start, found.date) == (begins, "2008-12-27")


def test_an_instant_past_midnight_keeps_the_day_of_its_programme() -> None:
    """Where the file says which day it means."""
    found = moments_of(Place(date="2024-06-02T00:15:00+02:00", day="2024-06-01"))
    assert (found.start, found.date) == ("2024-06-02T00:15:00+02:00", "2024-06-01")


def test_a_day_that_cannot_be_meant_is_not_believed() -> None:
    """A talk in the afternoon is on its own date."""
    assert moments_of(Place(date="2024-06-05T15:00:00Z", day="2024-06-01")).date == "2024-06-05"


def test_instants_in_utc_show_the_clock_of_the_place() -> None:
    """The instant is the same."""
    found = moments_of(
        Place(start="2024-12-27T09:30:00+00:00", end="2024-12-27T10:00:00Z", zone="Europe/Berlin")
    )
    assert (found.start, found.end) == ("2024-12-27T10:30:00+01:00", "2024-12-27T11:00:00+01:00")


def test_a_date_at_midnight_takes_its_clock_from_beside() -> None:
    """Some exports write the date of the day into every talk."""
    place = Place(date="2019-10-10T00:00:00+02:00", start="10:30")
    assert moments_of(place).start == "2019-10-10T10:30:00+02:00"


def test_a_clock_without_date_is_a_local_time() -> None:
    """A page with hours but no date."""
    assert moments_of(Place(start="23:30", minutes=60)) == Moments("23:30", "00:30", None, None, 60)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("00:45", 45), ("1:30", 90), ("01:30:00", 90), ("1:01:30:00", 1530), ("45", 45), (45, 45),
        (2700, 45), ("PT1H30M", 90), ("PT45M", 45), ("45 minutes", 45), ("00:00", None), (0, None),
        (True, None), ("soon", None), (None, None), (-5, None), (float("1e300"), None), ([], None),
    ],
)  # fmt: skip
def test_lengths_are_whole_minutes(text: object, minutes: int | None) -> None:
    """Clocks, numbers, ISO 8601 and words; nothing, no and absurd lengths are none."""
    assert length(text) == minutes


stamps = st.text(alphabet="0123456789-:TZ+ .", max_size=30) | st.sampled_from(
    ["9999-12-31T23:59:00-12:00", "0001-01-01T00:00:00+14:00", "2024-02-31T10:00", "25:99", "24:00"]
)


@given(
    start=stamps, end=stamps, date=stamps, zone=st.sampled_from(["", "Europe/Oslo", "../x", "\x00"])
)
def test_no_text_makes_it_raise(start: str, end: str, date: str, zone: str) -> None:
    """Whatever is written, the end is never before the beginning."""
    for day in (None, "9999-12-31", "2024-05-05"):
        found = moments_of(Place(start, end, date, day, "04:00", zone or None, 10_000))
        assert found.end is None or found.start is not None
