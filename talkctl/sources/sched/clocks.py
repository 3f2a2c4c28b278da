"""The times on a Sched page: above sessions, and on their when-lines.

11:00am PST | 09:00 | 9:00 AM - 9:45 AM America/New_York | 14:00 (Europe/Paris) | 9:00am +08
Tuesday November 8, 2016 11:00am - 11:40am PST
Mittwoch 8. März 2023 23:30 - Donnerstag 9. März 2023 01:00 CET
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talkctl.sources.grammar.zones import ZONE, bare, instant
from talkctl.sources.source import Line
from talkctl.when import CLOCK

_END = rf"(?:\s+\(?(?P<zone>(?-i:{ZONE}|[+-]\d\d))\)?)?$"
_DASH = r"(?!\s+-\d\d$)\s*(?:[-–—]|to|bis|à)\s*"
_LABEL = r"(?:(?:when|time|date|datum|zeit|date and time)\s*:\s*)?"
TIME = re.compile(
    rf"{_LABEL}(?=\d+[:.h]\d|\d+\s?[ap])(?P<start>{CLOCK})(?:{_DASH}(?P<end>{CLOCK}))?{_END}",
    re.IGNORECASE,
)
_DATE = (
    r"[^\W\d_]{2,12}(?:-feira)?\.?,?\s+(?:[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?"
    r"|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?,?)\s+(?:de\s+)?\d{4}"
)
WHEN = re.compile(
    rf"{_LABEL}(?P<date>{_DATE}),?\s+(?:[•·|@]\s+|at\s+)?(?P<start>{CLOCK})"
    rf"(?:{_DASH}(?:(?P<last>{_DATE}),?\s+)?(?P<end>{CLOCK}))?{_END}",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"(?:\b(?:times|schedule)\b[^.]{{0,60}}?\b(?:in|are):?|^time ?zone:)\s+(?:\(UTC[^()]{{0,8}}\)\s+)?"
    rf"(?P<zone>(?-i:{ZONE}))(?![\w/+-])",
    re.IGNORECASE,
)
_LONGEST = 200


def is_when(text: str) -> re.Match[str] | None:
    """The date, the hours and the zone of a when-line."""
    return WHEN.match(text.strip()) if len(text) <= _LONGEST else None


def is_time(text: str) -> re.Match[str] | None:
    """The hours and the zone of a line that opens a session."""
    return TIME.match(text.strip()) if len(text) <= _LONGEST else None


def zone_of(about: Sequence[Line], place: str) -> str | None:
    """The one time zone that *about*, what a page says outside its sessions, states for them all:
    in a sentence, or as what is chosen below ``Timezone``."""
    texts = [line.text.strip() for line in about if not line.blank and len(line.text) <= 1_000]
    zones = {found["zone"] for text in texts for found in _STATED.finditer(text)}
    zones |= {low for up, low in pairwise(texts) if up.lower() == "timezone"}
    certain = {zone for zone in zones if instant("2020-06-01", "12:00", bare(zone), place)}
    return certain.pop() if len(certain) == 1 else None
