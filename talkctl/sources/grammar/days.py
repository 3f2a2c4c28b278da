"""Days as headings and when-lines name them, in the languages that pages come in.

Tuesday, November 8        Mittwoch, 8. März        jueves, 12 de septiembre de 2019
Day 1: Tuesday, November 8 | Tuesday, November 8 (Day 1) | November 8, 2016
September 13-16, 2022 | 19./20. August 2017 | 29 septembre – 1er octobre 2016     several days
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from talkctl.sources.grammar.weekdays import agree, behind_weekday, weekdays_in
from talkctl.when import parse_date, parse_day_heading

Day = tuple[int, int, int | None]
"""Month, day and, where stated, year."""

_NUMBERED = re.compile(r"(?:day|tag|jour|día|dia)\s+\d{1,2}\s*[:|•·,–—-]\s*", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(
    r"\s*(?:[(\[]|[|•·–—-]\s+)(?:day|tag|jour|día|dia)\s+\d{1,2}[)\]]?$", re.IGNORECASE
)
_WITHOUT_YEAR = re.compile(
    r"(?P<day>\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?(?P<month>[^\W\d_]{3,12})\.?$", re.IGNORECASE
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_NTH = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_NAME = r"[^\W\d_]{3,10}\.?"
_AND = r"\s*(?:[-–—/&+]|to|bis|until|and|und|et|y|e|au?|al)\s*"
_SPANS = (
    re.compile(
        rf"(?<![\d:./#-])(?P<first>\d{{1,2}}){_NTH}(?:\s+(?:de\s+)?(?P<from>{_NAME}))?{_AND}"
        rf"(?P<last>\d{{1,2}}){_NTH}\s+(?:of\s+|de\s+)?(?P<to>{_NAME}),?(?:\s+(?:de\s+)?(?P<year>20\d\d))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?P<from>{_NAME})\s+(?P<first>\d{{1,2}}){_NTH}(?:,?\s+20\d\d)?{_AND}(?:(?P<to>{_NAME})\s+)?"
        rf"(?P<last>\d{{1,2}}){_NTH}(?![\d:.h])(?!\s?[ap]\.?m\b)(?:,?\s+(?P<year>20\d\d)(?!\d))?",
        re.IGNORECASE,
    ),
)
_MOST_DAYS = 14
"""No conference goes on for longer."""
_LONGEST = 90
_LEAP = 2000
"""A year that has every day."""


def date_of(text: str) -> str | None:
    """The date that *text* is, weekday in any of the languages included."""
    text = text.strip()
    if len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return None
    whole = parse_date(text)
    if whole:
        return whole
    bare = behind_weekday(text) or text
    return parse_date(_SLASHED.sub(_as_iso, bare) if "/" in bare else bare)


def _as_iso(slashed: re.Match[str]) -> str:
    return date_in_figures(slashed[1], slashed[2], slashed[3]) or slashed[0]


def date_in_figures(
    first: str, second: str, year: str, day_first: bool | None = None
) -> str | None:
    """The date of ``31/05/2024``, or ``05/31/2024``: a figure too large for a month is the day, and
    of two that are equal it does not matter. Else *day_first* decides; ``None`` is doubt."""
    one, two = int(first), int(second)
    if one > 12 or two > 12 or one == two:
        day_first = one > 12
    if day_first is None:
        return None
    day, month = (one, two) if day_first else (two, one)
    return parse_date(f"{year}-{month:02}-{day:02}")


def day_heading(text: str) -> Day | None:
    """The day that a heading names."""
    text = text.strip()
    if len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return None
    text = _NUMBER_BEHIND.sub("", _NUMBERED.sub("", text, count=1))
    plain = parse_day_heading(text)
    if plain:
        return plain
    whole = date_of(text)
    if whole:
        return int(whole[5:7]), int(whole[8:]), int(whole[:4])
    found = _WITHOUT_YEAR.fullmatch(behind_weekday(text) or "")
    iso = parse_date(f"{found['day']} {found['month']} {_LEAP}") if found else None
    return (int(iso[5:7]), int(iso[8:]), None) if iso else None


def days_spanned(text: str, year: int | None = None) -> tuple[str, ...]:
    """The days from the first to the last that *text* names together, in *year* if it names none."""
    if not any(letter.isdigit() for letter in text):
        return ()
    for form in _SPANS:
        for found in form.finditer(text[:400]):
            stated = found["year"] or year or 0
            months = found["from"] or found["to"] or "", found["to"] or found["from"] or ""
            first, last = (
                parse_date(f"{day} {month.strip('.')} {stated}")
                for day, month in zip((found["first"], found["last"]), months, strict=True)
            )
            if not (first and last):
                continue
            begin = date.fromisoformat(first)
            count = (date.fromisoformat(last) - begin).days
            if 0 < count < _MOST_DAYS:
                return tuple((begin + timedelta(days=n)).isoformat() for n in range(count + 1))
    return ()


def first_span(texts: Iterable[str], year: int | None) -> tuple[str, ...]:
    """The days that the first of *texts* names which names several together."""
    return next(filter(None, (days_spanned(text, year) for text in texts)), ())


def names_span(text: str) -> bool:
    """Whether *text* names several days together, of whatever year."""
    return bool(days_spanned(text, _LEAP))


def is_span(text: str) -> bool:
    """Whether *text* names several days together and nothing else."""
    return any(form.fullmatch(text.strip()) for form in _SPANS if len(text) <= _LONGEST)


def fits_weekday(text: str, iso: str) -> bool:
    """Whether a weekday that *text* names is the one of the date *iso*."""
    weekdays = weekdays_in(text)
    return bool(weekdays) and agree(iso, weekdays)
