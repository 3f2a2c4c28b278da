"""The lines of an archive that are no talk's words: dates, counts, images, menus, advertisements.

15 Dec 2017 | Published: May 24, 2022
• 3 participants | Participants: 3 | 3 participants · 40 minutes
• 1:03 hours | Duration: 35:12 | • 1h 5m
youtube image
Join us for KubeCon in Barcelona May 20 - 23! …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talkctl.model import Link
from talkctl.sources.grammar.days import date_of
from talkctl.sources.grammar.links import bare_address, kind_of_link
from talkctl.sources.source import Line
from talkctl.when import parse_length

_PARTICIPANTS = re.compile(
    r"(?:(?P<count>\d{1,6}) (?:participants?|teilnehmer\w*|participantes)"
    r"|participants?\s*:\s*(?P<stated>\d{1,6}))$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?P<label>(?:duration|length|dauer|durée|duración|running time)\s*:\s*)?(?P<length>\d[\d:.]{0,7}"
    r"(?P<unit>\s?h\s?\d\d|\s*(?:hours?|hrs?|h|minutes?|minuten|minutos|mins?|m|seconds?|secs?|s))?"
    r"(?:\s+\d{1,2}\s*(?:minutes?|mins?|m|seconds?|secs?|s))?)$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[•*·–-]\s*")
_BETWEEN = re.compile(r"\s+[•·|]\s+|,\s+(?=\d)")
_CLOCK_LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$")
IMAGE = re.compile(
    r"\s*(?:youtube|vimeo|zoom|video|recording|thumbnail|meeting|google meet|webex|teams|twitch|slack"
    r"|skype|jitsi|hangouts?|audio|podcast|peertube|bluejeans|preview) image\s*$",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:published|posted|uploaded|added|released|date|veröffentlicht|publié|publicado)"
    r"(?:\s+(?:on|am|le|el))?\s*:?\s+",
    re.IGNORECASE,
)
MENU = re.compile(
    r"\s*(?:Add meeting\b.*|Rate page\b.*|Subscribe\s*|Description\s*"
    r"|These are all the (?:meetings|recordings|videos)\b.*|Show (?:more|less)|Transcript\s*"
    r"|Search\b.{0,30}|Load more|(?:Older|Newer|Next|Previous)(?: \w+)?(?: →| »)?|Page \d+ of \d+"
    r"|Home|Explore|Sign (?:in|up|out)|Log ?(?:in|out)|Sort(?:ed)? by\b.{0,30}|Filter(?:s|ed)?\b.{0,30}"
    r"|\d+ (?:recordings?|meetings?|videos?|results?|talks?)|Terms(?: of \w+)?|Privacy(?: policy)?"
    r"|Imprint|Impressum|Contact(?: us)?|About(?: us)?|Cookies?|Back to top|Help|FAQ|Share|Watch(?: now)?"
    r"|(?:©|Copyright\b|\(c\)).{0,80}|Powered by\b.{0,40}|All rights reserved\.?|Play|Menu|RSS|API)\s*$",
    re.IGNORECASE,
)
_EVENT_PATH = re.compile(r"\S.*\s/\s(?P<event>\S.*)$")
_SHORT = 80
_LINKED = re.compile(
    r"(?:(?P<label>[^\W\d_][^:]{1,30}):\s*|\[(?P<boxed>[^\[\]]{3,30})\]:?\s*)"
    r"(?P<address>\S+)(?:\s+\([^()]*\))?$"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a line counts; ``None`` for what it does not."""

    participants: int | None = None
    minutes: int | None = None


def date_on(text: str) -> str | None:
    """The date of publication that a line states, with its label or alone."""
    if len(text) > _SHORT:
        return None
    text = text.strip()
    return date_of(text) or date_of(_DATE_LABEL.sub("", text, count=1))


def has_date_label(text: str) -> bool:
    """Whether the date on a line says itself that it is one of publication."""
    return bool(_DATE_LABEL.match(text.strip()))


def counts_on(text: str) -> Counts | None:
    """What a line counts, if it does nothing else."""
    if len(text) > _SHORT or not any(letter.isdigit() for letter in text):
        return None
    bullet = _BULLET.match(text)
    parts = _BETWEEN.split(text[bullet.end() if bullet else 0 :].strip())
    participants, minutes = None, None
    for part in parts:
        people = _PARTICIPANTS.match(part)
        length = _length(part, bool(bullet) or len(parts) > 1)
        if people:
            participants = int(people["count"] or people["stated"])
        elif length is not None:
            minutes = length
        else:
            return None
    return Counts(participants, minutes)


def _length(text: str, marked: bool) -> int | None:
    """Whole minutes of a length with a label, or *marked* as a count by what is around it."""
    found = _LENGTH.match(text)
    if not found or not (found["label"] or (marked and found["unit"])):
        return None
    clock = _CLOCK_LENGTH.match(found["length"])
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 60 + minutes + (1 if seconds >= 30 else 0)
    return parse_length(found["length"])


def is_image(text: str) -> bool:
    """Whether *text* stands for the picture of a recording."""
    return len(text) <= _SHORT and bool(IMAGE.match(text))


def closes(text: str) -> bool:
    """Whether a line is among those that end an entry."""
    return is_image(text) or counts_on(text) is not None


def path_to(text: str) -> str | None:
    """The event that the path on top of a page ends in: ``Organisation / Event``."""
    text = text.strip()
    found = _EVENT_PATH.match(text) if len(text) <= 300 and not MENU.match(text) else None
    return found["event"].strip() if found else None


def is_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a date stands alone there, as above an entry, rather than within a body."""
    text = lines[index].text
    if not date_on(text):
        return False
    if has_date_label(text):
        return True
    above = lines[index - 1]
    if index == 0 or above.blank or closes(above.text):
        return True
    return bool(MENU.match(above.text[:120]) or path_to(above.text))


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


def link_on(text: str) -> Link | None:
    """The address that a line consists of, perhaps behind ``Slides:`` or the like."""
    text = text.strip()
    address = bare_address(text)
    if address:
        return Link(kind_of_link("", address), address, text)
    found = _LINKED.match(text) if len(text) <= 300 else None
    address = bare_address(found["address"]) if found else None
    if not (found and address):
        return None
    label = found["label"] or found["boxed"]
    kind = kind_of_link(label, address)
    shown = kind in ("video", "slides") or kind == kind_of_link(label, "") == "code"
    return Link(kind, address, found["address"]) if shown else None
