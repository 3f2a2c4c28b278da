"""What can stand where the cursor is: a command, an option, or the value of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from talkctl.completion.grammar import Candidate, Command, Offer, Part, commands


class _Place(NamedTuple):
    """What the words before the last one say about it."""

    pending: Part | None
    """The option whose value comes next."""
    positional: int
    before: str
    """The last word that is no option."""
    only_arguments: bool
    given: frozenset[str]
    db: str | None


def offer(words: Sequence[str], last: str) -> Offer:
    """What *last* can become behind *words*, those after ``talkctl``."""
    known = commands()
    name, rest = _command(known, words)
    command = known[name]
    place = _place(command, rest)
    if place.pending:
        return _value(name, place.pending, last, place)
    option, equals, begun = last.partition("=")
    if equals and not place.only_arguments and (part := command.options.get(option)):
        return _value(name, part, begun, place)._replace(settled=option + equals)
    if last.startswith("-") and last != "-" and not place.only_arguments:
        return Offer(_options(command, last, place))
    if below := _below(known, name):
        started = [one for one in below if one[0].startswith(last) and not place.positional]
        return Offer(started)
    part = _argument(command, place.positional)
    if part:
        return _value(name, part, last, place)
    return Offer(_options(command, last, place))


def _command(known: dict[str, Command], words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The command that *words* call, and what stands behind it."""
    name, rest = "", list(words)
    while rest:
        longer = f"{name} {rest[0]}".strip()
        if longer in known:
            name = longer
        elif name or not rest[0].startswith("-"):
            break
        rest = rest[1:]
    return name, rest


def _place(command: Command, words: Sequence[str]) -> _Place:
    pending: Part | None = None
    positional, before, only_arguments = 0, "", False
    given: list[str] = []
    db: str | None = None
    for word in words:
        if pending:
            db = word if "--db" in pending.names else db
            pending = None
        elif only_arguments or not word.startswith("-") or word == "-":
            positional += 1
            before = word
        elif word == "--":
            only_arguments = True
        else:
            option, equals, value = word.partition("=")
            part = command.options.get(option)
            given += part.names if part else ()
            pending = part if part and part.value and not equals else None
            db = value if equals and option == "--db" else db
    return _Place(pending, positional, before, only_arguments, frozenset(given), db)


def _argument(command: Command, positional: int) -> Part | None:
    if positional < len(command.arguments):
        return command.arguments[positional]
    last = command.arguments[-1] if command.arguments else None
    return last if last and last.repeats else None


def _options(command: Command, last: str, place: _Place) -> list[Candidate]:
    """The options that begin so; flags that were given already are not offered again."""
    return [
        (name, part.help)
        for name, part in command.options.items()
        if name.startswith(last) and (name.startswith("--") or last == name)
        if part.value or name not in place.given
    ]


def _below(known: dict[str, Command], name: str) -> list[Candidate]:
    """The commands below the one called *name*, that is all where it has no name."""
    beginning = f"{name} " if name else ""
    below = (one.removeprefix(beginning) for one in known if one and one.startswith(beginning))
    return [(one, known[beginning + one].help) for one in below if " " not in one]


def _value(name: str, part: Part, last: str, place: _Place) -> Offer:
    from talkctl.completion.values import setting, values

    if part.value == "VALUE":
        return setting(place.before, part.choices, last, place.db)
    return values(name, part, last, place.db)
