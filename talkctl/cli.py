"""The front door: the commands in one list, and the one place where errors become words."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated, Any

import typer

from talkctl import __version__
from talkctl.errors import OlderLibrary, Status, TalkctlError, UsageError
from talkctl.store.location import config_path

COMMANDS = {
    "search": "talkctl.commands.search:search",
    "speaker": "talkctl.commands.speaker:speaker",
    "speakers": "talkctl.commands.speakers:speakers",
    "orgs": "talkctl.commands.orgs:orgs",
    "schedule": "talkctl.commands.programme:schedule",
    "show": "talkctl.commands.show:show",
    "related": "talkctl.commands.related:related",
    "open": "talkctl.commands.opening:open_",
    "events": "talkctl.commands.events:events",
    "topics": "talkctl.commands.topics:topics",
    "stats": "talkctl.commands.library:stats",
    "pick": "talkctl.commands.agenda:pick",
    "unpick": "talkctl.commands.agenda:unpick",
    "agenda": "talkctl.commands.agenda:agenda",
    "note": "talkctl.commands.agenda:note",
    "rate": "talkctl.commands.agenda:rate",
    "seen": "talkctl.commands.agenda:seen",
    "import": "talkctl.commands.importing:import_",
    "export": "talkctl.commands.exporting:export",
    "sources": "talkctl.commands.library:sources",
    "doctor": "talkctl.commands.mending:doctor",
    "merge": "talkctl.commands.mending:merge",
    "split": "talkctl.commands.mending:split",
    "alias": "talkctl.commands.mending:alias",
    "event": "talkctl.commands.mending:event",
    "undo": "talkctl.commands.mending:undo",
    "schema": "talkctl.commands.library:schema",
    "config": "talkctl.commands.configuring:app",
    "db": "talkctl.commands.database:app",
}
"""Every command and where it stands, in the order of the help. A command is loaded when it is
asked for: an answer should not wait for the modules of other questions."""

_PANELS = {
    "search": "Find", "pick": "Your programme", "import": "Your library", "doctor": "Put right",
    "schema": "talkctl itself",
}  # fmt: skip
"""The command with which a part of the help begins, and what stands above it."""

_HELP = """Explore conference talks from the terminal, offline.

Alone, talkctl tells what is in the library. talkctl COMMAND -h has examples of each command.

Exit status: 0 answered, 1 nothing found, 2 usage, 3 the library cannot be read, 4 an import was
refused or left something out, 130 interrupted.

\b
Examples:
  talkctl search service mesh --level beginner
  talkctl speaker torin sandall
  talkctl schedule --now
  talkctl import schedule.xml"""

_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}
_COMPLETION = "_TALKCTL_COMPLETE"


def build_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with the commands called *names*."""
    from talkctl.commands.desk import help_text, plain_help

    app = typer.Typer(
        name="talkctl",
        pretty_exceptions_enable=False,
        rich_markup_mode=None if plain_help() else "rich",
        context_settings=_HELP_OPTIONS,
        help=help_text(_HELP),
    )
    app.callback()(_front)
    if names is COMMANDS:
        from talkctl.completion import installing

        installing.explain()
        if {*installing.OPTIONS} & {*sys.argv}:
            installing.prepare(sys.argv)
    panel = ""
    for name in names:
        panel = _PANELS.get(name, panel)
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(module), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, rich_help_panel=panel)
        else:
            app.command(name, context_settings=_HELP_OPTIONS, rich_help_panel=panel)(command)
    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"talkctl {__version__}")
        raise typer.Exit


def _front(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_show_version, is_eager=True, help="Show the version."
        ),
    ] = False,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Leave your settings aside.")
    ] = False,
) -> None:
    """Typer asks for a function to hang the options of ``talkctl`` itself on."""


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
    except typer.TyperException as error:
        from talkctl.mistakes import told

        _say(told(error, arguments))
        return int(Status.USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return int(Status.INTERRUPTED)
    except SystemExit as leaving:
        # Typer leaves by itself to answer a shell's completion, and where the reader has gone.
        return int(leaving.code or 0) if _COMPLETION in os.environ else int(Status.ANSWERED)
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
    app = build_app(_asked_for(arguments))
    wishes = _wishes(arguments[0])
    return _up_to_date(lambda: _run(app, arguments, wishes))


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


def _run(app: typer.Typer, arguments: list[str], wishes: dict[str, Any]) -> int | None:
    status: int | None
    if any(word.partition("=")[0] == "--event" for word in arguments):
        wishes.pop("event", None)
    event = next(iter(wishes.get("event", ())), None)
    try:
        if event:
            _say(f"only {event}, as your settings say; talkctl --no-config asks of all.")
        status = app(
            arguments,
            prog_name="talkctl",
            standalone_mode=False,
            default_map={arguments[0]: wishes} if wishes else None,
        )
    except UsageError as error:
        if event and str(error).startswith(f"--event {event}:"):
            raise UsageError(f"{error} talkctl config tells who asks for it.") from error
        raise
    return status


def _asked_for(arguments: list[str]) -> Iterable[str]:
    """The one command that *arguments* call, or all where it takes all of them to answer."""
    first = arguments[0] if arguments else ""
    return (first,) if first in COMMANDS and _COMPLETION not in os.environ else COMMANDS


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
