"""The words of a library, laid out so that a million talks are searched as fast as a hundred.

Two full-text tables hold the words of each talk, folded as :func:`talkctl.text.fold` folds them:
``search`` all of them by field, ``title_search`` those of titles alone, so that a word which is in
nearly every abstract can still be found in titles at once. Both carry *facets*: artificial words
such as ``year2017``, marked with a sign nobody types, which let a filter be a part of the
full-text question. (A ``WHERE`` beside ``MATCH`` costs seconds in a large library.)

Beside them stand the vocabulary with its counts, the words in packs of one length and first letter
for the spelling, the words of names, the values that filters know, and what the texts teach about
abbreviations and hyphens.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from talkctl.store import facets, facts, learning, lexicon
from talkctl.store.facets import FIELDS
from talkctl.store.namewords import name_words

TABLES = """
CREATE VIEW talk_text AS
SELECT talk.number, talk.title,
    (SELECT group_concat(billed_as || coalesce(' ' || nullif(person.name, billed_as), '')
         || coalesce(' ' || (SELECT group_concat(name) FROM person_alias
                             WHERE person_alias.person = person.number), ''), char(10))
     FROM appearance JOIN person ON person.number = appearance.person
     WHERE appearance.talk = talk.number) AS speakers,
    (SELECT group_concat(org, char(10)) FROM appearance
     WHERE appearance.talk = talk.number) AS orgs,
    coalesce(talk.track, '') || CASE WHEN talk.tags = '[]' THEN '' ELSE char(10) || talk.tags END
        AS topics,
    event.name || ' ' || event.id || coalesce(char(10) ||
        (SELECT group_concat(name, char(10)) FROM event_alias
         WHERE event_alias.event = event.number), '') AS event,
    talk.abstract,
    (SELECT group_concat(note.text, char(10)) FROM record JOIN note ON note.record = record.id
     WHERE record.talk = talk.number) AS notes,
    (SELECT group_concat(DISTINCT bio.text) FROM record JOIN bio ON bio.record = record.id
     WHERE record.talk = talk.number) AS bios,
    '' AS facets
FROM talk LEFT JOIN event ON event.number = talk.event;

CREATE VIRTUAL TABLE search USING fts5(
    title, speakers, orgs, topics, event, abstract, notes, bios, facets,
    content='talk_text', content_rowid='number', columnsize=0,
    tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE title_search USING fts5(
    title, facets, content='talk_text', content_rowid='number', columnsize=0,
    tokenize="unicode61 remove_diacritics 2"
);

CREATE TABLE term (term TEXT PRIMARY KEY, stem TEXT NOT NULL, talks INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pack (
    kind TEXT NOT NULL, length INTEGER NOT NULL, first TEXT NOT NULL, terms TEXT NOT NULL,
    PRIMARY KEY (kind, length, first)
) WITHOUT ROWID;
CREATE TABLE name_word (
    word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)
) WITHOUT ROWID;
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
"""

_BULK_HASH, _USUAL_HASH = 64 << 20, 1 << 20
"""Bytes FTS5 gathers before it writes a segment; the large one halves the time of a full build."""

_PACKED_TERMS = 60_000
"""The spelling looks among so many of the commonest words, which keeps it within a few ms."""

_LEARNT_AT_MOST = 100_000

_GATHERED = f"SELECT number, {', '.join(FIELDS)} FROM talk_text"


@dataclass(slots=True)
class _Learnt:
    """What the texts of the talks being indexed tell beside their words."""

    facets: Counter[facets.Facet] = field(default_factory=Counter)
    abbreviations: Counter[tuple[str, str]] = field(default_factory=Counter)
    hyphens: Counter[tuple[str, str]] = field(default_factory=Counter)

    def read(self, passages: Iterable[str]) -> None:
        for passage in passages:
            self.abbreviations.update(set(learning.abbreviations(passage)))
            if len(self.hyphens) < _LEARNT_AT_MOST:
                self.hyphens.update(
                    (first + second, f"{first} {second}")
                    for first, second in set(learning.hyphened(passage))
                )


def create(db: sqlite3.Connection) -> None:
    """Make the search tables, empty, in a library that has none yet."""
    for statement in TABLES.split(";\n"):
        db.execute(statement)


def drop(db: sqlite3.Connection) -> None:
    """Remove the search tables from a library, if it has them."""
    db.execute("DROP VIEW IF EXISTS talk_text")
    for table in (
        "search", "title_search", "term", "pack", "name_word", "facet", "abbreviation", "hyphen"
    ):  # fmt: skip
        db.execute(f"DROP TABLE IF EXISTS {table}")


def build_index(db: sqlite3.Connection) -> None:
    """Index all talks of a library anew; the same talks give the same tables."""
    drop(db)
    create(db)
    _set_hash(db, _BULK_HASH)
    learnt = _Learnt()
    _index_talks(db, learnt, "")
    for table in ("search", "title_search"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    _set_hash(db, _USUAL_HASH)
    _copy_terms(db)
    _save(db, learnt)
    _index_names(db, None)
    db.execute("DROP TABLE temp.named")
    _pack_all(db)


def update_index(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Add talks that are new since the index was built; all others must be as they were."""
    if not numbers:
        return
    chosen = ",".join(map(str, map(int, numbers)))
    learnt = _Learnt()
    _index_talks(db, learnt, f" WHERE number IN ({chosen})")
    counts = _count_terms(db, chosen)
    db.executemany(
        "INSERT INTO term VALUES (?, ?, ?)"
        " ON CONFLICT (term) DO UPDATE SET talks = talks + excluded.talks",
        ((term, lexicon.stem(term), talks) for term, talks in sorted(counts.items())),
    )
    _save(db, learnt)
    _pack_more(db, "term", (term for term in counts if _packable(term)))
    _index_names(db, f"SELECT person FROM appearance WHERE talk IN ({chosen})")
    _pack_more(db, "name", (word for (word,) in db.execute("SELECT word FROM temp.named")))
    db.execute("DROP TABLE temp.named")


def remove_from_index(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Take talks out of the full-text tables; to be called while they still are as indexed."""
    chosen = ",".join(map(str, map(int, numbers)))
    counts = _count_terms(db, chosen)
    learnt = _Learnt()
    rows = list(_rows(db, learnt, f" WHERE number IN ({chosen})"))
    for number, *columns in rows:
        _forget(db, "search", (*FIELDS, "facets"), number, columns)
        _forget(db, "title_search", ("title", "facets"), number, (columns[0], columns[-1]))
    db.executemany(
        "UPDATE term SET talks = max(0, talks - ?) WHERE term = ?",
        ((talks, term) for term, talks in counts.items()),
    )
    db.executemany(
        "UPDATE facet SET talks = max(0, talks - ?) WHERE name = ? AND key = ?",
        ((talks, one.name, one.key) for one, talks in learnt.facets.items()),
    )


def _forget(
    db: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    number: object,
    values: Sequence[object],
) -> None:
    holders = ", ".join("?" * len(names))
    db.execute(
        f"INSERT INTO {table} ({table}, rowid, {', '.join(names)}) VALUES ('delete', ?, {holders})",
        (number, *values),
    )


def _set_hash(db: sqlite3.Connection, size: int) -> None:
    for table in ("search", "title_search"):
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (size,))


def _index_talks(db: sqlite3.Connection, learnt: _Learnt, where: str) -> None:
    holders = ", ".join("?" * (len(FIELDS) + 2))
    names = ", ".join((*FIELDS, "facets"))
    batch: list[tuple[object, ...]] = []

    def flush() -> None:
        db.executemany(f"INSERT INTO search (rowid, {names}) VALUES ({holders})", batch)
        db.executemany(
            "INSERT INTO title_search (rowid, title, facets) VALUES (?, ?, ?)",
            [(row[0], row[1], row[-1]) for row in batch],
        )
        batch.clear()

    for row in _rows(db, learnt, where):
        batch.append(row)
        if len(batch) == 1000:
            flush()
    flush()


def _rows(db: sqlite3.Connection, learnt: _Learnt, where: str) -> Iterator[tuple[object, ...]]:
    """The rows of ``search``: number, fields and facets of each talk, in the order of numbers."""
    facets_of_talks = facts.of_talks(db, where)
    for number, *fields in db.execute(f"{_GATHERED}{where} ORDER BY number"):
        learnt.read(passage for passage in fields if passage and len(passage) > 20)
        tokens, found = next(facets_of_talks)
        learnt.facets.update(found)
        yield (number, *(lexicon.plain(passage) if passage else "" for passage in fields), tokens)


def _copy_terms(db: sqlite3.Connection) -> None:
    db.execute("CREATE VIRTUAL TABLE temp.search_term USING fts5vocab('main', 'search', 'row')")
    db.create_function("stem", 1, lexicon.stem, deterministic=True)
    db.execute(
        "INSERT INTO term SELECT term, stem(term), doc FROM temp.search_term WHERE term < ?",
        (facets.MARK,),
    )
    db.execute("DROP TABLE temp.search_term")
    db.execute("CREATE INDEX term_stem ON term (stem)")
    db.execute("CREATE INDEX abbreviation_long ON abbreviation (long)")


def _count_terms(db: sqlite3.Connection, chosen: str) -> Counter[str]:
    """In how many of the chosen talks each word stands."""
    counts: Counter[str] = Counter()
    for _, *fields in db.execute(f"{_GATHERED} WHERE number IN ({chosen})"):
        counts.update({word for passage in fields if passage for word in lexicon.words(passage)})
    return counts


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


def _index_names(db: sqlite3.Connection, which: str | None) -> None:
    """Enter the words of people's names: of everybody, or of those a query chooses."""
    where = f" WHERE {{}} IN ({which})" if which else ""
    db.execute("CREATE TEMP TABLE named (word TEXT, person INTEGER)")
    db.executemany(
        "INSERT INTO temp.named VALUES (?, ?)",
        (
            (word, person)
            for query in (
                "SELECT number, name FROM person" + where.format("number"),
                "SELECT person, name FROM person_alias" + where.format("person"),
                "SELECT DISTINCT person, billed_as FROM appearance" + where.format("person"),
            )
            for person, name in db.execute(query)
            for word in sorted(name_words(name))
        ),
    )
    db.execute(
        "INSERT OR IGNORE INTO name_word SELECT DISTINCT word, person FROM temp.named ORDER BY 1, 2"
    )


def _packable(term: str) -> bool:
    return 3 <= len(term) <= 40 and not term.isdigit()


def _pack_all(db: sqlite3.Connection) -> None:
    commonest = (
        term
        for (term,) in db.execute(
            "SELECT term FROM term WHERE length(term) BETWEEN 3 AND 40"
            " ORDER BY talks DESC, term LIMIT ?",
            (_PACKED_TERMS,),
        )
    )
    _write_packs(db, "term", _by_shape(filter(_packable, commonest)))
    names = (word for (word,) in db.execute("SELECT DISTINCT word FROM name_word"))
    _write_packs(db, "name", _by_shape(names))


def _pack_more(db: sqlite3.Connection, kind: str, terms: Iterable[str]) -> None:
    shapes = _by_shape(terms)
    for (length, first), new in shapes.items():
        row = db.execute(
            "SELECT terms FROM pack WHERE kind = ? AND length = ? AND first = ?",
            (kind, length, first),
        ).fetchone()
        if row:
            shapes[length, first] = sorted({*new, *row[0].split("\n")})
    _write_packs(db, kind, shapes)


def _by_shape(terms: Iterable[str]) -> dict[tuple[int, str], list[str]]:
    shapes: dict[tuple[int, str], list[str]] = {}
    for term in sorted(terms):
        shapes.setdefault((len(term), term[0]), []).append(term)
    return shapes


def _write_packs(
    db: sqlite3.Connection, kind: str, shapes: dict[tuple[int, str], list[str]]
) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO pack VALUES (?, ?, ?, ?)",
        ((kind, length, first, "\n".join(terms)) for (length, first), terms in shapes.items()),
    )
