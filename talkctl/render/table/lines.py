"""Lines of text in columns, for views with more of them than Rich lays out in a blink.

A programme has thousands of cells, and Rich takes half a millisecond for each. Here a line is a list
of runs, pieces of text with a style each, and a page of them becomes one piece for Rich.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from talkctl.render.answer import Item, org_name
from talkctl.render.table.ink import DOUBT, FAINT
from talkctl.render.table.layout import given_way, narrowest
from talkctl.text import one_line

Run = tuple[str, str]
"""A piece of text on one line, and its style."""

Line = list[Run]
_DOT: Run = (" · ", FAINT)


class Column(NamedTuple):
    """A column: its cells, each some lines, and how it gives way where width is short."""

    cells: Sequence[Sequence[Line]]
    fixed: bool = False
    floor: int = 12
    weight: float = 1
    indent: int = 0
    """How far lines that must be broken go on to the right."""


def run(text: str | None, style: str = "") -> Line:
    """*text* as a line; unknown is empty."""
    line = one_line(text or "")
    return [(line, style)] if line else []


def dotted(parts: Iterable[Line]) -> Line:
    """The *parts* that are not empty, with dots between."""
    shown = [part for part in parts if part]
    found = shown[0][:] if shown else []
    for part in shown[1:]:
        found += [_DOT, *part]
    return found


def titled(talk: Item, style: str) -> Line:
    """The title of *talk*, or that it has none."""
    return run(talk["title"], style) or [("no title", FAINT)]


def billed(speaker: Item) -> Line:
    """``Sarah Novotny, Google``, with the role where the kind of talk does not imply it."""
    found = run(speaker["billed_as"])
    if speaker["role"] not in ("speaker", "panelist"):
        found.append((f" ({one_line(speaker['role'])})", FAINT))
    org = one_line(speaker["org"] or "")
    if not org:
        return found
    certain = speaker["org_certain"]
    return [*found, (", ", FAINT), (org_name(org, certain), FAINT if certain else DOUBT)]


def width_of(line: Line) -> int:
    """How many columns of a screen *line* takes."""
    wide = 0
    for text, _ in line:
        wide += len(text) if text.isascii() else cell_len(text)
    return wide


def broken(line: Line, width: int, indent: int = 0) -> list[Line]:
    """*line* in lines of at most *width*, broken between words where that is possible."""
    if width_of(line) <= width:
        return [line]
    made: list[Line] = []
    current: Line = []
    filled = 0
    for word in _words(line):
        wide = width_of(word)
        if current and filled + 1 + wide <= width:
            current = [*current, (" ", ""), *word]
            filled += 1 + wide
            continue
        if current:
            made.append(current)
        further = indent if indent + 1 < width else 0
        begins = further if made else 0
        pieces = _folded(word, width - further) if wide > width - begins else [word]
        for piece in pieces[:-1]:
            made.append(_behind(begins, piece))
            begins = further
        current = _behind(begins, pieces[-1])
        filled = width_of(current)
    return [*made, current] if current else made or [[]]


def _behind(blanks: int, line: Line) -> Line:
    return [(" " * blanks, ""), *line] if blanks else line


def _words(line: Line) -> list[Line]:
    """The words of *line*; one may be of several runs."""
    words: list[Line] = [[]]
    for text, style in line:
        first, *rest = text.split(" ")
        if first:
            words[-1].append((first, style))
        words += [[(part, style)] if part else [] for part in rest]
    return [word for word in words if word]


def _folded(word: Line, width: int) -> list[Line]:
    """A *word* that is too long for any line, in pieces."""
    pieces: list[Line] = [[]]
    filled = 0
    for text, style in word:
        for begin, end, wide in split_graphemes(text)[0]:
            letter = text[begin:end]
            if filled + wide > width and pieces[-1]:
                pieces.append([])
                filled = 0
            if pieces[-1] and pieces[-1][-1][1] == style:
                pieces[-1][-1] = (pieces[-1][-1][0] + letter, style)
            else:
                pieces[-1].append((letter, style))
            filled += wide
    return pieces


def padded(line: Line, width: int) -> Line:
    """*line* with blanks behind it up to *width*."""
    blanks = width - width_of(line)
    return [*line, (" " * blanks, "")] if blanks > 0 else line


def side_by_side(columns: Sequence[Column], width: int, gap: int = 2) -> list[Line]:
    """The *columns* beside one another in *width*; those with nothing in them are left out."""
    shown = [one for one in columns if any(line for cell in one.cells for line in cell)]
    widths = [_natural(column) for column in shown]
    room = width - gap * (len(shown) - 1)
    if narrowest(widths, shown) > room:
        return list(_one_below_the_other(shown, width))
    shares = given_way(widths, shown, room)
    made: list[Line] = []
    for cells in zip(*(column.cells for column in shown), strict=True):
        laid = [
            [part for line in cell if line for part in broken(line, share, column.indent)]
            for cell, share, column in zip(cells, shares, shown, strict=True)
        ]
        for n in range(max(1, *(len(lines) for lines in laid))):
            row: Line = []
            for lines, share in zip(laid, shares, strict=True):
                row += padded(lines[n] if n < len(lines) else [], share + gap)
            made.append(row)
    return made


def _natural(column: Column) -> int:
    return max((width_of(line) for cell in column.cells for line in cell), default=0)


def _one_below_the_other(columns: Sequence[Column], width: int) -> Iterator[Line]:
    """The cells of each row one below the other, what is never broken side by side."""
    for place, cells in enumerate(zip(*(column.cells for column in columns), strict=True)):
        if place and any(line for cell in cells for line in cell):
            yield []
        head: Line = []
        for cell, column in zip(cells, columns, strict=True):
            if not column.fixed:
                break
            for line in cell:
                head = [*head, ("  ", ""), *line] if head and line else head or line
        if head:
            yield head
        for cell, column in zip(cells, columns, strict=True):
            if not column.fixed:
                yield from (part for line in cell if line for part in broken(line, width, 2))


class Page:
    """Lines that are laid out already."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = list(lines)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del options
        if console.record:
            for line in self.lines:
                yield from (Segment(text, console.get_style(style)) for text, style in line)
                yield Segment.line()
            return
        coloured = console.color_system is not None
        styles = {style for line in self.lines for _, style in line if style}
        codes = {style: _codes(console.get_style(style)) for style in styles}
        written = []
        for line in self.lines:
            for text, style in line:
                before, after = codes[style] if coloured and style else ("", "")
                written.append(f"{before}{text}{after}")
            written.append("\n")
        yield Segment("".join(written))


def _codes(style: Style) -> tuple[str, str]:
    """What a terminal is sent before and after a text of *style*."""
    before, _, after = style.render("|", color_system=ColorSystem.EIGHT_BIT).partition("|")
    return before, after
