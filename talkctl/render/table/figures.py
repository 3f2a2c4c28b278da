"""The library in figures: totals in a line, small tables side by side, the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.table.ink import BAR, FAINT, HEADING, TITLE, WARNING, dotted, ink
from talkctl.render.table.layout import GAP, Column, section, table
from talkctl.render.table.library import documents, number

_TOTALS = (
    ("talks", "talks"),
    ("people", "people"),
    ("events", "events"),
    ("timed", "with a time"),
    ("records", "records"),
)
_TALLIES = (
    ("levels", "levels"),
    ("kinds", "kinds"),
    ("languages", "languages"),
    ("events_by_talks", "events"),
    ("organisations", "organisations"),
)
"""Key of the object -> heading; each becomes a small table of its own."""

_MOST = 10
_APART = 4
_WIDTH = 36
_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class Tally:
    """A small table: names with their counts, and how many it leaves out."""

    heading: str
    counts: Sequence[tuple[str, int]]
    more: int


def view(answer: Answer, width: int) -> list[RenderableType]:
    """The figures of each library in *answer*."""
    parts: list[RenderableType] = []
    for item in answer.items:
        parts.append(_totals(item))
        for row in _shelves(_tallies(item), width):
            parts += [Text(), _side_by_side(row, min(width, _WIDTH))]
        if read := item.get("documents"):
            parts += section("documents", [documents(read, width)])
        if remarks := item.get("remarks"):
            parts += [Text(), Text(f"{remarks} lines could not be placed", WARNING)]
        if library := item.get("library"):
            parts += [Text(), _library(library)]
    return parts


def _totals(item: Item) -> Text:
    totals = [
        number(item[name], TITLE) + Text(f" {label}")
        for name, label in _TOTALS
        if item.get(name) is not None
    ]
    if item.get("minutes"):
        totals.append(Text(f"{item['minutes'] / 60:,.0f}", TITLE) + Text(" h recorded"))
    return dotted(totals)


def _tallies(item: Item) -> list[Tally]:
    """The tallies that *item* has anything for."""
    found = []
    for name, heading in _TALLIES:
        counts = _counts(item.get(name))
        if counts:
            found.append(Tally(heading, counts[:_MOST], len(counts) - _MOST))
    return found


def _counts(content: Any) -> list[tuple[str, int]]:
    if isinstance(content, Mapping):
        return [(_label(name), count) for name, count in content.items()]
    return [
        (_label(part.get("id") or part.get("name")), part.get("talks") or 0)
        for part in content or ()
    ]


def _label(name: str | None) -> str:
    return ink(name).plain if name else "unknown"


def _shelves(tallies: Sequence[Tally], width: int) -> list[Sequence[Tally]]:
    """The *tallies* in rows, as many side by side as *width* has room for."""
    count = max((width + _APART) // (_WIDTH + _APART), 1)
    return [tallies[place : place + count] for place in range(0, len(tallies), count)]


def _side_by_side(tallies: Sequence[Tally], width: int) -> RenderableType:
    grid = Table.grid(padding=(0, _APART, 0, 0), pad_edge=False)
    for _ in tallies:
        grid.add_column(width=width)
    grid.add_row(*(_drawn(tally, width) for tally in tallies))
    return grid


def _drawn(tally: Tally, width: int) -> RenderableType:
    largest = max(count for _, count in tally.counts)
    counts = [number(count) for _, count in tally.counts]
    bars = _BAR if width == _WIDTH else 0
    label = width - bars - (2 if bars else 1) * GAP - max(count.cell_len for count in counts)
    columns = [
        Column("", [_name(name, label) for name, _ in tally.counts], fixed=True),
        Column("", counts, fixed=True, justify="right"),
    ]
    if bars:
        columns.append(Column("", [bar(n, largest) for _, n in tally.counts], fixed=True))
    parts: list[RenderableType] = [
        Text(tally.heading.upper(), HEADING),
        table(columns, width, headings=False),
    ]
    if tally.more > 0:
        parts.append(Text(f"and {tally.more:,} more", FAINT))
    return Group(*parts)


def _name(name: str, width: int) -> Text:
    """*name* in just *width* columns, so that the bars of all tables stand in line."""
    text = Text(name, FAINT if name == "unknown" else "")
    text.truncate(width, overflow="ellipsis", pad=True)
    return text


def bar(count: float, largest: float) -> Text:
    """A bar as long as *count*; what is there at all shows."""
    eighths = max(round(count / largest * _BAR * 8), 1) if count and largest else 0
    whole, rest = divmod(eighths, 8)
    return Text("█" * whole + (_EIGHTHS[rest] if rest else ""), BAR)


def _library(library: Item) -> Text:
    size = library.get("size")
    told = [
        str(library.get("path") or ""),
        f"version {library['version']}" if library.get("version") is not None else "",
        f"{size / 1e6:,.1f} MB" if size else "",
    ]
    return dotted(ink(part, FAINT) for part in told)
