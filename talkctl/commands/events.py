"""``events``: all conferences and meetups, or those at which talks were given that somebody asks for."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from talkctl.commands.desk import Limit, Look, Reverse, checked_limit, sit_down
from talkctl.commands.sieve import Sieve, none_passes
from talkctl.errors import Status
from talkctl.render.objects import event_object


def events(sieve: Sieve, look: Look, limit: Limit = None, reverse: Reverse = False) -> Status:
    """List the events, with dates, places and how many talks each has.

    With filters, those at which such a talk was given.

    \b
    Examples:
      talkctl events
      talkctl events --speaker "Torin Sandall"
      talkctl events --json | jq -r '.[] | [.id, .talk_count] | @tsv'
    """
    with sit_down(look, "events") as desk:
        found = desk.catalog.events()
        if sieve != Sieve():
            from talkctl.commands.choosing import chosen_numbers

            there = desk.catalog.event_ids(chosen_numbers(desk, sieve, sort=None))
            found = [event for event in found if event.id in there]
        found = found[::-1] if reverse else found
        desk.answer("events", map(event_object, found[: checked_limit(limit, None)]))
        if not found:
            none = "There is no event in this library; talkctl import FILE brings some."
            desk.say(none if sieve == Sieve() else none_passes(sieve))
    return Status.ANSWERED
