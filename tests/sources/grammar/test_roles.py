"""Whoever stands behind a label is billed, with the role that it names."""

from __future__ import annotations

import pytest

from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.roles import billed_by_label, billed_with_roles, role_named

Person = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("niklas holm", [("niklas holm", None)]),
        ("Wolf", [("Wolf", None)]),
        ("Kim Pevey (Quay)", [("Kim Pevey", "Quay")]),
        ("Jane Doe, Acme", [("Jane Doe", "Acme")]),
        ("Dr. Ann Poe, Dr. Xuq Yarr (Quay)", [("Dr. Ann Poe", "Quay"), ("Dr. Xuq Yarr", "Quay")]),
        ("TBA", []),
    ],
)
def test_behind_a_label_anything_is_a_name(text: str, people: list[tuple[str, str | None]]) -> None:
    """``Speaker:`` says that a person follows, however the name is written."""
    assert [(credit.name, credit.org) for credit in billed_by_label(text)] == people


def test_a_label_in_the_plural_makes_names_between_commas_people() -> None:
    """``Speakers: A, B`` bills two people even if nobody has heard of either."""
    assert [c.name for c in billed_by_label("Xuq Yarr, Zog Blim", several=True)] == [
        "Xuq Yarr", "Zog Blim",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Doe, Rope & Sons", [("Jane Doe", None, "Rope & Sons")]),
        ("Jane Doe, Engineer at Rope & Twine", [("Jane Doe", "Engineer", "Rope & Twine")]),
        ("Jane Doe, Rope & Twine, Inc.", [("Jane Doe", None, "Rope & Twine, Inc.")]),
        ("Jane Doe, Founder & CTO, Acme", [("Jane Doe", "Founder & CTO", "Acme")]),
        ("jane doe & Mox", [("jane doe", None, None), ("Mox", None, None)]),
    ],
)
def test_an_ampersand_behind_a_label_may_be_in_an_organisation(
    text: str, people: list[Person]
) -> None:
    """What follows ``&`` is a person only if it can be one."""
    assert [(c.name, c.job, c.org) for c in billed_by_label(text)] == people


def test_each_person_has_the_role_that_is_named_before_them() -> None:
    """A moderator is one person where the word is in the singular; others are panelists."""
    text = "Moderator: Jane Doe, Acme; Panelists: John Roe & Ann Poe, Quay"
    assert [(c.name, c.role) for c in billed_with_roles(text, Known())] == [
        ("Jane Doe", "moderator"), ("John Roe", "panelist"), ("Ann Poe", "panelist"),
    ]  # fmt: skip


def test_a_word_that_names_no_role_makes_a_speaker() -> None:
    """In whatever language, the first word tells."""
    assert role_named("Moderated by") == role_named("Moderado por") == "moderator"
    assert role_named("with") == role_named("") == "speaker"
