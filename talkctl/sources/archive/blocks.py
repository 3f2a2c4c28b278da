"""Recordings that are paragraphs: a title, who speaks below it, and how long or where it is.

Meetup #31, 28 February 2019      when those below were given
Knots Untied
Jane Doe (Acme)                   or behind a label: ``Speaker: Jane Doe``
43 min
Video: https://vimeo.com/7001
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from talkctl.names import looks_like_name
from talkctl.sources.archive.entry import Entry
from talkctl.sources.archive.marks import counts_on, date_on, link_on
from talkctl.sources.grammar.agenda import date_in_prose
from talkctl.sources.grammar.billing import parse_billing
from talkctl.sources.grammar.bylines import people_told
from talkctl.sources.source import Line, paragraphs

_NO_LISTING = re.compile(r"\s*(?:#{1,6} |(?:details|about (?:this )?event)\s*$)", re.IGNORECASE)
_SEEN = re.compile(r"[\d.,]+\s?[km]?(?: views)?$", re.IGNORECASE)
"""How often a recording was seen."""
_MISSING = re.compile(
    r"(?!.*://)(?:no )?(?:video|recording|slides|aufzeichnung|vídeo)\b.{0,80}$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s+[·|]\s+")
_OF_RECORDINGS = re.compile(r"\b(?:videos?|recordings?|aufzeichnungen|vídeos?|vidéos?)\b", re.I)
_FEWEST = 2
_MOST_PARTS = 6


def recorded_blocks(lines: Sequence[Line]) -> list[tuple[list[Line], str | None]]:
    """The paragraphs that are recordings, each with the date of the heading above it.

    One of them leads to a video, or two say when and how long they are, or the page begins with what
    they are; and it is neither Markdown nor that of a single event.
    """
    if any(_NO_LISTING.match(line.text[:80]) for line in lines):
        return []
    blocks = paragraphs(lines)
    recordings = [_is_recording(block) for block in blocks]
    if sum(recordings) < _FEWEST:
        return []
    marks = [{_mark(line.text) for line in block} for block in compress(blocks, recordings)]
    called = any(_OF_RECORDINGS.search(line.text[:200]) for line in lines[:_FEWEST])
    counted = sum({"length", "date"} <= found for found in marks)
    if not (called or counted >= _FEWEST or any("video" in found for found in marks)):
        return []
    found: list[tuple[list[Line], str | None]] = []
    date: str | None = None
    for block, is_recording in zip(blocks, recordings, strict=True):
        if len(block) == 1:
            date = date_in_prose([block[0].text[:200]]) or date
        elif is_recording or _says_when_and_how_long(block):
            found.append((block, date))
    return found


def entry_of(block: Sequence[Line], date: str | None) -> Entry:
    """*block* as an entry, with what its marks say; *date* is when it was given."""
    entry = Entry(None, block[0], last=block[-1].number, given=date)
    for line in block[1:]:
        text = line.text.strip()
        if line is block[1] and _is_billing(text):
            name, *where = _BETWEEN.split(text)
            placed = f"{name} ({', '.join(where)})" if where else name
            entry.add(Line(line.number, f"Speakers: {placed}"))
        elif published := date_on(text):
            entry.published = entry.published or published
        elif _mark(text) == "length":
            lengths = [part for part in _BETWEEN.split(text) if _mark_of(part) == "length"]
            entry.add(Line(line.number, f"• {lengths[0].lstrip('•*·–- ')}"))
        elif not (_SEEN.match(text) or _MISSING.match(text)):
            entry.add(line)
    entry.last = block[-1].number
    return entry


def _is_recording(block: Sequence[Line]) -> bool:
    """Whether a title, people and a mark of a recording stand in *block*."""
    if len(block) < _FEWEST + 1:
        return False
    people = block[1].text.strip()[:300]
    labelled = ":" in people and bool(people_told(people))
    if not (labelled or _is_billing(people)) or not _opens(block):
        return False
    marks = {_mark(line.text) for line in block[2:12]}
    missing = any(_MISSING.match(line.text.strip()[:100]) for line in block[2:4])
    return any(marks) or (missing and not labelled)


def _says_when_and_how_long(block: Sequence[Line]) -> bool:
    """Whether *block* is a recording that bills nobody."""
    return _opens(block) and sum(bool(_mark(line.text)) for line in block[1:12]) > 1


def _opens(block: Sequence[Line]) -> bool:
    title = block[0].text.strip()[:300]
    return not (people_told(title) or _mark(title))


def _is_billing(text: str) -> bool:
    """Whether *text* is nothing but people."""
    text = _BETWEEN.sub(", ", text)
    credits = parse_billing(text) if len(text) <= 120 and text[-1:] not in ".!?:" else ()
    return bool(credits) and all(looks_like_name(credit.name) for credit in credits)


def _mark(text: str) -> str:
    """What of a recording *text* says and nothing else: where, when, or how long it is; a track and
    a button may stand beside that."""
    parts = _BETWEEN.split(text.strip()[:300])
    return next(filter(None, map(_mark_of, parts[:_MOST_PARTS])), "")


def _mark_of(text: str) -> str:
    if link := link_on(text):
        return link.kind
    if date_on(text):
        return "date"
    counted = counts_on(text) or counts_on(f"• {text}")
    return "length" if counted and counted.minutes else ""
