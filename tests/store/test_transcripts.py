"""What was said is found with its second, and does not get between the words of talks."""

from __future__ import annotations

import sqlite3

from talkctl.store import index, transcripts
from talkctl.store.lookup import Lookup, quoted
from talkctl.store.transcripts import how_often, is_said, talks_saying, utterance, utterances
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


def texts(db: sqlite3.Connection, talk: int, expression: str) -> list[list[str]]:
    """The segments of each utterance of a talk that meets an expression."""
    found = [utterance(db, one) for one in utterances(db, talk, expression)]
    return [[it.text for it in one.segments[one.first : one.last + 1]] for one in found]


def test_words_are_found_in_utterances_of_half_a_minute() -> None:
    """Each utterance is told by its segments, and is met as queries fold words."""
    db = heard(2)
    index.build_index(db)
    first, second = [text for _, text in SAID[:3]], [text for _, text in SAID[3:]]
    assert texts(db, 2, quoted(("everybody",))) == [first]
    assert texts(db, 2, "gizmo") == [first, second]
    assert texts(db, 2, quoted(("dont", "say"))) == [first]
    assert texts(db, 2, quoted(("time", "now"))) == []


def test_an_utterance_is_told_with_what_stands_around_it() -> None:
    """Segments before and after it are given too, and where it begins and ends among them."""
    db = heard(2)
    index.build_index(db)
    (found,) = [utterance(db, one) for one in utterances(db, 2, "thing")]
    assert [segment.start for segment in found.segments] == [start for start, _ in SAID]
    assert (found.first, found.last, found.recording) == (3, 4, None)


def test_the_recording_is_that_of_the_document_with_the_transcript() -> None:
    """Its first address of the web that is a video."""
    db = heard(2)
    for place, (kind, url) in enumerate(
        (("page", "https://a"), ("video", "b.mp4"), ("video", "https://c"), ("video", "https://d"))
    ):
        db.execute("INSERT INTO link VALUES (2, ?, ?, ?, ?)", (place, kind, url, url))
    index.build_index(db)
    assert utterance(db, utterances(db, 2, "welcome")[0]).recording == "https://c"


def test_talks_are_found_by_what_they_say() -> None:
    """With the number of their utterances; talks without a transcript say nothing."""
    db = heard(1, 3)
    index.build_index(db)
    assert talks_saying(db, "gizmo") == {1: 2, 3: 2}
    assert talks_saying(db, "gizmo", most=3) == {1: 1, 3: 2}
    assert talks_saying(db, "unsaid") == {}
    assert utterances(db, 2, "gizmo") == []
    assert how_often(db, "gizmo", 100) == 4
    assert how_often(db, "gizmo", 3) == 3
    assert is_said(db, "welcome")
    assert not is_said(db, "unsaid")


def test_no_correction_is_made_towards_what_was_said() -> None:
    """The vocabulary and the full text of talks hold no word of a transcript."""
    db = heard(2)
    index.build_index(db)
    lookup = Lookup(db)
    assert lookup.counts(["gizmo"]) == {}
    assert lookup.matching("gizmo") == []
    assert "gizmo" not in lookup.pack("term", (5,))


def test_whether_there_are_transcripts_is_known() -> None:
    """A library says whether there is any."""
    for db, has in ((heard(2), True), (heard(), False)):
        index.build_index(db)
        assert Lookup(db).has_transcripts is has


def test_transcripts_come_and_go_with_their_talks() -> None:
    """A talk taken out is heard no more; one added is heard as if it had always been there."""
    db = heard(1, 2)
    index.build_index(db)
    write(db, 3)
    index.update_index(db, [3])
    assert set(talks_saying(db, "gizmo")) == {1, 2, 3}
    index.remove_from_index(db, [2])
    assert set(talks_saying(db, "gizmo")) == {1, 3}
    assert utterances(db, 2, "gizmo") == []


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
    found = texts(db, 1, "lorem")
    assert len(found) > 5
    assert all(sum(map(len, one)) < 2 * transcripts._LETTERS for one in found)
