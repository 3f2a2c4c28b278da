"""What lines under a heading say of a talk: who gives it, when and where, and whatever has a label.

Speaker: Jane Doe, Acme                       a person
*Jane Doe (Acme)*                             the same, first under the heading
2026-04-23 15:35 - 16:15 @ Hall 2             when and where
Room: Hall 2 | Track: Data | Level: beginner  facts
Abstract:                                     what follows is that
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from talkctl.givennames import begins_with_given_name
from talkctl.model import Link
from talkctl.record import Credit
from talkctl.sources.grammar.billing import Known, is_nobody, is_person, parse_billing
from talkctl.sources.grammar.bylines import take_person_alone
from talkctl.sources.grammar.days import names_span
from talkctl.sources.grammar.kinds import take_kind
from talkctl.sources.grammar.links import kind_of_link
from talkctl.sources.grammar.roles import billed_with_roles
from talkctl.sources.grammar.weekdays import names_weekday
from talkctl.sources.notes.bullets import BULLET
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.headline import people_by_label, people_in_wide
from talkctl.sources.notes.hours import When, take_date, when_in
from talkctl.sources.notes.labels import Labelled, all_labelled, labelled
from talkctl.sources.notes.markdown import without_markup
from talkctl.sources.source import Line
from talkctl.when import CLOCK

_WEAK_KINDS = ("by", "with", "who")
_LONGEST = 5000
_AT_EVENT = re.compile(
    r"(?P<head>.*\S)\s+(?:[–—-]|at|@)\s+(?P<event>[^,–—]+),(?P<rest>[^–—]*\d{4})$"
)
"""Behind whoever speaks a dash, the event, and when it was."""
_BY = re.compile(r"(?i:by|von|par|por|di|door|av)\s+(?=[^\W\d_a-z])")
_IN_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*\d[^()\[\]]*)[)\]]$")
_LED = re.compile(
    r"(?i:with|mit|avec|con|com|(?:moderated|hosted) by|moderiert von|animée? par|moderad[oa] por)\s+"
    r"(?=[^\W\d_a-z])"
)
"""How a line begins that names the people of a panel."""
_ROOM = re.compile(
    r"(?:room|saal|raum|hall|sala|salle|zaal|hörsaal|aula|auditori(?:um|o)|auditório|salón|amphi|stage|bühne|track|theat(?:er|re))"
    r"\b(?![^\n]*[.!?]$)",
    re.IGNORECASE,
)
_NAMED_ROOM = re.compile(
    r"(?-i:[A-Z])[\w-]+ (?:room|saal|hall|stage|bühne|theat(?:er|re)|auditorium)",
    re.IGNORECASE,
)
_ROOM_IN_FRONT = re.compile(rf"(?P<room>{_ROOM.pattern}[^|]{{0,40}}?)\s+\|\s+(?=\S)", re.IGNORECASE)
_ROOM_BEFORE_DASH = re.compile(
    rf"(?P<room>{_ROOM.pattern}[^|–—-]{{0,40}}?)\s+[|–—-]\s+(?=\S)", re.IGNORECASE
)
_ROOM_AT_END = re.compile(
    rf",\s+(?P<room>(?-i:[^\W\d_a-z][\w-]+ ){{0,2}}{_ROOM.pattern}(?: [\w./-]{{1,8}})?)$",
    re.IGNORECASE,
)
"""Behind an hour, a title and a comma, where it is: ``Title (Jane Doe), Hall 2``."""
_ROOM_BEHIND = re.compile(
    rf"(?<=\S)\s+\((?P<room>{_ROOM.pattern}[^()]{{0,40}})\)(?=$|\s[-–—])", re.IGNORECASE
)
_DATE_AND_PLACE = re.compile(
    r"^\W{0,2}(?:[A-Z][a-z]{2,8}\.?,? )?[^-–—|@]{6,24}\b\d{4}\s[-–—|@]\s[^\W\d_a-z][^\d.!?]{2,60}$"
)
"""A day with its year, and behind a dash where it was."""
_RATED = re.compile(r"(?<=\w)\s+(?:[·|,–—-]\s+)?(?P<told>[★☆⭐✩✭]{1,10})$")
"""Behind when and where it was how good."""
_HOURS_THEN_PLACE = re.compile(
    rf"{CLOCK}\s*[-–—]\s*{CLOCK}\s*[,·|–—-]\s*(?:(?-i:[A-Z0-9])[\w.&'/-]*\s?){{1,5}}$",
    re.IGNORECASE,
)
"""A span of hours, and behind a comma a name of few words."""
_ROOM_BEFORE_QUOTE = re.compile(r"(?P<room>[^\"“„«:]{2,40}?)\s+[-–—|]\s+(?=[\"“„«])")
_ROOM_BEFORE_COLON = re.compile(
    r"(?P<room>(?:Room|Saal|Raum|Hall|Sala|Salle|Zaal|Hörsaal|HS|Aula|Auditorium|Track)(?: [\w./-]{1,20})?"
    r"|[A-Z]{1,3}[. ]?\d[./]?\d[\d./]*):\s+(?=\S)"
)
"""Behind an hour where it is: ``HS 3: Title``, ``C116: Title``."""
_ROOM_ALONE = re.compile(
    r"(?P<room>(?:[A-Z][\w-]+ ){0,2}(?:Room|Hall|Theat(?:er|re)|Auditorium|Ballroom|Stage|Track|Saal|Aula"
    r"|Sala|Salle|Zaal|Hörsaal)(?: (?:[A-Z]|[A-Z]?\d[\w.]{0,6}))?)(?:\.(?=\s)|(?=\s#)|$)\s*(?P<rest>.*)$"
)
"""On a line of its own where it is, and perhaps more behind a full stop or in tags."""
_HANDLE = re.compile(r"\s*(?:\s[-–—|]|,)\s*@\w{2,30}(?=$|\s)|\s*\(@\w{2,30}\)")
"""What somebody is called on some network, behind the name."""


@dataclass(slots=True)
class Content:
    """What stands under one heading, sorted."""

    abstract: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    bios: list[str] = field(default_factory=list)
    people: tuple[Credit, ...] = ()
    sure: bool = False
    """Somebody is named by a word that only talks have: ``Speaker:``."""
    when: When = field(default_factory=When)
    facts: dict[str, str] = field(default_factory=dict)
    broken: list[Line] = field(default_factory=list)
    placeholders: list[Line] = field(default_factory=list)
    fact_lines: list[int] = field(default_factory=list)
    last: int = 0
    mode: str = ""
    """What a heading or a label says that the lines below it are."""
    by_heading: bool = False
    chapter: Chapter = field(default_factory=Chapter)
    first: str = ""
    """The line that was taken for the one who speaks, because it stood first and nothing else."""

    def shows(self) -> bool:
        """Whether slides or a recording are linked."""
        return any(link.kind in ("video", "slides") for link in self.links)

    def says(self) -> bool:
        """Whether anything stands there at all."""
        return bool(self.abstract or self.links or self.notes or self.people or self.facts)


def take_labelled(content: Content, plain: str, nested: bool) -> bool:
    """Take what labels on a line state; whether *plain* was such a line."""
    taken = [_take_label(content, one, nested) for one in all_labelled(plain[:_LONGEST])]
    return any(taken)


def _take_label(content: Content, found: Labelled, nested: bool) -> bool:
    value, marked = content.chapter.plain(found.value)
    name = found.name
    if name in ("people", "moderator", "panelist"):
        return not nested and _take_people(content, found, value)
    if name in ("abstract", "bio"):
        if content.notes or nested:
            return False
        content.mode, content.by_heading = name, False
        if value and name == "abstract":
            content.abstract.append(Line(content.last, found.value))
        elif value:
            content.bios.append(value)
        return True
    if nested and content.facts.get(name):
        return False
    if marked and name not in ("event", "room", "title"):
        return False
    if name == "when":
        return take_when(content, value, True)
    longest = 300 if name in ("tags", "title") else 80
    if not value or len(value) > longest or name in content.facts or value.endswith("?"):
        return False
    if name in ("kind", "title", "event", "tags", "duration", "language", "org") and content.notes:
        return False
    content.facts[name] = value
    return True


def _take_people(content: Content, found: Labelled, value: str) -> bool:
    if not value:
        if found.sure and not content.notes:
            content.mode, content.by_heading = "people", False
            return True
        return False
    if len(value) > 400 or (not found.sure and content.notes):
        return False
    several = found.label.lower().rstrip(")").endswith("s")
    people = people_by_label(value, several)
    if not people:
        unnamed = found.sure and is_nobody(value)
        content.sure = content.sure or unnamed
        return unnamed
    if not found.sure and not _are_people(people, found.label.lower() not in _WEAK_KINDS):
        return False
    role = found.name if found.name != "people" else None
    content.people += tuple(one._replace(role=role) if role else one for one in people)
    content.sure = content.sure or found.sure
    return True


def _are_people(people: tuple[Credit, ...], small: bool) -> bool:
    """Whether all are people; *small* says that names in small letters are names."""
    return all(
        is_person(
            one.name.title() if small and one.name.islower() else one.name, Known(), first=True
        )
        for one in people
    )


def take_when(content: Content, text: str, by_label: bool = False) -> bool:
    """Take a line that says when, and perhaps where, and nothing else."""
    if not by_label and len(text) > 120:
        return False
    if by_label and names_weekday(text):
        return True
    if rated := _RATED.search(text):
        text = text[: rated.start()]
        content.facts.setdefault("rating", rated["told"])
    found = when_in(text, content.chapter.year)
    rest, room = found.rest, found.place
    if rest and not room and found.start:
        called = len(rest) <= 40 and (_ROOM.match(rest) or _NAMED_ROOM.fullmatch(rest))
        labelled_so = by_label and len(rest) <= 60 and not rest[0].isdigit()
        room = rest if called or labelled_so else None
    if rest and not by_label:
        dated = found.date and _DATE_AND_PLACE.search(text)
        room = room or (rest if dated or _HOURS_THEN_PLACE.match(text) else None)
        if not (room == rest or dated):
            return False
    elif not found.anything():
        return False
    content.when = When._make(old or new for old, new in zip(content.when, found, strict=True))
    if room:
        content.facts.setdefault("room", without_markup(room, {})[0])
    return True


def take_person(content: Content, text: str, apart: bool = False) -> bool:
    """Take ``Jane Doe (Acme)`` or ``*Jane Doe*`` as the first thing under a heading; *apart* says
    that the line opens a paragraph."""
    named, links = content.chapter.plain(text)
    named = _HANDLE.sub("", named) if len(named) <= 300 else named
    named, event, date = take_event(named)
    if event:
        content.when = When(date)
        content.facts.setdefault("at", event)
    behind = _IN_BRACKET.search(named) if len(named) <= 200 else None
    if behind and take_when(content, behind["inside"]):
        named = named[: behind.start()]
    if _LED.match(named):
        led = billed_with_roles(named.rstrip(". "), content.chapter.known)
        content.people = led if _are_people(led, False) else ()
        return bool(content.people)
    if names_span(named):
        return False
    by = _BY.match(named)
    named = named[by.end() :] if by else named
    if not 3 < len(named) <= 160 or named.endswith((".", ":", "?", "!", "。", "，", ",")):
        return False
    if any(
        link.label and kind_of_link(link.label, link.target) in ("video", "slides")
        for link in links
    ):
        return False
    dressed = text.strip()[:1] in "*_" or bool(links)
    people = take_person_alone(named, Known()) or people_in_wide(named)
    if not people:
        expected = apart or dressed or named != text.strip()
        people = _names_alone(named, content.chapter.known if expected else None)
    if by and not (dressed or any(one.org or one.job for one in people)):
        return False  # whoever wrote the page
    content.people = people
    return bool(people)


def _names_alone(text: str, known: Known | None) -> tuple[Credit, ...]:
    """The people of a line with nothing but names: given ones, or where people are to be expected
    any that are none of the *known* words."""
    people = parse_billing(text, Known())
    surely = all(
        begins_with_given_name(one.name) or (known and is_person(one.name, known, first=True))
        for one in people
    )
    return people if surely else ()


def take_event(text: str) -> tuple[str, str | None, str | None]:
    """*text* without the event and its date behind a dash, the event, and the date."""
    found = _AT_EVENT.match(text) if len(text) <= 200 else None
    date = take_date(found["rest"])[0] if found and not people_alone(found["event"]) else None
    return (found["head"], found["event"].strip(), date) if found and date else (text, None, None)


def take_room(text: str, timed: bool = False) -> tuple[str, str | None]:
    """A title line without the room before its title and a bar, or, behind an hour, a dash, or in
    brackets behind its title; and the room."""
    if len(text) > 300:
        return text, None
    at_end = _ROOM_AT_END.search(text[-60:]) if timed else None
    if at_end:
        return text[: len(text) - len(at_end[0])], at_end["room"]
    if behind := _ROOM_BEHIND.search(text):
        return f"{text[: behind.start()]}{text[behind.end() :]}", behind["room"]
    forms = (_ROOM_BEFORE_DASH, _ROOM_BEFORE_QUOTE, _ROOM_BEFORE_COLON)
    found = next(
        filter(None, (form.match(text) for form in (forms if timed else (_ROOM_IN_FRONT,)))), None
    )
    return (text[found.end() :], found["room"]) if found else (text, None)


def room_alone(text: str) -> tuple[str, str] | None:
    """The room that a line opens with and names nothing else before it ends its sentence, and what
    stands behind."""
    found = _ROOM_ALONE.match(text) if len(text) <= 300 else None
    return (found["room"], found["rest"]) if found else None


def is_named_below(text: str, below: str) -> bool:
    """Whether the line right below *text*, a plain line that can be a title, says who speaks."""
    label = labelled(below.strip())
    speaks = label and label.name == "people" and label.sure and label.value
    plain = text[:1].isalnum() and not (
        BULLET.match(text) or text.rstrip().endswith((".", ":", ","))
    )
    return bool(speaks) and plain and (not labelled(text) or take_kind(text)[1] is not None)


def bills_people(text: str, known: Known) -> bool:
    """Whether *text* is a line that says who speaks and nothing else."""
    return take_person(Content(chapter=Chapter(known=known)), text, apart=True)


def people_alone(text: str) -> bool:
    """Whether *text* is somebody's name and nothing else."""
    return is_person(text, Known()) and begins_with_given_name(text)
