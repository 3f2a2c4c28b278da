"""The thesaurus: it is looked up as it stands, by its phrases or by words in any order."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.search import thesaurus
from talkctl.search.meaning import LONGEST_SPAN
from talkctl.search.thesaurus import Line, concepts, kindred
from talkctl.text import words

WRITTEN = files("talkctl.search").joinpath("thesaurus.txt").read_text(encoding="utf-8")


def lines() -> list[Line]:
    """Each line of the thesaurus."""
    text = thesaurus.thesaurus()
    starts = [at for at in range(2, len(text)) if text[at - 2] == "\n" and text[at] != " "]
    return [Line.around(at) for at in starts]


def phrases(line: Line) -> tuple[list[str], list[str]]:
    """The phrases of *line* that are asked by, and those that it leads to."""
    asked = thesaurus.thesaurus()[line.start : line.turn].split(",")
    return [phrase.strip() for phrase in asked], line.near()


def test_the_thesaurus_can_be_looked_up():
    """Every phrase stands as a query has it, and no line names one twice or only itself."""
    assert len(lines()) > 1000
    for line in lines():
        asked, near = phrases(line)
        for side in (asked, near):
            assert len(side) == len(set(side)), side
            assert side == [" ".join(words(phrase)) for phrase in side], side
        assert len(asked) > 1 or asked != near, asked


def test_what_a_line_leads_to_is_short_enough_to_be_found():
    """No talk is looked for by more words than a run of a query has."""
    assert all(len(name.split()) <= LONGEST_SPAN for line in lines() for name in line.near())


def test_the_list_is_pleasant_to_read():
    """Whoever adds to it sees whole phrases in lines that fit."""
    for line in WRITTEN.splitlines():
        assert len(line) <= 100, line
        assert line == line.rstrip(), line
    body = WRITTEN.partition("\n\n")[2]
    broken = [it for it in body.split("\n  ")[:-1] if not it.endswith((",", ">"))]
    assert not broken


def test_every_phrase_is_found_where_it_stands():
    """The thesaurus is searched as a text; taken apart it says the same."""
    for line in lines()[::7]:
        asked, near = phrases(line)
        for phrase in asked:
            found = kindred(phrase)
            assert {*near} - {phrase} <= {*found}, phrase
            assert phrase not in found


def test_circles_lead_both_ways_and_everyday_words_one():
    """``downtime`` and ``outage`` are used for one another; ``visitor`` is nothing to autoscaling."""
    assert "outage" in kindred("downtime")
    assert "downtime" in kindred("outage")
    assert "autoscaling" in kindred("too many visitor")
    assert "too many visitor" not in kindred("autoscaling")


@pytest.mark.parametrize("phrase", ["no such phrase", "xyzzy", "", ",", ">", "outag", "# words"])
def test_what_is_no_phrase_has_no_kindred(phrase: str):
    assert kindred(phrase) == []


@given(st.text(max_size=12))
def test_any_text_can_be_looked_up(phrase: str):
    """Whatever is typed, the answer is a list of phrases that differ from it."""
    assert phrase not in kindred(phrase)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("outages", "outage"), ("broken", "break"), ("crashing", "crash"), ("xyzzy", "xyzzy")],
)
def test_words_are_looked_up_in_their_plain_form(typed: str, plain: str):
    assert thesaurus.plain(typed) == plain


@given(st.sampled_from(sorted(set(words(WRITTEN)))), st.sampled_from(["", "s", "es", "ed", "ing"]))
def test_all_forms_of_a_word_begin_with_its_root(word: str, ending: str):
    """So that one look through the thesaurus finds them all."""
    assert (word + ending).startswith(thesaurus.root(word + ending))


# What a question is about


@pytest.mark.parametrize(
    "family", ["move moving", "debug debugger", "conference conferences", "cache caching"]
)
def test_a_family_has_its_lines_in_common(family: str):
    """Whichever of its words somebody uses, whatever letters its endings change."""
    first, *others = (thesaurus._lines_with(word) for word in family.split())
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
    monkeypatch.setattr(thesaurus, "thesaurus", lambda: text)
    for kept in (thesaurus.occurrences, thesaurus._phrases_with, thesaurus.plain):
        monkeypatch.setattr(thesaurus, kept.__name__, kept.__wrapped__)


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


@given(st.lists(st.text(min_size=1, max_size=10), max_size=12))
def test_whatever_is_asked_is_about_two_things_at_most(typed: list[str]):
    assert len(concepts(typed)) <= 2
