"""What is found, in which order, and what is said about it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkctl.search.answer import search
from talkctl.search.find import select
from talkctl.search.question import Filters, Findings, Question
from talkctl.store.catalog import Catalog


def ask(catalog: Catalog, text: str, **more) -> Findings:
    return search(catalog, Question(text, **more))


def titles(catalog: Catalog, text: str, **more) -> list[str]:
    return [hit.talk.title for hit in ask(catalog, text, **more).hits]


def test_a_word_finds_titles_before_abstracts(catalog: Catalog):
    """A talk with the word in its title comes before one with it in the abstract."""
    assert titles(catalog, "policy")[0] == "Istio's Mixer: Policy Enforcement"


def test_both_words_come_before_one(catalog: Catalog):
    """A talk with both words is first."""
    assert titles(catalog, "sandall istio")[0] == "Istio's Mixer: Policy Enforcement"


def test_a_phrase_is_taken_literally(catalog: Catalog):
    """Only talks with the words side by side answer a phrase."""
    assert titles(catalog, '"service mesh"') == ["Istio: Weaving the Service Mesh"]


def test_a_minus_leaves_out(catalog: Catalog):
    """An excluded word is in none of the hits."""
    assert "Istio's Mixer: Policy Enforcement" not in titles(catalog, "istio -mixer")


@pytest.mark.parametrize("left_out", ["-mixer", "-mixers", "-policies", "-title:policies"])
def test_a_minus_leaves_out_a_word_in_either_number(catalog: Catalog, left_out: str):
    """Who wants no mixer wants no mixers either, and nothing of *Istio's*; quoted, a word is itself."""
    mixer = "Istio's Mixer: Policy Enforcement"
    assert mixer not in titles(catalog, f"istio {left_out}")
    assert mixer not in titles(catalog, "policy -title:istio")
    assert mixer in titles(catalog, 'istio -"mixers"')


def test_a_minus_leaves_out_all_that_begin_so(catalog: Catalog):
    """An excluded beginning stands for every word with it, as one that is asked for does."""
    assert "Istio's Mixer: Policy Enforcement" in titles(catalog, "istio -mi")
    assert "Istio's Mixer: Policy Enforcement" not in titles(catalog, "istio -mi*")
    assert titles(catalog, "istio -title:mi*") == titles(catalog, "istio -title:mixer")


def test_only_exclusions_list_the_rest(catalog: Catalog):
    """Leaving something out, and nothing more, lists all else."""
    assert ask(catalog, "-istio", limit=0).total == 7


def test_or_finds_either(catalog: Catalog):
    """One of two words is enough."""
    found = titles(catalog, "wilkie OR beda")
    assert set(found) == {"Operating Prometheus at Scale", "The Road to Usable Clusters"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("speaker:wilkie OR title:weaving", {"Operating", "Istio:"}),
        ("title:weaving OR speaker:wilkie", {"Operating", "Istio:"}),
        ("title:traffic OR speaker:beda", {"The"}),
        ("title:istio OR dogs", {"Istio:", "Istio's", "Hot"}),
        ('speaker:wilke OR title:"service mesh"', {"Operating", "Istio:"}),
        ("title:mesh OR abstract:mesh", {"Istio:"}),
        ("level:advanced OR title:mixer", {"Operating", "Istio's"}),
        ("title:mixer OR level:advanced", {"Operating", "Istio's"}),
        ("kind:workshop OR level:advanced OR beda", {"Debugging", "Operating", "The"}),
        ("level:advanced OR xqzz", {"Operating"}),
        ("year:1999 OR beda", {"The"}),
        ("org:heptio OR mesh speaker:beda", {"The"}),
    ],
)
def test_either_of_two_may_be_asked_for_in_a_field_of_its_own(
    catalog: Catalog, typed: str, found: set[str]
):
    """Each is looked for there, and nowhere else."""
    assert {title.split()[0] for title in titles(catalog, typed)} == found


@pytest.mark.parametrize(
    "typed", ["promethues OR istio", "istio OR promethues", "promethues OR isito"]
)
def test_either_word_may_have_a_slip(catalog: Catalog, typed: str):
    """Each of the two is what it was meant to be, whatever the other is."""
    found = ask(catalog, typed)
    assert "promethues: searched for prometheus" in found.messages
    assert {"Operating Prometheus at Scale", "Istio: Weaving the Service Mesh"} <= {
        hit.talk.title for hit in found.hits
    }


def test_beginnings(catalog: Catalog):
    """A star finds all words that begin so."""
    assert titles(catalog, "prom*") == ["Operating Prometheus at Scale"]


def test_fields(catalog: Catalog):
    """A word asked for in one field is not looked for in others."""
    assert titles(catalog, "title:istio policy")[0] == "Istio's Mixer: Policy Enforcement"
    assert titles(catalog, "org:zalando") == ["Debugging Node.js in Production"]
    assert titles(catalog, "abstract:weaving") == []


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("promethues", "Operating Prometheus at Scale"),
        ("prometeus", "Operating Prometheus at Scale"),
        ("isito", "Istio: Weaving the Service Mesh"),
        ("tensorfl", "Secrets of Machine Learning"),
        ("config map", "ConfigMaps for Everybody"),
        ("tensor flow", "Secrets of Machine Learning"),
        ("multitenant", "Enforcing Bespoke Policies in Kubernetes"),
        ("hotdog", "Hot Dogs or Not"),
        ("node.js", "Debugging Node.js in Production"),
        ("k8s", "Enforcing Bespoke Policies in Kubernetes"),
        ("ml", "Secrets of Machine Learning"),
        ("debug", "Debugging Node.js in Production"),
        ("perez aradros", "Secrets of Machine Learning"),
        ("how do I debug a service in production?", "Debugging Node.js in Production"),
        ("don't guess", "Debugging Node.js in Production"),
        ("seguridad", "Istio's Mixer: Policy Enforcement"),
    ],
)
def test_what_was_meant_is_found(catalog: Catalog, typed: str, title: str):
    """Slips, forms, joined and split spellings, abbreviations and questions find their talk."""
    assert titles(catalog, typed)[0] == title


def test_abbreviations_are_learnt_from_the_library(catalog: Catalog):
    """``Open Policy Agent (OPA)`` in one talk explains the long form for another."""
    found = titles(catalog, "open policy agent")
    assert found[0] == "Istio's Mixer: Policy Enforcement"
    assert "Enforcing Bespoke Policies in Kubernetes" in found


def test_a_correction_is_said(catalog: Catalog):
    """What a word was taken for is said, and stands in each hit."""
    found = ask(catalog, "promethues")
    assert found.messages[0] == "promethues: searched for prometheus"
    assert found.hits[0].match.corrected == (("promethues", "prometheus"),)


def test_exact_corrects_nothing(catalog: Catalog):
    """Asked exactly, a word that never occurs finds nothing."""
    assert ask(catalog, "promethues", exact=True).hits == ()
    assert titles(catalog, "prometheus", exact=True) == ["Operating Prometheus at Scale"]


@pytest.mark.parametrize(
    "typed", ["zzzxqv", "quantum entanglement", "lasagna recipe", "qqq www eee"]
)
def test_nonsense_finds_nothing(catalog: Catalog, typed: str):
    """A query most of whose words stand for nothing gets nothing."""
    assert ask(catalog, typed).hits == ()


def test_a_known_word_does_not_save_a_corrected_one(catalog: Catalog):
    """Where one word was bent into another, some talk must have all of it."""
    assert ask(catalog, "stove traffic").hits == ()


def test_interludes_are_no_talks(catalog: Catalog):
    """Dinner is not found, unless one asks for its kind."""
    assert ask(catalog, "dinner").hits == ()
    assert titles(catalog, "dinner", filters=Filters(kind=("social",))) == ["Dinner"]


def test_bios_count_little(catalog: Catalog):
    """A word that stands in a bio alone finds the talk, after those which are about it."""
    assert titles(catalog, "volcano") == ["The Road to Usable Clusters"]
    assert titles(catalog, "borg istio")[0] == "Istio: Weaving the Service Mesh"


def test_a_hit_says_why(catalog: Catalog):
    """Fields, words as they stand in the text, and a passage with them."""
    match = ask(catalog, "debug prometheus").hits[0].match
    assert match.fields == ("title", "abstract")
    assert match.terms == ("debugging", "monitoring", "prometheus")
    assert match.snippet is not None
    assert "debugging of slow queries" in match.snippet


def test_scores_fall_from_one(catalog: Catalog):
    """The first hit has 1, none has more than the one before it."""
    scores = [hit.score for hit in ask(catalog, "istio policy").hits]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)


def test_a_limit_takes_the_first(catalog: Catalog):
    """A limit cuts the list and not the count."""
    every, first = ask(catalog, "istio", limit=0), ask(catalog, "istio", limit=1)
    assert first.hits == every.hits[:1]
    assert first.total == every.total == len(every.hits)


def test_sorting(catalog: Catalog):
    """Hits are sorted by title or date, and the other way round."""
    by_title = titles(catalog, "google", sort="title")
    assert by_title == sorted(by_title, key=str.casefold)
    assert titles(catalog, "google", sort="title", reverse=True) == by_title[::-1]
    assert titles(catalog, "", sort="date")[0] == "ConfigMaps for Everybody"


def test_without_a_query_all_talks_are_listed(catalog: Catalog):
    """No query and no filter list every talk, interludes left out."""
    assert ask(catalog, "", limit=0).total == 9
    assert len(select(catalog, Filters())[0]) == 9


def test_nothing_found_names_the_nearest(catalog: Catalog):
    """Where nothing is found, titles with any of the words are named."""
    assert "Istio: Weaving the Service Mesh" in ask(catalog, "istio zzzz qqqq").nearest


@given(st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_raises(catalog: Catalog, text: str):
    """Whatever is typed is answered, and twice in the same way."""
    assert ask(catalog, text) == ask(catalog, text)


@given(st.lists(st.sampled_from(
    ['istio', '-mesh', '"service', 'mesh"', 'OR', 'AND', 'NOT', 'NEAR(', 'kube*', '*', 'title:',
     ')', 'year:2017', '-kind:x', 'speaker:wilkie', 'c++', "don't", 'org:"', '^', '{a}:', '\x00',
     '\ue000']
), max_size=6))  # fmt: skip
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_combination_raises(catalog: Catalog, parts: list[str]):
    """The signs of our language and of the database's, in any combination, raise nothing."""
    ask(catalog, " ".join(parts))
