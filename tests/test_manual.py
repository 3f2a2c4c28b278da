"""The manual page and the help say what the program takes, and begin with examples."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from talkctl.usage import build_app

from . import manual, readme

APP = build_app()
COMMANDS = dict(readme.all_commands())
APP_COMMAND = readme.program()


def test_the_manual_page_is_what_the_program_takes() -> None:
    """``python -m tests.readme`` writes it."""
    assert manual.PATH.read_text(encoding="utf-8") == manual.page()


@pytest.fixture(scope="module")
def read() -> str:
    """The page as somebody reads it on a terminal, on lines as long as they like."""
    if not shutil.which("groff"):
        pytest.skip("groff is not on this machine")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=1000n", str(manual.PATH)],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def test_the_manual_page_fits_a_usual_screen() -> None:
    """Examples are lines that cannot be broken; none sticks out of 80 columns."""
    if not shutil.which("groff"):
        pytest.skip("groff is not on this machine")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-P-cbou", "-rLL=78n", str(manual.PATH)],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert [line for line in done.stdout.splitlines() if len(line) > 80] == []


def test_groff_has_nothing_to_warn_of(read: str) -> None:
    """The page is sound roff, and its first sections are those of any manual page."""
    heads = re.findall(r"^[A-Z][A-Z ]+$", read, re.MULTILINE)
    assert heads[:4] == ["NAME", "SYNOPSIS", "EXAMPLES", "DESCRIPTION"]
    assert {"COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES"} <= set(heads)


def test_every_command_option_and_example_is_in_the_manual_page(read: str) -> None:
    """Letter by letter as they are typed."""
    for name, command in COMMANDS.items():
        assert re.search(rf"^ +{re.escape(name)}\b", read, re.MULTILINE), name
        for part in command.params:
            if part.param_type_name == "option":
                assert all(option in read for option in part.opts), (name, part.opts)
        for line in re.findall(r"^ +(talkctl .*)$", command.help, re.MULTILINE):
            assert line in read


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_leads_with_examples(name: str) -> None:
    """``-h`` and ``--help`` say the same of every command, and examples stand before options."""
    short, long = (
        CliRunner().invoke(APP, [*name.split(), flag]).output for flag in ("-h", "--help")
    )
    assert short == long
    assert "talkctl " in short.partition("Usage:")[2].partition("\n")[2].partition("Options")[0]
    assert 0 < short.index("Example") < short.index("Options ─")
    indented = [f"   {line} " for line in manual.examples_of(COMMANDS.get(name, APP_COMMAND))]
    assert indented
    assert all(line in short for line in indented)
    assert "[default:" not in short or name == "schema"


def test_the_help_of_the_whole_is_in_parts() -> None:
    """Thirty commands are too many for one list; each stands in one part, below what it is for."""
    told = CliRunner().invoke(APP, ["-h"]).output
    heads = ("Find", "Your programme", "Your library", "Put right", "talkctl itself")
    parts = [told.index(f"─ {head} ─") for head in heads]
    assert parts == sorted(parts)
    listed = re.findall(r"^│ ([a-z]+) ", told[parts[0] :], re.MULTILINE)
    assert listed == [name for name in COMMANDS if " " not in name]


@pytest.mark.parametrize("name", ["", "search", "db"])
def test_help_can_be_read_on_a_narrow_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """There it is text alone, in which no word is cut and examples keep their lines."""
    monkeypatch.setenv("COLUMNS", "30")
    narrow = subprocess.run(
        [sys.executable, "-m", "talkctl", *name.split(), "-h"],
        cwd=readme.ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    assert "│" not in narrow
    assert re.search(r"^    talkctl \w+", narrow, re.MULTILINE)
    assert max(map(len, narrow.splitlines())) <= 64


def test_unknown_words_are_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A command, a command below one, an option: one sentence, status 2, what was meant."""
    from talkctl.cli import run

    asked: dict[str, Any] = {
        "serch istio": "search", "db chek": "check", "search --fromat json": "--format",
        "search x --format jsn": "json", "search x --fields titel": "title",
        "search x --sort dat": "date", "search --in titel x": "title", "schema tlk": "talk",
        "speakers --sort nam": "name", "import x --as shced": "sched", "export --format cvs": "csv",
        "search --event zzqqx": "KubeCon", "sources sched-cloudnativecon": "sched-",
        "config --jsn": "--json",
    }  # fmt: skip
    for line, meant in asked.items():
        assert run(line.split()) == 2, line
        out, err = capsys.readouterr()
        assert out == "", line
        assert meant in err.splitlines()[-1], line
        assert len(err.splitlines()) <= 2, line


def test_the_program_is_built_anew_for_each_answer() -> None:
    """The help of one command is that of the whole program's command."""
    one: Any = typer.main.get_command(build_app(["search"]))
    assert one.commands["search"].help == COMMANDS["search"].help
