"""An event of a thousand talks: the programme, the agenda and the connections, as whole processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console

from talkctl.model import Event, EventName
from talkctl.record import Catalogue, JoinedTalk
from talkctl.store.build import write_library
from talkctl.store.catalog import Catalog
from tests.benchmarks import corpus
from tests.benchmarks.environment import Environment, race
from tests.benchmarks.libraries import Library
from tests.benchmarks.process import HELLO
from tests.benchmarks.report import Table, progress

TALKS = 1000
_PICKED = 20
_ROOMS = 25
_SLOTS_A_DAY = 8
_EVENT = Event(
    id="all-together-2025", name="All Together 2025", city="Berlin", country="DE",
    timezone="Europe/Berlin", start="2025-03-24", end="2025-03-28", talk_count=TALKS,
    speaker_count=TALKS, timed_count=TALKS,
)  # fmt: skip

_GOALS: dict[str, tuple[tuple[str, ...], bool, float]] = {
    "schedule --json": (("schedule", "--json"), False, 1.5),
    "schedule (on a terminal)": (("schedule",), True, 3.0),
    "agenda (on a terminal)": (("agenda",), True, 2.0),
    "speaker (on a terminal)": (("speaker", "{person}"), True, 2.0),
    "events (on a terminal)": (("events",), True, 2.0),
    "related --json": (("related", "{talk}", "--json"), False, 1.6),
}
"""Command, whether on a terminal, and how many times the empty program it may take."""


def run(
    environment: Environment, made: Sequence[Library], folder: Path, rounds: int, console: Console
) -> Table:
    """Times of the commands of a conference; ``related`` also in each of the *made* libraries."""
    path = folder / f"event-{TALKS}.db"
    if not path.exists():
        write_library(path, _catalogue())
        _pick(environment, path)
    libraries = {TALKS: path} | {one.size: one.path for one in made}
    asked = {
        (name, size): (command, terminal, most)
        for name, (command, terminal, most) in _GOALS.items()
        for size in (libraries if name.startswith("related") else [TALKS])
    }
    runs = {f"{HELLO}/0": partial(environment.run, environment.hello)}
    for (name, size), (command, terminal, _) in asked.items():
        words = [*_filled(command, libraries[size]), "--no-pager"] if terminal else (
            _filled(command, libraries[size])
        )  # fmt: skip
        line = [environment.command("talkctl"), *words, "--db", str(libraries[size])]
        runs[f"{name}/{size}"] = partial(environment.run, line, terminal)
    with progress(console, "a programme", rounds * len(runs)) as done:
        found = race(runs, rounds, done)
    table = Table(
        f"Whole process, an event of {TALKS:,} talks, × {HELLO}; medians of {rounds} rounds",
        ("command", "talks", "ratio", "processor", "goal", ""),
    )
    for (name, size), (*_, most) in asked.items():
        pair = (f"{name}/{size}", f"{HELLO}/0")
        wall, processor = found.ratio(*pair), found.ratio(*pair, processor=True)
        table.raced([name, f"{size:,}"], wall, processor, most)
    return table


def _filled(command: Sequence[str], path: Path) -> list[str]:
    """*command* with the names of a person and a talk of the library at *path*."""
    with Catalog(path) as catalog:
        ((person,),) = catalog.db.execute(
            "SELECT person.name FROM appearance JOIN person ON person.number = person"
            " GROUP BY person ORDER BY count(*) DESC, person LIMIT 1"
        )
        ((talk,),) = catalog.db.execute(
            "SELECT id FROM talk WHERE kind = 'talk' AND abstract > '' ORDER BY number LIMIT 1"
        )
    return [word.format(person=person, talk=talk) for word in command]


def _pick(environment: Environment, path: Path) -> None:
    with Catalog(path) as catalog:
        few = catalog.talks(range(1, TALKS, TALKS // _PICKED))
    pick = [environment.command("talkctl"), "pick", "--db", str(path)]
    environment.run([*pick, *(talk.id for talk in few)])


def _catalogue() -> Catalogue:
    made = corpus.make(TALKS).catalogue()
    return made._replace(
        events=(_EVENT,), event_aliases={}, talks=_at_one_event(made.talks)
    )  # fmt: skip


def _at_one_event(talks: Iterable[JoinedTalk]) -> Iterator[JoinedTalk]:
    """*talks* in the slots and rooms of one event."""
    for number, joined in enumerate(talks):
        slot, room = divmod(number, _ROOMS)
        day, hour = divmod(slot, _SLOTS_A_DAY)
        given = date.fromisoformat(_EVENT.start or "") + timedelta(days=day)
        start = datetime.fromisoformat(f"{given}T{9 + hour:02}:00:00+01:00")
        told: dict[str, Any] = {
            "start": start.isoformat(),
            "end": (start + timedelta(minutes=45)).isoformat(),
            "timezone": _EVENT.timezone,
            "date": given.isoformat(),
            "day": day + 1,
            "room": f"Room {room + 1}",
        }
        yield joined._replace(
            talk=joined.talk._replace(event=EventName(_EVENT.id, _EVENT.name), **told),
            records=tuple(
                one._replace(event=_EVENT.name, **told) for one in joined.records
            ),
        )  # fmt: skip
