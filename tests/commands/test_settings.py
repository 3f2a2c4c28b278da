"""Settings as a user meets them: a file that may be there, variables and options that overrule it."""

from __future__ import annotations

import json
import shlex
import sqlite3
from pathlib import Path

import pytest

from talkctl.settings import COLUMNS, read, said
from talkctl.store.location import config_path

from .conftest import Done, Run

SETTINGS = """event = "cloudnativecon-2016"
tz = "Europe/Berlin"
color = "always"
theme = "mono"

[columns]
search = ["id", "title", "day"]
"""


class Settled:
    """talkctl with a file of settings."""

    def __init__(self, talkctl: Run, path: Path) -> None:
        self.talkctl, self.path = talkctl, path

    def __call__(self, *words: str, **environment: str) -> Done:
        """Run these words with the file."""
        return self.talkctl(*words, **{"TALKCTL_CONFIG": str(self.path), **environment})


@pytest.fixture
def settled(talkctl: Run, tmp_path: Path) -> Settled:
    """talkctl with settings of every kind."""
    path = tmp_path / "config.toml"
    path.write_text(SETTINGS)
    return Settled(talkctl, path)


def test_the_event_of_the_settings_is_asked_alone_and_that_is_said(settled: Settled) -> None:
    """Lists are of that event; an option, a variable or ``--no-config`` asks of others."""
    done = settled("search", "kubernetes", "-n0", "--json")
    assert {talk["event"]["id"] for talk in done.json} == {"cloudnativecon-2016"}
    assert "only cloudnativecon-2016, as your settings say" in done.err
    for words in (
        ("search", "kubernetes", "--event", "kubecon-na-2017", "-n0", "--json"),
        ("search", "kubernetes", "--event=kubecon-na-2017", "-n0", "--json"),
    ):
        given = settled(*words)
        assert {talk["event"]["id"] for talk in given.json} == {"kubecon-na-2017"}
        assert "as your settings say" not in given.err
    other = settled("search", "kubernetes", "-n0", "--json", TALKCTL_EVENT="kubecon-na-2017")
    assert {talk["event"]["id"] for talk in other.json} == {"kubecon-na-2017"}
    every = settled("--no-config", "search", "kubernetes", "-n0", "--json")
    assert len(every.json) > len(done.json) + len(given.json) - 1


def test_what_leaves_the_library_does_not_depend_on_the_event(
    settled: Settled, talkctl: Run
) -> None:
    """An export is of everything, and so is what ``show`` finds."""
    assert settled("export", "--format", "csv").out == talkctl("export", "--format", "csv").out
    show = ("show", "istio-weaving-the-service-mesh", "--json")
    assert settled(*show).out == talkctl(*show).out


def test_the_zone_of_the_settings_tells_the_hours(settled: Settled) -> None:
    """Of the schedule; an option has the better of it."""
    talk = ("schedule", "-n1", "--json")
    assert settled(*talk).json[0]["start"].endswith("+01:00")
    assert settled(*talk, "--tz", "event").json[0]["start"].endswith("-08:00")


def test_columns_colours_and_theme_are_for_tables_alone(settled: Settled, talkctl: Run) -> None:
    """A table has these columns and looks like this; what programs read keeps its bytes."""
    asked = ("search", "service mesh", "--event", "kubecon-na-2017")
    table = settled(*asked, "--format", "table").out
    assert table.splitlines()[0].split("\x1b")[1].startswith("[2mid")
    assert "speakers" not in table
    assert "speakers" in settled(*asked, "--format", "table", "--fields", "id,speakers").out
    assert "\x1b" not in settled(*asked, "--format", "table", NO_COLOR="1").out
    for name in ("plain", "json", "jsonl", "csv", "tsv", "markdown", "ids", "ics"):
        assert settled(*asked, "--format", name).out == talkctl(*asked, "--format", name).out


def test_every_setting_is_shown_with_who_says_so(settled: Settled) -> None:
    """The file with its line, a variable, or nobody."""
    done = settled("config", "--json", TALKCTL_THEME="dark", PAGER="more")
    told = {row["setting"]: (row["value"], row["said_by"]) for row in done.json}
    assert told["event"] == ("cloudnativecon-2016", f"{settled.path}:1")
    assert told["theme"] == ("dark", "TALKCTL_THEME")
    assert told["pager"] == ("more", "PAGER")
    assert told["columns.search"] == ("id,title,day", f"{settled.path}:7")
    assert told["columns.events"] == (None, "default")
    assert len(told) == 5 + len(COLUMNS)
    assert str(settled.path) in done.err


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ('evnt = "x"', 1, "There is no setting 'evnt'. Did you mean 'event'?"),
        ("event = 3", 1, "event is a text in quotes."),
        ('\n\ntheme = "ligt"', 3, "There is no theme 'ligt'. Did you mean 'light'?"),
        ('tz = "Mars"', 1, "tz Mars: no time zone is called so"),
        ('event = "x', 1, ""),
        ('event = "x"\nevent = "y"', 2, "Cannot overwrite a value."),
        ('[columns]\nsearch = ["titel"]', 2, "There is no field 'titel'. Did you mean 'title'?"),
        ("[columns]\nsearch = 3", 2, "search is a list of fields"),
        ('[columns]\nserch = ["id"]', 2, "There is no table 'serch'. Did you mean 'search'?"),
        ("columns = 3", 1, "columns is a table"),
        ("a = [1,\n2", 2, ""),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_with_its_line(
    settled: Settled, text: str, line: int, sentence: str
) -> None:
    """Status 2, no answer, and the file with the line; ``--no-config`` still answers."""
    settled.path.write_text(text)
    done = settled("events")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert f"{settled.path}:{line}: {sentence}" in done.err
    assert settled("--no-config", "events").status == 0


def test_bytes_that_are_no_text_and_a_folder_are_refused(settled: Settled) -> None:
    """Whatever lies where the file should be is a sentence, no traceback."""
    settled.path.write_bytes(b"\xff\xfe\x00")
    assert (settled("events").status, settled("events").err.count("\n")) == (2, 1)
    settled.path.unlink()
    settled.path.mkdir()
    assert (settled("events").status, settled("events").err.count("\n")) == (2, 1)


def test_an_event_that_the_library_does_not_have_says_who_asks(settled: Settled) -> None:
    """The usual sentence, and where to look."""
    settled.path.write_text('event = "nowhere"')
    done = settled("search", "istio")
    assert done.status == 2
    assert "--event nowhere: matches nothing" in done.err
    assert "talkctl config" in done.err


def test_the_file_is_edited_and_made_where_it_is_missing(settled: Settled, tmp_path: Path) -> None:
    """A new one explains itself and changes nothing; an editor that is not there is a sentence."""
    new = tmp_path / "new" / "config.toml"
    done = settled("config", "--edit", EDITOR="true", VISUAL="", TALKCTL_CONFIG=str(new))
    assert done.status == 0
    assert read(new) == (new, {}, {}, read(new).lines)
    asked = settled("config", "--edit", VISUAL="no-such-editor-here")
    assert (asked.status, asked.err.count("\n")) == (2, 1)
    settled.path.write_text("broken = ")
    assert settled("config", "--edit", VISUAL="true").status == 2


def test_every_commented_setting_of_the_new_file_is_right(tmp_path: Path) -> None:
    """What the new file proposes can be taken as it stands."""
    from talkctl.commands.configuring import _TEMPLATE
    from talkctl.render.themes import THEMES

    path = tmp_path / "config.toml"
    text = _TEMPLATE.format(themes=", ".join(THEMES)).splitlines()[1:]
    path.write_text("\n".join(line.removeprefix("# ") for line in text))
    found = read(path)
    assert {one.name for one in said(found, {}) if one.said_by != "default"} >= {*found.values}
    assert set(found.values) == {"event", "tz", "color", "theme", "pager"}


def test_the_file_is_where_the_platform_keeps_such_files() -> None:
    """XDG's folder, else that in the home folder; a variable names another, or none."""
    assert config_path({"HOME": "/h"}) == Path("/h/.config/talkctl/config.toml")
    assert config_path({"HOME": "/h", "XDG_CONFIG_HOME": "/x"}) == Path("/x/talkctl/config.toml")
    assert config_path({"HOME": "/h", "XDG_CONFIG_HOME": "x"}) == Path(
        "/h/.config/talkctl/config.toml"
    )
    assert config_path({"HOME": "/h", "TALKCTL_CONFIG": "/y.toml"}) == Path("/y.toml")
    assert config_path({"HOME": "/h", "TALKCTL_CONFIG": ""}) is None
    assert config_path({}) is None


def test_alone_talkctl_tells_what_there_is_and_what_to_try(talkctl: Run) -> None:
    """Counts, events, where it is, and three questions that this very library answers."""
    done = talkctl()
    assert done.status == 0
    assert "184 talks, 232 speakers, 3 events" in done.out
    assert "9 talks with a time, 175 without" in done.out
    assert "174  KubeCon + CloudNativeCon North America 2017, 6–8 Dec 2017" in done.out
    assert str(Path("data", "talks.db")) in done.out
    _all_answer(talkctl, done.out)


def _all_answer(talkctl: Run, told: str, **environment: str) -> None:
    tries = [line.strip() for line in told.splitlines() if line.startswith("  talkctl ")]
    assert len(tries) == 3
    for line in tries:
        done = talkctl(*shlex.split(line)[1:], **environment)
        assert (done.status, done.out != "") == (0, True), line


def test_other_libraries_have_something_to_try_too(talkctl: Run, tmp_path: Path) -> None:
    """One whose latest talk is hard to type, and one without a talk."""
    home = {"XDG_DATA_HOME": str(tmp_path)}
    page = tmp_path / "one.json"
    talk = {
        "title": 'Don\'t $(panic) – "云"',
        "speakers": ["Zoë O'Neill -x", "-n Dash"],
        "event": "E",
    }
    page.write_text(json.dumps([talk]))
    assert talkctl("import", str(page), **home).status == 0
    library = tmp_path / "talkctl" / "talks.db"
    one = talkctl(**home)
    assert "185 talks" in one.out
    _all_answer(talkctl, one.out, **home)
    with sqlite3.connect(library) as db:
        for table in ("talk", "person", "event", "facet", "appearance", "term"):
            db.execute(f"DELETE FROM {table}")
    db.close()
    empty = talkctl(**home)
    assert "0 talks, 0 speakers, 0 events" in empty.out
    _all_answer(talkctl, empty.out, **home)
    for words in (("search",), ("schedule",), ("schedule", "--now"), ("speakers",), ("events",)):
        assert "talkctl import FILE brings some." in talkctl(*words, **home).err, words


def test_alone_talkctl_is_quick(process: Run) -> None:
    """It loads neither Typer's help nor Rich."""
    assert "Try:" in process(PYTHONPROFILEIMPORTTIME="").out
    told = process(PYTHONPROFILEIMPORTTIME="1").err
    assert "rich.console" not in told
    assert "typer.rich_utils" not in told
