"""The words of a library, laid out so that a million talks are searched as fast as a hundred.

Two full-text tables hold the words of each talk, folded as :func:`talkctl.text.fold` folds them:
``search`` all of them by field, ``title_search`` those of titles alone, so that a word which is in
nearly every abstract can still be found in titles at once. Both carry *facets*: artificial words
such as ``year2017``, marked with a sign nobody types, which let a filter be a part of the
full-text question. (A ``WHERE`` beside ``MATCH`` costs seconds in a large library.)

Beside them stand the vocabulary (``store.vocabulary``), the values that filters know, what the texts
teach about abbreviations and hyphens, and what was said in recordings (``store.transcripts``).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from talkctl.store import learning, lexicon, passages, transcripts, vocabulary
from talkctl.store.facts import facets_of
from talkctl.store.lexicon import FIELDS, Facet
from talkctl.store.passages import Passages

TABLES = (
    passages.VIEW
    + """
CREATE VIRTUAL TABLE search USING fts5(
    title, speakers, orgs, topics, event, abstract, notes, bios, facets,
    content='talk_text', content_rowid='number', columnsize=0,
    tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE title_search USING fts5(
    title, facets, content='talk_text', content_rowid='number', columnsize=0,
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE facet (
    name TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, talks INTEGER NOT NULL,
    PRIMARY KEY (name, key)
) WITHOUT ROWID;
CREATE TABLE abbreviation (
    short TEXT NOT NULL, long TEXT NOT NULL, talks INTEGER NOT NULL, PRIMARY KEY (short, long)
) WITHOUT ROWID;
CREATE TABLE hyphen (
    joined TEXT NOT NULL, parts TEXT NOT NULL, talks INTEGER NOT NULL, PRIMARY KEY (joined, parts)
) WITHOUT ROWID;
CREATE INDEX abbreviation_long ON abbreviation (long);
"""
    + vocabulary.TABLES
    + transcripts.TABLES
)

_FULL_TEXTS = {"search": (*FIELDS, "facets"), "title_search": ("title", "facets")}

_BULK = {"hashsize": 64 << 20, "automerge": 0, "crisismerge": 64}
_USUAL = {"hashsize": 1 << 20, "automerge": 4, "crisismerge": 16}
"""How FTS5 gathers words: bytes before it writes a segment, and how many it lets stand before it
merges them (https://www.sqlite.org/fts5.html#fts5_optimize). The first is for a full build, which
merges everything once at its end and takes half the time so."""

_TALKS_AT_A_TIME = 4000
"""FTS5 gathers words far quicker as long as nothing else comes between."""
_LEARNT_AT_MOST = 100_000
_TELLING = 20
"""Texts shorter than this are names and labels, which explain no abbreviations."""


@dataclass(slots=True)
class _Learnt:
    """What the texts of the talks being indexed tell beside their words."""

    facets: Counter[Facet] = field(default_factory=Counter)
    abbreviations: Counter[tuple[str, str]] = field(default_factory=Counter)
    halves: Counter[tuple[str, str]] = field(default_factory=Counter)

    def read(self, texts: Iterable[str | None]) -> None:
        for text in texts:
            if text and len(text) > _TELLING and _may_teach(text):
                explained, hyphened = _lessons(text) if len(text) < 200 else _taught(text)
                for pair in explained:
                    self.abbreviations[pair] += 1
                if len(self.halves) < _LEARNT_AT_MOST:
                    for pair in hyphened:
                        self.halves[pair] += 1

    @property
    def hyphens(self) -> dict[tuple[str, str], int]:
        return {(one + other, f"{one} {other}"): n for (one, other), n in self.halves.items()}


def _may_teach(text: str) -> bool:
    return "-" in text or "(" in text or not text.isascii()


def _taught(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    return set(learning.abbreviations(text)), set(learning.hyphened(text))


_lessons = lru_cache(maxsize=4096)(_taught)
"""What a short text teaches: names of events and organisations stand in many talks."""


def create(db: sqlite3.Connection) -> None:
    """Make the search tables, empty, in a library that has none yet."""
    for statement in TABLES.split(";\n"):
        db.execute(statement)


def drop(db: sqlite3.Connection) -> None:
    """Remove the search tables from a library, if it has them."""
    for view in ("talk_text", "spoken_text"):
        db.execute(f"DROP VIEW IF EXISTS {view}")
    for table in (
        "search", "title_search", "term", "pack", "name_word", "facet", "abbreviation", "hyphen",
        "transcript_search", "utterance",
    ):  # fmt: skip
        db.execute(f"DROP TABLE IF EXISTS {table}")


def build_index(db: sqlite3.Connection, talks: Iterable[Passages] | None = None) -> None:
    """Index all talks of a library anew; the same talks give the same tables.

    *talks* is what they say, in the order of their numbers, where the caller has it at hand; the
    rows of each must be in the tables by the time the last is given.
    """
    drop(db)
    create(db)
    _configure(db, _BULK)
    learnt = _Learnt()
    _index_talks(db, learnt, passages.of_tables(db) if talks is None else talks)
    for table in _FULL_TEXTS:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    _configure(db, _USUAL)
    _save(db, learnt)
    vocabulary.fill(db)
    transcripts.add(db)


def update_index(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Add talks that are new since the index was built; all others must be as they were.

    A talk whose words change is taken out with :func:`remove_from_index` while it is as it was, and
    added here under the same number when it is changed.
    """
    if not numbers:
        return
    chosen = _listed(numbers)
    learnt = _Learnt()
    counts: Counter[str] = Counter()
    _index_talks(db, learnt, passages.of_tables(db, f" WHERE number IN ({chosen})"), counts)
    _save(db, learnt)
    vocabulary.add_terms(db, counts)
    vocabulary.add_names(db, chosen)
    transcripts.add(db, chosen)


def remove_from_index(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Take talks out of the index; to be called while they still are as indexed."""
    if not numbers:
        return
    chosen = _listed(numbers)
    counts: Counter[str] = Counter()
    learnt = _Learnt()
    for row in _rows(learnt, passages.of_tables(db, f" WHERE number IN ({chosen})"), counts):
        for table, columns in _FULL_TEXTS.items():
            values = row if table == "search" else (row[0], row[1], row[-1])
            db.execute(
                f"INSERT INTO {table} ({table}, rowid, {', '.join(columns)})"
                f" VALUES ('delete', {', '.join('?' * len(values))})",
                values,
            )
    _unlearn(db, learnt)
    vocabulary.remove_terms(db, counts)
    vocabulary.remove_names(db, chosen)
    transcripts.remove(db, chosen)


@contextmanager
def reindexed(db: sqlite3.Connection, talks: Iterable[str]) -> Iterator[None]:
    """Let the index follow what the block changes in what is said of talks, given by their ids."""
    query = "SELECT number FROM talk WHERE id = ?"
    numbers = [number for talk in set(talks) for (number,) in db.execute(query, (talk,))]
    remove_from_index(db, numbers)
    yield
    update_index(db, numbers)


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(str(int(number)) for number in numbers)


def _configure(db: sqlite3.Connection, settings: Mapping[str, int]) -> None:
    for table in _FULL_TEXTS:
        for setting, value in settings.items():
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (setting, value))


def _index_talks(
    db: sqlite3.Connection,
    learnt: _Learnt,
    talks: Iterable[Passages],
    counts: Counter[str] | None = None,
) -> None:
    into = {
        table: f"INSERT INTO {table} (rowid, {', '.join(columns)})"
        f" VALUES ({', '.join('?' * (len(columns) + 1))})"
        for table, columns in _FULL_TEXTS.items()
    }
    rows = _rows(learnt, talks, counts)
    while batch := list(islice(rows, _TALKS_AT_A_TIME)):
        db.executemany(into["search"], batch)
        db.executemany(into["title_search"], [(row[0], row[1], row[-1]) for row in batch])


def _rows(
    learnt: _Learnt, talks: Iterable[Passages], counts: Counter[str] | None = None
) -> Iterator[tuple[object, ...]]:
    """The rows of ``search``: number, fields and facets; *counts*: in how many talks words stand."""
    for number, texts, facts in talks:
        learnt.read(texts)
        tokens, found = facets_of(facts)
        learnt.facets.update(found)
        folded = [lexicon.plain(text) if text else "" for text in texts]
        if counts is not None:
            counts.update({word for text in folded for word in lexicon.words(text)})
        yield (number, *folded, tokens)


def _save(db: sqlite3.Connection, learnt: _Learnt) -> None:
    db.executemany(
        "INSERT INTO facet VALUES (?, ?, ?, ?)"
        " ON CONFLICT (name, key) DO UPDATE SET talks = talks + excluded.talks",
        sorted((one.name, one.key, one.value, talks) for one, talks in learnt.facets.items()),
    )
    for table, counts in (("abbreviation", learnt.abbreviations), ("hyphen", learnt.hyphens)):
        db.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET talks = talks + excluded.talks",
            ((*pair, talks) for pair, talks in sorted(counts.items())),
        )


def _unlearn(db: sqlite3.Connection, learnt: _Learnt) -> None:
    for table, (first, second), counts in (
        ("facet", ("name", "key"), {(one.name, one.key): n for one, n in learnt.facets.items()}),
        ("abbreviation", ("short", "long"), learnt.abbreviations),
        ("hyphen", ("joined", "parts"), learnt.hyphens),
    ):
        which = f"{first} = ? AND {second} = ?"
        db.executemany(
            f"UPDATE {table} SET talks = talks - ? WHERE {which}",
            [(talks, *pair) for pair, talks in counts.items()],
        )
        db.executemany(f"DELETE FROM {table} WHERE talks <= 0 AND {which}", list(counts))
