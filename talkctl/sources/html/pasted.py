"""The text of a page, read by the reader of the kind of page that it is.

Sched's programmes, archives of recordings and Meetups are read as if they had been pasted from the
browser, notes as Markdown. What comes back has the lines of the text and gets those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from talkctl.record import Record, Remark
from talkctl.sources import archive, meetup, notes, sched
from talkctl.sources.grammar.agenda import date_in_prose, is_dated, time_alone
from talkctl.sources.html.copied import Copier, Copy, TextLine, Writer
from talkctl.sources.html.page import Page
from talkctl.sources.html.schedpage import SchedMarks, alias_of, event_of, with_marks
from talkctl.sources.html.sessionizepage import read_sessions
from talkctl.sources.source import Reading, Source
from talkctl.sources.video_titles import reads_as_event

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "html"
_TOP = 30
_MOST_MOVED = 3
_LONGEST = 20_000_000
"""No page that anybody saves has more letters of text than this."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a reader of texts made of a page, with the lines of the file; *kind* is its name."""

    kind: str
    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    aliases: tuple[str, ...] = ()


def read_pasted(document: str, root: _Element, page: Page, by_sched: bool) -> Pasted | None:
    """The talks in the text of *page*, if it is of a kind whose text is read."""
    if sessions := read_sessions(document, FORMAT, root, page):
        return Pasted("sessionize", sessions)
    copy = Copier(Writer(marked=False), SchedMarks() if by_sched else None).copy(root)
    if by_sched:
        titled = page.title or page.metas.get("og:title", "")
        copy.lines[:0] = [TextLine(titled[:200], 1, 1), TextLine("", 1, 1)]
        found = _read(document, sched.SOURCE, copy, 0)
        return _by_sched(found, copy, page) if found.records else None
    copy = _under_its_title(copy)
    for source, begin in _attempts(copy):
        if source.sniff(copy.text(begin)):
            reading = _read(document, source, copy, begin)
            if reading.records:
                return _placed(source.name, reading, copy.lines[begin:])
    return None


def read_notes(document: str, root: _Element, page: Page) -> Pasted | None:
    """The talks of a page of notes or a list: only one where most of what it lists bills people."""
    copy = Copier(Writer(marked=True)).copy(root)
    event = next(filter(reads_as_event, page.names), None)
    text = copy.text()
    are_notes = len(text) <= _LONGEST and notes.SOURCE.sniff(text)
    if event and not are_notes and len(text) <= _LONGEST:
        copy.lines[:0] = [TextLine(f"# {event}", 1, 1), TextLine("", 1, 1)]
        text = copy.text()
        are_notes = notes.SOURCE.sniff(text)
    if not are_notes:
        return None
    reading = notes.SOURCE.parse(document, text)
    billed = sum(1 for record in reading.records if record.speakers)
    if billed < max(1, (len(reading.records) + 1) // 2):
        return None
    date = date_in_prose([line.text for line in copy.lines[:_TOP]])
    records = _completed(_once(reading.records), event, date)
    return _placed(notes.SOURCE.name, replace(reading, records=records), copy.lines)


def _once(records: Sequence[Record]) -> Iterator[Record]:
    """*records* with what a table has in all its columns told once, and in no room."""
    for placeless, same in groupby(records, lambda record: record._replace(room=None)):
        first, *others = same
        yield placeless if others else first


def _completed(
    records: Iterable[Record], event: str | None, date: str | None
) -> tuple[Record, ...]:
    """*records* at the one event of the page on its one day, where none of them says another."""
    found = tuple(records)
    if event and not any(record.event for record in found):
        found = tuple(record._replace(event=event) for record in found)
    if date and not any(record.date or record.day for record in found):
        found = tuple(_on(record, date) for record in found)
    return found


def _on(record: Record, date: str) -> Record:
    start, end = (f"{date}T{clock}:00" if clock else None for clock in (record.start, record.end))
    return record._replace(date=date, start=start, end=end)


def read_description(document: str, name: str, text: str, first: int, last: int) -> Pasted | None:
    """The talks of the agenda in a description that stands on those lines of the file."""
    lines = [name, "", "Details", *text.replace("\r\n", "\n").split("\n")]
    copy = Copy([TextLine(line, first, last) for line in lines])
    pasted = copy.text()
    if len(pasted) > _LONGEST or not meetup.SOURCE.sniff(pasted):
        return None
    return _placed("meetup", meetup.SOURCE.parse(document, pasted), copy.lines)


def _under_its_title(copy: Copy) -> Copy:
    """*copy* with what stands above the title and says when it is moved below it."""
    begin = copy.heading or 0
    moved = [line for line in copy.lines[:begin] if is_dated(line.text) or time_alone(line.text)]
    if not moved or len(moved) > _MOST_MOVED:
        return copy
    above = [line for line in copy.lines[:begin] if line not in moved]
    lines = [*above, *copy.lines[begin : begin + 1], *moved, *copy.lines[begin + 1 :]]
    return Copy(lines, len(above))


def _attempts(copy: Copy) -> list[tuple[Source, int]]:
    """Which readers to ask in which order, and from which line on; a Meetup begins with its title."""
    begin = copy.heading or 0
    return [
        (sched.SOURCE, 0),
        (archive.SOURCE, 0),
        (archive.SOURCE, begin),
        (meetup.SOURCE, begin),
    ]


def _read(document: str, source: Source, copy: Copy, begin: int) -> Reading:
    text = copy.text(begin)
    return source.parse(document, text) if len(text) <= _LONGEST else Reading()


def _by_sched(reading: Reading, copy: Copy, page: Page) -> Pasted:
    event = event_of(page, reading.records)
    records = [with_marks(record, copy, page) for record in reading.records]
    named = tuple(record._replace(event=event or record.event) for record in records)
    remarks = tuple(one for one in reading.remarks if one.first_line > 1)
    return replace(_placed("sched", Reading(named, remarks), copy.lines), aliases=alias_of(page))


def _placed(kind: str, reading: Reading, lines: Sequence[TextLine]) -> Pasted:
    """*reading* with the lines of the file in place of those of the text."""

    def span(first: int, last: int) -> tuple[int, int]:
        own = lines[first - 1 : last] or [lines[-1]]
        return min(line.first for line in own), max(line.last for line in own)

    records = []
    for record in reading.records:
        first, last = span(record.first_line, record.last_line)
        records.append(record._replace(format=FORMAT, first_line=first, last_line=last))
    remarks = []
    for one in reading.remarks:
        first, last = span(one.first_line, one.last_line)
        remarks.append(one._replace(first_line=first, last_line=last))
    return Pasted(kind, tuple(records), tuple(remarks))
