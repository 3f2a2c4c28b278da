"""Filters: what they let through, what values are taken for, and what is refused."""

from __future__ import annotations

import pytest

from talkctl.errors import UsageError
from talkctl.search.answer import search
from talkctl.search.filters import nearest_values
from talkctl.search.find import select
from talkctl.search.question import Filters, Question
from talkctl.store.catalog import Catalog


def count(catalog: Catalog, **filters) -> int:
    return len(select(catalog, Filters(**filters))[0])


@pytest.mark.parametrize(
    ("filters", "talks"),
    [
        ({"event": ("kubecon",)}, 6),
        ({"event": ("KubeCon Austin",)}, 6),
        ({"event": ("nodeconf-2016",)}, 3),
        ({"org": ("google",)}, 4),
        ({"org": ("gogle",)}, 4),
        ({"speaker": ("Torin Sandall",)}, 2),
        ({"speaker": ("sandal torin",)}, 2),
        ({"kind": ("keynotes",)}, 1),
        ({"kind": ("social",)}, 1),
        ({"kind": ("poster",)}, 0),
        ({"level": ("begin",)}, 2),
        ({"level": ("beginner", "advanced")}, 3),
        ({"room": ("ballroom b",)}, 1),
        ({"room": ("salom",)}, 2),
        ({"year": ("2016",)}, 3),
        ({"year": ("2017",)}, 6),
        ({"day": ("2",)}, 2),
        ({"day": ("2016-11-09",)}, 2),
        ({"day": ("tuesday",)}, 1),
        ({"day": ("9 nov",)}, 2),
        ({"day": ("November 9",)}, 2),
        ({"day": ("9.11.2016",)}, 2),
        ({"since": "2016-11-09"}, 8),
        ({"until": "2016-11-08"}, 1),
        ({"since": "2016", "until": "2016-11"}, 3),
        ({"since": "2016", "until": "2016"}, 3),
        ({"since": "2017"}, 6),
        ({"since": "2016-11-09", "until": "2017-12-08"}, 2),
        ({"since": "14:00"}, 3),
        ({"since": "2pm"}, 3),
        ({"since": "14:00", "until": "14:30"}, 1),
        ({"has": ("video", "time")}, 3),
        ({"has": ("notes",)}, 1),
        ({"has": ("transcript",)}, 0),
        ({"event": ("kubecon",), "level": ("intermediate",), "org": ("google",)}, 2),
    ],
)
def test_filters_let_through(catalog: Catalog, filters: dict, talks: int):
    """Each filter alone, and several together, let through what they should."""
    assert count(catalog, **filters) == talks


@pytest.mark.parametrize(
    ("filters", "nearest"),
    [
        ({"event": ("fosdem",)}, "NodeConf"),
        ({"org": ("gugel cloud",)}, "Google Cloud"),
        ({"speaker": ("torin qqqqq",)}, "Torin Sandall"),
        ({"kind": ("qqqq",)}, "keynote"),
        ({"year": ("1999",)}, "2016, 2017"),
        ({"day": ("9",)}, "1, 2"),
        ({"day": ("9 may",)}, "2016-11-09"),
        ({"day": ("tomorow",)}, "neither a date"),
        ({"since": "2031"}, "2016-11-08 to 2017"),
        ({"since": "soon"}, "not"),
        ({"track": ("web",)}, "no talk of the library has any"),
    ],
)
def test_a_value_nothing_meets_names_the_nearest(catalog: Catalog, filters: dict, nearest: str):
    """A value that matches nothing is a usage error which names what there is."""
    if nearest == "not":
        nearest = "nor an hour"
    with pytest.raises(UsageError, match=nearest):
        count(catalog, **filters)


def test_what_a_name_was_taken_for_is_said(catalog: Catalog):
    """A name not spelt as in the library is reported with its spelling there."""
    _, messages = select(catalog, Filters(org=("gogle",), speaker=("sandal",)))
    assert any("Google" in message for message in messages)
    assert any("Torin Sandall" in message for message in messages)


def test_filters_narrow_a_query(catalog: Catalog):
    """A query and a filter both have to hold."""
    found = search(catalog, Question("istio", Filters(speaker=("sandall",))))
    assert [hit.talk.title for hit in found.hits] == ["Istio's Mixer: Policy Enforcement"]


def test_facts_in_a_query_filter_too(catalog: Catalog):
    """``level:`` and the like narrow a query; a wrong value there is said and finds nothing."""
    found = search(catalog, Question("level:advanced prometheus"))
    assert [hit.talk.title for hit in found.hits] == ["Operating Prometheus at Scale"]
    wrong = search(catalog, Question("year:1999 istio"))
    assert wrong.hits == ()
    assert "1999" in wrong.messages[0]


def test_an_excluded_fact_leaves_out(catalog: Catalog):
    """``-kind:keynote`` leaves keynotes out."""
    assert search(catalog, Question("-kind:keynote", limit=0)).total == 8


def test_the_years_nearest_to_one_are_those_around_it() -> None:
    """Years are compared as numbers, words by their letters; a number without end is a word."""
    years = [str(year) for year in range(2010, 2026)]
    assert nearest_values("2009", years)[:3] == ["2010", "2011", "2012"]
    assert nearest_values("9" * 5000, years)
    assert nearest_values("gogle", ["Apple", "Google", *"abcdefgh"])[0] == "Google"
