"""An answer waits only for the modules it needs."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .conftest import ROOT

HEAVY = {
    "rich",
    "sqlite_utils",
    "pydantic",
    "importlib.metadata",
    "rapidfuzz",
    "hashlib",
    "tomllib",
}


def _loaded(*words: str) -> set[str]:
    code = (
        "import io, json, sys; from talkctl.cli import run; stdout = sys.stdout;"
        f"sys.stdout = io.StringIO(); status = run({list(words)!r}); sys.stdout = stdout;"
        "print(json.dumps(sorted(sys.modules))); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "words",
    [
        ("search", "istio", "--json"),
        ("search", "istio", "--format", "plain"),
        ("speaker", "Torin Sandall", "--json"),
        ("speakers", "--json"),
        ("schedule", "--json"),
        ("show", "state-of-serverless", "--json"),
        ("events", "--json"),
        ("stats", "--json"),
    ],
    ids=" ".join,
)
def test_reading_commands_load_nothing_heavy(words: tuple[str, ...]) -> None:
    """No Rich, no sqlite-utils, no RapidFuzz unless a word has to be corrected."""
    assert _loaded(*words) & HEAVY == set()


@pytest.mark.parametrize(
    ("words", "most"),
    [
        (("search", "istio", "--json"), 34),
        (("search", "istio", "--year", "2017", "--json"), 35),
        (("speaker", "Torin Sandall", "--json"), 27),
        (("schedule", "--json"), 35),
        (("show", "state-of-serverless", "--json"), 29),
        (("events", "--json"), 21),
        (("stats", "--json"), 22),
    ],
    ids=lambda it: " ".join(it) if isinstance(it, tuple) else "",
)
def test_an_answer_loads_few_modules_of_ours(words: tuple[str, ...], most: int) -> None:
    """No reading command loads more of the house than it did when this was written."""
    ours = {name for name in _loaded(*words) if name.partition(".")[0] == "talkctl"}
    assert len(ours) <= most, sorted(ours)


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
