"""The page of one Meetup, copied from the browser, from Meetup itself, Bevy, Luma or Eventbrite.

Its title comes first or above the date (``heading``), an agenda says what happens when, and
talks stand either in the agenda or below it in blocks with labels, or in both:

    [07:00 - 07:30 PM] Smooth Operator (Ken Sipe, D2iQ)     • 6:30-7pm Social time
    One of the challenges …                                 Speaker 1: Paul Doe
    BIO: Ken Sipe is …                                      Title: DevOps for Kubernetes
                                                            Abstract:
    6:35 - Loose Coupling (Alexis Midon & K. Doe, Acme)     A talk about …

    6:30 PM                                                 Talk 2: Cold Starts in Cold Seas
    Sardines in Containers                                  Speaker: Per Aas
    Beatriz Faria, SRE, Conserva                            Per Aas is a freelancer who …

    1. "Bells Below" – Hanna Roth (Kelp Works)              a list of talks without times

Where a page has nothing of this, it announces one talk: its title is the talk's. A group's list of
its events (``past``) gives one talk for each event. ``agenda`` reads the times; they are local
unless the page states a date and a zone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from talkctl.givennames import begins_with_given_name
from talkctl.model import INTERLUDES
from talkctl.names import name_key
from talkctl.record import Record, Remark
from talkctl.sources.grammar.agenda import (
    WhenAndWhere,
    agenda_line,
    at,
    clocks,
    date_in_prose,
    dated,
    is_dated,
    time_alone,
    when_and_where,
    writes_dots,
)
from talkctl.sources.grammar.billing import Known, is_person, words_in_lower_case
from talkctl.sources.grammar.bios import headed_names
from talkctl.sources.grammar.bylines import people_with
from talkctl.sources.grammar.days import date_of, fits_weekday
from talkctl.sources.grammar.events import tells_of_event
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.grammar.vocabulary import is_to_come
from talkctl.sources.meetup import past
from talkctl.sources.meetup.items import Item, Layout
from talkctl.sources.meetup.labels import (
    LONGEST,
    entry_of_list,
    label_name,
    label_of,
    plain,
)
from talkctl.sources.meetup.layout import lay_out
from talkctl.sources.meetup.prose import talks_told
from talkctl.sources.meetup.records import (
    BARE_TALK,
    ROLE,
    cards,
    joined,
    record_of,
    take_slot,
    with_bios,
    with_cards,
)
from talkctl.sources.source import (
    Line,
    Reading,
    Source,
    cut_off,
    lines_to_read,
    opening_lines,
    remark,
    with_the_rest,
)
from talkctl.text import key
from talkctl.when import parse_clock

_OTHERS = re.compile(r"avatar for |From (?:YouTube|Vimeo):|WEBVTT")
_ABSTRACT = re.compile(
    r"(?:talk )?(?:abstract|description|summary|synopsis)\s*:?$|about the talk", re.I
)
_JOINT = re.compile(r",\s+|\s[-–—|@]\s|:\s|\(")
_HEADING = re.compile(r"#{1,6} ")
_YEAR = re.compile(r"\b20\d\d\b")
_ENDS = re.compile(r"[.!?…:]$")
_FEW_WORDS = 3
_TOP = 6
_EARLIEST = "05:00"
"""Chapters of a video begin at nought, meetups do not."""
_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
_LOOKED_AT = 40
"""Sites have their buttons, the date and the place above the details."""
_OF_MEETUP = re.compile(r"(?:find|start) a meetup group|past meetup|meetup", re.IGNORECASE)
"""What stands above all that a group has on its page, and that above the event."""
_OWN = re.compile(r"hosted by\b.*|\d+ attendees|attendees \(\d+\)|rsvp\b.*|event location", re.I)


def sniff(text: str) -> bool:
    """A title and ``Details`` with an agenda or labelled talks, an agenda from the top, or a list
    of events."""
    short = [line for line in opening_lines(text) if len(line) <= LONGEST]
    if not short or any(_OTHERS.match(line) for line in short):
        return False
    if _is_list(short):
        return True
    bare = [plain(line) for line in short]
    details = next((n for n, line in enumerate(bare[:_LOOKED_AT]) if tells_of_event(line)), None)
    if any(_HEADING.match(line) for line in short[:details]):
        return False  # notes; below the details it is a comment in some code
    agenda = sum(1 for line in bare if agenda_line(line))
    if details is None and _invites(bare):
        return True
    if details is None:
        if short[0].count("\t") > 1:
            return False  # the names of the columns of a sheet
        opens = agenda_line(bare[0]) is not None
        headed = len(bare) > 1 and agenda_line(bare[1]) is not None and 2 * agenda > len(bare)
        return agenda >= 2 and (opens or (headed and agenda > 2))
    labels = {label_name(found) for line in bare if (found := label_of(line))}
    said_again = len(short) > 2 and key(short[0]) == key(short[-1])
    return (
        agenda > 0
        or {"title", "speaker"} <= labels
        or any(map(time_alone, bare))
        or said_again
        or any(_OWN.fullmatch(line) or dated(line) for line in short)
        or any(entry_of_list(line) for line in bare)
    )


def _invites(bare: Sequence[str]) -> bool:
    """Whether date and hour stand on top, below a title, and an agenda or a list of talks follows."""
    top = _LOOKED_AT if any(map(_OF_MEETUP.fullmatch, bare[:_TOP])) else _TOP
    pairs = enumerate(zip(bare[:top], [*bare[1:top], ""], strict=False))
    top = next((n for n, (line, below) in pairs if _says_day_and_hour(line, below)), 0)
    below = [line for line in bare[top + 1 :] if "\t" not in line]
    dots = writes_dots(below)
    slots = [slot for line in below if (slot := agenda_line(line, dots))]
    listed = (what for line in below[:_LOOKED_AT] if (what := entry_of_list(line)))
    billed = sum(bool(parse_title(what).credits) for what in listed)
    at_night = bool(slots) and (parse_clock(slots[0].start) or "") < _EARLIEST
    return top > 0 and not at_night and (len(slots) > 1 or billed > 1)


def _says_day_and_hour(line: str, below: str) -> bool:
    found = dated(line)
    hours = time_alone(below) if found else None
    return found is not None and bool(_CLOCK.search(found[1]) or (hours and hours.end))


def _is_list(short: Sequence[str]) -> bool:
    lines = [Line(number, text) for number, text in enumerate(short, 1)]
    return len(past.entries_of(lines)) > 1 and any(past.is_heading(text) for text in short)


def parse(document: str, text: str) -> Reading:
    """The talks and the social items of the meetup."""
    lines = lines_to_read(text)
    listed = past.entries_of(lines)
    found = _read_list(document, lines, listed) if listed else _read_page(document, lines, text)
    ends = cut_off(document, lines) if found.records else ()
    return with_the_rest(document, lines, replace(found, remarks=found.remarks + ends))


def _read_list(document: str, lines: Sequence[Line], listed: list[past.Entry]) -> Reading:
    first = min(listed[0].date.number, listed[0].title.number)
    above = [line for line in lines if line.number < first and not line.blank]
    place = " ".join(line.text.strip() for line in above[:20])[:2000]
    known = Known(common=words_in_lower_case("\n".join(line.text for line in lines)))
    group = above[0].text.strip() if above and not past.is_heading(above[0].text) else None
    records = tuple(past.record_of(document, entry, place, known, group) for entry in listed)
    spans = {n for record in records for n in range(record.first_line, record.last_line + 1)}
    buttons = {line.number for entry in listed for line in entry.rest} - spans
    furniture = {line.number for line in above} | buttons
    return Reading(records, (), frozenset(furniture))


def _read_page(document: str, lines: Sequence[Line], text: str) -> Reading:
    layout = lay_out(lines)
    _take_told(layout)
    items = _with_the_announced(layout, joined(layout))
    alone = _the_talk(layout) if not items else None
    furniture_lines = [plain(line.text) for line in lines if line.number in layout.furniture]
    place = _place(layout, furniture_lines)
    when = _when(layout.event or "", furniture_lines, place)
    spans, assumed = _spans(items, when.start)
    if alone:
        items, spans = [alone], [(when.start, when.end)]
    named = frozenset(name_key(card.name) for card in cards(layout.speakers))
    named |= _in_their_place(items)
    known = Known(named, headed_names(lines), common=words_in_lower_case(text))
    records, remarks = list[Record](), list[Remark]()
    found = [record_of(document, item, layout.event, known) for item in items]
    billed = any(record.speakers for record, _ in found)
    if guests := () if billed else people_with(layout.event or "", known)[1]:
        found = [record_of(document, item, layout.event, known, guests) for item in items]
    for (record, stray), span in zip(found, spans, strict=True):
        records.append(at(record, span, when))
        if stray:
            remarks.append(remark(document, stray, "stands below an agenda line that is no talk"))
    if assumed:
        opening = min((item for item in items if item.slot), key=_place_on_agenda).opening
        why = "hours without am or pm, read as in the evening"
        remarks.append(remark(document, [opening], why))
    records = with_bios(with_cards(records, layout.speakers), layout.speakers)
    records = _in_rooms(_framed(items, records))
    return Reading(tuple(records), tuple(remarks), frozenset(layout.furniture))


def _take_told(layout: Layout) -> None:
    """Put the talks that prose tells of into *layout*, where nothing else names any."""
    named = ("title" in item.labels or parse_title(item.heading).credits for item in layout.items)
    slots = (item.heading for item in layout.items[:50] if item.heading[:1].isupper())
    known = Known(here=tuple(text for text in slots if len(text.split()) <= _FEW_WORDS))
    told = [] if any(named) else talks_told(layout.told, known)
    layout.items[:0] = told
    layout.furniture.difference_update(item.opening.number for item in told)


def _framed(items: list[Item], records: list[Record]) -> list[Record]:
    """*records*, where what stands on the agenda before and after all talks that are billed, in few
    words and with nobody, is no talk: ``Welkom``, ``Lights out``."""
    order = sorted(range(len(items)), key=lambda n: _place_on_agenda(items[n]))
    billed = [place for place, n in enumerate(order) if items[n].slot and records[n].speakers]
    apart = any(record.speakers for record in records) and not billed
    around = (
        {*order[: billed[0]], *order[billed[-1] + 1 :]} if billed else set(order) if apart else ()
    )
    return [
        record._replace(kind="other") if n in around and _says_little(item, record) else record
        for n, (item, record) in enumerate(zip(items, records, strict=True))
    ]


def _in_rooms(records: list[Record]) -> list[Record]:
    """*records*, where the one short line that is told of each says where it is: the same of
    several."""
    places = [_place_told(record.abstract) for record in records]
    if not any(place and places.count(place) > 1 for place in places):
        return records
    return [
        record._replace(room=place, abstract=None) if place else record
        for record, place in zip(records, places, strict=True)
    ]


def _place_told(text: str | None) -> str | None:
    short = text and len(text) <= 40 and "\n" not in text and not _ENDS.search(text)
    return text if short else None


def _says_little(item: Item, record: Record) -> bool:
    if record.speakers or record.kind != "talk" or not item.slot:
        return False
    if is_to_come(record.title) or record.title != record.raw_title:
        return False  # behind it stood that nobody is known yet
    few = not record.abstract and len(record.title.split()) <= _FEW_WORDS
    return few or item.slot.onwards or record.title.endswith(".")


def _spans(
    items: list[Item], opening: str | None
) -> tuple[list[tuple[str | None, str | None]], bool]:
    """Start and end of each of *items*, told in the order in which the agenda has them."""
    order = sorted(range(len(items)), key=lambda n: _place_on_agenda(items[n]))
    found, assumed = clocks([items[n].slot for n in order], opening)
    spans = dict(zip(order, found, strict=True))
    return [spans[n] for n in range(len(items))], assumed


def _in_their_place(items: list[Item]) -> frozenset[str]:
    """Keys of the names that stand alone where another slot has somebody with a given name."""
    lines = (next((line for line in item.lines if not line.blank), None) for item in items)
    below = [plain(line.text) for line in lines if line and len(line.text) < 60]
    names = [text for text in below if is_person(text, Known(), first=True)]
    sure = any(map(begins_with_given_name, names))
    return frozenset(map(name_key, names)) if sure else frozenset()


def _when(title: str, furniture: Sequence[str], place: str) -> WhenAndWhere:
    """When it is: as the site says, as the *title* does, as both together do, or in prose."""
    ways = (furniture, _ends_of(title), _in_year(title, furniture))
    told = (when_and_where(lines, place) for lines in ways)
    dated = next((when for when in told if when.date), None)
    return dated or WhenAndWhere(date=date_in_prose(furniture), place=place)


def _in_year(title: str, lines: Sequence[str]) -> list[str]:
    """*lines* that say a day without its year, with the one that *title* names, where it fits."""
    year = _YEAR.search(title)
    if not year:
        return []
    found = []
    for line in lines:
        day, dot, rest = line.partition(" · ")
        text = f"{day}, {year[0]}"
        date = date_of(text)
        if dot and date and fits_weekday(day, date):
            found.append(f"{text} {rest}")
    return found


def _ends_of(title: str) -> list[str]:
    """What stands behind each comma and dash of a title, which may end in the date."""
    return [title[joint.end() :] for joint in _JOINT.finditer(title[:200])]


def _place_on_agenda(item: Item) -> int:
    return item.slot_line or item.opening.number


def _place(layout: Layout, furniture: Sequence[str]) -> str:
    """What the page says of where it all happens, for zones that share their letters."""
    short = (text for text in furniture[:400] if len(text) <= 120 and not is_dated(text))
    return " ".join([layout.event or "", *short])[:20_000]


def _with_the_announced(layout: Layout, items: list[Item]) -> list[Item]:
    """*items* with the talk that the page's title announces, where an abstract or a panel is told or
    the title says who speaks, and none of *items* is a talk; the slot that is called ``Talk`` says
    when it is."""
    told = [plain(line.text) for line in layout.told]
    first = next(
        (n for n, text in enumerate(told) if _ABSTRACT.match(text) or ROLE.match(text)), None
    )
    talks = (
        parse_title(item.heading).kind not in (*INTERLUDES, "other")
        and not BARE_TALK.fullmatch(item.heading)
        for item in items
    )
    bare = next((one for one in items if one.slot and BARE_TALK.match(one.slot.what)), None)
    if first is None and bare and people_with(layout.event or "", Known())[1]:
        first = 0
    if first is None or not items or any(talks):
        return items
    layout.furniture.update(line.number for line in layout.told[:first] if not line.blank)
    layout.told = layout.told[first:]
    talk = _the_talk(layout)
    if talk is None:
        return items
    if bare:
        take_slot(layout, talk, bare)
    return [talk, *(item for item in items if item is not bare)]


def _the_talk(layout: Layout) -> Item | None:
    """The one talk that a page without agenda, labels and lists announces by its title."""
    if not layout.heading or not layout.event:
        return None
    told = [line for line in layout.told if not line.blank]
    layout.furniture.difference_update(line.number for line in told)
    layout.furniture.discard(layout.heading.number)
    last = max([layout.heading.number, *(line.number for line in told[-1:])])
    labels = {"title": layout.event}
    return Item(layout.heading, None, labels, list(layout.told), last, announced=True)


SOURCE = Source(
    name="meetup",
    description="the page of one Meetup, with its agenda, or a group's list of its events",
    sniff=sniff,
    parse=parse,
)
