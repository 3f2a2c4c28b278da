"""talkctl's own JSON, JSON Lines, CSV and Markdown, read back; and any spreadsheet of talks.

    [{"id": "q7k2m9x", "title": …, "speakers": [{"name": …}], …}, …]
    {"id": …, "title": …, "records": […]}
    id,slug,title,…                           or Titel;Referent;Raum;Uhrzeit
    Time,Main stage,Room 2                    a programme with hours down the side
    ### 11:00–11:40 · Knots                   the page of an export

``objects`` reads the first, ``pages`` the last, ``sheets`` the tables: ``cells`` are cut, ``columns``
understood, ``people`` and ``dates`` read; ``grids`` those that hang on a wall.
"""

from __future__ import annotations

import json
import re
from typing import Any

from talkctl.record import Record, Remark
from talkctl.sources.json_lines import pieces, with_furniture
from talkctl.sources.own.grids import find_grid, read_grid
from talkctl.sources.own.objects import OURS_ALONE, TALK_FIELDS, is_talk, record_of
from talkctl.sources.own.pages import is_page, read_page
from talkctl.sources.own.sheets import find_sheet, read_sheet
from talkctl.sources.source import Reading, Source, line_count

_OPENING = re.compile(r"[\s\ufeff]*+(?P<list>\[)?\s*+(?=\{)")
_NAME = re.compile(r'(?<=[{,\s])"(?P<name>[a-z_]{2,20})"\s*:')
_GLANCE = 50_000
_SHOWN = 200
_DECODER = json.JSONDecoder(strict=False)


def sniff(text: str) -> bool:
    """Whether *text* holds talks as talkctl writes them, or is a spreadsheet of talks."""
    opening = _OPENING.match(text[:_GLANCE])
    if opening:
        return _begins_with_talk(text, opening.end())
    if is_page(text):
        return True
    return (
        text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "[", "<", "")
        and (find_sheet(text) or find_grid(text)) is not None
    )


def _begins_with_talk(text: str, begin: int) -> bool:
    """Whether the object at *begin* is a talk; of one that is broken, its names tell."""
    glance = text[begin : begin + _GLANCE]
    if '"title"' not in glance:
        return False
    try:
        value, _ = _DECODER.raw_decode(text, begin)
    except (ValueError, RecursionError):
        names = {found["name"] for found in _NAME.finditer(glance)}
        return "title" in names and names >= OURS_ALONE and len(names & TALK_FIELDS) > 10
    return is_talk(value)


def parse(document: str, text: str) -> Reading:
    """The talks in the file, and what in it is none."""
    if _OPENING.match(text[:_GLANCE]) or text.lstrip()[:1] in ("{", "["):
        return _parse_json(document, text)
    if is_page(text):
        return read_page(document, text)
    sheet = find_sheet(text)
    if sheet:
        return read_sheet(document, text, sheet)
    if separator := find_grid(text):
        return read_grid(document, text, separator)
    last = max(line_count(text.rstrip()), 1)
    what = Remark(document, 1, last, "no columns that talks have", text[:_SHOWN].strip())
    return Reading((), (what,), whole=False)


def _parse_json(document: str, text: str) -> Reading:
    records: list[Record] = []
    remarks: list[Remark] = []
    for piece in pieces(text):
        remarks += piece.remarks(document)
        value = piece.json.value
        listed = isinstance(value, list)
        place = 1 + piece.before
        for one in value if listed else [value]:
            if isinstance(one, dict):
                first, place = piece.lines_of(one)
                if listed and piece.json.is_cut(one):
                    continue
                found = record_of(document, one, first, place)
                if found:
                    records.append(found)
                else:
                    remarks.append(_no_talk(document, first, place, one))
            elif not piece.json.broken:
                remarks.append(_no_talk(document, place, place, one))
    broken = any(remark.reason != _NO_TALK for remark in remarks)
    return with_furniture(text, Reading(tuple(records), tuple(remarks), whole=not broken))


_NO_TALK = "no talk: it has no title"


def _no_talk(document: str, first: int, last: int, value: Any) -> Remark:
    return Remark(document, first, last, _NO_TALK, str(value)[:_SHOWN])


SOURCE = Source(
    name="talkctl",
    description="talkctl's own JSON, JSON Lines, CSV or Markdown, or any spreadsheet of talks",
    sniff=sniff,
    parse=parse,
)
