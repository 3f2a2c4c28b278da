"""An answer becomes bytes: one format, one file, one signature ``render(answer, paper)``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from talkctl.errors import UsageError
from talkctl.render.answer import Answer, Paper
from talkctl.render.fields import check

RENDERERS = {
    "table": "talkctl.render.table:render",
    "plain": "talkctl.render.plain:render",
    "json": "talkctl.render.json:render",
    "jsonl": "talkctl.render.jsonl:render",
    "csv": "talkctl.render.csv:render",
    "tsv": "talkctl.render.csv:render_tsv",
    "markdown": "talkctl.render.markdown:render",
    "ids": "talkctl.render.ids:render",
    "svg": "talkctl.render.svg:render",
}
"""Format -> where its function stands; it is imported only when asked for, for Rich is heavy."""


def renderer(name: str) -> Callable[[Answer, Paper], None]:
    """The function that writes an answer in the format called *name*."""
    if name not in RENDERERS:
        raise UsageError(f"There is no format {name!r}. Formats: {', '.join(RENDERERS)}.")
    module, _, function = RENDERERS[name].partition(":")
    found: Callable[[Answer, Paper], None] = getattr(import_module(module), function)
    return found


def render(answer: Answer, name: str, paper: Paper) -> None:
    """Write *answer* on *paper* in the format called *name*."""
    write = renderer(name)
    check(answer)
    write(answer, paper)
