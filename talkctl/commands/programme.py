"""Talks in the order in which they were given: ``schedule``."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from talkctl.commands.choosing import chosen_talks
from talkctl.commands.desk import sit_down
from talkctl.commands.options import Limit, Look, Reverse, checked_limit, command
from talkctl.commands.sieve import Sieve
from talkctl.errors import Status
from talkctl.render.objects import talk_object
from talkctl.timetable import programme


@command
def schedule(sieve: Sieve, look: Look, limit: Limit = None, reverse: Reverse = False) -> Status:
    """Show the programme in time order, by event, day and room.

    Talks that nobody gives a time or a day are counted, not listed.

    \b
    Examples:
      talkctl schedule
      talkctl schedule --event cloudnativecon --day wednesday
      talkctl schedule --json | jq -r '.[] | [.start // .local_start, .room, .title] | @tsv'
    """
    with sit_down(look) as desk:
        talks = chosen_talks(desk, sieve)
        found = programme(talks, desk.catalog.events())
        listed = list(found.talks)
        if reverse:
            listed.reverse()
        listed = listed[: checked_limit(limit, None)]
        notes = tuple(_without_a_time(event, count) for event, count in found.unplaced)
        desk.answer("schedule", map(talk_object, listed), notes=notes)
        if not desk.screen.terminal:
            desk.say(*notes)
    return Status.ANSWERED


def _without_a_time(event: str | None, count: int) -> str:
    talks = "1 talk" if count == 1 else f"{count} talks"
    return f"{talks} {f'of {event}' if event else 'without an event'}: no time known."
