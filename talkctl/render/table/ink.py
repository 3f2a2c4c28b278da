"""The few colours of talkctl, and data made into Rich text: never markup, never an escape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text
from rich.theme import Theme

from talkctl.render.answer import Item, org_name
from talkctl.render.themes import theme_called
from talkctl.text import fold, one_line, printable

ID = "ink.id"
TITLE = "ink.title"
FAINT = "ink.faint"
LIT = "ink.lit"
DOUBT = "ink.doubt"
HEADING = "ink.heading"
WARNING = "ink.warning"
BAR = "ink.bar"
"""What a colour is for; how it looks is a matter of the theme."""

NOTHING = "–"
DOUBT_EXPLAINED = "? the page names one organisation for several people: perhaps not theirs"

_WORD = re.compile(r"[^\W_]+")
_STEM = 4
"""Words that differ only after so many letters may be forms of one word: operator, operators."""


def rich_theme(name: str) -> Theme:
    """The theme called *name*, for Rich."""
    return Theme({f"ink.{purpose}": style for purpose, style in theme_called(name).items()})


def ink(text: str | None, style: str = "") -> Text:
    """*text* on one line; unknown is empty."""
    return Text(one_line(text or ""), style=style)


def title(talk: Item, style: str = TITLE) -> Text:
    """The title of *talk*, or that it has none."""
    return ink(talk["title"], style) or Text("no title", FAINT)


def prose(text: str, style: str = "") -> Text:
    """*text* with its paragraphs."""
    lines = (" ".join(line.split()) for line in printable(text).strip().splitlines())
    return Text("\n".join(lines), style=style)


def lit(text: Text, terms: Iterable[str]) -> Text:
    """*text* with the words lit that answer one of *terms*."""
    wanted = {word for term in terms for word in _WORD.findall(fold(term))}
    if wanted:
        for found in _WORD.finditer(text.plain):
            if _answers(fold(found[0]), wanted):
                text.stylize(LIT, *found.span())
    return text


def _answers(word: str, wanted: set[str]) -> bool:
    return word in wanted or any(
        (len(term) > 2 and word.startswith(term))
        or (len(word) >= _STEM and term.startswith(word) and len(term) - len(word) <= 2)
        for term in wanted
    )


def dotted(parts: Iterable[Text | str], style: str = FAINT) -> Text:
    """The *parts* that are not empty, with dots between."""
    shown = [part if isinstance(part, Text) else ink(part) for part in parts]
    return Text(" · ", style=style).join(part for part in shown if part)


def stacked(lines: Iterable[Text]) -> Text:
    """The *lines* that are not empty, one below the other."""
    return Text("\n").join(line for line in lines if line)


def org(name: str | None, certain: bool, style: str = FAINT) -> Text:
    """An organisation; one that may not be theirs looks like it."""
    shown = one_line(name or "")
    return Text(org_name(shown, certain), style if certain else DOUBT) if shown else Text()


def billing(speaker: Item) -> Text:
    """``Sarah Novotny, Google``, with the role where the kind of talk does not imply it."""
    line = ink(speaker["billed_as"])
    if speaker["role"] not in ("speaker", "panelist"):
        line.append(f" ({speaker['role']})", FAINT)
    house = org(speaker["org"], speaker["org_certain"])
    return line + Text(", ", FAINT) + house if house else line


class Hanging:
    """Lines of which each, where it must be broken, goes on a little to the right."""

    def __init__(self, lines: Iterable[Text], indent: int = 2) -> None:
        self.lines = list(lines)
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        for line in self.lines:
            first, *broken = line.wrap(console, width, overflow="fold") or [Text()]
            yield first
            if broken:
                rest = line[len(first.plain) :]
                rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
                for part in rest.wrap(console, max(width - self.indent, 1), overflow="fold"):
                    yield Text(" " * self.indent) + part

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = max((line.cell_len for line in self.lines), default=0)
        return Measurement(min(widest, self.indent + 1), widest).with_maximum(options.max_width)


_MARKED = re.compile(r"[^-_/]+[-_/]*|[-_/]+")


class Named(Hanging):
    """Names of files: where one must be broken, that is behind one of its own marks."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.lines:
            first, *others = line.divide(_breaks(line.plain, options.max_width, self.indent))
            yield Hanging([first, *(Text(" " * self.indent) + part for part in others)])


def _breaks(name: str, width: int, indent: int) -> Iterator[int]:
    """Where *name* is broken so that its parts fit into *width*, if its marks allow it; all but the
    first are indented.
    """
    begin = 0
    for part in _MARKED.finditer(name):
        room = width - indent if begin else width
        if part.start() > begin and cell_len(name[begin : part.end()]) > room:
            begin = part.start()
            yield begin
