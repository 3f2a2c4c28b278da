"""The filters that lists of talks share, and what they stand for in a search."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from typing import TYPE_CHECKING, Annotated, NamedTuple

from talkctl.commands.parameters import Option, option

if TYPE_CHECKING:
    from talkctl.search.question import Filters

PANEL = "Filters"


Several = list[str] | None


def _filter(name: str, metavar: str, help: str) -> Option:  # noqa: A002
    return option(name, metavar=metavar, help=help, panel=PANEL)


class Sieve(NamedTuple):
    """What talks must be like to be listed; several conditions all have to hold."""

    event: Annotated[Several, _filter("--event", "NAME", "Given at this event.")] = None
    speaker: Annotated[Several, _filter("--speaker", "NAME", "With this person.")] = None
    org: Annotated[Several, _filter("--org", "NAME", "With somebody from this organisation.")] = (
        None
    )
    kind: Annotated[
        Several, _filter("--kind", "KIND", "talk, keynote, panel, workshop, tutorial, …")
    ] = None
    level: Annotated[
        Several, _filter("--level", "LEVEL", "beginner, intermediate, advanced or any.")
    ] = None
    room: Annotated[Several, _filter("--room", "NAME", "In this room.")] = None
    track: Annotated[Several, _filter("--track", "NAME", "In this track.")] = None
    tag: Annotated[Several, _filter("--tag", "TAG", "With this tag.")] = None
    language: Annotated[Several, _filter("--language", "CODE", "In this language: en, es, …")] = (
        None
    )
    year: Annotated[Several, _filter("--year", "YEAR", "Of this year.")] = None
    day: Annotated[
        Several,
        _filter("--day", "DAY", "A date, weekday, number of a day, today or tomorrow."),
    ] = None
    from_: Annotated[
        str | None,
        _filter("--from", "TIME", "Not before this hour or date: 14:00, 2pm, 2017-12."),
    ] = None
    to: Annotated[str | None, _filter("--to", "TIME", "Not after this hour or date.")] = None
    has: Annotated[
        Several, _filter("--has", "WHAT", "With video, slides, notes, abstract, time, …")
    ] = None


def none_passes(sieve: Sieve) -> str:
    """That no talk is like *sieve* wants them, or that there is none at all."""
    if sieve != Sieve():
        return "No talk passes these filters."
    return "There is no talk in this library; talkctl import FILE brings some."


def filters_of(sieve: Sieve) -> "Filters":
    """The filters that the options of *sieve* stand for."""
    from talkctl.search.question import Filters

    return Filters(
        event=tuple(sieve.event or ()),
        speaker=tuple(sieve.speaker or ()),
        org=tuple(sieve.org or ()),
        kind=tuple(sieve.kind or ()),
        level=tuple(sieve.level or ()),
        room=tuple(sieve.room or ()),
        track=tuple(sieve.track or ()),
        tag=tuple(sieve.tag or ()),
        language=tuple(sieve.language or ()),
        year=tuple(sieve.year or ()),
        day=tuple(_as_date(day) for day in sieve.day or ()),
        since=sieve.from_,
        until=sieve.to,
        has=tuple(sieve.has or ()),
    )


def _as_date(day: str) -> str:
    """*day*, where it is ``today`` or the like, as the date that it is."""
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(day.strip().casefold())
    if days is None:
        return day
    from datetime import date, timedelta

    return (date.today() + timedelta(days=days)).isoformat()
