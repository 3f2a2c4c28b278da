"""iCalendar (RFC 5545): talks as events of a calendar; those without a day and an hour are left out.

A talk keeps its UID from export to export, so that a calendar that has it already moves it instead
of adding it again. Where the zone is known by its name the event is in that zone, else in UTC, or
floating where the programme names no zone at all. An end that nobody states is not made up. What no
property of a calendar is for stands in properties of our own (``X-TALKCTL-KIND``), for talkctl to
read again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from talkctl.links import printable_address
from talkctl.render.answer import Answer, Item, Paper
from talkctl.render.dates import span
from talkctl.render.vtimezone import vtimezone
from talkctl.text import one_line, printable

if TYPE_CHECKING:
    from icalendar import Event

_LABELS = {"moderator": "Moderators", "host": "Hosts", "panelist": "Panelists",
           "speaker": "Speakers"}  # fmt: skip
_OURS = ("kind", "track", "level", "subtitle", "language", "published")
_Span = tuple[datetime, datetime | None]
_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)


def render(answer: Answer, paper: Paper) -> None:
    """Write the talks of *answer* that have a time as one calendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//talkctl//talkctl//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    names = dict.fromkeys(talk["event"]["name"] if talk["event"] else "" for talk in answer.items)
    if len(names) == 1 and (name := one_line(next(iter(names)))):
        calendar.add("x-wr-calname", _text(name))
    spans = [(talk, when) for talk in answer.items if (when := _zoned_span(talk))]
    for zone, years in _years_by_zone(when for _, when in spans).items():
        # What is beyond the years that there are has no zone that changes.
        with suppress(ValueError, OverflowError):
            calendar.add_component(vtimezone(zone, years))
    for talk, when in spans:
        calendar.add_component(_event(talk, *when))
    paper.write(calendar.to_ical().decode("utf-8", errors="replace"))


def kept(talk: Item) -> bool:
    """Whether a calendar has a place for *talk*."""
    return _zoned_span(talk) is not None


def _event(talk: Item, begin: datetime, end: datetime | None) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", _text(f"{one_line(talk['id'])}@talkctl"))
    # When an export was made would make each one differ; the time of the talk is as good.
    event.add("dtstamp", begin.astimezone(UTC) if begin.tzinfo else begin.replace(tzinfo=UTC))
    event.add("dtstart", begin)
    if end:
        event.add("dtend", end)
    event.add("summary", _text(one_line(talk["title"])))
    event.add("status", "CANCELLED" if talk["status"] == "cancelled" else "CONFIRMED")
    if talk["room"]:
        event.add("location", _text(one_line(talk["room"])))
    if about := _about(talk):
        event.add("description", _text(about))
    kind = "" if talk["kind"] == "talk" else talk["kind"]
    categories = [
        one_line(part or "") for part in (talk["track"], kind, talk["level"], *talk["tags"])
    ]
    if any(categories):
        event.add("categories", [_text(part) for part in categories if part])
    _add_links(event, talk["links"])
    _add_ours(event, talk)
    return event


def _add_ours(event: Event, talk: Item) -> None:
    ours = {name: talk[name] for name in _OURS}
    ours["event"] = talk["event"]["name"] if talk["event"] else None
    if talk["speakers"]:
        ours["speakers"] = json.dumps(talk["speakers"], ensure_ascii=False)
    for name, told in ours.items():
        if told:
            event.add(f"x-talkctl-{name}", _text(one_line(told)))


def _add_links(event: Event, links: list[Item]) -> None:
    addresses = [
        (link["kind"], printable_address(link["url"]))
        for link in links
        if _ADDRESS.fullmatch(link["url"])
    ]
    page = next((url for kind, url in addresses if kind == "page"), None)
    if page:
        event.add("url", page)
    for kind, url in addresses:
        if kind != "page":
            event.add("attach", url, parameters={"x-talkctl-kind": kind})


def _about(talk: Item) -> str:
    """Who speaks, on a line for each role, the abstract, and one's own remarks if they are there."""
    lines = []
    for role, label in _LABELS.items():
        people = [_billing(person) for person in talk["speakers"] if person["role"] == role]
        if people:
            lines.append(f"{label}: {', '.join(people)}")
    own = talk.get("own") or {"rating": None, "notes": []}
    rating = f"My rating: {own['rating']} of 5" if own["rating"] else ""
    notes = [f"My note: {note['text']}" for note in own["notes"]]
    parts = ["\n".join(lines), talk["subtitle"], talk["abstract"], rating, *notes]
    return "\n\n".join(printable(part) for part in parts if part)


def _billing(person: Item) -> str:
    name, org = one_line(person["billed_as"]), one_line(person["org"] or "")
    return f"{name} ({org})" if org else name


def _text(text: str) -> str:
    """*text* without halves of letters, which no encoding can carry."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _zoned_span(talk: Item) -> _Span | None:
    """Beginning and end of *talk* by the clocks of its zone, else in UTC; floating where it has none.

    An hour that clocks show twice is told in UTC: in their own zone it would be the first of both
    (RFC 5545, 3.3.5). Then both ends are, for calendars compare them.
    """
    found = span(talk)
    if not found or found[0].tzinfo is None:
        return found
    zone = _zone(talk["timezone"])
    try:
        begin, end = found[0].astimezone(zone), found[1].astimezone(zone) if found[1] else None
        if _is_second(begin) or (end and _is_second(end)):
            return begin.astimezone(UTC), end.astimezone(UTC) if end else None
    except OverflowError:
        return None
    return begin, end


def _is_second(moment: datetime) -> bool:
    """Whether clocks have shown *moment* once already."""
    return moment.replace(fold=0).utcoffset() != moment.utcoffset()


def _zone(name: str | None) -> Any:
    """The zone called *name* where it is one that calendars know, else UTC."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name and "/" in name else UTC
    except (LookupError, ValueError, OSError):
        return UTC


def _years_by_zone(spans: Iterable[_Span]) -> dict[str, set[int]]:
    """The zones in which talks are told, and the years in which they are."""
    found: dict[str, set[int]] = {}
    for moment in (moment for span_ in spans for moment in span_ if moment):
        name = getattr(moment.tzinfo, "key", None)
        if name:
            found.setdefault(name, set()).add(moment.year)
    return found
