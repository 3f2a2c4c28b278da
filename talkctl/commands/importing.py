"""Files into the library: ``import``."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import gc
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from talkctl.commands.desk import Look, check_look
from talkctl.commands.parameters import argument, option
from talkctl.errors import ImportRefused, Status, UsageError


def import_(
    look: Look,
    paths: Annotated[list[str], argument(metavar="PATH…", help="Files, folders, or - for stdin.")],
    dry_run: Annotated[
        bool, option("--dry-run", help="Say what would happen and change nothing.")
    ] = False,
    format_of_files: Annotated[
        str | None,
        option("--as", metavar="FORMAT", help="Read the files as this format."),
    ] = None,
    event: Annotated[
        str | None,
        option("--event", metavar="NAME", help="The event the talks belong to."),
    ] = None,
    tz: Annotated[
        str | None,
        option("--tz", metavar="ZONE", help="The zone of clock times that name none."),
    ] = None,
) -> Status:
    """Read files into your library and join them to what it knows.

    Programmes, saved pages, calendars, notes, recordings and captions are recognised by what
    stands in them. A newer export of what was imported before is an update; a file that has not
    changed changes nothing.

    \b
    Examples:
      talkctl import schedule.xml
      talkctl import ~/conferences --dry-run
      curl -s https://fosdem.org/2024/schedule/xml | talkctl import -
    """
    from talkctl.intake.documents import Wishes
    from talkctl.intake.files import Missing, PassedOver, find
    from talkctl.intake.importing import import_files
    from talkctl.render.answer import Answer, field_names
    from talkctl.render.progress import progress
    from talkctl.render.screen import open_screen
    from talkctl.sources import source_named
    from talkctl.when import is_zone, no_zone

    gc.enable()
    if tz is not None and not is_zone(tz):
        raise UsageError(f"--tz {tz}: {no_zone(tz)}")
    if event is not None and not event.strip():
        raise UsageError("--event names no event: it is blank.")
    if format_of_files is not None:
        source_named(format_of_files)
    check_look(look, "imports")
    screen = open_screen(colour=look.color, pager=look.pager)
    found = list(find(paths))
    if all(isinstance(one, Missing) for one in found):
        empty = f"There is no file in {', '.join(paths)}."
        raise ImportRefused(next((one.told for one in found if isinstance(one, Missing)), empty))
    with _library(look.db, dry_run) as library, progress(screen, "reading", len(found) + 1) as step:
        outcomes = import_files(library, found, Wishes(format_of_files, event, tz), step)
    fields = field_names(look.fields) if look.fields is not None else None
    items: tuple[dict[str, Any], ...] = tuple(one._asdict() for one in outcomes)
    screen.emit(Answer(shape="imports", items=items, fields=fields), look.format_name)
    passed_over = sum(isinstance(one, PassedOver) for one in found)
    for message in _messages(outcomes, passed_over, dry_run):
        screen.say(message)
    return Status.IMPORT if any(one.problem for one in outcomes) else Status.ANSWERED


@contextmanager
def _library(asked: str | None, dry_run: bool) -> Iterator[Path]:
    """The library to change; for a dry run a copy of it that is thrown away."""
    from talkctl.store.location import library_path
    from talkctl.store.writing import copy_library, library_to_write

    if not dry_run:
        yield library_to_write(asked)
        return
    with tempfile.TemporaryDirectory() as passing:
        copy = Path(passing, "talks.db")
        copy_library(library_path(asked), copy)
        yield copy


def _messages(outcomes: list[Any], passed_over: int, dry_run: bool) -> Iterator[str]:
    for one in outcomes:
        if one.problem:
            yield one.problem
        if one.encoding:
            yield f"{one.file}: read as {one.encoding}, which it does not say itself."
        if one.local_times:
            times = "1 time stays" if one.local_times == 1 else f"{one.local_times} times stay"
            yield f"{one.file}: names no time zone for certain, so {times} local; --tz ZONE says which."
        if one.without_event and one.changed:
            talks = f"its {one.without_event} talks"
            yield f"{one.file}: names no event; --event NAME says which {talks} belong to."
    if passed_over:
        files = "1 file" if passed_over == 1 else f"{passed_over} files"
        yield f"{files} passed over: no text stands in them."
    if not any(one.changed for one in outcomes):
        yield "Nothing new: the library is as it was."
    elif dry_run:
        yield "A dry run: the library is as it was."
