"""Spreadsheets as records: those talkctl writes, word for word, and anybody's, by their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from talkctl.model import Note
from talkctl.record import Record, Remark
from talkctl.sources.grammar.entries import Address, Entry, Participant, record_of
from talkctl.sources.grammar.links import kind_of_link
from talkctl.sources.grammar.moments import Place, length
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.grammar.titles import parse_title, seated
from talkctl.sources.json_lines import with_furniture
from talkctl.sources.own import objects
from talkctl.sources.own.cells import SEPARATORS, Row, is_nothing, rows_of
from talkctl.sources.own.columns import Column, columns_of, is_header
from talkctl.sources.own.dates import When, day_comes_first, read_date, read_when
from talkctl.sources.own.people import Cells, people_of
from talkctl.sources.source import Reading
from talkctl.text import fold
from talkctl.when import in_zone, is_zone

_GLANCE = 20_000
_HEADER_WITHIN = 6
"""Rows above the names of the columns: a heading, an empty line."""
_FEWEST_OF_TEXT = 3
"""So many rows of one cell are no sheet's, whose rows are all as wide, but the text above a table."""

_DAY = re.compile(r"(?:day|tag|jour|día|dia)?\s*#?\s*(?P<number>\d{1,2})", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}", re.IGNORECASE)
_REJECTED = ("rejected", "declined", "decline queue", "abgelehnt", "refuse", "rechazado", "deleted")
_NUMBERS_DAY_FIRST = frozenset(
    "datum uhrzeit raum titel fecha hora sala titulo heure salle titre horario palestra".split()
)
_IN_FORMAT = re.compile(r"[(\[](?P<length>\d{1,3}\s?(?:min|minutes?|h|hours?))[)\]]", re.IGNORECASE)
"""How long a session of a format is: ``Workshop (3h)``."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OWN_LINKS = re.compile(r"[a-z]{3,6}://\S+|\S+(?:\s(?![a-z]{3,6}://)\S+)*")
"""Addresses between blanks; the name of a file may have blanks itself."""
_PEOPLE = ("speakers", "speakers and org", "first_name", "more_speakers", "moderators", "panelists")
_LINKS = ("page", "video", "slides", "code", "paper", "links")
_SHOWN = 200


class Sheet(NamedTuple):
    """A spreadsheet: how its cells are separated, its columns, and the row that names them."""

    separator: str
    columns: tuple[Column, ...]
    header: Row


def find_sheet(text: str) -> Sheet | None:
    """The spreadsheet that *text* is, told by the names of its columns."""
    opening = text[:_GLANCE].lstrip("\ufeff")
    best: tuple[int, Sheet] | None = None
    for separator in SEPARATORS:
        narrow = 0
        for row in islice(rows_of(opening, separator), _HEADER_WITHIN):
            narrow += len(row.cells) == 1
            if narrow == _FEWEST_OF_TEXT:
                break
            if is_header(row.cells):
                columns = columns_of(row.cells)
                known = sum(column.field is not None for column in columns)
                if best is None or known > best[0]:
                    best = known, Sheet(separator, columns, row)
                break
    return best[1] if best else None


def read_sheet(document: str, text: str, sheet: Sheet) -> Reading:
    """The talks of the rows, and what could not be read of them."""
    rows = [
        row
        for row in rows_of(text.removeprefix("\ufeff"), sheet.separator)
        if row.first > sheet.header.last and row.cells != sheet.header.cells
    ]
    names = [cell.strip() for cell in sheet.header.cells]
    own = _is_own(names)
    reader = _OwnRows(document, names) if own else _Rows(document, sheet, rows)
    records: list[Record] = []
    remarks = [] if own else _unknown(document, sheet)
    for row in rows:
        record, reason = reader.record(row)
        if row.open:
            reason = "a quote that is never closed"
        if reason:
            shown = " ".join(" ".join(filter(None, row.cells)).split())[:_SHOWN]
            remarks.append(Remark(document, row.first, row.last, reason, shown))
        if record and not (records and _joins(records, record)):
            records.append(record)
    whole = not any(row.open for row in rows)
    return with_furniture(text, Reading(tuple(records), tuple(remarks), whole=whole))


def _unknown(document: str, sheet: Sheet) -> list[Remark]:
    """A remark on the columns that nobody understands, if there are any."""
    names = [column.name for column in sheet.columns if column.name and column.field is None]
    if not names:
        return []
    line = sheet.header
    return [Remark(document, line.first, line.last, "columns nobody understands", ", ".join(names))]


def _is_own(names: Sequence[str]) -> bool:
    found = set(names)
    ours = {"orgs", "local_start", "local_end"} & found or {"id", "slug"} <= found
    return bool(ours) and found <= objects.TALK_FIELDS


def _joins(records: list[Record], record: Record) -> bool:
    """Whether *record* is the talk above once more, for its next speaker; then it is added there."""
    above = records[-1]
    again = above.start == record.start if record.start and record.speakers else False
    if (above.uid, above.raw_title) != (record.uid, record.raw_title) or not (record.uid or again):
        return False
    speakers = dict.fromkeys((*above.speakers, *record.speakers))
    bios = dict.fromkeys((*above.bios, *record.bios))
    records[-1] = above._replace(
        speakers=tuple(speakers), bios=tuple(bios), last_line=record.last_line
    )
    return True


class _OwnRows:
    """Rows that talkctl wrote: names between semicolons, addresses between blanks."""

    def __init__(self, document: str, names: Sequence[str]) -> None:
        self.document = document
        self.names = names

    def record(self, row: Row) -> tuple[Record | None, str | None]:
        """The talk of *row*, or why there is none."""
        told = {name: cell for name, cell in zip(self.names, row.cells, strict=False) if cell}
        value: dict[str, object] = dict(told)
        value["speakers"] = _own_speakers(told)
        value["tags"] = told.get("tags", "").split("; ")
        urls = _OWN_LINKS.findall(told.get("links", ""))
        kinds = _beside(urls, told.get("link_kinds", "").split(" "))
        value["links"] = [{"url": url, "kind": kind} for url, kind in zip(urls, kinds, strict=True)]
        value["notes"] = [{"text": told["notes"]}] if "notes" in told else []
        for name in ("day", "duration"):
            value[name] = int(told[name]) if told.get(name, "")[:6].isdecimal() else None
        record = objects.record_of(self.document, value, row.first, row.last)
        return record, None if record else "a row without a title"


def _own_speakers(told: dict[str, str]) -> list[dict[str, object]]:
    """The people of a row with what the columns beside their names say of each.

    Where these leave a doubt, and in a file that has no such columns, everybody is from the one
    organisation that is named, but on a panel nobody. A question mark behind an organisation is
    talkctl's own doubt.
    """
    people = [name for name in told.get("speakers", "").split("; ") if name]
    is_panel = told.get("kind") == "panel"
    orgs = [org for org in told.get("orgs", "").split("; ") if org]
    firms = _beside(people, _parts(told.get("affiliations", "")))
    if "affiliations" not in told:
        firms = _beside(people, orgs * len(people) if len(orgs) == 1 and not is_panel else orgs)
    jobs = _beside(people, _parts(told.get("jobs", "")))
    roles = _beside(people, _parts(told.get("roles", "")))
    return [
        {
            "name": name,
            "role": role or ("panelist" if is_panel else "speaker"),
            "job": job or None,
            "org": firm.removesuffix("?") or None,
            "org_certain": not firm.endswith("?"),
        }
        for name, role, job, firm in zip(people, roles, jobs, firms, strict=True)
    ]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";")]


def _beside(things: Sequence[str], told: Sequence[str]) -> Sequence[str]:
    """What is *told* of each of *things*; nothing where it is not clear which of them is meant."""
    return told if len(told) == len(things) else [""] * len(things)


class _Rows:
    """Rows that somebody wrote, under columns with names of their own."""

    def __init__(self, document: str, sheet: Sheet, rows: Sequence[Row]) -> None:
        self.document = document
        self.columns = sheet.columns
        elsewhere = any(
            _NUMBERS_DAY_FIRST.intersection(fold(column.name).split()) for column in sheet.columns
        )
        dates = [
            index
            for index, column in enumerate(sheet.columns)
            if column.field in ("date", "start", "day", "time", "end")
        ]
        cells = (row.cells[n] for row in rows for n in dates if n < len(row.cells))
        self.day_first = day_comes_first(cells, elsewhere)
        units = (column.unit for column in sheet.columns if column.field in ("start", "time"))
        self.zone = next((unit for unit in units if unit and is_zone(unit)), None)
        self.has_people = any(column.field in _PEOPLE for column in sheet.columns)

    def record(self, row: Row) -> tuple[Record | None, str | None]:
        """The talk of *row*, or why there is none, or what of it could not be read."""
        cells = [
            (column, cell)
            for column, cell in zip(self.columns, row.cells, strict=False)
            if not is_nothing(cell) and column.field not in (None, "ignored")
        ]
        told: dict[str, str] = {}
        for column, cell in cells:
            told.setdefault(str(column.field), cell)
        if "title" not in told:
            return None, "a row without a title"
        if fold(told.get("status", "")).strip() in _REJECTED:
            return None, "a talk that was not accepted"
        unread: list[str] = []
        record = self._record(row, cells, told, unread)
        return record, f"cannot be read: {'; '.join(unread)}"[:_SHOWN] if unread else None

    def _record(self, row: Row, cells: Cells, told: dict[str, str], unread: list[str]) -> Record:
        credits = people_of(cells) if self.has_people else parse_title(told["title"]).credits
        bio = told.get("bio", "") if len(credits) == 1 else ""
        entry = Entry(
            row.first,
            row.last,
            told["title"],
            self._place(told, unread),
            subtitle=told.get("subtitle", ""),
            type=told.get("kind", ""),
            room=told.get("room", ""),
            track=told.get("track", ""),
            language=told.get("language", ""),
            level=told.get("level", ""),
            abstract=told.get("abstract", ""),
            description=told.get("description", ""),
            people=tuple(Participant(credit.name, bio=bio, role=credit.role) for credit in credits),
            links=tuple(_addresses(cells, unread)),
            tags=tuple(re.split(r"\s*[;,\n]\s*", told.get("tags", ""))),
            uid=_uid(told),
            cancelled=is_cancelled(told.get("status")),
        )
        event = " ".join(told.get("event", "").split()) or None
        if event and _YEAR.fullmatch(told.get("year", "").strip()) and not _YEAR.search(event):
            event = f"{event} {told['year'].strip()}"
        record = record_of(self.document, "talkctl", event, "", entry)
        published = self._date(told, "published", unread)
        return record._replace(
            speakers=seated(credits, record.kind),
            day=self._day(told),
            notes=(Note(told["notes"]),) if "notes" in told else (),
            published=published,
        )

    def _date(self, told: dict[str, str], field: str, unread: list[str]) -> str | None:
        cell = told.get(field, "")
        when = read_when(cell, self.day_first) if cell else None
        if cell and (when is None or not when.date):
            unread.append(f"{field} {cell[:40]!r}")
        return when.date if when else None

    def _day(self, told: dict[str, str]) -> int | None:
        found = _DAY.fullmatch(told.get("day", "").strip())
        return int(found["number"]) if found else None

    def _place(self, told: dict[str, str], unread: list[str]) -> Place:
        """When the talk takes place, by all cells that speak of it."""
        whens = {
            field: self._when(told, field, unread)
            for field in ("date", "day", "start", "local_start", "time", "end", "local_end")
        }
        begin = next((when for name in ("start", "local_start", "time", "date")
                      if (when := whens[name]).start), When())  # fmt: skip
        day = next((when.date for when in whens.values() if when.date), None)
        ends = (whens["end"].start, whens["local_end"].start, begin.end, whens["time"].end)
        end = next(filter(None, ends), None)
        zone = (told.get("timezone") or self.zone or "").strip() or None
        offset = begin.offset or _offset(day, begin.start, zone)
        minutes = length(re.sub(r"['’′]$", "", told["duration"])) if "duration" in told else None
        if told.get("seconds", "").isdecimal():
            minutes = int(told["seconds"][:7]) // 60 or None
        if minutes is None and (lasting := _IN_FORMAT.search(told.get("kind", ""))):
            minutes = length(lasting["length"])
        if "duration" in told and minutes is None:
            unread.append(f"duration {told['duration'][:40]!r}")
        named = zone if zone and "/" in zone else None
        if not day or not begin.start:
            return Place(begin.start or "", end or "", day or "", zone=named, minutes=minutes)
        until = whens["end"].date or day
        finish = f"{until}T{end}:00{whens['end'].offset}" if end and whens["end"].date else end
        return Place(
            f"{day}T{begin.start}:00{offset}", finish or "", "", zone=named, minutes=minutes
        )

    def _when(self, told: dict[str, str], field: str, unread: list[str]) -> When:
        cell = told.get(field, "")
        if not cell or (field == "day" and _DAY.fullmatch(cell.strip())):
            return When()
        found = read_when(cell, self.day_first)
        if found is None and field == "day":
            day = read_date(cell, self.day_first)
            found = When(day) if day else None
        if found is None:
            unread.append(f"{field} {cell[:40]!r}")
        return found or When()


def _offset(day: str | None, clock: str | None, zone: str | None) -> str:
    """The offset of a zone that has no name of the IANA's: ``CET``, ``UTC+2``."""
    if not (day and clock and zone) or "/" in zone or not is_zone(zone):
        return ""
    moment = in_zone(f"{day}T{clock}", zone)
    return moment[len("2024-01-01T12:00:00") :] if moment else ""


def _addresses(cells: Cells, unread: list[str]) -> list[Address]:
    found: list[Address] = []
    for column, cell in cells:
        if column.field not in _LINKS:
            continue
        urls = [url.rstrip(".,;)") for url in _ADDRESS.findall(cell)[:50]]
        kind = column.field if column.field != "links" else ""
        found += [Address(url, column.name, _kind(kind, url)) for url in urls]
        if not urls and "." in cell and not re.search(r"\s", cell):
            found.append(Address(cell[:2000], column.name, kind))
        elif not urls:
            unread.append(f"{column.name} {cell[:40]!r}")
    return found


def _kind(kind: str, url: str) -> str:
    """What a link leads to; in a column for pages, a video is a video."""
    return kind_of_link("", url) if kind in ("page", "") else kind


def _uid(told: dict[str, str]) -> str | None:
    for field, prefix in (("guid", "guid"), ("code_id", "code"), ("id", "id")):
        if field in told and len(told[field]) <= 100:
            return f"{prefix}:{told[field]}"
    return None
