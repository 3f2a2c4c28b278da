"""Saved web pages.

A page that describes its events in JSON-LD or microdata gives those. A page of a kind that is also
read when it is pasted from a browser (Sched, archives of recordings, Meetup, notes) gives the talks
of its text.
A Meetup does both: the talks of its agenda, with the date, the zone and the place of the JSON-LD.
What is neither has no talks, and the remark says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from talkctl.record import Record, Remark
from talkctl.sources.grammar.programmes import reading_of
from talkctl.sources.html.happenings import FORMAT, told_by, zone_of
from talkctl.sources.html.linked import events_of
from talkctl.sources.html.page import read_page
from talkctl.sources.html.pasted import Pasted, read_notes, read_pasted
from talkctl.sources.html.schedpage import is_sched
from talkctl.sources.html.together import put_together
from talkctl.sources.source import Reading, Source, line_count

_OPENING = re.compile(
    r"[\ufeff\s]*(?:(?:<\?xml[^<>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->)\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"[\ufeff\s]*<(?:div|section|main|article|table|ul|ol|script|h[1-6]|span|header|nav|style|meta"
    r"|title|link|aside|p)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</(?:div|section|main|article|table|ul|ol|script|h[1-6]|span|li|p|td)>", re.IGNORECASE
)
_Told = TypeVar("_Told", Record, Remark)
_MARKDOWN = re.compile(r"^(?:#{1,6} |```|\s*[-*] \[|\| ?-{3})", re.MULTILINE)


def sniff(text: str) -> bool:
    """A document in HTML, or a piece of one that is no Markdown with a tag in it."""
    opening = text[:20_000]
    if _OPENING.match(opening):
        return True
    found = _FRAGMENT.match(opening)
    return bool(found) and len(_TAG.findall(opening)) > 2 and not _MARKDOWN.search(opening)


def parse(document: str, text: str) -> Reading:
    """The events that the page describes, and the talks of its text."""
    page = read_page(text)
    if page.root is None:
        line, reason = page.broken or (1, "is empty")
        return replace(reading_of(document, text, (), [(line, line, reason)]), whole=False)
    root, by_sched = page.root, is_sched(text)
    linked = events_of(page)
    told = told_by(document, linked.happenings, page)

    def paste() -> Pasted | None:
        found = read_pasted(document, root, page, by_sched)
        return found or (None if told.records else read_notes(document, root, page))

    found = put_together(document, told, paste, zone_of(page), by_sched)
    ends = [*linked.broken, *([page.broken] if page.broken else [])]
    last = max(line_count(text), 1)
    records = sorted(_within(last, found.records), key=lambda record: record.first_line)
    breaks = [(min(line, last), min(line, last), reason) for line, reason in ends]
    reading = reading_of(document, text, records, breaks, found.occasions)
    remarks = (*reading.remarks, *_within(last, found.remarks))
    return replace(reading, remarks=remarks, whole=not breaks)


def _within(last: int, told: Iterable[_Told]) -> list[_Told]:
    """What is *told* with lines that there are: in broken tags libxml2 counts some too many."""
    return [
        one._replace(first_line=min(one.first_line, last), last_line=min(one.last_line, last))
        for one in told
    ]


SOURCE = Source(
    name=FORMAT,
    description="a saved web page: events in JSON-LD or microdata, Sched, an archive, a Meetup or notes",
    sniff=sniff,
    parse=parse,
)
