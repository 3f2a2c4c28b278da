"""Which records are worth comparing: those that share something rare.

To compare all with all would take days for a large library. Two records are compared if they share
a title or a stretch of it between dashes, the beginning of a long title, a person, a recording, an
id, the moment at one event, or two of the rarer words of their titles at one event. Whatever many
records share (``Lunch``) is taken apart by event, then by day, and where even that is shared by
many it is no sign of anything.

What is compared within one event, and with records of no known event, follows from these alone:
another event that comes to a library changes nothing about it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from talkctl.identity.evidence import contradict
from talkctl.identity.profiles import Profile
from talkctl.identity.titles import GENERIC_WORDS
from talkctl.names import spellings_of

_MOST_IN_A_BLOCK = 40
_MOST_BY_WORD = 10
_WORDS_OF_A_TITLE = 5
_BEGINNING = 4
_LONGEST_WITH_A_SLIP = 12
_LONGEST_TO_NAME = 24

Block = tuple[Hashable, ...]


def candidates(profiles: list[Profile]) -> set[tuple[int, int]]:
    """Pairs of indices of *profiles*, the lower first, that share what hardly two talks do."""
    found: set[tuple[int, int]] = set()
    for keys_of in (_by_title, _by_id):
        found.update(_pairs(profiles, keys_of))
    return found


def further_candidates(
    profiles: list[Profile], settled: Callable[[int, int], bool]
) -> set[tuple[int, int]]:
    """Pairs that share something less, but for those that are *settled*."""
    found: set[tuple[int, int]] = set()
    for keys_of in (_by_slip, _by_person, _by_moment):
        found.update(pair for pair in _pairs(profiles, keys_of) if not settled(*pair))
    found.update(pair for pair in _pairs_by_words(profiles) if not settled(*pair))
    return found


def _by_title(one: Profile) -> Iterator[Block]:
    for title in (one.title, one.raw) if one.raw is not one.title else (one.title,):
        yield "title", title.joined
        for part in title.parts if len(title.parts) > 1 else ():
            joined = "".join(part)
            if len(joined) >= 8 and not all(word in GENERIC_WORDS for word in part):
                yield "title", joined
        if len(title.words) >= _BEGINNING:
            yield "beginning", title.words[:_BEGINNING]


def _by_slip(one: Profile) -> Iterator[Block]:
    """The title without each of its longer words in turn: what has one slip shares one of these."""
    words = one.title.words
    if 2 <= len(words) <= _LONGEST_WITH_A_SLIP:
        for place, word in enumerate(words):
            if len(word) > 3:
                yield "but one", place, "".join(words[:place] + words[place + 1 :])


def _by_person(one: Profile) -> Iterator[Block]:
    for name in one.people:
        for parts in spellings_of(name):
            yield "person", "".join(sorted(parts))
            if one.event and len(parts) > 1:
                yield "surname", one.event.id, parts[-1]
    if not one.people:
        # Somebody may be named in the title; who, only the other record knows.
        for some in (2, 3):
            for begin in range(min(len(one.named), _LONGEST_TO_NAME) - some + 1):
                yield "person", "".join(sorted(one.named[begin : begin + some]))


def _by_id(one: Profile) -> Iterator[Block]:
    if one.uid:
        yield "uid", *one.uid
    for video in one.videos:
        yield "video", video


def _by_moment(one: Profile) -> Iterator[Block]:
    if one.event and one.record.start and one.day:
        yield "moment", one.event.id, one.day, one.record.start[11:16]


def _pairs(
    profiles: list[Profile], keys_of: Callable[[Profile], Iterable[Block]]
) -> Iterator[tuple[int, int]]:
    blocks: dict[Block, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for block in dict.fromkeys(keys_of(one)):
            blocks[block].append(index)
    for members in blocks.values():
        if len(members) > 1:
            for some, nowhere in _narrowed(profiles, members):
                yield from _across(profiles, some, nowhere)


def _narrowed(profiles: list[Profile], members: list[int]) -> Iterator[tuple[list[int], list[int]]]:
    """*members* by event, few enough to be compared each with each, and with those of no event."""
    by_event: dict[str, list[int]] = defaultdict(list)
    for index in members:
        event = profiles[index].event
        by_event[event.id if event else ""].append(index)
    nowhere = by_event.pop("", [])
    if len(nowhere) > _MOST_IN_A_BLOCK:
        nowhere = []
    if nowhere:
        yield nowhere, []
    for block in by_event.values():
        if len(block) <= _MOST_IN_A_BLOCK:
            yield block, nowhere
            continue
        by_day: dict[str | None, list[int]] = defaultdict(list)
        for index in block:
            by_day[profiles[index].day].append(index)
        yield from ((day, []) for day in by_day.values() if len(day) <= _MOST_IN_A_BLOCK)


def _across(
    profiles: list[Profile], block: list[int], nowhere: list[int]
) -> Iterator[tuple[int, int]]:
    for position, first in enumerate(block):
        one = profiles[first]
        for second in (*block[position + 1 :], *nowhere):
            other = profiles[second]
            if one.shelf != other.shelf or not contradict(one, other):
                yield (first, second) if first < second else (second, first)


def _pairs_by_words(profiles: list[Profile]) -> Iterator[tuple[int, int]]:
    """Records of one event whose titles share two words that are rare there.

    A record of no known event may be of any: its words must be rare among those of none, too.
    """
    words = [_telling(one) for one in profiles]
    places = [one.event.id if one.event else "" for one in profiles]
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        for word in words[index]:
            blocks[place, word].append(index)
    counts: Counter[tuple[int, int]] = Counter()
    for index, place in enumerate(places):
        rare = [word for word in words[index] if len(blocks[place, word]) <= _MOST_BY_WORD]
        for where in dict.fromkeys((place, "")):
            near = [blocks.get((where, word), []) for word in rare]
            least = 2 if where == place else 1
            near = sorted((one for one in near if least <= len(one) <= _MOST_BY_WORD), key=len)
            for block in near[:_WORDS_OF_A_TITLE]:
                for other in block:
                    if other != index and profiles[other].shelf != profiles[index].shelf:
                        counts[min(index, other), max(index, other)] += 1
    for (first, second), count in counts.items():
        few = min(len(words[first]), len(words[second])) <= 2
        # Each pair was met from either side, but for those of a known event and of none.
        enough = 4 if bool(places[first]) == bool(places[second]) else 2
        if count >= enough or few:
            yield first, second


def _telling(one: Profile) -> list[str]:
    return list(
        dict.fromkeys(
            word for word in one.title.words if len(word) > 2 and word not in GENERIC_WORDS
        )
    )
