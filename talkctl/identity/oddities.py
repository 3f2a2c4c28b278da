"""What looks wrong in a library by itself, whatever it may be compared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from talkctl.identity.decisions import Decisions
from talkctl.identity.doubt import Doubt
from talkctl.identity.formats import ALWAYS_NAME_PEOPLE
from talkctl.identity.past import Past
from talkctl.model import INTERLUDES, Catalogue, Event, Talk
from talkctl.text import key

_LONG_WITHOUT_A_TALK = 30


def oddities(catalogue: Catalogue, decisions: Decisions, known: Past) -> Iterator[Doubt]:
    """All that looks wrong: hours, rooms, billings, dates, people, remarks, lost decisions."""
    talks = [joined.talk for joined in catalogue.talks]
    for talk in talks:
        yield from _hours(talk)
        yield from _billings(talk)
        yield from _nobody(talk)
    yield from _rooms(talks)
    yield from _dates(catalogue, talks)
    yield from _remarks(catalogue)
    yield from _lost(decisions, known)


def _hours(talk: Talk) -> Iterator[Doubt]:
    begin, finish = _moment(talk.start), _moment(talk.end)
    if begin and finish and finish < begin:
        yield Doubt(
            "time", (talk.id,), f"ends at {talk.end}, before it begins at {talk.start}", 1.0
        )


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def _billings(talk: Talk) -> Iterator[Doubt]:
    people = Counter(one.id for one in talk.speakers)
    for person, count in people.items():
        if count > 1:
            yield Doubt("billing", (talk.id,), f"{person} is billed {count} times", 0.9)


def _nobody(talk: Talk) -> Iterator[Doubt]:
    if talk.speakers or talk.kind != "talk":
        return
    if any(source.format in ALWAYS_NAME_PEOPLE for source in talk.sources):
        yield Doubt("speakers", (talk.id,), "nobody is named, where people always are", 0.6)


def _rooms(talks: list[Talk]) -> Iterator[Doubt]:
    """Talks that overlap in one room; each is compared with the one that begins next."""
    rooms: dict[tuple[str, str], list[tuple[datetime, datetime, Talk]]] = defaultdict(list)
    for talk in talks:
        begin, finish = _moment(talk.start), _moment(talk.end)
        held = talk.kind not in INTERLUDES and talk.status is None
        if held and talk.room and talk.event and begin and finish and begin < finish:
            rooms[talk.event.id, key(talk.room)].append((begin, finish, talk))
    for given in rooms.values():
        given.sort(key=lambda one: (one[0], one[1], one[2].id))
        for (_, finish, one), (begin, _, other) in pairwise(given):
            if begin < finish:
                reason = f"both in {one.room} at {other.start}"
                yield Doubt("room", (one.id, other.id), reason, 0.7)


def _dates(catalogue: Catalogue, talks: list[Talk]) -> Iterator[Doubt]:
    days: dict[str, list[date]] = defaultdict(list)
    for talk in talks:
        day = _day(talk.date or talk.start)
        if talk.event and day:
            days[talk.event.id].append(day)
    for event in catalogue.events:
        yield from _far_outside(event, sorted(days[event.id]))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _far_outside(event: Event, days: list[date]) -> Iterator[Doubt]:
    """Days far from those on which most of the talks were given."""
    if len(days) < 3:
        return
    middle = days[len(days) // 2]
    far = sorted({day for day in days if abs((day - middle).days) > _LONG_WITHOUT_A_TALK})
    if far and len(far) <= len(days) // 4 + 1:
        named = ", ".join(day.isoformat() for day in far[:3])
        reason = f"most talks are about {middle.isoformat()}, but some on {named}"
        yield Doubt("dates", (event.id,), reason, 0.8)


def _remarks(catalogue: Catalogue) -> Iterator[Doubt]:
    for document in catalogue.documents:
        if document.remarks:
            first = document.remarks[0]
            count = len(document.remarks)
            more = f", and {count - 1} more" if count > 1 else ""
            reason = f"line {first.first_line}: {first.reason}{more}"
            yield Doubt("remark", (document.name,), reason, 0.5)


def _lost(decisions: Decisions, known: Past) -> Iterator[Doubt]:
    """Decisions about records that stand in no document any more."""
    for decision in decisions:
        for anchor in decision.subjects:
            if anchor.key not in known.talks:
                reason = (
                    f"your decision ({decision.kind}) speaks of “{anchor.record}”, which is gone"
                )
                yield Doubt("decision", (anchor.document,), reason, 0.9)
