"""Reading a library: which files are one, and what is read from them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from talkctl.errors import LibraryError
from talkctl.model import CoSpeaker, Note, OrgCount, PersonBio, Source
from talkctl.store import APPLICATION_ID, VERSION, index, schema
from talkctl.store.catalog import Catalog

ROWS = """
INSERT INTO document (id, name, format, digest, lines) VALUES (1, 'page.txt', 'archive', 'x', 9),
    (2, 'notes.md', 'notes', 'y', 9);
INSERT INTO event (number, id, name, start) VALUES (1, 'conf', 'Conf', '2020-01-01');
INSERT INTO event_alias VALUES (1, 'The Conf', 'notes.md');
INSERT INTO person VALUES (1, 'ann-lee', 'Ann Lee', 2), (2, 'bo-ek', 'Bo Ek', 1);
INSERT INTO person_alias VALUES (1, 'Ann B. Lee', 'notes.md');
INSERT INTO talk (number, id, slug, title, kind, event, date, abstract, tags) VALUES
    (1, 'abc2345', 'first', 'First', 'talk', 1, NULL, 'About firsts.', '["one", "two"]'),
    (2, 'abd2345', 'second', 'Second', 'keynote', 1, '2020-01-02', NULL, '[]');
INSERT INTO appearance VALUES
    (1, 0, 1, 'Ann Lee', 'speaker', 'CTO', 'Acme', 1), (1, 1, 2, 'Bo Ek', 'host', NULL, NULL, 1),
    (2, 0, 1, 'Ann B. Lee', 'speaker', NULL, 'Other Inc', 0);
INSERT INTO record (id, talk, position, document, first_line, last_line, as_talk) VALUES
    (1, 1, 0, 1, 3, 9, 0x7fffe), (2, 1, 1, 2, 1, 2, 0x77fff), (3, 2, 0, 1, 11, 12, 0x7ffff);
INSERT INTO difference (record, raw_title, abstract) VALUES
    (1, 'First [B]', NULL), (2, NULL, 'Own words.');
INSERT INTO credit (record, position, name, role, job, org, org_shared) VALUES
    (1, 0, 'Ann Lee', 'speaker', 'CTO', 'Acme', 1);
INSERT INTO bio VALUES (1, 0, 1, 'Ann', NULL, 'Ann writes.'), (3, 0, 1, 'Ann', NULL, 'Ann  writes!');
INSERT INTO link VALUES (1, 0, 'video', 'https://v/1', 'https://v/1'), (2, 0, 'video', 'https://v/1', 'v/1'),
    (2, 1, 'slides', 'https://s/1', 'https://s/1');
INSERT INTO note VALUES (2, 0, 'Muy bien.', 'es');
"""


def write(path: Path, version: int = VERSION) -> None:
    db = sqlite3.connect(path)
    db.executescript(schema.TABLES + schema.INDEXES + schema.VIEWS + ROWS)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")
    index.build_index(db)
    db.commit()
    db.close()


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    write(tmp_path / "talks.db")
    return Catalog(tmp_path / "talks.db")


def test_a_talk_is_read_whole(catalog: Catalog):
    """Event, people, links once each, notes and sources come with a talk."""
    (talk,) = catalog.talks([1])
    assert talk.event is not None
    assert talk.event.name == "Conf"
    assert [(it.name, it.role, it.job, it.org) for it in talk.speakers] == [
        ("Ann Lee", "speaker", "CTO", "Acme"), ("Bo Ek", "host", None, None),
    ]  # fmt: skip
    assert [(link.kind, link.raw) for link in talk.links] == [
        ("video", "https://v/1"), ("slides", "https://s/1"),
    ]  # fmt: skip
    assert talk.notes == (Note("Muy bien.", "es", "notes.md"),)
    assert talk.sources[0] == Source("page.txt", "archive", 3, 9)
    assert talk.tags == ("one", "two")
    assert talk.picked is False


def test_talks_come_in_the_order_asked_for(catalog: Catalog):
    """Numbers decide the order, and unknown ones are left out."""
    assert [talk.title for talk in catalog.talks([2, 99, 1])] == ["Second", "First"]


def test_records_keep_each_sources_own_account(catalog: Catalog):
    """A record has the talk's abstract only where it said the same."""
    first, second = catalog.records(1)
    assert (first.raw_title, first.abstract) == ("First [B]", "About firsts.")
    assert (second.abstract, second.notes) == ("Own words.", (Note("Muy bien.", "es", "notes.md"),))
    assert first.speakers[0].org_shared is True


def test_a_person_is_read_whole(catalog: Catalog):
    """Aliases, organisations, bios once each, co-speakers, and talks the newest first."""
    person = catalog.person(1)
    assert person is not None
    assert person.aliases == ("Ann B. Lee",)
    assert person.orgs == (OrgCount("Acme", 1, True), OrgCount("Other Inc", 1, False))
    assert person.bios == (PersonBio("Ann writes.", "page.txt"),)
    assert person.co_speakers == (CoSpeaker("bo-ek", "Bo Ek", 1),)
    assert [talk.title for talk in person.talks] == ["Second", "First"]


def test_everybody_comes_by_name(catalog: Catalog):
    """All people are listed, by name."""
    assert [person.name for person in catalog.people()] == ["Ann Lee", "Bo Ek"]


def test_events_know_their_other_names(catalog: Catalog):
    """An event comes with its aliases."""
    (event,) = catalog.events()
    assert (event.id, event.aliases) == ("conf", ("The Conf",))


def test_talks_are_looked_up(catalog: Catalog):
    """By id, by slug, by the beginning of an id; all of them, the newest first."""
    assert catalog.number_of_id("abd2345") == 2
    assert catalog.number_of_slug("first") == 1
    assert catalog.number_of_id("nothing") is None
    assert catalog.numbers_of_id_beginning("ab") == [1, 2]
    assert catalog.talk_numbers(newest_first=True) == [2, 1]


def test_nothing_can_be_written(catalog: Catalog):
    """The library is opened for reading only."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        catalog.db.execute("DELETE FROM talk")


def test_odd_paths_are_opened(tmp_path: Path):
    """Question marks, blanks and hashes in a path are part of the path."""
    folder = tmp_path / "what? 100% #1"
    folder.mkdir()
    write(folder / "my talks.db")
    with Catalog(folder / "my talks.db") as opened:
        assert len(opened.talk_numbers()) == 2


def test_what_is_no_library_is_said_in_a_sentence(tmp_path: Path):
    """A missing file, a folder, text, another program's database, and one from the future."""
    (tmp_path / "text").write_text("Talks of the year\n" * 100)
    (tmp_path / "empty").touch()
    sqlite3.connect(tmp_path / "other").execute("CREATE TABLE t (x)").connection.close()
    write(tmp_path / "newer", version=VERSION + 1)
    for name, reason in {
        "missing": "no library", "text": "not a library", "other": "another program",
        "empty": "another program", "newer": "newer talkctl", ".": "folder",
    }.items():  # fmt: skip
        with pytest.raises(LibraryError, match=reason) as caught:
            Catalog(tmp_path / name)
        assert "\n" not in str(caught.value)
    assert not (tmp_path / "missing").exists()
