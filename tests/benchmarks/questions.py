"""What people ask of a made library: words of its own titles, whole, cut short, and with slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import words
from tests.benchmarks.vocabulary import slip

KINDS = {
    "one word": 30, "two to four words": 70, "one slip": 30, "one slip in two words": 20,
    "beginning": 15, "phrase": 15, "exclusion": 10, "OR": 5, "field": 5,
}  # fmt: skip
_SHORTEST_TO_SLIP = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of one kind, and the words that were meant."""

    kind: str
    text: str
    meant: tuple[str, ...]
    slipped: str = ""


def mixed(catalog: Catalog, many: int, seed: str) -> list[Asked]:
    """So many questions of all kinds, in the proportions of ``KINDS``."""
    random = Random(seed)
    titles = _titles(catalog, random)
    kinds = [kind for kind, share in KINDS.items() for _ in range(share)]
    return [_asked(kinds[place * len(kinds) // many], titles, random) for place in range(many)]


def slips(catalog: Catalog, many: int, seed: str, two_words: bool = False) -> list[Asked]:
    """So many questions with one slip in a word of five letters or more."""
    random = Random(seed)
    titles = _titles(catalog, random)
    kind = "one slip in two words" if two_words else "one slip"
    return [_asked(kind, titles, random) for _ in range(many)]


def _titles(catalog: Catalog, random: Random) -> Iterator[list[str]]:
    """The words of random titles that have enough of them."""
    last = catalog.lookup.talk_count
    while True:
        for _, title, _ in catalog.lookup.titles([random.randint(1, last)]):
            found = [word for word in words(title) if len(word) > 2 and word.isascii()]
            if len(found) >= 4:
                yield found


def _asked(kind: str, titles: Iterator[list[str]], random: Random) -> Asked:
    title = next(titles)
    start = random.randrange(len(title) - 1)
    pair = title[start : start + 2]
    word = random.choice(title)
    if kind == "one word":
        return Asked(kind, word, (word,))
    if kind == "two to four words":
        some = random.sample(title, random.randint(2, 4))
        return Asked(kind, " ".join(some), tuple(some))
    if kind == "beginning":
        return Asked(kind, f"{word[: max(2, len(word) // 2)]}*", ())
    if kind == "phrase":
        return Asked(kind, f'"{" ".join(pair)}"', tuple(pair))
    if kind == "exclusion":
        return Asked(kind, f"{pair[0]} -{random.choice(next(titles))}", (pair[0],))
    if kind == "OR":
        return Asked(kind, f"{pair[0]} OR {random.choice(next(titles))}", ())
    if kind == "field":
        return Asked(kind, f"title:{word}", (word,))
    return _with_slip(kind, titles, random, 2 if kind.endswith("two words") else 1)


def _with_slip(kind: str, titles: Iterator[list[str]], random: Random, many: int) -> Asked:
    while True:
        title = next(titles)
        long = [word for word in title if len(word) >= _SHORTEST_TO_SLIP and word.isalpha()]
        if not long:
            continue
        word = random.choice(long)
        typed = slip(word, random)
        others = [other for other in title if other != word][: many - 1]
        text = " ".join([typed, *others])
        return Asked(kind, text, (word, *others), typed)


def by_kind(asked: Sequence[Asked]) -> dict[str, list[Asked]]:
    """The questions of each kind."""
    found: dict[str, list[Asked]] = {}
    for one in asked:
        found.setdefault(one.kind, []).append(one)
    return found


def filters(catalog: Catalog) -> dict[str, list[dict[str, tuple[str, ...] | str]]]:
    """For each filter some values the library knows, common ones and rare ones."""
    values = partial(_spread_values, catalog)
    people = catalog.db.execute("SELECT name FROM person ORDER BY number LIMIT 40").fetchall()
    dates = values("date")
    several = {
        "event": values("event"), "org": values("org"), "kind": values("kind"),
        "level": values("level"), "room": values("room"), "track": values("track"),
        "tag": values("tag"), "language": values("language"), "year": values("year"),
        "day": [*values("day"), *values("weekday")[:2], *dates[:2]],
        "speaker": [name for (name,) in people[::8]],
        "has": ["video", "abstract", "time"],
    }  # fmt: skip
    found: dict[str, list[dict[str, tuple[str, ...] | str]]] = {
        name: [{name: (value,)} for value in chosen] for name, chosen in several.items()
    }
    found["since and until"] = [{"since": f"{date[:7]}-05", "until": "2024"} for date in dates]
    found["several at once"] = [
        {"year": (year,), "level": ("beginner",), "kind": ("talk",)} for year in several["year"]
    ]
    return found


def _spread_values(catalog: Catalog, name: str) -> list[str]:
    """Up to six values of a facet, from the commonest to the rarest."""
    every = [one.value for one in catalog.lookup.facet_values(name)]
    step = max(1, len(every) // 6)
    return every[::step][:6]
