"""A page's text as a browser would copy it, with the lines of the file that it comes from.

Block elements make lines, paragraphs and headings have empty lines around them, what is hidden, a
menu, a script or a form is left out. In two writings: *plain*, as what is pasted from a browser,
and *marked*, in Markdown, where headings, lists, tables and links keep what they are.

    <h2>Talks</h2><ul><li><a href="x">Knots</a></ul>      Talks / • Knots
                                                          ## Talks / - [Knots](x)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN = frozenset(
    "script style noscript template head nav footer svg canvas iframe object embed button select"
    " option datalist textarea input audio video map math dialog".split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr figure fieldset".split())
_LINES = frozenset(
    "address article aside body caption center dd details div dt figcaption header html legend li main"
    " section summary tbody tfoot thead tr form".split()
)
_IN_CELLS = frozenset("br p div h1 h2 h3 h4 h5 h6 ul ol li section article".split())
_NOT_DISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_TOLD_BY_PICTURE = re.compile(r"avatar for .{1,100}|\S{1,20} image", re.IGNORECASE)
"""What pictures say that the text goes on from, in Sched's programmes and in archives of videos."""

_MOST_LINES = 400_000


class Anchor(NamedTuple):
    """A link that stands on a line: where it leads, its words, and its own ``id``."""

    href: str
    words: str
    id: str


@dataclass(slots=True)
class TextLine:
    """A line of the text, the lines of the file it comes from, and what links stand on it."""

    text: str
    first: int
    last: int
    anchors: list[Anchor] = field(default_factory=list)
    room: str = ""
    files: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Copy:
    """The text of a page; *heading* is the index of the line of its first ``h1``."""

    lines: list[TextLine]
    heading: int | None = None

    def text(self, begin: int = 0) -> str:
        """The text from the line with that index on."""
        return "\n".join(line.text for line in self.lines[begin:])


class Writer:
    """A text in the making: lines, and how many line breaks are due before the next word."""

    def __init__(self, marked: bool) -> None:
        self.marked = marked
        self.lines: list[TextLine] = []
        self.pieces: list[str] = []
        self.ended = 0
        self.first = self.last = 0
        self.anchors: list[Anchor] = []
        self.room = ""
        self.due = 0
        self.blank = False
        self.prefix = ""

    def write(self, text: str, line: int) -> None:
        """*text*, which begins on *line* of the file, with its blanks run together."""
        words = text.split()
        if not words:
            self.blank = self.blank or bool(text)
            return
        begin = line + text[: len(text) - len(text.lstrip())].count("\n")
        end = line + text.rstrip().count("\n")
        self._start_line(begin)
        if self.pieces and (self.blank or text[0].isspace()):
            self.pieces.append(" ")
        if self.prefix:
            self.pieces.append(self.prefix)
            self.prefix = ""
        self.pieces.append(" ".join(words))
        self.blank = text[-1].isspace()
        self.last = max(self.last, end)

    def write_lines(self, text: str, line: int) -> None:
        """*text* as it stands, line for line."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self.end_line(1)
            if part.strip():
                self._start_line(line + number)
                self.pieces.append(part.rstrip() if self.pieces else part)

    def end_line(self, breaks: int) -> None:
        """The line ends here; with two *breaks* an empty one follows."""
        self.flush()
        self.due = max(self.due, breaks)
        self.blank = False

    def flush(self) -> None:
        """What is written of the line becomes a line."""
        if self.pieces and len(self.lines) < _MOST_LINES:
            text = "".join(self.pieces)
            self.lines.append(TextLine(text, self.first, self.last, self.anchors, self.room))
            self.anchors, self.room = [], ""
        self.ended += bool(self.pieces)
        self.pieces = []

    def link(self, begin: tuple[int, int], href: str, id_: str) -> None:
        """What was written since *begin*, a line and a piece of it, is a link."""
        line, piece = begin
        if line != self.ended or piece >= len(self.pieces):
            return
        words = "".join(self.pieces[piece:]).strip()
        self.anchors.append(Anchor(href, words, id_))
        led = href.startswith(("http://", "https://", "mailto:")) or "." in href[-6:]
        if self.marked and led and words and not {"[", "]"} & set(words) and len(href) < 2000:
            opening = "".join(self.pieces[piece:])
            blank = " " if opening[:1] == " " else ""
            self.pieces[piece:] = [f"{blank}[{words}](<{href}>)" if " " in href or "(" in href
                                   else f"{blank}[{words}]({href})"]  # fmt: skip

    def part_cell(self) -> None:
        """What follows in a cell stands on a line of its own, which rows in Markdown cannot have."""
        if self.pieces and not self.prefix:
            self.prefix, self.blank = "- ", True

    @property
    def place(self) -> tuple[int, int]:
        """Where the next word will stand: how many lines ended before, and the piece of the line."""
        return self.ended, len(self.pieces)

    def _start_line(self, line: int) -> None:
        if self.pieces:
            return
        if self.due > 1 and self.lines and self.lines[-1].text:
            self.lines.append(TextLine("", line, line))
        self.due = 0
        self.first = self.last = line


class Copier:
    """Walks over a tree and writes its text; what single sites need beyond is done by *marks*."""

    def __init__(self, writer: Writer, marks: Marks | None = None) -> None:
        self.writer = writer
        self.marks = marks
        self.line = 1
        self.verbatim = 0
        self.heading: int | None = None
        self.lists: list[int | None] = []
        self.cells = 0
        self.cell: tuple[int, int] | None = None
        """Where the open cell of a row in Markdown begins."""
        self._links: list[tuple[int, int]] = []

    def copy(self, root: _Element) -> Copy:
        """The text of everything below *root*."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            self.line = max(self.line, element.sourceline or 0)
            if event == "start":
                if self._is_hidden(element) or (self.marks and self.marks.takes(self, element)):
                    walk.skip_subtree()
                    self.line += newlines(element)
                    self._links.append((-1, -1))
                    continue
                self._enter(element)
            elif event == "end":
                self._leave(element)
            else:
                self.line += (element.text or "").count("\n")
                self._text(element.tail)
        self.writer.flush()
        return Copy(self.writer.lines, self.heading)

    def _is_hidden(self, element: _Element) -> bool:
        if element.tag in _HIDDEN or element.get("hidden") is not None:
            return True
        style = element.get("style")
        return element.get("aria-hidden") == "true" or bool(
            style and _NOT_DISPLAYED.search(style[:500])
        )

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self.verbatim:
            self.writer.write_lines(text, self.line)
        else:
            self.writer.write(text, self.line)
        self.line += text.count("\n")

    def _enter(self, element: _Element) -> None:
        tag, writer = element.tag, self.writer
        self._links.append(writer.place)
        if self.cell and tag in _IN_CELLS:
            writer.part_cell()
        elif tag in _APART:
            writer.end_line(self._breaks_around(tag))
        elif tag in _LINES:
            writer.end_line(1)
        elif tag == "br":
            writer.due = min(2, writer.due + 1) if not writer.pieces else writer.due
            writer.end_line(1)
        elif tag == "img" and _TOLD_BY_PICTURE.fullmatch((element.get("alt") or "").strip()[:130]):
            writer.end_line(1)
            writer.write((element.get("alt") or "").strip(), self.line)
            writer.end_line(1)
        self._mark(element)
        self._text(element.text)

    def _breaks_around(self, tag: str) -> int:
        """Lists stand close: only what is no paragraph has empty lines around it there."""
        return 1 if self.lists and tag in ("p", "ul", "ol", "dl") else 2

    def _mark(self, element: _Element) -> None:
        """What stands before the words of an element: bullets, and the marks of Markdown."""
        tag, writer = element.tag, self.writer
        if tag == "h1" and self.heading is None:
            writer.flush()
            self.heading = len(writer.lines) + (1 if writer.due > 1 and writer.lines else 0)
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            writer.prefix = self._bullet()
        elif tag == "pre":
            self.verbatim += 1
            if writer.marked:
                writer.write_lines("```", self.line)
                writer.end_line(1)
        elif tag == "tr":
            self.cells = 0
        elif tag in ("td", "th"):
            self.cells += 1
            if writer.marked:
                writer.prefix = "| " if not writer.pieces else " | "
                self.cell = (writer.ended, len(writer.pieces))
            elif writer.pieces:
                writer.pieces.append("\t")
                writer.blank = False
        elif writer.marked and tag[:1] == "h" and tag[1:] in "123456" and len(tag) == 2:
            writer.prefix = f"{'#' * int(tag[1:])} "
        elif writer.marked and tag == "blockquote":
            writer.prefix = "> "

    def _bullet(self) -> str:
        depth = max(0, min(len(self.lists), 6) - 1)
        if not self.writer.marked:
            return "• "
        count = self.lists[-1] if self.lists else None
        if self.lists and count is not None:
            self.lists[-1] = count + 1
            return f"{'  ' * depth}{count + 1}. "
        return f"{'  ' * depth}- "

    def _leave(self, element: _Element) -> None:
        tag, writer = element.tag, self.writer
        begin = self._links.pop() if self._links else (-1, -1)
        if tag == "a" and begin[0] >= 0:
            writer.link(begin, (element.get("href") or "").strip(), (element.get("id") or "")[:80])
        if tag == "pre" and begin[0] >= 0:
            self.verbatim = max(0, self.verbatim - 1)
            if writer.marked:
                writer.end_line(1)
                writer.write_lines("```", self.line)
        if tag in ("ul", "ol") and self.lists and begin[0] >= 0:
            self.lists.pop()
        if tag == "tr" and writer.marked and writer.pieces:
            self._end_row()
        if self.cell and tag in ("td", "th") and begin[0] >= 0:
            self._end_cell(element)
        elif self.cell and tag in _IN_CELLS:
            writer.part_cell()
        elif begin[0] >= 0 and tag in _APART:
            writer.end_line(self._breaks_around(tag))
        elif begin[0] >= 0 and tag in _LINES:
            writer.end_line(1)
        if not self.cell and (tag in ("li", "blockquote") or tag in _APART):
            writer.prefix = ""
        if self.marks:
            self.marks.leaves(element)
        self._text(element.tail)

    def _end_cell(self, element: _Element) -> None:
        """A cell of a row in Markdown; one that spans several columns stands in each of them."""
        writer, begin = self.writer, self.cell
        self.cell = None
        writer.blank = False
        span = (element.get("colspan") or "1").strip()
        told = writer.pieces[begin[1] :] if begin and begin[0] == writer.ended else []
        if not told:
            told = [writer.prefix]
            writer.write_lines(writer.prefix, self.line)
        writer.prefix = ""
        text = "".join(told).removeprefix(" | ").removeprefix("| ")
        for _ in range(min(int(span), 20) - 1 if span.isdecimal() else 0):
            writer.pieces.append(f" | {text}")
            self.cells += 1

    def _end_row(self) -> None:
        """A row of a table in Markdown; below the first there is the line that makes it a table."""
        writer = self.writer
        writer.pieces.append(" |")
        writer.prefix = ""
        above = writer.lines[-1].text if writer.lines else ""
        line = writer.last
        writer.end_line(1)
        if not above.startswith("|"):
            writer.write_lines(f"|{'---|' * min(max(self.cells, 1), 50)}", line)
            writer.end_line(1)


class Marks:
    """What one site's own mark-up says beyond HTML."""

    def takes(self, copier: Copier, element: _Element) -> bool:
        """Whether the site's mark-up is dealt with here and the element is not walked into."""
        raise NotImplementedError

    def leaves(self, element: _Element) -> None:
        """The walk leaves *element*."""


def newlines(element: _Element) -> int:
    """How many line breaks of the file stand in the texts within *element*."""
    return sum(text.count("\n") for text in texts(element))


def texts(element: _Element) -> Iterator[str]:
    """The texts within *element*, those of its comments included."""
    for one in element.iter():
        if one.text:
            yield one.text
        if one is not element and one.tail:
            yield one.tail


def words_of(element: _Element) -> str:
    """The words within *element* on one line."""
    return " ".join("".join(element.itertext()).split())
