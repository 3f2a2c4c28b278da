"""What Sched pages say beside their sessions: zones, places and names that hold for all of them."""

from __future__ import annotations

import pytest

from talkctl.record import Record
from talkctl.sources.sched import SOURCE

_CARDS = "Speakers\nJD\n\nJane Doe\n\nRigger, Acme\n\n\n"
_WHEN = "Tuesday October 12, 2021 9:00am - 9:40am"
_SESSION = f"Tuesday, October 12\n\n9:00am\n\nKnots\nOn rope.\n\n{_CARDS}{_WHEN}\nTarn\n"


def _read(text: str) -> tuple[Record, ...]:
    return SOURCE.parse("page", text).records


@pytest.mark.parametrize(
    "page",
    [
        f"All times are in PDT\n{_SESSION}",
        f"This schedule is automatically displayed in Pacific Daylight Time (UTC -7).\n{_SESSION}",
        f"{_SESSION}\nTimezone\nAmerica/Los_Angeles\nFilter By Type\nTalk\n",
    ],
)
def test_a_zone_stated_for_all_is_that_of_hours_without_one(page: str) -> None:
    """Above the sessions or in the margin behind them."""
    (record,) = _read(page)
    assert (record.start, record.track) == ("2021-10-12T09:00:00-07:00", None)


def test_two_zones_stated_for_all_are_none() -> None:
    """Nor is what is no zone, though it stands where one would."""
    for above in ("All times are in PDT, times in London are in BST.", "The schedule is in PDF"):
        (record,) = _read(f"{above}\n{_SESSION}")
        assert (record.start, record.timezone) == ("09:00", None)


def test_a_zone_without_letters_is_its_hours() -> None:
    """Many zones have no letters of their own."""
    (record,) = _read(_SESSION.replace("9:00am\n", "9:00am -03\n").replace("9:40am", "9:40am -03"))
    assert (record.start, record.end) == ("2021-10-12T09:00:00-03:00", "2021-10-12T09:40:00-03:00")


def test_the_margin_names_the_event_above_its_dates() -> None:
    """And nothing of the margin is a talk, a track or a person."""
    margin = (
        "Filter By Date\nHarbour Days\nOct 12 - 13, 2021\nTuesday, October 12\nFilter By Type\n"
    )
    (record,) = _read(f"{_SESSION}\n{margin}Knots\nRecently Active Attendees\nJohn Roe\n")
    assert (record.event, record.track, record.room) == ("Harbour Days", None, "Tarn")
    assert [credit.name for credit in record.speakers] == ["Jane Doe"]


def test_who_must_be_registered_is_told_for_what() -> None:
    """A notice above the sessions names the event where nothing else does."""
    (record,) = _read(f"You must be registered for Harbour Days 2021 to join.\n{_SESSION}")
    assert record.event == "Harbour Days 2021"


def test_places_in_the_margin_tell_titles_from_rooms() -> None:
    """A title may end in a word for places, and a place need not have one."""
    page = (
        "Harbour Days 2021 has ended\nTuesday, October 12\n\n9:00am PDT\nGlow Worms Tarn\n"
        "A Tour of the Library Skerry\n\nFilter By Venue Halifax\nSkerry\nTarn\nFilter By Type\nTalk\n"
    )
    assert [(record.title, record.room) for record in _read(page)] == [
        ("Glow Worms", "Tarn"), ("A Tour of the Library", "Skerry"),
    ]  # fmt: skip


def test_a_list_by_places_has_them_above_their_hours() -> None:
    """The next place is no second session of the last hour."""
    page = (
        "Harbour Days 2021 has ended\nTuesday, October 12\n\nTarn\n9:00am - 9:30am\nKnots\n"
        "9:30am - 10:00am\nOars\n\nSkerry\n9:00am - 9:30am\nEels\n"
    )
    assert [(record.title, record.room, record.start) for record in _read(page)] == [
        ("Knots", "Tarn", "09:00"), ("Oars", "Tarn", "09:30"),
        ("Eels", "Skerry", "09:00"),
    ]  # fmt: skip


def test_when_may_be_said_above_the_text_and_where_only_behind_it() -> None:
    """The newest pages say when twice, and the place at the end alone."""
    when = f"{_WHEN} PDT"
    (record,) = _read(
        f"Tuesday, October 12\n\n9:00am PDT\n\nKnots\n{when}\nRope has two ends, and a talk one.\n\n"
        f"More of rope.\n{_CARDS}{when}\nTarn\n  Rigging\n"
    )
    assert (record.room, record.track) == ("Tarn", "Rigging")
    assert record.abstract == "Rope has two ends, and a talk one.\n\nMore of rope."
    assert [(credit.name, credit.job) for credit in record.speakers] == [("Jane Doe", "Rigger")]


def test_a_line_that_says_what_it_leads_to_is_a_link_of_the_talk() -> None:
    """Wherever it stands; what belongs to a person is none."""
    cards = (
        _CARDS.rstrip() + "\nWebsite: https://jane.example.org\n\nVideo: https://youtu.be/x1\n\n\n"
    )
    page = _SESSION.replace("rope.", "rope.\nSlides: https://example.org/rope.pdf")
    (record,) = _read(page.replace(_CARDS, cards))
    assert [(link.kind, link.url) for link in record.links] == [
        ("slides", "https://example.org/rope.pdf"), ("video", "https://youtu.be/x1"),
    ]  # fmt: skip


def test_an_empty_line_below_a_when_line_ends_its_session() -> None:
    """Though the title below ends as a sentence does, and both are at the same hours."""
    when = f"{_WHEN} PDT"
    records = _read(
        f"Tuesday, October 12\n\n9:00am PDT\n\nKnots\n{when}\n\nWhat Can an Eel Do?\n{when}\nTarn\n"
    )
    assert [record.title for record in records] == ["Knots", "What Can an Eel Do?"]
