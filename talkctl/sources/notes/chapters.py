"""How the headings of notes stand to one another: events, days, talks, and chapters of talks.

# KubeCon 2017              a year and headings below it: the event
## Día 3                    a day, by number or date; talks may be written as deep as it
### Title - Jane Doe        a talk, for it bills somebody
#### The problem            part of that talk, for nobody is billed here
### Another title           a talk by its company: it stands among the talks of a day
### Links | ### Lunch       no talk, whatever company it keeps
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from talkctl.model import Link
from talkctl.sources.grammar.kinds import kind_of
from talkctl.sources.grammar.titles import TitleLine
from talkctl.sources.notes.markdown import Section
from talkctl.sources.notes.remarks import Content
from talkctl.text import fold
from talkctl.when import parse_date, parse_day_heading

_DAY = re.compile(
    r"(?:dia|day|tag|jour|giorno|dag|den|jornada|giornata|journee)\s*(?:#|n[ro.]*)?\s*"
    r"(?P<number>\d{1,2}|one|two|three|four|five|uno|dos|tres|un|deux|trois|eins|zwei|drei)\b"
)
_ORDINAL_DAY = re.compile(
    r"(?:(?P<word>first|second|third|fourth|erster|zweiter|dritter|premier|deuxieme|troisieme"
    r"|primeiro|segundo|terceiro|primer|tercer)|(?P<number>\d)(?:st|nd|rd|th|\.))"
    r" (?:day|tag|jour|dia)\b"
)
_NUMBERS = {
    "one": 1, "uno": 1, "un": 1, "eins": 1, "first": 1, "erster": 1, "premier": 1, "primeiro": 1,
    "primer": 1, "two": 2, "dos": 2, "deux": 2, "zwei": 2, "second": 2, "zweiter": 2, "segundo": 2,
    "deuxieme": 2, "three": 3, "tres": 3, "trois": 3, "drei": 3, "third": 3, "dritter": 3,
    "troisieme": 3, "terceiro": 3, "tercer": 3, "four": 4, "fourth": 4, "five": 5,
}  # fmt: skip
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_DATE_PIECES = re.compile(r"\s[-–—|]\s|[():|]")
_NO_TALK = re.compile(
    r"\W*(?:[a-z0-9][.)] )?(?:links?|resources?|references?|todos?|to-?do\b.*|notes?|notas?|notizen|misc\b.*"
    r"|miscellaneous|things to\b.*|takeaways?|key takeaways|summary|resumen|resume|fazit|conclusions?"
    r"|lessons learned|people|contacts|swag|travel|reise|viaje|hotel|food|hallway\b.*|photos?|ideas?"
    r"|questions?|glossary|index|contents|table of contents|toc|agenda|schedule|programme?|vendors?"
    r"|booths?|sponsors?|about\b.*|disclaimer|license|links? .*|further reading|enlaces|recursos|liens"
    r"|overview|thoughts|impressions?|general|logistics|before\b.*|after\b.*|day \d+ .*summary)\W*$"
)
"""Headings of what a note-taker writes beside the talks."""

_OF_NOTES = re.compile(
    r"^(?:(?:my|meine|mis|mes) )?(?:notes?|notizen|notas|apuntes) (?:from|on|of|for|about|zu|von|de|del|du)"
    r" (?:the )?|(?:'s|’s)? (?:trip )?(?:notes?|notas|notizen|report)$|^(?:notes|notas|notizen): ",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Part:
    """A section in its place: what is under it, what is above it, and what proves it a talk."""

    section: Section
    title: TitleLine
    content: Content
    links: list[Link]
    depth: int
    span: tuple[str | None, str | None] = (None, None)
    day: int | None = None
    date: str | None = None
    event: str | None = None
    dated: bool = False
    is_event: bool = False
    children: list[Part] = field(default_factory=list)
    is_talk: bool = False
    absorbed: bool = False

    def bills(self) -> bool:
        """Whether people are named in the heading or in a line of their own."""
        return bool(self.title.credits or self.content.people)

    def proven(self) -> bool:
        """Whether what stands there can only be about a talk."""
        kind = self.title.kind not in ("talk", "break", "social", "other")
        shows = self.content.shows() or any(link.kind in ("video", "slides") for link in self.links)
        return self.bills() or kind or bool(self.content.abstract) or shows


def nest(parts: list[Part]) -> list[Part]:
    """The parts that stand under no other; each other one among the children of its heading."""
    roots: list[Part] = []
    above: list[Part] = []
    for part in parts:
        while above and above[-1].depth >= part.depth:
            above.pop()
        (above[-1].children if above else roots).append(part)
        above.append(part)
    return roots


def place(parts: list[Part], named: str | None) -> None:
    """Give each part the day, the date and the event that the headings above it name."""
    above: list[Part] = []
    for index, part in enumerate(parts):
        while above and not _stands_above(above[-1], part):
            above.pop()
        outer = above[-1] if above else None
        part.event = outer.event if outer else named
        part.day, part.date = (outer.day, outer.date) if outer else (None, None)
        found = _day_of(part)
        if found:
            part.dated = True
            part.day, part.date = found
        elif _names_event(part, index, parts):
            part.event = without_notes(part.title.title)
            part.is_event = True
        elif part.depth and outer and outer.dated and outer.depth == part.depth:
            continue
        above.append(part)


def _stands_above(upper: Part, part: Part) -> bool:
    """A deeper heading, or one as deep below a day: days and talks are often written alike."""
    if upper.depth < part.depth:
        return True
    return upper.dated and upper.depth == part.depth and not _day_of(part)


def _day_of(part: Part) -> tuple[int | None, str | None] | None:
    """The day that a heading names: its date, or else its number."""
    text = part.title.raw
    if part.title.credits or len(text) > 80:
        return None
    for piece in (text, *_DATE_PIECES.split(text), *re.split(r",\s", text, maxsplit=1)):
        date = parse_date(piece.strip(" ,"))
        if date:
            return None, date
    folded = fold(text)
    numbered = _DAY.search(folded) or _ORDINAL_DAY.search(folded)
    if numbered and len(text) <= 60:
        number = numbered["number"] or numbered["word"]
        return (int(number) if number.isdigit() else _NUMBERS[number]), None
    return (None, None) if parse_day_heading(text) else None


def without_notes(text: str) -> str:
    """The event in ``Notes from KubeCon 2017`` or ``KubeCon 2017 notes``."""
    return _OF_NOTES.sub("", text).strip() or text


def _names_event(part: Part, index: int, parts: list[Part]) -> bool:
    """Whether a heading with a year in it is the event whose talks stand below."""
    if part.bills() or not YEAR.search(part.title.title):
        return False
    return bool(part.children) or (index == 0 and len(parts) > 1 and not part.proven())


def judge(part: Part) -> None:
    """Decide whether *part* is a talk, and whether the headings below it belong to that talk."""
    stack = [part]
    order: list[Part] = []
    while stack:
        current = stack.pop()
        order.append(current)
        stack += current.children
    for current in reversed(order):
        below = any(child.is_talk and child.bills() for child in current.children)
        talks_below = any(child.is_talk for child in current.children)
        if current.dated or (is_aside(current) and not current.title.credits):
            continue
        current.is_talk = current.bills() or (
            current.proven() and not (talks_below or current.is_event)
        )
        if current.is_talk and not below:
            _absorb(current)


def _absorb(part: Part) -> None:
    stack = list(part.children)
    while stack:
        child = stack.pop()
        child.absorbed, child.is_talk = True, False
        stack += child.children


def is_aside(part: Part) -> bool:
    """Whether a heading is about links, plans or meals rather than about a talk."""
    return bool(_NO_TALK.fullmatch(fold(part.title.title)[:100])) or (
        not part.bills() and kind_of(part.title.title, False) in ("break", "social")
    )


def judge_by_company(parts: list[Part]) -> None:
    """Among the talks of a day, what is neither proven nor an aside is a talk as well."""
    groups: dict[tuple[object, ...], list[Part]] = {}
    for part in parts:
        if not (part.absorbed or part.dated or part.is_event):
            groups.setdefault((part.event, part.depth), []).append(part)
    for group in groups.values():
        talks = [part for part in group if part.is_talk]
        enough = len(talks) >= 3 and 4 * len(talks) >= 3 * len(group)
        for part in group:
            on_a_day = (part.day or part.date) and talks
            told = part.content.says() and not any(child.is_talk for child in part.children)
            if (on_a_day or enough) and told and not part.is_talk and not is_aside(part):
                part.is_talk = True
                _absorb(part)
