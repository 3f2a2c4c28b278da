"""Where one block of a listing ends and the next begins.

KEYNOTE                                         a kind alone, above the block that it is the kind of
8 May 2018 - Knots Untied - Jane Doe (Acme)     a line a talk: the day, and a title with its people
Watch (41 min) · Slides                         buttons apart, of the block above that bills people
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from talkctl.sources.archive.block import (
    bills_itself,
    is_day,
    may_be_title,
    says_nothing,
    who_speaks,
)
from talkctl.sources.grammar.agenda import agenda_line, time_alone
from talkctl.sources.grammar.kinds import kind_named
from talkctl.sources.notes.hours import when_in
from talkctl.sources.notes.labels import labelled
from talkctl.sources.source import Line

_DATED = re.compile(r"\s*(?P<date>\S.{3,38}?)(?:\s+[-–—|:]|:)\s+(?P<rest>\S.*)$")
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*:?\s*$")
"""On a line of its own the year of the days below it."""
_ROOM = re.compile(
    r"(?:room|hall|stage|track|theat(?:re|er)|floor|raum|saal|sala|aula|salle|amphi|auditorium)"
    r"\s+\w{1,6}$|[^\W\d_].{2,30}(?:\b(?:room|hall|stage|floor|theat(?:re|er)|auditorium)|saal)$",
    re.IGNORECASE,
)
_FEWEST = 2
_FARTHEST = 12
_LONGEST = 300
_LONGEST_ROOM = 40
_LOOKED_AT = 7


def cut(blocks: Sequence[list[Line]], year: int | None) -> list[list[Line]]:
    """*blocks* cut and joined so that each is one talk, as far as their lines show; a day without a
    year is in that *year*, unless a year stands above it."""
    return _with_buttons(_joined(_at_heads(_dated(blocks, year))))


def _dated(blocks: Sequence[list[Line]], year: int | None) -> list[list[Line]]:
    """*blocks* with the days apart on lines that are a talk each, if several lines are."""
    found: list[list[Line]] = []
    bill = 0
    for block in blocks:
        found.append([])
        for line in block:
            alone = _YEAR.match(line.text)
            year = int(alone[1]) if alone else year
            parts = _day_and_rest(line, year)
            if parts and found[-1]:
                found.append([])
            found[-1] += parts or [line]
            bill += bool(parts and bills_itself(parts[1].text))
    return found if bill >= _FEWEST else list(blocks)


def _day_and_rest(line: Line, year: int | None) -> list[Line]:
    parts = _DATED.match(line.text) if len(line.text) <= _LONGEST else None
    when = when_in(parts["date"], year) if parts else None
    if not parts or not when or not when.date or when.start or re.search(r"\w", when.rest):
        return []
    return [Line(line.number, when.date), Line(line.number, parts["rest"])]


def _at_heads(blocks: Sequence[list[Line]]) -> list[list[Line]]:
    """*blocks* cut before hours, where blocks open with hours, and before titles above labels, where
    there are several in one, with the days above these."""
    timed = sum(agenda_line(block[0].text) is not None for block in blocks) >= _FEWEST
    found: list[list[Line]] = []
    for block in blocks:
        cuts = [n for n in range(1, len(block)) if timed and agenda_line(block[n].text)]
        titles = [n for n in range(len(block) - 1) if _heads_labels(block, n)]
        if len(titles) >= _FEWEST:
            cuts += [n - 1 if n and is_day(block[n - 1].text) else n for n in titles]
        bounds = sorted({0, len(block), *cuts})
        found += [block[a:b] for a, b in pairwise(bounds)]
    return found


def _heads_labels(block: Sequence[Line], n: int) -> bool:
    """Whether the line at *n* can be a title, and the one right below it says who speaks."""
    below = labelled(block[n + 1].text.strip())
    speaks = below and below.name == "people" and below.sure and below.value
    return bool(speaks) and may_be_title(block[n].text)


def _joined(blocks: Sequence[list[Line]]) -> list[list[Line]]:
    """*blocks* with a title that stands alone put to the labels below it, and a kind to its talk."""
    found: list[list[Line]] = []
    for block in blocks:
        above = found[-1] if found else []
        alone = len(above) == 1 and not is_day(above[0].text)
        of_kind = alone and len(block) > 1 and kind_named(above[0].text.strip())
        if alone and ((of_kind and _bills(block)) or _heads_labels([*above, *block], 0)):
            above += block
        else:
            found.append(list(block))
    return found


def _with_buttons(blocks: Sequence[list[Line]]) -> list[list[Line]]:
    """*blocks* with buttons that stand alone put to the block above that bills somebody."""
    found: list[list[Line]] = []
    free = 0
    for block in blocks:
        above = found[max(free, len(found) - _FARTHEST) :]
        if above and all(says_nothing(line.text.strip()[:_LONGEST]) for line in block):
            billing = next(filter(_bills, reversed(above)), None)
            if billing:
                billing += block
                free = len(found)
                continue
        found.append(list(block))
    return found


def _bills(block: Sequence[Line]) -> bool:
    """Whether one of the first lines below the first bills people."""
    labels = (labelled(line.text.strip()) for line in block[1:3])
    told = any(label and label.name in ("people", "moderator", "panelist") for label in labels)
    return told or any(who_speaks(line.text) for line in block[1:3])


def rooms_in(blocks: Sequence[list[Line]]) -> frozenset[str]:
    """The rooms of a programme whose *blocks* open with hours: what stands behind several hours and
    above a title, and what stands in several blocks below whoever speaks, or is called a room."""
    opening = [(block, agenda_line(block[0].text)) for block in blocks]
    timed = [block for block, slot in opening if slot or time_alone(block[0].text)]
    behind = [
        slot.what
        for block, slot in opening
        if slot and len(block) > 2 and not kind_named(slot.what)
        and may_be_title(block[1].text) and who_speaks(block[2].text)
    ]  # fmt: skip
    if len(set(behind)) == len(behind):
        behind = []
    else:
        behind += [
            slot.what for block, slot in opening if slot and len(block) > 1 and "|" in block[0].text
        ]
    shown = [[line.text.strip() for line in block[1:_LOOKED_AT]] for block in timed]
    often = Counter(text for texts in shown for text in texts)
    below = Counter(
        text
        for texts in shown
        for above, text in pairwise(texts)
        if often[text] >= _FEWEST and _may_be_room(text, above)
    )
    return frozenset([*behind, *(text for text in below if below[text] >= _FEWEST)])


def _may_be_room(text: str, above: str) -> bool:
    """Whether *text* is short and called a room, or stands below people or their place."""
    if len(text) > _LONGEST_ROOM or text[-1] in ".!?:" or labelled(text) or "," in text:
        return False
    placed = any(one.org or one.job for one in who_speaks(above))
    return bool(_ROOM.match(text)) or (placed and not who_speaks(text)) or bool(labelled(above))
