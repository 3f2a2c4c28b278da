"""What records and people that may be one have in common, in a form that can be kept and looked up.

Two that share no trace are never joined by the rules; two that share one may be. So whatever comes
to a library needs to be compared with those alone whose traces it shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from talkctl.identity.eventgroups import talk_marks
from talkctl.identity.figures import run_together
from talkctl.identity.past import record_mark
from talkctl.identity.people import family_and_given
from talkctl.names import called_for_short
from talkctl.record import Record

_SAME = "="
"""Stands before a name run together: who shares that has one name."""


def traces_of_name(name: str) -> set[str]:
    """The traces of a person called *name*."""
    found = {f"{family} {given}" for family, given in family_and_given(name)}
    found.update(_SAME + joined for joined in run_together(name))
    return found | {_SAME + "".join(sorted(parts)) for parts in called_for_short(name)}


def is_same_name(trace: str) -> bool:
    """Whether those who share *trace* are called the same; else only a part of their names is."""
    return trace.startswith(_SAME)


def trace_of_record(record: Record) -> int:
    """What newer exports of its document know *record* by."""
    return _number("record", record.format, record_mark(record))


def traces_of_talk(record: Record) -> Iterator[int]:
    """What is the same where *record*'s talk is told of under another name of its event."""
    return (_number("talk", *mark) for mark in talk_marks(record))


def _number(*said: str) -> int:
    digest = blake2b("\n".join(said).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
