"""Where each command sits down: the library on one side, the screen on the other; and the options
that many commands share.
"""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NamedTuple

from talkctl.commands.parameters import option
from talkctl.errors import UsageError, unknown
from talkctl.render import check_format, left_out
from talkctl.render.answer import (
    FIELDS,
    Answer,
    Item,
    Shape,
    Told,
    check_names,
    field_names,
    known_fields,
)
from talkctl.render.screen import Screen, open_screen
from talkctl.store.catalog import Catalog
from talkctl.store.location import library_path

LOOK = "Output"

Db = Annotated[
    str | None,
    option("--db", metavar="PATH", help="Library to use.", panel=LOOK),
]


class Look(NamedTuple):
    """How an answer is to look, and which library gives it."""

    db: Db = None
    format: Annotated[
        str | None,
        option(
            "--format",
            metavar="FORMAT",
            help="table, plain, json, jsonl, csv, tsv, markdown, ids or svg.",
            panel=LOOK,
        ),
    ] = None
    json: Annotated[bool, option("--json", help="Same as --format json.", panel=LOOK)] = False
    fields: Annotated[
        str | None,
        option(
            "--fields",
            metavar="A,B,…",
            help="Only these fields, in this order.",
            panel=LOOK,
        ),
    ] = None
    color: Annotated[
        bool | None,
        option("--color/--no-color", help="Colours on or off.", panel=LOOK),
    ] = None
    pager: Annotated[
        bool,
        option(
            "--pager/--no-pager",
            help="Page long answers.",
            panel=LOOK,
            shows_default=False,
        ),
    ] = True

    @property
    def format_name(self) -> str | None:
        """The format asked for; two different ones at once are refused."""
        if self.json and self.format not in (None, "json"):
            raise UsageError(f"--json and --format {self.format} do not go together.")
        return "json" if self.json else self.format


TalkLook = Annotated[
    Look,
    {
        "format": "table, plain, json, jsonl, csv, tsv, markdown, ids, svg, ics, schedule-json or"
        " pyvideo."
    },
]
"""The same for talks; help that differs stands beside it by option, and ``None`` hides one."""

QuietLook = Annotated[Look, dict.fromkeys(("format", "json", "fields", "pager"))]
"""For commands that do something and answer nothing; the options are taken as everywhere."""

Limit = Annotated[
    int | None,
    option("--limit", "-n", metavar="N", help="At most so many; 0 is no limit."),
]
Sort = Annotated[
    str | None,
    option("--sort", metavar="ORDER", help="relevance, date, title or event."),
]
Reverse = Annotated[bool, option("--reverse", help="Turn the order round.")]


_MOST = 2**31
"""SQLite counts rows in 64 bits; no library has as many as this."""


def checked_limit(limit: int | None, usual: int | None) -> int | None:
    """How many to list: *limit*, else *usual*; ``None`` is all of them."""
    if limit is None:
        return usual
    if limit < 0:
        raise UsageError(f"-n takes how many to list, or 0 for all, not {limit}.")
    return min(limit, _MOST) or None


def checked_sort(sort: str | None, usual: str) -> str:
    """The order to list talks in: *sort*, else the *usual* one."""
    from talkctl.search.question import SORTS

    if sort is not None and sort not in SORTS:
        raise UsageError(unknown("order", sort, SORTS))
    return sort or usual


class Desk(NamedTuple):
    """A library opened for reading, and the screen its answers go to."""

    catalog: Catalog
    screen: Screen
    look: Look

    def answer(self, shape: Shape, items: Iterable[Item], **more: Any) -> None:
        """Show *items* in the format and with the fields asked for."""
        fields = field_names(self.look.fields) if self.look.fields is not None else None
        if not (isinstance(items, Told) and self.look.format_name == "json"):
            items = tuple(items)
        found = Answer(shape=shape, items=items, fields=fields, **more)
        if fields is None and self.reads_table:
            found = found._replace(fields=_columns(found))
        self.screen.emit(found, self.look.format_name)
        if count := left_out(found, self.look.format_name or ""):
            self.say(told_left_out(count, self.look.format_name or ""))

    @property
    def reads_table(self) -> bool:
        """Whether the answer is for the eyes."""
        return (self.look.format_name or self.screen.usual_format) == "table"

    def say(self, *messages: str) -> None:
        """Tell the person something about the answer, on stderr."""
        for message in messages:
            self.screen.say(message)


def check_look(look: Look, shape: Shape) -> None:
    """Refuse a format or fields that *look* asks for in vain, before anything is done for them."""
    if look.format_name is not None:
        check_format(look.format_name, shape)
    if look.fields is not None and shape in FIELDS:
        check_names(field_names(look.fields), FIELDS[shape])


@contextmanager
def sit_down(look: Look, shape: Shape = "rows") -> Iterator[Desk]:
    """A desk for one command, with the library that *look* names or the usual one.

    *shape* is that of the answer, where it has fields of its own.
    """
    check_look(look, shape)
    screen = open_screen(colour=look.color, pager=look.pager)
    with Catalog(library_path(look.db)) as catalog:
        yield Desk(catalog, screen, look)


def _columns(answer: Answer) -> tuple[str, ...] | None:
    """The columns that the settings want in tables, where *answer* has them all."""
    wanted = os.environ.get("TALKCTL_FIELDS")
    fields = field_names(wanted) if wanted else ()
    return fields if fields and set(fields) <= {*known_fields(answer)} else None


def told_left_out(count: int, name: str) -> str:
    """That the format called *name* has no place for *count* talks, and why."""
    lack = "a recording" if name == "pyvideo" else "a time"
    return f"{count} talk{'s' * (count > 1)} without {lack} left out of the {name}."
