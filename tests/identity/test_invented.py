"""What joining is worth: measured on invented conferences whose truth is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations

import pytest

from talkctl.identity import assemble
from talkctl.names import plausibly_same
from talkctl.record import Catalogue
from tests.identity.tellings import Told, conference, together

LEAST_PRECISION = 499 / 500
LEAST_RECALL = 0.95


def _library(seed: int) -> Told:
    return together(
        conference(seed),
        conference(seed, year=2019),
        conference(seed, name="Basalt Days", talks=40),
    )


@pytest.fixture(scope="module")
def libraries() -> list[tuple[Told, Catalogue]]:
    """Some libraries of three events each, as told and as assembled."""
    return [(told, assemble(told.documents)) for told in map(_library, range(6))]


def _pairs(groups: Mapping[Hashable, Hashable]) -> set[tuple[Hashable, Hashable]]:
    """All pairs of keys that have one value."""
    members: dict[Hashable, list[Hashable]] = defaultdict(list)
    for key, value in groups.items():
        members[value].append(key)
    return {pair for some in members.values() for pair in combinations(sorted(some), 2)}  # type: ignore[type-var]


def _talks(catalogue: Catalogue) -> dict[Hashable, Hashable]:
    return {
        (record.document, record.first_line): joined.talk.id
        for joined in catalogue.talks
        for record in joined.records
    }


def _people(catalogue: Catalogue, told: Told) -> dict[Hashable, Hashable]:
    found: dict[Hashable, Hashable] = {}
    for joined in catalogue.talks:
        for record in joined.records:
            for credit in record.speakers:
                for one in joined.talk.speakers:
                    if plausibly_same(credit.name, one.billed_as):
                        found[record.document, record.first_line, credit.name] = one.id
                        break
    return {key: value for key, value in found.items() if key in told.person_of}


def test_records_are_joined_rightly_and_nearly_all_of_them(
    libraries: list[tuple[Told, Catalogue]],
) -> None:
    """At most one wrong join in five hundred, and 95 of a hundred true ones."""
    true = found = right = 0
    for told, catalogue in libraries:
        truth, joined = _pairs(told.talk_of), _pairs(_talks(catalogue))
        true, found, right = true + len(truth), found + len(joined), right + len(truth & joined)
    assert found > 900
    assert right / found >= LEAST_PRECISION
    assert right / true >= LEAST_RECALL


def test_people_are_told_apart_and_found_again(libraries: list[tuple[Told, Catalogue]]) -> None:
    """So it is with the names that stand on the records."""
    true = found = right = 0
    for told, catalogue in libraries:
        named = _people(catalogue, told)
        truth = _pairs({key: told.person_of[key] for key in named})  # type: ignore[index]
        joined = _pairs(named)
        true, found, right = true + len(truth), found + len(joined), right + len(truth & joined)
    assert right / found >= 0.99
    assert right / true >= LEAST_RECALL


def test_an_event_is_one_under_all_its_names(libraries: list[tuple[Told, Catalogue]]) -> None:
    """A slug, an apostrophe for the century, Conference and Videos make no other event."""
    for _, catalogue in libraries:
        assert len(catalogue.events) == 3


def test_the_order_in_which_documents_come_does_not_count() -> None:
    """The same documents give the same catalogue."""
    documents = _library(7).documents
    assert assemble(documents) == assemble(documents[::-1])
