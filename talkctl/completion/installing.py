"""Teaching a shell to complete: Typer knows where shells look for scripts, and gets those of talkctl."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from typer import _completion_shared as shared
from typer import completion

from talkctl.completion.shells import SCRIPTS, script
from talkctl.errors import UsageError, unknown

OPTIONS = ("--install-completion", "--show-completion")
_HELP = (
    f"Teach your shell to complete commands and values; {', '.join(SCRIPTS)} behind it names one.",
    "Write the script that does it.",
)


def explain() -> None:
    """Say in the help which shells there are."""
    function = completion._install_completion_placeholder_function
    for option, told in zip(function.__defaults__ or (), _HELP, strict=True):
        option.help = told


def prepare(words: Sequence[str]) -> None:
    """Have Typer install or show the script of talkctl, for the shell that *words* name or this one."""
    # Typer fills in names where there is a percent sign.
    shared._completion_scripts |= {one: script(one).replace("%", "%%") for one in SCRIPTS}
    shared.install_fish = _install_for_fish
    place = next(words.index(one) for one in OPTIONS if one in words)
    shell = next(iter(words[place + 1 : place + 2]), None) or shared._get_shell_name()
    if shell not in shared._completion_scripts:
        asked = shell or os.path.basename(os.environ.get("SHELL", ""))
        raise UsageError(unknown("shell", asked, shared._completion_scripts))
    for module in (shared, completion):
        vars(module)["_get_shell_name"] = lambda: shell


def _install_for_fish(*, prog_name: str, shell: str, **_told: str) -> Path:
    """Fish looks below ``XDG_CONFIG_HOME``, where it is set; Typer writes below ``~/.config``."""
    settings = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    path = Path(settings, "fish", "completions", f"{prog_name}.fish")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script(shell), encoding="utf-8")
    return path
