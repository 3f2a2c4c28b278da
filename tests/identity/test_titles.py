"""When two titles are one talk's, and in what they are alike where they are not."""

from __future__ import annotations

import pytest

from talkctl.identity.titles import compare, read_title, related

EXPLAINED = frozenset(("jane", "doe", "heroncon", "2018"))


def how(one: str, other: str) -> str:
    """In what two titles are alike, whichever comes first."""
    first = compare(read_title(one), read_title(other), EXPLAINED)
    assert first == compare(read_title(other), read_title(one), EXPLAINED)
    return first.how


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Queues at sea", "queues at Sea!", "same"),
        ("The queues at sea", "Queues at the sea", "core"),
        ("Queues at sea", "Jane Doe: Queues at sea (HeronCon 2018)", "explained"),
        ("Queues at sea, a field report by", "Queues at sea, a field report by pilots", "short"),
        ("Queues at sea and what they tea…", "Queues at sea and what they teach", "cut"),
        ("Queues at sea and what they te…", "Meshes at sea and what they teach", "alike"),
        ("Queues at sea and ashore: Jane D…", "Queues at sea and ashore", "cut"),
        ("Queues at sea and ashore: Xavie…", "Queues at sea and ashore", "head"),
        ("Queues at sea and ashore in wint…", "Queues at sea and ashore", "short"),
        ("News of Lumen 9 and what ca…", "News of Lumen 9 and what came after 8", "cut"),
        ("News of Lumen 9 and what ca…", "News of Lumen 10 and what came after 9", "other part"),
        ("Quuees at sea and ashore", "Queues at sea and ashore", "slip"),
        ("Debugging depe water pumps", "Debugging deep water pumps", "slip"),
        (
            "Debugigng shallow wtaer pumps at night",
            "Debugging shallow water pumps at night",
            "slip",
        ),
        ("Why multi tenant queues sink", "Why multitenant queues sink", "core"),
        ("Why multi tenant queues sink", "Why multitenant queue sink", "slip"),
        ("Debugging deep water pumps", "Debugging: deep water pumps", "same"),
        ("Debugging deep water", "Debugging deep water: a love story", "head"),
        ("A love story", "Debugging deep water: a love story", "head"),
        ("Debugging deep pumps", "Debugging deep pumps in the dark: a love story", "head"),
        ("Debugging deep pumps", "Debugging deep pumps in the dark of winter", "short"),
        ("Water pumps", "Debugging water with pumps", "short"),
        ("Pumps and water", "Debugging water with pumps", "alike"),
        ("Debugging pumps", "Scaling kernels", "unlike"),
        ("Lumen 1.9", "Lumen 1.10", "other part"),
        ("Queues (1/2)", "Queues (2/2)", "other part"),
        ("Queues II", "Queues III", "other part"),
        ("Queues 2018", "Queues", "explained"),
        ("", "", "unlike"),
    ],
)
def test_two_titles_are_alike_in_one_way(one: str, other: str, alike: str) -> None:
    """By spelling, by what stands around, by a cut, a slip, a subtitle, or by some words."""
    assert how(one, other) == alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Why ham fails in the night", "Why jam fails in the night"),
        ("Migrating from mesos7 to nomads", "Migrating from mesos8 to nomads"),
        ("Understanding parsers in production", "Understanding brokers in production"),
        ("Teh sea", "The sea"),
        ("Debugging fog in the harbour", "Debugging fgo in the harbour"),
        ("Debgigugn shallow water pumps", "Debugging shallow water pumps"),
        ("Debuggign shalolw wtaer pmups", "Debugging shallow water pumps"),
    ],
)
def test_another_word_is_no_slip(one: str, other: str) -> None:
    """Short words, words with digits, and words too far apart are other words."""
    assert how(one, other) != "slip"


def test_more_alike_is_worth_more() -> None:
    """From the same down to nothing in common; half the words are half of it."""
    worth = [
        compare(read_title("Debugging water with pumps"), read_title(title), frozenset()).value
        for title in (
            "Debugging water with pumps", "Debugging the water with pumps", "Debugging water & pumps!",
            "Debugging water", "Watering pumps and water", "Scaling kernels",
        )
    ]  # fmt: skip
    assert worth == sorted(worth, reverse=True)
    half = compare(read_title("water alone"), read_title("water pumps"), frozenset())
    assert half.value == pytest.approx(1 / 3)


def test_titles_with_nothing_in_common_are_not_looked_at() -> None:
    """But for very short ones, which may be one word that is written as two."""
    long, other = read_title("Debugging deep water pumps"), read_title("Scaling kernels at night")
    assert not related(long, other)
    assert related(long, read_title("Pumps of the deep and dark"))
    assert related(long, read_title("Waterpumps"))


@pytest.mark.parametrize(
    ("title", "generic", "cut", "part"),
    [
        ("Lunch", True, False, None),
        ("Lightning Talks 2", True, False, None),
        ("Queues at sea", False, False, None),
        ("Queues at s...", False, True, None),
        ("Queues at sea, Part II", False, False, "2"),
        ("Queues at sea (1/3)", False, False, "1"),
    ],
)
def test_a_title_says_what_it_is(title: str, generic: bool, cut: bool, part: str | None) -> None:
    """One that many entries of programmes have, one cut off, or a part of a series."""
    read = read_title(title)
    assert (read.generic, read.cut, read.part) == (generic, cut, part)


def test_what_stands_around_a_title_is_taken_off_while_something_is_left() -> None:
    """A tag alone is the title, however little it says."""
    assert read_title("[Cancelled] Keynote: Queues").words == ("queues",)
    assert read_title("[Cancelled]").words == ("cancelled",)
