"""Which facets each talk has, read from the tables when the index is built."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from talkctl.model import INTERLUDES
from talkctl.store.facets import (
    EVERYTHING,
    INTERLUDE,
    PERSON,
    TALK,
    WEEKDAYS,
    Facet,
    facet_key,
    token,
)  # fmt: skip

_FACTS = """
SELECT talk.number, talk.kind, talk.level, talk.language, event.id, event.name, event.start,
    talk.date, talk.start, talk.local_start, talk.day, talk.room, talk.track, talk.tags,
    talk.abstract IS NOT NULL, talk.transcript,
    (SELECT json_group_array(json_array(appearance.person, appearance.org))
     FROM appearance WHERE appearance.talk = talk.number),
    (SELECT group_concat(DISTINCT link.kind) FROM record JOIN link ON link.record = record.id
     WHERE record.talk = talk.number),
    EXISTS (SELECT 1 FROM record JOIN note ON note.record = record.id
     WHERE record.talk = talk.number)
FROM talk LEFT JOIN event ON event.number = talk.event
"""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=65536)
def facet(name: str, value: str, key: str | None = None) -> Facet:
    """The facet of a talk which has *value* for the filter *name*."""
    key = facet_key(value) if key is None else key
    return Facet(name, key, value, token(name, key))


def of_talks(db: sqlite3.Connection, where: str) -> Iterator[tuple[str, list[Facet]]]:
    """The artificial words of each talk and what filters can choose by, in the order of numbers."""
    query = _FACTS + where.replace("number", "talk.number") + " ORDER BY talk.number"
    everything, talk, interlude = (token(name, "") for name in (EVERYTHING, TALK, INTERLUDE))
    for row in db.execute(query):
        billings = json.loads(row[-3])
        found = list(dict.fromkeys(_facets(row, billings)))
        tokens = [everything, interlude if row[1] in INTERLUDES else talk]
        tokens += [one.token for one in found]
        tokens += [token(PERSON, str(person)) for person, _ in billings]
        yield " ".join(tokens), found


def _facets(row: Sequence[Any], billings: list[tuple[int, str]]) -> list[Facet]:
    (_, kind, level, language, event_id, event_name, event_start, date_given, start, local_start,
     day, room, track, tags, abstract, transcript, _, links, notes) = row  # fmt: skip
    asked = [("kind", kind), ("level", level), ("language", language), ("room", room)]
    asked.append(("track", track))
    if tags != "[]":
        asked += [("tag", tag) for tag in json.loads(tags)]
    asked += [("org", org) for _, org in billings]
    kinds = links.split(",") if links else ()
    asked += [("has", having) for having in ("video", "slides") if having in kinds]
    facts = (
        ("notes", notes),
        ("abstract", abstract),
        ("time", start or local_start),
        ("transcript", transcript),
    )
    asked += [("has", having) for having, known in facts if known]
    if clock := start[11:16] if start else local_start:
        asked.append(("clock", clock))
    found = [facet(name, value) for name, value in asked if value]
    if event_id:
        found.append(facet("event", event_name, facet_key(event_id)))
    return [one for one in found if one.key] + _times(date_given, day, event_start, event_name)


@lru_cache(maxsize=4096)
def _times(
    date_given: str | None, day: int | None, event_start: str | None, event_name: str | None
) -> list[Facet]:
    """Year, month, date, weekday and day number, as far as they are known or follow."""
    found = []
    year = (date_given or event_start or "")[:4]
    if not year and (named := _YEAR.search(event_name or "")):
        year = named[0]
    if year:
        found.append(facet("year", year))
    if date_given:
        when = date.fromisoformat(date_given)
        found += [facet("month", date_given[:7]), facet("date", date_given)]
        found.append(facet("weekday", WEEKDAYS[when.weekday()]))
        if day is None and event_start:
            day = (when - date.fromisoformat(event_start[:10])).days + 1
    if day is not None:
        found.append(facet("day", str(day)))
    return found
