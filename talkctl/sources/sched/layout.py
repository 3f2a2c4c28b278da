"""The lines of a Sched page, sorted: days, sessions, and what is furniture.

A session opens with a time of day on a line of its own, or with the line that heads the page of a
single session; the newer pages of a single session have neither, but say when it is right below
its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from talkctl.sources.grammar.days import Day, day_heading
from talkctl.sources.sched.cards import heading_of, is_avatar
from talkctl.sources.sched.clocks import is_time, is_when
from talkctl.sources.source import Line
from talkctl.when import parse_clock

_SINGLE = re.compile(r"(?P<day>[^•·|]{6,60}?)\s+[•·|]\s+(?P<hours>\d.{3,40})$")
FILTER = re.compile(r"(?P<name>\S.*?)\s*\[clear filter\]$", re.IGNORECASE)
_ENDED = re.compile(
    r"(?!(?:This|Diese|Cet|Este|Questo|Dit|Det|Detta|To) )(?P<name>\S.*?)"
    r" (?:has ended|ist beendet|est terminé|ha (?:terminado|finalizado)|terminou|è terminato"
    r"|is afgelopen)\b.*$"
)
_HEADING = re.compile(
    r"(?P<name>\S.*?)(?::\s+(?:Full |My )?Schedule|\s+(?:Full )?Schedule)(?:\s*[-|–].*)?$"
)
_MENU = re.compile(
    r"(?:Loading(?:…|\.\.\.)?|This event has ended\b.*|Filter sessions|Apply filters to sessions\.?"
    r"|(?:Sign up or )?log in to (?:save|leave|bookmark)\b.*|Sign up or log in\b.*|Log ?in|Sign ?up"
    r"|or to bookmark your\b.*|(?:Tweet|Share|Print)(?: .*)?|View analytics?|Create your own event.*"
    r"|Feedback form (?:is|has)\b.*|Timezone|Schedule|Search|Back To (?:Schedule|Speakers|Directory)"
    r"|Click here (?:for|to (?:add|remove))\b.*|Close|Dates?|Filter by\b.*|Popular|Filling(?: up)?|Full"
    r"|Limited(?: Capacity\b.*)?|Adding this to your schedule\b.*|(?:Join (?:the )?)?Waitlist.*|Sold out"
    r"|Add to (?:my )?sched(?:ule)?|Seats available|\d+ (?:seats|spots) (?:left|available).*"
    r"|\d+ (?:attending|going|interested)"
    r"|Recently active attendees|Clear All Filters|Home|Menu|Directory|Speakers? List|Skip to content"
    r"|Simple|Expanded|Grid|By (?:Venue|Date|Type|Speaker)|Mobile App \+ iCal|Help|Powered by sched.*"
    r"|Twitter Feed|Tweets by \S+|Need help\?|View Support Guides|(?:Or )?copy link"
    r"|Show more|Maps?|Info|Programm|Zeitplan|Programme|Horario|Programa)$",
    re.IGNORECASE,
)
_MARGIN = re.compile(
    r"(?:Timezone|Filter (?:by\b.*|sessions)|Recently active attendees|Share modal)$", re.IGNORECASE
)
"""What opens a part of the margin, which comes behind the programme in a copy."""
_BY_DATE = re.compile(r"Filter by dates?$", re.IGNORECASE)
_BY_VENUE = re.compile(r"Filter by venues?\b.*$", re.IGNORECASE)
_ATTENDEES = re.compile(r"(?:Attendees|Teilnehmer\w*|Participants|Asistentes) \(\d+\)$", re.I)
_PROFILE = re.compile(
    r"(?:My )?(?:Speakers?|Moderators?|Panell?ists?|Artists?|Hosts?|Presenters?)['’]?s? Sessions$",
    re.IGNORECASE,
)
LONGEST = 200
_LONGEST_PLACE = 120


@dataclass(slots=True)
class Session:
    """The lines of one session below the time that opens it."""

    opening: Line
    day: Day | None
    lines: list[Line] = field(default_factory=list)
    place: str | None = None
    """The place below which it stands, where the list is sorted by places."""

    @property
    def filled(self) -> list[Line]:
        """Its lines with something on them."""
        return [line for line in self.lines if not line.blank]


@dataclass(slots=True)
class Layout:
    """The page cut into sessions, with what names its event and what is furniture."""

    sessions: list[Session] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    preamble: list[Line] = field(default_factory=list)
    margin: list[Line] = field(default_factory=list)
    headings: dict[tuple[int, int], str] = field(default_factory=dict)
    """For each day the text of the line that names it."""
    named: str | None = None
    filtered: str | None = None
    profile: bool = False
    """Whether this is a speaker's own page."""

    @property
    def about(self) -> list[Line]:
        """What the page says outside its sessions, empty lines apart."""
        return [line for line in (*self.preamble, *self.margin) if not line.blank]

    def invites(self, text: str) -> bool:
        """Whether *text* is the button of a speaker's page to write to whom it is about."""
        name = text.removeprefix("Message ")
        return self.profile and name != text and any(name == line.text for line in self.preamble)

    @property
    def venues(self) -> frozenset[str]:
        """The places that the list can be filtered by."""
        found, within = set[str](), False
        for line in self.about:
            text = line.text.strip()
            if within and not _MARGIN.match(text):
                found.add(text)
            else:
                within = bool(_BY_VENUE.match(text))
        return frozenset(found)

    @property
    def heading_of_dates(self) -> str | None:
        """What stands above the dates that the list can be filtered by: the event's name."""
        texts = [line.text.strip() for line in self.about]
        below = (low for up, low in pairwise(texts) if _BY_DATE.match(up))
        return next(below, None)


def single(text: str) -> Day | None:
    """The day of a line that heads the page of a single session."""
    found = _SINGLE.match(text) if len(text) <= 100 else None
    return day_heading(found["day"]) if found and is_time(found["hours"]) else None


def lay_out(lines: Sequence[Line]) -> Layout:
    """The page cut into its sessions."""
    lines, margin = _without_margin(lines)
    cutter = _Cutter(lines)
    cutter.layout.margin = margin
    cutter.layout.furniture.update(line.number for line in margin)
    for index, line in enumerate(lines):
        cutter.take(index, line)
    return cutter.layout


class _Cutter:
    """A page on its way into sessions, and what its last lines were."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.dated = any(is_when(line.text) for line in lines)
        self.title = _title_above_when(lines) if self.dated else None
        self.places = frozenset() if self.dated else _places_above(lines)
        self.layout = Layout()
        self.day: Day | None = None
        self.place: str | None = None
        self.preamble = True
        self.attendees = False

    def take(self, index: int, line: Line) -> None:
        """Put the *line* at *index* into its session, or where else it belongs."""
        layout, sessions = self.layout, self.layout.sessions
        within = bool(sessions) and self.day == sessions[-1].day
        if line.blank:
            if within and not self.attendees:
                sessions[-1].lines.append(line)
            return
        text = line.text.strip() if len(line.text) <= LONGEST else ""
        heading, one = day_heading(text), single(text)
        opens = one is not None or index == self.title or _opens(self.lines, index, self.dated)
        self.preamble = self.preamble and not (heading or opens or index in self.places)
        self.attendees = self.attendees and not (heading or opens or is_when(text))
        if heading:
            self.day = heading
            layout.headings[heading[:2]] = text
        elif index in self.places:
            self.place = text
        elif filtered := FILTER.match(text):
            layout.filtered = layout.filtered or filtered["name"]
        elif opens:
            self.day = one or self.day
            named = [line] if index == self.title else []
            sessions.append(Session(line, self.day, named, self.place))
            return
        elif self.preamble:
            self._take_preamble(line, text)
        elif self.attendees or _ATTENDEES.match(text):
            self.attendees = True
        elif within and not (_is_menu(self.lines, index, text) or layout.invites(text)):
            sessions[-1].lines.append(line)
            return
        layout.furniture.add(line.number)

    def _take_preamble(self, line: Line, text: str) -> None:
        named = None if _MENU.match(text) else _ENDED.match(text) or _HEADING.match(text)
        self.layout.named = self.layout.named or (named["name"] if named else None)
        self.layout.profile = self.layout.profile or bool(_PROFILE.match(text))
        self.layout.preamble.append(line)


def _places_above(lines: Sequence[Line]) -> frozenset[int]:
    """Where the places stand by which a list is sorted: between an empty line or a day and a time,
    and one of them below each day."""
    filled = [n for n, line in enumerate(lines) if not line.blank and len(line.text) <= LONGEST]
    above = dict(zip(filled[1:], filled, strict=False))
    days = {n for n in filled if day_heading(lines[n].text)}
    found = {
        up
        for n, up in above.items()
        if n == up + 1
        and is_time(lines[n].text)
        and not is_time(lines[up].text)
        and (lines[up - 1].blank or up - 1 in days)
        and up not in days
    }
    first = {n for n, up in above.items() if up in days}
    return frozenset(found) if days and first <= found else frozenset()


def _without_margin(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Line]]:
    """The page as far as its programme goes, and the margin behind that."""
    last = max(
        (n for n, line in enumerate(lines) if is_when(line.text) or is_time(line.text)), default=0
    )
    for index in range(last + 1, len(lines)):
        if len(lines[index].text) <= LONGEST and _MARGIN.match(lines[index].text.strip()):
            return lines[:index], list(lines[index:])
    return lines, []


def is_menu(text: str) -> bool:
    """Whether *text* is a button or a notice of the site."""
    return len(text) <= LONGEST and bool(_MENU.match(text.strip()))


def _is_menu(lines: Sequence[Line], index: int, text: str) -> bool:
    """The same within a session, where the word below a time is a title all the same."""
    below_time = index > 0 and (
        is_time(lines[index - 1].text)
        or (lines[index - 1].blank and index > 1 and is_time(lines[index - 2].text))
    )
    return bool(_MENU.match(text)) and not (below_time and " " not in text)


def _opens(lines: Sequence[Line], index: int, dated: bool) -> bool:
    """Whether a time of day stands alone there; with its zone or with empty lines around it on a
    page whose sessions say themselves when they are, for their texts may name times too."""
    found = is_time(lines[index].text)
    if not found or not parse_clock(found["start"], "am"):
        return False
    if not dated:
        return True
    after = lines[index + 1].blank if index + 1 < len(lines) else True
    before = index == 0 or lines[index - 1].blank or day_heading(lines[index - 1].text) is not None
    return (before and after) or bool(found["zone"])


def _title_above_when(lines: Sequence[Line]) -> int | None:
    """Where the title stands on a single session's page that opens with no time at all."""
    first = next(n for n, line in enumerate(lines) if is_when(line.text))
    for index in range(first):
        text = lines[index].text
        if single(text.strip()) or day_heading(text) or _opens(lines, index, True):
            return None
    for index in range(first - 1, -1, -1):
        if not lines[index].blank and not is_menu(lines[index].text):
            within_cards = any(is_avatar(line.text) for line in lines[: index + 1])
            return None if within_cards or _one_opens_below(lines, first) else index
    return None


def _one_opens_below(lines: Sequence[Line], first: int) -> bool:
    """Whether a session opens below the when-line at *first*, which is then the end of another."""
    last = max(n for n, line in enumerate(lines) if is_when(line.text))
    again = lines[first].text.strip() == lines[last].text.strip()
    return not again and any(_opens(lines, n, True) for n in range(first + 1, last))


def parts(session: Session) -> list[Session]:
    """The sessions under one time: after a when-line and its place, an empty line begins another.

    A page may say when and where both above and below a session's text; then it is still one.
    """
    whens = {
        n: _place_of(session.lines, n) for n, line in enumerate(session.lines) if is_when(line.text)
    }
    again = {place[0] for place in whens.values() if place[1]}
    whens = {n: place for n, place in whens.items() if place[1] or place[0] not in again}
    last_of = {place: n for n, place in whens.items()}
    found = [Session(session.opening, session.day, place=session.place)]
    placed, gap = False, False
    last_when = max(whens, default=-1)
    for index, line in enumerate(session.lines):
        if placed and gap and not line.blank and index < last_when and not line.text[0].isspace():
            found.append(Session(session.opening, session.day, place=session.place))
            placed = False
        gap = line.blank
        placed = placed or (index in whens and last_of[whens[index]] == index)
        found[-1].lines.append(line)
    return found


def _place_of(lines: Sequence[Line], index: int) -> tuple[str, str]:
    """A when-line and the place below it, which is empty where a session's text begins there."""
    below = next((line.text for line in lines[index + 1 : index + 3] if not line.blank), "")
    apart = index + 1 < len(lines) and lines[index + 1].blank
    told = (
        index + 1 < len(lines) and opens_text(below) and not (apart and below.rstrip()[-1] in "?!")
    )
    return lines[index].text.strip(), "" if told else below.strip() or str(index)


def opens_text(below: str) -> bool:
    """Whether the line *below* a when-line is no place but a sentence, or a heading of people."""
    text = below.strip()
    told = text.endswith((".", "!", "?", ":", "…")) and len(text.split()) > 3
    return bool(heading_of(text)) or told or len(text) > _LONGEST_PLACE
