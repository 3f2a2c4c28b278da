"""What Sched pages do besides: lone rooms, lists in abstracts, levels by many names."""

from __future__ import annotations

import pytest

from talkctl.sources.sched import SOURCE

_DAY = "Harbour Days 2021 has ended\nTuesday, October 12\n\n"


def test_a_room_that_no_other_line_names_is_a_room() -> None:
    """Where titles and rooms take turns, a room need neither come again nor say that it is one."""
    text = _DAY + (
        "9:00am PDT\nSlack Water\nK.3.201\n10:00am PDT\nGlow Worms\nK.3.201\nPaper Lanterns\nTarn\n"
        "11:00am PDT\nEels\nK.3.201\nOars\nSkerry\n12:00pm PDT\nGulls\nK.3.201\n"
    )
    records = SOURCE.parse("page", text).records
    assert [(record.title, record.room) for record in records] == [
        ("Slack Water", "K.3.201"), ("Glow Worms", "K.3.201"), ("Paper Lanterns", "Tarn"),
        ("Eels", "K.3.201"), ("Oars", "Skerry"), ("Gulls", "K.3.201"),
    ]  # fmt: skip


_SESSION = (
    _DAY
    + "9:00am PDT\n\nKnots\nA panel on knots.\n\nPanelists:\n\n- Jane Doe ties them.\n- John Roe cuts.\n"
    "\nSpeakers\nJD\n\nJane Doe\n\nRigger, Acme\n\n\n"
    "Tuesday October 12, 2021 9:00am - 9:40am PDT\nTarn\n"
)


def test_a_list_of_people_within_an_abstract_stays_there() -> None:
    """Cards begin at the heading above cards, and not at the same word above bullets."""
    (record,) = SOURCE.parse("page", _SESSION).records
    assert record.abstract is not None
    assert record.abstract.endswith("- John Roe cuts.")
    assert [credit.name for credit in record.speakers] == ["Jane Doe"]


@pytest.mark.parametrize(
    "line", ["Session Experience Level Beginner", "Technical Level: Beginner", "Level Beginner"]
)
def test_levels_go_by_many_names(line: str) -> None:
    """Whatever stands before ``Level``, the level is read."""
    (record,) = SOURCE.parse("page", f"{_SESSION}  Knots\n{line}\n").records
    assert record.level == "beginner"


def test_a_subtype_may_be_the_level() -> None:
    """The type line has a comma before its subtype."""
    (record,) = SOURCE.parse("page", f"{_SESSION}  Rigging, Advanced\n").records
    assert (record.track, record.level) == ("Rigging", "advanced")


def test_a_place_that_is_still_to_be_told_is_none() -> None:
    """``TBA`` names no room."""
    (record,) = SOURCE.parse("page", _SESSION.replace("Tarn", "TBA")).records
    assert record.room is None


def test_a_page_without_any_notice_is_known_by_its_days_and_hours() -> None:
    """Days, and hours with a zone on lines of their own, are Sched's."""
    page = (
        "Harbour Days 2021\nTuesday, October 12\n9:00am PDT\nKnots\nTarn\n10:00am PDT\nOars\nTarn\n"
    )
    assert SOURCE.sniff(page)


@pytest.mark.parametrize(
    "above",
    [
        "Diese Veranstaltung ist beendet.\nHarbour Days 2021\n",
        "Skip to main content\nLog in\nSpeakers\nSponsors\nHarbour Days 2021\nSimple\nExpanded\n",
        "Cet événement est terminé.\nHarbour Days 2021\n",
    ],
)
def test_the_name_of_the_event_stands_below_notices_and_menus(above: str) -> None:
    """A notice in any language names nothing but the event it speaks of."""
    page = above + _SESSION.partition("\n")[2]
    assert SOURCE.parse("page", page).records[0].event == "Harbour Days 2021"


def test_a_page_that_begins_within_a_session_says_so() -> None:
    """What is left of the first session is no talk, and the remark has its lines."""
    page = "avatar for Ann Poe\n\nAnn Poe\n\nSails things... Read More\n\n"
    page += "Tuesday October 12, 2021 8:00am - 8:40am PDT\nPier\n" + _SESSION.partition("\n\n")[2]
    reading = SOURCE.parse("page", page)
    assert [record.title for record in reading.records] == ["Knots"]
    assert [(one.first_line, one.last_line) for one in reading.remarks] == [(1, 7)]


def test_how_many_attend_is_no_part_of_the_room() -> None:
    """A count below the room is the site's."""
    (record,) = SOURCE.parse("page", f"{_SESSION}53 attending\n").records
    assert record.room == "Tarn"


def test_numbered_rooms_stand_behind_titles_though_none_comes_again() -> None:
    """One line may end in ``Pier 1`` by chance, two do not."""
    text = _DAY + "9:00am PDT\n\nSlack Water Pier 1\n\n10:00am PDT\n\nGlow Worms Pier 2\n"
    records = SOURCE.parse("page", text).records
    assert [(record.title, record.room) for record in records] == [
        ("Slack Water", "Pier 1"), ("Glow Worms", "Pier 2"),
    ]  # fmt: skip


def test_a_type_that_begins_with_a_number_is_no_address() -> None:
    """The type is indented, a second line of the address is not."""
    (record,) = SOURCE.parse("page", f"{_SESSION}  101 Knots\n").records
    assert (record.room, record.track) == ("Tarn", "101 Knots")


def test_a_page_that_begins_within_a_biography_says_so_too() -> None:
    """Where a session opens further down, the line above the first when-line is no title."""
    page = (
        "sailed for years... Read More\n\n\nTuesday October 12, 2021 8:00am - 8:40am PDT\nPier\n\n"
    )
    reading = SOURCE.parse("page", page + _SESSION.partition("\n\n")[2])
    assert [record.title for record in reading.records] == ["Knots"]
    assert [(one.first_line, one.last_line) for one in reading.remarks] == [(1, 4)]


def test_a_speaker_is_in_one_room_at_a_time() -> None:
    """On her own page each line below a title is its room, and her position may name her company."""
    page = "Harbour Days 2021 has ended\navatar for Ann Poe\n\nAnn Poe\nEngineer, Acme\nShe ties.\n"
    page += "My Speakers Sessions\nTuesday, October 12\n\n9:00am PDT\nKnots\nTarn\n"
    (record,) = SOURCE.parse("page", page).records
    (credit,) = record.speakers
    assert (record.title, record.room) == ("Knots", "Tarn")
    assert (credit.name, credit.job, credit.org) == ("Ann Poe", "Engineer", "Acme")


_SIMPLE = "Harbour Days 2021 has ended\nTuesday, October 12\n\n"


def test_the_simple_view_may_name_people_below_rooms() -> None:
    """Behind a label, or alone between dots; what is no name is a title."""
    labelled = _SIMPLE + (
        "9:00am PDT\n\nSlack Water\nTarn\nSpeakers: Ann Poe, John Roe\n\n"
        "10:00am PDT\n\nOpening Plenary: Glow Worms\nTarn\nSpeakers: Bea Lang\n"
    )
    bare = labelled.replace("Speakers: Ann Poe, John Roe", "Ann Poe • John Roe")
    for text in (labelled, bare.replace("Speakers: ", "")):
        first, second = SOURCE.parse("page", text).records
        assert [credit.name for credit in first.speakers] == ["Ann Poe", "John Roe"]
        assert (first.title, first.room) == ("Slack Water", "Tarn")
        assert [credit.name for credit in second.speakers] == ["Bea Lang"]
        assert (second.title, second.kind, second.room) == ("Glow Worms", "keynote", "Tarn")


def test_a_page_says_on_which_days_and_in_which_zone_its_event_is() -> None:
    """The days above the programme may be more than it has; what stands above them is its name."""
    page = "Rope and Sail\nOctober 11-13, 2021\nTimezone: Europe/Lisbon\nPlanks [clear filter]\n"
    reading = SOURCE.parse("page", page + _SESSION.partition("\n")[2])
    (occasion,) = reading.occasions
    assert occasion.name == reading.records[0].event == "Rope and Sail"
    assert (occasion.start, occasion.end) == ("2021-10-11", "2021-10-13")
    assert occasion.timezone == "Europe/Lisbon"


def test_what_the_site_says_below_sessions_is_no_session() -> None:
    """The feed and the message box of a speaker's page, the help of the simple view."""
    page = "Harbour Days 2021 has ended\navatar for Ann Poe\n\nAnn Poe\nMy Speakers Sessions\n"
    page += "Tuesday, October 12\n\n9:00am PDT\nMessage Queues\nTarn\nTwitter Feed\n"
    page += "Message Ann Poe\nNeed help?\n"
    assert [record.title for record in SOURCE.parse("page", page).records] == ["Message Queues"]


def test_an_address_behind_a_word_is_a_link() -> None:
    """Below the room, without a colon between the word and the address."""
    (record,) = SOURCE.parse("page", f"{_SESSION}talk\n  Video https://youtu.be/x1\n").records
    assert [(link.kind, link.url) for link in record.links] == [("video", "https://youtu.be/x1")]


def test_what_somebody_is_addressed_by_is_no_part_of_the_name_on_the_card() -> None:
    """The picture is of Senator Jane Doe, and the card Jane Doe's."""
    page = _SESSION.replace("JD\n\nJane Doe", "avatar for Senator Jane Doe\n\nJane Doe")
    (record,) = SOURCE.parse("page", page).records
    assert [(one.name, one.org) for one in record.speakers] == [("Jane Doe", "Acme")]


@pytest.mark.parametrize(
    ("line", "level", "track"),
    [
        ("Sécurité, Débutant", "beginner", "Sécurité"),
        ("Knots, All Skill Levels", "any", "Knots"),
        ("Knots, Advanced Ropes", None, "Knots, Advanced Ropes"),
    ],
)
def test_a_level_among_types_is_one_in_any_language(
    line: str, level: str | None, track: str
) -> None:
    """Only what says nothing but a level is one."""
    (record,) = SOURCE.parse("page", f"{_SESSION}  {line}\n").records
    assert (record.level, record.track) == (level, track)


def test_the_simple_view_names_moderators_on_a_line_of_their_own() -> None:
    """They and the speakers below or above them are of the title above both; neither is a talk."""
    text = _DAY + (
        "9:00am PDT\n\nPanel: Knots\nTarn\nModerators: Xuq Yarr\nSpeakers: Jane Doe, John Roe\n\n"
        "10:00am PDT\n\nEels\nTarn\nSpeakers: Ann Poe\n\n11:00am PDT\n\nLunch\nTarn\n"
    )
    panel, eels, lunch = SOURCE.parse("page", text).records
    assert [(one.name, one.role) for one in panel.speakers] == [
        ("Xuq Yarr", "moderator"), ("Jane Doe", "panelist"), ("John Roe", "panelist"),
    ]  # fmt: skip
    assert [one.name for one in eels.speakers] == ["Ann Poe"]
    assert not lunch.speakers
    (talk, *_) = SOURCE.parse(
        "page", text.replace("Panel: ", "").replace("Speakers: J", "Panelists: J")
    ).records
    assert [one.role for one in talk.speakers] == ["moderator", "panelist", "panelist"]


def test_sponsors_on_cards_speak_nowhere() -> None:
    """Neither are they people by whom a coffee break is given."""
    text = _DAY + (
        "9:00am PDT\n\nCoffee Break sponsored by Bolt LLC\nSponsors\navatar for Bolt LLC\n\nBolt LLC\n\n"
        "Bolt makes bolts.\n\n\nTuesday October 12, 2021 9:00am - 9:40am PDT\nTarn\n"
    )
    reading = SOURCE.parse("page", text)
    assert [(one.kind, one.speakers, one.abstract) for one in reading.records] == [
        ("break", (), None)
    ]
    assert [one.text for one in reading.remarks] == [
        "Sponsors avatar for Bolt LLC Bolt LLC Bolt makes bolts."
    ]
