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

from talkctl.model import INTERLUDES
from talkctl.names import plausibly_same
from talkctl.sources.archive.block import BULLET, SENTENCE, Block, entry_of, fill, opened
from talkctl.sources.archive.cuts import cut, rooms_in
from talkctl.sources.archive.entry import Entry
from talkctl.sources.archive.heading import Heading, event_between
from talkctl.sources.archive.marks import MENU, link_on
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.bios import person_introduced
from talkctl.sources.grammar.events import tells_of_event
from talkctl.sources.grammar.kinds import kind_named, kind_of
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.notes.days import YEAR
from talkctl.sources.notes.labels import labelled
from talkctl.sources.source import Line, paragraphs
from talkctl.sources.video_titles import people_of_list

_NO_LISTING = re.compile(r"\s*(?:#{1,6} |(?:details|about (?:this )?event)\s*$)", re.IGNORECASE)
_OF_RECORDINGS = re.compile(
    r"\b(?:videos?|recordings?|aufzeichnungen|vídeos?|vidéos?|archiv[eo]?|archives|past talks)\b",
    re.I,
)
_TRACK = re.compile(r"\s*(?:track|stream|strand|trilha)\s+[\w&'’ ]{1,40}$", re.IGNORECASE)
"""On a line of its own the track of those below, until the next one or the next day."""
_OF_SITE = re.compile(
    r"\b(?:cookies|privacy policy|all rights reserved|newsletter|datenschutz)\b", re.IGNORECASE
)
"""What sites say below everything, in whole sentences."""
_FEWEST = 2
_LOOKED_AT = 12
_LONGEST_HEAD = 60
_MANY = 99


@dataclass(slots=True)
class Blocks:
    """The entries of a page with the paragraphs that go on with each, and what is no talk."""

    entries: list[Entry] = field(default_factory=list)
    more: list[list[list[Line]]] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    date: str | None = None
    above: dict[str, str] = field(default_factory=dict)
    """The track and the event that lines of their own name for the talks below them."""
    is_open: bool = False
    """The next paragraph may go on with the last entry."""
    common: frozenset[str] = frozenset()
    """The words that the page writes in lower case."""

    def add(self, entries: Sequence[Entry]) -> None:
        """Add *entries*, the last of which further paragraphs may go on with."""
        for entry in entries:
            entry.facts = {**self.above, **entry.facts}
        self.entries += entries
        self.more += [[] for _ in entries]
        self.is_open = True

    def take(self, block: Block) -> None:
        """Put *block* where it belongs: a day, talks, a break, or what goes on with the last talk."""
        if block.day:
            self.date, self.is_open = block.date, False
            self.above.pop("track", None)
            self.furniture |= set() if block.is_one_line else {block.day.number}
        numbers = {block.number, *(line.number for line in block.lines)}
        if group := _group(block, self.date, self.common):
            self.furniture |= numbers - {entry.title.number for entry in group}
            self.add(group)
        elif block.is_sure or block.is_likely:
            self.add([entry_of(block, self.date)])
        elif _is_break(block) or self._heads(block):
            self.furniture |= numbers
            self.is_open = False
        elif self.is_open and not block.is_timed and _belongs(block.lines, self.entries[-1]):
            self.more[-1].append(list(block.lines))
        else:
            self.is_open = False

    def _heads(self, block: Block) -> bool:
        """Whether *block* is a line that names the track or the event of those below it."""
        text = block.lines[0].text.strip() if len(block.lines) == 1 and not block.is_timed else ""
        event = event_between(text) if self.entries else None
        if event:
            self.above = {"event": event}
        elif _TRACK.match(text):
            self.above["track"] = text
        return bool(event or _TRACK.match(text))

    def go_on(self) -> None:
        """Put to each entry the paragraphs that go on with it; below the last, where the page may
        end in anything, no more than any other has."""
        most = max(map(len, self.more[:-1]), default=_MANY)
        self.more[-1:] = [self.more[-1][:most]]
        for entry, more in zip(self.entries, self.more, strict=True):
            for block in more:
                entry.body.append(Line(block[0].number - 1, ""))
                last = max(entry.last, block[-1].number)
                fill(entry, block)
                entry.last = last


def blocks_of(lines: Sequence[Line], heading: Heading) -> list[Block]:
    """The blocks in which *lines* below that *heading* tell talks; none, where they do not.

    At least two blocks are talks beyond doubt, and something on the page says that talks were given
    or recorded; and it is neither Markdown nor the page of a single event.
    """
    whole = paragraphs(lines)
    if any(_NO_LISTING.match(line.text[:80]) for line in lines) or any(map(_of_one_event, whole)):
        return []
    apart = cut(whole, heading.year)
    rooms = rooms_in(apart)
    blocks = [opened(block, heading.year, rooms) for block in apart]
    sure = [block for block in blocks if block.is_sure]
    return blocks if len(sure) >= _FEWEST and _are_past(lines, blocks, sure, heading) else []


def told_in_blocks(blocks: Sequence[Block], lines: Sequence[Line], heading: Heading) -> Blocks:
    """What *blocks* tell, which are those of *lines* below that *heading*."""
    found = Blocks(common=words_in_lower_case("\n".join(line.text for line in lines)))
    for block in blocks:
        found.take(block)
    found.go_on()
    for entry in found.entries:
        if entry.published in heading.days:
            entry.given, entry.published = entry.given or entry.published, None
    return found


def _of_one_event(block: Sequence[Line]) -> bool:
    return len(block) == 1 and tells_of_event(block[0].text.strip()[:80])


def _are_past(
    lines: Sequence[Line], blocks: Sequence[Block], sure: Sequence[Block], heading: Heading
) -> bool:
    """Whether the page holds recordings, calls itself a list of them, or says when those of its
    *blocks* that are *sure* to be talks were given."""
    above = [line.text.strip()[:200] for line in lines if not line.blank][:_LOOKED_AT]
    heads = [text for text in above if len(text) <= _LONGEST_HEAD and YEAR.search(text)]
    if any(map(_OF_RECORDINGS.search, [*above[:_FEWEST], *heads])):
        return True
    days = sum(bool(block.date) and not block.title for block in blocks)
    timed = sum(block.is_timed and bool(block.told.people or block.billed) for block in sure)
    if heading.days and days and timed > _FEWEST:
        return True
    if any("video" in block.marks for block in sure):
        return True
    counted = sum({"length", "date"} <= block.marks for block in sure)
    dated = sum(bool(block.date and (block.told.people or block.is_one_line)) for block in sure)
    links = (link_on(line.text) for line in lines)
    videos = sum(link is not None and link.kind == "video" for link in links)
    return max(counted, dated, videos) >= _FEWEST


def _is_break(block: Block) -> bool:
    alone = len(block.lines) <= 1 + block.is_timed and not block.told.people
    title = block.lines[0].text.strip() if block.lines and alone else ""
    return 0 < len(title) <= 80 and kind_of(title, False) in (*INTERLUDES, "other")


def _belongs(lines: Sequence[Line], entry: Entry) -> bool:
    """Whether a paragraph below *entry* tells of the same talk."""
    texts = [line.text.strip() for line in lines]
    if all(link_on(text) or labelled(text) for text in texts):
        return bool(texts)
    named = person_introduced(texts[0][:300])
    if named and any(plausibly_same(named, one.name) for one in entry.people):
        return True
    return any(map(SENTENCE.match, texts)) and not any(
        MENU.match(text[:120]) or _OF_SITE.search(text[:300]) for text in texts
    )


def _group(block: Block, date: str | None, common: frozenset[str]) -> list[Entry]:
    """The talks that the bullets of *block* are, if it bills nobody itself."""
    kind = kind_named(block.title.text) if block.title else None
    all_of_it = kind == "lightning" and not block.told.people
    bullets = [line for line in block.told.rest if all_of_it or BULLET.match(line.text)]
    if not block.title or block.told.people or len(bullets) < _FEWEST:
        return []
    texts = [BULLET.sub("", line.text) for line in bullets]
    known = Known(people=people_of_list(texts), common=common)
    read = [parse_title(text, known) for text in texts]
    if not all(title.credits for title in read):
        return []
    whole = entry_of(replace(block, told=replace(block.told, rest=[])), date)
    facts = {"kind": kind, **whole.facts} if kind else whole.facts
    return [
        replace(
            whole,
            title=Line(line.number, title.title),
            first=line.number,
            last=line.number,
            body=[],
            people=title.credits,
            facts=facts,
        )
        for line, title in zip(bullets, read, strict=True)
    ]
