"""A Sched programme, copied from the browser.

    CloudNativeCon [clear filter]                          what the list is filtered by
    Tuesday, November 8                                    a day

    11:00am PST                                            a session begins

    Kubernetes on EGO - Da Ma, IBM                         its title line
    IBM developed EGO as …                                 its abstract

    Speakers                                               cards, see ``cards``
    …
    Tuesday November 8, 2016 11:00am - 11:40am PST         when
    Grand Ballroom B                                       where, then track and attributes if any

Clocks have 12 or 24 hours. A page cut off in the middle keeps what its last session says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from talkctl.language import language
from talkctl.model import Record, Remark
from talkctl.sources.billing import Known
from talkctl.sources.cards import SECTIONS, Card, join_cards, read_cards
from talkctl.sources.source import Line, Reading, Source, lines_of, prose, remark
from talkctl.sources.titles import as_panel, level_named, parse_title
from talkctl.when import (
    CLOCK,
    ZONE,
    clock_range,
    following_day,
    instant,
    parse_clock,
    parse_date,
    parse_day_heading,
)

_TIME = re.compile(
    rf"(?=\d+[:.h]\d|\d+\s?[ap])(?P<start>{CLOCK})(?:\s*[-–]\s*(?P<end>{CLOCK}))?(?:\s+(?P<zone>(?-i:{ZONE})))?$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"(?P<date>\w+,?\s+\w+\s+\d{{1,2}},\s+\d{{4}})\s+(?P<start>{CLOCK})"
    rf"(?:\s*[-–]\s*(?P<end>{CLOCK}))?(?:\s+(?P<zone>(?-i:{ZONE})))?$",
    re.IGNORECASE,
)
_FILTER = re.compile(r"(?P<name>\S.*?)\s*\[clear filter\]$", re.IGNORECASE)
_HEADING = re.compile(r"(?P<name>\S.*?):?\s+(?:Full )?Schedule(?:\s*[-|–].*)?$")
_MENU = re.compile(
    r"(?:Loading(?:…|\.\.\.)?|This event has ended\b.*|Filter sessions|Apply filters to sessions\.?"
    r"|Sign up or log in\b.*|Log in to (?:save|leave|bookmark)\b.*|(?:Tweet|Share|Print)(?: .*)?"
    r"|Feedback form (?:is|has)\b.*|Timezone|Schedule|Search|Back To Schedule|Click here for\b.*"
    r"|Attendees \(\d+\)|.*\bRead More →|Limited Capacity\b.*|Close|Dates?|Filter by\b.*|Popular"
    r"|Recently active attendees|Clear All Filters|Home|Directory|Speakers? List)$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<label>[A-Z][\w /]{2,40}?)\s*:\s*(?P<value>\S.*)$"
    r"|(?P<level>(?:Experience|Skill|Audience|Session)\s+Level)\s+(?P<grade>\S.*)$"
)


@dataclass(slots=True)
class _Session:
    opening: Line
    day: tuple[int, int, int | None] | None
    lines: list[Line] = field(default_factory=list)


def sniff(text: str) -> bool:
    """Sched's own words, or its when-lines together with headings of cards."""
    lines = [line.text.strip() for line in lines_of(text)]
    own = any(
        "on sched" in line.lower() or line.startswith("avatar for ") or _FILTER.match(line)
        for line in lines
    )
    timed = any(_WHEN.match(line) for line in lines)
    days = any(parse_day_heading(line) for line in lines if len(line) < 40)
    return (timed and (own or days)) or (own and days)


def parse(document: str, text: str) -> Reading:
    """All sessions of the page."""
    sessions, event, furniture = _blocks(lines_of(text))
    years = _years(sessions)
    records, remarks = [], list[Remark]()
    for session in sessions:
        record, marks, stray = _record(document, session, event, years)
        furniture |= marks
        remarks += stray
        if record:
            records.append(record)
    return Reading(tuple(records), tuple(remarks), frozenset(furniture))


def _blocks(lines: Sequence[Line]) -> tuple[list[_Session], str | None, set[int]]:
    """The page cut into sessions, its event, and the lines that are furniture."""
    sessions: list[_Session] = []
    furniture: set[int] = set()
    event, day, preamble = None, None, True
    for index, line in enumerate(lines):
        text = line.text.strip()
        heading = parse_day_heading(text)
        filtered = _FILTER.match(text)
        if heading and not _WHEN.match(text):
            day, preamble = heading, False
            furniture.add(line.number)
        elif filtered:
            event = event or filtered["name"]
            furniture.add(line.number)
        elif _opens_session(lines, index):
            preamble = False
            sessions.append(_Session(line, day))
        elif preamble:
            titled = _HEADING.match(text)
            event = event or (titled["name"] if titled else None)
            furniture.add(line.number)
        elif _MENU.match(text) and not text.endswith("→"):
            furniture.add(line.number)
        elif sessions and (day == sessions[-1].day):
            sessions[-1].lines.append(line)
        elif text:
            furniture.add(line.number)
    return sessions, event, furniture


def _opens_session(lines: Sequence[Line], index: int) -> bool:
    """Whether a time of day stands alone there, with empty lines around it."""
    found = _TIME.match(lines[index].text.strip())
    if not found or not parse_clock(found["start"]):
        return False
    after = lines[index + 1].blank if index + 1 < len(lines) else True
    return after and (index == 0 or lines[index - 1].blank)


def _years(sessions: list[_Session]) -> dict[tuple[int, int], str]:
    """Full dates of days, learnt from the when-lines of the page."""
    dates = (
        parse_date(found["date"])
        for session in sessions
        for line in session.lines
        if (found := _WHEN.match(line.text.strip()))
    )
    return {(int(date[5:7]), int(date[8:])): date for date in dates if date}


def _record(
    document: str, session: _Session, event: str | None, years: dict[tuple[int, int], str]
) -> tuple[Record | None, set[int], list[Remark]]:
    filled = [line for line in session.lines if not line.blank]
    if not filled:
        return None, set(), [remark(document, [session.opening], "a time without a session below")]
    title_line = filled[0]
    when_at = next(
        (n for n, line in enumerate(session.lines) if _WHEN.match(line.text.strip())),
        len(session.lines),
    )
    above = [line for line in session.lines[:when_at] if line.number > title_line.number]
    below = [line for line in session.lines[when_at + 1 :] if not line.blank]
    cards_at = next(
        (n for n, line in enumerate(above) if line.text.strip().lower().rstrip(":") in SECTIONS),
        len(above),
    )
    cards = read_cards(above[cards_at:])
    title = parse_title(title_line.text, Known(here=tuple(card.name for card in cards.cards)))
    people, bios = join_cards(title.credits, cards.cards)
    record = Record(
        document=document,
        format="sched",
        first_line=title_line.number,
        last_line=max(line.number for line in filled),
        raw_title=title.raw,
        title=title.title,
        kind=_kind(title.kind, cards.cards),
        level=title.level,
        event=event,
        speakers=as_panel(people) if _kind(title.kind, cards.cards) == "panel" else people,
        abstract=prose(above[:cards_at]),
        bios=bios,
    )
    record = _timed(replace(record, language=language(record.abstract)), session, when_at, years)
    record, stray = _placed(record, below)
    remarks = [
        remark(document, [line], "stands among the cards of speakers") for line in cards.stray
    ]
    remarks += [remark(document, [line], "an attribute of unknown meaning") for line in stray]
    return record, {session.opening.number}, remarks


def _kind(kind: str, cards: tuple[Card, ...]) -> str:
    """A session with people on it is no interlude, whatever its title sounds like."""
    return "talk" if kind in ("break", "social") and cards else kind


def _timed(
    record: Record, session: _Session, when_at: int, years: dict[tuple[int, int], str]
) -> Record:
    when = (
        _WHEN.match(session.lines[when_at].text.strip()) if when_at < len(session.lines) else None
    )
    opening = _TIME.match(session.opening.text.strip())
    if when:
        day, zone = parse_date(when["date"]), when["zone"]
        start, end = clock_range(when["start"], when["end"]) if when["end"] else (
            parse_clock(when["start"]), None
        )  # fmt: skip
    elif opening:
        known = session.day and years.get(session.day[:2])
        stated = session.day and session.day[2]
        day = known or (
            f"{session.day[2]:04}-{session.day[0]:02}-{session.day[1]:02}"
            if session.day and stated
            else None
        )
        zone, start, end = opening["zone"], parse_clock(opening["start"]), None
    else:
        return record
    return _at(record, day, start, end, zone)


def _at(
    record: Record, day: str | None, start: str | None, end: str | None, zone: str | None
) -> Record:
    """*record* at that time: instants where day and zone are certain, local times otherwise."""
    record = replace(record, date=day, timezone=zone, start=start, end=end)
    if not (day and start):
        return record
    first = instant(day, start, zone)
    if not first:
        return record
    last_day = following_day(day) if end and end < start else day
    return replace(record, start=first, end=instant(last_day, end, zone) if end else None)


def _placed(record: Record, below: list[Line]) -> tuple[Record, list[Line]]:
    """*record* with the room below its when-line, and track and level after that."""
    stray = []
    for position, line in enumerate(below):
        text = line.text.strip()
        attribute = _ATTRIBUTE.match(text)
        label = (attribute["label"] or attribute["level"]).lower() if attribute else ""
        value = (attribute["value"] or attribute["grade"]) if attribute else ""
        if position == 0 and not (attribute and ("level" in label or "track" in label)):
            record = replace(record, room=text)
        elif attribute and any(w in label for w in ("level", "audience", "experience", "skill")):
            record = replace(record, level=record.level or level_named(value))
        elif attribute and any(w in label for w in ("track", "type", "topic", "category")):
            record = replace(record, track=record.track or value)
        elif attribute and "tag" in label:
            tags = tuple(tag.strip() for tag in value.split(",") if tag.strip())
            record = replace(record, tags=record.tags + tags)
        elif position == 1 and not attribute and len(text) <= 80:
            record = replace(record, track=text)
        else:
            stray.append(line)
    return record, stray


SOURCE = Source(
    name="sched",
    description="a Sched programme copied from the browser",
    suffixes=(".txt",),
    sniff=sniff,
    parse=parse,
)
