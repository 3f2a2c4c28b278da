"""What a question is about, told by words that may stand in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkctl.search.concepts import concepts
from talkctl.search.wordlists import SMALL_WORDS


def telling(question: str) -> list[str]:
    return [word for word in question.split() if word not in SMALL_WORDS]


def names(question: str) -> set[str]:
    return {name for concept in concepts(telling(question)) for name in concept.names}


def test_what_is_meant_is_told_by_words_in_any_order():
    """No phrase of the thesaurus stands so; the words of one line do."""
    asked = "survive a sudden rush of visitors on our site"
    assert "autoscaling" in names(asked)
    assert names(" ".join(reversed(asked.split()))) == names(asked)


def test_inflections_make_no_difference():
    assert names("visitors rushed to the sites") == names("visitor rush to the site")


def test_one_shared_word_is_no_concept():
    """A word alone has its kindred by itself."""
    assert concepts(["visitors"]) == []
    assert concepts(["visitors", "xyzzy", "plugh"]) == []


def test_a_concept_tells_the_words_that_it_was_told_by():
    for concept in concepts(telling("why does the database lose data in an outage")):
        assert len(concept.words) >= 2
        assert {*concept.words} <= {"database", "lose", "data", "outage"}
        assert concept.names


@given(st.lists(st.text(min_size=1, max_size=10), max_size=12))
def test_whatever_is_asked_is_about_two_things_at_most(typed: list[str]):
    assert len(concepts(typed)) <= 2
