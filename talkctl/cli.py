"""The front door: from a command line to an exit status, and the one place where errors become words."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

from talkctl.commands import COMMANDS, called
from talkctl.commands.parameters import call, parameters, understood
from talkctl.errors import OlderLibrary, Status, TalkctlError, UsageError
from talkctl.store.location import config_path


def main() -> None:
    """Run the command line of this process and end it with the status that belongs to it.

    The answer is out by then: to take down one by one what the interpreter loaded would only keep
    the person waiting.
    """
    os._exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run *arguments*, those after ``talkctl``; the exit status."""
    try:
        _have_streams()
        if arguments[:1] == ["--no-config"]:
            os.environ["TALKCTL_CONFIG"] = ""
            arguments = arguments[1:]
        if arguments[:1] == ["help"]:
            arguments = [*arguments[1:], "--help"]
        arguments = [_readable(word) for word in _with_usual_next(_with_exclusions(arguments))]
        status = _answered(arguments)
        sys.stdout.flush()
        return int(status or Status.ANSWERED)
    except TalkctlError as error:
        _say(str(error))
        return int(error.status)
    except KeyboardInterrupt:
        return int(Status.INTERRUPTED)
    except BrokenPipeError:
        return int(Status.ANSWERED)
    except sqlite3.Error as error:
        _say(f"The library cannot be read: {error}.")
        return int(Status.LIBRARY)
    except OSError as error:
        where = f" to {error.filename}" if error.filename else ""
        _say(f"The answer cannot be written{where}: {error.strerror}.")
        return int(Status.LIBRARY)
    except Exception as error:
        if os.environ.get("TALKCTL_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        _say(f"This should not have happened: {what}. TALKCTL_DEBUG=1 shows where it did.")
        return int(Status.LIBRARY)
    finally:
        _let_go()


def _answered(arguments: list[str]) -> int | None:
    """The status of the command, or of ``talkctl`` alone."""
    if not arguments:
        from talkctl.commands.welcome import welcome

        return _up_to_date(welcome)
    wishes = _wishes(arguments[0])
    return _up_to_date(lambda: _ask(arguments, wishes))


def _wishes(command: str) -> dict[str, Any]:
    """The options of *command* that the user's settings stand for; without any, nothing is loaded."""
    path = config_path()
    if command not in COMMANDS or command == "config":
        return {}
    if not (path and path.exists()) and not {"TALKCTL_EVENT", "TALKCTL_TZ"} & {*os.environ}:
        return {}
    from talkctl.settings import read, settle

    return settle(command, read(path))


def _up_to_date(ask: Callable[[], int | None]) -> int | None:
    """What *ask* answers; a library of an older talkctl is brought up to date first."""
    try:
        return ask()
    except OlderLibrary as older:
        import gc

        from talkctl.intake.upgrading import upgrade

        gc.enable()
        kept = upgrade(older.path)
        _say(f"{older.path} was brought up to date; what it was is kept as {kept.name}.")
        return ask()


def _ask(arguments: list[str], wishes: dict[str, Any]) -> int | None:
    if any(word.partition("=")[0] == "--event" for word in arguments):
        wishes.pop("event", None)
    event = next(iter(wishes.get("event", ())), None)
    try:
        if event:
            _say(f"only {event}, as your settings say; talkctl --no-config asks of all.")
        return _plainly_answered(arguments, wishes)
    except UsageError as error:
        if event and str(error).startswith(f"--event {event}:"):
            raise UsageError(f"{error} talkctl config tells who asks for it.") from error
        raise


def _plainly_answered(arguments: list[str], wishes: dict[str, Any]) -> int | None:
    """The status of a command whose line needs no thought; any other is left to Typer."""
    function, words = called(arguments)
    given = understood(words, parameters(function)) if function else None
    if function and given is not None:
        status: int | None = call(function, wishes | given)
        return status
    from talkctl import usage

    return usage.answered(arguments, wishes)


def _have_streams() -> None:
    """A closed stream is one that nobody reads; it must not keep the program from running."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _readable(word: str) -> str:
    """*word* with bytes that are no UTF-8, which Python keeps as lone surrogates, replaced."""
    if word.isprintable() or os.path.exists(word):
        return word
    return word.encode(errors="surrogateescape").decode(errors="replace")


_EXCLUSION = re.compile(r"-[^\W\d_][^\W\d].*")


def _with_exclusions(arguments: list[str]) -> list[str]:
    """*arguments* with the excluded words of a query behind ``--``.

    ``search istio -netflix`` excludes a word; without this it would ask for ``-n etflix``.
    """
    if arguments[:1] not in (["search"], ["export"]) or "--" in arguments:
        return arguments
    excluded = [word for word in arguments if _EXCLUSION.fullmatch(word)]
    if not excluded:
        return arguments
    return [*(word for word in arguments if word not in excluded), "--", *excluded]


def _with_usual_next(arguments: list[str]) -> list[str]:
    """*arguments* of ``schedule`` where ``--next`` without a length means half an hour."""
    if arguments[:1] != ["schedule"] or "--next" not in arguments:
        return arguments
    place = arguments.index("--next")
    given = arguments[place + 1 : place + 2]
    if given and not given[0].startswith("-"):
        return arguments
    return [*arguments[:place], "--next=30m", *arguments[place + 1 :]]


def _say(sentence: str) -> None:
    from talkctl.render.screen import remark

    try:
        print(remark(f"talkctl: {sentence}", sys.stderr), file=sys.stderr)
    except OSError:
        # Nobody reads stderr any more; the exit status still says what happened.
        return


def _let_go() -> None:
    from talkctl.render.screen import close_quietly

    close_quietly()
