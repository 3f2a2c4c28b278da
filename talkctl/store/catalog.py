"""Reading a library: rows in batches, model objects out, nothing ever written."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from talkctl.errors import LibraryError, OlderLibrary
from talkctl.model import (
    Appearance,
    CoSpeaker,
    Event,
    EventName,
    Link,
    Note,
    OrgCount,
    Person,
    PersonBio,
    Source,
    Talk,
)
from talkctl.store import APPLICATION_ID, VERSION
from talkctl.store.lookup import WITH_TALKS, Lookup, among, batches
from talkctl.text import key

if TYPE_CHECKING:
    from talkctl.record import Record

_TOLD = ", ".join(
    f'talk."{name}"'
    for name in Talk._fields
    if name not in ("event", "speakers", "tags", "links", "notes", "picked", "sources")
)
"""The columns that a talk is made of as they stand, in the order of the model."""

_NEWEST_FIRST = "coalesce(talk.date, event.start, talk.published, '') DESC, talk.title, talk.number"


class Catalog:
    """A library opened for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = _opened(path)
        self.lookup = Lookup(self.db)

    def __enter__(self) -> Catalog:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    # Talks

    def talks(self, numbers: Iterable[int]) -> list[Talk]:
        """The talks with these numbers, in the order of the numbers; unknown ones are left out."""
        wanted = list(numbers)
        found: dict[int, Talk] = {}
        for chosen in batches(wanted):
            found.update(self._talks(chosen))
        return [found[number] for number in wanted if number in found]

    def _talks(self, chosen: str) -> dict[int, Talk]:
        speakers = self._appearances(chosen)
        links = self._links(chosen)
        notes = self._talk_notes(chosen)
        sources = self._sources(chosen)
        rows = self.db.execute(
            f"SELECT number, event, tags, {_TOLD} FROM talk WHERE number {chosen}"
        ).fetchall()
        events = self._event_names({row[1] for row in rows if row[1]})
        picked = self._picked
        return {
            number: Talk._make(
                (
                    *told[:6],
                    events.get(event),
                    tuple(speakers.get(number, ())),
                    *told[6:-3],
                    () if tags == "[]" else _tags(tags),
                    tuple(links.get(number, ())),
                    tuple(notes.get(number, ())),
                    number in picked,
                    tuple(sources.get(number, ())),
                    *told[-3:-1],
                    bool(told[-1]),
                )
            )
            for number, event, tags, *told in rows
        }

    def _event_names(self, numbers: Iterable[int]) -> dict[int, EventName]:
        query = f"SELECT number, id, name FROM event WHERE number {among(sorted(numbers))}"
        return {number: EventName(*named) for number, *named in self.db.execute(query)}

    def _appearances(self, chosen: str) -> dict[int, list[Appearance]]:
        found: dict[int, list[Appearance]] = defaultdict(list)
        for talk, who, name, billed, role, job, org, certain in self.db.execute(
            "SELECT talk, person.id, person.name, billed_as, role, job, org, org_certain"
            " FROM appearance JOIN person ON person.number = appearance.person"
            f" WHERE talk {chosen} ORDER BY talk, position"
        ):
            found[talk].append(Appearance(who, name, billed, role, job, org, bool(certain)))
        return found

    def _links(self, chosen: str) -> dict[int, list[Link]]:
        found: dict[int, dict[tuple[str, str], Link]] = defaultdict(dict)
        for talk, kind, url, raw in self.db.execute(
            "SELECT record.talk, link.kind, url, raw FROM link JOIN record ON record.id = record"
            f" WHERE record.talk {chosen}"
            " ORDER BY record.talk, record.position, link.position"
        ):
            found[talk].setdefault((kind, url), Link(kind, url, raw))
        return defaultdict(list, {talk: list(links.values()) for talk, links in found.items()})

    def _talk_notes(self, chosen: str) -> dict[int, list[Note]]:
        found: dict[int, list[Note]] = defaultdict(list)
        for talk, *values in self.db.execute(
            "SELECT record.talk, note.text, note.language, document.name FROM note"
            " JOIN record ON record.id = note.record JOIN document ON document.id = record.document"
            f" WHERE record.talk {chosen}"
            " ORDER BY record.talk, record.position, note.position"
        ):
            found[talk].append(Note(*values))
        return found

    def _sources(self, chosen: str) -> dict[int, list[Source]]:
        found: dict[int, list[Source]] = defaultdict(list)
        accounts = self.db.execute(
            "SELECT talk, document, first_line, last_line FROM record"
            f" WHERE talk {chosen} ORDER BY talk, position"
        ).fetchall()
        documents = self._documents({document for _, document, _, _ in accounts})
        for talk, document, first, last in accounts:
            found[talk].append(Source(*documents[document], first, last))
        return found

    def _documents(self, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
        """The name and the format of each; many talks share a few of them."""
        query = f"SELECT id, name, format FROM document WHERE id {among(sorted(numbers))}"
        return {number: (name, form) for number, name, form in self.db.execute(query)}

    @cached_property
    def _picked(self) -> frozenset[int]:
        query = "SELECT number FROM mark JOIN talk ON id = mark.talk WHERE picked IS NOT NULL"
        return frozenset(self._numbers(query))

    def talk_numbers(self, newest_first: bool = False) -> list[int]:
        """The numbers of all talks, in their own order or the newest first."""
        order = _NEWEST_FIRST if newest_first else "talk.number"
        return self._numbers(
            "SELECT talk.number FROM talk LEFT JOIN event ON event.number = talk.event"
            f" ORDER BY {order}"
        )

    def number_of_id(self, talk_id: str) -> int | None:
        """The number of the talk with this id, or which had it before it was joined to another."""
        found = self._numbers(
            "SELECT number FROM talk WHERE id = ?1 UNION ALL"
            " SELECT number FROM former_id JOIN talk ON talk.id = former_id.talk"
            " WHERE former_id.id = ?1",
            talk_id,
        )
        return next(iter(found), None)

    def number_of_slug(self, slug: str) -> int | None:
        """The number of the talk with this slug."""
        return next(iter(self._numbers("SELECT number FROM talk WHERE slug = ?", slug)), None)

    def numbers_of_id_beginning(self, beginning: str, limit: int = 10) -> list[int]:
        """The numbers of talks whose ids begin so, at most *limit* of them."""
        return self._numbers(
            "SELECT number FROM talk WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            beginning, beginning + "\U0010ffff", limit,
        )  # fmt: skip

    def _numbers(self, query: str, *values: str | int) -> list[int]:
        return [number for (number,) in self.db.execute(query, values)]

    # Records

    def records(self, number: int) -> list[Record]:
        """Each source's own account of a talk, in the order of the sources."""
        from talkctl.store.records import records_of_talk

        return records_of_talk(self.db, number)

    # People

    def people(self) -> list[Person]:
        """Everyone, by name."""
        return self.persons(self._numbers("SELECT number FROM person ORDER BY name, number"))

    def person(self, number: int) -> Person | None:
        """The person with this number."""
        return next(iter(self.persons([number])), None)

    def name_of_person(self, person_id: str) -> str | None:
        """What the person with this id is called, if there is one."""
        found = self.db.execute("SELECT name FROM person WHERE id = ?", (person_id,)).fetchone()
        return found[0] if found else None

    def persons(self, numbers: Iterable[int]) -> list[Person]:
        """People with all that is known of them, in the order given."""
        wanted = list(numbers)
        found: dict[int, Person] = {}
        for chosen in batches(wanted):
            found.update(self._persons(chosen))
        return [found[number] for number in wanted if number in found]

    def _persons(self, chosen: str) -> dict[int, Person]:
        given: dict[int, list[int]] = defaultdict(list)
        for person, talk in self.db.execute(
            "SELECT DISTINCT appearance.person, appearance.talk FROM appearance"
            " JOIN talk ON talk.number = appearance.talk"
            " LEFT JOIN event ON event.number = talk.event"
            f" WHERE appearance.person {chosen} ORDER BY {_NEWEST_FIRST}"
        ):
            given[person].append(talk)
        every = sorted({talk for talks in given.values() for talk in talks})
        talks = dict(zip(every, self.talks(every), strict=True))
        aliases = self._aliases("person", chosen)
        bios = self._person_bios(chosen)
        people = {}
        for number, person_id, name in self.db.execute(
            f"SELECT number, id, name FROM person WHERE number {chosen}"
        ):
            theirs = [talks[talk] for talk in given[number]]
            people[number] = Person(
                id=person_id,
                name=name,
                aliases=tuple(alias for alias in aliases[number] if alias != name),
                orgs=_orgs(person_id, theirs),
                bios=tuple(bios[number]),
                co_speakers=_co_speakers(person_id, theirs),
                talk_count=len(theirs),
                talks=tuple(theirs),
            )
        return people

    def _person_bios(self, chosen: str) -> dict[int, list[PersonBio]]:
        found: dict[int, dict[str, PersonBio]] = defaultdict(dict)
        for person, passage, document in self.db.execute(
            "SELECT bio.person, bio.text, document.name FROM bio"
            " JOIN record ON record.id = bio.record JOIN document ON document.id = record.document"
            f" WHERE bio.person {chosen} ORDER BY bio.person, bio.record, bio.position"
        ):
            found[person].setdefault(key(passage), PersonBio(passage, document))
        return defaultdict(list, {person: list(bios.values()) for person, bios in found.items()})

    def _aliases(self, table: str, chosen: str) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for number, name in self.db.execute(
            f"SELECT {table}, name FROM {table}_alias WHERE {table} {chosen} ORDER BY 1, 2"
        ):
            found[number].append(name)
        return found

    # Events

    def event_ids(self, talks: Sequence[int]) -> set[str]:
        """The events at which the talks with these numbers were given."""
        query = "SELECT DISTINCT event.id FROM talk JOIN event ON event.number = talk.event"
        return {
            identifier
            for some in batches(talks)
            for (identifier,) in self.db.execute(f"{query} WHERE talk.number {some}")
        }

    def events(self) -> list[Event]:
        """All events at which a talk was given, the newest first."""
        query = f'SELECT * FROM event WHERE {WITH_TALKS} ORDER BY start DESC, name, "number"'
        rows = list(dicts(self.db.execute(query)))
        aliases = self._aliases("event", among(row["number"] for row in rows))
        return [
            Event(aliases=tuple(name for name in aliases[number] if name != row["name"]), **row)
            for row in rows
            if (number := row.pop("number"))
        ]


def _opened(path: Path) -> sqlite3.Connection:
    """A read-only connection to a library of ours, or the reason why not in a sentence."""
    if not path.exists():
        raise LibraryError(f"There is no library at {path}.")
    if path.is_dir():
        raise LibraryError(f"{path} is a folder, not a library.")
    if not path.is_file():
        raise LibraryError(f"{path} is no file, and so no library.")
    try:
        db, application, version = _connected(path, "mode=ro")
    except sqlite3.Error as error:
        log = path.with_name(f"{path.name}-wal")
        if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
            raise LibraryError(f"{path} is not a library: {error}.") from error
        # Where nothing can be written there is no room for the log that readers share, nor anybody
        # who writes one.
        try:
            db, application, version = _connected(path, "mode=ro&immutable=1")
        except sqlite3.Error:
            raise LibraryError(f"{path} is not a library: {error}.") from error
    if application != APPLICATION_ID:
        db.close()
        raise LibraryError(f"{path} is a database of another program, not a library.")
    if version < VERSION:
        db.close()
        raise OlderLibrary(path, version)
    if version > VERSION:
        db.close()
        raise LibraryError(
            f"The library {path} was written by a newer talkctl; this one reads version"
            f" {VERSION}, the library has {version}."
        )
    return db


def _connected(path: Path, mode: str) -> tuple[sqlite3.Connection, int, int]:
    """A connection, whose database it is, and its version; it fails where the file is no database."""
    db = sqlite3.connect(f"file:{quote(str(path.absolute()))}?{mode}", uri=True)
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db, application, version


def _tags(listed: str) -> tuple[str, ...]:
    from json import loads  # most talks have no tags, and it takes as long to load as a search

    return tuple(loads(listed))


def dicts(rows: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    """*rows*, each with its values by the names of the columns."""
    names = [column[0] for column in rows.description]
    return (dict(zip(names, row, strict=True)) for row in rows)


def _orgs(person_id: str, talks: Iterable[Talk]) -> tuple[OrgCount, ...]:
    """The organisations a person spoke for, however they were spelt, the most frequent first."""
    spelt: dict[str, str] = {}
    given: dict[str, set[str]] = defaultdict(set)
    certain: set[str] = set()
    for talk in talks:
        for speaker in talk.speakers:
            if speaker.id == person_id and speaker.org:
                org = key(speaker.org) or speaker.org
                spelt.setdefault(org, speaker.org)
                given[org].add(talk.id)
                if speaker.org_certain:
                    certain.add(org)
    counts = (OrgCount(spelt[org], len(ids), org in certain) for org, ids in given.items())
    return tuple(sorted(counts, key=lambda org: (-org.talks, not org.certain, org.name)))


def _co_speakers(person_id: str, talks: Iterable[Talk]) -> tuple[CoSpeaker, ...]:
    names: dict[str, str] = {}
    shared: dict[str, set[str]] = defaultdict(set)
    for talk in talks:
        for speaker in talk.speakers:
            if speaker.id != person_id:
                names[speaker.id] = speaker.name
                shared[speaker.id].add(talk.id)
    counts = (CoSpeaker(other, names[other], len(ids)) for other, ids in shared.items())
    return tuple(sorted(counts, key=lambda other: (-other.talks, other.name, other.id)))
