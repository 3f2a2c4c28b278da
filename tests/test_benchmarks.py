"""The libraries that the benchmarks are measured on are the same everywhere, and sound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from talkctl.search.answer import search
from talkctl.search.question import Question
from talkctl.store.build import write_library
from talkctl.store.catalog import Catalog
from tests.benchmarks.adding import seconds_to_add
from tests.benchmarks.corpus import make
from tests.benchmarks.libraries import same_rows

_TALKS = 50


def test_the_same_size_gives_the_same_sound_library(tmp_path: Path) -> None:
    """Fifty talks are drawn alike twice, stored whole, and found by their own titles."""
    one, other = make(_TALKS), make(_TALKS)
    drawn = list(one.talks())
    assert drawn == list(other.talks())
    assert one.text.bytes == other.text.bytes > _TALKS * 500
    path = tmp_path / "talks.db"
    write_library(path, one.catalogue())
    with Catalog(path) as catalog:
        stored = catalog.talks(catalog.talk_numbers())
        assert [talk.id for talk in stored] == [joined.talk.id for joined in drawn]
        assert [talk.abstract for talk in stored] == [joined.talk.abstract for joined in drawn]
        assert catalog.db.execute("PRAGMA foreign_key_check").fetchall() == []
        titled = next(talk for talk in stored if talk.kind == "talk" and len(talk.title) > 20)
        assert titled.id in [hit.talk.id for hit in search(catalog, Question(titled.title)).hits]


def test_others_write_the_rows_that_a_library_has(tmp_path: Path) -> None:
    """Where building is compared, each table has as many rows as in the library, and an event can
    be added to it."""
    path = tmp_path / "talks.db"
    write_library(path, make(_TALKS).catalogue())
    counts = Counter[str]()
    for table, rows in same_rows(make(_TALKS)):
        counts[table] += len(rows)
    with Catalog(path) as catalog:
        assert counts["talk"] == _TALKS
        for table, count in counts.items():
            assert catalog.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)
    added, indexed = seconds_to_add(_TALKS, path)
    assert added > indexed > 0
