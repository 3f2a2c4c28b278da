"""``python -m tests.readme``: write anew what comes from the program.

That is the table of commands in README and its picture, the manual page, and the table from which
shells complete.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import typer

from talkctl.usage import build_app
from tests import completions, manual

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "data" / "search.svg"
PICTURE_COMMAND = ("search", "istio", "-n", "6", "--format", "svg")

_BEGIN = "<!-- commands: written by `python -m tests.readme` -->\n"
_END = "<!-- end of commands -->\n"


def program() -> Any:
    """``talkctl`` itself, with its own options."""
    return typer.main.get_command(build_app())


def all_commands() -> list[tuple[str, Any]]:
    """Every command with its full name, groups before what is in them."""
    found = []
    for name, command in program().commands.items():
        found.append((name, command))
        inner = getattr(command, "commands", {})
        found += [(f"{name} {below}", one) for below, one in inner.items()]
    return found


def command_table() -> str:
    """All commands with the first line of their help, as a Markdown table."""
    rows = (
        f"| `talkctl {name}` | {command.help.strip().splitlines()[0]} |"
        for name, command in all_commands()
    )
    return "\n".join(("| command | what it does |", "|---|---|", *rows, ""))


def with_commands(text: str) -> str:
    """*text* of README with the table of commands as it is now."""
    pattern = re.compile(re.escape(_BEGIN) + ".*?" + re.escape(_END), re.DOTALL)
    return pattern.sub(lambda _: _BEGIN + command_table() + _END, text)


def picture() -> str:
    """The picture of a search, as the program draws it now."""
    command = (sys.executable, "-m", "talkctl", *PICTURE_COMMAND)
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def main() -> None:
    """Write README and its picture, the manual page and the table for shells."""
    README.write_text(with_commands(README.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")
    manual.PATH.write_text(manual.page(), encoding="utf-8")
    completions.main()


if __name__ == "__main__":
    main()
