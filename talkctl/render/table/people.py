"""People: as a list, and one by one with all that is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.dates import day_of, short_date
from talkctl.render.table.ink import (
    DOUBT,
    DOUBT_EXPLAINED,
    FAINT,
    HEADING,
    ID,
    TITLE,
    Hanging,
    dotted,
    ink,
    org,
    prose,
    stacked,
    title,
)
from talkctl.render.table.layout import Cell, Column, beneath, facts, section, table, wrapped
from talkctl.text import words

_SAME_BIO = 0.9
"""A bio is another one told shorter where that has so large a share of its words."""


def list_view(answer: Answer, width: int) -> list[RenderableType]:
    """The people of *answer*, one a line."""
    people = answer.items
    columns = [
        Column("name", [ink(person["name"], TITLE) for person in people], floor=16),
        Column(
            "talks", [ink(str(person["talk_count"])) for person in people], True, justify="right"
        ),
        Column("spoke for", [_orgs(person) for person in people], floor=16),
        Column("id", [ink(person["id"], ID) for person in people], fixed=True),
    ]
    return [table(columns, width)]


def view(answer: Answer, width: int) -> list[RenderableType]:
    """Each person of *answer*, with a line between them."""
    parts: list[RenderableType] = []
    for person in answer.items:
        if parts:
            parts += [Text(), Rule(style=FAINT), Text()]
        parts += _person(person, width, answer.asides.get(person["id"], ""))
    return parts


def _person(person: Item, width: int, topics: str) -> list[RenderableType]:
    parts: list[RenderableType] = [ink(person["name"], TITLE), _beneath(person, width)]
    if told := _facts(person, topics):
        parts += [Text(), facts(told, width)]
    if person["talks"]:
        parts += section("talks", [_talks(person, width)])
    bios = told_apart(person["bios"])
    return parts + section("bio", (_bio(bio, width) for bio in bios), spaced=True)


def _beneath(person: Item, width: int) -> RenderableType:
    count = f"{person['talk_count']} talk{'s' * (person['talk_count'] != 1)}"
    told = [ink(person["id"], ID), ink(count, FAINT), ink(_years(person["talks"]), FAINT)]
    return beneath(told, width)


def _years(talks: Sequence[Item]) -> str:
    """From when to when, as far as anybody says: ``2016–2019``."""
    years = sorted(year for talk in talks if (year := _year(talk)))
    if not years or years[0] == years[-1]:
        return "".join(years[:1])
    return f"{years[0]}–{years[-1]}"


def _year(talk: Item) -> str:
    return (day_of(talk) or talk["published"] or "")[:4]


def _facts(person: Item, topics: str) -> list[tuple[str, Text]]:
    others = [_counted(ink(other["name"]), other["talks"]) for other in person["co_speakers"]]
    told = [
        ("speaks of", ink(topics)),
        ("also as", Text(", ").join(ink(alias) for alias in person["aliases"])),
        ("spoke for", _orgs_explained(person)),
        ("with", Text(", ").join(others)),
    ]
    return [(name, said) for name, said in told if said]


def _orgs_explained(person: Item) -> Text:
    orgs = person["orgs"]
    named = [_counted(org(one["name"], one["certain"], ""), one["talks"]) for one in orgs]
    doubtful = any(not one["certain"] for one in orgs)
    return stacked([Text(", ").join(named), Text(DOUBT_EXPLAINED, DOUBT) if doubtful else Text()])


def _counted(name: Text, talks: int) -> Text:
    return name + Text(f" ×{talks}", FAINT) if talks > 1 else name


def _orgs(person: Item) -> Text:
    return Text(", ").join(org(one["name"], one["certain"], "") for one in person["orgs"])


def told_apart(bios: Iterable[Item]) -> list[Item]:
    """The *bios* without those that another one, at least as long, tells nearly word for word.

    The sources of what is left out stand beside those of the bio that tells it.
    """
    kept: list[tuple[set[str], Item]] = []
    for bio in sorted(bios, key=lambda bio: -len(bio["text"])):
        said = set(words(bio["text"]))
        for known, other in kept:
            if len(said & known) >= _SAME_BIO * len(said):
                if bio["source"] not in other["source"].split(", "):
                    other["source"] += f", {bio['source']}"
                break
        else:
            kept.append((said, dict(bio)))
    return [bio for _, bio in kept]


def _bio(bio: Item, width: int) -> RenderableType:
    return Group(wrapped(prose(bio["text"]), width), ink(bio["source"], FAINT))


def _talks(person: Item, width: int) -> RenderableType:
    """The talks event by event; an event stands in a line of its own, with its year."""
    ids: list[Text] = []
    about: list[Text] = []
    billed: list[Cell] = []
    shown: str | None = None
    for talk in _by_event(person["talks"]):
        if _event_id(talk) != shown:
            shown = _event_id(talk)
            ids.append(Text())
            about.append(_event(talk))
            billed.append(Text())
        ids.append(ink(talk["id"], ID))
        about.append(_about(talk, person))
        billed.append(_billed(talk, person))
    columns = [
        Column("id", ids, fixed=True),
        Column("talk", about, floor=24, weight=1.6),
        Column("billed", billed, floor=14),
    ]
    return table([column for column in columns if not column.empty], width)


def _by_event(talks: Sequence[Item]) -> list[Item]:
    """The talks of one event together, the events as they come first."""
    places: dict[str, int] = {}
    for talk in talks:
        places.setdefault(_event_id(talk), len(places))
    return sorted(talks, key=lambda talk: places[_event_id(talk)])


def _event_id(talk: Item) -> str:
    return talk["event"]["id"] if talk["event"] else ""


def _event(talk: Item) -> Text:
    """The event's name and year, which names often have in them already."""
    if not talk["event"]:
        return Text("without an event", FAINT)
    name, year = talk["event"]["name"], _year(talk)
    return dotted([ink(name, HEADING), ink("" if year in name else year, FAINT)])


def _about(talk: Item, person: Item) -> Text:
    others = [one["billed_as"] for one in talk["speakers"] if one["id"] != person["id"]]
    company = (
        Text("with " + ", ".join(ink(name).plain for name in others), FAINT) if others else Text()
    )
    told = [
        "" if talk["kind"] == "talk" else talk["kind"],
        short_date(day) if (day := day_of(talk)) else "",
        talk["level"] or "",
        "cancelled" if talk.get("status") == "cancelled" else "",
    ]
    return stacked([title(talk), dotted(ink(part, FAINT) for part in told), company])


def _billed(talk: Item, person: Item) -> Hanging:
    """As whom the page announces this person: role, job and organisation."""
    lines: list[Text] = []
    for one in talk["speakers"]:
        if one["id"] == person["id"]:
            role = "" if one["role"] == "speaker" else one["role"]
            lines += [
                org(one["org"], one["org_certain"], ""),
                ink(one["job"], FAINT),
                ink(role, FAINT),
            ]
    return Hanging(line for line in lines if line)
