"""A recording of a whole evening, whose chapters are the talks.

0:00 Waiting for everybody
14:20 Knots Untied – Jane Doe, Acme       talks, for they bill people
52:10 "Loose Ends" (John Roe)
1:31:05 Q&A
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from talkctl.links import at_second
from talkctl.model import INTERLUDES
from talkctl.record import Record
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.titles import parse_title, titled
from talkctl.sources.source import Line

_CHAPTER = re.compile(
    r"[\[(]?(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d\d)[\])]?\s*(?:[-–—:|]\s*)?(?P<what>\S.*)$"
)
_KIND_OF_VIDEO = re.compile(
    r"\s*[(\[][^()\[\]]*\b(?:live ?stream|recording|video|aufzeichnung|replay|full)\b[^()\[\]]*[)\]]$",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST = 300


class _Chapter(NamedTuple):
    line: Line
    seconds: int
    what: str


def talks_in_chapters(video: Record, lines: Sequence[Line], known: Known) -> tuple[Record, ...]:
    """The talks that the chapters of *video* are; none where fewer than two of them bill people.

    The video's title is then the event's, if no other is known.
    """
    chapters = _chapters(lines)
    found = []
    for chapter, following in zip_longest(chapters, chapters[1:]):
        title = parse_title(chapter.what, known)
        if not title.credits or title.title == title.raw or title.kind in (*INTERLUDES, "other"):
            continue
        lasting = following.seconds - chapter.seconds if following else 0
        found.append(
            titled(video, title)._replace(
                first_line=chapter.line.number,
                last_line=chapter.line.number,
                language=None,
                event=video.event or _KIND_OF_VIDEO.sub("", video.raw_title),
                duration=round(lasting / 60) or None,
                participants=None,
                abstract=None,
                bios=(),
                links=tuple(
                    link._replace(url=at_second(link.url, chapter.seconds))
                    for link in video.links
                    if link.kind == "video"
                ),
            )
        )
    return tuple(found) if len(found) >= _FEWEST and not video.speakers else ()


def _chapters(lines: Sequence[Line]) -> list[_Chapter]:
    found: list[_Chapter] = []
    for line in lines:
        match = _CHAPTER.match(line.text.strip()) if len(line.text) <= _LONGEST else None
        if match:
            hours, minutes, seconds = (
                int(match[part] or 0) for part in ("hours", "minutes", "seconds")
            )
            found.append(_Chapter(line, hours * 3600 + minutes * 60 + seconds, match["what"]))
    rising = all(a.seconds < b.seconds for a, b in pairwise(found))
    return found if rising else []
