"""What people call things, and what the trade calls them: phrases used for one another.

Kindred words are used for one another by people who half remember a talk, or lead from everyday words
to those of the trade. They count for little, so a talk which has the word itself comes first. Their
list, ``thesaurus.txt``, is read as it is: to take it apart would take longer than to search it.
"""

from __future__ import annotations

import re
from functools import cache
from os.path import dirname, join
from typing import NamedTuple

from talkctl.store.lexicon import base, plain_forms

LEADS_TO = ">"
_PHRASE_END = re.compile(" *[,>\n]")
_LONGEST_PHRASE = 80
"""Within so many letters a phrase ends: none of the list is half as long."""

_SHORTEST_INFLECTED = 4
_IRREGULAR = """
be am are is was were been, beat beaten, become became, begin began begun, bind bound, break broke broken,
bring brought, build built, buy bought, catch caught, choose chose chosen, come came, deal dealt, die dying,
draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
find found, fly flew flown, forget forgot forgotten, freeze froze frozen, get got gotten, give gave given,
go went gone goes, grow grew grown, have has had, hear heard, hide hid hidden, hold held, keep kept,
know knew known, lead led, learn learnt, leave left, lie lying, lose lost, make made, mean meant, meet met,
pay paid, person people, ride rode ridden, rise rose risen, run ran, say said, see saw seen, sell sold,
send sent, shake shook shaken, show shown, shut shutting, sleep slept, speak spoke spoken, spend spent,
stand stood, steal stole stolen, stick stuck, take took taken, teach taught, tell told, think thought,
throw threw thrown, understand understood, wake woke woken, wear wore worn, win won, write wrote written
"""
_PLAIN = {
    form: plain
    for plain, *forms in (line.split() for line in _IRREGULAR.replace("\n", " ").split(","))
    for form in forms
}


def kindred(phrase: str) -> list[str]:
    """Words and phrases that are used for *phrase*, given in single blanks, or that it leads to."""
    found: dict[str, None] = {}
    first = phrase.partition(" ")[0]
    for at in _phrases_with(root(first)).get(phrase, ()) if first else ():
        line = Line.around(at)
        if at < line.turn:
            found |= dict.fromkeys(line.near())
    found.pop(phrase, None)
    return list(found)


class Line(NamedTuple):
    """Where a line of the thesaurus begins, turns from everyday words to those of the trade, and ends.

    One that leads nowhere else, but is a circle, turns at its end.
    """

    start: int
    turn: int
    end: int

    @classmethod
    def around(cls, at: int) -> Line:
        """The line with the place *at*."""
        text = thesaurus()
        start = text.rfind("\n", 0, at) + 2
        while text[start] == " ":
            start = text.rfind("\n", 0, start - 2) + 2
        end = text.index("\n", at)
        while text[end + 2 : end + 3] == " ":
            end = text.index("\n", end + 2)
        turn = text.find(LEADS_TO, start, end)
        return cls(start, turn if turn >= 0 else end, end)

    def near(self) -> list[str]:
        """What those who use its words may mean."""
        start = self.start if self.turn == self.end else self.turn + 1
        phrases = thesaurus()[start : self.end].split(",")
        return [phrase.strip() for phrase in phrases]


def root(word: str) -> str:
    """The letters with which all forms of *word* begin."""
    shared = base(word).rstrip("ey")
    return shared if len(shared) > 2 else word


@cache
def occurrences(root: str) -> list[int]:
    """Where words that begin with *root* stand in the thesaurus."""
    text = thesaurus()
    found = []
    at = text.find(wanted := f" {root}")
    while at >= 0:
        found.append(at + 1)
        at = text.find(wanted, at + 1)
    return found


@cache
def _phrases_with(root: str) -> dict[str, list[int]]:
    """The phrases that begin with *root*, and where each of them stands in the thesaurus."""
    text = thesaurus()
    found: dict[str, list[int]] = {}
    for at in occurrences(root):
        if text[at - 2] in ",>\n" or text[at - 4 : at - 1] == "\n  ":
            phrase = _PHRASE_END.split(text[at : at + _LONGEST_PHRASE], 1)[0]
            found.setdefault(phrase, []).append(at)
    return found


@cache
def plain(word: str) -> str:
    """*word* as the thesaurus has it: without the endings of number and tense."""
    if word in _PLAIN or len(word) < _SHORTEST_INFLECTED:
        return _PLAIN.get(word, word)
    return next(filter(_is_listed, plain_forms(word)[1:]), word)


def _is_listed(word: str) -> bool:
    text = thesaurus()
    return any(
        text.startswith(word, at) and not text[at + len(word)].isalnum()
        for at in occurrences(root(word))
    )


@cache
def thesaurus() -> str:
    """The lines of the list, behind what it says of itself; there is a blank before every word."""
    with open(join(dirname(__file__), "thesaurus.txt"), encoding="utf-8") as lines:
        text = lines.read()
    return text[text.index("\n\n") + 1 :].replace("\n", "\n ")
