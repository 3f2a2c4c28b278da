"""A transcript that talkctl wrote is read back, and nothing else is taken for one."""

from __future__ import annotations

import json
from typing import Any

from talkctl.model import Talk
from talkctl.record import Record, Segment
from talkctl.render.objects import shown_object
from talkctl.sources.own import SOURCE

SAID = (Segment(0.0, 2.5, "Hello."), Segment(754.5, 760.0, "Thank you."))


def transcript(talk: dict[str, Any]) -> tuple[Segment, ...]:
    """What is read of the transcript of *talk*."""
    (record,) = SOURCE.parse("talks.json", json.dumps([talk])).records
    return record.transcript


def shown(said: tuple[Segment, ...] = SAID) -> dict[str, Any]:
    """A talk as ``show --transcript --json`` writes it."""
    record = Record("a.vtt", "captions", 1, 9, "Knots", "Knots", transcript=said)
    talk = Talk("k4m7", "knots", "Knots", abstract="On knots.", transcript=True)
    return shown_object(talk, [record], transcript=True)


def test_segments_come_back_as_they_were_shown() -> None:
    """With their times and texts."""
    assert transcript(shown()) == SAID


def test_that_there_is_a_transcript_is_none() -> None:
    """A talk shown without its segments merely says that it has some."""
    talk = shown()
    del talk["segments"]
    assert transcript(talk) == ()


def test_times_that_no_recording_has_are_not_taken() -> None:
    """Neither before its beginning, nor months after, nor no number at all."""
    wrong = [(-1.0, 1.0), (1.0, 10**400), (float("inf"), 2.0), (float("nan"), 2.0), ("1", 2.0)]
    talk = shown() | {"segments": [{"start": a, "end": b, "text": "x"} for a, b in wrong]}
    assert transcript(talk) == ()
