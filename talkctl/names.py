"""Names of people and organisations: when two spellings are one, and what looks like a name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from talkctl.nicknames import nicknames
from talkctl.text import fold, words

_HONOURS = frozenset(
    "dr mr mrs ms mx prof professor sir dame rev phd md msc bsc mba jr sr ii iii iv esq".split()
)
_PARTICLES = frozenset(
    "de da do dos das del della dello dalla degli di du des la las le les lo los op het vom el al"
    " bin ibn ben van von der den ten ter zu zum zur af av y e i st san mc mac o abu".split()
)
_JOINED_PARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|az|an|bin|ibn|d|l|t)[-'’](?=[^\W\d_])")
"""A particle that is written together with the name: ``al-Rashid``, ``d'Estaing``."""
_BRACKETED = re.compile(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|“[^”]*”|\"[^\"]*\"|「[^」]*」|(?<=\s)['‘][^'‘’]+['’](?=\s)"
)
_INITIALS = re.compile(r"\b(?:\w\.\s?){2,}")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-'’.·])*$")
_WIDE = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:[\s·][\u3040-\u9fff]+)?"
"""A name in Chinese, Japanese or Korean. Left to be compiled where it is met: that takes longer than
all the others together."""

LEGAL_FORMS = frozenset(
    "inc llc ltd gmbh corp co ag sa plc limited bv nv oy ab as kg llp pty srl spa corporation"
    " incorporated company se sas kk ohg ug ev sl sarl aps kft sro lp ltda eirl jsc pte pvt ehf"
    " doo lda oyj".split()
)
"""What follows a company's name, with or without a comma, dots left out."""


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of *name* that tell people apart: no titles, nicknames, suffixes or dots.

    ``Dr. Jane “JJ” O’Neil-Doe Jr`` gives ``jane``, ``oneil``, ``doe``; ``A.J. Lee`` gives ``aj``,
    ``lee``.
    """
    bare = name
    if not name.replace(" ", "").isalpha():
        bare = _BRACKETED.sub(" ", bare)
        bare = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", bare)
    parts = tuple(part for part in words(bare) if part not in _HONOURS)
    return parts or tuple(words(name))


def name_key(name: str) -> str:
    """*name* with its parts run together in their order, particles and spacing ignored."""
    return "".join(name_parts(name))


_PRONOUNS = frozenset("he him his she her hers they them theirs er ihm sie ihr el ella".split())
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


@lru_cache(maxsize=65536)
def spellings_of(name: str) -> tuple[tuple[str, ...], ...]:
    """All that *name* says somebody is called, each as its parts; as a whole first.

    ``山田太郎 (Taro Yamada)`` is both of these, and ``Jörg`` may be written Joerg.
    """
    name = name[:200]
    found = [name_parts(name)]
    if not found[0]:
        return ()
    bare = _BRACKETED.sub(" ", name)
    for bracketed in _BRACKETED.findall(name):
        inside = bracketed.strip("()（）[]“”\"「」'‘’ ")
        parts = name_parts(inside)
        if not parts or _PRONOUNS.intersection(parts):
            continue
        related = not found[0][0].isascii() or set(parts) & set(found[0])
        wide = not inside.isascii() and re.fullmatch(_WIDE, inside)
        if wide or (len(parts) > 1 and related and looks_like_name(inside)):
            found.append(parts)
    for part in [] if bare.isascii() else re.findall(_WIDE, bare):
        latin = name_parts(bare.replace(part, " "))
        if len(latin) > 1:
            found += [name_parts(part), latin]
    if (plain := bare.translate(_UMLAUTS)) != bare:
        found.append(name_parts(plain))
    return tuple(dict.fromkeys(parts for parts in found if parts))


@lru_cache(maxsize=65536)
def called_for_short(name: str) -> tuple[tuple[str, ...], ...]:
    """What somebody is called by the nickname in *name*: ``Robert “Bob” Doe`` is also Bob Doe."""
    parts = name_parts(name)
    if len(parts) < 2 or not (inside := _BRACKETED.findall(name)):
        return ()
    insides = [found.strip("()（）[]“”\"「」'‘’ ") for found in inside]
    short = [words(inside) for inside in insides if inside[:1].isupper()]
    return tuple((nick[0], *parts[1:]) for nick in short if len(nick) == 1 and nick[0].isalpha())


@lru_cache(maxsize=65536)
def same_person(one: str, other: str) -> bool:
    """Whether two spellings are certainly one name, written more or less fully.

    Order, accents, titles and spacing do not count. Names between the first and the last may be
    shortened or left out: ``Frank B Greco Jr`` is ``Frank Basil Greco``, ``Ahmet Balkan`` is
    ``Ahmet Alp Balkan``.
    """
    if one == other:
        return bool(name_parts(one))
    first, second = spellings_of(one), spellings_of(other)
    return (
        any(_same_parts(a, b) for a in first for b in second)
        or any(parts in second for parts in called_for_short(one))
        or any(parts in first for parts in called_for_short(other))
    )


def _same_parts(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if "".join(first) == "".join(second):
        return True
    if sorted(first) == sorted(second):
        return True
    if len(first) < 2 or len(second) < 2:
        return False
    if first[0] != second[0] or first[-1] != second[-1]:
        return False
    middle, other_middle = first[1:-1], second[1:-1]
    if len(middle) > len(other_middle):
        middle, other_middle = other_middle, middle
    return all(any(_abbreviates(a, b) for b in other_middle) for a in middle)


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


@lru_cache(maxsize=65536)
def plausibly_same(one: str, other: str) -> bool:
    """Whether two spellings may be one person, when both stand in the account of one talk.

    Looser than :func:`same_person`: a first name alone, a short form (``Vish`` and ``Vishnu``) or
    a slip of the pen (``Micheal`` and ``Michael``) is enough there.
    """
    if same_person(one, other):
        return True
    first, second = name_parts(one), name_parts(other)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        short, full = (first, second) if len(first) == 1 else (second, first)
        return short[0] in (full[0], full[-1])
    for name, short, full in ((one, first, second), (other, second, first)):
        if " " not in name.strip() and full[: len(short)] == short:
            return True  # a given name of two parts: Karl-Heinz
    if first[-1] == second[-1] and short_form(first[0], second[0]):
        return True
    return slips(one, other) <= 2


def short_form(one: str, other: str) -> bool:
    """Whether one folded given name is short for the other: ``b``, ``vish``, ``bob``."""
    short, full = sorted((one, other), key=len)
    if full.startswith(short) and (len(short) > 2 or len(short) == 1):
        return True
    return full in nicknames(short)


def slips(one: str, other: str) -> int:
    """How many slips of the pen lie between two names: an exchange of neighbours is one."""
    from rapidfuzz.distance import OSA

    return OSA.distance(name_key(one), name_key(other))


def looks_like_name(text: str) -> bool:
    """Whether *text* is written as people's names are: two to five capitalised words.

    A single word is never enough, nor is anything with digits or sentence marks in it.
    """
    text = _BRACKETED.sub(" ", text).strip()
    if not text.isascii() and re.fullmatch(_WIDE, text):
        return 2 <= len(text.replace(" ", "")) <= 8
    tokens = text.split()
    if not 2 <= len(tokens) <= 5:
        return False
    capitals = 0
    for token in tokens:
        if not _NAME_WORD.match(token):
            return False
        if fold(token).strip(".") in _PARTICLES:
            continue
        joined = _JOINED_PARTICLE.match(token) if token[0].islower() else None
        token = token[joined.end() :] if joined else token
        if not (token[0].isupper() or (token[0].isalpha() and not token[0].islower())):
            return False
        capitals += 1
    return capitals >= 1


def is_particle(word: str) -> bool:
    """Whether the folded *word* stands in names without a capital: ``van``, ``de``, ``bin``."""
    return word in _PARTICLES


def initials(name: str) -> str:
    """The capitals with which a page abbreviates *name*: ``XH`` for Xuefeng Han."""
    parts = [part for part in re.split(r"[\s.-]+", name) if part]
    return "".join(part[0].upper() for part in parts)


_LONGEST_PARTICLE = 3


def name_words(name: str) -> set[str]:
    """The words a name is found by: its parts, and particles joined (``di Fazio``, ``difazio``)."""
    parts = name_parts(name)
    found = {*parts, *words(name)}
    for first, second in pairwise(parts):
        if len(first) <= _LONGEST_PARTICLE or len(second) <= _LONGEST_PARTICLE:
            found.add(first + second)
    return found


def org_key(org: str) -> str:
    """*org* run together without legal forms: ``Treasure Data Inc`` and ``TreasureData`` are one."""
    parts = words(org)
    return "".join([part for part in parts if part not in LEGAL_FORMS] or parts)


def same_org(one: str, other: str) -> bool:
    """Whether both are one organisation, however they are spelt, with legal forms or without."""
    return org_key(one) == org_key(other)


def org_called(org: str, name: str) -> bool:
    """Whether every word of *name* stands in *org*, or begins a word of it."""
    known, typed = words(org), words(name)
    if same_org(org, name):
        return True
    return bool(typed) and all(any(word.startswith(part) for word in known) for part in typed)
