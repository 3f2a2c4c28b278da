"""What talkctl writes of a talk where calendars have no property for it, read again.

X-TALKCTL-EVENT:Tide Days 2026
X-TALKCTL-KIND:workshop
X-TALKCTL-SPEAKERS:[{"name": "Ada Quay"\\, "role": "host"\\, …}]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from talkctl.model import KINDS, LEVELS
from talkctl.record import Credit, Record
from talkctl.sources.own.objects import speakers_of

_NAMES = ("EVENT", "KIND", "TRACK", "LEVEL", "SUBTITLE", "LANGUAGE", "PUBLISHED", "SPEAKERS")
_LONGEST = 100_000


def read_ours(text_of: Callable[[str], str]) -> dict[str, str]:
    """What an event says in our own properties, whose texts *text_of* gives; by their names."""
    found = {name: text_of(f"X-TALKCTL-{name}").strip() for name in _NAMES}
    return {name: text for name, text in found.items() if text} if found["KIND"] in KINDS else {}


def as_written(record: Record, ours: Mapping[str, str], categories: Sequence[str]) -> Record:
    """*record*, made of what any calendar says, as our own properties tell it."""
    named = {ours.get(name) for name in ("KIND", "TRACK", "LEVEL")}
    subtitle, level = ours.get("SUBTITLE"), ours.get("LEVEL")
    abstract = record.abstract
    if subtitle and abstract:
        abstract = abstract.removeprefix(subtitle).strip("\n") or None
    return record._replace(
        event=ours.get("EVENT", record.event),
        kind=ours["KIND"],
        track=ours.get("TRACK"),
        level=level if level in LEVELS else None,
        language=ours.get("LANGUAGE"),
        published=ours.get("PUBLISHED"),
        tags=tuple(one for one in categories if one not in named),
        subtitle=subtitle,
        abstract=abstract,
        speakers=_people(ours.get("SPEAKERS", "")) or record.speakers,
    )


def _people(text: str) -> tuple[Credit, ...]:
    try:
        return speakers_of(json.loads(text)) if 0 < len(text) <= _LONGEST else ()
    except (ValueError, RecursionError):
        return ()
