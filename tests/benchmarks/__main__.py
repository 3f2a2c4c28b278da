"""``python -m tests.benchmarks``: measure talkctl here, beside what it should be and its peers.

Times are ratios inside one run, because machines differ and change their pace; milliseconds are
for scale. ``python -m tests.benchmarks --sizes 184,10000,100000,1000000`` is the whole of it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.benchmarks import importing, peers, process, programme, scale
from tests.benchmarks.environment import install
from tests.benchmarks.report import Table, save, show

PARTS = {
    "process": "whole processes against an empty Typer program: time, memory, modules",
    "programme": "an event of a thousand talks: schedule, agenda, speaker, events, related",
    "scale": "the same whole processes on libraries of each size",
    "inside": "inside the process: answer times, corrections, first answers",
    "storage": "building, adding an event, size",
    "import": "importing a collection as large as pyvideo, beside storing its JSON",
    "peers": "other tools on the same talks, as far as they are installed",
}


def main() -> int:
    """Run the parts asked for and show their tables."""
    asked = _parser().parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(asked.keep or passing).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        tables = _measured(asked, folder, console)
    if asked.json:
        save(tables, asked.json)
    met = [row[-1] for table in tables for row in table.rows]
    console.print(f"{met.count('ok')} goals met, {met.count('MISSED')} missed.")
    return 0


def _measured(asked: argparse.Namespace, folder: Path, console: Console) -> list[Table]:
    parts = asked.part or list(PARTS)
    tables: list[Table] = []

    def add(*found: Table) -> None:
        show(found, console)
        tables.extend(found)

    environment = None
    if {"process", "programme", "scale", "peers", "import"} & set(parts):
        with console.status("installing talkctl into an environment of its own"):
            environment = install(folder / "environment")
    made = []
    if {"programme", "scale", "inside", "storage", "peers"} & set(parts):
        made = scale.libraries(asked.sizes, folder, console)
    if environment and "process" in parts:
        add(*process.run(environment, folder, asked.rounds, console))
    if environment and "programme" in parts:
        add(programme.run(environment, made, folder, asked.rounds, console))
    if environment and "scale" in parts and len(made) > 1:
        add(scale.processes(environment, made, asked.rounds, console))
    if "storage" in parts:
        add(scale.storage(made, console))
    if "inside" in parts:
        for table in scale.inside_tables(made, console):
            add(table)
    if environment and "import" in parts:
        add(importing.run(environment, folder))
    if environment and "peers" in parts:
        add(*peers.run(environment, made, asked.judged, console))
    return tables


def _parser() -> argparse.ArgumentParser:
    parts = "\n".join(f"  {name:10}{what}" for name, what in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__ + "\nparts:\n" + parts,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--part", action="append", choices=list(PARTS), help="only this part; may be repeated"
    )
    parser.add_argument(
        "--sizes", type=_sizes, default=[184, 10_000], metavar="N,N,…",
        help="talks of the made libraries, the smallest first (default: 184,10000)",
    )  # fmt: skip
    parser.add_argument(
        "--rounds", type=int, default=21, metavar="N",
        help="rounds of whole processes (default: 21; fewer are not to be trusted)",
    )  # fmt: skip
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the made libraries here, and reuse them"
    )
    parser.add_argument(
        "--judged", type=Path, metavar="FILE",
        help="judged queries about the bundled library, as JSON lines with id, command (search or"
        " speaker), query, class and relevant ({title: grade}), to compare the answers of peers",
    )  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the tables here")
    return parser


def _sizes(text: str) -> list[int]:
    return sorted(int(size.replace("_", "")) for size in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
