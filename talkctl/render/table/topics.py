"""What talks are about: each topic with a bar, its numbers, and talks that show what is meant."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.table.figures import bar
from talkctl.render.table.ink import FAINT, ID, TITLE, ink, stacked
from talkctl.render.table.layout import Column, table
from talkctl.render.table.library import numbers
from talkctl.render.table.talks import MEDIUM, NARROW


def view(answer: Answer, width: int) -> list[RenderableType]:
    """The topics of *answer*, as they come."""
    items = answer.items
    largest = max(item["score"] for item in items)
    columns = [
        Column("topic", [ink(item["topic"], TITLE) for item in items], floor=12),
        Column("", [bar(item["score"], largest) for item in items], fixed=True, optional=1),
        numbers("talks", items, "talks"),
    ]
    if any(item["elsewhere"] for item in items):
        columns.append(numbers("elsewhere", items, "elsewhere", FAINT))
    if width >= NARROW:
        shown = 2 if width >= MEDIUM else 1
        columns.append(
            Column("for example", [_examples(item, shown) for item in items], floor=24, weight=2)
        )
    return [table(columns, width)]


def _examples(item: Item, shown: int) -> Text:
    pairs = zip(item["examples"], item["titles"], strict=True)
    lines = [ink(talk, ID) + Text("  ") + ink(title, FAINT) for talk, title in pairs]
    return stacked(lines[:shown])
