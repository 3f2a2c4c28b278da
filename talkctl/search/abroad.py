"""What Spanish and German words are in English, for libraries whose talks are in English.

Those of the trade and of everyday questions stand in ``abroad.txt``, which is read when it is first
needed and searched as it is, since to take it apart would take longer. Words that both languages made of
the same Latin or Greek differ in their endings alone: ``integración``, ``Integrität``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from os.path import dirname, join

from talkctl.search.everyday import english

_SHORTEST_PART = 4
"""Shorter words begin or end too many others to be looked for in a compound."""

_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How they are typed where the keyboard has none."""

_SHORTEST_STEM = 3
_ENDINGS = {
    "acion aciones ieren iert ierung ierungen": "ation ating ated ate ing ed e",
    "cion ciones tionen": "tion",
    "siones sionen": "sion",
    "dad dades tat taten": "ty",
    "encia encias enz enzen": "ence ency",
    "ancia ancias anz": "ance ancy",
    "ante antes": "ant",
    "ente entes": "ent",
    "ado ada ados adas ar": "ated ate ed e",
    "izar izado izada izados izadas": "ize ized",
    "ificar": "ify",
    "ador adores atoren": "ator er",
    "ivo iva ivos ivas iv iver ives iven": "ive",
    "ico ica icos icas isch ische ischer isches ischen ik": "ic ical ics",
    "oso osa osos osas": "ous",
    "ales elle ellen eller elles": "al",
    "ario aria arios arias": "ary",
    "ismo ismos ismus": "ism",
    "ista istas isten": "ist",
    "logia logias logie logien": "logy",
    "ura uras ur uren": "ure",
    "mente": "ly",
}
"""Endings of Spanish and German words, and those of the same words in English."""


def in_english(phrase: str) -> list[str]:
    """What *phrase*, folded and in single blanks, is in English, where that is known."""
    return _listed(phrase) or _listed(_without_umlauts(phrase))


def cognates(word: str) -> list[str]:
    """English words that differ from a foreign one in their endings alone, if there are such."""
    found: dict[str, None] = {}
    for foreign, endings in _ENDINGS.items():
        for ending in foreign.split():
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                spelt = dict.fromkeys((stem, stem.replace("k", "c")))
                found |= dict.fromkeys(map("".join, product(spelt, endings.split())))
    return list(found)


def compounds(word: str) -> Iterator[tuple[str, str]]:
    """The two words of which *word* may be made: ``Netzwerk`` and ``Leistung``; one is listed."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        first, second = word[:cut], word[cut:]
        joint = first.removesuffix("s")
        for one in dict.fromkeys((first, joint)):
            if any(in_english(part) and not english(part) for part in (one, second)):
                yield one, second


def _without_umlauts(phrase: str) -> str:
    for typed, letter in _UMLAUTS:
        phrase = phrase.replace(typed, letter)
    return phrase


def _listed(phrase: str) -> list[str]:
    text = _list()
    at = text.find(wanted := f", {phrase},")
    while at >= 0:
        _, foreign, meant = text[at : text.index("\n", at)].partition(",: ")
        if foreign:
            return meant.split(", ")
        at = text.find(wanted, at + 1)
    return []


@cache
def _list() -> str:
    """The lines of the list, behind what it says of itself; every foreign word between commas."""
    with open(join(dirname(__file__), "abroad.txt"), encoding="utf-8") as lines:
        text = lines.read()
    return text[text.index("\n\n") + 1 :].replace("\n", "\n, ").replace(": ", ",: ")
