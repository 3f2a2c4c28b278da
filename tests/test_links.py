"""Addresses of recordings, however they are written."""

from __future__ import annotations

import pytest

from talkctl.links import at_second, printable_address, youtube_id


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=abcdefghijk",
        "http://m.youtube.com/watch?list=PL1&v=abcdefghijk&t=7",
        "https://youtu.be/abcdefghijk?si=x",
        "youtube.com/embed/abcdefghijk",
        "https://www.youtube-nocookie.com/embed/abcdefghijk",
        "https://youtube.com/live/abcdefghijk",
    ],
)
def test_a_recording_on_youtube_is_known_by_its_eleven_signs(address: str) -> None:
    """Whichever of their addresses a page uses."""
    assert youtube_id(address) == "abcdefghijk"
    assert at_second(address, 754) == "https://youtu.be/abcdefghijk?t=754"


@pytest.mark.parametrize(
    "address",
    ["https://vimeo.com/123456", "https://youtube.com/@channel", "https://youtu.be/short", ""],
)
def test_other_addresses_are_none_of_theirs(address: str) -> None:
    """A channel, another site, too few signs."""
    assert youtube_id(address) is None


def test_other_recordings_take_the_second_as_a_fragment() -> None:
    """As the W3C's media fragments have it."""
    assert at_second("https://cdn.example.org/a.mp4", 61) == "https://cdn.example.org/a.mp4#t=61"


def test_an_address_can_be_printed() -> None:
    """What does not print stands in percents, as in a browser; letters of any script stay."""
    assert printable_address("https://x.example/a\x1b[0m b") == "https://x.example/a%1B[0m b"
    assert (
        printable_address("https://x.example/é?q=云\u202e") == "https://x.example/é?q=云%E2%80%AE"
    )
    assert printable_address("https://x.example/é") == "https://x.example/é"
