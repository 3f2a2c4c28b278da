"""When an entry of a programme takes place: dates, clocks, offsets, zones and lengths of exports.

2016-11-08T11:00:00-08:00        an instant; its offset wins over any zone that is named
2016-11-08T11:00:00, Europe/Oslo an instant in that zone (IANA's names)
2016-11-08T11:00:00              a local time, for nobody says where
11:00 on day 2016-11-08          the same in two parts
00:15 on day 2016-11-08          past midnight: the clock of 2016-11-09, the programme of 2016-11-08
00:45, 1:30:00, 45, PT1H30M      lengths
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from talkctl import when
from talkctl.when import parse_clock, parse_date, parse_length

_STAMP = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})[T ]\s?(?P<clock>\d{1,2}:\d{2})(?::(?P<seconds>\d{2})(?:[.,]\d+)?)?"
    r"\s?(?P<offset>[Zz]|UTC|[+-]\d{2}(?::?\d{2})?)?"
)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}")
_CLOCK_LENGTH = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?::(\d{2}))?")
_ISO_LENGTH = re.compile(r"P(?:(\d{1,3})D)?T?(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?")
_LATEST = "06:00"
"""No programme of a day goes on later than this in the next morning."""
_USUAL_CHANGE = "05:00"
_LONGEST = 60
_A_DAY = 24 * 60


class Place(NamedTuple):
    """Where in time a programme puts an entry: its own words, and those of the day around it."""

    start: str = ""
    """A date with a clock, or a clock alone."""
    end: str = ""
    date: str = ""
    """A date, or a date with a clock."""
    day: str | None = None
    """The date of the programme's day."""
    change: str | None = None
    """The clock at which a new day of the programme begins."""
    zone: str | None = None
    """The zone that is named for the whole programme."""
    minutes: int | None = None
    length: str = ""
    """The length in the programme's own words, which *minutes* were read from."""


class Moments(NamedTuple):
    """When an entry takes place, as records say it."""

    start: str | None = None
    end: str | None = None
    date: str | None = None
    timezone: str | None = None
    duration: int | None = None


def moments_of(place: Place) -> Moments:
    """When the entry at *place* takes place; what the document does not say is ``None``."""
    begin = _begin(place)
    if begin is None:
        return _without_date(place)
    zone = place.zone if place.zone and _agrees(begin, place.zone) else None
    end = _stamp(place.end, place.zone) or _clock_after(begin, place.end, zone)
    minutes = place.minutes
    if end and end.utcoffset() is None and begin.utcoffset() is not None:
        end = end.replace(tzinfo=begin.tzinfo)
    if end and begin.utcoffset() and end.utcoffset() == timedelta(0):
        end = end.astimezone(begin.tzinfo)
    if minutes is None and end:
        minutes = _between(begin, end)
    if end is None and minutes:
        end = _later(begin, minutes)
    if end and zone and end.utcoffset() is not None:
        # A night in which clocks are changed begins by one offset and ends by another.
        end = _same_in(end, zone) or end
    return Moments(
        begin.isoformat(),
        end.isoformat() if end and _between(begin, end) else None,
        _date_of(begin, place.day),
        zone,
        minutes or None,
    )


def length(value: object) -> int | None:
    """Whole minutes of ``00:45``, ``1:30:00``, ``45``, ``PT45M``; ``None`` if that is no length."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        minutes = round(value / 60) if value > _A_DAY else round(value)
        return minutes if 0 < minutes <= 30 * _A_DAY else None
    text = str(value).strip()[:_LONGEST]
    if text.isdecimal():
        return length(int(text))
    return _clock_length(text) or _iso_length(text) or parse_length(text) or None


def day_of(text: str | None) -> str | None:
    """The date that *text* is or begins with."""
    text = (text or "").strip()[:_LONGEST]
    return parse_date(text) or parse_date(text[:10])


def in_zone(moment: datetime, zone: str) -> datetime | None:
    """The instant at which clocks in *zone* show *moment*; ``None`` for a zone nobody knows."""
    try:
        found = when.in_zone(moment.isoformat(), zone) if _ZONE.fullmatch(zone) else None
    except OverflowError:  # the first and the last day there is
        return None
    return datetime.fromisoformat(found) if found else None


def _begin(place: Place) -> datetime | None:
    clock = parse_clock(place.start[:8]) or _clock_of_day(place.start)
    for text in (place.date, place.start):
        found = _stamp(text, place.zone)
        if found:
            return _by_clock(found, clock, place.zone)
    day = day_of(place.date) or place.day
    if not day or not clock:
        return None
    moment = datetime.fromisoformat(f"{day}T{clock}:00")
    if not day_of(place.date) and clock < _change(place.change):
        moment = _later(moment, _A_DAY)
    return (in_zone(moment, place.zone) if place.zone else None) or moment


def _by_clock(moment: datetime, clock: str | None, zone: str | None) -> datetime:
    """*moment* as the *clock* beside it shows it.

    Some exports write each date at midnight, others all instants in UTC and the clock of the place.
    """
    if clock and clock > _LATEST and f"{moment:%H:%M}" == "00:00":
        return moment.replace(hour=int(clock[:2]), minute=int(clock[3:]))
    there = zone and moment.utcoffset() == timedelta(0) and _same_in(moment, zone)
    return there if there and clock in (None, f"{there:%H:%M}") else moment


def _same_in(moment: datetime, zone: str) -> datetime | None:
    """*moment* as clocks in *zone* show it."""
    from zoneinfo import ZoneInfo

    try:
        there = moment.astimezone(ZoneInfo(zone)) if _ZONE.fullmatch(zone) else None
    except (KeyError, ValueError, OSError, OverflowError):
        return None
    offset = there.utcoffset() if there else None
    return there.replace(tzinfo=timezone(offset)) if there and offset is not None else None


def _clock_of_day(text: str) -> str | None:
    """The clock of ``11:00:00``."""
    found = re.fullmatch(r"(\d{1,2}:\d{2}):\d{2}", text.strip()[:_LONGEST])
    return parse_clock(found[1]) if found else None


def _change(clock: str | None) -> str:
    given = parse_clock(clock[:5]) if clock else None
    return min(given or _USUAL_CHANGE, _LATEST)


def _stamp(text: str, zone: str | None) -> datetime | None:
    """The instant or local time that *text* is."""
    found = _STAMP.fullmatch(text.strip()[:_LONGEST])
    if not found:
        return None
    offset = (found["offset"] or "").upper().replace("UTC", "Z")
    if offset and offset != "Z":
        offset = f"{offset[:3]}:{offset[-2:] if len(offset) > 3 else '00'}"
    clock = found["clock"].rjust(5, "0")
    try:
        moment = datetime.fromisoformat(
            f"{found['date']}T{clock}:{found['seconds'] or '00'}{offset.replace('Z', '+00:00')}"
        )
    except ValueError:
        return None
    if moment.utcoffset() is None and zone:
        return in_zone(moment, zone) or moment
    return moment


def _clock_after(begin: datetime, text: str, zone: str | None) -> datetime | None:
    """The next time after *begin* that clocks show *text*, if its zone is known those in *zone*."""
    clock = parse_clock(text[:8]) or _clock_of_day(text)
    if not clock:
        return None
    end = begin.replace(hour=int(clock[:2]), minute=int(clock[3:]), second=0)
    if end <= begin:
        end = _later(end, _A_DAY)
    there = in_zone(end.replace(tzinfo=None), zone) if zone and end.tzinfo else None
    return there if there and there > begin else end


def _later(moment: datetime, minutes: int) -> datetime:
    try:
        return moment + timedelta(minutes=minutes)
    except OverflowError:
        return moment


def _between(begin: datetime, end: datetime) -> int | None:
    """Minutes from *begin* to *end*, if it is later at all and within a month."""
    if (begin.utcoffset() is None) != (end.utcoffset() is None):
        return None
    minutes = round((end - begin).total_seconds() / 60)
    return minutes if 0 < minutes <= 30 * _A_DAY else None


def _date_of(begin: datetime, day: str | None) -> str:
    """The day of the programme, which may be the evening before; else the date of the clock."""
    own = begin.date()
    if not day:
        return own.isoformat()
    try:
        apart = (own - date.fromisoformat(day)).days
    except ValueError:
        return own.isoformat()
    return day if apart == 1 and begin.hour < 10 else own.isoformat()


def _agrees(begin: datetime, zone: str) -> bool:
    """Whether *zone* lies where *begin* says; a zone nobody knows is believed for a local time."""
    there = in_zone(begin.replace(tzinfo=None), zone)
    if begin.utcoffset() is None:
        return there is None and bool(_ZONE.fullmatch(zone))
    return there is not None and there.utcoffset() == begin.utcoffset()


def _without_date(place: Place) -> Moments:
    day = day_of(place.date) or place.day
    begin = parse_clock(place.start[:8]) or _clock_of_day(place.start)
    if day or not begin:
        return Moments(None, None, day, None, place.minutes or None)
    end = parse_clock(place.end[:8]) or _clock_of_day(place.end)
    if end is None and place.minutes and place.minutes < _A_DAY:
        total = (60 * int(begin[:2]) + int(begin[3:]) + place.minutes) % _A_DAY
        end = f"{total // 60:02}:{total % 60:02}"
    return Moments(begin, end, None, None, place.minutes or None)


def _clock_length(text: str) -> int | None:
    """Minutes of H:MM, H:MM:SS and D:HH:MM:SS."""
    found = _CLOCK_LENGTH.fullmatch(text)
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part is not None]
    days = parts.pop(0) if len(parts) == 4 else 0
    return days * _A_DAY + 60 * parts[0] + parts[1] or None


def _iso_length(text: str) -> int | None:
    """Minutes of an ISO 8601 duration."""
    found = _ISO_LENGTH.fullmatch(text.upper())
    if not found:
        return None
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return days * _A_DAY + 60 * hours + minutes or None
