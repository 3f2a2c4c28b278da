"""What a query is about as a whole, where no talk has its words together.

Who does not know what a thing is called tells what it does, in words of his own: hardly ever in
those of one phrase, but mostly in some of those by which people tell the thing. So what a query is
about is told by the lines of the thesaurus with which it shares most words, in whatever order they
stand there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from math import log
from os.path import commonprefix
from typing import NamedTuple

from talkctl.search import abbreviations
from talkctl.search.gathering import KINDRED_ASKED, OWN, Gathering, Phrase
from talkctl.search.thesaurus import LEADS_TO, Line, occurrences, plain, root, thesaurus
from talkctl.store.lexicon import stem
from talkctl.store.lookup import any_phrase

_HARDLY, _ENOUGH = 1000, 50
"""Words that fewer than one talk in so many has together stand there by chance; where so many talks
have them, they belong together."""

_LESS = 0.85
"""How much each name of a subject counts of what the one before it does: the first say it best."""

_MOST_CONCEPTS = 3
_FEWEST_SHARED = 2
"""A word alone has its kindred by itself."""

_LEAST_SHARE = 0.2
"""Of what the words of a question tell, a line must share so much for the question to be about it."""

_NEARLY = 0.7
"""Further concepts must be about as likely as the first."""

_WORD_END = re.compile("[ ,>\n]")
_LONGEST_WORD = 32
"""Within so many letters a word of the thesaurus ends: none is half as long."""


def add_subjects(reader: Gathering) -> None:
    """Let what the query of *reader* is about, as the trade calls it, answer the words that tell it."""
    if not _are_of_no_talk(reader):
        return
    free = (it for it in reader.meaning.informative if not it.required)
    telling = {group.typed: group for group in free}
    told: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for concept in concepts(list(telling)):
        weights: dict[Phrase, float] = {}
        for place, name in enumerate(concept.names):
            for spelt in abbreviations.spellings(name.split()):
                weights.setdefault(spelt, KINDRED_ASKED * _LESS**place)
        found = reader.lookup.occurring(weights)
        for word in concept.words:
            for phrase in found:
                telling[word].add(phrase, weights[phrase])
        told[concept.words] += found
    for words, found in told.items():
        if found:
            reader.tell(telling[words[0]], ", ".join(words), "also looked for", found)


def _are_of_no_talk(reader: Gathering) -> bool:
    """Whether hardly a talk has all the words, nor anything is used for all: they tell a subject."""
    told = [group.answers for group in reader.meaning.informative]
    if len(told) < 2 or set(told[0]).intersection(*told[1:]):
        return False
    own = [[it for it, weight in answers.items() if weight >= OWN] for answers in told]
    if not all(own):
        return True
    enough = min(max(1, reader.lookup.talk_count // _HARDLY), _ENOUGH)
    every = " AND ".join(map(any_phrase, own))
    return len(reader.lookup.matching(every, enough)) < enough


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
    best = sorted(likely, key=lambda line: (-likely[line], line))[:_MOST_CONCEPTS]
    nearly = [line for line in best if likely[line] >= _NEARLY * likely[best[0]]]
    return [Concept(tuple(shared[line]), tuple(line.near())) for line in nearly]


def _lines_with(asked: str) -> set[Line]:
    """The lines that have a word of the family of *asked* among their everyday words."""
    text = thesaurus()
    family = stem(asked)
    found: set[Line] = set()
    for at in occurrences(commonprefix((root(asked), family))):  # noqa: RUF071 - letters are meant
        word = _WORD_END.split(text[at : at + _LONGEST_WORD], 1)[0]
        if stem(word) == family:
            line = Line.around(at)
            if at < line.turn:
                found.add(line)
    return found
