"""What the index tells without a talk being read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import token
from tests.search.conftest import library_of


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """The small library of the tests of the search."""
    with library_of(tmp_path_factory.mktemp("library")) as opened:
        yield opened


def test_a_word_of_a_name_is_known_to_be_one(catalog: Catalog) -> None:
    """Only fields of names that may hold one of the words are told."""
    lookup = catalog.lookup
    assert lookup.fields_of_names(["torin"]) == ("speakers",)
    assert lookup.fields_of_names(["google"]) == ("orgs",)
    assert lookup.fields_of_names(["monitoring", "heap"]) == ()
    assert lookup.fields_of_names([]) == ()


def test_fields_that_no_talk_has_are_not_read(catalog: Catalog) -> None:
    """The small library has events, notes and bios, and so they count."""
    assert catalog.lookup.other_fields == ("event", "notes", "bios")


def test_dates_between_two_are_told_in_their_order(catalog: Catalog) -> None:
    """Both ends belong to it; a clock is no date."""
    lookup = catalog.lookup
    assert lookup.facet_keys("date", "20161108", "20161109") == ["20161108", "20161109"]
    assert lookup.facet_keys("date", "20161109", "2017") == ["20161109"]
    assert lookup.facet_keys("date", "2018", "2019") == []


def test_passages_hold_the_fields_asked_for(catalog: Catalog) -> None:
    """Only these are read."""
    ((number, texts),) = catalog.lookup.passages([1], ("title", "abstract"))
    assert (number, sorted(texts)) == (1, ["abstract", "title"])


def test_words_and_facets_are_counted_alike(catalog: Catalog) -> None:
    """What no talk has is left out."""
    beginners, nobody = token("level", "beginner"), token("level", "nobody")
    assert catalog.lookup.counts(["istio", beginners, "zzz", nobody]) == {"istio": 2, beginners: 2}
    assert catalog.lookup.counts([]) == {}
