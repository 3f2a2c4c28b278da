"""What is on at a moment and what begins next, room by room."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from talkctl.render.answer import Item
from talkctl.render.dates import clock, hours, starts_at
from talkctl.render.table.ink import FAINT, ID, NOTHING, TITLE, dotted, ink, stacked, title
from talkctl.render.table.layout import Column, table

_SIDE_BY_SIDE = 60
"""From so wide on, what is on and what is next stand beside one another."""


def view(talks: Sequence[Item], width: int) -> list[RenderableType]:
    """*talks*, each with its ``moment``, by their rooms: on now, and next."""
    rooms = list(dict.fromkeys(talk["room"] for talk in talks))
    on = [_cell(talks, room, on=True) for room in rooms]
    soon = [_cell(talks, room, on=False) for room in rooms]
    names = Column("room", [ink(room or NOTHING) for room in rooms], floor=8)
    if width < _SIDE_BY_SIDE:
        both = [
            stacked([now, *([Text("next", FAINT), then] if now and then else [then])])
            for now, then in zip(on, soon, strict=True)
        ]
        return [table([names, Column("talk", both)], width, airy=True)]
    columns = [names, Column("on now", on, floor=20), Column("next", soon, floor=20)]
    return [table([one for one in columns if not one.empty], width, airy=True)]


def _cell(talks: Sequence[Item], room: str | None, *, on: bool) -> Text:
    return stacked(
        _told(talk)
        for talk in talks
        if talk["room"] == room and (talk["moment"]["begins_in"] is None) == on
    )


def _told(talk: Item) -> Text:
    told = talk["moment"]
    people = ink(", ".join(speaker["billed_as"] for speaker in talk["speakers"]))
    start = clock(starts_at(talk))
    if told["begins_in"] is not None:
        when = f"{hours(talk)}, in {_minutes(told['begins_in'])}"
    elif told["left"] is None:
        when = f"since {start}, end unknown"
    else:
        when = f"since {start}, {_minutes(told['left'])} left"
    cancelled = talk["status"] or ""
    last = dotted([ink(talk["id"], ID), ink(when, FAINT), ink(cancelled)])
    return stacked([title(talk, TITLE), people, last])


def _minutes(count: int) -> str:
    if count < 24 * 60:
        return f"{count} min" if count < 60 else f"{count // 60} h {count % 60:02} min"
    days = round(count / (24 * 60))
    return "1 day" if days == 1 else f"{days} days"
