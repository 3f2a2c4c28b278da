"""A recordings archive: the listing of an event's recordings, and the page of one video.

A listing opens with ``Organisation / Event`` and goes on in entries, each a date (of publication),
a title line, a body, and closing counts:

    15 Dec 2017

    Effective RBAC - Jordan Liggitt, Red Hat

    The v1 release of role-based access control …

    About Jordan Liggitt
    Jordan Liggitt is a principal software engineer …
    Join us for …                                   an advertisement for other events
      • 3 participants
      • 40 minutes
    youtube image

A listing may be cut off, have several entries under a date, and leave out anything but titles; the
title may stand above its date (``order``), and dates and counts may have labels (``marks``).
A list of videos has lengths for dates (``videolist``); talks told in ``blocks`` need none of these marks.
A video page is YouTube's own (``watchpage``), or has ``From YouTube: TITLE`` and a ``Description``
that may say the title once more, and addresses on lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from talkctl.language import language
from talkctl.names import name_key
from talkctl.record import Occasion, Record, Remark
from talkctl.sources.archive.blocks import Blocks, blocks_of, told_in_blocks
from talkctl.sources.archive.chapters import talks_in_chapters
from talkctl.sources.archive.entry import Entry, labelled_people, told_when, with_people_below
from talkctl.sources.archive.heading import Heading, furniture_of, heading_of
from talkctl.sources.archive.marks import (
    MENU,
    closes,
    counts_on,
    date_on,
    is_advertisement,
    is_date,
    is_image,
    link_on,
    path_to,
    repeated_lines,
)
from talkctl.sources.archive.order import in_usual_order
from talkctl.sources.archive.told import with_told
from talkctl.sources.archive.videolist import is_video_list, read_video_list
from talkctl.sources.archive.watchpage import as_video_page, is_watch_page
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.bios import headed_names, is_social_links, read_body
from talkctl.sources.grammar.titles import (
    TitleLine,
    parse_title,
    titled,
    with_credits,
    with_guests,
)
from talkctl.sources.source import (
    CUT_OFF,
    Line,
    Reading,
    Source,
    cut_off,
    lines_to_read,
    opening_lines,
    remark,
    with_the_rest,
)
from talkctl.sources.video_titles import (
    outer_parts,
    read_video_title,
    repeats,
    without_event,
)
from talkctl.text import fold, key, words

_FROM_VIDEO = re.compile(
    r"\s*From (?:YouTube|Vimeo|Zoom|Twitch|PeerTube|Google Meet|Webex):\s*(?P<title>\S.*)$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_TITLE = 300
_LOOKED_AT = 200_000
"""How much of a page is looked at to see what it is."""


def sniff(text: str) -> bool:
    """Dated entries that end in counts or images, ``From YouTube:`` above a description, or talks
    told in blocks."""
    lines = opening_lines(text)
    if any(_FROM_VIDEO.match(line) for line in lines[:40]):
        return True
    if is_watch_page(lines) or is_video_list(lines):
        return True
    short = [line for line in lines if len(line) <= 80]
    counted = (
        is_image(line) or ((found := counts_on(line)) and found.participants) for line in short
    )
    if any(date_on(line) for line in short) and any(counted):
        return True
    opening = lines_to_read(text[:_LOOKED_AT])
    return bool(blocks_of(opening, heading_of(opening)))


def parse(document: str, text: str) -> Reading:
    """All recordings of a listing, or the one of a video page."""
    lines = lines_to_read(text)
    for line in lines[:40]:
        if _FROM_VIDEO.match(line.text):
            return _parse_video(document, lines, line)
    filled = [line.text.strip() for line in lines if not line.blank]
    if is_watch_page(filled):
        kept, heading, left_out, channel = as_video_page(lines)
        found = _parse_video(document, kept, heading, channel)
        found = replace(found, furniture=found.furniture | left_out)
        return with_the_rest(document, lines, found)
    if is_video_list(filled):
        return read_video_list(document, lines)
    above = heading_of(lines)
    if blocks := blocks_of(lines, above):
        return _parse_blocks(document, lines, above, told_in_blocks(blocks, lines, above))
    return _parse_listing(document, lines)


def _parse_blocks(
    document: str, lines: Sequence[Line], heading: Heading, blocks: Blocks
) -> Reading:
    """A listing whose entries stand apart, each a title and what is told below it."""
    entries = blocks.entries
    known = _page_knowledge(entries, lines)
    event = heading.event
    records = tuple(_record(document, entry, entry.body, event, known) for entry in entries)
    first = min(record.first_line for record in records)
    above = [line for line in lines if line.number < first]
    menus = {line.number for line in lines if MENU.match(line.text[:120])}
    furniture = frozenset(furniture_of(above, heading) | menus | blocks.furniture)
    days = heading.days
    held = (Occasion(event, start=days[0], end=days[-1]),) if event and days else ()
    return with_the_rest(document, lines, Reading(records, (), furniture, held))


def _parse_listing(document: str, lines: Sequence[Line]) -> Reading:
    lines = in_usual_order(lines)
    start = next((n for n, line in enumerate(lines) if is_date(lines, n)), len(lines))
    furniture, remarks = set[int](), []
    event = _event_above(lines[:start])
    for line in lines[:start]:
        menu = MENU.match(line.text) or is_image(line.text)
        if menu or path_to(line.text) == event is not None:
            furniture.add(line.number)
        elif not line.blank:
            remarks.append(remark(document, [line], "stands before the first dated entry"))
    entries, stray, marks = _entries(lines, start)
    furniture |= marks
    remarks += [remark(document, [line], why) for line, why in stray]
    refrain = repeated_lines([entry.body for entry in entries])
    known = _page_knowledge(entries, lines[start:])
    records = list[Record]()
    for entry in entries:
        advertised = {
            line.number
            for line in entry.body
            if is_advertisement(line) or line.text.strip() in refrain or is_social_links(line)
        }
        furniture |= advertised
        body = [line for line in entry.body if line.number not in advertised]
        record = _record(document, entry, body, event, known)
        talks = talks_in_chapters(record, body, known)
        if talks:
            told = {line.number for line in body}
            furniture |= {n for n in range(entry.title.number, entry.last + 1) if n not in told}
        records += talks or [record]
    remarks += _end(document, entries)
    found = Reading(tuple(records), tuple(remarks), frozenset(furniture))
    return with_the_rest(document, lines, found)


def _end(document: str, entries: list[Entry]) -> tuple[Remark, ...]:
    """A remark where the page ends before its last entry closes as the others do."""
    if not entries or entries[-1].is_closed:
        return ()
    *others, last = entries
    written = [last.title, *(line for line in last.body if not line.blank)]
    if others and all(entry.is_closed for entry in others[-3:]):
        return (remark(document, written[-1:], CUT_OFF),)
    return cut_off(document, written)


def _event_above(lines: Sequence[Line]) -> str | None:
    """The event that the path on top of a page ends in: ``Organisation / Event``."""
    return next((path for line in lines if (path := path_to(line.text))), None)


def _entries(
    lines: Sequence[Line], start: int
) -> tuple[list[Entry], list[tuple[Line, str]], set[int]]:
    """The entries from *start* on, lines that belong to none with the reason, and date lines."""
    entries: list[Entry] = []
    stray: list[tuple[Line, str]] = []
    marks: set[int] = set()
    published, date_line, current, closed = None, None, None, True
    for index in range(start, len(lines)):
        line = lines[index]
        if is_date(lines, index) and (closed or current):
            if date_line:
                stray.append((date_line, "a date without an entry below it"))
            published, date_line, current = date_on(line.text), line, None
        elif line.blank:
            if current:
                current.body.append(line)
        elif (closed or current is None) and (MENU.match(line.text[:120]) or is_image(line.text)):
            marks.add(line.number)
            current = current if is_image(line.text) else None
        elif current is None or (closed and not closes(line.text)):
            current = Entry(published, line, last=line.number, dated=date_line is not None)
            entries.append(current)
            if date_line:
                marks.add(date_line.number)
            date_line, closed = None, False
        else:
            closed = current.add(line)
    if date_line:
        stray.append((date_line, "a date without an entry below it"))
    return _without_footer(entries, stray), stray, marks


def _without_footer(entries: list[Entry], stray: list[tuple[Line, str]]) -> list[Entry]:
    """*entries* without those at the end that are lines of the site and say nothing of a talk."""
    while (
        len(entries) > 1 and entries[-1].is_bare and not parse_title(entries[-1].title.text).credits
    ):
        last = entries.pop()
        lines = [last.title, *(line for line in last.body if not line.blank)]
        stray += [(line, "stands below the last entry") for line in lines]
    return entries


def _page_knowledge(entries: list[Entry], lines: Sequence[Line]) -> Known:
    """Who is a person and what is an organisation, told from all entries of the page."""
    people = frozenset(name_key(name) for name in headed_names(lines))
    orgs = frozenset(
        fold(credit.org)
        for entry in entries
        for credit in parse_title(entry.title.text).credits
        if credit.org and not credit.org_shared
    )
    return Known(people=people, orgs=orgs, common=_common(lines))


def _common(lines: Sequence[Line]) -> frozenset[str]:
    return words_in_lower_case("\n".join(line.text for line in lines))


def _record(
    document: str,
    entry: Entry,
    body: list[Line],
    event: str | None,
    known: Known,
    read_title: Callable[[str, Known], TitleLine] = parse_title,
) -> Record:
    linked = {line.number: link for line in body if (link := link_on(line.text))}
    body = [line for line in body if line.number not in linked]
    given, body = told_when(body)
    labelled, body = (entry.people, body) if entry.people else labelled_people(body)
    names = (*headed_names(body, entry.title.text), *(credit.name for credit in labelled))
    here = replace(known, here=names)
    text = _without_event(entry.title.text, event)
    title = replace(read_title(text, here), raw=entry.title.text.strip())
    title = title if title.credits or not labelled else with_credits(title, labelled)
    title, body = with_people_below(title, body, here)
    title = with_guests(title, here)
    read = read_body(body, title.credits, "panelist" if title.kind == "panel" else "speaker")
    first = entry.title.number if entry.first is None else entry.first
    record = titled(Record(document, "archive", first, entry.last), title)
    record = record._replace(
        language=language(read.abstract),
        event=event,
        speakers=read.people,
        date=entry.given or given,
        published=entry.published,
        duration=entry.duration,
        participants=entry.participants,
        abstract=read.abstract,
        bios=read.bios,
        links=tuple(dict.fromkeys(linked.values())),
    )
    return with_told(record, entry)


def _without_event(text: str, event: str | None) -> str:
    """*text* without the *event* at either end of it, where it is named with a year."""
    if not event or len(text) > _LONGEST_TITLE or not _YEAR.search(text):
        return text
    told = frozenset(words(event))
    parts = outer_parts(text.strip())
    dated = (rest for rest, part, _ in parts if _YEAR.search(part) and repeats(part, told))
    return next(dated, text)


def _parse_video(
    document: str, lines: Sequence[Line], heading: Line, channel: str | None = None
) -> Reading:
    found = _FROM_VIDEO.match(heading.text)
    raw = found["title"].strip() if found else heading.text.strip()
    known = Known(here=headed_names(lines, raw), common=_common(lines))
    year = _YEAR.search(raw)
    shown = f"{channel} {year[0]}" if channel and year else None  # repeated in the title, if at all
    named = without_event(raw, shown)[1]

    def read_title(text: str, known: Known) -> TitleLine:
        return read_video_title(text, known, shown if named else None).line

    title = read_title(raw, known)
    entry, furniture, level = _video_entry(lines, heading, title, known)
    event = _event_above(lines[: heading.number - 1]) or named
    record = _record(document, entry, entry.body, event, known, read_title)
    record = record._replace(level=title.level or level)
    talks = talks_in_chapters(record, entry.body, known)
    if talks:
        return with_the_rest(document, lines, Reading(talks, (), frozenset(furniture)))
    ends = cut_off(document, entry.body)
    return Reading((record,), ends, frozenset(furniture - {heading.number}))


def _video_entry(
    lines: Sequence[Line], heading: Line, title: TitleLine, known: Known
) -> tuple[Entry, set[int], str | None]:
    """What stands below the *heading* of a video, the lines of the site, and the level that the
    title says where it is told once more."""
    entry = Entry(None, Line(heading.number, title.raw), last=heading.number)
    furniture, level = set[int](), None
    for line in lines:
        if line.blank:
            entry.body.append(line)
            continue
        told = any(not one.blank for one in entry.body)
        restated = None if told else _restated(line, title, known)
        entry.last = max(entry.last, line.number)
        if restated and line.number != heading.number:
            furniture.add(line.number)
            level = level or restated.level
        elif published := date_on(line.text):
            entry.published = entry.published or published
            furniture.add(line.number)
        elif line is heading or line.number < heading.number or _is_furniture(line):
            furniture.add(line.number)
        else:
            entry.add(line)
    return entry, furniture, level


def _restated(line: Line, title: TitleLine, known: Known) -> TitleLine | None:
    """What *line* says, if it is the title of the video once more."""
    text = line.text.strip()
    openings = (title.title[:12].casefold(), title.raw[:12].casefold())
    if not text.casefold().startswith(openings):
        return None
    again = parse_title(text, known)
    return again if key(again.title) == key(title.title) else None


def _is_furniture(line: Line) -> bool:
    return bool(
        is_image(line.text)
        or MENU.match(line.text[:120])
        or is_advertisement(line)
        or is_social_links(line)
    )


SOURCE = Source(
    name="archive",
    description="a recordings archive: a listing of dated entries, or the page of one video",
    sniff=sniff,
    parse=parse,
)
