"""Spellings fold into one, and nothing from a page can command a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.text import fold, in_order, key, one_line, printable, short_id, slug, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("DON’T", "don't"),
        ("Łukasz", "lukasz"),
        ("Straße", "strasse"),
        ("ﬁn", "fin"),
    ],
)
def test_case_accents_and_apostrophes_fold(one: str, other: str) -> None:
    """What is equal folded is the same word."""
    assert fold(one) == fold(other)


def test_words_and_keys_drop_marks() -> None:
    """Titles are compared by their words."""
    assert words("Don’t panic!") == ["dont", "panic"]
    assert key("“Knots” – Part 2") == "knots part 2"


def test_a_slug_is_cut_at_a_word() -> None:
    """Slugs are short, plain and never empty."""
    assert slug("Knots & Ropes: A Tale", 12) == "knots-ropes"
    assert slug("Knots & Ropes: A Tale", 11) == "knots-ropes"
    assert slug("Knots & Ropes: A Tale", 13) == "knots-ropes-a"
    assert slug("Knots & Ropes: A Tale", 10) == "knots"
    assert slug("Knotsandropes", 5) == "knots"
    assert slug(f"{'a' * 58} bc") == "a" * 58
    assert slug("!!!") == "untitled"


def test_an_id_is_seven_letters_that_follow_from_its_text() -> None:
    """The same identity always has the same id."""
    assert short_id("a") == short_id("a")
    assert short_id("a") == "tenjhav"
    assert short_id("a") != short_id("b")


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mred\x1b[0m", "\x1b]0;title\x07red", "r\x00e\x08d", "\u202ered", "r\x0be\x1fd", "\x7fred",
        "re\x9fd", "\u2028red\u2029",
    ],
)  # fmt: skip
def test_escapes_and_control_characters_are_taken_out(text: str) -> None:
    """Colours, window titles and marks that reorder a line never reach a terminal."""
    assert printable(text) == "red"


def test_line_ends_and_letters_stay() -> None:
    """Tabs, line ends and blanks that do not break are no commands."""
    assert printable("a\tb\nc\xa0d \x1b[1m— é") == "a\tb\nc\xa0d — é"


def test_a_mark_that_reorders_a_line_can_be_seen_in_order() -> None:
    """As JSON escapes it; all else stays as it is."""
    assert in_order("ab\u202ecd é") == "ab\\u202ecd é"
    assert in_order("plain") == "plain"


@given(st.text(max_size=60))
def test_one_line_is_one_line(text: str) -> None:
    """Whatever the text, it fits in one line without control characters."""
    line = one_line(text)
    assert "\n" not in line
    assert "\x1b" not in line
    assert line == line.strip()
