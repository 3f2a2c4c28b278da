"""What people script against: streams, exit statuses, formats, and the shape of the JSON."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Run

TALK_KEYS = (
    "id slug title kind level language event speakers start end timezone local_start local_end"
    " date day room track published duration abstract tags links notes picked sources"
    " subtitle status transcript"
).split()
RECORD_KEYS = (
    "document format first_line last_line raw_title title kind level event speakers start end"
    " timezone date day room track published duration participants abstract tags bios links notes"
).split()
PERSON_KEYS = "id name aliases orgs bios co_speakers talk_count talks".split()
EVENT_KEYS = (
    "id name aliases city country timezone start end talk_count speaker_count timed_count"
).split()


@pytest.fixture(scope="module")
def talkctl(process: Run) -> Run:
    """``talkctl`` as scripts meet it: a process of its own."""
    return process


def test_a_search_gives_talks_with_score_and_match(talkctl: Run) -> None:
    """An array of talks, every key present, scores falling from 1 towards 0."""
    done = talkctl("search", "istio", "--json")
    assert done.status == 0
    assert done.err.startswith("istio: also looked for service mesh")
    assert talkctl("search", "istio", "--exact").err == ""
    assert [list(talk) for talk in done.json] == [[*TALK_KEYS, "score", "match"]] * 10
    scores = [talk["score"] for talk in done.json]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert list(done.json[0]["match"]) == [
        "fields", "terms", "corrected", "snippet", "at", "url",
    ]  # fmt: skip


def test_nothing_found_is_status_1_and_still_json(talkctl: Run) -> None:
    """stdout holds an empty array; the words about it go to stderr."""
    done = talkctl("search", "zzzxqv", "--json")
    assert (done.status, done.json) == (1, [])
    assert "Nothing found for 'zzzxqv'." in done.err
    filtered = talkctl("search", "istio", "--kind", "awards").err
    assert "Nothing found for 'istio' that passes these filters." in filtered
    assert talkctl("speaker", "Zzyzx Qwopovich", "--json").json == []
    assert talkctl("show", "zzzxqv", "--json").status == 1


def test_a_dash_among_words_is_one_of_them(talkctl: Run) -> None:
    """Titles have dashes; only alone or beside ids it stands for standard input."""
    title = "''Hot Dogs or Not\" - At Scale with Kubernetes"
    assert talkctl("show", *title.split(), "--json", stdin="j2bnfg4").json["title"] == title
    both = talkctl("show", "x8te9h9", "-", "--format", "ids", stdin="j2bnfg4").out
    assert both == "x8te9h9\nj2bnfg4\n"


def test_an_address_is_written_wherever_it_leads(talkctl: Run) -> None:
    """A browser goes to addresses on the web only; --print writes what the page says."""
    done = talkctl("open", "uabf8sv", "--slides", "--print")
    assert done.out == "presentaciones/Democratizing_Machine_Learning_on_Kubernetes.pdf\n"
    done = talkctl("open", "uabf8sv", "--slides")
    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("_on_Kubernetes.pdf', which is no address on the web.\n")


@pytest.mark.parametrize("command", ["show", "related"])
def test_no_ids_on_a_pipe_are_nothing_found(talkctl: Run, command: str) -> None:
    """What a search that found nothing hands on is answered as it was: status 1, still JSON."""
    done = talkctl(command, "-", "--json")
    assert (done.status, done.json) == (1, [])
    assert done.err == "There are no ids on standard input.\n"


def test_a_correction_is_said_and_only_on_stderr(talkctl: Run) -> None:
    """``istoi`` finds what ``istio`` finds, and stderr says why; --exact leaves it alone."""
    done = talkctl("search", "istoi", "--format", "ids")
    assert "istoi: searched for istio" in done.err
    assert done.out == talkctl("search", "istio", "--format", "ids").out
    assert talkctl("search", "istoi", "--exact").status == 1


def test_a_word_with_a_dash_is_left_out_without_quotes(talkctl: Run) -> None:
    """``istio -netflix`` excludes a word and asks for no option ``-n``."""
    every = talkctl("search", "authorization", "--format", "ids", "-n0").out.split()
    without = talkctl("search", "authorization", "-netflix", "--format", "ids", "-n0").out.split()
    assert set(without) < set(every)


def test_beginnings_may_be_as_short_as_one_likes(talkctl: Run) -> None:
    """``is*`` asks for a beginning, and gets it."""
    assert talkctl("search", "is*").status == 0


def test_what_holds_no_letter_finds_nothing(talkctl: Run) -> None:
    """A lone bracket, a smiley, bytes that are no text: nothing found, not everything."""
    for text in ("(", "😀", "'", os.fsdecode(b"\xff")):
        assert (talkctl("search", text).status, talkctl("search", text).out) == (1, "")


def test_closed_streams_are_no_traceback() -> None:
    """Without stdout or stderr a command still ends as it would."""
    command = f"{sys.executable} -m talkctl"
    for line, status in (
        (f"{command} --version >&-", 0), (f"{command} search istoi 2>&-", 0),
        (f"{command} show - <&-", 2), (f"{command} search istoi 2>/dev/full", 0),
    ):  # fmt: skip
        done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr.count(b"Traceback")) == (status, 0), line


def test_a_damaged_library_is_status_3(talkctl: Run, tmp_path: Path) -> None:
    """Pages overwritten behind a sound header: one sentence, no traceback."""
    path = tmp_path / "talks.db"
    content = bytearray((ROOT / "data" / "talks.db").read_bytes())
    content[8192:400000] = b"x" * (400000 - 8192)
    path.write_bytes(bytes(content))
    done = talkctl("search", "istio", "--db", str(path))
    assert done.status == 3
    assert "Traceback" not in done.err


def test_what_nobody_foresaw_is_one_sentence_too(talkctl: Run, tmp_path: Path) -> None:
    """A library whose people were deleted behind its back: status 3; a traceback only if asked."""
    path = tmp_path / "talks.db"
    path.write_bytes((ROOT / "data" / "talks.db").read_bytes())
    with sqlite3.connect(path) as library:
        library.execute("DELETE FROM person")
    library.close()
    done = talkctl("speaker", "sandall", "--db", str(path))
    assert (done.status, done.err.count("\n")) == (3, 1)
    assert "Traceback" in talkctl("speaker", "sandall", "--db", str(path), TALKCTL_DEBUG="1").err


def test_a_build_never_replaces_what_is_no_library(talkctl: Run, tmp_path: Path) -> None:
    """A text file, a database of another program: refused, and as they were."""
    path = tmp_path / "thesis.txt"
    path.write_text("years of work " * 20)
    done = talkctl("db", "build", "data/sources", "-o", str(path))
    assert done.status == 3
    assert path.read_text().startswith("years of work")


def test_what_a_word_was_taken_for_is_said_before_what_it_stands_for(talkctl: Run) -> None:
    """``netwroking`` is first networking, and only then network."""
    told = talkctl("search", "netwroking").err
    assert told.index("netwroking: searched for networking") < told.index("networking: also looked")


def test_lists_are_ten_long_unless_told(talkctl: Run) -> None:
    """``-n`` sets the length, ``-n 0`` takes the limit away."""
    assert len(talkctl("search", "kubernetes", "--format", "ids").out.split()) == 10
    assert len(talkctl("search", "kubernetes", "--format", "ids", "-n", "3").out.split()) == 3
    assert len(talkctl("search", "--format", "ids", "-n", "0").out.split()) == 184


def test_the_whole_library_goes_through_a_pipe(talkctl: Run) -> None:
    """Ids from ``search`` into ``show -`` give every talk with every record."""
    ids = talkctl("search", "--format", "ids", "-n", "0").out
    talks = talkctl("show", "-", "--json", stdin=ids).json
    assert [talk["id"] for talk in talks] == ids.split()
    assert [list(talk) for talk in talks] == [[*TALK_KEYS, "records", "own"]] * 184
    assert sum(len(talk["records"]) for talk in talks) == 195
    for talk in talks:
        for record in talk["records"]:
            assert set(RECORD_KEYS) <= set(record)


def test_show_gives_one_object_for_one_talk(talkctl: Run) -> None:
    """By id, by slug, by the words of its title; several give an array."""
    by_slug = talkctl("show", "istio-weaving-the-service-mesh", "--json").json
    assert by_slug["title"] == "Istio: Weaving the Service Mesh"
    assert talkctl("show", by_slug["id"], "--json").json == by_slug
    assert talkctl("show", "weaving", "the", "service", "mesh", "--json").json == by_slug
    two = talkctl("show", by_slug["id"], "state-of-serverless", "--json").json
    assert [talk["slug"] for talk in two] == [by_slug["slug"], "state-of-serverless"]


def test_an_unclear_talk_is_refused_with_candidates(talkctl: Run) -> None:
    """Words that several talks answer alike: status 2, candidates on stderr, nothing on stdout."""
    done = talkctl("show", "kubernetes")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") >= 3


def test_a_speaker_is_found_and_told_in_full(talkctl: Run) -> None:
    """Organisations belong to appearances; one shared by a group may be uncertain."""
    done = talkctl("speaker", "torin", "sandal", "--json")
    (person,) = done.json
    assert [*PERSON_KEYS, "score"] == list(person)
    assert person["orgs"] == [
        {"name": "Styra", "talks": 2, "certain": True},
        {"name": "Netflix", "talks": 1, "certain": False},
    ]
    assert [list(talk) for talk in person["talks"]] == [TALK_KEYS] * 3
    assert {other["id"] for other in person["co_speakers"]} == {"limin-wang", "manish-mehta"}
    assert "taken for Torin Sandall" in done.err


def test_speakers_and_events_have_every_key(talkctl: Run) -> None:
    """Lists of people carry no score; events carry all they are promised to."""
    people = talkctl("speakers", "--json").json
    assert len(people) == 232
    assert all(list(person) == PERSON_KEYS for person in people)
    events = talkctl("events", "--json").json
    assert [list(event) for event in events] == [EVENT_KEYS] * 3
    assert events[0]["id"] == "kubecon-na-2017"


def test_a_schedule_never_gives_a_time_nobody_stated(talkctl: Run) -> None:
    """Only talks with a time or a day are listed, never under their day of publication."""
    done = talkctl("schedule", "--json")
    assert all(talk["start"] or talk["local_start"] or talk["day"] for talk in done.json)
    assert len(done.json) == 7 + 11 + 4
    assert "163 talks of KubeCon + CloudNativeCon North America 2017: no time known." in done.err
    moments = [talk["start"] for talk in done.json if talk["start"]]
    assert moments == sorted(moments)


def test_a_schedule_of_one_event_has_local_times_and_its_zone(talkctl: Run) -> None:
    """``--event cloudnativecon`` means the event of that very name."""
    talks = talkctl("schedule", "--event", "cloudnativecon", "--json").json
    assert len(talks) == 7
    assert {talk["timezone"] for talk in talks} == {"PST"}
    assert talks[0]["start"] == "2016-11-08T11:00:00-08:00"
    assert talks[0]["room"] == "Grand Ballroom B"


def test_filters_combine_and_unknown_values_are_refused(talkctl: Run) -> None:
    """Two filters both hold; a value that nothing has is a usage error with the nearest ones."""
    talks = talkctl("search", "--level", "advanced", "--org", "google", "--json", "-n", "0").json
    assert talks
    assert all(talk["level"] == "advanced" for talk in talks)
    assert all(any("Google" in (p["org"] or "") for p in talk["speakers"]) for talk in talks)
    done = talkctl("search", "istio", "--level", "hard")
    assert done.status == 2
    assert "beginner" in done.err


def test_talks_are_of_the_days_of_their_conference(talkctl: Run) -> None:
    """Who asks for December gets what was given in a week of it, though no page says on which day."""
    of_year = talkctl("search", "--year", "2017", "-n", "0", "--format", "ids").out
    for dates in ("--from 2017-12", "--from 2017", "--from 2017-12-06 --to 2017-12-08"):
        done = talkctl("search", *dates.split(), "-n", "0", "--format", "ids")
        assert sorted(done.out.split()) == sorted(of_year.split()), dates
    assert talkctl("search", "--from", "2017-12-09").status == 2
    assert len(talkctl("search", "--to", "2017-12-07", "--json").json) == 7


def test_a_day_of_which_a_page_gives_the_number_is_found_by_its_date_too(talkctl: Run) -> None:
    """Counted from the first day of the event; the talk itself gets no date from it."""
    third = talkctl("schedule", "--day", "3", "--json").json
    assert len(third) == 11
    assert {talk["date"] for talk in third} == {None}
    for command in ("schedule", "search"):
        for day in ("2017-12-08", "8 dec", "friday"):
            found = talkctl(command, "--day", day, "-n", "0", "--json").json
            assert {one["id"] for one in found} == {one["id"] for one in third}, (command, day)
    assert len(talkctl("search", "--from", "2017-12-07", "-n", "0", "--json").json) == 11
    done = talkctl("schedule", "--day", "2017-12-07")
    assert done.err.endswith("matches nothing; 2017-12-06 to 2017-12-08.\n")
    assert "the nearest: 2016-11-08" in talkctl("search", "--day", "2016-11-07").err


def test_stats_count_what_a_careful_reader_counts(talkctl: Run) -> None:
    """184 talks, 232 people, 197 records, three remarks."""
    stats = talkctl("stats", "--json").json
    assert (stats["talks"], stats["people"], stats["records"]) == (184, 232, 197)
    assert stats["minutes"] == 5632
    remarks = {row["document"]: row["remarks"] for row in stats["documents"] if row["remarks"]}
    assert remarks == {"notes-kubecon-na-2017-day-3.md": 3}


def test_unknown_things_are_usage_errors_of_one_line(talkctl: Run) -> None:
    """Commands, options, fields and formats: status 2, one sentence, no traceback."""
    for words in (
        ("evnts",), ("search", "--formt", "x"), ("search", "spiffe", "--fields", "titel"),
        ("search", "istio", "--format", "xml"), ("search", "istio", "-n", "-1"),
        ("search", "istio", "--json", "--format", "csv"), ("sources", "nothing.txt"),
        ("search", "istio", "--sort", "size"),
    ):  # fmt: skip
        done = talkctl(*words)
        assert (done.status, done.out) == (2, ""), words
        assert done.err.startswith("talkctl: ")
        assert done.err.count("\n") == 1


def test_a_field_that_is_not_there_is_all_that_is_said(talkctl: Run) -> None:
    """Nothing is searched for it: no word about words, and no more than one sentence."""
    done = talkctl("search", "istoi", "--fields", "id,titel")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "Did you mean 'title'?" in done.err


def test_fields_come_in_the_order_asked_for(talkctl: Run) -> None:
    """``--fields`` selects and orders in every format; an unknown one lists all there are."""
    done = talkctl(
        "search", "state of serverless", "--fields", "title,id", "--format", "csv", "-n1"
    )
    assert done.out.splitlines()[0] == "title,id"
    (talk,) = talkctl("search", "spiffe", "--fields", "title,level", "--json").json
    assert list(talk) == ["title", "level"]
    assert "local_start" in talkctl("search", "spiffe", "--fields", "titel").err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "no library at"), (b"hello", "not a"), ("folder", "is a folder")],
    ids=["missing", "a text file", "a folder"],
)
def test_a_library_that_cannot_be_read_is_status_3(
    content: bytes | str | None, sentence: str, talkctl: Run, tmp_path: Path
) -> None:
    """A mistyped ``--db`` is an error that names the path, never a new empty file."""
    path = tmp_path / "talks?.db"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    done = talkctl("search", "istio", "--db", str(path))
    assert (done.status, done.out) == (3, "")
    assert sentence in done.err
    assert str(path) in done.err
    assert path.exists() == (content is not None)


def test_the_library_named_in_the_environment_is_used(talkctl: Run) -> None:
    """``TALKCTL_DB`` counts, and ``--db`` counts more."""
    assert talkctl("stats", TALKCTL_DB="/nowhere/talks.db").status == 3
    done = talkctl("stats", "--db", "data/talks.db", "--json", TALKCTL_DB="/nowhere/talks.db")
    assert done.status == 0


def test_the_same_question_gives_the_same_bytes(talkctl: Run) -> None:
    """Nothing in an answer depends on the run."""
    words = ("search", "service", "mesh", "--json")
    assert talkctl(*words).out == talkctl(*words, PYTHONHASHSEED="7").out


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """``| head -1`` ends quietly with status 0."""
    process = subprocess.Popen(
        [sys.executable, "-m", "talkctl", "search", "-n", "0", "--json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 0


def test_colour_shows_only_where_it_is_wanted(talkctl: Run) -> None:
    """A pipe gets none unless it asks; NO_COLOR and --no-color win over a forced table."""
    table = ("search", "istio", "--format", "table")
    assert "\x1b[" not in talkctl(*table).out
    assert "\x1b[" in talkctl(*table, "--color").out
    assert "\x1b[" in talkctl(*table, FORCE_COLOR="1").out
    assert "\x1b[" not in talkctl(*table, "--no-color", FORCE_COLOR="1").out
    assert "\x1b[" not in talkctl(*table, NO_COLOR="1").out


def test_answers_are_utf_8_whatever_the_locale(talkctl: Run) -> None:
    """Names come out whole in the C locale too."""
    done = talkctl("speaker", "kaldstrom", "--json", LC_ALL="C", PYTHONUTF8="0")
    assert done.json[0]["name"] == "Lucas Käldström"
    assert "Käldström" in done.out


def test_documents_that_cannot_be_built_from_are_refused(talkctl: Run, tmp_path: Path) -> None:
    """No folder, an empty one, a file in no known format: status 4 and a sentence."""
    output = str(tmp_path / "talks.db")
    assert talkctl("db", "build", str(tmp_path / "none"), "-o", output).status == 4
    folder = tmp_path / "documents"
    folder.mkdir()
    assert "no documents" in talkctl("db", "build", str(folder), "-o", output).err
    (folder / "poem.txt").write_text("roses are red\n")
    done = talkctl("db", "build", str(folder), "-o", output)
    assert done.status == 4
    assert "poem.txt: is in none of the formats" in done.err
    (folder / "poem.txt").write_bytes(b"first\n\x00\x01\n")
    assert "poem.txt: is not text" in talkctl("db", "build", str(folder), "-o", output).err
    assert not os.path.exists(output)
