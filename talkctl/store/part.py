"""The part of a library that a change looks at, by numbers; all else stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
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


EVERYTHING = Chosen()


def chosen(db: sqlite3.Connection, part: Part | None) -> Chosen:
    """How to choose *part*, or everything; ``{}`` stands for the column."""
    if part is None:
        return EVERYTHING
    conditions = {}
    for name, numbers in part._asdict().items():
        table = f"part_{name}"
        db.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (number INTEGER PRIMARY KEY)")
        db.execute(f"DELETE FROM {table}")
        db.executemany(f"INSERT INTO {table} VALUES (?)", ((number,) for number in numbers))
        conditions[name] = f"{{}} IN (SELECT number FROM temp.{table})"
    return Chosen(**conditions)
