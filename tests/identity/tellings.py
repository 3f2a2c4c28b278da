"""Invented conferences as several sources tell of them, with what is truly one talk and one person.

What goes wrong between a programme and its recordings is what goes wrong in life: suffixes, cuts,
slips, sessions moved and repeated, series in parts, slots of every day, names shortened, turned
round, misspelt or left out, one title in two years.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32

from talkctl.model import Link
from talkctl.record import Credit, Document, Occasion, Record
from tests.identity.invented import InventedTalk, invent, of_last_year

_CITIES = "Oslo,Porto,Gdansk,Leeds,Graz".split(",")


@dataclass
class Told:
    """A conference as its sources tell it: documents, and the truth about their records."""

    documents: list[Document] = field(default_factory=list)
    talk_of: dict[tuple[str, int], str] = field(default_factory=dict)
    """(document, first line of the record) -> the talk it truly is of."""
    person_of: dict[tuple[str, int, str], str] = field(default_factory=dict)
    """(document, first line, name as billed) -> who that truly is."""


def conference(seed: int, talks: int = 60, name: str = "HeronCon", year: int = 2018) -> Told:
    """One event of *talks* talks, told by a programme, by recordings and by somebody's notes."""
    chance = random.Random(f"{seed} {name} {year}")
    given = invent(chance, talks, f"{name}{year}", of_last_year(seed, talks, name, year))
    told = Told()
    _programme(chance, given, name, year, told)
    _recordings(chance, given, name, year, told)
    _notes(chance, given, name, year, told)
    return told


def together(*some: Told) -> Told:
    """Several tellings as one library."""
    all_of = Told()
    for told in some:
        all_of.documents += told.documents
        all_of.talk_of |= told.talk_of
        all_of.person_of |= told.person_of
    return all_of


def _programme(
    chance: random.Random, talks: list[InventedTalk], name: str, year: int, told: Told
) -> None:
    document, form = f"{name}-{year}.xml", chance.choice(("schedule-xml", "sched", "sessionize"))
    event = chance.choice((f"{name} {year}", f"{name}'{year % 100}", f"{name.lower()}-{year}"))
    records = []
    for line, talk in enumerate(talks, 1):
        title = talk.title
        if talk.people and chance.random() < 0.05:
            title = chance.choice(("Keynote: ", "[Cancelled] ", "CANCELLED: ")) + title
        records.append(
            Record(
                document,
                form,
                line,
                line,
                title,
                title,
                kind=talk.kind,
                event=event,
                speakers=_credits(talk, document, line, told, lambda name: name),
                start=f"{year}-05-0{talk.day}T{talk.hour:02}:00:00+02:00",
                date=f"{year}-05-0{talk.day}",
                room=talk.room,
                uid=f"{line}",
                subtitle=talk.subtitle,
                abstract=f"We speak of {talk.title}, " * 4 if talk.people else None,
            )
        )
        told.talk_of[document, line] = talk.key
    occasion = Occasion(
        event,
        (f"{name} {year}",),
        _CITIES[year % 5],
        None,
        "Europe/Oslo",
        f"{year}-05-01",
        f"{year}-05-03",
    )
    told.documents.append(
        Document(document, form, "1", len(records), tuple(records), occasions=(occasion,))
    )


def _credits(
    talk: InventedTalk,
    document: str,
    line: int,
    told: Told,
    spelt: Callable[[str], str],
    orgs: bool = True,
) -> tuple[Credit, ...]:
    credits = []
    for key, name, org in talk.people:
        billed = spelt(name)
        credits.append(Credit(billed, org=org if orgs else None))
        told.person_of[document, line, billed] = key
    return tuple(credits)


def _recordings(
    chance: random.Random, talks: list[InventedTalk], name: str, year: int, told: Told
) -> None:
    form = chance.choice(("archive", "pyvideo", "yt-dlp"))
    event = chance.choice((f"{name} {year}", f"{name} Conference {year}", f"{name} {year} Videos"))
    dated = (
        chance.choice(("true", "true", "first", "none"))
        if form != "pyvideo"
        else chance.choice(("true", "first"))
    )
    recorded = [talk for talk in talks if talk.kind == "talk" and chance.random() < 0.9]
    if dated != "true":
        # Nobody could tell which of several sessions of one name was recorded.
        names = Counter(talk.title for talk in talks)
        recorded = [talk for talk in recorded if names[talk.title] == 1]
    chance.shuffle(recorded)
    billed = form != "yt-dlp" or chance.random() < 0.5
    records = []
    for line, talk in enumerate(recorded, 1):
        document = (
            f"{name}-{year}-{form}" if form == "archive" else f"{form}/{name}-{year}/{line}.json"
        )
        day = {"true": talk.day, "first": 1, "none": None}[dated]
        if (
            day
            and chance.random() < 0.02
            and talk.people
            and "-" not in talk.key.removeprefix(f"{name}{year}-")
        ):
            day = 4 - day
        title = _as_recorded(chance, talk, f"{name} {year}")
        speakers = (
            _credits(
                talk,
                document,
                line,
                told,
                lambda given: _misspelt(chance, given),
                form == "archive",
            )
            if billed
            else ()
        )
        records.append(
            Record(
                document,
                form,
                line,
                line,
                title,
                title,
                kind="talk",
                event=event
                if form != "yt-dlp" or not talk.people or chance.random() < 0.9
                else None,
                speakers=speakers,
                date=f"{year}-05-0{day}" if day else None,
                published=f"{year}-0{chance.randint(5, 9)}-20",
                duration=40,
                links=(
                    Link(
                        "video",
                        f"https://youtu.be/{crc32(document.encode()):09}{line % 100:02}",
                        "",
                    ),
                ),
            )
        )
        told.talk_of[document, line] = talk.key
    if form == "archive":
        told.documents.append(
            Document(records[0].document, form, "2", len(records), tuple(records))
        )
    else:
        told.documents += [
            Document(
                one.document,
                form,
                "2",
                1,
                (one,),
                collection=f"{form}/{name}-{year}" if form == "pyvideo" else None,
            )
            for one in records
        ]


def _as_recorded(chance: random.Random, talk: InventedTalk, event: str) -> str:
    title = talk.title
    if not talk.people:
        return title
    fate, name = chance.random(), talk.people[0][1]
    if talk.subtitle and chance.random() < 0.5:
        title = f"{title}: {talk.subtitle}"
    if fate < 0.1:
        return f"{title} - {name} - {event}"
    if fate < 0.15:
        names = ", ".join(person[1] for person in talk.people)
        return chance.choice(
            (
                f"{name}: {title}", f"{event} - {name} - {title}", f"{title} by {names}",
                f"[{event}] {title}",
                f"{title} ({names})", f"{title} - {name}, {talk.people[0][2]}", f"{names} - {title}",
                f"{event}: {title} – {names}", f"{name} | {title} | {event}",
            )
        )  # fmt: skip
    if fate < 0.2:
        return f"{title} | {event}"
    if fate < 0.25:
        return f"Keynote: {title}"
    if fate < 0.31 and len(title) > 30 and "/2)" not in title and "Part" not in title:
        return title[: chance.randint(24, len(title) - 3)].rstrip() + "..."
    if fate < 0.4:
        return _slip(chance, title)
    if fate < 0.45:
        return (
            title.replace("“", '"')
            .replace("”", '"')
            .replace(" - ", " — ")
            .replace("&", "and")
            .upper()
        )
    if fate < 0.5 and ": " in title and not title.startswith(("Intro", "Deep")):
        return title.split(": ")[0] if chance.random() < 0.5 else title.replace(": ", " – ")
    return title


def _slip(chance: random.Random, text: str) -> str:
    """*text* with two neighbours exchanged or a letter lost, in a long word."""
    long = [word for word in text.split() if len(word) > 6 and word.isalpha()]
    if not long:
        return text
    word = chance.choice(long)
    place = chance.randrange(1, len(word) - 2)
    wrong = (
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        if chance.random() < 0.5
        else word[:place] + word[place + 1 :]
    )
    return text.replace(word, wrong, 1)


def _misspelt(chance: random.Random, name: str) -> str:
    given, family = name.split()
    fate = chance.random()
    if fate < 0.05:
        return f"{given[0]}. {family}"
    if fate < 0.1:
        return f"{family}, {given}"
    if fate < 0.15:
        return name.translate(str.maketrans("áøüéñöÁŁ", "aoueņoAL".replace("ņ", "n")))
    if fate < 0.18:
        return f"Dr. {name}"
    if fate < 0.21:
        return f"{given} “Ace” {family}"
    if fate < 0.24:
        return _slip(chance, name)
    return name


def _notes(
    chance: random.Random, talks: list[InventedTalk], name: str, year: int, told: Told
) -> None:
    document, records = f"notes-{name}-{year}.md", []
    for talk in talks:
        if (
            not talk.people
            or chance.random() > 0.15
            or "-" in talk.key.removeprefix(f"{name}{year}-")
        ):
            continue
        line = len(records) + 1
        title = talk.title.split(": ")[0] if chance.random() < 0.3 else talk.title
        speakers = _credits(talk, document, line, told, lambda name: name)
        records.append(
            Record(
                document,
                "notes",
                line,
                line,
                title,
                title,
                event=f"{name} {year}" if seeded(name) else None,
                speakers=speakers,
            )
        )
        told.talk_of[document, line] = talk.key
    told.documents.append(Document(document, "notes", "3", len(records), tuple(records)))


def seeded(name: str) -> bool:
    """Whether the notes of an event say of which it is: those of every other one do."""
    return len(name) % 2 == 0
