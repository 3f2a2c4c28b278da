"""JSON with places: what a text holds, on which lines its parts stand, and where it breaks.

Sound text is read by the decoder of the standard library, and places are looked up in a second,
lighter pass only when somebody asks. Text that is cut off, invalid or absurdly deep is read by
hand up to where it breaks. RFC 8259 is kept loosely, as real files do: a name may come twice (the
last one counts), a comma may stand before a closing bracket, line breaks may stand in strings, and
``NaN``, ``Infinity`` and numbers no computer can hold are ``null``.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NoReturn

DEEPEST = 100
"""Brackets within brackets beyond this are no programme."""

_MOST_TRIES = 40
"""How often a place to go on behind a break is tried, before the rest is given up."""
_LISTS_TRIED = 4
_WIDEST_GAP = 200

_LONGEST_NUMBER = 4000
"""Python refuses to turn more digits into a number."""

_BREAK = re.compile(r"\r\n?|\n")
_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
_NUMBER = re.compile(r"-?\d+(?P<fraction>\.\d+)?(?P<exponent>[eE][-+]?\d+)?")
_WORD = re.compile(r"true|false|null|NaN|-?Infinity")
_WORDS = {"true": True, "false": False}
_SHAPE = re.compile(r'(?P<string>"[^"\\]*+(?:\\.[^"\\]*+)*+")(?P<colon>\s*:)?|[{}\[\]]', re.DOTALL)
"""All that matters for places: brackets, and the names before colons."""

_HALF_A_LETTER = re.compile(r"\\u[dD][89a-fA-F]")
_ESCAPES = re.compile(
    r"\\(?:[^u]|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2}))",
    re.DOTALL,
)
Container = dict[str, Any] | list[Any]
_Spans = dict[int, tuple[int, int]]


@dataclass(slots=True)
class JsonText:
    """What a text holds; *broken* is the line where it breaks and why, ``None`` if it is sound.

    The value of a broken text holds all that is whole before the break, and what follows it as far
    as that can be put in its place. What was open at a break ``is_cut`` and may lack anything.
    """

    text: str
    value: Any
    broken: tuple[int, str] | None = None
    lost: tuple[tuple[int, int, str], ...] = ()
    """First line, last line and reason of each piece that is left out."""
    _cut: frozenset[int] = frozenset()
    _spans: _Spans | None = None
    _breaks: list[int] = field(default_factory=list)

    def lines_of(self, container: Container) -> tuple[int, int]:
        """First and last line of an object or array of this text, counted from 1.

        What is none of this text's has the lines of the whole.
        """
        if self._spans is None:
            if container is self.value:
                return self._lines(*_outer_span(self.text))
            self._spans = _spans(self.text, self.value)
        span = self._spans.get(id(container))
        return self._lines(*(span or _outer_span(self.text)))

    def is_cut(self, container: Container) -> bool:
        """Whether *container* was still open where the text breaks."""
        return id(container) in self._cut

    def _lines(self, first: int, last: int) -> tuple[int, int]:
        if not self._breaks:
            self._breaks = [0, *(mark.end() for mark in _BREAK.finditer(self.text))]
        return bisect_right(self._breaks, first), bisect_right(self._breaks, last)


def read_json(text: str) -> JsonText:
    """What *text* holds; whatever it is, this neither raises nor takes longer than its length."""
    source = _without_half_letters(text)
    try:
        value = _DECODER.decode(source.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return _read_by_hand(text, source)
    if _is_too_deep(source, value):
        return _read_by_hand(text, source)
    return JsonText(text, value)


def _finite(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


_DECODER = json.JSONDecoder(
    strict=False, parse_constant=lambda word: None, parse_float=_finite  # noqa: ARG005
)  # fmt: skip


def _without_half_letters(text: str) -> str:
    """*text* with escapes for half a letter, which no UTF-8 can hold, made U+FFFD; as long."""
    if not _HALF_A_LETTER.search(text):
        return text
    return _ESCAPES.sub(lambda found: "\\ufffd" if found["half"] else found[0], text)


def _is_too_deep(text: str, value: Any) -> bool:
    if text.count("{") + text.count("[") <= DEEPEST:
        return False
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [part for one in level for part in _parts(one) if isinstance(part, dict | list)]
        if not level:
            return False
    return True


def _parts(value: Any) -> Any:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _outer_span(text: str) -> tuple[int, int]:
    opening = _BLANK.match(text)
    return (opening.end() if opening else 0), max(len(text.rstrip()) - 1, 0)


def _spans(text: str, value: Any) -> _Spans:
    """Where each object and array of *value* begins and ends in *text*, by identity."""
    spans: _Spans = {}
    open_parts: list[tuple[Any, int, Any]] = []
    name, whole = "", iter((value,))
    for token in _SHAPE.finditer(text):
        if token["string"]:
            if token["colon"]:
                name = token["string"]
        elif token[0] in "{[":
            part = _next_part(open_parts[-1] if open_parts else (None, 0, whole), name)
            rest = iter([one for one in part if isinstance(one, dict | list)]) if (
                isinstance(part, list)
            ) else None  # fmt: skip
            open_parts.append((part, token.start(), rest))
        elif open_parts:
            part, start, _ = open_parts.pop()
            if part is not None:
                spans[id(part)] = start, token.start()
    return spans


def _next_part(parent: tuple[Any, int, Any], name: str) -> Any:
    """The object or array that opens next in *parent*; of two under one name the last is kept."""
    within, _, rest = parent
    if isinstance(within, dict):
        part = within.get(_unquoted(name))
        return part if isinstance(part, dict | list) else None
    return next(rest, None) if rest is not None else None


def _unquoted(name: str) -> str:
    if "\\" not in name:
        return name[1:-1]
    unquoted: str = scanstring(_without_half_letters(name), 1, False)[0]
    return unquoted


class _BrokenOff(Exception):
    """The text stops being JSON at *place*."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place
        self.reason = reason


def _read_by_hand(text: str, source: str) -> JsonText:
    hand = _Hand(source)
    end = _outer_span(text)[1]
    read = JsonText(text, None)
    lost: list[tuple[int, int, str]] = []
    while True:
        try:
            hand.read()
            break
        except _BrokenOff as broken:
            place = min(broken.place, end)
            line = read._lines(place, place)[0]
            read.broken = read.broken or (line, broken.reason)
            resumed = hand.resume(place)
            last = resumed if resumed is not None else end
            until = max(line, read._lines(last, last)[0] - (resumed is not None))
            lost.append((line, until, f"line {line}: {broken.reason}"))
            if resumed is None:
                break
    for part, start, _ in hand.open:
        hand.spans[id(part)] = start, end
    read.value, read.lost, read._spans = hand.root, tuple(lost), hand.spans
    read._cut = frozenset(hand.cut)
    return read


def _is_like(text: str, place: int, model: dict[str, Any]) -> bool:
    """Whether a whole object begins at *place* that has most fields of *model* and few others."""
    try:
        value, _ = _DECODER.raw_decode(text, place)
    except (ValueError, RecursionError):
        return False
    shared = len(model.keys() & value.keys())
    return 2 * shared > len(model) and 2 * shared > len(value)


class _Hand:
    """A reading of JSON token by token, which keeps what it has when the text breaks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = None
        self.spans: _Spans = {}
        self.open: list[tuple[Any, int, str | None]] = []
        self.place = 0
        self.begun = False
        self.cut: dict[int, Any] = {}
        self.tries = _MOST_TRIES

    def read(self) -> None:
        """Read the whole text, or raise where it breaks."""
        if not self.begun:
            self.begun = True
            self._value()
        while self.open:
            part, start, _ = self.open[-1]
            if self._closes(part, start):
                continue
            if isinstance(part, dict):
                self.open[-1] = part, start, self._name()
            self._value()
            self._comma(part)
        if self._sign():
            raise _BrokenOff(self.place, "something stands behind the end of the JSON")

    def resume(self, place: int) -> int | None:
        """Go on at the next object like those before the break at *place*; where that is."""
        for part, start, _ in self.open:
            self.cut[id(part)] = part
            self.spans[id(part)] = start, place
        found: tuple[int, int] | None = None
        lists = [n for n, (part, _, _) in enumerate(self.open) if isinstance(part, list)]
        for depth in lists[: -_LISTS_TRIED - 1 : -1]:
            at = self._sibling(self.open[depth][0], place)
            if at is not None and (found is None or at < found[0]):
                found = at, depth
        if found is None:
            return None
        self.place, depth = found
        del self.open[depth + 1 :]
        return self.place

    def _sibling(self, parts: list[Any], place: int) -> int | None:
        """Where behind *place* the next object of the list *parts* begins."""
        whole = [
            part for part in parts if isinstance(part, dict) and part and id(part) not in self.cut
        ]
        if not whole:
            return None
        model = whole[-1]
        opening = re.compile(r"\{\s*" + re.escape(json.dumps(next(iter(model)))) + r"\s*:")
        for found in opening.finditer(self.text, place):
            if self.tries <= 0:
                return None
            self.tries -= 1
            if _is_like(self.text, found.start(), model):
                before = self.text[max(0, found.start() - _WIDEST_GAP) : found.start()].rstrip()
                return found.start() if before.endswith(",") else None
        return None

    def _sign(self) -> str:
        """The next letter that is not blank; nothing at the end."""
        blank = _BLANK.match(self.text, self.place)
        self.place = blank.end() if blank else self.place
        return self.text[self.place : self.place + 1]

    def _closes(self, part: Any, start: int) -> bool:
        if self._sign() != ("}" if isinstance(part, dict) else "]"):
            return False
        self.spans[id(part)] = start, self.place
        self.open.pop()
        self.place += 1
        if self.open:
            self._comma(self.open[-1][0])
        return True

    def _comma(self, part: Any) -> None:
        """Go past the comma between the parts of *part*; before its end there need be none."""
        if self.open[-1][0] is not part:
            return
        sign = self._sign()
        if sign == ",":
            self.place += 1
        elif sign != ("}" if isinstance(part, dict) else "]"):
            self._break("a comma or a closing bracket is missing")

    def _name(self) -> str:
        if self._sign() != '"':
            self._break("the name of a field is missing")
        name = self._string()
        if self._sign() != ":":
            self._break("a colon is missing")
        self.place += 1
        return name

    def _value(self) -> None:
        sign = self._sign()
        start = self.place
        if sign in ("{", "["):
            if len(self.open) >= DEEPEST:
                raise _BrokenOff(self.place, f"nested more than {DEEPEST} deep")
            part: Container = {} if sign == "{" else []
            self._keep(part)
            self.open.append((part, start, None))
            self.place += 1
        elif sign == '"':
            self._keep(self._string())
        else:
            self._keep(self._plain())

    def _keep(self, value: Any) -> None:
        if not self.open:
            self.root = value
            return
        part, _, name = self.open[-1]
        if isinstance(part, list):
            part.append(value)
        else:
            part[name] = value

    def _string(self) -> str:
        try:
            found, self.place = scanstring(self.text, self.place + 1, False)
        except ValueError:
            closed = _SHAPE.match(self.text, self.place)
            if not closed:
                raise _BrokenOff(len(self.text), "the text ends within a string") from None
            self.place = closed.end("string")
            found = closed["string"][1:-1]
        text: str = found
        return text

    def _plain(self) -> Any:
        word = _WORD.match(self.text, self.place)
        if word:
            self.place = word.end()
            return _WORDS.get(word[0])
        number = _NUMBER.match(self.text, self.place)
        if not number:
            self._break("a value is missing")
        if number.end() == len(self.text) and self.open:
            self._break("the text ends within a number", len(self.text))
        self.place = number.end()
        if len(number[0]) > _LONGEST_NUMBER:
            return None
        is_whole = number["fraction"] is None and number["exponent"] is None
        return int(number[0]) if is_whole else _finite(number[0])

    def _break(self, reason: str, place: int | None = None) -> NoReturn:
        ended = self.place >= len(self.text)
        raise _BrokenOff(
            self.place if place is None else place, "the text ends too early" if ended else reason
        )
