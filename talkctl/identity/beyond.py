"""What an assembly leaves alone where it looks at a part of a library only.

A part is made of *open* records, which are joined anew, and of talks that are *kept*: joined as they
were, but some of the people on them are told apart anew with those on the others. The same rules
lead to the same library as if all of it had been looked at, as long as the part is chosen well: all
records of its events, and all talks of its people. Where it turns out that it was not,
:class:`Spread` is raised.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from talkctl.identity.past import RecordKey
from talkctl.model import EventName
from talkctl.record import Alias


class Spread(Exception):
    """What was to be kept may be touched as well: more must be looked at."""


class Billed(NamedTuple):
    """A person on a kept talk; whether they *stay* who they are, or are told apart anew."""

    id: str
    name: str
    billed_as: str
    org_certain: bool
    stays: bool


class Kept(NamedTuple):
    """A talk whose records are joined as they were."""

    talk: str
    event: EventName | None
    people: tuple[Billed, ...] = ()

    def staying(self, person: str) -> Billed | None:
        """The person with this id, if they stay who they are."""
        return next((one for one in self.people if one.id == person and one.stays), None)


class Beyond(NamedTuple):
    """What is kept, which ids and slugs are taken elsewhere, and what is called what there."""

    kept: Mapping[RecordKey, Kept] = {}
    talks: Container[str] = frozenset()
    slugs: Container[str] = frozenset()
    people: Container[str] = frozenset()
    events: Container[str] = frozenset()
    names_of_events: Container[tuple[str, int]] = frozenset()
    """Names run together, with their years, that lead to one event elsewhere."""
    person_aliases: Mapping[str, tuple[Alias, ...]] = {}
    event_aliases: Mapping[str, tuple[Alias, ...]] = {}


NOTHING = Beyond()
"""Beyond a part that is the whole."""


class Taken:
    """Ids that are given already, beyond the part that is looked at or within it.

    :class:`Spread` is raised if one is given in both.
    """

    def __init__(self, beyond: Container[str], given: Iterable[str] = ()) -> None:
        self._beyond = beyond
        self._given = set(given)
        if any(one in beyond for one in self._given):
            raise Spread

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._given or identifier in self._beyond

    def add(self, identifier: str) -> None:
        """Let *identifier* be given."""
        self._given.add(identifier)
