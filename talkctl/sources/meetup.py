"""The page of one Meetup, copied from the browser, from Meetup itself or from Bevy.

The first line is its title, an agenda says what happens when, and talks stand either in the agenda
or below it in blocks with labels, or in both:

    [07:00 - 07:30 PM] Smooth Operator (Ken Sipe, D2iQ)     • 6:30-7pm Social time
    One of the challenges …                                 Speaker 1: Paul Doe
    BIO: Ken Sipe is …                                      Title: DevOps for Kubernetes
                                                            Abstract:
    6:35 - Loose Coupling (Alexis Midon & K. Doe, Acme)     A talk about …

    6:30 PM                                                 Talk 2: Cold Starts in Cold Seas
    Sardines in Containers                                  Speaker: Per Aas
    Beatriz Faria, SRE, Conserva                            Per Aas is a freelancer who …

``agenda`` reads the times. They are local unless the page states a date and a zone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from talkctl.language import language
from talkctl.model import INTERLUDES, Credit, Record, Remark
from talkctl.names import begins_with_given_name
from talkctl.sources.grammar.agenda import (
    Slot,
    agenda_line,
    at,
    clocks,
    is_dated,
    occasion,
    time_alone,
)
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.bios import Body, headed_names, read_body
from talkctl.sources.grammar.bylines import billed_by_label, billed_with_roles, take_person_alone
from talkctl.sources.grammar.titles import TitleLine, parse_title, with_credits
from talkctl.sources.source import (
    Line,
    Reading,
    Source,
    lines_to_read,
    opening_lines,
    remark,
    with_the_rest,
)
from talkctl.text import key

_LABELLED = re.compile(
    r"(?P<label>Speakers?|Presenters?|Orateur\w*|Referent\w*|Ponentes?"
    r"|(?:Talk|Session|Presentation|Präsentation)?\s?Titl?e|Titre|Título|Titel|Topic|Talk|Presentation|Vortrag|Charla"
    r"|Présentation|Abstract|Description|Summary|Beschreibung|Résumé|Resumen)"
    r"(?P<number>\s*(?:#|No\.?|n°)?\s?\d+)?\s*(?P<joint>:|[-–—.)]\s|$)\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    r"(?:Details|About this event|About the event|Agenda|Schedule|Program(?:me)?|Programm|Ablauf"
    r"|What['’]s on|The talks|Talks|Line-?up|-{3,}|={3,}|_{3,})\s*:?$",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:Skip to content|Log in|Sign up|Sign in|Past event|Public event|Online event|In-person event"
    r"|Find events|Start a new group|Event Location|Share|Save|RSVP(?: closed)?|Going|Not going"
    r"|Report this event|See all|Copy link|Add to calendar|Print|Tweet|Attend|Register|Follow)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:(?:our |thanks? (?:to |you )?(?:our )?|about (?:our |the )?)?"
    r"(?:sponsors?|venue|location|parking|directions|hosts?|organi[sz]ers?|partners?|group|chapter)"
    r"(?: information| info)?|hosted by|how to (?:get there|find us)|getting there|address|where|when"
    r"|attendees?(?: \(\d+\))?|speakers|photos?(?: \(\d+\))?|comments?(?: \(\d+\))?|discussions?|about us"
    r"|similar events|related topics|you may also like|code of conduct|rsvps?|accessibility|contact"
    r"|call for (?:speakers|papers|talks)|food|follow us.*|social media|event dashboard|language"
    r"|(?:more )?events in\b.*|members are also interested in|group links|\d+ attendees?|host(?:s|ed by)?)"
    r"(?:\s*:(?P<rest>.*))?$",
    re.IGNORECASE,
)
"""What heads a part of the page that is about the house and not about the talks."""

_BY = re.compile(r"(?:by|presented by|with|par|von|por|de)\s*:?\s+(?P<people>\S.*)$", re.IGNORECASE)
_LONGEST = 500


@dataclass(slots=True)
class _Item:
    """One slot of the agenda or one block with labels."""

    opening: Line
    slot: Slot | None = None
    labels: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    last: int = 0
    twin: int | None = None
    """The line of the agenda that this block tells more of."""

    def add(self, line: Line) -> None:
        """Take *line*, which is not blank, into the item."""
        self.lines.append(line)
        self.last = line.number

    @property
    def heading(self) -> str:
        """What stands for a title before it is read."""
        return self.labels.get("title") or (self.slot.what if self.slot else "")


@dataclass(slots=True)
class _Layout:
    event: str | None
    items: list[_Item] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    aside: bool = False


def sniff(text: str) -> bool:
    """A title and ``Details`` with an agenda or labelled talks, or an agenda from the top."""
    short = [line for line in opening_lines(text) if len(line) <= _LONGEST]
    if any(re.match(r"#{1,6} |avatar for |From (?:YouTube|Vimeo):|WEBVTT", text) for text in short):
        return False
    details = any(re.fullmatch(r"details|about (?:this|the) event", t.lower()) for t in short[:12])
    agenda = sum(1 for text in short if agenda_line(text))
    labels = {_label_name(found) for text in short if (found := _label(text))}
    if details:
        return agenda > 0 or {"title", "speaker"} <= labels or any(map(time_alone, short))
    return agenda >= 2 and bool(short) and agenda_line(short[0]) is not None


def parse(document: str, text: str) -> Reading:
    """The talks and the social items of the meetup."""
    lines = lines_to_read(text)
    layout = _lay_out(lines)
    items = _joined(layout)
    when = occasion([line.text for line in lines if line.number in layout.furniture])
    spans, assumed = clocks([item.slot for item in items])
    known = Known(here=headed_names(lines), common=words_in_lower_case(text))
    records, remarks = list[Record](), list[Remark]()
    for item, span in zip(items, spans, strict=True):
        record, stray = _record(document, item, layout.event, known)
        records.append(at(record, span, when))
        if stray:
            remarks.append(remark(document, stray, "stands below an agenda line that is no talk"))
    if assumed:
        opening = next(item.opening for item in items if item.slot)
        why = "hours without am or pm, read as in the evening"
        remarks.append(remark(document, [opening], why))
    found = Reading(tuple(records), tuple(remarks), frozenset(layout.furniture))
    return with_the_rest(document, lines, found)


def _lay_out(lines: Sequence[Line]) -> _Layout:
    """The page's title, its agenda lines and labelled blocks, and what is furniture."""
    heading = next(
        (line for line in lines if not line.blank and not _SITE.match(line.text.strip())), None
    )
    if heading and agenda_line(heading.text):
        heading = None
    layout = _Layout(heading.text.strip() if heading else None)
    title = key(layout.event or "")
    below_details = heading is None
    for line in lines:
        if line.blank:
            if layout.items and not layout.aside:
                layout.items[-1].lines.append(line)
            continue
        text = _plain(line.text)
        short = text if len(text) <= _LONGEST else ""
        if line is heading or (short and key(short) == title) or _SITE.match(short):
            layout.furniture.add(line.number)
        elif _DETAILS.match(short):
            layout.furniture.add(line.number)
            layout.aside, below_details = False, True
        elif not _takes_structure(layout, line, short, below_details):
            _take_text(layout, line, short)
    return layout


def _plain(text: str) -> str:
    """*text* without the marks of emphasis that Meetup's own editor leaves."""
    return text.replace("**", "").replace("__", "").strip()


def _takes_structure(layout: _Layout, line: Line, text: str, below_details: bool) -> bool:
    """Whether *line* opens an item or labels something in one; if so, it is taken."""
    items = layout.items
    slot = agenda_line(text)
    alone = time_alone(text) if below_details and not layout.aside else None
    label = _label(text)
    if is_dated(text) or (not below_details and time_alone(text)):
        layout.furniture.add(line.number)
    elif slot or alone:
        items.append(_Item(line, slot or alone, last=line.number))
        layout.aside = False
    elif label and (items or label["value"]):
        _take_label(items, line, label)
        layout.aside = False
    elif text and not layout.aside and _repeats(items, text):
        items.append(_Item(line, labels={"title": text}, last=line.number))
    else:
        return False
    return True


def _take_text(layout: _Layout, line: Line, text: str) -> None:
    items = layout.items
    aside = _ASIDE.match(text)
    waiting = bool(items) and items[-1].slot is not None and not items[-1].heading
    if aside and not waiting:
        layout.aside = True
    if layout.aside or not items:
        layout.furniture.add(line.number)
    elif waiting and items[-1].slot and text:
        items[-1].slot = replace(items[-1].slot, what=text)
        items[-1].last = line.number
    else:
        items[-1].add(line)


def _repeats(items: list[_Item], text: str) -> bool:
    """Whether *text* is the title of an earlier slot again, above what is told of it."""
    found = key(text)
    if len(found.split()) < 2 or len(text) > 200:
        return False
    return any(
        item.slot and item.slot.what and _same_title(item.slot.what, text) for item in items[:-1]
    )


def _label(text: str) -> re.Match[str] | None:
    found = _LABELLED.match(text) if len(text) <= _LONGEST else None
    if not found:
        return None
    if found["joint"] != ":" and (not found["number"] or not found["value"]):
        return None
    return found


def _label_name(label: re.Match[str]) -> str:
    word = label["label"].lower()
    if word.startswith(("speaker", "presenter", "orateur", "referent", "ponente")):
        return "speaker"
    if word.startswith(("abstract", "desc", "summ", "besch", "rés", "resu")):
        return "abstract"
    return "title"


def _take_label(items: list[_Item], line: Line, label: re.Match[str]) -> None:
    name, value = _label_name(label), label["value"].strip()
    if _opens_block(label, name, value, items):
        items.append(_Item(line, labels={name: value}, last=line.number))
        return
    item = items[-1]
    item.last = line.number
    if name in ("speaker", "title") and value and name not in item.labels:
        item.labels[name] = value
    elif value:
        item.lines.append(Line(line.number, value))


def _opens_block(label: re.Match[str], name: str, value: str, items: list[_Item]) -> bool:
    """A speaker or a title opens a block, unless the open item still lacks just that."""
    if name == "abstract" or not value:
        return not items and bool(value)
    if not items or name in items[-1].labels:
        return True
    item = items[-1]
    if item.labels:
        return False
    lacks = (
        not parse_title(item.heading).credits
        if name == "speaker"
        else not item.heading or bool(take_person_alone(item.heading, Known()))
    )
    told = sum(1 for line in item.lines if not line.blank)
    social = parse_title(item.heading).kind in INTERLUDES
    return bool(label["number"]) or not lacks or social or told > 3


def _joined(layout: _Layout) -> list[_Item]:
    """The items, where a block that tells more of a slot has taken its time."""
    kept: list[_Item] = []
    for item in layout.items:
        twin = _twin(item, kept) if item.slot is None and item.heading else None
        if twin:
            item.slot = replace(twin.slot, what=item.heading) if twin.slot else None
            if "speaker" not in item.labels and not parse_title(item.heading).credits:
                item.labels["title"] = _fuller(twin.heading, item.heading)
            kept.remove(twin)
            layout.furniture.update(range(twin.opening.number, twin.last + 1))
        kept.append(item)
    return kept


def _twin(item: _Item, earlier: list[_Item]) -> _Item | None:
    for other in earlier:
        bare = not any(not line.blank for line in other.lines)
        if other.slot and bare and other.heading and _same_title(other.heading, item.heading):
            return other
    return None


def _same_title(one: str, other: str) -> bool:
    first, second = (key(parse_title(_unnumbered(text)).title) for text in (one, other))
    return first == second and len(first) > 3


def _fuller(one: str, other: str) -> str:
    """The one of two headings that bills people."""
    return _unnumbered(one) if parse_title(_unnumbered(one)).credits else other


def _unnumbered(text: str) -> str:
    label = _label(text)
    return label["value"] if label and label["value"] and _label_name(label) == "title" else text


def _record(
    document: str, item: _Item, event: str | None, known: Known
) -> tuple[Record, list[Line]]:
    title, lines = _title(item, known)
    body = read_body(lines, title.credits)
    title = with_credits(title, body.people)
    told = body.abstract is not None and not item.slot
    kind = "talk" if told and title.kind in INTERLUDES else title.kind
    stray = [line for line in lines if not line.blank] if kind in INTERLUDES else []
    if stray:
        body = Body(None, (), title.credits)
        stray.append(Line(item.last, ""))  # a label with nothing behind it may come last
    record = Record(
        document=document,
        format="meetup",
        first_line=item.opening.number,
        last_line=item.opening.number if stray else item.last,
        raw_title=title.raw,
        title=title.title,
        kind=kind,
        level=title.level,
        language=language(body.abstract),
        event=event,
        speakers=title.credits,
        abstract=body.abstract,
        bios=body.bios,
    )
    return record, stray


def _title(item: _Item, known: Known) -> tuple[TitleLine, list[Line]]:
    """Title and people of an item, and the lines that then are left."""
    raw = _unnumbered(item.heading) or item.labels.get("speaker", "") or item.opening.text.strip()
    known = replace(known, here=known.here + headed_names(item.lines, raw))
    title = parse_title(raw, known)
    if "speaker" in item.labels and not title.credits:
        return with_credits(title, billed_by_label(item.labels["speaker"])), item.lines
    first = next((n for n, line in enumerate(item.lines) if not line.blank), None)
    if first is None:
        return title, item.lines
    text = _plain(item.lines[first].text)
    rest = item.lines[first + 1 :]
    if _is_title(text) and (people := _only_people(raw, title, known)):
        below = parse_title(text, known)
        return with_credits(below, below.credits or people), rest
    if not title.credits and (people := _people_line(text, known)):
        return with_credits(title, people), rest
    return title, item.lines


def _only_people(raw: str, title: TitleLine, known: Known) -> tuple[Credit, ...]:
    """The people of an agenda line that bills people and has no title."""
    if title.title == title.raw and title.credits:
        return title.credits
    if title.credits or not begins_with_given_name(raw) or len(raw.split()) > 4:
        return ()
    return billed_with_roles(raw, known)


def _is_title(text: str) -> bool:
    return 0 < len(text) <= 150 and not text.endswith((".", "…")) and not text.startswith("http")


def _people_line(text: str, known: Known) -> tuple[Credit, ...]:
    """The people of a line below a title that is nothing but a billing."""
    if len(text) > 150 or text.endswith((".", "!", "?")):
        return ()
    by = _BY.match(text)
    if by:
        return billed_with_roles(by["people"], known)
    alone = take_person_alone(text, known)
    if alone or not begins_with_given_name(text) or len(text.split()) > 8:
        return alone
    return billed_with_roles(text, known)


SOURCE = Source(
    name="meetup",
    description="the page of one Meetup, with its agenda",
    suffixes=(".txt",),
    sniff=sniff,
    parse=parse,
)
