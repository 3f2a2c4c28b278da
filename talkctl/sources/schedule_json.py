"""schedule.json: the programme as frab, pretalx and the C3VOC write it.

    {"schedule": {"version": …, "base_url": …,
      "conference": {"acronym", "title", "start", "end", "time_zone_name",
        "days": [{"index", "date", "day_start", "day_end",
          "rooms": {"Saal 1": [{"guid", "id", "code", "date", "start": "11:00", "duration": "00:30",
            "title", "subtitle", "track", "type", "language", "abstract", "description", "url",
            "persons": [{"name" or "public_name", "guid", "code", "id", "biography"}],
            "links": [{"title", "url", "type"}], "attachments": […]}]}}]}}}

``schedule`` may be left out, ``rooms`` be a list, ``persons`` be names or missing. The second
version has ``events`` beside ``conference``, with ``participants`` who are told of in ``persons``;
pretalx answers with ``talks`` or ``results`` that refer to rooms, tracks and speakers by their ids.
Described by https://c3voc.de/schedule/schema.json. An offset in a time wins over the zone named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from talkctl.record import Occasion, Record
from talkctl.sources.grammar.entries import Address, Entry, Participant, record_of
from talkctl.sources.grammar.fields import field, is_true, objects, text_of, texts
from talkctl.sources.grammar.markup import one_line
from talkctl.sources.grammar.moments import Place, day_of, length
from talkctl.sources.grammar.programmes import lost_of, reading_of, span_of, unread, zone_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.json_text import read_json
from talkctl.sources.source import Reading, Source

_CONFERENCE = re.compile(r'"(?:conference|schedule)"\s*:\s*\{')
_DAYS = re.compile(r'"days"\s*:\s*[\[{]')
_ROOMS = re.compile(r'"(?:rooms|room|events)"\s*:')
_TALKS = re.compile(r'"(?:talks|results)"\s*:\s*\[\s*\{')
_OPENING = 400_000
_ROLES = {"moderator": "moderator", "host": "host", "chair": "moderator", "panelist": "panelist"}
_KINDS = {
    "slides": "slides", "presentation": "slides", "paper": "paper", "video": "video",
    "recording": "video", "audio": "audio", "code": "code",
}  # fmt: skip


class _Known(NamedTuple):
    """What a programme tells once: tracks and rooms by slug and id, people by guid, code and id."""

    tracks: dict[str, str]
    rooms: dict[str, str]
    people: dict[str, dict[str, Any]]


def sniff(text: str) -> bool:
    """A JSON object with a conference or schedule that has days and rooms, or with pretalx' talks."""
    if text[:100].lstrip("\ufeff \t\r\n")[:1] != "{":
        return False
    opening = text[:_OPENING]
    if not _ROOMS.search(opening):
        return False
    if _TALKS.search(opening) and '"code"' in opening and '"speakers"' in opening:
        return True
    named = '"conference"' in opening and '"events"' in opening
    return bool(_CONFERENCE.search(opening)) and (named or bool(_DAYS.search(opening)))


def parse(document: str, text: str) -> Reading:
    """All events of the programme, and the conference as an occasion."""
    read = read_json(text)
    schedule = _schedule(read.value)
    conference = schedule.get("conference")
    conference = conference if isinstance(conference, dict) else schedule
    event = one_line(field(conference, "title", "name")) or None
    base = field(schedule, "base_url", "url") or field(conference, "base_url", "url")
    known = _known(schedule, conference)
    records: list[Record] = []
    breaks: list[tuple[int, int, str]] = []
    cut: list[tuple[int, int]] = []
    for part, place, room in _events(schedule, conference):
        lines = read.lines_of(part)
        entry = _entry(part, place, room, known, lines)
        if read.is_cut(part):
            cut.append(lines)
        elif entry.title.strip():
            record = record_of(document, SOURCE.name, event, base, entry)
            records.append(record)
            breaks += [(*lines, reason) for reason in unread(entry.place, record)]
        else:
            breaks.append((*lines, "an event without a title"))
    breaks += lost_of(read, cut)
    return reading_of(document, text, records, breaks, _occasions(conference, event, records))


def _schedule(value: Any) -> dict[str, Any]:
    """The object that holds the programme, wrapped or not."""
    for _ in range(2):
        inner = value.get("schedule") if isinstance(value, dict) else None
        value = inner if isinstance(inner, dict) else value
    return value if isinstance(value, dict) else {}


def _occasions(
    conference: dict[str, Any], event: str | None, records: list[Record]
) -> tuple[Occasion, ...]:
    if event is None:
        return ()
    first, last = span_of(records)
    acronym = one_line(field(conference, "acronym"))
    return (
        Occasion(
            name=event,
            aliases=(acronym,) if acronym and acronym != event else (),
            city=one_line(field(conference, "city")) or None,
            country=one_line(field(conference, "country")) or None,
            timezone=zone_of(records, field(conference, "time_zone_name", "timezone") or None),
            start=day_of(field(conference, "start")) or first,
            end=day_of(field(conference, "end")) or last,
        ),
    )


def _events(
    schedule: dict[str, Any], conference: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], Place, str]]:
    """Each event with its day and the name of its room."""
    zone = field(conference, "time_zone_name", "timezone") or None
    change = field(conference, "day_change") or None
    days = objects(conference.get("days")) or objects(schedule.get("days"))
    for day in days:
        starts = field(day, "day_start", "start")
        date = day_of(field(day, "date") or starts)
        place = Place(day=date, change=change or starts[11:16] or None, zone=zone)
        for room, event in _events_of_day(day):
            yield event, place, room
    for part in (schedule,) if conference is schedule else (schedule, conference):
        for group in ("events", "talks", "breaks", "results"):
            for event in objects(part.get(group)):
                yield event, _place_among(event, days, Place(change=change, zone=zone)), ""


def _events_of_day(day: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The events of a day with the rooms they are in, which may be an object or a list."""
    rooms = day.get("rooms")
    if isinstance(rooms, dict):
        for name, events in rooms.items():
            inner = events.get("events") if isinstance(events, dict) else None
            for event in objects(events if inner is None else inner):
                yield name, event
    for room in objects(rooms) if isinstance(rooms, list) else ():
        listed = next((key for key in ("events", "talks", "sessions") if key in room), None)
        if listed:
            for event in objects(room[listed]):
                yield field(room, "name", "title"), event
        else:
            for name, events in room.items():
                for event in objects(events) if isinstance(events, list) else ():
                    yield name, event
    for event in objects(day.get("events")):
        yield "", event


def _place_among(event: dict[str, Any], days: list[dict[str, Any]], place: Place) -> Place:
    """*place* on the one of *days* within which *event* begins."""
    start = _instant(field(event, "start", "date"))
    for day in days if start else ():
        first, last = (_instant(field(day, *names)) for names in (_FIRST, _LAST))
        if first and last and start and first <= start < last:
            return place._replace(day=day_of(field(day, "date")))
    return place


_FIRST, _LAST = ("day_start", "start"), ("day_end", "end")


def _instant(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else None


def _known(schedule: dict[str, Any], conference: dict[str, Any]) -> _Known:
    both = (schedule, conference)
    people: dict[str, dict[str, Any]] = {}
    for group in ("persons", "speakers"):
        for person in (one for part in both for one in objects(part.get(group))):
            for kind in ("guid", "code", "id"):
                people.setdefault(f"{kind}:{field(person, kind)}", person)
    return _Known(
        tracks={name: text for part in both for name, text in _named(part.get("tracks"))},
        rooms={name: text for part in both for name, text in _named(part.get("rooms"))},
        people=people,
    )


def _named(parts: Any) -> Iterator[tuple[str, str]]:
    """What the things in a list are called, under each way of referring to them."""
    for part in objects(parts):
        for way in ("slug", "guid", "id"):
            if field(part, way):
                yield field(part, way), field(part, "name", "title")


def _called(value: Any, names: dict[str, str]) -> str:
    """What a track or room is called that is given as text, number or object."""
    if isinstance(value, dict):
        named = field(value, "name", "title")
        ways = (field(value, way) for way in ("slug", "guid", "id"))
        return named or next((names[way] for way in ways if way in names), "")
    text = text_of(value).strip()
    return names.get(text, "" if isinstance(value, int) else text)


def _entry(
    event: dict[str, Any], place: Place, room: str, known: _Known, lines: tuple[int, int]
) -> Entry:
    slots = objects(event.get("slots"))
    slot = event["slot"] if isinstance(event.get("slot"), dict) else slots[0] if slots else {}
    return Entry(
        first_line=lines[0],
        last_line=lines[1],
        title=field(event, "title", "name"),
        place=place._replace(
            start=field(event, "start") or field(slot, "start"),
            end=field(event, "end") or field(slot, "end"),
            date=field(event, "date"),
            minutes=length(event.get("duration")),
            length=field(event, "duration"),
        ),
        subtitle=field(event, "subtitle"),
        type=field(event, "type", "submission_type"),
        room=_called(event.get("room") or slot.get("room"), known.rooms) or room,
        track=_called(event.get("track"), known.tracks),
        language=field(event, "language", "content_locale", "locale"),
        level=field(event, "level", "difficulty", "python_level", "experience_level"),
        abstract=field(event, "abstract"),
        description=field(event, "description"),
        people=_people(event, known),
        page=field(event, "url") or field(event, "origin_url"),
        links=tuple(_links(event)),
        tags=texts(event.get("tags")) or texts(event.get("keywords")),
        uid=_uid(event),
        cancelled=any(is_cancelled(event.get(name)) for name in ("status", "state"))
        or any(is_true(event.get(name)) for name in ("cancelled", "canceled", "is_cancelled")),
    )


def _uid(part: dict[str, Any]) -> str | None:
    for kind in ("guid", "code", "id"):
        value = field(part, kind)
        if value:
            return f"{kind}:{value}"
    return None


def _people(event: dict[str, Any], known: _Known) -> tuple[Participant, ...]:
    """Everyone whom *event* names, by name or by what the file tells of them elsewhere."""
    found: list[Participant] = []
    for group in ("persons", "participants", "speakers", "moderators"):
        people = event.get(group)
        if isinstance(people, str):
            people = [people]
        if isinstance(people, dict):
            people = list(people.values())
        for person in people if isinstance(people, list) else ():
            if not isinstance(person, str | dict):
                continue
            role = "moderator" if group == "moderators" else "speaker"
            found.append(_person(person, role, known))
    return tuple(found)


def _person(person: Any, role: str, known: _Known) -> Participant:
    if not isinstance(person, dict):
        name = text_of(person).strip()
        ways = (f"{kind}:{name}" for kind in ("guid", "code", "id"))
        told = next((known.people[way] for way in ways if way in known.people), None)
        return _person(told, role, known) if told else Participant(name, role=role)
    uid = _uid(person)
    elsewhere = known.people.get(uid or "", {})
    return Participant(
        name=_name(person) or _name(elsewhere),
        uid=uid,
        bio=field(person, *_BIOS) or field(elsewhere, *_BIOS),
        role=_ROLES.get(field(person, "role").lower(), role),
        job=one_line(field(person, "position", "job", "job_title")) or None,
        org=one_line(field(person, "affiliation", "organization", "organisation", "company"))
        or None,
    )


_BIOS = ("biography", "bio", "abstract", "description")


def _name(person: dict[str, Any]) -> str:
    names = ("public_name", "name", "full_public_name", "full_name", "display_name")
    parts = (field(person, "first_name"), field(person, "last_name"))
    return field(person, *names) or " ".join(filter(None, parts))


def _links(event: dict[str, Any]) -> Iterator[Address]:
    for group in ("links", "attachments", "resources"):
        links = event.get(group)
        for link in links if isinstance(links, list) else ():
            if isinstance(link, str):
                yield Address(link)
            elif isinstance(link, dict):
                kind = _KINDS.get(field(link, "type", "service").lower(), "")
                label = field(link, "title", "name", "label", "description")
                yield Address(field(link, "url", "href", "resource", "link"), label, kind)
    recording = event.get("recording")
    video = field(recording, "url", "link") if isinstance(recording, dict) else ""
    for url in (video, field(event, "video_download_url", "recording_url", "video_url")):
        if url:
            yield Address(url, kind="video")


SOURCE = Source(
    name="schedule-json",
    description="schedule.json: a programme as frab, pretalx and the C3VOC write it",
    sniff=sniff,
    parse=parse,
)
