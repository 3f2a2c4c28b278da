"""The programme, one's own agenda, and the way out again, as a person types them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from .conftest import ROOT, Done, Run

TIDE = {
    "schedule": {
        "version": "1",
        "conference": {
            "acronym": "tide", "title": "Tide Days 2026", "start": "2026-03-28",
            "end": "2026-03-29", "daysCount": 2, "timeslot_duration": "00:05",
            "time_zone_name": "Europe/Berlin",
            "days": [
                {
                    "index": 1, "date": "2026-03-28", "day_start": "2026-03-28T09:00:00+01:00",
                    "day_end": "2026-03-29T03:30:00+02:00",
                    "rooms": {
                        "Hall 2": [("Moorings", "2026-03-28T10:00:00+01:00", "02:00")],
                        "Hall 10": [
                            ("Buoys", "2026-03-28T10:30:00+01:00", "00:45"),
                            ("Knots by Night", "2026-03-29T00:15:00+01:00", "00:45"),
                        ],
                    },
                },
                {
                    "index": 2, "date": "2026-03-29", "day_start": "2026-03-29T09:00:00+02:00",
                    "day_end": "2026-03-29T18:00:00+02:00",
                    "rooms": {"Hall 2": [("Slack Water", "2026-03-29T10:00:00+02:00", "01:00")]},
                },
            ],
        },
    }
}  # fmt: skip


def _document() -> str:
    conference = TIDE["schedule"]["conference"]  # type: ignore[index]
    days = []
    for day in conference["days"]:  # type: ignore[index]
        rooms = {
            room: [
                {
                    "guid": f"00000000-0000-0000-0000-{crc32(title.encode()):012}", "title": title,
                    "date": start, "start": start[11:16], "duration": length, "room": room,
                    "persons": [{"name": "Ada Quay"}], "type": "talk",
                }
                for title, start, length in talks
            ]
            for room, talks in day["rooms"].items()
        }  # fmt: skip
        days.append(day | {"rooms": rooms})
    return json.dumps({"schedule": {"version": "1", "conference": conference | {"days": days}}})  # type: ignore[operator]


Ask = Callable[..., Done]


@pytest.fixture(scope="module")
def tide(talkctl: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the bundled talks and a programme of two days and a night."""
    folder = tmp_path_factory.mktemp("tide")
    library = folder / "talks.db"
    shutil.copyfile(ROOT / "data" / "talks.db", library)
    (folder / "tide.json").write_text(_document(), encoding="utf-8")
    done = talkctl("import", str(folder / "tide.json"), "--db", str(library))
    assert done.status == 0, done.err
    return library


@pytest.fixture
def ask(talkctl: Run, tide: Path, tmp_path: Path) -> Ask:
    """Run talkctl on a copy of that library."""
    library = tmp_path / "talks.db"
    shutil.copyfile(tide, library)
    return lambda *words, **more: talkctl(*words, TALKCTL_DB=str(library), **more)


def _titles(done: Done) -> list[str]:
    return [talk["title"] for talk in done.json]


def test_a_night_belongs_to_its_evening(ask: Ask) -> None:
    """Whichever way the day is named, and from ten in the evening to two as well."""
    saturday = ["Moorings", "Buoys", "Knots by Night"]
    for day in ("2026-03-28", "sat", "Saturday", "1", "day 1"):
        found = ask("schedule", "--event", "tide", "--day", day, "--json")
        assert _titles(found) == saturday, day
    night = ("--from", "22:00", "--to", "02:00", "--json")
    assert _titles(ask("schedule", "--event", "tide", *night)) == ["Knots by Night"]


def test_a_day_that_is_none_is_refused_with_those_there_are(ask: Ask) -> None:
    """One line, status 2, and what could have been asked for."""
    for day in ("7", "2031-01-01", "someday"):
        done = ask("schedule", "--event", "tide", "--day", day)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1), day


def test_a_moment_says_what_is_on_and_what_is_next(ask: Ask) -> None:
    """The event is the one that is on then; each talk says how it stands to the moment."""
    done = ask("schedule", "--at", "2026-03-28 10:20", "--json")
    told = {talk["title"]: tuple(talk["moment"].values()) for talk in done.json}
    assert told == {"Moorings": (20, 100, None), "Buoys": (None, None, 10)}
    assert "Tide Days 2026: it is on" in done.err
    assert _titles(
        ask("schedule", "--event", "tide", "--at", "sat 10:20", "--next", "5m", "--json")
    ) == ["Moorings"]


def test_an_hour_alone_is_on_the_day_in_question(ask: Ask) -> None:
    """Of an event that is over, its last day, which is said; a day that it has not is refused."""
    done = ask("schedule", "--event", "tide", "--at", "10:30", "--json")
    assert _titles(done) == ["Slack Water"]
    assert "--at 10:30: taken for Sunday 29 March 2026." in done.err
    done = ask("schedule", "--event", "tide", "--at", "monday 10:30", "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("no talk is on that day; they run from 2026-03-28 to 2026-03-29.\n")
    assert ask("schedule", "--event", "tide", "--at", "").status == 2


def test_a_moment_is_told_by_the_clocks_asked_for(ask: Ask) -> None:
    """Half past nine in London is half past ten in Berlin, before and after clocks are changed."""
    at = ("--event", "tide", "--tz", "Europe/London", "--json", "--at")
    found = ask("schedule", *at, "2026-03-28 09:40")
    assert _titles(found) == ["Moorings", "Buoys"]
    assert {talk["timezone"] for talk in found.json} == {"Europe/London"}
    assert [talk["start"] for talk in ask("schedule", *at, "2026-03-29 09:20").json] == [
        "2026-03-29T09:00:00+01:00"
    ]
    assert ask("schedule", "--tz", "Middle/Earth").status == 2


def test_next_needs_no_length(ask: Ask) -> None:
    """Half an hour is meant; what is no length is refused."""
    done = ask("schedule", "--event", "tide", "--next", "--json")
    assert (done.status, done.json) == (
        0,
        ask("schedule", "--event", "tide", "--next=30m", "--json").json,
    )
    assert ask("schedule", "--next", "soon").status == 2
    assert ask("schedule", "--now", "--at", "10:00").status == 2


def test_the_clocks_are_named_wherever_hours_are(ask: Ask) -> None:
    """A timetable, a grid and a moment say in which zone they tell the time."""
    for words in (
        ("--format", "table"),
        ("--grid",),
        ("--at", "2026-03-28 10:20", "--format", "table"),
    ):
        assert "Europe/Berlin, UTC+1" in ask("schedule", "--event", "tide", *words).out
    assert "times in UTC\n" in ask("schedule", "--event", "tide", "--grid", "--tz", "UTC").out


def test_without_an_event_a_pipe_has_all_of_them(ask: Ask) -> None:
    """Scripts get the whole programme, people the event in question, and are told which."""
    piped = ask("schedule", "--json")
    assert len({talk["event"]["id"] for talk in piped.json}) > 2
    shown = ask("schedule", "--format", "table")
    assert "Tide Days 2026: it " in shown.err
    assert "Grand Ballroom" not in shown.out


def test_a_day_needs_no_year(ask: Ask) -> None:
    """The eighth of November is that of the year that has talks on it; else that is said."""
    found = ask("schedule", "--day", "28 March", "--json").json
    assert [talk["title"] for talk in found] == ["Moorings", "Buoys", "Knots by Night"]
    refused = ask("schedule", "--day", "1 march")
    assert (refused.status, refused.out) == (2, "")
    assert "--day 1 march: matches nothing; no talk is on that day of any year." in refused.err


def test_filters_that_nothing_passes_together_are_said(ask: Ask) -> None:
    """No empty answer without a word, in any view; it is no error either."""
    for more in ((), ("--grid",), ("--at", "sat 10:30"), ("--format", "table")):
        done = ask("schedule", "--event", "tide", "--level", "advanced", *more)
        assert (done.status, done.out.strip()) == (0, "")
        assert "No talk passes these filters." in done.err


def test_a_grid_shows_each_talk_once(ask: Ask) -> None:
    """By rooms, however few columns of the screen there are."""
    for columns in ("60", "140"):
        done = ask("schedule", "--event", "tide", "--day", "sat", "--grid", COLUMNS=columns)
        assert [done.out.count(title) for title in ("Moorings", "Buoys", "Knots")] == [1, 1, 1]
        assert max(map(len, done.out.splitlines())) <= int(columns)


def test_picking_says_at_once_what_collides(ask: Ask) -> None:
    """Which talks, and for how many minutes; the agenda says it again, and how long one is free."""
    first, second, night = (
        talk["id"] for talk in ask("schedule", "--event", "tide", "--day", "1", "--json").json
    )
    assert "overlaps" not in ask("pick", first).err
    assert "'Buoys' overlaps 'Moorings' by 45 min." in ask("pick", second, night).err
    assert [talk["id"] for talk in ask("agenda", "--json").json] == [first, second, night]
    shown = ask("agenda", "--format", "table").out
    assert "overlaps “Moorings” by 45 min" in shown
    assert "12 h 15 min free · coming from Hall 2" in shown
    assert [
        talk["id"] for talk in ask("agenda", "--day", "sat", "--from", "22:00", "--json").json
    ] == [night]
    turned = ask("agenda", "--reverse", "--format", "table").out
    assert turned.index("Knots") < turned.index("Buoys") < turned.index("Moorings")
    assert "free" not in turned
    ask("unpick", first, second, night)
    assert ask("agenda", "--json").json == []


def test_the_walk_between_rooms_takes_its_time(ask: Ask) -> None:
    """With a buffer, what is too near in another room is said; without one it is not."""
    words = ("schedule", "--event", "tide", "--json", "--fields", "id,title")
    ids = {talk["title"]: talk["id"] for talk in ask(*words).json}
    ask("pick", ids["Moorings"], ids["Knots by Night"])
    assert ask("agenda").err == ""
    assert (
        "15 min too few for the walk from Hall 2 to Hall 10"
        in ask("agenda", "--buffer", "12h30").err
    )


def test_marks_survive_another_import_and_a_rebuild(ask: Ask, tide: Path) -> None:
    """A newer programme changes talks and leaves what one said of them, and so does assembling anew."""
    one = ask("schedule", "--event", "tide", "--json").json[0]["id"]
    ask("pick", one)
    ask("rate", one, "4")
    ask("seen", one)
    ask("note", one, "ask about splices")
    newer = tide.parent / "newer" / "tide.json"
    newer.parent.mkdir(exist_ok=True)
    newer.write_text(_document().replace("Moorings", "Better Moorings"), encoding="utf-8")
    assert ask("import", str(newer)).status == 0
    assert ask("db", "rebuild").status == 0
    shown = ask("show", one, "--json").json
    assert ask("search", "splices", "--format", "ids").out.split() == [one]
    assert shown["title"] == "Better Moorings"
    assert [bool(shown["own"][mark]) for mark in ("picked", "seen")] == [True, True]
    assert (shown["own"]["rating"], shown["own"]["notes"][0]["text"]) == (4, "ask about splices")


def test_notes_leave_the_library_only_with_own(ask: Ask) -> None:
    """Neither a rating nor a note is in an export that was not asked for them."""
    one = ask("schedule", "--event", "tide", "--json").json[0]["id"]
    ask("note", one, "splices!")
    ask("rate", one, "5")
    for name in ("json", "jsonl", "csv", "tsv", "markdown", "ics"):
        words = ("export", "--event", "tide", "--format", name)
        assert "splices" not in ask(*words).out, name
        assert "splices" in ask(*words, "--own").out, name
    for name in ("schedule-json", "pyvideo"):
        assert ask("export", "--own", "--format", name).status == 2


def test_an_export_goes_to_a_file_of_the_format_its_name_says(ask: Ask, tmp_path: Path) -> None:
    """What was written is said; what the format has no place for is counted."""
    path = tmp_path / "tide.ics"
    done = ask("export", "--event", "tide", "-o", str(path))
    assert done.out == ""
    assert f"4 talks written to {path} as ics." in done.err
    assert "--format" not in done.err
    assert path.read_bytes().count(b"BEGIN:VEVENT\r\n") == 4
    lost = ask("export", "--event", "kubecon", "--format", "ics")
    assert "174 talks without a time left out of the ics." in lost.err
    assert ask("export", "--format", "docx").status == 2


@pytest.mark.parametrize("name", ["tide.xyz", "tide", "tide.json.tmp"])
def test_an_ending_that_says_no_format_is_said_to_say_none(
    ask: Ask, tmp_path: Path, name: str
) -> None:
    """JSON is written all the same, for scripts write under passing names; a format asked for is not
    wondered at.
    """
    done = ask("export", "--event", "tide", "-o", str(tmp_path / name))
    assert (done.status, len(json.loads((tmp_path / name).read_text()))) == (0, 4)
    assert f"{name} as json." in done.err
    assert "--format does, or an ending: .json, " in done.err
    given = ask("export", "--event", "tide", "-o", str(tmp_path / name), "--format", "json")
    assert "or an ending" not in given.err


def test_marks_name_their_talks(ask: Ask) -> None:
    """Picked, rated, noted, seen: which talk, and what became of it; also where nothing did."""
    first, second = (
        talk["id"] for talk in ask("schedule", "--event", "tide", "--day", "1", "--json").json[:2]
    )
    for words, said in {
        ("pick", first): ["picked"],
        ("pick", first, second): ["was picked already", "picked"],
        ("unpick", first): ["not picked any more"],
        ("unpick", first, "--json"): ["was not picked"],
        ("rate", first, "3"): ["★★★"],
        ("rate", first, "0"): ["no rating"],
        ("note", first, "splices"): ["noted “splices”"],
        ("note", first, "--forget"): ["1 note forgotten"],
        ("seen", first): ["seen"],
        ("seen", first, second): ["was seen already", "seen"],
        ("seen", second, "--not"): ["not seen after all"],
    }.items():
        ids = [word for word in words if word in (first, second)]
        lines = ask(*words).err.splitlines()
        for one, state, line in zip(ids, said, lines, strict=False):
            assert line.endswith(f" ({one}): {state}."), words
        assert len(lines) >= len(ids)


def test_picks_go_on_through_a_pipe_where_a_format_is_asked_for(ask: Ask) -> None:
    """Else nothing is on stdout, as before; ``--json`` gives the talks as they are now."""
    (first, *_) = ask("schedule", "--event", "tide", "--format", "ids").out.split()
    assert ask("pick", first).out == ""
    assert ask("pick", first, "--format", "ids").out.split() == [first]
    assert [talk["picked"] for talk in ask("unpick", first, "--json").json] == [False]


def test_every_list_can_be_cut_short(ask: Ask) -> None:
    """``-n`` counts what is listed; 0 is all."""
    ask("pick", "-", stdin=ask("schedule", "--event", "tide", "--format", "ids").out)
    for words in (("agenda",), ("events",), ("sources",), ("doctor",), ("schedule",)):
        every = ask(*words, "--json").json
        assert ask(*words, "-n", "1", "--json").json == every[:1], words
        assert ask(*words, "-n", "0", "--json").json == every
        assert ask(*words, "-n", "-1").status == 2


def test_an_export_asks_as_search_does(ask: Ask) -> None:
    """A query and filters narrow it, words may be excluded, and what is written is a talk in full."""
    every = ask("export", "istio", "--year", "2017", "--json").json
    fewer = ask("export", "istio", "-linkerd", "--year", "2017", "--json").json
    assert 0 < len(fewer) < len(every)
    assert all(talk["records"] for talk in every)
    for order in ("relevance", "date", "title"):
        found = ask("search", "istio", "--year", "2017", "-n", "0", "--sort", order, "--json").json
        out = ask("export", "istio", "--year", "2017", "--sort", order, "--json").json
        turned = ask(
            "export", "istio", "--year", "2017", "--sort", order, "--reverse", "--json"
        ).json
        assert [talk["id"] for talk in out] == [talk["id"] for talk in found]
        assert turned == out[::-1]
    assert ask("export", "--sort", "relevance", "-n", "1", "--json").status == 0
    assert ask("export", "--sort", "size").status == 2
    assert len(ask("export", "--json", "-n", "5").json) == 5


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "ics", "schedule-json"])
def test_what_is_exported_changes_nothing_where_it_came_from(
    name: str, ask: Ask, tmp_path: Path
) -> None:
    """The library takes its own export for the talks it has: none is new."""
    path = tmp_path / f"out.{name.rpartition('-')[2]}"
    ask("export", "--event", "tide", "--format", name, "-o", str(path))
    assert ask("import", str(path)).status == 0
    found = ask("schedule", "--event", "tide", "--json").json
    assert [talk["title"] for talk in found] == [
        "Moorings",
        "Buoys",
        "Knots by Night",
        "Slack Water",
    ]


def test_what_is_no_list_of_talks_is_no_calendar(ask: Ask) -> None:
    """People and events as ics are refused in one sentence."""
    for words in (("speakers",), ("events",), ("stats",)):
        done = ask(*words, "--format", "ics")
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


def test_the_agenda_shows_what_was_picked_without_a_time_too(ask: Ask) -> None:
    """By its title and id, below the days; nobody picks a talk to see it counted."""
    ask("pick", "istio-weaving-the-service-mesh")
    (one,) = ask("agenda", "--json").json
    for name in ("table", "markdown"):
        shown = ask("agenda", "--format", name).out
        assert "1 talk without a time" in shown
        assert one["title"] in shown
        assert one["id"] in shown
