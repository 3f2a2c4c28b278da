"""One entry of a listing while it is read, and what stands at the top of its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.record import Credit
from talkctl.sources.archive.marks import counts_on, is_image
from talkctl.sources.grammar.agenda import date_in_prose
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bylines import people_named_by, people_told, take_person_alone
from talkctl.sources.grammar.titles import TitleLine, with_credits
from talkctl.sources.source import Line

_GIVEN = re.compile(
    r"(?:(?:this (?:talk|session) was )?(?:recorded|filmed|given|presented|held)|talk given|aufgenommen"
    r"|(?:charla )?(?:grabad|impartid)[oa]|gravad[oa]|filmée?|(?:conférence )?donnée)\s[^!?]{5,150}$",
    re.IGNORECASE,
)
"""What says when a talk was given."""
_GIVEN_AT = re.compile(
    r"(?:recorded|filmed|given|presented|held|aufgenommen|grabad[oa]|gravad[oa]|filmée?)(?: live)?"
    r" (?:at|auf der|auf dem|bei|en|em|à)(?: the)?"
    r" (?P<event>[^.!?]{2,60}?\b(?:19|20)\d\d)(?=$|,| (?:on|am|el|le|em|in)\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Entry:
    """A title, what stands below it, and what the marks around it say."""

    published: str | None
    title: Line
    body: list[Line] = field(default_factory=list)
    last: int = 0
    participants: int | None = None
    duration: int | None = None
    dated: bool = False
    ended: bool = False
    given: str | None = None
    """The date on which it was given, where the page says so."""
    first: int | None = None
    """The line with which it begins, if that is not the title's."""
    people: tuple[Credit, ...] = ()
    """Those who give the talk, where the page names them apart from its title."""
    span: tuple[str | None, str | None] = (None, None)
    facts: dict[str, str] = field(default_factory=dict)
    """What labels say of the talk: ``room``, ``level``, ``track`` and the like."""

    @property
    def is_closed(self) -> bool:
        """Whether counts or an image end the entry."""
        return bool(self.ended or self.participants or self.duration)

    @property
    def is_bare(self) -> bool:
        """Whether nothing around the entry says that it is one: date, counts, or an image."""
        return not (self.dated or self.is_closed)

    def add(self, line: Line) -> bool:
        """Take *line* into the entry; whether the entry ends with it."""
        counts = counts_on(line.text)
        if counts is None and is_image(line.text):
            self.last = line.number
            self.ended = True
            return True
        self.last = line.number
        if counts and not (counts.minutes is not None and self.duration is not None):
            self.participants = self.participants or counts.participants
            self.duration = counts.minutes if self.duration is None else self.duration
        else:
            self.body.append(line)
        return False


def told_when(body: list[Line]) -> tuple[str | None, list[Line]]:
    """The date on which a line of *body* says that the talk was given, and the other lines."""
    for line in body:
        if _GIVEN.match(line.text.strip()) and (date := date_in_prose([line.text])):
            return date, [one for one in body if one is not line]
    return None, body


def event_told(body: Sequence[Line]) -> str | None:
    """The event of a year at which a line of *body* says that the talk was given."""
    said = (_GIVEN_AT.match(line.text.strip()[:200]) for line in body)
    return next((one["event"].strip(" ,") for one in said if one), None)


def labelled_people(body: list[Line]) -> tuple[tuple[Credit, ...], list[Line]]:
    """The people whom the first line of *body* names behind a label, and the rest."""
    first = next((n for n, line in enumerate(body) if not line.blank), None)
    people = people_told(body[first].text.strip()[:300]) if first is not None else ()
    return (people, body[first + 1 :]) if people and first is not None else ((), body)


def with_people_below(
    title: TitleLine, body: list[Line], known: Known
) -> tuple[TitleLine, list[Line]]:
    """*title* with the people billed on the line right below it, and the rest of *body*."""
    if title.credits or not body or body[0].blank or len(body[0].text) > 200:
        return title, body
    people = people_named_by(body[0].text, known) or take_person_alone(body[0].text, known)
    return (with_credits(title, people), body[1:]) if people else (title, body)
