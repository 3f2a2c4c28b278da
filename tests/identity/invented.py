"""What takes place at an invented conference: talks, some in parts, some repeated, and their people.

Nothing is taken from a real programme.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
_SLOTS = ("Opening", "Lunch", "Lightning Talks", "Closing Remarks", "Coffee Break")


@dataclass
class InventedTalk:
    """A talk that takes place; *key* says which it is, *day* counts from 1, *hour* is its clock's."""

    key: str
    title: str
    people: list[tuple[str, str, str]]
    """Key, name, organisation."""
    day: int
    hour: int
    room: str
    kind: str = "talk"
    subtitle: str | None = None


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


def of_last_year(seed: int, count: int, name: str, year: int) -> list[InventedTalk]:
    """Talks that were given a year before and are given again, as another talk."""
    before = invent(random.Random(f"{seed} {name} {year - 1}"), count, "before")
    return [talk for talk in before if talk.people and talk.key.count("-") == 1][: count // 10]


def invent(
    chance: random.Random, count: int, where: str, again: Sequence[InventedTalk] = ()
) -> list[InventedTalk]:
    """*count* talks or a few more, those that are given *again* first, and the slots of every day."""
    crowd = list({person[1]: person for person in (_person(chance) for _ in range(count))}.values())
    talks = [replace(talk, key=f"{where}-{n}") for n, talk in enumerate(again)]
    titles = {talk.title for talk in talks}
    while len(talks) < count:
        title = _title(chance)
        if title in titles:
            continue
        titles.add(title)
        people = chance.sample(crowd, chance.choice((1, 1, 1, 1, 2, 3)))
        day, hour = chance.randint(1, 3), chance.randint(9, 17)
        room = f"Room {chance.choice('ABCDEFGH')}{len(talks)}"
        if chance.random() < 0.03 and talks:
            people = talks[-1].people
        whole = InventedTalk(f"{where}-{len(talks)}", title, people, day, hour, room)
        talks += _as_it_takes_place(chance, whole)
    return talks + [slot for day in (1, 2, 3) for slot in _slots(where, day)]


def _as_it_takes_place(chance: random.Random, talk: InventedTalk) -> list[InventedTalk]:
    """*talk* in one go, in two parts, on two days, or as two talks for those who know less and more."""
    fate = chance.random()
    if fate < 0.07:
        form = "{0} ({1}/2)" if fate < 0.04 else "{0}, Part {2}"
        return [
            replace(talk, key=f"{talk.key}-{n}", title=form.format(talk.title, n, "I" * n),
                    hour=talk.hour + n - 1)
            for n in (1, 2)
        ]  # fmt: skip
    if fate < 0.10:
        return [replace(talk, key=f"{talk.key}-{day}", day=day) for day in (1, 3)]
    if fate < 0.15:
        number = talk.key.rpartition("-")[2]
        tool = f"{chance.choice(_TOOLS)} {chance.choice(_THINGS).capitalize()} {number}X"
        return [
            replace(talk, key=f"{talk.key}-{depth}", title=f"{depth}: {tool}", day=day)
            for day, depth in ((1, "Intro"), (2, "Deep Dive"))
        ]
    return [replace(talk, subtitle=chance.choice(_TAILS) if chance.random() < 0.1 else None)]


def _slots(where: str, day: int) -> list[InventedTalk]:
    """What every day of a conference has."""
    return [
        InventedTalk(f"{where}-{slot}-{day}", slot, [], day, 8 + 2 * n, "Main Hall",
                     "break" if n in (1, 4) else "talk")
        for n, slot in enumerate(_SLOTS)
    ]  # fmt: skip
