"""What newer exports changed, and what looks wrong with the command that mends it."""

from __future__ import annotations

from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.dates import short_date
from talkctl.render.table.ink import FAINT, HEADING, ID, TITLE, WARNING, ink, prose, stacked
from talkctl.render.table.layout import Column, table, unbroken

_HEADINGS = {
    "talk": "TALKS THAT MAY BE ONE",
    "person": "PEOPLE WHO MAY BE ONE",
    "event": "EVENTS THAT MAY BE ONE",
    "org": "ORGANISATIONS THAT MAY BE ONE",
    "time": "TIMES THAT CANNOT BE",
    "room": "ROOMS WITH TWO TALKS AT ONCE",
    "billing": "PEOPLE BILLED TWICE",
    "dates": "EVENTS WITH TALKS OUTSIDE THEIR DATES",
    "speakers": "TALKS WITHOUT SPEAKERS",
    "remark": "DOCUMENTS WITH SOMETHING LEFT OVER",
    "decision": "DECISIONS THAT FIND NOTHING ANY MORE",
}


def doubts(answer: Answer, _width: int) -> list[RenderableType]:
    """Doubts of one kind together, each with its reason and what to type."""
    shown: list[RenderableType] = []
    for kind, items in groupby(answer.items, key=lambda item: item["kind"]):
        shown.append(ink(_HEADINGS.get(kind, kind.upper()), HEADING))
        for item in items:
            told = [ink(" · ".join(item["names"]), TITLE), prose(item["reason"], FAINT)]
            shown.append(Padding(stacked(told), (0, 0, 0, 2)))
            if item["mend"]:
                shown.append(unbroken(Text("  ") + ink(item["mend"], ID)))
        shown.append(Text())
    return shown[:-1]


def decisions(answer: Answer, width: int) -> list[RenderableType]:
    """What was decided, by the number that ``undo`` takes, and what was taken back since."""
    items = answer.items
    columns = [
        Column("", [ink(str(item["number"]), ID) for item in items], fixed=True, justify="right"),
        Column("decided", [ink(short_date(item["made"]), FAINT) for item in items], fixed=True),
        Column("that", [_decision(item) for item in items], floor=24),
    ]
    return [table(columns, width)]


def _decision(item: Item) -> Text:
    undone = f"taken back on {short_date(item['undone'])}" if item["undone"] else ""
    return stacked([ink(item["said"], FAINT if undone else ""), ink(undone, WARNING)])


def changes(answer: Answer, width: int) -> list[RenderableType]:
    """What was changed, the latest first."""
    items = answer.items
    columns = [
        Column("seen", [ink(short_date(item["imported"]), FAINT) for item in items], fixed=True),
        Column("change", [ink(item["kind"], _style(item)) for item in items], fixed=True),
        Column("talk", [_talk(item) for item in items], floor=30),
    ]
    return [table(columns, width)]


def _style(item: Item) -> str:
    return WARNING if item["kind"] in ("cancelled", "vanished") else ""


def _talk(item: Item) -> Text:
    below = Text()
    if item["before"] or item["after"]:
        below = ink(f"{item['before'] or 'unknown'} → {item['after'] or 'unknown'}", FAINT)
    return stacked([ink(item["title"], TITLE), below])
