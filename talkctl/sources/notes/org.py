"""Notes in the outlines of Emacs' Org mode, as Markdown.

#+TITLE: KnotCon 2015                         # KnotCon 2015
* Monday 20 July                              ## Monday 20 July
** TODO Deep Water - Jane Doe     :rope:      ### Deep Water - Jane Doe
   - [[https://…][video]]                     - [video](https://…)
   SCHEDULED: <2015-07-20 Mon>                left out, as are drawers and other keywords
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.sources.source import Line

_HEADING = re.compile(
    r"(?P<stars>\*{1,5})\s+(?:(?:TODO|DONE|NEXT|WAITING|CANCELL?ED)\s+)?(?:\[#[A-Z]\]\s+)?"
    r"(?P<text>\S.*?)(?:\s+(?P<tags>:[\w@:%#-]+:))?\s*$"
)
_KEYWORD = re.compile(r"#\+(?P<name>\w+):\s*(?P<value>.*)$")
_LINK = re.compile(r"\[\[(?P<target>[^\[\]]{1,600})\](?:\[(?P<label>[^\[\]]{1,300})\])?\]")
_LEFT_OUT = re.compile(r"\s*(?::[A-Z_]{2,20}:|(?:SCHEDULED|DEADLINE|CLOSED):\s)")
_GLANCE = 500


def is_org(lines: Sequence[Line]) -> bool:
    """Whether *lines* are an outline of stars: with a title in Org's words, or several stars deep and
    no heading of Markdown."""
    texts = [line.text for line in lines[:_GLANCE]]
    stars = sum(text.startswith("** ") for text in texts)
    titled = any(text.upper().startswith("#+TITLE:") for text in texts[:20])
    return (titled or stars > 1) and not any(
        text.startswith(("# ", "## ", "```")) for text in texts
    )


def from_org(lines: Sequence[Line]) -> list[Line]:
    """The same *lines* in Markdown, each under its own number."""
    titled = any(line.text.upper().startswith("#+TITLE:") for line in lines[:_GLANCE])
    return [Line(line.number, _converted(line.text, 1 if titled else 0)) for line in lines]


def _converted(text: str, above: int) -> str:
    keyword = _KEYWORD.match(text)
    if keyword:
        return f"# {keyword['value']}" if keyword["name"].upper() == "TITLE" else ""
    if _LEFT_OUT.match(text):
        return ""
    text = _LINK.sub(lambda link: f"[{link['label'] or ''}]({link['target']})", text[:5000])
    heading = _HEADING.match(text)
    return f"{'#' * (len(heading['stars']) + above)} {heading['text']}" if heading else text
