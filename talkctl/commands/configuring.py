"""``config``: what somebody likes, where it stands, and a way to change it."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import os
from pathlib import Path
from typing import Annotated, Any

from talkctl.commands.desk import Look
from talkctl.commands.parameters import argument, option
from talkctl.errors import Status, UsageError, unknown

_TEMPLATE = """\
# Settings of talkctl; options and variables overrule them. All: talkctl config

# event = "kubecon-na-2017"  # for search, schedule, speakers, orgs and topics
# tz = "local"               # for schedule and agenda, or event, Europe/Berlin
# color = "auto"             # auto, always or never
# theme = "auto"             # {themes}
# pager = "less"             # the program for long answers; "" for none

# [columns]                  # the fields of tables; other formats stay
# search = ["id", "title", "speakers", "date"]
"""

Name = Annotated[
    str,
    argument(
        metavar="SETTING", help="theme, color, pager, event, tz, or columns.search and the like"
    ),
]


def config(
    look: Annotated[Look, {"db": None}],
    edit: Annotated[bool, option("--edit", help="Open the file in your editor.")] = False,
) -> Status:
    """Show every setting, its value and who says so; set and unset change one.

    Settings stand in a file, config.toml in the platform's folder for such files, or where
    TALKCTL_CONFIG says. Each has a variable that overrules it (TALKCTL_EVENT, TALKCTL_TZ,
    TALKCTL_COLOR, TALKCTL_THEME, TALKCTL_PAGER), and options overrule both.

    \b
    Examples:
      talkctl config
      talkctl config set theme light
      talkctl config --edit
      talkctl config --json | jq '.[] | select(.setting == "theme")'
    """
    from talkctl.render.answer import Answer, field_names
    from talkctl.render.screen import open_screen
    from talkctl.settings import read, said
    from talkctl.store.location import config_path

    path = config_path()
    if edit:
        _edit(path)
    file = read(path)
    rows = [
        {"setting": one.name, "value": one.value or None, "said_by": one.said_by}
        for one in said(file, os.environ)
    ]
    screen = open_screen(colour=look.color, pager=look.pager)
    fields = field_names(look.fields) if look.fields is not None else None
    screen.emit(Answer("rows", tuple(rows), fields=fields), look.format_name)
    if path is None:
        screen.say(_NO_PLACE)
    else:
        there = "" if path.exists() else ", which is not there yet; --edit makes it"
        screen.say(f"The file is {path}{there}.")
    return Status.ANSWERED


def get(name: Name) -> Status:
    """Write the value of a setting alone, for scripts; status 1 where it has none.

    \b
    Example:
      talkctl config get theme
    """
    from talkctl.render.screen import open_screen
    from talkctl.settings import read, said
    from talkctl.store.location import config_path

    _check_name(name)
    values = {one.name: one.value for one in said(read(config_path()), os.environ)}
    if not values[name]:
        return Status.NOTHING_FOUND
    open_screen().write(values[name] + "\n")
    return Status.ANSWERED


def set_(
    name: Name,
    value: Annotated[
        str,
        argument(metavar="VALUE", help="Its value; of columns, fields with commas between."),
    ],
) -> Status:
    """Write a setting into the file; what else stands there, remarks too, stays as it is.

    \b
    Examples:
      talkctl config set theme light
      talkctl config set event kubecon-na-2017
      talkctl config set columns.search id,title,speakers
    """
    from talkctl.settings import value_of

    return _amend(name, value_of(name, value))


def unset(name: Name) -> Status:
    """Take a setting out of the file, so that it is as it would be without.

    \b
    Example:
      talkctl config unset theme
    """
    _check_name(name)
    return _amend(name, None)


def _check_name(name: str) -> None:
    from talkctl.settings import names

    if name not in names():
        raise UsageError(unknown("setting", name, names()))


def _amend(name: str, value: str | tuple[str, ...] | None) -> Status:
    """Write *value* for *name* into the file, or take it out, and say what holds now."""
    from talkctl.commands.amending import amended
    from talkctl.render.screen import open_screen
    from talkctl.settings import parse, read
    from talkctl.store.location import config_path

    path = config_path()
    if path is None:
        raise UsageError(_NO_PLACE)
    before = read(path)
    if value is not None:
        _make(path)
    if path.exists():
        text = path.read_bytes().decode("utf-8-sig")
        new = amended(text, name, value)
        parse(path, new)
        if new != text:
            path.write_bytes(new.encode())
    if value is None and name not in before.names:
        told = f"{name} was not set in {path}."
    else:
        told = _told(name, read(path))
    open_screen().say(told)
    return Status.ANSWERED


def _told(name: str, file: Any) -> str:
    """What *name* is now, and who says so where it is not the *file*."""
    from talkctl.settings import said

    now = next(one for one in said(file, os.environ) if one.name == name)
    if now.said_by == "default":
        return f"{name} is {now.value or 'nothing'} unless it is set."
    by = "" if name in file.names and now.said_by.startswith(str(file.path)) else now.said_by
    return f"{name} is {now.value or 'empty'}{f': {by} overrules the file' if by else ''}."


_NO_PLACE = "There is no file of settings: it is left aside, or there is no place for one."


def _make(path: Path) -> None:
    """Where there is no file at *path*, a new one that explains itself."""
    from talkctl.render.themes import THEMES

    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_TEMPLATE.format(themes=", ".join(THEMES)), encoding="utf-8")


def _edit(path: Path | None) -> None:
    """Open the file at *path*, or a new one that explains itself, in the user's editor."""
    import shlex
    import subprocess
    from shutil import which

    if path is None:
        raise UsageError(_NO_PLACE)
    usual = "notepad" if os.name == "nt" else next(filter(which, ("vi", "nano")), "vi")
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    _make(path)
    try:
        done = subprocess.run([*shlex.split(editor), str(path)], check=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"The editor {editor!r} cannot be started; VISUAL names another."
        ) from error
    if done.returncode:
        raise UsageError(f"The editor {editor!r} ended with status {done.returncode}.")
