"""How words are cut into stems and plain forms."""

from __future__ import annotations

import pytest

from talkctl.store.lexicon import base, plain_forms, plural, singular, spelt_elsewhere, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("saving", "saves"),
        ("coding", "code"),
        ("timed", "time"),
        ("running", "runs"),
        ("logging", "logs"),
        ("meshes", "meshed"),
        ("routing", "route"),
        ("writing", "writes"),
        ("planned", "planning"),
    ],
)
def test_number_and_tense_do_not_count(one: str, other: str):
    """A silent e that an ending has swallowed comes back; a doubled consonant goes."""
    assert base(one) == base(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("debugger", "debugging"),
        ("instrument", "instrumenting"),
        ("documents", "documented"),
        ("deploy", "deployment"),
        ("containerized", "containerization"),
        ("scalability", "scaling"),
        ("planner", "planning"),
    ],
)
def test_a_family_has_one_stem(one: str, other: str):
    """Endings that make one word of another are cut off; that of ``document`` is none."""
    assert stem(one) == stem(other)


def test_unlike_words_stay_apart():
    """``time`` is not Tim, nor ``saving`` a savory; a ``plane`` is no plan, who is ``ready`` no reader."""
    assert base("planes") != base("planning")
    assert base("ready") != base("reading")
    assert base("timing") != base("tim")
    assert stem("saving") != stem("sav")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("virtualisation", "virtualization"),
        ("analysing", "analyzing"),
        ("behaviours", "behaviors"),
        ("modelling", "modeling"),
        ("licence", "license"),
        ("practises", "practices"),
        ("catalogue", "catalog"),
        ("centre", "center"),
        ("programmes", "programs"),
    ],
)
def test_a_word_is_known_in_the_spelling_of_both_shores(british: str, american: str):
    """Either leads to the other."""
    assert american in spelt_elsewhere(british)
    assert british in spelt_elsewhere(american)


@pytest.mark.parametrize("word", ["four", "your", "size", "filled", "server", "istio", "og", "e"])
def test_a_word_that_merely_ends_so_is_spelt_alike_everywhere(word: str):
    """What is left before the ending must be able to be a word's beginning."""
    assert spelt_elsewhere(word) == []


@pytest.mark.parametrize(
    ("one", "many"),
    [("policy", "policies"), ("gateway", "gateways"), ("mesh", "meshes"), ("pod", "pods")],
)
def test_a_word_has_two_numbers(one: str, many: str):
    """And each leads to the other."""
    assert plural(one) == many
    assert singular(many) == one


def test_plain_forms_are_those_of_a_dictionary():
    """A word may stand in a list with the vowel that its ending has taken."""
    assert {"regulations", "regulation"} <= set(plain_forms("regulations"))
    assert "encode" in plain_forms("encoding")
    assert "verify" in plain_forms("verifying")
