"""Who is meant by a name, however it is typed.

Every word typed must be answered by a word of the person's name: the same, an initial, a beginning,
or one a slip or two away. Order, accents, titles and joined particles do not count; names in
between may be left out on either side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from talkctl.model import Person
from talkctl.names import name_parts, name_words
from talkctl.nicknames import names_abroad, nicknames
from talkctl.store.catalog import Catalog
from talkctl.store.lookup import Lookup

SAME, NICKNAME, BEGINNING, INITIAL = 1.0, 0.85, 0.85, 0.8
ABROAD, ONE_SLIP, TWO_SLIPS, LEFT_OUT = 0.7, 0.75, 0.6, 0.5

_TWO_SLIPS_FROM = 6
"""With another word beside it, a word of so many letters may hold two slips."""

_CLEARLY = 0.1
"""A person so much ahead of the next one is clearly meant and comes alone."""

_LONGEST_NAME = 12
"""Nobody has more names; what is longer is no name but a page pasted by mistake."""

_MOST_INITIALS = 3

_SOUNDS = [("ie", "y", "ee", "ei"), ("ph", "f", "v"), ("ck", "k", "c"), ("oe", "o"), ("ae", "a"),
           ("ue", "u"), ("x", "ks"), ("sch", "sh"), ("tz", "ts", "z")]  # fmt: skip
"""Spellings of one sound."""

_MOST_CANDIDATES = 5000
_MOST_BEGINNINGS = 50
_MOST_SHOWN = 100
_AT_A_TIME = 500
_SHORTEST_BEGINNING = 3

_FOND_ENDINGS, _SHORTEST_FOND = ("ie", "ey", "y", "i"), 4
"""Endings that make a fond name of the beginning of a first name, if that is long enough to tell."""


class Likeness(NamedTuple):
    """A person who may be meant, and how well the name fits."""

    number: int
    name: str
    score: float


def find_people(catalog: Catalog, name: str) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """The people *name* may mean, best first, and what is to be said about it.

    Nobody answers to a name of which one word is in nobody's name. One who is clearly meant comes
    alone; a first or last name alone brings every namesake.
    """
    likely = likely_people(catalog.lookup, name)
    given = catalog.lookup.talk_counts(one.number for one in likely)
    likely.sort(key=lambda one: (-one.score, -given[one.number], one.name, one.number))
    messages = _messages(name, likely)
    if len(likely) > _MOST_SHOWN:
        messages += (f"{name}: {len(likely)} people; the {_MOST_SHOWN} with the most talks",)
    shown = likely[:_MOST_SHOWN]
    people = catalog.persons(one.number for one in shown)
    return tuple(
        person._replace(score=round(one.score, 4))
        for person, one in zip(people, shown, strict=True)
    ), messages


def likely_people(lookup: Lookup, name: str) -> list[Likeness]:
    """The people *name* may mean, best first; the one clearly meant alone."""
    typed = name_parts(name)[:_LONGEST_NAME]
    if not any(typed):
        return []
    if len(typed) == 1 and (namesakes := lookup.namesakes(typed[0])):
        return [Likeness(number, name, SAME) for number, name in namesakes]
    ways = [(typed, False), (typed, True)]
    ways += [(words, False) for words in _otherwise_parted(lookup, typed)]
    for words, forgiving in ways:
        found = _meant(lookup, words, _answers(lookup, words, forgiving))
        if found:
            return [one for one in found if one.score > found[0].score - _CLEARLY]
    return []


def _otherwise_parted(lookup: Lookup, typed: Sequence[str]) -> list[tuple[str, ...]]:
    """The words typed with two that were run together apart, two apart as one, or initials apart.

    ``torinsandall``, ``mc luckie``, ``my chen`` for Michael Y. Chen.
    """
    if len(typed) == 1:
        word = typed[0]
        pairs = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
        seen = lookup.name_words(part for pair in pairs for part in pair)
        return [pair for pair in pairs if seen.issuperset(pair)]
    seen = lookup.name_words((*typed, *map("".join, pairwise(typed))))
    ways = [
        (*typed[:place], joined, *typed[place + 2 :])
        for place, joined in enumerate(map("".join, pairwise(typed)))
        if joined in seen
    ]
    initials = [word for word in typed if 1 < len(word) <= _MOST_INITIALS and word not in seen]
    return ways + [
        tuple(part for word in typed for part in (one if word == one else (word,)))
        for one in initials
    ]


def _meant(
    lookup: Lookup, typed: Sequence[str], answers: dict[str, dict[str, float]]
) -> list[Likeness]:
    found = [
        likeness
        for number, names in _candidates(lookup, typed, answers).items()
        if (likeness := _best_likeness(number, names, typed, answers))
    ]
    return sorted(found, key=lambda one: (-one.score, one.name, one.number))


def _answers(lookup: Lookup, typed: Sequence[str], forgiving: bool) -> dict[str, dict[str, float]]:
    """For each word typed, the words of names that may answer it and how well.

    Only a word that is in nobody's name is taken for a beginning, and only one that begins nobody's
    name for a slip of the pen; unless one has to be *forgiving* for anybody to answer at all.
    """
    seen = lookup.name_words(typed)
    answers: dict[str, dict[str, float]] = {}
    for word in typed:
        found = _nicknames(word) if len(typed) > 1 else {}
        if word in seen:
            found[word] = SAME
            if len(typed) > 1:
                found |= dict.fromkeys(_shortened(lookup, word), BEGINNING)
        elif len(word) >= _SHORTEST_BEGINNING:
            beginning = dict.fromkeys(lookup.name_beginnings(word, _MOST_BEGINNINGS), BEGINNING)
            found |= beginning or dict.fromkeys(_called_fondly(lookup, word), NICKNAME)
        if forgiving and len(typed) > 1:
            found = dict.fromkeys(names_abroad(word), ABROAD) | found
        if forgiving or not found:
            for other, score in _corrections(lookup, word, len(typed) > 1).items():
                found.setdefault(other, score)
        answers[word] = found
    return answers


def _shortened(lookup: Lookup, word: str) -> set[str]:
    """The names that *word* is the long form of: ``matthew`` of *Matt*."""
    return lookup.name_words(word[:end] for end in range(_SHORTEST_BEGINNING, len(word)))


def _called_fondly(lookup: Lookup, word: str) -> list[str]:
    """The names that *word* is the fond form of: ``lachie`` of *Lachlan*."""
    root = next((word.removesuffix(it) for it in _FOND_ENDINGS if word.endswith(it)), "")
    if len(root) < _SHORTEST_FOND:
        return []
    return lookup.name_beginnings(root, _MOST_BEGINNINGS)


def _nicknames(word: str) -> dict[str, float]:
    return dict.fromkeys(nicknames(word), NICKNAME)


def _corrections(lookup: Lookup, word: str, beside_another: bool) -> dict[str, float]:
    """Words of names that *word* is with a slip or two."""
    from talkctl.search.spelling import name_corrections, slips_allowed

    most = 2 if len(word) >= _TWO_SLIPS_FROM and beside_another else slips_allowed(word)
    found = name_corrections(lookup, word, most)
    heard = dict.fromkeys(lookup.name_words(_sounding_alike(word)), ONE_SLIP)
    return {other: ONE_SLIP if slips == 1 else TWO_SLIPS for other, slips in found} | heard


def _sounding_alike(word: str) -> set[str]:
    """Other spellings of the same sound: ``abbie`` for *Abby*, ``stefan`` for *Stephan*."""
    return {
        word[:place] + spelt + word[place + len(sound) :]
        for sounds in _SOUNDS
        for sound in sounds
        for place in range(len(word))
        if word.startswith(sound, place)
        for spelt in sounds
    } - {word}


def _candidates(
    lookup: Lookup, typed: Sequence[str], answers: dict[str, dict[str, float]]
) -> dict[int, list[str]]:
    """People whose names have an answer to each word typed, and all those names."""
    choices = [sorted(answers[word]) for word in typed if answers[word] and len(word) > 1]
    ways = [choices] if choices else []
    if len(typed) > 2 and len(choices) > 1:
        ways.append([choices[0], choices[-1]])
    joined = {"".join(typed), *(first + second for first, second in pairwise(typed))}
    ways += [[[word]] for word in sorted(lookup.name_words(joined))]
    people: list[int] = []
    for way in ways:
        people += lookup.named(way, _MOST_CANDIDATES)
    names: dict[int, list[str]] = defaultdict(list)
    for start in range(0, len(people), _AT_A_TIME):
        for number, name in lookup.names(people[start : start + _AT_A_TIME]):
            names[number].append(name)
    return names


def _best_likeness(
    number: int, names: Iterable[str], typed: Sequence[str], answers: dict[str, dict[str, float]]
) -> Likeness | None:
    found = [
        Likeness(number, name, score)
        for name in names
        if (score := _likeness(name, typed, answers))
    ]
    return max(found, key=lambda one: one.score, default=None)


def _likeness(
    name: str, typed: Sequence[str], answers: dict[str, dict[str, float]]
) -> float | None:
    """How well *name* fits the words typed, if it does."""
    parts = name_parts(name)
    if "".join(parts) == "".join(typed):
        return SAME
    free = sorted(name_words(name))
    gained, by = 0.0, []
    left_out = 0
    for place, word in sorted(enumerate(typed), key=lambda item: -len(item[1])):
        score, answer = max(
            ((_word_likeness(word, other, answers), other) for other in free),
            default=(0.0, ""),
        )
        if score:
            free.remove(answer)
            by.append(answer)
            gained += score
        elif 0 < place < len(typed) - 1 and len(parts) == 2:
            left_out += 1
        else:
            return None
    if left_out:
        gained += LEFT_OUT * left_out
    if all(len(word) == 1 for word in by) and len(parts) > 1:
        return None
    return gained / len(typed)


def _word_likeness(word: str, other: str, answers: dict[str, dict[str, float]]) -> float:
    if other in answers[word]:
        return answers[word][other]
    short, long = sorted((word, other), key=len)
    if len(short) == 1 and long.startswith(short):
        return INITIAL
    if len(short) >= _SHORTEST_BEGINNING and long.startswith(short):
        return BEGINNING
    return 0.0


def _messages(name: str, likely: Sequence[Likeness]) -> tuple[str, ...]:
    """What a name was taken for, where it was not typed as it is written."""
    typed = set(name_parts(name))
    if not likely or any(typed <= name_words(one.name) for one in likely):
        return ()
    first = likely[0]
    if "".join(name_parts(first.name)) == "".join(name_parts(name)):
        return ()
    return (f"{name}: taken for {first.name}",)
