"""What the JSON-LD of a page and its text say together.

An event with parts, or several events, are the programme. One event alone whose page has an agenda,
as on Meetup, is the occasion of the talks on it: they happen on its date, in its zone, at its place.
A page by Sched tells more in its text than in its JSON-LD.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from talkctl.model import INTERLUDES
from talkctl.record import Occasion, Record, Remark
from talkctl.sources.grammar.markup import one_line, plain_text
from talkctl.sources.grammar.moments import Moments
from talkctl.sources.grammar.programmes import span_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.html.happenings import Told, occasion_of, place_named, when_of
from talkctl.sources.html.linked import Happening, name_of, said
from talkctl.sources.html.pasted import Pasted, read_description
from talkctl.text import key
from talkctl.when import clock_of, in_zone, is_local

_GUESSED = "hours without am or pm"
_MIDNIGHT_PASSED = 6


class Whole(NamedTuple):
    """All that a page gives."""

    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    occasions: tuple[Occasion, ...] = ()


def put_together(
    document: str, told: Told, paste: Callable[[], Pasted | None], zone: str | None, by_sched: bool
) -> Whole:
    """The records of a page; its text is only read by *paste* if it is needed."""
    if len(told.records) > 1 and not by_sched:
        return Whole(told.records, (), told.occasions)
    pasted = paste()
    one = told.subject
    if by_sched and pasted and len(pasted.records) >= len(told.records):
        return _of_text(pasted, told)
    if told.records and (one is None or told.occasions):
        return Whole(told.records, (), told.occasions)
    if one is not None and told.records:
        return _evening(document, one, pasted, zone) or Whole(told.records, (), told.occasions)
    return _of_text(pasted, told) if pasted else Whole((), (), told.occasions)


def _of_text(pasted: Pasted, told: Told) -> Whole:
    """The talks of the text; their event is the page's one occasion, where the text names none."""
    name = told.occasions[0].name if len(told.occasions) == 1 else None
    linked = {key(one.raw_title or one.title): one for one in told.records}
    records = tuple(
        _certain(one if one.event else one._replace(event=name), linked) for one in pasted.records
    )
    occasions = told.occasions
    names = {one.event for one in records}
    if pasted.kind == "sched" and not occasions and len(names) == 1 and (event := names.pop()):
        zones = {one.timezone for one in records if one.start}
        first, last = span_of(records)
        zone = zones.pop() if len(zones) == 1 else None
        occasions = (Occasion(event, pasted.aliases, timezone=zone, start=first, end=last),)
    return Whole(records, pasted.remarks, occasions)


def _certain(record: Record, linked: dict[str, Record]) -> Record:
    """*record*, where the text names no certain zone at the instant that the page's data say."""
    same = linked.get(key(record.raw_title or record.title))
    if not (record.start and is_local(record.start) and same and same.start):
        return record
    if is_local(same.start) or clock_of(same.start) != clock_of(record.start):
        return record
    return record._replace(start=same.start, end=same.end or record.end, timezone=same.timezone)


def _evening(
    document: str, one: Happening, pasted: Pasted | None, zone: str | None
) -> Whole | None:
    """The talks on the agenda of an evening, which is an event of its own; if it has an agenda."""
    thing = one.thing
    name = one_line(name_of(thing))
    if not pasted or pasted.kind != "meetup":
        description = plain_text(said(thing, "description")) or ""
        pasted = read_description(document, name, description, one.first_line, one.last_line)
    if not pasted or all(record.kind in INTERLUDES for record in pasted.records):
        return None
    when = when_of(thing, zone)
    status = "cancelled" if is_cancelled(said(thing, "eventStatus")) else None
    place = place_named(thing) or None
    records = tuple(
        _at(record, when)._replace(
            event=name, room=record.room or place, status=record.status or status
        )
        for record in pasted.records
    )
    remarks = tuple(
        mark for mark in pasted.remarks
        if not (mark.reason.startswith(_GUESSED) and _begins_then(records, when))
    )  # fmt: skip
    return Whole(records, remarks, (occasion_of(one, records, zone),))


def _at(record: Record, when: Moments) -> Record:
    """*record*, whose hours are local, on the date and in the zone of its event."""
    if not when.date or (record.date and record.date != when.date):
        return record
    record = record._replace(date=when.date)
    if not record.start or not when.start:
        return record
    start = _instant(clock_of(record.start), when)
    end = _instant(clock_of(record.end), when) if record.end else None
    return record._replace(start=start, end=end, timezone=when.timezone or record.timezone)


def _instant(clock: str, when: Moments) -> str:
    """When clocks show *clock* at the event that begins at *when*, past midnight on the next day."""
    begins = clock_of(when.start or "00:00")
    day = when.date or ""
    if int(clock[:2]) + _MIDNIGHT_PASSED < int(begins[:2]):
        day = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    known = in_zone(f"{day}T{clock}", when.timezone) if when.timezone else None
    return known or f"{day}T{clock}:00{(when.start or '')[19:]}"


def _begins_then(records: tuple[Record, ...], when: Moments) -> bool:
    """Whether the first of *records* begins about when the event does."""
    starts = [record.start for record in records if record.start]
    if not starts or not when.start:
        return False
    return abs(int(clock_of(starts[0])[:2]) - int(clock_of(when.start)[:2])) <= 2
