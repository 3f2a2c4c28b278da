"""Whole questions, in which people use everyday words, about talks that use those of the trade."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkctl.search import meaning, subjects, thesaurus
from talkctl.search.answer import search
from talkctl.search.gathering import Gathering, Group
from talkctl.search.question import Question, parse
from talkctl.store.catalog import Catalog
from tests.search.conftest import library_of

TALKS = tuple(
    (title, "talk", None, 1, None, None, abstract, (("Jane Doe", "Acme"),))
    for title, abstract in (
        ("Zipkin by Night", "Distributed tracing shows which call adds latency."),
        ("Spending a Day with Maps", "Spending less: a budget for maps."),
        ("Kafka for Plumbers", "How Kafka moves what one service has for another."),
        ("Graphite on the Table", "Cares and careers."),
        ("Teaching a GPU to See", "What GPUs are good for."),
        ("A Failure a Day", "Nodes fail. What recovery takes, and a chess board."),
        ("Plane Spotting", "Planning is not what this talk is about: planes are."),
        ("Capacity without Tears", "Forecasts of what a cluster will need."),
        ("The Old Opening", "A theory of doors."),
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """A few talks, none of them in the words of the questions."""
    with library_of(tmp_path_factory.mktemp("questions"), TALKS) as opened:
        yield opened


def titles(library: Catalog, asked: str) -> list[str]:
    return [hit.talk.title for hit in search(library, Question(asked)).hits]


def groups(library: Catalog, asked: str) -> dict[str, Group]:
    meant = meaning.understand(library.lookup, parse(asked))
    return {group.typed: group for group in meant.informative}


def test_everyday_words_lead_to_those_of_the_trade(library: Catalog):
    """Who asks why things are slow is shown tracing, and told so; who asks for tracing means it."""
    asked = Question("find out why it is slow")
    found = search(library, asked)
    assert found.hits[0].talk.title == "Zipkin by Night"
    assert any("latency" in message for message in found.messages)
    assert "slow" in thesaurus.kindred("latency")
    assert "tracing" in thesaurus.kindred("slow")
    assert "slow" not in thesaurus.kindred("tracing")


def test_near_words_count_more_in_a_question(library: Catalog):
    """A question is rarely put in the words of a talk: what is near its words answers it better."""
    plain = groups(library, "maps capacity")["capacity"]
    asked = groups(library, "how do maps need capacity")["capacity"]
    near = {phrase for phrase, weight in plain.answers.items() if weight < 0.5}
    assert near
    assert all(plain.answers[it] < asked.answers[it] < 0.5 for it in near)


def test_ordinary_words_are_not_corrected(library: Catalog):
    """``sending`` is no slip of ``spending`` and tells little; a slip is corrected as ever."""
    assert ("spending",) not in groups(library, "sending messages")["sending"].answers
    assert titles(library, "sending messages through a queue") == ["Kafka for Plumbers"]
    assert titles(library, "spendng") == ["Spending a Day with Maps"]


def test_a_known_phrase_is_not_corrected(library: Catalog):
    """Neither half of ``graphics cards`` is here, nor a slip of a word that is."""
    assert titles(library, "graphics cards") == ["Teaching a GPU to See"]


def test_words_of_another_life_ask_more_of_the_rest(library: Catalog):
    """Nothing here is about baking, though all other words of the question have a talk."""
    assert titles(library, "theory of opening a door") == ["The Old Opening"]
    assert titles(library, "theory of opening a bakery for bread") == []


def test_small_words_of_another_language_may_be_words_of_this(library: Catalog):
    """Nodes ``die`` in English; in German the word tells nothing."""
    assert "dies" in groups(library, "what happens when a node dies")
    assert titles(library, "what happens when a node dies")[0] == "A Failure a Day"
    assert "die" not in groups(library, "wie man die cluster plant")


def test_words_with_a_silent_e_are_no_kin_of_those_without(library: Catalog):
    """``plane`` is not ``planning``, and so leads to no capacity."""
    assert groups(library, "control plane")["plane"].answers.keys() == {("plane",), ("planes",)}


def test_what_a_question_is_about_is_looked_for_by_its_name(library: Catalog):
    """Neither forecasts nor capacity is asked for, and no phrase of the question means them."""
    asked = Question("what may the cluster want when many visitors rush to the site")
    found = search(library, asked)
    assert found.hits[0].talk.title == "Capacity without Tears"
    assert any("visitors" in message and "also looked for" in message for message in found.messages)


def test_a_long_question_is_answered_by_what_comes_nearest(library: Catalog):
    """Of four words a talk with one is better than none; of three it is not enough."""
    assert titles(library, "theory of budget and latency") == []
    assert "The Old Opening" in titles(library, "theory of budget and latency for careers")


def test_english_words_are_no_slips(library: Catalog):
    """``cards`` are no ``cares``; what nobody would write is corrected as ever."""
    assert titles(library, "cards") == []
    assert titles(library, "caers") == ["Graphite on the Table"]


def test_an_english_word_is_a_slip_beside_what_a_title_has(library: Catalog):
    """``cable`` alone means itself; beside ``graphite`` some title has a table."""
    assert titles(library, "cable") == []
    assert titles(library, "graphite cable") == ["Graphite on the Table"]
    assert groups(library, "graphite cable")["cable"].answers[("table",)] == 1
    assert not groups(library, "kafka cable")["cable"].answers


def test_phrases_are_the_same_without_words_that_point(library: Catalog):
    """``lost our data`` is ``lose data``."""
    reader = Gathering(library.lookup)
    found = reader.kindred_of_phrase(["lose", "data"])
    assert ("recovery",) in found
    assert reader.kindred_of_phrase(["lost", "our", "data"]) == found
    assert reader.kindred_of_phrase(["our", "data"]) == []


def told(library: Catalog, asked: str) -> bool:
    """Whether several words are said to have been looked for together."""
    found = search(library, Question(asked))
    return any(", " in message.split(":")[0] for message in found.messages)


def test_words_that_no_talk_has_together_tell_a_subject(library: Catalog):
    """What some talk has in these words is remembered from there, however it is asked for."""
    assert told(library, "visitors rush")
    assert not told(library, "failing nodes")
    assert not told(library, "which nodes fail for what recovery")


def test_the_first_names_of_a_subject_count_most(library: Catalog, monkeypatch: pytest.MonkeyPatch):
    """A line of the thesaurus ends with names that are of much else too."""
    subject = subjects.Concept(("visitors", "rush"), ("recovery", "latency", "budget"))
    monkeypatch.setattr(subjects, "concepts", lambda _: [subject])
    answers = groups(library, "visitors rush")["rush"].answers
    assert answers["recovery",] > answers["latency",] > answers["budget",] > 0


def test_a_word_asked_for_in_one_field_means_itself(library: Catalog):
    """What is quoted or bound to a field is no part of what a question is about."""
    free = groups(library, "many visitors rush to the site")
    assert ("capacity",) in free["visitors"].answers
    bound = groups(library, 'many title:visitors title:rush "site" maps')
    assert not any(("capacity",) in group.answers for group in bound.values())


def test_a_beginning_leads_to_what_is_near_the_word(library: Catalog):
    """``capac`` is looked for as ``capacity`` is."""
    whole, begun = groups(library, "capacity")["capacity"], groups(library, "capac")["capac"]
    near = {phrase for phrase, weight in whole.answers.items() if weight < 0.5}
    assert near
    assert near <= begun.answers.keys()


def test_a_list_is_told_once(library: Catalog):
    """Words that mean something together are not told one by one what they are taken for."""
    reader = Gathering(library.lookup)
    group = Group("flood of visitors")
    reader.notes[group] = []
    for typed in ("flood of visitors", "flood", "visitors"):
        reader.tell(group, typed, "also looked for", [("load", "testing"), ("capacity",)])
    for typed in ("capcity", "capasity"):
        reader.tell(group, typed, "searched for", [("capacity",)])
    assert reader.notes[group] == [
        "flood of visitors: also looked for load testing, capacity",
        "capcity: searched for capacity",
        "capasity: searched for capacity",
    ]


def test_two_letters_that_are_short_for_something_are_no_name(tmp_path: Path):
    """Who is addressed as Dr. says nothing of disaster recovery."""
    talks = (
        ("Health Metrics", "talk", None, 1, None, None, "Figures.", (("Dr. Ann Lee", "Acme"),)),
        ("Planning for Disaster Recovery", "talk", None, 1, None, None, "", (("Bo Ek", "Acme"),)),
    )
    with library_of(tmp_path, talks) as opened:
        assert titles(opened, "dr") == ["Planning for Disaster Recovery"]
        assert titles(opened, "speaker:dr") == ["Health Metrics"]


def test_of_an_idiom_the_whole_is_meant(tmp_path: Path):
    """Who asks who is allowed to do what means no talk in which something allowed something."""
    talks = tuple(
        (title, "talk", None, 1, None, None, abstract, (("Jane Doe", "Acme"),))
        for title, abstract in (
            ("A Cluster that Grows", "We allowed it to grow on our maps."),
            ("Roles on the Table", "RBAC, and what it is good for on maps."),
            ("Istio and Envoy", "An introduction."),
        )
    )
    with library_of(tmp_path, talks) as library:
        assert titles(library, "who is allowed to do what on our maps")[0] == "Roles on the Table"
        assert titles(library, "allowed maps")[0] == "A Cluster that Grows"
        istio = groups(library, "what is istio and envoy")["istio"]
        assert istio.answers.keys() >= {("istio",), ("introduction",)}
