"""A programme: one chapter an event, one table a day, talks at one hour side by side in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from talkctl.model import INTERLUDES
from talkctl.render.answer import Answer, Item
from talkctl.render.dates import clock, hours, starts_at
from talkctl.render.programme import Day, chapters, common_room
from talkctl.render.table import moment
from talkctl.render.table.grid import grid
from talkctl.render.table.ink import FAINT, HEADING, ID, NOTHING, TITLE, WARNING, dotted, ink
from talkctl.render.table.lines import Column, Line, Page, Run, billed, run, side_by_side, titled
from talkctl.render.table.lines import dotted as dotted_line
from talkctl.render.table.talks import MEDIUM

_WIDE = 120
"""From so many columns of the screen on, there is place for the track."""
_PEOPLE_SHOWN = 4
_MANY_ROOMS = 3
"""From so many rooms on, their number stands above the day."""


class _Row(NamedTuple):
    """A line of the table of a day: a talk, or what lies between two."""

    talk: Item | None = None
    time: Sequence[Run] = ()
    aside: str = ""


def view(answer: Answer, width: int) -> list[RenderableType]:
    """The talks of *answer* by event and day, or by what is on at a moment."""
    if any("moment" in talk for talk in answer.items):
        return moment.view(answer.items, width)
    parts: list[RenderableType] = []
    for chapter in chapters(answer.items):
        parts.append(ink(chapter.heading, HEADING))
        for day in chapter.all_days:
            parts += [Text(), _day_heading(day)]
            parts += grid(day, width) if answer.grid else [_day(day, width, answer)]
        parts.append(Text())
    return parts[:-1]


def _day_heading(day: Day) -> Text:
    clocks = f"times in {day.clocks}" if day.clocks else ""
    rooms = {talk["room"] for talk in day.talks if talk["room"]}
    count = f"{len(rooms)} rooms" if len(rooms) >= _MANY_ROOMS else ""
    place = common_room(day.talks) or count
    return dotted([ink(day.heading, TITLE), ink(place), ink(clocks, FAINT)])


def _day(day: Day, width: int, answer: Answer) -> RenderableType:
    rows = _rows(_told_once(day.talks), answer.asides)
    common = common_room(day.talks)
    columns = [
        Column([[list(row.time)] for row in rows], fixed=True),
        Column([[run(row.talk["id"], ID) if row.talk else []] for row in rows], fixed=True),
        Column([[_room(row, common)] for row in rows], floor=10),
        Column([_about(row, width, answer.marks) for row in rows], floor=24, weight=1.3),
    ]
    if width >= MEDIUM:
        columns.append(Column([_people(row) for row in rows], floor=20, indent=2))
    if width >= _WIDE and len({talk["track"] for talk in day.talks}) > 1:
        columns.append(Column([[_track(row)] for row in rows], floor=16, indent=2))
    return Page(side_by_side(columns, width))


def _told_once(talks: Sequence[Item]) -> list[Item]:
    """*talks* with a break that a programme repeats for room after room just once, in all of them."""
    rooms = {talk["room"] for talk in talks if talk["room"]}
    found: dict[tuple[str, ...], list[Item]] = {}
    for talk in talks:
        same = talk["kind"] in INTERLUDES and talk["room"]
        place = (starts_at(talk), hours(talk), talk["title"]) if same else (talk["id"],)
        found.setdefault(place, []).append(talk)
    return [
        one | {"room": "all rooms" if len(same) == len(rooms) else f"{len(same)} rooms"}
        if len(same) > 1
        else one
        for same in found.values()
        for one in same[:1]
    ]


def _rows(talks: Sequence[Item], asides: Mapping[str, str]) -> list[_Row]:
    """The talks with the hour told once for those that begin together, and a space between."""
    at_once = any(starts_at(one) == starts_at(two) != "" for one, two in pairwise(talks))
    rows: list[_Row] = []
    before: Item | None = None
    for talk in talks:
        new = before is None or starts_at(before) != starts_at(talk)
        aside = asides.get(talk["id"], "")
        if before is not None and (aside or (at_once and new)):
            rows.append(_Row(aside=aside))
        rows.append(_Row(talk, _time(talk, before)))
        before = talk
    if all(list(row.time) in ([], run(NOTHING)) for row in rows):
        rows = [row._replace(time=()) for row in rows]
    return rows


def _time(talk: Item, before: Item | None) -> Line:
    told = hours(talk)
    if not told:
        return run(NOTHING)
    begins = clock(starts_at(talk))
    if before is None or starts_at(before) != starts_at(talk):
        return run(begins) + run(told[len(begins) :], FAINT)
    if hours(before) == told:
        return []
    return [(" " * len(begins), ""), *run(told[len(begins) :], FAINT)]


def _room(row: _Row, common: str | None) -> Line:
    return run(row.talk["room"] if row.talk and not common else "")


def _track(row: _Row) -> Line:
    return run(row.talk["track"] if row.talk else "", FAINT)


def _people(row: _Row) -> list[Line]:
    """Who speaks, one a line; of a crowd, the first few."""
    speakers = row.talk["speakers"] if row.talk else []
    few = speakers if len(speakers) <= _PEOPLE_SHOWN else speakers[: _PEOPLE_SHOWN - 1]
    lines = [billed(speaker) for speaker in few]
    if len(few) < len(speakers):
        lines.append([(f"and {len(speakers) - len(few)} others", FAINT)])
    return lines


def _about(row: _Row, width: int, marks: Mapping[str, str]) -> list[Line]:
    talk = row.talk
    if talk is None:
        return [run(row.aside, FAINT)]
    interlude = talk["kind"] in INTERLUDES
    lines = [titled(talk, FAINT if interlude or talk["status"] else TITLE)]
    if width < MEDIUM:
        lines.append(dotted_line(billed(speaker) for speaker in talk["speakers"]))
    kind = "" if talk["kind"] == "talk" else talk["kind"]
    facts = [run(part, FAINT) for part in (kind, talk["level"])] if not interlude else []
    lines.append(dotted_line([run(talk["status"], WARNING), *facts]))
    lines.append(run(marks.get(talk["id"]), WARNING))
    return lines
