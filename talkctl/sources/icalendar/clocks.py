"""What time a calendar means: zones by their many names, instants, floating times and whole days.

DTSTART:20240203T093000Z                          an instant; shown in the calendar's zone
DTSTART;TZID=Europe/Brussels:20240203T093000      in that zone; also ``Romance Standard Time``
DTSTART;TZID=Office:20240203T093000               in the zone that a VTIMEZONE of the file defines
DTSTART:20240203T093000                           floating: in the calendar's zone, if it has one
DTSTART;VALUE=DATE:20240203                       a whole day
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any, NamedTuple

from talkctl.sources.icalendar.components import Calendar, Component

_UTC_NAMES = frozenset(
    ("UTC", "GMT", "ETC/UTC", "ETC/GMT", "Z", "ZULU", "COORDINATED UNIVERSAL TIME")
)
_NAME = re.compile(r"[A-Za-z][\w+-]{1,40}(?:/[\w+-]{1,40}){0,2}")
_LONGEST = 200


class Moment(NamedTuple):
    """A point in time as clocks at the place show it; a whole day has no clock."""

    local: datetime
    zone: tzinfo | None = None
    name: str | None = None
    """What the zone is called in https://www.iana.org/time-zones."""
    whole_day: bool = False

    def at(self, local: datetime) -> Moment:
        """The same kind of moment when clocks there show *local*."""
        return self._replace(local=local)

    def text(self) -> str | None:
        """ISO 8601, with an offset where the zone is known; nothing for a whole day."""
        if self.whole_day:
            return None
        return self._instant().isoformat() if self.zone else self.local.isoformat()

    def later(self, length: timedelta) -> Moment:
        """The moment after *length* has passed; at the end of all dates there is no later one."""
        try:
            if not self.zone:
                return self.at(self.local + length)
            passed = self._instant().astimezone(UTC) + length
            return self.at(passed.astimezone(self.zone).replace(tzinfo=None))
        except OverflowError:
            return self

    def minutes_to(self, end: Moment) -> int:
        """Whole minutes from here to *end*."""
        both = self.zone and end.zone
        passed = end._instant() - self._instant() if both else end.local - self.local
        return round(passed.total_seconds() / 60)

    def _instant(self) -> datetime:
        there = self.local.replace(tzinfo=self.zone)
        offset = there.utcoffset()
        return there.replace(tzinfo=timezone(offset)) if offset is not None else there


@dataclass(slots=True)
class Clocks:
    """The zones that one calendar defines and names, and the zone it means where it names none."""

    defined: dict[str, Component] = field(default_factory=dict)
    usual: tuple[tzinfo, str | None] | None = None
    _made: dict[str, tuple[tzinfo, str | None] | None] = field(default_factory=dict)

    def moment(self, value: Any, tzid: str | None, own_zone: str | None = None) -> Moment | None:
        """The moment that a date or time of the ``icalendar`` library is.

        *tzid* is the zone that goes with it, *own_zone* what its event names beside it.
        """
        if not isinstance(value, date):
            return None
        if not isinstance(value, datetime):
            return Moment(datetime(value.year, value.month, value.day), whole_day=True)
        if value.tzinfo is not None and _is_utc(value) and (not tzid or _is_utc_name(tzid)):
            return self._from_utc(value, bool(tzid))
        local = value.replace(tzinfo=None)
        zone = self.zone(tzid) if tzid else None
        zone = zone or (self.zone(own_zone) if own_zone else None) or self.usual
        return Moment(local, *zone) if zone else Moment(local)

    def zone(self, name: str) -> tuple[tzinfo, str | None] | None:
        """The zone called *name*, with IANA's name for it where there is one."""
        name = name.strip().strip('"')[:_LONGEST]
        if name not in self._made:
            self._made[name] = self._known(name) or self._defined(name)
        return self._made[name]

    def _from_utc(self, value: datetime, named: bool) -> Moment:
        if not self.usual:
            return Moment(value.replace(tzinfo=None), UTC, "UTC" if named else None)
        zone, name = self.usual
        return Moment(value.astimezone(zone).replace(tzinfo=None), zone, name)

    def _known(self, name: str) -> tuple[tzinfo, str | None] | None:
        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

        for one in _spellings(name):
            found = _iana(WINDOWS_TO_OLSON.get(one, one))
            if found:
                return found
        return None

    def _defined(self, name: str) -> tuple[tzinfo, str | None] | None:
        from icalendar import Timezone

        component = self.defined.get(name)
        if component is None:
            return None
        told = next((one.value for one in component.named("X-LIC-LOCATION")), "")
        known = _iana(told)
        if known:
            return known
        lines = [one.text for one in component.properties]
        try:
            made = Timezone.from_ical("\r\n".join(["BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", ""]))
            if not isinstance(made, Timezone):
                return None
            zone = made.to_tz(lookup_tzid=False)
            datetime(2020, 1, 1).replace(tzinfo=zone).utcoffset()
        except Exception:  # the library is given hostile text and raises whatever its parts raise
            return None
        return zone, None


def clocks_of(calendar: Calendar) -> Clocks:
    """The clocks of *calendar*: what it says of its zone, or the one zone it defines."""
    found = Clocks()
    for component in calendar.components:
        tzid = next((one.value for one in component.named("TZID")), None)
        if component.name == "VTIMEZONE" and tzid and len(component.properties) < 2000:
            found.defined.setdefault(tzid.strip('"'), component)
    stated = calendar.value_of("X-WR-TIMEZONE", "TIMEZONE-ID")
    if stated and not _is_utc_name(stated):
        found.usual = found.zone(stated)
    elif stated and not _writes_utc_whatever_the_place(calendar):
        found.usual = (UTC, "UTC")
    elif not stated and len(found.defined) == 1:
        only = next(iter(found.defined))
        found.usual = None if _is_utc_name(only) else found.zone(only)
    return found


def _writes_utc_whatever_the_place(calendar: Calendar) -> bool:
    """Sched states UTC as the zone of every calendar, wherever the event is."""
    return "sched" in (calendar.value_of("PRODID") or "").lower()


def _spellings(name: str) -> list[str]:
    """*name*, and what it may stand for: a vendor's prefix before it, a dash for the stroke."""
    plain = name.strip("/")
    parts = plain.split("/")[-3:]
    tails = ["/".join(parts[start:]) for start in range(len(parts))]
    return [
        name,
        plain,
        *(tails if name.startswith("/") or "://" in name else []),
        plain.replace("-", "/", 1),
    ]


def _iana(name: str) -> tuple[tzinfo, str | None] | None:
    from zoneinfo import ZoneInfo

    if _is_utc_name(name):
        return UTC, "UTC"
    if not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name), name
    except (LookupError, ValueError, OSError):
        return None


def _is_utc(value: datetime) -> bool:
    return value.utcoffset() == timedelta(0) and _is_utc_name(str(value.tzinfo))


def _is_utc_name(name: str) -> bool:
    return name.strip().strip("/").upper() in _UTC_NAMES
