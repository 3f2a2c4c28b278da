"""One talk, told in full: what is known, what nobody says, and who says it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.rule import Rule
from rich.text import Text

from talkctl.render.answer import Answer, Item
from talkctl.render.dates import day_of, hours, length, long_date, weekday_date, zone
from talkctl.render.said import paragraphs
from talkctl.render.table.accounts import accounts
from talkctl.render.table.ink import (
    DOUBT,
    DOUBT_EXPLAINED,
    FAINT,
    ID,
    NOTHING,
    TITLE,
    WARNING,
    Hanging,
    billing,
    dotted,
    ink,
    prose,
    stacked,
    title,
)
from talkctl.render.table.layout import READABLE, beneath, facts, section, unbroken, wrapped
from talkctl.text import key


def view(answer: Answer, width: int) -> list[RenderableType]:
    """Each talk of *answer*, with a line between them."""
    parts: list[RenderableType] = []
    for talk in answer.items:
        if parts:
            parts += [Text(), Rule(style=FAINT), Text()]
        parts += _talk(talk, width, answer)
    return parts


def _talk(talk: Item, width: int, answer: Answer) -> list[RenderableType]:
    parts: list[RenderableType] = [wrapped(title(talk), width), _beneath(talk, width)]
    if mark := answer.marks.get(talk["id"]):
        parts.append(ink(mark, WARNING))
    if own := talk.get("own"):
        parts += _own(own, width)
    parts += [Text(), facts(_facts(talk), width)]
    if talk["abstract"]:
        parts += [Text(), wrapped(prose(talk["abstract"]), width)]
    records = talk.get("records", [])
    parts += section("people", (_bio(bio, width) for bio in _bios(records)), spaced=True)
    parts += section("links", _links(talk))
    parts += section(
        "notes", (_note(note, width) for note in talk["notes"] if note["text"]), spaced=True
    )
    parts += section("transcript", (_said(*part) for part in paragraphs(talk.get("segments", []))))
    if answer.show_sources and records:
        parts += section("who says what", accounts(talk, records, width), spaced=True)
        said = talk.get("decisions", [])
        parts += section("what you decided", (wrapped(ink(one), width) for one in said))
    else:
        parts += section("sources", (_source(source) for source in talk["sources"]))
    return parts


def _beneath(talk: Item, width: int) -> RenderableType:
    picked = Text("in your programme", WARNING) if talk["picked"] else Text()
    return beneath([ink(talk["id"], ID), ink(talk["slug"], FAINT), picked], width)


def _own(own: Item, width: int) -> list[RenderableType]:
    """What the reader said of the talk, before what everybody says."""
    stars = "★" * own["rating"] + "☆" * (5 - own["rating"]) if own["rating"] else ""
    seen = f"seen on {long_date(own['seen'][:10])}" if own["seen"] else ""
    marks = dotted([Text(stars, WARNING), Text(seen, WARNING)])
    notes: list[RenderableType] = [
        wrapped(prose(note["text"], WARNING), width) for note in own["notes"]
    ]
    return [*([marks] if marks else []), *notes]


def _facts(talk: Item) -> list[tuple[str, Text]]:
    """What everybody wants to know of a talk, said or not, and what else was said."""
    always = [
        ("speakers", _speakers(talk)),
        ("event", ink(talk["event"]["name"]) if talk["event"] else Text()),
        ("given", _given(talk)),
        ("room", ink(talk["room"])),
        ("level", ink(talk["level"])),
        ("length", ink(length(talk["duration"]))),
        ("recording", ink(_recording(talk))),
    ]
    sometimes = [
        ("kind", ink("" if talk["kind"] == "talk" else talk["kind"])),
        ("track", ink(talk["track"])),
        ("tags", ink(", ".join(talk["tags"]))),
        ("language", ink(talk["language"])),
    ]
    nothing = Text(NOTHING, FAINT)
    return [(name, said or nothing) for name, said in always] + [
        (name, said) for name, said in sometimes if said
    ]


def _recording(talk: Item) -> str:
    if talk["published"]:
        return f"published {long_date(talk['published'])}"
    return "see below" if any(link["kind"] == "video" for link in talk["links"]) else ""


def _speakers(talk: Item) -> Text:
    lines = [_speaker(speaker) for speaker in talk["speakers"]]
    if any(speaker["org"] and not speaker["org_certain"] for speaker in talk["speakers"]):
        lines.append(Text(DOUBT_EXPLAINED, DOUBT))
    return stacked(lines)


def _speaker(speaker: Item) -> Text:
    known_as = "" if key(speaker["name"]) == key(speaker["billed_as"]) else speaker["name"]
    alias = Text(" = ", FAINT) + ink(known_as) if known_as else Text()
    return dotted([billing(speaker) + alias, ink(speaker["job"], FAINT)])


def _given(talk: Item) -> Text:
    date = day_of(talk)
    day = weekday_date(date) if date else f"day {talk['day']}" if talk["day"] else ""
    told = ", ".join(part for part in (day, hours(talk)) if part)
    return dotted([ink(told), ink(zone(talk) if hours(talk) else "", FAINT)])


def _bios(records: Iterable[Item]) -> list[Item]:
    """What the records tell about people; the same text once."""
    told = {key(bio["text"]): bio for record in records for bio in record["bios"]}
    return list(told.values())


def _bio(bio: Item, width: int) -> RenderableType:
    return Group(ink(bio["name"], TITLE), wrapped(prose(bio["text"]), width))


def _links(talk: Item) -> list[Text]:
    """Addresses on lines of their own, never broken, so that a terminal can open them."""
    widest = max((len(link["kind"]) for link in talk["links"]), default=0)
    return [
        unbroken(
            ink(link["kind"], FAINT)
            + Text(" " * (widest - len(link["kind"]) + 2))
            + ink(link["url"])
        )
        for link in talk["links"]
    ]


def _note(note: Item, width: int) -> RenderableType:
    origin = dotted(ink(part, FAINT) for part in (note["language"], note["source"]))
    return Group(*([origin] if origin else []), wrapped(prose(note["text"]), width))


def _said(when: str, passage: str) -> RenderableType:
    return Constrain(Hanging([ink(when, FAINT) + Text("  ") + ink(passage)]), READABLE)


def _source(source: Item) -> Text:
    """``archive.txt:12–24``, where an account stands, and its format."""
    place = f"{source['document']}:{source['first_line']}–{source['last_line']}"
    return dotted([ink(place), ink(source["format"], FAINT)])
