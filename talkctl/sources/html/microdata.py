"""The events that a page describes in microdata, as the objects that JSON-LD would have.

    <li itemprop="subEvent" itemscope itemtype="https://schema.org/Event">
        <h3 itemprop="name">Knots</h3> <time itemprop="startDate" datetime="2016-11-08T11:00">11:00</time>

https://html.spec.whatwg.org/multipage/microdata.html says where a value stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from talkctl.sources.html.copied import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_VALUE_IN = {
    "meta": "content", "a": "href", "area": "href", "link": "href", "img": "src", "audio": "src",
    "video": "src", "source": "src", "iframe": "src", "embed": "src", "time": "datetime",
    "data": "value", "meter": "value", "object": "data",
}  # fmt: skip
_MOST = 20_000


def items_of(root: _Element) -> Iterator[tuple[dict[str, Any], int, int]]:
    """All items of the page in its order, each with its first and last line."""
    things: dict[_Element, dict[str, Any]] = {}
    elements = [one for one in root.iter("*") if one.get("itemscope") is not None][:_MOST]
    for element in elements:
        types = (element.get("itemtype") or "").split()
        things[element] = {"@type": types} if types else {}
    for element in root.iter("*"):
        names = (element.get("itemprop") or "").split()
        owner = next((one for one in element.iterancestors() if one in things), None)
        if not names or owner is None:
            continue
        for name in names:
            thing = things[owner]
            value = things[element] if element in things else _value(element)
            thing[name] = _with(thing.get(name), value)
    for element, thing in things.items():
        first = element.sourceline or 1
        yield thing, first, max(first, _last_within(element).sourceline or 1)


def _with(before: Any, value: Any) -> Any:
    """*value*, or a list of it and what the same name had *before*."""
    if before is None:
        return value
    return [*before, value] if isinstance(before, list) else [before, value]


def _last_within(element: _Element) -> _Element:
    while len(element):
        element = element[-1]
    return element


def _value(element: _Element) -> str:
    held = _VALUE_IN.get(str(element.tag))
    stated = element.get("content") or (element.get(held) if held else None)
    return (stated if stated is not None else words_of(element)).strip()
