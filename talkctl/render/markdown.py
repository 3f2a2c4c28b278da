"""Markdown: a page for a talk or a person, a chapter for an event, tables for lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from talkctl.render.answer import Answer, Item, Paper, Shape, org_name, rows
from talkctl.render.dates import (
    day_of,
    hours,
    length,
    long_date,
    weekday_date,
    when,
    zone,
)
from talkctl.render.programme import chapters
from talkctl.render.said import paragraphs
from talkctl.text import key, one_line, printable

_MEANINGFUL = re.compile(r"[\\`*_{}\[\]<>|~&]")
"""Letters that Markdown or HTML takes for more than themselves, anywhere."""

_LINE_START = re.compile(r"^([#+\-=]|\d+(?=[.)]))")
"""What makes a heading, a list or a rule at the beginning of a line."""

_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)

_COLUMNS: dict[Shape, tuple[str, ...]] = {
    "people": ("name", "talk_count", "orgs", "id"),
    "events": ("name", "city", "start", "end", "talk_count", "speaker_count", "timed_count", "id"),
    "related": ("id", "title", "speakers", "event", "reason"),
    "orgs": ("name", "talk_count", "speaker_count", "event_count", "people"),
    "org": ("name", "talk_count", "speaker_count", "event_count", "people"),
    "topics": ("topic", "talks", "elsewhere", "titles"),
    "sources": ("document", "format", "lines", "records", "talks", "remarks"),
}


def render(answer: Answer, paper: Paper) -> None:
    """Write *answer* as Markdown."""
    if not answer.items:
        return
    view = _table if answer.fields else _VIEWS.get(answer.shape, _table)
    blocks = [f"# {text(answer.title)}"] if answer.title else []
    blocks += view(answer)
    blocks += [f"*{text(note)}*" for note in answer.notes]
    paper.write("\n\n".join(block for block in blocks if block) + "\n")


def text(content: str | None) -> str:
    """*content* on one line, meaning nothing but itself."""
    line = _MEANINGFUL.sub(r"\\\g<0>", one_line(content or ""))
    return _LINE_START.sub(_escaped_start, line)


def _escaped_start(found: re.Match[str]) -> str:
    """``1.`` is a list until its dot is escaped; the signs are escaped themselves."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _prose(content: str) -> str:
    """*content* with its paragraphs, and its line breaks as Markdown breaks lines."""
    paragraphs = re.split(r"\n\s*\n", printable(content).strip())
    return "\n\n".join(
        "\\\n".join(text(line) for line in paragraph.splitlines()) for paragraph in paragraphs
    )


def _address(url: str) -> str:
    """Only addresses of the web become links."""
    return f"<{one_line(url)}>" if _ADDRESS.fullmatch(one_line(url)) else text(url)


def _grid(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *lines))


def _table(answer: Answer) -> list[str]:
    head, lines = rows(answer, _COLUMNS)
    cells = [[text(cell) for cell in line] for line in lines]
    return [_grid([text(name) for name in head], cells)]


def _talks(answer: Answer) -> list[str]:
    return [_talk_table(answer.items)]


def _talk_table(talks: Iterable[Item]) -> str:
    lines = (
        [
            text(talk["id"]),
            _title(talk),
            _people(talk),
            text(talk["event"]["name"] if talk["event"] else ""),
            text(when(talk)),
            text(talk["level"]),
        ]
        for talk in talks
    )
    return _grid(["id", "talk", "speakers", "event", "when", "level"], lines)


def _title(talk: Item) -> str:
    kind = "" if talk["kind"] == "talk" else f" ({text(talk['kind'])})"
    return f"**{text(talk['title']) or 'no title'}**{kind}"


def _people(talk: Item) -> str:
    return "; ".join(_billing(speaker) for speaker in talk["speakers"])


def _billing(speaker: Item) -> str:
    role = "" if speaker["role"] in ("speaker", "panelist") else f" ({text(speaker['role'])})"
    org = org_name(speaker["org"], speaker["org_certain"]) if speaker["org"] else ""
    return text(speaker["billed_as"]) + role + (f", {text(org)}" if org else "")


def _schedule(answer: Answer) -> list[str]:
    blocks = []
    for chapter in chapters(answer.items):
        blocks.append(f"## {text(chapter.heading)}")
        for day in chapter.all_days:
            clocks = f" · times in {text(day.clocks)}" if day.clocks else ""
            blocks += [f"### {text(day.heading)}{clocks}", _day(day.talks)]
    return blocks


def _day(talks: Iterable[Item]) -> str:
    lines = (
        [text(hours(talk)), text(talk["room"]), _title(talk), _people(talk), text(talk["id"])]
        for talk in talks
    )
    return _grid(["time", "room", "talk", "speakers", "id"], lines)


def _notebook(answer: Answer) -> list[str]:
    """Each talk with what it was about and what was noted on it, by event and day."""
    blocks = []
    for chapter in chapters(answer.items):
        blocks.append(f"# {text(chapter.heading)}")
        for day in chapter.days:
            clocks = f" · times in {text(day.clocks)}" if day.clocks else ""
            blocks.append(f"## {text(day.heading)}{clocks}")
            blocks += [block for talk in day.talks for block in _entry(talk)]
        if chapter.rest and chapter.days:
            blocks.append("## Without a time")
        blocks += [block for talk in chapter.rest for block in _entry(talk)]
    return blocks


def _entry(talk: Item) -> list[str]:
    told = " · ".join(
        part for part in (text(hours(talk)), text(talk["title"]) or "no title") if part
    )
    kind = "" if talk["kind"] == "talk" else talk["kind"]
    night = "after midnight" if talk["start"] and talk["start"][:10] > (talk["date"] or "~") else ""
    facts = [
        _people(talk),
        f"in {text(talk['room'])}" if talk["room"] else "",
        f"track {text(talk['track'])}" if talk["track"] else "",
        *map(text, (talk["status"], kind, talk["level"], night)),
        length(talk["duration"]),
        text(talk["id"]),
    ]
    # A dot of somebody else's is none of ours, which stand between the facts.
    line = " · ".join(fact.replace(" · ", " &#183; ") for fact in facts if fact)
    blocks = [f"### {told}", line]
    blocks += [f"**{text(talk['subtitle'])}**"] if talk["subtitle"] else []
    blocks.append(_prose(talk["abstract"] or ""))
    blocks.append(_list(f"{text(link['kind'])}: {_address(link['url'])}" for link in talk["links"]))
    for note in talk["notes"]:
        blocks.append(_quoted(note["text"], text(note["source"])))
    own = talk.get("own") or {"rating": None, "notes": []}
    if own["rating"]:
        blocks.append(f"**My rating:** {'★' * own['rating']}{'☆' * (5 - own['rating'])}")
    return blocks + [_quoted(note["text"], "my note") for note in own["notes"]]


def _quoted(content: str, origin: str) -> str:
    """*content* set apart as somebody's remark, with where it stands."""
    told = "\n\n".join(part for part in (_prose(content), f"*{origin}*" if origin else "") if part)
    return "\n".join(f"> {line}".rstrip() for line in told.splitlines())


def _talk_pages(answer: Answer) -> list[str]:
    return [block for talk in answer.items for block in _talk_page(talk)]


def _talk_page(talk: Item) -> list[str]:
    blocks = [f"# {text(talk['title']) or 'no title'}", _list(_talk_facts(talk))]
    blocks.append(_prose(talk["abstract"] or ""))
    bios = {key(bio["text"]): bio for record in talk.get("records", []) for bio in record["bios"]}
    for bio in bios.values():
        blocks += [f"## About {text(bio['name'])}", _prose(bio["text"])]
    if talk["links"]:
        links = [f"{text(link['kind'])}: {_address(link['url'])}" for link in talk["links"]]
        blocks += ["## Links", _list(links)]
    if talk["notes"]:
        blocks.append("## Notes")
    for note in talk["notes"]:
        origin = " · ".join(text(part) for part in (note["language"], note["source"]) if part)
        blocks += [f"*{origin}*" if origin else "", _prose(note["text"])]
    places = [
        f"{text(source['document'])}, lines {source['first_line']}–{source['last_line']}"
        for source in talk["sources"]
    ]
    if segments := talk.get("segments"):
        said = (f"**{when}** {text(passage)}" for when, passage in paragraphs(segments))
        blocks += ["## Transcript", *said]
    return blocks + (["## Sources", _list(places)] if places else [])


def _talk_facts(talk: Item) -> list[str]:
    date = day_of(talk)
    day = weekday_date(date) if date else f"day {talk['day']}" if talk["day"] else ""
    clocks = f"{hours(talk)} ({zone(talk)})" if hours(talk) and zone(talk) else hours(talk)
    facts = [
        ("Speakers", _people(talk)),
        ("Event", text(talk["event"]["name"]) if talk["event"] else ""),
        ("Given", text(", ".join(part for part in (day, clocks) if part))),
        ("Room", text(talk["room"])),
        ("Track", text(talk["track"])),
        ("Kind", text(talk["kind"])),
        ("Level", text(talk["level"])),
        ("Length", length(talk["duration"])),
        ("Recording published", text(long_date(talk["published"] or ""))),
        ("Tags", text(", ".join(talk["tags"]))),
        ("Id", text(talk["id"])),
    ]
    return [f"**{name}:** {said}" for name, said in facts if said]


def _person_pages(answer: Answer) -> list[str]:
    return [
        block
        for person in answer.items
        for block in _person_page(person, answer.asides.get(person["id"], ""))
    ]


def _person_page(person: Item, topics: str) -> list[str]:
    orgs = [text(org_name(org["name"], org["certain"])) for org in person["orgs"]]
    facts = [
        ("Speaks of", text(topics)),
        ("Also as", ", ".join(text(alias) for alias in person["aliases"])),
        ("Spoke for", ", ".join(orgs)),
        ("With", ", ".join(text(other["name"]) for other in person["co_speakers"])),
        ("Id", text(person["id"])),
    ]
    blocks = [
        f"# {text(person['name'])}",
        _list(f"**{name}:** {said}" for name, said in facts if said),
    ]
    for bio in person["bios"]:
        blocks += [_prose(bio["text"]), f"*{text(bio['source'])}*"]
    return blocks + (["## Talks", _talk_table(person["talks"])] if person["talks"] else [])


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


_VIEWS: dict[Shape, Callable[[Answer], list[str]]] = {
    "talks": _talks,
    "schedule": _schedule,
    "export": _notebook,
    "talk": _talk_pages,
    "person": _person_pages,
}
