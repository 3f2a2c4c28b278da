"""Lines that open the block of a talk below the agenda, or where there is none.

Abstract: Deep Water              the title of a slot said again, with a word for what follows
Deep Water                        or without, above a label or below an empty line
1. "Bells Below" – Hanna Roth     an entry of a list without times
Ropes at Sea                      a title right above ``Speaker: …``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talkctl.sources.grammar.billing import is_nobody
from talkctl.sources.grammar.kinds import take_kind
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.meetup.items import MOST_LISTED, Layout
from talkctl.sources.meetup.labels import (
    NUMBER_ALONE,
    bare,
    entry_of_list,
    label_name,
    label_of,
    plain,
    title_told_of,
)
from talkctl.sources.source import Line
from talkctl.text import key

_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s")
_DASH = re.compile(r"\s[-–—|]\s|:\s")
_OF_THE_HOUSE = re.compile(
    r"\b(?:hosts?|hosted|organi[sz]\w+|contact|sponsor\w*|venue|mc|brought|questions)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Here:
    """A line of the page with what stands around it."""

    lines: Sequence[Line]
    index: int
    text: str
    """Without marks and pictograms; empty if it is too long for anything but prose."""
    below_details: bool

    @property
    def line(self) -> Line:
        """The line as it stands."""
        return self.lines[self.index]

    @property
    def above(self) -> Line:
        """The line above, empty above the first."""
        return self.lines[self.index - 1] if self.index else Line(0, "")


def told_of(layout: Layout, text: str) -> str:
    """The title of an earlier slot that *text* heads the abstract of."""
    title = title_told_of(text) if layout.titles else None
    return title if title and layout.slot_titled(title) else ""


def labels_at(layout: Layout, here: Here) -> dict[str, str]:
    """What the line there says of the talk whose block it opens, if it opens one."""
    text = here.text
    if title := told_of(layout, text):
        return {"title": title}
    if (text and layout.aside != "site" and _repeated(layout, here)) or (
        here.below_details and _heads_a_speaker(layout, here)
    ):
        return {"title": (entry_of_list(text) if _NUMBER.match(text) else None) or text}
    if what := _next_in_list(layout, here):
        layout.current = None
        title, _, name = what.rpartition(" - ")
        if title and name[:1].isupper() and name.isalpha():
            return {"title": title, "speaker": name}
        return {} if is_nobody(what) else {"title": what}
    if not text or layout.aside or not here.below_details:
        return {}
    what = _untimed(layout, here)
    number = _NUMBER.match(text)
    if what and number:
        return {"title": what, "number": number["number"]}
    return {"title": what} if what else {}


def _heads_a_speaker(layout: Layout, here: Here) -> bool:
    """Whether the line there is a title with nothing but ``Speaker: …`` below it."""
    item, text = layout.current, here.text
    if layout.timed or layout.aside or not (item is None or "speaker" in item.labels):
        return False
    if not 0 < len(text) <= 150 or text.endswith((".", "!", ":")) or not here.above.blank:
        return False
    below = here.lines[here.index + 1 : here.index + 4]
    labels = [label_of(plain(line.text)) for line in below]
    names = [label_name(label) if label and label["value"] else "" for label in labels]
    return names[:1] == ["speaker"] and "title" not in names


def _repeated(layout: Layout, here: Here) -> bool:
    """Whether the line there says the title of an earlier slot again, above what is told of it."""
    text = here.text
    if not layout.titles or len(text) > 200:
        return False
    below = here.lines[here.index + 1 : here.index + 2]
    heads_block = here.above.blank and any(label_of(plain(line.text)) for line in below)
    if len(key(text).split()) < 2 and not text.endswith(":") and not heads_block:
        return False
    other = layout.slot_titled(text)
    return other is not None and layout.current is not other


def _next_in_list(layout: Layout, here: Here) -> str | None:
    """What stands behind the number that follows the one of the talk on the line above."""
    item = layout.current
    if item is None or item.slot or item.opening.number != here.above.number:
        return None
    first, second = _NUMBER.match(plain(item.opening.text)), _NUMBER.match(here.text)
    follows = first and second and int(second["number"]) == int(first["number"]) + 1
    return entry_of_list(here.text) if follows else None


def _untimed(layout: Layout, here: Here) -> str | None:
    """The title that an entry of a list of talks without times bears, people included."""
    if layout.timed or len(layout.items) > MOST_LISTED:
        return None
    lines, index, text = here.lines, here.index, here.text
    bullet = text if bare(here.line.text) != here.line.text.strip() else None
    listed = entry_of_list(text) or bullet
    what = listed or text
    above = next((line.text for line in reversed(lines[:index]) if not line.blank), "")
    if NUMBER_ALONE.fullmatch(plain(above)) and len(text) <= 160:
        return text
    first = here.above.blank or _is_bare_label(here.above.text)
    if len(what) > 160 or what.endswith((".", "!")) or (not listed and not first):
        return None
    told = index + 1 < len(lines) and not lines[index + 1].blank
    title = parse_title(what)
    certain = bool(title.credits) and title.title != title.raw and len(title.title.split()) > 1
    if listed:
        return what if certain else None
    billed = any(credit.org or credit.job for credit in title.credits)
    dressed = billed or what[0] in "\"“„«'" or take_kind(what)[1] or (told and _DASH.search(what))
    return what if certain and dressed and not _OF_THE_HOUSE.search(title.title) else None


def _is_bare_label(text: str) -> bool:
    """Whether *text* is ``First talk:`` or the like, above a title."""
    label = label_of(plain(text))
    return label is not None and not label["value"] and label_name(label) == "title"
