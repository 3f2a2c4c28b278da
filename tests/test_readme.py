"""README says what the program does: its commands run, its table and its picture are the program's."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from talkctl import settings
from talkctl.render.themes import THEMES
from tests import readme

ROOT = Path(__file__).parent.parent
TEXT = readme.README.read_text(encoding="utf-8")
LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines()
    if line.startswith(("talkctl", "sqlite3")) and "--output" not in line
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which ``talkctl`` is this checkout."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "talkctl"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m talkctl "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("line", LINES)
def test_every_example_answers(line: str, path: str) -> None:
    """Each line of README can be typed as it stands and prints something."""
    for tool in ("jq", "sqlite3"):
        if tool in line.split() and not shutil.which(tool):
            pytest.skip(f"{tool} is not on this machine")
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


TYPED = [
    line
    for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines()
    if "talkctl" in line
]


@pytest.mark.parametrize("line", TYPED)
def test_every_example_that_needs_ones_own_files_is_a_command_with_its_options(line: str) -> None:
    """Lines about files and ids that only the reader has: commands and options are there."""
    commands = dict(readme.all_commands())
    for part in line.split(" | "):
        words = shlex.split(part)
        if words[0] != "talkctl":
            continue
        name = " ".join(words[1:3]) if " ".join(words[1:3]) in commands else words[1]
        command = readme.program() if name.startswith("-") else commands[name]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if re.match("--?[a-z]", word)} <= known


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    """What README shows of a file of settings can be pasted into one, and names every theme."""
    (shown,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    file = tmp_path / "config.toml"
    file.write_text(shown, encoding="utf-8")
    read = settings.read(file)
    assert {"event", "tz", "theme", "pager"} == set(read.values)
    assert "search" in read.columns
    assert f"# {', '.join(list(THEMES)[:-1])} or {list(THEMES)[-1]}" in shown


def test_the_table_of_commands_is_the_help() -> None:
    """All commands with the first line of their help; ``python -m tests.readme`` writes it."""
    assert readme.with_commands(TEXT) == TEXT


def test_the_picture_is_what_the_program_draws() -> None:
    """``python -m tests.readme`` draws it anew."""
    assert readme.PICTURE.read_text(encoding="utf-8") == readme.picture()


def test_ci_runs_the_command_that_readme_names() -> None:
    """The second command of README is the last line of ``.ci/run``."""
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert f"```sh\n{last}\n```" in TEXT


def test_every_command_and_option_has_a_help_text() -> None:
    """No command without a sentence and an example, no option without an explanation."""
    for name, command in readme.all_commands():
        assert command.help, name
        assert "talkctl" in command.help, f"{name}: no example"
        assert "\\b" not in command.help, f"{name}: a mark that was to be read is shown"
        for parameter in command.params:
            assert getattr(parameter, "help", None) or parameter.name == "help", (name, parameter)
