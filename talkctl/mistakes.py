"""What to say of a command line that makes no sense: what is wrong, and what to type instead."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from typing import Any

import typer

from talkctl.completion.grammar import Command, commands


def told(error: typer.TyperException, words: Sequence[str]) -> str:
    """The sentence for *error*, which Typer raised of *words*, those after ``talkctl``.

    Typer keeps its classes of errors to itself, so they are told apart by their names.
    """
    says = _SENTENCES.get(type(error).__name__)
    return (says and says(error, words)) or error.format_message()


def _no_such_option(error: Any, words: Sequence[str]) -> str:
    known, option = commands(), error.option_name
    if words[0].startswith("-"):
        return _before_the_command(known, option, words)
    if option in known[""].options:
        line = shlex.join(["talkctl", option, *(word for word in words if word != option)])
        return f"{option} goes before the command: {line}"
    here = [one for part in error.ctx.command.params for one in (*part.opts, *part.secondary_opts)]
    name = _name(error.ctx)
    return f"{name} has no option {option}." + (_near(option, here) or f" {_more(name)} lists all.")


def _before_the_command(known: dict[str, Command], option: str, words: Sequence[str]) -> str:
    """Of options before the command they belong to: the line with them behind it."""
    moved: list[str] = []
    rest = list(words)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        moved.append(word)
        part = next((one.options[word] for one in known.values() if word in one.options), None)
        if part and part.value and rest:
            moved.append(rest.pop(0))
    if not any(option in one.options for one in known.values()):
        every = {name for one in known.values() for name in one.options}
        return f"There is no option {option}." + _near(option, every)
    if not rest or rest[0] not in known:
        return f"{option} goes behind a command; talkctl -h lists them."
    name = rest.pop(0)
    if option not in known[name].options:
        return f"{name} has no option {option}. {_more(name)} lists all."
    return f"{option} goes behind the command: {shlex.join(['talkctl', name, *moved, *rest])}"


def _near(option: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = {one.lstrip("-"): one for one in known}
    near = get_close_matches(option.lstrip("-"), names, 1, 0.7)
    return f" Did you mean {names[near[0]]}?" if near else ""


def _other(error: Any, words: Sequence[str]) -> str | None:
    """Of errors without a class of their own: no such command, and words that nobody asked for."""
    message = error.format_message()
    if found := re.match(r"No such command '(.*)'\.$", message, re.DOTALL):
        return f"{message} {_instead(found[1], error.ctx, words)}"
    if found := re.match(r"Got unexpected extra argument\(s\) \((.*)\)", message, re.DOTALL):
        name = _name(error.ctx)
        takes = [part.metavar for part in error.ctx.command.params if not _is_option(part)]
        only = f"no more than {' '.join(takes)}" if takes else "only options"
        return f"{name} takes {only}, no {found[1]!r}. {_more(name)} has examples."
    return None


def _instead(word: str, context: Any, words: Sequence[str]) -> str:
    if context.parent:
        return f"{_name(context)} has {', '.join(context.command.commands)}."
    if word == "version":
        return "talkctl --version says which this is."
    return f"To look for it: {shlex.join(['talkctl', 'search', *words])}"


def _missing(error: Any, _words: Sequence[str]) -> str:
    name, part = _name(error.ctx), error.param
    told = (part.help or "").rstrip(".")
    told = told[:1].lower() + told[1:]
    return f"{name} needs {_called(part)}: {told}. {_more(name)} has examples."


def _bad_value(error: Any, _words: Sequence[str]) -> str:
    wrong = error.message.replace("is not a valid int", "is no whole number")
    return f"{_called(error.param)}: {wrong}" if error.param else wrong


def _bad_usage(error: Any, words: Sequence[str]) -> str | None:
    if "requires an argument" not in error.message:
        return None
    known = commands()
    place = next((it for it in (" ".join(words[:2]), *words[:1]) if it in known), "")
    part = known[place].options.get(error.option_name)
    return f"{error.option_name} needs a value{f': {part.help}' if part else '.'}"


def _name(context: Any) -> str:
    return str(context.command_path.removeprefix("talkctl "))


def _more(name: str) -> str:
    return f"talkctl {name} -h"


def _is_option(part: Any) -> bool:
    return bool(part.param_type_name == "option")


def _called(part: Any) -> str:
    """``--output PATH`` of an option, ``TALK…`` of an argument."""
    value = str(part.metavar or "").strip("[]")
    return f"{max(part.opts, key=len)} {value}".strip() if _is_option(part) else value


_SENTENCES = {
    "NoSuchOption": _no_such_option,
    "UsageError": _other,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "BadOptionUsage": _bad_usage,
}
