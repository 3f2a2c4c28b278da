"""Which names are one person's, across spellings and talks."""

from __future__ import annotations

from talkctl.identity.corrections import Corrections, PersonFacts
from talkctl.identity.people import gather_people
from talkctl.identity.talks import Group
from talkctl.model import Bio, Credit, Record


def _talk(*credits: Credit, bios: tuple[Bio, ...] = ()) -> Group:
    record = Record("page.txt", "archive", 1, 2, "A", "A", speakers=credits, bios=bios)
    return Group([record], "a")


def _names(*talks: Group, corrections: Corrections | None = None) -> list[str]:
    found = gather_people(list(talks), corrections or Corrections())
    return sorted(person.name for person in found.people)


def test_one_name_on_two_talks_is_one_person() -> None:
    """Whatever the organisation: that belongs to the appearance."""
    talks = (
        _talk(Credit("Torin Sandall", org="Styra")),
        _talk(Credit("Torin Sandall", org="Netflix")),
    )
    assert _names(*talks) == ["Torin Sandall"]


def test_a_bio_header_with_a_slip_is_the_person_billed() -> None:
    """On one talk, Micheal is Michael, and both names are kept."""
    bio = Bio("Michael Benedict", "He leads …", "Micheal Benedict")
    found = gather_people([_talk(Credit("Michael Benedict"), bios=(bio,))], Corrections())
    assert [(person.name, person.aliases) for person in found.people] == [
        ("Michael Benedict", ("Micheal Benedict",))
    ]


def test_near_names_on_different_talks_are_two_people() -> None:
    """A slip is only forgiven within one talk: Yun Zhang is not Yan Zhang."""
    assert _names(_talk(Credit("Yun Zhang")), _talk(Credit("Yan Zhang"))) == [
        "Yan Zhang",
        "Yun Zhang",
    ]


def test_the_fuller_name_is_shown_where_an_organisation_agrees() -> None:
    """Ahmet Balkan and Ahmet Alp Balkan of one company are one person."""
    talks = (
        _talk(Credit("Ahmet Balkan", org="Google")),
        _talk(Credit("Ahmet Alp Balkan", org="Google")),
    )
    assert _names(*talks) == ["Ahmet Alp Balkan"]


def test_a_middle_name_without_further_evidence_keeps_people_apart() -> None:
    """John Smith and John Q. Smith of different companies may be two."""
    talks = _talk(Credit("John Smith", org="A")), _talk(Credit("John Q. Smith", org="B"))
    assert len(_names(*talks)) == 2


def test_odd_capitals_and_titles_are_not_shown() -> None:
    """CzarkowskI is a slip of the shift key; Dr. is no part of a name."""
    odd = Bio("Paul CzarkowskI", "He …", "Paul Czarkowski")
    assert _names(_talk(Credit("Paul CzarkowskI"), bios=(odd,))) == ["Paul Czarkowski"]
    assert _names(_talk(Credit("Dr. Tyrone Grandison"))) == ["Tyrone Grandison"]


def test_corrections_join_names_and_add_others() -> None:
    """What no page can show, the open file of corrections may say."""
    facts = Corrections("c.toml", people=(PersonFacts("Brian Redbeard", ("Brian Harrington",)),))
    talks = _talk(Credit("Brian Redbeard")), _talk(Credit("Brian Harrington"))
    found = gather_people(list(talks), facts)
    assert len(found.people) == 1
    assert {found.on_talk[0, "Brian Redbeard"]} == {found.on_talk[1, "Brian Harrington"]}
