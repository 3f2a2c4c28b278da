"""A library changed in place holds what one made anew would hold."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.errors import LibraryError
from talkctl.model import Appearance, Event, EventName, Person, Talk
from talkctl.record import Alias, Catalogue, Credit, Document, JoinedTalk, Record, Segment
from talkctl.store.build import write_library
from talkctl.store.catalog import Catalog
from talkctl.store.soundness import check
from talkctl.store.update import move_ids, replace_catalogue
from talkctl.store.writing import writing

WORDS = ("mesh", "proxy", "kernel", "queue", "ledger", "compiler")


def catalogue(titles: dict[str, str], speaker: str = "Ann Lee") -> Catalogue:
    """One talk for each id and title, all by one person at one event."""
    event = EventName("conf-2024", "Conf 2024")
    talks = []
    for line, (identifier, title) in enumerate(titles.items(), 1):
        record = Record(
            "page.txt", "archive", line, line, title, title, event=event.name,
            speakers=(Credit(speaker),), abstract=f"All about {title}.",
            transcript=(Segment(0.0, 1.5, title),),
        )  # fmt: skip
        talk = Talk(
            identifier, identifier, title, event=event, abstract=record.abstract, transcript=True,
            speakers=(Appearance("ann-lee", speaker, speaker, "speaker", None, None, True),),
        )  # fmt: skip
        talks.append(JoinedTalk(talk, (record,), ((),)))
    records = tuple(joined.records[0] for joined in talks)
    return Catalogue(
        documents=(Document("page.txt", "archive", "d", 9, records),),
        events=(Event("conf-2024", "Conf 2024", talk_count=len(talks)),),
        event_aliases={"conf-2024": (Alias("The Conf", "page.txt"),)},
        people=(Person("ann-lee", speaker, talk_count=len(talks)),) if talks else (),
        person_aliases={},
        talks=tuple(talks),
    )


def content(path: Path) -> tuple[object, ...]:
    """All that can be asked of a library, in an order that does not depend on numbers."""
    with Catalog(path) as catalog:
        numbers = catalog.talk_numbers()
        talks = sorted(zip(catalog.talks(numbers), numbers, strict=True))
        found = {
            word: sorted(talk.id for talk in catalog.talks(catalog.lookup.matching(word)))
            for word in WORDS
        }
        counts = {word: count for word, count in catalog.lookup.counts(WORDS).items() if count}
        return (
            [talk for talk, _ in talks],
            [catalog.records(number) for _, number in talks],
            [one._replace(talks=tuple(sorted(one.talks))) for one in catalog.people()],
            catalog.events(), found, counts,
        )  # fmt: skip


TITLES = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "e", "f"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(before=TITLES, after=TITLES, speaker=st.sampled_from(["Ann Lee", "Ann B. Lee"]))
def test_a_changed_library_is_as_one_made_anew(
    tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, str],
    after: dict[str, str],
    speaker: str,
) -> None:
    """Talks that came, went, changed or stayed: the tables, the words and the counts agree."""
    folder = tmp_path_factory.mktemp("update")
    write_library(folder / "changed.db", catalogue(before))
    with writing(folder / "changed.db") as db:
        replace_catalogue(db, catalogue(after, speaker))
    write_library(folder / "anew.db", catalogue(after, speaker))
    assert content(folder / "changed.db") == content(folder / "anew.db")
    with Catalog(folder / "changed.db") as catalog:
        assert [one for one in check(catalog.db) if one.wrong] == []


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    """The second time nothing is new, changed or gone, and numbers stay where they are."""
    write_library(tmp_path / "t.db", catalogue({}))
    many = {f"id{n}": f"mesh {n}" for n in range(20)}
    with writing(tmp_path / "t.db") as db:
        assert len(replace_catalogue(db, catalogue(many)).new) == 20
    with writing(tmp_path / "t.db") as db:
        assert not replace_catalogue(db, catalogue(many))
        numbers = dict(db.execute("SELECT id, number FROM talk"))
        written = replace_catalogue(db, catalogue(many | {"id3": "proxy"}))
        assert (set(written.new), set(written.changed), set(written.gone)) == (
            set(),
            {"id3"},
            set(),
        )
        assert dict(db.execute("SELECT id, number FROM talk")) == numbers


def test_a_block_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    """All or nothing."""
    path = tmp_path / "t.db"
    write_library(path, catalogue({"a": "mesh"}))
    before = content(path)

    def fail() -> None:
        with writing(path) as db:
            replace_catalogue(db, catalogue({"b": "proxy"}))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert content(path) == before


def test_a_file_that_is_no_library_is_not_written(tmp_path: Path) -> None:
    """Nor is a database of another program."""
    path = tmp_path / "other.db"
    sqlite3.connect(path).execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(LibraryError, match="is not a library of talkctl"), writing(path):
        pass


def test_marks_move_with_an_id_that_was_merged_away(tmp_path: Path) -> None:
    """The old id still leads to the talk, and what was picked stays picked."""
    path = tmp_path / "t.db"
    write_library(path, catalogue({"a": "mesh", "b": "mesh too"}))
    with writing(path) as db:
        db.execute("INSERT INTO mark VALUES ('b', 'now', NULL, 4)")
        replace_catalogue(db, catalogue({"a": "mesh"}))
        move_ids(db, {"b": "a"})
    with Catalog(path) as catalog:
        number = catalog.number_of_id("b")
        assert number is not None
        (talk,) = catalog.talks([number])
        assert (talk.id, talk.picked) == ("a", True)
