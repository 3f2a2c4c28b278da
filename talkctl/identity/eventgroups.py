"""Which names that records give are one event's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decision
from talkctl.identity.eventnames import Parts, read_event_name, same_years, split_city
from talkctl.identity.sets import Sets
from talkctl.identity.titles import read_title
from talkctl.names import name_key
from talkctl.record import Document, Occasion, Record
from talkctl.text import key
from talkctl.when import is_local

_DAYS_OF_ONE_EVENT = 45
"""Talks of one event lie no further apart; a name used longer is a series."""

TALKS_IN_COMMON = 3
DAYS_BETWEEN = 7
"""Of two names that are one event's because they have talks in common."""
_SHARE_IN_COMMON = 0.4


def year_of(record: Record) -> int | None:
    """The year in which a talk was given, where the record says so."""
    day = day_of(record)
    return int(day[:4]) if day and day[:4].isdigit() else None


def day_of(record: Record) -> str | None:
    """The day on which a talk was given, where the record says so."""
    if record.date:
        return record.date
    return record.start[:10] if record.start and not is_local(record.start) else None


def names_event(record: Record) -> bool:
    """Whether *record* says at what event it was."""
    return bool(record.event and key(record.event))


@dataclass(slots=True)
class Named:
    """One name of an event in one year, and what is said under it."""

    parts: Parts
    name: str
    year: int | None
    records: list[int] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    spellings: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    cities: dict[str, None] = field(default_factory=dict)
    occasions: list[Occasion] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    talks: set[tuple[str, str]] = field(default_factory=set)
    """Titles and people, and ids known everywhere, by which names are known to be one event's."""


def name_events(documents: Sequence[Document], records: Sequence[Record]) -> list[Named]:
    """Every name of an event, by year, in the order in which records use them."""
    years = _years(documents, records)
    found: dict[tuple[str, str, int | None], Named] = {}
    for index, record in enumerate(records):
        if not record.event or not names_event(record):
            continue
        name, city = split_city(record.event)
        parts = read_event_name(record.event)
        year = parts.year or years.get((record.document, record.event), year_of(record))
        one = found.setdefault((parts.core, key(city or ""), year), Named(parts, name, year))
        one.records.append(index)
        one.documents.add(record.document)
        one.spellings.setdefault(record.event, record.document)
        if city:
            one.cities.setdefault(city)
        if day := day_of(record):
            one.dates.append(day)
        if record.published:
            one.published.append(record.published[:10])
        one.talks.update(talk_marks(record))
    _describe(documents, list(found.values()))
    return list(found.values())


def _describe(documents: Sequence[Document], named: list[Named]) -> None:
    """Hand to each of *named* what the documents that use it say of the event.

    In a collection a file of its own may describe the event of all others.
    """
    shelf = {document.name: document.collection or document.name for document in documents}
    on_shelf: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        for place in {shelf[name] for name in one.documents}:
            on_shelf[place].append(one)
    for document in documents:
        for occasion in document.occasions:
            for one in on_shelf.get(shelf[document.name], ()):
                if _describes(occasion, one):
                    _take(one, occasion, document.name)


def _describes(occasion: Occasion, one: Named) -> bool:
    if not {occasion.name, *occasion.aliases} & one.spellings.keys():
        return False
    year = int(occasion.start[:4]) if occasion.start and occasion.start[:4].isdigit() else None
    return same_years(year, one.year)


def _take(one: Named, occasion: Occasion, document: str) -> None:
    """Note what *occasion*, described in *document*, says of the event."""
    one.occasions.append(occasion)
    if occasion.city:
        one.cities.setdefault(occasion.city)
    for alias in (occasion.name, *occasion.aliases):
        one.aliases.setdefault(alias, document)


def talk_marks(record: Record) -> list[tuple[str, str]]:
    """By what a talk is known again under another name of its event; nothing if by nothing."""
    title = read_title(record.title)
    if title.generic:
        return []
    marks = [(title.joined, name_key(credit.name)) for credit in record.speakers]
    if not marks and title.telling >= 4:
        marks.append((title.joined, ""))
    if record.uid and len(record.uid) >= 32:
        marks.append((record.uid, "uid"))
    return marks


def _years(documents: Sequence[Document], records: Sequence[Record]) -> dict[tuple[str, str], int]:
    """The year of an event without one in its name, by document: of the days if they lie close."""
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records:
        day = day_of(record)
        if record.event and day:
            days[record.document, record.event].append(day)
    years = {
        place: int(min(found)[:4])
        for place, found in days.items()
        if _gap(min(found), max(found)) <= _DAYS_OF_ONE_EVENT and min(found)[:4].isdigit()
    }
    for document in documents:
        for occasion in document.occasions:
            if occasion.start and occasion.start[:4].isdigit():
                place = document.name, occasion.name
                if place not in days:
                    years[place] = int(occasion.start[:4])
    return years


def _gap(one: str, other: str) -> int:
    """Days between two dates; 0 where one is none."""
    try:
        return abs((date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days)
    except ValueError:
        return 0


def unite_names(
    named: list[Named], corrections: Corrections, said: Sequence[Decision]
) -> list[list[Named]]:
    """*named* in groups of one event each, in the order in which each event is first named."""
    groups = _Groups(named)
    for decision in said:
        meant = [n for n, one in enumerate(named) if is_called(one, decision.names)]
        for other in meant[1:]:
            groups.unite(meant[0], other)
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(named):
        for core in dict.fromkeys(_cores(one, corrections)):
            by_name[core].append(index)
    for alike in by_name.values():
        _unite_alike(groups, named, alike)
    for first, other in _sharing_talks(named):
        groups.unite_if_agreed(first, other)
    return [[named[index] for index in group] for group in groups.in_order()]


class _Groups(Sets):
    """Names that are one event's, as far as is known so far."""

    def __init__(self, named: list[Named]) -> None:
        super().__init__(len(named))
        self._named = named

    def agree(self, one: int, other: int) -> bool:
        """Whether nothing that is said under any name of one contradicts the other."""
        return all(
            _may_be_one(self._named[a], self._named[b])
            for a in self.members(one)
            for b in self.members(other)
        )

    def unite_if_agreed(self, one: int, other: int) -> None:
        """Make both one event, unless something speaks against it."""
        if not self.together(one, other) and self.agree(one, other):
            self.unite(one, other)


def _unite_alike(groups: _Groups, named: list[Named], alike: list[int]) -> None:
    """Unite those called *alike*: of one year, or of none where only one event may be meant."""
    dated = [index for index in alike if named[index].year is not None]
    for first, other in combinations(dated, 2):
        groups.unite_if_agreed(first, other)
    for index in alike:
        if named[index].year is None:
            near = {groups.set_of(other) for other in dated if groups.agree(index, other)}
            if len(near) == 1:
                groups.unite(index, near.pop())
            elif not dated:
                groups.unite_if_agreed(alike[0], index)


def _cores(one: Named, corrections: Corrections) -> list[str]:
    """Every name by which this one may be found, run together, without its year."""
    cores = [one.parts.core, *sorted(one.parts.halves)]
    for alias in one.aliases:
        parts = read_event_name(alias)
        if same_years(parts.year, one.year):
            cores.append(parts.core)
    for facts in corrections.events:
        names = [read_event_name(name) for name in (facts.name, *facts.aliases)]
        if facts.year is None or one.year is None or facts.year == one.year:
            mine = [n for n in names if n.core == one.parts.core and same_years(n.year, one.year)]
            if mine:
                cores += [name.core for name in names if same_years(name.year, one.year)]
    return cores


def _may_be_one(one: Named, other: Named) -> bool:
    """Whether year, days and city of two names do not contradict."""
    if not same_years(one.year, other.year):
        return False
    apart = _days_apart(one, other)
    if one.year is None or other.year is None:
        dated, undated = (other, one) if one.year is None else (one, other)
        first = min(undated.published, default="")[:4]
        if dated.year and first.isdigit() and not dated.year <= int(first) <= dated.year + 1:
            return False
    cities = {key(city) for city in one.cities}, {key(city) for city in other.cities}
    if all(cities) and not cities[0] & cities[1] and not _one_within(*cities):
        return False
    return apart is None or apart <= _DAYS_OF_ONE_EVENT or one.parts.core == other.parts.core


def _one_within(some: set[str], others: set[str]) -> bool:
    """Whether one city's name holds the other's: ``prague`` and ``prague czech republic``."""
    return any(a in b or b in a for a in some for b in others)


def _days_apart(one: Named, other: Named) -> int | None:
    """Days between two events' spans, 0 if they overlap; ``None`` where one has no days."""
    first, second = _said_span(one), _said_span(other)
    if not first or not second:
        return None
    if first[0] <= second[1] and second[0] <= first[1]:
        return 0
    return min(_gap(first[1], second[0]), _gap(second[1], first[0]))


def _said_span(one: Named) -> tuple[str, str] | None:
    days = [
        *one.dates,
        *(day for occasion in one.occasions for day in (occasion.start, occasion.end) if day),
    ]
    return (min(days), max(days)) if days else None


def is_called(one: Named, names: Sequence[str]) -> bool:
    """Whether one of *names* is a name of *one*."""
    for name in names:
        parts = read_event_name(name)
        own = {one.parts.core, *(read_event_name(alias).core for alias in one.aliases)}
        if parts.core in own and same_years(parts.year, one.year):
            return True
        if key(name) in (key(one.name), *(key(spelling) for spelling in one.spellings)):
            return True
    return False


def _sharing_talks(named: list[Named]) -> list[tuple[int, int]]:
    """Pairs of names under which the same talks were given by the same people, the surest first."""
    by_talk: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(named):
        for talk in one.talks:
            by_talk[talk].append(index)
    common: Counter[tuple[int, int]] = Counter()
    for indices in by_talk.values():
        for pair in combinations(indices, 2):
            common[pair] += 1
    pairs = []
    for (a, b), count in common.items():
        fewer = min(len(named[a].talks), len(named[b].talks))
        share = count / fewer
        kin = bool(named[a].parts.words & named[b].parts.words)
        apart = _days_apart(named[a], named[b])
        enough = _SHARE_IN_COMMON if kin and apart is not None else 0.6
        if count >= TALKS_IN_COMMON and share >= enough and (apart or 0) <= DAYS_BETWEEN:
            pairs.append((-share, -count, a, b))
    return [(a, b) for *_, a, b in sorted(pairs)]
