"""Calendars in iCalendar (RFC 5545): Sched's ``all.ics``, pretalx, Meetup, Google, Outlook, anyone's.

Each VEVENT is read by itself, so that one that is broken spoils no other; one that repeats gives a
record for each time. A whole-day event that goes on as long as all the others is the event itself;
another is a record of kind ``other``. Tasks and journals are remarked on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from talkctl.record import Occasion, Record
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.programmes import reading_of, span_of
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.icalendar.clocks import Moment, clocks_of
from talkctl.sources.icalendar.components import Calendar, read_components
from talkctl.sources.icalendar.naming import Named, named_event
from talkctl.sources.icalendar.repeats import dates_of
from talkctl.sources.icalendar.sessions import FORMAT, Session, read_session, records_of
from talkctl.sources.source import Reading, Source, lines_of

_OPENING = re.compile(r"[\ufeff\s]*BEGIN:V(?:CALENDAR|EVENT|TIMEZONE)\b", re.IGNORECASE)
_UNREAD = {
    "VTODO": "a task and no event",
    "VJOURNAL": "a journal and no event",
    "VFREEBUSY": "times that somebody is busy",
    "VAVAILABILITY": "times that somebody is free",
}
_MOST_REPEATING = 1000
_MOST_REPETITIONS = 20_000
"""So many times may all events of a file that repeat take place together."""

_Break = tuple[int, int, str]


def sniff(text: str) -> bool:
    """``BEGIN:VCALENDAR``, or one of its components, before anything else."""
    return bool(_OPENING.match(text[:1000]))


def parse(document: str, text: str) -> Reading:
    """The events of all calendars in the file."""
    found = read_components(lines_of(text))
    records: list[Record] = []
    breaks: list[_Break] = []
    occasions: list[Occasion] = []
    for calendar in found.calendars:
        made, occasion, broken = _read_calendar(document, calendar)
        records += made
        breaks += broken
        occasions += occasion
    breaks += [(one.first_line, one.last_line, "stands in no calendar") for one in found.stray]
    records.sort(key=lambda record: record.first_line)
    reading = reading_of(document, text, records, breaks, tuple(dict.fromkeys(occasions)))
    return replace(reading, whole=not breaks)


def _read_calendar(
    document: str, calendar: Calendar
) -> tuple[list[Record], list[Occasion], list[_Break]]:
    sessions, breaks = _sessions(calendar)
    whole = _the_whole(sessions)
    named = named_event(calendar, sessions, whole)
    known = _known(sessions)
    cancelled = (calendar.value_of("METHOD") or "").upper() == "CANCEL"
    records: list[Record] = []
    for session, moments in _occurrences([one for one in sessions if one is not whole], breaks):
        event = session.told.group or named.name
        session = replace(session, cancelled=session.cancelled or cancelled)
        records += records_of(document, session, moments, event, known)
    return _told_apart(records), _occasions(named, records, whole), breaks


def _known(sessions: Sequence[Session]) -> Known:
    """What tells names behind a dash from subtitles, if it is a programme that bills people.

    In any other calendar only who has a common given name is taken for a person.
    """
    billed = sum(any(one.org for one in parse_title(session.title).credits) for session in sessions)
    if billed < max(2, len(sessions) // 10):
        return Known()
    texts = "\n".join(session.told.abstract or "" for session in sessions)
    return Known(common=words_in_lower_case(texts))


def _sessions(calendar: Calendar) -> tuple[list[Session], list[_Break]]:
    clocks = clocks_of(calendar)
    is_meetup = "meetup" in (calendar.value_of("PRODID") or "").lower()
    sessions: list[Session] = []
    breaks: list[_Break] = []
    for component in calendar.components:
        span = component.first_line, component.last_line
        if component.name != "VEVENT":
            if component.name != "VTIMEZONE":
                breaks.append((*span, _UNREAD.get(component.name, "no event")))
            continue
        read = read_session(component, clocks, is_meetup)
        if isinstance(read, str):
            breaks.append((*span, read))
            continue
        sessions.append(read)
        breaks += read.broken
        if not component.whole:
            breaks.append((span[1], span[1], "an event that is cut off here"))
    return sessions, breaks


def _the_whole(sessions: Sequence[Session]) -> Session | None:
    """The whole-day event within whose days all others lie, if it is alone in that."""
    longest = [one for one in sessions if one.days > 1 and not one.rules]
    others = [one for one in sessions if one.start and not one.days]
    found = [
        one
        for one in longest
        if one.start and one.end and others
        and all(
            other.start and one.start.local <= other.start.local < one.end.local for other in others
        )
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _occurrences(
    sessions: Sequence[Session], breaks: list[_Break]
) -> list[tuple[Session, tuple[Moment | None, ...]]]:
    """Each session with the times at which it takes place."""
    replaced: defaultdict[str, list[Moment]] = defaultdict(list)
    for one in sessions:
        if one.replaces and one.uid:
            replaced[one.uid].append(one.replaces)
    found: list[tuple[Session, tuple[Moment | None, ...]]] = []
    repeating = repetitions = 0
    for one in sessions:
        repeats = bool(one.rules or one.added or one.taken_away) and one.replaces is None
        repeating += repeats
        if not repeats or one.start is None:
            found.append((one, (one.start,)))
            continue
        if repeating > _MOST_REPEATING or repetitions > _MOST_REPETITIONS:
            breaks.append((*_span(one), "repeats, as too many events of this file do"))
            found.append((one, (one.start,)))
            continue
        gone = [*one.taken_away, *(replaced.get(one.uid, ()) if one.uid else ())]
        dates = dates_of(one.start, list(one.rules), list(one.added), gone)
        found.append((one, dates.moments))
        repetitions += len(dates.moments)
        if dates.unread:
            breaks.append((*_span(one), dates.unread))
    return found


def _span(session: Session) -> tuple[int, int]:
    rules = session.component.named("RRULE")
    if rules:
        return rules[0].first_line, rules[-1].last_line
    return session.component.first_line, session.component.last_line


def _told_apart(records: list[Record]) -> list[Record]:
    """*records*, where those that a careless exporter gave one UID have their date behind it."""
    counts = Counter(record.uid for record in records if record.uid)
    return [
        record._replace(uid=f"{record.uid}/{record.start or record.date}")
        if record.uid and counts[record.uid] > 1 and (record.start or record.date)
        else record
        for record in records
    ]


def _occasions(named: Named, records: list[Record], whole: Session | None) -> list[Occasion]:
    found = []
    for event in dict.fromkeys(record.event for record in records if record.event):
        own = [record for record in records if record.event == event]
        first, last = span_of(own)
        if whole and whole.start and whole.end and event == named.name:
            first, last = _days_of(whole)
        aliases = named.aliases if event == named.name else ()
        zones = {record.timezone for record in own if record.start}
        zone = zones.pop() if len(zones) == 1 else None
        found.append(Occasion(event, aliases, timezone=zone, start=first, end=last))
    if whole and not records and named.name:
        first, last = _days_of(whole)
        found.append(Occasion(named.name, named.aliases, start=first, end=last))
    return found


def _days_of(whole: Session) -> tuple[str | None, str | None]:
    if not whole.start or not whole.end:
        return None, None
    last = whole.end.local - timedelta(days=1)
    return whole.start.local.date().isoformat(), last.date().isoformat()


SOURCE = Source(
    name=FORMAT,
    description="a calendar: .ics of Sched, pretalx, Meetup, Google, Outlook and others",
    sniff=sniff,
    parse=parse,
)
