"""The lines of a Meetup page, sorted: slots of the agenda, blocks about one talk, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from talkctl.model import INTERLUDES
from talkctl.names import name_key
from talkctl.sources.grammar.agenda import (
    Slot,
    agenda_line,
    is_dated,
    slot_behind,
    time_alone,
    writes_dots,
)
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bios import person_introduced
from talkctl.sources.grammar.bylines import take_person_alone
from talkctl.sources.grammar.events import tells_of_event
from talkctl.sources.grammar.kinds import kind_named
from talkctl.sources.grammar.positions import is_job
from talkctl.sources.grammar.titles import TitleLine, parse_title
from talkctl.sources.meetup.blocks import Here, labels_at, told_of
from talkctl.sources.meetup.heading import heading_of, is_venue, says_when
from talkctl.sources.meetup.items import MOST_LISTED, Item, Layout
from talkctl.sources.meetup.labels import (
    LONGEST,
    NUMBER_ALONE,
    aside_of,
    bare,
    entry_of_list,
    is_about_speakers,
    is_details,
    is_site,
    label_name,
    label_of,
    plain,
    title_key,
)
from talkctl.sources.source import Line
from talkctl.text import key

_DETAIL = re.compile(
    r"(?:short\s+)?(?:speaker(?:['’]s)?\s+)?(?:bio(?:graph(?:y|ie|ía|ia))?s?|about the (?:speaker|author"
    r"|presenter)s?)\s*(?:[:–-]|$)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:time|when|starts?|beginn|zeit|uhrzeit|hora|horario|heure|horaire)\s*:\s*", re.IGNORECASE
)
_MORE_EVENTS = "see more events"


def lay_out(lines: Sequence[Line]) -> Layout:
    """The page's title, its agenda lines and labelled blocks, and what is furniture."""
    heading = heading_of(lines)
    layout = Layout(plain(heading.text) if heading else None, heading)
    texts = [plain(line.text) for line in lines]
    layout.dotted = writes_dots(texts)
    layout.timed = _bills_with_times(texts, layout.dotted)
    title = key(layout.event or "")
    below_details = heading is None
    dated_top = not any(tells_of_event(text) for text in texts if len(text) <= LONGEST)
    top = heading.number if heading else 0
    for index, line in enumerate(lines):
        if not below_details and dated_top and line.number > top and is_dated(texts[index - 1]):
            below_details, layout.aside = True, ""
        if line.blank:
            if layout.current and layout.current.kind:
                layout.current = None
            if not layout.aside:
                (layout.current.lines if layout.current else layout.told).append(line)
            continue
        text = texts[index]
        short = text if len(text) <= LONGEST else ""
        if line is heading or (short and key(short) == title) or _is_site(texts, index, short):
            layout.furniture.add(line.number)
            layout.aside = "site" if short.lower() == _MORE_EVENTS else layout.aside
        elif is_venue(lines, index):
            layout.furniture.add(line.number)
            layout.aside = layout.aside or "house"
        elif is_details(short) and not (layout.current and label_of(short)):
            layout.furniture.add(line.number)
            layout.aside, layout.of_speakers, below_details = "", False, True
        elif not _takes_structure(layout, Here(lines, index, short, below_details)):
            _take_text(layout, line, short, below_details)
    return layout


def _bills_with_times(texts: Sequence[str], dotted: bool) -> bool:
    """Whether the agenda names the talks: then a list without times is no list of talks."""
    slots = (agenda_line(text, dotted) for text in texts)
    whats = [slot.what for slot in slots if slot]
    return any(parse_title(what).credits for what in whats[:MOST_LISTED]) or any(
        time_alone(text) and not says_when(above) for above, text in pairwise(["", *texts])
    )


def _takes_structure(layout: Layout, here: Here) -> bool:
    """Whether the line there opens an item or labels something in one; if so, it is taken."""
    line, text = here.line, here.text
    hours = time_alone(text)
    beside_date = not here.below_details or bool(hours and hours.end and is_dated(here.above.text))
    label = label_of(text)
    if is_dated(text) or (hours and beside_date):
        layout.furniture.add(line.number)
    elif _takes_time(layout, here):
        layout.place(line)
    elif slot := _slot_at(layout, here):
        _open(layout, Item(line, slot, last=line.number))
    elif label and (layout.items or label["value"]) and not told_of(layout, text):
        _take_label(layout, line, label)
        layout.aside = ""
    elif item := _in_list_of_slot(layout, here):
        _open(layout, item)
    elif labels := labels_at(layout, here):
        _open(layout, Item(line, labels=labels, last=line.number))
    else:
        return False
    return True


def _takes_time(layout: Layout, here: Here) -> bool:
    """Whether the line there says when the talk of the open block is; if so, it is taken."""
    item, label = layout.current, _TIME.match(here.text)
    hours = here.text[label.end() :] if label else ""
    if not item or not item.labels or item.slot or not time_alone(hours):
        return False
    item.labels["time"] = hours
    return True


def _in_list_of_slot(layout: Layout, here: Here) -> Item | None:
    """The talk of which a bullet below ``20:05 - Lightning talks`` says who gives it."""
    item, what = layout.current, entry_of_list(here.text)
    if item is None or item.slot is None or not what:
        return None
    kind = item.kind or kind_named(item.heading)
    billed = kind == "lightning" and parse_title(what).credits
    slot = Slot(what, item.slot.start)
    return Item(here.line, slot, last=here.line.number, kind=kind) if billed else None


def _slot_at(layout: Layout, here: Here) -> Slot | None:
    """The slot of the agenda that the line there makes or opens."""
    slot = agenda_line(here.text, layout.dotted)
    if slot or not here.below_details:
        return slot
    behind = slot_behind(here.text)
    below = here.lines[here.index + 1].text if behind and here.index + 1 < len(here.lines) else ""
    if behind and NUMBER_ALONE.fullmatch(behind.what) and below and not label_of(plain(below)):
        return replace(behind, what="")  # "Talk 1 (6:30 - 7 pm)" above its title
    return behind or (time_alone(here.text) if not layout.aside else None)


def _is_site(texts: Sequence[str], index: int, text: str) -> bool:
    """Whether *text* is the site's: a button, or the group's name above the link to its events."""
    following = texts[index + 1] if index + 1 < len(texts) else ""
    return is_site(text) or (0 < len(text) <= 80 and following.lower() == _MORE_EVENTS)


def _open(layout: Layout, item: Item) -> None:
    layout.items.append(item)
    layout.current = item
    layout.aside = ""
    layout.of_speakers = False
    if item.slot and item.slot.what:
        _remember(layout, item)
    elif "title" in item.labels:
        slot = layout.titles.get(title_key(item.heading)) if len(item.heading) <= 200 else None
        for name in [name for name, other in layout.people.items() if other is slot]:
            layout.people[name] = item


def _remember(layout: Layout, item: Item) -> None:
    """Keep the title and the people of a slot for what is told of them below."""
    if len(layout.titles) >= MOST_LISTED or len(item.heading) > 200:
        return
    layout.titles.setdefault(title_key(item.heading), item)
    for credit in parse_title(item.heading).credits:
        layout.people.setdefault(name_key(credit.name), item)


def _take_text(layout: Layout, line: Line, text: str, below_details: bool) -> None:
    item = layout.current
    aside = aside_of(text)
    waiting = item is not None and item.slot is not None and not item.heading
    of_speakers = is_about_speakers(text)
    if (aside or of_speakers) and not waiting:
        said = aside is not None and item is None and (aside["rest"] or "").strip()
        layout.aside = "speakers" if of_speakers else "" if said else "house"
        layout.of_speakers = of_speakers
        layout.furniture.add(line.number)
        return
    about = None if waiting else _item_told_of(layout, line, text)
    if about is not None:
        layout.current = item = about
        if layout.of_speakers:
            layout.add(Line(line.number, f"About {_introduced(layout, line)}"))
        layout.aside = ""
    if layout.aside or item is None:
        layout.furniture.add(line.number)
        if layout.aside == "speakers":
            layout.speakers.append(line)
        elif not layout.aside and below_details:
            layout.told.append(line)
    elif item.slot and text and (waiting or _is_wrapped(item, text)):
        item.slot = replace(item.slot, what=f"{item.slot.what} {text}".strip())
        item.last = line.number
        _remember(layout, item)
    else:
        layout.add(line)


def _is_wrapped(item: Item, text: str) -> bool:
    """Whether *text* ends the line of the slot above it, which broke within its people."""
    if item.lines or not text.endswith((")", "]")) or len(text) > 120:
        return False
    above = parse_title(item.heading)
    whole = parse_title(f"{item.heading} {text}")
    begun = not above.credits or (
        above.credits[0].org is None
        and bool(whole.credits)
        and whole.credits[0].name.startswith(above.credits[0].name)
    )
    return bool(whole.credits) and len(whole.title) < len(item.heading) and begun


def _item_told_of(layout: Layout, line: Line, text: str) -> Item | None:
    """The earlier item whose speaker *line* introduces, where the open one is none of theirs."""
    here = layout.current
    if not layout.people or here is None or not text:
        return None
    name = _introduced(layout, line)
    if layout.aside and name == text.rstrip(":"):
        return None  # a name alone among attendees, hosts, speakers
    found = layout.people.get(name_key(name)) if name else None
    if found is None and _DETAIL.match(text):
        found = _only_talk(layout)
    if found is None or (found is here and not layout.of_speakers):
        return None
    own = parse_title(here.heading).credits if here.heading else ()
    named = any(name and name_key(credit.name) == name_key(name) for credit in own)
    return None if named or "speaker" in here.labels else found


def _introduced(layout: Layout, line: Line) -> str | None:
    """Whom *line* introduces, with a word for it or by beginning with the name of who speaks."""
    text = plain(line.text)[:300]
    if name := person_introduced(text):
        return name
    opening = text.split()[:5]
    for count in range(min(4, len(opening) - 1), 1, -1):
        name = " ".join(opening[:count])
        if opening[count][0].islower() and name_key(name) in layout.people:
            return name
    return None


def _take_label(layout: Layout, line: Line, label: re.Match[str]) -> None:
    name, value = label_name(label), label["value"].strip()
    if _opens_block(label, name, value, layout.current):
        labels = {name: value}
        if label["label"].lower().endswith("s"):
            labels["several"] = "yes"
        if label["number"]:
            labels["number"] = label["number"].strip(" #n°No.")
        _open(layout, Item(line, labels=labels, last=line.number))
        return
    item = layout.current
    if name == "abstract" and item and item.slot and not item.labels:
        layout.current = item = _only_talk(layout) or item
    if item is None:
        layout.furniture.add(line.number)
        layout.told.append(line)
    elif name == "affiliation" or (name == "title" and "speaker" in item.labels and is_job(value)):
        layout.place(line)
        if "speaker" in item.labels:
            item.labels["speaker"] += f", {value}"
    elif name in ("speaker", "title") and value and name not in item.labels:
        item.labels[name] = value
        layout.place(line)
    elif value or any(not below.blank for below in item.lines[:20]):
        raw = label_of(bare(line.text))
        back = "Abstract: " if name == "abstract" else ""
        layout.add(line, Line(line.number, back + (raw["value"].strip() if raw else value)))
    else:
        layout.place(line)


def _only_talk(layout: Layout) -> Item | None:
    """The one talk of the agenda, where the open slot is an interlude."""
    here = layout.current
    if here is None or parse_title(here.heading).kind not in INTERLUDES:
        return None
    talks = [
        item
        for item in layout.items[:MOST_LISTED]
        if item.slot
        and item.heading
        and parse_title(item.heading).kind not in (*INTERLUDES, "other")
    ]
    return talks[0] if len(talks) == 1 else None


def _opens_block(label: re.Match[str], name: str, value: str, item: Item | None) -> bool:
    """A speaker or a title opens a block, unless the open item still lacks just that."""
    if name in ("abstract", "affiliation") or not value:
        return False
    if name == "title" and item and NUMBER_ALONE.fullmatch(item.labels.get("title", "")):
        item.labels |= {"number": item.labels.pop("title").split()[-1]}
        return False
    if item is None or name in item.labels:
        return True
    if item.labels:
        return False
    heading: TitleLine = parse_title(item.heading)
    lacks = (
        not heading.credits
        if name == "speaker"
        else not item.heading or bool(take_person_alone(item.heading, Known()))
    )
    told = sum(1 for line in item.lines[:20] if not line.blank)
    return bool(label["number"]) or not lacks or heading.kind in INTERLUDES or told > 3
