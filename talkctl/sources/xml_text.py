"""XML with places: the elements of a text, on which lines they stand, and where it breaks.

Expat reads it, and refuses what is dangerous at the first sign of it: a document type that declares
anything, and so every entity of its own, ends the reading before anything is expanded; nothing is
ever fetched. What real files do against XML 1.0 is mended first: control letters, a bare ``&``,
HTML's ``&nbsp;``.

Where a text is broken, the elements named as *parts* are sought behind the break and read one by
one, with the elements named as *frames* that they stand in.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pyexpat import XMLParserType

DEEPEST = 60
"""Elements within elements beyond this are no programme."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_AMPERSAND = re.compile(r"(?P<verbatim><!\[CDATA\[|<!--)|&(?P<name>#?\w{1,32};)?")
_CLOSED_BY = {"<![CDATA[": "]]>", "<!--": "-->"}
_OWN_ENTITIES = ("amp;", "lt;", "gt;", "quot;", "apos;")


@dataclass(slots=True)
class Element:
    """An element with its lines; *texts* are the pieces of text before, between and behind *parts*."""

    name: str
    attributes: dict[str, str]
    first_line: int
    last_line: int = 0
    parts: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=lambda: [""])

    def all(self, name: str) -> list[Element]:
        """The elements called *name* directly in this one."""
        return [part for part in self.parts if part.name == name]

    def first(self, *names: str) -> Element | None:
        """The first element directly in this one that has one of *names*, by the order of those."""
        return next((part for name in names for part in self.parts if part.name == name), None)

    def text(self, *names: str) -> str:
        """The text of the first element of these names in this one; of this one if none is named.

        Elements within the text are written as the HTML they are meant to be.
        """
        found = self.first(*names) if names else self
        return _inner(found).strip() if found else ""

    def attribute(self, *names: str) -> str:
        """The first attribute of *names* that has something in it."""
        return next((self.attributes[name] for name in names if self.attributes.get(name)), "")


@dataclass(slots=True)
class XmlText:
    """The outermost element of a text and, where it breaks, on which lines and why."""

    root: Element | None = None
    breaks: list[tuple[int, int, str]] = field(default_factory=list)
    refused: tuple[int, str] | None = None


class _Refused(Exception):
    """The text has what no programme needs."""


def read_xml(text: str, frames: tuple[str, ...], part: str) -> XmlText:
    """The elements of *text*; whatever it is, this neither raises nor fetches nor expands."""
    mended = _mended(text)
    reader = _Reader()
    found = XmlText()
    try:
        reader.read(mended)
    except _Refused as refused:
        return XmlText(None, [], (reader.line, str(refused)))
    except ValueError as broken:
        found.breaks = _salvage(mended, reader, frames, part, str(broken))
    found.root = reader.root
    return found


def _mended(text: str) -> str:
    """*text* without what XML forbids but its files contain; lines stay where they are."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _NOT_XML.search(text):
        text = _NOT_XML.sub(" ", text)
    if "&" not in text:
        return text
    mended: list[str] = []
    place, verbatim = 0, 0
    closings = {opening: text.rfind(closing) for opening, closing in _CLOSED_BY.items()}
    for found in _AMPERSAND.finditer(text):
        if found.start() < verbatim:
            continue
        if found["verbatim"]:
            if found.start() < closings[found["verbatim"]]:
                verbatim = text.find(_CLOSED_BY[found["verbatim"]], found.end())
            continue
        mended += (text[place : found.start()], _as_letters(found))
        place = found.end()
    return "".join((*mended, text[place:]))


def _as_letters(found: re.Match[str]) -> str:
    """What XML needs where *found* stands: its own entities, and letters for those of HTML."""
    name = found["name"]
    if not name:
        return "&amp;"
    letters = html.unescape(found[0])
    if name in _OWN_ENTITIES or (name.startswith("#") and letters != found[0]):
        return found[0] if not _NOT_XML.search(letters) else " "
    return html.escape(letters, quote=False)


class _Reader:
    """Elements as Expat finds them, under one another."""

    def __init__(self, skipped_lines: int = 0) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.starts: list[int] = []
        self.broken_at = 0
        self.skipped_lines = skipped_lines
        self.too_deep = 0
        self.line = 1 + skipped_lines
        self._parser: XMLParserType | None = None
        self._content = b""

    def read(self, text: str) -> None:
        """Read *text*; ``ValueError`` says why it breaks, and ``line`` where."""
        from pyexpat import ErrorString, ExpatError, ParserCreate

        parser = self._parser = ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1_000_000
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            self._content = text.encode("utf-8")
            parser.Parse(self._content, True)
        except ExpatError as error:
            self.broken_at = parser.ErrorByteIndex
            self.line = error.lineno + self.skipped_lines
            raise ValueError(ErrorString(error.code)) from None

    def place(self, index: int) -> int:
        """How many letters stand before the byte at *index*."""
        return len(self._content[: max(index, 0)].decode("utf-8", "ignore"))

    def _here(self) -> int:
        return (self._parser.CurrentLineNumber if self._parser else 0) + self.skipped_lines

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            self.too_deep += 1
            return
        plain = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), plain, self._here())
        if self.open:
            self.open[-1].parts.append(element)
            self.open[-1].texts.append("")
        else:
            self.root = element
        self.open.append(element)
        self.starts.append(self._parser.CurrentByteIndex if self._parser else 0)

    def _end(self, name: str) -> None:  # noqa: ARG002
        if self.too_deep:
            self.too_deep -= 1
        else:
            self.open.pop().last_line = self._here()
            self.starts.pop()

    def _text(self, text: str) -> None:
        if self.open:
            self.open[-1].texts[-1] += text

    def _refuse(self, *declared: object) -> None:
        if not declared[-1]:
            return  # a name alone, with nothing between square brackets
        self.line = self._here()
        raise _Refused("declares a document type, which may hide entities; nothing of it is read")


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _inner(element: Element) -> str:
    """What stands in *element*, elements in it as HTML."""
    written: list[str] = []
    steps: list[Element | str] = [element]
    while steps:
        step = steps.pop()
        if isinstance(step, str):
            written.append(step)
            continue
        if step is not element:
            written.append(f"<{step.name}>")
            steps.append(f"</{step.name}>")
        for part, text in zip(reversed([None, *step.parts]), reversed(step.texts), strict=True):
            steps.append(text)
            if part is not None:
                steps.append(part)
    return "".join(written)


@dataclass(slots=True)
class _Piece:
    """A tag of a frame, or the text of a part; *whole* says whether it is closed."""

    name: str
    text: str
    first: int
    last: int
    whole: bool


def _salvage(
    text: str, reader: _Reader, frames: tuple[str, ...], part: str, reason: str
) -> list[tuple[int, int, str]]:
    """Put what is whole behind the break into ``reader.root``; the breaks, with what is lost."""
    last = text.rstrip().count("\n") + 1
    if reader.root is None:
        return [(min(reader.line, last), last, reason)]
    start, chain = _last_sound_place(reader, part, last)
    line = text.count("\n", 0, start) + 1
    breaks: list[tuple[int, int, str]] = []
    for piece in _pieces(text[start:], line, frames, part):
        if piece.name in frames:
            _enter(piece, chain, frames)
            continue
        element = _alone(piece.text, piece.first) if piece.whole else None
        if element is None or not chain:
            breaks.append((piece.first, piece.last, reason if piece.whole else "is cut off"))
        else:
            _append(chain[-1], element)
    ended = text.rfind(f"</{reader.root.name}", start) >= 0
    if not breaks or (not ended and breaks[-1][1] < last):
        breaks.append((min(reader.line, last) if not breaks else last, last, reason))
    return breaks


def _last_sound_place(reader: _Reader, part: str, last: int) -> tuple[int, list[Element]]:
    """Where in the text the broken part begins, and the frames that are open there."""
    chain: list[Element] = []
    for element, start in zip(reader.open, reader.starts, strict=True):
        element.last_line = last
        if element.name == part:
            if chain:
                chain[-1].parts.remove(element)
                chain[-1].texts.pop()
            return reader.place(start), chain
        chain.append(element)
    return reader.place(reader.broken_at), chain


def _pieces(text: str, line: int, frames: tuple[str, ...], part: str) -> Iterator[_Piece]:
    """The tags of *frames* and the text of each *part*; *text* begins on *line*."""
    names = "|".join(map(re.escape, (*frames, part)))
    tag_form = re.compile(rf"<(?P<name>{names})(?=[\s/>])[^<>]*>|</{re.escape(part)}\s*>")
    at, begun = 0, None
    for tag in tag_form.finditer(text):
        in_part = begun is not None
        if tag["name"] in frames and in_part and "=" not in tag[0]:
            continue  # the room of an event is named within the event, too
        if begun is not None:
            end = tag.end() if tag["name"] is None else tag.start()
            piece = text[begun:end].rstrip()
            line += text.count("\n", at, begun)
            at = begun
            yield _Piece(part, piece, line, line + piece.count("\n"), tag["name"] is None)
            begun = None
        if tag["name"] == part:
            begun = tag.start()
        elif tag["name"]:
            line += text.count("\n", at, tag.start())
            at = tag.start()
            yield _Piece(tag["name"], tag[0], line, line + tag[0].count("\n"), True)
    if begun is not None:
        line += text.count("\n", at, begun)
        piece = text[begun:].rstrip()
        yield _Piece(part, piece, line, line + piece.count("\n"), False)


def _enter(piece: _Piece, chain: list[Element], frames: tuple[str, ...]) -> None:
    """Make the frame that *piece* opens the last of *chain*, in place of those it follows."""
    frame = _alone(piece.text.rstrip("/>") + "/>", piece.first)
    level = frames.index(piece.name)
    while len(chain) > 1 and chain[-1].name not in frames[:level] and chain[-1] is not chain[0]:
        chain.pop()
    if frame is not None and chain:
        _append(chain[-1], frame)
        chain.append(frame)


def _append(parent: Element, part: Element) -> None:
    parent.parts.append(part)
    parent.texts.append("")


def _alone(text: str, line: int) -> Element | None:
    """The one element that *text* is, if it is whole."""
    reader = _Reader(line - 1)
    try:
        reader.read(text)
    except (_Refused, ValueError):
        return None
    return reader.root
