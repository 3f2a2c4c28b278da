"""``talkctl`` alone: what the library has, and three things to try that answer with this very one."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from talkctl import __version__
from talkctl.errors import Status
from talkctl.render.dates import date_span
from talkctl.render.screen import Screen, open_screen
from talkctl.store.catalog import Catalog
from talkctl.store.glance import Glance, LatestEvent, glance
from talkctl.store.location import bundled_path, library_path, own_library_path
from talkctl.text import counted, one_line

_EVENTS_SHOWN = 5
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def welcome() -> Status:
    """Tell what is in the usual library, and what to ask it."""
    screen = open_screen(pager=False)
    with Catalog(library_path(None)) as catalog:
        found = glance(catalog.db, _EVENTS_SHOWN)
    lines = [*_told(found, catalog.path, screen), "", *_tries(found, screen)]
    screen.write(
        "\n".join([*lines, "", *_broken("talkctl --help lists all commands.", screen), ""])
    )
    return Status.ANSWERED


def _told(found: Glance, path: Path, screen: Screen) -> Iterator[str]:
    counts = [
        counted(found.talks, "talk"),
        counted(found.people, "speaker"),
        counted(found.events, "event"),
    ]
    yield from _broken(f"talkctl {__version__}: {', '.join(counts)}", screen)
    if found.talks:
        without = found.talks - found.timed
        yield from _broken(f"{found.timed:,} talks with a time, {without:,} without", screen)
    yield from _broken(f"{_whose(path)}{one_line(str(path))}", screen)
    if found.latest:
        yield ""
        widest = max(len(f"{event.talks:,}") for event in found.latest)
        for event in found.latest:
            yield from _broken(
                _event(event, widest), screen, widest + 4 if screen.width > 40 else 4
            )
    if found.events > len(found.latest):
        more = found.events - len(found.latest)
        yield from _broken(f"  and {more:,} more: talkctl events", screen)


def _event(event: LatestEvent, widest: int) -> str:
    dates = date_span(event.start, event.end)
    return f"  {event.talks:>{widest},}  {one_line(event.name)}{f', {dates}' if dates else ''}"


def _whose(path: Path) -> str:
    if path == bundled_path():
        return "the catalogue that comes with it: "
    return "your library: " if path == own_library_path() else ""


def _tries(found: Glance, screen: Screen) -> Iterator[str]:
    """Three questions that this library answers."""
    yield "Try:"
    for words in tries(found):
        command = f"talkctl {shlex.join(words)}"
        shown = f"{_BOLD}{command}{_PLAIN}" if screen.colour else command
        yield f"  {shown}"


def tries(found: Glance) -> list[Sequence[str]]:
    """What to type behind ``talkctl``, three times; to begin with an import where there is nothing."""
    timed = next((event for event in found.latest if event.timed), None)
    asked: list[Sequence[str]] = []
    if found.word:
        asked.append(("search", found.word))
    if found.person and not found.person.startswith("-"):
        asked.append(("speaker", one_line(found.person)))
    if timed:
        asked.append(("schedule", "--event", timed.id))
    if found.slug:
        asked += [("show", found.slug), ("related", found.slug)]
    return [*asked, ("import", "--help"), ("db",), ("--help",)][:3]


def _broken(line: str, screen: Screen, indent: int = 0) -> list[str]:
    """*line* for the width of the screen; a path is never broken."""
    if not screen.terminal:
        return [line]
    return textwrap.wrap(
        line, screen.width, subsequent_indent=" " * indent, break_long_words=False,
        break_on_hyphens=False, drop_whitespace=True,
    )  # fmt: skip
