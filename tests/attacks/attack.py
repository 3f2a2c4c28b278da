"""What an attack is, and what its sides share: hostile talks, and all ways of looking at them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.sandbox import Done, Folder


class Attack(NamedTuple):
    """One row: *done* is what is done, *enters* where, *must* what must happen, *check* does it."""

    done: str
    enters: str
    must: str
    check: Callable[[Folder], None]

    @property
    def name(self) -> str:
        """Where it stands, such as ``texts.escapes``."""
        return f"{self.check.__module__.rpartition('.')[2]}.{self.check.__name__}"


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COLOURS = re.compile(r"\x1b\[[\d;]*m")


def talk(title: str = "Quiet Queues", **more: Any) -> dict[str, Any]:
    """A talk as talkctl's own JSON has it."""
    who = {"name": "Bo Ek", "role": "speaker", "org": "Kelp"}
    return {"title": title, "kind": "talk", "event": {"name": "TideConf"}, "speakers": [who]} | more


def all_over(text: str) -> dict[str, Any]:
    """A talk with *text* in each of its fields."""
    who = {"name": f"Bo {text}", "role": "speaker", "job": text, "org": f"Kelp {text}"}
    return talk(
        f"Quiet {text} Queues", event={"name": f"TideConf {text}"}, speakers=[who],
        room=f"Aula {text}", track=text, abstract=f"On {text}", tags=[text],
        start="2031-05-06T10:00:00+02:00", end="2031-05-06T10:30:00+02:00",
        timezone="Europe/Berlin", notes=[{"text": text, "language": "en"}],
        links=[{"kind": kind, "url": f"https://x.example/{text}"} for kind in ("video", "page")],
    )  # fmt: skip


def imported(folder: Folder, *talks: dict[str, Any], name: str = "talks.json") -> Done:
    """*talks* in the library of *folder*."""
    return folder.run("import", folder.file(name, json.dumps(talks)), "--json")


VIEWS = (
    ("search", "queues"), ("show", "quiet", "queues", "--sources"), ("speaker", "bo"), ("speakers",),
    ("orgs",), ("schedule",), ("schedule", "--grid", "--event", "tideconf"), ("events",), ("stats",),
    ("topics", "--event", "tideconf"), ("agenda",), ("sources",), ("doctor",), ("export",),
    ("open", "quiet", "queues", "--print"), ("open", "quiet", "queues", "--page", "--print"),
)  # fmt: skip
"""Commands that show what the library holds."""

FORMATS = ("plain", "json", "jsonl", "csv", "tsv", "markdown", "ids", "svg", "ics",
           "schedule-json", "pyvideo")  # fmt: skip


def looked_at(folder: Folder) -> Iterator[tuple[bool, Done]]:
    """Every view in a pipe and on a terminal, and talks in every format; whether on a terminal."""
    for terminal in (False, True):
        for words in VIEWS:
            yield terminal, on(folder, terminal, *words)
            yield terminal, on(folder, terminal, *words, "--json")
        for name in FORMATS:
            words = ("export", "--event", "tideconf", "--format", name)
            yield terminal, on(folder, terminal, *words)


def on(folder: Folder, terminal: bool, *words: str) -> Done:
    """Run *words*, on a terminal with colours and without a pager."""
    return folder.run(*words, terminal=terminal, TERM="xterm", TALKCTL_PAGER="cat")


def quiet(terminal: bool, done: Done) -> bool:
    """Whether nothing that was written does anything to a terminal but colour it."""
    shown = COLOURS.sub("", done.text) if terminal else done.text
    return not CONTROLS.search(shown.replace("\r\n", "\n"))
