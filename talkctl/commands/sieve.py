"""The filters that lists of talks share, and what they stand for in a search."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Optional

import typer

if TYPE_CHECKING:
    from talkctl.search.question import Filters

PANEL = "Filters"


def _option(*names: str, metavar: str, help: str) -> Any:  # noqa: A002
    return typer.Option(*names, metavar=metavar, help=help, rich_help_panel=PANEL)


class Sieve(NamedTuple):
    """What talks must be like to be listed; several conditions all have to hold."""

    event: Annotated[
        Optional[list[str]], _option("--event", metavar="NAME", help="Given at this event.")  # noqa: UP045
    ] = None
    speaker: Annotated[
        Optional[list[str]], _option("--speaker", metavar="NAME", help="With this person.")  # noqa: UP045
    ] = None
    org: Annotated[
        Optional[list[str]],  # noqa: UP045
        _option("--org", metavar="NAME", help="With somebody from this organisation."),
    ] = None
    kind: Annotated[
        Optional[list[str]],  # noqa: UP045
        _option("--kind", metavar="KIND", help="talk, keynote, panel, workshop, tutorial, …"),
    ] = None
    level: Annotated[
        Optional[list[str]],  # noqa: UP045
        _option("--level", metavar="LEVEL", help="beginner, intermediate, advanced or any."),
    ] = None
    room: Annotated[
        Optional[list[str]], _option("--room", metavar="NAME", help="In this room.")  # noqa: UP045
    ] = None
    track: Annotated[
        Optional[list[str]], _option("--track", metavar="NAME", help="In this track.")  # noqa: UP045
    ] = None
    tag: Annotated[
        Optional[list[str]], _option("--tag", metavar="TAG", help="With this tag.")  # noqa: UP045
    ] = None
    language: Annotated[
        Optional[list[str]],  # noqa: UP045
        _option("--language", metavar="CODE", help="In this language: en, es, …"),
    ] = None
    year: Annotated[
        Optional[list[str]], _option("--year", metavar="YEAR", help="Of this year.")  # noqa: UP045
    ] = None
    day: Annotated[
        Optional[list[str]],  # noqa: UP045
        _option(
            "--day", metavar="DAY", help="A date, weekday, number of a day, today or tomorrow."
        ),
    ] = None
    from_: Annotated[
        Optional[str],  # noqa: UP045
        _option(
            "--from", metavar="TIME", help="Not before this hour or date: 14:00, 2pm, 2017-12."
        ),
    ] = None
    to: Annotated[
        Optional[str],  # noqa: UP045
        _option("--to", metavar="TIME", help="Not after this hour or date."),
    ] = None
    has: Annotated[
        Optional[list[str]],  # noqa: UP045
        _option("--has", metavar="WHAT", help="With video, slides, notes, abstract, time, …"),
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
