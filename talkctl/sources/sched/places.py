"""What stands below a session's when-line: its room, its type or track, attributes, addresses.

Grand Ballroom B                                       room
  Breakout Sessions                                    type or track, perhaps with its subtype:
  Breakout Sessions, Beginner                          a level
Experience Level: Any | Skill Level Beginner           attributes, with or without a colon
Tags: rope, beginners
Slides: https://example.org/slides.pdf
"""

from __future__ import annotations

import re

from talkctl.model import Link
from talkctl.record import Record
from talkctl.sources.grammar.kinds import grade_alone, kind_of_type, level_named
from talkctl.sources.grammar.links import bare_address, kind_of_link
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.source import Line

_ATTRIBUTE = re.compile(
    r"[•*·-]?\s*(?:(?P<label>[^\W\d_a-z][\w /&-]{2,40}?)\s*:\s*(?P<value>\S.*)$"
    r"|(?P<level>(?:(?:Experience|Skill|Audience|Session|Talk|Difficulty|Content|Expertise|Technical"
    r"|Knowledge|Attendee|Speaker)\s+){0,3}Level)\s+(?P<grade>\S.*)$|(?P<tag>Tags)\s+(?P<tags>\S.*)$)"
)
_UNKNOWN_ATTRIBUTE = re.compile(
    r"[•*·]?\s*(?:[A-Z]\w+ ){1,4}(?:Yes|No|English|In-?person|Virtual)$"
)
_ADDRESS = re.compile(r"\d{1,5},? [^\W\d_]|[^\W\d_]{3,} \d{1,5}\b.*,|, [A-Z]{2} \d{5}")
_MEDIUM = re.compile(
    r"(?P<label>(?:Slides?|Presentation|Video|Recording)\b[^:]{0,30}):\s*(?P<address>\S+)$",
    re.IGNORECASE,
)
_MEANINGS = {
    "level": ("level", "experience", "skill", "difficulty", "audience", "niveau", "nivel"),
    "track": ("track", "topic", "category", "thema", "piste", "sujet", "tema"),
    "type": ("type", "format"),
    "tags": ("tag", "keyword"),
    "room": ("room", "venue", "location", "where", "raum", "ort", "salle", "sala", "lieu"),
    "language": ("language", "sprache", "langue", "idioma"),
}
_LONGEST = 200


def is_attribute(text: str) -> bool:
    """Whether the line *text* is an attribute of known meaning."""
    name, value = _attribute(text.strip())
    return bool(value) and (_meaning(name) is not None or bare_address(value) is not None)


def labelled_link(line: Line) -> Link | None:
    """The recording or the slides that *line* says it leads to, wherever it stands."""
    found = _MEDIUM.match(line.text.strip()) if len(line.text) <= _LONGEST else None
    address = bare_address(found["address"]) if found else None
    return _link(found["label"], address, found["address"]) if found and address else None


def placed(record: Record, below: list[Line]) -> tuple[Record, list[Line]]:
    """*record* with what *below* says, and the lines that say nothing known."""
    stray: list[Line] = []
    typed: str | None = None
    for position, line in enumerate(below):
        text = line.text.strip()
        name, value = _attribute(text)
        meaning = _meaning(name)
        if meaning == "level" and position == 0 and not level_named(value):
            meaning = None  # "Level 2" is a floor
        address = bare_address(value or text)
        if not address and not value and len(text.split()) <= 5:
            name, _, value = text.rpartition(" ")
            address = bare_address(value)
            name, value = (name, value) if address else ("", "")
        if address and (value == "" or meaning is None):
            record = record._replace(links=(*record.links, _link(name, address, value or text)))
        elif meaning == "type":
            typed = typed or value
        elif meaning:
            changed = _with(record, meaning, value)
            stray += [] if changed else [line]
            record = changed or record
        elif position == 0 and not line.text.startswith("  "):
            record = record._replace(room=text)
        elif name or _UNKNOWN_ATTRIBUTE.match(text[:_LONGEST]) or len(text) > 80:
            stray.append(line)
        elif position == 1 and record.room and not line.text[0].isspace() and _ADDRESS.search(text):
            record = record._replace(room=f"{record.room}, {text}")
        elif typed is not None and not record.level and (level := grade_alone(text)):
            record = record._replace(level=level)
        elif typed is None:
            typed = text
        else:
            stray.append(line)
    return _typed(record, typed), stray


def _attribute(text: str) -> tuple[str, str]:
    """Label and value of an attribute, empty for what is none."""
    found = _ATTRIBUTE.match(text) if len(text) <= _LONGEST else None
    if not found or (found["value"] or "").startswith("//"):
        return "", ""
    name = found["label"] or found["level"] or found["tag"]
    return name.lower(), (found["value"] or found["grade"] or found["tags"]).strip()


def _meaning(name: str) -> str | None:
    for meaning, words in _MEANINGS.items():
        if any(_is_form_of(part, word) for part in name.split() for word in words):
            return meaning
    return None


def _is_form_of(part: str, word: str) -> bool:
    return part.startswith(word) if len(word) > 4 else part in (word, f"{word}s")


def _with(record: Record, meaning: str, value: str) -> Record | None:
    """*record* with the attribute, or ``None`` if *value* says nothing of that meaning."""
    if meaning == "level":
        level = level_named(value)
        return record._replace(level=record.level or level) if level else None
    if meaning == "language":
        spoken = language_named(value)
        return record._replace(language=spoken) if spoken else None
    if meaning == "tags":
        tags = (tag.strip() for tag in value.split(","))
        return record._replace(tags=record.tags + tuple(tag for tag in tags if tag))
    if meaning == "track":
        return record._replace(track=record.track or value)
    return record._replace(room=record.room or value)


def _link(name: str, address: str, raw: str) -> Link:
    return Link(kind_of_link(name, address), address, raw)


def _typed(record: Record, typed: str | None) -> Record:
    """*record* with its type line: a track, and where the title names no kind, the kind."""
    if not typed:
        return record
    kind = kind_of_type(typed)
    type_, comma, grade = typed.rpartition(", ")
    if comma and (level := grade_alone(grade)):
        typed, record = type_, record._replace(level=record.level or level)
    if record.kind == "talk" and kind and not (record.speakers and kind in ("break", "social")):
        record = record._replace(kind=kind)
    return record._replace(track=record.track or typed)
