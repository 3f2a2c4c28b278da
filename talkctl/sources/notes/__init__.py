"""Somebody's Markdown notes of a conference.

    # KubeCon 2017                              the event
    ## Día 3                                    a day number, or a date
    ### Kube-native Postgres [I] - Josh Berkus, RedHat
    ```                                         a fence or a quotation holds the abstract
    Database systems remain …
    ```
    - [Youtube](https://youtu.be/…)             links of their own
    * Alguien presentó …                        own remarks, in the writer's language
    #### The problem                            a chapter of the notes on that talk

A heading is a talk if it bills people, says ``Keynote:`` or the like, or, on a page about talks, if
an abstract, a link to slides or a recording, or a line such as ``Speaker: Jane Doe`` stands below
it; among the talks of a day so is whatever is no meal and no list of links. Headings above other
headings name the day or the event. Under other headings, bullets and tables may hold talks, see
``listed``. The rest is remarked on. Pages that ``evidence`` finds to be about something else hold
no talks at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from talkctl.language import language
from talkctl.names import plausibly_same
from talkctl.record import Occasion, Record, Remark
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.days import days_spanned, first_span
from talkctl.sources.grammar.events import tells_of_event
from talkctl.sources.grammar.kinds import kind_named
from talkctl.sources.notes import single
from talkctl.sources.notes.bold import with_bold_headings
from talkctl.sources.notes.bullets import BULLET
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.days import is_of_notes, looks_like_event, without_notes, year_in
from talkctl.sources.notes.enlisted import talks_of
from talkctl.sources.notes.evidence import ENOUGH, among_talks, speaks_of_talks, weight
from talkctl.sources.notes.front import Front, read_front
from talkctl.sources.notes.headings import (
    Part,
    is_aside,
    is_group,
    judge,
    judge_by_company,
    nest,
    place,
    raise_days,
    take_bylines,
)
from talkctl.sources.notes.hours import take_date
from talkctl.sources.notes.listed import of_kind, talks_in
from talkctl.sources.notes.markdown import Page, Section, read_page
from talkctl.sources.notes.org import from_org, is_org
from talkctl.sources.notes.parts import part_of, talk_of
from talkctl.sources.notes.plain import with_plain_headings
from talkctl.sources.notes.records import in_one_language
from talkctl.sources.notes.tags import cleaned
from talkctl.sources.own.pages import is_page
from talkctl.sources.source import (
    Line,
    Reading,
    Source,
    lines_to_read,
    opening_lines,
    remark,
    with_the_rest,
)
from talkctl.text import fold

_DATA = re.compile(r"\{|\[\s*[{\[\"]|<(?:\?|!doctype|html|rss|feed|schedule)", re.IGNORECASE)
_LOOKED_AT = 200_000
_MANY = 3000
_MOST_ABOVE = 12
_SHOWN = 200
_NOTHING = "no talk: nobody billed, nothing linked"
_NONE = "no talk in these notes"


_MARKDOWN = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]|[-*+][ \t]|>|`{3}|~{3}|={3,}[ \t]*$|-{3,}[ \t]*$|\+{3}[ \t]*$|\|)"
    r"|\]\(|\|.*\|",
    re.MULTILINE,
)
"""What plain text copied from a page has none of, and Markdown hardly goes without."""


_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


def sniff(text: str) -> bool:
    """Markdown in which talks can be found, or that calls itself notes on a conference."""
    opening = text.lstrip("\ufeff \t\r\n")
    if _DATA.match(opening) or is_page(text):
        return False
    second = (opening_lines(opening[:_LOOKED_AT]) or [""])[1:2]
    if any(map(tells_of_event, second)) and not has_headings(text):
        return False
    text = text[:_LOOKED_AT]
    if not _MARKDOWN.search(text):
        return False
    reader = _Reader("", text)
    return bool(reader.read().records) or reader.calls_itself_notes()


def has_headings(text: str) -> bool:
    """Whether *text* has headings marked as Markdown marks them."""
    return bool(_HEADING.search(text[:_LOOKED_AT]))


def parse(document: str, text: str) -> Reading:
    """The talks among the headings, bullets and tables of the notes."""
    return _Reader(document, text).read()


class _Reader:
    """One page on its way to a reading."""

    def __init__(self, document: str, text: str) -> None:
        self.document = document
        self.lines = lines_to_read(text)
        self.front: Front = read_front(self.lines)
        last = self.front.lines[-1] if self.front.lines else 0
        written = [line for line in self.lines if line.number > last]
        body, left_out = cleaned(from_org(written) if is_org(written) else written)
        known = Known(common=words_in_lower_case(text))
        self.body = with_bold_headings(with_plain_headings(body), known)
        self.page: Page = read_page(self.body)
        self.records: list[Record] = []
        self.remarks: list[Remark] = []
        self.furniture: set[int] = {*self.front.lines, *left_out}
        self.listed = talks_of(self.front, document)
        named = self.listed[0].event if self.listed else None
        event = named or single.event_of(self.front) or self._event_on_top()
        dated = self.front.text("date")[:4]
        year = year_in(event) or year_in(self.opening()) or year_in(dated)
        told = [self.front.text("title"), self.opening(), self.front.text("date", "dates")]
        days = first_span([*told, *(line.text for line in self._on_top())], year)
        date = single.date_of_event(self.front)
        self.chapter = Chapter(document, self.page.references, known, year, event, days, date=date)
        self.parts = self._parts()
        self._know_listed()
        self.own = single.lists_own(self.front, self.opening(), self._told_above())
        self.weight = 0

    def _know_listed(self) -> None:
        """Give what front matter lists of a talk to the heading with its title, if there is one."""
        headed = {fold(part.title.title): part for part in self.parts}
        for talk in self.listed:
            if part := headed.get(fold(talk.title)):
                part.title = replace(part.title, kind=talk.kind)
                part.take_people(talk.speakers)
                part.links += talk.links
        self.listed = tuple(one for one in self.listed if fold(one.title) not in headed)

    def _parts(self) -> list[Part]:
        """The headings as parts; none where the first thousands of many show nothing of a talk."""
        sections = self.page.sections
        first = [part_of(one, self.chapter) for one in sections[:_MANY]]
        if len(sections) > _MANY and not speaks_of_talks(first):
            return first
        return first + [part_of(one, self.chapter) for one in sections[_MANY:]]

    def opening(self) -> str:
        """What the page calls itself: its first heading, the title in its front matter, or the line
        above everything else that says so."""
        if self.page.sections:
            return self.page.sections[0].text
        return self.front.text("title") or (self._first_line() if self._event_on_top() else "")

    def _event_on_top(self) -> str | None:
        """The event of which the line above everything else says that these are notes."""
        first = self._first_line()
        named = without_notes(first)
        told = year_in(first) or days_spanned(first)
        called = is_of_notes(first) or (named != first and looks_like_event(named))
        if sum(bool(one.depth == 1 and year_in(one.text)) for one in self.page.sections) > 1:
            return None  # each is an event of its own
        return (named or None) if told and called else None

    def _first_line(self) -> str:
        """The line above everything else, if it may be a title."""
        first = next((line.text.strip() for line in self.page.preamble if not line.blank), "")
        return first if len(first) <= 120 and first[:1].isalnum() else ""

    def calls_itself_notes(self) -> bool:
        """Whether the page says that it is notes on an event, though no talk is among them."""
        named = self.front.text("title") or self.opening()
        return is_of_notes(named) and looks_like_event(named) and bool(self.page.sections)

    def read(self) -> Reading:
        """All talks of the page; one remark where it has none."""
        if single.is_one_talk(self.front) and not self._bills_in_headings():
            self._add_the_one()
        else:
            self._judge()
            if self.weight >= ENOUGH or self.listed:
                self._add_all()
        if not self.records or len(self.parts) < len(self.page.sections):
            return self._without_talks()
        self.records = in_one_language(sorted(self.records, key=lambda one: one.first_line))
        found = Reading(
            tuple(self.records), tuple(self.remarks), frozenset(self.furniture), self._occasions()
        )
        return with_the_rest(self.document, self.lines, found)

    def _occasions(self) -> tuple[Occasion, ...]:
        """The events of which the page names all days together."""
        chapters = (self.chapter, *(part.chapter for part in self.parts))
        told = {one.event: one.days for one in chapters if one.event and one.days}
        held = {record.event for record in self.records}
        return tuple(
            Occasion(event, start=days[0], end=days[-1])
            for event, days in told.items()
            if event in held
        )

    def _without_talks(self) -> Reading:
        written = [line for line in self.lines if not line.blank]
        if not written:
            return Reading()
        shown = " ".join(line.text.strip()[:_SHOWN] for line in written[:3])[:_SHOWN]
        made = Remark(self.document, written[0].number, written[-1].number, _NONE, shown)
        return Reading((), (made,))

    def _bills_in_headings(self) -> bool:
        return sum(part.bills() for part in self.parts[:200]) > 1

    def _judge(self) -> None:
        raise_days(self.parts)
        nest(self.parts)
        take_bylines(self.parts)
        place(self.parts, self.chapter)
        title = self.front.text("title")
        self.weight = weight(self.parts, self.front, self.opening())
        if title and title != self.opening():
            self.weight += weight((), Front(), title)
        if 0 <= self.weight < ENOUGH:
            self.weight += self._weight_of_lists()
        among = among_talks(self.parts[:500], self.weight)
        for part in self.parts:
            part.among_talks = among
        judge(self.parts)
        judge_by_company(self.parts)

    def _weight_of_lists(self) -> int:
        """How much the lists and tables of the page speak for talks."""
        found = 0
        chapter = replace(self.chapter, of_talks=self.weight > 1)
        for part in self.parts[:200]:
            if found < ENOUGH and not is_aside(part) and not part.bills():
                listed = talks_in(part.section.lines[:400], chapter)
                found += sum(2 if one.speakers else 1 for one in listed.records[:10])
        listed = talks_in(self.page.preamble[:400], self.chapter)
        return found + sum(bool(one.speakers) for one in listed.records[:10])

    def _add_the_one(self) -> None:
        front, last = self.front, self.front.lines[-1]
        heading = Line(front.lines[0], without_notes(front.text("title")))
        body = [line for line in self.body if line.number > last]
        if self.page.sections and self.page.sections[0].text.strip() == heading.text.strip():
            first = self.page.sections[0]
            dropped = {first.heading.number, first.underline}
            body = [line for line in body if line.number not in dropped]
        when = single.when_of(front)
        chapter = replace(self.chapter, date=when.date)
        part = part_of(Section(heading, heading.text, 1, body), chapter)
        part.take_people(single.people_of(front))
        part.links = list(single.links_of(front))
        part.span = (when.start, when.end)
        record, remarks = talk_of(part)
        abstract = front.text("abstract", "description") if event_or_abstract(front) else ""
        self.records.append(
            record._replace(
                last_line=max(record.last_line, last),
                room=record.room or single.room_of(front),
                tags=record.tags or single.tags_of(front),
                abstract=record.abstract or abstract or None,
                language=record.language or language(abstract),
            )
        )
        self.remarks += remarks

    def _add_all(self) -> None:
        date = None if any(part.dated for part in self.parts) else take_date(self._first_line())[0]
        above = replace(self.chapter, date=date, of_talks=True)
        listed = talks_in(self.page.preamble, above)
        self.records += [*self.listed, *listed.records]
        self.furniture.update(listed.furniture)
        self.remarks += [
            remark(self.document, [one], "stands above the first talk") for one in listed.rest
        ]
        for part in self.parts:
            if part.absorbed or part.is_byline:
                continue
            if part.is_talk:
                record, remarks = talk_of(part)
                self.records.append(record)
                self.remarks += remarks
                self.furniture.update(line.number for line in part.content.placeholders)
            else:
                self._add_chapter(part)
        known = self.chapter.known
        owner = single.owner_of(self.front, self._told_above(), known) if self.own else None
        billed = {credit.name for one in self.records for credit in one.speakers}
        if owner and not any(plausibly_same(owner.name, name) for name in billed):
            self.records = [one._replace(speakers=(owner, *one.speakers)) for one in self.records]

    def _told_above(self) -> str:
        """What the page says before its first list."""
        return " ".join(line.text for line in self._on_top() if not BULLET.match(line.text))

    def _on_top(self) -> tuple[Line, ...]:
        """The first lines above the headings, and those below the first."""
        first = self.page.sections[0].lines[:_MOST_ABOVE] if self.page.sections else ()
        return (*self.page.preamble[:_MOST_ABOVE], *first)

    def _add_chapter(self, part: Part) -> None:
        """What stands under a heading that is no talk: listed talks, and remarks on the rest."""
        heading = part.section.heading
        self.furniture.add(heading.number)
        if part.section.underline:
            self.furniture.add(part.section.underline)
        kind = kind_named(part.title.title)
        chapter = replace(
            part.chapter,
            of_talks=True,
            aside=is_aside(part) and not is_group(part),
            track=part.content.facts.get("track"),
            hour=part.span[0] if kind == "lightning" else None,
            room=part.content.facts.get("room") if part.timed else None,
            own=self.own,
        )
        listed = talks_in(part.section.lines, chapter)
        self.records += [of_kind(kind, one) for one in listed.records]
        self.furniture.update(listed.furniture)
        rest = listed.rest
        if listed.records:
            self.remarks += [remark(self.document, block, _NOTHING) for block in _blocks(rest)]
            return
        if part.dated or part.is_event:
            placeholders = {line.number for line in part.content.placeholders}
            placeholders.update(part.content.fact_lines)
            rest = [line for line in rest if line.number not in placeholders]
            self.furniture.update(placeholders)
        elif rest or not part.children:
            rest = [heading, *rest]
        if rest:
            self.remarks.append(remark(self.document, rest, _NOTHING))


def event_or_abstract(front: Front) -> bool:
    """Whether the front matter's own description is the talk's abstract."""
    return bool(front.text("abstract")) or single.event_of_talk(front)


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """*lines* in runs of neighbours."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and blocks[-1][-1].number + 1 == line.number:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


SOURCE = Source(
    name="notes",
    description="somebody's Markdown notes of a conference",
    sniff=sniff,
    parse=parse,
)
