"""What a note-taker writes under a heading: abstract, links, people, facts, and remarks.

> Quoted abstract, or one in a fence          the abstract, as long as no own remark stands above
Speaker: Jane Doe, Acme                       a person
Room: Hall 2 | Track: Data | Level: beginner  facts
- [Slides](a.pdf) | [Video](https://…)        links and nothing else; so with Slides: https://…
- a remark, with [a link](…) in it            a remark, and a link
  - nested below it                           part of that remark
A paragraph over                              one remark
several lines
NOTAS | ### TODO                              left over from a template
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.language import language
from talkctl.model import Credit, Link
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bylines import billed_by_label, take_person_alone
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.notes.markdown import (
    Fence,
    Markup,
    fence_language,
    links_in,
    plain_emphasis,
    without_markup,
)
from talkctl.sources.source import Line
from talkctl.text import fold

_QUOTE = re.compile(r"\s*>\s?(?P<text>.*)$")
_BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?P<text>\S.*)$")
_PEOPLE = re.compile(
    r"(?:speakers?|authors?|presenters?|presented by|by|with|who|ponentes?|palestrantes?|orateur(?:s|rices?)?"
    r"|intervenante?s?|sprecher(?:in|innen)?|referent(?:in|en|innen)?|vortragende[rn]?|spreker"
    r"|orador(?:es|a|as)?|autor(?:es|a|as|in)?|auteure?s?|talare|relator[ei])"
    r"(?:\s?#?\d)?\s*:\s*(?P<people>\S.*)$",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"(?P<label>room|raum|saal|salle|sala|where|track|level|niveau|nivel|abstract|description)"
    r"\s*:\s*(?P<value>\S.*)?$",
    re.IGNORECASE,
)
_FACTS = {
    "room": "room", "raum": "room", "saal": "room", "salle": "room", "sala": "room",
    "where": "room", "track": "track", "level": "level", "niveau": "level", "nivel": "level",
    "abstract": "abstract", "description": "abstract",
}  # fmt: skip
_PLACEHOLDER = re.compile(
    r"\W*(?:mis |my |meine )?(?:notas?|notes?|notizen|apuntes|todo|tbd|links?|enlaces|resumen|abstract"
    r"|recursos|resources?|n/?a|-{3,}|\*{3,}|_{3,})\W*$",
    re.IGNORECASE,
)
"""What a template leaves where its writer had nothing to say."""

_BETWEEN_LINKS = re.compile(r"[\s|,;:/·•&+()\[\]–—-]+")
_JOINTS = frozenset("and und et y e or the the in at on to for from as my".split())
_LABELS_OF_LINKS = frozenset(
    "slide slides deck video videos youtube recording watch link links slideshare speakerdeck folien"
    " aufzeichnung diapositivas diapositives grabacion apresentacao gravacao code repo github pdf"
    " presentation presentacion paper resources more info page website sched vimeo audio".split()
)
_CODE = re.compile(
    r"^\s*(?:\$ |#!|def |class |import |from \w+ import|func |package |kubectl |<\w+|\{)|[;{}]\s*$|=>|==",
    re.M,
)
_PROSE = ("", "text", "txt", "quote", "abstract", "markdown", "md", "plain")
_LONGEST = 5000


@dataclass(slots=True)
class Content:
    """What stands under one heading, sorted."""

    abstract: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    people: tuple[Credit, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    broken: list[Line] = field(default_factory=list)
    placeholders: list[Line] = field(default_factory=list)
    last: int = 0

    def shows(self) -> bool:
        """Whether slides or a recording are linked."""
        return any(link.kind in ("video", "slides") for link in self.links)

    def says(self) -> bool:
        """Whether anything stands there at all."""
        return bool(self.abstract or self.links or self.notes or self.people)


def sort_content(lines: Sequence[Line], references: dict[str, str]) -> Content:
    """*lines*, which stand under one heading, put where each belongs."""
    content = Content()
    fence, fenced = Fence(), list[Line]()
    before: Line | None = None
    for line in lines:
        if not line.blank:
            content.last = line.number
        taken = fence.takes(line.text)
        if taken:
            fenced.append(line)
            if taken == "close":
                _take_fence(content, fenced)
                fenced = []
        elif quoted := _quoted(content, line):
            content.abstract.append(Line(line.number, quoted["text"]))
        elif not line.blank:
            _take_own(content, line, before, references)
        before = line
    if fenced:
        _take_fence(content, fenced)
    return content


def _quoted(content: Content, line: Line) -> re.Match[str] | None:
    return None if content.notes else _QUOTE.match(line.text)


def _take_fence(content: Content, lines: list[Line]) -> None:
    """Prose in a fence is the abstract, code is a remark."""
    inside = lines[1:-1] if len(lines) > 1 and _is_mark(lines[-1]) else lines[1:]
    text = "\n".join(line.text for line in inside)
    prose = fence_language(lines[0].text) in _PROSE and (
        not _CODE.search(text) or (language(text) is not None and len(_CODE.findall(text)) < 2)
    )
    if prose and not content.notes:
        content.abstract += [Line(lines[0].number, ""), *inside, Line(lines[-1].number, "")]
    else:
        content.notes.append("\n".join(line.text.rstrip() for line in lines))


def _is_mark(line: Line) -> bool:
    return line.text.strip().strip("`~") == "" and len(line.text.strip()) >= 3


def _take_own(
    content: Content, line: Line, before: Line | None, references: dict[str, str]
) -> None:
    """Put one line of the writer's own where it belongs: a link, a person, a fact, a remark."""
    bullet = _BULLET.match(line.text) if len(line.text) < _LONGEST else None
    text = bullet["text"].strip() if bullet else line.text.strip()
    plain = plain_emphasis(text) if len(text) < _LONGEST else text
    people = _PEOPLE.match(plain[:1000])
    fact = _FACT.match(plain[:1000])
    nested = bool(bullet and bullet["indent"] and content.notes)
    credits = _people(people, references) if people and not nested else ()
    if _is_definition(text):
        return
    alone = _take_links(content, line, plain, references)
    if alone and not (nested and bare_address(plain)):
        return
    if _take_label(content, line, plain, fact):
        return
    if credits:
        content.people += credits
    elif not content.says() and (first := _person_first(plain)):
        content.people = first
    elif _continues(bullet, before, content):
        content.notes[-1] += f"\n{line.text.rstrip() if bullet or _indented(line) else text}"
    else:
        content.notes.append(text)


def _people(label: re.Match[str], references: dict[str, str]) -> tuple[Credit, ...]:
    named = without_markup(label["people"], references)[0]
    return billed_by_label(named, label[0].split(":")[0].strip().lower().endswith("s"))


def _is_definition(text: str) -> bool:
    """Whether *text* is where a reference link leads, as ``[1]: https://…``."""
    return bool(re.match(r"\[[^\[\]]{1,100}\]:\s*\S", text))


def _indented(line: Line) -> bool:
    return line.text[:1].isspace()


def _take_links(content: Content, line: Line, text: str, references: dict[str, str]) -> bool:
    """Take the links of a line; whether it holds nothing else."""
    links = links_in(text, references) or _bare_links(text)
    gaps, position = [], 0
    for link in links:
        gaps.append(text[position : link.start])
        position = link.end
    labels = [_label_of_links(gap) for gap in (*gaps, text[position:])]
    alone = bool(links) and None not in labels
    if alone or any(link.label for link in links):
        for link, label in zip(links, labels, strict=False):
            _take_link(content, line, link.label or label or "", link.target, alone)
    return alone


def _bare_links(text: str) -> list[Markup]:
    """Addresses that stand in *text* without any markup."""
    if len(text) > 1000:
        return []
    return [
        Markup(word.start(), word.end(), "", word[0])
        for word in re.finditer(r"\S+", text)
        if bare_address(word[0])
    ]


def _label_of_links(gap: str) -> str | None:
    """What names the link behind *gap*: nothing, a word for slides or the like, or ``None`` if
    the line says more than that."""
    words = [word for word in _BETWEEN_LINKS.split(fold(gap)) if word and word not in _JOINTS]
    if not words:
        return ""
    return " ".join(words) if len(words) <= 4 and _LABELS_OF_LINKS.intersection(words) else None


def _take_link(content: Content, line: Line, label: str, target: str, alone: bool) -> None:
    url = repair_address(target)
    if url:
        content.links.append(Link(kind_of_link(label, url), url, target))
    elif alone:
        content.broken.append(line)


def _take_label(content: Content, line: Line, text: str, fact: re.Match[str] | None) -> bool:
    """Take what a template or a label says; whether *text* was such a line."""
    if fact and (name := _FACTS[fact["label"].lower()]):
        value = (fact["value"] or "").strip()
        if name == "abstract" and not content.notes:
            content.abstract.append(Line(line.number, value))
            return True
        if value and name != "abstract" and len(value) <= 80 and name not in content.facts:
            content.facts[name] = value
            return True
    if _PLACEHOLDER.match(text[:60]) and len(text) <= 60:
        content.placeholders.append(line)
        return True
    return False


def _person_first(text: str) -> tuple[Credit, ...]:
    """Who speaks, where the first thing under a heading is ``Jane Doe (Acme)``."""
    if len(text) > 120 or text.endswith((".", ":", "?", "!")):
        return ()
    return take_person_alone(text, Known())


def _continues(bullet: re.Match[str] | None, before: Line | None, content: Content) -> bool:
    """Whether *line* goes on with the last remark: nested below it, or in its paragraph."""
    if not content.notes:
        return False
    if bullet:
        return bool(bullet["indent"])
    return before is not None and not before.blank and not _ends_paragraph(before)


def _ends_paragraph(line: Line) -> bool:
    return line.text.lstrip().startswith(("#", ">", "```", "~~~"))
