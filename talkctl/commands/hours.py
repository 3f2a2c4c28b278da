"""The moment, the days and the zone that somebody asks for on a command line."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Annotated, NamedTuple

from talkctl.commands.parameters import option
from talkctl.errors import UsageError
from talkctl.model import Event, Talk
from talkctl.timetable.days import WantedDay, on_wanted_days, wanted_day
from talkctl.timetable.hours import Moment, as_clocks_show, zone_called
from talkctl.when import no_zone, parse_clock

PANEL = "When"

Tz = Annotated[
    str | None,
    option(
        "--tz",
        metavar="ZONE",
        help="Clocks to tell hours by: event, local, or a zone such as Europe/Berlin.",
        panel=PANEL,
    ),
]


class Zone(NamedTuple):
    """The zone that hours are to be told in: one for all talks, or each event's own."""

    zone: tzinfo | None = None
    name: str = ""


def asked_zone(tz: str | None) -> Zone | None:
    """What ``--tz`` asks for; ``None`` is the hours as the programme tells them."""
    if tz is None:
        return None
    if tz.strip().casefold() == "event":
        return Zone()
    if tz.strip().casefold() == "local":
        return _local_zone()
    zone = zone_called(tz.strip())
    if zone is None:
        raise UsageError(f"--tz {tz}: {no_zone(tz)}")
    return Zone(zone, tz.strip())


def _local_zone() -> Zone:
    """The zone of this computer, by IANA's name where it has one.

    TZ may also name a file, or tell rules of its own (``CET-1CEST``), which the C library knows; in
    these UTC+3 lies west of Greenwich.
    """
    from zoneinfo import ZoneInfo

    told = os.environ.get("TZ", "/etc/localtime").removeprefix(":")
    path = os.path.realpath(told) if told.startswith("/") else ""
    name = path.partition("/zoneinfo/")[2] or told
    try:
        return Zone(ZoneInfo(name), name)
    except (LookupError, ValueError, OSError):
        from dateutil.tz import tzlocal

        return Zone(tzlocal(), time.tzname[0])


def told_in(talks: Sequence[Talk], zone: Zone | None, events: Sequence[Event]) -> list[Talk]:
    """*talks* with their hours in *zone*."""
    if zone is None:
        return list(talks)
    if zone.zone is not None:
        return [as_clocks_show(talk, zone.zone, zone.name) for talk in talks]
    own = {event.id: event.timezone for event in events}
    return [_in_its_own(talk, own.get(talk.event.id) if talk.event else None) for talk in talks]


def _in_its_own(talk: Talk, name: str | None) -> Talk:
    zone = zone_called(name) if name else None
    return as_clocks_show(talk, zone, name) if zone and name else talk


def today(zone: Zone | None) -> date:
    """The date of today, where the hours are told or else here."""
    return datetime.now(zone.zone if zone else None).date()


class At(NamedTuple):
    """A moment as it was asked for; without a day it is on the day in question."""

    typed: str
    day: WantedDay | None
    clock: str
    offset: tzinfo | None = None


_AT = (
    r"(?:(?P<day>.*?)[\sT,]+(?:at\s+)?)?(?P<clock>\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]\.?m\.?)(?::\d{2}(?:\.\d+)?)?"
    r"\s?(?P<offset>Z|[+-]\d{2}:?\d{2})?"
)


def asked_moment(text: str, today_: date) -> At:
    """The moment that ``--at`` asks for: ``2026-03-24 11:20``, ``saturday 11:20``, ``11:20``."""
    found = re.fullmatch(_AT, text.strip(), re.IGNORECASE)
    clock = parse_clock(found["clock"]) if found else None
    if not found or clock is None:
        raise UsageError(f"--at {text}: write a date and a time, such as '2026-03-24 11:20'.")
    offset = found["offset"]
    day = wanted_day(found["day"], today_) if found["day"] else None
    there = zone_called("UTC" if offset in ("Z", "z") else offset) if offset else None
    return At(text, day, clock, there)


def moment_of(
    at: At | None,
    zone: Zone | None,
    talks: Sequence[Talk],
    first_days: Mapping[str, str],
    days: Sequence[WantedDay] = (),
) -> Moment:
    """The moment *at*, else now; a day that is no date is looked for among the days of *talks*.

    Where none is asked for it is today if they have it, else the next of theirs, else the last.
    """
    if at is None:
        now = datetime.now(UTC)
        here = now.astimezone(zone.zone if zone else None)
        return Moment(here.replace(tzinfo=None), now)
    wanted = [at.day] if at.day else list(days)
    day = next((one.date for one in wanted if one.date), None)
    if day is None:
        there_on = on_wanted_days(talks, wanted, first_days) if wanted else talks
        day = _day_in_question(at, talks, there_on, "" if wanted else today(zone).isoformat())
    wall = datetime.fromisoformat(f"{day or today(zone).isoformat()}T{at.clock}:00")
    there = at.offset or (zone.zone if zone else None)
    return Moment(wall, wall.replace(tzinfo=there) if there else None)


def _day_in_question(
    at: At, talks: Iterable[Talk], asked_for: Iterable[Talk], now: str
) -> str | None:
    """Of the days of the talks *asked_for* the first that is not before *now*, else the last."""
    days = sorted({talk.date for talk in asked_for if talk.date})
    known = sorted({talk.date for talk in talks if talk.date})
    if known and not days:
        run = f"they run from {known[0]} to {known[-1]}"
        raise UsageError(f"--at {at.typed}: no talk is on that day; {run}.")
    return next((day for day in days if day >= now), days[-1] if days else None)


def minutes_of(option: str, text: str) -> int:
    """The minutes that ``30m``, ``30``, ``1h`` or ``1h30`` are."""
    found = re.fullmatch(
        r"(?:(\d{1,2})\s*h(?:ours?)?)?\s*(?:(\d{1,4})\s*(?:m|min|minutes)?)?", text.strip().lower()
    )
    if not found or not text.strip():
        raise UsageError(f"{option} {text}: write minutes or hours, such as 30m or 1h.")
    return 60 * int(found[1] or 0) + int(found[2] or 0)
