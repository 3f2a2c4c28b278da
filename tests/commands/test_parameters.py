"""What commands take is declared once, and read from a line without Typer as Typer would read it."""

# No ``from __future__ import annotations`` here: what ``walk`` takes is read from its annotations.

from collections.abc import Callable, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl import usage
from talkctl.commands import BELOW, COMMANDS, called, loaded
from talkctl.commands.parameters import (
    REQUIRED,
    Argument,
    Parameter,
    argument,
    call,
    option,
    parameters,
    understood,
)

PLACES = [*COMMANDS.values(), *(place for below in BELOW.values() for place in below.values())]
UNUSUAL = ("--help", "-h", "--", "-", "--nonsense", "-x", "-n3", "-n=3", "--json=yes", "--limi", "")
VALUES = st.one_of(
    st.sampled_from(["istio", "3", "0", "-1", "x=y", "--", "-n", " ", "2031-05-06"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)


@cache
def _typer_command(place: str) -> Any:
    """The command at *place* as Typer has it; it tells the values it got, and does nothing."""
    app = typer.Typer()
    usage._add(app, "it", loaded(place))
    return typer.main.get_command(app)


def _typer_reads(place: str, words: list[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The values that Typer gives to the command at *place*; ``None`` where it gives none."""
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(usage, "call", lambda _function, values: told.append(values))
    try:
        _typer_command(place).main(words, standalone_mode=False)
    except typer.TyperException:
        return None
    return told[0] if told else None


def _said(one: Parameter, value: str, unusual: str) -> list[list[str]]:
    """Ways to give *value* to a parameter, and one of those that take thought."""
    if isinstance(one.told, Argument):
        return [[value], [value], [unusual]]
    names = [name for told in one.told.names for name in told.split("/")]
    if one.value is bool:
        return [*([name] for name in names), [names[0], unusual]]
    ways = [way for name in names for way in ([name, value], [f"{name}={value}"], [name + value])]
    return [*ways, [names[-1], unusual]]


@st.composite
def _lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command, and words for it: most are options and values that it takes."""
    place = draw(st.sampled_from(PLACES))
    taken = parameters(loaded(place))
    needed = [one for one in taken if one.default is REQUIRED]
    said = [*needed, *draw(st.lists(st.sampled_from(taken), max_size=4))]
    words: list[str] = []
    for one in draw(st.permutations(said)):
        value = str(draw(st.integers(-1, 3))) if one.value is int else draw(VALUES)
        words += draw(st.sampled_from(_said(one, value, draw(st.sampled_from(UNUSUAL)))))
    return place, words


@given(_lines())
@settings(max_examples=400)
def test_lines_that_are_understood_mean_what_they_mean_to_typer(
    line: tuple[str, list[str]],
) -> None:
    """Of any command and any words: the same values, or they are left to Typer."""
    place, words = line
    taken = parameters(loaded(place))
    values = understood(words, taken)
    if values is None:
        return
    with pytest.MonkeyPatch.context() as monkeypatch:
        by_typer = _typer_reads(place, words, monkeypatch)
    assert by_typer is not None
    for one in taken:
        mine, theirs = values.get(one.name, one.default), by_typer[one.name]
        assert (mine or None if one.repeats else mine) == (
            theirs or None if one.repeats else theirs
        )


class Place(NamedTuple):
    """A group of options."""

    city: Annotated[str | None, option("--city", help="Where.")] = None
    near: Annotated[bool, option("--near/--far", help="How far.")] = True


def walk(
    who: Annotated[list[str], argument("WHO…", "Who.")],
    place: Annotated[Place, {"near": None, "city": "Whereto."}],
    steps: Annotated[int | None, option("--steps", "-s", help="How many.")] = None,
    bags: Annotated[list[str] | None, option("--bag", help="With.")] = None,
) -> tuple[Any, ...]:
    """A command."""
    return who, place, steps, bags


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("ann", {"who": ["ann"]}),
        ("ann bob", {"who": ["ann", "bob"]}),
        ("--steps 3 ann", {"who": ["ann"], "steps": 3}),
        ("ann --steps=3 bob", {"who": ["ann", "bob"], "steps": 3}),
        ("ann -s 3", {"who": ["ann"], "steps": 3}),
        ("ann -s3", {"who": ["ann"], "steps": 3}),
        ("ann --far", {"who": ["ann"], "near": False}),
        ("ann --far --near", {"who": ["ann"], "near": True}),
        ("ann --bag a --bag=b", {"who": ["ann"], "bags": ["a", "b"]}),
        ("ann --city -", {"who": ["ann"], "city": "-"}),
        ("- -- --steps", {"who": ["-", "--steps"]}),
    ],
)
def test_plain_lines_are_understood(line: str, values: dict[str, Any]) -> None:
    """Options by their whole names, with values behind them; words; and ``--``."""
    assert understood(line.split(), parameters(walk)) == values


@pytest.mark.parametrize(
    "line",
    [
        "", "ann --step 3", "ann -s=3", "ann --steps x", "ann --steps", "ann --far=no",
        "ann -h", "ann --help", "ann -sf",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_typer(line: str) -> None:
    """Help, mistakes, what is missing, and rare ways to write."""
    assert understood(line.split(), parameters(walk)) is None


def test_a_word_too_many_is_left_to_typer() -> None:
    """There is a place for each word, or somebody has to be told."""

    def one(it: Annotated[str, argument("IT", "It.")]) -> str:
        return it

    assert understood(["a"], parameters(one)) == {"it": "a"}
    assert understood(["a", "b"], parameters(one)) is None


def test_a_group_travels_as_one_value() -> None:
    """Its options are put together again; what is not given is as its declaration says."""
    assert call(walk, {"who": ["ann"], "city": "Ulm"}) == (["ann"], Place("Ulm", True), None, None)


def test_a_command_can_tell_other_help_for_an_option_of_a_group() -> None:
    """And hide it where it says nothing."""
    told = {one.name: one.told for one in parameters(walk)}
    assert told["city"].help == "Whereto."
    assert (told["near"].help, told["near"].hidden) == ("How far.", True)


def test_what_has_to_be_given_has_no_default() -> None:
    """Everything else is what its declaration says, where it is not given."""
    defaults = {one.name: one.default for one in parameters(walk)}
    assert defaults == {
        "who": REQUIRED, "city": None, "near": True, "steps": None, "bags": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "function", "rest"),
    [
        (["search", "istio"], "search", ["istio"]),
        (["db"], "where", []),
        (["db", "--json"], "where", ["--json"]),
        (["db", "check", "--json"], "check", ["--json"]),
        (["config", "set", "theme", "light"], "set_", ["theme", "light"]),
        (["db check"], None, []),
        (["check"], None, []),
    ],
)
def test_a_command_is_called_by_its_word_or_by_two(
    words: list[str], function: str | None, rest: Sequence[str]
) -> None:
    """``db`` is a command, and ``db check`` is one; ``check`` alone is none."""
    found: Callable[..., Any] | None
    found, behind = called(words)
    assert (found and found.__name__, behind) == (function, rest)
