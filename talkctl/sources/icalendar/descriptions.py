"""What the description of a calendar's event tells beside its abstract.

Speakers: Jane Doe (Acme), John Roe       people, as Indico, pretalx and many by hand write them
Moderator:                                people on the lines below
- Ann Poe, Bolt
Abstract: Why boats creak.                the label goes
https://example.org/event/1               the event's own address once more goes
Boulder Gophers\\nMonday, July 24 at …     Meetup puts the group and the time on top
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from talkctl.record import Credit
from talkctl.sources.grammar.markup import plain_text, tidy
from talkctl.sources.grammar.roles import billed_by_label

_PEOPLE = re.compile(
    r"(?:[-*•]\s+)?\**(?P<label>speakers?|presenters?|presented by|talk by|panell?ists?|moderators?"
    r"|moderated by|hosts?|chairs?|instructors?|facilitators?|referent(?:in|en|innen)?|vortragende"
    r"|intervenants?|orateurs?|ponentes?|palestrantes?)(?:\(s\)|\(en\))?\**\s*:\**\s*(?P<people>.*)$",
    re.IGNORECASE,
)
_ROLES = (
    ("moderator", ("moder", "chair", "facil")),
    ("panelist", ("panel",)),
    ("host", ("host",)),
)
_ABSTRACT = re.compile(
    r"(?:abstract|description|beschreibung|résumé)\s*:\s*(?=\n|\S)", re.IGNORECASE
)
_MEETUP = re.compile(
    r"(?P<group>[^\n]{1,120})\n[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}(?:, \d{4})? at \d{1,2}:\d{2}\s?[AP]M"
    r"[^\n]{0,40}(?:\n+|$)"
)
_BULLET = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_LONGEST_NAME = 200
_MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A description taken apart; *group* is whose event it is, where Meetup says so."""

    abstract: str | None
    people: tuple[Credit, ...] = ()
    group: str | None = None


def read_description(text: str, address: str, is_meetup: bool) -> Told:
    """The parts of a description, of which *address* is the event's own page."""
    plain = plain_text(text)
    if not plain:
        return Told(None)
    group = None
    found = _MEETUP.match(plain) if is_meetup else None
    if found:
        group, plain = found["group"].strip(), plain[found.end() :]
    lines = plain.split("\n")
    people: list[Credit] = []
    kept: list[str] = []
    index = 0
    while index < len(lines):
        label = _PEOPLE.match(lines[index].strip()[:1000])
        credits, index_after = _people(lines, index, label) if label else ((), index + 1)
        if credits and len(people) < _MOST_PEOPLE:
            people += credits
        elif not address or lines[index].strip() != address:
            kept += lines[index:index_after]
        index = index_after
    abstract = tidy("\n".join(kept).strip("\n"))
    if abstract and (opening := _ABSTRACT.match(abstract)):
        abstract = tidy(abstract[opening.end() :].lstrip())
    return Told(abstract, tuple(people), group)


def _people(lines: list[str], index: int, label: re.Match[str]) -> tuple[tuple[Credit, ...], int]:
    """Who is named behind *label* or on the lines below it, and the line after them."""
    word = label["label"].lower()
    role = next((role for role, openings in _ROLES if word.startswith(openings)), "speaker")
    several = word.endswith(("s", "en", "by", "nde"))
    behind = label["people"].strip()
    if behind:
        found = billed_by_label(behind, several) if len(behind) <= 5 * _LONGEST_NAME else ()
        return _in_role(found, role), index + 1
    people: list[Credit] = []
    place = index + 1
    while place < len(lines) and lines[place].strip() and len(people) < _MOST_PEOPLE:
        text = _BULLET.sub("", lines[place]).strip()
        found = billed_by_label(text) if len(text) <= _LONGEST_NAME else ()
        if not found or _PEOPLE.match(text):
            break
        people += found
        place += 1
    return _in_role(tuple(people), role), place


def _in_role(people: tuple[Credit, ...], role: str) -> tuple[Credit, ...]:
    return tuple(
        one._replace(role=role) if one.role == "speaker" and role != "speaker" else one
        for one in people
    )
