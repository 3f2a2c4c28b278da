"""Talks in the order in which they were given: ``schedule``."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

from talkctl.commands.choosing import chosen_talks
from talkctl.commands.desk import Desk, Limit, Reverse, TalkLook, checked_limit, sit_down
from talkctl.commands.hours import (
    PANEL,
    At,
    Tz,
    asked_moment,
    asked_zone,
    minutes_of,
    moment_of,
    today,
)
from talkctl.commands.parameters import option
from talkctl.commands.passing import Asked, asked_for, first_days, for_the_index, passing_talks
from talkctl.commands.sieve import Sieve, filters_of, none_passes
from talkctl.errors import Status, UsageError
from talkctl.model import Event, Talk
from talkctl.render.answer import Told
from talkctl.render.objects import talk_object
from talkctl.search.find import select
from talkctl.timetable.hours import Moment, zone_of
from talkctl.timetable.order import events_in_question, programme

_ASKED_IN_VAIN = 50
"""So many events are looked through for one that has a talk that passes the filters."""
_AHEAD = 100 * 366 * 24 * 60


class Moments(NamedTuple):
    """Options that ask what is on and what is next, at one moment."""

    now: Annotated[bool, option("--now", help="What is on now, and what is next.", panel=PANEL)] = (
        False
    )
    next: Annotated[
        str | None,
        option("--next", metavar="[30m]", help="What begins so soon.", panel=PANEL),
    ] = None
    at: Annotated[
        str | None,
        option(
            "--at",
            metavar="TIME",
            help="As --now and --next, at this time: '2026-03-24 11:20', 'saturday 11:20'.",
            panel=PANEL,
        ),
    ] = None

    @property
    def asked(self) -> bool:
        """Whether a moment is asked for."""
        return self.now or self.next is not None or self.at is not None


def schedule(
    sieve: Sieve,
    look: TalkLook,
    moments: Moments,
    tz: Tz = None,
    grid: Annotated[bool, option("--grid", help="Hours down, rooms across.", panel=PANEL)] = False,
    limit: Limit = None,
    reverse: Reverse = False,
) -> Status:
    """Show the programme in time order, by event, day and room.

    On a terminal, and with --grid, --now, --next and --at, it is that of one event: the one that
    is on, else the next, else the one that was last. Talks that nobody gives a time or a day are
    counted, not listed.

    \b
    Examples:
      talkctl schedule --event cloudnativecon --day wednesday
      talkctl schedule --grid --day 2 --from 9:00 --to 12:00
      talkctl schedule --now
      talkctl schedule --next 30m --tz local
      talkctl schedule --at "2016-11-08 11:20"
      talkctl schedule --json | jq -r '.[] | [.date, .title] | @tsv'
    """
    if moments.now and moments.at:
        raise UsageError("--now and --at do not go together.")
    asked = asked_for(sieve, asked_zone(tz))
    at = asked_moment(moments.at, today(asked.zone)) if moments.at is not None else None
    with sit_down(look, "schedule") as desk:
        events = desk.catalog.events()
        sieve = for_the_index(desk, sieve, asked)
        if not sieve.event and (
            moments.asked or grid or (_is_view(desk) and not _is_narrow(sieve))
        ):
            sieve = _of_one_event(desk, sieve, asked, at, events)
        # The day of a moment may be told beside it; what comes next may be on another.
        wanted = asked._replace(days=()) if moments.asked else asked
        talks = passing_talks(chosen_talks(desk, sieve), wanted, events)
        found = programme(talks, events)
        listed = list(found.talks)
        notes = tuple(_without_a_time(event, count) for event, count in found.unplaced)
        if moments.asked:
            when = moment_of(at, asked.zone, listed, first_days(events), asked.days)
            if not listed:
                desk.say(none_passes(sieve))
            if at and not at.day and not asked.days and when.wall.date() != today(asked.zone):
                desk.say(_taken_for(at, when))
            return _at_a_moment(desk, listed, when, moments, checked_limit(limit, None))
        if reverse:
            listed.reverse()
        listed = listed[: checked_limit(limit, None)]
        if grid and look.format_name is None:
            desk = desk._replace(look=look._replace(format="table"))
        desk.answer("schedule", Told(listed, talk_object), notes=notes, grid=grid)
        if not _is_view(desk):
            desk.say(*notes)
        if not listed and not notes:
            desk.say(none_passes(sieve))
    return Status.ANSWERED


def _taken_for(at: At, when: Moment) -> str:
    from talkctl.render.dates import weekday_date

    return f"--at {at.typed}: taken for {weekday_date(f'{when.wall:%Y-%m-%d}')}."


def _is_view(desk: Desk) -> bool:
    return (desk.look.format_name or desk.screen.usual_format) == "table"


def _is_narrow(sieve: Sieve) -> bool:
    """Whether what is asked for may well be spread over events."""
    return bool(
        sieve.speaker or sieve.org or sieve.tag or sieve.year or sieve.from_ or sieve.to
    )  # fmt: skip


def _of_one_event(
    desk: Desk,
    sieve: Sieve,
    asked: Asked,
    at: At | None,
    events: Sequence[Event],
) -> Sieve:
    """*sieve* for the one event that is in question, which is said if there are others."""
    when = today(asked.zone)
    if at and at.day and at.day.date:
        when = when.fromisoformat(at.day.date)
    for event, why in events_in_question(events, when)[:_ASKED_IN_VAIN]:
        narrowed = sieve._replace(event=[event.id])
        if select(desk.catalog, filters_of(narrowed), limit=1, interludes=True)[0]:
            if len(events) > 1:
                desk.say(f"{event.name}: {why}; --event names another.")
            return narrowed
    return sieve


def _at_a_moment(
    desk: Desk,
    talks: list[Talk],
    moment: Moment,
    options: Moments,
    limit: int | None,
) -> Status:
    from talkctl.timetable.moments import Standing, beginning, next_by_room, on_at

    within = minutes_of("--next", options.next) if options.next is not None else None
    only_next = within is not None and not options.now and not options.at
    on = [] if only_next else on_at(talks, moment)
    soon = next_by_room(talks, moment) if within is None else beginning(talks, moment, within)
    if not on and not soon:
        ahead = beginning(talks, moment, _AHEAD)
        soon = [one for one in ahead if one.begins_in == ahead[0].begins_in]
        if talks:
            desk.say(_nothing_on(soon, within))

    def item(one: Standing) -> dict[str, Any]:
        told = {"since": one.since, "left": one.left, "begins_in": one.begins_in}
        return talk_object(one.talk) | {"moment": told}

    title = _heading(moment, talks)
    desk.answer("schedule", map(item, [*on, *soon][:limit]), title=title)
    return Status.ANSWERED


def _heading(moment: Moment, talks: list[Talk]) -> str:
    from talkctl.render.dates import moment_heading

    timed = next((talk for talk in talks if talk.start), None)
    if timed is None:
        return moment_heading(moment.wall, None)
    there = moment.at(timed)
    if moment.instant:
        there = there.astimezone(zone_of(timed))
    return moment_heading(there, timed.timezone)


def _nothing_on(soon: Sequence[Any], within: int | None) -> str:
    what = "Nothing is on" if within is None else f"Nothing begins in the next {within} minutes"
    if not soon:
        return f"{what}, and nothing comes after."
    first = soon[0].talk
    clock = (first.start or "")[11:16] or first.local_start
    return f"{what}; the next begins at {clock} on {first.date}."


def _without_a_time(event: str | None, count: int) -> str:
    talks = "1 talk" if count == 1 else f"{count} talks"
    return f"{talks} {f'of {event}' if event else 'without an event'}: no time known."
