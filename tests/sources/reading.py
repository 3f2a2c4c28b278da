"""Readings beside what golden files hold, and whether they leave out a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from talkctl.record import Bio, Credit, Record, Remark
from talkctl.sources.source import Reading, lines_of


def as_objects(value: Any) -> Any:
    """*value* with its records, however deep, as dictionaries and its tuples as lists."""
    if hasattr(value, "_asdict"):
        return {name: as_objects(part) for name, part in value._asdict().items()}
    return [as_objects(part) for part in value] if isinstance(value, tuple | list) else value


_EMPTY = as_objects(Record("", "", 0, 0, "", ""))
_NOBODY = as_objects(Credit(""))
_UNTOLD = as_objects(Bio("", ""))


def sample_text(path: Path) -> str:
    """The text of a sample with its own line ends."""
    return path.read_bytes().decode("utf-8")


def golden_of(path: Path) -> dict[str, Any]:
    """The reading that stands beside the sample *path*."""
    found: dict[str, Any] = json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))
    return found


def hold(path: Path, reading: Reading, regenerate: bool) -> None:
    """Compare *reading* with the golden file beside the sample *path*, or write that anew."""
    read = as_golden(reading)
    if regenerate:
        Path(f"{path}.json").write_text(json.dumps(read, indent=1, ensure_ascii=False) + "\n")
    assert read == golden_of(path)


def as_golden(reading: Reading) -> dict[str, Any]:
    """*reading* as its golden file has it."""
    return {
        "records": [_record(one) for one in reading.records],
        "remarks": [
            {"first_line": one.first_line, "last_line": one.last_line, "reason": one.reason}
            for one in reading.remarks
        ],
        "occasions": [
            {name: part for name, part in as_objects(one).items() if part not in (None, [])}
            for one in reading.occasions
        ],
    }


def unplaced(text: str, reading: Reading) -> list[int]:
    """The lines with something on them that no record, no remark and no furniture has."""
    placed = set(reading.furniture)
    spans: list[Record | Remark] = [*reading.records, *reading.remarks]
    for span in spans:
        placed.update(range(span.first_line, span.last_line + 1))
    return [line.number for line in lines_of(text) if not line.blank and line.number not in placed]


def _record(record: Record) -> dict[str, Any]:
    found = _told(as_objects(record), _EMPTY)
    del found["document"], found["format"]
    for name, nothing in (("speakers", _NOBODY), ("bios", _UNTOLD)):
        if name in found:
            found[name] = [_told(one, nothing) for one in found[name]]
    if "links" in found:
        found["links"] = [
            {name: part for name, part in one.items() if name != "raw" or part != one["url"]}
            for one in found["links"]
        ]
    return found


def _told(one: dict[str, Any], nothing: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in one.items() if part != nothing.get(name)}
