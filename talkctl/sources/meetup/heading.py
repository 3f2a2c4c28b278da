"""Where the title of a page stands: first, or above the date or the host.

Rope Friends Porto              the group
Knot Night                      the title
Hybrid event                    a word of the site
May 15, 2024, 6:30 – 9:00 PM
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talkctl.sources.grammar.agenda import agenda_line, is_dated
from talkctl.sources.grammar.days import day_heading
from talkctl.sources.meetup.labels import aside_of, is_details, is_site
from talkctl.sources.source import Line

_HOURS_BEHIND = re.compile(r",\s\d{1,2}:\d\d.*$")
_HOSTED = re.compile(
    r"(?:hosted by|organizado por|organisé par|gehostet von|veranstalter)\b", re.IGNORECASE
)
_LOOKED_AT = 60


def heading_of(lines: Sequence[Line]) -> Line | None:
    """The line with the page's title; ``None`` where the agenda or the details come first."""
    filled = [line for line in lines if not line.blank and not is_site(line.text.strip())]
    heading = next((line for line in filled if not day_heading(line.text)), None)
    if heading and (agenda_line(heading.text) or is_details(heading.text.strip())):
        heading = None
    return _above_the_date(filled[:_LOOKED_AT], heading) or heading


def _above_the_date(filled: Sequence[Line], heading: Line | None) -> Line | None:
    """The title of an event right above its date or its host, where a group's name or the site's
    own words open the page."""
    for above, line in pairwise(filled):
        text, below = above.text.strip(), line.text.strip()
        if is_details(text) or is_details(below) or agenda_line(text) or aside_of(text):
            return None
        if _says_when(below) or _HOSTED.match(below):
            told = _says_when(text) or len(text) > 200
            return None if told or above is heading else above
    return None


def _says_when(text: str) -> bool:
    """Whether *text* says when the event is, be it without the year."""
    return is_dated(text) or day_heading(_HOURS_BEHIND.sub("", text[:100])) is not None
