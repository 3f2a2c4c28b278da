"""The words of each talk field by field: read from the tables, or told by the talk going there.

Both ways give the same. The index is built from talks as they pass by, which is three times as
fast, and changed by what the tables say. (What passes by has no notes of the library's owner: a
library that is built has none yet.)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from talkctl.model import Appearance, Talk
from talkctl.record import Alias, Catalogue, JoinedTalk
from talkctl.store import facts
from talkctl.store.facts import Facts
from talkctl.store.lexicon import FIELDS
from talkctl.store.schema import as_json

VIEW = """
CREATE VIEW talk_text AS
SELECT talk.number, talk.title,
    (SELECT group_concat(billed_as || coalesce(' ' || nullif(person.name, billed_as), '')
         || coalesce(' ' || (SELECT group_concat(name) FROM person_alias
                             WHERE person_alias.person = person.number), ''), char(10))
     FROM appearance JOIN person ON person.number = appearance.person
     WHERE appearance.talk = talk.number) AS speakers,
    (SELECT group_concat(org, char(10)) FROM appearance
     WHERE appearance.talk = talk.number) AS orgs,
    coalesce(talk.track, '') || CASE WHEN talk.tags = '[]' THEN '' ELSE char(10) || talk.tags END
        AS topics,
    event.name || ' ' || event.id || coalesce(char(10) ||
        (SELECT group_concat(name, char(10)) FROM event_alias
         WHERE event_alias.event = event.number), '') AS event,
    talk.abstract,
    (SELECT group_concat(text, char(10)) FROM
        (SELECT note.text FROM record JOIN note ON note.record = record.id
         WHERE record.talk = talk.number
         UNION ALL SELECT text FROM own_note WHERE own_note.talk = talk.id)) AS notes,
    (SELECT group_concat(DISTINCT bio.text) FROM record JOIN bio ON bio.record = record.id
     WHERE record.talk = talk.number) AS bios,
    '' AS facets
FROM talk LEFT JOIN event ON event.number = talk.event;
"""
"""The text of each talk by field, as it stands; people are found by all their names."""

_GATHERED = f"SELECT number, {', '.join(FIELDS)} FROM talk_text"


class Passages(NamedTuple):
    """One talk's words, one text for each of the fields of the index, and what filters ask of it."""

    number: int
    fields: tuple[str | None, ...]
    facts: Facts


def of_tables(db: sqlite3.Connection, where: str = "") -> Iterator[Passages]:
    """What the talks say that *where* chooses by ``number``, in the order of numbers."""
    known = facts.of_tables(db, where)
    for number, *fields in db.execute(f"{_GATHERED}{where} ORDER BY number"):
        yield Passages(number, tuple(fields), next(known))


def teller(catalogue: Catalogue, numbers: dict[str, int]) -> Callable[[int, JoinedTalk], Passages]:
    """A function that gives what a talk of *catalogue* says; *numbers* are those of people."""
    events = {event.id: event for event in catalogue.events}
    names = {
        event.id: "\n".join(
            (f"{event.name} {event.id}", *_sorted(catalogue.event_aliases.get(event.id, ())))
        )
        for event in catalogue.events
    }
    aliases = {
        person: ",".join(_sorted(known))
        for person, known in catalogue.person_aliases.items()
        if known
    }

    def tell(number: int, joined: JoinedTalk) -> Passages:
        talk = joined.talk
        event = events[talk.event.id] if talk.event else None
        fields = (
            talk.title,
            "\n".join([_called(person, aliases.get(person.id)) for person in talk.speakers]),
            "\n".join([person.org for person in talk.speakers if person.org is not None]),
            _topics(talk),
            names[event.id] if event else None,
            talk.abstract,
            _notes(joined),
            _bios(joined),
        )
        return Passages(number, fields, facts.of_talk(joined, event, numbers))

    return tell


def _sorted(aliases: Iterable[Alias]) -> list[str]:
    return sorted(alias.name for alias in aliases)


def _called(person: Appearance, aliases: str | None) -> str:
    name = person.billed_as
    if person.name != name:
        name = f"{name} {person.name}"
    return f"{name} {aliases}" if aliases is not None else name


def _topics(talk: Talk) -> str:
    tags = "\n" + as_json(talk.tags) if talk.tags else ""
    return (talk.track or "") + tags


def _notes(joined: JoinedTalk) -> str:
    return "\n".join([note.text for record in joined.records for note in record.notes])


def _bios(joined: JoinedTalk) -> str:
    return ",".join(dict.fromkeys(bio.text for record in joined.records for bio in record.bios))
