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
from talkctl.record import Bio, Record, Remark
from talkctl.sources.grammar.agenda import WhenAndWhere, at
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.days import date_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.grammar.titles import (
    TitleLine,
    parse_bare_title,
    parse_title,
    titled,
    with_credits,
)
from talkctl.sources.grammar.zones import bare
from talkctl.sources.sched.cards import (
    Cards,
    heading_of,
    is_aside,
    is_avatar,
    join_cards,
    may_be_billed,
    read_cards,
)
from talkctl.sources.sched.clocks import is_time, is_when
from talkctl.sources.sched.layout import Session, opens_text
from talkctl.sources.sched.places import is_attribute, labelled_link, placed
from talkctl.sources.source import Line, prose, remark
from talkctl.when import clock_range

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
    filled = session.filled
    if not filled:
        return None, [remark(page.document, [session.opening], "a time without a session below")]
    opening = filled[0]
    anatomy = _anatomy(session.lines, opening)
    above, cancelled = _without_notice(anatomy.text)
    cards_at = next((n for n in range(len(above)) if _heads_cards(above, n)), len(above))
    title, cards, bios = _title_and_cards(opening.text, above[cards_at:], page)
    abstract = prose(above[:cards_at])
    record = titled(Record(page.document, "sched", opening.number, filled[-1].number), title)
    record = record._replace(
        raw_title=opening.text.strip(),
        language=language(abstract),
        event=page.event,
        abstract=abstract,
        bios=bios,
        links=tuple(link for line in above if (link := labelled_link(line))),
        room=session.place,
        status="cancelled" if cancelled else title.status,
    )
    record, stray = placed(_timed(record, session, anatomy.when, page), anatomy.below)
    left = (
        *(([line], "stands among the cards of speakers") for line in cards.stray),
        *((block, "not about the people of the talk") for block in cards.aside),
        *(([line], "an attribute of unknown meaning") for line in stray),
    )
    return record, [remark(page.document, lines, why) for lines, why in left]


def _title_and_cards(
    line: str, lines: list[Line], page: Page
) -> tuple[TitleLine, Cards, tuple[Bio, ...]]:
    """What the title *line* says together with the cards of speakers in *lines*."""
    text = _CAPACITY.sub("", line)
    title = parse_title(text, page.known)
    names = tuple(credit.name for credit in title.credits)
    cards = read_cards([line for line in lines if not labelled_link(line)], names)
    if cards.cards:
        title = parse_title(text, replace(page.known, here=tuple(c.name for c in cards.cards)))
        title = title if may_be_billed(title.credits, cards.cards) else parse_bare_title(text)
    people, bios = join_cards(title.credits, cards.cards)
    title = with_credits(title, people)
    if title.kind == "talk" and any(credit.role == "panelist" for credit in people):
        title = with_credits(replace(title, kind="panel"), people)
    return title, cards, bios


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
    text = lines[index].text
    below = next((line.text for line in lines[index + 1 : index + 4] if not line.blank), "")
    if is_avatar(text) or (is_aside(text) and is_avatar(below)):
        return True
    return heading_of(text) is not None and not _LISTED.match(below)


def _without_notice(lines: list[Line]) -> tuple[list[Line], bool]:
    """*lines* without one that says nothing but ``Cancelled``, and whether there was one."""
    kept = [line for line in lines if not is_cancelled(line.text.strip(" .!*[]()"))]
    return kept, len(kept) < len(lines)


def _timed(record: Record, session: Session, when: re.Match[str] | None, page: Page) -> Record:
    told = when or is_time(session.opening.text)
    if when:
        date, last = date_of(when["date"]), when["last"]
    else:
        date, last = page.dates.get(session.day[:2]) if session.day else None, None
    if not told:
        return record._replace(date=date)
    zone = bare(told["zone"] or page.zone)
    hours = clock_range(told["start"], told["end"])
    return at(record, hours, WhenAndWhere(date, zone, page.place), last and date_of(last))
