"""The page on which one watches a video, copied from YouTube.

Knots Untied - Jane Doe, Acme        the title
KnotCon                              the channel
12.4K subscribers
3,412 views  Nov 24, 2019            when it appeared; the description follows
…
Show less                            what follows is the site's: chapters, comments, other videos
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.sources.grammar.days import date_of
from talkctl.sources.source import Line

_SUBSCRIBERS = re.compile(
    r"[\d.,]+\s?[KMB]? (?:subscribers?|abonn\w+|suscriptores|inscritos)$", re.I
)
_VIEWS = re.compile(
    r"[\d.,]+\s?[KMB]? (?:views?|aufrufe|vues?|vistas|visualizações)\b\s*[•·|]?\s*"
    r"(?:(?:streamed live on|premiered(?: on)?|live übertragen am|am)\s+)?(?P<date>.*?)\s*(?:#.*)?$",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:subscribed?|join|share|save|download|clip|thanks|ask|like|dislike|report|[\d.,]+\s?[KMB]?"
    r"|show (?:more|transcript)|(?:\.\.\.|…)\s?more|transcript|sign in|skip navigation|search|cc|hd"
    r"|\d+:\d\d(?::\d\d)?)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:show less|weniger anzeigen|\d[\d.,]* comments?|comments?|sort by|key moments|up next|transcript"
    r"|follow along using the transcript\.?)$",
    re.IGNORECASE,
)
_PLAYER = re.compile(r"0:00 / (?P<length>\d+:\d\d(?::\d\d)?)$")
_LOOKED_AT = 60


def _date_in(text: str) -> str:
    """The date that *text* opens with; a series or a place may follow it."""
    parts = text.split()
    openings = (" ".join(parts[:count]) for count in range(min(len(parts), 6), 0, -1))
    return next((opening for opening in openings if date_of(opening)), text)


def is_watch_page(lines: Sequence[str]) -> bool:
    """Whether *lines*, none of them blank, open with a channel's subscribers and a video's views."""
    opening = [line for line in lines[:_LOOKED_AT] if len(line) <= 120]
    channel = next((n for n, line in enumerate(opening) if _SUBSCRIBERS.match(line)), 0)
    return channel > 1 and any(_VIEWS.match(line) for line in opening[channel:])


def as_video_page(lines: Sequence[Line]) -> tuple[list[Line], Line, set[int]]:
    """*lines* without those of the site, the one with the title, and the numbers of those left out.

    Views and date are one line on the page; the date alone stays. The player's clock says how long
    the video is.
    """
    filled = [n for n, line in enumerate(lines) if not line.blank]
    channel = next(i for i, n in enumerate(filled) if _SUBSCRIBERS.match(lines[n].text.strip()))
    heading = lines[filled[channel - 2]]
    kept: list[Line] = [heading]
    left_out = {lines[n].number for n in filled[: channel + 1]} - {heading.number}
    viewed, ended = False, False
    clocks = (_PLAYER.match(lines[n].text.strip()) for n in filled[:channel])
    kept += [Line(heading.number, f"Duration: {clock['length']}") for clock in clocks if clock]
    for line in lines[filled[channel] + 1 :]:
        text = line.text.strip()[:200]
        views = None if viewed else _VIEWS.match(text)
        ended = ended or bool(viewed and _END.match(text))
        if views:
            viewed = True
            kept.append(Line(line.number, _date_in(views["date"])))
        elif text and (ended or not viewed or _BUTTON.match(text)):
            left_out.add(line.number)
        elif not ended:
            kept.append(line)
    return kept, heading, left_out
