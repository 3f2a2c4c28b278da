"""What a calendar program makes of a calendar of ours: khal imports it and lists it."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from talkctl.render import render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import talk_object

from .tide import KNOTS, MOORINGS, TIDES

CONFIGURATION = """
[calendars]
[[talks]]
path = {folder}/talks
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
SHOWN = ("title", "start-long-full", "end-long-full", "location", "status")
TWICE = KNOTS._replace(
    id="tw77777", title="Clocks Back", start="2026-10-25T02:30:00+02:00",
    end="2026-10-25T02:30:00+01:00", date="2026-10-25", duration=60,
)  # fmt: skip


def khal(folder: Path, *words: str) -> str:
    """What khal says, which knows no home but *folder*."""
    done = subprocess.run(
        [sys.executable, "-m", "khal", "-c", str(folder / "config"), *words],
        env={"HOME": str(folder), "XDG_DATA_HOME": str(folder), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("zone", "moorings", "twice"),
    [
        (
            "Europe/Berlin",
            ("2026-03-28 10:00", "2026-03-28 12:00"),
            ("2026-10-25 02:30", "2026-10-25 02:30"),
        ),
        (
            "America/New_York",
            ("2026-03-28 05:00", "2026-03-28 07:00"),
            ("2026-10-24 20:30", "2026-10-24 21:30"),
        ),
    ],
)
def test_khal_lists_what_was_exported(
    zone: str, moorings: tuple[str, str], twice: tuple[str, str], tmp_path: Path
) -> None:
    """Each talk at its hour by the clocks of the reader, in its room, the cancelled one as such."""
    talks = [*TIDES, TWICE]
    calendar = StringIO(newline="")
    render(Answer("export", tuple(map(talk_object, talks))), "ics", Paper(calendar))
    (tmp_path / "tide.ics").write_text(calendar.getvalue(), encoding="utf-8", newline="")
    (tmp_path / "config").write_text(CONFIGURATION.format(folder=tmp_path, zone=zone))
    (tmp_path / "talks").mkdir()
    for _ in "once", "again":
        khal(tmp_path, "import", "--batch", "-a", "talks", str(tmp_path / "tide.ics"))
    words = [word for name in SHOWN for word in ("--json", name)]
    listed = khal(tmp_path, "list", "--once", *words, "2026-03-27", "300d")
    found = [item for line in listed.splitlines() for item in json.loads(line)]
    by_title = {item["title"]: item for item in found}
    assert len(found) == len(by_title) == len(talks)
    first, again = by_title[MOORINGS.title], by_title[TWICE.title]
    assert (first["start-long-full"], first["end-long-full"]) == moorings
    assert (again["start-long-full"], again["end-long-full"]) == twice
    assert first["location"] == MOORINGS.room
    cancelled = [item["title"] for item in found if item["status"].strip() == "CANCELLED"]
    assert cancelled == [talk.title for talk in TIDES if talk.status == "cancelled"]
