"""What somebody likes their answers to be like: read from a file, overruled by the environment.

event = "kubecon-na-2017"   # lists talks of this event alone
tz = "local"                # clocks to tell hours by
color = "auto"              # auto, always or never
theme = "light"
pager = "less -S"           # "" pages nothing

[columns]                   # of tables; what programs read stays as it is
search = ["id", "title", "speakers"]
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

from talkctl.errors import UsageError, unknown
from talkctl.render.answer import FIELDS, Shape, field_names
from talkctl.render.themes import THEMES, USUAL
from talkctl.when import is_zone, no_zone

OF_ONE_EVENT = ("search", "schedule", "speakers", "orgs", "topics")
"""Commands that ask of the event of the settings alone; what is exported, picked or related is not
a matter of where somebody is."""

TOLD_IN_ZONE = ("schedule", "agenda")

COLUMNS: dict[str, Shape] = {
    "search": "talks", "related": "related", "schedule": "schedule", "agenda": "schedule",
    "speakers": "people", "orgs": "orgs", "events": "events", "topics": "topics",
    "sources": "sources",
}  # fmt: skip
"""Commands whose tables can have other columns, and what they list."""


class Setting(NamedTuple):
    """One setting: the variables that overrule the file, and what is wrong with a value."""

    name: str
    variables: tuple[str, ...]
    """Our own one is the first; those of other programs say the same."""
    usual: str
    wrong: Callable[[str], str | None]


class Said(NamedTuple):
    """A setting as it is, and who says so: the file, a variable, or nobody."""

    name: str
    value: str
    said_by: str


def _no_zone(value: str) -> str | None:
    good = value.casefold() in ("event", "local") or is_zone(value)
    return None if good else f"tz {value}: {no_zone(value)}"


def _one_of(what: str, *known: str) -> Callable[[str], str | None]:
    return lambda value: None if value in known else unknown(what, value, known)


def _blank(value: str) -> str | None:
    return None if value.strip() else "It is blank."


SETTINGS = (
    Setting("event", ("TALKCTL_EVENT",), "", _blank),
    Setting("tz", ("TALKCTL_TZ",), "", _no_zone),
    Setting(
        "color", ("TALKCTL_COLOR", "NO_COLOR", "FORCE_COLOR"), "auto",
        _one_of("choice", "auto", "always", "never"),
    ),
    Setting("theme", ("TALKCTL_THEME",), USUAL, _one_of("theme", *THEMES)),
    Setting("pager", ("TALKCTL_PAGER", "PAGER"), "less", lambda _: None),
)  # fmt: skip


class File(NamedTuple):
    """The file, read: its values, and at which lines they stand."""

    path: Path | None
    values: Mapping[str, str]
    columns: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, int]

    @property
    def names(self) -> frozenset[str]:
        """What it sets."""
        return frozenset((*self.values, *(f"columns.{command}" for command in self.columns)))

    def place(self, name: str) -> str:
        """Where the file says it: ``/home/ada/.config/talkctl/config.toml:3``."""
        return f"{self.path}:{self.lines.get(name, 1)}"


def read(path: Path | None) -> File:
    """The settings in the file at *path*; what is wrong in it is told with its line."""
    if path is None or not path.exists():
        return File(path, {}, {}, {})
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: this is no UTF-8 text.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    return parse(path, text)


def parse(path: Path, text: str) -> File:
    """The settings in *text*, that of the file at *path*."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told, _, place = str(error).partition(" (at ")
        line = re.search(r"line (\d+)", place)
        number = line[1] if line else str(len(text.splitlines()))
        raise UsageError(f"{path}:{number}: {told}.") from error
    return _checked(path, found, text)


def _checked(path: Path, found: dict[str, Any], text: str) -> File:
    lines = _lines(text)
    columns = found.pop("columns", {})
    known = {setting.name: setting for setting in SETTINGS}
    for name, value in found.items():
        wrong = None
        if name not in known:
            wrong = unknown("setting", name, (*known, "columns"))
        elif not isinstance(value, str):
            wrong = f"{name} is a text in quotes."
        else:
            wrong = known[name].wrong(value)
        if wrong:
            raise UsageError(f"{path}:{lines.get(name, 1)}: {wrong}")
    if not isinstance(columns, dict):
        raise UsageError(f"{path}:{lines.get('columns', 1)}: columns is a table: [columns].")
    for command, names in columns.items():
        if wrong := _wrong_columns(command, names):
            raise UsageError(f"{path}:{lines.get(command, 1)}: {wrong}")
    return File(path, found, {one: tuple(names) for one, names in columns.items()}, lines)


def names() -> tuple[str, ...]:
    """What every setting is called: ``theme``, ``columns.search``."""
    return (*(setting.name for setting in SETTINGS), *(f"columns.{one}" for one in COLUMNS))


def value_of(name: str, typed: str) -> str | tuple[str, ...]:
    """The value that *typed* is for the setting called *name*; what is none is refused."""
    if name not in names():
        raise UsageError(unknown("setting", name, names()))
    table, _, key = name.rpartition(".")
    if table:
        columns = field_names(typed)
        wrong = _wrong_columns(key, list(columns))
    else:
        columns = ()
        wrong = next(setting for setting in SETTINGS if setting.name == name).wrong(typed)
    if wrong:
        raise UsageError(wrong)
    return columns or typed


def _wrong_columns(command: str, names: object) -> str | None:
    if command not in COLUMNS:
        return unknown("table", command, COLUMNS)
    if not isinstance(names, list) or not names or not all(isinstance(it, str) for it in names):
        return f'{command} is a list of fields: ["id", "title"].'
    fields = FIELDS[COLUMNS[command]]
    strange = next((name for name in names if name not in fields), None)
    return unknown("field", strange, fields) if strange is not None else None


def _lines(text: str) -> dict[str, int]:
    """At which line each name is first given a value or opens a table."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if named := re.match(r"\s*\[?\s*[\"']?([\w-]+)[\"']?\s*(?:\]|=|\.)", line):
            found.setdefault(named[1], number)
    return found


def said(file: File, environment: Mapping[str, str]) -> list[Said]:
    """Every setting, and who says so."""
    found = []
    for setting in SETTINGS:
        if variable := _speaking(setting, environment):
            value = _MEANING.get(variable, environment[variable])
            found.append(Said(setting.name, value, variable))
        elif setting.name in file.values:
            found.append(Said(setting.name, file.values[setting.name], file.place(setting.name)))
        else:
            found.append(Said(setting.name, setting.usual, "default"))
    for command in COLUMNS:
        names = ",".join(file.columns.get(command, ()))
        by = file.place(command) if names else "default"
        found.append(Said(f"columns.{command}", names, by))
    return found


_MEANING = {"NO_COLOR": "never", "FORCE_COLOR": "always"}


def _speaking(setting: Setting, environment: Mapping[str, str]) -> str | None:
    """The variable that says what *setting* is; an empty one says so of the pager alone."""
    return next(
        (
            name
            for name in setting.variables
            if environment.get(name) or (name in environment and setting.name == "pager")
        ),
        None,
    )


def settle(
    command: str, file: File, environment: MutableMapping[str, str] = os.environ
) -> dict[str, Any]:
    """Put what the settings say where *command* looks for it, and give the options they stand for.

    Colours, theme, pager and columns go into the environment, which whatever was there before has
    the better of; event and zone are options that were not given.
    """
    say = {one.name: one.value for one in said(file, environment) if one.said_by != "default"}
    for setting in SETTINGS:
        if not _speaking(setting, environment) and setting.name in say:
            environment[setting.variables[0]] = say[setting.name]
    if command in file.columns:
        environment.setdefault("TALKCTL_FIELDS", ",".join(file.columns[command]))
    options: dict[str, Any] = {}
    if "event" in say and command in OF_ONE_EVENT:
        options["event"] = [say["event"]]
    if "tz" in say and command in TOLD_IN_ZONE:
        options["tz"] = say["tz"]
    return options
