"""Catalogues of any number of talks, made of the bundled library's own words.

The same size and seed give the same catalogue. People and talks are generators, so that a million
talks need no more memory than a hundred. As a program it writes one library and prints what that
took:

    python -m tests.benchmarks.corpus 10000 library.db
"""

from __future__ import annotations

import json
import resource
import sys
import time
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import chain
from pathlib import Path
from random import Random
from typing import TypeVar

from talkctl.model import Appearance, Event, EventName, Link, Person, Source, Talk
from talkctl.record import Alias, Bio, Catalogue, Credit, Document, JoinedTalk, Record
from talkctl.store.location import bundled_path
from talkctl.text import slug
from tests.benchmarks.vocabulary import (
    Vocabulary,
    read_vocabulary,
    slip,
    tail_name,
    tail_word,
    zipf_rank,
)

Thing = TypeVar("Thing")

SEED = 2017
TALKS_AN_EVENT = 200

_WORDS_AN_ABSTRACT = 150
_TAIL_SHARE = 0.05
_SLIPS = 0.0005
_WITH_BIO = 0.05
_WITH_VIDEO = 0.4
_WITH_OTHER_LANGUAGE = 0.03
_INTERLUDES = 0.02
_TALKS_A_DAY = 70

_SERIES = (
    "KubeCon + CloudNativeCon", "CloudNativeCon", "Container Days", "Service Mesh Summit",
    "Observability Day", "Platform Week", "Edge Forum", "Open Source Meeting", "Data Plane Camp",
    "Operators Conference",
)  # fmt: skip
_CITIES = (
    ("Austin", "US", "America/Chicago", "-06:00"),
    ("Seattle", "US", "America/Los_Angeles", "-08:00"),
    ("Berlin", "DE", "Europe/Berlin", "+01:00"), ("Madrid", "ES", "Europe/Madrid", "+01:00"),
    ("London", "GB", "Europe/London", "+00:00"), ("Tokyo", "JP", "Asia/Tokyo", "+09:00"),
    ("Toronto", "CA", "America/Toronto", "-05:00"), ("Bangalore", "IN", "Asia/Kolkata", "+05:30"),
    ("São Paulo", "BR", "America/Sao_Paulo", "-03:00"), ("Oslo", "NO", "Europe/Oslo", "+01:00"),
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 2006, 2025
_ROOMS = ("Ballroom A", "Ballroom B", "Grand Hall", "Exhibit Hall 3", *(
    f"Meeting Room {number}{letter}" for number in range(1, 9) for letter in "AB"
))  # fmt: skip
_TRACKS = (
    "Networking", "Observability", "Security", "Storage", "Machine Learning", "Operations",
    "Application Development", "Community", "Case Studies", "Serverless",
)  # fmt: skip
_TAGS = ("networking", "mesh", "tracing", "logging", "gpu", "storage", "etcd", "helm", "policy")
_KINDS = (
    ("talk", 78),
    ("keynote", 6),
    ("lightning", 6),
    ("workshop", 4),
    ("panel", 4),
    ("tutorial", 2),
)
_LEVELS = ("beginner", "intermediate", "advanced", "any", None, None)
_JOBS = ("Engineer", "Staff Engineer", "Product Manager", "Developer Advocate", None, None)
_FEWEST_PEOPLE = 240
_BREAKS = ("Lunch", "Coffee Break", "Registration", "Welcome Reception")

_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_ID_SPACE = len(_ID_LETTERS) ** 7
_ID_STEP = 10_000_019


@dataclass(slots=True)
class Text:
    """How many bytes of text the talks given out so far hold, each text counted once."""

    bytes: int = 0

    def add(self, talk: Talk, bios: tuple[Bio, ...]) -> None:
        """Count one talk with its bios."""
        told = [talk.title, talk.abstract, talk.room, talk.track, talk.start, talk.end, talk.date]
        told += [
            talk.event.name if talk.event else None,
            *talk.tags,
            *(link.url for link in talk.links),
        ]
        for person in talk.speakers:
            told += [person.billed_as, person.job, person.org]
        told += [bio.text for bio in bios]
        self.bytes += sum(len(text.encode()) for text in told if text)


@dataclass(slots=True)
class Corpus:
    """A made library of *size* talks, before it is written."""

    size: int
    vocabulary: Vocabulary
    seed: int = SEED
    first: int = 0
    """The number of talks that come before these; those of an event to be added have some."""
    people: int = 0
    text: Text = field(default_factory=Text)

    def __post_init__(self) -> None:
        self.people = self.people or max(_FEWEST_PEOPLE, self.size * 3 // 4)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events the talks were given at, oldest first."""
        first, last = self.first // TALKS_AN_EVENT, (self.first + self.size - 1) // TALKS_AN_EVENT
        return tuple(self._event(number) for number in range(first, last + 1))

    def catalogue(self) -> Catalogue:
        """The library as the store takes it."""
        events = self.events
        return Catalogue(
            documents=tuple(_document(event) for event in events),
            events=events,
            event_aliases={events[0].id: (Alias(name="The First One", source=_file(events[0])),)},
            people=self._people(),
            person_aliases={},
            talks=self.talks(),
        )

    def talks(self) -> Iterator[JoinedTalk]:
        """The talks, oldest event first, each with its one record."""
        random = Random(f"{self.seed}/talks/{self.first}")
        events = self.events
        billed = self._billed()
        for place in range(self.size):
            number = self.first + place
            event = events[number // TALKS_AN_EVENT - self.first // TALKS_AN_EVENT]
            yield self._joined(random, number, event, next(billed))

    def _event(self, number: int) -> Event:
        most = max(1, (self.first + self.size - 1) // TALKS_AN_EVENT)
        year = _FIRST_YEAR + (_LAST_YEAR - _FIRST_YEAR) * min(number, most) // most
        city, country, zone, _ = _CITIES[number * 7 % len(_CITIES)]
        series = _SERIES[number * 3 % len(_SERIES)]
        name = f"{series} {city} {year}" if number % 3 else f"{series} {tail_name(number)} {year}"
        start = date(year, 1, 1) + timedelta(days=number * 37 % 350)
        in_it = min(TALKS_AN_EVENT, self.first + self.size - number * TALKS_AN_EVENT)
        return Event(
            id=f"{slug(name)}-{number}",
            name=name,
            city=city,
            country=country,
            timezone=zone,
            start=start.isoformat(),
            end=(start + timedelta(days=TALKS_AN_EVENT // _TALKS_A_DAY)).isoformat(),
            talk_count=in_it,
            speaker_count=in_it,
            timed_count=in_it,
        )

    # People

    def _billed(self) -> Iterator[tuple[int, ...]]:
        """The people of each talk: some speak often, most once or twice."""
        random = Random(f"{self.seed}/people/{self.first}")
        many = self.people
        for _ in range(self.size):
            count = 1 if random.random() < 0.65 else 2
            yield tuple({int(many * random.random() ** 1.3): None for _ in range(count)})

    def _people(self) -> Iterator[Person]:
        talks = array("i", bytes(4 * self.people))
        for person in chain.from_iterable(self._billed()):
            talks[person] += 1
        for number in range(self.people):
            name = self.vocabulary.person(number)
            yield Person(id=person_id(number, name), name=name, talk_count=talks[number])

    # Talks

    def _joined(
        self, random: Random, number: int, event: Event, people: tuple[int, ...]
    ) -> JoinedTalk:
        chance = random.random()
        interlude = chance < _INTERLUDES
        title = random.choice(_BREAKS) if interlude else self._title(random)
        kind = "break" if interlude else random.choices(*_WEIGHTED_KINDS)[0]
        speakers = () if interlude else tuple(self._billing(random, person) for person in people)
        abstract = None if interlude else self._abstract(random)
        start, end, given, day = _times(number, event)
        video = chance > 1 - _WITH_VIDEO
        url = f"https://video.example/watch?v={number:x}"
        links = (Link(kind="video", url=url, raw=url),) if video else ()
        bios: tuple[Bio, ...] = ()
        if speakers and random.random() < _WITH_BIO:
            text = " ".join(random.choices(self.vocabulary.bios, k=2))
            bios = (Bio(name=speakers[0].billed_as, text=text),)
        language = "es" if random.random() < _WITH_OTHER_LANGUAGE else "en"
        tags = tuple(sorted(set(random.choices(_TAGS, k=2)))) if random.random() < 0.3 else ()
        level = random.choice(_LEVELS)
        room, track = random.choice(_ROOMS), random.choice(_TRACKS)
        line = 10 * (number % TALKS_AN_EVENT) + 1
        talk = Talk(
            id=talk_id(number), slug=f"{slug(title, 50)}-{number}", title=title, kind=kind,
            level=level, language=language, event=EventName(id=event.id, name=event.name),
            speakers=speakers, start=start, end=end, timezone=event.timezone, date=given, day=day,
            room=room, track=track, abstract=abstract, tags=tags, links=links,
            sources=(Source(
                document=_file(event), format="sched", first_line=line, last_line=line + 9
            ),),
        )  # fmt: skip
        record = Record(
            document=_file(event), format="sched", first_line=line, last_line=line + 9,
            raw_title=title, title=title, kind=kind, level=level, language=language,
            event=event.name,
            speakers=tuple(
                Credit(name=one.billed_as, role=one.role, job=one.job, org=one.org)
                for one in speakers
            ),
            start=start, end=end, timezone=event.timezone, date=given, day=day, room=room,
            track=track, abstract=abstract, tags=tags, bios=bios, links=links,
        )  # fmt: skip
        self.text.add(talk, bios)
        whom = tuple(speakers[0].id for _ in bios)
        return JoinedTalk(talk=talk, records=(record,), bio_people=(whom,))

    def _billing(self, random: Random, person: int) -> Appearance:
        name = self.vocabulary.person(person)
        orgs = self.vocabulary.orgs
        # Everybody has one employer; a large library knows many that a small one does not.
        org = orgs[person % len(orgs)] if person % 3 else f"{tail_name(person % 9973)} Labs"
        return Appearance(
            id=person_id(person, name), name=name, billed_as=name, role="speaker",
            job=random.choice(_JOBS), org=org, org_certain=True,
        )  # fmt: skip

    def _title(self, random: Random) -> str:
        """The beginning of one real title and the end of another; now and then a rare word."""
        one, other = random.choices(self.vocabulary.titles, k=2)
        first = one[: random.randint(2, 5)]
        last = other[-random.randint(1, 4) :]
        chance = random.random()
        rare = (tail_word(zipf_rank(chance * 4)).capitalize(),) if chance < 0.25 else ()
        return " ".join((*first, *rare, *last))

    def _abstract(self, random: Random) -> str:
        words: list[str] = []
        wanted = random.gauss(_WORDS_AN_ABSTRACT, 30) * (1 - _TAIL_SHARE)
        while len(words) < wanted:
            words += random.choice(self.vocabulary.sentences)
        for _ in range(int(len(words) * _TAIL_SHARE)):
            words.insert(random.randrange(len(words)), tail_word(zipf_rank(random.random())))
        if random.random() < _SLIPS * len(words):
            place = random.randrange(len(words))
            if words[place].isalpha():
                words[place] = slip(words[place], random)
        return " ".join(words)


_WEIGHTED_KINDS = ([kind for kind, _ in _KINDS], [share for _, share in _KINDS])


def make(size: int, vocabulary: Vocabulary | None = None) -> Corpus:
    """The corpus of *size* talks of the bundled library's vocabulary."""
    return Corpus(size, vocabulary or read_vocabulary(bundled_path()))


def next_event(corpus: Corpus, talks: int = TALKS_AN_EVENT) -> Corpus:
    """The event that follows those of *corpus*, with the same people."""
    first = -(-corpus.size // TALKS_AN_EVENT) * TALKS_AN_EVENT
    return Corpus(talks, corpus.vocabulary, corpus.seed, first, corpus.people)


def talk_id(number: int) -> str:
    """The id of the talk with this number: no two have the same."""
    number = (number + 1) * _ID_STEP % _ID_SPACE
    letters = []
    for _ in range(7):
        number, place = divmod(number, len(_ID_LETTERS))
        letters.append(_ID_LETTERS[place])
    return "".join(letters)


def person_id(number: int, name: str) -> str:
    """The id of a person: the name, and the number because names repeat."""
    return f"{slug(name)}-{number}"


def _file(event: Event) -> str:
    return f"sched-{event.id}.txt"


def _document(event: Event) -> Document:
    return Document(
        name=_file(event), format="sched", digest=sha256(event.id.encode()).hexdigest(), lines=2000
    )


def _times(number: int, event: Event) -> tuple[str, str, str, int]:
    """Start, end, date and day of a talk: seven slots of ten talks each a day."""
    place = number % TALKS_AN_EVENT
    day, slot = divmod(place, _TALKS_A_DAY)
    given = (date.fromisoformat(event.start or "2017-01-01") + timedelta(days=day)).isoformat()
    hour = 9 + slot // 10
    offset = next(offset for *_, zone, offset in _CITIES if zone == event.timezone)
    return f"{given}T{hour:02}:00:00{offset}", f"{given}T{hour:02}:35:00{offset}", given, day + 1


@dataclass(slots=True)
class Clock:
    """Processor time that goes into drawing talks while somebody writes them."""

    seconds: float = 0.0

    def timed(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """*things*, the time each takes to come added up."""
        drawing = iter(things)
        while True:
            begun = time.process_time()
            thing = next(drawing, None)
            self.seconds += time.process_time() - begun
            if thing is None:
                return
            yield thing


def main() -> None:
    """Write one library and print what that took, as JSON."""
    import sqlite_utils  # noqa: F401  loaded here, so that loading it is not timed below

    from talkctl.store.build import write_library

    size, path = int(sys.argv[1]), Path(sys.argv[2])
    corpus, clock = make(size), Clock()
    begun = time.process_time()
    catalogue = corpus.catalogue()
    drawn = catalogue._replace(
        people=clock.timed(catalogue.people), talks=clock.timed(catalogue.talks)
    )
    write_library(path, drawn)
    taken = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({
        "talks": size, "text": corpus.text.bytes, "drawing": clock.seconds,
        "writing": taken - clock.seconds, "file": path.stat().st_size, "peak_kib": peak,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
