"""When a talk begins and ends, by whichever clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from talkctl.model import Talk
from talkctl.timetable.clashes import clashes, ways
from talkctl.timetable.hours import Moment, as_clocks_show, instant, span_of
from talkctl.timetable.moments import on_at
from talkctl.timetable.order import programme

from .seaside import FOG, KNOTS, at, talk

BERLIN = ZoneInfo("Europe/Berlin")


def test_an_instant_is_the_same_wherever_it_is_told() -> None:
    """Half past nine in London is half past ten in Berlin."""
    moment = Moment(datetime(2026, 3, 28, 9, 30), datetime(2026, 3, 28, 9, 30, tzinfo=UTC))
    assert {one.talk for one in on_at([KNOTS, FOG], moment)} == {KNOTS, FOG}


def test_a_wall_clock_is_that_of_the_place() -> None:
    """On the day on which clocks are changed it is the zone, and no fixed offset, that counts."""
    after = talk("after", "10:00", room="Hall")._replace(
        start="2026-03-29T10:00:00+02:00", end="2026-03-29T11:00:00+02:00"
    )
    assert [one.since for one in on_at([after], Moment(datetime(2026, 3, 29, 10, 15)))] == [15]


def test_local_times_are_on_by_the_clock_alone() -> None:
    """A programme that names no zone is read by the clock on the wall, its nights included."""
    local = Talk("x", "x", "x", date="2026-03-28", local_start="19:00", local_end="20:00")
    assert [one.since for one in on_at([local], at("19:05"))] == [5]
    night = local._replace(local_start="23:30", local_end="00:30")
    span = span_of(night)
    assert span is not None
    assert (span.end - span.begin).total_seconds() == 3600
    early = span_of(local._replace(local_start="00:30", local_end=None, duration=20))
    assert early == (
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
        datetime(2026, 3, 29, 0, 50, tzinfo=UTC),
        True,
    )


def test_what_nobody_names_a_zone_for_has_that_of_its_instant() -> None:
    """An instant that does not say of which zone it is told is no instant."""
    nameless = KNOTS._replace(timezone=None)
    assert [one.since for one in on_at([nameless], at("10:15"))] == [15]
    assert span_of(KNOTS._replace(start="2026-03-28T10:00:00")) is None
    assert span_of(KNOTS._replace(end="2026-03-28T11:00:00")) is None
    assert instant("2026-03-28T10:00:00") == 0
    assert instant("1970-01-01T01:00:00+00:00") == 3600


@given(
    st.datetimes(datetime(2026, 3, 28), datetime(2026, 3, 30)),
    st.sampled_from(["UTC", "Asia/Tokyo"]),
)
def test_other_clocks_tell_the_same_instant(moment: datetime, name: str) -> None:
    """However hours are told, on the day of the change too, no talk is moved by a minute."""
    start = moment.replace(microsecond=0, tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN)
    one = Talk("x", "x", "x", start=start.isoformat(), timezone="Europe/Berlin")
    other = as_clocks_show(one, ZoneInfo(name), name)
    assert datetime.fromisoformat(other.start or "") == start
    assert (other.timezone, other.date) == (name, (other.start or "")[:10])


@given(st.builds(
    Talk, id=st.just("x"), slug=st.just("x"), title=st.just("x"),
    start=st.none() | st.text(max_size=30), end=st.none() | st.text(max_size=30),
    date=st.none() | st.text(max_size=12), local_start=st.none() | st.text(max_size=6),
    local_end=st.none() | st.text(max_size=6),
))  # fmt: skip
def test_hours_that_are_none_stop_nothing(one: Talk) -> None:
    """Whatever a library holds, a programme can be made of it."""
    programme([one], [])
    on_at([one], at("10:00"))
    clashes([one, KNOTS])
    ways([one, KNOTS])
