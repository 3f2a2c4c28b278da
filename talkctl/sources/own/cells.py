"""Rows of comma-, semicolon- or tab-separated values, each with the lines it stands on.

RFC 4180 as spreadsheets stretch it: cells in quotes hold line breaks and separators, a quote in
them is doubled, and elsewhere a quote is a letter. A quote that is never closed is one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from talkctl.sources.json_lines import line_ends

SEPARATORS = (",", ";", "\t")
_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r' *"(?P<cell>[^"]*+(?:""[^"]*+)*+)"')
_PLAIN = {separator: re.compile(rf"[^{separator}\r\n]*+") for separator in SEPARATORS}
_FORMULA = re.compile(r"'(?=[=+@\t-])")
"""What is put before a cell that a spreadsheet would take for a formula and run."""

_NOTHING = re.compile(r"[-–—?]*|n/?a|tb[acd]|null|none", re.IGNORECASE)
_MOST_OPEN = 20
"""So many quotes may stay open before none is believed any more: each costs a look at all the rest."""


class Row(NamedTuple):
    """The cells of a row; *open* where a quote in it is never closed."""

    first: int
    last: int
    cells: list[str]
    open: bool = False


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """The rows of *text* that have something in them."""
    place, line, never_closed = 0, 1, 0
    plain = _PLAIN[separator]
    while place < len(text):
        begin, cells, is_open = place, [], False
        while True:
            quoted = _QUOTED.match(text, place) if never_closed < _MOST_OPEN else None
            if quoted:
                rest = plain.match(text, quoted.end())
                behind = rest[0].rstrip() if rest else ""
                cells.append(quoted["cell"].replace('""', '"') + behind)
                place = rest.end() if rest else quoted.end()
            else:
                found = plain.match(text, place)
                cell = found[0] if found else ""
                if cell.lstrip(" ").startswith('"') and never_closed < _MOST_OPEN:
                    never_closed, is_open = never_closed + 1, True
                cells.append(cell)
                place = found.end() if found else place
            if not text.startswith(separator, place):
                break
            place += 1
        last = line + line_ends(text, begin, place)
        if any(cell and not cell.isspace() for cell in cells):
            yield Row(line, last, [_harmless(cell) for cell in cells], is_open)
        end = _LINE_END.match(text, place)
        place, line = (end.end() if end else len(text)), last + 1


def is_nothing(cell: str) -> bool:
    """Whether a spreadsheet has nothing in *cell*, or what people write for that."""
    return bool(_NOTHING.fullmatch(cell))


def _harmless(cell: str) -> str:
    """*cell* with its own line ends as LF and without the guard against formulas."""
    cell = cell.strip()
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return _FORMULA.sub("", cell, count=1) if cell.startswith("'") else cell
