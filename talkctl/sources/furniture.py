"""What belongs to a page or a channel and not to a talk: advertisements, menus, buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from talkctl.sources.source import Line

_ADVERTISEMENT = re.compile(
    r"(?:want to view more sessions\b.*\bjoin us\b"
    r"|don['’]t miss (?:out|kubecon)\b.*\bjoin us\b"
    r"|join us (?:for|at|in)\b.*?(?:\blearn more at\b|\bregister (?:now|today|at)\b|https?://|\bwww\.)"
    r"|(?:learn more|register now|register today|find out more) (?:at|on|here)\b.{0,40}"
    r"(?:https?://|www\.|the conference features\b)"
    r"|the conference features presentations from\b"
    r"|subscribe (?:to|for) (?:our|the|more)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""How channels advertise the next conference below a talk about something else."""

_TIMES_REPEATED = 3


def is_advertisement(line: Line) -> bool:
    """Whether *line* advertises other events; it names times and places that are not the talk's."""
    return bool(_ADVERTISEMENT.match(line.text.strip()))


def repeated_lines(blocks: Sequence[Iterable[Line]]) -> frozenset[str]:
    """Long lines that stand in most of *blocks* word for word: no talk's own words."""
    counts = Counter(
        text for block in blocks for text in {line.text.strip() for line in block} if len(text) > 80
    )
    enough = max(_TIMES_REPEATED, len(blocks) // 2)
    return frozenset(text for text, count in counts.items() if count >= enough)
