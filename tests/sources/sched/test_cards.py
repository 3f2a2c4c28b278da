"""Speaker cards are read with or without pictures, and join the people of the title line."""

from __future__ import annotations

import pytest

from talkctl.record import Credit
from talkctl.sources.sched import SOURCE
from talkctl.sources.sched.cards import Card, join_cards, may_be_billed, read_cards
from talkctl.sources.source import lines_of


def _cards(text: str, *billed: str) -> list[tuple[str, str, str | None, str | None, str | None]]:
    cards = read_cards(lines_of(text), billed).cards
    return [(card.name, card.role, card.job, card.org, card.bio) for card in cards]


@pytest.mark.parametrize("mark", ["avatar for Jane Doe\n\n", "JD\n\n", ""])
def test_a_card_opens_with_a_picture_initials_or_the_name(mark: str) -> None:
    """Sched shows a picture or initials; some copies have neither."""
    text = f"Speakers\n{mark}Jane Doe\n\nRigger, Acme\nJane ties knots... Read More →\n"
    assert _cards(text) == [("Jane Doe", "speaker", "Rigger", "Acme", "Jane ties knots...")]


@pytest.mark.parametrize(
    ("line", "job", "org"),
    [
        ("CTO, Acme, Inc.", "CTO", "Acme, Inc."),
        ("Developer, Acme ehf.", "Developer", "Acme ehf."),
        ("Student", "Student", None),
        ("Acme", None, "Acme"),
        ("VP, Ropes & Knots, Acme", "VP, Ropes & Knots", "Acme"),
        ("Harbour Master, Quay", "Harbour Master", "Quay"),
    ],
)
def test_the_first_line_is_position_and_company(
    line: str, job: str | None, org: str | None
) -> None:
    """One word is a job if it names one, else the company; before a comma stands the position."""
    assert _cards(f"Speakers\nJD\n\nJane Doe\n\n{line}\n") == [
        ("Jane Doe", "speaker", job, org, None)
    ]


@pytest.mark.parametrize(
    "bio",
    [
        "I tie knots and I like it",
        "Jane ties knots.",
        "She has tied knots for years...",
        "Founder of a small rope company.",
    ],
)
def test_a_sentence_is_no_position(bio: str) -> None:
    """A card without a position begins with the bio."""
    assert _cards(f"Speakers\nJD\n\nJane Doe\n\n{bio}\n") == [
        ("Jane Doe", "speaker", None, None, bio)
    ]


def test_sections_give_roles() -> None:
    """Who stands under ``Moderators`` moderates."""
    text = "Moderators\nJD\n\nJane Doe\n\nSpeakers\nJR\n\nJohn Roe\n"
    assert [(name, role) for name, role, *_ in _cards(text)] == [
        ("Jane Doe", "moderator"), ("John Roe", "speaker"),
    ]  # fmt: skip


def test_a_card_cut_off_in_the_name_still_ends_the_one_before() -> None:
    """What is left of a name is recognised by its initials and by who is billed."""
    text = "Speakers\nJR\n\nJohn Roe\n\nJohn ties.\nJD\n\nJane"
    assert [card[0] for card in _cards(text, "John Roe", "Jane Doe")] == ["John Roe", "Jane Doe"]


def test_a_card_outranks_an_organisation_named_for_a_group() -> None:
    """The title's own organisation first, then the card's, then the group's."""
    group = (Credit("Jane Doe", org="Acme", org_shared=True), Credit("John Roe", org="Bolt"))
    cards = (
        Card("John Roe", "speaker", "CTO", "Elsewhere", None),
        Card("Jane Doe", "speaker", None, "Quay", None),
    )
    joined, _ = join_cards(group, cards)
    assert [(credit.job, credit.org) for credit in joined] == [(None, "Quay"), ("CTO", "Bolt")]


def test_the_one_card_left_over_belongs_to_the_one_person_left_over() -> None:
    """With one surname, or one given name, account and title line name the same person."""
    for name in ("Klaus Ma", "Da Brown"):
        joined, bios = join_cards((Credit("Da Ma"),), (Card(name, "speaker", None, None, "x"),))
        assert [credit.name for credit in joined] == ["Da Ma"]
        assert [(bio.name, bio.heading) for bio in bios] == [("Da Ma", name)]


def test_a_company_written_like_a_name_is_no_person() -> None:
    """Right below the name on a card with initials stands the position, however it is written."""
    assert _cards("Speakers\nJD\n\nJane Doe\n\nPeter Tarn\n") == [
        ("Jane Doe", "speaker", None, "Peter Tarn", None)
    ]


def test_cards_without_pictures_are_told_apart() -> None:
    """A name with an empty line below it opens the next card."""
    text = "Speakers\nJane Doe\n\nRigger, Acme\nShe ties knots.\nJohn Roe\n\nBolt\n"
    assert [card[0] for card in _cards(text)] == ["Jane Doe", "John Roe"]


def test_nobody_on_the_title_line_is_unknown_to_all_cards() -> None:
    """Of ``Reading - Ann Poe`` with a card of John Roe, nothing bills anybody."""
    john = Card("John Roe", "speaker", None, None, None)
    assert not may_be_billed((Credit("Ann Poe"),), (john,))
    assert may_be_billed((Credit("Jon Roe"),), (john,))
    assert may_be_billed((Credit("Ann Poe", org="Acme"),), (john,))
    assert may_be_billed((Credit("Ann Poe"),), ())


def test_what_may_be_job_or_company_is_not_both() -> None:
    """``Jane Doe, Independent`` with a card that says more keeps the card's word for the job."""
    card = Card("Jane Doe", "speaker", "Rigger", "Freelance", None)
    (joined,), _ = join_cards((Credit("Jane Doe", job="Freelance"),), (card,))
    assert (joined.job, joined.org) == ("Rigger", "Freelance")


def test_cards_need_no_heading_above_a_picture() -> None:
    """A picture opens a card wherever it stands."""
    page = (
        "Harbour Days 2021 has ended\nTuesday, October 12\n\n9:00am PDT\n\nKnots\nOn knots.\n"
        "avatar for Jane Doe\nJane Doe\n\nRigger, Acme & Cia.\n\n"
        "Tuesday October 12, 2021 9:00am - 9:40am PDT\nTarn\n"
    )
    (record,) = SOURCE.parse("page", page).records
    assert record.abstract == "On knots."
    assert [(one.name, one.job, one.org) for one in record.speakers] == [
        ("Jane Doe", "Rigger", "Acme & Cia.")
    ]


def test_the_name_below_a_picture_is_the_one_of_the_page() -> None:
    """An account may be called otherwise; what is no name below its picture is none."""
    text = "Speakers\navatar for Captain Doe\n\nJane Doe\n\nRigger, Acme\n"
    other = "avatar for Ann Poe\n\nWriter, Acme\n"
    assert [card[:4] for card in _cards(text + other)] == [
        ("Jane Doe", "speaker", "Rigger", "Acme"), ("Ann Poe", "speaker", "Writer", "Acme"),
    ]  # fmt: skip
