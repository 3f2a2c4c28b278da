"""``show``: everything known of a talk."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from typing import Annotated

import typer

from talkctl.commands.choosing import named_talks
from talkctl.commands.desk import sit_down
from talkctl.commands.options import Look, command
from talkctl.errors import Status
from talkctl.render.objects import own_object, shown_object
from talkctl.store.marks import Marks, marks_on


@command
def show(
    talk: Annotated[
        list[str],
        typer.Argument(metavar="TALK…", help="An id or its beginning, a slug, words; - for stdin."),
    ],
    look: Look,
    sources: Annotated[
        bool, typer.Option("--sources", help="Also say which document gave what.")
    ] = False,
    transcript: Annotated[
        bool, typer.Option("--transcript", help="Also what is said in the recording, with times.")
    ] = False,
) -> Status:
    """Show everything known of a talk.

    \b
    Examples:
      talkctl show istio-weaving-the-service-mesh
      talkctl show weaving the service mesh --sources
      talkctl show j2bnfg4 --transcript
      talkctl search istio --format ids | talkctl show - --json
    """
    with sit_down(look) as desk:
        named = named_talks(desk, talk)
        talks = desk.catalog.talks(named.numbers)
        mine = marks_on(desk.catalog.db, (one.id for one in talks))
        shown = (
            shown_object(
                one,
                desk.catalog.records(number),
                own_object(*mine.get(one.id, Marks())),
                transcript,
            )
            for one, number in zip(talks, named.numbers, strict=True)
        )
        desk.answer("talk", shown, single=named.single and bool(talks), show_sources=sources)
        if transcript:
            desk.say(
                *(f"{one.title}: no transcript is known." for one in talks if not one.transcript)
            )
        for word in named.missing:
            desk.say(f"There is no talk {word!r}.")
    return Status.NOTHING_FOUND if named.missing or not talks else Status.ANSWERED
