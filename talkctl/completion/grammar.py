"""The commands with their options and arguments, and what can be offered for a word of theirs.

``commands.tsv`` beside this file tells the commands.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

PATH = os.path.join(os.path.dirname(__file__), "commands.tsv")
"""A line each: command, names of an option, what its value is called, fixed values, help."""


class Part(NamedTuple):
    """An option or an argument of a command."""

    names: tuple[str, ...]
    """How an option is written; an argument has none."""
    value: str
    """What its value is called; a flag has none."""
    choices: tuple[str, ...]
    help: str

    @property
    def repeats(self) -> bool:
        """Whether an argument may stand several times."""
        return "…" in self.value


class Command(NamedTuple):
    """A command: what it does, and its parts."""

    help: str
    options: dict[str, Part]
    arguments: list[Part]


Candidate = tuple[str, str]
"""What to put on the line, and a few words about it."""

FILES, FOLDERS, NO_BLANK = "files", "folders", "noblank"
"""Ways to go on: the shell offers files of its own; no blank goes behind what was put in."""


class Offer(NamedTuple):
    """Candidates for the last word, or for what comes after *settled* in it."""

    candidates: Sequence[Candidate] = ()
    ways: tuple[str, ...] = ()
    settled: str = ""


def commands() -> dict[str, Command]:
    """Every command by its full name; the program itself is the one without a name."""
    found: dict[str, Command] = {}
    with open(PATH, encoding="utf-8") as file:
        for line in file:
            name, names, value, choices, told = line.rstrip("\n").split("\t")
            if not names and not value:
                found[name] = Command(told, {}, [])
                continue
            part = Part(tuple(names.split()), value, tuple(choices.split()), told)
            if not names:
                found[name].arguments.append(part)
            for one in part.names:
                found[name].options[one] = part
    return found
