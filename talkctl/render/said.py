"""What was said in a recording, as people read it: paragraphs, each with its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talkctl.render.answer import Item

_PARAGRAPH = 30.0
"""Seconds after which a paragraph ends; captions change every three."""


def clock(seconds: float) -> str:
    """A time of a recording: ``12:34``, and from an hour on ``1:02:03``."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def paragraphs(segments: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """The *segments* of a transcript some thirty seconds at a time: when each begins, and its text."""
    begun = 0.0
    texts: list[str] = []
    for segment in segments:
        if texts and segment["start"] - begun >= _PARAGRAPH:
            yield clock(begun), " ".join(texts)
            texts = []
        if not texts:
            begun = segment["start"]
        texts.append(segment["text"])
    if texts:
        yield clock(begun), " ".join(texts)
