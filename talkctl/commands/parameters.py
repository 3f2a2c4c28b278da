"""What a command takes: options and arguments, told once as annotations of its function.

    def events(look: Look, limit: Annotated[int | None, option("-n", help="…")] = None) -> Status: ...

Options that many commands share stand in a group: a named tuple whose fields are annotated in the
same way, and which is the type of one parameter. On a command line they are options like others;
through the program they travel as one value.

Nearly every line says what it says plainly, and :func:`understood` reads it by these declarations
alone. Whatever it does not understand (help, mistakes, rare ways to write) goes to Typer, which is
told the same and decides what is right: to load Typer takes longer than to find and write an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Option(NamedTuple):
    """How an option is written, and what the help says of it."""

    names: tuple[str, ...]
    """``--on/--off`` is a flag and its opposite."""
    help: str
    metavar: str | None = None
    panel: str | None = None
    """The part of the help it stands in."""
    shows_default: bool = True
    hidden: bool = False


class Argument(NamedTuple):
    """What an argument is called, and what the help says of it."""

    metavar: str
    help: str


def option(
    *names: str,
    help: str,  # noqa: A002
    metavar: str | None = None,
    panel: str | None = None,
    shows_default: bool = True,
) -> Option:
    """What makes a parameter an option called *names*."""
    return Option(names, help, metavar, panel, shows_default)


def argument(metavar: str, help: str) -> Argument:  # noqa: A002
    """What makes a parameter an argument called *metavar*."""
    return Argument(metavar, help)


REQUIRED: Any = object()
"""The default of what has to be given."""


class Parameter(NamedTuple):
    """One option or argument of a command."""

    name: str
    """What the function, or the group it belongs to, calls it."""
    kind: Any
    """The type of what the function gets: ``bool`` of a flag, ``str | None``, ``list[str]`` …"""
    told: Option | Argument
    default: Any
    group: str = ""
    """The parameter of the function that is its group."""

    @property
    def repeats(self) -> bool:
        """Whether what is given is one of a list."""
        return getattr(_given(self.kind), "__origin__", None) is list

    @property
    def value(self) -> Any:
        """The type of each single thing that is given."""
        given = _given(self.kind)
        return given.__args__[0] if self.repeats else given


def _given(kind: Any) -> Any:
    """The type of what is given, where *kind* may also be ``None`` if nothing is."""
    parts: tuple[Any, ...] = getattr(kind, "__args__", ())
    return parts[0] if type(None) in parts else kind


def parameters(function: Callable[..., Any]) -> list[Parameter]:
    """What *function* takes, its groups spread out."""
    code, found = function.__code__, []
    names = code.co_varnames[: code.co_argcount]
    usual = function.__defaults__ or ()
    defaults = dict(zip(names[len(names) - len(usual) :], usual, strict=True))
    for name in names:
        kind, told = _told(function.__annotations__[name])
        if isinstance(told, (Option, Argument)):
            found.append(Parameter(name, kind, told, defaults.get(name, REQUIRED)))
        else:
            found += _of_group(name, kind, told or {})
    return found


def _of_group(group: str, kind: Any, helps: Mapping[str, str | None]) -> Iterator[Parameter]:
    """The fields of a group; *helps* has what the help of this command says of some of them, and
    ``None`` for those that it does not tell.
    """
    for name, annotation in kind.__annotations__.items():
        of_field, told = _told(annotation)
        if name in helps:
            told = told._replace(help=helps[name] or told.help, hidden=helps[name] is None)
        yield Parameter(name, of_field, told, kind._field_defaults[name], group)


def _told(annotation: Any) -> tuple[Any, Any]:
    """The type of an annotation, and what stands beside it."""
    (told,) = getattr(annotation, "__metadata__", (None,))
    return getattr(annotation, "__origin__", annotation), told


def call(function: Callable[..., Any], given: Mapping[str, Any]) -> Any:
    """What *function* gives for the values of its parameters; the others have their defaults."""
    values: dict[str, Any] = {}
    groups: dict[str, dict[str, Any]] = {}
    for parameter in parameters(function):
        if parameter.group:
            of_group = groups.setdefault(parameter.group, {})
            of_group[parameter.name] = given.get(parameter.name, parameter.default)
        elif parameter.name in given:
            values[parameter.name] = given[parameter.name]
    for name, fields in groups.items():
        values[name] = _told(function.__annotations__[name])[0](**fields)
    return function(**values)


def understood(words: Sequence[str], taken: Sequence[Parameter]) -> dict[str, Any] | None:
    """The values that *words* give to parameters of *taken*, by name.

    ``None`` where a word is none of those that need no thought: an option by its whole name, with
    its value next, as in ``--limit=3`` or as in ``-n3``; what begins with no dash; all behind ``--``.
    """
    options = _options(taken)
    given: dict[str, Any] = {}
    alone: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            alone += rest
        elif word == "-" or not word.startswith("-"):
            alone.append(word)
        elif not _take_option(word, rest, options, given):
            return None
    return given if _take_arguments(alone, taken, given) and _complete(taken, given) else None


def _options(taken: Sequence[Parameter]) -> dict[str, tuple[Parameter, bool]]:
    """Each name of an option, what it gives a value to, and, of a flag, whether it is on."""
    found = {}
    for parameter in taken:
        for name in getattr(parameter.told, "names", ()):
            for way, on in zip(name.split("/"), (True, False), strict=False):
                found[way] = (parameter, on)
    return found


def _take_option(
    word: str,
    rest: Iterator[str],
    options: Mapping[str, tuple[Parameter, bool]],
    given: dict[str, Any],
) -> bool:
    """Whether *word* is an option that is understood, with the value in it or next of *rest*."""
    if word.startswith("--"):
        name, attached, value = word.partition("=")
    else:
        name, attached, value = word[:2], word[2:], word[2:]
    parameter, on = options.get(name, (None, False))
    if parameter is None:
        return False
    if parameter.value is bool:
        given[parameter.name] = on
        return not attached
    return _take_value(parameter, value if attached else next(rest, None), given)


def _take_value(parameter: Parameter, value: str | None, given: dict[str, Any]) -> bool:
    """Whether *value* is one that *parameter* can have."""
    if value is None:
        return False
    try:
        read = parameter.value(value)
    except ValueError:
        return False
    if parameter.repeats:
        given.setdefault(parameter.name, []).append(read)
    else:
        given[parameter.name] = read
    return True


def _take_arguments(
    alone: Sequence[str], taken: Sequence[Parameter], given: dict[str, Any]
) -> bool:
    """Whether there is a place for each of the words that stand *alone*."""
    rest = iter(alone)
    for parameter in taken:
        if isinstance(parameter.told, Option):
            continue
        for word in rest:
            if not _take_value(parameter, word, given):
                return False
            if not parameter.repeats:
                break
    return next(rest, None) is None


def _complete(taken: Sequence[Parameter], given: Mapping[str, Any]) -> bool:
    return all(one.default is not REQUIRED or one.name in given for one in taken)
