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
from talkctl.sources.notes.linked import is_profile
from talkctl.sources.notes.markdown import (
    Fence,
    Markup,
    fence_language,
    links_in,
    plain_emphasis,
)
from talkctl.sources.source import Line
from talkctl.text import fold

_QUOTE = re.compile(r"\s*>\s?(?P<text>.*)$")
_BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?P<text>\S.*)$")
_HEADING = re.compile(r" {0,3}#{1,6}\s*(?P<text>\S.*?)\s*#*$")
_IMAGE = re.compile(r"(?:[-*+]\s+)?(?:!\[[^\]]{0,300}\]\([^()]{0,1000}\)\s*)+$")
_PLACEHOLDER = re.compile(
    r"\W*(?:(?:mis |my |meine |speaker'?s? )?(?:notas?|notes?|notizen|apuntes)|todo|tbd|links?"
    r"|enlaces|resumen"
    r"|abstract|recursos|resources?|n/?a|tba|details|メモ|笔记|筆記|ノート|资料|資料|={3,}"
    r"|-{3,}|\*{3,}|_{3,}"
    r"|(?:[-*_] ?){3,})\W*$",
    re.IGNORECASE,
)
"""What a template leaves where its writer had nothing to say."""

_BETWEEN_LINKS = re.compile(r"[\s|,;:/·•&+()\[\]–—：、／｜-]+")
_JOINTS = frozenset("and und et y e or the the in at on to for from as my here link watch".split())
_LABELS_OF_LINKS = frozenset(
    fold(word)
    for word in "vid yt rec"
    " slide slides deck slidedeck video videos youtube recording recordings watch link links"
    " slideshare speakerdeck folien aufzeichnung mitschnitt diapositivas diapositivos"
    " diapositives grabacion"
    " apresentacao gravacao laminas code repo repository github gitlab pdf ppt pptx"
    " presentation presentacion"
    " paper resources materials material handout demo more info page website sched schedule"
    " vimeo audio podcast"
    " transparents support transparencias enregistrement captation lien liens enlace enlaces"
    " slajdy blog talk"
    " twitter url web details session 幻灯片 簡報 简报 投影片 课件 スライド 資料 资料 発表資料"
    " 音声 音频 動画 ビデオ 録画 視頻"
    " 视频 影片 录像 錄影 回放 共筆 議程 议程 代码 源码 슬라이드 영상 слайды видео презентация запись".split()
)
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
        elif quoted := _quoted(content, line):
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


def _quoted(content: Content, line: Line) -> re.Match[str] | None:
    return None if content.notes else _QUOTE.match(line.text)


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


def _take_own(content: Content, line: Line, before: Line | None) -> None:
    """Put one line of the writer's own where it belongs: a link, a person, a fact, a remark."""
    heading = _HEADING.match(line.text) if len(line.text) < 200 else None
    if heading:
        _take_heading(content, line, heading["text"])
        return
    bullet = _BULLET.match(line.text) if len(line.text) < _LONGEST else None
    text = bullet["text"].strip() if bullet else line.text.strip()
    plain = plain_emphasis(text) if len(text) < _LONGEST else text
    nested = bool(bullet and bullet["indent"] and content.notes)
    if _is_definition(text) or (len(text) < 1500 and _IMAGE.fullmatch(text)):
        return
    if footnote := _FOOTNOTE.match(text[:_LONGEST]):
        content.notes.append(footnote["text"].strip() or text)
        return
    if content.mode and _take_by_mode(content, line, bullet, text):
        return
    if text[:1] != "|" and take_labelled(content, plain, nested):
        content.fact_lines.append(line.number)
        return
    room, rest = (not (nested or content.notes) and room_alone(plain)) or ("", "")
    if room and "room" not in content.facts and _opens_facts(rest):
        content.facts["room"] = room
        content.fact_lines.append(line.number)
        if _TAGS.fullmatch(rest):
            content.facts.setdefault("tags", rest)
        elif rest:
            _take_own(content, Line(line.number, rest), before)
        return
    first = not content.people and not content.notes and not content.abstract
    if first and _names_by_link(content, text) and _take_byline(content, line, text):
        return
    alone = _take_links(content, line, plain)
    if alone and not (nested and bare_address(plain)):
        return
    if _is_placeholder(plain):
        content.placeholders.append(line)
        return
    if not nested and not content.notes and take_when(content, plain):
        content.fact_lines.append(line.number)
        return
    first = not content.people and not content.notes and not content.abstract
    if first and _take_byline(content, line, text):
        return
    early = bool(bullet) and not nested and not content.people and len(content.notes) <= 2
    if first and take_person(content, text, not bullet and (before is None or before.blank)):
        content.first = text
        return
    named = early and not first and bool(content.abstract) and len(plain.split()) <= 3
    if named and is_person(plain, content.chapter.known, first=True):
        content.people = people_by_label(plain)
        return
    if _continues(bullet, before, content):
        content.notes[-1] += f"\n{line.text.rstrip() if bullet or _indented(line) else text}"
    else:
        content.notes.append(text)


def _names_by_link(content: Content, text: str) -> bool:
    """Whether a line opens with a link in italics, or one to what somebody is called on a network."""
    links = links_in(text, content.chapter.references) if "](" in text[:200] else []
    if not links or len(text[: links[0].start].strip("*_ ")):
        return False
    return text[:1] in "*_" or is_profile(links[0].target)


def _take_byline(content: Content, line: Line, text: str) -> bool:
    """Take people, and the links behind them on their line."""
    byline = _LINKS_BEHIND.sub("", text) if len(text) < 1000 else text
    linked = byline != text or _names_by_link(content, text)
    if not linked or not take_person(content, byline, True):
        return False
    _take_links(content, line, text[len(byline) :].lstrip(" ·|•/,–—-"))
    content.first = text
    return True


def _opens_facts(rest: str) -> bool:
    """Whether what stands behind a room says more of the talk: nothing, tags, a label."""
    return not rest or bool(_TAGS.fullmatch(rest) or _LINK_TOLD.match(rest) or all_labelled(rest))


def _take_heading(content: Content, line: Line, text: str) -> None:
    """Go into what a heading within a talk says that its chapter is."""
    content.mode, content.by_heading = "", False
    name = name_of_label(plain_emphasis(text))
    if name in ("abstract", "people", "bio"):
        content.mode, content.by_heading = name, True
        content.placeholders.append(line)
        return
    if _is_placeholder(text):
        content.placeholders.append(line)
        return
    content.notes.append(line.text.strip())


def _is_placeholder(text: str) -> bool:
    return len(text) <= 60 and text[:1] != "|" and bool(_PLACEHOLDER.match(text))


def _take_by_mode(
    content: Content,
    line: Line,
    bullet: re.Match[str] | None,
    text: str,
) -> bool:
    """Take a line as what the heading or label above it says; whether it was that."""
    if content.mode == "people":
        named = content.chapter.words(text)
        people = people_by_label(named)
        if people and (content.by_heading or bullet) and len(named) <= 160:
            content.people += people
            content.sure = True
            return True
        if content.by_heading and content.people:
            content.bios.append(text)
            return True
        content.mode = ""
        return False
    if content.mode == "bio":
        content.bios.append(text)
        return True
    if not content.by_heading and (bullet or all_labelled(text)):
        content.mode = ""
        return False
    content.abstract.append(
        Line(line.number, line.text.strip() if not bullet else line.text.rstrip())
    )
    return True


def _is_definition(text: str) -> bool:
    """Whether *text* is where a reference link leads, as ``[1]: https://…``."""
    return bool(re.match(r"\[[^\[\]^][^\[\]]{0,99}\]:\s*\S", text))


def _indented(line: Line) -> bool:
    return line.text[:1].isspace()


def _take_links(content: Content, line: Line, text: str) -> bool:
    """Take the links of a line; whether it holds nothing else."""
    links = links_in(text, content.chapter.references) or _bare_links(text)
    gaps, position = [], 0
    for link in links:
        gaps.append(text[position : link.start])
        position = link.end
    labels = [_label_of_links(gap) for gap in (*gaps, text[position:])]
    alone = bool(links) and None not in labels
    said = _TOLD_OF_LINK.search(text) if not alone and len(text) < _LONGEST else None
    if said and kind_of_link(said["said"], "") in ("video", "slides"):
        _take_link(content, line, said["said"], said["url"], False)
    if alone or any(link.label for link in links):
        for link, label in zip(links, labels, strict=False):
            _take_link(content, line, f"{label or ''} {link.label}".strip(), link.target, alone)
    return alone


def _bare_links(text: str) -> list[Markup]:
    """Addresses that stand in *text* without any markup."""
    if len(text) > 1000 or "." not in text:
        return []
    return [
        Markup(word.start(), word.end(), "", word[0])
        for word in re.finditer(r"(?:(?<=：)|(?<!\S))[^\s：]+", text)
        if "." in word[0] and bare_address(word[0])
    ]


def _label_of_links(gap: str) -> str | None:
    """What names the link behind *gap*: nothing, a word for slides or the like, or ``None`` if
    the line says more than that."""
    if len(gap) > 80:
        return None
    words = [word.strip("*_") for word in _BETWEEN_LINKS.split(fold(gap)) if word.strip("*_")]
    words = [word for word in words if word not in _JOINTS and re.search(r"\w", word)]
    if not words:
        return ""
    return " ".join(words) if len(words) <= 4 and _LABELS_OF_LINKS.intersection(words) else None


def _take_link(content: Content, line: Line, label: str, target: str, alone: bool) -> None:
    url = repair_address(target)
    if url and not target.startswith("#"):
        content.links.append(Link(kind_of_link(label, url), url, target))
    elif alone:
        content.broken.append(line)


def _continues(bullet: re.Match[str] | None, before: Line | None, content: Content) -> bool:
    """Whether *line* goes on with the last remark: nested below it, or in its paragraph."""
    if not content.notes:
        return False
    if bullet:
        return bool(bullet["indent"]) and not content.notes[-1].startswith("#")
    if before is None or content.notes[-1].startswith("#"):
        return False
    return not before.blank and not _ends_paragraph(before)


def _ends_paragraph(line: Line) -> bool:
    return line.text.lstrip().startswith(("#", ">", "```", "~~~"))
