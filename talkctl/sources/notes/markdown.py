"""The structure of Markdown as people write it: headings, fences, bullets, links.

# Heading ##   #Heading      headings, with or without blank and closing marks
Heading                      … or underlined with === or ---
=======
``` or ~~~                   fences; what stands in them is no heading and no bullet
[label](target "title")      links, also [label][1] with [1]: target, and <target>
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.sources.grammar.links import repair_address
from talkctl.sources.source import Line

_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<text>\S.*)|(?P<tight>[^\W\d_].*\s.*))$")
_CLOSING_MARKS = re.compile(r"\s+#+\s*$")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>=|-)(?P=mark){2,}\s*$")
_FENCE = re.compile(r"\s*(?:[-*+]\s+)?(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
_NO_PARAGRAPH = re.compile(r"\s*(?:[-*+>#|]|\d+[.)]\s|`{3}|~{3})|\s*$| {4}")
_REFERENCE = re.compile(r" {0,3}\[(?P<name>[^\[\]^][^\[\]]{0,99})\]:\s*(?P<target>\S.*)$")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<label>[^\[\]]{0,500}(?:\[[^\[\]]{0,80}\][^\[\]]{0,200})?)\]"
)
_AUTOLINK = re.compile(r"<(?P<target>[^<>]{4,500})>")
_TARGET_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_IMAGE = re.compile(r"!\[(?P<text>[^\[\]]{0,300})\](?:\([^()\n]{0,1000}\))?")
_EMPHASIS = re.compile(
    r"(?<![\w*_`])(?P<mark>[*_])(?=\S)(?P<text>[^*_]{1,300}?)(?<=\S)(?P=mark)(?![\w*_])"
)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\](?!:)")
_LONGEST = 5000


@dataclass(slots=True)
class Section:
    """A heading with what stands under it, down to the next heading of any depth."""

    heading: Line
    text: str
    depth: int
    lines: list[Line] = field(default_factory=list)
    underline: int | None = None


@dataclass(frozen=True, slots=True)
class Markup:
    """A link as it stands in a line: from where to where, its label and its target."""

    start: int
    end: int
    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page cut at its headings."""

    preamble: tuple[Line, ...]
    sections: tuple[Section, ...]
    references: dict[str, str]


@dataclass(slots=True)
class Fence:
    """Whether one is within a fence, line by line."""

    mark: str = ""

    def takes(self, text: str) -> str | None:
        """``open``, ``close`` or ``inside`` if *text* belongs to a fence, else ``None``."""
        found = _FENCE.match(text) if len(text) < _LONGEST else None
        if self.mark:
            if found and found["mark"].startswith(self.mark) and not found["info"].strip():
                self.mark = ""
                return "close"
            return "inside"
        if not found:
            return None
        self.mark = found["mark"]
        return "open"


def fence_language(text: str) -> str:
    """What an opening fence says about its contents: ``python``, ``text``, nothing."""
    found = _FENCE.match(text)
    return found["info"].strip().lower() if found else ""


def read_page(lines: Sequence[Line]) -> Page:
    """*lines*, which have no front matter, as what stands above the first heading, and sections."""
    sections: list[Section] = []
    preamble: list[Line] = []
    references: dict[str, str] = {}
    fence = Fence()
    closers = _last_fences(lines)
    for index, line in enumerate(lines):
        if not line.text:
            (sections[-1].lines if sections else preamble).append(line)
            continue
        heading = _atx(line) if not fence.mark or closers.get(fence.mark[0], -1) < index else None
        if heading and fence.mark:
            fence.mark = ""
        fenced = None if heading else fence.takes(line.text)
        reference = (
            _REFERENCE.match(line.text) if not fenced and len(line.text) < _LONGEST else None
        )
        if reference:
            references[reference["name"].lower()] = bare_target(reference["target"])
        below = sections[-1].lines if sections else preamble
        depth = None if fenced or heading else _underlined(lines, index, below)
        if heading:
            sections.append(heading)
        elif depth:
            titled = below.pop()
            sections.append(Section(titled, titled.text.strip(), depth, [], line.number))
        else:
            below.append(line)
    return Page(tuple(preamble), tuple(sections), references)


def _atx(line: Line) -> Section | None:
    found = _ATX.match(line.text) if len(line.text) < _LONGEST else None
    if not found:
        return None
    text = _CLOSING_MARKS.sub("", (found["text"] or found["tight"]).strip())
    tight_is_tag = found["tight"] and len(found["marks"]) == 1 and not text[0].isupper()
    return None if tight_is_tag or not text else Section(line, text, len(found["marks"]))


def _underlined(lines: Sequence[Line], index: int, above: list[Line]) -> int | None:
    """The depth of the heading that the line at *index* underlines, if it underlines one."""
    found = _UNDERLINE.match(lines[index].text[:300])
    if not found or not above or index == 0 or above[-1] is not lines[index - 1]:
        return None
    if _NO_PARAGRAPH.match(above[-1].text) or len(above[-1].text) > 300:
        return None
    if len(above) > 1 and not above[-2].blank:
        return None
    return 1 if found["mark"] == "=" else 2


def _last_fences(lines: Sequence[Line]) -> dict[str, int]:
    """Where the last line stands that could close a fence of either kind."""
    last: dict[str, int] = {}
    for index, line in enumerate(lines):
        found = _FENCE.match(line.text) if "``" in line.text or "~~" in line.text else None
        if found and not found["info"].strip():
            last[found["mark"][0]] = index
    return last


def links_in(text: str, references: dict[str, str]) -> list[Markup]:
    """The links that *text* marks up, in its order; images are none."""
    found: list[Markup] = []
    if len(text) > _LONGEST:
        return found
    position = 0
    while link := _LINK.search(text, position):
        position = link.end()
        end, target = _target(text, link, references)
        if target is not None:
            position = end
            if not link["image"]:
                label = _IMAGE.sub(r"\g<text>", link["label"]).strip()
                found.append(Markup(link.start(), end, label, target))
    for auto in _AUTOLINK.finditer(text):
        inside = any(link.start <= auto.start() < link.end for link in found)
        url = repair_address(auto["target"]) or ""
        if not inside and url.startswith("http"):
            found.append(Markup(auto.start(), auto.end(), "", auto["target"].strip()))
    return sorted(found, key=lambda link: link.start)


def _target(text: str, link: re.Match[str], references: dict[str, str]) -> tuple[int, str | None]:
    """Where the link ends and what it leads to."""
    end = link.end()
    if text.startswith("(", end):
        close = _closing(text, end)
        return close + 1, bare_target(text[end + 1 : close]) if close > 0 else None
    second = re.compile(r" ?\[([^\[\]]{0,100})\]").match(text, end)
    name = (second[1] if second and second[1] else link["label"]).lower()
    return (second.end() if second else end), references.get(name)


def _closing(text: str, opening: int) -> int:
    """Where the bracket that opens at *opening* closes; with one too many open, the last there is."""
    last = text.rfind(")")
    depth = 0
    for index in range(opening, last + 1):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return index
    return last if last > opening else -1


def bare_target(target: str) -> str:
    """The target of a link without its title and angle brackets."""
    target = _TARGET_TITLE.sub("", target.strip()[:_LONGEST])
    return target.strip().removeprefix("<").removesuffix(">").strip()


def without_markup(text: str, references: dict[str, str]) -> tuple[str, list[Markup]]:
    """*text* with links replaced by their labels and without emphasis, and the links."""
    links = links_in(text, references)
    parts, position = [], 0
    for link in links:
        parts += [text[position : link.start], link.label]
        position = link.end
    plain = "".join([*parts, text[position:]])
    if len(plain) <= _LONGEST:
        if "[" in plain:
            plain = _FOOTNOTE_MARK.sub("", _IMAGE.sub("", plain))
        plain = _EMPHASIS.sub(r"\g<text>", plain.replace("~~", ""))
    return plain_emphasis(plain), links


def plain_emphasis(text: str) -> str:
    """*text* without the marks of bold type, and of italics around the whole."""
    text = text.replace("**", "").replace("__", "").strip()
    if len(text) > 2 and text[0] == text[-1] and text[0] in "*_" and text.count(text[0]) == 2:
        text = text[1:-1]
    return text.strip()
