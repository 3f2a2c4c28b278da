"""What a record has in common with its talk, and so need not be kept twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from talkctl.model import Record, Talk
from talkctl.store.schema import AS_TALK, SPEAKERS_AS_TALK

ALL = SPEAKERS_AS_TALK - 1
"""The bits of a record whose every column is as its talk's."""

billed = attrgetter("billed_as", "role", "job", "org")
"""Of an appearance, what a credit says in this order."""

_NAMES = tuple(AS_TALK)
_EVENT, _TAGS = _NAMES.index("event"), _NAMES.index("tags")
_SAID_BY_RECORD = attrgetter(*_NAMES)
_SAID_BY_TALK = attrgetter("title", *_NAMES[1:])
_NOTHING = (None,) * len(_NAMES)
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def as_json(texts: Iterable[str]) -> str:
    """Some texts as the library keeps them in one column."""
    return _encoded(list(texts))


def said_by_talk(talk: Talk) -> tuple[Any, ...]:
    """What *talk* says, in the order of the columns that a record can have in common with it."""
    said = list(_SAID_BY_TALK(talk))
    said[_EVENT] = talk.event.name if talk.event else None
    return tuple(said)


def compared(record: Record, talk: Talk, said: tuple[Any, ...]) -> tuple[int, tuple[Any, ...]]:
    """The bits of what *record* has in common with its talk, which *said* so much, and the values
    of what it has not."""
    billed_so = record.speakers == tuple((*billed(person), False, None) for person in talk.speakers)
    bits = SPEAKERS_AS_TALK if billed_so else 0
    own = _SAID_BY_RECORD(record)
    if own == said:
        return bits | ALL, _NOTHING
    others = list(own)
    for place, (value, other) in enumerate(zip(own, said, strict=True)):
        if value == other:
            bits |= 1 << place
            others[place] = None
        elif place == _TAGS:
            others[place] = as_json(value)
    return bits, tuple(others)
