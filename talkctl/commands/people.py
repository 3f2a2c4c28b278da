"""Questions about people: ``speaker`` and ``speakers``."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from typing import Annotated

import typer

from talkctl.commands.choosing import chosen_talks
from talkctl.commands.desk import Desk, sit_down
from talkctl.commands.options import Limit, Look, Reverse, Sieve, checked_limit, command
from talkctl.errors import Status
from talkctl.model import Person
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


@command
def speakers(sieve: Sieve, look: Look, limit: Limit = None, reverse: Reverse = False) -> Status:
    """List everyone, with how many talks they gave.

    \b
    Examples:
      talkctl speakers
      talkctl speakers --org google --event kubecon
      talkctl speakers --format plain | fzf
    """
    with sit_down(look) as desk:
        found = _speakers_of(desk, sieve)
        if reverse:
            found.reverse()
        desk.answer("people", map(person_object, found[: checked_limit(limit, None)]))
    return Status.ANSWERED


def _speakers_of(desk: Desk, sieve: Sieve) -> list[Person]:
    """Everyone on the talks that pass *sieve*, those with most talks first."""
    people = desk.catalog.people()
    if sieve != Sieve():
        there = {person.id for talk in chosen_talks(desk, sieve) for person in talk.speakers}
        people = [person for person in people if person.id in there]
    return sorted(people, key=lambda person: (-person.talk_count, person.name))
