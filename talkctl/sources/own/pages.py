"""The page that talkctl exports as Markdown, read again.

    # Tide Days 2026
    ## Saturday 28 March 2026 · times in Europe/Berlin, UTC+1
    ### 10:00–12:00 · Moorings for Everyone
    Ada Quay, Drift; Ben Sand · in Hall 2 · track Rope · workshop · beginner · 2 h 00 min · mo22222
    **Subtitle**, abstract, ``- video: <https://…>``, ``> notes``

Signs that mean something to Markdown are escaped in whatever others wrote; so what is not escaped
is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from talkctl.model import KINDS, LEVELS, ROLES, STATES
from talkctl.record import Record
from talkctl.sources.grammar.moments import Place, moments_of
from talkctl.sources.own.objects import record_of
from talkctl.sources.source import Line, Reading, lines_of, paragraphs, remark
from talkctl.when import parse_date, parse_length

_LOOKED_AT = 50_000
_FACTS = r"(?:.* · )?[2-9a-z]{7}"
_PAGE = re.compile(rf"\s*# [^\n]+\n\n(?:## [^\n]+\n\n)?### [^\n]+\n\n{_FACTS}(?:\n|$)")
_HEADING = re.compile(r"(?P<signs>#{1,3}) (?P<words>.+)")
_HOURS = re.compile(
    r"(?P<start>\d\d:\d\d)(?:–(?P<end>\d\d:\d\d)(?: UTC\S*)?)?(?: · (?P<title>.+))?"
)
_ESCAPED = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])|&#183;")
_LINK = re.compile(r"- (?P<kind>[a-z]+): (?P<url>.+)")
_BILLED = re.compile(rf"(?P<name>[^,]+?)(?: \((?P<role>{'|'.join(ROLES)})\))?(?:, (?P<org>.+))?")
_SUBTITLE = re.compile(r"\*\*(?P<words>.+)\*\*")
_ORIGIN = re.compile(r"\*(?P<words>.+)\*")
_MINE = ("my note", "**My rating:**")


class _Where(NamedTuple):
    """The headings above a talk."""

    event: str | None = None
    date: str | None = None
    day: int | None = None
    zone: str | None = None


def is_page(text: str) -> bool:
    """Whether *text* begins as the page of an export does."""
    return bool(_PAGE.match(text.removeprefix("\ufeff")[:_LOOKED_AT].replace("\r\n", "\n")))


def read_page(document: str, text: str) -> Reading:
    """The talks of the page, and what is between them."""
    records: list[Record] = []
    remarks = []
    furniture: list[int] = []
    where = _Where()
    for heading, blocks in _sections(paragraphs(lines_of(text))):
        lines = [line for block in [[heading], *blocks] for line in block]
        found = _HEADING.fullmatch(heading.text.rstrip())
        if found and len(found["signs"]) < 3:
            where = _beneath(where, found)
            furniture.append(heading.number)
            remarks += [remark(document, block, "belongs to no talk") for block in blocks]
            continue
        record = _record(document, where, found["words"], blocks, lines) if found else None
        if record:
            records.append(record)
        else:
            remarks.append(remark(document, lines, "no talk: it has no title or no id"))
    return Reading(tuple(records), tuple(remarks), frozenset(furniture))


def _sections(blocks: Sequence[list[Line]]) -> Iterator[tuple[Line, list[list[Line]]]]:
    """Each heading with the paragraphs below it; what is above all headings stands for itself."""
    heading: Line | None = None
    below: list[list[Line]] = []
    for block in blocks:
        if heading is not None and not _HEADING.fullmatch(block[0].text.rstrip()):
            below.append(block)
            continue
        if heading is not None:
            yield heading, below
        heading, below = block[0], [block[1:]] if block[1:] else []
    if heading is not None:
        yield heading, below


def _beneath(where: _Where, heading: re.Match[str]) -> _Where:
    words = _plain(heading["words"])
    if len(heading["signs"]) == 1:
        return _Where(None if words == "Without an event" else words)
    day, _, clocks = words.partition(" · times in ")
    number = re.fullmatch(r"Day (\d{1,3})", day)
    zone = clocks.partition(", ")[0].replace("−", "-") or None
    return _Where(where.event, parse_date(day), int(number[1]) if number else None, zone)


def _record(
    document: str, where: _Where, heading: str, blocks: list[list[Line]], lines: Sequence[Line]
) -> Record | None:
    hours = _HOURS.fullmatch(heading)
    title = _plain((hours["title"] or "") if hours else heading)
    if not blocks or not title or title == "no title":
        return None
    told, is_night = _facts(" ".join(line.text.strip() for line in blocks[0]))
    told |= _body(blocks[1:])
    told |= {"title": title, "event": where.event, "day": where.day, "date": where.date}
    if hours and where.date:
        change = "12:00" if is_night else "00:00"
        place = Place(start=hours["start"], end=hours["end"] or "", day=where.date,
                      zone=where.zone, minutes=told["duration"], change=change)  # fmt: skip
        moments = moments_of(place)
        told |= moments._asdict() | {"date": where.date}
    elif hours:
        told |= {"local_start": hours["start"], "local_end": hours["end"]}
    return record_of(document, told, lines[0].number, lines[-1].number)


def _facts(line: str) -> tuple[dict[str, Any], bool]:
    """What stands between the dots below a title, and whether the talk is after midnight."""
    *parts, identity = line.split(" · ")
    told: dict[str, Any] = {"id": identity, "duration": None}
    is_night, people = False, ""
    for part in parts:
        words = _plain(part)
        if part.startswith("in "):
            told["room"] = words[3:]
        elif part.startswith("track "):
            told["track"] = words[6:]
        elif words in STATES:
            told["status"] = words
        elif words in KINDS:
            told["kind"] = words
        elif words in LEVELS:
            told["level"] = words
        elif words == "after midnight":
            is_night = True
        elif minutes := parse_length(words):
            told["duration"] = minutes
        elif not people:
            people = part
    told["speakers"] = _people(people, told.get("kind") == "panel")
    return told, is_night


def _people(line: str, is_panel: bool) -> list[dict[str, Any]]:
    found = []
    for one in line.split("; "):
        billed = _BILLED.fullmatch(_plain(one))
        if billed:
            org = billed["org"] or ""
            role = billed["role"] or ("panelist" if is_panel else "speaker")
            found.append({
                "name": billed["name"], "role": role, "org": org.removesuffix("?") or None,
                "org_certain": not org.endswith("?"),
            })  # fmt: skip
    return found


def _body(blocks: Sequence[list[Line]]) -> dict[str, Any]:
    """Subtitle, abstract, links and notes, each by the signs that only we write."""
    told: dict[str, Any] = {"links": [], "notes": []}
    abstract: list[str] = []
    for place, block in enumerate(blocks):
        texts = [line.text.rstrip() for line in block]
        subtitle = _SUBTITLE.fullmatch(texts[0]) if len(texts) == 1 else None
        if texts[0].startswith(_MINE[1]):
            continue
        if subtitle and place == 0:
            told["subtitle"] = _plain(subtitle["words"])
        elif texts[0].startswith(">"):
            told["notes"] += _note([text[1:].removeprefix(" ") for text in texts])
        elif all(_LINK.fullmatch(text) for text in texts):
            links = [found for text in texts if (found := _LINK.fullmatch(text))]
            told["links"] += [
                {"kind": found["kind"], "url": _plain(found["url"].strip("<>"))} for found in links
            ]
        else:
            abstract.append(_lines(texts))
    return told | {"abstract": "\n\n".join(abstract)}


def _note(texts: Sequence[str]) -> list[dict[str, Any]]:
    """Somebody's note with where it stands; one's own is no note of the page."""
    origin = _ORIGIN.fullmatch(texts[-1])
    if origin and origin["words"] == _MINE[0]:
        return []
    said = "\n".join(texts[:-1] if origin else texts).strip("\n")
    note = "\n\n".join(_lines(part.split("\n")) for part in said.split("\n\n"))
    return [{"text": note, "source": _plain(origin["words"]) if origin else None}]


def _lines(texts: Sequence[str]) -> str:
    """A paragraph, a line for each that ends in the sign for it."""
    return "\n".join(_plain(text.removesuffix("\\")) for text in texts)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: found["sign"] or "·", text).strip()
