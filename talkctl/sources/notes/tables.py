"""Talks in tables: one a row, in columns that their heads name in any order.

| Time | Title             | Speaker       | Links            |
|------|-------------------|---------------|------------------|
| 9:30 | Maps for Services | Claire Dubois | [video](https…)  |

议题 | 讲师 | PPT            Talk Title | Speaker | My Notes | Talk Slides
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.language import language
from talkctl.model import Link, Note
from talkctl.record import Record
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.kinds import kind_of_type, level_named
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.grammar.titles import with_credits
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.notes.chapters import working_for
from talkctl.sources.notes.facts import take_room
from talkctl.sources.notes.headline import people_by_label, read_headline
from talkctl.sources.notes.hours import day_within, moments, when_in
from talkctl.sources.notes.labels import name_of_label
from talkctl.sources.notes.markdown import Markup, without_markup
from talkctl.sources.source import Line
from talkctl.text import fold
from talkctl.when import parse_length

_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_POINT_IN_HOUR = re.compile(r"(?<=\b\d\d)\.(?=[0-5]\d(?:\D*$|\s*[-–]\s*\d\d[.:]\d\d))")
"""``13.00`` as hours are written in much of Europe."""
_TITLES = tuple(
    fold(word)
    for word in "title|talk title|session title|presentation title|titel|titre|titulo|titolo"
    "|titulo de la charla|talk|talks|session"
    "|sessions|vortrag|thema|charla|ponencia|palestra|intervention|conference|sujet|tema|topic"
    "|subject|题目|標題|标题|主题|主題"
    "|议题|議題|演讲主题|演講主題|演讲|タイトル|セッション|講演|発表タイトル|テーマ|演題|제목"
    "|发表|название|доклад|тема|presentation|presentatie|lezing|intervento"
    "|video title|lecture|keynote|what|name|nom|nombre|nome|名称|內容|内容|beitrag|exposition|event".split(
        "|"
    )
)
_PEOPLE = tuple(
    map(
        fold,
        (
            "name",
            "speaker name",
            "speaker / company",
            "speaker/company",
            "speaker & company",
            "people",
        ),
    )
)
_ORGS = tuple(
    map(
        fold,
        "company|organization|organisation|org|affiliation|firma|unternehmen|entreprise|societe|empresa|公司|单位|單位|所属|会社|employer|institution".split(
            "|"
        ),
    )
)
_VIDEOS = (
    "video",
    "videos",
    "recording",
    "youtube",
    "视频",
    "視頻",
    "影片",
    "回放",
    "录像",
    "錄影",
    "動画",
    "aufzeichnung",
    "grabacion",
    "gravacao",
    "enregistrement",
    "watch",
)
_SLIDES = (
    "slide",
    "slides",
    "deck",
    "ppt",
    "幻灯片",
    "簡報",
    "简报",
    "课件",
    "スライド",
    "資料",
    "folien",
    "diapositiva",
    "apresentacao",
    "presentacion",
    "presentation",
    "diapo",
    "transparents",
    "pdf",
)
_REMARKS = (
    "notes",
    "note",
    "comment",
    "comments",
    "remarks",
    "notizen",
    "kommentar",
    "notas",
    "comentarios",
    "备注",
    "備考",
    "メモ",
    "感想",
    "impression",
    "remarque",
    "remarques",
    "thoughts",
    "takeaways",
    "takeaway",
)


def columns_of(lines: Sequence[Line], index: int) -> dict[str, int] | None:
    """Which column of the table that begins at *index* says what, if titles are among them."""
    if "|" not in lines[index].text or index + 1 >= len(lines):
        return None
    below = lines[index + 1].text
    if "-" not in below or len(below) > 1500 or not _RULE.match(below):
        return None
    heads = [
        fold(without_markup(cell, {})[0]).strip(" *_:#")
        for cell in _cells(lines[index].text[:3000])
    ]
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
    only_title = set(found) == {"title"}
    weak = _TITLES[ranked[0][0]] in (
        "name",
        "nom",
        "nombre",
        "nome",
        "what",
        "event",
        "名称",
        "内容",
        "內容",
        "topic",
        "subject",
        "tema",
        "thema",
    )
    return None if only_title and weak else found


def rooms_of(lines: Sequence[Line], index: int) -> list[str] | None:
    """The rooms or tracks that head the columns of the table that begins at *index*, if hours head
    its rows."""
    if "|" not in lines[index].text or index + 2 >= len(lines):
        return None
    if not _RULE.match(lines[index + 1].text[:1500]) or "-" not in lines[index + 1].text:
        return None
    hour, *rooms = (without_markup(cell, {})[0] for cell in _cells(lines[index].text[:3000]))
    named = any(_name_of_head(fold(room)) or fold(room) in _TITLES for room in rooms)
    head = name_of_label(hour) if hour else "when"
    first = cells_of(lines[index + 2])
    if head != "when" or named or not all(rooms) or not first or not when_in(first[0]).start:
        return None
    return rooms or None


def cells_of(line: Line) -> list[str]:
    """The cells of a row of a table."""
    return _cells(line.text[:5000])


def _name_of_head(head: str) -> str | None:
    if any(
        head == fold(word) or (len(word) > 3 and fold(word) in head.split()) for word in _VIDEOS
    ):
        return "video"
    if any(
        head == fold(word) or (len(word) > 3 and fold(word) in head.split()) for word in _SLIDES
    ):
        return "slides"
    if head in map(fold, _REMARKS):
        return "remarks"
    if head in ("my notes", "notes link"):
        return "own"
    if head in _ORGS:
        return "org"
    if head in _PEOPLE:
        return "people"
    if head in ("start", "begin", "beginn", "debut", "inicio", "from"):
        return "when"
    name = name_of_label(head)
    return name if name not in ("title", "bio") else None


def _cells(text: str) -> list[str]:
    cells = [cell.replace("\\|", "|").strip() for cell in _CELL.split(text.strip())]
    if cells and not cells[0] and text.lstrip().startswith("|"):
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] and text.rstrip().endswith("|") else cells


def record_of_row(
    line: Line,
    columns: dict[str, int],
    frame: Record,
    references: dict[str, str],
    known: Known,
    days: Sequence[str] = (),
) -> Record | None:
    """The talk in one row, in the place that *frame* has, or on one of the event's *days*; ``None`` if
    it names nobody and nothing."""
    cells = _cells(line.text[:5000])
    values = {name: cells[n] for name, n in columns.items() if n < len(cells)}
    plain, marked = without_markup(values.get("title", ""), references)
    if not re.search(r"\w", plain):
        return None
    plain, room = take_room(plain)
    title = read_headline(plain, known)
    people = people_by_label(without_markup(values.get("people", ""), references)[0], True)
    org = without_markup(values.get("org", ""), references)[0]
    if org and people:
        people = working_for(org, people)
    title = with_credits(title, title.credits or people)
    links = _links_of_row(cells, columns, marked, references)
    if not (title.credits or links):
        return None
    told_when = f"{values.get('when', '')} {values.get('hours', '')}".strip()
    year = int(frame.date[:4]) if frame.date else None
    when = when_in(_POINT_IN_HOUR.sub(":", told_when), year)
    on_day = day_within(when.weekday or values.get("when", ""), days) if days else None
    date = when.date or on_day or frame.date
    start, end = moments(date, (when.start, when.end), when.zone)
    told = values.get("remarks") or values.get("own", "")
    told = told if re.search(r"\w", told) and not _only_link(told, references) else ""
    kind = kind_of_type(values.get("kind", "")) if title.kind == "talk" else None
    facts = {
        name: without_markup(values.get(name, ""), references)[0]
        for name in ("room", "track", "level", "language", "event", "duration", "abstract")
    }
    facts = {name: value if re.search(r"\w", value) else "" for name, value in facts.items()}
    return frame._replace(
        first_line=line.number,
        last_line=line.number,
        raw_title=plain if not marked or len(marked) > 1 else values["title"],
        title=title.title,
        kind=kind or title.kind,
        level=title.level or (level_named(facts["level"]) if facts["level"] else None),
        status=title.status,
        event=facts["event"] or frame.event,
        speakers=title.credits,
        start=start,
        end=end,
        timezone=when.zone if start and len(start) > 19 else None,
        date=date,
        day=frame.day if not date else None,
        room=facts["room"] or room,
        track=facts["track"] or frame.track,
        duration=parse_length(facts["duration"]) if facts["duration"] else None,
        abstract=facts["abstract"] or None,
        language=language_named(facts["language"]) or language(facts["abstract"]),
        links=links,
        notes=(Note(told, language(told), frame.document),) if told else (),
    )


def _only_link(cell: str, references: dict[str, str]) -> bool:
    _, links = without_markup(cell, references)
    inside = sum(link.end - link.start for link in links)
    return bool(links) and inside >= len(cell.strip()) - 2


def _links_of_row(
    cells: list[str],
    columns: dict[str, int],
    marked: list[Markup],
    references: dict[str, str],
) -> tuple[Link, ...]:
    """The links of a row, each of the kind that its column's head says."""
    named = {n: name for name, n in columns.items()}
    found = [("", link.label, link.target) for link in marked]
    for n, cell in enumerate(cells[:50]):
        name = named.get(n, "")
        if name in ("title", "people", "org", "room", "event"):
            continue
        links = without_markup(cell, references)[1]
        found += [(name, link.label, link.target) for link in links]
        if not links:
            found += [
                (name, "", word) for word in cell.split() if "." in word and bare_address(word)
            ]
    made: dict[str, Link] = {}
    for name, label, target in found:
        url = repair_address(target)
        if url and not target.startswith("#"):
            kind = name if name in ("video", "slides") else kind_of_link(label, url)
            made.setdefault(url, Link(kind, url, target))
    return tuple(made.values())
