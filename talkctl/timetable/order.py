"""Talks in the order of a programme, and which event of several is in question."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from talkctl.model import INTERLUDES, Event, Talk
from talkctl.timetable.hours import MORNING, instant


class Programme(NamedTuple):
    """*talks* in time order by event, and how many talks of each event nobody gives a place."""

    talks: tuple[Talk, ...]
    without: tuple[Talk, ...] = ()
    """Those that have neither time nor day."""

    @property
    def unplaced(self) -> tuple[tuple[str | None, int], ...]:
        """(name of the event if there is one, how many talks of it have no place), breaks aside."""
        counts = Counter(
            talk.event.name if talk.event else None
            for talk in self.without
            if talk.kind not in INTERLUDES
        )
        return tuple(counts.items())


def programme(talks: Iterable[Talk], events: Sequence[Event]) -> Programme:
    """The programme that *talks* make, their events in the order in which they took place."""
    order = {event.id: (event.start or "9999", n) for n, event in enumerate(events)}
    placed: list[Talk] = []
    without: list[Talk] = []
    for talk in talks:
        (placed if is_placed(talk) else without).append(talk)
    placed.sort(key=lambda talk: _place(talk, order))
    return Programme(tuple(placed), tuple(without))


def is_placed(talk: Talk) -> bool:
    """Whether anybody says when *talk* was given: an hour, a date, or the number of a day."""
    return bool(talk.start or talk.local_start or talk.date or talk.day is not None)


def _place(
    talk: Talk, order: dict[str, tuple[str, int]]
) -> tuple[tuple[str, int], str, int, float, str, str, str]:
    event = order.get(talk.event.id, ("9999", len(order))) if talk.event else ("9999", len(order))
    clock = talk.local_start or ""
    return (
        event,
        talk.date or (talk.start or "")[:10],
        talk.day or 0,
        instant(talk.start) if talk.start else 0.0,
        # Behind the evening of a day comes its night.
        f"~{clock}" if "" < clock < MORNING else clock,
        talk.room or "",
        talk.title,
    )


def events_in_question(events: Iterable[Event], today: date) -> list[tuple[Event, str]]:
    """The events that have times, the likeliest to be asked for first, and why they are.

    Those that are on, the one with the most talks first; then those to come; then those over.
    """
    now = today.isoformat()
    on, next_, over = [], [], []
    for event in events:
        first, last = event.start, event.end or event.start
        if not first or not last or not event.timed_count:
            continue
        if first <= now <= last:
            on.append(event)
        elif first > now:
            next_.append(event)
        else:
            over.append(event)
    on.sort(key=lambda event: -event.timed_count)
    next_.sort(key=lambda event: (event.start or "", -event.timed_count))
    over.sort(key=lambda event: (event.end or event.start or "", event.timed_count), reverse=True)
    return [
        *((event, "it is on") for event in on),
        *((event, "it is the next") for event in next_),
        *((event, "it was the last with times") for event in over),
    ]
