"""Pages and feeds in, records out: one format, one file, and this is the list of them."""

from __future__ import annotations

import re

from talkctl.errors import ImportRefused, UsageError, unknown
from talkctl.sources import (
    archive,
    captions,
    html,
    icalendar,
    meetup,
    notes,
    own,
    pyvideo,
    sched,
    schedule_json,
    schedule_xml,
    sessionize,
    yt_dlp,
)
from talkctl.sources.source import Reading, Source

PAGES: tuple[Source, ...] = (archive.SOURCE, sched.SOURCE, meetup.SOURCE, notes.SOURCE)
"""What people wrote or copied for people."""

SOURCES: tuple[Source, ...] = (
    *PAGES,
    schedule_xml.SOURCE,
    schedule_json.SOURCE,
    sessionize.SOURCE,
    pyvideo.SOURCE,
    yt_dlp.SOURCE,
    captions.SOURCE,
    own.SOURCE,
    icalendar.SOURCE,
    html.SOURCE,
)


_DATA = re.compile(
    r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]]|<\?xml|BEGIN:VCALENDAR|WEBVTT|<(?i:!doctype\s+html|html)\b)"
)
"""How a text begins that programs wrote for programs, and that no page needs to be asked about."""


def source_named(name: str) -> Source:
    """The source called *name*; an unknown one is refused with all names there are."""
    for source in SOURCES:
        if source.name == name:
            return source
    raise UsageError(unknown("format", name, (source.name for source in SOURCES)))


def recognise(document: str, text: str) -> Source:
    """The one source that claims *text*; none or several are refused with their names."""
    asked = SOURCES[len(PAGES) :] if _DATA.match(text) else SOURCES
    claims = [source for source in asked if source.sniff(text)]
    if len(claims) == 2 and claims[1] is notes.SOURCE and not notes.has_headings(text):
        claims.pop()  # notes without them are whatever nothing else is
    if len(claims) > 1:
        raise ImportRefused(f"{document}: could be {_names(claims)}; --as FORMAT says which.")
    if not claims:
        raise ImportRefused(
            f"{document}: is in none of the formats talkctl reads: {_names(SOURCES)}."
        )
    return claims[0]


def read(document: str, text: str, source: Source | None = None) -> tuple[Source, Reading]:
    """What *text* holds, read as *source* or as what it is recognised as."""
    source = source or recognise(document, text)
    return source, source.parse(document, text)


def _names(sources: tuple[Source, ...] | list[Source]) -> str:
    return ", ".join(source.name for source in sources)
