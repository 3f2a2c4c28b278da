"""What other tools take for the same talks, and how well they answer, side by side."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console

from talkctl.search.answer import search
from talkctl.search.question import Question
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import base, words
from tests.benchmarks import judged, questions
from tests.benchmarks.engines import (
    FZF_BEARS,
    Engine,
    Entry,
    fzf_command,
    lines_of,
    open_engines,
)
from tests.benchmarks.environment import Environment, Spent, race
from tests.benchmarks.libraries import Library, plain, rows_of
from tests.benchmarks.report import Table, progress, spread

_ROUNDS = 7
_ASKED = 100
_QUERIES = {"exact": "istio", "broad": "kubernetes", "misspelt": "promethues"}
_US = "talkctl"

_TANTIVY = """
import sys, tantivy
index = tantivy.Index.open(sys.argv[1])
searcher = index.searcher()
query = index.parse_query(sys.argv[2], ["title", "text"], fuzzy_fields={
    "title": (False, int(sys.argv[3]), True), "text": (False, int(sys.argv[3]), True)
} if int(sys.argv[3]) else {})
print([searcher.doc(address)["place"] for _, address in searcher.search(query, 10).hits])
"""


class Entries:
    """The entries of a plain table, read anew each time they are gone through."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Entry]:
        return rows_of(self.path)


def run(
    environment: Environment, made: Sequence[Library], file: Path | None, console: Console
) -> list[Table]:
    """Times at each size; judged answers where there is a judged set."""
    folder = environment.folder.parent
    tables = []
    for library in made:
        plain(library)
        with console.status(f"indexing {library.size:,} talks with each engine"):
            engines = open_engines(
                Entries(library.plain), folder / f"peers-{library.size}", library.size, quick=True
            )
        tables.append(_processes(environment, library, folder, console))
        tables.append(_inside(library, engines, console))
    if file:
        tables.append(judged.compare(file, folder))
    return tables


def _processes(environment: Environment, library: Library, folder: Path, console: Console) -> Table:
    tools = _tools(environment, library, folder / f"peers-{library.size}")
    runs: dict[str, Callable[[], Spent]] = {
        f"{name}/{kind}": partial(tool, kind, query)
        for name, tool in tools.items()
        for kind, query in _QUERIES.items()
    }
    with progress(console, f"peers, {library.size:,} talks", _ROUNDS * len(runs)) as done:
        found = race(runs, _ROUNDS, done)
    table = Table(
        f"Whole process beside peers, {library.size:,} talks: ms, and × talkctl",
        ("tool", *(f"{kind}: {query}" for kind, query in _QUERIES.items())),
    )
    for name in tools:
        cells = []
        for kind in _QUERIES:
            ratio = found.ratio(f"{name}/{kind}", f"{_US}/{kind}")
            cells.append(f"{found.milliseconds(f'{name}/{kind}'):.0f} (×{ratio:.2f})")
        table.add(name, *cells)
    table.notes.append(
        "sqlite-utils, ripgrep and FTS5 find nothing misspelt; ripgrep does not rank."
        " The tantivy script has no command line of its own to load."
    )
    return table


def _tools(
    environment: Environment, library: Library, folder: Path
) -> dict[str, Callable[[str, str], Spent]]:
    def ours(_: str, query: str) -> Spent:
        command = [environment.command("talkctl"), "search", query, "--json"]
        return environment.run([*command, "--db", str(library.path)])

    def sqlite_utils(_: str, query: str) -> Spent:
        command = [environment.command("sqlite-utils"), "search", str(library.plain), "talks"]
        return environment.run([*command, query, "--limit", "10"])

    tools: dict[str, Callable[[str, str], Spent]] = {_US: ours, "sqlite-utils search": sqlite_utils}
    if find_spec("tantivy"):

        def tantivy(kind: str, query: str) -> Spent:
            slips = "2" if kind == "misspelt" else "0"
            index = str(folder / "tantivy")
            return environment.run([sys.executable, "-c", _TANTIVY, index, query, slips])

        tools["tantivy, a bare script"] = tantivy
    lines = lines_of(Entries(library.plain), folder)
    if rg := shutil.which("rg"):
        tools["ripgrep"] = lambda _, query: environment.run(
            [rg, "--ignore-case", "--no-config", query, str(lines)]
        )
    if shutil.which("fzf") and library.size <= FZF_BEARS:

        def fzf(_: str, query: str) -> Spent:
            pipeline = '"$@" < "$0"'
            return environment.run(["sh", "-c", pipeline, str(lines), *fzf_command(query)])

        tools["fzf --filter"] = fzf
    return tools


def _inside(library: Library, engines: Sequence[Engine], console: Console) -> Table:
    """The same plain questions, put to each engine that stays open."""
    table = Table(
        f"Inside the process beside peers, {library.size:,} talks",
        ("engine", "words, ms p50 / p95 / worst", "one slip, ms", "first result right, one slip"),
    )
    with Catalog(library.path) as catalog:
        some = questions.mixed(catalog, 3 * _ASKED, f"peers {library.size}")
        exact = [it for it in some if it.kind in ("one word", "two to four words")][:_ASKED]
        slips = questions.slips(catalog, _ASKED, f"peers {library.size}", two_words=True)

        def numbers(query: str) -> list[int]:
            found = search(catalog, Question(query)).hits
            return [catalog.number_of_id(hit.talk.id) or 0 for hit in found]

        asked = {engine.name: partial(engine.search, limit=10) for engine in engines}
        first = {engine.name: 1 for engine in engines}
        searches: dict[str, Callable[[str], list[int]]] = {**asked, _US: numbers}
        with progress(console, "engines", len(searches) * 2 * _ASKED) as done:
            for name, ask in searches.items():
                times, _ = _timed(ask, exact, done)
                slow, answers = _timed(ask, slips, done)
                best = [found[0] + first.get(name, 0) if found else 0 for found in answers]
                right = [_has(catalog, it, one) for it, one in zip(best, slips, strict=True)]
                share = f"{sum(right) / len(right):.0%}"
                table.add(name, spread(times), spread(slow), share)
    return table


def _timed(
    ask: Callable[[str], list[int]], some: Sequence[questions.Asked], done: Callable[[], None]
) -> tuple[list[float], list[list[int]]]:
    times, answers = [], []
    for one in some:
        begun = time.perf_counter()
        answers.append(ask(one.text))
        times.append(time.perf_counter() - begun)
        done()
    return times, answers


def _has(catalog: Catalog, number: int, one: questions.Asked) -> bool:
    """Whether a talk has every word that was meant, whatever its ending."""
    passages = dict(catalog.lookup.passages([number])).get(number, {})
    there = {base(word) for text in passages.values() for word in words(text)}
    return all(base(word) in there for word in one.meant)
