"""Where each command sits down: the library on one side, the screen on the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from talkctl.commands.options import Look
from talkctl.render import left_out, renderer
from talkctl.render.answer import Answer, Item, Shape, Told, field_names, known_fields
from talkctl.render.screen import Screen, open_screen
from talkctl.store.catalog import Catalog
from talkctl.store.location import library_path


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


@contextmanager
def sit_down(look: Look) -> Iterator[Desk]:
    """A desk for one command, with the library that *look* names or the usual one."""
    if look.format_name is not None:
        renderer(look.format_name)
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
