"""The part of a library that a change looks at, by numbers; all else stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple


class Part(NamedTuple):
    """Numbers of talks, people, events and documents; of the documents all of what they say."""

    talks: Collection[int]
    people: Collection[int]
    events: Collection[int]
    documents: Collection[int]


class Chosen(NamedTuple):
    """Which rows are of a part, as conditions of SQL on the column that numbers them."""

    talks: str = "1"
    people: str = "1"
    events: str = "1"
    documents: str = "1"


def chosen(db: sqlite3.Connection, part: Part | None) -> Chosen:
    """How to choose *part*, or everything; ``{}`` stands for the column."""
    if part is None:
        return Chosen()
    lists = (listed(db, f"part_{name}", numbers) for name, numbers in part._asdict().items())
    return Chosen(*(f"{{}} IN ({numbers})" for numbers in lists))


def listed(db: sqlite3.Connection, name: str, numbers: Iterable[int]) -> str:
    """The query that gives *numbers*, however many; a list of this *name* from before is lost."""
    db.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} (number INTEGER PRIMARY KEY)")
    db.execute(f"DELETE FROM temp.{name}")
    db.executemany(f"INSERT INTO temp.{name} VALUES (?)", ((number,) for number in numbers))
    return f"SELECT number FROM temp.{name}"
