"""What every format and every view looks like, byte for byte."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from talkctl.render import RENDERERS, render
from talkctl.render.answer import Paper

from .samples import ANSWERS

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (80, 120)
VIEWS = [name for name in ANSWERS if name not in ("hard-hits", "hard-show", "hard-person")]
FORMATS = sorted(RENDERERS.keys() - {"table"})


def _written(name: str, format_: str, width: int = 80) -> str:
    paper = Paper(StringIO(newline=""), width)
    render(ANSWERS[name], format_, paper)
    return paper.stream.getvalue()


def _compare(file: str, written: str, regenerate: bool) -> None:
    golden = GOLDEN / file
    if regenerate:
        golden.write_bytes(written.encode())
    assert golden.exists(), f"no golden file {file}; pytest --regenerate writes it"
    assert written.encode() == golden.read_bytes()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VIEWS)
def test_views_look_as_they_did(name: str, width: int, regenerate: bool) -> None:
    """A view at a width is the one that somebody looked at and liked."""
    _compare(f"{name}.{width}.txt", _written(name, "table", width), regenerate)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", ["hard", "search"])
def test_lists_keep_their_bytes(name: str, format_: str, regenerate: bool) -> None:
    """What scripts read of a list of talks does not change by a byte."""
    _compare(f"{name}.{format_}", _written(name, format_), regenerate)


@pytest.mark.parametrize("format_", ["json", "plain", "csv", "markdown"])
@pytest.mark.parametrize("name", ["schedule", "show", "hard-show", "person", "events", "stats"])
def test_other_shapes_keep_their_bytes(name: str, format_: str, regenerate: bool) -> None:
    """Nor does what they read of anything else."""
    _compare(f"{name}.{format_}", _written(name, format_), regenerate)


@pytest.mark.parametrize("format_", ["ics", "schedule-json", "pyvideo", "markdown"])
def test_exports_keep_their_bytes(format_: str, regenerate: bool) -> None:
    """Nor does what other programs read: a calendar, a schedule, a collection, a page."""
    answer = ANSWERS["tide-export"]
    if format_ == "schedule-json":
        answer = answer._replace(items=answer.items[:-1])
    paper = Paper(StringIO(newline=""), 80)
    render(answer, format_, paper)
    _compare(f"tide-export.{format_}", paper.stream.getvalue(), regenerate)
