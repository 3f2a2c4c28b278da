"""A library at a glance: how much there is, and something to begin with, without counting it all."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from typing import NamedTuple

from talkctl.model import INTERLUDES
from talkctl.store.lexicon import TALK
from talkctl.store.lookup import WITH_TALKS, has_facet
from talkctl.text import words

_KINDS = ", ".join(map(repr, INTERLUDES))
_LATEST = 200
"""Among so many of the latest talks something to begin with is chosen."""
_WORD = re.compile(r"[^\W\d_]{5,}")


class LatestEvent(NamedTuple):
    """An event as a line tells it."""

    id: str
    name: str
    start: str | None
    end: str | None
    talks: int
    timed: int


class Glance(NamedTuple):
    """How much a library has; the latest of its events; a word, a name and a talk to ask for."""

    talks: int
    timed: int
    people: int
    events: int
    latest: tuple[LatestEvent, ...]
    word: str | None
    person: str | None
    slug: str | None


def glance(db: sqlite3.Connection, events: int) -> Glance:
    """The library in *db*, with at most so many *events*."""
    talks = _number(
        db, f"SELECT sum(talks) FROM facet WHERE name = 'kind' AND key NOT IN ({_KINDS})"
    )
    return Glance(
        talks=talks,
        timed=_number(
            db,
            "SELECT count(*) FROM search WHERE search MATCH ?",
            f"{has_facet('has', ('time',))} AND {has_facet(TALK, ('',))}",
        ),
        people=_number(db, "SELECT count(*) FROM person"),
        events=_number(db, f"SELECT count(*) FROM event WHERE {WITH_TALKS}"),
        latest=tuple(
            LatestEvent(*row)
            for row in db.execute(
                'SELECT id, name, start, "end", talk_count, timed_count FROM event'
                f" WHERE {WITH_TALKS} ORDER BY start DESC, name, number LIMIT ?",
                (events,),
            )
        ),
        word=_telling_word(db, talks),
        person=_text(
            db,
            "SELECT name FROM person WHERE number IN (SELECT person FROM appearance WHERE talk >"
            f" (SELECT max(number) FROM talk) - {_LATEST}) ORDER BY talk_count DESC, name LIMIT 1",
        ),
        slug=_text(
            db, f"SELECT slug FROM talk WHERE kind NOT IN ({_KINDS}) ORDER BY number DESC LIMIT 1"
        ),
    )


def _telling_word(db: sqlite3.Connection, talks: int) -> str | None:
    """A word that stands in titles far more than in texts: what some of the latest talks are about."""
    titles: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for (title,) in db.execute(
        f"SELECT title FROM talk WHERE kind NOT IN ({_KINDS}) ORDER BY number DESC LIMIT ?",
        (_LATEST,),
    ):
        found = {words(word)[0]: word for word in _WORD.findall(title)}
        titles.update(found.keys())
        spelt |= found
    holders = ", ".join("?" * len(spelt))
    known = db.execute(f"SELECT term, talks FROM term WHERE term IN ({holders})", tuple(spelt))
    telling = max(
        known,
        key=lambda row: (
            row[1] <= talks / 4,
            titles[row[0]] > 1,
            titles[row[0]] ** 2 / max(row[1], 1),
            row[0],
        ),
        default=None,
    )
    return spelt[telling[0]] if telling else None


def _number(db: sqlite3.Connection, query: str, *values: str) -> int:
    return int(db.execute(query, values).fetchone()[0] or 0)


def _text(db: sqlite3.Connection, query: str) -> str | None:
    row = db.execute(query).fetchone()
    return row[0] if row else None
