"""Other search tools over the same texts, each behind the same two verbs: fill and search.

An engine that is not installed is left out. Each is set up as somebody would who wants forgiving
search of it: titles count more than texts, and misspelt words are met where the engine can.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from talkctl.text import words

Entry = tuple[str, str]
"""A title (or a name), and all the text to be searched, the title included."""

_TITLE_BOOST = 3.0
_FUZZY_SHARE = 0.2


class Engine(Protocol):
    """A tool that searches entries, known by their places from 0."""

    name: str

    def search(self, query: str, limit: int) -> list[int]:
        """The places of the best entries, best first."""
        ...


class FullText:
    """SQLite's FTS5 with bm25, as most programs use it."""

    def __init__(self, entries: Iterable[Entry], folder: Path, porter: bool = False) -> None:
        self.name = "FTS5, bm25, porter" if porter else "FTS5, bm25"
        path = folder / f"fts5{'-porter' if porter else ''}.db"
        self.db = sqlite3.connect(path)
        if not self.db.execute("SELECT 1 FROM sqlite_master").fetchone():
            tokenize = "porter unicode61" if porter else "unicode61"
            self.db.execute(
                "CREATE VIRTUAL TABLE entry USING fts5("
                f"title, text, content='', tokenize='{tokenize} remove_diacritics 2')"
            )
            numbered = ((place, *entry) for place, entry in enumerate(entries))
            self.db.executemany("INSERT INTO entry (rowid, title, text) VALUES (?, ?, ?)", numbered)
            self.db.execute("INSERT INTO entry (entry) VALUES ('optimize')")
            self.db.commit()

    def search(self, query: str, limit: int) -> list[int]:
        """Entries with any of the words."""
        some = " OR ".join(f'"{word}"' for word in words(query))
        if not some:
            return []
        rows = self.db.execute(
            "SELECT rowid FROM entry WHERE entry MATCH ?"
            f" AND rank MATCH 'bm25({_TITLE_BOOST}, 1.0)' ORDER BY rank LIMIT ?",
            (some, limit),
        )
        return [place for (place,) in rows]


class Tantivy:
    """tantivy with fuzzy terms beside the exact ones."""

    name = "tantivy, fuzzy"

    def __init__(self, entries: Iterable[Entry], folder: Path) -> None:
        import tantivy

        self.tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("title")
        builder.add_text_field("text")
        builder.add_integer_field("place", stored=True)
        self.schema = builder.build()
        self.path = folder / "tantivy"
        fresh = not self.path.exists()
        self.path.mkdir(exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(self.path))
        if fresh:
            self._fill(entries)
        self.index.reload()
        self.searcher = self.index.searcher()

    def _fill(self, entries: Iterable[Entry]) -> None:
        writer = self.index.writer(256 << 20, 1)
        for place, (title, text) in enumerate(entries):
            document = self.tantivy.Document()
            document.add_text("title", title)
            document.add_text("text", text)
            document.add_integer("place", place)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def search(self, query: str, limit: int) -> list[int]:
        """Entries with all the words, each as typed or a slip or two away; else with some."""
        parts = [self._meeting(word) for word in words(query)]
        for occur in (self.tantivy.Occur.Must, self.tantivy.Occur.Should) if parts else ():
            wanted = self.tantivy.Query.boolean_query([(occur, part) for part in parts])
            if found := self.searcher.search(wanted, limit).hits:
                return [self.searcher.doc(address)["place"][0] for _, address in found]
        return []

    def _meeting(self, word: str) -> Any:
        query_of, should = self.tantivy.Query, self.tantivy.Occur.Should
        slips = 0 if len(word) < 3 else 1 if len(word) < 7 else 2
        ways = []
        for field, boost in (("title", _TITLE_BOOST), ("text", 1.0)):
            exact = query_of.term_query(self.schema, field, word)
            ways.append((should, query_of.boost_query(exact, boost)))
            if slips:
                near = query_of.fuzzy_term_query(self.schema, field, word, slips, True, False)
                ways.append((should, query_of.boost_query(near, boost * _FUZZY_SHARE)))
        return query_of.boolean_query(ways)


class Whoosh:
    """whoosh-reloaded with fuzzy terms."""

    name = "whoosh, fuzzy"

    def __init__(self, entries: Iterable[Entry], folder: Path) -> None:
        from whoosh import fields, index, qparser

        path = folder / "whoosh"
        if path.exists():
            self.index = index.open_dir(path)
        else:
            path.mkdir()
            schema = fields.Schema(
                title=fields.TEXT(field_boost=_TITLE_BOOST),
                text=fields.TEXT(),
                place=fields.STORED(),
            )
            self.index = index.create_in(path, schema)
            writer = self.index.writer(limitmb=256)
            for place, (title, text) in enumerate(entries):
                writer.add_document(title=title, text=text, place=place)
            writer.commit()
        self.parser = qparser.MultifieldParser(
            ["title", "text"], self.index.schema, group=qparser.OrGroup
        )
        self.parser.add_plugin(qparser.FuzzyTermPlugin())
        self.searcher = self.index.searcher()

    def search(self, query: str, limit: int) -> list[int]:
        """Entries with the words, or words a slip or two away."""
        typed = words(query)
        both = [*typed, *(f"{word}~{1 if len(word) < 7 else 2}" for word in typed if len(word) > 2)]
        found = self.searcher.search(self.parser.parse(" ".join(both)), limit=limit)
        return [hit["place"] for hit in found]


class Fzf:
    """fzf's fuzzy filter over one line an entry."""

    name = "fzf"

    def __init__(self, entries: Iterable[Entry], folder: Path) -> None:
        self.lines = lines_of(entries, folder)

    def search(self, query: str, limit: int) -> list[int]:
        """Entries that have the letters of each word in this order."""
        with self.lines.open() as lines:
            done = subprocess.run(
                fzf_command(query), stdin=lines, capture_output=True, text=True, check=False
            )
        return [int(line.partition("\t")[0]) for line in done.stdout.splitlines()[:limit]]


def fzf_command(query: str) -> list[str]:
    """fzf as a filter: the first column is the place and is not searched."""
    return ["fzf", "--delimiter", "\t", "--nth", "2..", "--filter", query]


def lines_of(entries: Iterable[Entry], folder: Path) -> Path:
    """The entries as lines: place, title, text."""
    path = folder / "entries.tsv"
    if not path.exists():
        with path.open("w") as lines:
            for place, (title, text) in enumerate(entries):
                lines.write(f"{place}\t{title}\t{text}\n")
    return path


def open_engines(
    entries: Sequence[Entry] | Any, folder: Path, size: int, quick: bool = False
) -> list[Engine]:
    """The engines that are installed and can bear *size* entries; *quick* leaves processes out."""
    folder.mkdir(exist_ok=True)
    engines: list[Engine] = [FullText(entries, folder), FullText(entries, folder, porter=True)]
    if find_spec("tantivy"):
        engines.append(Tantivy(entries, folder))
    if find_spec("whoosh") and size <= WHOOSH_BEARS:
        engines.append(Whoosh(entries, folder))
    if shutil.which("fzf") and not quick:
        engines.append(Fzf(entries, folder))
    return engines


WHOOSH_BEARS = 10_000
FZF_BEARS = 100_000
