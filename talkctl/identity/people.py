"""Which names are one person's.

Within one talk a slip of the pen, a short form or a first name alone is enough. Across talks the
names must be the same, or the same but for what stands between first and last name while a bio or
an organisation agrees. What pages cannot show, the corrections may say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from talkctl.identity.corrections import Corrections
from talkctl.identity.talks import Group
from talkctl.model import Alias, Person, Record
from talkctl.names import name_key, name_parts, plausibly_same, same_person
from talkctl.text import fold, key, slug

_HONOUR = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|mx|sir)\.?\s+)+", re.IGNORECASE)
_ODD_CASE = re.compile(r"[a-z][A-Z]+\b|^[A-Z\W]{6,}$|^[a-z\W\d]+$")
"""Letters in a case that names are not written in: ``CzarkowskI``, all capitals, all small."""


@dataclass(slots=True)
class _Figure:
    """One person on one talk, under all names the talk's records use."""

    talk: int
    spellings: dict[str, str] = field(default_factory=dict)
    orgs: set[str] = field(default_factory=set)
    bios: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class People:
    """All people, who each name on each talk is, and the names they go by."""

    people: tuple[Person, ...]
    aliases: dict[str, tuple[Alias, ...]]
    on_talk: dict[tuple[int, str], str]
    """(index of the talk, name as spelt there) -> the person's id."""
    names: dict[str, str]
    """The person's id -> the name to show."""


def gather_people(groups: list[Group], corrections: Corrections) -> People:
    """The people on *groups*, which are the talks in their order."""
    figures = [figure for n, group in enumerate(groups) for figure in _figures(n, group.records)]
    clusters = _cluster(figures, corrections)
    people, aliases, on_talk, taken = [], {}, {}, set[str]()
    for cluster in clusters:
        name = _best_name(cluster)
        identifier = _identifier(name, taken)
        taken.add(identifier)
        others = _other_names(name, cluster, corrections)
        people.append(Person(identifier, name, tuple(alias.name for alias in others)))
        aliases[identifier] = others
        for figure in cluster:
            for spelling in figure.spellings:
                on_talk[figure.talk, spelling] = identifier
    names = {person.id: person.name for person in people}
    return People(tuple(people), aliases, on_talk, names)


def _figures(talk: int, records: list[Record]) -> list[_Figure]:
    figures: list[_Figure] = []
    for record in records:
        mine: list[_Figure] = []
        for credit in record.speakers:
            figure = next(
                (
                    one
                    for one in figures
                    if one not in mine
                    and any(plausibly_same(credit.name, name) for name in one.spellings)
                ),
                None,
            )
            if figure is None:
                figure = _Figure(talk)
                figures.append(figure)
            mine.append(figure)
            figure.spellings.setdefault(credit.name, record.document)
            if credit.org and not credit.org_shared:
                figure.orgs.add(key(credit.org))
        for bio in record.bios:
            for figure in figures:
                if bio.name in figure.spellings:
                    figure.bios.add(bio.text)
                    if bio.heading and len(name_parts(bio.heading)) > 1:
                        figure.spellings.setdefault(bio.heading, record.document)
                    break
    return figures


def _cluster(figures: list[_Figure], corrections: Corrections) -> list[list[_Figure]]:
    """*figures* of one person together, in the order in which each person is first met."""
    parent = list(range(len(figures)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def unite(one: int, other: int) -> None:
        first, second = sorted((root(one), root(other)))
        parent[second] = first

    by_name: dict[str, list[int]] = defaultdict(list)
    by_ends: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        for spelling in figure.spellings:
            parts = name_parts(spelling)
            by_name["".join(sorted(parts))].append(index)
            if len(parts) > 1:
                by_ends[parts[0], parts[-1]].append(index)
    for same in by_name.values():
        for other in same[1:]:
            unite(same[0], other)
    for alike in by_ends.values():
        for position, one in enumerate(alike):
            for other in alike[position + 1 :]:
                if root(one) != root(other) and _certainly(figures[one], figures[other]):
                    unite(one, other)
    for facts in corrections.people:
        meant = [
            index
            for name in (facts.name, *facts.aliases)
            for index in by_name.get("".join(sorted(name_parts(name))), ())
        ]
        for other in meant[1:]:
            unite(meant[0], other)
    clusters: dict[int, list[_Figure]] = defaultdict(list)
    for index, figure in enumerate(figures):
        clusters[root(index)].append(figure)
    return list(clusters.values())


def _certainly(one: _Figure, other: _Figure) -> bool:
    if not (one.orgs & other.orgs or one.bios & other.bios):
        return False
    return any(same_person(a, b) for a in one.spellings for b in other.spellings)


def _best_name(cluster: list[_Figure]) -> str:
    """The name to show: written as names are, as often billed as any, and in full."""
    counts = Counter(name for figure in cluster for name in figure.spellings)
    spellings = {_HONOUR.sub("", name).strip() or name: count for name, count in counts.items()}
    first = next(iter(spellings))
    kin = [name for name in spellings if same_person(name, first)] or [first]

    def rank(name: str) -> tuple[bool, int, int, int]:
        full = sum(len(part) for part in name_parts(name))
        return bool(_ODD_CASE.search(name)), -full, -spellings[name], kin.index(name)

    return min(kin, key=rank)


def _identifier(name: str, taken: set[str]) -> str:
    base = slug(name)
    identifier, number = base, 2
    while identifier in taken:
        identifier, number = f"{base}-{number}", number + 1
    return identifier


def _other_names(name: str, cluster: list[_Figure], corrections: Corrections) -> tuple[Alias, ...]:
    found = {
        spelling: document
        for figure in cluster
        for spelling, document in figure.spellings.items()
        if spelling != name
    }
    known = {name_key(name), *(name_key(spelling) for spelling in found)}
    for facts in corrections.people:
        if known.intersection(name_key(other) for other in (facts.name, *facts.aliases)):
            for other in (facts.name, *facts.aliases):
                if fold(other) != fold(name):
                    found.setdefault(other, corrections.document)
    return tuple(Alias(spelling, document) for spelling, document in sorted(found.items()))
