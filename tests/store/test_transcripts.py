"""What was said is found with its second, and does not get between the words of talks."""

from __future__ import annotations

import sqlite3

from talkctl.store import index, transcripts
from talkctl.store.lookup import Lookup, quoted
from talkctl.store.transcripts import Spoken, spoken
from tests.store.test_index import library

SAID = (
    (0.0, "Welcome, everybody."), (4.5, "Don’t say the word gizmo"), (20.0, "before it is time."),
    (31.0, "Now: a gizmo is a thing,"), (36.0, "and a thing is a gizmo."),
)  # fmt: skip


def heard(*talks: int) -> sqlite3.Connection:
    """A library of three talks, some of which have a transcript, without an index."""
    db = library(3)
    for talk in talks:
        write(db, talk)
    return db


def write(db: sqlite3.Connection, talk: int) -> None:
    db.execute(
        "INSERT INTO record (id, talk, position, document, first_line, last_line)"
        " VALUES (?, ?, 0, 1, 1, 9)",
        (talk, talk),
    )
    db.executemany(
        "INSERT INTO segment VALUES (?, ?, ?, ?, ?)",
        [(talk, place, start, start + 3, text) for place, (start, text) in enumerate(SAID)],
    )


def test_words_are_found_with_the_second_they_are_said_at() -> None:
    """The start is that of the segment with the word; the text is half a minute around it."""
    db = heard(2)
    index.build_index(db)
    assert spoken(db, quoted(("everybody",))) == [
        Spoken(2, 0.0, "Welcome, everybody. Don’t say the word gizmo before it is time.")
    ]
    assert [(one.talk, one.start) for one in spoken(db, "gizmo")] == [(2, 31.0), (2, 4.5)]
    assert spoken(db, quoted(("dont", "say")))[0].start == 4.5
    assert spoken(db, quoted(("time", "now"))) == []


def test_only_the_talks_asked_for_are_looked_in() -> None:
    """Talks without a transcript, and talks nobody asked for, answer nothing."""
    db = heard(1, 3)
    index.build_index(db)
    assert {one.talk for one in spoken(db, "gizmo", [3, 2])} == {3}
    assert {one.talk for one in spoken(db, "gizmo")} == {1, 3}
    assert len(spoken(db, "gizmo", limit=1)) == 1
    assert spoken(db, "gizmo", []) == []


def test_no_correction_is_made_towards_what_was_said() -> None:
    """The vocabulary and the full text of talks hold no word of a transcript."""
    db = heard(2)
    index.build_index(db)
    lookup = Lookup(db)
    assert lookup.counts(["gizmo"]) == {}
    assert lookup.matching("gizmo") == []
    assert "gizmo" not in lookup.pack("term", (5,))


def test_transcripts_come_and_go_with_their_talks() -> None:
    """A talk taken out is heard no more; one added is heard as if it had always been there."""
    db = heard(1, 2)
    index.build_index(db)
    write(db, 3)
    index.update_index(db, [3])
    assert {one.talk for one in spoken(db, "gizmo")} == {1, 2, 3}
    index.remove_from_index(db, [2])
    assert {one.talk for one in spoken(db, "gizmo")} == {1, 3}
    assert spoken(db, "gizmo", [2]) == []


def test_words_without_pauses_are_cut_by_length() -> None:
    """A transcript in which all is said at once is still cut into pieces one can read."""
    db = heard()
    db.execute(
        "INSERT INTO record (id, talk, position, document, first_line, last_line)"
        " VALUES (1, 1, 0, 1, 1, 9)"
    )
    db.executemany(
        "INSERT INTO segment VALUES (1, ?, 0, 0, ?)", [(n, "lorem ipsum " * 9) for n in range(200)]
    )
    index.build_index(db)
    found = spoken(db, "lorem", limit=5)
    assert len(found) == 5
    assert all(len(one.text) < 2 * transcripts._LETTERS for one in found)
