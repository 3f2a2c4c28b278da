"""People as they stand on single talks, and what is known of each there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from talkctl.identity.eventnames import read_event_name
from talkctl.identity.formats import family_of
from talkctl.identity.talks import Group
from talkctl.names import (
    is_particle,
    name_parts,
    org_key,
    plausibly_same,
    same_person,
    spellings_of,
)
from talkctl.record import Credit, Record
from talkctl.text import key, words

_COMPARED_BIO = 80
_LEAST_BIO = 40

_DEPARTMENTS = frozenset(
    "labs lab cloud research software technologies technology systems group foundation"
    " engineering platform international global studios team".split()
)

Uid = tuple[str, str, str]


@dataclass(slots=True)
class Figure:
    """One person on one talk, under all names the talk's records use."""

    talk: int
    event: str | None = None
    series: str | None = None
    """The event's name without its year: whoever comes back, comes back there."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Each name, with the first document that uses it."""
    places: list[tuple[int, str]] = field(default_factory=list)
    """Index of the record among all records, and the name there."""
    orgs: set[str] = field(default_factory=set)
    shared_orgs: set[str] = field(default_factory=set)
    bios: set[str] = field(default_factory=set)
    uids: set[Uid] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    """Who else is on the talk, by names run together."""


def figures_on(talks: Sequence[Group]) -> list[Figure]:
    """Everybody on every one of *talks*, in the order of the records and of the billing."""
    order = sorted(range(len(talks)), key=lambda n: talks[n].members[:1])
    return [figure for n in order for figure in _on_talk(n, talks[n])]


def _on_talk(talk: int, group: Group) -> list[Figure]:
    figures: list[Figure] = []
    members = group.members or range(len(group.records))
    for index, record in zip(members, group.records, strict=True):
        free = list(figures)
        for credit in record.speakers:
            figure = _met_before(credit, free, record, group)
            if figure is None:
                figure = Figure(talk, group.event.id if group.event else None, _series(record))
                figures.append(figure)
            else:
                free.remove(figure)
            _take(figure, credit, index, record, group)
        _take_bios(figures, index, record)
    keys = [_name_of(figure) for figure in figures]
    for place, figure in enumerate(figures):
        figure.beside = {other for n, other in enumerate(keys) if n != place}
    return figures


def _take_bios(figures: list[Figure], index: int, record: Record) -> None:
    """What *record* tells of each of *figures*, and the name above it if that is a whole one."""
    for bio in record.bios:
        figure = next((one for one in figures if bio.name in one.spellings), None)
        if figure:
            figure.bios.add(bio.text)
            if bio.heading and len(name_parts(bio.heading)) > 1:
                figure.spellings.setdefault(bio.heading, record.document)
                figure.places.append((index, bio.heading))


def _met_before(
    credit: Credit, figures: list[Figure], record: Record, group: Group
) -> Figure | None:
    """Whom of *figures* an account means by *credit*: the surest way to tell first."""
    uid = _uid(credit, record, group)
    for figure in figures:
        if uid and uid in figure.uids:
            return figure
    for like in (same_person, plausibly_same):
        for figure in figures:
            if any(like(credit.name, name) for name in figure.spellings):
                return figure
    return None


def _take(figure: Figure, credit: Credit, index: int, record: Record, group: Group) -> None:
    figure.places.append((index, credit.name))
    figure.spellings.setdefault(credit.name, record.document)
    if credit.org:
        (figure.shared_orgs if credit.org_shared else figure.orgs).update(_org_keys(credit.org))
    if uid := _uid(credit, record, group):
        figure.uids.add(uid)


def _org_keys(org: str) -> set[str]:
    bare = [word for word in words(org) if word not in _DEPARTMENTS]
    return {org_key(org), org_key(" ".join(bare))} if len("".join(bare)) > 3 else {org_key(org)}


def _uid(credit: Credit, record: Record, group: Group) -> Uid | None:
    """What tells a person within one system; small numbers only mean something at one event."""
    if not credit.uid:
        return None
    family = family_of(record.format)
    if is_worldwide(credit.uid):
        return family, "", credit.uid
    return family, group.event.id if group.event else record.document, credit.uid


def is_worldwide(uid: str) -> bool:
    """Whether *uid* tells a person in a whole system, not at one event alone."""
    return len(uid) >= 20 or "@" in uid or "://" in uid


def _series(record: Record) -> str | None:
    return read_event_name(record.event).core if record.event else None


def _name_of(figure: Figure) -> str:
    name = next(iter(figure.spellings), "")
    return "".join(sorted(name_parts(name)))


def name_keys(figure: Figure) -> set[str]:
    """Every name of *figure* run together, its parts in order, particles in the middle left out."""
    return {joined for name in figure.spellings for joined in run_together(name)}


def run_together(name: str) -> Iterator[str]:
    """Every spelling of *name* as :func:`name_keys` has it."""
    for parts in spellings_of(name):
        yield "".join(sorted(parts))
        yield "".join(sorted(without_particles(parts)))


def without_particles(parts: tuple[str, ...]) -> tuple[str, ...]:
    """*parts* of a name without the small words between the first and the last."""
    if len(parts) < 3:
        return parts
    return (parts[0], *(part for part in parts[1:-1] if not is_particle(part)), parts[-1])


def signs(figure: Figure) -> set[tuple[str, str]]:
    """What makes two bearers of one common name one person, if both have it."""
    found = {("org", org) for org in figure.orgs | figure.shared_orgs}
    found |= {("bio", bio) for bio in bio_keys(figure)}
    found |= {("uid", "\n".join(uid)) for uid in figure.uids}
    found |= {("beside", other) for other in figure.beside}
    return found


def bio_keys(figure: Figure) -> set[str]:
    """The beginnings of what is told of *figure*, long enough to be nobody else's."""
    return {
        key(bio[: 2 * _COMPARED_BIO])[:_COMPARED_BIO]
        for bio in figure.bios
        if len(bio) >= _LEAST_BIO
    }
