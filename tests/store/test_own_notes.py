"""One's own notes are found by search, through whatever happens to their talk."""

from __future__ import annotations

import sqlite3

from talkctl.store import index, marks
from talkctl.store.lookup import Lookup, has_facet, quoted, within
from talkctl.store.update import move_ids, replace_catalogue
from tests.store.test_index import library, rows
from tests.store.test_update import catalogue

NOW = "2031-05-06T10:00:00+02:00"
NOTES = has_facet("has", ("notes",))


def indexed(talks: int = 3) -> sqlite3.Connection:
    """A library of so many talks, called ``id1`` and so on."""
    db = library(talks)
    index.build_index(db)
    return db


def noted(db: sqlite3.Connection, word: str) -> list[int]:
    """The talks in whose notes *word* stands."""
    return Lookup(db).matching(within(("notes",), quoted((word,))))


def test_a_note_is_found_until_it_is_forgotten() -> None:
    """Its words are those of the library then, and nothing is left of them afterwards."""
    db = indexed()
    before = rows(db)
    marks.note(db, "id2", "Ask about sidecars", NOW)
    marks.note(db, "id2", "and about quotas", NOW)
    assert noted(db, "sidecars") == noted(db, "quotas") == Lookup(db).matching(NOTES) == [2]
    assert Lookup(db).counts(["sidecars"]) == {"sidecars": 1}
    assert "notes" in Lookup(db).other_fields
    marks.forget_notes(db, "id2")
    assert noted(db, "sidecars") == Lookup(db).matching(NOTES) == []
    assert rows(db) == before


def test_a_library_indexed_anew_has_the_notes() -> None:
    """Writing a note and indexing again give the same."""
    db = indexed()
    marks.note(db, "id3", "Ask about sidecars", NOW)
    before = rows(db)
    index.build_index(db)
    assert rows(db) == before
    assert noted(db, "sidecars") == [3]


def test_a_note_on_no_talk_is_kept_and_found_by_nothing() -> None:
    """A talk may have vanished from its programme."""
    db = indexed()
    marks.note(db, "gone", "Ask about sidecars", NOW)
    assert noted(db, "sidecars") == []
    assert marks.marks_on(db, ["gone"])["gone"].notes[0].text == "Ask about sidecars"


def filled(titles: dict[str, str]) -> sqlite3.Connection:
    """A library that holds these talks."""
    db = library(0)
    index.create(db)
    replace_catalogue(db, catalogue(titles))
    return db


TITLES = {f"t{n}": f"Talk on {n}" for n in range(9)}


def test_a_note_outlives_a_change_of_its_talk() -> None:
    """An import that renames the talk leaves the note to be found; the old title is not."""
    db = filled(TITLES)
    marks.note(db, "t4", "Ask about sidecars", NOW)
    number = noted(db, "sidecars")
    replace_catalogue(db, catalogue(TITLES | {"t4": "Renamed since"}))
    assert noted(db, "sidecars") == number
    assert Lookup(db).matching(within(("title",), quoted(("renamed",)))) == number


def test_a_note_waits_for_its_talk() -> None:
    """A talk that vanishes takes its words with it, and brings them back."""
    db = filled(TITLES)
    marks.note(db, "t4", "Ask about sidecars", NOW)
    replace_catalogue(db, catalogue({key: it for key, it in TITLES.items() if key != "t4"}))
    assert noted(db, "sidecars") == []
    assert Lookup(db).counts(["sidecars"]) == {}
    replace_catalogue(db, catalogue(TITLES))
    assert len(noted(db, "sidecars")) == 1


def test_a_note_goes_where_its_talk_goes() -> None:
    """Merged into another, the talk hands its notes on; both tables and index say so."""
    db = filled(TITLES)
    marks.note(db, "t4", "Ask about sidecars", NOW)
    marks.note(db, "t5", "Ask about quotas", NOW)
    replace_catalogue(db, catalogue({key: it for key, it in TITLES.items() if key != "t4"}))
    move_ids(db, {"t4": "t5"})
    assert noted(db, "sidecars") == noted(db, "quotas") != []
    before = {name: sorted(table) for name, table in rows(db).items()}
    index.build_index(db)
    assert {name: sorted(table) for name, table in rows(db).items()} == before
