"""A library that an older talkctl wrote is brought up to date by the first command that meets it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from talkctl.store import APPLICATION_ID
from tests.commands.conftest import Run

VERSION_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE document (id INTEGER PRIMARY KEY, name, format, digest, lines, imported);
CREATE TABLE event (number INTEGER PRIMARY KEY, id, name, city, country, timezone, start, "end",
    talk_count, speaker_count, timed_count);
CREATE TABLE event_alias (event, name, source);
CREATE TABLE person (number INTEGER PRIMARY KEY, id, name, talk_count);
CREATE TABLE person_alias (person, name, source);
CREATE TABLE talk (number INTEGER PRIMARY KEY, id, slug, title, kind, level, language, event, start,
    "end", timezone, local_start, local_end, date, day, room, track, published, duration, abstract,
    tags);
CREATE TABLE appearance (talk, position, person, billed_as, role, job, org, org_certain);
CREATE TABLE record (id INTEGER PRIMARY KEY, talk, position, document, first_line, last_line,
    raw_title, title, kind, level, language, event, start, "end", timezone, date, day, room, track,
    published, duration, participants, abstract, abstract_is_talks, tags);
CREATE TABLE credit (record, position, name, role, job, org, org_shared);
CREATE TABLE bio (record, position, person, name, heading, text);
CREATE TABLE link (record, position, kind, url, raw);
CREATE TABLE note (record, position, text, language);
CREATE TABLE remark (document, first_line, last_line, reason, text);
INSERT INTO document VALUES (1, 'page.txt', 'archive', 'x', 9, NULL);
INSERT INTO event VALUES (1, 'old-conf-2019', 'Old Conf 2019', 'Lyon', 'FR', 'Europe/Paris',
    '2019-04-01', '2019-04-02', 1, 1, 0);
INSERT INTO person VALUES (1, 'ann-lee', 'Ann Lee', 1);
INSERT INTO talk VALUES (1, 'oldid22', 'quiet-queues', 'Quiet Queues', 'talk', NULL, 'en', 1, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 30, 'On waiting well.', '["queues"]');
INSERT INTO appearance VALUES (1, 0, 1, 'Ann Lee', 'speaker', NULL, 'Acme', 1);
INSERT INTO record VALUES (1, 1, 0, 1, 2, 9, 'Quiet Queues', 'Quiet Queues', 'talk', NULL, 'en',
    'Old Conf 2019', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 30, NULL, NULL, 1, '["queues"]');
INSERT INTO credit VALUES (1, 0, 'Ann Lee', 'speaker', NULL, 'Acme', 0);
INSERT INTO remark VALUES (1, 1, 1, 'belongs to nothing around it', 'x');
"""


def old_library(path: Path, version: int = 1) -> Path:
    db = sqlite3.connect(path)
    db.executescript(VERSION_1)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()
    return path


def test_a_question_brings_it_up_to_date_and_is_answered(talkctl: Run, tmp_path: Path) -> None:
    """Ids stay, all that was known stays, and the old file is kept."""
    path = old_library(tmp_path / "t.db")
    before = path.read_bytes()
    done = talkctl("search", "queues", "--json", "--db", str(path))
    assert "brought up to date; what it was is kept as t.db.version-1" in done.err
    (talk,) = done.json
    assert (talk["id"], talk["duration"], talk["tags"]) == ("oldid22", 30, ["queues"])
    assert talk["abstract"] == "On waiting well."
    assert (tmp_path / "t.db.version-1").read_bytes() == before
    (event,) = talkctl("events", "--json", "--db", str(path)).json
    told = [event[name] for name in ("id", "city", "country", "timezone", "start", "end")]
    assert told == ["old-conf-2019", "Lyon", "FR", "Europe/Paris", "2019-04-01", "2019-04-02"]
    again = talkctl("search", "queues", "--json", "--db", str(path))
    assert (again.json, again.err) == (done.json, "")
    assert talkctl("db", "check", "--db", str(path)).status == 0
    assert talkctl("sources", "page.txt", "--json", "--db", str(path)).json[0]["text"] == "x"


def test_a_library_that_is_none_of_ours_is_left_alone(talkctl: Run, tmp_path: Path) -> None:
    """A version that never was is a sentence, and the file stays."""
    path = old_library(tmp_path / "t.db", version=0)
    before = path.read_bytes()
    done = talkctl("search", "queues", "--db", str(path))
    assert (done.status, len(done.err.splitlines())) == (3, 1)
    assert path.read_bytes() == before
