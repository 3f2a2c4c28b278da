"""Several JSON values in one text: one a line (JSON Lines), or one behind the other.

A value that is broken costs only itself where the next one begins a line of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from talkctl.record import Record, Remark
from talkctl.sources.json_text import Container, JsonText, read_json
from talkctl.sources.source import Reading, line_count

_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
_NEXT = re.compile(r"[\r\n]\{")
_SHOWN = 200
"""Letters of a broken place that a remark repeats."""

_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda word: None)  # noqa: ARG005


@dataclass(frozen=True, slots=True)
class Piece:
    """One value of a text; *before* is how many lines end before it begins."""

    json: JsonText
    before: int

    def lines_of(self, container: Container) -> tuple[int, int]:
        """First and last line of an object or array of this piece, in the whole text."""
        first, last = self.json.lines_of(container)
        return first + self.before, last + self.before

    def remarks(self, document: str) -> Iterator[Remark]:
        """What is to be said where the piece breaks, if it does."""
        if not self.json.broken:
            return
        line, reason = self.json.broken
        ends = self.json.text.rstrip().replace("\r\n", "\n").replace("\r", "\n")
        rest = ends.split("\n")[line - 1 :]
        shown = " ".join(" ".join(rest[:5]).split())[:_SHOWN]
        first = line + self.before
        yield Remark(document, first, first + max(len(rest) - 1, 0), reason, shown)


def pieces(text: str) -> Iterator[Piece]:
    """The values of *text* in their order; whatever it is, in time that its length is worth."""
    place, before = 0, 0
    while True:
        begin = _end_of_blank(text, place)
        if begin == len(text):
            return
        before += line_ends(text, place, begin)
        end, value = _whole_value(text, begin)
        part = text[begin:end]
        yield Piece(JsonText(part, value) if value is not None else read_json(part), before)
        before += line_ends(text, begin, end)
        place = end


def _end_of_blank(text: str, place: int) -> int:
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place


def _whole_value(text: str, begin: int) -> tuple[int, Container | None]:
    """Where the value at *begin* ends, and the value if it is sound."""
    value = None
    if text[begin] in "{[":
        try:
            value, end = _DECODER.raw_decode(text, begin)
        except (ValueError, RecursionError):
            value = None
    if value is None:
        following = _NEXT.search(text, begin) if text[begin] != "[" else None
        return following.start() + 1 if following else len(text), None
    if "\\ud" in (part := text[begin:end]).lower():
        value = read_json(part).value
    return end, value


def line_ends(text: str, begin: int = 0, end: int | None = None) -> int:
    """How many lines end between *begin* and *end*, by LF, CRLF or CR."""
    both = text.count("\r\n", begin, end)
    return text.count("\n", begin, end) + text.count("\r", begin, end) - both


def with_furniture(text: str, reading: Reading) -> Reading:
    """*reading* with all lines that hold brackets and other fields of the file as furniture."""
    placed: set[int] = set()
    spans: Iterable[Record | Remark] = chain(reading.records, reading.remarks)
    for span in spans:
        placed.update(range(span.first_line, span.last_line + 1))
    return replace(reading, furniture=frozenset(range(1, line_count(text) + 1)) - placed)
