"""Who says what of a talk: each source's account beside what was made of them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from talkctl.render.answer import Item, flat
from talkctl.render.table.ink import FAINT, NOTHING, WARNING, Hanging, dotted, ink, stacked
from talkctl.render.table.layout import READABLE, Column, table
from talkctl.text import fold, key

SAYS_SO = "●"
SAYS_OTHERWISE = "≠"

_SAID = (
    "title", "kind", "level", "language", "event", "speakers", "start", "end", "date", "day",
    "room", "track", "published", "duration", "abstract", "tags", "links", "notes",
)  # fmt: skip
_SHOWN = 160
"""As much of an abstract as tells it from another one."""


def accounts(talk: Item, records: Sequence[Item], width: int) -> list[RenderableType]:
    """The numbered *records* of *talk*, then field by field which of them say so."""
    listed = [
        line for number, record in enumerate(records, start=1) for line in _account(number, record)
    ]
    return [Hanging(listed, 3), _comparison(talk, records, min(width, READABLE)), _legend()]


def _account(number: int, record: Item) -> list[Text]:
    place = f"{record['document']}:{record['first_line']}–{record['last_line']}"
    head = dotted([ink(place), ink(record["format"], FAINT)])
    body = ink(record["raw_title"], FAINT)
    return [Text(f"{number}  ") + head, Text("   ") + body]


def _comparison(talk: Item, records: Sequence[Item], width: int) -> RenderableType:
    fields = [name for name in _SAID if _worth_telling(name, records)]
    verdicts = [
        Column(
            str(number),
            [_verdict(name, talk, record) for name in fields],
            fixed=True,
            labelled=True,
        )
        for number, record in enumerate(records, start=1)
    ]
    return table(
        [
            Column("field", [ink(name) for name in fields], fixed=True),
            *verdicts,
            Column("the talk", [_outcome(name, talk, records) for name in fields], floor=24),
        ],
        width,
    )


def _worth_telling(name: str, records: Sequence[Item]) -> bool:
    return any(_said(name, record) for record in records)


def _verdict(name: str, talk: Item, record: Item) -> Text:
    said = _said(name, record)
    if not said:
        return Text()
    same = _agree(name, said, _kept(name, talk))
    return Text(SAYS_SO) if same else Text(SAYS_OTHERWISE, WARNING)


def _outcome(name: str, talk: Item, records: Sequence[Item]) -> Text:
    """What the talk has, and below it what others say."""
    kept = _kept(name, talk)
    others = [
        ink(f"{number} says {_cut(flat(name, said))}", FAINT)
        for number, record in enumerate(records, start=1)
        if (said := _said(name, record)) and not _agree(name, said, kept)
    ]
    return stacked([ink(_cut(flat(name, kept)) or NOTHING), *others])


def _kept(name: str, talk: Item) -> Any:
    if name in ("start", "end"):
        return talk[name] or talk[f"local_{name}"]
    if name == "event":
        return talk["event"]["name"] if talk["event"] else None
    if name == "speakers":
        return [{"name": speaker["billed_as"]} for speaker in talk["speakers"]]
    return talk[name]


def _said(name: str, record: Item) -> Any:
    """What *record* says; a talk that is just called a talk is not said to be one."""
    return None if name == "kind" and record[name] == "talk" else record[name]


def _agree(name: str, said: Any, kept: Any) -> bool:
    """Whether both say the same; a list is borne out by a longer one."""
    if isinstance(said, list):
        return _TOLD.get(name, _as_is)(said) <= _TOLD.get(name, _as_is)(kept or [])
    if isinstance(said, str) and isinstance(kept, str):
        # A page may add the city to an event, or a year.
        longer = name == "event" and (key(kept) in key(said) or key(said) in key(kept))
        return longer or key(said) == key(kept)
    return bool(said == kept)


def _as_is(parts: list[Any]) -> set[str]:
    return {fold(str(part)) for part in parts}


def _by(name: str) -> Callable[[list[Any]], set[str]]:
    return lambda parts: {key(part[name]) for part in parts}


_TOLD = {"speakers": _by("name"), "links": _by("url"), "notes": _by("text")}


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"


def _legend() -> Text:
    return Text(f"{SAYS_SO} says so   {SAYS_OTHERWISE} says otherwise   blank: says nothing", FAINT)
