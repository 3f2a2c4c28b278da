"""One block of a listing: what it opens with, what proves it a talk, and the entry that it makes.

Friday, October 5                                        a day
09:30-10:10 Knots Untied                                 an hour, and the title
by Jane Doe | Jane Doe, Acme | 2 May 2017 | 38:12        who speaks, behind a ``by`` or alone
April 07, 2016 · 41 min · 3,208 views                    marks of a recording
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from talkctl.givennames import begins_with_given_name
from talkctl.names import looks_like_name
from talkctl.record import Credit
from talkctl.sources.archive.entry import Entry, event_told, told_when
from talkctl.sources.archive.marks import MENU, counts_on, date_on, link_on
from talkctl.sources.archive.told import Told, shows_something, told_in
from talkctl.sources.grammar.agenda import agenda_line, date_in_prose, time_alone
from talkctl.sources.grammar.billing import Known, is_nobody, parse_billing
from talkctl.sources.grammar.bylines import people_named_by
from talkctl.sources.grammar.kinds import kind_named, take_kind
from talkctl.sources.grammar.roles import LED, billed_by_label, billed_with_roles
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.notes.days import Day, day_named, is_month
from talkctl.sources.notes.labels import labelled
from talkctl.sources.source import Line

BULLET = re.compile(r"^\s*[-*•·–]\s+(?=\S)")
SENTENCE = re.compile(r".{30,}[.!?…][)”\"’]?$")
_BETWEEN = re.compile(r"\s+[·|]\s+")
_SEEN = re.compile(r"[\d.,]+\s?[km]?(?: views)?$", re.IGNORECASE)
"""How often a recording was seen."""
_MISSING = re.compile(
    r"(?!.*://)(?:(?:no )?(?:video|recording|slides|aufzeichnung|vídeo)\b.{0,80}"
    r"|no (?:abstract|description)\b.{0,40})$",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"(?:\W*\b(?:watch|play|listen|video|audio|recording|slides|download|share|save|bookmark|transcript|episode"
    r"|ansehen|anhören|folien|ver|voir|regarder|écouter|escuchar)\b"
    r"(?:\s\((?P<length>(?:\d{1,3}:)?\d{1,3}(?::\d\d)?(?:\s?min\w*\.?)?)\))?\W*)+$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*[\"“„«][^\"“”„«»]+[\"“”»],?\s(?:[-–—]|by|von|par|por|de)\s[^\W\d_a-z]")
"""A title in quotation marks with whoever speaks beside it."""
_NUMBER = re.compile(
    r"^\s*(?:#?\d{1,3}[.)]|(?:(?i:episode|episodio|episódio|épisode|folge|ep\.?)\s?#?|#)\d{1,4}\s?[:–—-])"
    r"\s+(?=[^\W\d_a-z])"
)
"""Before a title its number in the list."""
_TRAILER = re.compile(r"(?:\w+:\s)?(?:trailer|teaser)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?$")
_BY = re.compile(
    rf"(?:(?:presented )?(?:by|von|par|por|door)|with|mit|avec|con|com|{LED} (?:by|von|par|por))\s",
    re.IGNORECASE,
)
_OF_ORG = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][^\s,]+ ){1,2}[^\W\d_a-z][^\s,]+) of (?P<org>[^\W_a-z][^,;()]{1,50}?)"
    r"(?=[,;]| and | & |$)"
)
"""People and what they are of, where several are listed."""
_MOST_PARTS = 6
_FEW = 2
"""Of so many names behind one another the last may be an organisation's, unless people are called so."""
_LONGEST_TITLE = 300
_LONGEST_DAY = 80
_LONGEST_PLACE = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph behind the day and the hour that it opens with."""

    number: int
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

    @property
    def marks(self) -> set[str]:
        """What marks of a recording stand in it: ``date``, ``length``, or what is linked."""
        return {mark for line in self.told.rest[:12] for mark in _marks_on(line.text)}

    @property
    def is_sure(self) -> bool:
        """Whether it can only be a talk: with a title and who speaks it says when, where or how
        long, or what there is to see of it, be it that nothing is."""
        if not self.title:
            return False
        if self.is_one_line:
            return bills_itself(self.title.text)
        if self.told.people:
            return bool(self.is_timed or self.day or len(self.told.labels) > 1 or self.marks)
        if not self.billed:
            return bool(self.marks & {"video", "slides"} and _QUOTED.match(self.title.text))
        beside = [line.text.strip()[:100] for line in self.told.rest[1:3]]
        missing = any(_MISSING.match(text) or _BUTTONS.match(text) for text in beside)
        return self.is_timed or missing or bool(self.marks)

    @property
    def is_likely(self) -> bool:
        """Whether it is a talk where others are: it bills people and then says something, or it
        says when and how long."""
        rest = self.told.rest
        says = len(rest) > 1 and bool(SENTENCE.match(rest[1].text.strip()))
        told = (
            "people" in self.told.labels
            or self.told.people
            or (says and self.billed)
            or (self.billed and _BY.match(rest[0].text.strip()))
            or len(self.marks) > 1
        )
        return bool(self.title and told and not _TRAILER.match(self.title.text))

    @property
    def is_one_line(self) -> bool:
        """Whether its day and its title stood on one line."""
        return bool(self.day and self.title and self.day.number == self.title.number)

    @property
    def billed(self) -> tuple[Credit, ...]:
        """Whom the line below the title bills, and nothing else, or whom lines bill behind a ``by``."""
        return tuple(one for line in self.bylines for one in who_speaks(line.text))

    @property
    def bylines(self) -> Sequence[Line]:
        """The lines below the title that bill people: one, or two that open with a ``by``."""
        found = [line for line in self.told.rest[:1] if who_speaks(line.text)]
        if found and _BY.match(found[0].text.strip()):
            found += [
                line
                for line in self.told.rest[1:2]
                if _BY.match(line.text.strip()) and who_speaks(line.text)
            ]
        return found


def bills_itself(title: str) -> bool:
    """Whether a title has people on its line; where a day stands before it, one with a given name
    behind a dash."""
    _, dash, tail = title.rpartition(" - ")
    named = dash and begins_with_given_name(tail) and _is_billing(tail)
    return bool(named or parse_title(title).credits)


@lru_cache(maxsize=4096)
def who_speaks(text: str) -> tuple[Credit, ...]:
    """Whom *text* bills, if it does nothing else."""
    text = text.strip()[:300]
    if _BY.match(text) and text[-1:] not in ".!?":
        text = _OF_ORG.sub(_with_org_in_brackets, text)
        return people_named_by(text, Known()) or billed_with_roles(text, Known())
    name, *where = _BETWEEN.split(text)
    placed = f"{name} ({', '.join(where)})" if where else name
    names = placed.split(", ")
    several = len(names) > _FEW or all(map(begins_with_given_name, names))
    return billed_by_label(placed, several) if _is_billing(text) else ()


def _with_org_in_brackets(found: re.Match[str]) -> str:
    named = begins_with_given_name(found["name"])
    return f"{found['name']} ({found['org']})" if named else found[0]


def opened(lines: Sequence[Line], year: int | None, rooms: frozenset[str] = frozenset()) -> Block:
    """A paragraph with what its labels tell; a day without a year is in that *year*, and the *rooms*
    of the page are told where they stand alone."""
    span: tuple[str | None, str | None] = (None, None)
    day = _day_in(lines, year)
    left = list(lines[1:] if day else lines)
    left[:1] = [Line(left[0].number, _NUMBER.sub("", left[0].text))] if left else []
    slot = agenda_line(left[0].text) or time_alone(left[0].text) if left else None
    if slot:
        span = slot.span()
        left[:1] = [Line(left[0].number, slot.what)] if slot.what else []
    in_rooms = [line for line in left[:_MOST_PARTS] if len(left) > 1 and line.text.strip() in rooms]
    left = [line for line in left if line not in in_rooms[:1]]
    kind = _kind_above(left)
    left = left[1:] if kind else left
    titled = bool(left) and may_be_title(left[0].text)
    told = told_in(left[titled:], year)
    if in_rooms:
        told.facts["room"] = in_rooms[0].text.strip()
    if kind:
        told.facts["kind"] = kind
    if told.title and titled:
        told.rest.insert(0, left[0])
    told.rest[:1] = _byline_apart(told.rest[0]) if told.rest else []
    return Block(lines[0].number, left, told.title or (left[0] if titled else None), told,
                 lines[0] if day else None, day.date if day else None, span)  # fmt: skip


def _kind_above(lines: Sequence[Line]) -> str | None:
    """The kind that the first of *lines* names, if a title with people or labels stands below it."""
    kind = kind_named(lines[0].text.strip()) if len(lines) > 2 else None
    below = kind and may_be_title(lines[1].text) and not who_speaks(lines[1].text)
    return kind if below and (who_speaks(lines[2].text) or labelled(lines[2].text)) else None


def _day_in(lines: Sequence[Line], year: int | None) -> Day | None:
    """The day, the month, or the meeting with its date, that the first of *lines* names."""
    first = lines[0].text.strip()[:200]
    named = day_named(first, year) if len(first) <= _LONGEST_DAY else None
    if not named and is_month(first):
        return Day()
    said = date_in_prose([first]) if len(lines) == 1 and not labelled(first) else None
    return named or (Day(date=said) if said else None)


def _byline_apart(line: Line) -> list[Line]:
    """*line*, or the people of it and the marks that stand behind bars beside them."""
    parts = _BETWEEN.split(line.text.strip()[:300])
    marks = [part for part in parts if _mark_of(part) or _CLOCK.match(part) or _SEEN.match(part)]
    people = " · ".join(part for part in parts if part not in marks)
    if not marks or not people or not _is_billing(people):
        return [line]
    return [Line(line.number, people), Line(line.number, " · ".join(marks))]


def may_be_title(text: str) -> bool:
    """Whether *text* can be a title: no sentence, no mark, and nothing behind a label."""
    text = text.strip()
    if not text or len(text) > _LONGEST_TITLE or text[-1] in ".,;" or BULLET.match(text):
        return False
    if labelled(text) and not take_kind(text)[1]:
        return False
    return not (mark_on(text) or MENU.match(text[:120]) or shows_something(text))


def is_day(text: str) -> bool:
    """Whether *text* names a day and nothing else."""
    return len(text) <= _LONGEST_DAY and day_named(text.strip(), None) is not None


def _is_billing(text: str) -> bool:
    """Whether *text* is nothing but people."""
    text = _BETWEEN.sub(", ", text)
    credits = parse_billing(text) if len(text) <= 120 and text[-1:] not in ".!?:" else ()
    return bool(credits) and all(looks_like_name(credit.name) for credit in credits)


def entry_of(block: Block, date: str | None) -> Entry:
    """*block*, which is a talk, as an entry; *date* is when those around it were given."""
    told = block.told
    assert block.title is not None, "no talk"
    billed = () if told.people else block.billed
    by = _BY.sub("", told.rest[0].text.strip()[:80]) if told.rest else ""
    rest = told.rest[len(block.bylines) if billed else int(bool(by and is_nobody(by))) :]
    placed = _placed(billed, rest)
    billed, rest = (placed, rest[1:]) if placed else (billed, rest)
    entry = Entry(
        None,
        block.title,
        first=block.number,
        given=told.when.date or date,
        people=told.people or billed,
        span=block.span if block.is_timed else (told.when.start, told.when.end),
        facts=told.facts,
    )
    if event := event_told(rest):
        entry.facts = {"event": event, **entry.facts}
    fill(entry, rest)
    entry.last = max(line.number for line in block.lines)
    return entry


def _placed(people: tuple[Credit, ...], lines: Sequence[Line]) -> tuple[Credit, ...]:
    """The one of *people* with what they are, if the first of *lines* is nothing else: a few words
    between the name and a mark."""
    if len(people) != 1 or people[0].org or people[0].job or len(lines) < 2:
        return ()
    text, below = (line.text.strip() for line in lines[:2])
    alone = len(text) <= _LONGEST_PLACE and may_be_title(text) and not says_nothing(text)
    if not alone or told_when([lines[0]])[0]:
        return ()
    credits = parse_billing(f"{people[0].name}, {text}", Known(here=(people[0].name,)))
    sure = mark_on(below) or says_nothing(below) or any(one.job for one in credits)
    return credits if len(credits) == 1 and sure else ()


def says_nothing(text: str) -> bool:
    """Whether *text* says how often a recording was seen, or that it is missing, or are buttons."""
    return any(form.match(text) for form in (_SEEN, _MISSING, _BUTTONS))


def fill(entry: Entry, lines: Sequence[Line]) -> None:
    """Put *lines* into *entry*, without those that say how often it was seen or what is missing."""
    for line in lines:
        text = line.text.strip()
        marks = _marks_on(text)
        dates = [date for part in _BETWEEN.split(text[:300]) if (date := date_on(part))]
        entry.published = entry.published or next(iter(dates), None)
        button = _BUTTONS.match(text)
        if button and button["length"]:
            entry.add(Line(line.number, f"Duration: {button['length']}"))
            continue
        if "length" in marks and marks[0] in ("length", "date"):
            entry.add(Line(line.number, f"Duration: {_length_on(text)}"))
        elif not (dates or says_nothing(text)):
            entry.add(line)


def _length_on(text: str) -> str:
    parts = _BETWEEN.split(text)
    length = next(part for part in parts if _mark_of(part, len(parts) > 1) == "length")
    return length.lstrip("•*·–- ").partition(":")[2].strip() if labelled(length) else length


def mark_on(text: str) -> str:
    """What of a recording *text* says and nothing else: where, when, or how long it is; a track and
    a button may stand beside that."""
    return next(iter(_marks_on(text)), "")


def _marks_on(text: str) -> list[str]:
    parts = _BETWEEN.split(text.strip()[:300])
    several = len(parts) > 1
    return [mark for part in parts[:_MOST_PARTS] if (mark := _mark_of(part, several))]


def _mark_of(text: str, beside: bool = False) -> str:
    """The mark that *text* is; a clock is a length only *beside* others."""
    if link := link_on(text):
        return link.kind
    if date_on(text):
        return "date"
    text = f"Duration: {text}" if beside and _CLOCK.match(text) else text
    counted = counts_on(text) or counts_on(f"• {text}")
    return "length" if counted and counted.minutes else ""
