"""A programme: one chapter an event, one table a day, talks at one hour side by side in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from talkctl.model import INTERLUDES
from talkctl.render.answer import Answer, Item
from talkctl.render.dates import hours
from talkctl.render.programme import Day, chapters, common_room, undated_line
from talkctl.render.table.ink import (
    FAINT,
    HEADING,
    ID,
    NOTHING,
    TITLE,
    WARNING,
    billing,
    dotted,
    ink,
    stacked,
    title,
)
from talkctl.render.table.layout import Column, table
from talkctl.render.table.talks import MEDIUM, people


def view(answer: Answer, width: int) -> list[RenderableType]:
    """The talks of *answer* by event and day."""
    parts: list[RenderableType] = []
    for chapter in chapters(answer.items):
        parts.append(ink(chapter.heading, HEADING))
        for day in chapter.days:
            parts += [Text(), _day_heading(day), _day(day, width, answer.marks)]
        if chapter.undated:
            parts += [Text(), ink(undated_line(chapter), FAINT)]
        parts.append(Text())
    return parts[:-1]


def _day_heading(day: Day) -> Text:
    clocks = f"times in {day.clocks}" if day.clocks else ""
    room = common_room(day.talks) or ""
    return dotted([ink(day.heading, TITLE), ink(room), ink(clocks, FAINT)])


def _day(day: Day, width: int, marks: Mapping[str, str]) -> RenderableType:
    talks = day.talks
    told = ["" if common_room(talks) else talk["room"] for talk in talks]
    columns = [
        Column("time", _times(talks), fixed=True),
        Column("id", [ink(talk["id"], ID) for talk in talks], fixed=True),
        Column("room", [ink(room) for room in told], floor=10),
        Column("talk", [_about(talk, width, marks) for talk in talks], floor=24, weight=1.3),
    ]
    if width >= MEDIUM:
        columns.append(Column("speakers", [people(talk) for talk in talks], floor=20))
    return table([column for column in columns if not column.empty], width, headings=False)


def _times(talks: Sequence[Item]) -> list[Text]:
    """The hours, told once for talks that run side by side."""
    spans = [hours(talk) or NOTHING for talk in talks]
    if set(spans) == {NOTHING}:
        return [Text() for _ in spans]
    before = ["", *spans]
    return [ink("" if span == last else span) for span, last in zip(spans, before, strict=False)]


def _about(talk: Item, width: int, marks: Mapping[str, str]) -> Text:
    interlude = talk["kind"] in INTERLUDES
    kind = "" if talk["kind"] == "talk" else talk["kind"]
    lines = [title(talk, FAINT if interlude else TITLE)]
    if width < MEDIUM:
        lines.append(dotted(billing(speaker) for speaker in talk["speakers"]))
    if not interlude:
        lines.append(dotted(ink(part, FAINT) for part in (kind, talk["level"])))
    if mark := marks.get(talk["id"]):
        lines.append(ink(mark, WARNING))
    return stacked(lines)
