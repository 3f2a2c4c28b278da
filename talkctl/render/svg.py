"""A picture of a terminal with the answer in it, for pages about talkctl."""

from __future__ import annotations

from talkctl.render.answer import Answer, Paper
from talkctl.render.table import svg


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as SVG; nothing where there is nothing to see."""
    if not answer.items:
        return
    theme = paper.theme if paper.theme in _CHOSEN else "terminal"
    paper.write(svg(answer, answer.title or "talkctl", paper.width, theme))


_CHOSEN = ("dark", "light", "mono")
"""Themes that somebody asked for; what the terminal at hand can show says nothing of a picture."""
