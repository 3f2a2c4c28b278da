"""When two titles are one talk's, as far as words can say.

A title is compared by its words, without what is put around titles: ``Keynote:`` and
``[Cancelled]`` in front, ``(Any Skill Level)`` behind, articles and ``and``. What then differs may be
explained by who speaks and where (``Title - Jane Doe - PyCon 2018``), by a cut (``Powered b...``), by
a slip of the pen, by a subtitle left out, or not at all. Numbers are never slips: Part 1 is not
Part 2, and 1.9 is not 1.10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from talkctl.text import key

_STATES = (
    r"cancell?ed|abgesagt|annul[ée]e?|cancelado|moved|rescheduled|postponed|updated?|new|online"
    r"|remote"
)
_KINDS = (
    r"(?:(?:opening|closing|morning|afternoon|day \d|invited|sponsor(?:ed)?|project|short|long"
    r"|lightning)\s+)?"
    r"(?:keynote|talk|lightning|lightning talk|workshop|tutorial|panel(?: discussion)?|session"
    r"|presentation|plenary|demo|vortrag|charla|palestra|conférence|taller|poster|video|sponsored)s?"
)
_LEVELS = (
    r"any(?: skill level)?|beginners?|intermediate|advanced|all(?: skill levels?)?"
    r"|(?:any|beginner|intermediate|advanced|all) skill levels?|\d+ ?min(?:ute)?s?"
)
_FRONT = re.compile(
    rf"^\s*(?:[\[(*]+\s*(?:{_STATES}|{_KINDS})\s*[\])*]+\s*[:–—|-]?|"
    rf"(?:{_STATES}|{_KINDS})\s*(?::|\s[–—|-]\s|[|]))\s*(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?<=\S)\s*(?:[\[(*]+\s*(?:{_STATES}|{_KINDS}|{_LEVELS}|(?:full )?video|recording|recorded|live"
    rf"|hd|4k|en|eng|english|de|deutsch|fr|es|pt)\s*[\])*]+|\s\[[biatdnm]\]|\s[–—|-]\s(?:{_STATES})|#\w+)\s*$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?:…|\.{2,})\s*$")
_BREAKS = re.compile(r"\s*[:|｜•·]+\s+|\s+[-–—/]{1,3}\s+|\s*[|｜]\s*|\s+--\s*|[?!.]\s+(?=\S)")
_OF_SERIES = re.compile(r"\b(\d{1,2})\s*(?:/|of|von|de|sur)\s*\d{1,2}\b", re.IGNORECASE)
_MARKED_PART = re.compile(
    r"\b(part|pt|teil|parte|partie|session|vol|volume|episode|ep|day|tag|act|chapter|level|module"
    r"|round|edition|take)"
    r"\.?\s+#?(one|two|three|four|five|i{1,3}|iv|v|vi{1,3}|[a-d])\b",
    re.IGNORECASE,
)
_ROMAN_END = re.compile(r"(?<=\w)[\s:–—-]+\(?(i{2,3}|iv|vi{1,3})\)?\s*(?=$|[:–—-])", re.IGNORECASE)
_ORDINALS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "i": "1", "ii": "2", "iii": "3",
    "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "a": "1", "b": "2", "c": "3", "d": "4",
}  # fmt: skip

_LITTLE = frozenset("a an the and amp quot".split())
"""Words that titles gain and lose without anybody noticing."""

_SMALL = frozenset(
    "a an the and of in on to for with from by at is are be your you my our we how why what when"
    " vs via as it its or not no do does can into der die das und mit von für im ein eine zu auf"
    " el la los las de del y en con un una le les et du des dans pour avec".split()
)
"""Words that say nothing of what a talk is about."""

GENERIC_WORDS = frozenset(
    "opening closing welcome remarks remark keynote keynotes lunch break breaks coffee tea"
    " lightning talk talks session sessions registration checkin check introduction intro outro"
    " conference congress day days one two three four q qa panel panels discussion discussions"
    " party dinner breakfast brunch reception networking social socializing event events tba tbd"
    " tbc announced be hallway track tracks poster posters demo demos sponsor sponsors sponsored"
    " award awards ceremony farewell wrap up wrapup housekeeping announcement announcements open"
    " space spaces unconference bof bofs birds feather community update updates hackathon sprint"
    " sprints workshop workshops tutorial tutorials live stream livestream morning afternoon"
    " evening night meeting meet meetup greet general assembly town hall fun run yoga hour happy"
    " drinks food snacks doors door start end setup raffle surprise untitled test private"
    " reserved free time empty slot goodbye bye thanks thank first second last recap summary"
    " mittagessen mittagspause pause kaffeepause begrussung eroffnung abschluss verabschiedung"
    " almuerzo comida cierre apertura bienvenida clausura inauguracion descanso desayuno almoco"
    " abertura encerramento boas vindas intervalo ouverture cloture dejeuner accueil mot"
    " bienvenue pranzo apertura chiusura saluti charlas relampago relampagos invited plenary"
    " exhibit exhibition exhibits hall expo booth crawl mon monday tuesday wednesday thursday"
    " friday saturday sunday group photo speakers speaker family".split()
)
"""Of words such as these the names of daily slots are made: they are no talk's own."""

_YOUTUBE_LIMIT = 100
"""Letters in a title of YouTube; one of exactly so many was cut without dots."""

_SLIPS_PER_HUNDRED = 8
_LEAST_LETTERS_OF_SLIP = 8
_LEAST_LETTERS_OF_CUT = 12


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is compared."""

    key: str
    """All its folded words, as they stand."""
    words: tuple[str, ...]
    """Its words without what stands around a title and without articles."""
    telling_words: frozenset[str]
    """Those that say what it is about."""
    joined: str
    numbers: tuple[str, ...]
    """Every number in it, and which part of a series it is, in their order."""
    telling: int
    """How many of its words say what it is about."""
    generic: bool
    cut: bool
    parts: tuple[tuple[str, ...], ...]
    """Its words between colons and dashes; one part if there are none."""
    part: str | None = None
    """Which part of a series it says it is."""


class Likeness(NamedTuple):
    """How two titles are alike: a word for it, and how much (1 is the same)."""

    how: str
    value: float


SAME = Likeness("same", 1.0)
UNLIKE = Likeness("unlike", 0.0)
OTHER_PART = Likeness("other part", 0.0)
EXACT = frozenset(("same", "core", "explained", "slip", "cut"))
"""Likenesses in which the title is whole, or would be had it not been cut."""


@lru_cache(maxsize=65536)
def read_title(text: str) -> Title:
    """*text* as it is compared."""
    text = text[:400]
    bare = _without_surroundings(text)
    cut = bool(_CUT.search(bare)) or len(text.strip()) == _YOUTUBE_LIMIT
    words = _core(bare)
    parts = tuple(part for part in (_core(piece) for piece in _BREAKS.split(bare)) if part)
    telling = [word for word in words if word not in _SMALL]
    numbers, part = _numbers(bare, words)
    return Title(
        key=key(text),
        words=words,
        telling_words=frozenset(telling),
        joined="".join(words),
        numbers=numbers,
        telling=len([word for word in telling if not word.isdigit()]),
        generic=all(word in GENERIC_WORDS or word.isdigit() for word in telling),
        cut=cut,
        parts=parts or (words,),
        part=part,
    )


def _without_surroundings(text: str) -> str:
    for pattern in (_FRONT, _BEHIND):
        for _ in range(3):
            shorter = pattern.sub("", text, count=1)
            if shorter == text or not key(shorter):
                break
            text = shorter
    return text


def _core(text: str) -> tuple[str, ...]:
    words = key(text).split()
    return tuple(word for word in words if word not in _LITTLE) or tuple(words)


def _numbers(text: str, words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    part = None
    of_series = _OF_SERIES.search(text)
    marked = _MARKED_PART.search(text) or _ROMAN_END.search(text)
    digits = [word for word in words if word.isdigit()]
    if of_series:
        part = of_series[1]
        digits = [word for word in key(_OF_SERIES.sub(r" \1 ", text)).split() if word.isdigit()]
    elif marked:
        part = _ORDINALS.get(marked[marked.lastindex or 1].lower())
        digits += [part] if part else []
    return tuple(digits), part


def compare(one: Title, other: Title, explained: frozenset[str]) -> Likeness:
    """How alike two titles are; *explained* are words of the people, the event and the place."""
    if one.key == other.key:
        return SAME if one.key else UNLIKE
    if one.joined == other.joined and not (one.part or other.part):
        return Likeness("core", 0.98)
    common = one.telling_words & other.telling_words
    if _numbers_contradict(one, other, explained):
        return OTHER_PART
    if one.joined == other.joined:
        return Likeness("core", 0.98)
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if _but_for_the_explained(short.words, long.words, explained):
        return Likeness("explained", 0.96)
    if _is_cut_of(one, other, explained) or _is_cut_of(other, one, explained):
        return Likeness("cut", 0.95)
    if _nearly(one, other):
        return Likeness("slip", 0.94)
    if _is_head(short, long):
        return Likeness("head", 0.85)
    first, second = one.telling_words - explained, other.telling_words - explained
    shared = len(common - explained)
    if not shared:
        return UNLIKE
    if shared == min(len(first), len(second)) >= 2 and _in_order(short.words, long.words):
        return Likeness("short", 0.5 + 0.3 * shared / max(len(first), len(second)))
    return Likeness("alike", shared / len(first | second))


def related(one: Title, other: Title) -> bool:
    """Whether two titles have anything in common that is worth a closer look."""
    if min(len(one.words), len(other.words)) <= 2:
        return True
    return not one.telling_words.isdisjoint(other.telling_words)


def _numbers_contradict(one: Title, other: Title, explained: frozenset[str]) -> bool:
    if one.part and other.part and one.part != other.part:
        return True
    first = [number for number in one.numbers if number not in explained]
    second = [number for number in other.numbers if number not in explained]
    if first == second:
        return False
    if one.cut and second[: len(first)] == first:
        return False
    return not (other.cut and first[: len(second)] == second)


def _but_for_the_explained(
    short: tuple[str, ...], long: tuple[str, ...], explained: frozenset[str]
) -> bool:
    """Whether the same words are left of both when explained ones are taken off the ends."""
    if not explained:
        return False
    first, second = _pared(short, long, explained), _pared(long, short, explained)
    return bool(first) and "".join(first) == "".join(second)


def _pared(
    words: tuple[str, ...], other: tuple[str, ...], explained: frozenset[str]
) -> tuple[str, ...]:
    """*words* without explained ones at either end that *other* does not have there too."""
    begin, end = 0, len(words)
    while end > begin and words[end - 1] in explained and other[-1:] != words[end - 1 : end]:
        end -= 1
    while begin < end and words[begin] in explained and other[:1] != words[begin : begin + 1]:
        begin += 1
    return words[begin:end]


def _is_cut_of(one: Title, other: Title, explained: frozenset[str]) -> bool:
    """Whether *one* breaks off where *other* goes on, in the middle of a word or not."""
    if not one.cut or len(one.joined) < _LEAST_LETTERS_OF_CUT or one.generic:
        return False
    if other.joined.startswith(one.joined):
        return True
    # What is cut may be the name behind a title that is whole.
    rest = one.joined[len(other.joined) :]
    if not one.joined.startswith(other.joined) or len(other.words) >= len(one.words):
        return False
    behind = one.words[len(other.words) :]
    return (
        bool(rest)
        and all(word in explained for word in behind[:-1])
        and any(word.startswith(behind[-1]) for word in explained)
    )


def _nearly(one: Title, other: Title) -> bool:
    """Whether slips of the pen explain the difference: one in each word, none in numbers."""
    if len(one.words) == len(other.words):
        return _differ_by_slips(one.words, other.words)
    # A blank more or less, and at most one slip beside it.
    longer = max(len(one.joined), len(other.joined))
    if longer < 12 or abs(len(one.joined) - len(other.joined)) > 1:
        return False
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(one.joined, other.joined, score_cutoff=1) <= 1)


def _differ_by_slips(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two titles of as many words differ by no more than a slip in a word here and there."""
    if one == other:
        return True
    longer = max(sum(map(len, one)), sum(map(len, other)))
    allowed = max(longer * _SLIPS_PER_HUNDRED // 100, longer >= _LEAST_LETTERS_OF_SLIP)
    if not allowed or len(one) != len(other):
        return False
    from rapidfuzz.distance import OSA

    slips = 0
    for word, another in zip(one, other, strict=True):
        if word == another:
            continue
        shorter = min(len(word), len(another))
        if shorter < 4 or not (word.isalpha() and another.isalpha()):
            return False
        distance = int(OSA.distance(word, another))
        if distance > (1 if shorter < 6 else 2):
            return False
        slips += distance
    return slips <= allowed


def _is_head(short: Title, long: Title) -> bool:
    """Whether *short* is *long* without its subtitle, or the subtitle alone."""
    if len(long.parts) < 2 or short.generic:
        return False
    if len(short.parts) == 1 and any(_differ_by_slips(short.words, part) for part in long.parts):
        return True
    return long.words[: len(short.words)] == short.words and short.telling >= 3


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    remaining = iter(long)
    return all(word in remaining for word in short if word not in _SMALL)
