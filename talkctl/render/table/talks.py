"""Talks and hits as a list: the wider the screen, the more stands in columns of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.dates import length, when, when_briefly
from talkctl.render.said import clock
from talkctl.render.table.ink import (
    FAINT,
    ID,
    WARNING,
    Hanging,
    billing,
    dotted,
    ink,
    lit,
    stacked,
    title,
)
from talkctl.render.table.layout import Cell, Column, table

WIDE = 150
MEDIUM = 100
NARROW = 60
"""From so wide on, everything has a column; else speakers and event; else speakers; else none."""

_PEOPLE_SHOWN = 4
_NAMED_IN = {"speaker", "speakers", "org"}


def view(answer: Answer, width: int) -> list[RenderableType]:
    """The talks of *answer*, as they come."""
    return [talk_table(answer.items, width, answer.marks)]


def talk_table(talks: Sequence[Item], width: int, marks: Mapping[str, str]) -> RenderableType:
    """*talks* in *width*; *marks* says something beside some of them."""
    columns = [
        Column("id", [ink(talk["id"], ID) for talk in talks], fixed=True),
        Column("talk", [_about(talk, width, marks) for talk in talks], floor=24, weight=1.3),
    ]
    if width >= NARROW:
        columns.append(Column("speakers", [_people(talk) for talk in talks], floor=16))
    if width >= WIDE:
        columns += [
            Column("event", [_event_name(talk) for talk in talks], floor=16),
            Column("when", [ink(when(talk), FAINT) for talk in talks], fixed=True),
            Column("level", [ink(talk["level"], FAINT) for talk in talks], fixed=True),
            Column("length", _lengths(talks), fixed=True, justify="right"),
        ]
    elif width >= MEDIUM:
        columns.append(Column("event", [_event_and_when(talk) for talk in talks], floor=20))
    told = any(_snippet(talk) or talk.get("reason") for talk in talks)
    return table([column for column in columns if not column.empty], width, airy=told)


def _about(talk: Item, width: int, marks: Mapping[str, str]) -> Text:
    """The title, and below it what the width leaves no column for."""
    lines = [lit(title(talk), _terms(talk))]
    if width < NARROW:
        lines.append(Text(", ").join(ink(speaker["billed_as"]) for speaker in talk["speakers"]))
    lines.append(_facets(talk, width))
    if snippet := _snippet(talk):
        lines.append(_said_at(talk) + lit(ink(snippet, FAINT), _terms(talk)) + _from_there(talk))
    if reason := talk.get("reason"):
        lines.append(lit(ink(reason), _terms(talk)))
    if mark := marks.get(talk["id"]):
        lines.append(ink(mark, WARNING))
    return stacked(lines)


def _facets(talk: Item, width: int) -> Text:
    """Kind, level and event in one faint line, as far as they have no column."""
    parts = ["" if talk["kind"] == "talk" else talk["kind"]]
    if width < MEDIUM:
        parts += [talk["event"]["id"] if talk["event"] else "", when_briefly(talk)]
    if width < WIDE:
        parts.append(talk["level"] or "")
    return dotted(ink(part, FAINT) for part in parts)


def _people(talk: Item) -> Cell:
    """Who speaks, one a line; of a crowd, the first few."""
    speakers = talk["speakers"]
    few = speakers if len(speakers) <= _PEOPLE_SHOWN else speakers[: _PEOPLE_SHOWN - 1]
    named = not _NAMED_IN.isdisjoint(_fields(talk))
    lines = [lit(billing(speaker), _terms(talk) if named else ()) for speaker in few]
    if len(few) < len(speakers):
        lines.append(Text(f"and {len(speakers) - len(few)} others", FAINT))
    return Hanging(lines)


def _event_name(talk: Item) -> Text:
    return ink(talk["event"]["name"]) if talk["event"] else Text()


def _event_and_when(talk: Item) -> Text:
    event = ink(talk["event"]["id"]) if talk["event"] else Text()
    return stacked([event, ink(when_briefly(talk), FAINT)])


def _lengths(talks: Sequence[Item]) -> list[Text]:
    return [ink(length(talk["duration"]), FAINT) for talk in talks]


def _snippet(talk: Item) -> str | None:
    """The words around the match, where the title does not show it already."""
    match = talk.get("match")
    if match and ("title" not in match["fields"] or match["at"] is not None):
        snippet: str | None = match["snippet"]
        return snippet
    return None


def _said_at(talk: Item) -> Text:
    """The time of the recording at which the snippet is said."""
    at = talk["match"]["at"]
    return Text() if at is None else Text(f"{clock(at)} ")


def _from_there(talk: Item) -> Text:
    """The address of the recording from that time on."""
    url = talk["match"]["url"]
    return Text(" ") + ink(url) if url else Text()


def _terms(talk: Item) -> Sequence[str]:
    match = talk.get("match")
    return match["terms"] if match else ()


def _fields(talk: Item) -> Sequence[str]:
    match = talk.get("match")
    return match["fields"] if match else ()
