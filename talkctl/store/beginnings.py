"""What in a library begins with the letters somebody has typed: found by indexes, never by a walk.

Where more begins so than anybody reads, the first are told and the very last one: a shell puts in
what all candidates have in common, and that must not be more than what all of the library have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from talkctl.store.lexicon import facet_key
from talkctl.store.location import library_path
from talkctl.text import fold, slug, words

Found = Iterable[tuple[str, str]]
"""Values, each with a few words that say what it is."""

_LAST = "\U0010ffff"
_MOST = 100


@contextmanager
def open_beginnings(asked: str | None) -> Iterator[Beginnings]:
    """The library *asked* for or the usual one; raises where it cannot be read."""
    path = str(library_path(asked).absolute())
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        path = path.replace(sign, code)
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        yield Beginnings(db)
    finally:
        db.close()


class Beginnings:
    """A library asked for what begins so."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def talks(self, typed: str) -> Found:
        """Ids and slugs of talks with their titles; else slugs of talks with such words."""
        if not typed:
            return self._rows("SELECT id, title FROM talk ORDER BY number DESC LIMIT ?", _MOST)
        found = [
            *self._range("talk", "id", "title", typed.lower()),
            *self._range("talk", "slug", "title", typed.lower()),
        ]
        return found or self._talks_with(words(typed))

    def _talks_with(self, typed: Sequence[str]) -> Found:
        if not typed or len(typed[-1]) < 3:
            return []
        *whole, last = typed
        asked = " ".join([*(f'"{word}"' for word in whole), f'"{last}" *'])
        return self._rows(
            "SELECT slug, title FROM talk WHERE number IN (SELECT rowid FROM title_search"
            " WHERE title_search MATCH ? ORDER BY rowid DESC LIMIT ?)",
            f"title : ({asked.replace(' ', ' AND ', len(whole))})",
            _MOST,
        )

    def people(self, typed: str) -> Found:
        """Ids of people with their names; names, where a name is being typed."""
        return self._called("person", typed, _is_name(typed)) or self._bearers(typed)

    def _bearers(self, typed: str) -> list[tuple[str, str]]:
        """People in whose names stands a word that begins so."""
        asked = words(typed)[-1:]
        if not asked:
            return []
        found = self._rows(
            "SELECT id, name FROM person WHERE number IN (SELECT person FROM name_word"
            " WHERE word >= ? AND word < ? LIMIT ?) ORDER BY id",
            asked[0], asked[0] + _LAST, _MOST,
        )  # fmt: skip
        return [(name, "") if _is_name(typed) else (id_, name) for id_, name in found]

    def events(self, typed: str, names: bool = False) -> Found:
        """Ids of events with their names; *names*, or where a name is being typed, those."""
        names = names or _is_name(typed)
        found = self._called("event", typed, names)
        return found or [
            (name, "") if names else (id_, name)
            for id_, name in self._rows("SELECT id, name FROM event ORDER BY id")
            if any(fold(word).startswith(fold(typed)) for word in (name, *words(name)))
        ]

    def _called(self, table: str, typed: str, names: bool) -> list[tuple[str, str]]:
        beginning = slug(typed) if words(typed) else ""
        found = self._range(table, "id", "name", beginning)
        if not names:
            return found
        return [(name, "") for _, name in found if fold(name).startswith(fold(typed))]

    def any_id(self, typed: str) -> Found:
        """Ids of talks, people and events."""
        typed = typed.lower()
        tables = (("talk", "title"), ("person", "name"), ("event", "name"))
        return [row for table, told in tables for row in self._range(table, "id", told, typed)]

    def picked(self, typed: str) -> Found:
        """Ids of the talks on the agenda, by them or a word of their titles."""
        picked = "SELECT id, title FROM mark JOIN talk ON id = mark.talk WHERE picked IS NOT NULL"
        return [
            (id_, title)
            for id_, title in self._rows(f"{picked} ORDER BY id")
            if any(one.startswith(fold(typed)) for one in (id_, *words(title)))
        ]

    def decisions(self, typed: str) -> Found:
        """Numbers of the decisions that hold, the latest first."""
        held = "SELECT CAST(id AS TEXT), said FROM decision WHERE undone IS NULL ORDER BY id DESC"
        return [(number, said) for number, said in self._rows(held) if number.startswith(typed)]

    def documents(self, typed: str) -> Found:
        """Names of documents with their formats."""
        return self._range("document", "name", "format", typed)

    def days(self, typed: str) -> Found:
        """Dates, weekdays, and the words for the days around this one."""
        today = date.today().isoformat()
        named = [*self.facet("date", typed), *self.facet("weekday", typed)]
        around = [("today", today), ("tomorrow", ""), ("yesterday", "")]
        return [*(one for one in around if one[0].startswith(typed.lower())), *named]

    def facet(self, name: str, typed: str) -> Found:
        """Values of a filter, each with how many talks it has; else those with such a word."""
        key = facet_key(typed)
        rows = self._rows(
            "SELECT value, talks FROM facet WHERE name = ? AND key >= ? AND key < ? AND talks > 0"
            " ORDER BY key LIMIT ?",
            name, key, key + _LAST, _MOST + 1,
        )  # fmt: skip
        if len(rows) > _MOST:
            rows[-1:] = self._rows(
                "SELECT value, talks FROM facet WHERE name = ? AND key < ? AND talks > 0"
                " ORDER BY key DESC LIMIT 1",
                name, key + _LAST,
            )  # fmt: skip
        if not rows and words(typed):
            rows = self._rows(
                "SELECT value, talks FROM facet WHERE name = ? AND key LIKE '%' || ? || '%'"
                " AND talks > 0 ORDER BY key LIMIT ?",
                name, key, _MOST,
            )  # fmt: skip
        return [(value, f"{talks} talk{'s' * (str(talks) != '1')}") for value, talks in rows]

    def _range(self, table: str, column: str, told: str, typed: str) -> list[tuple[str, str]]:
        asked = f"SELECT {column}, {told} FROM {table} WHERE {column} >= ? AND {column} < ?"
        ends = (typed, typed + _LAST)
        rows = self._rows(f"{asked} ORDER BY {column} LIMIT ?", *ends, _MOST + 1)
        if len(rows) > _MOST:
            rows[-1:] = self._rows(f"{asked} ORDER BY {column} DESC LIMIT 1", *ends)
        return rows

    def _rows(self, query: str, *values: str | int) -> list[tuple[str, str]]:
        return self.db.execute(query, values).fetchall()


def _is_name(typed: str) -> bool:
    """Whether *typed* is the beginning of a name and of no id."""
    return typed != typed.lower() or " " in typed or not typed.isascii()
