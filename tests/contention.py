"""``python -m tests.contention``: two write to a library and ten read it, all as fast as they can.

Nothing that was written may be lost, nobody may be refused who could have waited, and the library
is sound at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.sandbox import PAGE, small_library

ROOT = Path(__file__).resolve().parents[1]
_QUESTIONS = (("search", "knots", "--json"), ("stats", "--json"), ("speaker", "jane", "--json"),
              ("show", "knots", "--sources", "--json"), ("schedule", "--json"))  # fmt: skip


@dataclass
class Told:
    """What happened: runs by command, what was refused, and what should be in the library."""

    runs: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    slowest: float = 0.0


def contend(seconds: float, writers: int = 2, readers: int = 10) -> Told:
    """Let *writers* and *readers* loose on one library for so many *seconds*; what happened."""
    told = Told()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "talks.db"
        library.write_bytes(small_library())
        until = time.monotonic() + seconds
        everybody = [
            *(threading.Thread(target=_writes, args=(folder, n, until, told)) for n in range(writers)),
            *(threading.Thread(target=_reads, args=(folder, n, until, told)) for n in range(readers)),
        ]  # fmt: skip
        for one in everybody:
            one.start()
        for one in everybody:
            one.join()
        whole = json.loads(_run(folder, told, "export", "--own", "--format", "json"))
        kept = {note["text"] for talk in whole for note in talk["own"]["notes"]}
        told.lost = (told.notes - kept) | (told.titles - {talk["title"] for talk in whole})
        _run(folder, told, "db", "check")
    return told


def _writes(folder: Path, number: int, until: float, told: Told) -> None:
    turn = 0
    while time.monotonic() < until:
        turn += 1
        note, title = f"note {number} {turn}", f"Bend {1000 * number + turn}"
        page = folder / f"page-{number}-{turn}.md"
        # Recordings at one address would be one talk.
        own = PAGE.replace("Knots Untied", title).replace("/knots", f"/{number}-{turn}")
        page.write_text(own, encoding="utf-8")
        for words, remember in (
            (("note", "knots-untied", note), _into(told.notes, note)),
            (("import", str(page)), _into(told.titles, title)),
        ):
            if _run(folder, told, *words) is not None:
                remember()


def _into(things: set[str], thing: str) -> Callable[[], None]:
    return lambda: things.add(thing)


def _reads(folder: Path, number: int, until: float, told: Told) -> None:
    turn = number
    while time.monotonic() < until:
        turn += 1
        answer = _run(folder, told, *_QUESTIONS[turn % len(_QUESTIONS)])
        if answer is not None:
            json.loads(answer)


def _run(folder: Path, told: Told, *words: str) -> str | None:
    """stdout of the command; ``None`` where it was refused, which is told."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "talkctl", *words, "--db", str(folder / "talks.db")],
        cwd=ROOT, env={**os.environ, "HOME": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told.slowest = max(told.slowest, time.monotonic() - begun)
    told.runs[words[0]] += 1
    if done.returncode == 0:
        return done.stdout
    told.refused.append(f"{' '.join(words)}: status {done.returncode}: {done.stderr.strip()}")
    return None


def main() -> int:
    """Say what happened; 1 if anything was lost or refused."""
    parser = argparse.ArgumentParser("python -m tests.contention", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--writers", type=int, default=2)
    parser.add_argument("--readers", type=int, default=10)
    given = parser.parse_args()
    told = contend(given.seconds, given.writers, given.readers)
    for command, count in sorted(told.runs.items()):
        print(f"{command:10}{count:6}")
    print(f"{len(told.notes)} notes and {len(told.titles)} talks written, {len(told.lost)} lost,")
    print(f"{len(told.refused)} refused, {told.slowest:.1f} s the slowest")
    print("\n".join([*sorted(told.lost), *told.refused][:10]))
    return 1 if told.lost or told.refused else 0


if __name__ == "__main__":
    sys.exit(main())
