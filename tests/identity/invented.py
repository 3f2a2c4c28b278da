"""Invented conferences as several sources tell of them, with what is truly one talk and one person.

Nothing is taken from a real programme. What goes wrong between a programme and its recordings is
what goes wrong in life: suffixes, cuts, slips, sessions moved and repeated, series in parts, slots
of every day, names shortened, turned round, misspelt or left out, one title in two years.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

from talkctl.model import Credit, Document, Link, Occasion, Record

_GIVEN = (
    "Aroha Bastian Chiara Dagny Edvard Fatou Gwendal Hilke Ines Jolanta Kwame Ludmila Mirela"
    " Njal Oonagh Pascual Quentin Ragnhild Sunniva Tadeusz Ulrike Vivek Wanjiru Xiomara Ysolde"
    " Zbynek Áine Björn Chloé Søren Łukasz David John Maria Michael Anna Thomas"
).split()
_FAMILY = (
    "Abernathy Brightwater Castellane Dunmore Eskildsen Farrowby Grindelwald Haverkamp Ibarrola"
    " Jankowiak Kvistgaard Lindqvist Montrose Nakashima Oyelaran Pettersen Quillfeather"
    " Rautavaara Szymborska Thistlewood Umarova Vandermeer Whitlock Xenakis Yarborough"
    " Zuckermandel O’Rourke Núñez Müller Smith Jones Garcia Lee Brown"
).split()
_COMMON_GIVEN = ("David ", "John ", "Maria ", "Michael ", "Anna ", "Thomas ")
_COMMON_FAMILY = (" Smith", " Jones", " Garcia", " Lee", " Brown")
_THINGS = (
    "containers queues caches compilers schedulers databases gateways meshes pipelines kernels"
    " parsers brokers sandboxes snapshots dashboards tokens proxies replicas indexes notebooks"
    " clusters sensors firmware packages registries allocators debuggers profilers simulators"
    " ledgers tensors shaders routers"
).split()
_TOOLS = (
    "Kestrel Ferrite Quokka Lumen Otter Basalt Marlin Tundra Zephyr Cobalt Heron Saffron".split()
)
_DOING = (
    "Scaling Debugging Testing Securing Migrating Understanding Rewriting Observing Teaching"
    " Breaking Automating Shrinking Packaging Profiling Designing"
).split()
_TAILS = (
    "lessons from production|a field report|what nobody tells you|the good, the bad and the ugly|a love story"
    "|from zero to hero|ten years later|one step at a time|a practical guide|behind the scenes"
).split("|")
_ORGS = "Brightforge,Northwind,Acme Inc.,Red Barn,Ostrich Labs,Umbra GmbH,Tailspin,Fabrikam".split(
    ","
)
_CITIES = "Oslo,Porto,Gdansk,Leeds,Graz".split(",")
_SLOTS = ("Opening", "Lunch", "Lightning Talks", "Closing Remarks", "Coffee Break")


@dataclass
class Told:
    """A conference as its sources tell it: documents, and the truth about their records."""

    documents: list[Document] = field(default_factory=list)
    talk_of: dict[tuple[str, int], str] = field(default_factory=dict)
    """(document, first line of the record) -> the talk it truly is of."""
    person_of: dict[tuple[str, int, str], str] = field(default_factory=dict)
    """(document, first line, name as billed) -> who that truly is."""


@dataclass
class _Talk:
    key: str
    title: str
    people: list[tuple[str, str, str]]
    """Key, name, organisation."""
    day: int
    hour: int
    room: str
    kind: str = "talk"
    subtitle: str | None = None


def conference(seed: int, talks: int = 60, name: str = "HeronCon", year: int = 2018) -> Told:
    """One event of *talks* talks, told by a programme, by recordings and by somebody's notes."""
    chance = random.Random(f"{seed} {name} {year}")
    given = _invent(chance, talks, f"{name}{year}", _of_last_year(seed, talks, name, year))
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


def _person(chance: random.Random) -> tuple[str, str, str]:
    name = f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"
    org = chance.choice(_ORGS)
    # Two people of one rare name are not to be expected.
    common = any(name.startswith(given) for given in _COMMON_GIVEN) and name.endswith(
        _COMMON_FAMILY
    )
    return f"{name} {org}" if common else name, name, org


def _title(chance: random.Random) -> str:
    doing, thing, other = chance.choice(_DOING), chance.choice(_THINGS), chance.choice(_THINGS)
    tool = chance.choice(_TOOLS)
    forms = (
        f"{doing} {thing} with {tool}",
        f"{tool}: {chance.choice(_TAILS)}",
        f"{doing} {thing}: {chance.choice(_TAILS)}",
        f"Why {thing} need {other}",
        f"How we stopped {doing.lower()} {thing} and learned to love “{tool}”",
        f"{thing.capitalize()} & {other} at scale - {chance.choice(_TAILS)}",
        f"{doing} {thing} in {tool} {chance.randint(2, 9)}.{chance.randint(0, 12)}",
        f"An introduction to {tool} for {thing}",
        f"{tool} on {thing}",
        f"The state of {thing} in {tool}",
    )
    return chance.choice(forms)


def _of_last_year(seed: int, count: int, name: str, year: int) -> list[_Talk]:
    """Talks that were given a year before and are given again, as another talk."""
    before = _invent(random.Random(f"{seed} {name} {year - 1}"), count, "before")
    return [talk for talk in before if talk.people and talk.key.count("-") == 1][: count // 10]


def _invent(
    chance: random.Random, count: int, where: str, again: Sequence[_Talk] = ()
) -> list[_Talk]:
    crowd = list({person[1]: person for person in (_person(chance) for _ in range(count))}.values())
    talks = [replace(talk, key=f"{where}-{n}") for n, talk in enumerate(again)]
    titles = {talk.title for talk in talks}
    while len(talks) < count:
        title = _title(chance)
        if title in titles:
            continue
        titles.add(title)
        people = chance.sample(crowd, chance.choice((1, 1, 1, 1, 2, 3)))
        place = (
            chance.randint(1, 3),
            chance.randint(9, 17),
            f"Room {chance.choice('ABCDEFGH')}{len(talks)}",
        )
        key = f"{where}-{len(talks)}"
        if chance.random() < 0.03:
            people = talks[-1].people if talks else people
        fate = chance.random()
        if fate < 0.04:
            talks += [
                _Talk(
                    f"{key}-{part}",
                    f"{title} ({part}/2)",
                    people,
                    place[0],
                    place[1] + part - 1,
                    place[2],
                )
                for part in (1, 2)
            ]
        elif fate < 0.07:
            talks += [
                _Talk(
                    f"{key}-{part}",
                    f"{title}, Part {'I' * part}",
                    people,
                    place[0],
                    place[1] + part - 1,
                    place[2],
                )
                for part in (1, 2)
            ]
        elif fate < 0.10:
            talks += [
                _Talk(f"{key}-{day}", title, people, day, place[1], place[2]) for day in (1, 3)
            ]
        elif fate < 0.15:
            tool = f"{chance.choice(_TOOLS)} {chance.choice(_THINGS).capitalize()} {len(talks)}X"
            talks += [
                _Talk(f"{key}-{depth}", f"{depth}: {tool}", people, day, place[1], place[2])
                for day, depth in ((1, "Intro"), (2, "Deep Dive"))
            ]
        else:
            subtitle = chance.choice(_TAILS) if chance.random() < 0.1 else None
            talks.append(_Talk(key, title, people, *place, subtitle=subtitle))
    for day in (1, 2, 3):
        talks += [
            _Talk(
                f"{where}-{slot}-{day}",
                slot,
                [],
                day,
                8 + 2 * n,
                "Main Hall",
                "break" if n in (1, 4) else "talk",
            )
            for n, slot in enumerate(_SLOTS)
        ]
    return talks


def _programme(chance: random.Random, talks: list[_Talk], name: str, year: int, told: Told) -> None:
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
    talk: _Talk,
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
    chance: random.Random, talks: list[_Talk], name: str, year: int, told: Told
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


def _as_recorded(chance: random.Random, talk: _Talk, event: str) -> str:
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


def _notes(chance: random.Random, talks: list[_Talk], name: str, year: int, told: Told) -> None:
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
