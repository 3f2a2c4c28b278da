"""``orgs``: who sends whom."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from collections.abc import Iterable, Sequence
from typing import Annotated

from talkctl.commands.choosing import chosen_numbers
from talkctl.commands.desk import Desk, Limit, Look, Reverse, checked_limit, sit_down
from talkctl.commands.parameters import argument
from talkctl.commands.sieve import Sieve
from talkctl.errors import Status
from talkctl.names import org_called, same_org
from talkctl.render.answer import Item
from talkctl.render.objects import talk_object
from talkctl.store.orgs import Counted, Org
from talkctl.store.orgs import orgs as gather

_SUGGESTED = 3


def orgs(
    sieve: Sieve,
    look: Look,
    name: Annotated[
        list[str] | None,
        argument(metavar="[NAME]…", help="An organisation: its people and talks."),
    ] = None,
    limit: Limit = None,
    reverse: Reverse = False,
) -> Status:
    """Tell who sends whom: organisations with their talks, people and events.

    An organisation is one under all its spellings. With a NAME, its people and talks.

    \b
    Examples:
      talkctl orgs
      talkctl orgs --event cloudnativecon
      talkctl orgs google
    """
    asked = " ".join(name or ())
    with sit_down(look, "org" if asked else "orgs") as desk:
        every = gather(desk.catalog, None if sieve == Sieve() else chosen_numbers(desk, sieve))
        found = _meant(every, asked) if asked else every
        if reverse:
            found.reverse()
        found = found[: checked_limit(limit, None)]
        if asked:
            desk.answer("org", (_told(desk, one) for one in found))
        else:
            desk.answer("orgs", map(_item, found))
        if not found:
            desk.say(*_nothing(asked, every))
            return Status.NOTHING_FOUND
    return Status.ANSWERED


def _meant(every: Sequence[Org], name: str) -> list[Org]:
    """The organisation so called, else those in whose names all the words stand or begin."""
    exact = [one for one in every if any(same_org(it, name) for it in (one.name, *one.aliases))]
    return exact or [
        one for one in every if any(org_called(it, name) for it in (one.name, *one.aliases))
    ]


def _nothing(asked: str, every: Sequence[Org]) -> list[str]:
    if not asked:
        return ["No page names an organisation on these talks."]
    from rapidfuzz import fuzz, process

    near = process.extract(asked, [one.name for one in every], scorer=fuzz.WRatio, limit=_SUGGESTED)
    nearest = f" The nearest: {', '.join(it for it, *_ in near)}." if near else ""
    return [f"No organisation here is called {asked!r}.{nearest}"]


def _item(one: Org) -> Item:
    return {
        "id": one.id,
        "name": one.name,
        "aliases": list(one.aliases),
        "talk_count": len(one.talks),
        "certain_count": one.certain,
        "speaker_count": len(one.people),
        "event_count": len(one.events),
        "levels": [{"name": level, "talks": talks} for level, talks in one.levels],
        "people": _counted(one.people),
        "events": _counted(one.events),
    }


def _told(desk: Desk, one: Org) -> Item:
    numbers = desk.catalog.lookup.ordered(one.talks, "date", False, -1)
    return _item(one) | {"talks": [talk_object(talk) for talk in desk.catalog.talks(numbers)]}


def _counted(found: Iterable[Counted]) -> list[Item]:
    return [one._asdict() for one in found]
