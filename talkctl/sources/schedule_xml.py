"""schedule.xml: the programme as Pentabarf, frab, pretalx and FOSDEM write it.

    <schedule>
      <conference><title>…</title> <acronym/> <start/> <end/> <city/> <time_zone_name/></conference>
      <day date="2013-02-02" index="1">
        <room name="Janson">
          <event guid="…" id="1113">
            <date>2013-02-02T10:30:00+01:00</date> <start>10:30</start> <duration>00:25</duration>
            <title/> <subtitle/> <track/> <type/> <language/> <abstract/> <description/>
            <persons><person id="6">…</person></persons>
            <links><link href="…">…</link></links> <attachments><attachment href="…"/></attachments>

Old files have neither guid nor date; a talk past midnight belongs to the day before. Elements that
are not known are passed over. The format is described by the schema of the C3VOC
(https://c3voc.de/schedule/schema.xsd).
"""

from __future__ import annotations

import re

from talkctl.record import Occasion, Record
from talkctl.sources.grammar.entries import Address, Entry, Participant, record_of
from talkctl.sources.grammar.markup import one_line
from talkctl.sources.grammar.moments import Place, day_of, length
from talkctl.sources.grammar.programmes import THE_END, reading_of, span_of, unread, zone_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.source import Reading, Source
from talkctl.sources.xml_text import Element, read_xml

_ROOT = re.compile(r"<(?:\w+:)?schedule[\s>]", re.IGNORECASE)
_WITHIN = re.compile(r"<(?:\w+:)?(?:conference|day|event|room)[\s/>]", re.IGNORECASE)
_OPENING = 200_000
_FRAMES = ("day", "room")
_ROLES = {"moderator": "moderator", "host": "host", "chair": "moderator", "panelist": "panelist"}


def sniff(text: str) -> bool:
    """XML whose outermost element is ``schedule``, with a conference, days or events in it."""
    opening = text[:_OPENING].lstrip("\ufeff \t\r\n")
    if not opening.startswith("<"):
        return False
    root = _ROOT.search(opening)
    return bool(root and _WITHIN.search(opening, root.end()))


def parse(document: str, text: str) -> Reading:
    """All events of the programme, and the conference as an occasion."""
    found = read_xml(text, _FRAMES, "event")
    if found.refused:
        line, reason = found.refused
        return reading_of(document, text, (), [(1, THE_END, f"line {line} {reason}")])
    if found.root is None or found.root.name != "schedule":
        reason = found.breaks[0][2] if found.breaks else "is no schedule"
        return reading_of(document, text, (), [(1, THE_END, reason)])
    conference = found.root.first("conference") or Element("conference", {}, 1, 1)
    event = one_line(conference.text("title")) or None
    base = conference.text("base_url", "url") or found.root.text("base_url", "url")
    records: list[Record] = []
    breaks = list(found.breaks)
    for entry in _entries(found.root, conference):
        if entry.title.strip():
            record = record_of(document, SOURCE.name, event, base, entry)
            records.append(record)
            lines = (entry.first_line, entry.last_line)
            breaks += [(*lines, reason) for reason in unread(entry.place, record)]
        else:
            breaks.append((entry.first_line, entry.last_line, "an event without a title"))
    return reading_of(document, text, records, breaks, _occasions(conference, event, records))


def _occasions(
    conference: Element, event: str | None, records: list[Record]
) -> tuple[Occasion, ...]:
    if event is None:
        return ()
    first, last = span_of(records)
    acronym = one_line(conference.text("acronym"))
    return (
        Occasion(
            name=event,
            aliases=(acronym,) if acronym and acronym != event else (),
            city=one_line(conference.text("city")) or None,
            country=one_line(conference.text("country")) or None,
            timezone=zone_of(records, conference.text("time_zone_name", "timezone") or None),
            start=day_of(conference.text("start")) or first,
            end=day_of(conference.text("end")) or last,
        ),
    )


def _entries(root: Element, conference: Element) -> list[Entry]:
    """All events, by day and room; those outside any room or day as well."""
    found: list[Entry] = []
    change = conference.text("day_change") or None
    zone = conference.text("time_zone_name", "timezone") or None
    for frame in root.parts:
        is_day = frame.name == "day"
        day = day_of(frame.attribute("date", "start")) if is_day else None
        starts = frame.attribute("start")
        place = Place(day=day, change=change or starts[11:16] or None, zone=zone)
        rooms = frame.parts if is_day or frame.name in ("events", "days") else [frame]
        for room in rooms:
            name = room.attribute("name") if room.name == "room" else ""
            events = room.all("event") if room.name != "event" else [room]
            found += [_entry(event, name, place) for event in events]
    return found


def _entry(event: Element, room: str, place: Place) -> Entry:
    return Entry(
        first_line=event.first_line,
        last_line=event.last_line,
        title=event.text("title"),
        place=place._replace(
            start=event.text("start"),
            end=event.text("end"),
            date=event.text("date"),
            minutes=length(event.text("duration")),
            length=event.text("duration"),
        ),
        subtitle=event.text("subtitle"),
        type=event.text("type"),
        room=event.text("room") or room,
        track=event.text("track"),
        language=event.text("language"),
        level=event.text("level", "difficulty", "audience_level", "experience_level")
        or event.attribute("level"),
        abstract=event.text("abstract"),
        description=event.text("description"),
        people=_people(event),
        page=event.text("url") or event.text("origin_url"),
        links=_links(event),
        tags=_tags(event),
        uid=_uid(event),
        cancelled=any(
            is_cancelled(state)
            for name in ("status", "state")
            for state in (event.text(name), event.attribute(name))
        )
        or event.text("cancelled", "canceled").lower() in ("true", "1", "yes"),
    )


def _uid(element: Element) -> str | None:
    for kind in ("guid", "code", "id"):
        value = element.attribute(kind) or element.text(kind)
        if value.strip():
            return f"{kind}:{value.strip()}"
    return None


def _people(event: Element) -> tuple[Participant, ...]:
    named: list[Participant] = []
    for group in ("persons", "speakers", "moderators"):
        role = "moderator" if group == "moderators" else "speaker"
        for frame in event.all(group):
            named += [_person(person, role) for person in frame.parts]
    return tuple(named)


def _person(person: Element, role: str) -> Participant:
    name = person.text("public_name", "name", "full_public_name", "full_name", "display_name")
    name = name or person.attribute("name", "public_name")
    return Participant(
        name=name or ("" if person.parts else person.text()),
        uid=_uid(person),
        bio=person.text("biography", "bio", "abstract", "description"),
        role=_ROLES.get((person.attribute("role") or person.text("role")).lower(), role),
        job=one_line(person.text("position", "job", "job_title")) or None,
        org=one_line(
            person.text("affiliation", "organization", "organisation", "company")
            or person.attribute("affiliation", "organization", "organisation", "company")
        )
        or None,
    )


def _links(event: Element) -> tuple[Address, ...]:
    found: list[Address] = []
    for group in ("links", "attachments"):
        for frame in event.all(group):
            found += [_address(link) for link in frame.parts]
    recording = event.first("recording")
    if recording:
        found.append(Address(recording.text("url") or recording.text("link"), kind="video"))
    found.append(Address(event.text("video_download_url"), kind="video"))
    return tuple(link for link in found if link.url.strip())


def _address(link: Element) -> Address:
    said = link.attribute("type").lower()
    text = link.text("title", "name") or ("" if link.parts else link.text())
    url = link.attribute("href", "url", "src") or link.text("url", "href")
    if not url and text.startswith(("http://", "https://")):
        return Address(text, "", said)
    return Address(url, text or link.attribute("title"), _KINDS.get(said, ""))


_KINDS = {
    "slides": "slides", "presentation": "slides", "paper": "paper", "video": "video",
    "recording": "video", "audio": "audio", "code": "code", "related": "", "web": "",
}  # fmt: skip


def _tags(event: Element) -> tuple[str, ...]:
    """Tags and keywords; a ``tag`` alone is how Pentabarf calls the slug."""
    found: list[str] = []
    for group in ("tags", "keywords"):
        for frame in event.all(group):
            found += [tag.text() for tag in frame.parts] or frame.text().split(",")
    return tuple(found)


SOURCE = Source(
    name="schedule-xml",
    description="schedule.xml: a programme as Pentabarf, frab, pretalx, FOSDEM and CCC write it",
    sniff=sniff,
    parse=parse,
)
