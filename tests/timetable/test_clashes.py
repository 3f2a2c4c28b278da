"""What gets in one another's way, and what lies between."""

from __future__ import annotations

from talkctl.model import Talk
from talkctl.timetable.clashes import clashes, ways

from .seaside import BUOYS, FOG, KNOTS, LUNCH, TIDE, talk


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
