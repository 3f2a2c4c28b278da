"""Dates and clocks as spreadsheets have them.

2024-05-31, 31.05.2024, 31 May 2024, Fri 31 May 2024     dates
05/31/2024 or 31/05/2024                                  by what the rest of the column allows
2024-05-31 10:30, 31.05.2024 10:30 Uhr                    a date with a clock
10:30 - 11:00, 10h30, 10.30 AM, 0.4375                    clocks; the last is a part of a day
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from talkctl.sources.grammar.days import date_in_figures
from talkctl.when import CLOCK, clock_range, parse_clock, parse_date

_NUMERIC = re.compile(
    r"(?P<one>\d{1,2})(?P<joint>[./-])(?P<two>\d{1,2})(?P=joint)(?P<year>\d{4}|\d{2})"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")
_STAMP = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})[T ](?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?"
    r"\s?(?P<offset>Z|UTC|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<start>{CLOCK})\s*(?:-{{1,2}}|–|—|to|bis|until|à|a|até|hasta|→)\s*(?P<end>{CLOCK})\s*(?:uhr|h)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?P<half>\s?[ap]m)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,?\s+(?=\S*\d)")
_TIME_BEHIND = re.compile(
    rf"^(?P<date>.*?\d{{4}}),?\s*(?:at|um|à|a las|às|T)?\s*(?P<rest>{CLOCK}.*)$", re.I
)
_LONGEST = 80


class When(NamedTuple):
    """What a cell says: a date, clocks, an offset; each where it is there."""

    date: str | None = None
    start: str | None = None
    end: str | None = None
    offset: str = ""


def day_comes_first(cells: Iterable[str], elsewhere: bool) -> bool | None:
    """Whether ``01/02/2024`` is a day of February, told by all *cells* of the column.

    *elsewhere* says that the sheet is in a language in which it always is; ``None`` is doubt.
    """
    for cell in cells:
        found = _NUMERIC.search(cell[:_LONGEST])
        if found and (found["joint"] == "." or int(found["one"]) > 12):
            return True
        if found and int(found["two"]) > 12:
            return False
    return True if elsewhere else None


def read_when(cell: str, day_first: bool | None) -> When | None:
    """What *cell* says of date and time; ``None`` if that cannot be read."""
    text = " ".join(cell[:_LONGEST].split())
    stamp = _STAMP.fullmatch(text)
    if stamp:
        offset = (stamp["offset"] or "").upper().replace("UTC", "Z")
        return When(
            parse_date(stamp["date"]), parse_clock(stamp["clock"][:5].rstrip(":")), None, offset
        )
    clocks = _clocks(text)
    if clocks:
        return clocks
    day = read_date(text, day_first)
    if day:
        return When(day)
    both = _TIME_BEHIND.match(text)
    day = read_date(both["date"].rstrip(" ,T"), day_first) if both else None
    clocks = _clocks(both["rest"]) if both else None
    return clocks._replace(date=day) if day and clocks else None


def _clocks(text: str) -> When | None:
    bare = _SECONDS.sub(lambda found: found[1] + (found["half"] or ""), text)
    found = _RANGE.fullmatch(bare)
    if found:
        start, end = clock_range(found["start"], found["end"])
        return When(None, start, end) if start else None
    if re.fullmatch(r"0?[.,]\d{2,20}", bare):
        minutes = round(float(f"0.{re.split('[.,]', bare)[1]}") * 24 * 60)
        return When(None, f"{minutes // 60 % 24:02}:{minutes % 60:02}")
    clock = parse_clock(bare) if not bare.isdecimal() else None
    return When(None, clock) if clock else None


def read_date(text: str, day_first: bool | None) -> str | None:
    """The date that *text* is; figures alone only if it is known which of them is the day."""
    text = text.strip()[:_LONGEST]
    for form in (text, _WEEKDAY.sub("", text)):
        found = parse_date(form) or _figures(form, day_first)
        if found:
            return found
    return None


def _figures(text: str, day_first: bool | None) -> str | None:
    ordered = _YEAR_FIRST.fullmatch(text)
    if ordered:
        return parse_date(f"{ordered['year']}-{ordered['month']:0>2}-{ordered['day']:0>2}")
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    return date_in_figures(found["one"], found["two"], year, found["joint"] == "." or day_first)
