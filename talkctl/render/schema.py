"""JSON Schema (2020-12) of the objects that scripts get."""

from __future__ import annotations

from typing import Any

from talkctl.errors import UsageError, unknown
from talkctl.model import KINDS, LEVELS, LINK_KINDS, ROLES, STATES

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _object(properties: dict[str, Schema], *optional: str, about: str | None = None) -> Schema:
    """An object of which every key is always there, save the *optional* ones."""
    made: Schema = {"type": "object"}
    if about:
        made["description"] = about
    required = [name for name in properties if name not in optional]
    return made | {"properties": properties, "required": required}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(values: tuple[str, ...]) -> Schema:
    return {"enum": list(values)}


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    if isinstance(schema.get("type"), str):
        return schema | {"type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _about(schema: Schema, text: str) -> Schema:
    return schema | {"description": text}


_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_TRUTH: Schema = {"type": "boolean"}
_SCORE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_DATE: Schema = {"type": "string", "format": "date"}
_INSTANT: Schema = {"type": "string", "format": "date-time"}
_LOCAL_TIME: Schema = {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]"}
_ADDRESS: Schema = {"type": "string"}
_LANGUAGE = _about(_TEXT, "ISO 639-1")
_SECONDS: Schema = {"type": "number", "minimum": 0, "description": "seconds of the recording"}
_MINUTES = _about(_COUNT, "whole minutes")

_SOURCE = {"document": _TEXT, "format": _TEXT, "first_line": _NUMBER, "last_line": _NUMBER}
_NOTE = _object({"text": _TEXT, "language": _or_null(_LANGUAGE), "source": _or_null(_TEXT)})
_LINK = {"kind": _one_of(LINK_KINDS), "url": _ADDRESS}
_CREDIT = {"role": _one_of(ROLES), "job": _or_null(_TEXT), "org": _or_null(_TEXT)}

_APPEARANCE = _object(
    {"id": _TEXT, "name": _TEXT, "billed_as": _about(_TEXT, "the name as the page spells it")}
    | _CREDIT
    | {"org_certain": _about(_TRUTH, "false where a page names one organisation for several")}
)

_RECORD = _object(
    _SOURCE
    | {
        "raw_title": _TEXT,
        "title": _TEXT,
        "kind": _one_of(KINDS),
        "level": _or_null(_one_of(LEVELS)),
        "language": _or_null(_LANGUAGE),
        "event": _or_null(_TEXT),
        "speakers": _list(_object({"name": _TEXT} | _CREDIT)),
        "start": _or_null(_about(_TEXT, "an instant, or a local time where no date is given")),
        "end": _or_null(_TEXT),
        "timezone": _or_null(_TEXT),
        "date": _or_null(_DATE),
        "day": _or_null(_COUNT),
        "room": _or_null(_TEXT),
        "track": _or_null(_TEXT),
        "published": _or_null(_DATE),
        "duration": _or_null(_MINUTES),
        "participants": _or_null(_COUNT),
        "abstract": _or_null(_TEXT),
        "tags": _list(_TEXT),
        "bios": _list(_object({"name": _TEXT, "text": _TEXT, "heading": _or_null(_TEXT)})),
        "links": _list(_object(_LINK | {"raw": _about(_TEXT, "as the page spells it")})),
        "notes": _list(_NOTE),
        "subtitle": _or_null(_TEXT),
        "status": _or_null(_one_of(STATES)),
        "uid": _or_null(_about(_TEXT, "how the document's own system tells this talk from others")),
        "transcript": _TRUTH,
    },
    about="one source's own account, whole",
)

_MATCH = _object(
    {
        "fields": _list(_TEXT),
        "terms": _list(_TEXT),
        "corrected": {"type": "object", "additionalProperties": _TEXT},
        "snippet": _or_null(_TEXT),
        "at": _or_null(_about(_COUNT, "the second of the recording at which the snippet is said")),
        "url": _or_null(_about(_ADDRESS, "the recording from that second on")),
    },
    about="why the talk answers a search",
)

_SEGMENT = _object(
    {"start": _SECONDS, "end": _SECONDS, "text": _TEXT}, about="words of a recording"
)

_MOMENT = _object(
    {
        "since": _or_null(_about(_COUNT, "minutes for which it has been on")),
        "left": _or_null(_about(_COUNT, "minutes until it ends, where anybody says when")),
        "begins_in": _or_null(_about(_COUNT, "minutes until it begins")),
    },
    about="how the talk stands to the moment asked for",
)

_OWN = _object(
    {
        "picked": _or_null(_INSTANT),
        "seen": _or_null(_INSTANT),
        "rating": _or_null({"type": "integer", "minimum": 1, "maximum": 5}),
        "notes": _list(_object({"text": _TEXT, "written": _INSTANT})),
    },
    about="the reader's own marks",
)

_TALK = _object(
    {
        "id": _about(_TEXT, "stable"),
        "slug": _TEXT,
        "title": _about(_TEXT, "as written, without level tag, speakers or kind"),
        "kind": _one_of(KINDS),
        "level": _or_null(_one_of(LEVELS)),
        "language": _or_null(_LANGUAGE),
        "event": _or_null(_object({"id": _TEXT, "name": _TEXT})),
        "speakers": _list(_APPEARANCE),
        "start": _or_null(_about(_INSTANT, "when the talk was given")),
        "end": _or_null(_INSTANT),
        "timezone": _or_null(_TEXT),
        "local_start": _or_null(_about(_LOCAL_TIME, "an hour on a day that nobody names")),
        "local_end": _or_null(_LOCAL_TIME),
        "date": _or_null(_about(_DATE, "when the talk was given")),
        "day": _or_null(_about(_COUNT, "the number of the day, where no date is given")),
        "room": _or_null(_TEXT),
        "track": _or_null(_TEXT),
        "published": _or_null(_about(_DATE, "when the recording appeared")),
        "duration": _or_null(_MINUTES),
        "abstract": _or_null(_TEXT),
        "tags": _list(_TEXT),
        "links": _list(_object(_LINK)),
        "notes": _list(_NOTE),
        "picked": _TRUTH,
        "sources": _list(_object(_SOURCE)),
        "subtitle": _or_null(_TEXT),
        "status": _or_null(_one_of(STATES)),
        "transcript": _about(_TRUTH, "whether what was said can be searched"),
        "score": _about(_SCORE, "search only"),
        "match": _about(_MATCH, "search only"),
        "decisions": _about(_list(_TEXT), "show --sources only: what the user decided about it"),
        "records": _about(_list(_RECORD), "show and export only: each source's own account"),
        "moment": _about(_MOMENT, "schedule with --now, --next or --at only"),
        "own": _about(_OWN, "show, and export --own, only"),
        "segments": _about(_list(_SEGMENT), "show --transcript only"),
    },
    "score",
    "match",
    "records",
    "decisions",
    "moment",
    "own",
    "segments",
)

_SPEAKER = _object(
    {
        "id": _TEXT,
        "name": _TEXT,
        "aliases": _list(_TEXT),
        "orgs": _list(_object({"name": _TEXT, "talks": _COUNT, "certain": _TRUTH})),
        "bios": _list(_object({"text": _TEXT, "source": _TEXT})),
        "co_speakers": _list(_object({"id": _TEXT, "name": _TEXT, "talks": _COUNT})),
        "talk_count": _COUNT,
        "talks": _about(_list({"$ref": "#/$defs/talk"}), "newest first"),
        "score": _about(_SCORE, "speaker only"),
    },
    "score",
)

_EVENT = _object(
    {
        "id": _TEXT,
        "name": _TEXT,
        "aliases": _list(_TEXT),
        "city": _or_null(_TEXT),
        "country": _or_null(_TEXT),
        "timezone": _or_null(_TEXT),
        "start": _or_null(_DATE),
        "end": _or_null(_DATE),
        "talk_count": _COUNT,
        "speaker_count": _COUNT,
        "timed_count": _COUNT,
    }
)

SCHEMAS: dict[str, Schema] = {
    "talk": _TALK,
    "speaker": _SPEAKER | {"$defs": {"talk": _TALK}},
    "event": _EVENT,
}


def json_schema(name: str) -> Schema:
    """The schema of what scripts know as a ``talk``, a ``speaker`` or an ``event``."""
    if name not in SCHEMAS:
        raise UsageError(unknown("schema", name, SCHEMAS))
    return {"$schema": _DIALECT, "title": name} | SCHEMAS[name]
