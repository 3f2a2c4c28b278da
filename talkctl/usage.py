"""The command line as Typer knows it: help, mistakes, and every line that takes thought to read.

Typer is told what commands take by their own declarations, those that plain lines are read by.
"""

# No ``from __future__ import annotations`` here: Typer reads annotations when it runs.

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any

import typer

from talkctl import __version__
from talkctl.commands import BELOW, COMMANDS, loaded
from talkctl.commands.parameters import (
    REQUIRED,
    Argument,
    Option,
    Parameter,
    call,
    parameters,
)
from talkctl.errors import UsageError
from talkctl.mistakes import told

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


def answered(arguments: list[str], wishes: dict[str, Any]) -> int | None:
    """The status of the command that *arguments* call; *wishes* are what its options are else.

    Raises :class:`UsageError` where they make no sense.
    """
    app = build_app(arguments[:1] if arguments[0] in COMMANDS else COMMANDS)
    try:
        status: int | None = app(
            arguments,
            prog_name="talkctl",
            standalone_mode=False,
            default_map={arguments[0]: wishes} if wishes else None,
        )
    except typer.TyperException as error:
        raise UsageError(told(error, arguments)) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit:
        # Typer leaves by itself where the reader has gone.
        return None
    return status


def build_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with the commands called *names*, and those below them."""
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
        function = loaded(COMMANDS[name])
        if name in BELOW:
            app.add_typer(_group(function, BELOW[name]), name=name, rich_help_panel=panel)
        else:
            _add(app, name, function, panel)
    return app


def _group(function: Callable[..., Any], below: Mapping[str, str]) -> typer.Typer:
    """A command that answers alone as *function* does, and has others *below* it."""
    for_typer = _for_typer(function)

    def alone(context: typer.Context, **given: Any) -> Any:
        return None if context.invoked_subcommand else for_typer(**given)

    _take(alone, function, inspect.signature(alone).parameters["context"])
    group = typer.Typer(invoke_without_command=True, context_settings=_HELP_OPTIONS)
    group.callback()(alone)
    for name, place in below.items():
        _add(group, name, loaded(place))
    return group


def _add(
    app: typer.Typer, name: str, function: Callable[..., Any], panel: str | None = None
) -> None:
    add = app.command(name, context_settings=_HELP_OPTIONS, rich_help_panel=panel)
    add(_for_typer(function))


def _for_typer(function: Callable[..., Any]) -> Callable[..., Any]:
    """*function* as one that takes each of its options and arguments by its name."""

    def for_typer(**given: Any) -> Any:
        return call(function, given)

    _take(for_typer, function)
    return for_typer


def _take(
    caller: Callable[..., Any], function: Callable[..., Any], *before: inspect.Parameter
) -> None:
    """Have Typer believe that *caller* takes what *function* does, behind what stands *before*."""
    spread = [*before, *map(_parameter, parameters(function))]
    caller.__name__ = function.__name__
    caller.__doc__ = help_text(inspect.getdoc(function) or "")
    caller.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]
    caller.__annotations__ = {one.name: one.annotation for one in spread}


def _parameter(one: Parameter) -> inspect.Parameter:
    return inspect.Parameter(
        one.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if one.default is REQUIRED else one.default,
        annotation=Annotated[one.kind, _in_words_of_typer(one.told)],
    )


def _in_words_of_typer(declared: Option | Argument) -> Any:
    if isinstance(declared, Argument):
        return typer.Argument(metavar=declared.metavar, help=declared.help)
    return typer.Option(
        *declared.names,
        metavar=declared.metavar,
        help=declared.help,
        rich_help_panel=declared.panel,
        show_default=declared.shows_default,
        hidden=declared.hidden,
    )


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


_NARROWEST_PANEL = 50


def plain_help() -> bool:
    """Whether help is text alone: the panels of Typer cut words where there is no place for them."""
    try:
        width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        return False
    return width < _NARROWEST_PANEL


def help_text(text: str) -> str:
    """A docstring as a help text: its examples come right behind its first sentence.

    Its paragraphs are one line each, but for those that begin with ``\\b``: Typer keeps the line
    ends of a docstring, and the width of a terminal is not that of a source.
    """
    first, *others = text.split("\n\n")
    others.sort(key=lambda block: not block.startswith("\b"))
    if plain_help():
        return "\n\n".join((first, *others))
    kept = (
        _examples(block) if block.startswith("\b") else " ".join(block.split())
        for block in (first, *others)
    )
    return "\n\n".join(kept)


def _examples(block: str) -> str:
    """Lines that Typer is to leave as they are: it takes away what all but the first are indented
    by, so one of them begins with a sign that is no blank, and that Rich does not print.
    """
    return block.removeprefix("\b\n").replace("\n", "\n\b", 1)
