"""Importing a collection as large as all of pyvideo, beside storing the same JSON unread."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time
from pathlib import Path

from talkctl.model import Talk
from talkctl.store.location import bundled_path
from tests.benchmarks.corpus import TALKS_AN_EVENT, Corpus, next_event
from tests.benchmarks.environment import Environment
from tests.benchmarks.report import Table
from tests.benchmarks.vocabulary import read_vocabulary

TALKS = 21_570
"""As many recordings as pyvideo has."""

_MOST_TIMES = 60.0
_MOST_AGAIN = 0.2
_MOST_MEMORY = 2048.0
_MOST_SECONDS_MORE = 1.5
_MOST_MEMORY_MORE = 300.0


def run(environment: Environment, folder: Path, talks: int = TALKS) -> Table:
    """One import of a made collection, the same again, one event more, and ``sqlite-utils insert``
    of its JSON."""
    corpus = Corpus(talks, read_vocabulary(bundled_path()))
    collection, lines = _collection(folder / f"pyvideo-{talks}", corpus)
    event, _ = _collection(folder / f"pyvideo-{talks}-more", next_event(corpus))
    stored, _ = _timed(
        [environment.command("sqlite-utils"), "insert", str(folder / "plain.db"), "videos",
         str(lines), "--nl", "--truncate", "--alter"], {},
    )  # fmt: skip
    home = folder / "home"
    own = {"XDG_DATA_HOME": str(home)}
    (home / "talkctl" / "talks.db").unlink(missing_ok=True)
    words = [environment.command("talkctl"), "import", str(collection), "--json"]
    first, memory = _timed(words, own)
    again, _ = _timed(words, own)
    more, memory_for_more = _timed([*words[:2], str(event), "--json"], own)
    table = Table(
        f"Importing a collection of {talks:,} recordings ({stored:.1f} s for sqlite-utils insert)",
        ("", "measured", "goal", ""),
    )
    table.measured(
        "import ÷ sqlite-utils insert", first / stored, _MOST_TIMES, f"{first / stored:.1f}"
    )
    table.measured("the same again ÷ import", again / first, _MOST_AGAIN, f"{again / first:.3f}")
    table.measured("memory, MB", memory, _MOST_MEMORY, f"{memory:.0f}")
    table.measured(f"an event of {TALKS_AN_EVENT} more, s", more, _MOST_SECONDS_MORE, f"{more:.2f}")
    table.measured("memory for it, MB", memory_for_more, _MOST_MEMORY_MORE,
                   f"{memory_for_more:.0f}")  # fmt: skip
    return table


def _collection(folder: Path, corpus: Corpus) -> tuple[Path, Path]:
    """The folder of a collection, one file for each recording, and all of them as JSON lines."""
    lines = folder.with_suffix(".jsonl")
    if lines.exists():
        return folder, lines
    made = set()
    with lines.open("w", encoding="utf-8") as all_of_them:
        for number, joined in enumerate(corpus.talks(), corpus.first):
            talk = joined.talk
            event = folder / (talk.event.id if talk.event else "no-event")
            if event not in made:
                (event / "videos").mkdir(parents=True, exist_ok=True)
                title = {"title": talk.event.name if talk.event else "No event"}
                (event / "category.json").write_text(json.dumps(title), encoding="utf-8")
                made.add(event)
            text = json.dumps(_video(talk, number), indent=2)
            (event / "videos" / f"{talk.slug[:60]}-{number}.json").write_text(text, "utf-8")
            all_of_them.write(json.dumps(_video(talk, number)) + "\n")
    return folder, lines


def _video(talk: Talk, number: int) -> dict[str, object]:
    address = f"https://www.youtube.com/watch?v={number:011d}"
    return {
        "title": talk.title,
        "description": talk.abstract or "",
        "speakers": [person.billed_as for person in talk.speakers],
        "recorded": talk.date,
        "language": "eng",
        "duration": (talk.duration or 30) * 60,
        "tags": list(talk.tags),
        "thumbnail_url": f"https://i.ytimg.com/vi/{number:011d}/hqdefault.jpg",
        "videos": [{"type": "youtube", "url": address}],
    }


def _timed(words: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds a process took, and how many megabytes it held at most."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        words, env={**os.environ, **environment}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"{' '.join(words)}: status {status}")
    return seconds, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / 1024
