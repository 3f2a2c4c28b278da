"""In which order talks answer: where the words stand, how near, in which order, and how rare they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from talkctl.search.answer import search
from talkctl.search.question import Question
from talkctl.search.rank import places_in_talks
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import FIELDS

from .conftest import library_of


def order(folder: Path, query: str, *talks: tuple[str, str, str], exact: bool = True) -> list[str]:
    """The titles that answer *query*, of talks with these titles, abstracts and speakers."""
    others = (("Ledgers of sand", "On ledgers.", "Di Ro"),) * 6
    told = tuple(
        (title, "talk", None, 1, None, None, abstract, ((who, "Acme"),))
        for title, abstract, who in (*talks, *others)
    )
    with library_of(folder, told) as catalog:
        found = search(catalog, Question(query, limit=0, exact=exact))
        return [hit.talk.title for hit in found.hits]


def test_a_word_counts_most_in_a_title_then_in_a_name_then_in_a_text(tmp_path: Path) -> None:
    """However often the text has it."""
    talks = (
        ("Anchors", "Kelp here, kelp there, kelp and kelp.", "Bo Ek"), ("Buoys", "On buoys.", "Ann Kelp"),
        ("Kelp", "On plants.", "Cy Mo"),
    )  # fmt: skip
    assert order(tmp_path, "kelp", *talks) == ["Kelp", "Buoys", "Anchors"]


def test_the_words_in_their_order_are_worth_more_in_a_title(tmp_path: Path) -> None:
    """Most where the title begins with them, then anywhere, then apart."""
    talks = (
        ("Forests after kelp", "On plants.", "Bo Ek"), ("Diving in kelp forests", "On plants.", "Cy Mo"),
        ("Kelp forests by night", "On plants.", "Ed Fox"),
    )  # fmt: skip
    assert order(tmp_path, "kelp forests", *talks) == [
        "Kelp forests by night", "Diving in kelp forests", "Forests after kelp",
    ]  # fmt: skip


def test_a_title_is_known_by_what_its_words_are_called_elsewhere(tmp_path: Path) -> None:
    """Who asks what k8s is wants the title that asks it of Kubernetes."""
    talks = (
        ("Kelp on k8s", "We run k8s and k8s.", "Bo Ek"), ("What is Kubernetes?", "On plants.", "Cy Mo"),
        ("Kubernetes, Kubernetes", "What grows there.", "Ed Fox"),
    )  # fmt: skip
    assert order(tmp_path, "what is k8s", *talks, exact=False)[0] == "What is Kubernetes?"


def test_words_side_by_side_are_worth_more_than_words_apart(tmp_path: Path) -> None:
    """With as many small words between them as in the query."""
    apart = ("Anchors", "Kelp grows here, and there are some forests.", "Bo Ek")
    near = ("Buoys", "Here some kelp forests, and there it grows.", "Cy Mo")
    spaced = ("Crabs", "Here forests of kelp, and there it grows.", "Ed Fox")
    assert order(tmp_path, "kelp forests", apart, near)[0] == "Buoys"
    assert order(tmp_path, "kelp forests", apart, near) == ["Buoys", "Anchors"]
    assert order(tmp_path, "forests of kelp", apart, spaced) == ["Crabs", "Anchors"]


def test_a_rare_word_tells_more_than_a_common_one(tmp_path: Path) -> None:
    """Of two talks with one word each the one with the rarer is first."""
    talks = (("Ledgers", "On books.", "Bo Ek"), ("Kelp", "On plants.", "Cy Mo"),
             ("Kelp ledgers", "On both.", "Ed Fox"))  # fmt: skip
    assert order(tmp_path, "kelp ledgers", *talks)[:2] == ["Kelp ledgers", "Kelp"]


def test_what_answers_too_little_of_a_question_is_no_hit(tmp_path: Path) -> None:
    """A fifth of it at least; and where no talk has half, the library has nothing about it."""
    one = ("Kelp", "On plants.", "Cy Mo")
    most = ("Kelp forests by night with lamps", "On kelp.", "Ed Fox")
    question = "kelp forests by night with lamps and ropes"
    assert order(tmp_path, question, one, most)[0] == "Kelp forests by night with lamps"
    assert order(tmp_path, "kelp zebra quagga okapi", one) == []


def test_places_agree_with_the_texts(catalog: Catalog) -> None:
    """A word is counted in each field as often as the text of the talk has it."""
    numbers = catalog.talk_numbers()
    for word in ("istio", "debugging", "torin", "machine"):
        read = places_in_talks(catalog.lookup, [word], numbers)[word]
        counted = Counter(catalog.lookup.places(word))
        counts = {where: times for where, times in counted.items() if where[1] in FIELDS}
        assert counts == {where: len(positions) for where, positions in read.items()}
        assert counts
