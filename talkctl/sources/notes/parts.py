"""Sections of a page made parts, and parts that are talks made records."""

from __future__ import annotations

import re
from dataclasses import replace

from talkctl.model import Link
from talkctl.names import plausibly_same
from talkctl.record import Record, Remark
from talkctl.sources.grammar.agenda import agenda_line, slot_behind
from talkctl.sources.grammar.billing import Known, working_for
from talkctl.sources.grammar.links import kind_of_link, repair_address
from talkctl.sources.grammar.markup import without_pictogram
from talkctl.sources.grammar.titles import TitleLine, parse_bare_title, with_credits
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.days import YEAR, surely_event, without_notes
from talkctl.sources.notes.dressed import read_line
from talkctl.sources.notes.facts import take_event, take_room
from talkctl.sources.notes.headings import Part, is_group
from talkctl.sources.notes.headline import read_headline, take_event_of
from talkctl.sources.notes.labels import name_of_label
from talkctl.sources.notes.linked import without_links_behind
from talkctl.sources.notes.listed import talks_in
from talkctl.sources.notes.markdown import Section
from talkctl.sources.notes.records import record_of
from talkctl.sources.notes.remarks import sort_content
from talkctl.sources.notes.tables import columns_of
from talkctl.sources.source import Line, remark
from talkctl.sources.video_titles import without_event

_NUMBERED = re.compile(
    r"(?:talk|session|vortrag|charla|palestra|presentation)\s*#?\d{1,2}\W*$", re.I
)

_ORDINAL = re.compile(
    r"^(?:(?:talk|session|vortrag|charla|palestra) )?\d{1,2}[.)]\s+(?=[^\W\d_])", re.IGNORECASE
)
"""The number of a heading among its kind: ``2. Knots``, ``Talk 2. Knots``."""

_EVENT_IN_FRONT = re.compile(r"(?P<event>[^\W\d_a-z][^:]{2,60}\b(?:19|20)\d\d):\s+(?P<rest>\S.*)$")

_SHORTCODES = re.compile(
    r"(?:\s*(?::[a-z][a-z\d_+-]{1,30}:|[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?))+$"
)
"""Pictograms behind a heading, or their names: ``:sunny:``."""
_SHOWN_BY = 200
"""So many lines below a heading show whether it is a list."""


def part_of(section: Section, chapter: Chapter) -> Part:
    """The part that *section* makes: its title taken apart, and what stands below it sorted."""
    plain, marked = chapter.plain(section.text)
    if marked:
        plain = without_links_behind(plain, section.text, marked, chapter.references)[0]
    plain = _SHORTCODES.sub("", without_pictogram(plain))
    slot = agenda_line(plain) or slot_behind(plain)
    headline, room = take_room(_ORDINAL.sub("", slot.what if slot else plain), bool(slot))
    title, event, date = _title_of(headline, plain if not slot else "", chapter.known)
    links = [
        Link(kind_of_link(link.label, url), url, link.target)
        for link in marked
        if (url := repair_address(link.target)) and not link.target.startswith("#")
    ]
    content = sort_content(section.lines, chapter)
    content.when = content.when._replace(date=content.when.date or date)
    if room:
        content.facts.setdefault("room", room)
    if content.facts.get("title") and _NUMBERED.match(plain):
        title = read_headline(content.facts["title"], chapter.known)
    if name_of_label(plain) in ("people", "bio", "abstract"):
        content.people = ()
    placed = any(one.org or one.job for one in title.credits)
    meet = any(
        plausibly_same(one.name, other.name) for one in content.people for other in title.credits
    )
    if content.sure and content.people and title.credits and not (placed or meet):
        title = parse_bare_title(title.raw)
    part = Part(section, chapter, replace(title, raw=section.text), content, links, section.depth)
    part.named = event or content.facts.get("at")
    part.span = slot.span() if slot else (None, None)
    part.lists = not title.credits and not content.sure and _lists_talks(part, chapter)
    if content.first and title.credits and not meet:
        content.people = ()
        content.notes.insert(0, content.first)
    part.take_people(content.people)
    if org := content.facts.get("org"):
        part.title = with_credits(part.title, working_for(org, part.title.credits))
    return part


def _title_of(headline: str, whole: str, known: Known) -> tuple[TitleLine, str | None, str | None]:
    """The title of a heading, the event that it names and the date beside that; *whole* is the
    heading, unless it says an hour."""
    shorter, at, date = take_event(headline)
    title = read_line(shorter, shorter, known)
    if at and not title.credits:
        title, at, date = read_headline(headline, known), None, None
    outer, event = _without_event(whole)
    bare = without_notes(whole)
    bare = take_event(bare)[0] if at else bare
    for text, named in ((outer if event else whole, event), (bare, at)):
        if text != whole and (inner := read_headline(text, known)).credits:
            title, at = inner, named
            break
    title, inside = take_event_of(title)
    return title, at or inside, date


def _without_event(text: str) -> tuple[str, str | None]:
    """The heading of ``Notes: Deep Water by Jane Doe, KnotCon 2017`` or ``KnotCon 2017: Deep Water
    by Jane Doe`` without what is around the talk, and the event that it names with a year."""
    if front := _EVENT_IN_FRONT.match(text):
        return front["rest"], front["event"]
    if not YEAR.search(text):
        return text, None
    outer, event = without_event(without_notes(text))
    return outer, event if event and YEAR.search(event) else None


def _lists_talks(part: Part, chapter: Chapter) -> bool:
    """Whether talks are listed below the heading, rather than one told of."""
    if (
        not part.content.links
        and not is_group(part)
        and not (YEAR.search(part.section.text) or surely_event(part.section.text))
        and not any("|" in one.text for one in part.section.lines[:50])
    ):
        return False
    listed = talks_in(part.section.lines[:_SHOWN_BY], replace(chapter, of_talks=True))
    tables = any(columns_of(part.section.lines, n) for n in range(min(50, len(part.section.lines))))
    if any(one.speakers and one.links for one in listed.records):
        return True
    return len(listed.records) > (0 if is_group(part) or tables else 1)


def talk_of(part: Part) -> tuple[Record, list[Remark]]:
    """The talk that *part* is, with all that stands under it, and remarks on its broken links."""
    content = part.content
    if part.children:
        content = part.content = sort_content(_all_lines(part), part.chapter)
        part.take_people(content.people)
    when, (start, end) = content.when, part.span
    content.when = when._replace(start=start or when.start, end=end or when.end)
    heading = part.section.heading.number
    bylines = [child.section.heading.number for child in part.children if child.is_byline]
    made = record_of(heading, part.title, content, part.chapter, part.links)
    last = max(made.last_line, part.section.underline or heading, *bylines)
    broken = [remark(made.document, [line], "a link to nothing") for line in content.broken]
    return made._replace(last_line=last), broken


def _all_lines(part: Part) -> list[Line]:
    """The lines under a heading and under those that belong to it."""
    lines = list(part.section.lines)
    for child in part.children:
        if child.is_byline:
            lines += [] if child.section.lines else [Line(child.section.heading.number, "")]
        elif child.absorbed or part.is_byline:
            lines.append(child.section.heading)
        else:
            continue
        lines += _all_lines(child)
    return lines
