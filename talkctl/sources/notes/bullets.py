"""Items of lists: bullets and the lines of an agenda, and which lines below belong to each.

- Deep Water                     a bullet, also * + • 1. 2)
09:00 – 09:40  Deep Water        an hour opens an item as a bullet does
  - nested, or indented          belongs to the item above
> quoted right below             so does this, and an address alone
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.sources.grammar.agenda import agenda_line
from talkctl.sources.grammar.links import bare_address
from talkctl.sources.source import Line

BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?P<text>\S.*)$")
_TIMED = re.compile(r"(?P<indent>)(?P<text>\d.*)$")


def item_in(text: str) -> re.Match[str] | None:
    """A bullet, or a line that opens with an hour as bullets of an agenda do."""
    bullet = BULLET.match(text)
    if bullet:
        return bullet
    return _TIMED.match(text) if text[:1].isdigit() and agenda_line(text) else None


def outdented(text: str, block: Sequence[Line]) -> str:
    """*text* as deep as it stands below the first line of its block."""
    first = next((line.text for line in block if not line.blank), "")
    depth = len(first) - len(first.lstrip())
    return text[depth:] if text[:depth].isspace() or not depth else text.lstrip()


def end_of_item(lines: Sequence[Line], index: int) -> int:
    """Where the next line stands that is neither nested in nor continues the bullet at *index*."""
    end = index + 1
    while end < len(lines):
        text = lines[end].text
        nested = bool(text) and text[:1].isspace() and not text.isspace()
        across = (
            lines[end].blank
            and end + 1 < len(lines)
            and lines[end + 1].text[:2].isspace()
            and not lines[end + 1].blank
        )
        if not nested and not across:
            break
        end += 1
    while end < len(lines) and lines[end].text.startswith(">"):
        end += 1
    if end == index + 1 and end < len(lines) and bare_address(lines[end].text.strip("<> ")):
        end += 1
    return end
