"""What looks wrong, and how to mend it: ``doctor``, ``merge``, ``split``, ``alias``, ``event``, ``undo``."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import gc
import re
import shlex
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Annotated, Any, NamedTuple

from talkctl.commands.desk import Db, Limit, Look, checked_limit, sit_down
from talkctl.commands.parameters import argument, option
from talkctl.errors import Status, UsageError
from talkctl.render.answer import Shape
from talkctl.store.catalog import Catalog

Ids = Annotated[list[str], argument(metavar="ID…", help="Ids of talks, people or events.")]


class Thing(NamedTuple):
    """Something with an id: a talk, a person or an event, and what it is called; an event also."""

    kind: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()


def doctor(
    look: Look,
    limit: Limit = None,
    decisions: Annotated[
        bool, option("--decisions", help="List what was decided instead.")
    ] = False,
) -> Status:
    """List what looks wrong or undecided in the library, each with the command that mends it.

    Nothing is changed. What was decided before (merge, split, alias, event) is listed with
    --decisions, and undo takes it back.

    \b
    Examples:
      talkctl doctor
      talkctl doctor --json | jq -r '.[].mend'
    """
    gc.enable()
    shape: Shape = "decisions" if decisions else "doubts"
    with sit_down(look, shape) as desk:
        rows = list(_decided(desk.catalog) if decisions else _doubts(desk.catalog))
        desk.answer(shape, rows[: checked_limit(limit, None)])
        if not rows:
            desk.say("Nothing was decided." if decisions else "Nothing looks wrong.")
    return Status.ANSWERED


def merge(ids: Ids, db: Db = None) -> Status:
    """Say that two talks, two people or two events are one.

    \b
    Examples:
      talkctl merge j2bnfg4 k7m2q9x
      talkctl merge ada-lovelace a-lovelace
    """
    things = _things(db, ids)
    kinds = {thing.kind for thing in things}
    if len(kinds) > 1:
        raise UsageError("Talks, people and events do not go together; name two of a kind.")
    if len({thing.id for thing in things}) < 2:
        raise UsageError("Name two or more that are to be one.")
    from talkctl.intake import mending

    said = f"{_quoted(things)} are one {things[0].kind}"
    names = [thing.id for thing in things]
    merging: dict[str, Callable[..., None]] = {
        "talk": mending.merge_talks,
        "person": mending.merge_people,
    }
    if things[0].kind == "event":
        spelt = [name for thing in things for name in (thing.name, *thing.aliases)]
        return _mended(db, said, lambda base: mending.settle_event(base, spelt, None, said))
    return _mended(db, said, lambda base: merging[things[0].kind](base, names, said))


def split(
    what: Annotated[str, argument(metavar="ID", help="The id of a talk or a person.")],
    where: Annotated[
        list[str] | None,
        argument(
            metavar="[WHERE…]",
            help="Of a talk: the document that tells of another one. Of a person: the talks on"
            " which it is somebody else.",
        ),
    ] = None,
    db: Db = None,
) -> Status:
    """Say that what the library takes for one talk or one person is two.

    \b
    Examples:
      talkctl split xh5udtw notes-kubecon-na-2017-day-3.md
      talkctl split torin-sandall pvrtbqf
    """
    from talkctl.intake import mending

    (thing,) = _things(db, [what])
    where = where or []
    if thing.kind == "talk":
        if len(where) > 1:
            raise UsageError("Name one document.")
        document = where[0] if where else None
        said = f"{thing.name!r} is another talk in {document or 'its second document'}"
        return _mended(db, said, lambda base: mending.split_talk(base, thing.id, document, said))
    if thing.kind != "person":
        raise UsageError("Only talks and people can be split.")
    if not where:
        raise UsageError(f"Name the talks on which {thing.name} is somebody else.")
    talks = [talk.id for talk in _things(db, where)]
    said = f"{thing.name} is somebody else on {', '.join(talks)}"
    return _mended(db, said, lambda base: mending.split_person(base, thing.id, talks, said))


def alias(
    person: Annotated[str, argument(metavar="PERSON", help="The id of a person.")],
    names: Annotated[list[str], argument(metavar="NAME…", help="Other names.")],
    db: Db = None,
) -> Status:
    """Say that a person also goes by another name.

    \b
    Example:
      talkctl alias brian-redbeard "Brian Harrington"
    """
    from talkctl.intake import mending

    (thing,) = _things(db, [person])
    if thing.kind != "person":
        raise UsageError(f"{person} is the id of no person.")
    if not all(name.strip() for name in names):
        raise UsageError("A name is blank.")
    said = f"{thing.name} is also called {', '.join(names)}"
    return _mended(db, said, lambda base: mending.name_person(base, thing.id, names, said))


def event(
    event_id: Annotated[str, argument(metavar="EVENT", help="The id of an event.")],
    name: Annotated[
        str | None,
        option("--name", metavar="NAME", help="What it is called."),
    ] = None,
    city: Annotated[
        str | None,
        option("--city", metavar="CITY", help="Where it was."),
    ] = None,
    country: Annotated[
        str | None,
        option("--country", metavar="CODE", help="Its two letters, such as BE."),
    ] = None,
    tz: Annotated[
        str | None,
        option("--tz", metavar="ZONE", help="Such as Europe/Brussels."),
    ] = None,
    start: Annotated[
        str | None,
        option("--start", metavar="DATE", help="Its first day, 2013-02-02."),
    ] = None,
    end: Annotated[
        str | None,
        option("--end", metavar="DATE", help="Its last day."),
    ] = None,
    db: Db = None,
) -> Status:
    """Say where and when an event was, and what it is called.

    \b
    Example:
      talkctl event cloudnativecon-2016 --name "CloudNativeCon Seattle"
    """
    from talkctl.identity.corrections import EventFacts
    from talkctl.intake import mending
    from talkctl.when import is_zone, no_zone, parse_date

    (thing,) = _things(db, [event_id])
    if thing.kind != "event":
        raise UsageError(f"{event_id} is the id of no event.")
    if tz and not is_zone(tz):
        raise UsageError(f"--tz {tz}: {no_zone(tz)}")
    days = []
    for asked, value in (("--start", start), ("--end", end)):
        days.append(parse_date(value) if value else None)
        if value and not days[-1]:
            raise UsageError(f"{asked} {value}: is no date; write 2013-02-02.")
    told = {"name": name, "city": city, "country": country, "time zone": tz,
            "first day": days[0], "last day": days[1]}  # fmt: skip
    said = [f"{what} {value}" for what, value in told.items() if value]
    if country is not None and not re.fullmatch("[A-Za-z]{2}", country):
        raise UsageError(f"--country {country}: write its two letters, such as BE.")
    if days[0] and days[1] and days[0] > days[1]:
        raise UsageError(f"--end {days[1]} lies before --start {days[0]}.")
    for asked, value in (("--name", name), ("--city", city)):
        if value is not None and not value.strip():
            raise UsageError(f"{asked} is blank.")
    if not said:
        raise UsageError("Say something of the event: --name, --city, --tz, --start …")
    sentence = f"{thing.name}: {', '.join(said)}"
    names = [*([name] if name else []), thing.name, *thing.aliases]
    facts = EventFacts(name or "", None, None, (), city, country, tz, *days)
    return _mended(db, sentence, lambda base: mending.settle_event(base, names, facts, sentence))


def undo(
    number: Annotated[
        int | None,
        argument(metavar="[N]", help="Which; the last one unless told."),
    ] = None,
    db: Db = None,
) -> Status:
    """Take back the last merge, split, alias or event, or the one with that number.

    Marks of your own are none of these, also if they came last: unpick, seen --not, rate TALK 0 and
    note TALK --forget take them back.

    \b
    Examples:
      talkctl undo
      talkctl doctor --decisions
    """
    from talkctl.intake import mending
    from talkctl.render.screen import open_screen
    from talkctl.store.writing import library_to_write, writing

    gc.enable()
    with writing(library_to_write(db)) as base:
        said = mending.take_back(base, number)
    if said is None:
        raise UsageError(
            f"There is no decision {number} that holds; talkctl doctor --decisions lists all."
            if number is not None
            else "There is no merge, split, alias or event to take back. What you marked yourself is"
            " taken back by unpick, seen --not, rate TALK 0 and note TALK --forget."
        )
    open_screen().say(f"Taken back: {said.rstrip('.')}.")
    return Status.ANSWERED


def _mended(asked: str | None, said: str, change: Callable[[Any], None]) -> Status:
    from talkctl.render.screen import open_screen
    from talkctl.store.writing import library_to_write, writing

    gc.enable()
    with writing(library_to_write(asked)) as base:
        change(base)
    open_screen().say(f"Decided: {said.rstrip('.')}. talkctl undo takes it back.")
    return Status.ANSWERED


def _things(asked: str | None, ids: list[str]) -> list[Thing]:
    """What each of *ids* is the id of; none is refused."""
    from talkctl.store.location import library_path

    with Catalog(library_path(asked)) as catalog:
        events = _events(catalog)
        return [_thing(catalog, events, identifier) for identifier in ids]


def _events(catalog: Catalog) -> dict[str, Thing]:
    return {it.id: Thing("event", it.id, it.name, it.aliases) for it in catalog.events()}


def _thing(catalog: Catalog, events: dict[str, Thing], identifier: str) -> Thing:
    found = _called(catalog, events, identifier)
    if found:
        return found
    near = _near_ids(catalog, events, identifier)
    meant = f" Did you mean {near[0]}?" if near else " search, speaker and events tell ids."
    raise UsageError(f"{identifier!r} is the id of no talk, person or event.{meant}")


def _called(catalog: Catalog, events: dict[str, Thing], identifier: str) -> Thing | None:
    number = catalog.number_of_id(identifier) or catalog.number_of_slug(identifier)
    if number is not None:
        (talk,) = catalog.talks([number])
        return Thing("talk", talk.id, talk.title)
    name = catalog.name_of_person(identifier)
    if name is not None:
        return Thing("person", identifier, name)
    return events.get(identifier)


def _near_ids(catalog: Catalog, events: dict[str, Thing], typed: str) -> list[str]:
    """Ids of events and people that may have been meant."""
    from talkctl.search.people import find_people

    found = [one for one in events if typed.strip() and typed.strip().casefold() in one]
    return found or [person.id for person in find_people(catalog, typed.replace("-", " "))[0]]


def _quoted(things: list[Thing]) -> str:
    return " and ".join(f"{thing.name!r} ({thing.id})" for thing in things)


def _decided(catalog: Catalog) -> Iterator[dict[str, Any]]:
    from talkctl.store.decisions import decided

    for one in decided(catalog.db, undone_too=True):
        made, undone = _to_the_second(one.made), one.undone and _to_the_second(one.undone)
        yield {"number": one.id, "made": made, "said": one.said, "undone": undone}


def _to_the_second(instant: str) -> str:
    return datetime.fromisoformat(instant).isoformat(timespec="seconds")


_MENDS = {
    "talk": "talkctl merge {}",
    "person": "talkctl merge {}",
    "event": "talkctl merge {}",
    "time": "talkctl show {} --sources",
    "room": "talkctl show {} --sources",
    "billing": "talkctl show {} --sources",
    "dates": "talkctl event {} --start DATE --end DATE",
    "speakers": "talkctl show {} --sources",
    "remark": "talkctl sources {}",
    "decision": "talkctl doctor --decisions",
}
"""For each kind of doubt the command that mends it, or shows where it comes from."""


def _doubts(catalog: Catalog) -> Iterator[dict[str, Any]]:
    from talkctl.intake.joining import examined

    events = _events(catalog)
    for doubt in examined(catalog.db):
        things = (_called(catalog, events, one) for one in doubt.ids)
        names = [thing.name if thing else one for thing, one in zip(things, doubt.ids, strict=True)]
        mend = _MENDS.get(doubt.kind)
        yield {
            "kind": doubt.kind,
            "ids": list(doubt.ids),
            "reason": doubt.reason,
            "strength": round(doubt.strength, 2),
            "mend": mend.format(" ".join(map(shlex.quote, doubt.ids))) if mend else None,
            "names": names,
        }
