"""Which talk is meant."""

from __future__ import annotations

from talkctl.search.resolve import resolve
from talkctl.store.catalog import Catalog


def test_an_id_its_beginning_and_a_slug_name_a_talk(catalog: Catalog):
    """An id, a beginning no other id has, and a slug are the talk itself."""
    (talk,) = catalog.talks([3])
    assert resolve(catalog, talk.id).number == 3
    assert resolve(catalog, talk.id.upper()).number == 3
    assert resolve(catalog, talk.id[:5]).number == 3
    assert resolve(catalog, talk.slug).number == 3


def test_words_name_the_clear_best_hit(catalog: Catalog):
    """A title, its beginning, or words that point to one talk are that talk."""
    assert resolve(catalog, "Istio: Weaving the Service Mesh").number == 1
    assert resolve(catalog, "weaving mesh").number == 1
    assert resolve(catalog, "prometheus").number == 4


def test_unclear_words_bring_candidates(catalog: Catalog):
    """Words that fit several talks alike bring these, and no number."""
    found = resolve(catalog, "google")
    assert found.number is None
    assert {"Istio: Weaving the Service Mesh", "ConfigMaps for Everybody"} <= {
        talk.title for talk in found.candidates
    }


def test_nonsense_brings_nothing(catalog: Catalog):
    """What stands for nothing brings neither talk nor candidates."""
    assert resolve(catalog, "zzzxqv").number is None
    assert resolve(catalog, "zzzxqv").candidates == ()
