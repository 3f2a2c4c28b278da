"""The table of commands, options and fixed values that shells complete from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from talkctl import settings
from talkctl.commands import exporting, speakers
from talkctl.completion.grammar import PATH
from talkctl.model import KINDS, LEVELS
from talkctl.render import OF_TALKS, RENDERERS
from talkctl.render.answer import FIELDS, Shape
from talkctl.render.themes import THEMES
from talkctl.search.question import FACT_FIELDS, SORTS, TEXT_FIELDS
from talkctl.sources import SOURCES
from talkctl.store.lexicon import HAVINGS
from talkctl.usage import build_app

SHAPES: dict[str, tuple[Shape, ...]] = {
    "search": ("talks",), "related": ("related",), "schedule": ("schedule",),
    "agenda": ("schedule",), "show": ("talk",), "export": ("export",), "speaker": ("person",),
    "speakers": ("people",), "events": ("events",), "orgs": ("org",), "topics": ("topics",),
    "sources": ("sources", "remarks", "changes"), "import": ("imports",), "doctor": ("doubts", "decisions"),
}  # fmt: skip
"""Command -> what it answers, which says what fields there are."""

FIXED = {
    "--kind": KINDS,
    "--level": LEVELS,
    "--has": HAVINGS,
    "--in": TEXT_FIELDS,
    "--as": [source.name for source in SOURCES],
    "1-5": "12345",
    "SETTING": settings.names(),
    "VALUE": [f"theme={','.join(THEMES)}", "color=auto,always,never"],
}
"""Option, or what a value is called -> all it can be."""


def table() -> str:
    """Command, names of an option, what its value is called, its fixed values, and help: a line each."""
    return "".join("\t".join(row) + "\n" for row in _rows())


def _rows() -> Iterator[tuple[str, ...]]:
    program: Any = typer.main.get_command(build_app())
    yield from _of("", program)
    for name, command in program.commands.items():
        yield from _of(name, command)
        for below, one in getattr(command, "commands", {}).items():
            yield from _of(f"{name} {below}", one)


def _of(name: str, command: Any) -> Iterator[tuple[str, ...]]:
    yield name, "", "", "", (command.help or "").strip().splitlines()[0]
    for part in command.params:
        is_option = part.param_type_name == "option"
        if is_option and part.hidden:
            continue
        names = [*part.opts, *part.secondary_opts] if is_option else []
        value = "" if getattr(part, "is_flag", False) else part.metavar or ""
        choices = " ".join(_choices(name, names, value))
        yield name, " ".join(names), value, choices, " ".join((part.help or "").split())
    if not any(part.name == "help" for part in command.params):
        yield name, "-h --help", "", "", "Show this message and exit."


def _choices(command: str, names: list[str], value: str) -> list[str]:
    if "--format" in names:
        return _formats(command)
    if "--fields" in names:
        shapes = SHAPES.get(command, ())
        return list(dict.fromkeys(field for shape in shapes for field in FIELDS[shape]))
    if "--sort" in names:
        return list(speakers.ORDERS if command == "speakers" else SORTS)
    if "QUERY" in value:
        known = {"level": LEVELS, "kind": KINDS, "has": HAVINGS}
        fields = dict.fromkeys((*TEXT_FIELDS, *FACT_FIELDS))
        return [f"{one}={','.join(known[one])}" if one in known else one for one in fields]
    if "|" in value:
        return value.strip("[]").split("|")
    return [str(one) for key in (*names, value) for one in FIXED.get(key, ())]


def _formats(command: str) -> list[str]:
    if command == "export":
        return list(exporting.FORMATS)
    of_talks = {"talks", "related", "schedule", "talk"} & {*SHAPES.get(command, ())}
    return [name for name in RENDERERS if of_talks or name not in OF_TALKS]


def main() -> None:
    """Write the table into the package."""
    with open(PATH, "w", encoding="utf-8") as file:
        file.write(table())
