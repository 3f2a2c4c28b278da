"""The library itself: its events, its documents and what was left over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.dates import date_span, short_date
from talkctl.render.table.ink import (
    FAINT,
    ID,
    TITLE,
    WARNING,
    Named,
    dotted,
    ink,
    prose,
    stacked,
)
from talkctl.render.table.layout import NARROWEST_PAIR, Column, table
from talkctl.render.table.talks import MEDIUM


def events(answer: Answer, width: int) -> list[RenderableType]:
    """Where and when, and how much is known."""
    items = answer.items
    wide = width >= MEDIUM or width < NARROWEST_PAIR
    dates = [ink(date_span(item["start"], item["end"])) for item in items]
    columns = [
        Column("event", [_event(item, wide) for item in items], floor=24, weight=1.8),
        Column("where", [_place(item) for item in items] if wide else [], floor=9),
        Column("dates", dates, fixed=not wide, floor=11),
        numbers("talks", items, "talk_count"),
        numbers("people", items, "speaker_count"),
        numbers("timed", items, "timed_count"),
        Column("id", [ink(item["id"], ID) for item in items] if wide else [], fixed=True),
    ]
    return [table(_filled(columns), width)]


def sources(answer: Answer, width: int) -> list[RenderableType]:
    """What was read, when, and what it gave."""
    return [documents(answer.items, width)]


def documents(items: Sequence[Item], width: int) -> RenderableType:
    """Documents with what each of them gave."""
    columns = [
        Column("document", [_document(item) for item in items], floor=20),
        Column("format", [ink(item.get("format")) for item in items], fixed=True),
        numbers("lines", items, "lines", FAINT, optional=2),
        numbers("records", items, "records"),
        numbers("talks", items, "talks"),
        numbers("left over", items, "remarks", WARNING),
        Column("read", [_read(item) for item in items], optional=1),
    ]
    return table(_filled(columns), width)


def imports(answer: Answer, width: int) -> list[RenderableType]:
    """What became of each file."""
    items = answer.items
    columns = [
        Column("file", [_file(item) for item in items], floor=20),
        Column("format", [ink(item["format"]) for item in items], fixed=True),
        numbers("new", items, "new"),
        *(
            numbers(heading, items, name, style)
            for name, heading, style in _OUTCOMES
            if any(item[name] for item in items)
        ),
    ]
    return [table(_filled(columns), width)]


_OUTCOMES = (
    ("joined", "joined", ""),
    ("updated", "updated", ""),
    ("unchanged", "unchanged", ""),
    ("vanished", "vanished", WARNING),
    ("remarks", "left over", WARNING),
)
"""What may become of talks beside being new; what became of none has no column."""


def _document(item: Item) -> Named:
    return Named([ink(item.get("document"), TITLE)])


def _file(item: Item) -> Named:
    """The file's name, that of the document it is known as, and what is wrong with it."""
    known = item["document"]
    below = ink(f"known as {known}", FAINT) if known not in (None, item["file"]) else Text()
    wrong = ink("left out, or not whole", WARNING) if item["problem"] else Text()
    return Named([ink(item["file"], TITLE), *filter(None, [dotted([below, wrong])])])


def remarks(answer: Answer, width: int) -> list[RenderableType]:
    """The lines no reader could place, and why."""
    items = answer.items
    several = len({item["document"] for item in items}) > 1
    documents = [_document(item) for item in items] if several else []
    columns = [
        Column("document", documents, floor=20),
        Column("lines", [ink(_span(item)) for item in items], fixed=True),
        Column("why", [ink(item["reason"], WARNING) for item in items], floor=16),
        Column("text", [prose(item["text"], FAINT) for item in items], floor=24),
    ]
    return [table(_filled(columns), width)]


def numbers(
    heading: str, items: Sequence[Item], name: str, style: str = "", optional: int = 0
) -> Column:
    """A column of counts under *heading*."""
    cells = [number(item.get(name), style) for item in items]
    return Column(heading, cells, fixed=True, justify="right", optional=optional)


def number(count: Any, style: str = "") -> Text:
    """A count; none at all is faint, unknown is empty."""
    if count is None:
        return Text()
    return Text(f"{count:,}", style if count else FAINT)


def _filled(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if not column.empty]


def _read(item: Item) -> Text:
    return ink(short_date(item.get("imported") or ""), FAINT)


def _event(item: Item, wide: bool) -> Text:
    """The name, and below it what a narrow screen has no columns for."""
    below = Text() if wide else dotted([ink(item["id"], ID), _place(item)])
    return stacked([ink(item["name"], TITLE), below])


def _place(item: Item) -> Text:
    return ink(", ".join(part for part in (item["city"], item["country"]) if part))


def _span(item: Item) -> str:
    first, last = item["first_line"], item["last_line"]
    return str(first) + (f"–{last}" if last != first else "")
