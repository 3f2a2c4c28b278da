"""Talks as ``export`` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from talkctl.model import Talk
from talkctl.render import render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import talk_object


def exported(talks: Sequence[Talk], name: str) -> str:
    """*talks* in the format called *name*."""
    paper = Paper(StringIO(newline=""))
    render(Answer("export", tuple(map(talk_object, talks))), name, paper)
    return paper.stream.getvalue()
