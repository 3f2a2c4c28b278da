"""Dates, hours and lengths as people read them, from the ISO text of the objects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from talkctl.model import WEEKDAYS
from talkctl.render.answer import Item

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(text: str) -> str:
    """``2016-11-08`` as ``8 November 2016``; anything else as it is."""
    day = _date(text)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else text


def short_date(text: str) -> str:
    """``2016-11-08`` as ``8 Nov 2016``."""
    day = _date(text)
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}" if day else text


def weekday_date(text: str) -> str:
    """``2016-11-08`` as ``Tuesday 8 November 2016``."""
    day = _date(text)
    return f"{WEEKDAYS[day.weekday()].capitalize()} {long_date(text)}" if day else text


def date_span(start: str | None, end: str | None) -> str:
    """``8–9 Nov 2016``, ``30 Nov – 2 Dec 2017`` or one date."""
    first, last = _date(start or ""), _date(end or "")
    if not start or not first or not last or first == last:
        return short_date(start or end or "")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_date(last.isoformat())}"
    opening = short_date(start)
    if first.year == last.year:
        opening = opening.rpartition(" ")[0]
    return f"{opening} – {short_date(last.isoformat())}"


def clock(text: str) -> str:
    """The hour in an instant or a local time: ``11:00``."""
    return text.partition("T")[2][:5] if "T" in text else text[:5]


_NIGHT = 5 * 60
"""Minutes of the morning that are still the night of the day before, where no date stands by."""


def minute_of(moment: str) -> float:
    """*moment*, an instant or a local time of a programme's day, as minutes to compare and count by.

    What is no moment is minute 0.
    """
    try:
        if "T" in moment:
            return datetime.fromisoformat(moment).timestamp() / 60
        minutes = 60 * int(moment[:2]) + int(moment[3:5])
    except (ValueError, OverflowError):
        return 0
    return minutes + 24 * 60 if minutes < _NIGHT else minutes


def span(talk: Item) -> tuple[datetime, datetime | None] | None:
    """Beginning and end of *talk*, aware where its zone is known; ``None`` without day and hour.

    The end is ``None`` where nobody says it, nor how long the talk is.
    """
    try:
        return _instants(talk) if talk["start"] else _clocks(talk)
    except (ValueError, OverflowError):
        return None


def _instants(talk: Item) -> tuple[datetime, datetime | None] | None:
    begin = datetime.fromisoformat(talk["start"])
    if begin.tzinfo is None:
        return None
    end = datetime.fromisoformat(talk["end"]) if talk["end"] else None
    if end is None or end.tzinfo is None or end <= begin:
        end = begin + timedelta(minutes=talk["duration"]) if talk["duration"] else None
    return begin, end


def _clocks(talk: Item) -> tuple[datetime, datetime | None] | None:
    if not talk["date"] or not talk["local_start"]:
        return None
    midnight = datetime.fromisoformat(f"{talk['date'][:10]}T00:00:00")
    begin = midnight + timedelta(minutes=minute_of(talk["local_start"][:5]))
    if talk["local_end"]:
        end = midnight + timedelta(minutes=minute_of(talk["local_end"][:5]))
        return begin, end if end > begin else end + timedelta(days=1)
    return begin, begin + timedelta(minutes=talk["duration"]) if talk["duration"] else None


def starts_at(talk: Item) -> str:
    """The instant or the local time at which *talk* begins, empty where nobody said."""
    return talk["start"] or talk["local_start"] or ""


def ends_at(talk: Item) -> str:
    """The instant or the local time at which *talk* ends, empty where nobody said."""
    return talk["end"] or talk["local_end"] or ""


def hours(talk: Item) -> str:
    """From when to when on the event's own clocks: ``11:00–11:40``, empty where nobody said.

    Where clocks are changed meanwhile the offset of the end is told: ``02:30–02:30 UTC+1``.
    """
    start, end = starts_at(talk), ends_at(talk)
    if not start:
        return ""
    if not end:
        return clock(start)
    told = f"{clock(start)}–{clock(end)}"
    changed = start[19:] != end[19:] and _offset(start) != _offset(end)
    return f"{told} {_offset(end)}" if changed else told


def zone(talk: Item) -> str:
    """The clocks a talk's hours are told by: ``America/Los_Angeles, UTC−8``."""
    parts = dict.fromkeys((talk["timezone"], _offset(talk["start"])))
    return ", ".join(part for part in parts if part)


def clocks_of(talks: Sequence[Item]) -> str:
    """The clocks that the hours of *talks* are told by; both offsets where clocks are changed."""
    told = dict.fromkeys(zone(talk) for talk in talks)
    names = dict.fromkeys(talk["timezone"] for talk in talks if talk["start"])
    if len(names) == 1 and len(told) > 1:
        offsets = dict.fromkeys(_offset(talk["start"]) for talk in talks if talk["start"])
        parts = (next(iter(names)), ", then ".join(filter(None, offsets)))
        return ", ".join(part for part in parts if part)
    return " and ".join(one for one in told if one)


def moment_heading(moment: datetime, name: str | None) -> str:
    """``Saturday 2 February 2013, 11:20 (Europe/Brussels, UTC+1)``."""
    parts = dict.fromkeys((name, _offset(moment.isoformat())))
    clocks = ", ".join(part for part in parts if part)
    told = f"{weekday_date(moment.date().isoformat())}, {moment:%H:%M}"
    return f"{told} ({clocks})" if clocks else told


def _offset(start: str | None) -> str:
    try:
        moment = datetime.fromisoformat(start or "")
    except ValueError:
        return ""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    whole, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{whole}" + (f":{rest:02d}" if rest else "")


def day_of(talk: Item) -> str | None:
    """The date a talk was given on, where anybody said."""
    given: str | None = talk["date"] or (talk["start"] or "")[:10] or None
    return given


def when(talk: Item) -> str:
    """When a talk was given, else when its recording appeared, and which of the two it is."""
    given = day_of(talk)
    start = starts_at(talk)
    if given or start or talk["day"]:
        day = short_date(given) if given else f"day {talk['day']}" if talk["day"] else ""
        return " ".join(part for part in (day, clock(start) if start else "") if part)
    return f"published {talk['published'][:4]}" if talk["published"] else ""


def when_briefly(talk: Item) -> str:
    """As :func:`when`, without a year of publication that the event's name tells already."""
    told = when(talk)
    event = talk["event"]
    if told.startswith("published") and event and told[-4:] in event["id"] + event["name"]:
        return ""
    return told


def length(minutes: int | None) -> str:
    """``32 min``, or ``1 h 05 min``."""
    if minutes is None:
        return ""
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02d} min"


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
