"""``speaker``: the person or persons meant by a name."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from typing import Annotated

import typer

from talkctl.commands.desk import sit_down
from talkctl.commands.options import Limit, Look, checked_limit, command
from talkctl.errors import Status
from talkctl.render.objects import person_object
from talkctl.search.people import find_people


@command
def speaker(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME…", help="A name, as well as you know it.")
    ],
    look: Look,
    limit: Limit = None,
) -> Status:
    """Show a person: talks, organisations, bios and with whom they spoke.

    Any order, spelling, accents and a slip or two will do; a first or last name alone shows all
    who have it.

    \b
    Examples:
      talkctl speaker "Torin Sandall"
      talkctl speaker torin sandal
      talkctl speaker kaldstrom --json | jq '.[0].orgs'
    """
    with sit_down(look) as desk:
        found, messages = find_people(desk.catalog, " ".join(name))
        desk.say(*messages)
        people = found[: checked_limit(limit, None)]
        desk.answer("person" if len(people) == 1 else "people", map(person_object, people))
        if not people:
            desk.say(f"Nobody here is called {' '.join(name)!r}.")
            return Status.NOTHING_FOUND
    return Status.ANSWERED
