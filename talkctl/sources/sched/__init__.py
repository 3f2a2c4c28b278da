"""A Sched programme, copied from the browser.

    CloudNativeCon [clear filter]                          what the list is filtered by
    Tuesday, November 8                                    a day

    11:00am PST                                            a session begins, see ``sessions``

    Kubernetes on EGO - Da Ma, IBM
    …
    Tuesday November 8, 2016 11:00am - 11:40am PST
    Grand Ballroom B

Clocks have 12 or 24 hours; several sessions may stand under one time; the page of a single session
opens with ``Tuesday, November 8 • 11:00am - 11:40am``. The simple view has titles and rooms alone
(``compact``); a speaker's page and the directory are about people (``profiles``). A page cut off in
the middle keeps what its last session says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talkctl.record import Occasion, Record, Remark
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.days import date_of, day_heading, first_span, fits_weekday, names_span
from talkctl.sources.grammar.events import tells_of_event
from talkctl.sources.grammar.kinds import kind_of_type
from talkctl.sources.grammar.vocabulary import told
from talkctl.sources.grammar.zones import name_of_zone
from talkctl.sources.sched.clocks import is_time, is_when, zone_of
from talkctl.sources.sched.compact import is_compact, read_compact
from talkctl.sources.sched.layout import (
    FILTER,
    LONGEST,
    Layout,
    Session,
    is_menu,
    lay_out,
    parts,
    single,
)
from talkctl.sources.sched.profiles import is_directory, profile_of, read_directory, with_profile
from talkctl.sources.sched.sessions import Page, read_session
from talkctl.sources.source import (
    CUT_OFF,
    Line,
    Reading,
    Source,
    cut_off,
    lines_to_read,
    opening_lines,
    remark,
    with_the_rest,
)
from talkctl.text import key
from talkctl.when import parse_date

_OWN = re.compile(
    r"(?:avatar for \S|.*\bon sched\b|create your own event|back to schedule$|log in to save this to"
    r"|.{3,100} has ended$)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?:Loading(?:…|\.\.\.)|.{3,100}\bSchedule)$")
_VIEWS = frozenset("simple expanded grid schedule speakers".split())
_FILTERED_BY_PLACE = re.compile(
    r"\b(?:room|hall|ballroom|track|theater|theatre|auditorium|stage|level|floor|beginner"
    r"|intermediate|advanced|any|sessions?|type|venue)\b",
    re.IGNORECASE,
)
_OPENS_DATE = re.compile(
    r"\d|(?:[A-Z][a-z]+day,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
)
_REGISTERED = re.compile(r"\bregistered for (?P<name>[A-Z][^.!?]{2,70}? 20\d\d)\b")
_MENU_LINES = 40
_YEAR = re.compile(r"(?<!\d)(?:19[89]\d|20\d{2})(?!\d)")


def sniff(text: str) -> bool:
    """Sched's own words, or its when-lines together with headings of days."""
    lines = [line for line in opening_lines(text) if len(line) <= LONGEST]
    own = any(_OWN.match(line) or FILTER.match(line) for line in lines)
    own = own or len({line.lower() for line in lines[:40]} & _VIEWS) >= 3
    if any(line.startswith(("From YouTube:", "From Vimeo:")) for line in lines[:40]):
        return False
    if not own and any(map(tells_of_event, lines)):
        return False
    timed = any(is_when(line) for line in lines)
    days = any(day_heading(line) or single(line) for line in lines if len(line) < 100)
    zoned = sum(1 for line in lines if (found := is_time(line)) and found["zone"])
    own = own or (zoned > 1 and any(_HEADED.match(line) for line in lines[:20]))
    own = own or (timed and days) or (zoned > 1 and days)
    return (own and (timed or days)) or (own and is_directory(lines))


def parse(document: str, text: str) -> Reading:
    """All sessions of the page."""
    lines = lines_to_read(text)
    layout = lay_out(lines)
    if not layout.sessions and is_directory([line.text.strip() for line in lines]):
        found = Reading((), *read_directory(document, lines))
        return with_the_rest(document, lines, found)
    compact = is_compact(layout.sessions)
    sessions = [part for session in layout.sessions for part in parts(session)]
    named = " ".join([layout.named or "", *(line.text for line in layout.about[:60])])
    place = named if len(named) < 5_000 else ""
    page = Page(
        document,
        None,
        _dates(sessions, layout, named),
        Known(common=words_in_lower_case(text)),
        place,
        zone_of(layout.about, place),
        layout.venues,
        layout.profile,
    )
    records, remarks = _read_all(layout, sessions, page, compact)
    remarks += _end(document, sessions, lines) if records and not compact else ()
    remarks += _beginning(document, layout.preamble)
    event = _event(layout, records)
    occasions = _occasions(event, layout, page)
    records = [record._replace(event=event, room=told(record.room)) for record in records]
    person = profile_of(layout.preamble) if layout.profile else None
    if person:
        records = [with_profile(record, person) for record in records]
    found = Reading(tuple(records), tuple(remarks), frozenset(layout.furniture), occasions)
    return with_the_rest(document, lines, found)


def _read_all(
    layout: Layout, sessions: list[Session], page: Page, compact: bool
) -> tuple[list[Record], list[Remark]]:
    if compact:
        records, remarks, openings = read_compact(layout.sessions, page)
        layout.furniture |= openings
        return records, remarks
    records, remarks = [], []
    for session in sessions:
        record, marks = read_session(session, page)
        remarks += marks
        if record:
            records.append(record)
            layout.furniture.add(session.opening.number)
    return records, remarks


def _beginning(document: str, preamble: list[Line]) -> tuple[Remark, ...]:
    """A remark where the page begins in a session, and so has its when-line before any title."""
    last = next((n for n, line in enumerate(preamble) if is_when(line.text)), None)
    return () if last is None else (remark(document, preamble[: last + 1], CUT_OFF),)


def _end(document: str, sessions: list[Session], lines: Sequence[Line]) -> tuple[Remark, ...]:
    """A remark where the page ends before its last session has said when and where it is."""
    dated = [any(is_when(line.text) for line in session.lines) for session in sessions]
    if any(dated) and not dated[-1]:
        last = [line for line in lines if not line.blank][-1]
        return (remark(document, [last], CUT_OFF),)
    return () if any(dated) else cut_off(document, lines)


def _dates(sessions: list[Session], layout: Layout, named: str) -> dict[tuple[int, int], str]:
    """Full dates of days: as their headings or when-lines say, else in the one year of the page,
    which may stand in its name if the weekdays agree."""
    dates = {
        (int(found[5:7]), int(found[8:])): found
        for session in sessions
        for line in session.lines
        if (when := is_when(line.text)) and (found := date_of(when["date"]))
    }
    years = {found[:4] for found in dates.values()}
    stated = set(_YEAR.findall(named))
    for session in sessions:
        if session.day and session.day[:2] not in dates:
            year = session.day[2] or (int(next(iter(years))) if len(years) == 1 else None)
            found = _iso(year, *session.day[:2]) if year else _in_year(session, layout, stated)
            if found:
                dates[session.day[:2]] = found
    return dates


def _in_year(session: Session, layout: Layout, years: set[str]) -> str | None:
    """The day of *session* in the one of *years* in which it is on its weekday."""
    day = session.day[:2] if session.day else (0, 0)
    heading = layout.headings.get(day, "")
    found = [iso for year in years if (iso := _iso(int(year), *day)) and fits_weekday(heading, iso)]
    return found[0] if len(found) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    return parse_date(f"{year}-{month:02}-{day:02}")


def _event(layout: Layout, records: list[Record]) -> str | None:
    """What names the event: the page's own heading, else what the list is filtered by, unless
    that is a place, a track or a level within the event."""
    named = layout.named or _first_of(layout)
    if named or not layout.filtered:
        return named
    places = {key(place) for record in records for place in (record.room, record.track) if place}
    within = (
        key(layout.filtered) in places
        or _FILTERED_BY_PLACE.search(layout.filtered)
        or kind_of_type(layout.filtered)
        or day_heading(layout.filtered)
    )
    return None if within else layout.filtered


def _occasions(event: str | None, layout: Layout, page: Page) -> tuple[Occasion, ...]:
    """The event with the days and the time zone that the page states for all of it."""
    texts = [line.text for line in layout.preamble[:_MENU_LINES]]
    years = {int(day[:4]) for day in page.dates.values()}
    days = first_span(texts, max(years, default=None))
    zone = name_of_zone(page.zone, page.place) if page.zone else None
    start, end = (days[0], days[-1]) if days else (None, None)
    said = event and (days or zone)
    return (Occasion(event, timezone=zone, start=start, end=end),) if event and said else ()


def _first_of(layout: Layout) -> str | None:
    """The first line of a page that says neither that it has ended nor that it is a schedule: a
    name with a year in it, and neither a date nor a sentence. Menus stand above it. Else what the
    dates in the margin are of, what one is told to register for, or what stands above the days of the
    whole event."""
    texts = [line.text.strip() for line in layout.preamble[:_MENU_LINES]]
    names = [
        text
        for text in texts
        if len(text) <= 80 and not (is_menu(text) or text.endswith((".", "!", "?")))
    ]
    years = (text for text in names if _YEAR.search(text) and not _OPENS_DATE.match(text))
    if named := next(years, None):
        return named
    dates = layout.heading_of_dates
    if (
        dates
        and len(dates) <= 80
        and not (is_menu(dates) or _OPENS_DATE.match(dates) or day_heading(dates))
    ):
        return dates
    asked = (_REGISTERED.search(line.text[:1_000]) for line in layout.preamble[:_MENU_LINES])
    above_days = (
        up
        for up, low in pairwise(texts)
        if up in names and names_span(low) and not (names_span(up) or date_of(up))
    )
    return next((found["name"] for found in asked if found), None) or next(above_days, None)


SOURCE = Source(
    name="sched",
    description="a Sched programme copied from the browser",
    sniff=sniff,
    parse=parse,
)
