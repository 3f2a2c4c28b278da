"""The lines of a meetup's agenda, and what time they mean.

    [07:00 - 07:30 PM] Smooth Operator (Ken Sipe, D2iQ)
    • 6:30-7pm Social time          - 19h30 : Apéro          18:30 – 19:00 | Talk
    19:00 hs - Charla 1           ab 20:45 Uhr: Ausklang     6.45-7.15 - Snakes
    6:30 PM                         a time alone, above what happens then
    Doors open (18:30 - 19:00)      a time behind what happens

Where only one end of a span says which half of the day it means, the other lies in the half that
makes the shorter span. Where a line says nothing of it, it is in the half that keeps the agenda in
order, from the hour on at which the page says that everything begins; where no line says anything,
an agenda that starts between four and ten is in the evening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from talkctl.record import Record
from talkctl.sources.grammar.days import date_of
from talkctl.sources.grammar.markup import without_pictogram
from talkctl.sources.grammar.zones import ZONE, bare, instant
from talkctl.when import CLOCK, clock_range, names_half, parse_clock, shifted

_O_CLOCK = r"(?:\s?(?:hs|hrs|horas|heures)\b\.?)?"
_TIME = rf"{CLOCK}{_O_CLOCK}"
_TO = r"(?:[-–—]|to|until|till|bis|à|a|às|hasta|até)"
_BULLET = r"\s*(?:(?:[•*·–➡→▶●○◦‣⁃-]|[^\w\s\[(\"'“„«#|`~]{1,3}|\d{1,2}\))\s+){0,2}"
_FROM = (
    r"(?:(?:ab|um|at|from|ore|alle|kl|gegen|ca\.?|approx\.?|a las|à partir de|a partir de las|à|dès|desde las"
    r"|von|de|da|às|~)\s*(?=\d))?"
)
_SPAN = (
    rf"(?P<open>\[)?\(?{_FROM}(?P<start>{_TIME})(?:\s*{_TO}\s*(?P<end>{_TIME}))?"
    r"(?(open)\])\)?"
)
_AGENDA = re.compile(
    rf"{_BULLET}{_SPAN}(?![:.,]?\d)(?P<joint>\s*[-–—:|,]+\s+|\s*[-–—|]+\s*|:\s*|\s+)(?P<what>\S.*)$",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(
    rf"{_BULLET}{_SPAN}(?:\s*\(?(?P<zone>(?-i:{ZONE}))\)?)?\s*:?\s*$", re.IGNORECASE
)
_TIME_BEHIND = re.compile(
    rf"{_BULLET}(?P<what>[^\W\d_].{{2,200}}?)\s*(?P<open>[\[(])\s*{_FROM}(?P<start>{_TIME})"
    rf"(?:\s*{_TO}\s*(?P<end>{_TIME}))?\s*[\])]$",
    re.IGNORECASE,
)
_CLEAR = re.compile(r"\d[:h]\d\d|\d\s?[ap](?:\.\s?)?m\b|\d\s?(?:h|hs|hrs)\b|uhr|horas|heures", re.I)
_DOTTED = re.compile(r"\d{1,2}\.[0-5]\d$")
_OPEN_END = re.compile(
    r"^(?:\.{2,4}|…|\?+|open end\b|onwards?\b|(?:un)?till? (?:late|close)\b"
    r"|(?:late|close)(?=\s*[-–—:|]))\s*(?:[-–—:|]\s*)?(?=\S)",
    re.IGNORECASE,
)
_BULLET_INSIDE = re.compile(r"^[•·→●○◦‣⁃➡&]\s+(?=\S)")
_LASTING = re.compile(
    r"\s*\((?P<minutes>\d{1,3})[ -]?(?:min(?:ute)?[sn]?\b\.?|['’])\)$", re.IGNORECASE
)
"""Behind what happens how long it takes."""
_FIRM = re.compile(r"\s*[-–—:|]+\s*$")
_SPACED_H = re.compile(r"\b(\d{1,2}) ?h ?(\d{2})\b", re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:when|date|datum|data|wann|wanneer|quand|quando|cuándo|fecha)\s*:\s*|[^\w\s]{1,3}\s+)?"
    r"(?P<date>(?:[^\W\d_]{2,12}\.?(?:-feira)?,?\s+)?(?:[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?),?\s+(?:de\s+)?\d{4}|\d{4}-\d\d-\d\d"
    r"|(?:[^\W\d_]{2,12}\.?,?\s+)?\d{1,2}(?:\.\s?\d{1,2}\.\s?|/\d{1,2}/)\d{4})"
    r"(?P<rest>[\s,·•@(|–-].*|\s+at\b.*)?$",
    re.IGNORECASE,
)
_DATE_TOLD = re.compile(
    r"(?P<first>\b\d{1,2}(?:\.|st|nd|rd|th)?\s?(?:[-–&+]|and|und|y|et|to|bis)\s?)?(?<![\d/])(?P<date>"
    r"(?:[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?|\d{1,2}(?:\.|er|st|nd|rd|th)?\s(?:of\s|de\s)?[^\W\d_]{3,10}\.?,?)"
    r"\s(?:de\s)?20\d\d|\d{1,2}/\d{1,2}/20\d\d)\b"
)
_ZONE_AT_END = re.compile(rf"\s\(?(?P<zone>{ZONE})\)?\s*$")
_ZONE_BEHIND_HOUR = re.compile(rf"{CLOCK}\s\(?(?P<zone>{ZONE})(?=[\s,)])")
_HOURS = re.compile(rf"(?<![\d:.])(?P<start>{CLOCK})(?![\d:])", re.IGNORECASE)
_IN_ANOTHER_ZONE = re.compile(rf"{ZONE}\s*[/|,(·•=]\s*{CLOCK}")
"""Behind an hour its zone and another hour: the same moment once more, and nothing that happens."""
_HOUR_SPAN = re.compile(
    rf"(?<![\d:.])(?P<start>{_TIME})\s*{_TO}\s*(?:[^\d]{{0,40}}?\d{{1,2}},?\s+\d{{4}},?\s+(?:at\s+)?)?"
    rf"(?P<end>{_TIME})",
    re.IGNORECASE,
)
_EVENING = ("04:00", "09:59")
_CELLS = re.compile(r"\s*\t\s*")
"""What stands between a title and whoever gives the talk where a table was copied."""

_LONGEST = 500
_LONGEST_DATE = 160


@dataclass(frozen=True, slots=True)
class Slot:
    """A time on an agenda, as written, and what happens then; ``""`` if that stands below."""

    what: str
    start: str
    end: str | None = None
    onwards: bool = False
    """It goes on until nobody knows when: ``8 pm onwards``, ``till late``."""

    def span(self) -> tuple[str | None, str | None]:
        """Its start and end on a 24-hour clock, as far as its own line tells."""
        return clock_range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class WhenAndWhere:
    """What a page states of the whole event: its date, its zone, where it is, and its hours."""

    date: str | None = None
    zone: str | None = None
    place: str = ""
    start: str | None = None
    end: str | None = None


def agenda_line(text: str, dotted: bool = False) -> Slot | None:
    """The slot that a line with a time and something behind it makes; *dotted* says that the page
    writes hours as ``6.30``."""
    if len(text) > _LONGEST or not any(letter.isdigit() for letter in text[:60]):
        return None
    text = _SPACED_H.sub(r"\1h\2", text[:60]) + text[60:]
    found = _AGENDA.match(text)
    if not found or not _is_clear(found, dotted) or _TIME_ALONE.match(text[:60]):
        return None
    if _IN_ANOTHER_ZONE.match(found["what"]):
        return None
    what, end = found["what"].strip(), found["end"]
    open_end = _OPEN_END.match(what)
    what = what[open_end.end() :] if open_end else what
    what = _CELLS.sub(" – ", without_pictogram(_BULLET_INSIDE.sub("", what)))
    what, minutes = take_length(what)
    end = end or (_later_by(found["start"], minutes) if minutes else None)
    if end and end.isdigit() and not found["open"] and not found["joint"].strip():
        # "7:00 pm - 5 Tools for Everyone" is no span until five.
        what, end = f"{end} {what}", None
    onwards = bool(open_end and open_end[0][0].isalpha())
    return Slot(what, _plain(found["start"]), _plain(end) if end else None, onwards)


def without_hour(text: str) -> str:
    """What *text* says behind the hour with which it opens, if it opens with one."""
    slot = agenda_line(text)
    return slot.what if slot else text


def take_length(what: str) -> tuple[str, int | None]:
    """*what* without the minutes in brackets behind it, and how many they are."""
    lasting = _LASTING.search(what)
    if not lasting or not lasting.start():
        return what, None
    return what[: lasting.start()], int(lasting["minutes"])


def _later_by(clock: str, minutes: int) -> str | None:
    """The time *minutes* after *clock*, in the half of the day that *clock* names, if any."""
    start = parse_clock(_plain(clock))
    if not start:
        return None
    total = 60 * int(start[:2]) + int(start[3:]) + minutes
    return f"{total // 60 % 24:02}:{total % 60:02}"


def slot_behind(text: str) -> Slot | None:
    """The slot of a line that says in brackets at its end when it happens."""
    if len(text) > 260 or not text.endswith((")", "]")):
        return None
    found = _TIME_BEHIND.match(text)
    if not found or not _CLEAR.search(f"{found['start']} {found['end'] or ''}"):
        return None
    if not parse_clock(_plain(found["start"]), "pm"):
        return None
    end = found["end"]
    return Slot(found["what"].strip(), _plain(found["start"]), _plain(end) if end else None)


def time_alone(text: str) -> Slot | None:
    """The slot that a line with nothing but a time opens."""
    found = _TIME_ALONE.match(text) if len(text) <= 60 else None
    if not found or not _is_clear(found, False):
        return None
    return Slot("", _plain(found["start"]), _plain(found["end"]) if found["end"] else None)


def writes_dots(texts: Sequence[str]) -> bool:
    """Whether a page writes hours as ``6.30``: several of its lines open so, with a dash behind, or
    even three in their order."""
    forms = (_AGENDA.match(text) for text in texts if len(text) <= _LONGEST and "." in text[:12])
    hours = [found["start"] for found in forms if found and _FIRM.match(found["joint"])]
    if sum(1 for hour in hours if _DOTTED.match(hour)) > 1:
        return True
    starts = [clock for text in texts if (clock := _opening_hour(text))]
    return len(starts) > 2 and starts == sorted(starts)


def _opening_hour(text: str) -> str | None:
    first = text[:6].split(" ", 1)[0]
    return parse_clock(first) if _DOTTED.match(first) else None


def _plain(clock: str) -> str:
    return re.sub(r"\s?(?:hs|hrs|horas|heures)\.?$", "", clock, flags=re.IGNORECASE)


def _is_clear(found: re.Match[str], dotted: bool) -> bool:
    """Whether it is a time of day that stands there, and not a number."""
    start = _plain(found["start"])
    if not parse_clock(start, "pm"):
        return False
    span = f"{found['start']} {found['end'] or ''}"
    by_dots = bool(_DOTTED.match(start)) and (dotted or bool(found["end"]))
    in_bracket = found["open"] and not (start.isdigit() and not found["end"])
    return bool(in_bracket or _CLEAR.search(span) or by_dots or ("." in span and found["end"]))


def when_and_where(lines: Sequence[str], place: str = "") -> WhenAndWhere:
    """The date that a page states for its event, with zone and hours on that line or the next.

    A date without hours, as comments have it, counts only where none has any.
    """
    first: WhenAndWhere | None = None
    for index, text in enumerate(lines):
        found = dated(text)
        if found:
            following = lines[index + 1] if index + 1 < len(lines) else ""
            read = _read_when_and_where(found, following[:80].strip(), place)
            if read.start:
                return read
            first = first or read
    return first or WhenAndWhere(place=place)


def date_in_prose(texts: Sequence[str]) -> str | None:
    """The one date that sentences among *texts* name, as where an invitation says when to come;
    of several days there is none."""
    told = [match for text in texts for match in _DATE_TOLD.finditer(text[:2000])]
    found = {date for match in told if (date := date_of(match["date"]))}
    return found.pop() if len(found) == 1 and not any(match["first"] for match in told) else None


def _read_when_and_where(found: tuple[str, str], following: str, place: str) -> WhenAndWhere:
    date, rest = found
    zone, start, end = None, None, None
    for part in (rest, following):
        at_end = _ZONE_AT_END.search(f" {part}") or _ZONE_BEHIND_HOUR.search(part)
        if zone is None and at_end and at_end["zone"].upper() not in ("AM", "PM", "UHR"):
            zone = bare(at_end["zone"])
        span = _HOUR_SPAN.search(part)
        if start is None and span and _CLEAR.search(span[0]):
            start, end = clock_range(_plain(span["start"]), _plain(span["end"]))
        one = None if start or span else _HOURS.search(part)
        if one and _CLEAR.search(one[0]):
            start = parse_clock(_plain(one["start"]))
    return WhenAndWhere(date, zone, place, start, end)


def dated(text: str) -> tuple[str, str] | None:
    """The date of a line that says when an event is, and what stands behind it."""
    text = text.strip()
    if len(text) > _LONGEST_DATE or not any(letter.isdigit() for letter in text):
        return None
    found = _DATED.match(text)
    date = date_of(found["date"]) if found else None
    return (date, (found["rest"] or "").strip()) if found and date else None


def is_dated(text: str) -> bool:
    """Whether *text* is a line that says when the event is."""
    return dated(text) is not None


def clocks(
    slots: Sequence[Slot | None], opening: str | None = None
) -> tuple[list[tuple[str | None, str | None]], bool]:
    """Start and end of each slot on a 24-hour clock, and whether the evening was only assumed.

    *opening* is the hour at which the page says that everything begins.
    """
    halves = [half for slot in slots if slot for half in [_half(slot)] if half]
    known = ("pm" if opening >= "12:00" else "am") if opening and not halves else None
    assumed = not halves and not known and _starts_in_the_evening(slots)
    half = halves[0] if halves else known or ("pm" if assumed else None)
    found: list[tuple[str | None, str | None]] = []
    before: str | None = None
    for slot in slots:
        if slot is None:
            found.append((None, None))
            continue
        start, end = slot.span()
        if half and not _half(slot):
            later = half == "pm" if before is None else bool(start and start < before)
            if later and (before is None or (_later(start) or "") >= before):
                start, end = _later(start), _later(end)
        before = start or before
        found.append((start, end))
    return found, assumed


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


def at(
    record: Record,
    span: tuple[str | None, str | None],
    when: WhenAndWhere,
    last_day: str | None = None,
) -> Record:
    """*record* at those hours: instants where date and zone are certain, local times otherwise.

    It ends on *last_day*, if that is told, or when clocks show its end next.
    """
    start, end = span
    record = record._replace(date=when.date)
    if not start:
        return record
    first, last = None, None
    if when.date:
        first = instant(when.date, start, when.zone, when.place)
        last_day = last_day or (shifted(when.date, 1) if end and end < start else when.date)
        last = instant(last_day, end, when.zone, when.place) if end else None
    return record._replace(start=first or start, end=last or end, timezone=when.zone)
