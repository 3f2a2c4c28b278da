"""Spreadsheets laid out as a programme hangs on a wall: hours down the side, rooms across.

KnotCon 2023 - programme,,
Thursday 14 September 2023,,
Time,Main stage,Room 2
9:00-9:45,Keynote: Deep Water - Jane Doe (Acme),
10:00-10:35,Knots - John Roe,Buoys - Ann Poe
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, zip_longest

from talkctl.model import INTERLUDES
from talkctl.record import Record, Remark
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.days import date_of
from talkctl.sources.grammar.entries import Entry, record_of
from talkctl.sources.grammar.moments import Place
from talkctl.sources.grammar.titles import parse_title, titled
from talkctl.sources.json_lines import with_furniture
from talkctl.sources.own.cells import SEPARATORS, Row, is_nothing, rows_of
from talkctl.sources.own.columns import columns_of
from talkctl.sources.own.dates import When, read_when
from talkctl.sources.source import Reading

_GLANCE = 20_000
_WITHIN = 12
"""So many rows may stand above the first that names rooms."""
_NAME_AND_YEAR = re.compile(r"\S.{2,80}?\b(?:19|20)\d\d\b")
_LONGEST_ROOM = 60
_ROW = re.compile(r'^"?\d{1,2}[:.h]\d\d[^\n]{0,30}?[,;\t]', re.MULTILINE)
"""A row that opens with an hour."""


def find_grid(text: str) -> str | None:
    """What separates the cells of the grid that *text* is: a row of rooms, right below it an hour, and
    people in several columns."""
    opening = text[:_GLANCE].lstrip("\ufeff")
    if not _ROW.search(opening):
        return None
    for separator in SEPARATORS:
        rows = list(islice(rows_of(opening, separator), _WITHIN))
        headed = any(_rooms(up) and _hours(low) for up, low in pairwise(rows))
        columns = zip_longest(*(row.cells[1:] for row in rows if _hours(row))) if headed else ()
        if sum(any(map(_bills, column)) for column in columns) > 1:
            return separator
    return None


def _bills(cell: str | None) -> bool:
    title = parse_title(" ".join(cell.split())) if cell else None
    return bool(title and title.credits and title.title != title.raw)


def read_grid(document: str, text: str, separator: str) -> Reading:
    """The talks in the cells, each at the hour of its row, in the room of its column, on the day that
    stands above."""
    records: list[Record] = []
    remarks: list[Remark] = []
    event, day, rooms = None, None, list[str]()
    known = Known(common=words_in_lower_case(text))
    for row in rows_of(text.removeprefix("\ufeff"), separator):
        filled = [cell.strip() for cell in row.cells if not is_nothing(cell.strip())]
        named = _NAME_AND_YEAR.match(filled[0]) if filled else None
        if len(filled) == 1 and (date := date_of(filled[0])):
            day = date
        elif found := _rooms(row):
            rooms = found
        elif rooms and (when := _hours(row)):
            records += _talks(document, row, when, rooms, day, known)
        elif named and len(filled) == 1 and not records:
            event = event or named[0]
        elif filled:
            shown = " ".join(filled)[:200]
            remarks.append(Remark(document, row.first, row.last, "neither hours nor rooms", shown))
    records = [record._replace(event=event) for record in records]
    return with_furniture(text, Reading(tuple(records), tuple(remarks)))


def _rooms(row: Row) -> list[str]:
    """The rooms that *row* names, if it heads hours."""
    head, *cells = [cell.strip() for cell in row.cells] or [""]
    rooms = [cell for cell in cells if not is_nothing(cell)]
    short = all(len(room) <= _LONGEST_ROOM and not read_when(room, None) for room in rooms)
    known = {column.field for column in columns_of(cells)} - {None, "ignored", "room", "track"}
    timed = columns_of([head])[0].field in ("time", "start") or not head
    return cells if timed and len(rooms) > 1 and short and len(known) < len(rooms) / 2 else []


def _hours(row: Row) -> When | None:
    found = read_when(row.cells[0].strip(), None)
    return found if found and found.start else None


def _talks(
    document: str, row: Row, when: When, rooms: Sequence[str], day: str | None, known: Known
) -> list[Record]:
    found = []
    cells = [cell.strip() for cell in row.cells[1:]]
    alone = sum(not is_nothing(cell) for cell in cells) == 1
    place = Place(when.start or "", when.end or "", when.date or day or "")
    for room, cell in zip(rooms, cells, strict=False):
        if is_nothing(cell):
            continue
        title = parse_title(" ".join(cell.split()), known)
        everywhere = alone and title.kind in (*INTERLUDES, "other")
        entry = Entry(row.first, row.last, title.raw, place, room="" if everywhere else room)
        made = record_of(document, "talkctl", None, "", entry)
        found.append(titled(made, title))
    return found
