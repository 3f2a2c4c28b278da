"""The made libraries on disk, and the same talks in the plain table that others search."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from talkctl.model import Talk
from tests.benchmarks import corpus
from tests.benchmarks.environment import ROOT

SEARCHED = ("title", "speakers", "orgs", "event", "abstract")
"""The columns of the plain table that its full-text index holds."""


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


def main() -> None:
    """Fill one plain table with sqlite-utils, and print what that took, as JSON."""
    import resource
    import time

    from sqlite_utils import Database

    size, path = int(sys.argv[1]), Path(sys.argv[2])
    made = corpus.make(size)
    begun = time.process_time()
    for joined in made.talks():
        plain_row(joined.talk)
    drawing = time.process_time() - begun
    begun = time.process_time()
    table = Database(path).table("talks")
    table.insert_all(plain_row(joined.talk) for joined in made.talks())
    inserted = time.process_time()
    table.enable_fts(SEARCHED)
    table.optimize()
    done = time.process_time()
    print(json.dumps({
        "talks": size, "drawing": drawing, "writing": done - begun - drawing,
        "inserting": inserted - begun - drawing, "file": path.stat().st_size,
        "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
