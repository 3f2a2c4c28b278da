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

from talkctl.record import Segment
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

_AROUND = 3
"""So many segments before and after an utterance are told with it: a sentence rarely ends in time."""


class Utterance(NamedTuple):
    """Some words of a recording in their segments; *first* and *last* of these are its own."""

    segments: tuple[Segment, ...]
    first: int
    last: int
    recording: str | None
    """The address of the recording, where the document with the transcript gives one."""


def is_said(db: sqlite3.Connection, expression: str) -> bool:
    """Whether an expression of the full-text language is met by anything that was said."""
    query = "SELECT 1 FROM transcript_search WHERE transcript_search MATCH ? LIMIT 1"
    return db.execute(query, (expression,)).fetchone() is not None


def how_often(db: sqlite3.Connection, expression: str, most: int) -> int:
    """How many utterances meet an expression, counted no further than *most*."""
    query = "SELECT 1 FROM transcript_search WHERE transcript_search MATCH ? LIMIT ?"
    return int(db.execute(f"SELECT count(*) FROM ({query})", (expression, most)).fetchone()[0])


def talks_saying(db: sqlite3.Connection, expression: str, most: int = -1) -> dict[int, int]:
    """The talks in which an expression is met, and in how many utterances; of the newest *most*."""
    newest = (
        "SELECT rowid AS id FROM transcript_search WHERE transcript_search MATCH ?"
        " ORDER BY rowid DESC LIMIT ?"
    )
    # SQLite would walk over all utterances to look for each among those found.
    query = f"SELECT talk, count(*) FROM ({newest}) AS found CROSS JOIN utterance USING (id)"
    return dict(db.execute(f"{query} GROUP BY talk", (expression, most)))


def utterances(db: sqlite3.Connection, talk: int, expression: str) -> list[int]:
    """The utterances of one talk that meet an expression, in the order in which they were said."""
    first, last = db.execute(
        "SELECT min(id), max(id) FROM utterance WHERE talk = ?", (talk,)
    ).fetchone()
    if first is None:
        return []
    # The utterances of one talk are added together, so nobody else's are between them.
    found = db.execute(
        "SELECT rowid FROM transcript_search WHERE transcript_search MATCH ?"
        " AND rowid BETWEEN ? AND ? ORDER BY rowid",
        (expression, first, last),
    )
    return [identifier for (identifier,) in found]


def utterance(db: sqlite3.Connection, identifier: int) -> Utterance:
    """One utterance, with a few segments before and after it."""
    record, first, last = db.execute(
        "SELECT record, first, last FROM utterance WHERE id = ?", (identifier,)
    ).fetchone()
    rows = db.execute(
        'SELECT position, start, "end", text FROM segment WHERE record = ?'
        " AND position BETWEEN ? AND ? ORDER BY position",
        (record, first - _AROUND, last + _AROUND),
    ).fetchall()
    recording = db.execute(
        "SELECT url FROM link WHERE record = ? AND kind = 'video' AND url LIKE 'http%'"
        " ORDER BY position LIMIT 1",
        (record,),
    ).fetchone()
    return Utterance(
        tuple(Segment(*segment) for _, *segment in rows),
        sum(position < first for position, *_ in rows),
        sum(position <= last for position, *_ in rows) - 1,
        recording[0] if recording else None,
    )


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
