"""What Meetup pages do besides: one-word titles, companies with dots, footnotes, code, marks."""

from __future__ import annotations

import pytest

from talkctl.sources import recognise
from talkctl.sources.meetup import SOURCE


def test_a_title_of_one_word_heads_its_block() -> None:
    """Said again above a label, it opens what is told of the talk on the agenda."""
    text = (
        "Knot Night\nDetails\n• 6:30pm: Doors open\n• 7pm: Splices\n• 8pm: Ends\n\n"
        "Splices\nSpeaker: Jane Doe\nAbstract: Ropes, joined.\n\nEnds\nSpeaker: John Roe, Acme\n"
    )
    talks = [record for record in SOURCE.parse("page", text).records if record.speakers]
    assert [(talk.title, talk.speakers[0].name, talk.start) for talk in talks] == [
        ("Splices", "Jane Doe", "19:00"), ("Ends", "John Roe", "20:00"),
    ]  # fmt: skip


def test_a_company_may_end_in_a_dot() -> None:
    """The line below a title still bills people if a legal form ends it."""
    text = (
        "Knot Night\nDec 5, 2019, 6:30 – 9:00 PM (CET)\nAbout this event\n\n6:30 PM\nDoors\n"
        "7:00 PM\nSplices\nJane Doe, Engineer, Rope & Co.\nRopes, joined at last.\n"
    )
    talk = SOURCE.parse("page", text).records[-1]
    assert [(c.name, c.job, c.org) for c in talk.speakers] == [
        ("Jane Doe", "Engineer", "Rope & Co.")
    ]
    assert talk.abstract == "Ropes, joined at last."


def test_code_and_footnotes_stay_in_the_abstract() -> None:
    """A comment in some code is no heading, a footnote no agenda line, and marks are kept."""
    text = (
        "Knot Night\nDetails\n6:30pm: Doors open\n7:00pm: Splices (Jane Doe, Acme)\n"
        "Abstract: Ropes are *really* joined.\n# splice it\nsplice(a, b)\n[1] knots.example.org\n"
    )
    assert SOURCE.sniff(text)
    assert [record.title for record in SOURCE.parse("page", text).records] == [
        "Doors open",
        "Splices",
    ]
    abstract = SOURCE.parse("page", text).records[1].abstract
    assert abstract == (
        "Ropes are *really* joined.\n# splice it\nsplice(a, b)\n[1] knots.example.org"
    )


def test_a_byte_order_mark_is_no_part_of_the_name() -> None:
    """What an editor puts in front of a text says nothing."""
    text = "Knot Night\nDetails\n6:30pm: Doors open\n7:00pm: Splices (Jane Doe, Acme)\n"
    assert SOURCE.parse("page", f"\ufeff{text}") == SOURCE.parse("page", text)


def test_days_and_hours_make_no_programme_of_a_meetup() -> None:
    """A date with hours above an agenda is claimed by this format alone, and ``12:30 - 1:00`` ends
    at one in the afternoon."""
    text = (
        "Lunch & Knots\n\nDetails\nFriday, September 6, 2024 · 11:30 AM to 1:30 PM EDT\n\n"
        "11:45 - 12:15 Splices (Jane Doe, Acme)\n12:30 - 1:00 Bends (John Roe, Bolt)\n"
        "1:00 - 1:30 Q&A and coffee\n\nBIO: John Roe is a rigger at Bolt.\n"
    )
    assert recognise("page", text) is SOURCE
    records = SOURCE.parse("page", text).records
    assert [(one.kind, one.end) for one in records] == [
        ("talk", "2024-09-06T12:15:00-04:00"), ("talk", "2024-09-06T13:00:00-04:00"),
        ("other", "2024-09-06T13:30:00-04:00"),
    ]  # fmt: skip
    assert [bio.name for one in records for bio in one.bios] == ["John Roe"]


def test_a_title_may_end_in_the_date() -> None:
    """Where no line says when it is, what stands behind a comma of the title does."""
    text = (
        "Knot Night, maandag 3 juni 2024\nDetails\n19:00 Splices (Jane Doe, Acme)\n20:00 Borrel\n"
    )
    assert {record.date for record in SOURCE.parse("page", text).records} == {"2024-06-03"}


@pytest.mark.parametrize(
    "page",
    [
        # Luma: buttons and the calendar's name above the title
        "Discover\nSign In\nPresented by\nRope Friends\nKnot Night\nWednesday, May 15, 2024\n"
        "18:30 - 21:30 GMT+2\nAbout Event\n{agenda}Hosted By\nRope Friends\n",
        # Eventbrite: the day above the title, and the date below it with a heading of its own
        "Eventbrite\nFind Events\nWednesday, May 15\nKnot Night\nBy Rope Friends\nDate and time\n"
        "Wednesday, May 15, 2024 · 6:30 - 9pm BST\nLocation\nThe Loft\nAbout this event\n{agenda}",
        # Bevy: what kind of event it is between the title and the date
        "Rope Friends Porto\nKnot Night\nHybrid event\nMay 15, 2024, 6:30 – 9:00 PM (UTC)\n"
        "About this event\n{agenda}",
        # Meetup: the title is above the host; comments are dated, and the event is below them
        "Meetup home\nKeyword for events\nKnot Night\nHosted by\nAnn P.\nDetails\n{agenda}"
        "Comments\nBob\n2024-05-16\nWednesday, May 15, 2024\n6:30 PM to 9:00 PM CEST\n",
    ],
    ids=["luma", "eventbrite", "bevy", "meetup"],
)
def test_a_page_of_any_site_names_its_event_and_day(page: str) -> None:
    """Buttons, groups, hosts and comments around the details are neither the title nor the date."""
    agenda = "18:30 Doors\n19:00 Splices (Jane Doe, Acme)\n20:00 Networking\n"
    text = page.format(agenda=agenda)
    assert recognise("page", text) is SOURCE
    talks = [record for record in SOURCE.parse("page", text).records if record.speakers]
    assert [(talk.title, talk.event, talk.date) for talk in talks] == [
        ("Splices", "Knot Night", "2024-05-15")
    ]


def test_a_position_behind_title_is_no_title() -> None:
    """Below a talk of the agenda ``Title:`` may say what its speaker is."""
    text = (
        "Knot Night\nDetails\n6:30pm: Doors\n7pm: Splices\nSpeaker: Jane Doe\n"
        "Title: Senior Engineer\nCompany: Acme\n"
    )
    talk = SOURCE.parse("page", text).records[-1]
    assert talk.title == "Splices"
    assert [(c.name, c.job, c.org) for c in talk.speakers] == [
        ("Jane Doe", "Senior Engineer", "Acme")
    ]


def test_talks_may_be_counted_above_their_titles() -> None:
    """``First talk:`` heads a title; the page's hours below its date are no agenda, and what is
    told of a talk is none by itself."""
    text = (
        'Knot Night\nDetails\nFirst talk:\n"Short Splices" by Jane Doe\nAbout the talk: ropes.\n\n'
        'Second talk:\n"Loose Ends" by John Roe\nAbout the talk: more ropes.\n\n'
        "Thursday, November 30, 2023\n6:30 PM to 9:30 PM EET\n"
    )
    records = SOURCE.parse("page", text).records
    assert [record.speakers[0].name for record in records] == ["Jane Doe", "John Roe"]


def test_bios_may_stand_below_names_alone() -> None:
    """Below ``Speakers`` a name heads what is told of whoever the agenda bills."""
    text = (
        "Knot Night\nDetails\n6:30pm: Doors\n7pm: Splices - Jane Doe, Acme\n8pm: End\n\n"
        "Speakers\nJane Doe\nJane has tied ropes for years.\n"
    )
    talk = next(one for one in SOURCE.parse("page", text).records if one.speakers)
    assert [(bio.name, bio.text) for bio in talk.bios] == [
        ("Jane Doe", "Jane has tied ropes for years.")
    ]


def test_a_title_needs_no_label_above_its_speaker() -> None:
    """A line with ``Speaker:`` right below it is a title, and not one where ``Title:`` follows."""
    text = (
        "Knot Night\nDetails\n\nShort Splices\nSpeaker: Jane Doe (Acme)\nAbstract: ropes.\n\n"
        "And now\nSpeaker: John Roe\nTitle: Loose Ends\n"
    )
    records = SOURCE.parse("page", text).records
    assert [(record.title, record.speakers[0].name) for record in records] == [
        ("Short Splices", "Jane Doe"), ("Loose Ends", "John Roe"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "entrance", ["Log in\nSign up", "Homepage\nAnmelden\nRegistrieren", "Homepage\nAnmelden"]
)
def test_what_a_site_writes_above_its_entrance_is_no_title(entrance: str) -> None:
    """A ``Sign up`` alone is a button of the event, and the title stands above it; so it does where
    the date is above both."""
    body = "Knot Night\n{}Hosted by Ann P.\nDetails\n7pm: Splices (Jane Doe, Acme)\n8pm: Ends\n"
    above = f"Zum Inhalt springen\nSearch for knots\nLocation\nPorto, PT\n{entrance}\n"
    for text in (above + body.format(""), body.format("Sign up\n"),
                 body.format("May 5, 2024\nLog in\nSign up\n")):  # fmt: skip
        assert SOURCE.parse("page", text).records[0].event == "Knot Night"


def test_bullets_below_lightning_talks_are_talks_of_that_hour() -> None:
    """As long as they bill somebody; what is listed below a talk is told of it."""
    text = (
        "Knot Night\nDetails\n7pm - Splices (Jane Doe, Acme)\n   * with ropes - and Ann Poe\n"
        '8pm - Lightning talks\n   * "Eels" - John Roe\n   * "Gulls" - Ann Poe (Bolt)\n'
        "   * five minutes each\n\nSee you!\n9pm - Drinks\n"
    )
    talks = [record for record in SOURCE.parse("page", text).records if record.speakers]
    assert [(one.title.strip('"'), one.kind, one.start) for one in talks] == [
        ("Splices", "talk", "19:00"), ("Eels", "lightning", "20:00"), ("Gulls", "lightning", "20:00"),
    ]  # fmt: skip
    assert [one.abstract for one in talks[1:]] == [None, "* five minutes each"]


def test_a_block_may_say_its_hours_behind_a_label() -> None:
    """They are no line of the abstract, unless they are within it or say anything more."""
    text = (
        "Knot Night\nDetails\nSession 1\nTitle: Splices\nTime: 7:15 PM - 8:00 PM\nSpeaker: Jane Doe\n"
        "Abstract: Ropes.\nTime: is money.\n"
    )
    (talk,) = SOURCE.parse("page", text).records
    assert (talk.start, talk.end) == ("19:15", "20:00")
    assert talk.abstract == "Ropes.\nTime: is money."


def test_an_evening_that_goes_on_is_no_talk() -> None:
    """Where it does is a place; whoever is billed talks all the same."""
    text = (
        "Knot Night\nDetails\n7 pm: Splices (Jane Doe, Acme)\n"
        "8 p.m. onwards: The Duke's Elbow, around the corner\n"
    )
    assert [record.kind for record in SOURCE.parse("page", text).records] == ["talk", "other"]
    billed = text.replace("The Duke's Elbow, around the corner", "Long Ropes (John Roe, Acme)")
    assert [record.title for record in SOURCE.parse("page", billed).records] == [
        "Splices",
        "Long Ropes",
    ]


def test_a_menu_of_past_meetups_makes_no_list_of_events() -> None:
    """The dates of comments are none of events either."""
    text = (
        "Find a Meetup Group\nLog in\nSign up\nKnot Club\nUpcoming Meetups 1\nPast Meetups 38\nOur calendar\n"
        "About us\nWe like knots\nFounded 2011\nContact\nPast Meetup\nKnot Night\n"
        "Wednesday, October 15, 2014\n6:30 PM to 9:00 PM\n\n7:00 Splices (Jane Doe, Acme)\n8:00 Drinks\n\n"
        "Join or login to comment.\n\nAnn\nGreat, thanks!\nOctober 16, 2014\n\nBob\nYes.\nOctober 17, 2014\n"
    )
    assert SOURCE.sniff(text)
    assert [(one.title, one.date, one.start) for one in SOURCE.parse("page", text).records] == [
        ("Splices", "2014-10-15", "19:00"), ("Drinks", "2014-10-15", "20:00"),
    ]  # fmt: skip


def test_the_title_of_a_page_may_be_that_of_its_talk() -> None:
    """It is if it says who speaks, and the agenda calls the talk nothing but that."""
    text = "Deep Water with Jane Doe\nHosted by Ann P.\nDetails\nOn ropes.\n\n6:30pm Doors open\n7pm Talk\n"
    talk = SOURCE.parse("page", text).records[0]
    assert (talk.title, [one.name for one in talk.speakers]) == ("Deep Water", ["Jane Doe"])
    assert (talk.start, talk.abstract) == ("19:00", "On ropes.")
    nobody = text.replace("with Jane Doe", "with ropes")
    assert not any(record.speakers for record in SOURCE.parse("page", nobody).records)


def test_an_hour_may_stand_in_brackets_behind_the_number_of_a_talk() -> None:
    """The line right below is its title, unless it is a label or the agenda of what blocks tell."""
    text = (
        "Knot Night\nDetails\nTalk 1 (6:30 - 7:00 PM)\nShort Splices\nSpeaker: Jane Doe\n\nRopes.\n\n"
        "Talk 2 (7:00 - 7:30 PM)\nTitle: Loose Ends\nSpeaker: John Roe\n"
    )
    records = SOURCE.parse("page", text).records
    assert [(one.title, one.speakers[0].name, one.start) for one in records] == [
        ("Short Splices", "Jane Doe", "18:30"), ("Loose Ends", "John Roe", "19:00"),
    ]  # fmt: skip


def test_hours_of_a_block_and_of_the_agenda_are_of_one_talk() -> None:
    """Whether the agenda says its number or its title."""
    text = (
        "Knot Night\nDetails\nVortrag 1: Short Splices\nReferentin: Jane Doe\nBeginn: 18:30 Uhr\n\nRopes.\n\n"
        "Vortrag 2: Loose Ends\nReferent: John Roe\nBeginn: 19:45 Uhr\n\n"
        "Ablauf\n18:30 Uhr Vortrag 1\n19:45 Uhr Loose Ends\n"
    )
    records = SOURCE.parse("page", text).records
    assert [(one.title, one.start) for one in records if one.speakers] == [
        ("Short Splices", "18:30"), ("Loose Ends", "19:45"),
    ]  # fmt: skip
