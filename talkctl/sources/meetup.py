"""The page of one Meetup, copied from the browser.

The first line is its title, an agenda says what happens when, and talks stand either in the agenda
or below it in blocks with labels:

    [07:00 - 07:30 PM] Smooth Operator (Ken Sipe, D2iQ)     • 6:30-7pm Social time
    One of the challenges …                                 Speaker 1: Paul Doe
    BIO: Ken Sipe is …                                      Title: DevOps for Kubernetes
                                                            Abstract:
    6:35 - Loose Coupling (Alexis Midon & K. Doe, Acme)     A talk about …

Such a page gives hours without a date, so all times are local. Where no hour on the page says
which half of the day it means, an agenda that starts between four and nine is in the evening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from talkctl.language import language
from talkctl.model import INTERLUDES, Record, Remark
from talkctl.names import looks_like_name
from talkctl.sources.billing import Known, parse_billing
from talkctl.sources.bios import Body, headed_names, read_body
from talkctl.sources.source import Line, Reading, Source, lines_of, remark
from talkctl.sources.titles import TitleLine, kind_of, parse_title
from talkctl.text import key
from talkctl.when import CLOCK, clock_range, names_half, parse_clock

_AGENDA = re.compile(
    rf"\s*(?:[•*·–-]\s+)?(?P<open>\[)?\(?(?P<start>{CLOCK})(?:\s*(?:[-–—]|to|until)\s*(?P<end>{CLOCK}))?"
    rf"(?(open)\])\)?(?P<joint>\s*[-–—:|]+\s*|\s+)(?P<what>\S.*)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\s*(?P<label>Speakers?|Presenters?|Title|Talk(?: title)?|Topic|Abstract|Description|Summary)"
    r"\s*(?:#?\d+)?\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_DETAILS = re.compile(r"\s*(?:Details|Agenda|Schedule|Program(?:me)?|-{3,}|={3,})\s*:?\s*$", re.I)
_BYLINE = re.compile(r"(?P<title>\S.*?)\s+by\s+(?P<people>[A-Z]\S+\s.*)$")

_EVENING = ("04:00", "09:59")


@dataclass(slots=True)
class _Item:
    opening: Line
    what: str
    start: str | None = None
    end: str | None = None
    labels: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    last: int = 0


def sniff(text: str) -> bool:
    """A title and ``Details`` with an agenda or labelled talks, or an agenda from the top."""
    lines = [line for line in lines_of(text) if not line.blank]
    details = any(line.text.strip().lower() == "details" for line in lines[:8])
    agenda = sum(1 for line in lines if _is_agenda(line.text))
    labelled = {m["label"].lower() for line in lines if (m := _LABELLED.match(line.text))}
    if details:
        return agenda > 0 or {"title", "speaker"} <= labelled
    return agenda >= 2 and bool(lines) and _is_agenda(lines[0].text)


def _is_agenda(text: str) -> bool:
    found = _AGENDA.match(text)
    if not found or not parse_clock(found["start"], "pm"):
        return False
    return bool(
        found["open"] or re.search(r"[:.h]\d|[ap]\.?m", found["start"] + (found["end"] or ""), re.I)
    )


def parse(document: str, text: str) -> Reading:
    """The talks and the social items of the meetup."""
    lines = lines_of(text)
    event, items, furniture = _items(lines)
    halves = any(names_half(clock) for item in items for clock in (item.start, item.end) if clock)
    evening = not halves and _is_evening(items)
    known = Known(here=headed_names(lines))
    records, remarks = [], list[Remark]()
    for item in items:
        record, stray = _record(document, item, event, known)
        records.append(_timed(record, item, evening))
        if stray:
            remarks.append(remark(document, stray, "stands below an agenda line that is no talk"))
    if evening:
        why = "hours without am or pm, read as in the evening"
        remarks.append(remark(document, [items[0].opening], why))
    return Reading(tuple(records), tuple(remarks), frozenset(furniture))


def _items(lines: Sequence[Line]) -> tuple[str | None, list[_Item], set[int]]:
    """The page's title, its agenda lines and labelled blocks, and what is furniture."""
    furniture: set[int] = set()
    items: list[_Item] = []
    filled = [line for line in lines if not line.blank]
    heading = filled[0] if filled and not _is_agenda(filled[0].text) else None
    for line in lines:
        text = line.text.strip()
        label = _LABELLED.match(text)
        repeated = heading is not None and text and key(text) == key(heading.text)
        if line is heading or repeated or _DETAILS.match(text):
            furniture.add(line.number)
        elif _is_agenda(text):
            items.append(_agenda_item(line))
        elif label and (_opens_block(label, items) or _in_block(items)):
            _label(items, line, label)
        elif items and text:
            items[-1].lines.append(line)
            items[-1].last = line.number
        elif items:
            items[-1].lines.append(line)
        elif text:
            furniture.add(line.number)
    return (heading.text.strip() if heading else None), items, furniture


def _agenda_item(line: Line) -> _Item:
    found = _AGENDA.match(line.text)
    if not found:
        raise AssertionError("only called for agenda lines")
    return _Item(line, found["what"].strip(), found["start"], found["end"], last=line.number)


def _opens_block(label: re.Match[str], items: list[_Item]) -> bool:
    """A speaker or a title opens a block, unless the open block still lacks just that."""
    name = _label_name(label)
    if name == "abstract" or not label["value"].strip():
        return False
    return not items or not items[-1].labels or name in items[-1].labels


def _in_block(items: list[_Item]) -> bool:
    return bool(items)


def _label_name(label: re.Match[str]) -> str:
    word = label["label"].lower()
    if word.startswith(("speaker", "presenter")):
        return "speaker"
    return "title" if word.startswith(("title", "talk", "topic")) else "abstract"


def _label(items: list[_Item], line: Line, label: re.Match[str]) -> None:
    name, value = _label_name(label), label["value"].strip()
    if _opens_block(label, items):
        items.append(_Item(line, "", labels={name: value}, last=line.number))
        return
    item = items[-1]
    item.last = line.number
    if name in ("speaker", "title") and value and name not in item.labels:
        item.labels[name] = value
    elif value:
        item.lines.append(Line(line.number, value))


def _is_evening(items: list[_Item]) -> bool:
    starts = [clock for item in items if item.start and (clock := parse_clock(item.start))]
    ordered = starts == sorted(starts)
    return bool(starts) and ordered and _EVENING[0] <= starts[0] <= _EVENING[1]


def _record(
    document: str, item: _Item, event: str | None, known: Known
) -> tuple[Record, list[Line]]:
    title = _title(item, known)
    body = read_body(item.lines, title.credits)
    kind = title.kind if title.credits or body.abstract is None else kind_of(title.title, True)
    if not title.credits and not item.labels:
        kind = kind_of(title.title, False)
    stray = [line for line in item.lines if not line.blank] if kind in INTERLUDES else []
    if stray:
        body = Body(None, (), title.credits)
    record = Record(
        document=document,
        format="meetup",
        first_line=item.opening.number,
        last_line=item.opening.number if stray else item.last,
        raw_title=title.raw,
        title=title.title,
        kind=kind,
        level=title.level,
        language=language(body.abstract),
        event=event,
        speakers=body.people,
        abstract=body.abstract,
        bios=body.bios,
    )
    return record, stray


def _title(item: _Item, known: Known) -> TitleLine:
    """Title and people of an agenda line or of a labelled block."""
    if item.labels:
        title = parse_title(item.labels.get("title") or item.labels.get("speaker", ""), known)
        if "title" in item.labels and "speaker" in item.labels and not title.credits:
            credits = parse_billing(item.labels["speaker"], Known(here=(item.labels["speaker"],)))
            title = replace(title, credits=credits)
        return title
    raw = item.what
    bracket = _closing_bracket(raw)
    if bracket is not None:
        credits = parse_billing(raw[bracket + 1 : -1], known)
        if credits and (credits[0].org or credits[0].job or looks_like_name(credits[0].name)):
            bare = parse_title(raw[:bracket], known)
            return replace(bare, raw=raw, credits=credits, kind=bare.kind_with_people())
    title = parse_title(raw, known)
    byline = _BYLINE.match(raw)
    if not title.credits and byline:
        credits = parse_billing(byline["people"], known)
        if credits:
            bare = parse_title(byline["title"], known)
            return replace(bare, raw=raw, credits=credits, kind=bare.kind_with_people())
    return title


def _closing_bracket(text: str) -> int | None:
    """Where the bracket opens that closes at the end of *text*."""
    if not text.endswith(")"):
        return None
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index if index else None
    return None


def _timed(record: Record, item: _Item, evening: bool) -> Record:
    if not item.start:
        return record
    if item.end:
        start, end = clock_range(item.start, item.end)
    else:
        start, end = parse_clock(item.start), None
    if evening:
        start, end = _later(start), _later(end)
    return replace(record, start=start, end=end)


def _later(clock: str | None) -> str | None:
    """*clock* twelve hours on, where that is still the same day."""
    if clock is None or int(clock[:2]) >= 12:
        return clock
    return f"{int(clock[:2]) + 12:02}{clock[2:]}"


SOURCE = Source(
    name="meetup",
    description="the page of one Meetup, with its agenda",
    suffixes=(".txt",),
    sniff=sniff,
    parse=parse,
)
