"""What was said in recordings: found by its words, and with the second at which it is said.

A transcript has as many words as a hundred abstracts, and mishears many. So its words stand in a
full-text table of their own, some thirty seconds to a row: they are found as they are written, but
no correction is made towards them, and who searches talks pays nothing for them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from talkctl.store import lexicon

TABLES = """
CREATE TABLE utterance (
    id INTEGER PRIMARY KEY, talk INTEGER NOT NULL, record INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE INDEX utterance_talk ON utterance (talk);
CREATE VIEW spoken_text AS
SELECT utterance.id,
    (SELECT group_concat(text, ' ') FROM segment WHERE segment.record = utterance.record
     AND segment.position BETWEEN utterance.first AND utterance.last) AS text
FROM utterance;
CREATE VIRTUAL TABLE transcript_search USING fts5(
    text, content='spoken_text', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
"""

_SECONDS = 30.0
_LETTERS = 2000
"""An utterance ends after so many seconds or letters, whichever comes first."""

_SCORED = 2000
"""Of so many utterances, the newest, the best are chosen, which bounds the time of an answer."""


class Spoken(NamedTuple):
    """Words of a recording: the number of the talk, when they are said, and about them the text."""

    talk: int
    start: float
    """Seconds from the beginning of the recording."""
    text: str


def spoken(
    db: sqlite3.Connection,
    expression: str,
    talks: Iterable[int] | None = None,
    limit: int = 100,
) -> list[Spoken]:
    """Where an expression of the full-text language is met, the best first.

    *talks* are the numbers of those to look in, all if it is ``None``. The start is that of the
    segment in which the first of the words is said. A talk can come more than once.
    """
    found = _matching(db, expression) if talks is None else _within(db, expression, talks)
    best = sorted(found, key=lambda row: (row[1], -row[0]))[:limit]
    wanted = set(lexicon.words(expression))
    return [_told(db, identifier, wanted) for identifier, _ in best]


def _matching(db: sqlite3.Connection, expression: str) -> list[tuple[int, float]]:
    return db.execute(
        "SELECT rowid, rank FROM transcript_search WHERE transcript_search MATCH ?"
        " ORDER BY rowid DESC LIMIT ?",
        (expression, _SCORED),
    ).fetchall()


def _within(
    db: sqlite3.Connection, expression: str, talks: Iterable[int]
) -> Iterator[tuple[int, float]]:
    for talk in talks:
        first, last = db.execute(
            "SELECT min(id), max(id) FROM utterance WHERE talk = ?", (talk,)
        ).fetchone()
        if first is not None:
            # The utterances of one talk are added together, so nobody else's are between them.
            yield from db.execute(
                "SELECT rowid, rank FROM transcript_search WHERE transcript_search MATCH ?"
                " AND rowid BETWEEN ? AND ?",
                (expression, first, last),
            )


def _told(db: sqlite3.Connection, identifier: int, wanted: set[str]) -> Spoken:
    talk, record, first, last = db.execute(
        "SELECT talk, record, first, last FROM utterance WHERE id = ?", (identifier,)
    ).fetchone()
    segments = db.execute(
        "SELECT start, text FROM segment WHERE record = ? AND position BETWEEN ? AND ?"
        " ORDER BY position",
        (record, first, last),
    ).fetchall()
    start = next(
        (start for start, text in segments if not wanted.isdisjoint(lexicon.words(text))),
        segments[0][0],
    )
    return Spoken(talk, start, " ".join(text for _, text in segments))


def add(db: sqlite3.Connection, talks: str | None = None) -> None:
    """Index the transcripts of all talks, or of *talks*, numbers with commas between."""
    which = f" WHERE record.talk IN ({talks})" if talks else ""
    (highest,) = db.execute("SELECT coalesce(max(id), 0) FROM utterance").fetchone()
    segments = db.execute(
        "SELECT record.talk, record.id, segment.position, segment.start, segment.text"
        # Most libraries have few transcripts, if any: to begin with the records would take longer.
        f" FROM {'record CROSS JOIN segment' if talks else 'segment CROSS JOIN record'}"
        f" ON segment.record = record.id{which} ORDER BY {'1, 2, 3' if talks else '2, 3'}"
    )
    for number, (talk, record, first, last, text) in enumerate(_utterances(segments), highest + 1):
        db.execute(
            "INSERT INTO utterance VALUES (?, ?, ?, ?, ?)", (number, talk, record, first, last)
        )
        db.execute(
            "INSERT INTO transcript_search (rowid, text) VALUES (?, ?)",
            (number, lexicon.plain(text)),
        )


def remove(db: sqlite3.Connection, talks: str) -> None:
    """Take the transcripts of *talks* out; to be called while they still are as indexed."""
    query = (
        "SELECT utterance.id, spoken_text.text FROM utterance"
        f" JOIN spoken_text ON spoken_text.id = utterance.id WHERE talk IN ({talks})"
    )
    for number, text in db.execute(query).fetchall():
        db.execute(
            "INSERT INTO transcript_search (transcript_search, rowid, text)"
            " VALUES ('delete', ?, ?)",
            (number, lexicon.plain(text)),
        )
    db.execute(f"DELETE FROM utterance WHERE talk IN ({talks})")


def _utterances(
    segments: Iterable[tuple[int, int, int, float, str]],
) -> Iterator[tuple[int, int, int, int, str]]:
    """Talk, record, first and last position, and text of each utterance of some segments."""
    for (talk, record), said in groupby(segments, key=itemgetter(0, 1)):
        texts: list[str] = []
        first = last = 0
        begun = 0.0
        for _, _, position, start, text in said:
            if texts and (start - begun >= _SECONDS or sum(map(len, texts)) >= _LETTERS):
                yield talk, record, first, last, " ".join(texts)
                texts = []
            if not texts:
                first, begun = position, start
            texts.append(text)
            last = position
        if texts:
            yield talk, record, first, last, " ".join(texts)
