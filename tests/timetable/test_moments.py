"""What is on at a moment, and what begins next."""

from __future__ import annotations

from talkctl.timetable.clashes import clashes
from talkctl.timetable.moments import beginning, next_by_room, on_at

from .seaside import BUOYS, FOG, KNOTS, LUNCH, at, talk


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
