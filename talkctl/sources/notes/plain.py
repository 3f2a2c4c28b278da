"""Notes in plain text, whose headings only their place on the page shows.

Notes on KnotCon                          on top, above the days on which it was
=== FRIDAY, 4 May ===                     a day between signs
====== / KnotCon 2018 / ======            an event between rules, one line each
9:00-9:45 Deep Water (Jane Doe), Hall 2   flush left behind an hour, above bullets or indented lines
"Deep Water" by Jane Doe (Acme)           so in quotation marks, perhaps going on on the next line
In the evening there was a boat.          flush left among these, and about no talk
To do:                                    the end of the talks
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.sources.grammar.agenda import agenda_line
from talkctl.sources.grammar.days import names_span
from talkctl.sources.notes.bullets import outdented
from talkctl.sources.source import Line, paragraphs

_MARKED = re.compile(
    r"\s{0,3}(?P<sign>[=~*+-])(?P=sign){1,9}\s+(?P<text>\S.{1,80}?)\s+(?P=sign){2,10}\s*$"
)
_QUOTED = re.compile(
    r"(?:(?P<kind>[^\W\d_]+(?: talk)?):?\s+)?"
    r"(?P<title>[\"“„«].{3,200}[\"”“»],?\s+(?:by|von|par|por|de)\s.+)$",
    re.IGNORECASE,
)
_BELOW = re.compile(r"(?:\s{1,8}\S|[-*+•]\s)")
_UNDERLINE = re.compile(r"[-=~]{3,}\s*$")
_HEADER = re.compile(r"(?P<name>[A-Z][\w-]{1,14}):\s+(?P<value>\S.*)$")
_FEWEST = 2
_MOST_ROWS = 3


def with_plain_headings(lines: Sequence[Line]) -> Sequence[Line]:
    """*lines* with marks on those that are headings by their place, and without those that stand
    among talks and belong to none; as they are, where a page has headings of its own."""
    blocks = paragraphs(lines)
    if any(line.text.startswith("#") for line in lines):
        return lines
    heads = {block[0].number: head for block in blocks if (head := _head(block))}
    if len(heads) < _FEWEST:
        return lines
    found: list[Line] = []
    first = min(heads)
    for block in blocks:
        found += [*_marked(block, heads.get(block[0].number), block[0].number > first)]
        found.append(Line(block[-1].number + 1, ""))
    return [*_on_top(blocks[0]), *found[len(blocks[0]) :]]


def _head(block: Sequence[Line]) -> tuple[str, int] | None:
    """The heading of a talk with which *block* opens, and how many lines it takes."""
    rows = next((n for n, line in enumerate(block) if n and _BELOW.match(line.text)), len(block))
    if _BELOW.match(block[0].text) or rows > _MOST_ROWS:
        return None
    text = " ".join(line.text.strip() for line in block[:rows])
    quoted = _QUOTED.match(text)
    if quoted and rows < len(block):
        return f"{quoted['kind']}: {quoted['title']}" if quoted["kind"] else quoted["title"], rows
    return (text, rows) if rows == 1 and agenda_line(text) else None


def _marked(block: Sequence[Line], head: tuple[str, int] | None, below: bool) -> list[Line]:
    """*block* with a mark on its heading; *below* the first talk without what heads nothing."""
    line = block[0]
    if head:
        text, rows = head
        blank = [Line(one.number, "") for one in block[1:rows]]
        return [Line(line.number, f"### {text}"), *blank, *outdented(block[rows:])]
    marked = _MARKED.match(line.text)
    if marked or (below and line.text.rstrip().endswith(":") and not _BELOW.match(line.text)):
        text = marked["text"] if marked else line.text.strip()
        return [Line(line.number, f"## {text}"), *block[1:]]
    if _is_boxed(block):
        rules = (block[0].number, block[-1].number)
        kept = [Line(one.number, "" if one.number in rules else one.text) for one in block]
        return [kept[0], Line(kept[1].number, f"# {kept[1].text.strip()}"), *kept[2:]]
    underlined = len(block) > 1 and _UNDERLINE.match(block[1].text)
    if underlined:
        return [line, Line(block[1].number, "---"), *block[2:]]
    flush = below and not _BELOW.match(line.text)
    return [Line(one.number, "") for one in block] if flush else list(block)


def _is_boxed(block: Sequence[Line]) -> bool:
    """Whether *block* is an event between two rules, perhaps with its days below."""
    first, last = block[0].text.strip(), block[-1].text.strip()
    return len(block) in (3, 4) and first == last and _UNDERLINE.match(first) is not None


def _on_top(block: Sequence[Line]) -> list[Line]:
    """The first paragraph, with a mark on the line that names the event: the subject of a letter, or
    the line above the days on which it was."""
    headers = [_HEADER.match(line.text) for line in block]
    if all(headers):
        return [
            Line(line.number, f"# {header['value']}" if header["name"] == "Subject" else "")
            for line, header in zip(block, headers, strict=True)
            if header
        ]
    days = len(block) > 1 and any(names_span(line.text) for line in block[:2])
    return (
        [Line(block[0].number, f"# {block[0].text.strip()}"), *block[1:]] if days else list(block)
    )
