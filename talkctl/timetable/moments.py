"""What is on at a moment, and what begins next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from talkctl.model import Talk
from talkctl.timetable.hours import Moment, span_of

_SOON = 120
"""What begins later than in so many minutes is not what begins next."""


class Standing(NamedTuple):
    """A talk that is on at a moment, for how many minutes now and how many more; or begins soon."""

    talk: Talk
    since: int | None = None
    left: int | None = None
    """``None`` also where nobody says when the talk ends."""
    begins_in: int | None = None


def on_at(talks: Iterable[Talk], moment: Moment) -> list[Standing]:
    """The *talks* that are on at *moment*, cancelled ones left out."""
    found = []
    for talk in talks:
        span = span_of(talk) if talk.status is None else None
        if span and span.begin <= (now := moment.at(talk)) < span.end:
            left = _minutes(span.end - now) if span.stated else None
            found.append(Standing(talk, since=_minutes(now - span.begin), left=left))
    return found


def beginning(talks: Iterable[Talk], moment: Moment, within: int) -> list[Standing]:
    """The *talks* that begin after *moment*, no later than *within* minutes, cancelled ones too."""
    found = []
    for talk in talks:
        span = span_of(talk)
        if span:
            ahead = span.begin - moment.at(talk)
            if timedelta(0) < ahead <= timedelta(minutes=within):
                found.append(Standing(talk, begins_in=_minutes(ahead)))
    return sorted(found, key=lambda one: (one.begins_in or 0, one.talk.room or ""))


def next_by_room(talks: Iterable[Talk], moment: Moment) -> list[Standing]:
    """Of each room the talk that begins next, if it begins within two hours."""
    found: dict[str | None, Standing] = {}
    going_on = (talk for talk in talks if talk.status is None)
    for one in beginning(going_on, moment, _SOON):
        first = found.setdefault(one.talk.room, one)
        if first is not one and first.begins_in == one.begins_in:
            found[f"{one.talk.room} {one.talk.id}"] = one
    return sorted(found.values(), key=lambda one: (one.begins_in or 0, one.talk.room or ""))


def _minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)
