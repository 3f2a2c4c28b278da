"""Talks that somebody lists in bullets, lines or a table, under a heading that is no talk itself.

- [Tying Clusters - Maria Oduya, Tern Labs](https://youtu.be/…)
- [Logs Without Tears](https://youtu.be/…) - Hanna Roth
- Anchors by Iris Boll [KnotCon 2016] - worth it               event or length in brackets, a remark
- **2019-05-04** — *Buoys*, Sail Summit, Bergen                a date in front, the event behind
  - the bit about grep                                         remarks are nested below
- 10:30 Maps for Services - Claire Dubois                      an agenda, with or without bullets
- Lightning talks                                              a kind, and talks nested below it
Buoys and Bells - Tom Okafor                                   a title, then the address
https://youtu.be/…
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from talkctl.language import language
from talkctl.model import Link, Note
from talkctl.record import Bio, Record
from talkctl.sources.grammar.agenda import agenda_line
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bylines import take_person_alone
from talkctl.sources.grammar.kinds import kind_named, level_named, take_kind
from talkctl.sources.grammar.links import bare_address, kind_of_link
from talkctl.sources.grammar.titles import TitleLine, with_credits
from talkctl.sources.notes.bullets import (
    BULLET,
    bills_throughout,
    end_of_item,
    is_contents,
    item_in,
    outdented,
    with_remarks_nested,
)
from talkctl.sources.notes.days import day_named
from talkctl.sources.notes.dressed import read_line, title_apart
from talkctl.sources.notes.facts import Content, take_event, take_room
from talkctl.sources.notes.headline import people_in_wide, read_headline, take_event_of
from talkctl.sources.notes.hours import day_within, moments, when_in
from talkctl.sources.notes.labels import labelled
from talkctl.sources.notes.linked import GENERIC, links_of, without_links_behind
from talkctl.sources.notes.markdown import Fence, without_markup
from talkctl.sources.notes.remarks import sort_content
from talkctl.sources.notes.tables import cells_of, columns_of, record_of_row, rooms_of
from talkctl.sources.notes.tails import (
    date_in_front,
    people_and_event,
    remark_behind,
    without_tail,
)
from talkctl.sources.source import Line, prose
from talkctl.when import clock_range, parse_clock

_DEEPEST = 8
"""Nobody nests lists of talks in one another as often."""
_SENTENCES = re.compile(r"[a-z]\w+\. [a-z]")
_ONE_NAME = re.compile(r"\S\s[-–—|]\s(?P<name>[^\W\d_a-z][^\W\d_]+)$")
"""One word behind a dash, which is a name where most of a list have names there."""
_TOLD_BEHIND = re.compile(
    r"(?P<head>[^\[\]]+?)\s*\((?:\[[^\[\]]*\]\([^()\s]*\)[\s,|·/]*)+\)\s*[-–—:]\s+(?P<told>\S.*)$"
)
"""Behind the links in brackets what somebody thinks of the talk."""
_HR = re.compile(r"\s*(?:[-*_=] ?){3,}\s*")


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where the list stands; *of_talks* says that the page speaks of nothing but talks there."""

    document: str
    event: str | None
    day: int | None
    date: str | None
    of_talks: bool = False
    aside: bool = False
    """The heading above is one of links and plans, whose bullets are no talks."""
    track: str | None = None
    year: int | None = None
    own: bool = False
    """Whoever wrote the page lists their own talks, and says where they gave them."""
    days: tuple[str, ...] = ()
    """All days of the event, where the page names them together."""

    def frame(self) -> Record:
        """A record of which only the place is known."""
        day = self.day if not self.date else None
        return Record(
            self.document, "notes", 1, 1, "", "", event=self.event, date=self.date, day=day
        )


@dataclass(slots=True)
class Listed:
    """The talks found, and the lines that only frame them."""

    records: list[Record] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)


def talks_in(
    lines: Sequence[Line],
    chapter: Chapter,
    references: dict[str, str],
    known: Known,
    depth: int = 0,
) -> tuple[Listed, list[Line]]:
    """The talks among *lines*, and the lines with something on them that are left; so *depth* lists
    stand around them."""
    found, rest = Listed(), list[Line]()
    fence = Fence()
    lines = with_remarks_nested(lines, known, references)
    group: str | None = None
    alike = bills_throughout(lines, known, references)
    index = 0
    while index < len(lines):
        line = lines[index]
        end = index + 1
        if line.blank or fence.takes(line.text) or len(line.text) > 2000:
            rest += [] if line.blank else [line]
        elif columns := columns_of(lines, index):
            frame = chapter.frame()._replace(track=chapter.track)
            row = partial(_talk_of_row, columns, frame, references, known, chapter.days)
            end = _read_rows(lines, index, row, found, rest)
        elif rooms := rooms_of(lines, index):
            row = partial(_talks_of_hour, rooms, chapter, references, known)
            end = _read_rows(lines, index, row, found, rest)
        elif _HR.fullmatch(line.text):
            found.furniture.append(line.number)
        elif chapter.aside:
            rest.append(line)
        elif is_contents(line.text, references):
            found.furniture.append(line.number)
        elif nested := _nested(lines, index, chapter, references, known, depth):
            found.records += nested[0].records
            found.furniture += nested[0].furniture
            rest += [line, *nested[1]]
            end = end_of_item(lines, index)
        elif record := _from_bullet(lines, index, chapter, references, known, alike):
            kind = group if group and record.kind == "talk" else record.kind
            found.records.append(record._replace(kind=kind))
            end = end_of_item(lines, index)
        elif record := _from_lines(lines, index, chapter, references, known):
            found.records.append(record)
            end = index + 2
        else:
            rest.append(line)
            group = group if item_in(line.text) else kind_named(line.text)
        index = end
    return found, rest


def _nested(
    lines: Sequence[Line],
    index: int,
    chapter: Chapter,
    references: dict[str, str],
    known: Known,
    depth: int,
) -> tuple[Listed, list[Line]] | None:
    """The talks of the list below a bullet that is none itself, of the kind that it names; and the
    lines of the list that are left."""
    top = item_in(lines[index].text)
    below = lines[index + 1 : end_of_item(lines, index)]
    if not top or top["indent"] or len(below) < 2 or depth == _DEEPEST:
        return None
    below = outdented(below)
    if not bills_throughout(below, known, references):
        return None
    plain = without_markup(top["text"], references)[0]
    slot = agenda_line(plain)
    group = slot.what if slot else plain
    if read_line(top["text"], group, known).credits:
        return None
    found, rest = talks_in(below, chapter, references, known, depth + 1)
    kind = kind_named(group.split("(")[0])
    if kind:
        found.records = [
            one._replace(kind=kind) if one.kind == "talk" else one for one in found.records
        ]
    return (found, rest) if found.records else None


def _from_bullet(
    lines: Sequence[Line],
    index: int,
    chapter: Chapter,
    references: dict[str, str],
    known: Known,
    alike: bool,
) -> Record | None:
    bullet = item_in(lines[index].text)
    if not bullet or bullet["indent"]:
        return None
    text = bullet["text"]
    plain, marked = without_markup(text, references)
    head, links = without_links_behind(plain, text, marked, references)
    told = _TOLD_BEHIND.match(text) if len(text) <= 1000 else None
    if told and told["head"].strip():
        head = without_markup(told["head"], references)[0]
    remarked = remark_behind(head, known)
    head = remarked["head"] if remarked else head
    dressed = text.startswith(("**", "__", "["))
    head, event, date = take_event(head) if dressed else (head, None, None)
    lasting = None
    if not event and len(head) <= 300:
        head, event, lasting = without_tail(head)
    date, head = (date, head) if date else date_in_front(head, chapter.year)
    slot = agenda_line(head)
    headline, room = take_room(slot.what if slot else head, bool(slot))
    title, inside = take_event_of(read_line(text, headline, known))
    event = event or inside
    told_where = (date or chapter.own) and not event
    apart = title_apart(text, headline) if told_where else None
    if apart and (not title.credits or apart[1].startswith("(")):
        people, event = people_and_event(apart[1], known)
        title = with_credits(read_headline(apart[0], known), people)
    name = _ONE_NAME.search(title.raw) if alike and not title.credits else None
    if name:
        title = read_headline(title.raw, replace(known, here=(*known.here, name["name"])))
    below = lines[index + 1 : end_of_item(lines, index)]
    content = sort_content(outdented(below), references, chapter.year)
    links = tuple(dict.fromkeys([*links, *content.links]))
    labelled_link = bool(marked) and len(marked[0].label) > 3 and not GENERIC.match(marked[0].label)
    named = labelled_link or bool(event)
    named_by_date = bool(told_where and event and chapter.of_talks)
    if not _is_talk(title, content, links, named, chapter, alike, bool(slot) or named_by_date):
        return None
    span = _span(slot) if slot else (content.when.start, content.when.end)
    content.notes[:0] = [
        one["told"]
        for one in (remarked, told)
        if one and re.search(r"\w", one["told"]) and not GENERIC.match(one["told"])
    ]
    if room:
        content.facts.setdefault("room", room)
    made = _record(chapter, lines[index].number, text, title, content, links, span)
    made = made._replace(duration=lasting)
    if event and (title.credits or date or chapter.own):
        made = made._replace(event=made.event or event, date=date or made.date)
    return made._replace(last_line=max(content.last, lines[index].number))


def _is_talk(
    title: TitleLine,
    content: Content,
    links: tuple[Link, ...],
    labelled_link: bool,
    chapter: Chapter,
    alike: bool,
    timed: bool,
) -> bool:
    """Whether a bullet with what is nested below it can only be a talk."""
    told = labelled(title.raw) and not (title.credits and take_kind(title.raw)[1])
    if GENERIC.match(title.title) or told or title.title.rstrip().endswith(":"):
        return False
    shown = any(link.kind in ("video", "slides") for link in links)
    alone = bool(title.credits) and bool(
        take_person_alone(title.raw, Known()) or people_in_wide(title.raw)
    ) and title.title.strip() == title.raw.strip()  # fmt: skip
    if alone:
        return shown and chapter.of_talks
    if content.sure:
        return True
    certain = any(one.org or one.job for one in title.credits)
    if title.credits and (shown or alike or timed or ((certain or links) and chapter.of_talks)):
        return True
    if timed and (chapter.of_talks and (shown or labelled_link or title.kind not in ("talk",))):
        return True
    return shown and (labelled_link or bool(content.links)) and chapter.of_talks


def _record(
    chapter: Chapter,
    number: int,
    raw: str,
    title: TitleLine,
    content: Content,
    links: tuple[Link, ...],
    span: tuple[str | None, str | None],
) -> Record:
    title = with_credits(title, title.credits or content.people)
    date = content.when.date or chapter.date
    start, end = moments(date, span, content.when.zone)
    level = content.facts.get("level")
    abstract = prose(content.abstract)
    who = title.credits[0].name if len(title.credits) == 1 else None
    return chapter.frame()._replace(
        first_line=number,
        last_line=number,
        raw_title=raw,
        title=title.title,
        kind=title.kind,
        level=title.level or (level_named(level) if level else None),
        status=title.status,
        speakers=title.credits,
        start=start,
        end=end,
        timezone=content.when.zone if start and len(start) > 19 else None,
        date=date,
        day=chapter.day if not date else None,
        room=content.facts.get("room"),
        track=content.facts.get("track") or chapter.track,
        abstract=abstract,
        language=language(abstract),
        bios=tuple(Bio(who, text) for text in content.bios) if who else (),
        links=links,
        notes=tuple(
            Note(text, language(text), chapter.document)
            for text in [*content.notes, *([] if who else content.bios)]
        ),
    )


def _from_lines(
    lines: Sequence[Line], index: int, chapter: Chapter, references: dict[str, str], known: Known
) -> Record | None:
    """The talk of a line with a title and the address of a recording right below it."""
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    text = lines[index].text.strip()
    url = bare_address(below.strip("<>")) if "." in below else None
    if not url or BULLET.match(text) or text.startswith((">", "|", "#")) or bare_address(text):
        return None
    kind = kind_of_link("", url)
    plain, marked = without_markup(text, references)
    title = read_headline(plain, known)
    if _SENTENCES.search(plain):
        return None
    if kind not in ("video", "slides") or labelled(plain) or plain.endswith((".", ":")):
        return None
    if not title.credits and not (chapter.of_talks and len(plain) <= 120 and not marked):
        return None
    links = (*links_of(marked), Link(kind, url, below))
    made = _record(chapter, lines[index].number, text, title, Content(), links, (None, None))
    return made._replace(last_line=lines[index + 1].number)


def _span(slot: object) -> tuple[str | None, str | None]:
    start, end = getattr(slot, "start", ""), getattr(slot, "end", None)
    return clock_range(start, end) if end else (parse_clock(start), None)


def _read_rows(
    lines: Sequence[Line],
    index: int,
    talks_of: Callable[[Line], list[Record]],
    found: Listed,
    rest: list[Line],
) -> int:
    """Read *talks_of* the rows of the table at *index*; where it ends."""
    found.furniture += [lines[index].number, lines[index + 1].number]
    end = index + 2
    while end < len(lines) and "|" in lines[end].text:
        talks = talks_of(lines[end])
        found.records += talks
        if not talks:
            rest.append(lines[end])
        end += 1
    return end


def _talk_of_row(
    columns: dict[str, int],
    frame: Record,
    references: dict[str, str],
    known: Known,
    days: tuple[str, ...],
    line: Line,
) -> list[Record]:
    """The talk of a row, if it has one, in columns that each say one thing of it."""
    record = record_of_row(line, columns, frame, references, known, days)
    return [record] if record else []


def _talks_of_hour(
    rooms: list[str], chapter: Chapter, references: dict[str, str], known: Known, line: Line
) -> list[Record]:
    """The talks of a row that says when they are, in columns that say in which of *rooms*."""
    hours, *cells = cells_of(line)
    when = when_in(hours)
    talks = []
    for head, cell in zip(rooms, cells, strict=False):
        plain, marked = without_markup(cell, references)
        day = day_named(head, chapter.year)
        plain, behind = take_room(plain)
        room = None if day else head
        title = read_headline(plain, known)
        if title.credits or marked:
            span = (when.start, when.end)
            date = (day.date or day_within(head, chapter.days)) if day else chapter.date
            place = replace(chapter, date=date)
            made = _record(place, line.number, cell, title, Content(), links_of(marked), span)
            if room and room.lower().startswith("track"):
                talks.append(made._replace(track=room))
            else:
                talks.append(made._replace(room=room or behind))
    return talks
