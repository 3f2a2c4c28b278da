"""JSON: the objects of the contract as they are.

Several are a bare array with one object a line, which is quick to write and kind to ``diff`` and
``grep``; the one object that was asked for is indented.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from talkctl.render.answer import Answer, Item, Paper, narrowed

_AT_A_TIME = 10
"""So many make a text that is neither one of many small ones nor one large one, both of which cost time."""

_BARE_CONTROLS = "[\x7f-\x9f]"
"""Controls that JSON allows unescaped, and that some terminals obey."""


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as JSON."""
    items = narrowed(answer)
    if answer.single and len(items) == 1:
        paper.write(dumps(items[0], indented=True) + "\n")
    elif items:
        for text in _pieces(items):
            paper.write(text)
    else:
        paper.write("[]\n")


def _pieces(items: Sequence[Item]) -> Iterator[str]:
    """The text of *items* in an array, some at a time."""
    before = "[\n"
    for place in range(0, len(items), _AT_A_TIME):
        some = items[place : place + _AT_A_TIME]
        yield before + _safe(b",\n".join(map(_encoded, some)))
        before = ",\n"
    yield "\n]\n"


def dumps(content: Any, indented: bool = False) -> str:
    """*content* as JSON text that is safe to show: letters as they are, controls escaped."""
    return _safe(_encoded(content, indented))


def _encoded(content: Any, indented: bool = False) -> bytes:
    try:
        return orjson.dumps(content, option=orjson.OPT_INDENT_2 if indented else None)
    except orjson.JSONEncodeError:
        # Bytes in the name of a file that are no letter are halves of letters in Python, which no
        # UTF-8 can hold; as escapes they are JSON.
        indent, separators = (2, (",", ": ")) if indented else (None, (",", ":"))
        told = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
        return told.encode(errors="backslashreplace")


def _safe(told: bytes) -> str:
    """JSON as text with all controls escaped; to look for them in UTF-8 is quickest by far."""
    text = told.decode()
    if b"\x7f" not in told and b"\xc2" not in told:
        return text
    return re.sub(_BARE_CONTROLS, lambda found: f"\\u{ord(found[0]):04x}", text)
