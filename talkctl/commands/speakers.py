"""``speakers``: everyone, with how many talks."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from talkctl.commands.choosing import chosen_talks
from talkctl.commands.desk import Desk, sit_down
from talkctl.commands.options import Limit, Look, Reverse, checked_limit, command
from talkctl.commands.sieve import Sieve
from talkctl.errors import Status
from talkctl.model import Person
from talkctl.render.objects import person_object


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
