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

_FEW = 500
"""So many objects the standard library has written by the time orjson, which is far quicker at
writing, is loaded."""

_AT_A_TIME = 10
"""So many make a text that is neither one of many small ones nor one large one, both of which cost time."""

_BARE_CONTROLS = rb"\x7f|\xc2[\x80-\x9f]"
"""Controls, as UTF-8, that JSON allows unescaped, and that some terminals obey."""


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as JSON."""
    items = narrowed(answer)
    if answer.single and len(items) == 1:
        paper.write_utf8(_encoded_at_once(items[0], indented=True) + b"\n")
    elif items:
        before = b"[\n"
        for several in encoded_together(items, b",\n"):
            paper.write_utf8(before + several)
            before = b",\n"
        paper.write_utf8(b"\n]\n")
    else:
        paper.write_utf8(b"[]\n")


def encoded_together(items: Sequence[Item], between: bytes) -> Iterator[bytes]:
    """*items* as UTF-8, some at a time, with *between* between them."""
    encode = _encoded_at_once if len(items) <= _FEW else encoded
    for place in range(0, len(items), _AT_A_TIME):
        yield between.join(map(encode, items[place : place + _AT_A_TIME]))


def dumps(content: Any, indented: bool = False) -> str:
    """*content* as JSON text that is safe to show: letters as they are, controls escaped."""
    return encoded(content, indented).decode()


def encoded(content: Any, indented: bool = False) -> bytes:
    """What :func:`dumps` gives, as UTF-8."""
    import orjson

    try:
        told = orjson.dumps(content, option=orjson.OPT_INDENT_2 if indented else None)
    except orjson.JSONEncodeError:
        return _encoded_at_once(content, indented)
    return _escaped(told)


def _encoded_at_once(content: Any, indented: bool = False) -> bytes:
    """The same by the standard library alone, which is slower and writes what orjson refuses."""
    indent, separators = (2, (",", ": ")) if indented else (None, (",", ":"))
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
    # Bytes in the name of a file that are no letter are halves of letters in Python, which no UTF-8
    # can hold; as escapes they are JSON.
    return _escaped(text.encode(errors="backslashreplace"))


def _escaped(told: bytes) -> bytes:
    if b"\x7f" not in told and b"\xc2" not in told:
        return told
    return re.sub(_BARE_CONTROLS, lambda found: b"\\u%04x" % ord(found[0].decode()), told)
