"""Columns that share the width at hand: what is fixed stays whole, what is widest gives way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from rich import box
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from talkctl.render.table.ink import FAINT, HEADING, Hanging, dotted

GAP = 2
READABLE = 100
"""No line of prose is wider, however wide the screen."""
NARROWEST_PAIR = 36
"""Below this, names and what is said for them do not stand in two columns."""

Cell = Text | Hanging


class Yielding(Protocol):
    """How a column gives way where width is short."""

    @property
    def fixed(self) -> bool:
        """Whether it never does."""

    @property
    def floor(self) -> int:
        """How narrow it becomes while there is any other way."""

    @property
    def weight(self) -> float:
        """Of two columns, the one with twice the weight stays twice as wide."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and cells, and how it gives way where width is short."""

    heading: str
    cells: Sequence[Cell]
    fixed: bool = False
    """Never broken, so that it can be copied."""
    floor: int = 12
    weight: float = 1
    optional: int = 0
    """Left out where not all columns fit unbroken; the highest first."""
    justify: Literal["left", "right"] = "left"
    labelled: bool = False
    """Where there is no place for columns, the heading stands before the cell."""

    @property
    def natural(self) -> int:
        """The width at which nothing needs to be broken."""
        return max([len(self.heading), *(_cell_width(cell) for cell in self.cells)])

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not any(_cell_width(cell) for cell in self.cells)


def _cell_width(cell: Cell) -> int:
    lines = cell.lines if isinstance(cell, Hanging) else cell.split("\n")
    return max((line.cell_len for line in lines), default=0)


def table(
    columns: Sequence[Column], width: int, *, airy: bool = False, headings: bool = True
) -> RenderableType:
    """The *columns* side by side in *width*, or one below the other where that is too narrow.

    *airy* leaves a blank line between rows.
    """
    if headings and _least(_affordable(columns, width)) > width:
        return Group(*_one_below_the_other(columns))
    # Below headings runs a rule, and where it crosses from column to column takes one blank.
    made = Table(
        box=_RULE if headings else None,
        show_header=headings,
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1 if headings else GAP, 0, 0),
        collapse_padding=True,
        header_style=FAINT,
        border_style=FAINT,
        leading=1 if airy else 0,
    )
    columns = _affordable(columns, width)
    for column, share in zip(columns, shares(columns, width), strict=True):
        made.add_column(column.heading, width=share, justify=column.justify, overflow="fold")
    for cells in zip(*(column.cells for column in columns), strict=True):
        made.add_row(*cells)
    return made


def _least(columns: Sequence[Column]) -> int:
    """The width below which *columns* beside one another cannot be read."""
    return narrowest([column.natural for column in columns], columns) + GAP * (len(columns) - 1)


def narrowest(widths: Sequence[int], columns: Sequence[Yielding]) -> int:
    """The least that *columns*, which would be so wide by themselves, take together."""
    pairs = zip(widths, columns, strict=True)
    return sum(wide if column.fixed else min(column.floor, wide) for wide, column in pairs)


def _one_below_the_other(columns: Sequence[Column]) -> Iterable[RenderableType]:
    """The cells of each row one below the other; small numbers share a line."""
    for place, cells in enumerate(zip(*(column.cells for column in columns), strict=True)):
        if place:
            yield Text()
        small: list[Text] = []
        for column, cell in zip(columns, cells, strict=True):
            if not _cell_width(cell):
                continue
            if isinstance(cell, Text) and (column.labelled or column.justify == "right"):
                cell = Text(f"{column.heading} ", FAINT) + cell
                if column.justify == "right" or not column.fixed:
                    small.append(cell)
                    continue
            if small:
                yield _joined(small)
                small = []
            yield unbroken(cell) if column.fixed and isinstance(cell, Text) else cell
        if small:
            yield _joined(small)


def _joined(small: Sequence[Text]) -> RenderableType:
    if any("\n" in text.plain for text in small):
        return Group(*small)
    return Hanging([Text(" · ", FAINT).join(small)])


def beneath(parts: Sequence[Text], width: int) -> RenderableType:
    """Ids and a few words on one line with dots between, or a line for each."""
    line = dotted(parts)
    return line if line.cell_len <= width else Group(*(unbroken(part) for part in parts if part))


def unbroken(text: Text) -> Text:
    """*text* that is never broken, so that it can be copied: an id, an address."""
    text.no_wrap, text.overflow = True, "ignore"
    return text


_RULE = box.Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
"""A line below the headings, and nothing else."""


def shares(columns: Sequence[Column], width: int) -> list[int]:
    """How wide each column becomes, so that all of them fit into *width*."""
    room = width - GAP * (len(columns) - 1)
    return given_way([column.natural for column in columns], columns, room)


def given_way(widths: Sequence[int], columns: Sequence[Yielding], room: int) -> list[int]:
    """How wide *columns*, which would be so wide by themselves, become to fit into *room*.

    The widest gives way, down to its floor; where that is not enough, further.
    """
    given = list(widths)
    _shrink(given, columns, room, [column.floor for column in columns])
    _shrink(given, columns, room, [1 for _ in columns])
    return given


def _shrink(
    widths: list[int], columns: Sequence[Yielding], room: int, floors: Sequence[int]
) -> None:
    """Take from the widest until all fit into *room*, or none has anything left to give."""
    while sum(widths) > room:
        spare = [
            place
            for place, column in enumerate(columns)
            if not column.fixed and widths[place] > floors[place]
        ]
        if not spare:
            return
        widths[max(spare, key=lambda place: widths[place] / columns[place].weight)] -= 1


def _affordable(columns: Sequence[Column], width: int) -> list[Column]:
    kept = list(columns)
    while sum(column.natural + GAP for column in kept) - GAP > width:
        last = max(kept, key=lambda column: column.optional)
        if not last.optional:
            break
        kept.remove(last)
    return kept


def wrapped(text: Text, width: int) -> RenderableType:
    """*text* in lines that are comfortable to read."""
    return Constrain(text, min(width, READABLE))


def facts(said: Iterable[tuple[str, Text]], width: int) -> RenderableType:
    """Names and what is said for them, one below the other."""
    names, values = zip(*said, strict=True)
    if width < NARROWEST_PAIR:
        lines = (Text(f"{name} ", FAINT) + value for name, value in zip(names, values, strict=True))
        return Hanging(part for line in lines for part in line.split("\n"))
    return table(
        [
            Column("", [Text(name, FAINT) for name in names], fixed=True),
            Column("", [Hanging(value.split("\n")) for value in values]),
        ],
        min(width, READABLE),
        headings=False,
    )


def section(
    heading: str, parts: Iterable[RenderableType], *, spaced: bool = False
) -> list[RenderableType]:
    """A heading and its *parts*, or nothing where there are none."""
    shown = list(parts)
    if not shown:
        return []
    made: list[RenderableType] = [Text(), Text(heading.upper(), HEADING)]
    for place, part in enumerate(shown):
        if spaced and place:
            made.append(Text())
        made.append(part)
    return made
