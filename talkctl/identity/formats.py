"""What each format knows best, in one table.

Of records that differ the one of the format with the lower number is believed. A programme knows
when and where, a recording what was said in the end, notes come last; what talkctl wrote itself, or
the user by hand, lies between. Formats that are not in the table stand in the middle.
"""

from __future__ import annotations

from typing import NamedTuple


class Authority(NamedTuple):
    """How far a format is believed about a talk's words, and about its time and place."""

    words: int
    time: int
    family: str


AUTHORITY = {
    #                         words time  family
    "archive":       Authority(10,  60, "archive"),
    "pyvideo":       Authority(12,  62, "pyvideo"),
    "sched":         Authority(20,  10, "sched"),
    "schedule-json": Authority(22,  12, "schedule"),
    "schedule-xml":  Authority(23,  13, "schedule"),
    "sessionize":    Authority(24,  14, "sessionize"),
    "talkctl":       Authority(26,  16, "talkctl"),
    "meetup":        Authority(30,  20, "meetup"),
    "icalendar":     Authority(32,  18, "icalendar"),
    "yt-dlp":        Authority(60,  64, "recording"),
    "captions":      Authority(80,  80, "recording"),
    "notes":         Authority(90,  90, "notes"),
}  # fmt: skip
"""The family is what shares ids of talks and people."""

_MIDDLE = Authority(50, 50, "")

PROGRAMMES = frozenset(
    ("sched", "meetup", "schedule-xml", "schedule-json", "sessionize", "icalendar", "talkctl")
)
"""Formats that say what will be or was given, and so what was cancelled."""

ALWAYS_NAME_PEOPLE = frozenset(("archive", "pyvideo"))
"""Formats in which a talk without people is a gap."""


def authority_of(format_name: str) -> Authority:
    """How far *format_name* is believed."""
    return AUTHORITY.get(format_name, _MIDDLE)


def family_of(format_name: str) -> str:
    """What shares ids with *format_name*; an unknown format only with itself."""
    return authority_of(format_name).family or format_name
