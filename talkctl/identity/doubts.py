"""What looks undecided or wrong in a library, for ``talkctl doctor``.

Pairs that are likely but not certainly one, and facts that do not fit together. Nothing here is
certain (then it would have been joined) and nothing has been decided by the user.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import combinations, pairwise
from typing import NamedTuple

from talkctl.identity.assemble import join
from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decisions
from talkctl.identity.eventnames import REGIONS, read_event_name
from talkctl.identity.evidence import CERTAIN, contradict
from talkctl.identity.formats import ALWAYS_NAME_PEOPLE
from talkctl.identity.past import Past, past_of
from talkctl.model import INTERLUDES, Event, Talk
from talkctl.names import name_key, name_parts, org_key, same_person, short_form
from talkctl.record import Catalogue
from talkctl.text import key

PAIR_KINDS = ("talk", "person", "event", "org")
"""Two things that may be one."""
ODD_KINDS = ("time", "room", "billing", "dates", "speakers", "remark", "decision")
"""Things that look wrong by themselves."""
DOUBT_KINDS = PAIR_KINDS + ODD_KINDS


class Doubt(NamedTuple):
    """Something to look at: what it is about, why, and how strongly (0 to 1) it looks so.

    *ids* are two ids for a pair (for ``org`` two spellings), else those of the talks or the event
    concerned, and for ``remark`` and ``decision`` the name of the document.
    """

    kind: str
    ids: tuple[str, ...]
    reason: str
    strength: float


def doubts(
    catalogue: Catalogue, corrections: Corrections | None = None, decisions: Decisions = ()
) -> tuple[Doubt, ...]:
    """All that is doubtful in *catalogue*: pairs before oddities, the strongest of a kind first."""
    catalogue = catalogue._replace(talks=tuple(catalogue.talks), people=tuple(catalogue.people))
    known = past_of(catalogue)
    found = [
        *likely_talks(catalogue, corrections or Corrections(), decisions, known),
        *likely_people(catalogue, decisions, known),
        *likely_events(catalogue),
        *likely_orgs(catalogue),
        *oddities(catalogue, decisions, known),
    ]
    order = {kind: place for place, kind in enumerate(DOUBT_KINDS)}
    return tuple(sorted(found, key=lambda one: (order[one.kind], -one.strength, one.ids)))


_MOST_IN_A_BLOCK = 40


def likely_talks(
    catalogue: Catalogue, corrections: Corrections, decisions: Decisions, known: Past
) -> Iterator[Doubt]:
    """Talks of which some records are likely to be of one, and none contradict."""
    documents = sorted(catalogue.documents, key=lambda document: (document.name, document.digest))
    joined = join(documents, corrections, Past(), decisions)
    talk_of = [known.talks.get(mark, "") for mark in joined.keys]
    members: dict[str, list[int]] = defaultdict(list)
    for index, talk in enumerate(talk_of):
        members[talk].append(index)
    apart = _decided(decisions, "different-talk", known)
    seen: set[tuple[str, str]] = set()
    for verdict, one, other in joined.pairs:
        first, second = talk_of[one], talk_of[other]
        pair = (first, second) if first < second else (second, first)
        if not (first and second) or first == second or pair in seen or pair in apart:
            continue
        seen.add(pair)
        profiles = joined.profiles
        if any(
            contradict(profiles[a], profiles[b]) for a in members[first] for b in members[second]
        ):
            continue
        certain = verdict.strength >= CERTAIN
        reason = f"{verdict.reason}, but another talk fits as well" if certain else verdict.reason
        yield Doubt("talk", pair, reason, round(min(verdict.strength, 0.89), 3))


def _decided(decisions: Decisions, kind: str, known: Past) -> set[tuple[str, str]]:
    """Pairs of ids of which the user said that they are different."""
    apart = set()
    for decision in decisions:
        if decision.kind == kind:
            ids = [
                known.people.get((anchor.key, anchor.person))
                if anchor.person
                else known.talks.get(anchor.key)
                for anchor in decision.subjects
            ]
            for one, other in combinations(sorted({found for found in ids if found}), 2):
                apart.add((one, other))
    return apart


class _Bearer:
    """A person with all that is known for telling whether another is the same."""

    def __init__(self, identifier: str) -> None:
        self.id = identifier
        self.names: set[str] = set()
        self.orgs: set[str] = set()
        self.events: set[str] = set()


def likely_people(catalogue: Catalogue, decisions: Decisions, known: Past) -> Iterator[Doubt]:
    """People of one name, or of much the same name at one company or event."""
    people: dict[str, _Bearer] = {}
    together: set[tuple[str, str]] = set()
    for joined in catalogue.talks:
        talk = joined.talk
        for one in talk.speakers:
            bearer = people.setdefault(one.id, _Bearer(one.id))
            bearer.names.update((one.name, one.billed_as))
            bearer.orgs.update([org_key(one.org)] if one.org else [])
            bearer.events.update([talk.event.id] if talk.event else [])
        together.update(combinations(sorted({one.id for one in talk.speakers}), 2))
    apart = _decided(decisions, "different-person", known) | together
    blocks: dict[str, set[str]] = defaultdict(set)
    for bearer in people.values():
        for name in bearer.names:
            parts = name_parts(name)
            blocks["".join(sorted(parts))].add(bearer.id)
            if len(parts) > 1:
                blocks[f"{parts[-1]} {parts[0][:1]}"].add(bearer.id)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for pair in combinations(sorted(block)[:_MOST_IN_A_BLOCK], 2):
            if pair not in seen and pair not in apart:
                seen.add(pair)
                yield from _alike(people[pair[0]], people[pair[1]])


def _alike(one: _Bearer, other: _Bearer) -> Iterator[Doubt]:
    orgs, events = one.orgs & other.orgs, one.events & other.events
    same = {name_key(name) for name in one.names} & {name_key(name) for name in other.names}
    if same:
        yield Doubt("person", (one.id, other.id), "the same name, but nothing else agrees", 0.7)
    elif any(same_person(a, b) for a in one.names for b in other.names):
        yield Doubt("person", (one.id, other.id), "one name written more or less fully", 0.7)
    elif orgs or events:
        where = "at one company" if orgs else "at one event"
        if any(_nearly(a, b) for a in one.names for b in other.names):
            strength = 0.75 if orgs else 0.62
            yield Doubt("person", (one.id, other.id), f"names much alike {where}", strength)


def _nearly(one: str, other: str) -> bool:
    first, second = name_parts(one), name_parts(other)
    if len(first) < 2 or len(second) < 2:
        return False
    if first[-1] == second[-1] and short_form(first[0], second[0]):
        return True
    from rapidfuzz.distance import OSA

    longer = max(len(name_key(one)), len(name_key(other)))
    return longer >= 9 and OSA.distance(name_key(one), name_key(other), score_cutoff=1) <= 1


def likely_events(catalogue: Catalogue) -> Iterator[Doubt]:
    """Events of one year of which one is named within the other, or whose days overlap as well."""
    by_word: dict[tuple[str, int | None], list[Event]] = defaultdict(list)
    for event in catalogue.events:
        name = read_event_name(event.name)
        for word in name.words - REGIONS:
            by_word[word, _year(event)].append(event)
    seen: set[tuple[str, str]] = set()
    for block in by_word.values():
        for one, other in combinations(block[:_MOST_IN_A_BLOCK], 2):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in seen:
                seen.add(pair)
                yield from _one_event(one, other, pair)


def _year(event: Event) -> int | None:
    named = read_event_name(event.name).year
    return named or (int(event.start[:4]) if event.start and event.start[:4].isdigit() else None)


def _one_event(one: Event, other: Event, pair: tuple[str, str]) -> Iterator[Doubt]:
    first, second = read_event_name(one.name).words, read_event_name(other.name).words
    if not (first <= second or second <= first):
        return
    if one.city and other.city and one.city.casefold() != other.city.casefold():
        return
    if one.start and one.end and other.start and other.end:
        if one.start <= other.end and other.start <= one.end:
            yield Doubt("event", pair, "one name within the other, on the same days", 0.8)
        return
    yield Doubt("event", pair, "one name within the other, in one year", 0.65)


def likely_orgs(catalogue: Catalogue) -> Iterator[Doubt]:
    """Spellings of organisations that differ by a slip of the pen."""
    spellings: dict[str, str] = {}
    for joined in catalogue.talks:
        for one in joined.talk.speakers:
            if one.org:
                spellings.setdefault(org_key(one.org), one.org)
    from rapidfuzz.distance import OSA

    for first, other in _neighbours(sorted(spellings)):
        if len(first) >= 7 and OSA.distance(first, other, score_cutoff=1) <= 1:
            pair = (spellings[first], spellings[other])
            yield Doubt("org", pair, "names that differ by one letter", 0.7)


def _neighbours(keys: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Pairs of *keys* that begin or end alike."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in keys:
        blocks["begins", one[:4]].append(one)
        blocks["ends", one[-4:]].append(one)
    pairs = {
        pair for block in blocks.values() for pair in combinations(block[:_MOST_IN_A_BLOCK], 2)
    }
    return sorted(pairs)


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
                when = f"{begin:%Y-%m-%d %H:%M}{(other.start or '')[19:]}"
                reason = f"both in {one.room} at {when}"
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
