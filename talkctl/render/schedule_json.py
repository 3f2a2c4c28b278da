"""schedule.json as pretalx, frab and c3voc write it (https://c3voc.de/schedule/schema.json).

The format wants an instant, a room and a length for each talk, and one conference in a file. Talks
that have no instant are left out; a room that nobody states is the empty name, and a length that
nobody states is ``00:00``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from talkctl import __version__
from talkctl.errors import UsageError
from talkctl.render.answer import Answer, Item, Paper
from talkctl.render.dates import span
from talkctl.render.json import dumps

_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|UTC$")
"""The names of zones that the format takes."""
_LINK_TYPES = {"slides": "slides", "paper": "paper", "page": "web", "video": "media",
               "audio": "media", "code": "related", "other": "related"}  # fmt: skip


def render(answer: Answer, paper: Paper) -> None:
    """Write the talks of *answer*, which are all of one event, as one schedule."""
    talks = sorted(filter(kept, answer.items), key=lambda talk: (_day(talk), _begin(talk)))
    names = {talk["event"]["id"]: talk["event"]["name"] for talk in talks if talk["event"]}
    if len(names) > 1:
        several = ", ".join(list(names)[:5]) + (", …" if len(names) > 5 else "")
        raise UsageError(f"A schedule is of one event; say which with --event: {several}.")
    identifier, name = next(iter(names.items()), ("talks", "Talks"))
    schedule = {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "talkctl", "version": __version__},
        "schedule": {"version": "1", "conference": _conference(identifier, name, talks)},
    }
    paper.write(dumps(schedule, indented=True) + "\n")


def kept(talk: Item) -> bool:
    """Whether a schedule has a place for *talk*."""
    return bool(talk["start"]) and span(talk) is not None


def _conference(identifier: str, name: str, talks: Sequence[Item]) -> Item:
    days = sorted({_day(talk) for talk in talks})
    first, last = (days[0], days[-1]) if days else ("1970-01-01", "1970-01-01")
    rooms = dict.fromkeys(_room(talk) for talk in talks)
    tracks = dict.fromkeys(talk["track"] for talk in talks if talk["track"])
    zones = {talk["timezone"] for talk in talks}
    zone = zones.pop() if len(zones) == 1 else None
    conference: Item = {
        "acronym": _acronym(identifier),
        "title": name,
        "start": first,
        "end": last,
        "daysCount": (date.fromisoformat(last) - date.fromisoformat(first)).days + 1,
        "timeslot_duration": "00:05",
    }
    if zone and _ZONE.match(zone):
        conference["time_zone_name"] = zone
    conference |= {
        "rooms": [{"name": room, "guid": _guid(f"{identifier}/room/{room}")} for room in rooms],
        "tracks": [{"name": track} for track in tracks],
        "days": [_on_day(index, day, talks) for index, day in enumerate(days, 1)],
    }
    return conference


def _on_day(index: int, day: str, talks: Sequence[Item]) -> Item:
    those = [talk for talk in talks if _day(talk) == day]
    rooms: dict[str, list[Item]] = {}
    for talk in those:
        rooms.setdefault(_room(talk), []).append(_talk(talk))
    return {
        "index": index,
        "date": day,
        "day_start": min(map(_begin, those)).isoformat(),
        "day_end": max(map(_end, those)).isoformat(),
        "rooms": rooms,
    }


def _talk(talk: Item) -> Item:
    begins = _begin(talk)
    minutes = round((_end(talk) - begins).total_seconds() / 60)
    by_type: dict[str, list[Item]] = {"links": [], "attachments": []}
    page = next((link["url"] for link in talk["links"] if link["kind"] == "page"), "")
    for link in talk["links"]:
        where = "attachments" if link["kind"] in ("slides", "paper") else "links"
        entry = {"title": link["kind"], "url": link["url"], "type": _LINK_TYPES[link["kind"]]}
        if link["url"] != page:
            by_type[where].append(entry)
    guid = _guid(talk["id"])
    return {
        "guid": guid,
        "id": int(guid[:7], 16) + 1,
        "date": begins.isoformat(),
        "start": f"{begins:%H:%M}",
        "duration": f"{minutes // 60:02}:{minutes % 60:02}",
        "room": _room(talk),
        "slug": re.sub(r"[^a-z0-9]+", "-", f"{talk['slug']}-{talk['id']}".lower()).strip("-"),
        # An address is wanted for each talk; one that has none is named by its guid.
        "url": page or f"urn:uuid:{guid}",
        "title": f"[Cancelled] {talk['title']}" if talk["status"] else talk["title"],
        "subtitle": talk["subtitle"] or "",
        "track": talk["track"],
        "type": talk["kind"],
        "language": talk["language"] or "",
        "abstract": talk["abstract"] or "",
        "description": "",
        "persons": [_person(person) for person in talk["speakers"]],
        **by_type,
    }


def _person(person: Item) -> Item:
    return {"guid": _guid(f"person/{person['id']}"), "name": person["billed_as"]}


def _room(talk: Item) -> str:
    return str(talk["room"] or "")


def _day(talk: Item) -> str:
    """The day of the programme, which of a talk after midnight is the date before."""
    begins = _begin(talk).date()
    try:
        given = date.fromisoformat(talk["date"] or "")
    except ValueError:
        return begins.isoformat()
    return (given if (begins - given).days == 1 else begins).isoformat()


def _begin(talk: Item) -> datetime:
    found = span(talk)
    return found[0] if found else datetime.min


def _end(talk: Item) -> datetime:
    found = span(talk)
    return (found[1] or found[0]) if found else datetime.min


def _guid(name: str) -> str:
    whole = name.encode("utf-8", errors="replace").decode()
    return str(uuid5(NAMESPACE_URL, f"talkctl:{whole}"))


def _acronym(identifier: str) -> str:
    """The format wants four signs or more, and a dash nowhere but at the beginning."""
    plain = re.sub(r"[^a-z0-9]+", "_", identifier.lower()).strip("_") or "talks"
    return plain if len(plain) >= 4 else f"{plain}_talks"
