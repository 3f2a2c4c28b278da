"""The talk that others are compared with, and what counts in a comparison."""

from __future__ import annotations

from typing import NamedTuple

from talkctl.search.series import Part, part
from talkctl.search.telling import Family, Phrase, Wording, telling_families, wording, wording_in
from talkctl.store.lookup import Lookup
from talkctl.store.traits import Traits, traits
from talkctl.text import words

PERSON, SECOND_PERSON, PART, TRACK, EVENT = 0.9, 0.3, 4.0, 0.25, 0.05
"""What is worth as much as so many words that stand in hardly any other talk."""


class Subject(NamedTuple):
    """The talk that others are compared with."""

    traits: Traits
    said: Wording
    families: dict[str, Family]
    known: dict[str, str]
    part: Part
    spoken: frozenset[Phrase]
    """What it says itself, and not only the names of its track and tags."""


def subject_of(lookup: Lookup, number: int) -> Subject | None:
    """What is known of talk *number*, if there is one."""
    found = traits(lookup, [number])
    if not found:
        return None
    said = wording(found[0].texts)
    names = {word for name in found[0].people.values() for word in words(name)}
    families = telling_families(lookup, said, names)
    known = {word: one for one, forms in said.words.items() for word in forms}
    known |= {word: one for one, family in families.items() for word in family.words}
    own = wording_in(found[0].texts | {"topics": ""}, known)
    spoken = frozenset([*((family,) for family in own.families), *own.pairs])
    return Subject(found[0], said, families, known, part(found[0].title), spoken)


def pair_weight(subject: Subject, pair: Phrase) -> float:
    """How much two words side by side tell, as far as they tell anything alone."""
    weights = [subject.families[one].weight for one in pair if one in subject.families]
    return sum(weights) / 2
