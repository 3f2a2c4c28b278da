"""A day of talks by the sea, the one before clocks are put forward."""

from __future__ import annotations

from datetime import datetime

from talkctl.model import EventName, Talk
from talkctl.timetable.hours import Moment

TIDE = EventName("tide", "Tide Days")


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
