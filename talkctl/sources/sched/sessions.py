"""One session of a Sched page: its title line, abstract, cards, when-line, and what stands below.

Kubernetes on EGO - Da Ma, IBM                         title
IBM developed EGO as …                                 abstract
Speakers …                                             cards
Tuesday November 8, 2016 11:00am - 11:40am PST         when; the day may be said twice
Grand Ballroom B                                       room, see ``places``
  Breakout Sessions

The newer page of a single session says when and where right below the title, and perhaps once more
at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from talkctl.language import language
from talkctl.record import Record, Remark
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.days import date_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.grammar.titles import parse_bare_title, parse_title, with_credits
from talkctl.sources.grammar.zones import bare, instant
from talkctl.sources.sched.cards import heading_of, is_avatar, join_cards, may_be_billed, read_cards
from talkctl.sources.sched.clocks import is_time, is_when
from talkctl.sources.sched.layout import Session, opens_text
from talkctl.sources.sched.places import is_attribute, labelled_link, placed
from talkctl.sources.source import Line, prose, remark
from talkctl.when import clock_range, parse_clock, shifted

_LISTED = re.compile(r"\s*(?:[•*·‣◦–-]|\d{1,2}[.)])\s")
_CAPACITY = re.compile(
    r"\s+(?:Limited Capacity(?: \S+){1,3}|FILLING(?: UP)?|FULL|Waitlist(?: \S+)?)$"
)
"""What the site writes behind the title of a session with few seats."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the whole page: its event, the dates of its days, who is whom, where."""

    document: str
    event: str | None
    dates: dict[tuple[int, int], str]
    known: Known
    place: str = ""
    zone: str | None = None
    """The zone of hours that name none."""
    venues: frozenset[str] = frozenset()
    of_one: bool = False
    """Whether it is a speaker's own page, who is in one place at a time."""


@dataclass(frozen=True, slots=True)
class _Anatomy:
    """The lines of a session: its text, what stands below its when-line, and that line."""

    text: list[Line]
    below: list[Line]
    when: re.Match[str] | None


def read_session(session: Session, page: Page) -> tuple[Record | None, list[Remark]]:
    """The record of *session*, and remarks on what in it has no place."""
    filled = [line for line in session.lines if not line.blank]
    if not filled:
        return None, [remark(page.document, [session.opening], "a time without a session below")]
    title_line = filled[0]
    anatomy = _anatomy(session.lines, title_line)
    above, cancelled = _without_notice(anatomy.text)
    cards_at = next((n for n in range(len(above)) if _heads_cards(above, n)), len(above))
    text = _CAPACITY.sub("", title_line.text)
    title = parse_title(text, page.known)
    cards_lines = [line for line in above[cards_at:] if not labelled_link(line)]
    cards = read_cards(cards_lines, tuple(credit.name for credit in title.credits))
    if cards.cards:
        title = parse_title(text, replace(page.known, here=tuple(c.name for c in cards.cards)))
        title = title if may_be_billed(title.credits, cards.cards) else parse_bare_title(text)
    people, bios = join_cards(title.credits, cards.cards)
    title = with_credits(title, people)
    if title.kind == "talk" and any(credit.role == "panelist" for credit in people):
        title = with_credits(replace(title, kind="panel"), people)
    abstract = prose(above[:cards_at])
    record = Record(
        document=page.document,
        format="sched",
        first_line=title_line.number,
        last_line=filled[-1].number,
        raw_title=title_line.text.strip(),
        title=title.title,
        kind=title.kind,
        level=title.level,
        language=language(abstract),
        event=page.event,
        speakers=title.credits,
        abstract=abstract,
        bios=bios,
        room=session.place,
        status="cancelled" if cancelled else title.status,
    )
    record = record._replace(links=tuple(link for line in above if (link := labelled_link(line))))
    record, stray = placed(_timed(record, session, anatomy.when, page), anatomy.below)
    remarks = [
        remark(page.document, [line], "stands among the cards of speakers") for line in cards.stray
    ]
    remarks += [
        remark(page.document, block, "not about the people of the talk") for block in cards.aside
    ]
    remarks += [remark(page.document, [line], "an attribute of unknown meaning") for line in stray]
    return record, remarks


def _anatomy(lines: list[Line], title: Line) -> _Anatomy:
    whens = [n for n, line in enumerate(lines) if is_when(line.text)]
    if not whens:
        return _Anatomy([line for line in lines if line.number > title.number], [], None)
    first, last = whens[0], whens[-1]
    on_top = all(line.blank or line.number <= title.number for line in lines[:first])
    when = is_when(lines[first].text)
    if last > first:
        place = next((n for n in range(first + 1, last) if not lines[n].blank), last)
        place = first if opens_text(lines[place].text) else place
        text = [
            line
            for n, line in enumerate(lines[:last])
            if line.number > title.number and not first <= n <= place
        ]
        return _Anatomy(text, [line for line in lines[last + 1 :] if not line.blank], when)
    if on_top and any(heading_of(line.text) or len(line.text) > 120 for line in lines[first + 1 :]):
        return _told_below(lines[first + 1 :], when)
    text = [line for line in lines[:first] if line.number > title.number]
    return _Anatomy(text, [line for line in lines[first + 1 :] if not line.blank], when)


def _told_below(lines: list[Line], when: re.Match[str] | None) -> _Anatomy:
    """A session that says when and where on top, and attributes on top or at its end."""
    filled = [n for n, line in enumerate(lines) if not line.blank]
    place = filled[:1] if not heading_of(lines[filled[0]].text) else []
    for index in filled[len(place) :]:
        if not lines[index].text.startswith("  ") and not is_attribute(lines[index].text):
            break
        place.append(index)
    ends = []
    for index in reversed(filled[len(place) :]):
        if not is_attribute(lines[index].text):
            break
        ends.append(index)
    below = [*place, *reversed(ends)]
    text = [line for n, line in enumerate(lines) if n not in below and n >= len(place)]
    return _Anatomy(text, [lines[n] for n in below], when)


def _heads_cards(lines: list[Line], index: int) -> bool:
    """Whether cards begin there, rather than a list in the abstract under the same word."""
    if is_avatar(lines[index].text):
        return True
    if not heading_of(lines[index].text):
        return False
    below = next((line.text for line in lines[index + 1 : index + 4] if not line.blank), "")
    return not _LISTED.match(below)


def _without_notice(lines: list[Line]) -> tuple[list[Line], bool]:
    """*lines* without one that says nothing but ``Cancelled``, and whether there was one."""
    kept = [line for line in lines if not is_cancelled(line.text.strip(" .!*[]()"))]
    return kept, len(kept) < len(lines)


def _timed(record: Record, session: Session, when: re.Match[str] | None, page: Page) -> Record:
    if when:
        start, end = _hours(when)
        return _at(record, date_of(when["date"]), (start, end), when["zone"], page, when["last"])
    opening = is_time(session.opening.text)
    date = page.dates.get(session.day[:2]) if session.day else None
    if not opening:
        return record._replace(date=date)
    return _at(record, date, _hours(opening), opening["zone"], page)


def _hours(found: re.Match[str]) -> tuple[str | None, str | None]:
    if found["end"]:
        return clock_range(found["start"], found["end"])
    return parse_clock(found["start"]), None


def _at(
    record: Record,
    day: str | None,
    hours: tuple[str | None, str | None],
    zone: str | None,
    page: Page,
    last: str | None = None,
) -> Record:
    """*record* at those hours: instants where day and zone are certain, local times otherwise."""
    start, end = hours
    zone = bare(zone or page.zone)
    record = record._replace(date=day, timezone=zone, start=start, end=end)
    if not (day and start):
        return record
    first = instant(day, start, zone, page.place)
    if not first:
        return record
    last_day = (last and date_of(last)) or (shifted(day, 1) if end and end < start else day)
    return record._replace(
        start=first, end=instant(last_day, end, zone, page.place) if end else None
    )
