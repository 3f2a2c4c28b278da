"""JSON: the objects of the contract as they are.

Several are a bare array with one object a line, which is quick to write and kind to ``diff`` and
``grep``; the one object that was asked for is indented.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from talkctl.render.answer import Answer, Item, Paper, narrowed

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)
"""To make an encoder for each talk takes as long as to write the talk; no answer holds itself."""

_AT_A_TIME = 10
"""So many make a text that is neither one of many small ones nor one large one, both of which cost time."""

_BARE_CONTROLS = re.compile("[\x7f-\x9f]")
"""Controls that JSON allows unescaped, and that some terminals obey."""


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as JSON."""
    items = narrowed(answer)
    if answer.single and len(items) == 1:
        paper.write(dumps(items[0], indent=2) + "\n")
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
        yield before + _safe(",\n".join(map(_ENCODER.encode, some)))
        before = ",\n"
    yield "\n]\n"


def dumps(content: Any, indent: int | None = None) -> str:
    """*content* as JSON text that is safe to show: letters as they are, controls escaped."""
    plain = _ENCODER if indent is None else json.JSONEncoder(ensure_ascii=False, indent=indent)
    return _safe(plain.encode(content))


def _safe(text: str) -> str:
    """JSON *text* with all controls escaped; to look for them in UTF-8 is quickest by far."""
    told = text.encode("utf-8", errors="surrogatepass")
    if b"\x7f" not in told and b"\xc2" not in told:
        return text
    return _BARE_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
