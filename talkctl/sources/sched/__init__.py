"""A Sched programme, copied from the browser.

    CloudNativeCon [clear filter]                          what the list is filtered by
    Tuesday, November 8                                    a day

    11:00am PST                                            a session begins, see ``sessions``

    Kubernetes on EGO - Da Ma, IBM
    …
    Tuesday November 8, 2016 11:00am - 11:40am PST
    Grand Ballroom B

Clocks have 12 or 24 hours; several sessions may stand under one time; the page of a single session
opens with ``Tuesday, November 8 • 11:00am - 11:40am``. A page cut off in the middle keeps what its
last session says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from talkctl.model import Record, Remark
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.kinds import kind_of_type
from talkctl.sources.sched.sessions import Day, Page, Session, is_time, is_when, read_session
from talkctl.sources.source import (
    Line,
    Reading,
    Source,
    lines_to_read,
    opening_lines,
    with_the_rest,
)
from talkctl.text import key
from talkctl.when import parse_clock, parse_date, parse_day_heading

_SINGLE = re.compile(r"(?P<day>[^•·|]{6,60}?)\s+[•·|]\s+(?P<hours>\d.{3,40})$")
_FILTER = re.compile(r"(?P<name>\S.*?)\s*\[clear filter\]$", re.IGNORECASE)
_ENDED = re.compile(r"(?!This event)(?P<name>\S.*?) has ended\b.*$")
_HEADING = re.compile(
    r"(?P<name>\S.*?)(?::\s+(?:Full |My )?Schedule|\s+(?:Full )?Schedule)(?:\s*[-|–].*)?$"
)
_MENU = re.compile(
    r"(?:Loading(?:…|\.\.\.)?|This event has ended\b.*|Filter sessions|Apply filters to sessions\.?"
    r"|Sign up or log in\b.*|Log in to (?:save|leave|bookmark)\b.*|Log in|(?:Tweet|Share|Print)(?: .*)?"
    r"|Feedback form (?:is|has)\b.*|Timezone|Schedule|Search|Back To Schedule|Click here for\b.*"
    r"|Limited Capacity\b.*|Close|Dates?|Filter by\b.*|Popular|Filling|Full"
    r"|Recently active attendees|Clear All Filters|Home|Directory|Speakers? List)$",
    re.IGNORECASE,
)
_ATTENDEES = re.compile(r"Attendees \(\d+\)$", re.IGNORECASE)
_FILTERED_BY_PLACE = re.compile(
    r"\b(?:room|hall|ballroom|track|theater|theatre|auditorium|stage|level|floor|beginner"
    r"|intermediate|advanced|any)\b",
    re.IGNORECASE,
)
_LONGEST = 200


@dataclass(slots=True)
class _Layout:
    """The page cut into sessions, with what names its event and what is furniture."""

    sessions: list[Session] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    named: str | None = None
    filtered: str | None = None


def sniff(text: str) -> bool:
    """Sched's own words, or its when-lines together with headings of days."""
    lines = [line for line in opening_lines(text) if len(line) <= _LONGEST]
    own = any(
        "on sched" in line.lower() or line.startswith("avatar for ") or _FILTER.match(line)
        for line in lines
    )
    timed = any(is_when(line) for line in lines)
    days = any(parse_day_heading(line) or _single(line) for line in lines if len(line) < 100)
    return (timed and (own or days)) or (own and days)


def parse(document: str, text: str) -> Reading:
    """All sessions of the page."""
    lines = lines_to_read(text)
    layout = _lay_out(lines)
    sessions = [part for session in layout.sessions for part in _parts(session)]
    records, remarks = list[Record](), list[Remark]()
    page = Page(document, None, _dates(sessions), Known(common=words_in_lower_case(text)))
    for session in sessions:
        record, marks = read_session(session, page)
        remarks += marks
        if record:
            records.append(record)
            layout.furniture.add(session.opening.number)
    event = _event(layout, records)
    named = tuple(record._replace(event=event) for record in records)
    found = Reading(named, tuple(remarks), frozenset(layout.furniture))
    return with_the_rest(document, lines, found)


def _lay_out(lines: Sequence[Line]) -> _Layout:
    layout = _Layout()
    day: Day | None = None
    preamble, attendees = True, False
    for index, line in enumerate(lines):
        text = line.text.strip() if len(line.text) <= _LONGEST else ""
        if line.blank:
            if layout.sessions and day == layout.sessions[-1].day and not attendees:
                layout.sessions[-1].lines.append(line)
            continue
        heading = parse_day_heading(text)
        single = _single(text)
        filtered = _FILTER.match(text)
        opens = single is not None or _opens_session(lines, index)
        if heading or opens:
            preamble = attendees = False
        if heading:
            day = heading
            layout.furniture.add(line.number)
        elif filtered:
            layout.filtered = layout.filtered or filtered["name"]
            layout.furniture.add(line.number)
        elif opens:
            day = single or day
            layout.sessions.append(Session(line, day))
        elif preamble:
            titled = _ENDED.match(text) or _HEADING.match(text)
            layout.named = layout.named or (titled["name"] if titled else None)
            layout.furniture.add(line.number)
        elif attendees or _ATTENDEES.match(text):
            attendees = True
            layout.furniture.add(line.number)
        elif _MENU.match(text):
            layout.furniture.add(line.number)
        elif layout.sessions and day == layout.sessions[-1].day:
            layout.sessions[-1].lines.append(line)
        else:
            layout.furniture.add(line.number)
    return layout


def _single(text: str) -> Day | None:
    """The day of a line that heads the page of a single session."""
    found = _SINGLE.match(text) if len(text) <= 100 else None
    return parse_day_heading(found["day"]) if found and is_time(found["hours"]) else None


def _opens_session(lines: Sequence[Line], index: int) -> bool:
    """Whether a time of day stands alone there, with empty lines around it."""
    found = is_time(lines[index].text)
    if not found or not parse_clock(found["start"]):
        return False
    after = lines[index + 1].blank if index + 1 < len(lines) else True
    return after and (index == 0 or lines[index - 1].blank)


def _parts(session: Session) -> list[Session]:
    """The sessions under one time: after a when-line and its place, an empty line begins another."""
    parts = [Session(session.opening, session.day)]
    placed, gap = False, False
    last_when = max((n for n, line in enumerate(session.lines) if is_when(line.text)), default=-1)
    for index, line in enumerate(session.lines):
        if placed and gap and not line.blank and index < last_when and not line.text[0].isspace():
            parts.append(Session(session.opening, session.day))
            placed = False
        gap = line.blank
        placed = placed or bool(is_when(line.text))
        parts[-1].lines.append(line)
    return parts


def _dates(sessions: list[Session]) -> dict[tuple[int, int], str]:
    """Full dates of days: as their headings or when-lines say, else in the one year of the page."""
    dates = {
        (int(found[5:7]), int(found[8:])): found
        for session in sessions
        for line in session.lines
        if (when := is_when(line.text)) and (found := parse_date(when["date"]))
    }
    years = {found[:4] for found in dates.values()}
    for session in sessions:
        if session.day and session.day[:2] not in dates:
            year = session.day[2] or (int(next(iter(years))) if len(years) == 1 else None)
            found = _iso(year, *session.day[:2]) if year else None
            if found:
                dates[session.day[:2]] = found
    return dates


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _event(layout: _Layout, records: list[Record]) -> str | None:
    """What names the event: the page's own heading, else what the list is filtered by, unless
    that is a place, a track or a level within the event."""
    if layout.named or not layout.filtered:
        return layout.named
    places = {key(place) for record in records for place in (record.room, record.track) if place}
    within = (
        key(layout.filtered) in places
        or _FILTERED_BY_PLACE.search(layout.filtered)
        or kind_of_type(layout.filtered)
    )
    return None if within else layout.filtered


SOURCE = Source(
    name="sched",
    description="a Sched programme copied from the browser",
    suffixes=(".txt",),
    sniff=sniff,
    parse=parse,
)
