"""JSON Lines: one object a line."""

from __future__ import annotations

from talkctl.render.answer import Answer, Paper, narrowed
from talkctl.render.json import dumps


def render(answer: Answer, paper: Paper) -> None:
    """Write each item of *answer* as JSON on a line of its own."""
    for item in narrowed(answer):
        paper.write(dumps(item) + "\n")
