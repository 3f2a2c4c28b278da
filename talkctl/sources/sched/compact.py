"""The simple view of a Sched programme: titles and rooms alone.

10:30am PDT
Glow Worms at Scale - Bea Lang, Kelp Works         a title
Room 201                                           its room, below it
Paper Lanterns - Cal Moss, Tern Labs Room 202      or behind it: told by what several lines end in
Coffee Break        Foyer                          or far behind it
Speakers: Bea Lang, Cal Moss                       below its room the people, with or without a label
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from talkctl.givennames import begins_with_given_name
from talkctl.record import Credit, Record, Remark
from talkctl.sources.grammar.billing import Known, is_person
from talkctl.sources.grammar.bylines import people_told
from talkctl.sources.grammar.kinds import kind_of
from talkctl.sources.grammar.titles import seated
from talkctl.sources.sched.cards import heading_of
from talkctl.sources.sched.clocks import is_when
from talkctl.sources.sched.layout import Session
from talkctl.sources.sched.sessions import Page, read_session
from talkctl.sources.source import Line

_PLACE_WORD = (
    r"(?:Room|Hall|Ballroom|Theat(?:er|re)|Foyer|Level|Floor|Stage|Auditorium|Lobby|Pavilion"
    r"|Terrace|Suite|Salon|Saal|Raum|Sala|Salle|Track|Lounge|Library|Lab|Studio|Center|Centre"
    r"|Building|Atrium|Gallery|Amphitheat(?:er|re)|Arena|Courtyard|Rooftop|Restaurant|Bar|Deck"
    r"|Theatre|Exhibit|Online|Virtual|Zoom|TBA|TBD|Offsite|Gym|Plenary|Tent|Garden|Chapel|Aula"
    r"|Hörsaal|Amphi|Pier|Wing|Hotel)"
)
_IS_PLACE = re.compile(rf"\b{_PLACE_WORD}s?\b")
_NUMBERED_PLACE = re.compile(rf"\s(?P<room>{_PLACE_WORD}\s[A-Z]?\d[\w-]*)$")
_LONE_PLACE = re.compile(
    r"\s(?P<room>Lobby|Foyer|Ballroom|Atrium|Terrace|Rooftop|Auditorium|Courtyard|Pavilion|Online)$"
)
_FAR_BEHIND = re.compile(r"(?:\t\s*|\s{2,})(?=\S)")
_BETWEEN_NAMES = re.compile(r"\s*[•·,;|&]\s*|\s+and\s+")
_MOST_WORDS = 7
_LONGEST_ROOM = 80
_LONGEST_LONE_ROOM = 40
_MOST_WORDS_OF_A_LONE_ROOM = 4
_MOST_AT_ONCE = 150
"""No conference has more titles and rooms under one time than this."""


def is_compact(sessions: list[Session]) -> bool:
    """Whether *sessions* are titles and rooms and nothing else."""
    lines = [line.text for session in sessions for line in session.lines if line.text]
    told = any(is_when(text) or heading_of(text) or len(text) > 220 for text in lines)
    prose = sum(1 for text in lines if text.rstrip().endswith((".", "…")))
    counts = [len(session.filled) for session in sessions]
    several = any(count > 1 for count in counts) and max(counts) <= _MOST_AT_ONCE
    behind = bool(_room_ends(text.strip() for text in lines))
    return not told and (several or behind) and prose * 10 <= len(lines)


def read_compact(
    sessions: list[Session], page: Page
) -> tuple[list[Record], list[Remark], set[int]]:
    """The records of all *sessions*, remarks, and the numbers of the lines with their times."""
    records: list[Record] = []
    remarks: list[Remark] = []
    openings: set[int] = set()
    venues = _in_use(sessions, page.venues)
    sessions, people = _without_people(sessions, venues)
    rooms = venues or _rooms_below(sessions)
    entries = [(session, _entries(session, rooms)) for session in sessions]
    if _have_rooms([found for _, found in entries]) or _alternate(sessions, rooms) or page.of_one:
        entries = [(session, _in_pairs(found)) for session, found in entries]
    titles = [title.text.strip() for _, found in entries for title, room in found if room is None]
    ends = venues or _room_ends(titles)
    for session, found in entries:
        if not found:
            remarks += read_session(Session(session.opening, session.day), page)[1]
        for title, room in found:
            text, behind = (title.text, None) if room else _split(title.text, ends)
            line = Line(title.number, text)
            record, marks = read_session(Session(session.opening, session.day, [line]), page)
            remarks += marks
            if record:
                last = room.number if room else title.number
                named, billed = people.get(last, (last, ()))
                records.append(
                    record._replace(
                        raw_title=title.text.strip(),
                        room=room.text.strip() if room else behind or session.place,
                        speakers=record.speakers or seated(billed, record.kind),
                        last_line=named,
                    )
                )
                openings.add(session.opening.number)
    return records, remarks, openings


def _without_people(
    sessions: list[Session], venues: frozenset[str]
) -> tuple[list[Session], dict[int, tuple[int, tuple[Credit, ...]]]]:
    """*sessions* without the lines that only say who speaks; for the line above each its own number,
    and the people."""
    labelled = _people_below(sessions, lambda _above, text, _below: people_told(text))
    sessions = _without(sessions, labelled)
    rooms = venues or _rooms_below(sessions)
    bare = _people_below(
        sessions,
        lambda up, text, low: _names_alone(text) if up in rooms and low not in rooms else (),
    )
    sure = any(
        len(people) > 1 or begins_with_given_name(people[0].name) for _, people in bare.values()
    )
    return (_without(sessions, bare), labelled | bare) if sure else (sessions, labelled)


def _people_below(
    sessions: list[Session], people_of: Callable[[str, str, str], tuple[Credit, ...]]
) -> dict[int, tuple[int, tuple[Credit, ...]]]:
    """What *people_of* finds in lines of *sessions*, given what stands above and below each; lines
    that follow one another, of moderators and of speakers, say it of one line."""
    found: dict[int, tuple[int, tuple[Credit, ...]]] = {}
    for session in sessions:
        filled = session.filled
        texts = [line.text.strip() for line in filled]
        of = 0
        for n, (up, text, low) in enumerate(zip(texts, texts[1:], [*texts[2:], ""], strict=False)):
            if people := people_of(up, text, low):
                before = found.get(filled[of].number, (0, ()))[1]
                found[filled[of].number] = (filled[n + 1].number, before + people)
            else:
                of = n + 1
    return found


def _without(
    sessions: list[Session], named: dict[int, tuple[int, tuple[Credit, ...]]]
) -> list[Session]:
    below = {n for above, (last, _) in named.items() for n in range(above + 1, last + 1)}
    return [
        replace(session, lines=[line for line in session.lines if line.number not in below])
        for session in sessions
    ]


def _names_alone(text: str) -> tuple[Credit, ...]:
    """The people of a line that has nothing but names in it."""
    names = [name.strip() for name in _BETWEEN_NAMES.split(text)] if len(text) <= 200 else []
    people = names and all(is_person(name, Known(), first=True) for name in names)
    return tuple(map(Credit, names)) if people else ()


def _in_use(sessions: list[Session], venues: frozenset[str]) -> frozenset[str]:
    """Those of the *venues* of the whole event at which these sessions are."""
    lines = [line.text.strip() for session in sessions for line in session.lines]
    return frozenset(venue for venue in venues if any(text.endswith(venue) for text in lines))


def _rooms_below(sessions: list[Session]) -> frozenset[str]:
    """The lines below others that name places: by their words, or because they come again."""
    below = Counter(line.text.strip() for session in sessions for line in session.filled[1:])
    return frozenset(
        text
        for text, count in below.items()
        if len(text) <= _LONGEST_ROOM
        and kind_of(text, False) == "talk"
        and (count > 1 or _IS_PLACE.search(text))
        and " - " not in text
    )


def _entries(session: Session, rooms: frozenset[str]) -> list[tuple[Line, Line | None]]:
    """Titles with the rooms below them."""
    found: list[tuple[Line, Line | None]] = []
    for line in session.filled:
        if found and found[-1][1] is None and line.text.strip() in rooms:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, None))
    return found


def _alternate(sessions: list[Session], rooms: frozenset[str]) -> bool:
    """Whether titles and rooms take turns, as far as the rooms that come again show it."""
    lines = [[line.text.strip() for line in session.lines if line.text] for session in sessions]
    odd = sum(len(texts) % 2 for texts in lines)
    upper = [text for texts in lines for text in texts[::2]]
    lower = [text for texts in lines for text in texts[1::2]]
    known = sum(text in rooms for text in lower)
    return odd * 10 <= len(lines) and known * 3 >= len(lower) > 0 and rooms.isdisjoint(upper)


def _have_rooms(found: list[list[tuple[Line, Line | None]]]) -> bool:
    """Whether so many titles have a room below them that each may be expected to have one."""
    rooms = [room for entries in found for _, room in entries]
    return sum(1 for room in rooms if room) * 5 >= 3 * len(rooms) > 0


def _in_pairs(entries: list[tuple[Line, Line | None]]) -> list[tuple[Line, Line | None]]:
    """*entries* with rooms that no other line names: short lines below a title without a room."""
    found: list[tuple[Line, Line | None]] = []
    for line, room in entries:
        text = line.text.strip()
        short = len(text) <= _LONGEST_LONE_ROOM and len(text.split()) <= _MOST_WORDS_OF_A_LONE_ROOM
        lone = short and " - " not in text and kind_of(text, False) == "talk"
        if found and not found[-1][1] and not room and lone and not text.endswith(("?", "!")):
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, room))
    return found


def _room_ends(titles: Iterable[str]) -> frozenset[str]:
    """The rooms that several of *titles* end in, or whose like several end in: ``Pier 1``, ``Pier 2``."""
    ends: Counter[str] = Counter()
    titles = list(titles)
    numbered = [found["room"] for title in titles if (found := _NUMBERED_PLACE.search(title))]
    for title in titles:
        words = title.split()
        for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
            ends[" ".join(words[-count:])] += 1
    rooms = set[str]()
    for end, count in ends.items():
        if count > 1 and _IS_PLACE.search(end) and (end[0].isupper() or end[0].isdigit()):
            rooms.add(end)
    return frozenset((*_widest(rooms, ends), *(numbered if len(numbered) > 1 else ())))


def _widest(rooms: set[str], ends: Counter[str]) -> Iterable[str]:
    """Those of *rooms* that no other holds at its end for most of the titles that end in it."""
    covered = {
        tail
        for room in rooms
        for tail in _tails(room)
        if tail in rooms and ends[room] * 2 > ends[tail]
    }
    return rooms - covered


def _tails(room: str) -> list[str]:
    words = room.split()
    return [" ".join(words[n:]) for n in range(1, len(words))]


def _split(text: str, ends: frozenset[str]) -> tuple[str, str | None]:
    """Title and room of one line."""
    far = _FAR_BEHIND.split(text.strip(), maxsplit=1)
    if len(far) == 2:
        return far[0], far[1].strip()
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        end = " ".join(words[-count:])
        if end in ends:
            return " ".join(words[:-count]), end
    for form in (_NUMBERED_PLACE, _LONE_PLACE) if ends else ():
        found = form.search(text.strip())
        if found:
            return text.strip()[: found.start()], found["room"]
    return text.strip(), None
