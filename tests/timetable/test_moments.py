"""What is on, what is next, what collides, and by which clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from talkctl.model import Event, EventName, Talk
from talkctl.timetable.clashes import clashes, ways
from talkctl.timetable.hours import Moment, as_clocks_show, instant, span_of
from talkctl.timetable.moments import beginning, next_by_room, on_at
from talkctl.timetable.order import events_in_question, programme

TIDE = EventName("tide", "Tide Days")
BERLIN = ZoneInfo("Europe/Berlin")


def talk(id_: str, start: str, end: str | None = None, room: str = "Hall", **more: object) -> Talk:
    """A talk on 28 March 2026 in Berlin, the day before clocks are put forward."""
    made = Talk(
        id_, id_, id_, event=TIDE, start=f"2026-03-28T{start}:00+01:00",
        end=f"2026-03-28T{end}:00+01:00" if end else None,
        timezone="Europe/Berlin", date="2026-03-28", room=room,
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


KNOTS = talk("knots", "10:00", "11:00")
FOG = talk("fog", "10:30", "11:30", "Quay")
BUOYS = talk("buoys", "11:00", "11:30")
LUNCH = talk("lunch", "12:00")


def at(clock: str) -> Moment:
    """A moment of that day by the clocks there."""
    return Moment(datetime.fromisoformat(f"2026-03-28T{clock}:00"))


def test_what_is_on_says_for_how_long() -> None:
    """Since when and until when, in minutes; an end that nobody states is not made up."""
    assert [(one.talk, one.since, one.left) for one in on_at([KNOTS, FOG, BUOYS], at("10:40"))] == [
        (KNOTS, 40, 20),
        (FOG, 10, 50),
    ]
    assert [(one.since, one.left) for one in on_at([LUNCH], at("12:10"))] == [(10, None)]


def test_a_talk_that_ends_is_over() -> None:
    """At eleven the one from ten to eleven is over and the one from eleven on is on."""
    assert [one.talk for one in on_at([KNOTS, BUOYS], at("11:00"))] == [BUOYS]


def test_what_is_cancelled_is_not_on() -> None:
    """It does not stand in the way of what is."""
    gone = KNOTS._replace(status="cancelled")
    assert on_at([gone], at("10:40")) == []
    assert clashes([gone, FOG]) == []


def test_next_is_told_room_by_room() -> None:
    """In each room one talk, and none that begins hours later."""
    evening = talk("evening", "20:00", room="Cellar")
    found = next_by_room([KNOTS, FOG, BUOYS, LUNCH, evening], at("10:10"))
    assert [(one.talk, one.begins_in) for one in found] == [(FOG, 20), (BUOYS, 50)]
    assert [one.talk for one in beginning([KNOTS, FOG, BUOYS], at("10:10"), 20)] == [FOG]
    assert [one.talk for one in beginning([KNOTS, FOG], at("10:00"), 60)] == [FOG]


def test_what_begins_at_once_is_told_by_rooms() -> None:
    """Two of one room too; what has no room stands first, whatever comes when it comes."""
    one, two = talk("one", "11:00", room="B"), talk("two", "11:00", room="B")
    quay, bare = talk("quay", "11:00", room="A"), talk("bare", "11:00")._replace(room=None)
    soon = talk("soon", "10:30", room="Z")
    for found in (
        beginning([one, two, soon, quay, bare], at("10:10"), 60),
        next_by_room([one, two, soon, quay, bare], at("10:10")),
    ):
        assert [told.talk for told in found] == [soon, bare, quay, one, two]


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


def test_overlaps_are_counted_in_minutes() -> None:
    """Half an hour of the one and the other; what follows at once does not collide."""
    (clash,) = clashes([KNOTS, FOG])
    assert clash == (KNOTS, FOG, 30, 0)
    whole = talk("whole", "09:00", "17:00", "Quay")
    assert [one.minutes for one in clashes([whole, KNOTS, BUOYS])] == [60, 30]
    assert clashes([KNOTS, BUOYS]) == []


def test_the_walk_takes_its_time() -> None:
    """With a buffer what lies too near in another room is short of minutes, in the same it is not."""
    quay = talk("quay", "11:02", room="Quay")
    (short,) = clashes([KNOTS, quay], buffer=5)
    assert (short.minutes, short.short) == (0, 3)
    assert clashes([KNOTS, BUOYS], buffer=5) == []
    assert clashes([KNOTS, quay], buffer=2) == []
    assert clashes([KNOTS, talk("at once", "11:00", room="Quay")]) == []


def test_between_talks_lie_gaps_and_ways() -> None:
    """From the end of what ends last: half an hour, and the room one comes from."""
    found = ways([KNOTS, FOG, LUNCH])
    assert {talk_: tuple(way) for talk_, way in found.items()} == {"lunch": (30, "Quay")}
    assert {talk_: tuple(way) for talk_, way in ways([KNOTS, BUOYS]).items()} == {
        "buoys": (0, None)
    }
    local = Talk("local", "l", "l", event=TIDE, date="2026-03-28", local_start="13:00")
    assert ways([KNOTS, local]) == {}
    assert ways([KNOTS, talk("next", "10:00")._replace(date="2026-03-29")]) == {}


def test_a_night_stands_behind_its_evening() -> None:
    """By instants, also where the clocks in between go back; local nights behind local evenings."""
    before = talk("before", "10:00")._replace(start="2026-10-25T02:30:00+02:00", date="2026-10-24")
    after = talk("after", "10:00")._replace(start="2026-10-25T02:10:00+01:00", date="2026-10-24")
    late = Talk("late", "l", "l", event=TIDE, date="2026-10-23", local_start="00:30")
    evening = late._replace(id="evening", local_start="22:00")
    order = [one.id for one in programme([after, before, late, evening], []).talks]
    assert order == ["evening", "late", "before", "after"]


def test_a_programme_stands_in_the_order_of_events_days_hours_rooms_and_titles() -> None:
    """Without a date the instant gives the day; days that have only numbers come in their order."""
    first, then = EventName("first", "First"), EventName("then", "Then")
    events = [Event("then", "Then", start="2026-05-01"), Event("first", "First", start="2026-04-01"),
              Event("tide", "Tide")]  # fmt: skip
    b, a = talk("b", "10:00", room="A"), talk("a", "10:00", room="A")
    placed = [
        Talk("day 1", "1", "x", event=first, day=1), Talk("day 2", "2", "x", event=first, day=2),
        Talk("date", "d", "x", event=then, date="2026-05-01"),
        Talk("clock", "c", "x", event=then, date="2026-05-01", local_start="09:00"),
        talk("undated", "10:00")._replace(start="2026-03-27T10:00:00+01:00", date=None),
        a, b, KNOTS, LUNCH, Talk("nowhere", "n", "x", date="2026-01-01"),
    ]  # fmt: skip
    assert [one.id for one in programme(placed[::-1], events).talks] == [one.id for one in placed]


def test_what_has_no_place_is_counted_by_event() -> None:
    """Breaks aside, which nobody misses."""
    bare = [Talk(name, name, name, event=TIDE) for name in "ab"]
    lunch = Talk("lunch", "l", "l", event=TIDE, kind="break")
    found = programme([*bare, lunch, Talk("x", "x", "x"), KNOTS], [])
    assert found.unplaced == (("Tide Days", 2), (None, 1))
    assert found.talks == (KNOTS,)
    assert found.without == (*bare, lunch, Talk("x", "x", "x"))


def test_of_several_events_the_likeliest_comes_first() -> None:
    """Of those that are on the largest, of those to come the next, of those over the last."""

    def event(name: str, start: str | None, end: str | None, count: int) -> Event:
        return Event(name, name, start=start, end=end, timed_count=count)

    events = [
        event("over", "2026-01-01", None, 5), event("long over", "2026-01-01", "2026-01-01", 4),
        event("long", "2025-12-01", "2026-01-02", 1), event("later", "2026-06-01", "2026-06-02", 9),
        event("small", "2026-05-01", "2026-05-03", 1), event("large", "2026-05-02", "2026-05-02", 3),
        event("next", "2026-05-09", "2026-05-10", 2), event("next and larger", "2026-05-09", None, 3),
        event("never", None, "2026-05-02", 3),
    ]  # fmt: skip
    assert [(one.name, why) for one, why in events_in_question(events, date(2026, 5, 2))] == [
        ("large", "it is on"), ("small", "it is on"),
        ("next and larger", "it is the next"), ("next", "it is the next"), ("later", "it is the next"),
        ("long", "it was the last with times"), ("over", "it was the last with times"),
        ("long over", "it was the last with times"),
    ]  # fmt: skip


def test_the_event_in_question_is_on_or_next_or_was_last() -> None:
    """One without times is never in question."""
    events = [
        Event("old", "Old", start="2020-01-01", end="2020-01-02", timed_count=5),
        Event("last", "Last", start="2026-01-01", end="2026-01-02", timed_count=5),
        Event("bare", "Bare", start="2026-03-28", end="2026-03-29"),
        Event("next", "Next", start="2026-04-01", end="2026-04-02", timed_count=5),
        Event("on", "On", start="2026-03-27", end="2026-03-28", timed_count=5),
    ]

    def first(day: date, of: list[Event]) -> str:
        return events_in_question(of, day)[0][0].id

    assert first(date(2026, 3, 28), events) == "on"
    assert first(date(2026, 3, 29), events) == "next"
    assert first(date(2026, 5, 1), events) == "next"
    assert first(date(2026, 3, 29), events[:3]) == "last"
    assert events_in_question(events[2:3], date(2026, 3, 28)) == []


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
