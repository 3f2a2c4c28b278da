"""People: as a list, and one by one with all that is known of them."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.dates import when, when_briefly
from talkctl.render.table.ink import (
    DOUBT,
    DOUBT_EXPLAINED,
    FAINT,
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
from talkctl.render.table.layout import Column, facts, section, table, wrapped
from talkctl.render.table.talks import MEDIUM, WIDE


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
        parts += _person(person, width)
    return parts


def _person(person: Item, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [ink(person["name"], TITLE), _beneath(person)]
    if told := _facts(person):
        parts += [Text(), facts(told, width)]
    if person["talks"]:
        parts += section("talks", [_talks(person, width)])
    return parts + section("bio", (_bio(bio, width) for bio in person["bios"]), spaced=True)


def _beneath(person: Item) -> Text:
    count = f"{person['talk_count']} talk{'s' * (person['talk_count'] != 1)}"
    return dotted([ink(person["id"], ID), ink(count, FAINT)])


def _facts(person: Item) -> list[tuple[str, Text]]:
    others = [_counted(ink(other["name"]), other["talks"]) for other in person["co_speakers"]]
    told = [
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


def _bio(bio: Item, width: int) -> RenderableType:
    return Group(ink(bio["source"], FAINT), wrapped(prose(bio["text"]), width))


def _talks(person: Item, width: int) -> RenderableType:
    talks = person["talks"]
    columns = [
        Column("id", [ink(talk["id"], ID) for talk in talks], fixed=True),
        Column("talk", [_about(talk, person, width) for talk in talks], floor=24, weight=1.3),
        Column("billed", [_billed(talk, person) for talk in talks], floor=14),
    ]
    if width >= MEDIUM:
        columns += [
            Column("event", [_event(talk, width) for talk in talks], floor=16),
            Column("when", [ink(when(talk), FAINT) for talk in talks], fixed=True),
        ]
    return table([column for column in columns if not column.empty], width)


def _about(talk: Item, person: Item, width: int) -> Text:
    others = [one["billed_as"] for one in talk["speakers"] if one["id"] != person["id"]]
    company = (
        Text("with " + ", ".join(ink(name).plain for name in others), FAINT) if others else Text()
    )
    place = (
        Text() if width >= MEDIUM else dotted([_event(talk, width), ink(when_briefly(talk), FAINT)])
    )
    return stacked([title(talk), company, place])


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


def _event(talk: Item, width: int) -> Text:
    if not talk["event"]:
        return Text()
    return ink(talk["event"]["name" if width >= WIDE else "id"], "" if width >= MEDIUM else FAINT)
