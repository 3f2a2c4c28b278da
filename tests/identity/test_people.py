"""Which names are one person's, across spellings and talks."""

from __future__ import annotations

import pytest

from talkctl.identity.corrections import Corrections, PersonFacts
from talkctl.identity.decisions import Decision
from talkctl.identity.people import gather_people
from talkctl.identity.talks import Group
from talkctl.record import Bio, Credit, Record
from tests.identity.told import joined


def _talk(*credits: Credit, bios: tuple[Bio, ...] = ()) -> Group:
    record = Record("page.txt", "archive", 1, 2, "A", "A", speakers=credits, bios=bios)
    return Group([record], members=[0])


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


def _billed(line: int, event: str, *credits: Credit) -> Record:
    title = f"Talk number {line} on things {line}"
    return Record(
        f"{event}.xml", "schedule-xml", line, line, title, title, event=event, speakers=credits
    )


def _ids(*records: Record, decisions: tuple[Decision, ...] = ()) -> list[str]:
    return sorted(person.id for person in joined(*records, decisions=decisions).people)


HERE, THERE = "HeronCon 2018", "OtterConf 2019"


def test_nobody_becomes_two_people_because_others_come() -> None:
    """Whether a name is common is a matter of the name, not of who else is in the library."""
    same = Credit("Ragnhild Yarborough", org="Acme"), Credit("Ragnhild Yarborough", org="Northwind")
    mine = _billed(1, HERE, same[0]), _billed(2, THERE, same[1])
    crowd = [
        _billed(n, f"Con {n} 2018", Credit(f"Ragnhild Of{n}"), Credit(f"Given{n} Yarborough"))
        for n in range(3, 53)
    ]
    assert len(_ids(*mine)) == 1
    assert len(_ids(*mine, *crowd)) == 1 + 2 * len(crowd)


def test_a_common_name_at_two_companies_is_two_people() -> None:
    """There are many of the name David Smith, but hardly two Aroha Brightwaters."""
    common = Credit("David Smith", org="Acme"), Credit("David Smith", org="Northwind")
    rare = Credit("Aroha Brightwater", org="Acme"), Credit("Aroha Brightwater", org="Northwind")
    assert len(_ids(_billed(1, HERE, common[0]), _billed(2, THERE, common[1]))) == 2
    assert len(_ids(_billed(1, HERE, common[0]), _billed(2, THERE, common[0]))) == 1
    assert len(_ids(_billed(1, HERE, rare[0]), _billed(2, THERE, rare[1]))) == 1


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Brendan Quillfeather", "B. Quillfeather", 1), ("Brendan Quillfeather", "C. Quillfeather", 2),
        ("Núria Sørensen", "Nuria Sorensen", 1), ("Müller, Jörg", "Joerg Mueller", 1),
        ("山田太郎 (Taro Yamada)", "Taro Yamada", 1), ("Robert “Bob” Umarova", "Bob Umarova", 1),
        ("Ludwig van der Lindqvist", "Ludwig Lindqvist", 1), ("Prof. Ines Ibarrola", "Ines Ibarrola", 1),
        ("Hilke “Ace” Dunmore", "Gwendal “Ace” Dunmore", 2), ("Robert Umarova", "Bob Umarova", 1),
        ("Robert Umarova", "Bob Montrose", 2), ("Robert Smith", "Bob Smith", 2),
        ("Brendan Quillfeather", "Beatrix Quillfeather", 2), ("Brendan Quillfeather", "Brendan", 2),
        ("Quillfeather", "B. Quillfeather", 2), ("Ines Ibarrola", "Ines Maria Ibarrola", 1),
    ],
)  # fmt: skip
def test_spellings_across_talks(one: str, other: str, count: int) -> None:
    """Initials, accents, order, titles, nicknames, particles and scripts, at one company."""
    records = (
        _billed(1, HERE, Credit(one, org="Acme")),
        _billed(2, THERE, Credit(other, org="Acme")),
    )
    assert len(_ids(*records)) == count


def test_an_initial_that_may_be_two_people_is_joined_with_neither() -> None:
    """Two of one company begin alike."""
    both = Credit("Brendan Umarova", org="Acme"), Credit("Bastian Umarova", org="Acme")
    assert (
        len(_ids(_billed(1, HERE, *both), _billed(2, THERE, Credit("B. Umarova", org="Acme")))) == 3
    )


def test_one_id_in_one_system_is_one_person() -> None:
    """Under whatever name; a small number only means something at one event."""
    guid = "0b54f1ca-3a9c-4a35-9d0f-3f2f0a5b8c11"
    first, second = Credit("Redbeard", uid=guid), Credit("Brendan Quillfeather", uid=guid)
    assert len(_ids(_billed(1, HERE, first), _billed(2, THERE, second))) == 1
    first, second = Credit("Redbeard", uid="7"), Credit("Brendan Quillfeather", uid="7")
    assert len(_ids(_billed(1, HERE, first), _billed(2, THERE, second))) == 2


def test_two_names_on_one_talk_are_two_people() -> None:
    """However near, unless one is only the other in full; elsewhere they stay two."""
    ann, anna = Credit("Ann Umarova", org="Acme"), Credit("Anna Umarova", org="Acme")
    assert len(_ids(_billed(1, HERE, ann), _billed(2, THERE, anna))) == 1
    assert len(_ids(_billed(1, HERE, ann, anna))) == 2
    assert len(_ids(_billed(1, HERE, ann, anna), _billed(2, THERE, ann))) == 2


def test_who_nobody_tells_of_is_one_where_nothing_is_against_it() -> None:
    """Bearers of a common name without a company: one at one event, two where two companies are."""
    bare, acme, bolt = (Credit("David Smith", org=org) for org in (None, "Acme", "Bolt"))
    assert len(_ids(_billed(1, HERE, bare), _billed(2, HERE, bare))) == 1
    assert len(_ids(_billed(1, HERE, bare), _billed(2, HERE, acme))) == 1
    assert len(_ids(_billed(1, HERE, bare), _billed(2, HERE, acme), _billed(3, HERE, bolt))) == 3
