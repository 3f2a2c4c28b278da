"""A library too large to score every talk answers by the same promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from talkctl.search import answer, find
from talkctl.search.answer import search
from talkctl.search.bounded import RARE
from talkctl.search.ceilings import ceilings, parts_of, told_apart
from talkctl.search.find import select
from talkctl.search.meaning import understand
from talkctl.search.question import Filters, Question, Restriction, parse
from talkctl.search.rank import Scorer, full_ranking, words_of, worths
from talkctl.store.catalog import Catalog
from talkctl.store.lookup import any_of
from tests.search.conftest import TALKS, library_of


def titles(catalog: Catalog, text: str, **more) -> list[str]:
    return [hit.talk.title for hit in search(catalog, Question(text, **more)).hits]


@pytest.mark.parametrize(
    "text", ["istio", "prometheus", "isito", "sandall istio", "policy kubernetes", '"service mesh"',
             "tensor flow", "istio -mixer", "open policy agent", "title:istio", "weaving traffic",
             "the road to usable clusters", "mixer OR dogs", "title:road OR speaker:wilkie",
             "level:advanced OR zzzxqv", "mixer OR level:intermediate",
             "istio kubernetes traffic", "web*",
             "how do companies debug the traffic of their clusters with istio",
             "what is the road from one node to many clusters and policies"]
)  # fmt: skip
def test_a_rare_word_is_answered_as_in_a_full_ranking(
    large: Catalog, monkeypatch: pytest.MonkeyPatch, text: str
):
    """Where a word is rare the first ten are those of the full ranking, in the same order."""
    bounded = titles(large, text)
    monkeypatch.setattr(answer, "FULL_RANKING", 10**9)
    assert bounded == titles(large, text)


@pytest.mark.parametrize(
    "text", ["istio", "istio policy", "clusters weaving traffic", "debug node", "sandall opa"]
)
def test_no_talk_scores_more_than_its_ceiling(large: Catalog, text: str):
    """What the index tells of a talk bounds what reading it gives."""
    lookup = large.lookup
    meaning = understand(lookup, parse(text))
    groups = meaning.informative
    parts = parts_of(groups, lookup.counts(words_of(groups)))
    narrowed = Restriction()
    rare = [part for part in parts if part.commonest <= RARE]
    others = [part for part in parts if part not in rare]
    chosen = narrowed.within(any_of(part.within(()) for part in rare))
    empty = Scorer(meaning, [{} for _ in groups], worths(lookup, meaning))
    names = lookup.fields_of_names(words_of(groups))
    alike = ceilings(lookup, empty, others, rare, names, chosen, lookup.matching(chosen))
    scores = full_ranking(lookup, meaning, narrowed).scores
    assert alike
    for some in alike:
        titles = {talk: title for talk, title, _ in lookup.titles(some.talks)}
        for closer in told_apart(empty, some, titles):
            for talk in closer.talks:
                assert scores.get(talk, 0.0) <= closer.ceiling <= some.ceiling


def test_a_common_word_puts_titles_first(large: Catalog):
    """For a common word the shortest titles with it come first, every hit having the word."""
    found = search(large, Question("clusters"))
    assert len(found.hits) == 10
    assert all("Clusters" in hit.talk.title for hit in found.hits)
    assert not found.total_is_exact


def test_talks_are_counted_for_those_who_want_to_know(large: Catalog):
    """The same hits come without the count, and say that there may be more."""
    counted, uncounted = (search(large, Question("clusters", counted=it)) for it in (True, False))
    assert counted.hits == uncounted.hits
    assert counted.total > uncounted.total == len(uncounted.hits)
    assert not uncounted.total_is_exact


def test_a_common_word_outside_of_titles_is_found(large: Catalog):
    """A common word that few titles have is found in abstracts."""
    assert all(
        "kubernetes" in hit.match.terms for hit in search(large, Question("kubernetes")).hits
    )


def test_either_of_two_fields_is_found_where_one_of_them_is_common(large: Catalog):
    """Each word stands where it was asked for."""
    found = search(large, Question("speaker:doe OR title:mesh clusters"))
    assert len(found.hits) == 10
    for hit in found.hits:
        assert "doe" in hit.match.terms or "Mesh" in hit.talk.title


@pytest.mark.parametrize("text", ["istio OR level:beginner", "level:beginner OR istio"])
def test_a_title_with_the_word_comes_before_a_fact_of_many_talks(large: Catalog, text: str):
    """Who would be content with either gets first what was asked for in words."""
    found = titles(large, text)
    assert all("Istio" in title for title in found[:2])
    assert len(found) == 10


def test_all_words_come_before_some(large: Catalog):
    """A talk with all the words is before any without one of them."""
    assert titles(large, "clusters road")[0] == "The Road to Usable Clusters"


def test_filters_and_exclusions_hold(large: Catalog):
    """What is filtered and excluded stays so among common words."""
    level = Filters(level=("beginner",), event=("kubecon",))
    assert titles(large, "clusters", filters=level) == []
    one_org = Filters(org=("heptio",))
    assert titles(large, "clusters", filters=one_org) == ["The Road to Usable Clusters"]
    assert titles(large, "clusters -company -traffic -usable") == [
        "Enforcing Bespoke Policies in Kubernetes"
    ]


@pytest.mark.parametrize("reverse", [False, True])
def test_by_date_an_undated_talk_stands_where_its_event_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reverse: bool
):
    """However large the library is: what is looked for day by day is the beginning of the whole."""
    undated = ("Traffic", "talk", None, 2, None, None, "On a day that nobody knows.", ())
    with library_of(tmp_path, (*TALKS, undated)) as catalog:
        whole, _ = select(catalog, Filters(), "date", reverse)
        monkeypatch.setattr(find, "FULL_RANKING", 0)
        for limit in range(1, len(whole) + 2):
            assert select(catalog, Filters(), "date", reverse, limit)[0] == whole[:limit]


def test_sorting_by_date_sees_all(large: Catalog):
    """The newest talk is found although its words are common."""
    assert titles(large, "", sort="date", limit=1)[0] in (
        "Secrets of Machine Learning", "ConfigMaps for Everybody"
    )  # fmt: skip


def test_nonsense_finds_nothing(large: Catalog):
    """A query that stands for nothing gets nothing."""
    assert titles(large, "zzzxqv") == []
    assert titles(large, "kubernetes zzzxqv") == []


def test_answers_are_the_same_twice(large: Catalog):
    """The same question gets the same answer."""
    question = Question("kubernetes clusters traffic", limit=50)
    assert search(large, question) == search(large, question)
