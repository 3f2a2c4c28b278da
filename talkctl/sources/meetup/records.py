"""Items of a Meetup page as records: titles, people, abstracts, bios."""

from __future__ import annotations

import re
from dataclasses import replace

from talkctl.givennames import begins_with_given_name
from talkctl.language import language
from talkctl.model import INTERLUDES
from talkctl.names import looks_like_name, name_key, name_parts, plausibly_same
from talkctl.record import Bio, Credit, Record
from talkctl.sources.grammar.agenda import take_length, time_alone
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.bios import Body, headed_names, read_body
from talkctl.sources.grammar.bylines import (
    people_named_by,
    take_person_alone,
    take_placed_people,
)
from talkctl.sources.grammar.positions import is_job, is_legal_form
from talkctl.sources.grammar.roles import billed_by_label, billed_with_roles
from talkctl.sources.grammar.titles import (
    TitleLine,
    parse_title,
    title_of_event,
    titled,
    with_credits,
)
from talkctl.sources.meetup.items import Item, Layout
from talkctl.sources.meetup.labels import (
    NUMBER_ALONE,
    entry_of_list,
    plain,
    title_key,
    unnumbered,
)
from talkctl.sources.source import Line

ROLE = re.compile(
    r"(?:moderat(?:ors?|ion)|panell?ists?|hosts?|interviewers?|speakers?)\s*:\s*", re.IGNORECASE
)
BARE_TALK = re.compile(
    r"(?:the |main )?(?:talk|presentation|panel discussion|panel|vortrag|charla|palestra|exposé)s?\b.{0,10}$",
    re.IGNORECASE,
)
_EMPHASISED = re.compile(r"\s*(?:\*\*|__|[*_](?=\w))")


def joined(layout: Layout) -> list[Item]:
    """The items, where a block that tells more of a slot has taken its time."""
    bare: dict[str, Item] = {}
    by_number = _slots_by_number(layout.items)
    gone: set[int] = set()
    for item in layout.items:
        if item.slot and not item.heading and all(line.blank for line in item.lines):
            gone.add(id(item))  # an hour at which nothing happens
            continue
        known = title_key(item.heading) if 0 < len(item.heading) <= 300 else ""
        if item.slot:
            if len(known) > 2 and not any(not line.blank for line in item.lines):
                bare.setdefault(known, item)
            continue
        twin = bare.pop(known, None) or by_number.pop(item.labels.get("number", ""), None)
        if hours := time_alone(item.labels.get("time", "")):
            item.slot = replace(hours, what=item.heading)
        if twin and twin.slot:
            item.slot = replace(twin.slot, what=item.heading)
            item.slot_line = twin.opening.number
            if not parse_title(item.heading).credits:
                item.labels["title"] = _fuller(twin.heading, item.heading)
            gone.add(id(twin))
            layout.furniture.update(range(twin.opening.number, twin.last + 1))
    return _with_times_by_name(layout, [item for item in layout.items if id(item) not in gone])


def _with_times_by_name(layout: Layout, items: list[Item]) -> list[Item]:
    """*items* without the slots that are called nothing but ``Talk``, or as who speaks: their times
    are those of the blocks that tell of these talks."""
    blocks = [item for item in items if not item.slot and item.labels.get("title")]
    slots = [item for item in items if item.slot and BARE_TALK.fullmatch(item.heading)]
    if len(blocks) == len(slots) == 1 and all(line.blank for line in slots[0].lines):
        take_slot(layout, blocks[0], slots[0])
        items.remove(slots[0])
    for item in blocks:
        people = parse_title(item.heading).credits
        people = people or billed_by_label(item.labels.get("speaker", ""))
        names = [credit.name for credit in people]
        keys = {name_key(name) for whole in names for name in (whole, *name_parts(whole)[:1])}
        named = [slot for slot in items if slot.slot and name_key(slot.heading) in keys]
        if len(named) == 1 and not item.slot:
            take_slot(layout, item, named[0])
            items.remove(named[0])
    return items


def take_slot(layout: Layout, item: Item, bare: Item) -> None:
    """*item* takes the time of a slot that does not say what the talk is about."""
    if bare.slot:
        item.slot, item.slot_line = replace(bare.slot, what=item.heading), bare.opening.number
        layout.furniture.add(bare.opening.number)


def _slots_by_number(items: list[Item]) -> dict[str, Item]:
    """The slots that name a talk by nothing but its number."""
    found: dict[str, Item] = {}
    for item in items:
        number = (
            NUMBER_ALONE.fullmatch(item.slot.what)
            if item.slot and len(item.slot.what) < 30
            else None
        )
        if number and not any(not line.blank for line in item.lines):
            found.setdefault(number["number"], item)
    return found


def _fuller(one: str, other: str) -> str:
    """The one of two headings that bills people, or says that it is no common talk."""
    found = parse_title(unnumbered(one))
    special = found.kind != "talk" and found.title != found.raw
    return unnumbered(one) if found.credits or special else other


def record_of(
    document: str,
    item: Item,
    event: str | None,
    known: Known,
    others: tuple[Credit, ...] = (),
) -> tuple[Record, list[Line]]:
    """The record of *item*, and the lines below an interlude that say nothing of it; *others* speak
    where it bills nobody."""
    title, lines = _title(item, known)
    if others and title.kind == "talk" and not title.credits:
        title = with_credits(title, others)
    body = read_body(_without_emphasis(lines), title.credits, tight=True)
    title = with_credits(title, body.people)
    bare, minutes = take_length(title.title)
    told = body.abstract is not None and not item.slot
    kind = "talk" if told and title.kind in INTERLUDES else title.kind
    kind = item.kind or kind if kind == "talk" else kind
    stray = [line for line in lines if not line.blank] if kind in INTERLUDES else []
    if stray:
        body = Body(None, (), title.credits)
        stray.append(Line(item.last, ""))  # a label with nothing behind it may come last
    first = item.opening.number
    record = titled(Record(document, "meetup", first, first if stray else item.last), title)
    record = record._replace(
        title=bare,
        kind=kind,
        duration=minutes,
        language=language(body.abstract),
        event=event,
        abstract=body.abstract,
        bios=body.bios,
    )
    return record, stray


def _without_emphasis(lines: list[Line]) -> list[Line]:
    """*lines* whose labels and names stand bare: ``**Bio**: …`` is ``Bio: …``."""
    return [
        Line(line.number, plain(line.text)) if _EMPHASISED.match(line.text) else line
        for line in lines
    ]


def _title(item: Item, known: Known) -> tuple[TitleLine, list[Line]]:
    """Title and people of an item, and the lines that then are left."""
    raw = unnumbered(item.heading) or item.labels.get("speaker", "") or item.opening.text.strip()
    known = replace(known, here=known.here + headed_names(item.lines, raw))
    title = title_of_event(raw, known) if item.announced else parse_title(raw, known)
    if "speaker" in item.labels and not title.credits:
        several = "several" in item.labels
        return with_credits(title, billed_by_label(item.labels["speaker"], several)), item.lines
    first = next((n for n, line in enumerate(item.lines) if not line.blank), None)
    if first is None:
        return title, item.lines
    text = plain(item.lines[first].text)
    rest = item.lines[first + 1 :]
    if _is_title(text) and (people := _only_people(raw, title, known)):
        below = parse_title(text, known)
        return with_credits(below, below.credits or people), rest
    if title.credits and not ROLE.match(text):
        return title, item.lines
    people, rest = _people_below(item.lines[first:], known)
    return with_credits(title, title.credits + people), rest if people else item.lines


def _people_below(lines: list[Line], known: Known) -> tuple[tuple[Credit, ...], list[Line]]:
    """The people whom the first of *lines* bill, and the lines that are left.

    ``Moderator: …`` may follow ``Panelists:`` and a list of those.
    """
    people: tuple[Credit, ...] = ()
    label = ""
    for n, line in enumerate(lines):
        text = plain(line.text)
        opening = ROLE.match(text)
        if line.blank and _leads_on(lines[n:]):
            continue
        if line.blank or (people and not label and not opening):
            return people, lines[n:]
        if opening and opening.end() == len(text):
            label = text
            continue
        listed = entry_of_list(text)
        billed = f"{label} {listed or text}" if label and not opening else listed or text
        found = billed_with_roles(billed, known) if opening else _people_line(billed, known)
        if not found:
            return people, lines[n:]
        people += found
        label = "" if opening else label
    return people, []


def _leads_on(lines: list[Line]) -> bool:
    """Whether what follows empty lines names people with a role."""
    following = next((plain(line.text) for line in lines[:3] if not line.blank), "")
    return bool(ROLE.match(following))


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
    if len(text) > 200 or (
        text.endswith((".", "!", "?", ":")) and not is_legal_form(text.rpartition(" ")[2])
    ):
        return ()
    by = people_named_by(text, known)
    if by:
        return by
    alone = take_person_alone(text, known) or take_placed_people(text, known)
    sure = begins_with_given_name(text) or known.is_person(text)
    if alone or not sure or len(text.split()) > 8:
        return alone
    return billed_with_roles(text, known)


def with_cards(records: list[Record], lines: list[Line]) -> list[Record]:
    """*records* with what the cards below ``Speakers`` add: a name, and below it an organisation
    and a position. Cards of people whom nobody bills are of the only talk there is."""
    talks = [n for n, record in enumerate(records) if record.kind not in (*INTERLUDES, "other")]
    for card in cards(lines):
        billed = False
        for index, record in enumerate(records):
            people = tuple(_with_card(credit, card) for credit in record.speakers)
            billed = billed or any(plausibly_same(c.name, card.name) for c in people)
            records[index] = record._replace(speakers=people)
        if not billed and len(talks) == 1:
            only = records[talks[0]]
            records[talks[0]] = only._replace(speakers=(*only.speakers, card))
    return records


def with_bios(records: list[Record], lines: list[Line]) -> list[Record]:
    """*records* with what is told below ``Speakers`` of each, under a name that stands alone."""
    told: dict[str, Bio] = {}
    name = ""
    for line in lines[:400]:
        text = plain(line.text)
        if len(text) <= 60 and looks_like_name(text) and not text.endswith("."):
            name = text
        elif name and text.endswith("."):
            told.setdefault(name_key(name), Bio(name, text))
            name = ""
    return [_with_bios(record, told) for record in records] if told else records


def _with_bios(record: Record, told: dict[str, Bio]) -> Record:
    known = {name_key(bio.name) for bio in record.bios if bio.name}
    keys = (name_key(credit.name) for credit in record.speakers)
    more = tuple(told[one] for one in keys if one in told and one not in known)
    return record._replace(bios=record.bios + more)


def _with_card(credit: Credit, card: Credit) -> Credit:
    if not plausibly_same(credit.name, card.name):
        return credit
    org = card.org if credit.org_shared and card.org else credit.org or card.org
    shared = credit.org_shared and org == credit.org and card.org is None
    return credit._replace(job=credit.job or card.job, org=org, org_shared=shared)


def cards(lines: list[Line]) -> list[Credit]:
    """The people on the cards in *lines*: names with organisations and positions below them."""
    found: list[Credit] = []
    for line in lines[:400]:
        text = plain(line.text)
        if not text or len(text) > 100 or text.endswith("."):
            continue
        alone = take_person_alone(text, Known())
        if alone:
            found += alone
        elif (
            looks_like_name(text)
            and not is_job(text)
            and (begins_with_given_name(text) or not found or (found[-1].org and found[-1].job))
        ):
            found.append(Credit(text))
        elif found and is_job(text):
            found[-1] = found[-1]._replace(job=found[-1].job or text)
        elif found:
            found[-1] = found[-1]._replace(org=found[-1].org or text)
    return found
