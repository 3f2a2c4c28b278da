"""What comes with talkctl flows into the library of a user, and leaves alone what is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from talkctl.identity import assemble
from talkctl.intake import bundle
from talkctl.intake.joining import join
from talkctl.record import Credit, Document, Record
from talkctl.store import marks
from talkctl.store.build import write_library
from talkctl.store.catalog import Catalog
from talkctl.store.soundness import check
from talkctl.store.writing import make_library, writing

NOW = "2031-05-06T10:00:00+00:00"


def document(name: str, *titles: str) -> Document:
    records = tuple(
        Record(
            name, "archive", n, n, title, title, event="Conf 2030", speakers=(Credit(f"Ann {n}"),)
        )
        for n, title in enumerate(titles, 1)
    )
    return Document(name, "archive", "".join(titles), 9, records)


def catalogue_file(path: Path, *titles: str) -> Path:
    write_library(path, assemble([document("bundled.txt", *titles)]))
    return path


def titles(library: Path) -> dict[str, str]:
    with Catalog(library) as catalog:
        assert [one for one in check(catalog.db) if one.wrong] == []
        return {talk.title: talk.id for talk in catalog.talks(catalog.talk_numbers())}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's library, made from the first bundled catalogue, with a document of their own."""
    first = catalogue_file(tmp_path / "first.db", "Salt Tables", "Tin Bells")
    monkeypatch.setattr(bundle, "bundled_path", lambda: first)
    path = tmp_path / "own.db"
    make_library(path, first)
    with writing(path) as db:
        join(db, [document("own.txt", "Paper Engines")], NOW)
    return path


def test_a_newer_bundled_catalogue_flows_in_at_the_next_import(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its talks come and go; one's own talks, their ids and the marks on any talk stay."""
    before = titles(library)
    with writing(library) as db:
        marks.pick(db, [before["Salt Tables"], before["Paper Engines"]], NOW)
    second = catalogue_file(tmp_path / "second.db", "Salt Tables", "Quiet Queues")
    monkeypatch.setattr(bundle, "bundled_path", lambda: second)
    with writing(library) as db:
        join(db, [document("own.txt", "Paper Engines")], NOW)
    after = titles(library)
    assert set(after) == {"Salt Tables", "Quiet Queues", "Paper Engines"}
    kept = ("Salt Tables", "Paper Engines")
    assert [after[title] for title in kept] == [before[title] for title in kept]
    with Catalog(library) as catalog:
        picked = {talk.title for talk in catalog.talks(marks.picked_numbers(catalog.db))}
    assert picked == set(kept)


def test_a_document_that_is_bundled_no_more_goes(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what one imported stays."""
    second = tmp_path / "second.db"
    write_library(second, assemble([document("other.txt", "Quiet Queues")]))
    monkeypatch.setattr(bundle, "bundled_path", lambda: second)
    with writing(library) as db:
        join(db, [document("own.txt", "Paper Engines")], NOW)
    assert set(titles(library)) == {"Quiet Queues", "Paper Engines"}


def test_the_same_bundled_catalogue_changes_nothing(library: Path) -> None:
    """What is in the library already is not written again."""
    content = library.read_bytes()
    with writing(library) as db:
        (told,) = join(db, [document("own.txt", "Paper Engines")], NOW)
        assert bundle.newer_bundle(db) is None
    assert (told.unchanged, told.new) == (1, 0)
    assert library.read_bytes() == content


@pytest.mark.usefixtures("library")
def test_a_library_made_of_documents_alone_gets_nothing_bundled(tmp_path: Path) -> None:
    """It never was a copy of the bundled catalogue, and does not become one."""
    path = tmp_path / "built.db"
    write_library(path, assemble([document("only.txt", "Lone Talk")]))
    with writing(path) as db:
        join(db, [document("own.txt", "Paper Engines")], NOW)
    assert set(titles(path)) == {"Lone Talk", "Paper Engines"}
