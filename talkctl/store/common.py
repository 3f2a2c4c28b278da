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


def compared(record: Record, talks: tuple[Any, ...]) -> tuple[int, tuple[Any, ...]]:
    """The bits of what *record* has in common with its talk, and the values of what it has not."""
    own = _SAID_BY_RECORD(record)
    if own == talks:
        return ALL, _NOTHING
    bits, others = 0, list(own)
    for place, (value, other) in enumerate(zip(own, talks, strict=True)):
        if value == other:
            bits |= 1 << place
            others[place] = None
        elif place == _TAGS:
            others[place] = as_json(value)
    return bits, tuple(others)


def credits_as_billed(record: Record, talk: Talk) -> bool:
    """Whether *record* says of the speakers of *talk* what the talk does, and nothing else."""
    return record.speakers == tuple((*billed(person), False, None) for person in talk.speakers)
