"""Plain lines for pipes: one record a line, tabs between, nothing cut, no header, no colour."""

from __future__ import annotations

from talkctl.render.answer import Answer, Paper
from talkctl.render.fields import LINE, rows
from talkctl.text import one_line


def render(answer: Answer, paper: Paper) -> None:
    """Write each item of *answer* on one line."""
    for line in rows(answer, LINE)[1]:
        paper.write("\t".join(one_line(cell) for cell in line) + "\n")
