"""A library drawn up anew, whole or in part, and the traces by which it is found what is near."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from talkctl.identity.events import DECIDED
from talkctl.identity.traces import trace_of_record, traces_of_name, traces_of_talk
from talkctl.intake.documents import CORRECTIONS
from talkctl.record import Catalogue
from talkctl.store import traces
from talkctl.store.part import Part
from talkctl.store.update import Written, replace_catalogue


def draw_up(db: sqlite3.Connection, catalogue: Catalogue, part: Part | None = None) -> None:
    """Make the library, or *part* of it, hold *catalogue*, and keep the traces that it leaves."""
    written = replace_catalogue(db, catalogue, part)
    if part is None:
        traces.start_over(db)
    else:
        traces.forget(db, written.records, part.people)
    of_records = _of_records(db, catalogue, written if part else None)
    traces.keep(db, of_records, _of_people(db, catalogue))
    traces.seal(db)


def _of_records(
    db: sqlite3.Connection, catalogue: Catalogue, written: Written | None
) -> Iterator[tuple[int, int]]:
    """The traces of all records, or of those that were *written*."""
    query = "SELECT id FROM record WHERE talk = (SELECT number FROM talk WHERE id = ?)"
    for joined in catalogue.talks:
        talk = joined.talk.id
        if written is None or talk in written.new or talk in written.changed:
            numbers = [number for (number,) in db.execute(f"{query} ORDER BY position", (talk,))]
            for record, number in zip(joined.records, numbers, strict=True):
                for trace in (trace_of_record(record), *traces_of_talk(record)):
                    yield trace, number


def _of_people(db: sqlite3.Connection, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    for person in catalogue.people:
        aliases = catalogue.person_aliases.get(person.id, ())
        names = [alias.name for alias in aliases if alias.source not in (CORRECTIONS, DECIDED)]
        query = "SELECT number FROM person WHERE id = ?"
        (number,) = db.execute(query, (person.id,)).fetchone()
        for name in (person.name, *names):
            for trace in traces_of_name(name):
                yield trace, number
