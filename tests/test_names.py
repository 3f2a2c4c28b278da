"""Spellings of one name are one name, and titles are no names."""

from __future__ import annotations

import pytest

from talkctl.givennames import begins_with_given_name
from talkctl.names import (
    initials,
    looks_like_name,
    name_parts,
    name_words,
    org_called,
    org_key,
    plausibly_same,
    same_person,
    short_form,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Doe", "jane doe"), ("Jane Doe", "Doe Jane"), ("José Núñez", "Jose Nunez"),
        ("Frank B Greco Jr", "Frank Basil Greco"), ("Dr. Jane Doe", "Jane Doe"),
        ("A.J. Lee", "AJ Lee"), ("Jane “JJ” Doe", "Jane Doe"), ("Jane O'Neil", "Jane O’Neil"),
        ("Jane Ann Doe", "Jane Doe"), ("Jane B Doe", "Jane Beth Ann Doe"), ("JaneDoe", "Jane Doe"),
        ("Robert “Bob” Doe", "Bob Doe"), ("Jörg Öst", "Joerg Oest"),
        ("山田太郎 (Taro Yamada)", "Taro Yamada"),
        ("山田太郎 (Taro Yamada)", "山田太郎"), ("山田太郎 Taro Yamada", "Taro Yamada"), ("Jane", "Jane"),
        ("Jane Doe (she/her)", "Jane Doe"), ("Jane Doe (Jane Roe)", "Jane Roe"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_the_same_person(one: str, other: str) -> None:
    """Order, accents, titles, nicknames and middle names do not count, in either direction."""
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jane Doe", "Jane Roe"), ("Jane Doe", "John Doe"), ("Jane", "Jane Doe"),
     ("Jane Ann Doe", "Jane Beth Doe"), ("", "Jane"), ("", ""), ("Jane Doe", "Doe"),
     ("Jane Ann Doe", "Jane Alice Doe"),
     ("Jane Doe (Acme Corp)", "Acme Corp"), ("Jane Doe (on tour)", "on tour"),
     ("Robert “the builder” Doe", "the builder Doe"), ("Robert (Bob Ray) Doe", "Bob Doe"),
     ("Jane Beth Ann Doe", "Jane C. Doe")],
)  # fmt: skip
def test_other_names_are_other_people(one: str, other: str) -> None:
    """A shared part is not enough to be certain."""
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jane", "Jane Doe"), ("Jane Doe", "Jane"), ("Doe", "Jane Doe"), ("Vish Doe", "Vishnu Doe"),
     ("Michael Doe", "Micheal Doe"), ("Karl-Heinz", "Karl Heinz Doe"), ("B Doe", "Bob Doe")],
)  # fmt: skip
def test_within_one_talk_a_short_form_or_a_slip_is_the_same_person(one: str, other: str) -> None:
    """Beside one title, looser likeness is enough."""
    assert plausibly_same(one, other)
    assert not plausibly_same(one, "Someone Else")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Jane Doe", "Jane"), ("Jane Doe", "John Doe"), ("Vish Doe", "Vishnu Roe"), ("", "Jane"),
     ("Karl Heinz", "Karl Heinz Doe"), ("Jane Poe", "Joan Roe"), ("Xu Doe", "Xuefeng Doe")],
)  # fmt: skip
def test_not_every_likeness_is_enough(one: str, other: str) -> None:
    """A second name alone, a short form of another family, three slips."""
    assert not plausibly_same(one, other)
    assert not plausibly_same(other, one)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe",
        "Jean-Luc O’Neil",
        "Ludwig van der Berg",
        "J. Paul Doe",
        "李 小龙",
        "Åsa Öst",
        "Omar al-Rashid",
        "d'Estaing Valérie",
        "Jane (JJ) Doe",
        "山田太郎",
    ],
)
def test_names_look_like_names(text: str) -> None:
    """Two to five capitalised words, particles small."""
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane",
        "how to tie",
        "Why Not?",
        "Part 2",
        "a b",
        "One Two Three Four Five Six",
        "C++ Tips",
        "van der",
        "Jane van doe",
        "Jane al-rashid",
        "Jane doe",
        "雲",
    ],
)
def test_other_text_does_not(text: str) -> None:
    """One word, small words, digits and sentence marks are no names."""
    assert not looks_like_name(text)


def test_parts_and_initials() -> None:
    """What tells people apart, and how pages shorten it."""
    assert name_parts("Dr. Jane “JJ” O’Neil-Doe Jr") == ("jane", "oneil", "doe")
    assert initials("Xuefeng Han") == "XH"
    assert initials(" Jean-Luc  o. Han ") == "JLOH"
    assert begins_with_given_name("Jane Xyz")
    assert not begins_with_given_name("Cloud Native")


def test_particles_are_found_joined():
    """``di Fazio`` is found as one word and as two."""
    assert {"di", "fazio", "difazio", "raffaeledi"} <= name_words("Raffaele di Fazio")
    assert "vandyk" in name_words("Willem van Dyk")
    assert name_words("Jane Roosevelt") == {"jane", "roosevelt"}


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [("b", "bob", True), ("vish", "vishnu", True), ("bob", "robert", True), ("robert", "bob", True),
     ("xu", "xuefeng", False), ("jane", "joan", False)],
)  # fmt: skip
def test_a_given_name_is_short_for_another(one: str, other: str, short: bool) -> None:
    """An initial, a beginning of three letters or more, or one that everybody knows."""
    assert short_form(one, other) == short


def test_an_organisation_is_the_same_with_and_without_its_legal_form() -> None:
    """``Inc``, commas and blanks tell no company from another; a name of nothing else stays."""
    assert org_key("Treasure Data, Inc.") == org_key("TreasureData")
    assert org_key("Red Hat") != org_key("Red Herring")
    assert org_key("SE") == "se"


def test_an_organisation_is_called_by_some_of_its_words() -> None:
    """Whole or begun, in any order, however it is spelt; never by none."""
    assert org_called("Treasure Data Inc", "treasuredata")
    assert org_called("Google Cloud", "google")
    assert org_called("Google Cloud", "clo goo")
    assert not org_called("Google", "google cloud")
    assert not org_called("Google", "?")
