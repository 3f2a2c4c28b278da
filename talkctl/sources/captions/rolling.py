"""Automatic captions roll: each line comes in at the bottom and stays while the next is said.

    0.0  hello everyone            what is said
    2.4  hello everyone            the same, finished, for a hundredth of a second
    2.4  hello everyone            the same once more, above
         welcome to                what is said next

What stays is dropped, so that every word is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from talkctl.model import Segment
from talkctl.sources.captions.cues import Cue

_SHORT = 0.05
"""Seconds; nobody reads what is on the screen for less."""

_FEW = 4


def segments_of(cues: Sequence[Cue]) -> tuple[Segment, ...]:
    """*cues* as segments, each word in one of them; empty cues left out."""
    if _is_rolling(cues):
        return tuple(_said_once(cues))
    return tuple(Segment(cue.start, cue.end, " ".join(cue.lines)) for cue in cues if any(cue.lines))


def _is_rolling(cues: Sequence[Cue]) -> bool:
    """Whether words are timed one by one, or a good part of the cues repeat the one before."""
    if any(cue.timed for cue in cues):
        return True
    filled = [cue for cue in cues if cue.lines]
    repeated = sum(
        later.lines[0] == cue.lines[-1]
        and (len(later.lines) > 1 or _is_short(later) or _is_short(cue))
        for cue, later in pairwise(filled)
    )
    return repeated > 1 and repeated * _FEW >= len(filled)


def _is_short(cue: Cue) -> bool:
    return cue.end - cue.start < _SHORT


def _said_once(cues: Iterable[Cue]) -> list[Segment]:
    said: list[Segment] = []
    shown: tuple[str, ...] = ()
    for cue in cues:
        if not cue.lines:
            continue
        fresh = cue.lines[_staying(shown, cue.lines) :]
        if fresh:
            text = " ".join(fresh)
            last = said[-1] if said else None
            if last and _grows(last, cue, text):
                said[-1] = Segment(last.start, cue.end, text)
            else:
                said.append(Segment(cue.start, cue.end, text))
        elif said and not _is_short(cue) and cue.start <= said[-1].end + _SHORT:
            said[-1] = said[-1]._replace(end=max(said[-1].end, cue.end))
        shown = cue.lines
    return said


def _staying(shown: tuple[str, ...], lines: tuple[str, ...]) -> int:
    """How many of *lines* were already on the screen, at the bottom of what was *shown*."""
    for count in range(min(len(shown), len(lines), _FEW), 0, -1):
        if shown[-count:] == lines[:count]:
            return count
    return 0


def _grows(last: Segment, cue: Cue, text: str) -> bool:
    """Whether *text* is what was said last, with more words to it."""
    return cue.start <= last.end + _SHORT and text.startswith(f"{last.text} ")
