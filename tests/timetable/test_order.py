"""Talks in the order of a programme, and which event is in question."""

from __future__ import annotations

from datetime import date

from talkctl.model import Event, EventName, Talk
from talkctl.timetable.order import events_in_question, programme

from .seaside import KNOTS, LUNCH, TIDE, talk


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
        a, b, KNOTS, LUNCH,
        talk("undated, later", "10:00")._replace(start="2026-03-29T09:00:00+02:00", date=None),
        Talk("nowhere", "n", "x", date="2026-01-01"),
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
