"""The JSON objects have the contract's keys, in the contract's order, and fit the schema."""

from __future__ import annotations

from typing import Any

import pytest

from talkctl.errors import UsageError
from talkctl.model import Event, Hit, Match, Person, Talk
from talkctl.record import Record, Segment
from talkctl.render.answer import FIELDS
from talkctl.render.objects import (
    event_object,
    hit_object,
    person_object,
    record_object,
    shown_object,
    talk_object,
)
from talkctl.render.schema import SCHEMAS, json_schema

from .samples import ANSWERS, TORIN
from .talks import ISTIO, ISTIO_RECORDS

TALK = (
    "id slug title kind level language event speakers start end timezone local_start local_end "
    "date day room track published duration abstract tags links notes picked sources"
    " subtitle status transcript"
).split()
RECORD = (
    "document format first_line last_line raw_title title kind level language event speakers "
    "start end timezone date day room track published duration participants abstract tags bios "
    "links notes subtitle status uid transcript"
).split()
SPEAKER = "id name aliases orgs bios co_speakers talk_count talks".split()
EVENT = (
    "id name aliases city country timezone start end talk_count speaker_count timed_count"
).split()
LISTS = {
    "speakers", "tags", "links", "notes", "sources", "aliases", "orgs", "bios", "co_speakers",
    "talks",
}  # fmt: skip


def test_a_talk_has_every_key_in_order() -> None:
    """All keys are there, known or not, and lists are empty rather than null."""
    bare = talk_object(Talk("a", "b", "c"))
    assert list(bare) == list(talk_object(ISTIO)) == TALK
    assert all(bare[name] == [] for name in LISTS & bare.keys())
    assert bare["event"] is None
    assert bare["picked"] is False


def test_the_parts_of_a_talk_have_their_keys() -> None:
    """So have its event, its speakers, its links, its notes and its sources."""
    talk = talk_object(ISTIO)
    assert list(talk["event"]) == ["id", "name"]
    assert list(talk["speakers"][0]) == [
        "id", "name", "billed_as", "role", "job", "org", "org_certain",
    ]  # fmt: skip
    assert talk["links"][0] == {"kind": "video", "url": "https://youtu.be/s4qasWn_mFc"}
    assert list(talk["notes"][0]) == ["text", "language", "source"]
    assert list(talk["sources"][0]) == ["document", "format", "first_line", "last_line"]


def test_a_hit_adds_score_and_match() -> None:
    """A hit is its talk, a score of four places, and why it answers."""
    hit = hit_object(Hit(ISTIO, 0.123456, Match(("title",), ("istio",), (("istoi", "istio"),))))
    assert list(hit) == [*TALK, "score", "match"]
    assert hit["score"] == 0.1235
    assert hit["match"] == {
        "fields": ["title"],
        "terms": ["istio"],
        "corrected": {"istoi": "istio"},
        "snippet": None,
        "at": None,
        "url": None,
    }


def test_a_shown_talk_adds_its_records() -> None:
    """Each source's own account stands there whole, with the page's own spelling of links."""
    shown = shown_object(ISTIO, ISTIO_RECORDS)
    assert list(shown) == [*TALK, "records"]
    assert list(shown["records"][0]) == RECORD
    assert shown["records"][1]["links"][0]["raw"] == "ttps://youtu.be/s4qasWn_mFc"
    assert list(shown["records"][0]["speakers"][0]) == ["name", "role", "job", "org"]
    assert list(shown["records"][0]["bios"][0]) == ["name", "text", "heading"]
    assert list(record_object(Record("a", "b", 1, 2, "c", "d"))) == RECORD


def test_a_transcript_is_shown_only_where_it_is_asked_for() -> None:
    """What the first record with a transcript says, in segments; nothing where nobody has one."""
    said = (Segment(0.0, 2.5, "Hello."), Segment(2.5, 4.0, "Thank you."))
    records = [*ISTIO_RECORDS, Record("a", "b", 1, 2, "c", "d", transcript=said)]
    assert "segments" not in shown_object(ISTIO, records)
    shown = shown_object(ISTIO, records, transcript=True)
    assert shown["segments"] == [
        {"start": 0.0, "end": 2.5, "text": "Hello."},
        {"start": 2.5, "end": 4.0, "text": "Thank you."},
    ]
    assert list(_faults(shown, json_schema("talk"), json_schema("talk"))) == []
    assert shown_object(ISTIO, ISTIO_RECORDS, transcript=True)["segments"] == []


def test_a_person_has_a_score_only_when_asked_for() -> None:
    """A person found by name has a score, one in a list has none."""
    assert list(person_object(TORIN)) == [*SPEAKER, "score"]
    assert person_object(TORIN)["score"] == 0.9877
    assert list(person_object(Person("a", "b"))) == SPEAKER
    assert list(person_object(TORIN)["talks"][0]) == TALK


def test_an_event_has_every_key_in_order() -> None:
    """An event has its place, its dates and its counts."""
    assert list(event_object(Event("a", "b"))) == EVENT


def test_fields_name_every_key() -> None:
    """Whatever an object holds can be asked for with ``--fields``."""
    for answer in ANSWERS.values():
        if answer.shape in FIELDS:
            for item in answer.items:
                assert item.keys() <= set(FIELDS[answer.shape]) | {"score", "match"}


@pytest.mark.parametrize("sample", ANSWERS)
def test_objects_fit_their_schema(sample: str) -> None:
    """What is written is what ``talkctl schema`` says."""
    answer = ANSWERS[sample]
    name = {"people": "speaker", "person": "speaker", "events": "event"}.get(answer.shape, "talk")
    if answer.shape in ("stats", "sources", "remarks", "decisions", "rows"):
        return
    if sample.startswith("hard"):  # hostile values keep the keys but not every pattern
        return
    schema = json_schema(name)
    for item in answer.items:
        assert list(_faults(item, schema, schema)) == []


def test_the_check_of_the_schema_finds_faults() -> None:
    """A key too few, a key unheard of, a wrong type and a wrong word are all noticed."""
    schema = json_schema("talk")
    good = talk_object(ISTIO)
    for wrong in (
        {name: content for name, content in good.items() if name != "slug"},
        good | {"surprise": 1},
        good | {"duration": "32"},
        good | {"level": "expert"},
        good | {"tags": None},
        good | {"speakers": [{}]},
        good | {"match": {}},
    ):
        assert list(_faults(wrong, schema, schema))


def test_an_unknown_schema_is_refused_with_the_list() -> None:
    """A slip in the name of a schema names all schemas."""
    with pytest.raises(UsageError, match="talk, speaker, event"):
        json_schema("person")
    assert list(SCHEMAS) == ["talk", "speaker", "event"]


TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
    "boolean": bool, "null": type(None),
}  # fmt: skip


def _faults(content: Any, schema: dict[str, Any], root: dict[str, Any]) -> Any:
    """Where *content* is not as *schema* says, for the few words of JSON Schema that we use."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        if all(list(_faults(content, choice, root)) for choice in schema["anyOf"]):
            yield "none of the choices", content
        return
    if "enum" in schema and content not in schema["enum"]:
        yield "not in the list", content
    wanted = schema.get("type", [])
    types = [wanted] if isinstance(wanted, str) else wanted
    if types and not any(isinstance(content, TYPES[name]) for name in types):
        yield "wrong type", content
    if isinstance(content, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in content:
                yield "missing", name
        for name, part in content.items():
            if name in properties:
                yield from _faults(part, properties[name], root)
            elif "additionalProperties" not in schema:
                yield "unheard of", name
    if isinstance(content, list):
        for part in content:
            yield from _faults(part, schema["items"], root)
