"""What stands around a title and its people on one line of a list.

Deep Water (Jane Doe, KnotCon 2017, 55 min)        people, event and length in one bracket
Deep Water - Jane Doe [KnotCon 2017] - worth it    behind the event what somebody thinks of it
Deep Water - Jane Doe (Acme) - 9/10                or how much
2019-05-04 — *Deep Water*, KnotCon, Bergen         a date in front; behind the title the event
"""

from __future__ import annotations

import re

from talkctl.record import Credit
from talkctl.sources.grammar.agenda import without_hour
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bylines import people_named_by
from talkctl.sources.notes.dressed import title_apart
from talkctl.sources.notes.headline import read_headline
from talkctl.sources.notes.hours import take_date
from talkctl.when import parse_length

_IN_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{3,120})[)\]]$")
_EVENT = re.compile(r"[^\W\d_a-z][^()]{1,60}\b(?:19|20)\d\d")
"""An event by its name and year."""
_HOURS_AND_MINUTES = re.compile(r"\b(\d)h(\d\d)\b")
_BEHIND_DASHES = re.compile(r"(?P<head>.*\S)\s+--\s+(?P<told>\S.*)$")
_REMARK_BEHIND = re.compile(r"(?P<head>.*\b(?:19|20)\d\d[)\]])\s+[-–—:]\s+(?P<told>\S.*)$")
_RATED = re.compile(
    r"(?P<head>.*[^\s–—|·-])\s+(?:(?P<dash>[-–—|·])\s+)?(?P<told>(?(dash)\d{1,2}(?:[.,]\d)?\s?/\s?(?:5|10)|(?!))"
    r"|(?:[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?){1,10})$"
)
"""Behind a dash how many of five or ten a talk is worth; behind whoever speaks stars or a face."""
_DATE_IN_FRONT = re.compile(r"(?P<date>[^\s*_].{5,20}?)\s*(?:\s[-–—|:]|:)\s+(?=\S)")


def remark_behind(whole: str, known: Known) -> re.Match[str] | None:
    """The remark behind the event of a line, or behind two dashes where people stand before them; or
    how many stars."""
    if len(whole) > 600:
        return None
    found = _BEHIND_DASHES.match(whole)
    if found:
        head = without_hour(found["head"])
        apart = title_apart(head, head)
        if (apart and apart[1]) or read_headline(head, known).credits:
            return found
    found = _REMARK_BEHIND.match(whole) or _RATED.match(whole)
    faces = found and found.re is _RATED and not found["dash"]
    if found and faces and not read_headline(without_hour(found["head"]), known).credits:
        return None
    return found


def without_tail(head: str) -> tuple[str, str | None, int | None]:
    """*head* without the event and the length in the bracket at its end, and these two; whoever else
    the bracket names stays in it."""
    found = _IN_BRACKETS.search(head)
    inside = _HOURS_AND_MINUTES.sub(r"\1h \2m", found["inside"]) if found else ""
    pieces = re.split(r",\s+|\s+[-–—|·]\s+", inside)
    event = next((one for one in pieces if _EVENT.fullmatch(one) and not take_date(one)[0]), None)
    lasting = next((one for one in pieces if parse_length(one)), None)
    if not found or not (event or lasting):
        return head, None, None
    others = ", ".join(one for one in pieces if one not in (event, lasting))
    head = head[: found.start()] + (f" ({others})" if others else "")
    return head, event, parse_length(lasting) if lasting else None


def date_in_front(head: str, year: int | None) -> tuple[str | None, str]:
    """The date with which a line opens, and the line without it."""
    found = _DATE_IN_FRONT.match(head)
    date, rest = take_date(found["date"], year) if found else (None, "")
    return (date, head[found.end() :]) if found and date and not rest.strip() else (None, head)


def people_and_event(behind: str, known: Known) -> tuple[tuple[Credit, ...], str | None]:
    """Behind the title of a dated talk those with whom somebody gave it, and where."""
    beside = re.match(r"\((?P<people>[^()]{3,80})\)[\s,]*", behind)
    people = people_named_by(beside["people"], known) if beside else ()
    event = behind[beside.end() :] if beside else behind
    event = re.split(r",\s|\s[-–—|·]\s", re.sub(r"^(?:at|@|in)\s+", "", event))[0].strip(" ,()")
    return people, event if 3 < len(event) <= 80 and event[0].isalnum() else None
