"""Talks in tables: one a row, in columns that their heads name in any order.

| Time | Title             | Speaker       | Links            |
|------|-------------------|---------------|------------------|
| 9:30 | Maps for Services | Claire Dubois | [video](https…)  |

议题 | 讲师 | PPT            Talk Title | Speaker | My Notes | Talk Slides
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.model import Link
from talkctl.record import Record
from talkctl.sources.grammar.billing import working_for
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.grammar.titles import with_credits
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.facts import Content, take_room
from talkctl.sources.notes.headline import people_by_label, read_headline
from talkctl.sources.notes.hours import When, when_in
from talkctl.sources.notes.labels import name_of_label
from talkctl.sources.notes.markdown import Markup, without_markup
from talkctl.sources.notes.records import record_of
from talkctl.sources.source import Line
from talkctl.text import fold

_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_POINT_IN_HOUR = re.compile(r"(?<=\b\d\d)\.(?=[0-5]\d(?:\D*$|\s*[-–]\s*\d\d[.:]\d\d))")
"""``13.00`` as hours are written in much of Europe."""


def _folded(words: str) -> tuple[str, ...]:
    return tuple(map(fold, words.split("|")))


_TITLES = _folded(
    "title|talk title|session title|presentation title|titel|titre|titulo|titolo"
    "|titulo de la charla|talk|talks|session|sessions|vortrag|thema|charla|ponencia|palestra"
    "|intervention|conference|sujet|tema|topic|subject|题目|標題|标题|主题|主題|议题|議題|演讲主题|演講主題"
    "|演讲|タイトル|セッション|講演|発表タイトル|テーマ|演題|제목|发表|название|доклад|тема|presentation"
    "|presentatie|lezing|intervento|video title|lecture|keynote|what|name|nom|nombre|nome|名称|內容"
    "|内容|beitrag|exposition|event"
)
"""Heads of columns of titles, those that can mean nothing else in front."""
_WEAK_TITLES = _folded("name|nom|nombre|nome|what|event|名称|内容|內容|topic|subject|tema|thema")
_HEADS = {
    "remarks": "notes|note|comment|comments|remarks|notizen|kommentar|notas|comentarios|备注|備考|メモ"
    "|感想|impression|remarque|remarques|thoughts|takeaways|takeaway",
    "own": "my notes|notes link",
    "org": "company|organization|organisation|org|affiliation|firma|unternehmen|entreprise|societe"
    "|empresa|公司|单位|單位|所属|会社|employer|institution",
    "people": "name|speaker name|speaker / company|speaker/company|speaker & company|people",
    "when": "start|begin|beginn|debut|inicio|from",
}
_FACTS = ("room", "track", "level", "language", "event", "duration", "abstract", "kind")
_NAMES = {head: name for name, heads in _HEADS.items() for head in _folded(heads)}
_LINKED = {
    "video": _folded(
        "video|videos|recording|youtube|视频|視頻|影片|回放|录像|錄影|動画|aufzeichnung|grabacion|gravacao"
        "|enregistrement|watch"
    ),
    "slides": _folded(
        "slide|slides|deck|ppt|幻灯片|簡報|简报|课件|スライド|資料|folien|diapositiva|apresentacao"
        "|presentacion|presentation|diapo|transparents|pdf"
    ),
}


def _heads(lines: Sequence[Line], index: int) -> list[str]:
    """The heads of the columns of the table that begins at *index*; none if none begins there."""
    if "|" not in lines[index].text or index + 1 >= len(lines):
        return []
    below = lines[index + 1].text
    if "-" not in below or len(below) > 1500 or not _RULE.match(below):
        return []
    return [without_markup(cell, {})[0] for cell in cells_of(lines[index])]


def columns_of(lines: Sequence[Line], index: int) -> dict[str, int] | None:
    """Which column of the table that begins at *index* says what, if titles are among them."""
    heads = [fold(head).strip(" *_:#") for head in _heads(lines, index)]
    ranked = sorted((_TITLES.index(head), n) for n, head in enumerate(heads) if head in _TITLES)
    if not ranked:
        return None
    found = {"title": ranked[0][1]}
    for n, head in enumerate(heads):
        name = _name_of_head(head) if n != found["title"] else None
        if name == "when" and name in found:
            name = "hours"
        if name:
            found.setdefault(name, n)
    weak = _TITLES[ranked[0][0]] in _WEAK_TITLES
    return None if weak and set(found) == {"title"} else found


def rooms_of(lines: Sequence[Line], index: int) -> list[str] | None:
    """The rooms or tracks that head the columns of the table that begins at *index*, if hours head
    its rows."""
    hour, *rooms = _heads(lines, index) or [""]
    named = any(_name_of_head(fold(room)) or fold(room) in _TITLES for room in rooms)
    if not rooms or not all(rooms) or named or (hour and name_of_label(hour) != "when"):
        return None
    first = cells_of(lines[index + 2]) if index + 2 < len(lines) else []
    return rooms if first and when_in(first[0]).start else None


def _name_of_head(head: str) -> str | None:
    for name, words in _LINKED.items():
        if head in words or any(len(word) > 3 and word in words for word in head.split()):
            return name
    named = _NAMES.get(head) or name_of_label(head)
    return named if named not in ("title", "bio") else None


def cells_of(line: Line) -> list[str]:
    """The cells of a row of a table."""
    text = line.text[:5000]
    cells = [cell.replace("\\|", "|").strip() for cell in _CELL.split(text.strip())]
    if cells and not cells[0] and text.lstrip().startswith("|"):
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] and text.rstrip().endswith("|") else cells


def talks_of_row(columns: dict[str, int], chapter: Chapter, line: Line) -> list[Record]:
    """The talk in one row, if it names anybody or anything, in columns that each say one thing."""
    cells = cells_of(line)
    values = {name: cells[n] for name, n in columns.items() if n < len(cells)}
    told = {name: chapter.words(cell) for name, cell in values.items()}
    plain, marked = chapter.plain(values.get("title", ""))
    if not re.search(r"\w", plain):
        return []
    plain, room = take_room(plain)
    title = read_headline(plain, chapter.known)
    people = people_by_label(told.get("people", ""), True)
    if people and told.get("org"):
        people = working_for(told["org"], people)
    title = with_credits(title, title.credits or people)
    links = _links_of_row(cells, columns, marked, chapter)
    if not (title.credits or links):
        return []
    facts = {name: told[name] for name in _FACTS if re.search(r"\w", told.get(name, ""))}
    facts.setdefault("room", room or "")
    content = Content(facts=facts, when=_when_of(values, chapter))
    content.abstract = [Line(line.number, facts.get("abstract", ""))]
    remark = values.get("remarks") or values.get("own", "")
    if re.search(r"\w", remark) and not _only_link(remark, chapter):
        content.notes = [remark]
    raw = plain if not marked or len(marked) > 1 else values["title"]
    made = record_of(line.number, title, content, chapter, links)
    return [made._replace(raw_title=raw, event=facts.get("event") or made.event)]


def _when_of(values: dict[str, str], chapter: Chapter) -> When:
    hours = f"{values.get('when', '')} {values.get('hours', '')}".strip()
    year = int(chapter.date[:4]) if chapter.date else None
    when = when_in(_POINT_IN_HOUR.sub(":", hours), year)
    return when._replace(weekday=when.weekday or values.get("when", ""))


def _only_link(cell: str, chapter: Chapter) -> bool:
    _, links = chapter.plain(cell)
    inside = sum(link.end - link.start for link in links)
    return bool(links) and inside >= len(cell.strip()) - 2


def _links_of_row(
    cells: list[str], columns: dict[str, int], marked: list[Markup], chapter: Chapter
) -> tuple[Link, ...]:
    """The links of a row, each of the kind that its column's head says."""
    named = {n: name for name, n in columns.items()}
    found = [("", link.label, link.target) for link in marked]
    for n, cell in enumerate(cells[:50]):
        name = named.get(n, "")
        if name in ("title", "people", "org", "room", "event"):
            continue
        links = chapter.plain(cell)[1]
        bare = (word for word in cell.split() if "." in word and bare_address(word))
        found += [(name, link.label, link.target) for link in links]
        found += [] if links else [(name, "", word) for word in bare]
    made: dict[str, Link] = {}
    for name, label, target in found:
        url = repair_address(target)
        if url and not target.startswith("#"):
            kind = name if name in ("video", "slides") else kind_of_link(label, url)
            made.setdefault(url, Link(kind, url, target))
    return tuple(made.values())
