"""When an event that repeats takes place, within sane bounds.

RRULE:FREQ=WEEKLY;COUNT=3 and RDATE add dates, EXDATE takes some away. A rule may go on for ever, or
look for a thirtieth of February until the end of time; so the number of dates is bounded, and only
rules are followed that are sure to find one again and again.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from talkctl.sources.icalendar.clocks import Moment

MOST = 366
"""No event is taken to take place more often than this."""

_AHEAD = {"YEARLY": 7500, "MONTHLY": 11000, "WEEKLY": 5500, "DAILY": 1100, "HOURLY": 31}
"""How many days ahead a rule is followed, by how often it repeats."""

_UNTIL = re.compile(
    r"(?:^|;)\s*UNTIL=(?P<date>\d{8})(?:T(?P<clock>\d{6})(?P<utc>Z)?)?[^;]*", re.IGNORECASE
)
_WEEKDAYS = re.compile(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYHOUR",
     "BYMINUTE", "BYSECOND")
)  # fmt: skip
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Dates:
    """When an event takes place, in order, and what of its rules was not followed, if anything."""

    moments: tuple[Moment, ...]
    unread: str | None = None


def dates_of(
    start: Moment, rules: list[str], added: list[Moment], taken_away: list[Moment]
) -> Dates:
    """All times at which an event that first takes place at *start* does so by its *rules*."""
    found = {start.local}
    unread: str | None = None
    for rule in rules[:4]:
        times = _times(start, rule)
        if times is None:
            unread = "a rule of repetition that cannot be followed"
            continue
        found.update(times[:MOST])
        if len(times) > MOST:
            unread = f"repeats more than {MOST} times; the first {MOST} are kept"
    found.update(_same_clock(start, one) for one in added[:MOST])
    gone = {_same_clock(start, one) for one in taken_away}
    days_gone = {one.local.date() for one in taken_away if one.whole_day}
    kept = sorted(at for at in found if at not in gone and at.date() not in days_gone)
    return Dates(tuple(start.at(local) for local in kept[:MOST]), unread)


def _same_clock(start: Moment, other: Moment) -> datetime:
    """What clocks at the place of *start* show at *other*."""
    if start.whole_day or other.whole_day:
        clock = start.local.time()
        return datetime.combine(other.local.date(), clock)
    if start.zone and other.zone:
        there = other.local.replace(tzinfo=other.zone).astimezone(start.zone)
        return there.replace(tzinfo=None)
    return other.local


def _times(start: Moment, rule: str) -> list[datetime] | None:
    from dateutil.rrule import rrulestr

    parts = _parts(rule)
    ahead = _AHEAD.get(parts.get("FREQ", ""))
    if ahead is None or not _is_sure(parts):
        return None
    try:
        latest = min(start.local + timedelta(days=ahead), _until(start, rule) or datetime.max)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = rrulestr(_UNTIL.sub("", rule).strip("; "), dtstart=start.local)
            return list(islice(made.replace(until=latest), MOST + 1))
    except Exception:  # dateutil raises whatever its arithmetic raises
        return None


def _parts(rule: str) -> dict[str, str]:
    """The parts of *rule* by their names; none of one that is absurdly long."""
    if len(rule) > _LONGEST:
        return {}
    pairs = (part.strip().upper().partition("=") for part in rule.split(";") if part.strip())
    return {name: value for name, _, value in pairs}


def _is_sure(parts: dict[str, str]) -> bool:
    """Whether a rule finds dates again and again, so that following it comes to an end.

    No more is asked of it than of the rules that calendars write: days of the week, of the month
    that all months have, months; every few weeks or months.
    """
    often, interval = parts["FREQ"], parts.get("INTERVAL", "1")
    named = {name for name in parts if name.startswith("BY")}
    days = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    if not parts.keys() <= _KNOWN or not interval.isdecimal() or not 0 < int(interval[:4]) < 1000:
        return False
    if not all(_WEEKDAYS.fullmatch(day) for day in days):
        return False
    numbered = any(day[0] in "+-12345" for day in days)
    if "BYSETPOS" in named and (numbered or not days or not _within(parts["BYSETPOS"], 4)):
        return False
    if "BYSETPOS" in named and named & {"BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND"}:
        return False
    if not _within(parts.get("BYMONTHDAY", "1"), 28 if "BYMONTH" in named or days else 31):
        return False
    if any("," in parts.get(name, "") for name in ("BYMINUTE", "BYSECOND")):
        return False
    if often == "HOURLY":
        return not named
    if often == "MONTHLY":
        return interval == "1" or "BYMONTH" not in named
    return often != "DAILY" or interval == "1" or not named - {"BYHOUR", "BYMINUTE", "BYSECOND"}


def _within(numbers: str, most: int) -> bool:
    """Whether *numbers* between commas are at most *most*, from either end."""
    found = [one.lstrip("+-") for one in numbers.split(",")]
    return all(one.isdecimal() and len(one) < 4 and 0 < int(one) <= most for one in found)


def _until(start: Moment, rule: str) -> datetime | None:
    """The last moment of *rule* on the clocks of *start*."""
    found = _UNTIL.search(rule)
    if not found:
        return None
    if not found["clock"] or start.whole_day:
        return datetime.strptime(found["date"], "%Y%m%d") + timedelta(hours=23, minutes=59)
    last = datetime.strptime(found["date"] + found["clock"], "%Y%m%d%H%M%S")
    if found["utc"] and start.zone:
        return last.replace(tzinfo=UTC).astimezone(start.zone).replace(tzinfo=None)
    return last
