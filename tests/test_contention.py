"""Several talkctls at one library at once."""

from __future__ import annotations

from tests.contention import contend


def test_two_write_and_three_read_and_nobody_is_refused() -> None:
    """For a moment; ``python -m tests.contention`` does it for a minute, and with ten readers."""
    told = contend(0.7, readers=3)
    assert (told.refused, told.lost) == ([], set())
    assert told.notes
    assert told.titles
