"""What a question is about: the lines of the thesaurus with which it shares most words.

Who does not know what a thing is called tells what it does, in words of his own: hardly ever in
those of one phrase, but mostly in some of those by which people tell the thing. So a line of the
thesaurus is taken for all its everyday words, in whatever order they stand in the question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from talkctl.search.wordlists import LEADS_TO, Line, occurrences, plain, root, thesaurus
from talkctl.store.lexicon import base

_WORD_END = re.compile("[ ,>\n]")
_LONGEST_WORD = 32
_MOST = 2
_FEWEST_SHARED = 2
_LEAST_SHARE = 0.2
"""Of what the words of a question tell, a line must share so much for the question to be about it."""

_NEARLY = 0.7
"""A second concept must be about as likely as the first."""


class Concept(NamedTuple):
    """The words of a question that tell it, and what it is called in the trade."""

    words: tuple[str, ...]
    names: tuple[str, ...]


def concepts(words: Sequence[str]) -> list[Concept]:
    """What a question that tells something by these *words*, folded, may be about, the likeliest first."""
    lines = {word: _lines_with(plain(word)) for word in dict.fromkeys(words)}
    count = thesaurus().count(LEADS_TO)
    telling = {word: log(1 + count / (len(lines[word]) + 0.5)) for word in lines}
    shared: dict[Line, list[str]] = defaultdict(list)
    for word, its_lines in lines.items():
        for line in its_lines:
            shared[line].append(word)
    least = _LEAST_SHARE * sum(telling.values())
    likely = {
        line: told
        for line, its_words in shared.items()
        if len(its_words) >= _FEWEST_SHARED
        and (told := sum(telling[word] for word in its_words)) >= least
    }
    best = sorted(likely, key=lambda line: (-likely[line], line))[:_MOST]
    nearly = [line for line in best if likely[line] >= _NEARLY * likely[best[0]]]
    return [Concept(tuple(shared[line]), tuple(line.near())) for line in nearly]


def _lines_with(asked: str) -> set[Line]:
    """The lines that have a form of *asked* among their everyday words."""
    text = thesaurus()
    wanted = base(asked)
    found: set[Line] = set()
    for at in occurrences(root(asked)):
        word = _WORD_END.split(text[at : at + _LONGEST_WORD], 1)[0]
        if base(word) == wanted:
            line = Line.around(at)
            if at < line.turn:
                found.add(line)
    return found
