"""Which document of the library a file is a newer export of, if it is of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from talkctl.identity.past import record_mark
from talkctl.record import Document
from talkctl.text import key

SHARED = 0.5
"""A file of another name is a newer export where it shares this much of its talks."""


class Planned(NamedTuple):
    """A document under the name it gets in the library, and the one whose place it takes."""

    document: Document
    before: Document | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the library has every word of it already."""
        return self.before is not None and _content(self.before) == _content(self.document)


def plan(
    documents: Iterable[Document], known: Iterable[Document], names: Collection[str] = ()
) -> list[Planned]:
    """Where each of *documents* goes among those that are *known*; *names* are taken as well."""
    by_name = {document.name: document for document in known}
    by_mark = _by_mark(by_name.values())
    planned = []
    for document in documents:
        before = _predecessor(document, by_name, by_mark)
        name = before.name if before else _free_name(document.name, {*by_name, *names})
        named = with_name(document, name)
        planned.append(Planned(named, before))
        by_name[name] = named
    return planned


def with_name(document: Document, name: str) -> Document:
    """*document* called *name*, also where its records and remarks say where they stand."""
    if name == document.name:
        return document
    return document._replace(
        name=name,
        records=tuple(record._replace(document=name) for record in document.records),
        remarks=tuple(remark._replace(document=name) for remark in document.remarks),
    )


def _content(document: Document) -> tuple[object, ...]:
    return (document.format, document.records, document.remarks, document.occasions)


def _by_mark(documents: Iterable[Document]) -> dict[tuple[str, str], set[str]]:
    """By format and mark of a record the names of the documents it stands in."""
    found: dict[tuple[str, str], set[str]] = {}
    for document in documents:
        for record in document.records:
            found.setdefault((document.format, record_mark(record)), set()).add(document.name)
    return found


def _predecessor(
    document: Document, by_name: dict[str, Document], by_mark: dict[tuple[str, str], set[str]]
) -> Document | None:
    namesake = by_name.get(document.name)
    if namesake and namesake.format == document.format and _may_follow(document, namesake, 0.0):
        return namesake
    for name in sorted(
        {
            name
            for record in document.records
            for name in by_mark.get((document.format, record_mark(record)), ())
        }
    ):
        if _may_follow(document, by_name[name], SHARED):
            return by_name[name]
    return None


def _may_follow(newer: Document, older: Document, at_least: float) -> bool:
    """Whether both are of one event and share talks; as much of the larger one as is asked."""
    if newer.digest == older.digest:
        return True
    events = [
        {key(record.event) for record in one.records if record.event} for one in (newer, older)
    ]
    if all(events) and not events[0] & events[1]:
        return False
    days = [{record.date for record in one.records} - {None} for one in (newer, older)]
    if all(days) and not days[0] & days[1] and at_least:
        return False
    marks = [{record_mark(record) for record in one.records} for one in (newer, older)]
    if not marks[0] or not marks[1]:
        return not at_least
    shared = len(marks[0] & marks[1])
    return shared > 0 and shared >= at_least * max(map(len, marks))


def _free_name(name: str, taken: Collection[str]) -> str:
    stem, dot, suffix = name.partition(".")
    number = 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}{dot}{suffix}"
    return name
