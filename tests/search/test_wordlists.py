"""The lists that search goes by: each stands as it is looked up, and says what it is to say."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.search import everyday, wordlists
from talkctl.search.meaning import LONGEST_SPAN
from talkctl.search.wordlists import Line
from talkctl.store.lexicon import singular
from talkctl.text import words

WRITTEN = files("talkctl.search").joinpath("thesaurus.txt").read_text(encoding="utf-8")
FOREIGN = files("talkctl.search").joinpath("abroad.txt").read_text(encoding="utf-8")
COMMON = files("talkctl.search").joinpath("english.txt").read_text(encoding="utf-8")


def lines() -> list[Line]:
    """Each line of the thesaurus."""
    text = wordlists.thesaurus()
    starts = [at for at in range(2, len(text)) if text[at - 2] == "\n" and text[at] != " "]
    return [Line.around(at) for at in starts]


def phrases(line: Line) -> tuple[list[str], list[str]]:
    """The phrases of *line* that are asked by, and those that it leads to."""
    asked = wordlists.thesaurus()[line.start : line.turn].split(",")
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


def test_the_lists_are_pleasant_to_read():
    """Whoever adds to them sees whole phrases in lines that fit, and the words in order."""
    for line in (*WRITTEN.splitlines(), *COMMON.splitlines(), *FOREIGN.splitlines()):
        assert len(line) <= 100, line
        assert line == line.rstrip(), line
    body = WRITTEN.partition("\n\n")[2]
    broken = [it for it in body.split("\n  ")[:-1] if not it.endswith((",", ">"))]
    assert not broken
    assert COMMON.split() == sorted(set(COMMON.split()))


def test_foreign_words_can_be_looked_up():
    """Each stands once and folded, in lines in their order, and leads to English and not to itself.

    What it leads to is short enough to be found, and stands in one number throughout.
    """
    body = FOREIGN.partition("\n\n")[2].splitlines()
    assert body == sorted(set(body))
    sides = [line.partition(": ") for line in body]
    foreign = [phrase for left, _, _ in sides for phrase in left.split(", ")]
    assert len(foreign) == len(set(foreign))
    for left, _, right in sides:
        asked, meant = left.split(", "), right.split(", ")
        assert asked == sorted(asked), left
        assert not {*asked} & {*meant}, left
        assert len(meant) == len(set(meant)) <= 4, right
        for phrase in (*asked, *meant):
            assert phrase == " ".join(words(phrase)), phrase
            assert 0 < len(phrase.split()) <= LONGEST_SPAN, phrase
    english = {phrase for _, _, right in sides for phrase in right.split(", ")}
    assert not [it for it in english if singular(it) != it and singular(it) in english]


def test_no_small_word_is_translated_alone():
    """It is dropped from a query before anybody looks for what it is in English."""
    body = FOREIGN.partition("\n\n")[2].splitlines()
    assert not wordlists.SMALL_WORDS & {
        word for line in body for word in line.partition(": ")[0].split(", ")
    }


def test_every_phrase_is_found_where_it_stands():
    """The thesaurus is searched as a text; taken apart it says the same."""
    for line in lines()[::7]:
        asked, near = phrases(line)
        for phrase in asked:
            found = wordlists.kindred(phrase)
            assert {*near} - {phrase} <= {*found}, phrase
            assert phrase not in found


def test_circles_lead_both_ways_and_everyday_words_one():
    """``downtime`` and ``outage`` are used for one another; ``visitor`` is nothing to autoscaling."""
    assert "outage" in wordlists.kindred("downtime")
    assert "downtime" in wordlists.kindred("outage")
    assert "autoscaling" in wordlists.kindred("too many visitor")
    assert "too many visitor" not in wordlists.kindred("autoscaling")


@pytest.mark.parametrize("phrase", ["no such phrase", "xyzzy", "", ",", ">", "outag", "# words"])
def test_what_is_no_phrase_has_no_kindred(phrase: str):
    assert wordlists.kindred(phrase) == []


@given(st.text(max_size=12))
def test_any_text_can_be_looked_up(phrase: str):
    """Whatever is typed, the answer is a list of phrases that differ from it."""
    assert phrase not in wordlists.kindred(phrase)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("outages", "outage"), ("broken", "break"), ("crashing", "crash"), ("xyzzy", "xyzzy")],
)
def test_words_are_looked_up_in_their_plain_form(typed: str, plain: str):
    assert wordlists.plain(typed) == plain


@given(st.sampled_from(COMMON.split()), st.sampled_from(["", "s", "es", "ed", "ing"]))
def test_all_forms_of_a_word_begin_with_its_root(word: str, ending: str):
    """So that one look through the thesaurus finds them all."""
    assert (word + ending).startswith(wordlists.root(word + ending))


@pytest.mark.parametrize("word", ["contract", "contracts", "hiring", "studies", "knew"])
def test_common_words_are_english(word: str):
    assert everyday.english(word)


@pytest.mark.parametrize("word", ["databas", "servic", "kubernetes", "isito", "promethues"])
def test_slips_and_names_are_not_english(word: str):
    assert not everyday.english(word)
