"""``show``: everything known of a talk."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from typing import Annotated

import typer

from talkctl.commands.choosing import names_from
from talkctl.commands.desk import sit_down
from talkctl.commands.options import Look, command
from talkctl.errors import Status
from talkctl.render.objects import shown_object


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
) -> Status:
    """Show everything known of a talk.

    \b
    Examples:
      talkctl show istio-weaving-the-service-mesh
      talkctl show weaving the service mesh --sources
      talkctl search istio --format ids | talkctl show - --json
    """
    raise NotImplementedError(names_from, sit_down, shown_object, talk, look, sources)
