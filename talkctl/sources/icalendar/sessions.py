"""One VEVENT as the library ``icalendar`` reads it, and the records it makes.

SUMMARY is "Title - Jane Doe, Acme" in Sched's and pretalx' calendars and anything elsewhere;
ATTENDEE is who was invited, unless it has no mail address: then the exporter (FOSDEM, Pentabarf)
uses it for the speakers. What cannot be read of an event is said with its lines.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from talkctl.model import INTERLUDES
from talkctl.names import looks_like_name, plausibly_same
from talkctl.record import Credit, Record
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.entries import Address, Entry, Participant, record_of
from talkctl.sources.grammar.kinds import kind_of_type, level_named
from talkctl.sources.grammar.links import bare_address
from talkctl.sources.grammar.moments import Moments, Place, moments_of
from talkctl.sources.grammar.roles import billed_by_label
from talkctl.sources.grammar.states import take_cancelled
from talkctl.sources.grammar.titles import parse_title, seated, with_credits
from talkctl.sources.icalendar.clocks import Clocks, Moment
from talkctl.sources.icalendar.components import Component
from talkctl.sources.icalendar.descriptions import Told, read_description
from talkctl.sources.icalendar.ours import as_written, read_ours

if TYPE_CHECKING:
    from icalendar import Event

FORMAT = "icalendar"
_READ = frozenset(
    ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY")
)
"""Properties whose loss is worth a remark."""

_ADDRESS = re.compile(
    r"\d{1,5}[a-z]?,? [^\W\d_]{2,}|[^\W\d_]{3,}\.? \d{1,4}[a-z]?(?=,|$)|\b\d{5}\b|\b[A-Z]{2} \d{5}"
    r"|\b(?:USA|United States|United Kingdom|UK|Deutschland|Germany|France|Belgium|Canada)$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^\d{1,5}[a-z]?,? [^\W\d_]|(?:stra(?:ss|ß)e|str\.|street|st\.?|avenue|ave\.?|road|rd\.?|platz|weg|rue"
    r"|via|calle|allee|lane|drive|blvd\.?|square)\b.*\d",
    re.IGNORECASE,
)
_PRETALX = re.compile(r"pretalx-(?P<event>.{1,80})-(?P<code>[0-9A-Z]{6})(?:-\d+)?@")
_MOST_PROPERTIES = 5000
_LONGEST_ZONE = 40
_LONGEST_LENGTH = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Session:
    """A VEVENT taken apart; *start* is ``None`` where the calendar does not say."""

    component: Component
    title: str
    told: Told
    uid: str
    start: Moment | None
    end: Moment | None
    replaces: Moment | None
    """The occurrence of a repeating event that this one stands for."""
    rules: tuple[str, ...] = ()
    added: tuple[Moment, ...] = ()
    taken_away: tuple[Moment, ...] = ()
    categories: tuple[str, ...] = ()
    place: str = ""
    address: str = ""
    cancelled: bool = False
    invited: tuple[Credit, ...] = ()
    broken: tuple[tuple[int, int, str], ...] = ()
    attached: tuple[Address, ...] = ()
    ours: Mapping[str, str] = field(default_factory=dict)
    """What talkctl wrote of the talk where calendars have no property for it."""

    @property
    def days(self) -> int:
        """On how many days it takes place, if it takes whole days; else 0."""
        if not self.start or not self.start.whole_day:
            return 0
        return max(1, (self.end.local - self.start.local).days) if self.end else 1


def read_session(component: Component, clocks: Clocks, is_meetup: bool) -> Session | str:
    """What *component* says, or why it says nothing."""
    if len(component.properties) > _MOST_PROPERTIES:
        return "an event with too many properties"
    event = _parsed(component)
    if event is None:
        return "an event that cannot be read"
    title = _text(event, "SUMMARY").strip()
    if not title:
        return "an event without a title" if component.whole else "an event that is cut off"
    own_zone = _text(event, "TZID") or None
    start = _moment(event, "DTSTART", clocks, own_zone)
    address = _text(event, "URL").strip()
    description = _text(event, "DESCRIPTION") or _text(event, "X-ALT-DESC")
    return Session(
        component=component,
        title=title,
        told=read_description(description, address, is_meetup),
        uid=_text(event, "UID").strip(),
        start=start,
        end=_end(event, start, clocks, own_zone),
        replaces=_moment(event, "RECURRENCE-ID", clocks, own_zone),
        rules=tuple(one.value for one in component.named("RRULE")),
        added=tuple(_listed(event, "RDATE", clocks, own_zone)),
        taken_away=tuple(_listed(event, "EXDATE", clocks, own_zone)),
        categories=_categories(event),
        place=_text(event, "LOCATION").strip(),
        address=address,
        cancelled=_text(event, "STATUS").strip().upper() in ("CANCELLED", "CANCELED"),
        invited=_invited(event),
        broken=(*_broken(event, component), *_senseless(event, component, clocks, own_zone)),
        attached=tuple(_attached(event)),
        ours=read_ours(lambda name: _text(event, name)),
    )


def records_of(
    document: str,
    session: Session,
    times: Sequence[Moment | None],
    event: str | None,
    known: Known,
) -> list[Record]:
    """*session* as a record for each of the *times* at which it takes place."""
    title, _ = take_cancelled(" ".join(session.title.split()))
    people = _people(session, title, known)
    levels = [(one, level_named(one)) for one in session.categories]
    level = next((level for one, level in levels if level and len(one.split()) < 4), None)
    kinds = [one for one, of_level in levels if not of_level]
    room, address = _room(session.place)
    entry = Entry(
        first_line=session.component.first_line,
        last_line=session.component.last_line,
        title=session.title,
        place=Place(),
        room=room,
        track=kinds[0] if kinds else "",
        level=level or "",
        abstract=session.told.abstract or "",
        people=tuple(Participant(one.name) for one in people),
        page=session.address,
        links=(*((Address(address),) if address else ()), *session.attached),
        tags=tuple(kinds[1:]),
        cancelled=session.cancelled,
    )
    record = record_of(document, FORMAT, event, "", entry)
    record = _of_kind(record, people, kinds, session.days > 0)
    if session.ours:
        record = as_written(record, session.ours, session.categories)
    return [record._replace(uid=_uid(session, at), **_when(session, at)._asdict()) for at in times]


def _when(session: Session, at: Moment | None) -> Moments:
    if at is None:
        return Moments()
    if at.whole_day:
        return Moments(date=at.local.date().isoformat())
    start, end = at.text(), _end_at(session, at)
    return moments_of(Place(start=start or "", end=end or "", zone=at.name))


def _of_kind(
    record: Record, people: tuple[Credit, ...], types: list[str], whole_day: bool
) -> Record:
    """*record* with the people as billed, and the kind that the calendar's categories name."""
    line = with_credits(parse_title(record.title), people)
    named = next((kind for one in types if (kind := kind_of_type(one))), None)
    kind = record.kind
    if kind == "talk" and line.kind == "panel":
        kind = "panel"
    if kind == "talk" and named and not (people and named in INTERLUDES):
        kind = named
    if kind == "talk" and whole_day and not people:
        kind = "other"
    return record._replace(kind=kind, speakers=seated(people, kind))


def _parsed(component: Component) -> Event | None:
    from icalendar import Event

    lines = [one.text for one in component.properties]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
    except Exception:  # the library is given hostile text and raises whatever its parts raise
        return None
    return read if isinstance(read, Event) else None


def _values(event: Event, name: str) -> list[Any]:
    found = event.get(name)
    return found if isinstance(found, list) else [] if found is None else [found]


def _text(event: Event, name: str) -> str:
    return next((text for one in _values(event, name) if (text := str(one)).strip()), "")


def _broken(event: Event, component: Component) -> list[tuple[int, int, str]]:
    """The lines that the library could not read, and which properties they hold."""
    names = {(name or "").upper() for name, _ in event.errors}
    found = []
    for one in component.properties:
        if one.name in _READ and (one.name in names or (None in names or "" in names)):
            values = _values(event, one.name)
            if not values or any(type(value).__name__ == "vBroken" for value in values):
                found.append((one.first_line, one.last_line, f"{one.name} cannot be read"))
    return found


def _senseless(
    event: Event, component: Component, clocks: Clocks, own_zone: str | None
) -> Iterator[tuple[int, int, str]]:
    """The line with a zone that nobody knows, or with an end before the start."""
    zone = next(
        (value.params.get("TZID") for value in _values(event, "DTSTART") if _given(value)), ""
    )
    if zone and not clocks.zone(zone):
        one = component.named("DTSTART")[0]
        yield (
            one.first_line,
            one.last_line,
            f"a time zone that nobody knows: {zone[:_LONGEST_ZONE]}",
        )
    start = _moment(event, "DTSTART", clocks, own_zone)
    end = _moment(event, "DTEND", clocks, own_zone)
    if start and end and start.whole_day == end.whole_day and start.minutes_to(end) < 0:
        one = component.named("DTEND")[0]
        yield one.first_line, one.last_line, "an end before the start"


def _moment(event: Event, name: str, clocks: Clocks, own_zone: str | None) -> Moment | None:
    for value in _values(event, name):
        given = _given(value)
        if given is not None:
            return clocks.moment(given, value.params.get("TZID"), own_zone)
    return None


def _given(value: Any) -> Any:
    """The date, time or length in a value of the library; nothing where it is broken."""
    try:
        return value.dt
    except Exception:  # a broken value raises its own error when it is asked
        return None


def _end(event: Event, start: Moment | None, clocks: Clocks, own_zone: str | None) -> Moment | None:
    if start is None:
        return None
    end = _moment(event, "DTEND", clocks, own_zone)
    length = next((_given(value) for value in _values(event, "DURATION")), None)
    if end is None and isinstance(length, timedelta) and timedelta(0) < length < _LONGEST_LENGTH:
        end = start.later(length)
    if end is None or end.whole_day != start.whole_day or start.minutes_to(end) <= 0:
        return None
    if start.minutes_to(end) > _LONGEST_LENGTH.total_seconds() / 60:
        return None
    return end


def _end_at(session: Session, at: Moment | None) -> str | None:
    if not at or not session.start or not session.end or at.whole_day:
        return None
    return at.later(timedelta(minutes=session.start.minutes_to(session.end))).text()


def _listed(event: Event, name: str, clocks: Clocks, own_zone: str | None) -> list[Moment]:
    """The dates that lines called *name* list; of a period its beginning."""
    found = []
    for value in _values(event, name)[:100]:
        tzid = value.params.get("TZID") if hasattr(value, "params") else None
        for one in getattr(value, "dts", ())[:1000] if not _is_broken(value) else ():
            given = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            moment = clocks.moment(given, tzid, own_zone)
            if moment:
                found.append(moment)
    return found


def _is_broken(value: Any) -> bool:
    return type(value).__name__ == "vBroken"


def _categories(event: Event) -> tuple[str, ...]:
    named = (str(one).strip() for value in _values(event, "CATEGORIES") for one in _cats(value))
    return tuple(dict.fromkeys(one for one in named if one))[:100]


def _attached(event: Event) -> Iterator[Address]:
    """The addresses on the web that are attached."""
    for value in _values(event, "ATTACH")[:100]:
        if str(value).startswith(("http://", "https://")):
            kind = str(getattr(value, "params", {}).get("X-TALKCTL-KIND", ""))
            yield Address(str(value), kind=kind.lower())


def _cats(value: Any) -> list[Any]:
    return [] if _is_broken(value) else list(getattr(value, "cats", [value]))


def _invited(event: Event) -> tuple[Credit, ...]:
    """The attendees who have no mail address: exporters of programmes put speakers there."""
    found = []
    for value in _values(event, "ATTENDEE")[:100]:
        name = str(getattr(value, "params", {}).get("CN", "")).strip().strip('"')
        if name and not str(value).lower().startswith("mailto:") and "@" not in name:
            found.append(Credit(name))
    return tuple(found)


def _people(session: Session, title: str, known: Known) -> tuple[Credit, ...]:
    """Who speaks: by the exporter's own field, the description, or the title line."""
    stated = session.invited or session.told.people
    here = replace(known, here=(*known.here, *(one.name for one in stated)))
    billed = _behind_title(session, title) or parse_title(title, here).credits
    if not stated:
        return billed
    joined = []
    for one in stated:
        same = next((other for other in billed if plausibly_same(other.name, one.name)), None)
        if same and not one.org:
            one = one._replace(job=one.job or same.job, org=same.org, org_shared=same.org_shared)
        joined.append(one)
    return tuple(joined)


def _behind_title(session: Session, title: str) -> tuple[Credit, ...]:
    """The speakers that pretalx writes behind the last dash, names alone between commas."""
    if not _PRETALX.match(session.uid) or " - " not in title:
        return ()
    names = title.rpartition(" - ")[2]
    people = billed_by_label(names, several=True)
    return people if all(looks_like_name(one.name) or "," not in names for one in people) else ()


def _room(place: str) -> tuple[str, str]:
    """The room of a location, without the postal address behind it; and an address on the web."""
    first = " ".join(place.split())
    if bare_address(first):
        return "", first
    bracket = re.fullmatch(r"(?P<name>[^()]{2,80}) \((?P<inside>[^()]{5,200})\)", first[:300])
    if bracket and _ADDRESS.search(bracket["inside"]) and "," in bracket["inside"]:
        return bracket["name"], ""
    name, comma, rest = first.partition(", ")
    if comma and _ADDRESS.search(rest[:300]) and not _STREET.search(name[:100]):
        return name, ""
    return first, ""


def _uid(session: Session, at: Moment | None) -> str | None:
    if not session.uid:
        return None
    meant = session.replaces or (at if session.rules or session.added else None)
    return f"uid:{session.uid}/{meant.local.date().isoformat()}" if meant else f"uid:{session.uid}"
