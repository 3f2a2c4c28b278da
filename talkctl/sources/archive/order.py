"""Listings whose titles stand above their dates, put into the usual order."""

from __future__ import annotations

from collections.abc import Sequence

from talkctl.sources.archive.marks import MENU, closes, is_date
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.source import Line

_LONGEST_TITLE = 300
_LOOKED_AT = 60


def in_usual_order(lines: Sequence[Line]) -> Sequence[Line]:
    """*lines* with each date above the title that it belongs to."""
    dates = [n for n in range(len(lines)) if is_date(lines, n)]
    above = {n: _filled(lines, range(n - 1, max(n - 4, -1), -1)) for n in dates}
    looked_at = dates[:_LOOKED_AT]
    titles_above = sum(_bills(lines, above[n]) for n in looked_at)
    titles_below = sum(
        _bills(lines, _filled(lines, range(n + 1, min(n + 4, len(lines))))) for n in looked_at
    )
    if titles_above <= titles_below:
        return lines
    moved = {
        title: n for n, title in above.items() if title is not None and _is_title(lines, title)
    }
    gone = set(moved.values())
    found: list[Line] = []
    for index, line in enumerate(lines):
        if index in moved:
            date = lines[moved[index]]
            found += [Line(line.number, ""), date, Line(date.number, ""), line]
        elif index not in gone:
            found.append(line)
    return found


def _filled(lines: Sequence[Line], indexes: range) -> int | None:
    return next((n for n in indexes if not lines[n].blank), None)


def _is_title(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    return len(text) <= _LONGEST_TITLE and not closes(text) and not MENU.match(text[:120])


def _bills(lines: Sequence[Line], index: int | None) -> bool:
    """Whether the line there is a title with people."""
    if index is None or not _is_title(lines, index):
        return False
    return bool(parse_title(lines[index].text).credits)
