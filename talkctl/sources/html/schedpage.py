"""What the mark-up of a page by Sched says beyond its text.

    <div class="sched-container-dates" id="2016-11-08"><b>Tuesday</b>, November 8</div>
    <h3>11:00am PST</h3>
    <span class="event ev_1"><a href="event/8K8w/knots" id="0a1b…" class="name">
        Knots - Jane Doe, Acme <span class="vs">Grand Ballroom B</span></a></span>
    <div class="tip-description">…</div> <div class="tip-roles"><strong>Speakers</strong> …
    <div class="list-single__date">Tuesday November 8, 2016 11:00am - 11:40am <span class="tz">PST</span>
    <div class="list-single__location"><a>Grand Ballroom B</a> <em>1 Pier St</em></div>
    <div class="sched-event-type"><a>Breakout Sessions</a></div>
    <div class="sched-file"><a class="file-uploaded" href="https://…/knots.pdf">knots.pdf</a></div>

A heading with the year is given to the text where only the mark-up knows it, the time once more to
each of several sessions below one, and rooms, files and addresses to the records made of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from talkctl.model import Link
from talkctl.record import Record
from talkctl.sources.grammar.days import day_heading
from talkctl.sources.grammar.links import kind_of_link
from talkctl.sources.grammar.vocabulary import told
from talkctl.sources.html.copied import Copier, Copy, Marks, words_of
from talkctl.sources.html.page import Page
from talkctl.sources.sched.clocks import is_time

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN = re.compile(
    r"class=[\"'][^\"']{0,200}\bsched-(?:container|event|person|content)|\.sched\.com/"
)
_LEFT_OUT = re.compile(
    r"sched-(?:sidebar|footer|header-menu|share|feedback|page-event-attendees|sponsors|banner-ad|login)"
    r"|(?:^|\s)(?:sched-attendees|sched-event-attendees|addtocal|tip-attendees|back-to-schedule)(?:\s|$)"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_EVENT = re.compile(r"(?:^|/)event/(?P<code>\w{2,40})(?:/|$)")
_UID = re.compile(r"[0-9a-f]{32}")
_TITLE = re.compile(r"(?P<name>.{2,200}?)(?::\s+(?P<rest>.*)| has ended.*)$")
_HOST = re.compile(r"https?://(?P<name>[\w-]{1,80})\.sched\.(?:com|org)(?:/|$)", re.IGNORECASE)
_LONGEST = 300


def is_sched(text: str) -> bool:
    """Whether the page is by Sched."""
    return bool(_OWN.search(text))


class SchedMarks(Marks):
    """Sched's mark-up, while its text is written."""

    def __init__(self) -> None:
        self.hour = ""
        self.below_hour = 0

    def takes(self, copier: Copier, element: _Element) -> bool:
        """Rooms behind titles, files, places and dates are dealt with here."""
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (
            "sched" not in named
            and "event" not in named
            and "vs" not in named
            and "list" not in named
        ):
            return False
        classes = named.split()
        if _LEFT_OUT.search(named):
            return True
        writer = copier.writer
        if "vs" in classes:
            writer.room = words_of(element)[:_LONGEST]
            return True
        if "sched-file" in classes:
            self._keep_files(copier, element)
            return True
        if "list-single__location" in classes:
            return self._write_place(copier, element)
        if "sched-container-dates" in classes or "sched-current-date" in classes:
            return self._write_day(copier, element)
        if element.tag == "span" and "event" in classes:
            self._begin_session(copier)
        return False

    def leaves(self, element: _Element) -> None:
        """A heading may be the time of the sessions below it."""
        if element.tag == "h3":
            words = words_of(element)
            if len(words) < 40 and is_time(words):
                self.hour, self.below_hour = words, 0

    def _begin_session(self, copier: Copier) -> None:
        copier.writer.end_line(2)
        if self.hour and self.below_hour:
            copier.writer.write(self.hour, copier.line)
            copier.writer.end_line(2)
        self.below_hour += 1

    def _write_day(self, copier: Copier, element: _Element) -> bool:
        words = words_of(element)
        day = day_heading(words)
        stated = _DATE.fullmatch(_nearest_id(element))
        if not day or not stated:
            return False
        copier.writer.end_line(2)
        year = "" if day[2] else f", {stated[0][:4]}"
        copier.writer.write(f"{words}{year}", copier.line)
        copier.writer.end_line(2)
        self.hour = ""
        return True

    def _write_place(self, copier: Copier, element: _Element) -> bool:
        link = element.find(".//a")
        words = words_of(link) if link is not None else ""
        if not words:
            return False
        copier.writer.end_line(1)
        copier.writer.write(
            words, link.sourceline or copier.line if link is not None else copier.line
        )
        copier.writer.end_line(1)
        return True

    def _keep_files(self, copier: Copier, element: _Element) -> None:
        copier.writer.flush()
        if copier.writer.lines:
            for link in list(element.iter("a"))[:20]:
                href = (link.get("href") or "").strip()
                if href:
                    copier.writer.lines[-1].files.append((href, words_of(link)))


def _nearest_id(element: _Element) -> str:
    for one in (element, element.getparent(), element.getprevious()):
        found = (one.get("id") or one.get("name") or "") if one is not None else ""
        if found:
            return found
    return next((one.get("id") or one.get("name") or "" for one in element.iter("a")), "")


def event_of(page: Page, records: tuple[Record, ...]) -> str | None:
    """The event by the title of the page: ``Dockside Conf 2016: Schedule``, ``…: Knots - Jane``."""
    found = _TITLE.match(page.title)
    if not found:
        return page.metas.get("og:site_name") or None
    rest = found["rest"] or ""
    titled = any(record.raw_title and record.raw_title[:40] == rest[:40] for record in records)
    if not rest or titled or re.search(r"\bschedule\b|\bfull\b|directory", rest, re.IGNORECASE):
        return found["name"]
    return None


def alias_of(page: Page) -> tuple[str, ...]:
    """What Sched calls the event in its addresses."""
    found = _HOST.match(page.address)
    return (found["name"],) if found else ()


def _from_root(href: str) -> str:
    """Sched writes addresses without a stroke before them and means them from the root."""
    return href if href.startswith(("/", "http:", "https:")) else f"/{href}"


def with_marks(record: Record, copy: Copy, page: Page) -> Record:
    """*record*, whose lines are those of the text, with what the mark-up says of it."""
    title = copy.lines[record.first_line - 1]
    own = copy.lines[record.first_line - 1 : record.last_line]
    links = list(record.links)
    uid = record.uid
    for anchor in title.anchors:
        event = _EVENT.search(anchor.href.partition("?")[0])
        if event and not uid:
            uid = f"uid:{anchor.id}" if _UID.fullmatch(anchor.id) else f"code:{event['code']}"
            url = page.absolute(_from_root(anchor.href))
            links += [Link("page", url, anchor.href)] if url else []
    for line in own:
        for href, words in line.files:
            url = page.absolute(href)
            kind = kind_of_link(words, url) if url else "other"
            links += [Link("slides" if kind == "page" else kind, url, href)] if url else []
    room = record.room or told(title.room)
    return record._replace(uid=uid, room=room, links=tuple(dict.fromkeys(links)))
