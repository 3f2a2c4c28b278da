"""The query language: what is a sign of it, and that all else is text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkctl.search.question import Clause, Fact, Term, only_in, parse


def test_words_are_clauses_of_their_own():
    """Two words are two clauses, folded."""
    assert parse("Service MESH") == (Clause((Term(("service",)),)), Clause((Term(("mesh",)),)))


def test_quotes_make_a_phrase():
    """Words in quotes belong side by side."""
    assert parse('"Service Mesh"') == (Clause((Term(("service", "mesh"), quoted=True),)),)


def test_a_minus_excludes_words_and_phrases():
    """A minus before a word or a phrase leaves it out."""
    assert [clause.excluded for clause in parse('istio -google -"service mesh" -')
            ] == [False, True, True]  # fmt: skip


def test_a_hyphen_inside_a_word_excludes_nothing():
    """A hyphen within a word joins."""
    assert parse("k8s-native") == (Clause((Term(("k8s", "native")),)),)


def test_or_binds_the_terms_beside_it():
    """``a OR b c`` asks for one of the first two, and for the third."""
    first, second = parse("envoy OR linkerd proxy")
    assert [term.words for term in first.terms] == [("envoy",), ("linkerd",)]
    assert second.terms[0].words == ("proxy",)


def test_or_without_neighbours_is_text():
    """OR at an end joins nothing and raises nothing."""
    assert len(parse("OR")) == 1
    assert len(parse("istio OR")) == 1


def test_a_star_asks_for_beginnings():
    """A star after a word asks for all words that begin so."""
    assert parse("kube*")[0].terms[0].prefix


def test_fields_narrow_a_term():
    """A known field before a colon narrows a word or a phrase; an unknown one is text."""
    assert parse("speaker:Wilkie")[0].terms[0] == Term(("wilkie",), "speakers")
    assert parse('title:"Service Mesh"')[0].terms[0].field == "title"
    assert parse("http://x.org")[0].terms[0].field is None


def test_facts_are_not_text():
    """Year, kind, level, room and has ask for facts about a talk."""
    assert parse("year:2017") == (Clause((), (Fact("year", "2017"),)),)
    assert parse("-kind:keynote")[0].excluded


def test_a_slash_separates_words():
    """``CI/CD`` are two words."""
    assert [clause.terms[0].words for clause in parse("CI/CD")] == [("ci",), ("cd",)]


def test_an_apostrophe_is_no_quote():
    """``Don't`` is one word, with either apostrophe."""
    assert parse("Don't") == parse("Don’t") == (Clause((Term(("dont",)),)),)


def test_a_word_is_plain_if_nothing_else_is_asked_of_it():
    """One word, by itself, anywhere."""
    asked = [clause.plain_word for clause in parse('istio kube* "mesh" title:mesh a-b x OR y')]
    assert asked == ["istio", None, None, None, None, None]


def test_a_field_for_all_words_leaves_small_ones_and_other_fields_alone():
    """Unless there are none but small ones; what names a field keeps it."""

    def fields(query: str):
        return [(term.words[0], term.field) for clause in only_in(parse(query), "bio")
                for term in clause.terms]  # fmt: skip

    assert fields("the mesh title:istio") == [("mesh", "bios"), ("istio", "title")]
    assert fields("the") == [("the", "bios")]
    assert fields('"the" mesh') == [("the", "bios"), ("mesh", "bios")]
    assert fields("the OR mesh") == [("the", "bios"), ("mesh", "bios")]
    assert only_in(parse("year:2017 the"), "bio")[0].facts == (Fact("year", "2017"),)


def test_what_is_left_out_is_left_out_whole():
    """``-CI/CD`` leaves out the two words side by side; a fact without a value is text."""
    assert parse("-CI/CD") == (Clause((Term(("ci", "cd")),), excluded=True),)
    assert parse("title:CI/CD")[0].terms[0].words == ("ci", "cd")
    assert parse("year:!")[0].terms[0].words == ("year",)


def test_a_query_has_forty_clauses_at_most():
    """What is longer than anybody types is cut off."""
    assert len(parse(" ".join(f"w{n}" for n in range(60)))) == 40


@given(st.text(max_size=300))
def test_no_text_raises(text: str):
    """Whatever is typed is read, and always in the same way."""
    assert parse(text) == parse(text)


@given(st.text(alphabet='ab "-*:()OR^{}+', max_size=60))
def test_no_sign_out_of_place_raises(text: str):
    """Signs of the language in any disorder are read, and no clause is empty."""
    assert all(clause.terms or clause.facts for clause in parse(text))
