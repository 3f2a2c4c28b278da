"""Every bundled document is read as a careful person reads it.

Beside each document's name in ``golden/`` stands that person's reading, written by hand and not by
a parser: every field of every entry.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from talkctl.record import Credit, Record
from talkctl.sources import read

from .reading import as_objects

HERE = Path(__file__).parent
DOCUMENTS = sorted((HERE.parents[1] / "data" / "sources").iterdir())
GOLDEN = {path.name: HERE / "golden" / f"{path.name}.json" for path in DOCUMENTS}


def _as_read(path: Path) -> list[dict[str, Any]]:
    _, reading = read(path.name, path.read_text(encoding="utf-8"))
    return [json.loads(json.dumps(as_objects(record))) for record in reading.records]


def _whole(golden: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """*golden* with the fields that the model has got since, which these documents leave empty."""
    record = json.loads(json.dumps(as_objects(Record("", "", 0, 0, "", ""))))
    credit = as_objects(Credit(""))
    return [
        {**record, **entry, "speakers": [{**credit, **one} for one in entry["speakers"]]}
        for entry in golden
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_field_of_every_entry_is_what_a_person_reads(path: Path) -> None:
    """Titles, people, times, texts and links come out as the hand-made reading has them."""
    golden = json.loads(GOLDEN[path.name].read_text(encoding="utf-8"))
    assert _as_read(path) == _whole(golden)


def test_the_hand_made_reading_covers_all_bundled_entries() -> None:
    """All 197 entries of the five documents are held to a reading by hand."""
    counts = {name: len(json.loads(path.read_text())) for name, path in GOLDEN.items()}
    assert counts == {
        "archive-kubecon-na-2017.txt": 174,
        "meetup-smooth-operator.txt": 4,
        "notes-kubecon-na-2017-day-3.md": 11,
        "sched-cloudnativecon-2016.txt": 7,
        "video-global-scale-faas.txt": 1,
    }


def test_only_links_to_nothing_are_remarked_on() -> None:
    """The bundled documents are read whole, but for three links that lead nowhere."""
    remarks = [
        (remark.document, remark.first_line, remark.reason)
        for path in DOCUMENTS
        for remark in read(path.name, path.read_text(encoding="utf-8"))[1].remarks
    ]
    assert remarks == [
        ("notes-kubecon-na-2017-day-3.md", line, "a link to nothing") for line in (6, 51, 63)
    ]
