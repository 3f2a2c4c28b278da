"""The made libraries on disk, and the same talks in the plain table that others search."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from talkctl.model import Talk
from talkctl.store.rows import COLUMNS, TALK_TABLES, Numbers, entries, rows_beside_talks
from tests.benchmarks import corpus
from tests.benchmarks.environment import ROOT

SEARCHED = ("title", "speakers", "orgs", "event", "abstract")
"""The columns of the plain table that its full-text index holds."""

_TEXTS = {
    "talk": ("title", "track", "abstract"),
    "person": ("name",),
    "appearance": ("billed_as", "org"),
    "bio": ("text",),
    "note": ("text",),
}
"""The columns of our own rows that hold words, for an index by sqlite-utils."""

_AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Library:
    """A made library: where it is, and what making it took."""

    size: int
    path: Path
    made: dict[str, Any]
    reused: bool

    @property
    def plain(self) -> Path:
        """Where the plain table with the same talks is kept."""
        return self.path.with_suffix(".plain.db")


def library(size: int, folder: Path) -> Library:
    """The library of *size* talks in *folder*, made in a process of its own if it is not there."""
    path = folder / f"talks-{size}.db"
    about = path.with_suffix(".json")
    reused = path.exists() and about.exists()
    if not reused:
        about.write_text(_in_a_process("corpus", str(size), str(path)))
    return Library(size, path, json.loads(about.read_text()), reused)


def plain(made: Library) -> dict[str, Any]:
    """Make the plain table of *made* if it is not there; what that took."""
    about = made.plain.with_suffix(".json")
    if not made.plain.exists() or not about.exists():
        made.plain.unlink(missing_ok=True)
        about.write_text(_in_a_process("libraries", str(made.size), str(made.plain)))
    found: dict[str, Any] = json.loads(about.read_text())
    return found


def _in_a_process(module: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return done.stdout


def plain_row(talk: Talk) -> dict[str, Any]:
    """A talk as one row, as somebody would store it who has no library to keep."""
    return {
        "id": talk.id,
        "slug": talk.slug,
        "title": talk.title,
        "kind": talk.kind,
        "level": talk.level,
        "language": talk.language,
        "event": talk.event.name if talk.event else None,
        "speakers": "\n".join(person.billed_as for person in talk.speakers),
        "orgs": "\n".join(person.org or "" for person in talk.speakers),
        "start": talk.start,
        "end": talk.end,
        "date": talk.date,
        "room": talk.room,
        "track": talk.track,
        "tags": " ".join(talk.tags),
        "abstract": talk.abstract,
    }


def rows_of(path: Path) -> Iterator[tuple[str, str]]:
    """Title and searched text of each talk of a plain table, in order."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    query = f"SELECT {', '.join(SEARCHED)} FROM talks ORDER BY rowid"
    for row in db.execute(query):
        yield row[0], " ".join(" ".join(text.split()) for text in row if text)
    db.close()


def same_rows(made: corpus.Corpus) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Table by table and some at a time, the very rows of which our library of *made* consists."""
    catalogue = made.catalogue()
    numbers = Numbers(
        {document.name: n for n, document in enumerate(catalogue.documents, 1)},
        {event.id: n for n, event in enumerate(catalogue.events, 1)},
        {},
    )
    for table, beside in rows_beside_talks(catalogue, numbers).items():
        yield from _by_column(table, beside)
    coming = entries(catalogue.talks)
    while batch := list(islice(coming, _AT_A_TIME)):
        for table, of_talks in TALK_TABLES.items():
            yield from _by_column(table, of_talks(batch, numbers))


def _by_column(
    table: str, rows: Iterator[dict[str, Any]] | Iterator[tuple[Any, ...]]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    while some := list(islice(rows, _AT_A_TIME)):
        yield (
            table,
            [
                row if isinstance(row, dict) else dict(zip(COLUMNS[table], row, strict=True))
                for row in some
            ],
        )


def _write_the_same(size: int, path: Path) -> dict[str, Any]:
    """Let sqlite-utils write the rows of our library, and index their texts; what that took."""
    from sqlite_utils import Database

    path.unlink(missing_ok=True)
    database = Database(path)
    rows, taken = 0, 0.0
    for table, some in same_rows(corpus.make(size)):
        begun = time.process_time()
        database.table(table).insert_all(some)
        taken += time.process_time() - begun
        rows += len(some)
    begun = time.process_time()
    for table, columns in _TEXTS.items():
        if database.table(table).exists():
            database.table(table).enable_fts(columns)
            database.table(table).optimize()
    taken += time.process_time() - begun
    database.close()
    path.unlink()
    return {"same_rows": rows, "same_writing": taken}


def main() -> None:
    """Fill one plain table with sqlite-utils, and print what that took, as JSON."""
    import resource

    from sqlite_utils import Database

    size, path = int(sys.argv[1]), Path(sys.argv[2])
    clock = corpus.Clock()
    rows = clock.timed(plain_row(joined.talk) for joined in corpus.make(size).talks())
    begun = time.process_time()
    table = Database(path).table("talks")
    table.insert_all(rows)
    inserted = time.process_time()
    table.enable_fts(SEARCHED)
    table.optimize()
    done = time.process_time()
    print(json.dumps({
        "talks": size, "drawing": clock.seconds, "writing": done - begun - clock.seconds,
        "inserting": inserted - begun - clock.seconds, "file": path.stat().st_size,
        "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        **_write_the_same(size, path.with_suffix(".rows.db")),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
