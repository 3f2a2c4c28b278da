"""What heads a listing: the event it is of, when that was, and the menus of the site.

CodeMill Conf 2018 – Talks                      the event, without what the page has of it
Events » Great Lakes Ruby 2016                  at the end of the way to the page
Zaragoza, 11 y 12 de noviembre de 2022          its days
Programming Languages Seminar                   a series, which no year belongs to
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.sources.archive.marks import MENU
from talkctl.sources.grammar.days import first_span, is_span, names_span
from talkctl.sources.notes.days import YEAR, day_named, is_month, year_in
from talkctl.sources.notes.labels import labelled
from talkctl.sources.source import Line
from talkctl.sources.video_titles import event_of_list

_LOOKED_AT = 40
_LONGEST = 120
_WAY = re.compile(r"\s+[»›>→]\s+")
_OF_PAGE = re.compile(
    r"(?:past|previous)\s(?:seminars?|meetings?|events?)\b|(?:tickets?|éditions?|edición|edição|ausgabe)\b"
    r"|(?:past|previous)?\s*(?:all\s)?(?:talks?|sessions?|videos?|recordings?|program(?:me?)?|programa|schedule|agenda"
    r"|archive|archiv|archivio|charlas|ponencias|palestras|vorträge|conférences|slides(?: (?:and|&) videos)?"
    r"|registrazioni|enregistrements|gravações|grabaciones|aufzeichnungen|mitschnitte|nagrania|záznamy|opnames|edizioni)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s+[-–—|·:]\s+|:\s+")
_PLACE_BEHIND = re.compile(
    r"(?<=\b(?:19|20)\d\d)(?:,\s+[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_]+){0,2}){1,2}$"
)
_SERIES = re.compile(
    r"\b(?:seminars?|colloqui(?:um|a)|kolloquium|seminarios?|séminaires?|coloquio|(?:lecture|talk) series"
    r"|vortragsreihe|forum|users? group|meetup)$|^(?:colloquium|kolloquium|seminar|séminaire)\s"
    r"|^(?:journées|jornadas|jornades|giornate|tage)\s(?:du|des?|d['’]|der|del|di)\b",
    re.IGNORECASE,
)
_LITTLE = 3
"""So many short lines below one another are a menu, and such lines have no more words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The event of a page, the days it went on for, its year, and the numbers of the lines that
    belong to the site."""

    event: str | None = None
    days: tuple[str, ...] = ()
    year: int | None = None
    furniture: set[int] = field(default_factory=set)


def heading_of(lines: Sequence[Line]) -> Heading:
    """What the first of *lines* say of the event."""
    above = [line for line in lines if not line.blank][:_LOOKED_AT]
    texts = [line.text.strip()[:200] for line in above]
    event = _event_in([text for text in texts if not labelled(text)])
    told = [year_in(event), *map(year_in, texts)]
    year = next(filter(None, told), None)
    days = first_span(texts, year)
    return Heading(event, days, int(days[0][:4]) if days else year)


def event_between(text: str) -> str | None:
    """The event that a line between talks names with its year, perhaps with its town behind."""
    named = event_of_list(_bare(text)) if len(text) <= _LONGEST else None
    return named if named and YEAR.search(named) and not _OF_PAGE.match(named) else None


def furniture_of(lines: Sequence[Line], heading: Heading) -> set[int]:
    """The numbers of those of *lines*, which stand above the first talk, that are the site's or are
    said of the event."""
    found = set[int]()
    run: list[int] = []
    for line in [*lines, Line(0, "")]:
        text = line.text.strip()
        if MENU.match(text[:_LONGEST]) or _is_bar(text) or _is_of_event(text, heading):
            found.add(line.number)
        if text and len(text.split()) <= _LITTLE and text[-1] not in ".!?:":
            run.append(line.number)
            continue
        found.update(run if len(run) >= _LITTLE else ())
        run = []
    return found


def _is_of_event(text: str, heading: Heading) -> bool:
    """Whether *text* names the event, or its days."""
    if not heading.event or len(text) >= _LONGEST:
        return False
    return heading.event in text or bool(heading.days and names_span(text))


def _is_bar(text: str) -> bool:
    parts = re.split(r"\s[|·•»›>]\s", text) if len(text) <= 200 else []
    return len(parts) > 2 and all(0 < len(part.split()) <= _LITTLE for part in parts)


def _event_in(texts: Sequence[str]) -> str | None:
    """The event that the first lines name: in words that events are called by, else with a year, or
    as a series."""
    named = [_bare(text) for text in texts if len(text) <= _LONGEST]
    for text in named[:12]:
        if (event := event_of_list(text)) and not _OF_PAGE.match(event):
            dated = (re.match(rf"{re.escape(event)} {YEAR.pattern}", one) for one in named)
            return event if YEAR.search(event) else next((one[0] for one in dated if one), event)
    for bare in named[:_LITTLE]:
        of_days = is_span(bare) or day_named(bare, None) or is_month(bare)
        if YEAR.search(bare[4:]) and not (_OF_PAGE.match(bare) or of_days):
            return bare if len(bare.split()) <= 6 else None
    series = (
        text
        for text in named[:12]
        if _SERIES.search(text) and len(text.split()) > 1 and not _OF_PAGE.match(text)
    )
    return next(series, None)


def _bare(text: str) -> str:
    """*text* without the way to the page, what the page shows, and a town behind the year."""
    return _PLACE_BEHIND.sub("", _without_page(_WAY.split(text)[-1]))


def _without_page(text: str) -> str:
    """*text* without what the page shows of the event, before or behind a dash."""
    parts = _BESIDE.split(text, maxsplit=1)
    kept = [part for part in parts if not _OF_PAGE.match(part)]
    return kept[0].strip() if len(kept) == 1 else text
