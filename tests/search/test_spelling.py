"""Which words a slip of the pen is traced back to."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkctl.search import spelling
from talkctl.store.catalog import Catalog


def likeliest(catalog: Catalog, typed: str) -> str | None:
    found = spelling.corrections(catalog.lookup, typed)
    return found[0].word if found else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("promethes", "prometheus"),
        ("prommetheus", "prometheus"),
        ("promwtheus", "prometheus"),
        ("promehteus", "prometheus"),
        ("rpometheus", "prometheus"),
        ("prmetheos", "prometheus"),
        ("msh", "mesh"),
    ],
)
def test_each_kind_of_slip_is_seen_through(catalog: Catalog, typed: str, meant: str):
    """A letter missing, too many, wrong or exchanged, the first one too, and two at once."""
    assert likeliest(catalog, typed) == meant


@pytest.mark.parametrize("typed", ["ab", "k9s", "msg", "brmetos", "xqzw"])
def test_what_is_too_far_from_every_word_is_left(catalog: Catalog, typed: str):
    """Nothing is made of very short words, of those with digits, or beyond the slips allowed."""
    assert likeliest(catalog, typed) is None


def test_the_commoner_word_is_likelier(catalog: Catalog):
    """Of two words one slip away that in more talks comes first."""
    guesses = {it.word: it.likelihood for it in spelling.corrections(catalog.lookup, "clusterr")}
    assert guesses["cluster"] > -1
    counts = catalog.lookup.counts(guesses)
    best = likeliest(catalog, "clusterr")
    assert best is not None
    assert counts[best] == max(counts.values())


@pytest.mark.parametrize("other", ["msh", "messh", "mush"])
def test_exchanged_neighbours_are_likelier_than_any_other_slip(catalog: Catalog, other: str):
    """``mehs`` is hardly a word by chance; so even a rare word may be meant beside a common one."""
    exchanged, differently = (
        next(guess for guess in spelling.corrections(catalog.lookup, typed) if guess.word == "mesh")
        for typed in ("mehs", other)
    )
    assert exchanged.likelihood > differently.likelihood


def test_one_slip_in_a_usual_word_needs_no_search_among_words(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
):
    """What is one slip away is asked of the index; the library for distances is not loaded."""
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    monkeypatch.setitem(sys.modules, "rapidfuzz.process", None)
    assert likeliest(catalog, "gogle") == "google"


@pytest.mark.parametrize(
    ("typed", "meant", "slips", "likely"),
    [
        ("istoi", "istio", 1, True),
        ("isitio", "istio", 1, True),
        ("meah", "mesh", 1, True),
        ("mesx", "mesh", 1, False),
        ("stove", "store", 1, False),
        ("tmesh", "mesh", 1, False),
        ("prometeos", "prometheus", 2, True),
        ("banana", "bandit", 2, False),
    ],
)
def test_likely_slips_are_those_that_fingers_make(typed: str, meant: str, slips: int, likely: bool):
    """A word that is merely like another is told from one with a slip in it."""
    assert spelling.likely_slip(typed, meant, slips) is likely


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_word_raises(catalog: Catalog, word: str):
    """Whatever is typed, guesses come likeliest first and each is a word of the library."""
    guesses = spelling.corrections(catalog.lookup, word)
    assert [it.likelihood for it in guesses] == sorted(it.likelihood for it in guesses)[::-1]
    assert set(catalog.lookup.counts(it.word for it in guesses)) == {it.word for it in guesses}
