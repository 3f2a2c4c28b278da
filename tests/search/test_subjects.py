"""What a query is about as a whole is told by lines of the thesaurus, by words in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.search import subjects, thesaurus
from talkctl.search.subjects import concepts


@pytest.mark.parametrize(
    "family", ["move moving", "debug debugger", "conference conferences", "cache caching"]
)
def test_a_family_has_its_lines_in_common(family: str):
    """Whichever of its words somebody uses, whatever letters its endings change."""
    first, *others = (subjects._lines_with(word) for word in family.split())
    assert first
    assert all(lines == first for lines in others)


LINES = """# What a list says of itself.

outage, downtime, failure
flood of visitor, visitor rush, crowd, sudden > autoscaling, load testing
crowd at door, visitor badge, ticket > registration
visitor from abroad, crowd, ticket > travel
visitor in crowd > photography
autoscaling group, badge maker >
  nothing much
"""


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thesaurus of a few lines."""
    text = LINES[LINES.index("\n\n") + 1 :].replace("\n", "\n ")
    for module in (thesaurus, subjects):
        monkeypatch.setattr(module, "thesaurus", lambda: text)
    for kept in (thesaurus.occurrences, thesaurus._phrases_with, thesaurus.plain):
        for module in (thesaurus, subjects):
            monkeypatch.setattr(module, kept.__name__, kept.__wrapped__, raising=False)


def names(words: str) -> list[str]:
    return [name for concept in concepts(words.split()) for name in concept.names]


@pytest.mark.usefixtures("few")
def test_words_tell_a_concept_in_any_order_and_form():
    """No phrase of the list stands so."""
    assert names("sudden floods visitors") == ["autoscaling", "load testing"]
    assert names("visitors flood sudden") == ["autoscaling", "load testing"]
    assert names("suddenly flooded") == ["autoscaling", "load testing"]


@pytest.mark.usefixtures("few")
def test_the_concept_that_shares_most_comes_first():
    """Two more follow where they are nearly as likely, and no others ever do."""
    assert names("crowd ticket") == ["registration", "travel"]
    assert names("crowd sudden flood visitor ticket") == ["autoscaling", "load testing"]
    assert len(concepts("crowd visitor".split())) == 3


@pytest.mark.usefixtures("few")
def test_circles_are_concepts_too():
    assert names("outage failure") == ["outage", "downtime", "failure"]


@pytest.mark.usefixtures("few")
def test_words_of_the_trade_tell_no_concept():
    """They lead nowhere but to themselves: who knows them says them."""
    assert names("load testing registration") == []


@pytest.mark.usefixtures("few")
def test_a_word_that_begins_like_another_is_not_that():
    assert names("crow ticketing sudden") == []
    assert names("crowds tickets") == ["registration", "travel"]


@pytest.mark.usefixtures("few")
def test_one_shared_word_is_no_concept():
    """A word alone has its kindred by itself."""
    assert names("visitors") == names("visitors xyzzy") == []


@pytest.mark.usefixtures("few")
def test_two_words_of_many_are_no_concept():
    """Of what the words of a question tell a concept has its share."""
    strange = " ".join(f"strange{letter}" for letter in "abcdefghijklmnopqrst")
    assert names(f"crowd visitor {strange}") == []


@pytest.mark.usefixtures("few")
def test_a_concept_knows_by_which_words_it_was_told():
    (concept,) = concepts("many visitors rush outside".split())
    assert concept.words == ("visitors", "rush")


def test_the_list_itself_tells_what_people_ask():
    assert "autoscaling" in names("survive rush visitors site")


LISTED = sorted({*thesaurus.thesaurus().replace(">", " ").replace(",", " ").split()})


@given(st.lists(st.sampled_from(LISTED) | st.text(min_size=1, max_size=10), max_size=12))
def test_whatever_is_asked_is_about_three_things_at_most(typed: list[str]):
    assert len(concepts(typed)) <= 3
