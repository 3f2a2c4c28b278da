"""Questions about the library as a whole: ``stats``, ``sources``, ``schema``."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from typing import Annotated

from talkctl.commands.desk import Limit, Look, checked_limit, sit_down
from talkctl.commands.parameters import argument, option
from talkctl.errors import Status, UsageError, unknown
from talkctl.render.answer import Shape


def stats(look: Look) -> Status:
    """Tell the library in figures: talks, people, kinds, levels, documents.

    \b
    Examples:
      talkctl stats
      talkctl stats --json | jq .talks
    """
    from talkctl.store import figures

    with sit_down(look) as desk:
        desk.answer("stats", [figures.stats(desk.catalog)], single=True)
    return Status.ANSWERED


def sources(
    look: Look,
    document: Annotated[
        str | None,
        argument(metavar="[NAME]", help="A document: what was left over of it, line by line."),
    ] = None,
    changes: Annotated[
        bool, option("--changes", help="What newer exports of NAME changed.")
    ] = False,
    limit: Limit = None,
) -> Status:
    """List what has been imported; with a NAME, what could not be placed in it.

    \b
    Examples:
      talkctl sources
      talkctl sources notes-kubecon-na-2017-day-3.md
      talkctl sources sched-cloudnativecon-2016.txt --changes
    """
    from talkctl.store import figures

    if document is None and changes:
        raise UsageError("--changes needs the name of a document; talkctl sources lists them.")
    shape: Shape = "changes" if changes else "remarks" if document else "sources"
    with sit_down(look, shape) as desk:
        most = checked_limit(limit, None)
        known = figures.documents(desk.catalog)
        if document is None:
            desk.answer(shape, known[:most])
            return Status.ANSWERED
        names = [row["document"] for row in known]
        if document not in names:
            raise UsageError(unknown("document", document, names))
        if changes:
            found = figures.changes(desk.catalog, document)
            desk.answer(shape, found[:most])
            if not found:
                desk.say(f"{document}: no newer export of it has been imported.")
            return Status.ANSWERED
        remarks = figures.remarks(desk.catalog, document)
        desk.answer(shape, remarks[:most])
        if not remarks:
            desk.say(f"{document}: everything in it was placed.")
    return Status.ANSWERED


def schema(
    name: Annotated[str, argument(metavar="[talk|speaker|event]", help="Which object.")] = "talk",
) -> Status:
    """Print the JSON Schema of a talk, a speaker or an event.

    \b
    Example:
      talkctl schema talk | jq '.properties | keys'
    """
    from talkctl.render.json import dumps
    from talkctl.render.schema import json_schema
    from talkctl.render.screen import open_screen

    open_screen().write(dumps(json_schema(name), indented=True) + "\n")
    return Status.ANSWERED
