"""The two streams: stdout for answers, stderr for words about them, and what shows on them."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from typing import NamedTuple, TextIO

from talkctl.errors import UsageError
from talkctl.render import render
from talkctl.render.answer import Answer, Paper
from talkctl.text import in_order, one_line

_PAGER = "less"
_USUAL_WIDTH = 80
_NARROWEST = 20
_USUAL_HEIGHT = 24
_COLOURS = re.compile(r"\x1b\[[\d;]*m")


class Screen(NamedTuple):
    """Where answers and messages go, and what a person there can see of them."""

    stdout: TextIO
    stderr: TextIO
    terminal: bool = False
    width: int = _USUAL_WIDTH
    height: int = _USUAL_HEIGHT
    colour: bool = False
    theme: str = "terminal"
    pager: tuple[str, ...] = ()
    """The command that shows long answers; empty where nothing is paged."""

    @property
    def usual_format(self) -> str:
        """The format where none was asked for: a view for people, lines for programs."""
        return "table" if self.terminal else "plain"

    def emit(self, answer: Answer, name: str | None = None) -> None:
        """Write *answer* to stdout in the format called *name*, a long one through the pager."""
        page = StringIO() if self.terminal else self.stdout
        render(answer, name or self.usual_format, Paper(page, self.width, self.colour, self.theme))
        if isinstance(page, StringIO):
            self._show(in_order(page.getvalue()))
        self.stdout.flush()

    def write(self, text: str) -> None:
        """Write *text*, which is the whole answer, to stdout as it is."""
        self.stdout.write(text)
        self.stdout.flush()

    def say(self, message: str) -> None:
        """Tell the person *message* on stderr, on one line."""
        # Nobody may be reading stderr; the answer does not depend on it.
        with suppress(OSError):
            self.stderr.write(remark(message, self.stderr) + "\n")
            self.stderr.flush()

    def asks(self, question: str) -> bool:
        """Whether the person says yes to *question*; where nobody is asked, that is an error."""
        if not sys.stdin or not _is_terminal(sys.stdin) or not _is_terminal(self.stderr):
            raise UsageError(f"{question} Nobody is there to answer; --yes says so beforehand.")
        self.stderr.write(f"{remark(f'{question} [y/N]', self.stderr)} ")
        self.stderr.flush()
        try:
            return sys.stdin.readline().strip().lower() in ("y", "yes")
        except KeyboardInterrupt:
            self.stderr.write("\n")
            raise

    def _show(self, text: str) -> None:
        short = not self.pager or _rows(text, self.width) < self.height
        wrong = "" if short else _paged(text, self.pager)
        if short or wrong:
            self.stdout.write(text)
        if wrong and self.pager != (_PAGER,):
            self.say(f"The pager {' '.join(self.pager)!r} {wrong}; TALKCTL_PAGER names another.")


def open_screen(
    *,
    colour: bool | None = None,
    pager: bool = True,
    environment: Mapping[str, str] = os.environ,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> Screen:
    """The screen of this process; *colour* and *pager* are what the command line says."""
    stdout, stderr = stdout or sys.stdout, stderr or sys.stderr
    terminal = _is_terminal(stdout)
    _speak_utf8(stdout, terminal)
    width, height = _size(stdout, terminal, environment)
    return Screen(
        stdout=stdout,
        stderr=stderr,
        terminal=terminal,
        width=width,
        height=height,
        colour=_wants_colour(colour, terminal, environment),
        theme=_theme(environment, terminal),
        pager=_pager(environment) if pager and terminal else (),
    )


def remark(message: str, stream: TextIO) -> str:
    """*message* on one line; on a terminal that is narrower it is broken between words."""
    line = one_line(message)
    if len(line) < _NARROWEST or not _is_terminal(stream):
        return line
    width = _size(stream, True, os.environ)[0]
    if len(line) <= width:
        return line
    import textwrap

    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def close_quietly(*streams: TextIO) -> None:
    """Let go of *streams*, so that the end of the program says nothing of a reader gone away."""
    for stream in streams or (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except ValueError:
            continue
        except OSError:
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _speak_utf8(stream: TextIO, terminal: bool) -> None:
    """What no encoding can carry is written as an escape, which JSON readers understand too."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if terminal:
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _size(stream: TextIO, terminal: bool, environment: Mapping[str, str]) -> tuple[int, int]:
    width, height = _USUAL_WIDTH, _USUAL_HEIGHT
    if terminal:
        with suppress(OSError, ValueError):
            columns, lines = os.get_terminal_size(stream.fileno())
            width, height = columns or width, lines or height
    width = _positive(environment.get("COLUMNS")) or width
    height = _positive(environment.get("LINES")) or height
    return max(width, _NARROWEST), height


def _positive(text: str | None) -> int | None:
    """The number in *text*; what is longer than nine digits is the width of nothing."""
    return int(text) or None if text and text.isdecimal() and len(text) < 10 else None


def _wants_colour(asked: bool | None, terminal: bool, environment: Mapping[str, str]) -> bool:
    """The command line decides, then NO_COLOR, then FORCE_COLOR, TALKCTL_COLOR, and what stdout is."""
    if asked is not None:
        return asked
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    wanted = environment.get("TALKCTL_COLOR")
    if wanted in ("always", "never"):
        return wanted == "always"
    return terminal and environment.get("TERM") != "dumb"


def _theme(environment: Mapping[str, str], terminal: bool) -> str:
    """The theme that was chosen; ``auto`` takes more colours than a terminal of sixteen has, and
    gives way where the terminal tells its background, as some do in COLORFGBG.
    """
    chosen = environment.get("TALKCTL_THEME") or "auto"
    if chosen != "auto":
        return chosen
    if "256" not in environment.get("TERM", "") and not environment.get("COLORTERM"):
        return "terminal"
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not terminal or not background.isdecimal() or len(background) > 2:
        return "auto"
    return "light" if background in _LIGHT else "dark"


_LIGHT = ("7", "15")
"""Of the sixteen colours of a terminal the white ones."""


def _pager(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The pager's command; an empty one, or ``cat``, means that none is wanted."""
    if environment.get("TERM") in ("dumb", ""):
        return ()
    import shlex

    command = environment.get("TALKCTL_PAGER", environment.get("PAGER", _PAGER))
    try:
        words = tuple(shlex.split(command))
    except ValueError:
        return (command,)
    return () if words[:1] == ("cat",) else words


def _rows(text: str, width: int) -> int:
    """How many lines of a screen *text* takes; codes of colours take no place."""
    lines = _COLOURS.sub("", text).splitlines()
    if text.isascii():
        return sum(1 + max(len(line) - 1, 0) // width for line in lines)
    from rich.cells import cell_len

    return sum(1 + max(cell_len(line) - 1, 0) // width for line in lines)


def _paged(text: str, pager: tuple[str, ...]) -> str:
    """Show *text* with *pager*; what went wrong, where it was not shown."""
    import signal
    import subprocess

    coloured = "\x1b" in text
    environment = {"LESS": "FRX" if coloured else "FX", "LESSCHARSET": "utf-8"} | os.environ
    # Whatever LESS says, colours are to be colours; without any, -R would end each line with codes.
    command = (*pager, "-R") if coloured and os.path.basename(pager[0]) == "less" else pager
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return "cannot be started"
    # Ctrl-C belongs to the pager while it runs.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text.encode("utf-8", errors="backslashreplace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return f"ended with status {process.returncode}" if process.returncode > 0 else ""
