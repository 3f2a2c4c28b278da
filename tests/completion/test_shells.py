"""Real shells on a terminal of their own: somebody types, presses tab, and runs the line."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from talkctl.completion.shells import SCRIPTS, script

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "talkctl" / "completion"

ROOMS = (
    "Aula Magna: 'north' wing",
    'Bunker "B" (left) & $HOME',
    "Cour d’été; `pwd` \\ back",
    "Dôme [2*] {x,y} #!~ 50% <in>|out",
    "大ホール 東",
)
"""Names that mean something to a shell, or hold what breaks words."""

START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
LEARN = {
    "bash": f"source '{FOLDER / 'talkctl.bash'}'",
    "zsh": f"autoload -Uz compinit; compinit -u -D; source '{FOLDER / '_talkctl'}'",
    "fish": f"source '{FOLDER / 'talkctl.fish'}'",
}

Press = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of talks in rooms whose names are hard on shells."""
    folder = tmp_path_factory.mktemp("rooms")
    talks = [
        {"title": f"Talk {n}", "event": "Rooms: a day", "room": room, "speakers": ["Ann O’Nym"]}
        for n, room in enumerate(ROOMS)
    ]
    (folder / "talks.json").write_text(json.dumps(talks))
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "HOME": str(folder)}
    command = [sys.executable, "-m", "talkctl", "import", str(folder / "talks.json"), "--json"]
    environment.pop("TALKCTL_DB", None)
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return folder / "talkctl" / "talks.db"


@pytest.fixture(scope="session", params=START)
def press(
    request: pytest.FixtureRequest, library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Press]:
    """Type a line with tabs into a shell, and see what words the command was called with."""
    shell = request.param
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not on this machine")
    home = tmp_path_factory.mktemp(shell)
    called = home / "called"
    program = home / "talkctl"
    program.write_text(
        "#!/bin/sh\n"
        f'if [ -n "$_TALKCTL_COMPLETE" ]; then cd "{ROOT}"; exec "{sys.executable}" -m talkctl "$@"; fi\n'
        f"printf '%s\\037' \"$@\" > '{called}.new'; mv '{called}.new' '{called}'\n"
    )
    program.chmod(0o755)
    environment = {
        "PATH": f"{home}:{os.environ['PATH']}", "HOME": str(home), "TERM": "xterm",
        "LC_ALL": "C.UTF-8", "TALKCTL_DB": str(library), "HISTFILE": "",
    }  # fmt: skip
    process, terminal = pty.fork()
    if not process:
        os.chdir(home)
        os.execvpe(START[shell][0], START[shell], environment)

    def line(text: str) -> list[str]:
        os.write(terminal, text.encode())
        end = time.monotonic() + 30
        while not called.exists() and time.monotonic() < end:
            if select.select([terminal], [], [], 0.05)[0]:
                os.read(terminal, 65536)
        assert called.exists(), f"{shell} never ran {text!r}"
        words = called.read_text(encoding="utf-8").split("\037")[:-1]
        called.unlink()
        return words

    assert line(f"{LEARN[shell]}\rtalkctl ready\r") == ["ready"]
    yield line
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)


@pytest.mark.parametrize("room", ROOMS)
def test_any_name_can_be_completed(press: Press, room: str) -> None:
    """What is put in is read by the shell as the very name, whatever signs it has."""
    assert press(f"talkctl search --room {room[:2].lower()}\t\r") == ["search", "--room", room]


@pytest.mark.parametrize("room", ROOMS[:2])
@pytest.mark.parametrize("quote", "'\"")
def test_a_quote_that_is_open_is_closed(press: Press, room: str, quote: str) -> None:
    """Somebody who begins with a quotation mark need not leave it."""
    if quote == "'" and "'" in room:
        pytest.skip("shells differ in how they go on behind such a quote")
    asked = f"talkctl search --room {quote}{room[:3]}\t\r"
    assert press(asked) == ["search", "--room", room]


def test_values_behind_an_equals_sign_and_a_colon(press: Press) -> None:
    """Bash breaks words there; the whole word comes out all the same."""
    assert press("talkctl search --level=beg\t\r") == ["search", "--level=beginner"]
    assert press("talkctl search level:adv\t\r") == ["search", "level:advanced"]
    assert press("talkctl search --fields id,titl\t\r")[-1] == "id,title"
    assert press("talkctl search --fields id,title,kin\t\r")[-1] == "id,title,kind"


def test_commands_options_and_people(press: Press) -> None:
    """What there is one of is put in; a name that is asked for by its second word too."""
    assert press("talkctl sched\t--gr\t\r") == ["schedule", "--grid"]
    assert press("talkctl speaker ony\t\r") == ["speaker", "ann-onym"]
    assert press("talkctl search --event 'Rooms: a\t\r") == ["search", "--event", "Rooms: a day"]


def test_files_are_left_to_the_shell(press: Press) -> None:
    """Where a path is wanted, the files of the folder are offered."""
    assert press("talkctl db build --output talkc\t\r")[-1] == "talkctl"


@pytest.mark.parametrize("shell", SCRIPTS)
def test_typer_shows_our_scripts(shell: str) -> None:
    """``--show-completion`` gives what stands in the package, and so does Typer's protocol."""
    environment = {**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    command = [sys.executable, "-m", "talkctl"]
    shown = subprocess.run(
        [*command, "--show-completion", shell], cwd=ROOT, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert shown.stdout.strip() == script(shell).strip()
    asked = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "_TALKCTL_COMPLETE": f"source_{shell}"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert asked.stdout == script(shell)


@pytest.mark.parametrize("variable", ["XDG_CONFIG_HOME", "HOME"])
def test_fish_finds_what_was_installed(tmp_path: Path, variable: str) -> None:
    """The script lies where fish looks: below ``XDG_CONFIG_HOME``, else below ``~/.config``."""
    environment = {**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    environment.pop("XDG_CONFIG_HOME", None)
    environment |= {"HOME": str(tmp_path / "home"), variable: str(tmp_path / "here")}
    subprocess.run(
        [sys.executable, "-m", "talkctl", "--install-completion", "fish"],
        cwd=ROOT, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    (installed,) = tmp_path.rglob("*.fish")
    folder = "here" if variable == "XDG_CONFIG_HOME" else "here/.config"
    assert installed.parent == tmp_path / folder / "fish" / "completions"
    assert installed.read_text(encoding="utf-8") == script("fish")


def test_bash_lists_titles(library: Path) -> None:
    """Where candidates are only shown, what they are stands behind them."""
    line = "talkctl show tal"
    code = (
        f"source '{FOLDER / 'talkctl.bash'}'; COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}};"
        f"COMP_TYPE=63; _talkctl '{sys.executable} -m talkctl'; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    code = code.replace(f"_talkctl '{sys.executable} -m talkctl'", "_talkctl ./talkctl-here")
    here = library.parent / "talkctl-here"
    here.write_text(f'#!/bin/sh\ncd "{ROOT}"; exec "{sys.executable}" -m talkctl "$@"\n')
    here.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", code], cwd=library.parent, capture_output=True, text=True, check=True,
        env={**os.environ, "TALKCTL_DB": str(library)},
    )  # fmt: skip
    assert "talk-0  (Talk 0)" in done.stdout.splitlines()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_can_be_named(tmp_path: Path, shell: str) -> None:
    """Behind the option, whatever shell one is in; one that nobody knows is refused with those known."""
    environment = {**os.environ, "HOME": str(tmp_path)}
    for variable in ("XDG_CONFIG_HOME", "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"):
        environment.pop(variable, None)

    def install(name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "talkctl", "--install-completion", name],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert f"{shell} completion installed" in install(shell).stdout
    assert script(shell).strip() in {one.read_text().strip() for one in tmp_path.rglob("*talkctl*")}
    refused = install(f"{shell}x")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"Did you mean '{shell}'?" in refused.stderr
