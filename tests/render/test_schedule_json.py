"""What readers of schedules want: the form that the CCC’s conferences have agreed on."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft6Validator

from talkctl.errors import UsageError
from talkctl.model import EventName
from talkctl.render import render
from talkctl.render.answer import Paper

from .exported import exported
from .hard import HARD
from .tide import BUOYS, KNOTS, TIDES

_TEXT = {"type": "string"}
_TEXT_OR_NOTHING = {"type": ["string", "null"]}
_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d$"}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
_URI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S"}


def _exactly(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = sorted(set(properties) - set(optional))
    return {
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": False,
    }  # fmt: skip


_RESOURCE = _exactly({"title": _TEXT, "url": _TEXT, "type": _TEXT})
_EVENT = _exactly(
    {
        "guid": _UUID, "id": {"type": "integer", "minimum": 1}, "date": _INSTANT,
        "start": {"type": "string", "pattern": r"^\d\d:\d\d$"},
        "duration": {"type": "string", "pattern": "^[0-9]+:[0-9]{2}$"}, "room": _TEXT,
        "slug": {"type": "string", "pattern": "^[a-z0-9_-]+[a-z0-9]$"}, "url": _URI,
        "title": _TEXT, "subtitle": _TEXT_OR_NOTHING, "track": _TEXT_OR_NOTHING, "type": _TEXT,
        "language": _TEXT, "abstract": _TEXT_OR_NOTHING, "description": _TEXT_OR_NOTHING,
        "persons": {"type": "array", "items": _exactly({"guid": _UUID, "name": _TEXT})},
        "links": {"type": "array", "items": _RESOURCE},
        "attachments": {"type": "array", "items": _RESOURCE},
    }
)  # fmt: skip
_DAY = _exactly(
    {
        "index": {"type": "integer", "minimum": 1}, "date": _DATE, "day_start": _INSTANT,
        "day_end": _INSTANT,
        "rooms": {"type": "object", "additionalProperties": {"type": "array", "items": _EVENT}},
    }
)  # fmt: skip
_CONFERENCE = _exactly(
    {
        "acronym": {"type": "string", "pattern": "^[a-z0-9_-][a-z0-9_]{3,}$"}, "title": _TEXT,
        "start": _DATE, "end": _DATE, "daysCount": {"type": "integer", "minimum": 1},
        "timeslot_duration": {"type": "string", "pattern": r"^\d\d:\d\d$"},
        "time_zone_name": {"type": "string", "pattern": "^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$"},
        "rooms": {"type": "array", "items": _exactly({"name": _TEXT, "guid": _UUID})},
        "tracks": {"type": "array", "items": _exactly({"name": _TEXT})},
        "days": {"type": "array", "items": _DAY},
    },
    "time_zone_name",
)  # fmt: skip
SCHEDULE = _exactly(
    {
        "$schema": _TEXT, "generator": {"type": "object"},
        "schedule": _exactly({"version": _TEXT, "conference": _CONFERENCE}),
    }
)  # fmt: skip
"""What https://c3voc.de/schedule/schema.json asks for, and nothing that it allows besides."""


def test_a_schedule_is_what_the_format_asks_for() -> None:
    """Every key it wants, none it forbids; the night belongs to the evening's day."""
    schedule = json.loads(exported(TIDES, "schedule-json"))
    Draft6Validator(SCHEDULE).validate(schedule)
    (day,) = schedule["schedule"]["conference"]["days"]
    assert day["date"] == "2026-03-28"
    assert day["day_end"] == KNOTS.end
    assert [len(talks) for talks in day["rooms"].values()] == [2, 2, 1]


def test_hard_talks_make_a_valid_schedule_too() -> None:
    """Letters of any script, no zone, no room, no event."""
    for item in HARD.items:
        paper = Paper(StringIO())
        render(HARD._replace(items=(item,)), "schedule-json", paper)
        Draft6Validator(SCHEDULE).validate(json.loads(paper.stream.getvalue()))


def test_a_schedule_is_of_one_event() -> None:
    """Two are refused with their names before anything is written."""
    other = BUOYS._replace(event=EventName("other", "Other"))
    with pytest.raises(UsageError, match="tide-days-2026, other"):
        exported([BUOYS, other], "schedule-json")
