"""Agendas and what stands around them: frames, numbers, rooms, dates in prose, guests in titles."""

from __future__ import annotations

from talkctl.record import Record
from talkctl.sources import recognise
from talkctl.sources.meetup import SOURCE


def _records(text: str) -> tuple[Record, ...]:
    assert recognise("page", text) is SOURCE
    return SOURCE.parse("page", text).records


def _talks(text: str) -> list[Record]:
    return [record for record in _records(text) if record.kind in ("talk", "workshop", "panel")]


def test_what_frames_an_agenda_is_no_talk() -> None:
    """Before and after all that bills people few words are no title."""
    text = (
        "Knot Night\nDetails\n18:00 Welkom\n18:30 Short Splices - Jane Doe, Acme\n"
        "19:30 Loose Ends - John Roe\n20:00 Lights out\n"
    )
    assert [record.kind for record in _records(text)] == ["other", "talk", "talk", "other"]


def test_numbered_blocks_tell_more_of_the_agenda() -> None:
    """A number in front and brackets behind make no other title, and the slot says what kind it is."""
    text = (
        "Knot Day\nDetails\n10:00 am - 11:00 am Talk 1 : Short Splices\n"
        "11:00 am - 1:00 pm Workshop : Tie a Net\n\n1. Short Splices\nSpeaker: Jane Doe, Acme\nRopes.\n\n"
        "2. Tie a Net (hands-on)\nFacilitators: John Roe and Ann Poe\nBring a rope.\n"
    )
    assert [
        (talk.kind, talk.start, [c.name for c in talk.speakers], talk.abstract)
        for talk in _talks(text)
    ] == [
        ("talk", "10:00", ["Jane Doe"], "Ropes."),
        ("workshop", "11:00", ["John Roe", "Ann Poe"], "Bring a rope."),
    ]


def test_ordinals_number_talks() -> None:
    """``First talk -`` is no part of a title; whom the evening is with speaks where nobody is billed."""
    text = (
        "Knot Night: an evening with Jane Doe\nDetails\n18:30 Doors\n19:00 First talk - Short Splices\n"
        "20:00 Second talk - Loose Ends\n\nShort Splices\nRopes, joined at last.\n"
    )
    assert [(talk.title, talk.speakers[0].name, talk.start) for talk in _talks(text)] == [
        ("Loose Ends", "Jane Doe", "20:00"),
        ("Short Splices", "Jane Doe", "19:00"),
    ]


def test_a_slot_called_presentation_is_the_only_talk_there_is() -> None:
    """Its hours are those of the block that tells of a talk."""
    text = (
        "Knot Night\nDetails\nSpeaker: Jane Doe\nTitle: Short Splices\nAbstract: Ropes.\n\n"
        "Schedule:\n6:00 - 6:30 pm Food\n6:30 - 7:30 pm Presentation\n"
    )
    (talk,) = _talks(text)
    assert (talk.title, talk.start, talk.end) == ("Short Splices", "18:30", "19:30")


def test_a_line_that_several_talks_have_below_them_is_their_room() -> None:
    """It is told of each, short and the same; others of its kind are rooms then too."""
    text = (
        "Knot Day\nDetails\n10:00 AM\nShort Splices\nJane Doe\nGreat Hall\n\n10:50 AM\nLoose Ends\n"
        "John Roe\nGreat Hall\n\n10:50 AM\nNets\nAnn Poe\nLoft\n"
    )
    assert [(talk.room, talk.abstract) for talk in _talks(text)] == [
        ("Great Hall", None), ("Great Hall", None), ("Loft", None),
    ]  # fmt: skip


def test_prose_may_say_when_it_is() -> None:
    """The one date in it is the meetup's; of two days neither is."""
    text = (
        "Knot Night\nDetails\nRendez-vous le jeudi {} chez Acme.\n18h30 : Accueil\n"
        "19h00 : Short Splices par Jane Doe (Acme)\n"
    )
    assert {record.date for record in _records(text.format("16 mars 2023"))} == {"2023-03-16"}
    assert {record.date for record in _records(text.format("16 et 17 mars 2023"))} == {None}


def test_the_house_is_not_what_is_told_of_the_last_talk() -> None:
    """Its name stands alone but for the address below it."""
    text = (
        "Knot Night\nDetails\n19:00 Short Splices - Jane Doe, Acme\n20:00 End\n\n"
        "Short Splices\nHow ropes are joined.\n\nRope House\nQuay 12 · Bergen\n"
    )
    assert [talk.abstract for talk in _talks(text)] == ["How ropes are joined."]


def test_a_place_on_one_line_hides_no_list() -> None:
    """``Where: …`` above a list of talks is about the house, and what follows is not."""
    text = (
        "Knot Night\nDetails\nWhen: Thursday 30 November 2017, 6pm\nWhere: Level 8, Rope House\n\n"
        "Lineup so far:\n1. Short Splices - Jane Doe (Acme)\n2. Loose Ends - John Roe, Bolt\n3. TBC\n"
    )
    assert [(talk.title, talk.date) for talk in _talks(text)] == [
        ("Short Splices", "2017-11-30"), ("Loose Ends", "2017-11-30"),
    ]  # fmt: skip


def test_a_title_stands_above_the_sheet_of_a_calendar() -> None:
    """Luma has the month and the day above the date, GDG the address; Eventbrite the date on top."""
    agenda = "About this event\n6:00 PM - Doors\n6:30 PM - Short Splices - Jane Doe, Acme\n"
    pages = (
        f"Knot Night\nFeatured in\nBergen\nFEB\n20\nThursday, February 20, 2025\n5 PM - 8 PM\n{agenda}",
        "Rope Group\nKnot Night\nRope House, Quay 12, Bergen, 5003\n\n"
        f"Nov 26, 2022, 9:00 AM – 5:30 PM (CET)\n{agenda}",
        f"Tue, 12 Mar 18:00 GMT\n\nKnot Night\n\nDate and time\nTue, 12 Mar 2024 18:00 - 21:00 GMT\n{agenda}",
    )
    assert [_talks(page)[0].event for page in pages] == ["Knot Night"] * 3


def test_an_event_of_a_list_may_open_with_who_speaks() -> None:
    """The group's name is no part of a title, and a site that says ``Online event`` names no room."""
    text = (
        "Rope Group\nPast events\n\nWed, Oct 18, 2023, 6:30 PM PDT\nRope Group: Short Splices\n"
        "Hosted by: Ann P.\nSpeaker: Jane Doe, rigger at the Rope House. We join ropes.\n46 attendees\n\n"
        "Wed, Sep 20, 2023, 6:30 PM PDT\nLoose Ends - John Roe\nOnline event\n19 attendees\n"
    )
    first, second = _records(text)
    assert [(c.name, c.job, c.org) for c in first.speakers] == [
        ("Jane Doe", "rigger", "the Rope House")
    ]
    assert (first.title, first.abstract, second.room) == ("Short Splices", "We join ropes.", None)


def test_a_terse_page_needs_no_details() -> None:
    """Date and hour below a title and an agenda are enough; its hours may have dots, its zone
    stands behind the hour, and a quoted title needs no proof of who speaks."""
    text = (
        "#knots 11\n\nThu 6 Oct 2022, 18:30 BST, Rope House (top of the stairs)\n\n18.30 food\n"
        '19.00 Quux Xan, "my first splice, by a coward"\n19.30 break\n20.30 pub\n'
    )
    (talk,) = _talks(text)
    assert (talk.start, talk.speakers[0].name) == ("2022-10-06T19:00:00+01:00", "Quux Xan")


def test_speakers_may_be_introduced_before_the_agenda() -> None:
    """Who will talk about what stands in a list, and the agenda has given names alone."""
    text = (
        "Knot Night\n\nNov 9, 2018, 5:00 PM\n\nTonight:\n\n"
        '* Quux Xan, rigger at Acme, who will talk about "Short Splices"\n'
        '* John Roe, CTO at Bolt, who will talk about "Loose Ends: why?"\n\n'
        "Schedule\n17:00 Mingling\n17:30 Quux\n18:45 John\n"
    )
    assert [(t.title, t.start, [(c.name, c.job) for c in t.speakers]) for t in _talks(text)] == [
        ('"Short Splices"', "17:30", [("Quux Xan", "rigger")]),
        ('"Loose Ends: why?"', "18:45", [("John Roe", "CTO")]),
    ]


def test_talks_may_be_numbered_above_their_titles() -> None:
    """Also where the page was quoted from a mail; minutes behind a title are how long it takes."""
    text = (
        "Knot Night\nDetails\n\n>> Talk 1\nSplices or nothing at all?\nby Quux Xan - rigs ships at Acme\n\n"
        ">> Talk 2\nLoose Ends (25 min)\nby John Roe\n\nTuesday, November 21, 2023\n6:30 PM to 10:00 PM CET\n"
    )
    assert [(talk.title, talk.duration, talk.speakers[0].name) for talk in _talks(text)] == [
        ("Splices or nothing at all?", None, "Quux Xan"), ("Loose Ends", 25, "John Roe"),
    ]  # fmt: skip


def test_a_panel_that_the_title_announces_has_its_people_by_role() -> None:
    """Empty lines part the roles; the same hour in several zones is no agenda line."""
    text = (
        "Knot Night: Panel – Tying the knot\nWednesday, June 16, 2021\n9:00 AM to 10:30 AM PDT\nDetails\n"
        "🕘 9:00 am PT / 12:00 pm ET / 6:00 pm CEST\n\nModerator:\nJane Doe, CTO, Acme\n\n"
        "Panelists:\n- John Roe, Rigger, Bolt\n- Ann Poe, Founder, Crux\n\nAgenda (PT):\n"
        "9:00 – 9:05 Introduction\n9:05 – 10:00 Panel discussion\n10:00 – 10:30 Breakout rooms\n"
    )
    (panel,) = _talks(text)
    assert (panel.kind, panel.start) == ("panel", "2021-06-16T09:05:00-07:00")
    assert [(c.name, c.role) for c in panel.speakers] == [
        ("Jane Doe", "moderator"), ("John Roe", "panelist"), ("Ann Poe", "panelist"),
    ]  # fmt: skip


def test_whom_a_page_presents_is_a_person_in_its_title() -> None:
    """``with Quux Xan`` names who speaks where the page says that Quux Xan is an engineer."""
    text = (
        "Short splices with Quux Xan\n\nWednesday, 24 January 2024\n17:00 - 18:00 CET\nAbout Event\n"
        "Ropes, joined.\n\nQuux Xan is a software engineer from Bergen.\n"
    )
    (talk,) = _talks(text)
    assert (talk.title, [c.name for c in talk.speakers]) == ("Short splices", ["Quux Xan"])


def test_a_column_of_the_host_stands_above_the_title() -> None:
    """On Luma the title is right above a sheet of the calendar; pictograms are bullets."""
    text = (
        "Presented by\nRope Club\nSubscribe\nHosted By\nAnn Poe\n121 Going\n\nKnot Night\n\n"
        "Featured in Berlin\n\n"
        "MAY\n22\nWednesday, May 22\n18:30 - 21:30\n\nAbout Event\nThird edition. Lineup:\n\n"
        "🎙 Short Splices — Jane Doe (Rigger, Acme)\n🎙 Loose Ends — John Roe (CTO, Bolt)\n"
    )
    assert [(talk.event, talk.title) for talk in _talks(text)] == [
        ("Knot Night", "Short Splices"), ("Knot Night", "Loose Ends"),
    ]  # fmt: skip


def test_people_stand_where_others_do() -> None:
    """A name that nobody has heard of is one in the place of one that everybody knows; a day without
    its year is in the year of the title, if the weekday is."""
    text = (
        "Overview\nKnotDay 2024\n\nSaturday, October 12 · 9am - 5pm EEST\nRope House\n\nAbout this event\n"
        "9:30 AM - 10:15 AM\nShort Splices\nJane Doe\n\n10:30 AM - 11:10 AM\nLoose Ends\nQuux Xan\n"
    )
    assert [(t.event, t.start, [c.name for c in t.speakers]) for t in _talks(text)] == [
        ("KnotDay 2024", "2024-10-12T09:30:00+03:00", ["Jane Doe"]),
        ("KnotDay 2024", "2024-10-12T10:30:00+03:00", ["Quux Xan"]),
    ]


def test_a_spanish_page_says_who_is_to_come() -> None:
    """Behind a dash a label may stand before who speaks, or before nobody yet."""
    text = (
        "Noche de Nudos\n\nAcerca del evento\n🔹 18:30 Llegada\n"
        "🔹 19:00 «Cabos sueltos» — Ponente: Quux Xan (marinero, U. de Valparaíso)\n"
        "🔹 19:50 «Redes» — Ponente: por confirmar\n🔹 20:15 Cerveza\n"
    )
    first, second = _talks(text)
    assert [(c.name, c.job, c.org) for c in first.speakers] == [
        ("Quux Xan", "marinero", "U. de Valparaíso")
    ]
    assert (second.title, second.speakers) == ("«Redes»", ())


def test_an_agenda_may_be_a_table_that_somebody_copied() -> None:
    """Below the details a table is the agenda of this page, and no spreadsheet."""
    text = (
        "Knot Night\n\nDetails\n\nAgenda:\n\nwhen\twhat\twho\n18:30\tShort Splices\tJane Doe\n"
        "19:30\tLoose Ends\tJohn Roe (Quay)\n"
    )
    assert [(talk.title, talk.start, [c.name for c in talk.speakers]) for talk in _talks(text)] == [
        ("Short Splices", "18:30", ["Jane Doe"]),
        ("Loose Ends", "19:30", ["John Roe"]),
    ]


def test_a_sheet_that_begins_with_hours_is_no_agenda() -> None:
    """The names of its columns tell."""
    text = (
        "slot\ttalk\tspeaker\n18:30\tShort Splices\tJane Doe\n19:30\tLoose Ends\tJohn Roe\n"
        "20:30\tBowlines\tAnn Poe\n"
    )
    assert not SOURCE.sniff(text)
    assert recognise("page", text).name == "talkctl"
