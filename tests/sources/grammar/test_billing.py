"""Names, jobs and organisations in one breath are taken apart as a person takes them apart."""

from __future__ import annotations

import pytest

from talkctl.sources.grammar.billing import Known, parse_billing
from talkctl.sources.grammar.positions import job_and_org

Person = tuple[str, str | None, str | None]


def _billed(text: str, known: Known | None = None) -> list[Person]:
    return [(credit.name, credit.job, credit.org) for credit in parse_billing(text, known)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Doe", [("Jane Doe", None, None)]),
        ("Jane Doe, Acme, Inc.", [("Jane Doe", None, "Acme, Inc.")]),
        ("Jane Doe, Acme,", [("Jane Doe", None, "Acme")]),
        ("Jane Doe,", [("Jane Doe", None, None)]),
        ("Jane Doe, CEO, Acme", [("Jane Doe", "CEO", "Acme")]),
        ("Jane Doe, CEO at Acme", [("Jane Doe", "CEO", "Acme")]),
        ("Jane Doe, Acme, CEO", [("Jane Doe", "CEO", "Acme")]),
        ("Jane Doe, Student", [("Jane Doe", "Student", None)]),
        ("Jane Doe (Acme)", [("Jane Doe", None, "Acme")]),
        ("Jane Doe (acme.dev)", [("Jane Doe", None, "acme.dev")]),
        ("Jane Doe (she/her), Acme", [("Jane Doe", None, "Acme")]),
        ("Jane Doe @ Acme", [("Jane Doe", None, "Acme")]),
        ("Jane Doe from Acme", [("Jane Doe", None, "Acme")]),
        ("Jane Doe (Janie) Poe, Acme", [("Jane Doe (Janie) Poe", None, "Acme")]),
        ("Jane Doe (Kay), Acme", [("Jane Doe (Kay)", None, "Acme")]),
        ("Wei Li (李伟), Acme", [("Wei Li (李伟)", None, "Acme")]),
        ("Jane Doe, VP, Tools & GM, Labs, Acme", [("Jane Doe", "VP, Tools & GM, Labs", "Acme")]),
        ("Jane Doe, Architect, Ropes and Knots, Acme",
         [("Jane Doe", "Architect, Ropes and Knots", "Acme")]),
        ("Jane Doe, Institute for Knots, University of Rope",
         [("Jane Doe", None, "Institute for Knots, University of Rope")]),
        ("Jane Doe, Professor, University of Rope, Bergen",
         [("Jane Doe", "Professor", "University of Rope, Bergen")]),
        ("Jane Doe, Bolt & Sons", [("Jane Doe", None, "Bolt & Sons")]),
        ("Jane Doe, Morgan Stanley", [("Jane Doe", None, "Morgan Stanley")]),
        ("John Roe, Jr., Acme", [("John Roe, Jr.", None, "Acme")]),
        ("John Roe, Jr. (CTO, Acme)", [("John Roe, Jr.", "CTO", "Acme")]),
        ("Jane Doe, PhD, Architect at Acme", [("Jane Doe, PhD", "Architect", "Acme")]),
        ("Jane Doe; Acme, Inc.", [("Jane Doe", None, "Acme, Inc.")]),
        ("Jane Doe (Engenheira de Software na Acme)",
         [("Jane Doe", "Engenheira de Software", "Acme")]),
    ],
)  # fmt: skip
def test_one_person_is_one_person_whatever_commas_follow(text: str, people: list[Person]) -> None:
    """Commas and ampersands inside jobs and organisations make no further people."""
    assert _billed(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Doe & John Roe, Acme", [("Jane Doe", "Acme"), ("John Roe", "Acme")]),
        ("Jane Doe und John Roe, beide Acme", [("Jane Doe", "Acme"), ("John Roe", "Acme")]),
        ("Jane Doe (Acme), Ann Poe, John Roe (Bolt)",
         [("Jane Doe", "Acme"), ("Ann Poe", None), ("John Roe", "Bolt")]),
        ("Jane Doe and John Roe, Acme", [("Jane Doe", "Acme"), ("John Roe", "Acme")]),
        ("Jane Doe, Acme & John Roe, Bolt", [("Jane Doe", "Acme"), ("John Roe", "Bolt")]),
        ("Jane Doe, Acme; John Roe, Bolt", [("Jane Doe", "Acme"), ("John Roe", "Bolt")]),
        ("Jane Doe, Ann Poe & John Roe, Acme",
         [("Jane Doe", "Acme"), ("Ann Poe", "Acme"), ("John Roe", "Acme")]),
        ("Jane Doe, Ann Poe, and John Roe, Acme",
         [("Jane Doe", "Acme"), ("Ann Poe", "Acme"), ("John Roe", "Acme")]),
        ("Jane Doe, Xuq Yarr & John Roe",
         [("Jane Doe", None), ("Xuq Yarr", None), ("John Roe", None)]),
        ("Jane Doe, Xuq Yarr and John Roe (Acme)",
         [("Jane Doe", "Acme"), ("Xuq Yarr", "Acme"), ("John Roe", "Acme")]),
        ("Jane Doe, Acme and John Roe (Bolt)", [("Jane Doe", "Acme"), ("John Roe", "Bolt")]),
        ("Jane Doe & John Roe,", [("Jane Doe", None), ("John Roe", None)]),
        ("Jane Doe & others", [("Jane Doe", None)]),
        ("Jane Doe, Ph.D., Acme & John Roe, Jr., Bolt",
         [("Jane Doe, Ph.D.", "Acme"), ("John Roe, Jr.", "Bolt")]),
        ("Jane Doe & Ana Costa e Silva, Acme", [("Jane Doe", "Acme"), ("Ana Costa e Silva", "Acme")]),
        ("Ana Souza e Bruno Lima, Acme", [("Ana Souza", "Acme"), ("Bruno Lima", "Acme")]),
        ("Jane Doe, Rope & Søn A/S", [("Jane Doe", "Rope & Søn A/S")]),
        ("A. Doe, Acme & H. G. Roe, Bolt", [("A. Doe", "Acme"), ("H. G. Roe", "Bolt")]),
        ("Jane Doe, TBA", [("Jane Doe", None)]),
        ("Speaker TBA", []),
        ("N.N.", []),
        ("Jane Doe, Acme (she/her)", [("Jane Doe", "Acme")]),
        ("Various Speakers", []),
    ],
)  # fmt: skip
def test_several_people_share_or_have_their_own(
    text: str, people: list[tuple[str, str | None]]
) -> None:
    """An organisation belongs to whoever stands directly before it, or to all who have none."""
    assert [(name, org) for name, _, org in _billed(text)] == people


def test_a_shared_organisation_is_marked_as_shared() -> None:
    """Whoever has an organisation of their own is certain of it; a group is not."""
    own, *group = parse_billing("Jane Doe, Acme & John Roe & Ann Poe, Bolt")
    assert not own.org_shared
    assert [credit.org_shared for credit in group] == [True, True]


def test_the_page_decides_who_is_a_person() -> None:
    """A name the page knows is a person; an organisation it knows is none."""
    assert _billed("Jane Doe, Red Moss & John Roe, Acme") == [
        ("Jane Doe", None, "Red Moss"), ("John Roe", None, "Acme"),
    ]  # fmt: skip
    known = Known(here=("Jane Doe", "Red Moss", "John Roe"))
    assert [name for name, _, _ in _billed("Jane Doe, Red Moss & John Roe, Acme", known)] == [
        "Jane Doe", "Red Moss", "John Roe",
    ]  # fmt: skip
    taken = Known(orgs=frozenset({"anna marsh"}))
    assert _billed("Jane Doe, Anna Marsh & John Roe, Acme", taken)[0][2] == "Anna Marsh"


@pytest.mark.parametrize(
    "text", ["", "Werk AG", "Lessons Learned", "Part 2", "and more", "the rest of us", "…"]
)
def test_what_does_not_begin_with_a_person_bills_nobody(text: str) -> None:
    """A subtitle is no billing."""
    assert parse_billing(text) == ()


@pytest.mark.parametrize(
    ("fields", "job", "org"),
    [
        (["Staff Engineer", "Acme"], "Staff Engineer", "Acme"),
        (["VP of Engineering"], "VP of Engineering", None),
        (["CEO of Acme"], "CEO", "Acme"),
        (["Chef"], None, "Chef"),
        (["acme.dev"], None, "acme.dev"),
        (["Sr. Dev"], "Sr. Dev", None),
        (["Founder / CTO", "Acme"], "Founder / CTO", "Acme"),
        (["Acme @acmecloud"], None, "Acme"),
        (["Leiter Plattform", "Acme GmbH"], "Leiter Plattform", "Acme GmbH"),
        (["Director", ""], "Director", None),
        (["cartographer at the Herald"], "cartographer", "the Herald"),
        (["Analista de Segurança na Acme"], "Analista de Segurança", "Acme"),
        (["Ingeniera de software en Acme"], "Ingeniera de software", "Acme"),
        (["Ingeniera en Sistemas"], "Ingeniera en Sistemas", None),
        (["Pesquisador independente"], "Pesquisador independente", None),
        ([], None, None),
    ],
)
def test_job_and_organisation_are_told_apart(
    fields: list[str], job: str | None, org: str | None
) -> None:
    """What ends in an occupation or begins with a rank is a job, what remains the organisation."""
    assert job_and_org(fields) == (job, org)


def test_a_long_line_bills_nobody_and_costs_nothing() -> None:
    """No page bills people in a megabyte."""
    assert parse_billing("Jane Doe, Acme & " * 60_000) == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Doe (Freelancer) & John Roe (Acme)",
         [("Jane Doe", "Freelancer", None), ("John Roe", None, "Acme")]),
        ("Jane (jj) Doe (Acme)", [("Jane (jj) Doe", None, "Acme")]),
        ("Jane Doe (Acme) & Mox (Bolt)", [("Jane Doe", None, "Acme"), ("Mox", None, "Bolt")]),
        ("Jane Doe, VP, Engineering at Acme", [("Jane Doe", "VP, Engineering", "Acme")]),
        ("Jane Doe, Knot Advisor, Acme", [("Jane Doe", "Knot Advisor", "Acme")]),
        ("Jane Doe, Acme; John Roe; Ann Poe, Bolt",
         [("Jane Doe", None, "Acme"), ("John Roe", None, None), ("Ann Poe", None, "Bolt")]),
    ],
)  # fmt: skip
def test_brackets_and_semicolons_keep_people_apart(text: str, people: list[Person]) -> None:
    """A bracket is its own person's, and nothing is shared across a semicolon."""
    assert _billed(text) == people


def test_a_name_the_page_spells_with_brackets_stays_whole() -> None:
    """A bracket in a name that a card shows is no organisation."""
    known = Known(here=("Jane Doe (Jay)",))
    assert _billed("Jane Doe (Jay), Rigger, Acme", known)[0][0] == "Jane Doe (Jay)"


def test_a_slash_parts_organisations_as_the_people_are_parted() -> None:
    """As many of one as of the other; a bracket behind the last of three is no part of a name."""
    assert _billed("Jane Doe & John Roe, Acme / Bolt") == [
        ("Jane Doe", None, "Acme"), ("John Roe", None, "Bolt"),
    ]  # fmt: skip
    assert [name for name, _, _ in _billed("Jane Doe, Bin-Yu Hsieh, Ann Poe (Acme)")] == [
        "Jane Doe", "Bin-Yu Hsieh", "Ann Poe",
    ]  # fmt: skip
    assert _billed("Jane Doe, John Roe (both Acme)")[1] == ("John Roe", None, "Acme")
