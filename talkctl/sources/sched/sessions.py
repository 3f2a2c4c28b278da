"""One session of a Sched page: its title line, abstract, cards, when-line, room and attributes.

Kubernetes on EGO - Da Ma, IBM                         title
IBM developed EGO as …                                 abstract
Speakers …                                             cards
Tuesday November 8, 2016 11:00am - 11:40am PST         when; the day may be said twice
Grand Ballroom B                                       room
  Breakout Sessions                                    type or track
Experience Level: Any | Skill Level Beginner           attributes, with or without a colon
Tags: rope, beginners
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from talkctl.language import language
from talkctl.model import Record, Remark
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.kinds import kind_of_type, level_named
from talkctl.sources.grammar.titles import parse_title, with_credits
from talkctl.sources.sched.cards import heading_of, join_cards, read_cards
from talkctl.sources.source import Line, prose, remark
from talkctl.when import CLOCK, ZONE, clock_range, following_day, instant, parse_clock, parse_date

Day = tuple[int, int, int | None]
"""Month, day and, where stated, year."""

TIME = re.compile(
    rf"(?=\d+[:.h]\d|\d+\s?[ap])(?P<start>{CLOCK})(?:\s*[-–]\s*(?P<end>{CLOCK}))?"
    rf"(?:\s+(?P<zone>(?-i:{ZONE})))?$",
    re.IGNORECASE,
)
_DATE = r"[^\W\d_]{3,10},?\s+[^\W\d_]{3,10}\.?\s+\d{1,2},\s+\d{4}"
WHEN = re.compile(
    rf"(?P<date>{_DATE})\s+(?P<start>{CLOCK})"
    rf"(?:\s*[-–]\s*(?:(?P<last>{_DATE})\s+)?(?P<end>{CLOCK}))?(?:\s+(?P<zone>(?-i:{ZONE})))?$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"[•*·-]?\s*(?:(?P<label>[A-Z][\w /]{2,40}?)\s*:\s*(?P<value>\S.*)$"
    r"|(?P<level>(?:(?:Content\s+)?Experience|Skill|Audience|Session|Talk|Difficulty)\s+Level|Level)"
    r"\s+(?P<grade>\S.*)$)"
)
_UNKNOWN_ATTRIBUTE = re.compile(
    r"[•*·]?\s*(?:[A-Z]\w+ ){1,4}(?:Yes|No|English|In-?person|Virtual)$"
)
_ADDRESS = re.compile(r"\d{1,5},? [^\W\d_]|[^\W\d_]{3,} \d{1,5}\b.*,|, [A-Z]{2} \d{5}")
_LONGEST = 200


@dataclass(slots=True)
class Session:
    """The lines of one session below the time that opens it."""

    opening: Line
    day: Day | None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the whole page: its event, the dates of its days, who is whom."""

    document: str
    event: str | None
    dates: dict[tuple[int, int], str]
    known: Known


def is_when(text: str) -> re.Match[str] | None:
    """The date, the hours and the zone of a when-line."""
    return WHEN.match(text.strip()) if len(text) <= _LONGEST else None


def is_time(text: str) -> re.Match[str] | None:
    """The hours and the zone of a line that opens a session."""
    return TIME.match(text.strip()) if len(text) <= _LONGEST else None


def read_session(session: Session, page: Page) -> tuple[Record | None, list[Remark]]:
    """The record of *session*, and remarks on what in it has no place."""
    filled = [line for line in session.lines if not line.blank]
    if not filled:
        return None, [remark(page.document, [session.opening], "a time without a session below")]
    title_line = filled[0]
    when_at = next((n for n, line in enumerate(session.lines) if is_when(line.text)), None)
    split = len(session.lines) if when_at is None else when_at
    above = [line for line in session.lines[:split] if line.number > title_line.number]
    below = [line for line in session.lines[split + 1 :] if not line.blank]
    cards_at = next((n for n, line in enumerate(above) if heading_of(line.text)), len(above))
    billed = parse_title(title_line.text, page.known).credits
    cards = read_cards(above[cards_at:], tuple(credit.name for credit in billed))
    here = replace(page.known, here=tuple(card.name for card in cards.cards))
    title = parse_title(title_line.text, here)
    people, bios = join_cards(title.credits, cards.cards)
    title = with_credits(title, people)
    abstract = prose(above[:cards_at])
    record = Record(
        document=page.document,
        format="sched",
        first_line=title_line.number,
        last_line=filled[-1].number,
        raw_title=title.raw,
        title=title.title,
        kind=title.kind,
        level=title.level,
        language=language(abstract),
        event=page.event,
        speakers=title.credits,
        abstract=abstract,
        bios=bios,
    )
    when = is_when(session.lines[split].text) if when_at is not None else None
    record, stray = _placed(_timed(record, session, when, page), below)
    remarks = [
        remark(page.document, [line], "stands among the cards of speakers") for line in cards.stray
    ]
    remarks += [remark(page.document, [line], "an attribute of unknown meaning") for line in stray]
    return record, remarks


def _timed(record: Record, session: Session, when: re.Match[str] | None, page: Page) -> Record:
    if when:
        start, end = _hours(when)
        return _at(record, parse_date(when["date"]), start, end, when["zone"], when["last"])
    opening = is_time(session.opening.text)
    date = page.dates.get(session.day[:2]) if session.day else None
    if not opening:
        return record._replace(date=date)
    start, end = _hours(opening)
    return _at(record, date, start, end, opening["zone"])


def _hours(found: re.Match[str]) -> tuple[str | None, str | None]:
    if found["end"]:
        return clock_range(found["start"], found["end"])
    return parse_clock(found["start"]), None


def _at(
    record: Record,
    day: str | None,
    start: str | None,
    end: str | None,
    zone: str | None,
    last: str | None = None,
) -> Record:
    """*record* at that time: instants where day and zone are certain, local times otherwise."""
    record = record._replace(date=day, timezone=zone, start=start, end=end)
    if not (day and start):
        return record
    first = instant(day, start, zone)
    if not first:
        return record
    last_day = (last and parse_date(last)) or (following_day(day) if end and end < start else day)
    return record._replace(start=first, end=instant(last_day, end, zone) if end else None)


def _placed(record: Record, below: list[Line]) -> tuple[Record, list[Line]]:
    """*record* with the room below its when-line, and track, type and level after that."""
    stray: list[Line] = []
    typed: str | None = None
    for position, line in enumerate(below):
        text = line.text.strip()
        attribute = _ATTRIBUTE.match(text[:_LONGEST])
        label = (attribute["label"] or attribute["level"]).lower() if attribute else ""
        value = (attribute["value"] or attribute["grade"]) if attribute else ""
        if position == 0 and not _is_meaningful(label):
            record = record._replace(room=text)
        elif attribute and any(w in label for w in ("level", "experience", "skill", "difficulty")):
            record = record._replace(level=record.level or level_named(value))
        elif attribute and any(w in label for w in ("track", "topic", "category")):
            record = record._replace(track=record.track or value)
        elif attribute and "type" in label:
            typed = typed or value
        elif attribute and "tag" in label:
            tags = tuple(tag.strip() for tag in value.split(",") if tag.strip())
            record = record._replace(tags=record.tags + tags)
        elif attribute and any(w in label for w in ("room", "venue", "location")):
            record = record._replace(room=record.room or value)
        elif attribute or _UNKNOWN_ATTRIBUTE.match(text[:_LONGEST]) or len(text) > 80:
            stray.append(line)
        elif position == 1 and record.room and _ADDRESS.search(text):
            record = record._replace(room=f"{record.room}, {text}")
        elif typed is None:
            typed = text
        else:
            stray.append(line)
    return _typed(record, typed), stray


def _is_meaningful(label: str) -> bool:
    return any(word in label for word in ("level", "track", "tag", "type", "room", "venue"))


def _typed(record: Record, typed: str | None) -> Record:
    """*record* with its type line: a track, and where the title names no kind, the kind."""
    if not typed:
        return record
    kind = kind_of_type(typed)
    if record.kind == "talk" and kind and not (record.speakers and kind in ("break", "social")):
        record = record._replace(kind=kind)
    return record._replace(track=record.track or typed)
