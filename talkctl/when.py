"""Dates, clock times, time zones and lengths as programmes write them.

Everything returns plain ISO 8601 text, or ``None`` where the page does not say enough.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS_ELSEWHERE = {
    1: "januar januari janvier enero janeiro gennaio jänner", 2: "februar februari février febrero"
    " fevereiro febbraio lutego", 3: "märz maart mars marzo março marca", 4: "avril abril aprile kwietnia",
    5: "mai mei mayo maio maggio maja maj", 6: "juni juin junio junho giugno czerwca",
    7: "juli juillet julio julho luglio lipca", 8: "août agosto augusti augustus sierpnia",
    9: "septembre septiembre setembro settembre września", 10: "oktober octobre octubre outubro"
    " ottobre października", 11: "novembre noviembre novembro listopada", 12: "dezember december"
    " décembre diciembre dezembro dicembre grudnia",
}  # fmt: skip
_MONTH_NUMBERS = {name: n for n, names in _MONTHS_ELSEWHERE.items() for name in names.split()}
_WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_DATE_FORMS = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s+(?:of |de )?{_MONTH},?\s+(?:de )?(?P<year>\d{{4}})",
    rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
    r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
)

_LONGEST = 60
"""No date, time or length is written in more letters than this."""

_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600, "AST": -240, "ADT": -180, "NST": -210, "NDT": -150,
    "BRT": -180, "BRST": -120, "ART": -180, "CLT": -240, "COT": -300, "PET": -300,
    "SAST": 120, "EAT": 180, "WAT": 60, "GST": 240, "PKT": 300, "WIB": 420, "ICT": 420,
    "SGT": 480, "HKT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Minutes east of Greenwich. Letters that stand for several zones (CST: Chicago or Shanghai;
IST: India, Ireland or Israel) are left out on purpose."""

_CLOCK = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})|h)?\s?(?:(?P<half>[ap])(?:\.\s?)?m\.?|uhr|h)?"
CLOCK = r"\d{1,2}(?:[:.h]\d{2}|h(?!\w))?(?:\s?(?:[ap](?:\.\s?)?m\b\.?|uhr\b|h\b))?"
"""What may stand for a time of day, as part of a larger pattern (to be matched without case)."""

ZONE = r"[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}"
"""What may stand for a time zone after a clock time."""

_LENGTH = (
    r"(?:(?P<h>\d+):(?P<m>\d{2})(?::\d{2})?\s*(?:hours?|h)"
    r"|(?P<hours>\d+(?:\.\d+)?)\s*(?:hours?|hrs?|h)(?:\s*(?P<rest>\d+)\s*(?:minutes?|mins?|m)?)?"
    r"|(?P<minutes>\d+)(?::(?P<seconds>\d{2}))?\s*(?:minutes?|minuten|minutos|mins?|m)"
    r"|(?P<only>\d+)\s*(?:seconds?|secs?|s))"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """The pattern that *text* writes; most answers need none of these, and to make them takes time."""
    return re.compile(text, re.IGNORECASE)


def _month(name: str) -> int | None:
    name = name.lower()
    if name in _MONTH_NUMBERS:
        return _MONTH_NUMBERS[name]
    english = next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(name)), None)
    if english:
        return english
    abbreviated = {n for month, n in _MONTH_NUMBERS.items() if month.startswith(name)}
    return abbreviated.pop() if len(abbreviated) == 1 else None


def parse_date(text: str) -> str | None:
    """The date that *text* is, whole: ``15 Dec 2017``, ``Tuesday November 8, 2016``, ISO."""
    text = text.strip()
    for form in _DATE_FORMS if len(text) <= _LONGEST else ():
        found = _pattern(rf"(?:{_WEEKDAY},?\s+)?{form}").fullmatch(text)
        if not found:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
        try:
            return date(int(parts["year"]), month or 0, int(parts["day"])).isoformat()
        except ValueError:
            return None
    return None


_LEAP_YEAR = 2024

NO_DAY = (
    "neither a date (2017-12-08, 8 dec), a weekday (friday), the number of a day (2),"
    " today, nor tomorrow"
)
"""What is wrong with a day that somebody asks for and that is none."""


def parse_day(text: str) -> str | None:
    """A date as people type it: ``2017-12-08``, ``8.12.2017``; without a year ``12-08``."""
    text = text.strip()
    whole = parse_date(text) or _in_short_parts(text)
    if whole or len(text) > _LONGEST:
        return whole
    found = parse_date(f"{text} {_LEAP_YEAR}")
    return found[5:] if found else None


def _in_short_parts(text: str) -> str | None:
    parts = text.split("-") if "-" in text else text.split(".")[::-1]
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    return parse_date(f"{parts[0]}-{parts[1]:0>2}-{parts[2]:0>2}")


_DAY_HEADING = (
    rf"(?P<weekday>{_WEEKDAY}),?\s+(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<month2>[a-z]{{3,9}}))(?:,?\s+(?P<year>\d{{4}}))?"
)


def parse_day_heading(text: str) -> tuple[int, int, int | None] | None:
    """Month, day and, where stated, year of a heading such as ``Tuesday, November 8``."""
    found = _pattern(_DAY_HEADING).fullmatch(text.strip()) if len(text) <= 2 * _LONGEST else None
    if not found:
        return None
    month = _month(found["month"] or found["month2"])
    day = int(found["day"] or found["day2"])
    if month is None or not 1 <= day <= 31:
        return None
    return month, day, int(found["year"]) if found["year"] else None


def parse_clock(text: str, half: str | None = None) -> str | None:
    """``HH:MM`` on a 24-hour clock of ``11:00am``, ``7pm``, ``19:30``, ``19h30``.

    *half* (``am`` or ``pm``) is used where *text* does not say which half of the day it means.
    """
    found = _pattern(_CLOCK).fullmatch(text.strip()[:_LONGEST])
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    letter = (found["half"] or (half or "")[:1]).lower()
    if letter:
        if not 1 <= hour <= 12:
            return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
        hour = hour % 12 + (12 if letter == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"


def names_half(text: str) -> str | None:
    """``am`` or ``pm`` where a clock time says it, else ``None``."""
    found = _pattern(_CLOCK).fullmatch(text.strip()[:_LONGEST])
    return f"{found['half'].lower()}m" if found and found["half"] else None


def clock_range(start: str, end: str | None) -> tuple[str | None, str | None]:
    """Both ends of ``11:00am - 11:40am`` or ``06:30 - 07:00 PM``, as ``HH:MM``; *end* may be open.

    Where one end alone names its half of the day, the other lies in the half that makes the
    shorter span: ``11:30 - 12:15 PM`` begins in the morning, ``06:30 - 07:00 PM`` does not; so
    does the end of ``12:30 - 1:00``.
    """
    if not end:
        return parse_clock(start), None
    first, last = names_half(start), names_half(end)
    begin, finish = parse_clock(start, first or last), parse_clock(end, last or first)
    if begin and finish and bool(first) != bool(last):
        later = (_half_a_day_on(begin), finish) if last else (begin, _half_a_day_on(finish))
        return min((begin, finish), later, key=lambda span: _minutes(*span))
    if begin and finish and not first and "12:00" <= begin < "13:00" and finish < "12:00":
        return begin, _half_a_day_on(finish)
    return begin, finish


def _half_a_day_on(clock: str) -> str:
    return f"{(int(clock[:2]) + 12) % 24:02}{clock[2:]}"


def _minutes(start: str, end: str) -> int:
    """How long it is from *start* to the next *end*; a whole day if they are the same."""
    span = 60 * (int(end[:2]) - int(start[:2])) + int(end[3:]) - int(start[3:])
    return span % (24 * 60) or 24 * 60


def zone_offset(zone: str) -> timedelta | None:
    """How far east of Greenwich *zone* lies (``PST``, ``UTC+2``, ``+05:30``), if that is certain."""
    zone = zone.strip()
    if zone.upper() in _OFFSETS:
        return timedelta(minutes=_OFFSETS[zone.upper()])
    found = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", zone)
    if not found or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timedelta(minutes=-minutes if found[1] == "-" else minutes)


def instant(day: str, clock: str, zone: str | None) -> str | None:
    """The instant at which the clock shows *clock* on *day* in *zone*, if the zone is certain."""
    offset = zone_offset(zone) if zone else None
    if offset is None:
        return None
    moment = datetime.fromisoformat(f"{day}T{clock}:00")
    return moment.replace(tzinfo=timezone(offset)).isoformat()


def in_zone(moment: str, zone: str) -> str | None:
    """The instant of a local *moment* with its date (``2024-02-03T10:30``) in *zone*.

    *zone* is an abbreviation, an offset or a name of https://www.iana.org/time-zones. An hour that
    clocks skip when summer begins, and a zone that nobody knows, give ``None``; of an hour that
    they show twice, the first is meant.
    """
    from zoneinfo import ZoneInfo

    local = datetime.fromisoformat(moment)
    offset = zone_offset(zone)
    if offset is not None:
        return local.replace(tzinfo=timezone(offset)).isoformat()
    try:
        there = local.replace(tzinfo=ZoneInfo(zone))
        back = there.astimezone(UTC).astimezone(there.tzinfo)
    except (LookupError, ValueError, OSError, OverflowError):
        return None
    return there.isoformat() if back.replace(tzinfo=None) == local else None


def is_zone(name: str) -> bool:
    """Whether *name* is a time zone that is certain."""
    return in_zone("2024-01-01T12:00", name) is not None


def no_zone(name: str) -> str:
    """What is wrong with *name*, which is no time zone, and which one may be meant."""
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    known = {zone.casefold(): zone for zone in sorted(available_timezones())}
    typed = "_".join(name.casefold().split())
    near = get_close_matches(typed, known, 1, 0.8) or [
        zone for zone in known if typed and typed in zone.split("/")[1:]
    ]
    meant = f"did you mean {known[near[0]]}?" if near else "try Europe/Berlin, CET or UTC+2."
    return f"no time zone is called so; {meant}"


def is_local(moment: str) -> bool:
    """Whether *moment* has no offset: a clock time (``19:00``), or one with its date."""
    return len(moment) <= len("2024-02-03T19:00:00")


def clock_of(moment: str) -> str:
    """What the clock shows at *moment*, an instant or a local time: ``HH:MM``."""
    return moment[11:16] if len(moment) > len("19:00") else moment


def shifted(day: str, days: int) -> str:
    """The date so many *days* after *day*; *day* itself where there is none."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def parse_length(text: str) -> int | None:
    """Whole minutes of ``35 minutes``, ``1:03 hours``, ``2 hours``; less than half a minute is 0."""
    found = _pattern(_LENGTH).fullmatch(text.strip()[:_LONGEST])
    if not found:
        return None
    if found["h"]:
        return int(found["h"]) * 60 + int(found["m"])
    if found["hours"]:
        return round(float(found["hours"]) * 60) + int(found["rest"] or 0)
    if found["minutes"]:
        return int(found["minutes"]) + (1 if int(found["seconds"] or 0) >= 30 else 0)
    return round(int(found["only"]) / 60)
