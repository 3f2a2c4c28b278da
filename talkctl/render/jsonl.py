"""JSON Lines: one object a line."""

from __future__ import annotations

from talkctl.render.answer import Answer, Paper, narrowed
from talkctl.render.json import encoded_together


def render(answer: Answer, paper: Paper) -> None:
    """Write each item of *answer* as JSON on a line of its own."""
    for several in encoded_together(narrowed(answer), b"\n"):
        paper.write_utf8(several + b"\n")
