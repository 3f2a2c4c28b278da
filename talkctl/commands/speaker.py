"""``speaker``: the person or persons meant by a name."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from collections.abc import Sequence
from typing import Annotated

from talkctl.commands.desk import Desk, Limit, Look, checked_limit, sit_down
from talkctl.commands.parameters import argument
from talkctl.errors import Status
from talkctl.model import Person
from talkctl.render.answer import Shape
from talkctl.render.objects import person_object
from talkctl.search.people import find_people

_READ = ("table", "markdown", "svg")
"""Formats for people."""


def speaker(
    name: Annotated[list[str], argument(metavar="NAME…", help="A name, as well as you know it.")],
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
    with sit_down(look, "person") as desk:
        found, messages = find_people(desk.catalog, " ".join(name))
        desk.say(*messages)
        people = found[: checked_limit(limit, None)]
        shape: Shape = "person" if len(people) == 1 else "people"
        desk.answer(shape, map(person_object, people), asides=_topics(desk, people))
        if not people:
            desk.say(f"Nobody here is called {' '.join(name)!r}.")
            return Status.NOTHING_FOUND
    return Status.ANSWERED


def _topics(desk: Desk, people: Sequence[Person]) -> dict[str, str]:
    """What one who is told in full returns to, where a person will read it."""
    if len(people) != 1 or (desk.look.format_name or desk.screen.usual_format) not in _READ:
        return {}
    from talkctl.search.themes import themes

    return {people[0].id: ", ".join(themes(desk.catalog.lookup, people[0].talks))}
