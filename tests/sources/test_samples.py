"""Pages of every kind, hostile in ordinary ways, are read as a careful person reads them.

Beside each page in ``samples/`` stands that person's reading, written by hand: the records with
what differs from an empty one, and the lines that a reader cannot place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from talkctl.model import Link, Note
from talkctl.record import Bio, Credit, Record
from talkctl.sources import SOURCES, read
from talkctl.sources.source import Reading

from .reading import as_objects, unplaced

SAMPLES = sorted(
    path
    for path in (Path(__file__).parent / "samples").rglob("*")
    if path.suffix in (".txt", ".md")
)
every_sample = pytest.mark.parametrize(
    "path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}"
)


def _golden(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))
    return found


def _expected(path: Path) -> list[dict[str, Any]]:
    return [as_objects(_record(path, entry)) for entry in _golden(path)["records"]]


def _record(path: Path, entry: dict[str, Any]) -> Record:
    whole = {
        **entry,
        "speakers": tuple(Credit(**credit) for credit in entry.get("speakers", ())),
        "bios": tuple(Bio(**bio) for bio in entry.get("bios", ())),
        "links": tuple(Link(**link) for link in entry.get("links", ())),
        "notes": tuple(Note(**note, source=path.name) for note in entry.get("notes", ())),
        "tags": tuple(entry.get("tags", ())),
    }
    return Record(document=path.name, format=path.parent.name, **whole)


def _read(path: Path) -> Reading:
    return read(path.name, path.read_text(encoding="utf-8"))[1]


@every_sample
def test_every_field_of_every_entry_is_what_a_person_reads(path: Path) -> None:
    """Titles, people, times, texts and links come out as the hand-made reading has them."""
    assert [as_objects(record) for record in _read(path).records] == _expected(path)


@every_sample
def test_what_cannot_be_placed_is_remarked_on_and_nothing_else(path: Path) -> None:
    """The remarks are those that a person would make: which lines, and why."""
    remarks = [
        {"first_line": mark.first_line, "last_line": mark.last_line, "reason": mark.reason}
        for mark in _read(path).remarks
    ]
    assert remarks == _golden(path)["remarks"]


@every_sample
def test_each_page_is_claimed_by_its_own_source_alone(path: Path) -> None:
    """Recognition goes by content: the folder of the sample is the one format that claims it."""
    text = path.read_text(encoding="utf-8")
    assert [source.name for source in SOURCES if source.sniff(text)] == [path.parent.name]


@every_sample
def test_no_line_of_a_page_gets_lost(path: Path) -> None:
    """Each line with something on it is in a talk, in the page's furniture or in a remark."""
    assert unplaced(path.read_text(encoding="utf-8"), _read(path)) == []


@pytest.mark.parametrize("kind", ["archive", "sched", "meetup", "notes"])
def test_every_kind_of_page_is_held_to_six_samples_or_more(kind: str) -> None:
    """No format is proven by one page alone."""
    assert len([path for path in SAMPLES if path.parent.name == kind]) >= 6
