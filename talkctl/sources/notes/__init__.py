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

A heading is a talk if it bills people, says ``Keynote:`` or the like, or if an abstract, a link to
slides or a recording, or a line such as ``Speaker: Jane Doe`` stands below it; among the talks of a
day so is whatever is no meal and no list of links. Headings above other headings name the day or
the event. Under other headings, bullets and tables may hold talks, see ``listed``. The rest is
remarked on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from talkctl.language import language
from talkctl.model import Credit, Link, Note, Record, Remark
from talkctl.names import plausibly_same
from talkctl.sources.grammar.agenda import agenda_line
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.bylines import billed_by_label
from talkctl.sources.grammar.kinds import level_named
from talkctl.sources.grammar.links import kind_of_link, repair_address
from talkctl.sources.grammar.titles import parse_title, with_credits
from talkctl.sources.notes.chapters import (
    YEAR,
    Part,
    is_aside,
    judge,
    judge_by_company,
    nest,
    place,
    without_notes,
)
from talkctl.sources.notes.listed import Chapter, talks_in
from talkctl.sources.notes.markdown import Page, Section, links_in, read_page, without_markup
from talkctl.sources.notes.remarks import sort_content
from talkctl.sources.source import (
    Line,
    Reading,
    Source,
    lines_to_read,
    prose,
    remark,
    with_the_rest,
)
from talkctl.when import clock_range, parse_clock

_SPEAKER_KEYS = ("speakers", "speaker", "presenters", "presenter")
_BULLETED = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")


def sniff(text: str) -> bool:
    """Markdown headings, or front matter, with bullets, fences, tables or links below them."""
    lines = [line for line in lines_to_read(text[:200_000]) if not line.blank or line.number < 2000]
    page = read_page(lines)
    if text.lstrip()[:1] in "{[<" and not page.sections:
        return False
    below = any(
        _BULLETED.match(line.text) or line.text.lstrip().startswith(("```", "~~~", "|", ">"))
        or links_in(line.text, {})
        for line in lines
    )  # fmt: skip
    billed = any(parse_title(section.text).credits for section in page.sections[:50])
    return bool(page.sections or page.front) and (below or billed)


def parse(document: str, text: str) -> Reading:
    """The talks among the headings, bullets and tables of the notes."""
    lines = lines_to_read(text)
    page = read_page(lines)
    known = Known(common=words_in_lower_case(text))
    parts = [_part(section, page, known) for section in page.sections]
    roots = nest(parts)
    place(parts, _event_of_front(page))
    for part in roots:
        judge(part)
    judge_by_company(parts)
    furniture = set(page.front_lines)
    records, remarks = list[Record](), list[Remark]()
    if (whole := _talk_of_front(document, lines, page)) and not any(part.bills() for part in parts):
        return whole
    above = Chapter(document, _event_of_front(page), None, None)
    listed, rest = talks_in(page.preamble, above, page.references, known, aside=False)
    records += listed.records
    furniture.update(listed.furniture)
    remarks += [remark(document, [line], "stands above the first talk") for line in rest]
    for part in parts:
        if part.absorbed:
            continue
        if part.is_talk:
            _add_talk(document, part, page, records, remarks, furniture)
        else:
            _add_chapter(document, part, page, known, records, remarks, furniture)
    records.sort(key=lambda record: record.first_line)
    found = Reading(tuple(records), tuple(remarks), frozenset(furniture))
    return with_the_rest(document, lines, found)


def _part(section: Section, page: Page, known: Known) -> Part:
    plain, marked = without_markup(section.text, page.references)
    slot = agenda_line(plain)
    title = parse_title(slot.what if slot else plain, known)
    links = []
    for link in marked:
        url = repair_address(link.target)
        if url:
            links.append(Link(kind_of_link(link.label, url), url, link.target))
    content = sort_content(section.lines, page.references)
    part = Part(section, replace(title, raw=section.text), content, links, section.depth)
    if slot:
        part.span = (
            clock_range(slot.start, slot.end) if slot.end else (parse_clock(slot.start), None)
        )
    if content.people:
        part.title = with_credits(part.title, _merged(title.credits, content.people))
    return part


def _merged(billed: tuple[Credit, ...], named: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The people of a heading with what a line below says of them, and further ones from there."""
    people = list(billed)
    for credit in named:
        same = next((n for n, p in enumerate(people) if plausibly_same(p.name, credit.name)), None)
        if same is None:
            people.append(credit)
        else:
            known = people[same]
            people[same] = known._replace(
                job=known.job or credit.job,
                org=known.org or credit.org,
                org_shared=known.org_shared if known.org else credit.org_shared,
            )
    return tuple(people)


def _event_of_front(page: Page) -> str | None:
    front = page.front
    named = front.get("event") or front.get("conference") or front.get("evento")
    if named or not YEAR.search(front.get("title", "")):
        return named
    return without_notes(front["title"])


def _talk_of_front(document: str, lines: Sequence[Line], page: Page) -> Reading | None:
    """The one talk that a page is about whose front matter names a title and who speaks."""
    named = next((page.front[name] for name in _SPEAKER_KEYS if name in page.front), "")
    people = billed_by_label(re.sub(r"[\[\]\"']", "", named), several=True)
    if not people or not page.front.get("title"):
        return None
    heading = Line(page.front_lines[0], page.front["title"])
    body = [line for line in lines if line.number > page.front_lines[-1]]
    section = Section(heading, heading.text, 1, body)
    part = _part(section, page, Known())
    part.title = with_credits(part.title, part.title.credits or people)
    part.event = page.front.get("event") or page.front.get("conference")
    part.links = [
        Link(kind_of_link(name, url), url, page.front[name])
        for name in ("video", "recording", "youtube", "slides")
        if (url := repair_address(page.front.get(name, "")))
    ]
    records, remarks, furniture = list[Record](), list[Remark](), set[int]()
    _add_talk(document, part, page, records, remarks, furniture)
    last = max(records[0].last_line, page.front_lines[-1])
    return Reading((records[0]._replace(last_line=last),), tuple(remarks), frozenset(furniture))


def _add_talk(
    document: str,
    part: Part,
    page: Page,
    records: list[Record],
    remarks: list[Remark],
    furniture: set[int],
) -> None:
    lines = _all_lines(part)
    content = sort_content(lines, page.references) if part.children else part.content
    furniture.update(line.number for line in content.placeholders)
    last = max([content.last, part.section.underline or part.section.heading.number])
    abstract = prose(content.abstract)
    level = content.facts.get("level")
    records.append(
        Record(
            document=document,
            format="notes",
            first_line=part.section.heading.number,
            last_line=last,
            raw_title=part.title.raw,
            title=part.title.title,
            kind=part.title.kind,
            level=part.title.level or (level_named(level) if level else None),
            language=language(abstract),
            event=part.event,
            speakers=part.title.credits,
            start=part.span[0],
            end=part.span[1],
            date=part.date,
            day=part.day,
            room=content.facts.get("room"),
            track=content.facts.get("track"),
            abstract=abstract,
            links=tuple(dict.fromkeys([*part.links, *content.links])),
            notes=tuple(Note(text, language(text), document) for text in content.notes),
        )
    )
    remarks += [remark(document, [line], "a link to nothing") for line in content.broken]


def _all_lines(part: Part) -> list[Line]:
    """The lines under a heading and under those that belong to it."""
    lines = list(part.section.lines)
    stack = [child for child in reversed(part.children) if child.absorbed]
    while stack:
        child = stack.pop()
        lines += [child.section.heading, *child.section.lines]
        stack += reversed(child.children)
    return lines


def _add_chapter(
    document: str,
    part: Part,
    page: Page,
    known: Known,
    records: list[Record],
    remarks: list[Remark],
    furniture: set[int],
) -> None:
    """What stands under a heading that is no talk: listed talks, and remarks on the rest."""
    heading = part.section.heading
    furniture.add(heading.number)
    if part.section.underline:
        furniture.add(part.section.underline)
    aside = is_aside(part)
    chapter = Chapter(document, part.event, part.day, part.date)
    listed, rest = talks_in(part.section.lines, chapter, page.references, known, aside)
    records += listed.records
    furniture.update(listed.furniture)
    if listed.records:
        remarks += [remark(document, block, _NOTHING) for block in _blocks(rest)]
        return
    filled = [line for line in part.section.lines if not line.blank]
    placeholders = {line.number for line in part.content.placeholders}
    if part.children or part.dated or part.is_event:
        filled = [line for line in filled if line.number not in placeholders]
        furniture.update(placeholders)
    elif filled or not part.children:
        filled = [heading, *filled]
    if filled:
        remarks.append(remark(document, filled, _NOTHING))


_NOTHING = "no talk: nobody billed, nothing linked"


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
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
    suffixes=(".md", ".markdown"),
    sniff=sniff,
    parse=parse,
)
