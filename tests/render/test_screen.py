"""What goes to which stream, how wide and bright, and when a pager comes in."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from talkctl.render.screen import close_quietly, open_screen, remark

from .hard import HARD
from .samples import SEARCH


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def colour(
    environment: Mapping[str, str], asked: bool | None = None, terminal: bool = True
) -> bool:
    """Whether a screen in *environment* shows colours."""
    stdout = Terminal() if terminal else io.StringIO()
    return open_screen(colour=asked, environment=environment, stdout=stdout).colour


def test_colour_is_for_terminals() -> None:
    """A terminal has colours, a pipe has none."""
    assert colour({})
    assert not colour({}, terminal=False)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_switched_off(environment: dict[str, str]) -> None:
    """NO_COLOR and a dumb terminal have none; the command line has the last word."""
    assert not colour(environment)
    assert colour(environment, asked=True)
    assert not colour({}, asked=False)


def test_an_empty_no_color_means_nothing() -> None:
    """NO_COLOR counts only when it is not empty."""
    assert colour({"NO_COLOR": ""})


def test_colour_can_be_forced() -> None:
    """FORCE_COLOR turns colours on in a pipe, unless NO_COLOR or the command line say no."""
    assert colour({"FORCE_COLOR": "1"}, terminal=False)
    assert colour({"FORCE_COLOR": "1", "TERM": "dumb"})
    assert colour({}, asked=True, terminal=False)
    assert not colour({"FORCE_COLOR": "0"}, terminal=False)
    assert not colour({"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert not colour({"FORCE_COLOR": "1"}, asked=False)


@pytest.mark.parametrize(
    ("columns", "width"), [("132", 132), ("", 80), ("wide", 80), ("0", 80), ("7", 20), ("-3", 80)]
)
def test_width_is_what_columns_says(columns: str, width: int) -> None:
    """COLUMNS decides where it is a number; nothing narrower than 20 is drawn."""
    assert open_screen(environment={"COLUMNS": columns}, stdout=io.StringIO()).width == width


def test_a_terminal_gets_a_view_and_a_pipe_gets_lines() -> None:
    """Without a format, people see a table and programs read plain lines."""
    people = open_screen(environment={"TALKCTL_PAGER": ""}, stdout=Terminal())
    programs = open_screen(environment={"FORCE_COLOR": "1"}, stdout=io.StringIO())
    people.emit(SEARCH)
    programs.emit(SEARCH)
    assert "speakers" in people.stdout.getvalue()
    assert "\x1b[" in people.stdout.getvalue()
    assert programs.stdout.getvalue().startswith("q7k2m9x\tIstio: Weaving")
    assert "\x1b" not in programs.stdout.getvalue()


def test_messages_go_to_stderr_on_one_line() -> None:
    """What is said is one line on stderr, without escapes, and stdout stays empty."""
    screen = open_screen(environment={}, stdout=io.StringIO(), stderr=io.StringIO())
    screen.say("istoi:\nsearched for \x1b[31mistio")
    assert screen.stderr.getvalue() == "istoi: searched for istio\n"
    assert screen.stdout.getvalue() == ""


@pytest.mark.parametrize(
    ("environment", "pager"),
    [
        ({}, ("less",)),
        ({"PAGER": "more -s"}, ("more", "-s")),
        ({"PAGER": "more", "TALKCTL_PAGER": "bat -p"}, ("bat", "-p")),
        ({"PAGER": "more", "TALKCTL_PAGER": ""}, ()),
        ({"PAGER": "cat"}, ()),
        ({"PAGER": "'unfinished"}, ("'unfinished",)),
        ({"TERM": "dumb"}, ()),
    ],
)
def test_the_pager_is_the_one_that_was_chosen(
    environment: dict[str, str], pager: tuple[str, ...]
) -> None:
    """TALKCTL_PAGER comes before PAGER, and both before less."""
    assert open_screen(environment=environment, stdout=Terminal()).pager == pager


def test_nothing_is_paged_in_a_pipe_or_when_unwanted() -> None:
    """A pager needs a terminal, and somebody who did not say ``--no-pager``."""
    assert open_screen(environment={}, stdout=io.StringIO()).pager == ()
    assert open_screen(environment={}, stdout=Terminal(), pager=False).pager == ()


def test_only_long_answers_are_paged(capfd: pytest.CaptureFixture[str]) -> None:
    """What fits on the screen is simply written; what does not goes through the pager."""
    pager = f"{sys.executable} -c 'import sys; print(len(sys.stdin.read().splitlines()))'"
    environment = {"TALKCTL_PAGER": pager, "COLUMNS": "80"}
    tall = open_screen(environment=environment | {"LINES": "90"}, stdout=Terminal())
    low = open_screen(environment=environment | {"LINES": "9"}, stdout=Terminal())
    tall.emit(SEARCH)
    low.emit(SEARCH)
    assert tall.stdout.getvalue().count("\n") > 20
    assert low.stdout.getvalue() == ""
    assert capfd.readouterr().out.strip() == str(tall.stdout.getvalue().count("\n"))


def test_colours_and_wide_signs_count_as_what_they_take() -> None:
    """A line is as long as it looks: codes take no place, a Chinese sign takes two."""
    pager = {"TALKCTL_PAGER": f"{sys.executable} -c pass", "COLUMNS": "80", "LINES": "4"}
    for line, paged in (("\x1b[1;32m" * 40 + "x", False), ("云" * 40, False), ("云" * 121, True)):
        screen = open_screen(environment=pager, stdout=Terminal())
        screen._show(f"{line}\n{line}\n")
        assert (screen.stdout.getvalue() == "") == paged, line


def test_less_shows_colours_and_quits_where_all_fits(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless somebody told less what they like."""
    monkeypatch.delenv("LESS", raising=False)
    pager = f"{sys.executable} -c 'import os; print(os.environ[\"LESS\"])'"
    environment = {"TALKCTL_PAGER": pager, "LINES": "3"}
    open_screen(environment=environment, stdout=Terminal()).emit(SEARCH)
    assert capfd.readouterr().out == "FRX\n"
    open_screen(colour=False, environment=environment, stdout=Terminal()).emit(SEARCH)
    assert capfd.readouterr().out == "FX\n"


def test_a_pager_that_is_left_early_is_no_error() -> None:
    """Whoever has read enough quits; what was not read yet is not missed."""
    environment = {"TALKCTL_PAGER": f"{sys.executable} -c pass", "LINES": "3"}
    screen = open_screen(environment=environment, stdout=Terminal())
    screen._show("a line\n" * 500_000)
    assert screen.stdout.getvalue() == ""


def test_remarks_are_broken_between_words_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """And stay one line in a pipe, however long."""
    monkeypatch.setenv("COLUMNS", "20")
    text = "istio: also looked for service mesh"
    assert remark(text, Terminal()) == "istio: also looked\nfor service mesh"
    assert remark(text, io.StringIO()) == text


@pytest.mark.parametrize(
    ("pager", "wrong"),
    [
        ("no-such-pager -x", "The pager 'no-such-pager -x' cannot be started"),
        ("'unfinished", "cannot be started"),
        (f"{sys.executable} -c 'exit(3)'", "ended with status 3"),
    ],
)
def test_a_pager_that_does_not_work_is_no_loss(pager: str, wrong: str) -> None:
    """The answer is written all the same, and what was wrong is said."""
    environment = {"PAGER": pager, "LINES": "3"}
    screen = open_screen(environment=environment, stdout=Terminal(), stderr=io.StringIO())
    screen.emit(SEARCH)
    assert "q7k2m9x" in screen.stdout.getvalue()
    assert wrong in screen.stderr.getvalue()
    assert "TALKCTL_PAGER names another" in screen.stderr.getvalue()


def test_nobody_who_named_no_pager_hears_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where less is not on the machine, long answers are simply written."""
    monkeypatch.setenv("PATH", "")
    screen = open_screen(environment={"LINES": "3"}, stdout=Terminal(), stderr=io.StringIO())
    screen.emit(SEARCH)
    assert "q7k2m9x" in screen.stdout.getvalue()
    assert screen.stderr.getvalue() == ""


def test_less_shows_colours_whatever_else_it_was_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Somebody's LESS may lack the switch that lets colours through."""
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\necho "$@"\n')
    less.chmod(0o755)
    environment = {"PAGER": f"{less} -S", "LINES": "3"}
    open_screen(environment=environment, stdout=Terminal()).emit(SEARCH)
    assert capfd.readouterr().out == "-S -R\n"


@pytest.mark.parametrize("name", ["plain", "json", "table", "csv"])
def test_pipes_carry_utf8_whatever_the_locale(name: str) -> None:
    """Letters go out as UTF-8 and lone surrogates as an escape, and lines end with one letter."""
    bare = io.BytesIO()
    stdout = io.TextIOWrapper(bare, encoding="ascii", newline="\r\n")
    lone = HARD._replace(items=tuple(item | {"title": "云 \ud800"} for item in HARD.items[:1]))
    open_screen(environment={}, stdout=stdout).emit(lone, name)
    assert "云 \\ud800" in bare.getvalue().decode()
    assert b"\r" not in bare.getvalue()


def test_a_closed_pipe_ends_in_silence() -> None:
    """When the reader goes away, the door is told, and shutting down says nothing."""
    code = """
import sys
from talkctl.render.answer import Answer
from talkctl.render.screen import close_quietly, open_screen, remark
try:
    open_screen().emit(Answer("rows", ({"id": "x" * 70},) * 100_000))
except BrokenPipeError:
    close_quietly()
    sys.exit(0)
sys.exit(7)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=20) == 0


def test_letting_go_twice_is_harmless() -> None:
    """Streams that are closed already, or are no files, are left alone."""
    stream = io.StringIO()
    close_quietly(stream)
    stream.close()
    close_quietly(stream)
