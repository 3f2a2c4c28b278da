"""The lines of a meetup's agenda, and what time they mean.

    [07:00 - 07:30 PM] Smooth Operator (Ken Sipe, D2iQ)
    • 6:30-7pm Social time          - 19h30 : Apéro          18:30 – 19:00 | Talk
    6:30 PM                         a time alone, above what happens then

Where only one end of a span says which half of the day it means, the other lies in the half that
makes the shorter span. Where a line says nothing of it, it is in the half that keeps the agenda in
order; and where no line does, an agenda that starts between four and ten is in the evening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from talkctl.model import Record
from talkctl.when import CLOCK, ZONE, clock_range, instant, names_half, parse_clock, parse_date

_SPAN = (
    rf"(?P<open>\[)?\(?(?P<start>{CLOCK})(?:\s*(?:[-–—]|to|until|till|bis|à|a|às)\s*(?P<end>{CLOCK}))?"
    r"(?(open)\])\)?"
)
_AGENDA = re.compile(
    rf"\s*(?:[•*·–-]\s+)?{_SPAN}(?![:.,]?\d)(?P<joint>\s*[-–—:|,]+\s+|\s*[-–—|]+\s*|:\s*|\s+)(?P<what>\S.*)$",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(
    rf"\s*(?:[•*·–-]\s+)?{_SPAN}(?:\s*\(?(?P<zone>(?-i:{ZONE}))\)?)?\s*:?\s*$", re.IGNORECASE
)
_CLEAR = re.compile(r"\d[:h]\d\d|\d\s?[ap]\.?m\b|\d\s?h\b|uhr", re.IGNORECASE)
_DATED = re.compile(
    r"(?P<date>(?:[^\W\d_]{3,10},?\s+)?(?:[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?),?\s+(?:de\s+)?\d{4})(?P<rest>[\s,·•@(|-].*|\s+at\b.*)?$"
)
_ZONE_AT_END = re.compile(rf"\s\(?(?P<zone>{ZONE})\)?\s*$")
_EVENING = ("04:00", "09:59")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Slot:
    """A time on an agenda, as written, and what happens then; ``""`` if that stands below."""

    what: str
    start: str
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """The date and the zone that a page states for the whole event."""

    date: str | None = None
    zone: str | None = None


def agenda_line(text: str) -> Slot | None:
    """The slot that a line with a time and something behind it makes."""
    found = _AGENDA.match(text) if len(text) <= _LONGEST else None
    if not found or not _is_clear(found) or _TIME_ALONE.match(text[:60]):
        return None
    what, end = found["what"].strip(), found["end"]
    if end and end.isdigit() and not found["open"] and not found["joint"].strip():
        # "7:00 pm - 5 Tools for Everyone" is no span until five.
        what, end = f"{end} {what}", None
    return Slot(what, found["start"], end)


def time_alone(text: str) -> Slot | None:
    """The slot that a line with nothing but a time opens."""
    found = _TIME_ALONE.match(text) if len(text) <= 60 else None
    return Slot("", found["start"], found["end"]) if found and _is_clear(found) else None


def _is_clear(found: re.Match[str]) -> bool:
    """Whether it is a time of day that stands there, and not a number."""
    if not parse_clock(found["start"], "pm"):
        return False
    span = f"{found['start']} {found['end'] or ''}"
    return bool(found["open"] or _CLEAR.search(span) or ("." in span and found["end"]))


def occasion(lines: Sequence[str]) -> Occasion:
    """The date that a page states for its event, with the zone on that line or the next."""
    for index, text in enumerate(lines):
        found = _DATED.match(text.strip()) if len(text) <= 120 else None
        date = parse_date(found["date"]) if found else None
        if found and date:
            following = lines[index + 1] if index + 1 < len(lines) else ""
            zones = (_ZONE_AT_END.search(part) for part in (found["rest"] or "", following[:80]))
            zone = next(
                (zone["zone"] for zone in zones if zone and zone["zone"] not in ("AM", "PM")), None
            )
            return Occasion(date, zone)
    return Occasion()


def is_dated(text: str) -> bool:
    """Whether *text* is a line that says when the event is."""
    found = _DATED.match(text.strip()) if len(text) <= 120 else None
    return bool(found and parse_date(found["date"]))


def clocks(slots: Sequence[Slot | None]) -> tuple[list[tuple[str | None, str | None]], bool]:
    """Start and end of each slot on a 24-hour clock, and whether the evening was only assumed."""
    halves = [half for slot in slots if slot for half in [_half(slot)] if half]
    assumed = not halves and _starts_in_the_evening(slots)
    half = halves[0] if halves else ("pm" if assumed else None)
    found: list[tuple[str | None, str | None]] = []
    before: str | None = None
    for slot in slots:
        if slot is None:
            found.append((None, None))
            continue
        start, end = _span(slot)
        if half and not _half(slot):
            later = half == "pm" if before is None else bool(start and start < before)
            if later and (before is None or (_later(start) or "") >= before):
                start, end = _later(start), _later(end)
        before = start or before
        found.append((start, end))
    return found, assumed


def _span(slot: Slot) -> tuple[str | None, str | None]:
    if slot.end:
        return clock_range(slot.start, slot.end)
    return parse_clock(slot.start), None


def _half(slot: Slot) -> str | None:
    return names_half(slot.start) or (names_half(slot.end) if slot.end else None)


def _starts_in_the_evening(slots: Sequence[Slot | None]) -> bool:
    starts = [clock for slot in slots if slot and (clock := parse_clock(slot.start))]
    rising = all(a <= b or b < "04:00" for a, b in pairwise(starts))
    return bool(starts) and rising and _EVENING[0] <= starts[0] <= _EVENING[1]


def _later(clock: str | None) -> str | None:
    """*clock* twelve hours on, where that is still the same day."""
    if clock is None or int(clock[:2]) >= 12:
        return clock
    return f"{int(clock[:2]) + 12:02}{clock[2:]}"


def at(record: Record, span: tuple[str | None, str | None], when: Occasion) -> Record:
    """*record* at those hours: instants where date and zone are certain, local times otherwise."""
    start, end = span
    record = record._replace(date=when.date)
    if not start:
        return record
    first = instant(when.date, start, when.zone) if when.date else None
    last = instant(when.date, end, when.zone) if when.date and end else None
    return record._replace(start=first or start, end=last or end, timezone=when.zone)
