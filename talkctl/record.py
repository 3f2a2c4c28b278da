"""What documents say: records of talks, and the catalogue that they make up.

A *record* is one page's own account of one talk and is never edited; a talk of the model is what
its records say together. An answer mostly needs none of these types, and each takes its time to
make; so they stand apart from what answers are made of.
"""

from collections.abc import Iterable
from typing import NamedTuple

from talkctl.model import Event, Link, Note, Person, Talk


class Credit(NamedTuple):
    """One person as one page bills them for one talk, spelt as on the page."""

    name: str
    role: str = "speaker"
    job: str | None = None
    org: str | None = None
    org_shared: bool = False
    """The page names the organisation once, for several people (``A & B, Netflix``)."""
    uid: str | None = None
    """How the document's own system tells this person from others (``guid:…``, an address)."""


class Bio(NamedTuple):
    """What a page tells about one person; *name* is the person as billed on that page."""

    name: str
    text: str
    heading: str | None = None
    """The name above the text, where the page spells it differently there."""


class Segment(NamedTuple):
    """Words of a recording and when they are said, in seconds from its beginning."""

    start: float
    end: float
    text: str


class Occasion(NamedTuple):
    """An event as a document describes it apart from its talks; records call it *name*."""

    name: str
    aliases: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    timezone: str | None = None
    start: str | None = None
    end: str | None = None


class Record(NamedTuple):
    """One document's own account of one talk, whole; lines count from 1, both ends included."""

    document: str
    format: str
    first_line: int
    last_line: int
    raw_title: str = ""
    title: str = ""
    kind: str = "talk"
    level: str | None = None
    language: str | None = None
    event: str | None = None
    speakers: tuple[Credit, ...] = ()
    start: str | None = None
    end: str | None = None
    timezone: str | None = None
    date: str | None = None
    day: int | None = None
    room: str | None = None
    track: str | None = None
    published: str | None = None
    duration: int | None = None
    participants: int | None = None
    abstract: str | None = None
    tags: tuple[str, ...] = ()
    bios: tuple[Bio, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    subtitle: str | None = None
    status: str | None = None
    uid: str | None = None
    """How the document's own system tells this talk from others (a guid, a code, a video's id)."""
    transcript: tuple[Segment, ...] = ()


class Remark(NamedTuple):
    """A line or lines that a reader could not place, and why."""

    document: str
    first_line: int
    last_line: int
    reason: str
    text: str


class Document(NamedTuple):
    """A file that was read: its name, format, SHA-256 in hexadecimal, and how many lines it has."""

    name: str
    format: str
    digest: str
    lines: int
    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    collection: str | None = None
    """The folder whose many small files are listed as one (an event of the pyvideo collection)."""
    imported: str | None = None
    """When it was read, an instant; ``None`` for what comes with talkctl."""


class Alias(NamedTuple):
    """Another name for a person or an event, and the document that uses it."""

    name: str
    source: str


class JoinedTalk(NamedTuple):
    """A talk with the records it was joined from, and whom each of their bios is about.

    ``bio_people[i][j]`` is the id of the person whom bio *j* of record *i* is about.
    """

    talk: Talk
    records: tuple[Record, ...]
    bio_people: tuple[tuple[str | None, ...], ...]


class Catalogue(NamedTuple):
    """All that follows from a set of documents, ready to be stored.

    People and talks are gone through once, in order; a catalogue too large for memory may give
    them as generators.
    """

    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    event_aliases: dict[str, tuple[Alias, ...]]
    people: Iterable[Person]
    person_aliases: dict[str, tuple[Alias, ...]]
    talks: Iterable[JoinedTalk]
