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
from talkctl.sources.grammar.links import bare_address
from talkctl.sources.source import Line

_NUMBER = r"[\d.,]+\s?(?:[KMBk]|Mio\.?|Tsd\.?|mil|тыс\.?|млн)?(?:\sde)?"
_SUBSCRIBERS = re.compile(
    rf"{_NUMBER}\s(?:subscribers?|abonn\w+|suscriptores|inscritos|подписчик\w*)$", re.IGNORECASE
)
_VIDEOS = re.compile(r"[\d.,]+ videos$", re.IGNORECASE)
_VIEWS = re.compile(
    rf"(?:{_NUMBER}\s(?:views?|aufrufe|vues?|vistas|visualizaciones|visualizações|просмотр\w*)\b\s*[•·|]?\s*"
    r"(?:(?:streamed live on|premiered(?: on)?|live übertragen am|am)\s+)?"
    r"|(?:streamed live|premiered)(?: on)?\s+)(?P<date>.*?)\s*(?:#.*)?$",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:subscribed?|join|share|save|download|clip|thanks|ask|like|dislike|report|[\d.,]+\s?[KMB]?(?: views)?"
    r"|show (?:more|transcript)|(?:\.\.\.|…)\s?more|transcript|sign in|skip navigation|search|cc|hd"
    r"|\d+:\d\d(?::\d\d)?)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:show less|(?:weniger|mehr) anzeigen|mostrar m[áaeé]\w+|afficher (?:plus|moins)"
    r"|\d[\d.,]* comments?|comments?|sort by|key moments|up next|transcript"
    r"|follow along using the transcript\.?)$",
    re.IGNORECASE,
)
_PLAYER = re.compile(r"\d{1,2}:\d\d / (?P<length>\d+:\d\d(?::\d\d)?)$")
_LOOKED_AT = 60


def _date_in(text: str) -> str:
    """The date that *text* opens with; a series or a place may follow it."""
    parts = text.split()
    openings = (" ".join(parts[:count]) for count in range(min(len(parts), 6), 0, -1))
    return next((opening for opening in openings if date_of(opening)), text)


def _head(texts: Sequence[str]) -> tuple[int, int] | None:
    """Where the title stands among *texts*, and where what is told of the video begins.

    The channel, perhaps twice, stands between title and subscribers; where no subscribers are
    counted, between title and the one line that says when the video appeared.
    """
    opening = [text[:200] for text in texts[:_LOOKED_AT]]
    below = next((n for n, text in enumerate(opening) if _SUBSCRIBERS.match(text)), None)
    if below is not None and any(map(_VIDEOS.match, opening[below : below + 3])):
        return None  # a channel, and no video of it
    if below is None:
        views = [
            n for n, text in enumerate(opening)
            if (found := _VIEWS.match(text)) and date_of(_date_in(found["date"]))
        ]  # fmt: skip
        below = views[0] if len(views) == 1 else None
    elif not any(map(_VIEWS.match, opening[below:])):
        return None
    if below is None or below < 2:
        return None
    channel = opening[below - 1]
    title = next((n for n in range(below - 2, -1, -1) if opening[n] != channel), None)
    return None if title is None else (title, below)


def is_watch_page(lines: Sequence[str]) -> bool:
    """Whether *lines*, none of them blank, open with a video's title, channel and views."""
    return _head(lines) is not None


def as_video_page(lines: Sequence[Line]) -> tuple[list[Line], Line, set[int], str]:
    """*lines* without those of the site, the one with the title, the numbers of those left out, and
    the channel.

    Views and date are one line on the page; the date alone stays. The player's clock says how long
    the video is, and an address above the title where it is.
    """
    filled = [line for line in lines if not line.blank]
    head = _head([line.text.strip() for line in filled])
    assert head is not None, "no watch page"
    heading, below = filled[head[0]], filled[head[1]].number
    kept: list[Line] = [heading]
    left_out = {line.number for line in filled[: head[1]]} - {heading.number}
    for line in filled[: head[0]]:
        clock = _PLAYER.match(line.text.strip())
        told = f"Duration: {clock['length']}" if clock else bare_address(line.text.strip())
        kept += [Line(heading.number, told)] if told else []
    viewed, ended = False, False
    for line in lines:
        text = line.text.strip()[:200]
        if line.number < below:
            continue
        views = None if viewed else _VIEWS.match(text)
        ended = ended or bool(viewed and _END.match(text))
        if views:
            viewed = True
            told = _date_in(views["date"])
            kept.append(Line(line.number, told if date_of(told) else ""))
        elif text and (ended or not viewed or _BUTTON.match(text)):
            left_out.add(line.number)
        elif not ended:
            kept.append(line)
    return kept, heading, left_out, filled[head[1] - 1].text.strip()
