"""Searching inside the process: how long answers take, whether they are right, and the same.

Times are those of the processor, which the work of others on the machine disturbs least; the files
are read once before, so that no disk is waited for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from rich.console import Console

from talkctl.errors import UsageError
from talkctl.search.answer import answered, search
from talkctl.search.find import FULL_RANKING
from talkctl.search.meaning import understand
from talkctl.search.question import Filters, Question, parse
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import base, words
from tests.benchmarks import questions
from tests.benchmarks.questions import Asked
from tests.benchmarks.report import Table, percentile, progress, spread

_BROAD = ("kubernetes", "cloud", "containers", "application", "talk", "native", "service", "open")
_ROUNDS_OF_BROAD = 10
_MIXED = 200
_SLIPS = 500
_SLOWEST = 5
_COMPARED = 40
_LARGEST_TO_COMPARE = 100_000
_RARE = 1000
"""Words in at most so many talks count as rare when first answers are compared."""


def answer_times(size: int, path: Path, console: Console) -> list[Table]:
    """How long the first ten answers take, from opening the file to hits that are explained."""
    table = Table(
        f"Inside the process, {size:,} talks, ms of processor time",
        ("queries", "p50 / p95 / worst", "p95", ""),
    )
    slow = Table(f"The slowest of them, {size:,} talks", ("query", "ms"))
    with Catalog(path) as catalog:
        asked = questions.mixed(catalog, _MIXED, f"mixed {size}")
        sieves = questions.filters(catalog)
        many = len(asked) + len(_BROAD) * _ROUNDS_OF_BROAD + 2 * sum(map(len, sieves.values()))
    with progress(console, f"inside the process, {size:,} talks", many) as done:

        def timed(question: Question) -> float:
            done()
            return _seconds(path, question)

        timed(Question(_BROAD[0]))
        broad = [timed(Question(word)) for word in _BROAD * _ROUNDS_OF_BROAD]
        _enter(table, "a broad word", broad, 0.005)
        times = {one: timed(Question(one.text)) for one in asked}
        _enter(table, f"{len(asked)} mixed queries", list(times.values()), 0.06)
        for kind, some in questions.by_kind(asked).items():
            _enter(table, f"  {kind}", [times[one] for one in some], None)
        every: list[float] = []
        for name, values in sieves.items():
            found = [
                timed(Question(text, Filters(**value)))  # type: ignore[arg-type]
                for value in values
                for text in ("kubernetes", "")
            ]
            every += found
            _enter(table, f"  filter: {name}", found, None)
            for value, seconds in zip(values, found[::2], strict=True):
                slow.add(f"kubernetes, {value}", f"{seconds * 1000:.0f}")
        _enter(table, "any filter", every, 0.1)
    for one, seconds in times.items():
        slow.add(f"{one.kind}: {one.text}", f"{seconds * 1000:.0f}")
    slow.rows.sort(key=lambda row: -int(row[1]))
    del slow.rows[2 * _SLOWEST :]
    return [table, slow]


def _enter(table: Table, name: str, seconds: Sequence[float], most: float | None) -> None:
    value = percentile(seconds, 0.95)
    goal = f"≤ {most * 1000:g}" if most else ""
    met = "" if most is None else "ok" if value <= most else "MISSED"
    table.add(name, spread(seconds), goal, met)


def _seconds(path: Path, question: Question) -> float:
    begun = time.process_time()
    # A value that nothing in the library meets is refused, which is an answer like others.
    with suppress(UsageError), Catalog(path) as catalog:
        search(catalog, question)
    return time.process_time() - begun


def corrections(size: int, path: Path, console: Console) -> Table:
    """How often a slip is seen through, and how often the first talk has what was meant."""
    table = Table(
        f"Corrections, {_SLIPS} random slips, {size:,} talks", ("what", "share", "goal", "")
    )
    with Catalog(path) as catalog, progress(console, f"slips, {size:,} talks", 3 * _SLIPS) as done:
        single = questions.slips(catalog, _SLIPS, f"slips {size}")
        guesses = [_guess(catalog, one, done) for one in single]
        right = [guess == one.meant[0] for guess, one in zip(guesses, single, strict=True)]
        occurring = [bool(catalog.lookup.counts((one.slipped,))) for one in single]
        _share(table, "first guess right", right, 0.9)
        unseen = [was for was, known in zip(right, occurring, strict=True) if not known]
        _share(table, "  of slips that stand in no talk", unseen, None)
        _share(table, "slips that stand in some talk themselves", occurring, None)
        double = questions.slips(catalog, _SLIPS, f"two words {size}", two_words=True)
        first = [_first_has(catalog, one, done) for one in single]
        _share(table, "first result right, one word", first, 0.95)
        both = [_first_has(catalog, one, done) for one in double]
        _share(table, "first result right, two words", both, 0.95)
    pairs = zip(single, guesses, right, strict=True)
    wrong = [f"{one.slipped} ({one.meant[0]}): {guess}" for one, guess, was in pairs if not was]
    table.notes.append("wrong first guesses: " + "; ".join(wrong[:12]))
    poor = [one.text for one, was in zip(single + double, first + both, strict=True) if not was]
    table.notes.append("wrong first results: " + "; ".join(poor[:12]))
    return table


def _guess(catalog: Catalog, one: Asked, done: Callable[[], None]) -> str:
    done()
    meaning = understand(catalog.lookup, parse(one.slipped))
    return meaning.corrected.get(one.slipped, "left as it is")


def _first_has(catalog: Catalog, one: Asked, done: Callable[[], None]) -> bool:
    """Whether the first talk has every word that was meant, whatever its ending."""
    done()
    found = search(catalog, Question(one.text, limit=1))
    if not found.hits:
        return False
    talk = found.hits[0].talk
    told = [talk.title, talk.abstract or "", *(person.name for person in talk.speakers)]
    told += [person.org or "" for person in talk.speakers]
    there = {base(word) for text in told for word in words(text)}
    return all(base(word) in there for word in one.meant)


def _share(table: Table, name: str, right: Sequence[bool], least: float | None) -> None:
    share = sum(right) / max(1, len(right))
    table.measured(name, share, None, f"{share:.1%}", least)


def first_answers(size: int, path: Path, console: Console) -> Table | None:
    """Whether the first ten are those of the full ranking, where a word of the query is rare."""
    if not FULL_RANKING < size <= _LARGEST_TO_COMPARE:
        return None
    table = Table(
        f"First ten beside the full ranking, {size:,} talks", ("queries", "value", "goal", "")
    )
    shares, same = [], []
    with Catalog(path) as catalog, progress(console, "full rankings", _COMPARED) as done:
        for text in _with_a_rare_word(catalog, size):
            bounded = _first_ten(catalog, text, shortcuts=True)
            full = _first_ten(catalog, text, shortcuts=False)
            shares.append(len(set(full) & set(bounded)) / max(1, len(full)))
            same.append(full == bounded)
            done()
    share, ordered = sum(shares) / len(shares), sum(same) / len(same)
    table.measured("the same talks, rare word in the query", share, None, f"{share:.1%}", 1)
    table.measured("in the same order", ordered, None, f"{ordered:.1%}", None)
    return table


def _with_a_rare_word(catalog: Catalog, size: int) -> list[str]:
    random = Random(f"rare {size}")
    found: list[str] = []
    while len(found) < _COMPARED:
        for one in questions.mixed(catalog, 50, f"rare {random.random()}"):
            counts = catalog.lookup.counts(one.meant)
            rare = counts and min(counts.values()) <= _RARE and len(counts) == len(one.meant)
            if one.kind in ("one word", "two to four words") and rare:
                found.append(one.text)
    return found[:_COMPARED]


def _first_ten(catalog: Catalog, text: str, shortcuts: bool) -> list[str]:
    return [hit.talk.id for hit in answered(catalog, Question(text), shortcuts).hits]
