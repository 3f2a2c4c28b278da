"""An answer waits only for the modules it needs."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import pytest

from .conftest import ROOT

HEAVY = {
    "typer",
    "inspect",
    "rich",
    "sqlite_utils",
    "pydantic",
    "importlib.metadata",
    "rapidfuzz",
    "hashlib",
    "tomllib",
}

READING = [
    ("search", "istio", "--json"),
    ("search", "istio", "--format", "plain"),
    ("search", "service mesh", "--level=beginner", "-n", "3", "--json"),
    ("speaker", "Torin Sandall", "--json"),
    ("speakers", "--json"),
    ("schedule", "--json"),
    ("show", "state-of-serverless", "--json"),
    ("events", "--json"),
    ("stats", "--json"),
]
"""What people and programs ask all the time."""

_TOLD = """
import os, sys
answers, sys.stdout = sys.stdout, open(os.devnull, "w")
leave = os._exit
def tell(status):
    print(*sys.modules, file=answers, flush=True)
    leave(status)
os._exit = tell
"""
"""Has a program tell at its end which modules it has loaded, instead of answering."""

_EMPTY = """
import typer
app = typer.Typer()
@app.command()
def one(word: str) -> None: print(word)
@app.command()
def two(word: str) -> None: print(word)
try:
    app(["one", "istio"])
except SystemExit:
    tell(0)
"""
"""A program of two commands that do nothing, which takes as long as Typer does."""


def _run(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _TOLD + program],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(done.stdout.split())


@cache
def _loaded(*words: str) -> set[str]:
    """The modules that are loaded when ``talkctl`` has answered *words*."""
    return _run(f"sys.argv = {['talkctl', *words]!r}\nfrom talkctl.__main__ import main\nmain()")


@cache
def _loaded_by_empty_program() -> set[str]:
    return _run(_EMPTY)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_commands_load_nothing_heavy(words: tuple[str, ...]) -> None:
    """No Typer, no Rich, no sqlite-utils, no RapidFuzz unless a word has to be corrected."""
    assert _loaded(*words) & HEAVY == set()


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_an_answer_loads_fewer_modules_than_an_empty_program(words: tuple[str, ...]) -> None:
    """Two commands of Typer that do nothing are more to load than talkctl and its answer."""
    assert len(_loaded(*words)) < len(_loaded_by_empty_program())


@pytest.mark.parametrize(
    ("words", "most"),
    [
        (("search", "istio", "--json"), 42),
        (("search", "istio", "--year", "2017", "--json"), 43),
        (("search", "istio", "--format", "plain"), 37),
        (("speaker", "Torin Sandall", "--json"), 34),
        (("speakers", "--json"), 42),
        (("orgs", "--json"), 41),
        (("schedule", "--json"), 42),
        (("show", "state-of-serverless", "--json"), 42),
        (("events", "--json"), 31),
        (("stats", "--json"), 33),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, tuple) else "",
)
def test_an_answer_loads_few_modules_of_its_own(words: tuple[str, ...], most: int) -> None:
    """No reading command loads more than it did when this was written.

    Ten of these are not ours: what reads a database, and what writes JSON; orjson, for what is long
    or indented, is three more.
    """
    more = _loaded(*words) - _loaded_by_empty_program()
    assert len(more) <= most, sorted(more)


def test_shortcuts_and_corrections_are_loaded_only_where_used() -> None:
    """A plain word in a library of usual size needs neither, nor the filters."""
    unused = {f"talkctl.search.{name}" for name in ("bounded", "ceilings", "filters", "spelling")}
    assert not _loaded("search", "istio", "--json") & unused


def test_rapidfuzz_is_loaded_for_a_correction_alone() -> None:
    """Only a word that no talk has costs the library that compares spellings."""
    assert "rapidfuzz" in _loaded("search", "kubrnetis", "--json")


def test_a_command_loads_no_other_command() -> None:
    """Asking for events does not load the search."""
    loaded = _loaded("events", "--json")
    assert "talkctl.commands.search" not in loaded
    assert not any(name.startswith("talkctl.search.") for name in loaded)
