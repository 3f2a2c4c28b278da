"""Talks in the order of a programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talkctl.model import INTERLUDES, Event, Talk


@dataclass(frozen=True, slots=True)
class Programme:
    """*talks* in time order by event, and how many talks of each event nobody gives a place."""

    talks: tuple[Talk, ...]
    unplaced: tuple[tuple[str | None, int], ...]
    """(name of the event if there is one, how many of its talks have neither time nor day)."""


def programme(talks: Iterable[Talk], events: Sequence[Event]) -> Programme:
    """The programme that *talks* make, their events in the order in which they took place."""
    order = {event.id: (event.start or "9999", n) for n, event in enumerate(events)}
    placed = []
    unplaced: Counter[str | None] = Counter()
    for talk in talks:
        if is_placed(talk):
            placed.append(talk)
        elif talk.kind not in INTERLUDES:
            unplaced[talk.event.name if talk.event else None] += 1
    placed.sort(key=lambda talk: _place(talk, order))
    return Programme(tuple(placed), tuple(unplaced.items()))


def is_placed(talk: Talk) -> bool:
    """Whether anybody says when *talk* was given: an hour, a date, or the number of a day."""
    return bool(talk.start or talk.local_start or talk.date or talk.day is not None)


def _place(
    talk: Talk, order: dict[str, tuple[str, int]]
) -> tuple[tuple[str, int], str, int, str, str, str]:
    event = order.get(talk.event.id, ("9999", len(order))) if talk.event else ("9999", len(order))
    return (
        event,
        talk.date or (talk.start or "")[:10],
        talk.day or 0,
        talk.start or talk.local_start or "",
        talk.room or "",
        talk.title,
    )
