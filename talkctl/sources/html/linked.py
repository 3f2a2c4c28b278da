"""The events that a page describes with the words of https://schema.org/Event.

    {"@type": "Event", "name": …, "subEvent": [{"@type": "Event", …}, {"@id": "#knots"}]}
    {"@graph": [{"@type": "BusinessEvent", "@id": "#knots", "superEvent": {"name": …}}, …]}

Objects, arrays, graphs and lists of items are all walked through; what only names an ``@id`` is the
object with that id. Which event is part of which other is told from either side. A page without any
in JSON-LD may have them in microdata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from talkctl.sources.html.microdata import items_of
from talkctl.sources.html.page import Page, Script
from talkctl.sources.json_text import JsonText, read_json

_KIND = re.compile(r"application/(?:[\w.-]+\+)?(?:ld\+)?json(?:ld)?")
_WRAPPED = re.compile(
    r"\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|(?://|/\*)?\]\]>(?:\*/)?)\s*$"
)
_EVENTS = frozenset(
    ("Event", "Festival", "Hackathon", "CourseInstance", "EventSeries", "Conference")
)
_NO_EVENTS = frozenset(("PublicationEvent", "BroadcastEvent", "OnDemandEvent", "UserInteraction"))
_PARTS = ("subEvent", "subEvents", "hasPart")
_WHOLES = ("superEvent", "superevent", "isPartOf")
_MOST_OBJECTS = 200_000
Thing = dict[str, Any]


@dataclass(slots=True)
class Happening:
    """An event as the page describes it, with the lines it stands on and its place among others."""

    thing: Thing
    first_line: int
    last_line: int
    whole: Happening | None = None
    parts: list[Happening] = field(default_factory=list)

    @property
    def top(self) -> Happening:
        """The event that this one is part of in the end."""
        found, seen = self, {id(self)}
        while found.whole is not None and id(found.whole) not in seen:
            found = found.whole
            seen.add(id(found))
        return found


@dataclass(frozen=True, slots=True)
class Linked:
    """All events of a page, and the scripts that could not be read to the end: line and why."""

    happenings: tuple[Happening, ...]
    broken: tuple[tuple[int, str], ...] = ()


def events_of(page: Page) -> Linked:
    """The events in the scripts of *page*, else those marked up in its text."""
    scripts = [one for one in page.scripts if _KIND.fullmatch(one.kind) and '"@' in one.text]
    read = [(one, read_json(_unwrapped(one.text))) for one in scripts[:200]]
    found: dict[int, Happening] = {}
    named: dict[str, Thing] = {}
    for _, json in read:
        for thing in _things(json.value):
            name = thing.get("@id")
            if isinstance(name, str) and len(thing) > 1:
                named.setdefault(name, thing)
    for script, json in read:
        for thing in _things(json.value):
            if is_event(thing) and name_of(thing):
                first, last = _lines(script, json, thing)
                found[id(thing)] = Happening(thing, first, last)
    if not found and page.root is not None and page.root.find(".//*[@itemscope]") is not None:
        for thing, first, last in items_of(page.root):
            if is_event(thing) and name_of(thing):
                found[id(thing)] = Happening(thing, first, last)
    _join(found, named)
    broken = tuple(
        (script.line + json.broken[0] - 1, json.broken[1]) for script, json in read if json.broken
    )
    return Linked(tuple(_told_once(found.values())), broken)


def is_event(thing: Thing) -> bool:
    """Whether *thing* is of type ``Event`` or of a type below it."""
    return any(
        (one in _EVENTS or one.endswith("Event")) and one not in _NO_EVENTS
        for one in types_of(thing)
    )


def types_of(thing: Thing) -> list[str]:
    """The names of its types, without the address of the vocabulary."""
    stated = thing.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return [re.split(r"[/:#]", one)[-1] for one in names[:20] if isinstance(one, str)]


def said(thing: Thing, *words: str) -> str:
    """The text of the first of the properties *words* of *thing* that has one."""
    return next((text for word in words if (text := literal(thing.get(word)))), "")


def name_of(thing: Thing) -> str:
    """What *thing* is called."""
    return said(thing, "name", "headline")


def literal(value: Any) -> str:
    """The text that *value* is, which may stand in a list or as the value of an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def all_of(value: Any) -> list[Any]:
    """*value* as a list: nothing, one or several."""
    found = value if isinstance(value, list) else [] if value is None else [value]
    return found[:500]


def _unwrapped(text: str) -> str:
    """*text* without the comment that old pages put around scripts; as many lines."""
    return _WRAPPED.sub("", text)


def _lines(script: Script, json: JsonText, thing: Thing) -> tuple[int, int]:
    first, last = json.lines_of(thing)
    return script.line + first - 1, script.line + last - 1


def _things(value: Any) -> Iterator[Thing]:
    """All objects within *value*, outer ones first, in the order of the text."""
    stack, count = [value], 0
    while stack and count < _MOST_OBJECTS:
        one = stack.pop()
        count += 1
        if isinstance(one, dict):
            yield one
            stack += [part for part in reversed(one.values()) if isinstance(part, dict | list)]
        elif isinstance(one, list):
            stack += [part for part in reversed(one) if isinstance(part, dict | list)]


def _join(found: dict[int, Happening], named: dict[str, Thing]) -> None:
    """Tie each event to those it is part of and those that are part of it."""

    def meant(value: Any) -> Iterable[Happening]:
        for one in all_of(value):
            thing = named.get(one, one) if isinstance(one, str) else one
            if isinstance(thing, dict):
                known = found.get(id(thing)) or found.get(id(named.get(str(thing.get("@id")))))
                if known:
                    yield known

    for one in list(found.values()):
        for key in _PARTS:
            for part in meant(one.thing.get(key)):
                if part is not one and part.whole is None:
                    part.whole = one
        for key in _WHOLES:
            for whole in meant(one.thing.get(key)):
                if whole is not one and one.whole is None and whole.whole is not one:
                    one.whole = whole
    for one in found.values():
        if one.whole is not None:
            one.whole.parts.append(one)


def _told_once(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Events without those that a page describes once more."""
    seen: dict[tuple[str, ...], Happening] = {}
    for one in happenings:
        thing = one.thing
        same = (name_of(thing), said(thing, "startDate"), said(thing, "url"))
        if same in seen:
            first = seen[same]
            for part in one.parts:
                part.whole = first
            first.parts += one.parts
            continue
        seen[same] = one
        yield one
