"""JSON: the objects of the contract as they are.

Several are a bare array with one object a line, which is quick to write and kind to ``diff`` and
``grep``; the one object that was asked for is indented.
"""

from __future__ import annotations

import json
import re
from typing import Any

from talkctl.render.answer import Answer, Paper
from talkctl.render.fields import narrowed

_ENCODER = json.JSONEncoder(ensure_ascii=False)
"""To make an encoder for each talk takes as long as to write the talk."""

_BARE_CONTROLS = re.compile("[\x7f-\x9f]")
"""Controls that JSON allows unescaped, and that some terminals obey."""


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as JSON."""
    items = narrowed(answer)
    if answer.single and len(items) == 1:
        paper.write(dumps(items[0], indent=2) + "\n")
    elif items:
        paper.write("[\n" + ",\n".join(map(dumps, items)) + "\n]\n")
    else:
        paper.write("[]\n")


def dumps(content: Any, indent: int | None = None) -> str:
    """*content* as JSON text that is safe to show: letters as they are, controls escaped."""
    plain = _ENCODER if indent is None else json.JSONEncoder(ensure_ascii=False, indent=indent)
    text = plain.encode(content)
    if text.isprintable():
        return text
    return _BARE_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
