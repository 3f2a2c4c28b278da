"""Sessionize: what its API answers for an event, in each of its views.

    All         {"sessions": […], "speakers": […], "questions": […], "categories": […], "rooms": […]}
    Sessions    [{"groupName": …, "sessions": […]}]
    GridSmart   [{"date": …, "rooms": [{"name": …, "sessions": […]}], "timeSlots": […]}]
    Speakers    [{"fullName": …, "bio": …, "tagLine": …, "sessions": [{"id": …, "name": …}]}]

Ids are numbers in one place and texts in another. ``All`` refers to speakers, rooms and categories
by their ids, the other views hold them in each session. Level, track, format and language are
categories or questions that each event names as it likes. Times are local times of the event unless
they carry an offset. None of the views names the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from talkctl.record import Record
from talkctl.sources.grammar.entries import Entry, Participant, record_of
from talkctl.sources.grammar.fields import field, objects
from talkctl.sources.grammar.moments import Place
from talkctl.sources.grammar.programmes import lost_of, reading_of, unread
from talkctl.sources.json_text import JsonText, read_json
from talkctl.sources.sessionize.answers import answers_of
from talkctl.sources.sessionize.directory import Directory, directory_of, participant, same_id
from talkctl.sources.source import Reading, Source

_OPENING = 400_000
_SESSION = re.compile(r'"(?:isServiceSession|isPlenumSession|categoryItems|isInformed)"\s*:')
_SPEAKER = re.compile(r'"(?:tagLine|isTopSpeaker)"\s*:')
_NAMED = re.compile(r'"(?:fullName|firstName)"\s*:')
_LISTED = re.compile(r'"(?:startsAt|sessions)"\s*:')


def sniff(text: str) -> bool:
    """JSON with the fields that only Sessionize gives to sessions and speakers."""
    if text[:100].lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    opening = text[:_OPENING]
    if _SPEAKER.search(opening) and _NAMED.search(opening):
        return True
    return bool(_SESSION.search(opening) and _LISTED.search(opening))


def parse(document: str, text: str) -> Reading:
    """All sessions of the answer; of a list of speakers, the sessions that it names."""
    read = read_json(text)
    directory = directory_of(read.value)
    records: list[Record] = []
    breaks: list[tuple[int, int, str]] = []
    cut: list[tuple[int, int]] = []
    for session, room in _sessions(read.value):
        lines = read.lines_of(session)
        if read.is_cut(session):
            cut.append(lines)
            continue
        entry = _entry(session, room, directory, lines)
        if entry.title:
            record = record_of(document, SOURCE.name, None, "", entry)
            records.append(record)
            unknown = () if read.broken else _unknown(session, directory)
            reasons = (*unread(entry.place, record), *unknown)
            breaks += [(*lines, reason) for reason in reasons]
        else:
            breaks.append((*lines, "a session without a title"))
    if not records and not breaks and not cut:
        records = [
            record_of(document, SOURCE.name, None, "", entry)
            for entry in _named_by_speakers(read, directory)
        ]
    breaks += lost_of(read, cut)
    return reading_of(document, text, records, breaks)


def _sessions(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Each session once, with the name of the room that it is listed under."""
    seen: set[tuple[str, str]] = set()
    for session, room in _listed(value):
        known = (field(session, "id"), field(session, "startsAt"))
        if not known[0] or known not in seen:
            seen.add(known)
            yield session, room


def _listed(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Every session in any of the views, where they may be listed several times."""
    groups = objects(value) if isinstance(value, list) else [value]
    for group in groups:
        if not isinstance(group, dict) or _is_speaker(group):
            continue
        if _is_session(group):
            yield group, ""
            continue
        for session in objects(group.get("sessions")):
            if "sessions" in session:
                yield from ((inner, "") for inner in objects(session["sessions"]))
            else:
                yield session, ""
        rooms = [room for room in objects(group.get("rooms")) if "sessions" in room]
        for room in rooms:
            for session in objects(room["sessions"]):
                yield session, field(room, "name")
        for slot in () if rooms else objects(group.get("timeSlots")):
            for room in objects(slot.get("rooms")):
                for session in objects([room.get("session")]):
                    yield session, field(room, "name")


def _is_speaker(part: dict[str, Any]) -> bool:
    return "fullName" in part or "tagLine" in part or "firstName" in part


def _is_session(part: dict[str, Any]) -> bool:
    return "title" in part and ("startsAt" in part or "isServiceSession" in part)


def _entry(
    session: dict[str, Any], room: str, directory: Directory, lines: tuple[int, int]
) -> Entry:
    answers = answers_of(session, directory)
    uid = field(session, "id")
    return Entry(
        first_line=lines[0],
        last_line=lines[1],
        title=field(session, "title"),
        place=Place(start=field(session, "startsAt"), end=field(session, "endsAt")),
        type=answers.format,
        room=field(session, "room") or directory.rooms.get(same_id(session.get("roomId")), room),
        track=answers.track,
        language=answers.language,
        level=answers.level,
        description=field(session, "description"),
        people=_people(session, directory),
        links=answers.links,
        tags=answers.tags,
        uid=f"id:{uid}" if uid else None,
        cancelled=answers.cancelled,
        service=session.get("isServiceSession") is True,
    )


def _people(session: dict[str, Any], directory: Directory) -> tuple[Participant, ...]:
    """The speakers of *session*; whoever has no name in any list is left out."""
    found: list[Participant] = []
    for uid, speaker in _speakers(session):
        known = directory.speakers.get(uid)
        if known:
            found.append(known)
        elif isinstance(speaker, dict):
            found.append(participant(speaker, directory))
    return tuple(found)


def _speakers(session: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each speaker as *session* has it, an id or an object, with the id."""
    listed = session.get("speakers")
    for speaker in listed if isinstance(listed, list) else ():
        yield same_id(speaker.get("id") if isinstance(speaker, dict) else speaker), speaker


def _unknown(session: dict[str, Any], directory: Directory) -> Iterator[str]:
    """What *session* refers to by ids that the answer tells nothing of."""
    for uid, speaker in _speakers(session):
        if not isinstance(speaker, dict) and uid not in directory.speakers:
            yield f"a speaker whom the answer does not name: {uid[:40]}"
    room = same_id(session.get("roomId"))
    if directory.rooms and room and room not in directory.rooms and not field(session, "room"):
        yield f"a room that the answer does not name: {room[:40]}"
    items = session.get("categoryItems")
    for item in items if directory.categories and isinstance(items, list) else ():
        if not isinstance(item, dict) and same_id(item) not in directory.categories:
            yield f"a choice that the answer does not name: {same_id(item)[:40]}"


def _named_by_speakers(read: JsonText, directory: Directory) -> Iterator[Entry]:
    """The sessions that speakers say they give, where no session tells of itself."""
    titles: dict[str, str] = {}
    people: dict[str, list[Participant]] = {}
    lines: dict[str, tuple[int, int]] = {}
    for speaker in directory.listed:
        if read.is_cut(speaker):
            continue
        for session in objects(speaker.get("sessions")):
            uid, title = same_id(session.get("id")), field(session, "name", "title")
            if not title:
                continue
            titles.setdefault(uid or title, title)
            lines.setdefault(uid or title, read.lines_of(speaker))
            people.setdefault(uid or title, []).append(participant(speaker, directory))
    for uid, title in titles.items():
        known = f"id:{uid}" if uid != title else None
        yield Entry(*lines[uid], title, Place(), people=tuple(people[uid]), uid=known)


SOURCE = Source(
    name="sessionize",
    description="Sessionize: sessions and speakers as its API answers them, in any view",
    sniff=sniff,
    parse=parse,
)
