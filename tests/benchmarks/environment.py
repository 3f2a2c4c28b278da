"""An environment such as a user has, and processes run in it, timed and weighed.

The package is built as a wheel and installed with its dependencies into a fresh virtual
environment, beside an empty Typer program with two commands, the yardstick of every start.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

_HELLO_MODULE = '''
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Say hello."""
    print(name)


@app.command()
def goodbye(name: str) -> None:
    """Say goodbye."""
    print(name)
'''
_HELLO_SCRIPT = """#!{python}
import sys
from empty_program import app
if __name__ == "__main__":
    sys.exit(app())
"""
_WEIGH = """
import json, os, sys
pid = os.fork()
if not pid:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    os.execv(sys.argv[1], sys.argv[1:])
print(os.wait4(pid, 0)[2].ru_maxrss)
"""
_LIST_MODULES = """
import atexit, os, sys
listing = os.open(sys.argv[1], os.O_WRONLY)
def tell():
    os.write(listing, " ".join(sys.modules).encode())
atexit.register(tell)
# talkctl leaves without running what is registered for the end.
leave = os._exit
os._exit = lambda status: (tell(), leave(status))
sys.argv = sys.argv[2:]
with open(sys.argv[0]) as script:
    code = compile(script.read(), sys.argv[0], "exec")
exec(code, {"__name__": "__main__"})
"""


class Spent(NamedTuple):
    """Seconds by the clock, and seconds of the processor, which others disturb less."""

    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with an environment in which talkctl is installed."""

    folder: Path

    def command(self, name: str) -> str:
        """The path of a console script."""
        return str(self.folder / "bin" / name)

    @property
    def hello(self) -> list[str]:
        """The command line of the empty program."""
        return [self.command("empty-program"), "hello", "x"]

    def variables(self) -> dict[str, str]:
        """The variables of processes run here: no library but the bundled one, a usual terminal."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        home = str(self.folder)
        return kept | {"HOME": home, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}

    def run(self, command: Sequence[str], terminal: bool = False) -> Spent:
        """What *command* takes from its start to its end."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = self._on_terminal(command) if terminal else self._in_a_pipe(command)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Spent(seconds, processor)

    def _in_a_pipe(self, command: Sequence[str]) -> float:
        begun = time.perf_counter()
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.variables(),
            check=False,
        )
        return time.perf_counter() - begun

    def _on_terminal(self, command: Sequence[str]) -> float:
        import fcntl
        import pty
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        begun = time.perf_counter()
        with subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=self.variables()
        ) as process:
            os.close(theirs)
            while _read(ours):
                pass
            process.wait()
        taken = time.perf_counter() - begun
        os.close(ours)
        return taken

    def answer(self, command: Sequence[str]) -> str:
        """What *command* writes to its standard output."""
        done = subprocess.run(
            command, capture_output=True, text=True, env=self.variables(), check=False
        )
        return done.stdout

    def peak_kib(self, command: Sequence[str]) -> int:
        """The most memory *command* has held; a process of about 10 MiB is too small to tell."""
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _WEIGH, *command],
            capture_output=True, text=True, env=self.variables(), check=True,
        )  # fmt: skip
        return int(done.stdout)

    def modules(self, command: Sequence[str]) -> set[str]:
        """The modules loaded when the console script of *command* ends."""
        listing = self.folder / "modules.txt"
        listing.write_text("")
        subprocess.run(
            [self.command("python"), "-c", _LIST_MODULES, str(listing), *command],
            capture_output=True, env=self.variables(), check=False,
        )  # fmt: skip
        return set(listing.read_text().split())


def _read(terminal: int) -> bytes:
    """What came over the terminal; nothing when the other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def install(folder: Path) -> Environment:
    """An environment in *folder* with the wheel of this checkout, all of it compiled."""
    environment = Environment(folder)
    python = environment.command("python")
    wheels = folder / "wheels"
    if not Path(python).exists():
        _quietly(sys.executable, "-m", "venv", str(folder))
    for before in wheels.glob("talkctl-*.whl"):
        before.unlink()
    _quietly(python, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    (wheel,) = wheels.glob("talkctl-*.whl")
    _quietly(python, "-m", "pip", "install", "--compile", "--upgrade", str(wheel))
    _quietly(python, "-m", "pip", "install", "--no-deps", "--force-reinstall", str(wheel))
    _add_empty_program(folder, python)
    return environment


def _add_empty_program(folder: Path, python: str) -> None:
    (packages,) = folder.glob("lib/python*/site-packages")
    module = packages / "empty_program.py"
    module.write_text(_HELLO_MODULE)
    _quietly(python, "-m", "compileall", "-q", str(module))
    script = folder / "bin" / "empty-program"
    script.write_text(_HELLO_SCRIPT.format(python=python))
    script.chmod(0o755)


def _quietly(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


@dataclass(frozen=True, slots=True)
class Race:
    """What each command took in each round."""

    spent: Mapping[str, Sequence[Spent]]

    def ratio(self, name: str, against: str, processor: bool = False) -> float:
        """The median of the ratios of two commands in the same round."""
        which = "processor" if processor else "seconds"
        pairs = zip(self.spent[name], self.spent[against], strict=True)
        ratios: list[float] = [getattr(one, which) / getattr(other, which) for one, other in pairs]
        return statistics.median(ratios)

    def milliseconds(self, name: str) -> float:
        """The median time of a command, for scale only."""
        return statistics.median(spent.seconds for spent in self.spent[name]) * 1000


def race(runs: Mapping[str, Callable[[], Spent]], rounds: int, done: Callable[[], None]) -> Race:
    """All *runs* once in each round, in a new order each time; a first round does not count."""
    random = Random(rounds)
    for run in runs.values():
        run()
    spent: dict[str, list[Spent]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name in random.sample(list(runs), len(runs)):
            spent[name].append(runs[name]())
            done()
    return Race(spent)
