"""A slip on the command line is answered with what to type instead."""

from __future__ import annotations

import shlex

import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("--db X search q", "--db goes behind the command: talkctl search --db X q"),
        ("--json search 'two words'", "talkctl search --json 'two words'"),
        ("--event x -n 3 schedule --grid", "talkctl schedule --event x -n 3 --grid"),
        ("--db=X search q", "talkctl search --db=X q"),
        ("--event x stats", "stats has no option --event. talkctl stats -h lists all."),
        ("--json", "--json goes behind a command"),
        ("--fromat json search", "There is no option --fromat. Did you mean --format?"),
        ("search --no-config q", "goes before the command: talkctl --no-config search q"),
    ],
)
def test_an_option_in_the_wrong_place_is_shown_in_the_right_one(
    talkctl: Run, line: str, instead: str
) -> None:
    """One sentence with the whole line, ready to be copied."""
    done = talkctl(*shlex.split(line))
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert instead in done.err


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("search --sorted x", "search has no option --sorted. Did you mean --sort?"),
        ("search --zzz x", "search has no option --zzz. talkctl search -h lists all."),
        ("search --event", "--event needs a value: Given at this event."),
        ("search -n x", "'x' is no whole number"),
        ("db build --output", "--output needs a value: The library to write."),
        ("db build x", "db build needs --output PATH: the library to write."),
        ("show", "show needs TALK…: an id or its beginning"),
        ("events kubecon", "events takes only options, no 'kubecon'."),
        ("undo 1 2", "undo takes no more than [N], no '2'."),
        ("db nonsense", "db has build, check, rebuild, reset."),
        ("zqx mesh", "To look for it: talkctl search zqx mesh"),
        ("version", "talkctl --version says which this is."),
    ],
)
def test_what_is_missing_or_too_much_is_told_in_the_words_of_the_help(
    talkctl: Run, line: str, sentence: str
) -> None:
    """Which command, what it wants, and where to read on."""
    done = talkctl(*shlex.split(line))
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err


def test_help_can_be_asked_for_by_its_name(talkctl: Run) -> None:
    """``talkctl help search`` is ``talkctl search --help``, as people know it from git."""
    assert talkctl("help").out == talkctl("--help").out
    assert talkctl("help", "search").out == talkctl("search", "-h").out
    assert "Usage: talkctl db check" in talkctl("help", "db", "check").out
    assert talkctl("-V").out == talkctl("--version").out
