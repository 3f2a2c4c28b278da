"""One import from beginning to end: files found, read, joined, and what became of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from talkctl.errors import ImportRefused
from talkctl.intake.documents import ReadFile, Wishes, digest_of, read_file
from talkctl.intake.files import Found, Missing, PassedOver, content_of
from talkctl.intake.joining import Joined, join
from talkctl.record import Document, Remark
from talkctl.store.catalog import Catalog
from talkctl.store.shelf import digests, given_by_document
from talkctl.store.writing import writing
from talkctl.when import is_local

Step = Callable[[str], None]


class Outcome(NamedTuple):
    """What became of one file; *problem* says in a sentence why it, or a part of it, was left out.

    Of the talks it tells of, so many are *new* to the library, *joined* to talks that others tell
    of, *updated*, *unchanged*, or no longer in it (*vanished*).
    """

    file: str
    document: str | None = None
    format: str | None = None
    new: int = 0
    joined: int = 0
    updated: int = 0
    unchanged: int = 0
    vanished: int = 0
    remarks: int = 0
    problem: str | None = None
    encoding: str | None = None
    """What the file was taken for where it does not say so itself."""
    local_times: int = 0
    """How many of its talks have times in a zone that nobody names."""
    files: int = 1
    """Of a collection, whose many files are one outcome, how many there were."""
    without_event: int = 0
    """How many talks a file has that names no event for any of them, where it has several."""

    @property
    def changed(self) -> bool:
        """Whether the library is other than before."""
        return bool(self.new or self.joined or self.updated or self.vanished)


def import_files(
    library: Path, found: Sequence[Found | PassedOver | Missing], wishes: Wishes, step: Step
) -> list[Outcome]:
    """Read *found* and join what they hold to *library*; *step* is told each file's name,
    and when all are read.

    A file that cannot be read is an outcome like others; the rest of them goes on.
    """
    with Catalog(library) as catalog:
        known = {} if any(wishes) else digests(catalog.db)
    outcomes: dict[int, Outcome] = {}
    collections: dict[int, str | None] = {}
    read: dict[int, ReadFile] = {}
    same: dict[int, str] = {}
    for number, one in enumerate(found):
        if isinstance(one, PassedOver):
            continue
        if isinstance(one, Missing):
            outcomes[number] = Outcome(one.name, problem=one.told)
            continue
        step(one.name)
        try:
            content = content_of(one)
            name = known.get(digest_of(content))
            if name is None:
                file = read_file(one, content, wishes)
                if file.document.records or file.document.occasions:
                    read[number] = file
                else:
                    outcomes[number] = _without_talks(file)
            else:
                same[number] = name
        except ImportRefused as error:
            outcomes[number] = Outcome(one.name, problem=str(error))
    step("joining what was read")
    joined = _joined(library, [one.document for one in read.values()])
    for (number, file), told in zip(read.items(), joined, strict=True):
        outcomes[number] = _outcome(file, told)
        collections[number] = told.document.collection
    if same:
        with Catalog(library) as catalog:
            counts = given_by_document(catalog.db)
        for number, name in same.items():
            kind, collections[number], talks, remarks = counts[name]
            outcomes[number] = Outcome(
                found[number].name, name, kind, unchanged=talks, remarks=remarks
            )
    return _gathered([(outcomes[number], collections.get(number)) for number in sorted(outcomes)])


def _gathered(outcomes: list[tuple[Outcome, str | None]]) -> list[Outcome]:
    """The outcomes in their order, those of one collection's files as one unless one failed."""
    found: dict[tuple[str, str], Outcome] = {}
    for one, collection in outcomes:
        if collection is None or one.problem:
            found["file", one.file] = one
            continue
        so_far = found.get(("collection", collection))
        named = one._replace(file=collection, document=collection)
        found["collection", collection] = named if so_far is None else _sum(so_far, named)
    return list(found.values())


def _sum(one: Outcome, other: Outcome) -> Outcome:
    counts = ("new", "joined", "updated", "unchanged", "vanished", "remarks", "local_times",
              "files", "without_event")  # fmt: skip
    return one._replace(**{name: getattr(one, name) + getattr(other, name) for name in counts})


def _without_talks(file: ReadFile) -> Outcome:
    """Of a file that holds nothing to keep: it is not kept, and may be read as something else."""
    document = file.document
    problem = f"{document.name}: there is no talk in it."
    if not file.whole and document.remarks:
        problem = f"{document.name}, {_said(document.remarks[0])}"
    return Outcome(document.name, None, document.format, remarks=len(document.remarks),
                   problem=problem, encoding=file.guessed)  # fmt: skip


def _said(remark: Remark) -> str:
    """*remark* with its line, which some say themselves: where a text breaks is not where it began."""
    placed = re.match(r"line \d", remark.reason)
    return remark.reason if placed else f"line {remark.first_line}: {remark.reason}"


def _joined(library: Path, documents: list[Document]) -> list[Joined]:
    if not documents:
        return []
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    with writing(library) as db:
        return join(db, documents, now)


def _outcome(file: ReadFile, joined: Joined) -> Outcome:
    document = joined.document
    problem = None
    if not file.whole and document.remarks:
        first, *others = document.remarks
        problem = f"{file.document.name}, {_said(first)}"
        if others:
            problem += f" (and {len(others)} more: talkctl sources {document.name})"
    records = document.records
    local = sum(bool(record.start and is_local(record.start)) for record in records)
    homeless = len(records) > 1 and not any(record.event for record in records)
    return Outcome(
        file.document.name,
        document.name,
        document.format,
        *joined[1:],
        remarks=len(document.remarks),
        problem=problem,
        encoding=file.guessed,
        local_times=local,
        without_event=len(records) if homeless else 0,
    )
