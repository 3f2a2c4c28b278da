"""Records are compared if they share something rare, and what many share is no sign of anything."""

from __future__ import annotations

import pytest

from talkctl.identity.candidates import candidates, further_candidates
from talkctl.identity.corrections import Corrections
from talkctl.identity.events import gather_events
from talkctl.identity.profiles import Profile, profiles_of
from talkctl.model import Link
from talkctl.record import Credit, Record
from tests.identity.told import documents

ONE = Record(
    "a.xml", "schedule-xml", 1, 1, "Debugging deep water pumps", "Debugging deep water pumps",
    event="HeronCon 2018", date="2018-05-02", speakers=(Credit("Aroha Brightwater"),),
)  # fmt: skip
OTHER = ONE._replace(
    document="b.json", format="yt-dlp", title="Something else", raw_title="Something else",
    speakers=(Credit("Bo Ek"),),
)  # fmt: skip


def titled(record: Record, title: str) -> Record:
    return record._replace(title=title, raw_title=title)


def profiles(*records: Record) -> list[Profile]:
    told = documents(*records)
    of_documents = [record for document in told for record in document.records]
    return profiles_of(told, of_documents, gather_events(told, of_documents, Corrections()))


def first(*records: Record) -> set[tuple[int, int]]:
    return candidates(profiles(*records))


def further(*records: Record) -> set[tuple[int, int]]:
    return further_candidates(profiles(*records), lambda _one, _other: False)


@pytest.mark.parametrize(
    "title",
    [
        "Debugging Deep-Water pumps", "Debugging deep water pumps", "Live: debugging deep water pumps",
        "Debugging deep water pumps for fun and no profit at all",
    ],
)  # fmt: skip
def test_a_title_or_a_stretch_or_beginning_of_it_is_compared_first(title: str) -> None:
    """However it is spelt, whatever stands before a colon or behind its first four words."""
    assert first(ONE, titled(OTHER, title)) == {(0, 1)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Debugging deep pumps", "Debugging deep pumps for fun"),
        ("Deep water: welcome", "Shallow water: welcome"),
        ("Deep: anchors", "Wet: anchors"),
    ],
)
def test_less_than_that_is_not_compared_first(one: str, other: str) -> None:
    """A beginning of three words, a stretch that everybody uses, or one of few letters."""
    assert first(titled(ONE, one), titled(OTHER, other)) == set()


def test_a_title_as_it_stands_counts_too() -> None:
    """What is taken for the title may have lost what the other one has."""
    assert first(ONE._replace(title="Pumps"), titled(OTHER, ONE.raw_title)) == {(0, 1)}


def test_ids_and_recordings_are_compared_first() -> None:
    """Ids of one system and event, and one recording however its address is written."""
    link = Link("video", "https://youtu.be/abcdefghijk", "")
    assert first(ONE._replace(links=(link,)), OTHER._replace(uid="abcdefghijk")) == {(0, 1)}
    copy = OTHER._replace(format="schedule-xml", uid="17")
    assert first(ONE._replace(uid="17"), copy) == {(0, 1)}
    assert first(ONE._replace(uid="17"), copy._replace(event="HeronCon 2019")) == set()


@pytest.mark.parametrize(
    "other",
    [
        titled(OTHER, "Debugging deeep water pumps"),
        OTHER._replace(speakers=(Credit("Brightwater, Aroha"),)),
        OTHER._replace(speakers=(Credit("A. Brightwater"),)),
        titled(OTHER, "Anchors by Aroha Brightwater")._replace(speakers=()),
        titled(OTHER, "Pumps against water"),
    ],
    ids=["slip", "person", "surname", "named in the title", "two rare words"],
)
def test_less_is_compared_where_nothing_better_was_found(other: Record) -> None:
    """A title but for one word, a person, somebody named in a title, two words of it."""
    assert first(ONE, other) == set()
    assert further(ONE, other) == {(0, 1)}
    assert further_candidates(profiles(ONE, other), lambda _one, _other: True) == set()


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        titled(OTHER, "Debugging a shallow lake"),
        OTHER._replace(speakers=(Credit("A. Brightwater"),), event="OtterConf 2018"),
        titled(OTHER, "Anchors by Aroha")._replace(speakers=()),
    ],
    ids=["nothing", "one word", "surname elsewhere", "a first name in the title"],
)
def test_what_shares_nothing_rare_is_not_compared(other: Record) -> None:
    """One word of a title, a surname at another event, a first name."""
    assert first(ONE, other) | further(ONE, other) == set()


def test_one_moment_of_one_event_is_compared() -> None:
    """Nobody gives two talks at once."""
    start = "2018-05-02T10:00:00+02:00"
    one, other = ONE._replace(start=start), OTHER._replace(start=start)
    assert further(one, other) == {(0, 1)}
    assert further(one, other._replace(start=start.replace("10:00", "11:00"))) == set()
    assert further(one, other._replace(event=None)) == set()


def test_of_very_short_titles_one_word_is_enough() -> None:
    """Two telling words at most: one of them in common is half of it."""
    assert further(titled(ONE, "Deep pumps"), titled(OTHER, "Pumps explained today")) == {(0, 1)}


def test_a_title_with_a_slip_is_compared_also_where_its_words_are_common() -> None:
    """A word in more than ten titles of an event tells nothing; a title but for one word does."""
    every = [titled(ONE, f"Pumps {n}: deep, debugging, water")._replace(
        document=f"{n}.xml", speakers=()) for n in range(11)]  # fmt: skip
    slip, other = (
        titled(OTHER, "Debugging deep water pmups"),
        titled(OTHER, "Water pumps: debugging"),
    )
    assert (0, 1) in further(ONE, slip, *every)
    assert (0, 1) not in further(ONE, other, *every)
    assert (0, 1) in further(ONE, other, *every[:8])


def test_a_record_of_no_event_may_be_of_any() -> None:
    """It is compared by title, person and words with those of all events."""
    nowhere = titled(OTHER, "Pumps and the water of the deep")._replace(event=None)
    elsewhere = ONE._replace(document="c.xml", event="OtterConf 2018")
    assert further(ONE, elsewhere, nowhere) == {(0, 2), (1, 2)}
    assert first(ONE, titled(nowhere, ONE.title)) == {(0, 1)}
    assert first(ONE._replace(event=None), titled(nowhere, ONE.title)) == {(0, 1)}


def test_records_of_one_document_are_not_compared() -> None:
    """They are different talks, unless they say the very same."""
    again = ONE._replace(first_line=2, abstract="Another day.")
    assert first(ONE, again) | further(ONE, again) == set()


def slots(count: int, days: int) -> list[Record]:
    """An entry called Lunch in each of *count* documents, on *days* days in turn."""
    return [
        titled(ONE, "Lunch")._replace(document=f"{n}.xml", date=f"2018-05-{1 + n % days:02}")
        for n in range(count)
    ]


def test_what_many_share_is_taken_apart_by_day_and_then_left() -> None:
    """Forty are compared each with each, more of them day by day, and more of one day not at all."""
    assert len(first(*slots(40, 1))) == 40 * 39 // 2
    assert first(*slots(41, 1)) == set()
    by_day = first(*slots(42, 2))
    assert len(by_day) == 2 * (21 * 20 // 2)
    assert all((one - other) % 2 == 0 for one, other in by_day)
    nowhere = [one._replace(event=None) for one in slots(41, 1)]
    assert first(*nowhere) == set()
