"""The front door: the commands in one list, and the one place where errors become words."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

import sys
from typing import Annotated

import typer

from talkctl import __version__
from talkctl.commands import database, library, people, programme, search, show
from talkctl.errors import Status, TalkctlError

_SHORT_HELP = {"help_option_names": ["-h", "--help"]}

COMMANDS = (
    search.search,
    people.speaker,
    people.speakers,
    programme.schedule,
    show.show,
    library.events,
    library.stats,
    library.sources,
    library.schema,
)
"""Every command, in the order of the help; a function's name is the command's."""

app = typer.Typer(
    name="talkctl",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings=_SHORT_HELP,
    help="Explore conference talks from the terminal, offline.\n\n"
    "Exit status: 0 answered, 1 nothing found, 2 usage, 3 the library cannot be read, "
    "4 an import was refused or left something out, 130 interrupted.",
)
for _function in COMMANDS:
    app.command(context_settings=_SHORT_HELP)(_function)
app.add_typer(database.app, name="db")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"talkctl {__version__}")
        raise typer.Exit


@app.callback()
def _front(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Typer asks for a function to hang the options of ``talkctl`` itself on."""


def main() -> None:
    """Run the command line of this process and end it with the status that belongs to it."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run *arguments* (those of the process if none are given); the exit status."""
    from talkctl.render.screen import close_quietly

    try:
        status = app(arguments, standalone_mode=False)
        sys.stdout.flush()
        return int(status or Status.ANSWERED)
    except TalkctlError as error:
        _say(str(error))
        return int(error.status)
    except typer.TyperException as error:
        _say(error.format_message())
        return int(Status.USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return int(Status.INTERRUPTED)
    except BrokenPipeError:
        return int(Status.ANSWERED)
    finally:
        close_quietly()


def _say(sentence: str) -> None:
    from talkctl.text import one_line

    try:
        print(f"talkctl: {one_line(sentence)}", file=sys.stderr)
    except OSError:
        # Nobody reads stderr any more; the exit status still says what happened.
        return
