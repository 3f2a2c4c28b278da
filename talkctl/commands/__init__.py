"""What one can ask: the commands in one list, each a function that says by its annotations what it
takes, and returns an exit status.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

COMMANDS = {
    "search": "search:search",
    "speaker": "speaker:speaker",
    "speakers": "speakers:speakers",
    "orgs": "orgs:orgs",
    "schedule": "programme:schedule",
    "show": "show:show",
    "related": "related:related",
    "open": "opening:open_",
    "events": "events:events",
    "topics": "topics:topics",
    "stats": "library:stats",
    "pick": "agenda:pick",
    "unpick": "agenda:unpick",
    "agenda": "agenda:agenda",
    "note": "agenda:note",
    "rate": "agenda:rate",
    "seen": "agenda:seen",
    "import": "importing:import_",
    "export": "exporting:export",
    "sources": "library:sources",
    "doctor": "mending:doctor",
    "merge": "mending:merge",
    "split": "mending:split",
    "alias": "mending:alias",
    "event": "mending:event",
    "undo": "mending:undo",
    "schema": "library:schema",
    "config": "configuring:config",
    "db": "database:where",
}
"""Every command and where in this folder it stands, in the order of the help. A command is loaded
when it is asked for: an answer should not wait for the modules of other questions."""

BELOW = {
    "config": {
        "get": "configuring:get",
        "set": "configuring:set_",
        "unset": "configuring:unset",
    },
    "db": {
        "build": "database:build",
        "check": "database:check",
        "rebuild": "database:rebuild",
        "reset": "database:reset",
    },
}
"""Commands that are called by two words: those behind the word of another one."""


def called(words: Sequence[str]) -> tuple[Callable[..., Any] | None, Sequence[str]]:
    """The function of the command that *words* call, if they call one, and the words behind it."""
    first, second = (*words, "", "")[:2]
    if place := BELOW.get(first, {}).get(second):
        return loaded(place), words[2:]
    return loaded(COMMANDS[first]) if first in COMMANDS else None, words[1:]


def loaded(place: str) -> Callable[..., Any]:
    """The function that stands at *place*, which is one of those above."""
    module, _, function = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"talkctl.commands.{module}"), function)
    return found
