"""What the index tells without a talk being read."""

from __future__ import annotations

from collections import Counter

from talkctl.search.rank import places_in_talks
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import FIELDS


def test_a_word_of_a_name_is_known_to_be_one(catalog: Catalog):
    """Only fields of names that may hold one of the words are told."""
    lookup = catalog.lookup
    assert lookup.fields_of_names(["torin"]) == ("speakers",)
    assert lookup.fields_of_names(["google"]) == ("orgs",)
    assert lookup.fields_of_names(["monitoring", "heap"]) == ()
    assert lookup.fields_of_names([]) == ()


def test_fields_that_no_talk_has_are_not_read(catalog: Catalog):
    """The small library has events, notes and bios, and so they count."""
    assert catalog.lookup.other_fields == ("event", "notes", "bios")


def test_dates_between_two_are_told_in_their_order(catalog: Catalog):
    """Both ends belong to it; a clock is no date."""
    lookup = catalog.lookup
    assert lookup.facet_keys("date", "20161108", "20161109") == ["20161108", "20161109"]
    assert lookup.facet_keys("date", "20161109", "2017") == ["20161109"]
    assert lookup.facet_keys("date", "2018", "2019") == []


def test_places_agree_with_the_texts(catalog: Catalog):
    """A word is counted in each field as often as the text of the talk has it."""
    numbers = catalog.talk_numbers()
    for word in ("istio", "debugging", "torin", "machine"):
        read = places_in_talks(catalog.lookup, [word], numbers)[word]
        counted = Counter(catalog.lookup.places(word))
        counts = {where: times for where, times in counted.items() if where[1] in FIELDS}
        assert counts == {where: len(positions) for where, positions in read.items()}
        assert counts


def test_passages_hold_the_fields_asked_for(catalog: Catalog):
    """Only these are read."""
    ((number, texts),) = catalog.lookup.passages([1], ("title", "abstract"))
    assert (number, sorted(texts)) == (1, ["abstract", "title"])
