"""What the lines below a title tell of a talk behind labels, in the languages of pages.

Speaker: Jane Doe (Acme)      Modera: Ann Poe      Participan: John Roe (Acme), Bo Lund
Hora: 11:15                   Sala: Aula 3         Nivel: intermedio
Title: Knots Untied           where labels alone tell of the talk, also its title
Abstract: … | Bio: …          for the body to read
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.names import looks_like_name
from talkctl.record import Credit, Record
from talkctl.sources.archive.entry import Entry
from talkctl.sources.archive.marks import counts_on, date_on, link_on
from talkctl.sources.grammar.billing import is_nobody, parse_billing, working_for
from talkctl.sources.grammar.kinds import kind_of_type, level_named
from talkctl.sources.grammar.links import kind_of_link
from talkctl.sources.grammar.roles import billed_by_label, role_named
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.grammar.vocabulary import told
from talkctl.sources.notes.hours import When, moments, when_in
from talkctl.sources.notes.labels import Labelled, all_labelled
from talkctl.sources.notes.records import tags_in
from talkctl.sources.source import Line
from talkctl.when import parse_length

_HEADS = {"abstract": "Abstract:", "bio": "Bio:"}
"""What opens a part of the body, in the words of its reader."""
_FACTS = ("room", "track", "level", "language", "kind", "tags", "org", "duration")
_LONGEST = 80
_LONGEST_TITLE = 300


@dataclass(slots=True)
class Told:
    """What labels tell, and the lines without any."""

    title: Line | None = None
    people: tuple[Credit, ...] = ()
    when: When = field(default_factory=When)
    facts: dict[str, str] = field(default_factory=dict)
    rest: list[Line] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    """What the labels are about."""


def told_in(lines: Sequence[Line], year: int | None = None) -> Told:
    """What *lines* tell of one talk; a day without a year is in that *year*."""
    talk = Told()
    for line in lines:
        text = line.text.strip()
        found = () if link_on(text) or counts_on(text) else all_labelled(text)
        taken = [_take(talk, line, one, year) for one in found]
        if not (taken and all(taken)):
            talk.rest.append(line)
    return talk


def shows_something(text: str) -> bool:
    """Whether *text* is a label for a recording or slides, whatever stands behind it."""
    label, colon, _ = text.partition(":")
    return bool(colon) and len(label) <= 30 and kind_of_link(label, "") in ("video", "slides")


def _take(talk: Told, line: Line, found: Labelled, year: int | None) -> bool:
    """Take what one label tells; whether it tells anything."""
    name, value = found.name, found.value
    if name in _HEADS:
        talk.rest.append(Line(line.number, f"{_HEADS[name]} {value}".strip()))
    elif name in ("people", "moderator", "panelist"):
        several = found.label.lower().rstrip(")").endswith(("s", "en", "an", "i"))
        people = _people_in(value, several)
        surely = found.sure or all(looks_like_name(one.name) for one in people)
        if not (people or is_nobody(value)) or not surely:
            return False
        role = role_named(found.label)
        role = role if role != "speaker" or name == "people" else name
        talk.people += tuple(
            one if role == "speaker" else one._replace(role=role) for one in people
        )
    elif name == "title" and not talk.title and value and len(value) <= _LONGEST_TITLE:
        talk.title = Line(line.number, value)
    elif name == "when":
        when = When(date_on(value)) if date_on(value) else when_in(value, year)
        if not when.anything():
            return False
        talk.when = When._make(old or new for old, new in zip(talk.when, when, strict=True))
    elif name in _FACTS and value and len(value) <= _LONGEST and name not in talk.facts:
        if name == "duration" and not parse_length(value):
            return False
        talk.facts[name] = value
    else:
        return False
    talk.labels.add(name)
    return True


def _people_in(value: str, several: bool) -> tuple[Credit, ...]:
    """The people of *value*; between semicolons each stands with a place of their own."""
    parts = value.split(";")
    if len(parts) == 1:
        return billed_by_label(value, several)
    return tuple(one for part in parts for one in parse_billing(part) or billed_by_label(part))


def with_told(record: Record, entry: Entry) -> Record:
    """*record*, whose date is known, with what labels say of it besides who speaks."""
    facts = entry.facts
    org = facts.get("org")
    start, end = moments(record.date, entry.span)
    return record._replace(
        kind=(record.kind == "talk" and kind_of_type(facts.get("kind", ""))) or record.kind,
        level=record.level or level_named(facts.get("level", "")),
        language=language_named(facts.get("language")) or record.language,
        speakers=working_for(org, record.speakers) if org else record.speakers,
        start=start,
        end=end,
        event=facts.get("event") or record.event,
        room=told(facts.get("room")),
        track=facts.get("track"),
        duration=record.duration or parse_length(facts.get("duration", "")),
        tags=tags_in(facts.get("tags", "")),
    )
