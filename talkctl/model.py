"""What talkctl speaks of: talks, people and events, as their records say together.

Everything here is frozen and needs only the standard library, so that sources, store, search and
renderers can all speak it without knowing one another. The types are named tuples and no
dataclasses: to make thirty dataclasses takes a third as long as a search, and every answer would
wait for it. Their annotations are evaluated and no text, for text is compiled each time. A changed
copy is ``talk._replace(room="Aspen")``.

Times are ISO 8601 text. An instant carries its offset (``2016-11-08T11:00:00-08:00``); a page that
names hours but no date gives local times (``19:00``). Dates are ``YYYY-MM-DD``, durations whole
minutes. ``None`` means that nobody said.
"""

from typing import NamedTuple

KINDS = (
    "talk", "keynote", "panel", "workshop", "tutorial", "lightning",
    "salon", "awards", "poster", "social", "break", "other",
)  # fmt: skip
INTERLUDES = ("social", "break")
"""Kinds that stand in a programme without being talks: dinner, registration, lunch."""
LEVELS = ("beginner", "intermediate", "advanced", "any")
ROLES = ("speaker", "moderator", "panelist", "host")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LINK_KINDS = ("video", "slides", "page", "paper", "code", "audio", "other")
STATES = ("cancelled",)
"""What can have become of a talk; ``None`` for one that stands in its programme."""


class Link(NamedTuple):
    """An address; *raw* keeps the page's own spelling where a slip in it was repaired."""

    kind: str
    url: str
    raw: str


class Note(NamedTuple):
    """Somebody's own remark on a talk, its language (ISO 639-1), and the document it stands in."""

    text: str
    language: str | None = None
    source: str | None = None


class Source(NamedTuple):
    """Where one account of a talk stands."""

    document: str
    format: str
    first_line: int
    last_line: int


class EventName(NamedTuple):
    """An event as a talk refers to it."""

    id: str
    name: str


class Appearance(NamedTuple):
    """A person on a talk: who they are, and how they were billed there."""

    id: str
    name: str
    billed_as: str
    role: str
    job: str | None
    org: str | None
    org_certain: bool


class Talk(NamedTuple):
    """What all records of one talk say together."""

    id: str
    slug: str
    title: str
    kind: str = "talk"
    level: str | None = None
    language: str | None = None
    event: EventName | None = None
    speakers: tuple[Appearance, ...] = ()
    start: str | None = None
    end: str | None = None
    timezone: str | None = None
    local_start: str | None = None
    local_end: str | None = None
    date: str | None = None
    day: int | None = None
    room: str | None = None
    track: str | None = None
    published: str | None = None
    duration: int | None = None
    abstract: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    picked: bool = False
    sources: tuple[Source, ...] = ()
    subtitle: str | None = None
    status: str | None = None
    transcript: bool = False
    """Whether one of its records has a transcript."""


class Match(NamedTuple):
    """Why a talk answers a query; where what was said answers it, *snippet* is that.

    Then *at* is the second of the recording, and *url* its address from that second on, if known.
    """

    fields: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    snippet: str | None = None
    at: int | None = None
    url: str | None = None


class Hit(NamedTuple):
    """A talk that answers a query; *score* falls from 1 towards 0 down the list."""

    talk: Talk
    score: float
    match: Match


class OrgCount(NamedTuple):
    """An organisation a person spoke for, on how many talks, and whether that is certain."""

    name: str
    talks: int
    certain: bool


class PersonBio(NamedTuple):
    """A bio with the document it was read in."""

    text: str
    source: str


class CoSpeaker(NamedTuple):
    """Somebody a person shared a talk with, and how many."""

    id: str
    name: str
    talks: int


class Person(NamedTuple):
    """One human being under all the names the documents use; *talks* newest first."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    orgs: tuple[OrgCount, ...] = ()
    bios: tuple[PersonBio, ...] = ()
    co_speakers: tuple[CoSpeaker, ...] = ()
    talk_count: int = 0
    talks: tuple[Talk, ...] = ()
    score: float | None = None


class Event(NamedTuple):
    """A conference, meetup or other occasion at which talks were given."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    timezone: str | None = None
    start: str | None = None
    end: str | None = None
    talk_count: int = 0
    speaker_count: int = 0
    timed_count: int = 0
