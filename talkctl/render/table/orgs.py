"""Organisations: as a list, and one by one with whom they sent and to what."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.table.ink import (
    DOUBT,
    DOUBT_EXPLAINED,
    FAINT,
    ID,
    TITLE,
    ink,
    stacked,
)
from talkctl.render.table.layout import Column, beneath, facts, section, table
from talkctl.render.table.library import numbers
from talkctl.render.table.talks import MEDIUM, NARROW, talk_table
from talkctl.text import counted

_PEOPLE_SHOWN = 3


def list_view(answer: Answer, width: int) -> list[RenderableType]:
    """The organisations of *answer*, one a line."""
    items = answer.items
    columns = [
        Column("organisation", [_name(item) for item in items], floor=16, weight=1.3),
        numbers("talks", items, "talk_count"),
        numbers("people", items, "speaker_count"),
        numbers("events", items, "event_count", optional=2),
    ]
    if width >= NARROW:
        columns.append(
            Column("who", [_few(item["people"]) for item in items], floor=20, weight=1.3)
        )
    if width >= MEDIUM:
        columns.append(Column("levels", [_levels(item) for item in items], floor=12))
    columns.append(Column("id", [ink(item["id"], ID) for item in items], fixed=True, optional=1))
    return [table([column for column in columns if not column.empty], width)]


def view(answer: Answer, width: int) -> list[RenderableType]:
    """Each organisation of *answer*, with a line between them."""
    parts: list[RenderableType] = []
    for item in answer.items:
        if parts:
            parts += [Text(), Rule(style=FAINT), Text()]
        parts += _org(item, width)
    return parts


def _org(item: Item, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [ink(item["name"], TITLE), *_beneath(item, width)]
    told = [
        ("also as", Text(", ").join(ink(alias) for alias in item["aliases"])),
        ("events", Text(", ").join(_counted(event) for event in item["events"])),
        ("levels", _levels(item)),
    ]
    if said := [(name, text) for name, text in told if text]:
        parts += [Text(), facts(said, width)]
    if item["people"]:
        parts += section("people", [_people(item["people"], width)])
    if item["talks"]:
        parts += section("talks", [talk_table(item["talks"], width, {})])
    return parts


def _beneath(item: Item, width: int) -> list[RenderableType]:
    told = [
        ink(item["id"], ID),
        _count(item["talk_count"], "talk"),
        _count(item["speaker_count"], "speaker"),
    ]
    doubtful = item["talk_count"] - item["certain_count"]
    doubt = Text(f"{doubtful} in doubt", DOUBT) if doubtful else Text()
    line = beneath([*told, doubt], width)
    return [line, Text(DOUBT_EXPLAINED, DOUBT)] if doubtful else [line]


def _count(number: int, thing: str) -> Text:
    return Text(counted(number, thing), FAINT)


def _people(people: Sequence[Item], width: int) -> RenderableType:
    columns = [
        Column("name", [ink(one["name"], TITLE) for one in people], floor=16),
        numbers("talks", people, "talks"),
        Column("id", [ink(one["id"], ID) for one in people], fixed=True),
    ]
    return table(columns, width)


def _name(item: Item) -> Text:
    return stacked([ink(item["name"], TITLE), ink(", ".join(item["aliases"]), FAINT)])


def _few(named: Sequence[Item]) -> Text:
    shown = Text(", ").join(ink(one["name"]) for one in named[:_PEOPLE_SHOWN])
    more = len(named) - _PEOPLE_SHOWN
    return shown + Text(f" and {more} more", FAINT) if more > 0 else shown


def _levels(item: Item) -> Text:
    return Text(", ").join(_counted(level) for level in item["levels"])


def _counted(item: Item) -> Text:
    """``Google ×3``."""
    times = Text(f" ×{item['talks']}", FAINT) if item["talks"] > 1 else Text()
    return ink(item["name"]) + times
