"""A day as hours down and rooms across, as many rooms on a page as the width has place for.

Each talk has a line at its left for as long as it goes on, and its words run down beside the line:

           Janson             Lameere
    11:00  ┌ Wayland          ┌ Rockbuild
    11:20  │ Rob Bradford     │ Björn Stenberg
           │ 38txvv3 –12:00   └ u87ru3f –11:30
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from talkctl.model import INTERLUDES
from talkctl.render.answer import Item
from talkctl.render.dates import clock, ends_at, hours, minute_of, starts_at
from talkctl.render.programme import Day
from talkctl.render.table.ink import FAINT, ID, TITLE, WARNING, dotted, ink, title
from talkctl.render.table.lines import Line, Page, broken, padded, run, titled, width_of

_TIME = 7
"""Columns of the screen for the hour and the space behind it."""
_LINE = 2
_NARROWEST = 22
"""Columns of the screen for a room, its line and the space behind it."""
_WIDEST = 40
_NO_ROOM = "no room"
_PEOPLE_SHOWN = 2


class _Lane(NamedTuple):
    """A column: a room, or the second of two for a room in which two talks run at once."""

    room: str
    number: int = 0


class _Block(NamedTuple):
    """A talk in its lane, from one row of hours up to another."""

    lane: _Lane
    first: int
    last: int
    talk: Item


class _Section(NamedTuple):
    """Hours with what is on in them, or a *band*, which concerns all rooms."""

    starts: Sequence[str] = ()
    blocks: Sequence[_Block] = ()
    band: Item | None = None


def grid(day: Day, width: int) -> list[RenderableType]:
    """*day* in *width*: what concerns all rooms runs across."""
    talks = [talk for talk in day.talks if starts_at(talk)]
    across = _across(talks)
    lanes = _lanes([talk for talk in talks if id(talk) not in across])
    order = sorted(set(lanes.values()), key=_by_number)
    pages = _pages(order, width)
    parts: list[RenderableType] = []
    place = 0
    for page in pages:
        first, place = place + 1, place + len(page)
        parts.append(Text())
        if len(pages) > 1:
            which = f"rooms {first}–{place}" if place > first else f"room {first}"
            parts += [ink(f"{which} of {len(order)}", FAINT)]
        share = min(_WIDEST, (width - _TIME) // max(len(page), 1))
        own = [talk for talk in talks if id(talk) in across or lanes[id(talk)] in page]
        parts.append(Page(_page(page, share, list(_sections(own, lanes, across)))))
    for talk in day.talks:
        if not starts_at(talk):
            parts.append(dotted([ink(talk["id"], ID), title(talk), ink("no hour known", FAINT)]))
    return parts


def _begin(talk: Item) -> float:
    return minute_of(starts_at(talk))


def _end(talk: Item) -> float:
    return minute_of(ends_at(talk))


def _room(talk: Item) -> str:
    return talk["room"] or _NO_ROOM


def _by_number(lane: _Lane) -> tuple[bool, list[tuple[int, str]], int]:
    """``Room 2`` before ``Room 10``, and what has no room last."""
    parts = re.findall(r"\d+|\D+", lane.room.casefold())
    names = [(int(part[:9]), "") if part.isdecimal() else (-1, part) for part in parts]
    return lane.room == _NO_ROOM, names, lane.number


def _across(talks: Sequence[Item]) -> dict[int, Item]:
    """What is for everybody: what stands in all rooms at one time, breaks without a room, and
    breaks during which nothing else is on, whatever room they stand in.
    """
    rooms = {talk["room"] for talk in talks if talk["room"]}
    found = {
        id(talk): talk
        for talk in talks
        if talk["kind"] in INTERLUDES and (not talk["room"] or _is_alone(talk, talks))
    }
    same: dict[tuple[str, str], list[Item]] = {}
    for talk in talks:
        if talk["room"]:
            same.setdefault((starts_at(talk), talk["title"]), []).append(talk)
    for several in same.values():
        if len(several) > 1 and {talk["room"] for talk in several} == rooms:
            band = several[0] | {"room": None}
            found |= {id(talk): band for talk in several}
    return found


def _is_alone(talk: Item, talks: Sequence[Item]) -> bool:
    begin, end = _begin(talk), _end(talk)
    beside = (one for one in talks if one is not talk)
    return all(_end(one) <= begin or _begin(one) >= end for one in beside)


def _lanes(talks: Sequence[Item]) -> dict[int, _Lane]:
    """The lane of each talk, so that in no lane two run at once."""
    until: dict[_Lane, float] = {}
    found: dict[int, _Lane] = {}
    for talk in talks:
        lane = _Lane(_room(talk))
        while until.get(lane, 0) > _begin(talk):
            lane = lane._replace(number=lane.number + 1)
        # Two that begin at one time run at once, though nobody says when they end.
        until[lane] = max(_end(talk), _begin(talk) + 1)
        found[id(talk)] = lane
    return found


def _pages(lanes: Sequence[_Lane], width: int) -> list[Sequence[_Lane]]:
    """As many pages as the lanes need, with about as many lanes on each."""
    most = max(1, (width - _TIME) // _NARROWEST)
    count = -(-len(lanes) // most)
    if not count:
        return [()]
    on_each = -(-len(lanes) // count)
    return [lanes[n : n + on_each] for n in range(0, len(lanes), on_each)]


def _page(lanes: Sequence[_Lane], share: int, sections: Sequence[_Section]) -> Iterator[Line]:
    """Some lanes of a day, line by line."""
    wide = _TIME + max(len(lanes), 1) * share
    if lanes:
        names = [broken(run(_name(lane), TITLE), share - _LINE - 1) for lane in lanes]
        for parts in zip_longest(*names, fillvalue=[]):
            head: Line = [(" " * _TIME, "")]
            for part in parts:
                head += [(" " * _LINE, ""), *padded(part, share - _LINE)]
            yield head
        yield [("─" * wide, FAINT)]
    for section in sections:
        if section.band:
            yield _band(section.band, wide)
        else:
            yield from _rows(lanes, share, section)


def _name(lane: _Lane) -> str:
    return f"{lane.room} ({lane.number + 1})" if lane.number else lane.room


def _rows(lanes: Sequence[_Lane], share: int, section: _Section) -> Iterator[Line]:
    starts, blocks = section.starts, section.blocks
    inside = max(share - _LINE - 1, 1)
    told = [
        [part for line in _told(block.talk) if line for part in broken(line, inside)]
        for block in blocks
    ]
    heights = _heights(len(starts), blocks, [len(lines) for lines in told])
    tops = [sum(heights[:n]) for n in range(len(starts) + 1)]
    hour_at = dict(zip(tops, starts, strict=False))
    painted: dict[tuple[_Lane, int], Line] = {}
    for block, lines in zip(blocks, told, strict=True):
        first, after = tops[block.first], tops[block.last + 1]
        for n in range(first, after):
            edge = "┌ " if n == first else "└ " if n == after - 1 else "│ "
            words = lines[n - first] if n - first < len(lines) else []
            painted[block.lane, n] = [(edge, FAINT), *words]
    for n in range(tops[-1]):
        line = padded(run(clock(hour_at.get(n, "")), TITLE), _TIME)
        for lane in lanes:
            line = [*line, *padded(painted.get((lane, n), []), share)]
        yield line


def _sections(
    talks: Sequence[Item], lane_of: dict[int, _Lane], across: dict[int, Item]
) -> Iterator[_Section]:
    """Rows of hours with the talks in them, and between these what runs across."""
    own: list[Item] = []
    shown: set[int] = set()
    for talk in talks:
        band = across.get(id(talk))
        if band is None:
            own.append(talk)
        elif id(band) not in shown:
            shown.add(id(band))
            if own:
                yield _hours(own, lane_of)
            own = []
            yield _Section(band=band)
    if own:
        yield _hours(own, lane_of)


def _hours(talks: Sequence[Item], lane_of: dict[int, _Lane]) -> _Section:
    starts = list(dict.fromkeys(starts_at(talk) for talk in talks))
    minutes = [minute_of(start) for start in starts]
    blocks: list[_Block] = []
    for talk in talks:
        first = last = starts.index(starts_at(talk))
        while last + 1 < len(starts) and minutes[last + 1] < _end(talk):
            last += 1
        blocks.append(_Block(lane_of[id(talk)], first, last, talk))
    return _Section(starts, blocks)


def _heights(count: int, blocks: Sequence[_Block], needed: Sequence[int]) -> list[int]:
    """How many lines each row of hours takes, so that every talk has place for its words."""
    heights = [1] * count
    by_span = sorted(
        zip(blocks, needed, strict=True), key=lambda pair: pair[0].last - pair[0].first
    )
    for block, lines in by_span:
        short = lines - sum(heights[block.first : block.last + 1])
        heights[block.last] += max(short, 0)
    return heights


def _band(talk: Item, width: int) -> Line:
    """``12:30  Lunch until 13:30 · Foyer ────── j2bnfg4``."""
    until = hours(talk).partition("–")[2]
    told = " ".join(filter(None, [talk["title"], f"until {until}" if until else ""]))
    told = " · ".join(filter(None, [told, talk["room"]]))
    hour = padded(run(clock(starts_at(talk)), TITLE), _TIME)
    words = broken(run(told, FAINT), max(width - _TIME - len(talk["id"]) - 2, 1))[0]
    line = [*hour, *words, (" ", "")]
    rule = max(width - width_of(line) - len(talk["id"]) - 1, 0)
    return [*line, ("─" * rule + " ", FAINT), *run(talk["id"], ID)]


def _told(talk: Item) -> list[Line]:
    faint = bool(talk["status"]) or talk["kind"] in INTERLUDES
    names = [speaker["billed_as"] for speaker in talk["speakers"]]
    if len(names) > _PEOPLE_SHOWN + 1:
        names[_PEOPLE_SHOWN:] = [f"and {len(names) - _PEOPLE_SHOWN} others"]
    until = hours(talk)[len("00:00") :]
    last = [*run(talk["id"], ID), *([(f" {until}", FAINT)] if until else [])]
    people = run(", ".join(names))
    return [titled(talk, FAINT if faint else TITLE), people, run(talk["status"], WARNING), last]
