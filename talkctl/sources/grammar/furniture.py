"""What belongs to a page or a channel and not to a talk: advertisements, menus, buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from talkctl.sources.source import Line

_INVITATION = re.compile(
    r"(?:(?:so )?don['’]t miss\b|(?:please )?(?:come )?join us (?:for|at|in)\b|want to view more\b"
    r"|register (?:now|today|here)\b|(?:get|book|buy) your (?:ticket|pass|seat)|save the date\b"
    r"|(?:learn more|find out more|more info(?:rmation)?)\b.{0,20}?(?:at|on|here|:)"
    r"|check out (?:our|the) (?:next|upcoming)\b|see you (?:at|in)\b"
    r"|the conference features presentations from\b)",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"(?:\b(?:upcoming|next) events?\b|\bconferences?\b|\bsummit\b|\w+Con\b|\btickets?\b"
    r"|\bkubecon\b|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)",
)
_OF_THE_CHANNEL = re.compile(
    r"(?:subscribe (?:to|for|now)\b|follow us (?:on|at)\b|like and subscribe\b"
    r"|the conference features presentations from\b)",
    re.IGNORECASE,
)
_OF_THE_TALK = re.compile(
    r"\b(?:this|the) (?:talk|session|presentation|workshop|tutorial|panel)\b|\bwe(?:['’]ll| will)\b"
    r"|\bI(?:['’]ll| will)\b"
)
"""Channels advertise the next conference below a talk about something else; a talk that says
``Join us`` itself speaks of what it will do."""

_LOOKED_AT = 600
_TIMES_REPEATED = 3


def is_advertisement(line: Line) -> bool:
    """Whether *line* advertises other events; it names times and places that are not the talk's."""
    text = line.text.strip()[:_LOOKED_AT]
    if _OF_THE_CHANNEL.match(text):
        return True
    invites = _INVITATION.match(text) and _OCCASION.search(text)
    return bool(invites) and not _OF_THE_TALK.search(text)


def repeated_lines(blocks: Sequence[Iterable[Line]]) -> frozenset[str]:
    """Long lines that stand in most of *blocks* word for word: no talk's own words."""
    counts = Counter(
        text for block in blocks for text in {line.text.strip() for line in block} if len(text) > 80
    )
    enough = max(_TIMES_REPEATED, len(blocks) // 2)
    return frozenset(text for text, count in counts.items() if count >= enough)
