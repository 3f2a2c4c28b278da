"""Whole processes against an empty Typer program, on the bundled library."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.console import Console
from sqlite_utils import Database

from talkctl.store.catalog import Catalog
from talkctl.store.location import bundled_path
from tests.benchmarks.environment import Environment, Spent, race
from tests.benchmarks.libraries import SEARCHED, plain_row
from tests.benchmarks.report import Table, progress

HELLO = "empty Typer program"
PLAIN = "sqlite-utils search istio"

_UNWANTED = ("rich", "sqlite_utils", "pydantic", "importlib.metadata")
_MOST_MODULES = 20
_MOST_MEMORY = 30
_TERMINAL = "search istio (on a terminal)"

_GOALS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "search istio --json": (("search", "istio", "--json"), 1.2),
    'speaker "Torin Sandall" --json': (("speaker", "Torin Sandall", "--json"), 1.2),
    "search promethues --json": (("search", "promethues", "--json"), 1.35),
    'speaker "Thorin Sandel" --json': (("speaker", "Thorin Sandel", "--json"), 1.35),
    "search istio (in a pipe)": (("search", "istio"), 1.2),
    _TERMINAL: (("search", "istio"), 1.85),
    "search --help": (("search", "--help"), 2.3),
    "search kubernetes --json": (("search", "kubernetes", "--json"), None),
    "search kubernetes --year 2017 --json": (
        ("search", "kubernetes", "--year", "2017", "--json"), None,
    ),
    "show hot-dogs --json": (("show", "hot dogs", "--json"), None),
    "schedule --json": (("schedule", "--json"), None),
    "events --json": (("events", "--json"), None),
}  # fmt: skip


def run(environment: Environment, folder: Path, rounds: int, console: Console) -> list[Table]:
    """Times, memory and modules of the commands people type most."""
    plain = _plain_copy(folder)
    commands = {
        name: [environment.command("talkctl"), *arguments]
        for name, (arguments, _) in _GOALS.items()
    }
    commands[HELLO] = environment.hello
    search = ["search", str(plain), "talks", "istio", "--limit", "10"]
    commands[PLAIN] = [environment.command("sqlite-utils"), *search]
    runs: dict[str, Callable[[], Spent]] = {
        name: partial(environment.run, command, name == _TERMINAL)
        for name, command in commands.items()
    }
    with progress(console, "whole processes", rounds * len(runs)) as done:
        found = race(runs, rounds, done)
    times = Table(
        f"Whole process, bundled library, × {HELLO} ({found.milliseconds(HELLO):.0f} ms);"
        f" medians of {rounds} rounds",
        ("command", "ratio", "processor", "goal", ""),
    )
    pairs = [(name, HELLO, name, most) for name, (_, most) in _GOALS.items()]
    exact, corrected = "search istio --json", "search promethues --json"
    pairs.append((exact, PLAIN, f"{exact} ÷ {PLAIN}", 0.6))
    pairs.append((corrected, exact, "a correction ÷ the exact word", None))
    for name, against, shown, most in pairs:
        wall, processor = found.ratio(name, against), found.ratio(name, against, processor=True)
        times.raced([shown], wall, processor, most)
    del commands[_TERMINAL]
    return [times, _memory(environment, commands), _modules(environment, commands)]


def _memory(environment: Environment, commands: dict[str, list[str]]) -> Table:
    table = Table("Peak memory, MB", ("command", "MB", "goal", ""))
    for name, command in commands.items():
        megabytes = max(environment.peak_kib(command) for _ in range(3)) * 1024 / 1e6
        most = _MOST_MEMORY if name.endswith("--json") and name in _GOALS else None
        table.measured(name, megabytes, most, f"{megabytes:.1f}")
    return table


def _modules(environment: Environment, commands: dict[str, list[str]]) -> Table:
    usual = environment.modules(commands[HELLO])
    table = Table(
        f"Modules loaded, against the {len(usual)} of the {HELLO}", ("command", "more", "goal", "")
    )
    for name, command in commands.items():
        if name in (HELLO, PLAIN):
            continue
        loaded = environment.modules(command)
        more = len(loaded) - len(usual)
        shown = f"{more:+}, {len(loaded - usual)} others"
        unwanted = [module for module in _UNWANTED if module in loaded]
        if name.endswith("--json") and unwanted:
            table.measured(name, 1e9, 0, f"{shown} with {', '.join(unwanted)}")
        else:
            most = _MOST_MODULES if name == "search istio --json" else None
            table.measured(name, more, most, shown)
    return table


def _plain_copy(folder: Path) -> Path:
    """The talks of the bundled library in one plain table with a full-text index of its own."""
    path = folder / "bundled.plain.db"
    path.unlink(missing_ok=True)
    with Catalog(bundled_path()) as catalog:
        talks = catalog.talks(catalog.talk_numbers())
    table = Database(path).table("talks")
    table.insert_all(map(plain_row, talks))
    table.enable_fts(SEARCHED)
    table.optimize()
    shutil.copymode(bundled_path(), path)
    sqlite3.connect(path).close()
    return path
