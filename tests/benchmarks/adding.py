"""Adding an event of 200 talks to a library that is there already.

The rows are written by the row writers of the store, and the index is brought up to date as the
store offers it, in one transaction with a file that is synced as usual.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from pathlib import Path

from talkctl.record import Catalogue, Document
from talkctl.store import index
from talkctl.store.rows import TALK_TABLES, Entry, Numbers, insert_rows, rows_beside_talks
from tests.benchmarks.corpus import Corpus, make, next_event


def seconds_to_add(size: int, library: Path) -> tuple[float, float]:
    """Seconds to add the next event to a copy of *library*: all of it, and the index alone."""
    copy = library.with_suffix(".grown.db")
    shutil.copyfile(library, copy)
    os.sync()  # else the first commit waits until the copy is on the disk
    db = sqlite3.connect(copy)
    try:
        begun = time.perf_counter()
        numbers = _add_rows(db, next_event(make(size)))
        with_rows = time.perf_counter()
        index.update_index(db, numbers)
        db.commit()
        done = time.perf_counter()
    finally:
        db.close()
        copy.unlink()
    return done - begun, done - with_rows


def _add_rows(db: sqlite3.Connection, added: Corpus) -> list[int]:
    """The rows of the talks of *added*; the numbers of the talks."""
    talks = list(added.talks())
    (event,) = added.events
    document, happening, number, record = (
        1 + db.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()[0]
        for table, column in (
            ("document", "id"), ("event", "number"), ("talk", "number"), ("record", "id")
        )
    )  # fmt: skip
    name = talks[0].records[0].document
    ids = sorted({person.id for joined in talks for person in joined.talk.speakers})
    holders = ", ".join("?" * len(ids))
    query = f"SELECT id, number FROM person WHERE id IN ({holders})"
    people = dict(db.execute(query, ids).fetchall())
    numbers = Numbers({name: document}, {event.id: happening}, people)
    beside = Catalogue((Document(name, "sched", "0", 2000),), (event,), {}, (), {}, ())
    for table, rows in rows_beside_talks(beside, numbers).items():
        insert_rows(db, table, rows)
    entries = [Entry(number + place, record + place, joined) for place, joined in enumerate(talks)]
    for table, of_talks in TALK_TABLES.items():
        insert_rows(db, table, of_talks(entries, numbers))
    return [entry.number for entry in entries]
