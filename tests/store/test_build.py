"""A library is made whole or not at all, and the same documents make the same library."""

from __future__ import annotations

import gc
import os
import sqlite3
from pathlib import Path

import pytest

from talkctl.errors import LibraryError
from talkctl.identity import assemble
from talkctl.intake.documents import CORRECTIONS, read_documents, read_facts
from talkctl.record import Catalogue
from talkctl.store.build import write_library

DATA = Path(__file__).parents[2] / "data"
FACTS = {CORRECTIONS: (DATA / CORRECTIONS).read_text(encoding="utf-8")}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The catalogue of the bundled documents."""
    documents = read_documents(DATA / "sources", leave_out=())
    facts, corrections, _ = read_facts(DATA / "corrections.toml")
    return assemble([*documents, facts], corrections)


@pytest.fixture(scope="module")
def built(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library made of the bundled documents."""
    path = tmp_path_factory.mktemp("library") / "talks.db"
    write_library(path, catalogue, FACTS)
    return path


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as library:
        tables = [
            name
            for (name,) in library.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
            )
        ]
        return {table: library.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def test_the_bundled_library_is_what_its_documents_say(built: Path) -> None:
    """Rebuilding changes no row of the committed file."""
    bundled, fresh = _rows(DATA / "talks.db"), _rows(built)
    assert list(bundled) == list(fresh)
    for table, rows in fresh.items():
        assert bundled[table] == rows, table


def test_building_twice_gives_the_same_bytes(built: Path, catalogue: Catalogue) -> None:
    """Nothing of the moment or the machine gets into the file."""
    again = built.with_name("again.db")
    write_library(again, catalogue, FACTS)
    assert again.read_bytes() == built.read_bytes()


def test_the_figures_are_those_of_a_careful_reading(built: Path) -> None:
    """Five documents, 197 records, 184 talks and two social items, 232 people."""
    rows = _rows(built)
    assert len(rows["record"]) == 197
    assert len(rows["talk"]) == 184 + 2
    assert len(rows["person"]) == 232


def test_every_reference_leads_somewhere(built: Path) -> None:
    """Foreign keys hold, and SQLite finds the file sound."""
    with sqlite3.connect(f"file:{built}?mode=ro", uri=True) as library:
        assert library.execute("PRAGMA foreign_key_check").fetchall() == []
        assert library.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_table_can_be_counted_and_read(built: Path) -> None:
    """Tools that list a file's tables with their counts find none they choke on."""
    with sqlite3.connect(f"file:{built}?mode=ro", uri=True) as library:
        tables = library.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        ).fetchall()
        for (table,) in tables:
            (count,) = library.execute(f'SELECT count(*) FROM "{table}"').fetchone()
            rows = library.execute(f'SELECT * FROM "{table}" LIMIT 1').fetchall()
            assert len(rows) == min(count, 1), table


def test_views_make_a_first_query_easy(built: Path) -> None:
    """``talks`` and ``billings`` answer without a join."""
    with sqlite3.connect(f"file:{built}?mode=ro", uri=True) as library:
        speakers = library.execute(
            "SELECT speakers FROM talks WHERE title = 'State of Serverless'"
        ).fetchall()
        styra = library.execute(
            "SELECT count(*) FROM billings WHERE person = 'Torin Sandall' AND org_certain"
        ).fetchall()
    assert speakers == [("Mark Peek; Doug Davis",)]
    assert styra == [(2,)]


def test_adding_a_document_changes_no_id(built: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    """Ids and slugs of talks and people stay, whatever comes beside them."""
    notes = tmp_path / "a-first-by-name.md"
    notes.write_text(
        "# Día 3\n\n## Effective RBAC - Jordan Liggitt, Red Hat\n\n* Muy útil.\n\n"
        "## Something new - Jane Doe, Acme\n\n* Sí.\n",
        encoding="utf-8",
    )
    documents = [*catalogue.documents, *read_documents(tmp_path, leave_out=())]
    facts, corrections, _ = read_facts(DATA / "corrections.toml")
    more = tmp_path / "more.db"
    write_library(
        more, assemble([d for d in documents if d.format != "corrections"] + [facts], corrections)
    )
    before, after = _rows(built), _rows(more)
    assert len(after["talk"]) == len(before["talk"]) + 1
    assert {row[1:3] for row in before["talk"]} <= {row[1:3] for row in after["talk"]}
    assert {row[1] for row in before["person"]} <= {row[1] for row in after["person"]}


def test_a_build_that_fails_leaves_what_was_there(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old library stays, and no half-made file beside it."""
    path = tmp_path / "talks.db"
    old = (DATA / "talks.db").read_bytes()
    path.write_bytes(old)
    monkeypatch.setattr(
        "talkctl.store.index.build_index", lambda *_: (_ for _ in ()).throw(sqlite3.Error("full"))
    )
    with pytest.raises(LibraryError, match=r"cannot write .*full"):
        write_library(path, catalogue)
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == ["talks.db"]


def test_a_build_leaves_the_collector_as_it_was(tmp_path: Path, catalogue: Catalogue) -> None:
    """No garbage is looked for while rows are written; afterwards as before."""
    for switch in (gc.disable, gc.enable):
        switch()
        before = gc.isenabled()
        write_library(tmp_path / "talks.db", catalogue)
        assert gc.isenabled() is before


@pytest.mark.parametrize(
    "again",
    [
        "INSERT INTO talk (number, id, slug, title, kind)"
        " SELECT 10000, id, 'another', title, kind FROM talk LIMIT 1",
        "INSERT INTO talk (number, id, slug, title, kind)"
        " SELECT 10000, 'another', slug, title, kind FROM talk LIMIT 1",
        "INSERT INTO person (number, id, name) SELECT 10000, id, name FROM person LIMIT 1",
    ],
    ids=["id of a talk", "slug", "id of a person"],
)
def test_no_two_have_one_id(built: Path, again: str) -> None:
    """Ids are told apart by the library itself."""
    library = sqlite3.connect(f"file:{built}?mode=ro", uri=True)
    copy = sqlite3.connect(":memory:")
    library.backup(copy)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        copy.execute(again)


@pytest.mark.parametrize(
    ("place", "sentence"), [("nowhere/talks.db", "there is no folder"), (".", "it is a folder")]
)
def test_a_place_that_cannot_be_written_is_named(
    place: str, sentence: str, tmp_path: Path, catalogue: Catalogue
) -> None:
    """The sentence says which path and why."""
    with pytest.raises(LibraryError, match=sentence):
        write_library(tmp_path / place, catalogue)
