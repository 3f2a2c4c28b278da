"""The thesaurus: it is looked up as it stands, by its phrases."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.search import thesaurus
from talkctl.search.meaning import LONGEST_SPAN
from talkctl.search.thesaurus import Line, kindred
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
