"""Any answer as a simple table: for ``--fields``, and for shapes without a view of their own."""

from __future__ import annotations

from rich.console import RenderableType

from talkctl.render.answer import Answer, rows
from talkctl.render.table.ink import ID, prose
from talkctl.render.table.layout import Column, table

_WHOLE = ("id", "slug", "path")


def view(answer: Answer, width: int) -> list[RenderableType]:
    """The fields of *answer* that were asked for, or all of them."""
    names, lines = rows(answer, {})
    columns = [
        Column(
            name,
            [prose(line[place], ID if name == "id" else "") for line in lines],
            fixed=name in _WHOLE,
            labelled=name not in ("id", "slug", "title", "name"),
            justify="right" if _numeric(answer, name) else "left",
        )
        for place, name in enumerate(names)
    ]
    return [table(columns, width)]


def _numeric(answer: Answer, name: str) -> bool:
    values = [item.get(name) for item in answer.items]
    return any(isinstance(value, int | float) for value in values) and not any(
        isinstance(value, bool | str) for value in values
    )
