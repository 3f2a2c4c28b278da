"""Which names are one person's.

Within one talk a slip of the pen, a short form or a first name alone is enough. Across talks the
names must be the same, or the same but for what stands between first and last name, or a short form
of each other, while a bio or an organisation agrees. A name that many people bear (David Smith) is
one person's only where a company, a bio, a colleague on the talk or an event agrees. What documents
cannot show, the corrections and the user's decisions may say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from talkctl.identity.beyond import Taken
from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decisions, meant, wishes_about_people
from talkctl.identity.figures import Figure, figures_on, name_keys, signs
from talkctl.identity.past import PersonKey, RecordKey, claimed
from talkctl.identity.personnames import best_name, free_id, is_common, other_names
from talkctl.identity.sets import Sets
from talkctl.identity.staying import without_staying
from talkctl.identity.talks import Group
from talkctl.model import Person
from talkctl.names import (
    called_for_short,
    name_key,
    name_parts,
    same_person,
    short_form,
    spellings_of,
)
from talkctl.nicknames import nicknames
from talkctl.record import Alias

_MOST_ALIKE = 60
"""Where more people than this are on one talk, they are not compared each with each."""


@dataclass(frozen=True, slots=True)
class People:
    """All people, who each name on each talk is, and the names they go by."""

    people: tuple[Person, ...]
    aliases: dict[str, tuple[Alias, ...]]
    on_talk: dict[tuple[int, str], str]
    """(index of the talk, name as spelt there) -> the person's id."""
    names: dict[str, str]
    """The person's id -> the name to show."""


def gather_people(
    groups: Sequence[Group],
    corrections: Corrections,
    decisions: Decisions = (),
    keys: Sequence[RecordKey] = (),
    past: Mapping[PersonKey, str] | None = None,
    beyond: Container[str] = frozenset(),
) -> People:
    """The people on *groups*, which are the talks in their order; *keys* are those of all records.

    *beyond* are ids of people on other talks.
    """
    figures, on_talk, names = without_staying(figures_on(groups), groups, keys, past or {})
    places = {
        (keys[index], name): n
        for n, figure in enumerate(figures)
        for index, name in figure.places
        if index < len(keys)
    }
    clusters = cluster(figures, corrections, decisions, places)
    also = _given_by_user(decisions, places, clusters)
    claims = _claims(clusters, figures, keys, past or {})
    people, aliases = [], {}
    taken = Taken(beyond, filter(None, claims))
    for n, members in enumerate(clusters):
        mine = [figures[index] for index in members]
        name = best_name(mine)
        identifier = claims[n] or free_id(name, taken)
        taken.add(identifier)
        others = other_names(name, mine, corrections, also.get(n, ()))
        people.append(Person(identifier, name, tuple(alias.name for alias in others)))
        aliases[identifier] = others
        names[identifier] = name
        for figure in mine:
            for spelling in figure.spellings:
                on_talk[figure.talk, spelling] = identifier
    return People(tuple(people), aliases, on_talk, names)


def cluster(
    figures: list[Figure],
    corrections: Corrections,
    decisions: Decisions = (),
    places: Mapping[PersonKey, int] | None = None,
) -> list[list[int]]:
    """*figures* of one person together, in the order in which each person is first met."""
    sets = Sets(len(figures))
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        for name in sorted(name_keys(figure)):
            by_name[name].append(index)
    wishes = wishes_about_people(decisions, places or {})
    for one, other in wishes.different:
        sets.keep_apart(one, other)
    for one, other in wishes.same:
        sets.unite(one, other)
    _unite_aliases(sets, by_name, decisions, places or {})
    _unite_corrected(sets, by_name, corrections)
    _unite_by_uid(sets, figures)
    _keep_apart_on_talks(sets, figures)
    for alike in by_name.values():
        if len(alike) > 1:
            _unite_bearers(sets, figures, alike)
    _unite_nicknamed(sets, figures, by_name)
    _unite_kin(sets, figures)
    return sets.in_order()


def _unite_aliases(
    sets: Sets,
    by_name: Mapping[str, list[int]],
    decisions: Decisions,
    places: Mapping[PersonKey, int],
) -> None:
    """Whoever bears a name that the user gave to somebody is that person."""
    for decision in decisions:
        found = [meant(anchor, places) for anchor in decision.subjects]
        person = next((index for index in found if index is not None), None)
        if decision.kind == "alias" and person is not None:
            for name in decision.names:
                for index in by_name.get("".join(sorted(name_parts(name))), ()):
                    sets.unite(person, index)


def _unite_corrected(
    sets: Sets, by_name: Mapping[str, list[int]], corrections: Corrections
) -> None:
    for facts in corrections.people:
        found = [
            index
            for name in (facts.name, *facts.aliases)
            for index in by_name.get("".join(sorted(name_parts(name))), ())
        ]
        for other in found[1:]:
            sets.unite(found[0], other)


def _unite_by_uid(sets: Sets, figures: list[Figure]) -> None:
    first: dict[tuple[str, str, str], int] = {}
    for index, figure in enumerate(figures):
        for uid in sorted(figure.uids):
            sets.unite(first.setdefault(uid, index), index)


def _keep_apart_on_talks(sets: Sets, figures: list[Figure]) -> None:
    """Two names on one talk are two people, unless they are one name."""
    on_talk: dict[int, list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        on_talk[figure.talk].append(index)
    for together in on_talk.values():
        for one, other in combinations(together[:_MOST_ALIKE], 2):
            if not same_person(_fullest(figures[one]), _fullest(figures[other])):
                sets.keep_apart(one, other)


def _fullest(figure: Figure) -> str:
    return max(figure.spellings, key=lambda name: len(name_key(name)))


def _unite_bearers(sets: Sets, figures: list[Figure], alike: list[int]) -> None:
    """Those of one name: one person, unless many people are called so."""
    name = next(iter(figures[alike[0]].spellings))
    if not is_common(name):
        for other in alike[1:]:
            sets.unite(alike[0], other)
        return
    first: dict[tuple[str, str], int] = {}
    for index in alike:
        for sign in sorted(signs(figures[index])):
            sets.unite(first.setdefault(sign, index), index)
    _unite_where_nothing_is_against_it(sets, figures, alike)


def _unite_where_nothing_is_against_it(sets: Sets, figures: list[Figure], alike: list[int]) -> None:
    """Bearers of a common name of whom no company is told, at an event or series they share."""
    for place in ("event", "series"):
        bearers: dict[str, list[int]] = defaultdict(list)
        for index in alike:
            if where := getattr(figures[index], place):
                bearers[where].append(index)
        for there in bearers.values():
            _unite_unless_orgs_differ(sets, figures, alike, there)
    _unite_unless_orgs_differ(sets, figures, alike, alike)


def _unite_unless_orgs_differ(
    sets: Sets, figures: list[Figure], alike: list[int], there: list[int]
) -> None:
    """Unite *there* where at most one company is told among them."""
    told = {sets.set_of(index) for index in there if _orgs_of_set(sets, figures, alike, index)}
    if len(told) <= 1:
        for other in there[1:]:
            sets.unite(there[0], other)


def _orgs_of_set(sets: Sets, figures: list[Figure], alike: list[int], index: int) -> bool:
    return any(
        figures[other].orgs or figures[other].shared_orgs
        for other in alike
        if sets.together(index, other)
    )


def _unite_nicknamed(sets: Sets, figures: list[Figure], by_name: Mapping[str, list[int]]) -> None:
    """Robert “Bob” Doe is the only Bob Doe there is."""
    for index, figure in enumerate(figures):
        for parts in (parts for name in figure.spellings for parts in called_for_short(name)):
            found = by_name.get("".join(sorted(parts)), [])
            if len({sets.set_of(other) for other in found}) == 1 and not is_common(" ".join(parts)):
                sets.unite(index, found[0])


def _unite_kin(sets: Sets, figures: list[Figure]) -> None:
    """Those whose names are one but for a middle name or a short form, where something agrees."""
    blocks: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        agreeing = sorted(signs(figure))
        for family, given in sorted(_family_and_given(figure)):
            for kind, sign in agreeing:
                blocks[family, given, kind, sign].append(index)
    for (*_, kind, _sign), block in blocks.items():
        alike = _unlike_in_name(sets, figures, block)
        for one, other in combinations(alike, 2):
            if sets.together(one, other) or not _kin(figures[one], figures[other], kind):
                continue
            if not _ambiguous(sets, figures, alike, one, other):
                sets.unite(one, other)


def _unlike_in_name(sets: Sets, figures: list[Figure], block: list[int]) -> list[int]:
    """The first of those in *block* who are one person under the same names."""
    found: dict[tuple[int, frozenset[str]], int] = {}
    for index in block:
        found.setdefault((sets.set_of(index), frozenset(figures[index].spellings)), index)
    return list(found.values())


def _family_and_given(figure: Figure) -> set[tuple[str, str]]:
    return {found for name in figure.spellings for found in family_and_given(name)}


def family_and_given(name: str) -> Iterator[tuple[str, str]]:
    """The last part of *name*, and the letters the first may begin with; of each spelling."""
    for parts in spellings_of(name):
        if len(parts) > 1:
            for given in (parts[0], *nicknames(parts[0])):
                yield parts[-1], given[0]


def _kin(one: Figure, other: Figure, sign: str) -> bool:
    """Whether names of two figures that share a *sign* are one person's for certain."""
    for name in one.spellings:
        for another in other.spellings:
            if sign != "beside" and same_person(name, another):
                return True
            if _short_for(name, another) and not (is_common(name) and is_common(another)):
                return True
    return False


def may_be_kin(one: str, other: str) -> bool:
    """Whether one person may bear both names, if something else agrees."""
    return same_person(one, other) or _short_for(one, other)


def _short_for(one: str, other: str) -> bool:
    """Whether two names differ by a given name that is short for the other's."""
    first, second = name_parts(one), name_parts(other)
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return False
    return first[0] != second[0] and short_form(first[0], second[0])


def _ambiguous(sets: Sets, figures: list[Figure], alike: list[int], one: int, other: int) -> bool:
    """Whether an initial might stand for somebody else just as well."""
    for short, full in ((one, other), (other, one)):
        if any(len(name_parts(name)[0]) == 1 for name in figures[short].spellings):
            for rival in alike:
                if (
                    rival in (short, full)
                    or sets.together(rival, full)
                    or sets.together(rival, short)
                ):
                    continue
                if any(
                    _short_for(a, b)
                    for a in figures[short].spellings
                    for b in figures[rival].spellings
                ):
                    return True
    return False


def _claims(
    clusters: list[list[int]],
    figures: list[Figure],
    keys: Sequence[RecordKey],
    past: Mapping[PersonKey, str],
) -> list[str | None]:
    """For each person the id that most of their names had, if nobody has a better claim to it."""
    if not past:
        return [None] * len(clusters)
    order = {place: n for n, place in enumerate(past)}
    renamed = _renamed(figures, keys, past)
    wanted: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n, members in enumerate(clusters):
        for index in members:
            for record, name in figures[index].places:
                place = keys[record], name
                if place in order:
                    wanted[n, past[place]].append(order[place])
                elif place in renamed:
                    wanted[n, renamed[place]].append(len(order))
    best = sorted(wanted, key=lambda claim: (-len(wanted[claim]), min(wanted[claim]), claim))
    return claimed(best, len(clusters))


def _renamed(
    figures: list[Figure], keys: Sequence[RecordKey], past: Mapping[PersonKey, str]
) -> dict[PersonKey, str]:
    """Names that stand in a record in place of one that is gone, with the id of that one."""
    before: dict[RecordKey, set[str]] = defaultdict(set)
    for record, name in past:
        before[record].add(name)
    now: dict[RecordKey, set[str]] = defaultdict(set)
    for figure in figures:
        for index, name in figure.places:
            now[keys[index]].add(name)
    found = {}
    for record, names in now.items():
        gone, new = before.get(record, set()) - names, names - before.get(record, set())
        if len(gone) == len(new) == 1:
            found[record, new.pop()] = past[record, gone.pop()]
    return found


def _given_by_user(
    decisions: Decisions, places: Mapping[PersonKey, int], clusters: list[list[int]]
) -> dict[int, tuple[str, ...]]:
    """For clusters the names that the user gave to one of them."""
    cluster_of = {index: n for n, members in enumerate(clusters) for index in members}
    found: dict[int, tuple[str, ...]] = {}
    for decision in decisions:
        if decision.kind == "alias":
            for anchor in decision.subjects:
                index = meant(anchor, places)
                if index is not None:
                    n = cluster_of[index]
                    found[n] = tuple(dict.fromkeys(found.get(n, ()) + decision.names))
    return found
