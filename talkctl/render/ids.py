"""Ids, one a line, for ``talkctl show -`` and the like."""

from __future__ import annotations

from talkctl.errors import UsageError
from talkctl.render.answer import Answer, Paper
from talkctl.text import one_line


def render(answer: Answer, paper: Paper) -> None:
    """Write the id of each item; a document's id is its name, a decision's its number."""
    for item in answer.items:
        name = item.get("id") or item.get("document") or item.get("number")
        if name is None:
            raise UsageError("What you asked for has no ids; try --format plain.")
        paper.write(one_line(str(name)) + "\n")
