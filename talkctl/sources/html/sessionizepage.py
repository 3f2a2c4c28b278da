"""Sessions that Sessionize has put into a page of somebody's own.

    <li class="sz-session sz-session--full" id="sz-session-511201">
      <h3 class="sz-session__title">Knots</h3> <ul class="sz-session__speakers"><li>Jane Doe</li></ul>
      <div class="sz-session__time">Sat 9:30 am - 10:20 am</div> <div class="sz-session__room">Hall</div>
      <p class="sz-session__description">…</p></li>

The page around them names the event and its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from talkctl.record import Record
from talkctl.sources.grammar.agenda import date_in_prose
from talkctl.sources.grammar.entries import Entry, Participant, record_of
from talkctl.sources.grammar.moments import Place
from talkctl.sources.html.copied import Copier, Writer, newlines, words_of
from talkctl.sources.html.page import Page
from talkctl.when import CLOCK, clock_range

if TYPE_CHECKING:
    from lxml.etree import _Element

_CLASS = "sz-session"
_HOURS = re.compile(rf"(?P<start>{CLOCK})\s*[-–—]\s*(?P<end>{CLOCK})", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:(?:all )?sessions|schedule|agenda|program(?:me)?|talks|timetable|home)$", re.IGNORECASE
)
_TOP = 40
_MOST = 5000


def read_sessions(document: str, source: str, root: _Element, page: Page) -> tuple[Record, ...]:
    """The sessions on *page*, as records of the format *source*; each once."""
    found = [one for one in root.iter("*") if _CLASS in _classes(one)][:_MOST]
    if not found:
        return ()
    event = next((name for name in page.names if not _NO_NAME.match(name)), None)
    top = Copier(Writer(marked=False)).copy(root).lines[:_TOP]
    date = date_in_prose([line.text for line in top])
    records = (_record(document, source, event, date, one) for one in found)
    return tuple({(one.uid or one.raw_title): one for one in records if one.title}.values())


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _parts(session: _Element, name: str) -> Iterator[_Element]:
    wanted = f"{_CLASS}__{name}"
    return (one for one in session.iter("*") if wanted in _classes(one))


def _record(
    document: str, source: str, event: str | None, date: str | None, session: _Element
) -> Record:
    texts = {
        name: next(map(words_of, _parts(session, name)), "")
        for name in ("title", "room", "time", "description")
    }
    people = [
        name
        for listed in _parts(session, "speakers")
        for one in (listed.findall(".//li") or [listed])
        if (name := words_of(one))
    ]
    hours = _HOURS.search(texts["time"])
    start, end = clock_range(hours["start"], hours["end"]) if hours else (None, None)
    first = session.sourceline or 1
    own = session.get("id") or session.get("data-sessionid")
    entry = Entry(
        first_line=first,
        last_line=first + newlines(session),
        title=texts["title"],
        place=Place(start=start or "", end=end or "", date=date or ""),
        room=texts["room"],
        abstract=texts["description"],
        people=tuple(map(Participant, people)),
        uid=f"id:{own.removeprefix('sz-session-')}" if own else None,
        service=f"{_CLASS}--service" in _classes(session),
    )
    return record_of(document, source, event, "", entry)
