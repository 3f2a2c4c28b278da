"""What a person is called: the name to show, the id that follows from it, the other names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from talkctl.identity.corrections import Corrections
from talkctl.identity.events import DECIDED
from talkctl.identity.figures import Figure
from talkctl.model import Alias
from talkctl.names import name_key, name_parts, same_person
from talkctl.text import fold, slug

_HONOUR = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|mx|sir)\.?\s+)+", re.IGNORECASE)
_ODD_CASE = re.compile(r"[a-z][A-Z]+\b|^[A-Z\W]{6,}$|^[a-z\W\d]+$|,")
"""Letters in a case that names are not written in: ``CzarkowskI``, all capitals, all small."""


def best_name(cluster: list[Figure]) -> str:
    """The name to show: written as names are, as often billed as any, and in full."""
    counts = Counter(name for figure in cluster for name in figure.spellings)
    spellings = {_HONOUR.sub("", name).strip() or name: count for name, count in counts.items()}
    first = next(iter(spellings))
    kin = [name for name in spellings if same_person(name, first)] or [first]

    def rank(name: str) -> tuple[bool, int, int, int]:
        full = sum(len(part) for part in name_parts(name))
        return bool(_ODD_CASE.search(name)), -full, -spellings[name], kin.index(name)

    return min(kin, key=rank)


def free_id(name: str, taken: set[str]) -> str:
    """The id that follows from *name*, with a number behind it if it is *taken*."""
    base = slug(name)
    identifier, number = base, 2
    while identifier in taken:
        identifier, number = f"{base}-{number}", number + 1
    return identifier


def other_names(
    name: str, cluster: list[Figure], corrections: Corrections, given: Sequence[str]
) -> tuple[Alias, ...]:
    """Every name of a person but *name*, with where it is from; *given* are those of the user."""
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
    for other in given:
        if fold(other) != fold(name):
            found.setdefault(other, DECIDED)
    return tuple(Alias(spelling, document) for spelling, document in sorted(found.items()))
