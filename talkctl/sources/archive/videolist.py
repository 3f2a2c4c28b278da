"""A list of videos, copied from a playlist or a channel of YouTube.

29:41                                   how long it is, perhaps twice
Now playing
Knots Untied - Jane Doe, Acme           its title
KnotCon                                 the channel
1.2K views • 9 months ago

What a list says of a video's age is too rough for a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talkctl.record import Record
from talkctl.sources.archive.marks import counts_on
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.titles import titled
from talkctl.sources.source import Line, Reading, with_the_rest
from talkctl.sources.video_titles import event_of_list, people_of_list, read_video_title

_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?$")
_PLAYING = re.compile(r"now playing$", re.IGNORECASE)
_VIEWS = re.compile(r"[\d.,]+\s?[KMB]? views\b", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\d{1,4}|[•·]|new|live|cc|4k|\d+ \w+ ago|streamed \d+ .*)$", re.IGNORECASE)
_FEWEST = 2
_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class _Video:
    clock: Line
    title: Line
    last: Line


def is_video_list(lines: Sequence[str]) -> bool:
    """Whether *lines*, none of them blank, hold lengths above titles, and say what plays or how
    often it was seen."""
    if not any(map(_CLOCK.match, lines)):
        return False
    marks = (_PLAYING.match(line) or _VIEWS.match(line) for line in lines)
    listed = [Line(number, line) for number, line in enumerate(lines, 1)]
    return sum(map(bool, marks)) >= _FEWEST and len(_videos(listed)) >= _FEWEST


def read_video_list(document: str, lines: Sequence[Line]) -> Reading:
    """The videos of the list; what stands above them names the event, if anything does."""
    filled = [line for line in lines if not line.blank]
    videos = _videos(filled)
    above = [line for line in filled if line.number < videos[0].clock.number]
    event = next(filter(None, (event_of_list(line.text) for line in above[:_LOOKED_AT])), None)
    titles = [video.title.text.strip() for video in videos]
    common = words_in_lower_case("\n".join(titles))
    known = Known(people=people_of_list(titles), common=common)
    records = tuple(_record(document, video, event, known) for video in videos)
    furniture = frozenset(line.number for line in above)
    return with_the_rest(document, lines, Reading(records, (), furniture))


def _record(document: str, video: _Video, event: str | None, known: Known) -> Record:
    counted = counts_on(f"Duration: {video.clock.text.strip()}")
    read = read_video_title(video.title.text.strip(), known, event)
    record = Record(document, "archive", video.clock.number, video.last.number)
    return titled(record, read.line)._replace(
        event=read.event or event, duration=counted.minutes if counted else None
    )


def _videos(filled: Sequence[Line]) -> list[_Video]:
    """The videos among lines none of which is blank."""
    found: list[_Video] = []
    clock: Line | None = None
    for line in filled:
        text = line.text.strip()[:200]
        if _CLOCK.match(text):
            clock = clock or line
        elif clock and not _PLAYING.match(text) and not _BESIDE.match(text):
            found.append(_Video(clock, line, line))
            clock = None
        elif clock is None and found and (_VIEWS.match(text) or _BESIDE.match(text)):
            found[-1] = _Video(found[-1].clock, found[-1].title, line)
    return found
