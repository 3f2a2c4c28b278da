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

from talkctl.model import Link
from talkctl.record import Record
from talkctl.sources.grammar.agenda import Slot, agenda_line
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bylines import take_person_alone
from talkctl.sources.grammar.kinds import kind_named, take_kind
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
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.days import day_named
from talkctl.sources.notes.dressed import read_line, title_apart
from talkctl.sources.notes.facts import Content, take_event, take_room
from talkctl.sources.notes.headline import people_in_wide, read_headline, take_event_of
from talkctl.sources.notes.hours import day_within, when_in
from talkctl.sources.notes.labels import labelled
from talkctl.sources.notes.linked import GENERIC, links_of, without_links_behind
from talkctl.sources.notes.markdown import Fence
from talkctl.sources.notes.records import record_of
from talkctl.sources.notes.remarks import sort_content
from talkctl.sources.notes.tables import cells_of, columns_of, rooms_of, talks_of_row
from talkctl.sources.notes.tails import (
    date_in_front,
    people_and_event,
    remark_behind,
    without_tail,
)
from talkctl.sources.source import Line

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


@dataclass(slots=True)
class Listed:
    """The talks found, the lines that only frame them, and those with something else on them."""

    records: list[Record] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)


def talks_in(lines: Sequence[Line], chapter: Chapter, depth: int = 0) -> Listed:
    """The talks among *lines*; so *depth* lists stand around them."""
    found = Listed()
    fence = Fence()
    lines = with_remarks_nested(lines, chapter)
    group: str | None = None
    alike = bills_throughout(lines, chapter)
    index = 0
    while index < len(lines):
        line = lines[index]
        end = index + 1
        if line.blank or fence.takes(line.text) or len(line.text) > 2000:
            found.rest += [] if line.blank else [line]
        elif columns := columns_of(lines, index):
            end = _read_rows(lines, index, partial(talks_of_row, columns, chapter), found)
        elif rooms := rooms_of(lines, index):
            end = _read_rows(lines, index, partial(_talks_of_hour, rooms, chapter), found)
        elif _HR.fullmatch(line.text) or (not chapter.aside and is_contents(line.text, chapter)):
            found.furniture.append(line.number)
        elif chapter.aside:
            found.rest.append(line)
        elif nested := _nested(lines, index, chapter, depth):
            found.records += nested.records
            found.furniture += nested.furniture
            found.rest += [line, *nested.rest]
            end = end_of_item(lines, index)
        elif record := _from_bullet(lines, index, chapter, alike):
            found.records.append(of_kind(group, record))
            end = end_of_item(lines, index)
        elif record := _from_lines(lines, index, chapter):
            found.records.append(record)
            end = index + 2
        else:
            found.rest.append(line)
            group = group if item_in(line.text) else kind_named(line.text)
        index = end
    return found


def of_kind(kind: str | None, record: Record) -> Record:
    """*record*, which stands in a group of that *kind*, unless it says its own."""
    return record._replace(kind=kind) if kind and record.kind == "talk" else record


def _nested(lines: Sequence[Line], index: int, chapter: Chapter, depth: int) -> Listed | None:
    """The talks of the list below a bullet that is none itself, of the kind that it names; and the
    lines of the list that are left."""
    top = item_in(lines[index].text)
    below = lines[index + 1 : end_of_item(lines, index)]
    if not top or top["indent"] or len(below) < 2 or depth == _DEEPEST:
        return None
    below = outdented(below)
    if not bills_throughout(below, chapter):
        return None
    plain = chapter.words(top["text"])
    slot = agenda_line(plain)
    group = slot.what if slot else plain
    if read_line(top["text"], group, chapter.known).credits:
        return None
    kind = kind_named(group.split("(")[0])
    if slot and kind == "lightning":
        chapter = replace(chapter, hour=slot.span()[0])
    found = talks_in(below, chapter, depth + 1)
    found.records = [of_kind(kind, one) for one in found.records]
    return found if found.records else None


@dataclass(slots=True)
class _Said:
    """What the line of a bullet says."""

    title: TitleLine
    links: tuple[Link, ...]
    slot: Slot | None
    event: str | None
    date: str | None
    minutes: int | None
    room: str | None
    remarks: list[str]
    named: bool
    """A link has the name of a talk for its label, or the event is named."""
    placed: bool
    """It says where somebody gave a talk of their own, and perhaps when."""


def _from_bullet(lines: Sequence[Line], index: int, chapter: Chapter, alike: bool) -> Record | None:
    bullet = item_in(lines[index].text)
    if not bullet or bullet["indent"]:
        return None
    said = _said(bullet["text"], chapter, alike)
    content = sort_content(outdented(lines[index + 1 : end_of_item(lines, index)]), chapter)
    if not _is_talk(said, content, chapter, alike):
        return None
    if said.slot:
        start, end = said.slot.span()
        content.when = content.when._replace(start=start, end=end)
    if said.room:
        content.facts.setdefault("room", said.room)
    if said.event and (said.title.credits or said.date or chapter.own):
        chapter = replace(chapter, event=chapter.event or said.event)
    chapter = replace(chapter, date=said.date or chapter.date)
    content.notes[:0] = said.remarks
    made = record_of(lines[index].number, said.title, content, chapter, said.links)
    return made._replace(raw_title=bullet["text"], duration=said.minutes or made.duration)


def _said(text: str, chapter: Chapter, alike: bool) -> _Said:
    known = chapter.known
    plain, marked = chapter.plain(text)
    head, links = without_links_behind(plain, text, marked, chapter.references)
    told = _TOLD_BEHIND.match(text) if len(text) <= 1000 else None
    head = chapter.words(told["head"]) if told else head
    remarked = remark_behind(head, known)
    head = remarked["head"] if remarked else head
    event, date, minutes = None, None, None
    if text.startswith(("**", "__", "[")):
        head, event, date = take_event(head)
    if not event and len(head) <= 300:
        head, event, minutes = without_tail(head)
    if not date:
        date, head = date_in_front(head, chapter.year)
    slot = agenda_line(head)
    headline, room = take_room(slot.what if slot else head, bool(slot))
    title, inside = take_event_of(read_line(text, headline, known))
    event = event or inside
    placed = bool(date or chapter.own) and not event
    apart = title_apart(text, headline) if placed else None
    if apart and (not title.credits or apart[1].startswith("(")):
        people, event = people_and_event(apart[1], known)
        title = with_credits(read_headline(apart[0], known), people)
    name = _ONE_NAME.search(title.raw) if alike and not title.credits else None
    if name:
        title = read_headline(title.raw, replace(known, here=(*known.here, name["name"])))
    remarks = [one["told"] for one in (remarked, told) if one]
    remarks = [
        one
        for one in remarks
        if re.search(r"[^\W_]|[\u2600-\U0001faff]", one) and not GENERIC.match(one)
    ]
    label = marked[0].label if marked else ""
    named = bool(event) or (len(label) > 3 and not GENERIC.match(label))
    return _Said(title, links, slot, event, date, minutes, room, remarks, named, placed)


def _is_talk(said: _Said, content: Content, chapter: Chapter, alike: bool) -> bool:
    """Whether a bullet with what is nested below it can only be a talk."""
    title, links = said.title, (*said.links, *content.links)
    told = labelled(title.raw) and not (title.credits and take_kind(title.raw)[1])
    if GENERIC.match(title.title) or told or title.title.rstrip().endswith(":"):
        return False
    shown = any(link.kind in ("video", "slides") for link in links)
    if title.credits and title.title.strip() == title.raw.strip() and (
        take_person_alone(title.raw, Known()) or people_in_wide(title.raw)
    ):  # fmt: skip
        return shown and chapter.of_talks
    timed = bool(said.slot) or (said.placed and bool(said.event) and chapter.of_talks)
    if content.sure or (title.credits and (shown or alike or timed)):
        return True
    certain = links or any(one.org or one.job for one in title.credits)
    return chapter.of_talks and bool(
        (title.credits and certain)
        or (timed and (shown or said.named or title.kind != "talk"))
        or (shown and (said.named or content.links))
    )


def _from_lines(lines: Sequence[Line], index: int, chapter: Chapter) -> Record | None:
    """The talk of a line with a title and the address of a recording right below it."""
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    text = lines[index].text.strip()
    url = bare_address(below.strip("<>")) if "." in below else None
    if not url or BULLET.match(text) or text.startswith((">", "|", "#")) or bare_address(text):
        return None
    kind = kind_of_link("", url)
    plain, marked = chapter.plain(text)
    title = read_headline(plain, chapter.known)
    if _SENTENCES.search(plain):
        return None
    if kind not in ("video", "slides") or labelled(plain) or plain.endswith((".", ":")):
        return None
    if not title.credits and not (chapter.of_talks and len(plain) <= 120 and not marked):
        return None
    links = (*links_of(marked), Link(kind, url, below))
    made = record_of(lines[index].number, title, Content(), chapter, links)
    return made._replace(raw_title=text, last_line=lines[index + 1].number)


def _read_rows(
    lines: Sequence[Line], index: int, talks_of: Callable[[Line], list[Record]], found: Listed
) -> int:
    """Read *talks_of* the rows of the table at *index*; where it ends."""
    found.furniture += [lines[index].number, lines[index + 1].number]
    end = index + 2
    while end < len(lines) and "|" in lines[end].text:
        talks = talks_of(lines[end])
        found.records += talks
        found.rest += [] if talks else [lines[end]]
        end += 1
    return end


def _talks_of_hour(rooms: list[str], chapter: Chapter, line: Line) -> list[Record]:
    """The talks of a row that says when they are, in columns that say in which of *rooms*."""
    hours, *cells = cells_of(line)
    when = when_in(hours)
    talks = []
    for head, cell in zip(rooms, cells, strict=False):
        plain, marked = chapter.plain(cell)
        plain, room = take_room(plain)
        title = read_headline(plain, chapter.known)
        if title.credits or marked:
            facts = {"room": room or ""}
            column = chapter
            if day := day_named(head, chapter.year):
                column = replace(chapter, date=day.date or day_within(head, chapter.days))
            else:
                facts["track" if head.lower().startswith("track") else "room"] = head
            content = Content(when=when, facts=facts)
            made = record_of(line.number, title, content, column, links_of(marked))
            talks.append(made._replace(raw_title=cell))
    return talks
