"""``config``: what somebody likes, where it stands, and a way to change it."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

import os
from pathlib import Path
from typing import Annotated

import typer

from talkctl.commands.desk import Look, command
from talkctl.errors import Status, UsageError

_TEMPLATE = """\
# Settings of talkctl. Options and environment variables overrule them; talkctl config shows all.

# event = "kubecon-na-2017"   # search, schedule, speakers, orgs and topics: of this event alone
# tz = "local"                # schedule and agenda: event, local, or a zone such as Europe/Berlin
# color = "auto"              # auto, always or never
# theme = "auto"              # {themes}
# pager = "less"              # the program for long answers; "" for none

# [columns]                   # the fields of tables; other formats stay as they are
# search = ["id", "title", "speakers", "date"]
"""


@command
def config(
    look: Annotated[Look, {"db": None}],
    edit: Annotated[bool, typer.Option("--edit", help="Open the file in your editor.")] = False,
) -> Status:
    """Show every setting, its value, and who says so: the file, a variable, or nobody.

    Settings stand in a file, config.toml in the platform's folder for such files, or where
    TALKCTL_CONFIG says. Each has a variable that overrules it (TALKCTL_EVENT, TALKCTL_TZ,
    TALKCTL_COLOR, TALKCTL_THEME, TALKCTL_PAGER), and options overrule both.

    \b
    Examples:
      talkctl config
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
        screen.say("There is no place for a file of settings here.")
    else:
        there = "" if path.exists() else ", which is not there yet; --edit makes it"
        screen.say(f"The file is {path}{there}.")
    return Status.ANSWERED


def _edit(path: Path | None) -> None:
    """Open the file at *path*, or a new one that explains itself, in the user's editor."""
    import shlex
    import subprocess

    from talkctl.render.themes import THEMES

    if path is None:
        raise UsageError("There is no place for a file of settings here.")
    usual = "notepad" if os.name == "nt" else "vi"
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_TEMPLATE.format(themes=", ".join(THEMES)), encoding="utf-8")
    try:
        done = subprocess.run([*shlex.split(editor), str(path)], check=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"The editor {editor!r} cannot be started; VISUAL names another."
        ) from error
    if done.returncode:
        raise UsageError(f"The editor {editor!r} ended with status {done.returncode}.")
