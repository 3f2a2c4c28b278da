"""Whom a name means."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkctl.search.people import find_people
from talkctl.store.catalog import Catalog


def names(catalog: Catalog, typed: str) -> list[str]:
    return [person.name for person in find_people(catalog, typed)[0]]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Torin Sandall", "Torin Sandall"),
        ("sandall torin", "Torin Sandall"),
        ("torin sandal", "Torin Sandall"),
        ("thorin sandel", "Torin Sandall"),
        ("torinsandall", "Torin Sandall"),
        ("SANDALL", "Torin Sandall"),
        ("T. Sandall", "Torin Sandall"),
        ("carlos perez", "Carlos Pérez-Aradros"),
        ("Perez-Aradros", "Carlos Pérez-Aradros"),
        ("aj hunyady", "A.J. Hunyady"),
        ("A. J. Hunyady", "A.J. Hunyady"),
        ("difazio", "Raffaele di Fazio"),
        ("raffaele difazio", "Raffaele di Fazio"),
        ("fazio", "Raffaele di Fazio"),
        ("Dr. Tom Wilkie", "Tom Wilkie"),
        ("thomas wilkie", "Tom Wilkie"),
        ("rajagoplan", "Shriram Rajagopalan"),
        ("luis ryan", "Louis Ryan"),
        ("raphaele fazio", "Raffaele di Fazio"),
        ("joseph beda", "Joe Beda"),
        ("luigi ryan", "Louis Ryan"),
        ("rajago palan", "Shriram Rajagopalan"),
        ("thomas wilky", "Tom Wilkie"),
        ("carlie perez", "Carlos Pérez-Aradros"),
    ],
)
def test_one_who_is_clearly_meant_comes_alone(catalog: Catalog, typed: str, name: str):
    """Order, accents, initials, joined particles, short forms and slips do not matter."""
    assert names(catalog, typed) == [name]


def test_a_first_name_brings_every_namesake(catalog: Catalog):
    """A name that several bear finds them all."""
    assert names(catalog, "eric") == ["Eric Brewer", "Eric Tune"]


@pytest.mark.parametrize(
    "typed",
    ["Zzyzx Qwopovich", "torin qwopovich", "pietro ryan", "wilky beda", "xy beda", "", "—", "x"],
)
def test_an_invented_name_is_nobodys(catalog: Catalog, typed: str):
    """A name with a word that nobody bears finds nobody."""
    assert names(catalog, typed) == []


def test_a_slip_is_said(catalog: Catalog):
    """Whom a misspelt name was taken for is said; a well spelt one needs no words."""
    assert "Torin Sandall" in find_people(catalog, "torin sandal")[1][0]
    assert find_people(catalog, "Torin Sandall")[1] == ()


def test_scores_tell_how_well_a_name_fits(catalog: Catalog):
    """A name as written has 1, one with a slip less."""
    assert find_people(catalog, "Torin Sandall")[0][0].score == 1.0
    assert 0 < (find_people(catalog, "torin sandal")[0][0].score or 0) < 1


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_name_raises(catalog: Catalog, typed: str):
    """Whatever is typed is answered, and twice in the same way."""
    assert find_people(catalog, typed) == find_people(catalog, typed)
