"""Lines that are headings without being marked as such.

**Deep Water**            bold, above whoever gives the talk; the title may go on on the next line
**Deep Water** by Jane    bold and billing somebody, on a page whose headings name nobody
Deep Water                right above ``Speaker: Jane Doe``
*Friday*                  a day alone, bold or above a list
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.sources.grammar.billing import Known
from talkctl.sources.notes.days import day_named
from talkctl.sources.notes.facts import bills_people, is_named_below
from talkctl.sources.notes.headline import read_headline
from talkctl.sources.notes.markdown import without_markup
from talkctl.sources.source import Line

_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
_BOLD = re.compile(r" {0,3}(?P<mark>\*\*|__)(?P<text>[^\s*_][^*]*)(?P=mark)\s*$")
_BOLD_LINE = re.compile(
    r" {0,3}(?P<mark>\*\*|__)(?P<text>[^\s*_][^*]*)(?P=mark)(?P<behind>\s*[-–—/|,:]\s.*"
    r"|\s+(?:by |@|\(|\[|:\w+:$).*|)$"
)
_GLANCE = 200


def with_bold_headings(lines: Sequence[Line], known: Known) -> Sequence[Line]:
    """*lines* with marks on those that are headings without any, if there are several."""
    found = list(lines)
    headings = [one.text.lstrip("# ") for one in lines if one.text.startswith("#")][:_GLANCE]
    bare_page = len(headings) < 2 or not any(_bills(text, known) for text in headings)
    count = 0
    for n in range(len(lines) - 1):
        text, rows = _heading_at(lines, n, bare_page, known)
        if text:
            below = (Line(number, "") for number, _ in lines[n + 1 : n + rows])
            found[n : n + rows] = [Line(lines[n].number, f"###### {text}"), *below]
            count += 1
    return found if count > 1 else lines


def _heading_at(lines: Sequence[Line], n: int, bare_page: bool, known: Known) -> tuple[str, int]:
    """The heading that the line at *n* is, and how many lines it takes; none takes none."""
    text, following = lines[n].text, lines[n + 1]
    if text.startswith("#"):
        return "", 0
    bare = text.strip("*_ ")
    if _is_day(lines, n) or (
        _opens(lines, n) and len(text) <= 200 and is_named_below(text, following.text)
    ):
        return bare, 1
    if text[:1] not in ("*", "_", " ") or (n and not lines[n - 1].blank):
        return "", 0
    titled = _BOLD_LINE.match(text) if bare_page and len(text) <= 400 else None
    if titled and _bills(titled["text"] + titled["behind"], known):
        return titled["text"] + titled["behind"], 1
    for whole, rows in ((text, 1), (f"{text} {following.text}", 2)):
        bold = _BOLD.match(whole) if len(whole) <= 300 and n + rows < len(lines) else None
        if bold and bills_people(lines[n + rows].text, known):
            return bold["text"], rows
    return "", 0


def _bills(text: str, known: Known) -> bool:
    return bool(read_headline(without_markup(text, {})[0], known).credits)


def _heads_list(lines: Sequence[Line], n: int) -> bool:
    below = n + 2 if lines[n + 1].blank else n + 1
    in_list = below < len(lines) and _LISTED.match(lines[below].text)
    return bool(in_list) and not _LISTED.match(lines[n].text)


def _opens(lines: Sequence[Line], n: int) -> bool:
    """Whether the line at *n* opens a paragraph, or heads a list right below another one."""
    if n == 0 or lines[n - 1].blank:
        return True
    return bool(_LISTED.match(lines[n - 1].text)) and _heads_list(lines, n)


def _is_day(lines: Sequence[Line], n: int) -> bool:
    """Whether the line at *n* names a day and stands alone, bold or above a list."""
    text = lines[n].text
    listed = _heads_list(lines, n)
    alone = (listed or lines[n + 1].blank) and len(text) <= 60 and _opens(lines, n)
    bare = text.strip("*_ ")
    return alone and (listed or bare != text.strip()) and day_named(bare, None) is not None
