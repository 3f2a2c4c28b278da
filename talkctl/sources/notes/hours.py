"""When something is, as note-takers write it: dates and hours anywhere in a short text.

2026-04-23 15:35 - 16:15 @ Hall 2            Tuesday, December 6, 10:30am – 11:05am
2026年4月23日（木） 15:35〜16:15             Dienstag, 6. Dezember 2016, 10:30 Uhr
06.11. - Wednesday                           14:00

A date without a year is one only where the page names the year elsewhere, and where a weekday
beside it does not say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from talkctl.sources.grammar.days import date_in_figures
from talkctl.sources.grammar.weekdays import agree, names_weekday, weekdays_in
from talkctl.sources.grammar.zones import instant
from talkctl.when import CLOCK, clock_range, parse_clock, parse_date, shifted

_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_KANJI = "月火水木金土日"
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?:[-/.]|年)\s?(?P<m>\d{1,2})\s?(?:[-/.]|月)\s?(?P<d>\d{1,2})(?:日|(?!\d))"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)?(?![\d])"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"),
    re.compile(
        rf"(?<![\d:–—-])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?\s+(?:of\s+|de\s+)?(?P<month>{_MONTH})"
        r"(?:,?\s+(?:de\s+|del\s+)?(?P<y>(?:19|20)\d\d))?(?!\w)", re.I),
    re.compile(
        rf"(?<!\w)(?P<month>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s?[ap]\.?m\b"
        rf"|\s?[-–—]\s?\d)"
        r"(?:,?\s+(?P<y>(?:19|20)\d\d)(?!\d))?", re.I),
)  # fmt: skip
_TO = r"\s*(?:[-–—~〜～]|to|until|bis|à|a|às|hasta|até|fino a)\s*"
_SPAN = re.compile(
    rf"(?<![\w:.])(?P<start>{CLOCK})(?:{_TO}(?P<end>{CLOCK}))?(?![:\d])(?:\s*\(?(?P<zone>[A-Z]{{2,5}})\)?(?![\w]))?",
    re.IGNORECASE,
)
_CLEAR = re.compile(r"\d[:h]\d\d|\d\s?[ap]\.?m\b|\d\s?h\b|uhr", re.I)
_REST = re.compile(
    r"(?:[\s,;:|·•()\[\]（）、，。.–—-]|\b(?:at|um|on|à|a las|às|le|from|von|ab|den|le|el|em|the)\b)+",
    re.I,
)
_PLACE = re.compile(r"(?:@|\bat\b|\bin\b|＠|📍)\s*(?P<place>\S.{0,100})$", re.I)
_LONGEST = 200


class When(NamedTuple):
    """What a text says of when: each part as far as it says it; *rest* is what else stands there.

    *weekday* is the one that it names, in its own language.
    """

    date: str | None = None
    start: str | None = None
    end: str | None = None
    zone: str | None = None
    place: str | None = None
    rest: str = ""
    weekday: str = ""

    def anything(self) -> bool:
        """Whether a date or an hour was found."""
        return bool(self.date or self.start)


def when_in(text: str, year: int | None = None) -> When:
    """The date, the hours and the place that *text* names."""
    if len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return When(rest=text)
    text = text.replace("：", ":").replace("－", "-")
    day, text = take_date(text, year)
    span = _span(text)
    start, end, zone = None, None, None
    place_text = text
    if span:
        start, end = clock_range(span["start"], span["end"])
        zone = span["zone"] if span["zone"] and span["zone"].isupper() else None
        zone = zone if zone not in ("AM", "PM", "UHR") else None
        place_text = text[span.end() :]
        text = f"{text[: span.start()]} {place_text}"
    place = _PLACE.search(place_text)
    if place:
        text = text[: max(0, len(text) - len(place[0]))]
    pieces = _REST.split(text)
    weekday = next(filter(names_weekday, pieces), "")
    rest = " ".join(one for one in pieces if not names_weekday(one) and one not in _KANJI)
    where = place["place"].strip() if place else None
    return When(day, start, end, zone, where, rest.strip(), weekday)


def _span(text: str) -> re.Match[str] | None:
    for found in _SPAN.finditer(text):
        if _CLEAR.search(f"{found['start']} {found['end'] or ''}") and parse_clock(
            found["start"], "pm"
        ):
            return found
    return None


def take_date(text: str, year: int | None = None) -> tuple[str | None, str]:
    """The first date in *text*, and *text* without it."""
    if len(text) > _LONGEST:
        return None, text
    for form in _DATES:
        for found in form.finditer(text):
            day = _date(found.groupdict(), year, text)
            if day:
                return day, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _date(parts: dict[str, str], year: int | None, text: str) -> str | None:
    if not (parts.get("y") or year):
        return None
    stated = parts.get("y") or str(year)
    if parts.get("a"):
        return date_in_figures(parts["a"], parts["b"], parts["y"])
    if "month" in parts:
        found = parse_date(f"{parts['d']} {parts['month'].strip('.')} {stated}")
    else:
        found = parse_date(f"{stated}-{parts['m']:0>2}-{parts['d']:0>2}")
    return found if found and (parts.get("y") or agree(found, weekdays_in(text))) else None


def day_within(text: str, days: Sequence[str]) -> str | None:
    """The one of *days* that *text* means by its weekday, its number in the month, or both."""
    weekdays = weekdays_in(text)
    numbers = {int(number) for number in _NUMBER.findall(text)}
    fits = [
        day for day in days if agree(day, weekdays) and (not numbers or int(day[8:]) in numbers)
    ]
    return fits[0] if len(fits) == 1 and (weekdays or numbers) else None


def moments(
    day: str | None, span: tuple[str | None, str | None], zone: str | None = None
) -> tuple[str | None, str | None]:
    """Start and end as records have them: with date and offset as far as these are known."""
    start, end = span
    if not day or not start:
        return start, end
    last = shifted(day, 1) if end and end < start else day
    return _moment(day, start, zone), _moment(last, end, zone) if end else None


def _moment(day: str, clock: str, zone: str | None) -> str:
    return instant(day, clock, zone) or f"{day}T{clock}:00"
