"""Below a title, abstracts and bios are told apart and bios find their people."""

from __future__ import annotations

import pytest

from talkctl.record import Credit
from talkctl.sources.grammar.bios import Body, read_body
from talkctl.sources.source import lines_of

JANE, JOHN = Credit("Jane Doe", org="Acme"), Credit("John Roe", org="Bolt")


def _read(text: str, *people: Credit) -> Body:
    return read_body(lines_of(text), people or (JANE, JOHN))


@pytest.mark.parametrize(
    "header",
    ["About Jane Doe", "About Jane", "BIO:", "Bio", "Speaker Bio:", "Jane Doe Bio", "Jane Doe"],
)
def test_every_header_opens_a_bio(header: str) -> None:
    """``About NAME``, ``BIO:`` or the name alone stand above what is told of a person."""
    body = _read(f"Knots are fun.\n\n{header}\nJane is a rigger who likes rope.")
    assert body.abstract == "Knots are fun."
    assert [(bio.name, bio.text) for bio in body.bios] == [
        ("Jane Doe", "Jane is a rigger who likes rope.")
    ]


def test_bios_in_another_order_find_their_people() -> None:
    """Bios go by name, not by place."""
    body = _read("Knots.\n\nAbout John Roe\nJohn ties.\n\nAbout Jane Doe\nJane unties.")
    assert [(bio.name, bio.text) for bio in body.bios] == [
        ("John Roe", "John ties."), ("Jane Doe", "Jane unties."),
    ]  # fmt: skip


def test_bios_without_headers_are_the_last_paragraphs_that_say_who_somebody_is() -> None:
    """Nobody needs to write a header for a bio to be one."""
    body = _read("Knots are fun.\n\nJane Doe is a rigger.\n\nJohn Roe leads Bolt.")
    assert body.abstract == "Knots are fun."
    assert [bio.name for bio in body.bios] == ["Jane Doe", "John Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe is a rigger. In this talk she shows a knot.",
        "Jane Doe and John Roe will show a knot.",
        "Jane is working on a new kind of rope, which holds by itself.",
        "About Rope\nRope is older than the wheel.",
        "About Cloud Harbour\nCloud Harbour is an open source project for harbours.",
    ],
)
def test_what_speaks_of_the_talk_is_the_abstract(text: str) -> None:
    """An abstract may open with a name, or have chapters of its own."""
    body = _read(text)
    assert body.abstract == text
    assert body.bios == ()


def test_people_found_only_in_bios_join_with_the_role_of_the_session() -> None:
    """On a panel, whoever has a bio sits on it."""
    body = read_body(lines_of("Talk.\n\nAbout Ann Poe\nAnn is a pilot."), (JANE,), "panelist")
    assert [(person.name, person.role) for person in body.people] == [
        ("Jane Doe", "speaker"), ("Ann Poe", "panelist"),
    ]  # fmt: skip


def test_a_bio_under_another_spelling_keeps_that_spelling() -> None:
    """The person is named as billed; the heading keeps what stands above the bio."""
    body = _read("About Jane Beth Doe\nJane ties.")
    assert [(bio.name, bio.heading) for bio in body.bios] == [("Jane Doe", "Jane Beth Doe")]


@pytest.mark.parametrize(
    ("first", "job"),
    [
        ("Chief Rigger Officer, Acme", "Chief Rigger Officer"),
        ("Staff Engineer, Acme Inc", "Staff Engineer"),
        ("Staff Engineer, Elsewhere", None),
        ("Engineer, pilot, and friend of Acme.", None),
    ],
)
def test_a_position_above_a_bio_is_a_job_if_the_organisation_is_the_billed_one(
    first: str, job: str | None
) -> None:
    """Prose never gives a job; ``position, organisation`` does."""
    body = _read(f"About Jane Doe\n{first}\nJane ties knots.", JANE)
    assert body.people[0].job == job


def test_abstract_leads_back_from_a_bio() -> None:
    """``Abstract:`` below a bio begins the abstract."""
    body = _read("Bio: Jane Doe ties.\n\nAbstract: Knots are fun.", JANE)
    assert (body.abstract, [bio.text for bio in body.bios]) == (
        "Knots are fun.",
        ["Jane Doe ties."],
    )


def test_buttons_of_a_card_are_no_text() -> None:
    """Words that stand for buttons are left out."""
    body = _read("About Jane Doe\nTwitter Tweet Facebook Message Website\nJane ties.", JANE)
    assert [bio.text for bio in body.bios] == ["Jane ties."]


@pytest.mark.parametrize("told", ["I tie knots for a living.", "Knots, mostly, and some rope."])
def test_about_somebody_with_a_given_name_opens_a_bio(told: str) -> None:
    """Nobody need be billed, nor the bio say the name again."""
    body = read_body(lines_of(f"Knots are fun.\n\nAbout Jane Doe\n{told}"), ())
    assert (body.abstract, [bio.name for bio in body.bios]) == ("Knots are fun.", ["Jane Doe"])


def test_one_line_below_a_name_is_a_position() -> None:
    """Without a full stop it says what somebody does and where, if nothing else does; a pictogram
    in front of a bio hides nobody."""
    people = (Credit("Jane Doe"),)
    lines = lines_of("Ropes, joined at last.\n\nJane Doe\nSoftware Engineer at Acme\n")
    found = read_body(lines, people)
    assert [(c.job, c.org) for c in found.people] == [("Software Engineer", "Acme")]
    told = read_body(lines_of("Ropes, joined.\n\n👤 Jane Doe is a rigger.\n"), people)
    assert [bio.name for bio in told.bios] == ["Jane Doe"]
