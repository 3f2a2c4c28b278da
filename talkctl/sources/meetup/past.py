"""A group's list of its events: each a date with a clock, a title, perhaps more.

Thu, Nov 16, 2023, 6:00 PM CET
Ropes in Production - Ingrid Moe, Fjordtech AS
Fjordtech AS · Göteborg
What happens to a rope after ten years at sea.
32 attendees

The date may also stand below the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from talkctl.language import language
from talkctl.record import Record
from talkctl.sources.grammar.agenda import at, dated, time_alone, when_and_where
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.roles import billed_by_label
from talkctl.sources.grammar.titles import TitleLine, title_of_event, titled, with_credits
from talkctl.sources.meetup.labels import plain
from talkctl.sources.source import Line, prose

_HEADED = re.compile(
    r"(?:(?:past|upcoming|all|previous|recent) (?:events|meetups)|events|vergangene (?:events|"
    r"veranstaltungen)|événements passés|eventos (?:pasados|anteriores|passados))"
    r"(?:\s*\(?\d+\)?)?\s*:?$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?P<count>\d{1,5})\s+(?:attendees?|members? attended|going|went|participants?|people|rsvps?"
    r"|attended|teilnehmer\w*|asistentes|participantes)\b.*$",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"(?:see all|show more|load more|manage|attend|view event|rsvp|share|save|hosted by:? .{2,60}"
    r"|details|free|organizer tools|\+\d+|photos?.*|comments?.*|meetup|view details|learn more)$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"(?:evento (?:online|en línea)|événement en ligne|online-?veranstaltung"
    r"|online event|virtual event|in-person event|hybrid event|online)$",
    re.I,
)
_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_DETAILS = ("details", "about this event")
_SPEAKER = re.compile(
    r"(?:speakers?|presenters?|with|ponentes?|referent(?:in)?)\s*:\s*(?P<people>[^.]{4,150})(?:\.\s+|$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_FEWEST = 2
_NEAR = 6
"""So many lines above the first date may what heads a list stand; farther off it is in a menu."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the list."""

    date: Line
    title: Line
    rest: tuple[Line, ...]


def is_heading(text: str) -> bool:
    """Whether *text* heads a list of events."""
    return len(text) <= 60 and bool(_HEADED.match(text.strip()))


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The events of a list; none if the page is none."""
    filled = [line for line in lines if not line.blank]
    dates = [n for n, line in enumerate(filled) if _is_when(line.text)]
    if len(dates) < _FEWEST:
        return []
    above = filled[max(0, dates[0] - _NEAR) : dates[0] + 1]
    listed = any(is_heading(line.text) for line in above)
    details = any(line.text.strip().lower() in _DETAILS for line in filled)
    counted = sum(1 for line in filled if _COUNT.match(line.text.strip()[:80]))
    if not listed and (details or counted < _FEWEST):
        return []
    return _cut(filled, dates, _dates_first(filled, dates))


def _is_when(text: str) -> bool:
    found = dated(text)
    return found is not None and bool(_CLOCK.search(found[1]) or not found[1])


def _dates_first(filled: Sequence[Line], dates: list[int]) -> bool:
    """Whether dates stand above their titles: then what ends an event stands above the next."""
    above = filled[dates[0] - 1].text.strip() if dates[0] else ""
    if not above or is_heading(above) or _BUTTONS.match(above) or _COUNT.match(above):
        return True
    ends = [filled[n - 1].text.strip() for n in dates[1:]]
    return sum(1 for text in ends if _COUNT.match(text) or _BUTTONS.match(text)) * 2 >= len(ends)


def _cut(filled: Sequence[Line], dates: list[int], dates_first: bool) -> list[Entry]:
    starts = dates if dates_first else [n - 1 for n in dates]
    found = []
    for start, end in zip(starts, [*starts[1:], len(filled)], strict=True):
        block = filled[start:end]
        if start < 0 or len(block) < 2:
            continue
        date, title = (block[0], block[1]) if dates_first else (block[1], block[0])
        rest = block[2:]
        if dates_first and rest and time_alone(title.text.strip()):
            date = Line(date.number, f"{date.text.strip()}, {title.text.strip()}")
            title, rest = rest[0], rest[1:]
        found.append(Entry(date, title, tuple(rest)))
    return found


def record_of(
    document: str, entry: Entry, place: str, known: Known, group: str | None = None
) -> Record:
    """The record of one event of the list, whose title may open with the *group*'s name."""
    text = plain(entry.title.text)
    begin = re.match(rf"{re.escape(group)}\s*(?::|[-–—|]\s)\s*(?=\S)", text) if group else None
    title = title_of_event(text[begin.end() :] if begin else text, known)
    when = when_and_where([entry.date.text], place)
    room, told, count = None, list[Line](), None
    first, used = sorted((entry.date.number, entry.title.number))
    for line in entry.rest:
        text = line.text.strip()
        found = _COUNT.match(text[:80])
        if found:
            count = count or int(found["count"])
        elif _BUTTONS.match(text[:80]) or _NO_PLACE.match(text):
            continue
        elif room is None and not told and _is_place(text):
            room = text
        else:
            told.append(line)
        used = max(used, line.number)
    title, told = _with_people_told(title, told)
    abstract = prose(told)
    record = titled(Record(document, "meetup", first, used), title)._replace(
        language=language(abstract),
        event=title.raw,
        abstract=abstract,
        participants=count,
        room=room,
    )
    when = replace(when, place=" ".join(filter(None, (room, place))))
    return at(record, (when.start, when.end), when)


def _with_people_told(title: TitleLine, told: list[Line]) -> tuple[TitleLine, list[Line]]:
    """*title* with the people whom what is *told* opens with, as in ``Speaker: Jane Doe, Acme. We …``,
    and the rest."""
    found = _SPEAKER.match(told[0].text.strip()[:2000]) if told else None
    people = billed_by_label(found["people"]) if found and not title.credits else ()
    if not found or not people:
        return title, told
    return with_credits(title, people), [Line(told[0].number, found["rest"]), *told[1:]]


def _is_place(text: str) -> bool:
    return len(text) <= 90 and not text.endswith((".", "!", "?", "…", ":"))
