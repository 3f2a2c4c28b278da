"""A reader's own marks on talks."""

from __future__ import annotations

import sqlite3

import pytest

from talkctl.store import marks
from talkctl.store.location import bundled_path

NOW, LATER = "2026-03-28T10:00:00+01:00", "2026-03-28T11:00:00+01:00"


@pytest.fixture
def db() -> sqlite3.Connection:
    """The bundled library in memory, two of its talks called ``knots`` and ``fog``."""
    made = sqlite3.connect(":memory:")
    with sqlite3.connect(f"file:{bundled_path()}?mode=ro", uri=True) as bundled:
        bundled.backup(made)
    made.executemany("UPDATE talk SET id = ? WHERE number = ?", [("knots", 1), ("fog", 2)])
    return made


def test_picking_twice_changes_once(db: sqlite3.Connection) -> None:
    """What was picked stays picked since then, and taking it off keeps the other marks."""
    assert marks.pick(db, ["knots", "knots"], NOW) == ["knots"]
    assert marks.pick(db, ["knots", "fog"], NOW) == ["fog"]
    assert marks.pick(db, ["knots"], LATER) == []
    assert marks.marks_on(db, ["knots"])["knots"].picked == NOW
    assert marks.see(db, ["knots"], LATER) == ["knots"]
    assert marks.pick(db, ["knots"], None) == ["knots"]
    assert marks.marks_on(db, ["knots"])["knots"] == marks.Marks(seen=LATER)
    assert marks.picked_numbers(db) == [2]


def test_a_rating_is_one_and_notes_are_many(db: sqlite3.Connection) -> None:
    """A later rating replaces the one before; each note stays, in the order of writing."""
    marks.rate(db, "knots", 3)
    marks.rate(db, "knots", 5)
    marks.note(db, "knots", "first", NOW)
    marks.note(db, "knots", "second", LATER)
    found = marks.marks_on(db, ["knots", "fog"])
    assert found == {
        "knots": marks.Marks(
            rating=5, notes=(marks.OwnNote("first", NOW), marks.OwnNote("second", LATER))
        )
    }
    assert marks.forget_notes(db, "knots") == 2
    assert marks.marks_on(db, ["knots"])["knots"].notes == ()


def test_marks_are_asked_for_by_the_thousand(db: sqlite3.Connection) -> None:
    """As many talks as a library has."""
    marks.rate(db, "knots", 4)
    many = [f"talk{n}" for n in range(3000)]
    assert marks.marks_on(db, [*many, "knots"]) == {"knots": marks.Marks(rating=4)}
    assert marks.marks_on(db, []) == {}


def test_a_pick_whose_talk_is_gone_is_not_forgotten(db: sqlite3.Connection) -> None:
    """It is told with the last title that the talk had."""
    marks.pick(db, ["knots"], NOW)
    db.execute("DELETE FROM talk WHERE id = 'knots'")
    db.execute(
        "INSERT INTO change (document, imported, kind, talk, title) VALUES"
        " ('tide.json', ?, 'vanished', 'knots', 'Knots')",
        (LATER,),
    )
    assert marks.lost_picks(db) == [("knots", "Knots")]
    assert marks.picked_numbers(db) == []
