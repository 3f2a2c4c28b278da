"""The open file of corrections: facts that no page states but everyone can check.

    [[event]]                                   [[person]]
    name = "CloudNativeCon"                     name = "Brian Redbeard"
    year = 2016                                 aliases = ["Brian Harrington"]
    city = "Seattle"                            because = "his bio gives both names"
    start = "2016-11-08"

It fills gaps and never overrules a page: where the two differ the page wins, and a remark says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from talkctl.errors import ImportRefused
from talkctl.when import parse_date


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What is known of an event apart from the pages; *name* is how the pages call it."""

    name: str
    year: int | None = None
    id: str | None = None
    aliases: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    timezone: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Other names of a person; *name* is one that the pages use."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections, with the name of the document they stand in."""

    document: str = ""
    events: tuple[EventFacts, ...] = ()
    people: tuple[PersonFacts, ...] = ()


_EVENT_KEYS = frozenset(
    ("name", "year", "id", "aliases", "city", "country", "timezone", "start", "end", "because")
)
_PERSON_KEYS = frozenset(("name", "aliases", "because"))


def read_corrections(document: str, text: str) -> Corrections:
    """The corrections in *text*, which is TOML; a wrong one is refused with its place."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ImportRefused(f"{document}: not valid TOML: {error}") from None
    unknown = sorted(set(data) - {"event", "person"})
    if unknown:
        raise ImportRefused(f"{document}: there is no [[{unknown[0]}]]; only event and person")
    events = tuple(
        EventFacts(
            name=_text(entry, "name", document) or "",
            year=_year(entry, document),
            id=_text(entry, "id", document),
            aliases=_texts(entry, document),
            city=_text(entry, "city", document),
            country=_text(entry, "country", document),
            timezone=_text(entry, "timezone", document),
            start=_date(entry, "start", document),
            end=_date(entry, "end", document),
        )
        for entry in _entries(data, "event", _EVENT_KEYS, document)
    )
    people = tuple(
        PersonFacts(_text(entry, "name", document) or "", _texts(entry, document))
        for entry in _entries(data, "person", _PERSON_KEYS, document)
    )
    return Corrections(document, events, people)


def _entries(
    data: dict[str, object], kind: str, keys: frozenset[str], document: str
) -> list[dict[str, object]]:
    entries = data.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ImportRefused(f"{document}: write [[{kind}]], not [{kind}]")
    for entry in entries:
        wrong = sorted(set(entry) - keys)
        if wrong:
            raise ImportRefused(f"{document}: [[{kind}]] has no key {wrong[0]!r}")
        if not entry.get("name"):
            raise ImportRefused(f"{document}: every [[{kind}]] needs a name")
    return entries


def _text(entry: dict[str, object], key: str, document: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise ImportRefused(f"{document}: {key} of {entry.get('name')!r} must be text in quotes")
    return value or None


def _texts(entry: dict[str, object], document: str) -> tuple[str, ...]:
    value = entry.get("aliases", [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ImportRefused(f"{document}: aliases of {entry.get('name')!r} must be a list of texts")
    return tuple(value)


def _year(entry: dict[str, object], document: str) -> int | None:
    value = entry.get("year")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise ImportRefused(f"{document}: year of {entry.get('name')!r} must be a number")
    return value


def _date(entry: dict[str, object], key: str, document: str) -> str | None:
    value = entry.get(key)
    found = parse_date(str(value)) if value is not None else None
    if value is not None and found is None:
        raise ImportRefused(f"{document}: {key} of {entry.get('name')!r} is no date: {value}")
    return found
