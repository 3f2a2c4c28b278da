"""How good answers are, by queries whose right answers people have judged."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from talkctl.search.answer import search
from talkctl.search.people import find_people
from talkctl.search.question import Question
from talkctl.store.catalog import Catalog
from talkctl.store.location import bundled_path
from talkctl.text import key
from tests.benchmarks.engines import Engine, Entry, open_engines
from tests.benchmarks.report import Table

_FIRST = 10

Answer = Callable[[str, str], list[str]]
"""Ids of talks, or of people for the command ``speaker``, for a command and a query."""


def compare(file: Path, folder: Path) -> Table:
    """nDCG@10 of talkctl and of each engine that is installed."""
    queries = [json.loads(line) for line in file.read_text().splitlines() if line.strip()]
    table = Table(
        f"Judged answers, {len(queries)} queries, nDCG@{_FIRST}",
        ("tool", "all", "class mean", "weakest class", "nonsense"),
    )
    with Catalog(bundled_path()) as catalog:
        gold = _Gold(catalog)
        talks, people = _entries(catalog)
        engines = zip(
            open_engines([entry for _, entry in talks], folder / "judged-talks", len(talks)),
            open_engines([entry for _, entry in people], folder / "judged-people", len(people)),
            strict=True,
        )
        talk_ids, people_ids = [it for it, _ in talks], [it for it, _ in people]
        for for_talks, for_people in engines:
            answer = _answered_by(for_talks, for_people, talk_ids, people_ids)
            table.add(for_talks.name, *_figures(queries, gold, answer))
        table.add("talkctl", *_figures(queries, gold, _answered_by_us(catalog)))
    return table


class _Gold:
    """Which ids the titles and names of the judged set stand for."""

    def __init__(self, catalog: Catalog) -> None:
        talks = "SELECT talk.id, {} FROM talk JOIN records ON records.talk = talk.number"
        self.talks = {
            key(title): talk
            for column in ("talk.title", "records.title", "records.raw_title")
            for talk, title in catalog.db.execute(talks.format(column))
        }
        names = (
            "SELECT id, name FROM person UNION SELECT person.id, person_alias.name"
            " FROM person_alias JOIN person ON person.number = person_alias.person"
        )
        self.people = {key(name): person for person, name in catalog.db.execute(names)}

    def grades(self, query: Mapping[str, Any]) -> dict[str, int]:
        """The grade of each id that answers *query*."""
        known = self.people if query["command"] == "speaker" else self.talks
        grades: dict[str, int] = {}
        for title, grade in query["relevant"].items():
            grades[known.get(key(title), title)] = grade
        return grades


def _entries(catalog: Catalog) -> tuple[list[tuple[str, Entry]], list[tuple[str, Entry]]]:
    talks = []
    for talk in catalog.talks(catalog.talk_numbers()):
        told = [talk.title, *(person.billed_as for person in talk.speakers)]
        told += [person.org or "" for person in talk.speakers]
        told += [talk.abstract or "", *(note.text for note in talk.notes)]
        talks.append((talk.id, (talk.title, " ".join(" ".join(told).split()))))
    people = [(person.id, (person.name, person.name)) for person in catalog.people()]
    return talks, people


def _answered_by(
    for_talks: Engine, for_people: Engine, talks: list[str], people: list[str]
) -> Answer:
    def answer(command: str, query: str) -> list[str]:
        engine, ids = (for_people, people) if command == "speaker" else (for_talks, talks)
        return [ids[place] for place in engine.search(query, _FIRST)]

    return answer


def _answered_by_us(catalog: Catalog) -> Answer:
    def answer(command: str, query: str) -> list[str]:
        if command == "speaker":
            return [person.id for person in find_people(catalog, query)[0]]
        return [hit.talk.id for hit in search(catalog, Question(query, limit=_FIRST)).hits]

    return answer


def _figures(
    queries: Iterable[Mapping[str, Any]], gold: _Gold, answer: Answer
) -> tuple[str, str, str, str]:
    scores: dict[str, list[float]] = defaultdict(list)
    nonsense: list[bool] = []
    for query in queries:
        found = answer(query["command"], query["query"])
        if query["relevant"]:
            scores[query["class"]].append(ndcg(found, gold.grades(query)))
        else:
            nonsense.append(not found)
    means = {name: sum(some) / len(some) for name, some in scores.items()}
    every = [score for some in scores.values() for score in some]
    weakest = min(means, key=lambda name: means[name])
    return (
        f"{sum(every) / len(every):.3f}",
        f"{sum(means.values()) / len(means):.3f}",
        f"{weakest} {means[weakest]:.2f}",
        f"{sum(nonsense)}/{len(nonsense)}",
    )


def ndcg(found: Iterable[str], grades: Mapping[str, int]) -> float:
    """How near the order of *found* comes to the best there could be."""
    gains = [2 ** grades.get(one, 0) - 1 for one in list(found)[:_FIRST]]
    best = sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:_FIRST]
    return _discounted(gains) / _discounted(best)


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
