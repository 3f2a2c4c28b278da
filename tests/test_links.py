"""Addresses of recordings, however they are written."""

from __future__ import annotations

import pytest

from talkctl.links import at_second, youtube_id


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
