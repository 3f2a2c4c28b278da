"""``import`` as a user runs it: files in, a table out, and a library that remembers."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Done, Run
from tests.sandbox import small_library


def talk(
    code: str, title: str, who: str = "Ann Lee", hour: int = 10, **more: Any
) -> dict[str, Any]:
    return {
        "guid": f"8d0c2f0e-0000-4000-8000-0000000000{code}", "code": code, "title": title,
        "date": f"2031-05-06T{hour}:00:00+02:00", "start": f"{hour}:00", "duration": "00:30",
        "room": "Aula", "abstract": f"On {title.lower()}.", "persons": [{"public_name": who}],
    } | more  # fmt: skip


def programme(*talks: dict[str, Any]) -> str:
    rooms: dict[str, list[dict[str, Any]]] = {}
    for one in talks:
        rooms.setdefault(one["room"], []).append(one)
    day = {"index": 1, "date": "2031-05-06", "day_start": "2031-05-06T09:00:00+02:00",
           "day_end": "2031-05-06T20:00:00+02:00", "rooms": rooms}  # fmt: skip
    conference = {"acronym": "zcon31", "title": "ZettelCon 2031", "start": "2031-05-06",
                  "end": "2031-05-06", "time_zone_name": "Europe/Berlin", "days": [day]}  # fmt: skip
    return json.dumps({"schedule": {"version": "1", "conference": conference}}, indent=1)


FIRST = (talk("11", "Ledgers of Sand"), talk("22", "Quiet Queues", "Bo Ek", 11),
         talk("33", "Borrowed Clocks", "Cy Mo", 12))  # fmt: skip


class Desk:
    """A person with a folder of files and a library of their own."""

    def __init__(self, run: Run, home: Path) -> None:
        self.run, self.home = run, home
        self.library = home / "data" / "talkctl" / "talks.db"

    def __call__(self, *words: str, **more: Any) -> Done:
        return self.run(*words, XDG_DATA_HOME=str(self.home / "data"), **more)

    def file(self, name: str, text: str | bytes) -> str:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)


@pytest.fixture
def new_desk(talkctl: Run, tmp_path: Path) -> Desk:
    """The desk of somebody who has imported nothing yet."""
    return Desk(talkctl, tmp_path)


@pytest.fixture
def desk(new_desk: Desk) -> Desk:
    """A desk with a library of a dozen talks."""
    new_desk.library.parent.mkdir(parents=True)
    new_desk.library.write_bytes(small_library())
    return new_desk


def test_the_first_import_makes_the_users_library_from_the_bundled_one(new_desk: Desk) -> None:
    """What was imported is found beside what came with talkctl."""
    done = new_desk("import", new_desk.file("schedule.json", programme(*FIRST)), "--json")
    assert (done.status, done.err) == (0, "")
    (row,) = done.json
    assert (row["format"], row["new"], row["joined"], row["remarks"]) == ("schedule-json", 3, 0, 0)
    assert new_desk.library.is_file()
    found, *_ = new_desk("search", "quiet queues", "--json").json
    assert (found["start"], found["room"]) == ("2031-05-06T11:00:00+02:00", "Aula")
    assert found["event"]["name"] == "ZettelCon 2031"
    assert new_desk("search", "istio", "--format", "ids").out.count("\n") == 10
    assert new_desk("db", "check").status == 0


def test_the_same_file_again_changes_nothing_and_says_so(desk: Desk) -> None:
    """Under its own name or another one."""
    desk("import", desk.file("schedule.json", programme(*FIRST)))
    before = desk.library.read_bytes()
    for name in ("schedule.json", "copy.json"):
        done = desk("import", desk.file(name, programme(*FIRST)), "--json")
        assert (done.status, done.json[0]["unchanged"]) == (0, 3)
        assert "Nothing new" in done.err
    assert desk.library.read_bytes() == before


def test_a_newer_export_is_an_update_and_ids_stay(desk: Desk) -> None:
    """Moved, renamed, cancelled, vanished and added talks are shown as such."""
    desk("import", desk.file("schedule.json", programme(*FIRST)))
    ids = {one["title"]: one["id"] for one in desk("search", "--event", "zettelcon", "--json").json}
    newer = (talk("11", "Ledgers of Stone"), talk("22", "Quiet Queues", "Bo Ek", 15),
             talk("44", "Paper Engines", "Di Ro", 16))  # fmt: skip
    done = desk("import", desk.file("schedule (1).json", programme(*newer)), "--json")
    (row,) = done.json
    assert (row["document"], row["new"], row["updated"], row["vanished"]) == (
        "schedule.json", 1, 2, 1
    )  # fmt: skip
    now = {one["title"]: one["id"] for one in desk("search", "--event", "zettelcon", "--json").json}
    assert now["Ledgers of Stone"] == ids["Ledgers of Sand"]
    assert now["Quiet Queues"] == ids["Quiet Queues"]
    assert "Borrowed Clocks" not in now
    changes = desk("sources", "schedule.json", "--changes", "--json").json
    assert {(one["kind"], one["title"]) for one in changes} == {
        ("renamed", "Ledgers of Stone"), ("moved", "Quiet Queues"),
        ("added", "Paper Engines"), ("vanished", "Borrowed Clocks"),
    }  # fmt: skip


def test_a_dry_run_says_the_same_and_writes_nothing(new_desk: Desk) -> None:
    """There is no library afterwards where there was none before."""
    path = new_desk.file("schedule.json", programme(*FIRST))
    done = new_desk("import", path, "--dry-run", "--json")
    assert done.json[0]["new"] == 3
    assert "A dry run" in done.err
    assert not new_desk.library.exists()


def test_one_bad_file_is_reported_and_the_rest_goes_on(desk: Desk) -> None:
    """Status 4, one sentence with the file's name, and the good file is in the library."""
    good = desk.file("good.json", programme(*FIRST))
    bad = desk.file("bad.json", "{ this is no schedule")
    done = desk("import", bad, good, "--json")
    assert done.status == 4
    assert [row["new"] for row in done.json] == [0, 3]
    assert done.json[0]["problem"].startswith("bad.json")
    assert len([line for line in done.err.splitlines() if "bad.json" in line]) == 1
    assert "Traceback" not in done.err


def test_a_truncated_file_keeps_what_is_whole(desk: Desk) -> None:
    """Status 4, and the sentence says in which line it breaks."""
    text = programme(*FIRST)
    cut = text[: text.index("Borrowed Clocks")]
    done = desk("import", desk.file("cut.json", cut), "--json")
    assert done.status == 4
    assert done.json[0]["new"] == 2
    assert done.err.startswith("cut.json, line ")
    assert done.err.count("line ") == 1


def test_standard_input_and_gzip_are_read_too(desk: Desk) -> None:
    """As a pipe or a download gives them."""
    done = desk("import", "-", "--json", stdin=programme(*FIRST))
    assert (done.status, done.json[0]["new"]) == (0, 3)
    packed = gzip.compress(programme(talk("55", "Salt Tables", "Ed Fox", 17)).encode())
    assert desk("import", desk.file("s.json.gz", packed), "--json").json[0]["new"] == 1


def test_local_times_stay_local_until_a_zone_is_named(desk: Desk) -> None:
    """``--tz`` makes instants of them; without it stderr says that they are local."""
    table = "title,speaker,date,start,end\nSalt Tables,Ann Lee,2031-05-06,10:00,10:30\n"
    path = desk.file("talks.csv", table)
    done = desk("import", path, "--event", "SaltConf")
    assert "talks.csv: names no time zone" in done.err
    found, *_ = desk("search", "salt tables", "--json").json
    assert (found["start"], found["local_start"], found["date"]) == (None, "10:00", "2031-05-06")
    assert found["event"]["name"] == "SaltConf"
    desk("import", path, "--event", "SaltConf", "--tz", "Europe/Berlin")
    found, *_ = desk("search", "salt tables", "--json").json
    assert found["start"] == "2031-05-06T10:00:00+02:00"


def test_talks_without_an_event_are_said_to_have_none(desk: Desk) -> None:
    """Where no talk of a file names its event, stderr says how to name it."""
    table = "title,speaker\nSalt Tables,Ann Lee\nDry Docks,Ed Fox\n"
    path = desk.file("talks.csv", table)
    done = desk("import", path)
    assert "talks.csv: names no event; --event NAME says which its 2 talks belong to." in done.err
    assert "names no event" not in desk("import", path, "--event", "SaltConf").err


def test_what_cannot_be_is_a_usage_error(new_desk: Desk) -> None:
    """An unknown zone, an unknown format, a file that is not there."""
    path = new_desk.file("schedule.json", programme(*FIRST))
    for words, status in (
        (("import", path, "--tz", "Mars/Olympus"), 2),
        (("import", path, "--as", "nonsense"), 2),
        (("import", str(new_desk.home / "nope.xml")), 4),
        (("import", path, "--db", str(new_desk.home / "nope.db")), 3),
    ):
        done = new_desk(*words)
        assert (done.status, done.out) == (status, ""), words
        assert len(done.err.splitlines()) == 1
    assert not new_desk.library.exists()


def test_two_accounts_are_merged_split_and_undone_by_hand(desk: Desk) -> None:
    """What a person says holds, is shown, and can be taken back."""
    desk("import", desk.file("a.json", programme(*FIRST)))
    table = "title,speaker,event\nDouble-entry ledgers for beginners,Ann Lee,ZettelCon 2031\n"
    desk("import", desk.file("b.csv", table))
    one = desk("search", "title:ledgers", "--json", "--event", "zettelcon").json
    assert len(one) == 2
    ids = [found["id"] for found in one]
    assert desk("merge", *ids).status == 0
    (whole,) = desk("search", "title:ledgers", "--json", "--event", "zettelcon").json
    assert len(whole["sources"]) == 2
    assert desk("show", *ids, "--format", "ids").out.split() == [whole["id"]] * 2
    (decided,) = desk("show", whole["id"], "--sources", "--json").json["decisions"]
    assert "are one talk" in decided
    assert "WHAT YOU DECIDED" in desk("show", whole["id"], "--sources", "--format", "table").out
    assert "are one talk" in desk("doctor", "--decisions", "--format", "plain").out
    desk("import", desk.file("c.json", programme(talk("66", "Salt Tables", "Ed Fox", 17))))
    assert len(desk("search", "title:ledgers", "--json", "--event", "zettelcon").json) == 1
    assert desk("undo").status == 0
    assert len(desk("search", "title:ledgers", "--json", "--event", "zettelcon").json) == 2


def test_an_event_that_lost_its_only_talk_is_listed_no_more(desk: Desk) -> None:
    """Until the merge is taken back."""
    desk("import", desk.file("a.json", programme(*FIRST)))
    desk("import", desk.file("b.csv", "title,speaker,event\nSalty Pages,Eve Fox,PepperCon 2031\n"))
    (other,) = desk("search", "--event", "peppercon", "--json").json
    (one, *_) = desk("search", "--event", "zettelcon", "--json").json
    events = desk("events", "--json").json
    assert desk("merge", one["id"], other["id"]).status == 0
    assert len(desk("events", "--json").json) == len(events) - 1
    assert desk("stats", "--json").json["events"] == len(events) - 1
    desk("undo")
    assert desk("events", "--json").json == events


def test_a_merge_holds_when_another_document_tells_of_both_talks(desk: Desk) -> None:
    """What a person says is one stays one, whoever else keeps it apart."""
    desk("import", desk.file("a.json", programme(*FIRST)))
    ids = [one["id"] for one in desk("search", "--event", "zettelcon", "--json").json]
    assert desk("merge", *ids[:2]).status == 0
    again = "".join(f"{one['title']},{one['persons'][0]['public_name']},ZettelCon 2031\n"
                    for one in FIRST)  # fmt: skip
    desk("import", desk.file("b.csv", f"title,speaker,event\n{again}"))
    assert len(desk("search", "--event", "zettelcon", "--json").json) == 2
    desk("undo")
    assert len(desk("search", "--event", "zettelcon", "--json").json) == 3


def test_undo_gives_each_talk_its_marks_back(desk: Desk) -> None:
    """What was picked, rated and noted before a merge is so again after it is taken back."""
    desk("import", desk.file("a.json", programme(*FIRST)))
    ids = {
        one["title"]: one["id"]
        for one in desk("search", "--event", "zettelcon", "--format", "json").json
    }
    sand, queues = ids["Ledgers of Sand"], ids["Quiet Queues"]
    desk("pick", sand)
    desk("rate", sand, "3")
    desk("rate", queues, "5")
    desk("seen", queues)
    desk("note", queues, "on waiting")
    before = [desk("show", one, "--json").json["own"] for one in (sand, queues)]
    desk("merge", sand, queues)
    merged = desk("show", queues, "--json").json["own"]
    assert (bool(merged["picked"]), bool(merged["seen"]), len(merged["notes"])) == (True, True, 1)
    assert desk("undo").status == 0
    assert [desk("show", one, "--json").json["own"] for one in (sand, queues)] == before
    assert desk("search", "notes:waiting", "--format", "ids").out.split() == [queues]


def test_ids_come_back_when_merges_are_taken_back_after_an_update(desk: Desk) -> None:
    """Two merges, a newer export, both taken back: each talk has the id it had."""
    desk("import", desk.file("a.json", programme(*FIRST)))
    ids = [one["id"] for one in desk("search", "--event", "zettelcon", "--json").json]
    desk("merge", ids[0], ids[1])
    desk("merge", ids[0], ids[2])
    newer = [one | {"title": f"{one['title']} Again"} for one in FIRST]
    desk("import", desk.file("a.json", programme(*newer)))
    desk("undo")
    desk("undo")
    found = desk("search", "--event", "zettelcon", "--json").json
    assert sorted(one["id"] for one in found) == sorted(ids)


def test_a_wrong_reading_does_not_stand_in_the_way_of_the_right_one(desk: Desk) -> None:
    """A file read as something that it is not is not remembered; a broken one stays broken."""
    path = desk.file("schedule.json", programme(*FIRST))
    assert desk("import", path, "--as", "html").status == 4
    assert desk("import", path, "--json").json[0]["new"] == 3
    text = programme(talk("55", "Salt Tables", "Ed Fox", 17), talk("66", "Tin Bells", "Gi Ho", 18))
    cut = desk.file("cut.json", text[: text.index("Tin Bells")])
    assert [desk("import", cut).status for _ in range(2)] == [4, 4]


def test_starting_over_asks_first_and_keeps_a_copy(new_desk: Desk) -> None:
    """Without a terminal nobody can answer, so ``--yes`` has to."""
    new_desk("import", new_desk.file("schedule.json", programme(*FIRST)))
    refused = new_desk("db", "reset")
    assert refused.status == 2
    assert "--yes" in refused.err
    assert new_desk("db", "reset", "--yes").status == 0
    assert new_desk("search", "title:quiet title:queues", "--exact", "--json").json == []
    kept = new_desk.library.with_name("talks.db.old")
    assert new_desk("search", "quiet queues", "--db", str(kept), "--format", "ids").out
    assert new_desk("db", "check").status == 0
    mistyped = new_desk("db", "reset", "--yes", "--db", str(kept.with_name("tlks.db")))
    assert (mistyped.status, "There is no library at" in mistyped.err) == (3, True)


def test_a_library_of_a_newer_talkctl_is_refused_in_a_sentence(desk: Desk) -> None:
    """Nothing is written to it."""
    desk("import", desk.file("schedule.json", programme(*FIRST)))
    db = sqlite3.connect(desk.library)
    db.execute("PRAGMA user_version = 99")
    db.close()
    done = desk("import", desk.file("s.json", programme(talk("55", "Salt Tables", "Ed Fox", 17))))
    assert done.status == 3
    assert "newer talkctl" in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_library_that_cannot_be_written_is_said_to_be(new_desk: Desk) -> None:
    """Its folder is read-only."""
    new_desk.library.parent.mkdir(parents=True)
    new_desk.library.parent.chmod(0o500)
    done = new_desk("import", new_desk.file("schedule.json", programme(*FIRST)))
    assert done.status == 3


def test_what_cannot_be_read_is_named_for_what_it_is(desk: Desk) -> None:
    """An empty file, a picture, an empty folder, an address: a sentence each, and status 4."""
    empty = desk.file("empty.txt", " \n")
    picture = desk.file("photo.png", "")
    Path(picture).write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = Path(empty).parent / "nothing"
    folder.mkdir()
    for path, said in {
        empty: "empty.txt: is empty.",
        picture: "photo.png: is a picture, not text",
        str(folder): f"There is no file in {folder}.",
        "https://x.example/a b": "curl -sL 'https://x.example/a b' | talkctl import -",
    }.items():
        done = desk("import", path)
        assert (done.status, said in done.err) == (4, True), done.err


def test_nothing_is_imported_for_an_answer_that_cannot_be_given(desk: Desk) -> None:
    """A field or a format that there is not is refused before anything is written."""
    path = desk.file("a.json", programme(*FIRST))
    for wrong in (("--fields", "titel"), ("--format", "ics"), ("--format", "jsn")):
        assert desk("import", path, *wrong).status == 2
    assert "FOSDEM" not in desk("events").out
    assert desk("search", "title:ledgers").status == 1


def test_an_id_that_is_none_is_answered_with_the_one_meant(new_desk: Desk) -> None:
    """Of people and events, which have names; and a decision is told without a second full stop."""
    assert "Did you mean kubecon-na-2017?" in new_desk("event", "kubecon", "--city", "Austin").err
    assert "Did you mean torin-sandall?" in new_desk("alias", "torin", "T. S.").err
    assert "is also called T. S. talkctl undo" in new_desk("alias", "torin-sandall", "T. S.").err
    assert "unpick" in [new_desk("undo"), new_desk("undo")][1].err


def test_what_doctor_proposes_can_be_typed_as_it_stands(desk: Desk) -> None:
    """Doubts name those they are about; merging takes the doubt away, showing shows them."""
    desk(
        "import",
        desk.file(
            "a.json",
            programme(talk("11", "Salt", "Rob Clark"), talk("22", "Sand", "Robert Clark")),
        ),
    )
    doubts = {doubt["kind"]: doubt for doubt in desk("doctor", "--json").json}
    assert doubts["person"]["names"] == ["Rob Clark", "Robert Clark"]
    assert doubts["room"]["names"] == ["Salt", "Sand"]
    assert "both in Aula at 2031-05-06 10:00+02:00" in doubts["room"]["reason"]
    table = desk("doctor", "--format", "table").out
    assert "Rob Clark · Robert Clark" in table
    shown = desk(*doubts["room"]["mend"].split()[1:], "--json").json
    assert [one["title"] for one in shown] == ["Salt", "Sand"]
    assert desk(*doubts["person"]["mend"].split()[1:]).status == 0
    assert "person" not in {doubt["kind"] for doubt in desk("doctor", "--json").json}
