"""A programme for people: talks by event and day, with headings that name date and zone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from talkctl.render.answer import Item
from talkctl.render.dates import clocks_of, day_of, weekday_date


@dataclass(slots=True)
class Day:
    """One day of an event; *heading* says which."""

    heading: str
    talks: list[Item] = field(default_factory=list)

    @property
    def clocks(self) -> str:
        """The zone or zones in which the day's hours are told."""
        return clocks_of(self.talks)


@dataclass(slots=True)
class Chapter:
    """One event: its days, and the *rest*, talks that nobody gives a day or an hour for."""

    heading: str
    days: list[Day] = field(default_factory=list)
    rest: list[Item] = field(default_factory=list)

    @property
    def all_days(self) -> list[Day]:
        """The days, and the *rest* under a heading that says how many they are."""
        count = len(self.rest)
        rest = [Day(f"{count} talk{'s' * (count > 1)} without a time", self.rest)] if count else []
        return [*self.days, *rest]


def chapters(talks: Iterable[Item]) -> list[Chapter]:
    """*talks*, which come in time order, by event and day."""
    found: dict[str, Chapter] = {}
    days: dict[tuple[str, str], Day] = {}
    for talk in talks:
        event = talk["event"] or {"id": "", "name": "Without an event"}
        chapter = found.setdefault(event["id"], Chapter(event["name"]))
        heading = _day_heading(talk)
        if heading is None:
            chapter.rest.append(talk)
            continue
        place = (event["id"], heading)
        if place not in days:
            days[place] = Day(heading)
            chapter.days.append(days[place])
        days[place].talks.append(talk)
    return list(found.values())


def common_room(talks: list[Item]) -> str | None:
    """The room that all of several *talks* are in, if it is one."""
    rooms = {talk["room"] for talk in talks}
    return rooms.pop() if len(rooms) == 1 and len(talks) > 1 else None


def _day_heading(talk: Item) -> str | None:
    given = day_of(talk)
    if given:
        return weekday_date(given)
    if talk["day"]:
        return f"Day {talk['day']}"
    if talk["local_start"]:
        return "Day unknown"
    return None
