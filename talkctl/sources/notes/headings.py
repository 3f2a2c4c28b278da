"""How the headings of notes stand to one another: events, days, talks, and chapters of talks.

# KubeCon 2017              a year and headings below it: the event
## Día 3                    a day, by number or date; talks may be written as deep as it
### Title - Jane Doe        a talk, for it bills somebody
#### The problem            part of that talk, for nobody is billed here
### Another title           a talk by its company: it stands among the talks of a day
#### Jane Doe, Acme         who gives it, right below the title
### Links | ### Lunch       no talk, whatever company it keeps
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from talkctl.givennames import begins_with_given_name
from talkctl.model import Link
from talkctl.names import plausibly_same
from talkctl.record import Credit
from talkctl.sources.grammar.agenda import dated
from talkctl.sources.grammar.billing import Known, is_person
from talkctl.sources.grammar.bylines import take_person_alone
from talkctl.sources.grammar.days import days_spanned, first_span
from talkctl.sources.grammar.kinds import kind_named
from talkctl.sources.grammar.titles import TitleLine, with_credits
from talkctl.sources.notes.asides import beside_talks, names_group
from talkctl.sources.notes.bullets import BULLET
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.days import (
    YEAR,
    before_days,
    day_named,
    looks_like_event,
    names_something,
    surely_event,
    without_days,
    without_notes,
    year_in,
)
from talkctl.sources.notes.facts import Content, people_alone
from talkctl.sources.notes.headline import people_by_label, people_in_wide
from talkctl.sources.notes.hours import When, day_within, take_date, when_in
from talkctl.sources.notes.labels import labelled
from talkctl.sources.notes.markdown import Section

_IN_BRACKET = re.compile(r"\s*\([^()]*\d{4}\)$")
_BETWEEN_NAMES = re.compile(r",\s+|\s(?:and|&|und|y|et|e|og)\s")
_CODED = re.compile(r"[A-Z]{2,5}-?\d{2,4}(?:-[A-Z\d]{1,3})?\s*[-–—:]\s+\S")
"""How programmes with a code for each session write it: ``ARC213 - Title``."""
_PLACE_IN_FRONT = re.compile(
    r"^[^\W\d_a-z][^\d,.:;!?]{1,40},\s+(?=\d{1,2}\.?\s[^\d]+\d{4}$|[^\W\d_a-z]\w{2,8}\.? \d{1,2}, \d{4}\b)"
)
"""The town before a day and its year; no span of days."""
_OPENING = 12
"""So many lines below the name of an event may say when it is."""
_COLLECTION = re.compile(r"(?:awesome|my|list of|a list|collection)\b", re.IGNORECASE)
_WEAK_KINDS = ("talk", "break", "social", "other")


@dataclass(slots=True)
class Part:
    """A section in its place: what is under it, what is above it, and what proves it a talk."""

    section: Section
    chapter: Chapter
    title: TitleLine
    content: Content
    links: list[Link]
    depth: int
    span: tuple[str | None, str | None] = (None, None)
    named: str | None = None
    """The event that the heading of the talk itself names."""
    dated: bool = False
    is_event: bool = False
    lists: bool = False
    """Below the heading talks are listed."""
    children: list[Part] = field(default_factory=list)
    is_talk: bool = False
    absorbed: bool = False
    is_byline: bool = False
    among_talks: bool = False
    """The page speaks of talks at all, so that slides or an abstract mean one."""

    @property
    def timed(self) -> bool:
        """Whether the heading says at what hour it begins."""
        return self.span[0] is not None

    def bills(self) -> bool:
        """Whether people are named in the heading or in a line of their own."""
        return bool(self.title.credits or (self.content.people and not self.lists))

    def take_people(self, people: tuple[Credit, ...]) -> None:
        """Bill *people* as well, who are named elsewhere than in the heading."""
        if people:
            self.title = with_credits(self.title, merged(self.title.credits, people))

    def shows(self) -> bool:
        """Whether slides or a recording are linked, on the heading or below it."""
        return self.content.shows() or any(link.kind in ("video", "slides") for link in self.links)

    def proven(self) -> bool:
        """Whether what stands there can only be about a talk."""
        if self.lists:
            return self.bills()
        kind = self.title.kind not in _WEAK_KINDS and (not is_group(self) or self.content.says())
        told = bool(self.content.abstract) or self.shows()
        return self.bills() or kind or (told and self.among_talks)


def merged(billed: tuple[Credit, ...], named: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The people of a heading with what a line below says of them, and further ones from there."""
    people = list(billed)
    for credit in named[:100]:
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


def raise_days(parts: list[Part]) -> None:
    """Put days above the talks that follow them where all are written as deeper headings, and none
    has a list of its own."""
    days = [n for n, part in enumerate(parts[:-1]) if day_named(part.title.raw, None, True)]
    listing = any(
        BULLET.match(line.text) for n in days[:50] for line in parts[n].section.lines[:50]
    )
    if days and not listing and all(parts[n].depth > parts[n + 1].depth for n in days):
        for n in days:
            parts[n].depth = parts[n + 1].depth


def nest(parts: list[Part]) -> None:
    """Put each part among the children of the heading that it stands under."""
    above: list[Part] = []
    for part in parts:
        while above and above[-1].depth >= part.depth:
            above.pop()
        if above:
            above[-1].children.append(part)
        above.append(part)


def place(parts: list[Part], page: Chapter) -> None:
    """Give each part the day, the date and the event that the headings above it name, or the *page*."""
    above: list[Part] = []
    for index, part in enumerate(parts):
        while above and not _stands_above(above[-1], part):
            above.pop()
        here = above[-1].chapter if above else page
        here = replace(here, event=here.event or part.named)
        found = day_named(part.title.raw, year_in(here.event) or page.year, not part.title.credits)
        if found:
            part.dated = True
            date = found.date or _date_below(part) or _day_of(part, here.days, found.number)
            event = here.event or found.event
            here = replace(here, event=event, day=found.number, date=date)
        elif _names_event(part, index, parts, here):
            part.is_event = True
            event, date = _event_and_date(part.title.title)
            event = (page.event if not above else None) or event
            date = None if _days_below(part) else _date_below(part) or date
            days = _days_told(part, year_in(event) or page.year) or here.days
            here = replace(here, event=event, date=date, days=days)
        part.chapter = here
        above.append(part)


def _event_and_date(title: str) -> tuple[str, str | None]:
    """The event that a heading is about, and its date if that stands behind."""
    named = without_days(title)
    date, rest = take_date(named, year_in(named))
    if not date:
        return without_notes(named), None
    if (before := before_days(named)) != named:
        return without_notes(before), date
    bracket = _IN_BRACKET.search(named)
    rest = named[: bracket.start()] if bracket else rest
    return without_notes(rest.strip(" ,;:|@()–—-")), date


def _day_of(part: Part, days: tuple[str, ...], number: int | None) -> str | None:
    """The one of *days* of which a heading says the weekday, the day of the month, or its number."""
    if number:
        return days[number - 1] if number <= len(days) else None
    return day_within(part.title.raw, days)


def _days_told(part: Part, year: int | None) -> tuple[str, ...]:
    """The days of an event that its heading names, or one of the first lines below."""
    told = [part.title.raw, *(line.text for line in part.section.lines[:_OPENING])]
    return first_span(told, year)


def _date_below(part: Part) -> str | None:
    """The date with which one of the first lines below a heading opens."""
    filled = [line.text.strip("*_ ") for line in part.section.lines[:10] if not line.blank]
    bare = (_PLACE_IN_FRONT.sub("", text) if len(text) < 80 else text for text in filled[:3])
    told = next((found for text in bare if (found := dated(text))), None)
    return part.content.when.date or (told[0] if told else None)


def _days_below(part: Part) -> bool:
    return any(day_named(child.title.raw, None, not child.title.credits) for child in part.children)


def _stands_above(upper: Part, part: Part) -> bool:
    """A deeper heading, or one as deep below a day: days and talks are often written alike."""
    if upper.depth < part.depth:
        return True
    if not upper.dated or upper.depth != part.depth:
        return False
    return not day_named(part.title.raw, None, not part.title.credits) and not YEAR.search(
        part.title.raw
    )


def _names_event(part: Part, index: int, parts: list[Part], here: Chapter) -> bool:
    """Whether a heading with a year or a word for conferences in it is the event whose talks stand
    below, *here* being what the headings above it say."""
    if part.bills() or is_aside(part) or YEAR.fullmatch(part.title.title):
        return False
    text = part.title.title
    if text[:1].isdigit() and text == text.lower():
        return False  # "2019 and earlier"
    if not names_something(without_notes(text)):
        return False  # "Conference notes 2023"
    dated_below = index == 0 and _days_below(part)
    if not YEAR.search(text):
        on_top = index == 0 and part.depth == min(one.depth for one in parts[:50])
        called = not _COLLECTION.match(text) and (
            looks_like_event(without_notes(text))
            if on_top
            else index > 0 and not here.event and surely_event(text)
        )
        many = part.lists or (len(part.children) > 1 and not part.shows())
        spans = bool(days_spanned(text, here.year)) and without_days(text) != text
        below = bool(part.children) or part.lists
        return below and (dated_below or spans or (called and many))
    if index == 0 and not part.proven() and (part.lists or (len(parts) > 1 and not part.shows())):
        return True
    return bool(part.children) or part.lists


def take_bylines(parts: list[Part]) -> None:
    """Join a title to the heading right below it that says who gives the talk."""
    for index, part in enumerate(parts[:-1]):
        below = parts[index + 1]
        if part.bills() or part.dated or below.depth <= part.depth or is_aside(part):
            continue
        if any(not line.blank for line in part.section.lines) or YEAR.search(part.title.raw):
            continue
        if is_group(part):
            continue
        people = _people_of_heading(below.title)
        others = sum(bool(_people_of_heading(child.title)) for child in part.children[:5])
        if people and others == 1:
            below.is_byline = True
            below.title = with_credits(below.title, ())
            part.title = with_credits(part.title, people)
            if not part.content.when.anything():
                part.content.when = _fields_of_heading(below.title.raw)[1]


def _people_of_heading(title: TitleLine) -> tuple[Credit, ...]:
    text = title.raw.strip()
    label = labelled(text)
    if label and label.name == "people":
        return people_by_label(label.value)
    if title.credits and title.title != text:
        return ()
    text = _fields_of_heading(text)[0]
    text = re.sub(r"^(?:by|von|par|por|di)\s+", "", text, flags=re.IGNORECASE)
    people = take_person_alone(text, Known()) or people_in_wide(text)
    names = _BETWEEN_NAMES.split(text)
    if not people and len(names) > 1 and all(map(people_alone, names)):
        return people_by_label(text)
    if people or len(text.split()) > 4:
        return people
    if is_person(text, Known(), first=True) and begins_with_given_name(text):
        return people_by_label(text)
    return ()


def _fields_of_heading(text: str) -> tuple[str, When]:
    """``Jane Doe - @jane - 5 June 2014 15:00`` without what she is called on some network, and
    without when it is."""
    kept, when = [], When()
    if len(text) > 200:
        return text, when
    for part in re.split(r"\s+[-–—|]\s+", text):
        told = when_in(part)
        if told.anything() and not told.rest:
            when = told
        elif not part.startswith("@"):
            kept.append(part)
    return " - ".join(kept), when


def judge(parts: list[Part]) -> None:
    """Decide which *parts* are talks, and which of the headings below one belong to that talk."""
    for part in reversed(parts):
        talks = [child for child in part.children if child.is_talk]
        if part.dated or part.is_byline or (is_aside(part) and not part.title.credits):
            continue
        if is_group(part) and talks and not part.bills():
            _lend_kind(part, talks)
            continue
        part.is_talk = part.bills() or (part.proven() and not (talks or part.is_event))
        if part.is_talk and not any(child.bills() for child in talks):
            _absorb(part)


def _lend_kind(group: Part, talks: list[Part]) -> None:
    """Give the *talks* below ``Keynotes`` or ``Workshops`` that kind, unless they say their own."""
    kind = kind_named(group.title.title)
    for talk in talks:
        if kind and talk.title.kind == "talk":
            talk.title = with_credits(replace(talk.title, kind=kind), talk.title.credits)


def _absorb(part: Part) -> None:
    for child in part.children:
        child.absorbed, child.is_talk = True, False
        _absorb(child)


def is_group(part: Part) -> bool:
    """Whether a heading is a plain name for a group of talks: ``Keynotes``, ``9:00 Ignites``."""
    named = part.title.title
    return names_group(named) or (part.timed and kind_named(named) == "lightning")


def is_aside(part: Part) -> bool:
    """Whether a heading is about links, plans or meals rather than about a talk."""
    always, unbilled = beside_talks(part.title.title[:200])
    return always or (unbilled and not part.bills())


def judge_by_company(parts: list[Part]) -> None:
    """Among the talks of a day, what is neither proven nor an aside is a talk as well."""
    groups: dict[tuple[object, ...], list[Part]] = {}
    for part in parts:
        if not (part.absorbed or part.dated or part.is_event or part.is_byline):
            groups.setdefault((part.chapter.event, part.depth), []).append(part)
    for group in groups.values():
        talks = sum(part.is_talk for part in group)
        enough = talks >= 3 and 4 * talks >= 3 * len(group)
        coded = sum(bool(_CODED.match(part.title.raw)) for part in group) > 1
        billed = all(part.title.credits for part in group if part.is_talk)
        for part in group:
            if part.is_talk or part.lists or is_aside(part) or is_group(part):
                continue
            unlike = talks >= 2 and billed and not coded
            unlike = unlike and not (part.timed or part.shows() or part.content.abstract)
            on_a_day = part.timed or (talks and (part.chapter.day or part.chapter.date))
            says = any(one.content.says() for one in (part, *part.children))
            told = (part.timed and not part.children) or (
                says and not any(child.is_talk for child in part.children)
            )
            if told and not unlike and (on_a_day or enough):
                part.is_talk = True
                _absorb(part)
