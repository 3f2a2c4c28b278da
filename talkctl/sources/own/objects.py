"""Talks as talkctl's own JSON has them, back as records.

An object is one account of one talk, in the words of the talk itself. What it keeps of its sources
(``records``, ``sources``) stands in documents that are not here and gives no records of its own,
for nobody could look them up; only the bios, which talks do not have, are taken from there. People
are called by the name the library settled on: how a page billed them is a matter of that page.
"""

from __future__ import annotations

from typing import Any

from talkctl.model import KINDS, LEVELS, LINK_KINDS, ROLES, STATES, Link, Note
from talkctl.record import Bio, Credit, Record, Segment
from talkctl.sources.grammar.fields import string, strings
from talkctl.sources.grammar.links import kind_of_link
from talkctl.sources.grammar.moments import day_of
from talkctl.sources.videos import address
from talkctl.when import parse_clock

TALK_FIELDS = frozenset(
    "id slug title subtitle kind level language status event speakers orgs start end timezone"
    " local_start local_end date day room track published duration abstract tags links notes picked"
    " sources score match records transcript segments roles jobs affiliations"
    " link_kinds".split()
)
"""The fields of a talk in every format talkctl writes."""

OURS_ALONE = frozenset("local_start local_end picked".split())
"""Fields that no other programme has."""

_TELLING = frozenset("kind event speakers start abstract level sources published records".split())
_FOREIGN = frozenset(
    "guid code persons videos extractor extractor_key ie_key formats sessions schedule startsAt"
    " @type @context conference recorded session_id submission".split()
)
_LONGEST_LENGTH = 100_000
_LONGEST_RECORDING = 1e7
"""Seconds; no recording goes on for four months."""


def is_talk(value: object) -> bool:
    """Whether *value* is a talk as talkctl writes it, perhaps with some of its fields only."""
    if not isinstance(value, dict) or not isinstance(value.get("title"), str):
        return False
    names = set(value)
    if names & _FOREIGN:
        return False
    if names & OURS_ALONE:
        return True
    return bool(names & _TELLING) and names <= TALK_FIELDS


def record_of(document: str, value: dict[str, Any], first: int, last: int) -> Record | None:
    """The talk *value* as a record on those lines; ``None`` if it has no title."""
    title = string(value.get("title"))
    if not title:
        return None
    identity = string(value.get("id"))
    return Record(
        document=document,
        format="talkctl",
        first_line=first,
        last_line=last,
        raw_title=title,
        title=title,
        kind=_one_of(value.get("kind"), KINDS) or "talk",
        level=_one_of(value.get("level"), LEVELS),
        language=string(value.get("language")),
        event=_event(value.get("event")),
        speakers=speakers_of(value.get("speakers")),
        start=_moment(value.get("start")) or _moment(value.get("local_start")),
        end=_moment(value.get("end")) or _moment(value.get("local_end")),
        timezone=string(value.get("timezone")),
        date=_date(value.get("date")),
        day=_whole(value.get("day"), 1000),
        room=string(value.get("room")),
        track=string(value.get("track")),
        published=_date(value.get("published")),
        duration=_whole(value.get("duration"), _LONGEST_LENGTH),
        abstract=string(value.get("abstract")),
        tags=strings(value.get("tags")),
        bios=_bios(value.get("records")),
        links=_links(value.get("links")),
        notes=_notes(value.get("notes")),
        subtitle=string(value.get("subtitle")),
        status=_one_of(value.get("status"), STATES),
        uid=f"talk:{identity}" if identity else None,
        transcript=_transcript(value.get("segments") or value.get("transcript")),
    )


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _one_of(value: Any, names: tuple[str, ...]) -> str | None:
    return value if isinstance(value, str) and value in names else None


def _event(value: Any) -> str | None:
    return string(value.get("name")) if isinstance(value, dict) else string(value)


def speakers_of(value: Any) -> tuple[Credit, ...]:
    """The people that *value*, the ``speakers`` of a talk in JSON, bills."""
    if not isinstance(value, list):
        return ()
    people = [one if isinstance(one, dict) else {"name": one} for one in value]
    credits = []
    for person in people:
        name = string(person.get("name")) or string(person.get("billed_as"))
        org, identity = string(person.get("org")), string(person.get("id"))
        if name:
            credits.append(
                Credit(
                    name,
                    _one_of(person.get("role"), ROLES) or "speaker",
                    string(person.get("job")),
                    org,
                    bool(org) and person.get("org_certain") is False,
                    f"person:{identity}" if identity else None,
                )
            )
    return tuple(credits)


def _moment(value: Any) -> str | None:
    """An instant, or a local time with its date or without, as talkctl writes them."""
    from datetime import datetime

    text = string(value)
    if text is None or len(text) > 40:
        return None
    if len(text) <= len("19:00"):
        return parse_clock(text)
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if day_of(text[:10]) and len(text) > len("2024-02-03") else None


def _date(value: Any) -> str | None:
    return day_of(string(value))


def _whole(value: Any, most: int) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 <= value <= most else None


def _links(value: Any) -> tuple[Link, ...]:
    links = []
    for link in _objects(value):
        raw = string(link.get("url"))
        url = address(raw) if raw else None
        if raw and url:
            kind = _one_of(link.get("kind"), LINK_KINDS) or kind_of_link("", url)
            links.append(Link(kind, url, string(link.get("raw")) or raw))
    return tuple(dict.fromkeys(links))


def _notes(value: Any) -> tuple[Note, ...]:
    return tuple(
        Note(text, string(note.get("language")), string(note.get("source")))
        for note in _objects(value)
        if (text := string(note.get("text")))
    )


def _bios(records: Any) -> tuple[Bio, ...]:
    """The bios that the accounts of a talk have, each once."""
    found: dict[tuple[str, str], Bio] = {}
    for record in _objects(records):
        for bio in _objects(record.get("bios")):
            name, text = string(bio.get("name")), string(bio.get("text"))
            if name and text:
                found.setdefault((name, text), Bio(name, text, string(bio.get("heading"))))
    return tuple(found.values())


def _transcript(value: Any) -> tuple[Segment, ...]:
    return tuple(
        Segment(float(one["start"]), float(one["end"]), text)
        for one in _objects(value)
        if (text := string(one.get("text")))
        and all(_is_second(one.get(name)) for name in ("start", "end"))
    )


def _is_second(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value < _LONGEST_RECORDING
