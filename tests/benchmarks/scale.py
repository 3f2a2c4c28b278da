"""Libraries of growing size: the same questions, building, adding, and the room they take."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console

from talkctl.search.bounded import RARE
from talkctl.store.catalog import Catalog
from tests.benchmarks import adding, inside
from tests.benchmarks.environment import Environment, race
from tests.benchmarks.libraries import Library, library, plain
from tests.benchmarks.report import Table, progress

_MOST_ASKED = 900
_MISSPELT = ("promethues", "kuberentes", "montioring", "obesrvability", "contianers")


def libraries(sizes: Sequence[int], folder: Path, console: Console) -> list[Library]:
    """The libraries of these sizes, made where they are not there yet."""
    with progress(console, "making libraries", 2 * len(sizes)) as done:
        made = []
        for size in sizes:
            made.append(library(size, folder))
            done()
            plain(made[-1])
            done()
    return made


def processes(
    environment: Environment, made: Sequence[Library], rounds: int, console: Console
) -> Table:
    """Whole processes on each library against the same on the smallest."""
    smallest = made[0]
    queries = _queries(made)
    runs = {
        f"{name}/{one.size}": partial(
            environment.run,
            [environment.command("talkctl"), *arguments, "--json", "--db", str(one.path)],
        )
        for name, (arguments, _) in queries.items()
        for one in made
    }
    with progress(console, "the same questions of each library", rounds * len(runs)) as done:
        found = race(runs, rounds, done)
    table = Table(
        f"Whole process against the same on {smallest.size:,} talks; medians of {rounds} rounds",
        ("query", "talks", "ratio", "processor", "goal", ""),
    )
    for name, (arguments, most) in queries.items():
        for one in made[1:]:
            pair = (f"{name}/{one.size}", f"{name}/{smallest.size}")
            wall, processor = found.ratio(*pair), found.ratio(*pair, processor=True)
            shown = f"{name}: {' '.join(arguments)}"
            table.raced([shown, f"{one.size:,}"], wall, processor, most)
    return table


def _queries(made: Sequence[Library]) -> dict[str, tuple[list[str], float]]:
    with Catalog(made[0].path) as small, Catalog(made[-1].path) as large:
        rare, seldom = _rare_word(small, large), _seldom_word(small, large)
        misspelt = next(word for word in _MISSPELT if not large.lookup.counts((word,)))
    return {
        "rare word": (["search", rare], 1.2),
        "broad word": (["search", "kubernetes"], 1.2),
        "beginning": (["search", "prom*"], 1.2),
        "person": (["speaker", "Torin Sandall"], 1.2),
        "misspelt": (["search", misspelt], 1.3),
        "misspelt person": (["speaker", "Thorin Sandel"], 1.3),
        "several words": (["search", "service mesh security"], 1.3),
        "several, one seldom": (["search", seldom, "kubernetes", "service"], 1.3),
        "phrase": (["search", '"service mesh"'], 1.3),
        "exclusion": (["search", "kubernetes", "--", "-istio"], 1.3),
        "filters": (["search", "kubernetes", "--year", "2017", "--level", "beginner"], 1.3),
        "nothing found": (["search", "xqzvwk", "jjqqzz"], 1.3),
    }


def _rare_word(small: Catalog, large: Catalog) -> str:
    """A word in one talk of the small library and in the fewest of the large one."""
    query = "SELECT term FROM term WHERE talks = 1 AND length(term) BETWEEN 8 AND 12 ORDER BY term"
    words: list[str] = [word for (word,) in small.db.execute(query) if word.isalpha()]
    counts = large.lookup.counts(words[:_MOST_ASKED])
    return min(words[:_MOST_ASKED], key=lambda word: (counts.get(word, 10**9), word))


def _seldom_word(small: Catalog, large: Catalog) -> str:
    """A word of the small library in about so many talks of the large one as are just scored."""
    query = "SELECT term FROM term WHERE length(term) BETWEEN 6 AND 12 ORDER BY talks DESC, term"
    words: list[str] = [word for (word,) in small.db.execute(query) if word.isalpha()]
    counts = large.lookup.counts(words[:_MOST_ASKED])
    return min(counts, key=lambda word: (abs(counts[word] - RARE), word))


def inside_tables(made: Sequence[Library], console: Console) -> list[Table]:
    """Times inside the process, corrections and first answers, at each size."""
    tables: list[Table] = []
    for one in made:
        tables += inside.answer_times(one.size, one.path, console)
        tables.append(inside.corrections(one.size, one.path, console))
        if compared := inside.first_answers(one.size, one.path, console):
            tables.append(compared)
    return tables


def storage(made: Sequence[Library], console: Console) -> Table:
    """Building, adding and room, each against what they should be."""
    table = Table("Storage", ("what", "talks", "value", "goal", ""))
    with progress(console, "adding an event of 200 talks", len(made)) as done:
        for one in made:
            _enter(table, one)
            done()
    if any(one.reused for one in made):
        table.notes.append("Libraries were reused: the times are those of the day they were made.")
    table.notes.append(
        "Building is insert_all, enable_fts and optimize on their side, and all of ours: processor"
        " time without drawing the talks. Once sqlite-utils writes the very rows of our tables (what"
        " they hold is indexed, nobody's vocabulary is), once one wide row a talk and no people."
    )
    return table


def _enter(table: Table, one: Library) -> None:
    made, other = one.made, plain(one)
    size = f"{one.size:,}"

    def enter(name: str, shown: str, goal: str = "", met: bool | None = None) -> None:
        table.add(name, size, shown, goal, "" if met is None else "ok" if met else "MISSED")

    rows, theirs = other["same_rows"], other["same_writing"]
    ratio = theirs / made["writing"]
    shown = f"{ratio:.2f} ({rows / made['writing']:,.0f} : {rows / theirs:,.0f} rows/s)"
    enter(f"building ÷ sqlite-utils, {rows:,} rows each", shown, "≥ 0.8", ratio >= 0.8)
    ratio = other["writing"] / made["writing"]
    ours, theirs = one.size / made["writing"], one.size / other["writing"]
    shown = f"{ratio:.2f} ({ours:,.0f} : {theirs:,.0f} talks/s)"
    enter("  the same against one row a talk", shown)
    memory = made["peak_kib"] * 1024 / 1e6
    enter("peak memory of building, MB", f"{memory:.0f}")
    times = [adding.seconds_to_add(one.size, one.path) for _ in range(3)]
    seconds = statistics.median(all_of_it for all_of_it, _ in times)
    index = statistics.median(index for _, index in times)
    shown = f"{seconds:.2f} ({index:.2f} of it the index)"
    enter("adding 200 talks, s", shown, "≤ 1.5", seconds <= 1.5)
    room = made["file"] / made["text"]
    shown = f"{room:.2f} ({made['file'] / 1e6:,.1f} : {made['text'] / 1e6:,.1f} MB)"
    enter("bytes ÷ bytes of text", shown, "≤ 2.5", room <= 2.5)
    room = other["file"] / made["text"]
    enter("  the same for the plain table", f"{room:.2f}")
