"""Every question the search asks the index, each answered without a walk over the whole library."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from talkctl.store.lexicon import FACETS, FIELDS, MARK, token

_COMMON, _FAR_RARER = 2000, 100
"""Words in more talks than this stand side by side somewhere; of spellings so many times rarer than
another nobody thinks."""

_LAST = "\U0010ffff"
"""Sorts after every word, and so closes the range of the words with one beginning."""

_NUMBERS, _VALUES = 5000, 400
"""So many numbers go into one question, for SQLite limits the length of its text, and so many values,
twice, for it takes no more than 999 of them where it is old."""

_GIVEN = "coalesce(talk.start, talk.date, event.start, '')"
WITH_TALKS = "EXISTS (SELECT 1 FROM talk WHERE talk.event = event.number)"
"""Whether a row of ``event`` has any: its only talk may have been merged with that of another."""

ORDERS = {
    "date": [(_GIVEN, True), ("talk.title COLLATE NOCASE", False)],
    "title": [("talk.title COLLATE NOCASE", False), (_GIVEN, True)],
    "event": [("event.name COLLATE NOCASE", False), (_GIVEN, False),
              ("talk.title COLLATE NOCASE", False)],
}  # fmt: skip
"""Columns to sort by, and whether the largest comes first."""


class FacetValue(NamedTuple):
    """A value a filter can take: its folded form, as people write it, and on how many talks."""

    key: str
    value: str
    talks: int


def batches(numbers: Sequence[int]) -> Iterator[str]:
    """What :func:`among` says of *numbers*, some at a time."""
    for start in range(0, len(numbers), _NUMBERS):
        yield among(numbers[start : start + _NUMBERS])


def among(numbers: Iterable[int]) -> str:
    """What follows a column that is to be one of *numbers*.

    The talks of a programme mostly have numbers in a row, and a range of them is found at once.
    """
    chosen = list(map(int, numbers))
    if chosen and chosen == list(range(chosen[0], chosen[0] + len(chosen))):
        return f"BETWEEN {chosen[0]} AND {chosen[-1]}"
    return f"IN ({', '.join(map(str, chosen))})"


def quoted(words: Sequence[str]) -> str:
    """*words* as one phrase of the full-text language, whatever they are.

    A last one that ends in an asterisk stands for all that begin so.
    """
    inside = " ".join(words).replace('"', '""')
    return f'"{inside[:-1]}" *' if inside.endswith("*") else f'"{inside}"'


def within(fields: Sequence[str], expression: str) -> str:
    """*expression*, to be met in one of *fields*."""
    return f"{{{' '.join(fields)}}} : ({expression})" if fields else f"({expression})"


def any_of(expressions: Iterable[str]) -> str:
    """One of *expressions*."""
    return "(" + " OR ".join(expressions) + ")"


def any_phrase(phrases: Iterable[Sequence[str]]) -> str:
    """One of *phrases*, the words of each side by side."""
    return any_of(map(quoted, phrases))


def has_facet(name: str, keys: Iterable[str]) -> str:
    """The expression for talks which have one of *keys* for the facet *name*."""
    return within((FACETS,), " OR ".join(quoted((token(name, key),)) for key in keys))


def _holding(column: str, words: Sequence[str]) -> str:
    """The condition that every one of *words*, bound in their order, stands in *column*."""
    return " AND ".join(["1", *(f"{column} LIKE '%' || ? || '%'" for _ in words)])


class Lookup:
    """The index of one library, read through its connection."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    @cached_property
    def talk_count(self) -> int:
        """How many talks the index holds, interludes among them."""
        row = self.db.execute("SELECT max(number) FROM talk").fetchone()
        return int(row[0] or 0)

    def counts(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many talks each of *terms*, words and facets, stands; those never seen are left out."""
        chosen = tuple(dict.fromkeys(terms))
        holders = ", ".join("?" * len(chosen))
        words = f"SELECT term, talks FROM term WHERE talks > 0 AND term IN ({holders})"
        counts = dict(self.db.execute(words, chosen)) if chosen else {}
        for facet in (term for term in chosen if term.startswith(MARK)):
            query = "SELECT talks FROM facet WHERE name = ? AND key = ? AND talks > 0"
            counts.update((facet, *row) for row in self.db.execute(query, facet.split(MARK)[1:]))
        return counts

    def family(self, stem: str) -> list[tuple[str, int]]:
        """The words with one stem and their counts, the commonest first."""
        return [(term, talks) for term, talks, _ in self.families((stem,))]

    def families(self, stems: Sequence[str]) -> Iterator[tuple[str, int, str]]:
        """Each word with one of *stems*, its count and its stem; of each stem the commonest first."""
        for start in range(0, len(stems), _VALUES):
            some = stems[start : start + _VALUES]
            holders = ", ".join("?" * len(some))
            yield from self.db.execute(
                # Words that are their own stem, which most are, stand in no index of stems.
                f"SELECT term, talks, stem FROM term WHERE stem IN ({holders}) AND stem <> term"
                " AND talks > 0 UNION ALL"
                f" SELECT term, talks, stem FROM term WHERE term IN ({holders}) AND stem = term"
                " AND talks > 0 ORDER BY 3, 2 DESC, 1",
                (*some, *some),
            )

    def occurring(self, phrases: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Those spellings of a phrase that stand in some talk; of common words this is assumed.

        A spelling with a word far rarer than the words of another spelling is not looked for.
        """
        every = list(phrases)
        seen = self.counts(word for phrase in every for word in phrase)
        rarest = {it: min(seen[word] for word in it) for it in every if all(w in seen for w in it)}
        least = min(max(rarest.values(), default=0) // _FAR_RARER, _COMMON)
        return [
            phrase
            for phrase, talks in rarest.items()
            if talks >= least
            and (len(phrase) == 1 or talks > _COMMON or self.matching(quoted(phrase), 1))
        ]

    def beginnings(self, beginning: str, limit: int) -> list[tuple[str, int]]:
        """The commonest words that begin so, with their counts."""
        return self.db.execute(
            "SELECT term, talks FROM term WHERE term >= ? AND term < ? AND talks > 0"
            " ORDER BY talks DESC, term LIMIT ?",
            (beginning, beginning + _LAST, limit),
        ).fetchall()

    def pack(self, kind: str, lengths: Iterable[int], first: str | None = None) -> list[str]:
        """The words of one kind with such lengths and, where it is given, such a first letter."""
        chosen = ", ".join(str(int(length)) for length in lengths)
        query = f"SELECT terms FROM pack WHERE kind = ? AND length IN ({chosen})"
        if first is None:
            rows = self.db.execute(query, (kind,))
        else:
            rows = self.db.execute(query + " AND first = ?", (kind, first))
        return [term for (terms,) in rows for term in terms.split("\n")]

    def long_forms(self, short: str) -> list[str]:
        """What the library's own texts say an abbreviation stands for, the commonest first."""
        return self._column(
            "SELECT long FROM abbreviation WHERE short = ? ORDER BY talks DESC, long", short
        )

    def short_forms(self, longs: Iterable[str]) -> dict[str, list[str]]:
        """The abbreviations the library's own texts give for each of *longs*."""
        found: dict[str, list[str]] = {long: [] for long in longs}
        holders = ", ".join("?" * len(found))
        query = f"SELECT long, short FROM abbreviation WHERE long IN ({holders})"
        for long, short in self.db.execute(f"{query} ORDER BY talks DESC, short", tuple(found)):
            found[long].append(short)
        return found

    def hyphened(self, joined: Iterable[str]) -> list[str]:
        """The two words that are written as one with a hyphen and read *joined* without it."""
        chosen = tuple(joined)
        holders = ", ".join("?" * len(chosen))
        return self._column(
            f"SELECT parts FROM hyphen WHERE joined IN ({holders}) ORDER BY talks DESC, parts",
            *chosen,
        )

    def facet_values(self, name: str, holding: Sequence[str] = ()) -> list[FacetValue]:
        """The values of one facet in which all of *holding* stand, the commonest first."""
        rows = self.db.execute(
            f"SELECT key, value, talks FROM facet WHERE name = ? AND talks > 0 AND"
            f" {_holding('value', holding)} ORDER BY talks DESC, value",
            (name, *holding),
        )
        return [FacetValue(*row) for row in rows]

    def facet_keys(self, name: str, first: str, last: str) -> list[str]:
        """The keys of one facet from *first* to *last*, in their order."""
        return self._column(
            "SELECT key FROM facet WHERE name = ? AND key BETWEEN ? AND ? AND talks > 0"
            " ORDER BY key",
            name, first, last,
        )  # fmt: skip

    def events_from(self, first: str, last: str) -> list[tuple[str, str]]:
        """Id and first day of the events that lie between two days (``20170102``), not all of whose
        talks need have a day of their own."""
        return self.db.execute(
            "SELECT id, start FROM event WHERE replace(start, '-', '') >= ?"
            """ AND replace(coalesce("end", start), '-', '') <= ? AND talk_count > timed_count"""
            " ORDER BY id",
            (first, last),
        ).fetchall()

    def event_names(self, holding: Sequence[str] = ()) -> list[tuple[str, str, str]]:
        """Id and name of each event with each name it goes by in which all of *holding* stand."""
        return self.db.execute(
            "SELECT * FROM (SELECT id, name, name AS spelt FROM event UNION"
            " SELECT id, name, id FROM event UNION"
            " SELECT event.id, event.name, event_alias.name FROM event_alias"
            " JOIN event ON event.number = event_alias.event)"
            f" WHERE {_holding('spelt', holding)} ORDER BY 1, 2, 3",
            tuple(holding),
        ).fetchall()

    def event_starts(self) -> list[tuple[str, str]]:
        """Id and beginning of each event of which it is known."""
        query = "SELECT id, start FROM event WHERE start IS NOT NULL"
        return self.db.execute(query).fetchall()

    def fields_of_names(self, words: Iterable[str]) -> tuple[str, ...]:
        """Which of the fields ``speakers``, ``orgs`` and ``topics`` may hold one of *words*."""
        chosen = list(dict.fromkeys(words))
        found = ["speakers"] if self.name_words(chosen) else []
        holding = " OR ".join(["0", *("key LIKE '%' || ? || '%'" for _ in chosen)])
        for field, names in (("orgs", "'org'"), ("topics", "'track', 'tag'")):
            query = f"SELECT 1 FROM facet WHERE name IN ({names}) AND ({holding}) LIMIT 1"
            if self.db.execute(query, chosen).fetchone():
                found.append(field)
        return tuple(found)

    @cached_property
    def other_fields(self) -> tuple[str, ...]:
        """The fields beside titles, names and abstracts that any talk of the library has."""
        tables = (("event", "event"), ("notes", "note"), ("notes", "own_note"), ("bios", "bio"))
        has = (
            name
            for name, table in tables
            if self.db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
        )
        return tuple(dict.fromkeys(has))

    @cached_property
    def has_transcripts(self) -> bool:
        """Whether of any talk it is known what was said."""
        return self.db.execute("SELECT 1 FROM utterance LIMIT 1").fetchone() is not None

    def instances(self, term: str) -> Iterator[tuple[int, str, int]]:
        """Each place a word stands: talk, field, and position in the field."""
        return self._in_instances("doc, col, offset", term)

    def places(self, term: str) -> Iterator[tuple[int, str]]:
        """Talk and field of each place a word stands; twice of one where it stands twice."""
        return self._in_instances("doc, col", term)

    def _in_instances(self, columns: str, term: str) -> sqlite3.Cursor:
        return self.db.execute(f"SELECT {columns} FROM {self._instances} WHERE term = ?", (term,))

    @cached_property
    def _instances(self) -> str:
        """The table of the places of words, which is there once somebody asks for it."""
        name = "temp.search_instance"
        self.db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab(main, search, instance)"
        )
        return name

    def matching(self, expression: str, limit: int = -1, table: str = "search") -> list[int]:
        """The newest talks that meet a full-text expression, the newest first."""
        return self._column(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?",
            expression,
            limit,
        )

    def meets(self, number: int, expression: str) -> bool:
        """Whether one talk meets a full-text expression."""
        return bool(
            self.db.execute(
                "SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", (expression, number)
            ).fetchone()
        )

    def passages(
        self, numbers: Iterable[int], fields: Sequence[str] = FIELDS
    ) -> Iterator[tuple[int, dict[str, str]]]:
        """The text of talks by field, as it stands."""
        query = f"SELECT number, {', '.join(fields)} FROM talk_text WHERE number {among(numbers)}"
        for number, *texts in self.db.execute(query):
            pairs = zip(fields, texts, strict=True)
            yield number, {name: passage for name, passage in pairs if passage}

    def ordered(
        self, chosen: str | Iterable[int], sort: str, reverse: bool, limit: int
    ) -> list[int]:
        """Talks by date (the newest first), title or event: chosen ones, or all that meet an
        expression."""
        order = ORDERS[sort]
        if reverse:
            order = [(column, not falls) for column, falls in order]
        by = ", ".join(f"{column} {'DESC' if falls else 'ASC'}" for column, falls in order)
        if isinstance(chosen, str):
            source, where = "search JOIN talk ON talk.number = search.rowid", "search MATCH ?"
            values: tuple[str | int, ...] = (chosen, limit)
        else:
            source, where, values = "talk", f"talk.number {among(chosen)}", (limit,)
        return self._column(
            f"SELECT talk.number FROM {source} LEFT JOIN event ON event.number = talk.event"
            f" WHERE {where} ORDER BY {by}, talk.number LIMIT ?",
            *values,
        )

    def count(self, expression: str, limit: int) -> int:
        """How many talks meet an expression, counted no further than *limit*."""
        return int(
            self._column(
                "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
                expression,
                limit,
            )[0]
        )

    def titles(self, numbers: Iterable[int]) -> list[tuple[int, str, str]]:
        """Number, title and date (empty where unknown) of talks."""
        return self.db.execute(
            f"SELECT number, title, coalesce(date, '') FROM talk WHERE number {among(numbers)}"
        ).fetchall()

    def named(self, choices: Sequence[Sequence[str]], limit: int) -> list[int]:
        """People in whose names stands one word of each choice."""
        having = " INTERSECT ".join(
            f"SELECT person FROM name_word WHERE word IN ({', '.join('?' * len(words))})"
            for words in choices
        )
        return self._column(f"{having} ORDER BY 1 LIMIT ?", *(w for c in choices for w in c), limit)

    def talk_counts(self, people: Iterable[int]) -> dict[int, int]:
        """How many talks each of *people* gave."""
        query = f"SELECT number, talk_count FROM person WHERE number {among(people)}"
        return dict(self.db.execute(query))

    def namesakes(self, word: str) -> list[tuple[int, str]]:
        """Number and name of everybody in whose names *word* stands."""
        return self.db.execute(
            "SELECT number, name FROM name_word JOIN person ON number = person WHERE word = ?"
            " ORDER BY number",
            (word,),
        ).fetchall()

    def name_words(self, words: Iterable[str]) -> set[str]:
        """Which of *words* stand in somebody's name."""
        chosen = tuple(dict.fromkeys(words))
        holders = ", ".join("?" * len(chosen))
        query = f"SELECT DISTINCT word FROM name_word WHERE word IN ({holders})"
        return {word for (word,) in self.db.execute(query, chosen)}

    def name_beginnings(self, beginning: str, limit: int) -> list[str]:
        """Words of names that begin so, in order."""
        return self._column(
            "SELECT DISTINCT word FROM name_word WHERE word >= ? AND word < ? LIMIT ?",
            beginning,
            beginning + _LAST,
            limit,
        )

    def names(self, people: Iterable[int]) -> list[tuple[int, str]]:
        """Each name under which one of *people* is known."""
        chosen = among(people)
        return self.db.execute(
            f"SELECT number, name FROM person WHERE number {chosen}"
            f" UNION SELECT person, name FROM person_alias WHERE person {chosen}"
            f" UNION SELECT person, billed_as FROM appearance WHERE person {chosen}"
            " ORDER BY 1, 2"
        ).fetchall()

    def _column(self, query: str, *values: str | int) -> list:  # type: ignore[type-arg]
        return [value for (value,) in self.db.execute(query, values)]
