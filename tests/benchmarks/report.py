"""Tables of what was measured, beside what it should be, and the bar while one waits."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table as Screen


@dataclass(slots=True)
class Table:
    """Rows of text under a title; a row misses its goal where the last cell says so."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, *cells: object) -> None:
        """Append one row."""
        self.rows.append(tuple(map(str, cells)))

    def raced(
        self, names: Sequence[str], wall: float, processor: float, most: float | None
    ) -> None:
        """Append a ratio of times by the clock, which the goal is for, and of processor times."""
        goal = "" if most is None else f"≤ {most:g}"
        met = "" if most is None else "ok" if wall <= most else "MISSED"
        self.add(*names, f"{wall:.2f}", f"{processor:.2f}", goal, met)

    def measured(
        self, name: str, value: float, most: float | None, shown: str, least: float | None = None
    ) -> None:
        """Append a value with its goal: at most *most*, or at least *least*."""
        if most is not None:
            self.add(name, shown, f"≤ {most:g}", "ok" if value <= most else "MISSED")
        elif least is not None:
            self.add(name, shown, f"≥ {least:g}", "ok" if value >= least else "MISSED")
        else:
            self.add(name, shown, "", "")


def show(tables: Sequence[Table], console: Console) -> None:
    """Print *tables*."""
    for table in tables:
        screen = Screen(title=table.title, title_justify="left", header_style="bold")
        for place, column in enumerate(table.columns):
            screen.add_column(column, justify="left" if place == 0 else "right")
        for row in table.rows:
            screen.add_row(*row, style="red" if row[-1] == "MISSED" else None)
        console.print(screen)
        for note in table.notes:
            console.print(f"  {note}", highlight=False)


def save(tables: Sequence[Table], path: Path) -> None:
    """Keep *tables* as JSON."""
    every = [
        {"title": it.title, "columns": it.columns, "rows": it.rows, "notes": it.notes}
        for it in tables
    ]
    path.write_text(json.dumps(every, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def progress(console: Console, what: str, steps: int) -> Iterator[Callable[[], None]]:
    """A bar of so many *steps*; the function given moves it by one."""
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(what, total=steps)
        yield lambda: bar.advance(task)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which *share* of *values* lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and worst of some times, in milliseconds."""
    parts = (statistics.median(seconds), percentile(seconds, 0.95), max(seconds))
    return " / ".join(f"{part * 1000:.1f}" for part in parts)
