"""The manual page, written from the program itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from talkctl import __version__
from talkctl.commands.desk import LOOK
from talkctl.commands.hours import PANEL as WHEN
from talkctl.commands.sieve import PANEL as FILTERS
from talkctl.usage import build_app

PATH = Path(__file__).resolve().parent.parent / "data" / "talkctl.1"

SHARED = {
    FILTERS: "They always combine. A value is met exactly, else by the names that hold all its words, "
    "else by beginnings, else with a slip or two; what it was taken for is said.",
    LOOK: "On a terminal an answer is a table, in a pipe a record a line with tabs between.",
    WHEN: "Of programmes.",
}
"""Groups of options that many commands have, described once."""

STATUS = (
    ("0", "Answered."),
    ("1", "Nothing found."),
    ("2", "The question makes no sense: an unknown option, field, event."),
    ("3", "The library cannot be read or written."),
    ("4", "An import was refused or left something out."),
    ("130", "Interrupted."),
)

ENVIRONMENT = (
    ("TALKCTL_DB", "The library to use, as --db."),
    ("TALKCTL_CONFIG", "The file of settings; empty for none."),
    ("TALKCTL_EVENT", "Search, schedule, speakers, orgs and topics ask of this event alone."),
    ("TALKCTL_TZ", "Clocks of schedule and agenda, as --tz."),
    ("TALKCTL_FIELDS", "Columns of tables, as --fields, where an answer has them."),
    ("TALKCTL_THEME", "Colours: auto, dark, light, terminal or mono."),
    ("TALKCTL_COLOR", "auto, always or never."),
    ("NO_COLOR, FORCE_COLOR", "No colours; colours also where there is no terminal."),
    ("TALKCTL_PAGER, PAGER", "The program that shows long answers; empty for none."),
    ("TALKCTL_DEBUG", "Show where an unforeseen error came from."),
    ("VISUAL, EDITOR", "The editor of config --edit."),
)

FILES = (
    ("~/.config/talkctl/config.toml", "Settings; talkctl config shows them and where they stand."),
    ("~/.local/share/talkctl/talks.db", "Your library; talkctl db shows where it is."),
)


def page() -> str:
    """The manual page, for groff and mandoc."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    program: Any = typer.main.get_command(build_app())
    told = program.help.strip().partition("\n")[0]
    yield r".\" Written by `python -m tests.readme`."
    yield f'.TH TALKCTL 1 "" "talkctl {__version__}" "User Commands"'
    yield ".SH NAME"
    yield r"talkctl \- explore conference talks from the terminal, offline"
    yield ".SH SYNOPSIS"
    yield r".B talkctl"
    yield _text("[--no-config] COMMAND [ARGUMENT…] [OPTION…]")
    yield ".SH EXAMPLES"
    yield from _verbatim(_examples(program))
    yield ".SH DESCRIPTION"
    yield _text(told)
    yield ".PP"
    yield _text("Without a command it tells what is in the library, and three things to try.")
    yield ".SH OPTIONS"
    yield from _options(program.params, every=True)
    yield ".SH COMMANDS"
    for name, command in _commands(program):
        yield from _command(name, command)
    for panel, remark in SHARED.items():
        yield f".SH {_text(panel.upper())} OPTIONS"
        yield _text(remark)
        yield from _options(_shared(program, panel), every=True)
    yield ".SH EXIT STATUS"
    yield from _pairs(STATUS)
    yield ".SH ENVIRONMENT"
    yield from _pairs(ENVIRONMENT)
    yield ".SH FILES"
    yield from _pairs(FILES)


def _commands(program: Any) -> Iterator[tuple[str, Any]]:
    for name, command in program.commands.items():
        yield name, command
        for below, one in getattr(command, "commands", {}).items():
            yield f"{name} {below}", one


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [part for part in command.params if part.param_type_name == "argument"]
    yield f".SS {_text(' '.join([name, *(part.metavar for part in arguments)]))}"
    paragraphs = [part for part in command.help.split("\n\n") if "Example" not in part[:12]]
    for place, paragraph in enumerate(paragraphs):
        if place:
            yield ".PP"
        yield _text(" ".join(paragraph.split()))
    for part in arguments:
        yield from _pairs([(part.metavar, part.help)])
    yield from _options(command.params)
    yield ".PP"
    yield from _verbatim(examples_of(command))


def examples_of(command: Any) -> list[str]:
    """What the help of *command* shows as examples, a line each."""
    block = re.search(r"Examples?:\n((?:  .*\n?)*)", command.help.replace("\b", ""))
    return [line.strip() for line in block[1].splitlines() if line.strip()] if block else []


def _examples(program: Any) -> list[str]:
    """The first example of each of the commands that most people need."""
    names = ("search", "speaker", "schedule", "show", "related", "pick", "import")
    return [examples_of(program.commands[name])[0] for name in names]


def _shared(program: Any, panel: str) -> list[Any]:
    found = {}
    for _, command in _commands(program):
        for part in command.params:
            if getattr(part, "rich_help_panel", None) == panel and not part.hidden:
                found.setdefault(part.opts[0], part)
    return list(found.values())


def _options(parts: list[Any], every: bool = False) -> Iterator[str]:
    for part in parts:
        shared = getattr(part, "rich_help_panel", None) in SHARED
        if part.param_type_name != "option" or part.hidden or part.name == "help":
            continue
        if every or not shared:
            value = "" if part.is_flag else f" {part.metavar or ''}"
            names = ", ".join([*part.opts, *part.secondary_opts]) + value.rstrip()
            yield from _pairs([(names, part.help or "")])


def _pairs(pairs: Any) -> Iterator[str]:
    for name, told in pairs:
        yield ".TP"
        yield f".B {_text(name)}"
        yield _text(told)


def _verbatim(lines: list[str]) -> Iterator[str]:
    yield ".nf"
    yield ".RS"
    yield from map(_text, lines)
    yield ".RE"
    yield ".fi"


def _text(text: str) -> str:
    """*text* as roff reads it: no command at its beginning, minus signs that can be copied."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    text = text.replace("^", r"\(ha").replace("~", r"\(ti")
    text = "".join(one if one.isascii() else rf"\[u{ord(one):04X}]" for one in text)
    return rf"\&{text}" if text.startswith((".", "'")) else text
