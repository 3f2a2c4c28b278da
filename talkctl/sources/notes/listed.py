"""Talks that somebody lists in bullets or in a table, under a heading that is no talk itself.

- [Tying Clusters - Maria Oduya, Tern Labs](https://youtu.be/…)
- [Logs Without Tears](https://youtu.be/…) - Hanna Roth
  - the bit about grep                                         remarks are nested below

| Time | Title             | Speaker       | Links            |
|------|-------------------|---------------|------------------|
| 9:30 | Maps for Services | Claire Dubois | [video](https…)  |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.language import language
from talkctl.model import Link, Note, Record
from talkctl.sources.grammar.agenda import agenda_line
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bylines import billed_by_label
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.grammar.titles import parse_title, with_credits
from talkctl.sources.notes.markdown import Fence, without_markup
from talkctl.sources.notes.remarks import sort_content
from talkctl.sources.source import Line
from talkctl.text import fold
from talkctl.when import clock_range, parse_clock

_BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?P<text>\S.*)$")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_COLUMNS = {
    "title": ("title", "talk", "session", "titel", "titulo", "titre", "vortrag", "charla",
              "palestra", "presentation", "name", "topic", "conference"),
    "people": ("speaker", "speakers", "presenter", "presenters", "who", "ponente", "ponentes",
               "palestrante", "orateur", "sprecher", "author", "authors", "speaker(s)", "by",
               "referent", "intervenant"),
    "time": ("time", "when", "start", "zeit", "uhrzeit", "hora", "heure"),
    "room": ("room", "where", "raum", "saal", "sala", "salle", "location", "stage"),
    "track": ("track",),
    "level": ("level",),
}  # fmt: skip
_GENERIC = re.compile(
    r"\W*(?:slides?|videos?|recordings?|youtube|watch|here|link|links?|website|page|playlist\b.*|github"
    r"|schedule|programme?|agenda|home ?page|code|repo|notes?)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where the list stands."""

    document: str
    event: str | None
    day: int | None
    date: str | None


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
    aside: bool,
) -> tuple[Listed, list[Line]]:
    """The talks among *lines*, and the lines with something on them that are left.

    *aside* says that the heading above is one of links and plans, whose bullets are no talks.
    """
    found, rest = Listed(), list[Line]()
    fence = Fence()
    index = 0
    while index < len(lines):
        line = lines[index]
        end = index + 1
        if line.blank or fence.takes(line.text) or len(line.text) > 2000:
            rest += [] if line.blank else [line]
        elif columns := _columns(lines, index):
            end = _read_table(lines, index, columns, chapter, references, found, rest)
        elif not aside and (record := _from_bullet(lines, index, chapter, references, known)):
            found.records.append(record)
            end = _end_of_bullet(lines, index)
        else:
            rest.append(line)
        index = end
    return found, rest


def _from_bullet(
    lines: Sequence[Line], index: int, chapter: Chapter, references: dict[str, str], known: Known
) -> Record | None:
    bullet = _BULLET.match(lines[index].text)
    if not bullet or bullet["indent"]:
        return None
    plain, marked = without_markup(bullet["text"], references)
    slot = agenda_line(plain)
    title = parse_title(slot.what if slot else plain, known)
    below = lines[index + 1 : _end_of_bullet(lines, index)]
    content = sort_content([Line(line.number, line.text.strip()) for line in below], references)
    links = _links([(link.label, link.target) for link in marked]) + content.links
    shown = any(link.kind in ("video", "slides") for link in links)
    labelled = bool(marked) and len(marked[0].label) > 3 and not _GENERIC.match(marked[0].label)
    if not ((title.credits and (links or any(c.org or c.job for c in title.credits))) or (
        shown and (labelled or content.links) and not _GENERIC.match(title.title)
    )):  # fmt: skip
        return None
    span = clock_range(slot.start, slot.end) if slot and slot.end else (
        parse_clock(slot.start) if slot else None, None
    )  # fmt: skip
    return Record(
        document=chapter.document,
        format="notes",
        first_line=lines[index].number,
        last_line=max(content.last, lines[index].number),
        raw_title=bullet["text"],
        title=title.title,
        kind=title.kind,
        level=title.level,
        event=chapter.event,
        speakers=title.credits or content.people,
        start=span[0],
        end=span[1],
        date=chapter.date,
        day=chapter.day,
        links=tuple(dict.fromkeys(links)),
        notes=tuple(Note(text, language(text), chapter.document) for text in content.notes),
    )


def _end_of_bullet(lines: Sequence[Line], index: int) -> int:
    """Where the next line stands that is neither nested in nor continues the bullet at *index*."""
    end = index + 1
    while end < len(lines) and not lines[end].blank and lines[end].text[:1].isspace():
        end += 1
    if end == index + 1 and end < len(lines) and bare_address(lines[end].text):
        end += 1
    return end


def _links(marked: list[tuple[str, str]]) -> list[Link]:
    found = ((label, target, repair_address(target)) for label, target in marked)
    return [Link(kind_of_link(label, url), url, target) for label, target, url in found if url]


def _columns(lines: Sequence[Line], index: int) -> dict[str, int] | None:
    """Which column of the table that begins at *index* says what, if titles are among them."""
    if "|" not in lines[index].text or index + 1 >= len(lines):
        return None
    if len(lines[index + 1].text) > 500 or not _RULE.match(lines[index + 1].text):
        return None
    heads = [fold(cell).strip(" *_:") for cell in _cells(lines[index].text)]
    found = {
        name: next(n for n, head in enumerate(heads) if head in names)
        for name, names in _COLUMNS.items()
        if any(head in names for head in heads)
    }
    return found if "title" in found else None


def _cells(text: str) -> list[str]:
    cells = [cell.replace("\\|", "|").strip() for cell in _CELL.split(text.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] and text.rstrip().endswith("|") else cells


def _read_table(
    lines: Sequence[Line],
    index: int,
    columns: dict[str, int],
    chapter: Chapter,
    references: dict[str, str],
    found: Listed,
    rest: list[Line],
) -> int:
    """Read the rows of the table at *index*; where it ends."""
    found.furniture += [lines[index].number, lines[index + 1].number]
    end = index + 2
    while end < len(lines) and "|" in lines[end].text:
        record = _from_row(lines[end], columns, chapter, references)
        if record:
            found.records.append(record)
        else:
            rest.append(lines[end])
        end += 1
    return end


def _from_row(
    line: Line, columns: dict[str, int], chapter: Chapter, references: dict[str, str]
) -> Record | None:
    cells = _cells(line.text[:5000])
    values = {name: cells[n] for name, n in columns.items() if n < len(cells)}
    plain, marked = without_markup(values.get("title", ""), references)
    title = parse_title(plain) if plain else None
    people = billed_by_label(without_markup(values.get("people", ""), references)[0])
    others = [cell for n, cell in enumerate(cells) if n not in columns.values()]
    targets = [(link.label, link.target) for link in marked]
    for cell in others:
        targets += [(link.label, link.target) for link in without_markup(cell, references)[1]]
        targets += [("", word) for word in cell.split() if bare_address(word)]
    links = _links(targets)
    if title is None or not (title.credits or people or links):
        return None
    title = with_credits(title, title.credits or people)
    slot = agenda_line(f"{values.get('time', '')} x")
    span = clock_range(slot.start, slot.end) if slot and slot.end else (
        parse_clock(slot.start) if slot else None, None
    )  # fmt: skip
    return Record(
        document=chapter.document,
        format="notes",
        first_line=line.number,
        last_line=line.number,
        raw_title=values["title"],
        title=title.title,
        kind=title.kind,
        level=title.level,
        event=chapter.event,
        speakers=title.credits,
        start=span[0],
        end=span[1],
        date=chapter.date,
        day=chapter.day,
        room=values.get("room") or None,
        track=values.get("track") or None,
        links=tuple(dict.fromkeys(links)),
    )
