"""Programme exports, ordinary and broken, are read as a careful person reads them.

Beside each file in ``samples/`` stands that reading: the records with what differs from an empty
one, the lines that could not be read, and the event the file describes.
"""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.model import KINDS, LEVELS, ROLES, Link
from talkctl.record import Bio, Credit, Occasion, Record
from talkctl.sources import schedule_json, schedule_xml, sessionize
from talkctl.sources.source import Reading, Source
from talkctl.when import is_local

from .reading import as_objects, unplaced

SOURCES: tuple[Source, ...] = (schedule_xml.SOURCE, schedule_json.SOURCE, sessionize.SOURCE)
SAMPLES = sorted(
    path
    for source in SOURCES
    for path in (Path(__file__).parent / "samples" / source.name).iterdir()
    if Path(f"{path}.json").exists()
)
every_sample = pytest.mark.parametrize(
    "path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}"
)
every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


def _source(path: Path) -> Source:
    return next(source for source in SOURCES if source.name == path.parent.name)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _read(path: Path) -> Reading:
    return _source(path).parse(path.name, _text(path))


def _golden(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_text(Path(f"{path}.json")))
    return found


def _record(path: Path, entry: dict[str, Any]) -> Record:
    whole = {
        **entry,
        "speakers": tuple(Credit(**credit) for credit in entry.get("speakers", ())),
        "bios": tuple(Bio(**bio) for bio in entry.get("bios", ())),
        "links": tuple(Link(**{"raw": link["url"], **link}) for link in entry.get("links", ())),
        "tags": tuple(entry.get("tags", ())),
    }
    return Record(document=path.name, format=path.parent.name, **whole)


@every_sample
def test_every_field_of_every_entry_is_what_a_person_reads(path: Path) -> None:
    """Titles, people, times, texts and links come out as the reading beside the file has them."""
    expected = [as_objects(_record(path, entry)) for entry in _golden(path)["records"]]
    assert [as_objects(record) for record in _read(path).records] == expected


@every_sample
def test_what_is_lost_is_named_with_its_lines(path: Path) -> None:
    """The remarks say which lines could not be read and why; a file with any is not whole."""
    reading = _read(path)
    remarks = [
        {"first_line": mark.first_line, "last_line": mark.last_line, "reason": mark.reason}
        for mark in reading.remarks
    ]
    assert remarks == _golden(path)["remarks"]
    assert reading.whole == (not remarks)


@every_sample
def test_the_event_is_described_as_the_file_describes_it(path: Path) -> None:
    """Name, acronym, city, zone and days are those of the conference."""
    expected = [
        Occasion(**{**entry, "aliases": tuple(entry.get("aliases", ()))})
        for entry in _golden(path)["occasions"]
    ]
    assert list(_read(path).occasions) == expected


@every_sample
def test_each_file_is_claimed_by_its_own_source_alone(path: Path) -> None:
    """Recognition goes by content: the folder of the sample is the one format that claims it."""
    assert [source.name for source in SOURCES if source.sniff(_text(path))] == [path.parent.name]


@every_sample
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing(path: Path, end: str) -> None:
    """CRLF and lone CR are read as LF is."""
    other = _source(path).parse(path.name, _text(path).replace("\n", end))
    assert (other.records, other.remarks) == (_read(path).records, _read(path).remarks)


@every_sample
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_file_cut_off_anywhere_keeps_its_whole_talks(path: Path, data: st.DataObject) -> None:
    """Talks that end before the cut keep their titles and places; the cut is named."""
    text, source = _text(path), _source(path)
    cut = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    reading = source.parse(path.name, text[:cut])
    assert unplaced(text[:cut], reading) == []
    line = text[:cut].count("\n") + 1
    kept = {(record.title, record.first_line) for record in reading.records}
    for record in _read(path).records if "speakers" not in path.name else ():
        if record.last_line < line:
            assert (record.title, record.first_line) in kept


@every_sample
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_slip_in_a_file_makes_a_source_raise(path: Path, data: st.DataObject) -> None:
    """Whatever letters are lost or added, records keep to the words of the model."""
    text = _text(path)
    for _ in range(data.draw(st.integers(min_value=1, max_value=4))):
        first = data.draw(st.integers(min_value=0, max_value=len(text)))
        last = min(len(text), first + data.draw(st.integers(min_value=0, max_value=60)))
        piece = data.draw(st.sampled_from(_SLIPS) | st.text(max_size=5))
        text = text[:first] + piece + text[last:]
    reading = _source(path).parse(path.name, text)
    assert unplaced(text, reading) == []
    for record in reading.records:
        assert record.kind in KINDS
        assert record.level in (*LEVELS, None)
        assert {credit.role for credit in record.speakers} <= set(ROLES)
        assert record.title.strip()
        assert record.timezone is None or not is_local(record.start or "") or record.start


_SLIPS = [
    "", "<", ">", "&", "&amp;", "</event>", "<event>", "<![CDATA[", "-->", "<!--", '"', "{", "}", "[",
    "]", ",", "null", "\x00", "\ud7ff", "99:99", "2024-02-31T25:00:00+99:00", "1e999", "-1", "\\ud800",
    "<!DOCTYPE a>", "\u202e", '":', "999999999999", "é" * 9, "<day date='2020-13-01'>",
]  # fmt: skip


@every_source
@pytest.mark.parametrize(
    "piece",
    ["<schedule><day>", "<event><title>x</title>", "<event>", "&", "<![CDATA[&", "<!--&", "]]>&<![CDATA[",
     '{"schedule":', '{"days":[', '[{"sessions":[', '"title":"x",', "<p>", "&lt;p&gt;", " ", "\n"],
)  # fmt: skip
def test_a_megabyte_of_one_thing_is_read_at_once(source: Source, piece: str) -> None:
    """No file, however odd, takes more time than its length is worth."""
    opening = {"schedule-xml": "<schedule><conference>"}.get(source.name, "")
    text = opening + piece * (1_000_000 // len(piece))
    begin = process_time()
    source.sniff(text)
    source.parse("export", text)
    assert process_time() - begin < 5


@pytest.mark.parametrize(
    ("declared", "titles"),
    [
        ("<!DOCTYPE schedule>", ["Knots &x;"]),
        ('<!DOCTYPE schedule SYSTEM "file:///etc/hosts">', ["Knots &x;"]),
        ('<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/hosts">]>', []),
    ],
)
def test_a_document_type_may_be_named_and_may_declare_nothing(
    declared: str, titles: list[str]
) -> None:
    """Nothing is fetched, no entity is expanded, and what declares one is not read."""
    text = (
        f"<?xml version='1.0'?>{declared}<schedule><conference><title>K</title></conference>"
        "<day index='1' date='2020-05-01'><room name='A'><event id='1'><start>10:00</start>"
        "<title>Knots &x;</title></event></room></day></schedule>"
    )
    reading = schedule_xml.SOURCE.parse("x.xml", text)
    assert [record.title for record in reading.records] == titles
    assert reading.whole == bool(titles)


def test_an_empty_programme_is_whole_and_says_so() -> None:
    """A conference without events yet is no broken file."""
    text = (
        "<schedule><conference><title>Soon</title></conference><day date='2021-07-07'/></schedule>"
    )
    reading = schedule_xml.parse("soon.xml", text)
    assert ([mark.reason for mark in reading.remarks], reading.whole) == (["has no talks"], True)


@pytest.mark.parametrize("source", SOURCES[1:], ids=lambda source: source.name)
def test_the_wildest_values_are_no_error(source: Source) -> None:
    """Every field of an export may hold anything at all."""
    names: set[str] = set()
    for path in SAMPLES:
        if (
            path.suffix == ".json"
            and "cut" not in path.name
            and "broken" not in path.name
            and path.parent.name == source.name
        ):
            _names_in(json.loads(_text(path)), names)
    for value in (None, True, 7, -1.5, "", "x", [], {}, [[]], [None], [{}], {"a": {"b": []}}):
        wild = dict.fromkeys(sorted(names), value)
        for text in (json.dumps(wild), json.dumps([wild]), json.dumps({"sessions": [wild]}),
                     json.dumps({"schedule": {"conference": wild, "events": [wild], "days": [
                         {"rooms": {"A": [wild]}}, {"rooms": [wild]}, wild]}})):  # fmt: skip
            assert unplaced(text, source.parse("wild", text)) == []


def _names_in(value: Any, names: set[str]) -> None:
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            _names_in(part, names)
    names.update(value if isinstance(value, dict) else ())
