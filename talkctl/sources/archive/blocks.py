"""Talks told in blocks: a listing of recordings, or a past programme, whose entries have no marks
of a site around them.

Thursday, October 4                day, or ``Meetup #31, 28 February 2019``: those below were given then
09:30-10:10 Knots Untied           a title, behind an hour or behind ``Title:``
Jane Doe (Acme)                    who speaks, behind a label (``told``), behind a ``by``, or alone
43 min | Video | Slides            how long it is, what is shown of it
Ropes, joined.                     what it is about; who Jane Doe is, and addresses, may stand apart

Lightning talks                    a block whose bullets bill people is as many talks
- Loose Ends – John Roe
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

from talkctl.model import INTERLUDES
from talkctl.names import looks_like_name, plausibly_same
from talkctl.record import Credit
from talkctl.sources.archive.entry import Entry
from talkctl.sources.archive.heading import Heading
from talkctl.sources.archive.marks import MENU, counts_on, date_on, link_on
from talkctl.sources.archive.told import Told, shows_something, told_in
from talkctl.sources.grammar.agenda import agenda_line, date_in_prose, time_alone
from talkctl.sources.grammar.billing import Known, is_nobody, parse_billing, words_in_lower_case
from talkctl.sources.grammar.bios import person_introduced
from talkctl.sources.grammar.bylines import people_named_by
from talkctl.sources.grammar.kinds import kind_named, kind_of, take_kind
from talkctl.sources.grammar.roles import billed_by_label
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.notes.days import day_named
from talkctl.sources.notes.labels import labelled
from talkctl.sources.source import Line, paragraphs
from talkctl.sources.video_titles import people_of_list

_NO_LISTING = re.compile(r"\s*(?:#{1,6} |(?:details|about (?:this )?event)\s*$)", re.IGNORECASE)
_SEEN = re.compile(r"[\d.,]+\s?[km]?(?: views)?$", re.IGNORECASE)
"""How often a recording was seen."""
_MISSING = re.compile(
    r"(?!.*://)(?:(?:no )?(?:video|recording|slides|aufzeichnung|vídeo)\b.{0,80}"
    r"|no (?:abstract|description)\b.{0,40})$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[·|]\s+")
_OF_RECORDINGS = re.compile(r"\b(?:videos?|recordings?|aufzeichnungen|vídeos?|vidéos?)\b", re.I)
_BULLET = re.compile(r"\s*[-*•·–]\s+(?=\S)")
_BY = re.compile(r"(?:presented )?(?:by|von|par|por|door)\s", re.IGNORECASE)
_SENTENCE = re.compile(r".{30,}[.!?…][)”\"’]?$")
_FEWEST = 2
_MOST_PARTS = 6
_LONGEST_TITLE = 300


@dataclass(slots=True)
class Blocks:
    """The entries of a page with the paragraphs that go on with each, and what is no talk."""

    entries: list[Entry] = field(default_factory=list)
    more: list[list[list[Line]]] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    date: str | None = None
    is_open: bool = False
    """The next paragraph may go on with the last entry."""

    def add(self, entries: Sequence[Entry]) -> None:
        """Add *entries*, the last of which further paragraphs may go on with."""
        self.entries += entries
        self.more += [[] for _ in entries]
        self.is_open = bool(entries)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph behind the day and the hour that it opens with."""

    lines: Sequence[Line]
    title: Line | None
    told: Told
    day: Line | None = None
    date: str | None = None
    span: tuple[str | None, str | None] = (None, None)

    @property
    def is_timed(self) -> bool:
        """Whether it opens with an hour."""
        return self.span[0] is not None


def entries_in_blocks(lines: Sequence[Line], heading: Heading) -> Blocks | None:
    """What *lines* below that *heading* tell in blocks.

    At least two blocks are talks beyond doubt, and something on the page says that talks were given
    or recorded; and it is neither Markdown nor the page of a single event.
    """
    if any(_NO_LISTING.match(line.text[:80]) for line in lines):
        return None
    common = words_in_lower_case("\n".join(line.text for line in lines))
    blocks = [_opened(block, heading.year) for block in _cut(paragraphs(lines))]
    sure = [_is_recording(block) or _is_told(block) for block in blocks]
    if sum(sure) < _FEWEST or not _are_past(lines, list(compress(blocks, sure))):
        return None
    found = Blocks()
    for block, is_sure in zip(blocks, sure, strict=True):
        _take(found, block, is_sure, common)
    _go_on(found)
    for entry in found.entries:
        if entry.published in heading.days:
            entry.given, entry.published = entry.given or entry.published, None
    return found


def _cut(blocks: Sequence[list[Line]]) -> list[list[Line]]:
    """*blocks* cut before hours, where blocks open with hours, and before titles and days above
    labels, where there is no blank line."""
    timed = sum(agenda_line(block[0].text) is not None for block in blocks) >= _FEWEST
    found: list[list[Line]] = []
    for block in blocks:
        begin = 0
        for n in range(1, len(block)):
            if (timed and agenda_line(block[n].text)) or _opens_labels(block, n):
                found.append(block[begin:n])
                begin = n
        found.append(block[begin:])
    return _joined(found)


def _opens_labels(block: Sequence[Line], n: int) -> bool:
    """Whether the line at *n* is a title right above ``Speaker:`` and below another talk."""
    if n < 2 or n + 1 == len(block) or not _names_people(block[n + 1].text):
        return False
    return _may_be_title(block[n].text) and any(_names_people(line.text) for line in block[:n])


def _joined(blocks: Sequence[list[Line]]) -> list[list[Line]]:
    """*blocks* with a title that stands alone put to the labels below it, and labels that stand
    alone to one another."""
    found: list[list[Line]] = []
    for block in blocks:
        above = found[-1] if found else []
        first = labelled(block[0].text.strip())
        heads = len(above) == 1 and _may_be_title(above[0].text) and not _is_day(above[0].text)
        if heads and first and first.name == "people" and first.sure:
            above += block
        else:
            found.append(list(block))
    return found


def _names_people(text: str) -> bool:
    found = labelled(text.strip())
    return bool(found and found.name == "people" and found.sure and found.value)


def _may_be_title(text: str) -> bool:
    text = text.strip()
    if not text or len(text) > _LONGEST_TITLE or text[-1] in ".,;" or _BULLET.match(text):
        return False
    told = labelled(text) and not take_kind(text)[1]
    return not (told or _mark(text) or MENU.match(text[:120]) or shows_something(text))


def _is_day(text: str, year: int | None = None) -> bool:
    return len(text) <= 80 and day_named(text.strip(), year) is not None


def _opened(block: Sequence[Line], year: int | None) -> _Block:
    """*block* behind its day and its hour, with what its labels tell."""
    day, date = None, None
    span: tuple[str | None, str | None] = (None, None)
    lines = list(block)
    first = lines[0].text.strip()
    named = day_named(first, year) if len(first) <= 80 else None
    said = date_in_prose([first[:200]]) if len(lines) == 1 and not labelled(first) else None
    if named or said:
        day, date = lines.pop(0), (named.date if named else None) or said
    slot = lines and (agenda_line(lines[0].text) or time_alone(lines[0].text))
    if slot:
        span = slot.span()
        lines[:1] = [Line(lines[0].number, slot.what)] if slot.what else []
    titled = bool(lines) and _may_be_title(lines[0].text)
    told = told_in(lines[titled:], year)
    title = told.title or (lines[0] if titled else None)
    if told.title and titled:
        told.rest.insert(0, lines[0])
    return _Block(lines, title, told, day, date, span)


def _people(block: _Block) -> tuple[Credit, ...]:
    """Whom the line below the title bills, and nothing else, or bills behind a ``by``."""
    text = block.told.rest[0].text.strip()[:300] if block.told.rest else ""
    if _BY.match(text) and text[-1:] not in ".!?":
        return people_named_by(text, Known())
    name, *where = _BETWEEN.split(text)
    placed = f"{name} ({', '.join(where)})" if where else name
    return billed_by_label(placed, several="," in placed) if _is_billing(text) else ()


def _is_billing(text: str) -> bool:
    """Whether *text* is nothing but people."""
    text = _BETWEEN.sub(", ", text)
    credits = parse_billing(text) if len(text) <= 120 and text[-1:] not in ".!?:" else ()
    return bool(credits) and all(looks_like_name(credit.name) for credit in credits)


def _is_told(block: _Block) -> bool:
    """Whether labels say of a block with a title who speaks, and when, where or how besides."""
    told = block.told
    if not block.title or not told.people:
        return False
    return bool(block.is_timed or block.day or len(told.labels) > 1 or _marks(block))


def _marks(block: _Block) -> set[str]:
    return {mark for line in block.told.rest[:12] for mark in _all_marks(line.text)}


def _is_recording(block: _Block) -> bool:
    """Whether a title, people and a mark of a recording stand in *block*."""
    if not block.title:
        return False
    rest = block.told.rest
    if block.told.people:
        return bool(_marks(block))
    missing = any(_MISSING.match(line.text.strip()[:100]) for line in rest[1:3])
    by_line = bool(_people(block))
    return by_line and (missing or any(_mark(line.text) for line in rest[1:11]))


def _are_past(lines: Sequence[Line], sure: Sequence[_Block]) -> bool:
    """Whether the page holds a recording, calls itself a list of them, or says when those blocks
    that are *sure* to be talks were given."""
    if any(_OF_RECORDINGS.search(line.text[:200]) for line in lines[:_FEWEST]):
        return True
    counted = sum({"length", "date"} <= _marks(block) for block in sure)
    dated = sum(bool(block.date and block.told.people) for block in sure)
    return max(counted, dated) >= _FEWEST or any(
        (link := link_on(line.text)) and link.kind == "video" for line in lines
    )


def _take(found: Blocks, block: _Block, is_sure: bool, common: frozenset[str]) -> None:
    """Put *block* where it belongs: a day, talks, a break, or what goes on with the last talk; the
    page writes the words *common* in lower case."""
    if block.day:
        found.date, found.is_open = block.date, False
        found.furniture.add(block.day.number)
    if not block.lines:
        return
    group = _group(block, found.date, common)
    if group:
        found.furniture |= {line.number for line in block.lines} - {e.title.number for e in group}
        found.add(group)
    elif is_sure or _is_like_others(block):
        found.add([_entry(block, found.date)])
    elif _is_break(block):
        found.furniture |= {line.number for line in block.lines}
        found.is_open = False
    elif found.is_open and not block.is_timed and _belongs(block.lines, found.entries[-1]):
        found.more[-1].append(list(block.lines))
    else:
        found.is_open = False


def _go_on(found: Blocks) -> None:
    """Put to each entry the paragraphs that go on with it; below the last, where the page may end
    in anything, no more than any other has."""
    most = max(map(len, found.more[:-1]), default=99)
    for entry, more in zip(found.entries, [*found.more[:-1], found.more[-1][:most]], strict=True):
        for block in more:
            entry.body.append(Line(block[0].number - 1, ""))
            _fill(entry, block)
            entry.last = block[-1].number


def _is_like_others(block: _Block) -> bool:
    """Whether a block among talks has a title, people below it, and then a sentence."""
    rest = block.told.rest
    if block.told.people and block.title:
        return True
    says = len(rest) > 1 and bool(_SENTENCE.match(rest[1].text.strip()))
    when = len(rest[:12]) > 1 and len(_marks(block)) > 1
    return bool(block.title) and (when or (says and bool(_people(block))))


def _is_break(block: _Block) -> bool:
    if len(block.lines) > 1:
        return False
    title = block.lines[0].text.strip()
    return len(title) <= 80 and kind_of(title, False) in (*INTERLUDES, "other")


def _belongs(lines: Sequence[Line], entry: Entry) -> bool:
    """Whether a paragraph below *entry* tells of the same talk."""
    texts = [line.text.strip() for line in lines]
    if all(link_on(text) or labelled(text) for text in texts):
        return True
    named = person_introduced(texts[0][:300])
    if named and any(plausibly_same(named, one.name) for one in entry.people):
        return True
    return any(map(_SENTENCE.match, texts)) and not any(MENU.match(text[:120]) for text in texts)


def _entry(block: _Block, date: str | None) -> Entry:
    """*block*, which is a talk, as an entry."""
    told = block.told
    assert block.title is not None, "no talk"
    people = told.people or _people(block)
    rest = told.rest if told.people or not people else told.rest[1:]
    if (named := rest[:1]) and not people and is_nobody(_BY.sub("", named[0].text.strip()[:80])):
        rest = rest[1:]
    span = block.span if block.is_timed else (told.when.start, told.when.end)
    first = block.day or block.lines[0]
    entry = Entry(
        None,
        block.title,
        first=min(block.lines[0].number, first.number) if block.lines else first.number,
        given=told.when.date or date,
        people=people,
        span=span,
        facts=told.facts,
    )
    _fill(entry, rest)
    entry.last = block.lines[-1].number
    return entry


def _fill(entry: Entry, lines: Sequence[Line]) -> None:
    """Put *lines* into *entry*, without those that say how often it was seen or what is missing."""
    for line in lines:
        text = line.text.strip()
        published = date_on(text) or next(
            filter(None, map(date_on, _BETWEEN.split(text[:300]))), None
        )
        if published and _mark(text):
            entry.published = entry.published or published
        if _mark(text) == "length" or (published and "length" in _all_marks(text)):
            lengths = [part for part in _BETWEEN.split(text) if _mark_of(part) == "length"]
            entry.add(Line(line.number, f"• {lengths[0].lstrip('•*·–- ')}"))
        elif not (published or _SEEN.match(text) or _MISSING.match(text)):
            entry.add(line)


def _group(block: _Block, date: str | None, common: frozenset[str]) -> list[Entry]:
    """The talks that the bullets of *block* are, if it bills nobody itself."""
    bullets = [line for line in block.told.rest if _BULLET.match(line.text)]
    if not block.title or block.told.people or len(bullets) < _FEWEST:
        return []
    texts = [_BULLET.sub("", line.text.strip()) for line in bullets]
    known = Known(people=people_of_list(texts), common=common)
    read = [parse_title(text, known) for text in texts]
    if not all(title.credits for title in read):
        return []
    whole = replace(block, told=replace(block.told, rest=[]))
    kind = kind_named(block.title.text)
    facts = {"kind": kind, **block.told.facts} if kind else block.told.facts
    return [
        replace(
            _entry(whole, date),
            title=Line(line.number, title.title),
            first=line.number,
            people=title.credits,
            facts=facts,
            last=line.number,
        )
        for line, title in zip(bullets, read, strict=True)
    ]


def _mark(text: str) -> str:
    """What of a recording *text* says and nothing else: where, when, or how long it is; a track and
    a button may stand beside that."""
    return next(iter(_all_marks(text)), "")


def _all_marks(text: str) -> list[str]:
    parts = _BETWEEN.split(text.strip()[:300])
    return [mark for part in parts[:_MOST_PARTS] if (mark := _mark_of(part))]


def _mark_of(text: str) -> str:
    if link := link_on(text):
        return link.kind
    if date_on(text):
        return "date"
    counted = counts_on(text) or counts_on(f"• {text}")
    return "length" if counted and counted.minutes else ""
