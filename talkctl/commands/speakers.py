"""``speakers``: everyone, with how many talks."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from typing import Annotated

from talkctl.commands.choosing import chosen_numbers
from talkctl.commands.desk import Desk, Limit, Look, Reverse, checked_limit, sit_down
from talkctl.commands.parameters import option
from talkctl.commands.sieve import Sieve, none_passes
from talkctl.errors import Status, UsageError, unknown
from talkctl.model import Person
from talkctl.render.objects import person_object
from talkctl.store.orgs import Billed, billed

ORDERS = ("talks", "name")


def speakers(
    sieve: Sieve,
    look: Look,
    limit: Limit = None,
    sort: Annotated[
        str | None,
        option("--sort", metavar="ORDER", help="talks or name."),
    ] = None,
    reverse: Reverse = False,
) -> Status:
    """List everyone, with how many talks they gave.

    \b
    Examples:
      talkctl speakers
      talkctl speakers --org google --event kubecon
      talkctl speakers --level beginner --sort name
      talkctl speakers --format plain | fzf
    """
    if sort is not None and sort not in ORDERS:
        raise UsageError(unknown("order", sort, ORDERS))
    with sit_down(look, "people") as desk:
        found = _speakers_of(desk, sieve)
        if sort == "name":
            found.sort(key=lambda person: (person.name.casefold(), person.id))
        if reverse:
            found.reverse()
        desk.answer("people", map(person_object, found[: checked_limit(limit, None)]))
        if not found:
            desk.say("Nobody speaks on these talks." if sieve != Sieve() else none_passes(sieve))
    return Status.ANSWERED


def _speakers_of(desk: Desk, sieve: Sieve) -> list[Person]:
    """Everyone on the talks that pass *sieve*, those with most talks first."""
    if sieve == Sieve():
        people = desk.catalog.people()
    else:
        there = billed(desk.catalog, chosen_numbers(desk, sieve))
        numbers = dict.fromkeys(one.person for one in _of_orgs(there, sieve.org or []))
        people = desk.catalog.persons(numbers)
    return sorted(people, key=lambda person: (-person.talk_count, person.name))


def _of_orgs(there: list[Billed], asked: list[str]) -> list[Billed]:
    """Those billed for an organisation asked for; who only shares a talk with them is not.

    A filter forgives more than a comparison of names; then all on the talks are meant.
    """
    from talkctl.names import org_called

    theirs = [one for one in there if one.org and any(org_called(one.org, org) for org in asked)]
    return theirs or there
