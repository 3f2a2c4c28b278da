"""The words of a library by themselves: their counts, their packs for the spelling, and names.

A pack holds the words of one length and first letter: what the spelling looks among.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from talkctl.names import name_words
from talkctl.store import lexicon

TABLES = """
CREATE TABLE term (term TEXT PRIMARY KEY, stem TEXT NOT NULL, talks INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pack (
    kind TEXT NOT NULL, length INTEGER NOT NULL, first TEXT NOT NULL, terms TEXT NOT NULL,
    PRIMARY KEY (kind, length, first)
) WITHOUT ROWID;
CREATE TABLE name_word (
    word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)
) WITHOUT ROWID;
"""

_PACKED_TERMS = 60_000
"""The spelling looks among so many of the commonest words, which keeps it within a few ms."""

_AT_A_TIME = 500


def fill(db: sqlite3.Connection) -> None:
    """Enter all words of the full text and of names into the empty tables."""
    db.execute("CREATE VIRTUAL TABLE temp.search_term USING fts5vocab('main', 'search', 'row')")
    db.create_function("stem", 1, lexicon.stem, deterministic=True)
    db.execute(
        "INSERT INTO term SELECT term, stem(term), doc FROM temp.search_term WHERE term < ?",
        (lexicon.MARK,),
    )
    db.execute("DROP TABLE temp.search_term")
    db.execute("CREATE INDEX term_stem ON term (stem) WHERE stem <> term")
    _write_packs(db, "term", _by_shape(filter(_packable, _commonest(db))))
    _write_packs(db, "name", _by_shape(_enter_names(db, _names(db))))


def add_terms(db: sqlite3.Connection, counts: Mapping[str, int]) -> None:
    """Count words in so many talks more."""
    db.executemany(
        "INSERT INTO term VALUES (?, ?, ?)"
        " ON CONFLICT (term) DO UPDATE SET talks = talks + excluded.talks",
        ((term, lexicon.stem(term), talks) for term, talks in sorted(counts.items())),
    )
    _pack_more(db, "term", filter(_packable, counts))


def remove_terms(db: sqlite3.Connection, counts: Mapping[str, int]) -> None:
    """Count words in so many talks less; words that are left in none are known no more."""
    db.executemany(
        "UPDATE term SET talks = talks - ? WHERE term = ?",
        ((talks, term) for term, talks in counts.items()),
    )
    gone = list(_chosen(db, "SELECT term FROM term WHERE talks <= 0 AND term IN", counts))
    db.executemany("DELETE FROM term WHERE term = ?", ((term,) for term in gone))
    _pack_less(db, "term", filter(_packable, gone))


def add_names(db: sqlite3.Connection, talks: str) -> None:
    """Enter the words of the names of people who are on *talks*, numbers with commas between."""
    words = _enter_names(db, _names(db, f"SELECT person FROM appearance WHERE talk IN ({talks})"))
    _pack_more(db, "name", words)


def remove_names(db: sqlite3.Connection, talks: str) -> None:
    """Take out words of names that nobody has once *talks*, still in the tables, are gone.

    Somebody all of whose talks go is found by no word any more; the names of others stay, but for
    the spellings of these talks alone.
    """
    people = f"SELECT person FROM appearance WHERE talk IN ({talks})"
    elsewhere = {
        person
        for (person,) in db.execute(
            f"SELECT DISTINCT person FROM appearance WHERE person IN ({people})"
            f" AND talk NOT IN ({talks})"
        )
    }
    leaving = _pairs(_names(db, people))
    staying = _pairs(
        (person, name)
        for person, name in _names(db, people, f"appearance.talk NOT IN ({talks})")
        if person in elsewhere
    )
    gone = leaving - staying
    db.executemany("DELETE FROM name_word WHERE word = ? AND person = ?", sorted(gone))
    words = {word for word, _ in gone}
    left = set(_chosen(db, "SELECT DISTINCT word FROM name_word WHERE word IN", words))
    _pack_less(db, "name", words - left)


def _names(
    db: sqlite3.Connection, people: str | None = None, billings: str = "1"
) -> Iterator[tuple[int, str]]:
    """Each name of everybody, or of those a query chooses, as far as *billings* go."""
    which = f" AND {{}} IN ({people})" if people else ""
    for query in (
        "SELECT number, name FROM person WHERE 1" + which.format("number"),
        "SELECT person, name FROM person_alias WHERE 1" + which.format("person"),
        "SELECT DISTINCT person, billed_as FROM appearance JOIN person ON number = person"
        f" WHERE billed_as <> name AND {billings}" + which.format("person"),
    ):
        yield from db.execute(query)


def _pairs(names: Iterable[tuple[int, str]]) -> set[tuple[str, int]]:
    return {(word, person) for person, name in names for word in name_words(name)}


def _enter_names(db: sqlite3.Connection, names: Iterable[tuple[int, str]]) -> set[str]:
    """Enter the words of *names*; the words."""
    entered: set[str] = set()

    def rows() -> Iterator[tuple[str, int]]:
        for person, name in names:
            found = name_words(name)
            entered.update(found)
            for word in found:
                yield word, person

    # To sort all of them first is quicker than to find each its place among a million others.
    db.execute("CREATE TEMP TABLE entering (word TEXT, person INTEGER)")
    db.executemany("INSERT INTO entering VALUES (?, ?)", rows())
    db.execute("INSERT OR IGNORE INTO name_word SELECT DISTINCT * FROM entering ORDER BY 1, 2")
    db.execute("DROP TABLE entering")
    return entered


def _packable(term: str) -> bool:
    return 3 <= len(term) <= 40 and not term.isdigit()


def _commonest(db: sqlite3.Connection) -> Iterator[str]:
    for (term,) in db.execute(
        "SELECT term FROM term WHERE length(term) BETWEEN 3 AND 40"
        " ORDER BY talks DESC, term LIMIT ?",
        (_PACKED_TERMS,),
    ):
        yield term


def _pack_more(db: sqlite3.Connection, kind: str, terms: Iterable[str]) -> None:
    shapes = _by_shape(terms)
    for shape, new in shapes.items():
        shapes[shape] = sorted({*new, *_packed(db, kind, shape)})
    _write_packs(db, kind, shapes)


def _pack_less(db: sqlite3.Connection, kind: str, terms: Iterable[str]) -> None:
    shapes = _by_shape(terms)
    for shape, gone in shapes.items():
        shapes[shape] = sorted(set(_packed(db, kind, shape)) - set(gone))
    _write_packs(db, kind, shapes)


def _packed(db: sqlite3.Connection, kind: str, shape: tuple[int, str]) -> list[str]:
    row = db.execute(
        "SELECT terms FROM pack WHERE kind = ? AND length = ? AND first = ?", (kind, *shape)
    ).fetchone()
    return row[0].split("\n") if row else []


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
        (
            (kind, length, first, "\n".join(terms))
            for (length, first), terms in shapes.items()
            if terms
        ),
    )
    db.executemany(
        "DELETE FROM pack WHERE kind = ? AND length = ? AND first = ?",
        ((kind, *shape) for shape, terms in shapes.items() if not terms),
    )


def _chosen(db: sqlite3.Connection, query: str, words: Iterable[str]) -> Iterator[str]:
    """What *query*, which ends in ``IN``, finds of *words*."""
    every = list(words)
    for start in range(0, len(every), _AT_A_TIME):
        some = every[start : start + _AT_A_TIME]
        for (word,) in db.execute(f"{query} ({', '.join('?' * len(some))})", some):
            yield word
