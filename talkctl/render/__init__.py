"""An answer becomes bytes: one format, one file, one signature ``render(answer, paper)``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from talkctl.errors import UsageError, unknown
from talkctl.render.answer import Answer, Paper, Shape, check_fields

RENDERERS = {
    "table": "talkctl.render.table:render",
    "plain": "talkctl.render.plain:render",
    "json": "talkctl.render.json:render",
    "jsonl": "talkctl.render.jsonl:render",
    "csv": "talkctl.render.csv:render",
    "tsv": "talkctl.render.csv:render_tsv",
    "markdown": "talkctl.render.markdown:render",
    "ids": "talkctl.render.ids:render",
    "ics": "talkctl.render.ics:render",
    "schedule-json": "talkctl.render.schedule_json:render",
    "pyvideo": "talkctl.render.pyvideo:render",
    "svg": "talkctl.render.svg:render",
}
"""Format -> where its function stands; it is imported only when asked for, for Rich is heavy."""

OF_TALKS = ("ics", "schedule-json", "pyvideo")
"""Formats that hold talks and nothing else; their modules say with ``kept`` which talks."""

_SHAPES_OF_TALKS = ("talks", "related", "schedule", "talk", "export")


def renderer(name: str) -> Callable[[Answer, Paper], None]:
    """The function that writes an answer in the format called *name*, which there is."""
    module, _, function = RENDERERS[name].partition(":")
    found: Callable[[Answer, Paper], None] = getattr(import_module(module), function)
    return found


def left_out(answer: Answer, name: str) -> int:
    """How many talks of *answer* the format called *name* has no place for."""
    if name not in OF_TALKS or answer.shape not in _SHAPES_OF_TALKS:
        return 0
    kept = import_module(RENDERERS[name].partition(":")[0]).kept
    return sum(not kept(item) for item in answer.items)


def render(answer: Answer, name: str, paper: Paper) -> None:
    """Write *answer* on *paper* in the format called *name*."""
    check_format(name, answer.shape)
    check_fields(answer)
    renderer(name)(answer, paper)


def check_format(name: str, shape: Shape) -> None:
    """Refuse a format that there is not, or that does not hold such an answer."""
    if name not in RENDERERS:
        raise UsageError(unknown("format", name, RENDERERS))
    if name in OF_TALKS and shape not in _SHAPES_OF_TALKS:
        raise UsageError(f"{name} holds talks, and this is no list of talks; try --format json.")
