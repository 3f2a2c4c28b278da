"""Somebody's Markdown notes of a conference.

    # Día 3                                       a day number
    ## Kube-native Postgres [I] - Josh Berkus, RedHat
    ```                                           a fence or a quotation holds the abstract
    Database systems remain …
    ```
    - [Youtube](https://youtu.be/…)               links of their own
    * Alguien presentó …                          own remarks, in the writer's language

A heading is a talk if it bills people, says ``Keynote:`` or the like, or if an abstract, a link to
slides or a recording, or a line such as ``speaker: Jane Doe`` stands below it. Headings above other
headings name the day or the event. What stands under a heading that is no talk is remarked on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from talkctl.language import language
from talkctl.model import Credit, Link, Note, Record, Remark
from talkctl.sources.billing import Known, parse_billing
from talkctl.sources.links import kind_of_link, repair_address
from talkctl.sources.source import Line, Reading, Source, lines_of, prose, remark
from talkctl.sources.titles import as_panel, parse_title
from talkctl.text import fold

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>\S.*?)\s*#*\s*$")
_DAY = re.compile(
    r"(?:dia|day|tag|jour|giorno|dag|den|jornada|giornata)\s*(?:#|n[ro.]*)?\s*(?P<number>\d{1,2})\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_FENCE = re.compile(r"\s*(?P<mark>`{3,}|~{3,})")
_QUOTE = re.compile(r"\s*>\s?(?P<text>.*)$")
_BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+(?P<text>\S.*)$")
_LINK = re.compile(r"!?\[(?P<label>[^\]]*)\]\((?P<target>.*)\)\s*$")
_BARE_LINK = re.compile(r"<?(?P<target>(?:h?t?tps?://|www\.)\S+?)>?\s*$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:speakers?|authors?|presenters?|by|ponentes?|sprecher(?:in)?|orador(?:es)?|autor(?:es)?)"
    r"\s*:\s*(?P<people>\S.*)$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\W*(?:notas?|notes?|notizen|apuntes|todo|tbd|links?|resumen|abstract|n/?a)\W*$", re.IGNORECASE
)
"""What a template leaves where its writer had nothing to say."""


@dataclass(slots=True)
class _Section:
    heading: Line
    text: str
    depth: int
    lines: list[Line] = field(default_factory=list)
    day: int | None = None
    event: str | None = None
    is_chapter: bool = False


@dataclass(slots=True)
class _Content:
    """What stands under one heading, sorted."""

    abstract: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    people: str | None = None
    broken: list[Line] = field(default_factory=list)
    placeholders: list[Line] = field(default_factory=list)
    last: int = 0


def sniff(text: str) -> bool:
    """Markdown headings with bullets, fences or links below them."""
    lines = lines_of(text)
    headings = [line for line in lines if _HEADING.match(line.text)]
    below = any(
        _BULLET.match(line.text) or _FENCE.match(line.text) or _LINK.match(line.text.strip())
        for line in lines
    )
    return bool(headings) and below


def parse(document: str, text: str) -> Reading:
    """The talks among the headings of the notes."""
    sections, preamble = _sections(lines_of(text))
    records, remarks, furniture = list[Record](), list[Remark](), set[int]()
    for line in preamble:
        remarks.append(remark(document, [line], "stands above the first heading"))
    for section in sections:
        content = _sort(section.lines)
        record = _record(document, section, content)
        furniture.update(line.number for line in content.placeholders)
        if record:
            records.append(record)
            remarks += [remark(document, [line], "a link to nothing") for line in content.broken]
            continue
        furniture.add(section.heading.number)
        filled = [line for line in section.lines if not line.blank]
        if not section.is_chapter:
            filled = [section.heading, *filled]
        if filled:
            remarks.append(remark(document, filled, "no talk: nobody billed, nothing linked"))
    return Reading(tuple(records), tuple(remarks), frozenset(furniture))


def _sections(lines: Sequence[Line]) -> tuple[list[_Section], list[Line]]:
    """The headings with what stands under each, and what stands above the first."""
    sections: list[_Section] = []
    preamble: list[Line] = []
    fence = None
    for line in lines:
        mark = _FENCE.match(line.text)
        if mark:
            fence = None if fence and mark["mark"].startswith(fence) else fence or mark["mark"][:3]
        found = None if fence else _HEADING.match(line.text)
        if found:
            sections.append(_Section(line, found["text"], len(found["marks"])))
        elif sections:
            sections[-1].lines.append(line)
        elif not line.blank:
            preamble.append(line)
    _place(sections)
    return sections, preamble


def _place(sections: list[_Section]) -> None:
    """Give each section the day and the event that the headings above it name."""
    above: list[_Section] = []
    for index, section in enumerate(sections):
        above = [chapter for chapter in above if chapter.depth < section.depth]
        section.is_chapter = index + 1 < len(sections) and (
            sections[index + 1].depth > section.depth
        )
        day = _DAY.search(fold(section.text)) if _is_bare(section.text) else None
        section.day = int(day["number"]) if day else (above[-1].day if above else None)
        named = section.is_chapter and not day and bool(_YEAR.search(section.text))
        section.event = section.text if named else (above[-1].event if above else None)
        section.is_chapter = section.is_chapter or bool(day)
        if section.is_chapter:
            above.append(section)


def _is_bare(heading: str) -> bool:
    return len(heading) <= 60 and not parse_title(heading).credits


def _sort(lines: Sequence[Line]) -> _Content:
    content = _Content()
    fence: str | None = None
    for line in lines:
        text = line.text.strip()
        mark = _FENCE.match(line.text)
        if not line.blank:
            content.last = line.number
        if mark and (fence is None or mark["mark"].startswith(fence)):
            fence = None if fence else mark["mark"][:3]
            content.abstract.append(Line(line.number, ""))
        elif fence:
            content.abstract.append(line)
        elif quoted := _QUOTE.match(line.text):
            content.abstract.append(Line(line.number, quoted["text"]))
        elif text:
            _sort_own(content, line)
    return content


def _sort_own(content: _Content, line: Line) -> None:
    """Put one line of the writer's own where it belongs: a link, a person, a remark."""
    bullet = _BULLET.match(line.text)
    text = bullet["text"].strip() if bullet else line.text.strip()
    people = _PEOPLE.match(text)
    link = _LINK.match(text) or _BARE_LINK.match(text)
    if link:
        url = repair_address(link["target"])
        label = link.groupdict().get("label") or ""
        if url:
            content.links.append(Link(kind_of_link(label, url), url, link["target"].strip()))
        else:
            content.broken.append(line)
    elif _PLACEHOLDER.match(text):
        content.placeholders.append(line)
    elif people and content.people is None and parse_billing(people["people"], _anybody(people)):
        content.people = people["people"]
    elif bullet and bullet["indent"] and content.notes:
        content.notes[-1] += f"\n{line.text.rstrip()}"
    else:
        content.notes.append(text)


def _anybody(people: re.Match[str]) -> Known:
    """Behind ``speaker:`` even a name in lower case is a name."""
    return Known(here=tuple(part.strip() for part in re.split(r"[,&]| and ", people["people"])))


def _record(document: str, section: _Section, content: _Content) -> Record | None:
    if section.is_chapter:
        return None
    title = parse_title(section.text)
    credits: tuple[Credit, ...] = title.credits
    if not credits and content.people:
        here = Known(here=tuple(p.strip() for p in re.split(r"[,&]| and ", content.people)))
        credits = parse_billing(content.people, here)
    shows = any(link.kind in ("video", "slides") for link in content.links)
    if not (credits or title.kind not in ("talk", "break", "social") or content.abstract or shows):
        return None
    abstract = prose(content.abstract)
    return Record(
        document=document,
        format="notes",
        first_line=section.heading.number,
        last_line=content.last or section.heading.number,
        raw_title=section.text,
        title=title.title,
        kind=title.kind,
        level=title.level,
        language=language(abstract),
        event=section.event,
        speakers=as_panel(credits) if title.kind == "panel" else credits,
        day=section.day,
        abstract=abstract,
        links=tuple(dict.fromkeys(content.links)),
        notes=tuple(replace(Note(text, language(text)), source=document) for text in content.notes),
    )


SOURCE = Source(
    name="notes",
    description="somebody's Markdown notes of a conference",
    suffixes=(".md", ".markdown"),
    sniff=sniff,
    parse=parse,
)
