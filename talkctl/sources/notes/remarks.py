"""What a note-taker writes under a heading: abstract, links, people, facts, and remarks.

> Quoted abstract, or one in a fence          the abstract, as long as no own remark stands above
Speaker: Jane Doe, Acme                       a person
*Jane Doe (Acme)*                             the same, first under the heading
2026-04-23 15:35 - 16:15 @ Hall 2             when and where
Room: Hall 2 | Track: Data | Level: beginner  facts
- [Slides](a.pdf) | [Video](https://…)        links and nothing else; so with Slides: https://…
### Abstract | Abstract: | ### Speaker        what follows is that
- a remark, with [a link](…) in it            a remark, and a link
  - nested below it                           part of that remark
A paragraph over                              one remark
several lines
NOTAS | ### TODO | ---                        left over from a template
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from talkctl.language import language
from talkctl.model import Link
from talkctl.sources.grammar.billing import is_person
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.facts import (
    Content,
    people_alone,
    room_alone,
    take_labelled,
    take_person,
    take_when,
)
from talkctl.sources.notes.headline import people_by_label
from talkctl.sources.notes.labels import all_labelled, name_of_label
from talkctl.sources.notes.linked import is_profile, named_links
from talkctl.sources.notes.markdown import (
    Fence,
    fence_language,
    links_in,
    plain_emphasis,
)
from talkctl.sources.source import Line

_QUOTE = re.compile(r"\s*>\s?(?P<text>.*)$")
_BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?P<text>\S.*)$")
_HEADING = re.compile(r" {0,3}#{1,6}\s*(?P<text>\S.*?)\s*#*$")
_IMAGE = re.compile(r"(?:[-*+]\s+)?(?:!\[[^\]]{0,300}\]\([^()]{0,1000}\)\s*)+$")
_PLACEHOLDER = re.compile(
    r"\W*(?:(?:mis |my |meine |speaker'?s? )?(?:notas?|notes?|notizen|apuntes)|todo|tbd|links?"
    r"|enlaces|resumen|abstract|recursos|resources?|n/?a|tba|details|メモ|笔记|筆記|ノート|资料"
    r"|資料|={3,}|-{3,}|\*{3,}|_{3,}|(?:[-*_] ?){3,})\W*$",
    re.IGNORECASE,
)
"""What a template leaves where its writer had nothing to say."""

_CODE = re.compile(
    r"^\s*(?:\$ |#!|def |class |import |from \w+ import|func |package |kubectl |<\w+|\{)|[;{}]\s*$|=>|==",
    re.M,
)
_TAGS = re.compile(r"#[\w-]+(?:\s+#[\w-]+)*")
_LINK_TOLD = re.compile(r"[^\W\d_]{4,12}:\s*<?https?://\S+$")
_LINKS_BEHIND = re.compile(
    r"(?:\s*[·|•/,–—-]\s*(?:\[(?:slides?|video|recording|deck|folien|vidéo|diapos?|code|talk)\]\([^()\s]{1,400}\)"
    r"|(?:slides?|video|recording|folien)\s*:\s*(?:tba|tbd|tbc|none|n/a|<?https?://\S{1,400})))+\s*$",
    re.IGNORECASE,
)
"""Behind the people of a byline links, or the word that there are none yet."""
_TOLD_OF_LINK = re.compile(
    r"(?P<said>\b(?:watch|vid|video|recording|recorded|slides)\b[^.!?:]{0,40}:?)\s+<?(?P<url>https?://[^\s<>]+)>?\W*$",
    re.IGNORECASE,
)
"""A remark that ends in where the recording or the slides are."""
_PROSE = ("", "text", "txt", "quote", "abstract", "markdown", "md", "plain")
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\]\s]{1,60}\]:\s*(?P<text>.*)$")
_DEFINITION = re.compile(r"\[[^\[\]^][^\[\]]{0,99}\]:\s*\S")
_LONGEST = 5000


def sort_content(lines: Sequence[Line], chapter: Chapter) -> Content:
    """*lines*, which stand under one heading, put where each belongs."""
    content = Content(chapter=chapter)
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
        elif quoted := None if content.notes else _QUOTE.match(line.text):
            _take_quoted(content, Line(line.number, quoted["text"]))
        elif line.blank:
            _end_of_paragraph(content, line)
        else:
            _take_own(content, line, before)
        before = line
    if fenced:
        _take_fence(content, fenced)
    _put_back_lists_of_people(content)
    return content


def _put_back_lists_of_people(content: Content) -> None:
    """Where one person stands below the other, nobody of them gives the talk."""
    if content.first and content.notes and not content.sure:
        following = Content(chapter=content.chapter)
        take_person(following, content.notes[0].split("\n")[0])
        beside = re.match(r"[^:]{4,40}: ", content.notes[0])
        if following.people or (beside and people_alone(beside[0].rstrip(": "))):
            content.people = ()
            content.notes.insert(0, content.first)


def _take_quoted(content: Content, line: Line) -> None:
    """Of a quotation the facts with which it opens, and the abstract that it is otherwise."""
    plain = plain_emphasis(line.text) if len(line.text) < _LONGEST else line.text
    opens = not any(not kept.blank for kept in content.abstract)
    if plain and opens and (
        take_labelled(content, plain, False)
        or take_when(content, plain)
        or (not content.people and take_person(content, line.text))
        or _take_links(content, line, plain)
    ):  # fmt: skip
        return
    content.abstract.append(line)


def _end_of_paragraph(content: Content, line: Line) -> None:
    if content.mode == "abstract":
        content.abstract.append(line)
        filled = any(not kept.blank for kept in content.abstract)
        if not content.by_heading and filled:
            content.mode = ""
    elif content.mode and not content.by_heading and content.mode != "people":
        content.mode = ""


def _take_fence(content: Content, lines: list[Line]) -> None:
    """Prose in a fence is the abstract, code is a remark."""
    last = lines[-1].text.strip()
    closed = len(lines) > 1 and len(last) >= 3 and not last.strip("`~")
    inside = lines[1:-1] if closed else lines[1:]
    text = "\n".join(line.text for line in inside)
    prose = fence_language(lines[0].text) in _PROSE and (
        not _CODE.search(text) or (language(text) is not None and len(_CODE.findall(text)) < 2)
    )
    if prose and not content.notes:
        content.abstract += [Line(lines[0].number, ""), *inside, Line(lines[-1].number, "")]
    else:
        content.notes.append("\n".join(line.text.rstrip() for line in lines))


class _Own(NamedTuple):
    """A line of the writer's own."""

    line: Line
    text: str
    """What stands behind its bullet, if it has one."""
    plain: str
    """The same without bold type."""
    bullet: bool
    nested: bool
    """It stands below a remark."""
    apart: bool
    """It opens a paragraph."""
    early: bool
    """Nobody is named yet, and nothing told."""


def _take_own(content: Content, line: Line, before: Line | None) -> None:
    """Put one line of the writer's own where it belongs: a link, a person, a fact, a remark."""
    bullet = _BULLET.match(line.text) if len(line.text) < _LONGEST else None
    text = (bullet["text"] if bullet else line.text).strip()
    own = _Own(
        line,
        text,
        plain=plain_emphasis(text) if len(text) < _LONGEST else text,
        bullet=bullet is not None,
        nested=bool(bullet and bullet["indent"] and content.notes),
        apart=before is None or before.blank,
        early=not (content.people or content.notes or content.abstract),
    )
    if not any(take(content, own) for take in _WAYS):
        _take_remark(content, own, before)


def _names_by_link(content: Content, text: str) -> bool:
    """Whether a line opens with a link in italics, or one to what somebody is called on a network."""
    links = links_in(text, content.chapter.references) if "](" in text[:200] else []
    if not links or len(text[: links[0].start].strip("*_ ")):
        return False
    return text[:1] in "*_" or is_profile(links[0].target)


def _take_byline(content: Content, own: _Own) -> bool:
    """Take people, and the links behind them on their line."""
    byline = _LINKS_BEHIND.sub("", own.text) if len(own.text) < 1000 else own.text
    linked = own.early and (byline != own.text or _names_by_link(content, own.text))
    if not linked or not take_person(content, byline, True):
        return False
    _take_links(content, own.line, own.text[len(byline) :].lstrip(" ·|•/,–—-"))
    content.first = own.text
    return True


def _take_heading(content: Content, own: _Own) -> bool:
    """Go into what a heading within a talk says that its chapter is."""
    heading = _HEADING.match(own.line.text) if len(own.line.text) < 200 else None
    if not heading:
        return False
    content.mode, content.by_heading = "", False
    name = name_of_label(plain_emphasis(heading["text"]))
    if name in ("abstract", "people", "bio"):
        content.mode, content.by_heading = name, True
    if content.mode or _is_placeholder(heading["text"]):
        content.placeholders.append(own.line)
    else:
        content.notes.append(own.line.text.strip())
    return True


def _leave_out(_content: Content, own: _Own) -> bool:
    """Leave out a picture, and where a reference link leads, as ``[1]: https://…``."""
    picture = len(own.text) < 1500 and _IMAGE.fullmatch(own.text)
    return bool(picture or _DEFINITION.match(own.text))


def _take_footnote(content: Content, own: _Own) -> bool:
    footnote = _FOOTNOTE.match(own.text[:_LONGEST])
    if footnote:
        content.notes.append(footnote["text"].strip() or own.text)
    return bool(footnote)


def _take_facts(content: Content, own: _Own) -> bool:
    taken = own.text[:1] != "|" and take_labelled(content, own.plain, own.nested)
    content.fact_lines += [own.line.number] if taken else []
    return taken


def _take_room(content: Content, own: _Own) -> bool:
    """Take the room that a line opens with, and what it says behind: nothing, tags, a label."""
    found = room_alone(own.plain) if not (own.nested or content.notes) else None
    room, rest = found or ("", "")
    tags = bool(_TAGS.fullmatch(rest))
    says_more = tags or _LINK_TOLD.match(rest) or all_labelled(rest)
    if not room or "room" in content.facts or (rest and not says_more):
        return False
    content.facts["room"] = room
    content.fact_lines.append(own.line.number)
    if tags:
        content.facts.setdefault("tags", rest)
    elif rest:
        _take_own(content, Line(own.line.number, rest), None)
    return True


def _take_line_of_links(content: Content, own: _Own) -> bool:
    alone = _take_links(content, own.line, own.plain)
    return alone and not (own.nested and bare_address(own.plain))


def _take_placeholder(content: Content, own: _Own) -> bool:
    left = _is_placeholder(own.plain)
    content.placeholders += [own.line] if left else []
    return left


def _take_hours(content: Content, own: _Own) -> bool:
    taken = not (own.nested or content.notes) and take_when(content, own.plain)
    content.fact_lines += [own.line.number] if taken else []
    return taken


def _take_first_person(content: Content, own: _Own) -> bool:
    if own.early and take_person(content, own.text, not own.bullet and own.apart):
        content.first = own.text
    return bool(own.early and content.people)


def _take_name(content: Content, own: _Own) -> bool:
    """Take the name that stands in a bullet of its own below the abstract."""
    expected = own.bullet and not own.nested and not content.people and bool(content.abstract)
    if not expected or len(content.notes) > 2 or len(own.plain.split()) > 3:
        return False
    if is_person(own.plain, content.chapter.known, first=True):
        content.people = people_by_label(own.plain)
    return bool(content.people)


def _take_remark(content: Content, own: _Own, before: Line | None) -> None:
    """Take a remark, or what goes on with one: nested below it, or in its paragraph."""
    ended = own.apart or (before and before.text.lstrip().startswith(("#", ">", "```", "~~~")))
    goes_on = own.nested if own.bullet else not ended
    goes_on = goes_on and bool(content.notes) and not content.notes[-1].startswith("#")
    text = own.line.text
    if goes_on:
        as_written = own.bullet or text[:1].isspace()
        content.notes[-1] += f"\n{text.rstrip() if as_written else own.text}"
    else:
        content.notes.append(own.text)


def _is_placeholder(text: str) -> bool:
    return len(text) <= 60 and text[:1] != "|" and bool(_PLACEHOLDER.match(text))


def _take_by_mode(content: Content, own: _Own) -> bool:
    """Take a line as what the heading or label above it says; whether it was that."""
    if content.mode == "people":
        named = content.chapter.words(own.text)
        people = people_by_label(named)
        if people and (content.by_heading or own.bullet) and len(named) <= 160:
            content.people += people
            content.sure = True
            return True
        if content.by_heading and content.people:
            content.bios.append(own.text)
            return True
    elif content.mode == "bio":
        content.bios.append(own.text)
        return True
    elif content.mode and (content.by_heading or not (own.bullet or all_labelled(own.text))):
        text = own.line.text.rstrip() if own.bullet else own.text
        content.abstract.append(Line(own.line.number, text))
        return True
    content.mode = ""
    return False


_WAYS = (
    _take_heading,
    _leave_out,
    _take_footnote,
    _take_by_mode,
    _take_facts,
    _take_room,
    _take_byline,
    _take_line_of_links,
    _take_placeholder,
    _take_hours,
    _take_first_person,
    _take_name,
)
"""What a line of the writer's own may be, in the order in which it is tried; else it is a remark."""


def _take_links(content: Content, line: Line, text: str) -> bool:
    """Take the links of a line; whether it holds nothing else."""
    links, alone = named_links(text, content.chapter.references)
    said = _TOLD_OF_LINK.search(text) if not alone and len(text) < _LONGEST else None
    if said and kind_of_link(said["said"], "") in ("video", "slides"):
        _take_link(content, line, said["said"], said["url"], False)
    if alone or any(link.label for _, link in links):
        for label, link in links:
            _take_link(content, line, f"{label} {link.label}".strip(), link.target, alone)
    return alone


def _take_link(content: Content, line: Line, label: str, target: str, alone: bool) -> None:
    url = repair_address(target)
    if url and not target.startswith("#"):
        content.links.append(Link(kind_of_link(label, url), url, target))
    elif alone:
        content.broken.append(line)
