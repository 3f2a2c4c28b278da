"""What a newer export of a document says otherwise than the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from talkctl.identity.past import RecordKey, record_keys
from talkctl.names import name_key
from talkctl.record import Document, Record


class Change(NamedTuple):
    """One difference, of the record with *key* in the newer document (or the one that is gone).

    *kind* is added, vanished, renamed, moved, cancelled, restored, or reworded, which is every
    other change: an abstract, a speaker, a link.
    """

    kind: str
    key: RecordKey
    title: str
    before: str | None = None
    after: str | None = None


class Comparison(NamedTuple):
    """The differences, and for each record that was renamed the key it had before."""

    changes: tuple[Change, ...] = ()
    renamed: Mapping[RecordKey, RecordKey] = {}


NO_CHANGE = Comparison()


def compare(before: Document, after: Document) -> Comparison:
    """How *after*, the newer export, differs from *before*; both have one name."""
    old = dict(zip(record_keys(before), before.records, strict=True))
    new = dict(zip(record_keys(after), after.records, strict=True))
    renamed = dict(_renamed(old, new))
    was = {key: old[renamed.get(key, key)] for key in new if renamed.get(key, key) in old}
    gone = [key for key in old if key not in new and key not in renamed.values()]
    changes = [
        change
        for key, record in new.items()
        for change in (
            _differences(key, was[key], record)
            if key in was
            else (Change("added", key, record.title),)
        )
    ]
    changes += [Change("vanished", key, old[key].title) for key in gone]
    return Comparison(tuple(changes), renamed)


def _renamed(
    old: dict[RecordKey, Record], new: dict[RecordKey, Record]
) -> Iterator[tuple[RecordKey, RecordKey]]:
    """Records without an identifier of their own that keep their people or their hour and room."""
    left = {key: record for key, record in old.items() if key not in new and not record.uid}
    for key, record in new.items():
        if key in old or record.uid:
            continue
        same = [other for other, before in left.items() if _same_people(before, record)] or [
            other for other, before in left.items() if _same_place(before, record)
        ]
        if len(same) == 1:
            del left[same[0]]
            yield key, same[0]


def _same_people(one: Record, other: Record) -> bool:
    names = [{name_key(credit.name) for credit in record.speakers} for record in (one, other)]
    return bool(names[0]) and names[0] == names[1]


def _same_place(one: Record, other: Record) -> bool:
    return bool(one.start and one.room) and (one.date, one.start, one.room) == (
        other.date, other.start, other.room
    )  # fmt: skip


def _differences(key: RecordKey, before: Record, after: Record) -> Iterator[Change]:
    told = False
    if before.title != after.title:
        yield Change("renamed", key, after.title, before.title, after.title)
        told = True
    if before.status != after.status:
        yield Change("cancelled" if after.status else "restored", key, after.title)
        told = True
    if (was := _place(before)) != (now := _place(after)):
        yield Change("moved", key, after.title, was, now)
        told = True
    same = after._replace(first_line=before.first_line, last_line=before.last_line)
    if not told and same != before:
        yield Change("reworded", key, after.title)


def _place(record: Record) -> str | None:
    return ", ".join(_parts(record)) or None


def _parts(record: Record) -> Iterable[str]:
    when = record.start or record.date
    if when:
        yield when[:16].replace("T", " ")
    if record.room:
        yield record.room
