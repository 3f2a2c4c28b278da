"""Items of lists: bullets and the lines of an agenda, and which lines below belong to each.

- Deep Water                     a bullet, also * + • 1. 2)
09:00 – 09:40  Deep Water        an hour opens an item as a bullet does
  - nested, or indented          belongs to the item above
> quoted right below             so does this, and an address alone
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.model import INTERLUDES
from talkctl.sources.grammar.agenda import agenda_line, without_hour
from talkctl.sources.grammar.links import bare_address
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.dressed import read_line
from talkctl.sources.notes.headline import read_headline
from talkctl.sources.notes.tails import remark_behind
from talkctl.sources.source import Line

BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?P<text>\S.*)$")
_TIMED = re.compile(r"(?P<indent>)(?P<text>\d.*)$")


def item_in(text: str) -> re.Match[str] | None:
    """A bullet, or a line that opens with an hour as bullets of an agenda do."""
    bullet = BULLET.match(text)
    if bullet:
        return bullet
    return _TIMED.match(text) if text[:1].isdigit() and agenda_line(text) else None


def outdented(block: Sequence[Line]) -> list[Line]:
    """The lines of *block*, each as deep as it stands below the first."""
    first = next((line.text for line in block if not line.blank), "")
    depth = len(first) - len(first.lstrip())
    return [
        Line(number, text[depth:] if text[:depth].isspace() or not depth else text.lstrip())
        for number, text in block
    ]


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


def is_contents(text: str, chapter: Chapter) -> bool:
    """Whether a bullet only leads to a heading of the same page."""
    bullet = BULLET.match(text) if "](#" in text else None
    return bool(bullet) and all(link.target.startswith("#") for link in chapter.plain(text)[1])


def bills_throughout(lines: Sequence[Line], chapter: Chapter) -> bool:
    """Whether most bullets of a list bill somebody, so that it is a list of talks."""
    tops = [
        line.text
        for line in lines[:2000]
        if line.text[:1] in "-*+•0123456789" and item_in(line.text)
    ]
    billed, others = 0, 0
    for text in tops[:40]:
        top = item_in(text)
        raw = top["text"] if top else text
        plain = chapter.words(raw)
        remarked = remark_behind(plain, chapter.known)
        plain = remarked["head"] if remarked else plain
        title = read_line(raw, without_hour(plain), chapter.known)
        billed += bool(title.credits) and title.title != plain
        others += not title.credits and title.kind not in INTERLUDES
    return billed >= 2 and billed > others


def with_remarks_nested(lines: Sequence[Line], chapter: Chapter) -> Sequence[Line]:
    """*lines* of which those behind one mark bill people and those behind the other, right below,
    nobody: then the latter are what somebody remarks on the former."""
    marks = {line.text[:2] for line in lines if line.text[:2] in ("* ", "- ")}
    if len(marks) < 2:
        return lines
    for outer, inner in (("* ", "- "), ("- ", "* ")):
        tops = [line for line in lines if line.text.startswith(outer)]
        others = [line for line in lines if line.text.startswith(inner)]
        if bills_throughout(tops, chapter) and not any(
            read_headline(line.text[2:], chapter.known).credits for line in others[:40]
        ):
            return [
                Line(line.number, f"  {line.text}") if line.text.startswith(inner) else line
                for line in lines
            ]
    return lines
