"""The words of the index: those of texts with their stems, and those made up for facets.

The index and the queries put to it cut words in the same way, here.

A facet is what a filter asks of a talk, its kind or its year, as an artificial word in its full text.
That word begins with a sign from Unicode's private area, which the tokenizer takes for a letter and
nobody types, so facets and the words of the text never meet.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from talkctl import text

FIELDS = ("title", "speakers", "orgs", "topics", "event", "abstract", "notes", "bios")
"""The fields of the full text that hold words of people, in the order of its columns."""

FACETS = "facets"
"""The column of the full text that holds the facets."""

MARK = "\ue000"
PERSON = "person"
EVERYTHING, TALK, INTERLUDE = "everything", "talk", "interlude"
"""Facets without a value: of every entry, of those that are talks, and of those that are not."""

HAVINGS = ("video", "slides", "notes", "abstract", "time", "transcript")


class Facet(NamedTuple):
    """One thing a filter can ask: which filter, the value's folded form, and as people write it."""

    name: str
    key: str
    value: str
    token: str


def token(name: str, key: str) -> str:
    """The artificial word for the value *key* of the facet *name*."""
    return f"{MARK}{name}{MARK}{key}"


@lru_cache(maxsize=4096)
def facet_key(value: str) -> str:
    """*value* as one folded word: equal however it is spaced, spelt large or punctuated."""
    return "".join(text.words(value))


_VOWELS = frozenset("aeiouy")
_SIBILANT = ("s", "x", "z", "ch", "sh")

_ENDINGS = (
    ("ization", "iz"), ("isation", "is"), ("ibility", ""), ("ability", ""), ("ational", "at"),
    ("ation", "at"), ("ition", "it"), ("ment", ""), ("ness", ""), ("ancy", "ant"),
    ("ency", "ent"), ("ance", "ant"), ("ence", "ent"), ("able", ""), ("ible", ""), ("ally", ""),
    ("ical", ""), ("ity", ""), ("ion", ""), ("ive", ""), ("ery", ""), ("ly", ""), ("al", ""),
    ("ic", ""), ("er", ""), ("or", ""),
)  # fmt: skip
"""Endings that make one word out of another, and what stands in their place in the stem."""

_NOT_OF_A_VERB = ("ument", "iment", "plement")
"""In these words, as in *document*, the ending is no ending."""

_AGENT_ENDINGS = (("ery", ""), ("er", ""), ("or", ""))
_ANY_ENDING = tuple(ending for ending, _ in _ENDINGS)
_SHORTEST_STEM = 4


_SILENT_E = re.compile("[^aeiouy]{1,2}[aeiouy][^aeiouwxy]")
"""What is left of a short word that ends in a silent e: ``saving`` and ``save``, ``plane``.

Without an e the last letter would be doubled, as in ``planning``.
"""


def base(word: str) -> str:
    """*word* without the endings of number and tense: ``meshes`` and ``meshed`` give ``mesh``."""
    return _without_final_vowel(_present(singular(word)))


def stem(word: str) -> str:
    """What *word* shares with its whole family: ``debugger`` and ``debugging`` give ``debug``."""
    single = singular(word)
    present = _present(single)
    endings = _ENDINGS if present == single else _AGENT_ENDINGS
    rest = _without_ending(present, endings)
    if rest != present and _SILENT_E.fullmatch(rest):
        return f"{rest}e"
    if rest.endswith(("anc", "enc")):
        return f"{rest[:-1]}t"
    return _without_final_vowel(_undoubled(rest))


def plain_forms(word: str) -> tuple[str, ...]:
    """*word* and the forms without endings that a dictionary may have it under."""
    plain = base(word)
    return word, singular(word), plain, f"{plain}e", f"{plain}y"


_BRITISH = (
    ("is", "iz", "e es ed er ers ing ation ations"), ("ys", "yz", "e es ed er ers ing"),
    ("our", "or", " s ed ing ful able al"), ("ell", "el", "ed er ers ing"),
    ("enc", "ens", "e es"), ("tis", "tic", "e es ed ing"), ("ogue", "og", " s"),
    ("ntre", "nter", " s"), ("itre", "iter", " s"), ("etre", "eter", " s"), ("ibre", "iber", " s"),
    ("gramme", "gram", " s"),
)  # fmt: skip
"""The ends of words in Britain and in America, and the endings that both may have behind."""

_ELSEWHERE = {
    spelt + ending: otherwise + ending
    for british, american, endings in _BRITISH
    for spelt, otherwise in ((british, american), (american, british))
    for ending in endings.split(" ")
}
_LONGEST_ELSEWHERE = max(map(len, _ELSEWHERE))
_SHORTEST_ALIKE = 2
"""Behind fewer letters they are no endings: ``four``, ``size``."""


def spelt_elsewhere(word: str) -> list[str]:
    """*word* as it is spelt across the Atlantic, if it is a word that differs."""
    longest = min(_LONGEST_ELSEWHERE, len(word) - _SHORTEST_ALIKE)
    endings = (word[-length:] for length in range(2, longest + 1))
    return [word.removesuffix(it) + _ELSEWHERE[it] for it in endings if it in _ELSEWHERE]


def singular(word: str) -> str:
    """*word* without the ending of the English plural."""
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(_SIBILANT):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def plural(word: str) -> str:
    """*word*, a singular, with the ending of the English plural."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANT) else f"{word}s"


def _present(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWELS.intersection(rest):
            return f"{rest}e" if _SILENT_E.fullmatch(rest) else _undoubled(rest)
    return word


def _without_ending(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    if not word.endswith(_ANY_ENDING):
        return word
    if word.endswith(_NOT_OF_A_VERB):
        return word
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - len(instead):
            return word[: len(word) - len(ending)] + instead
    return word


def _without_final_vowel(word: str) -> str:
    if word.endswith("e") and not _SILENT_E.fullmatch(word[:-1]):
        return word[:-1] if len(word) > _SHORTEST_STEM else word
    return word[:-1] if word.endswith("y") and len(word) > _SHORTEST_STEM + 1 else word


def _undoubled(word: str) -> str:
    """*word* without a consonant doubled before an ending: ``debugg`` gives ``debug``."""
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word


_MARKS = (
    ("'", ""), ("’", ""), ("‘", ""), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "),
    ("•", " "), ("\xa0", " "),
)  # fmt: skip
"""Marks that most texts have; without them they are plain ASCII and need no more folding."""

_PLAIN_WORD = re.compile(r"[a-z0-9]+")


def plain(passage: str) -> str:
    """*passage* folded, but for its case where it is plain ASCII: fast, and fit for tokenizers."""
    if passage.isascii():
        return passage.replace("'", "")
    for mark, instead in _MARKS:
        passage = passage.replace(mark, instead)
    return passage if passage.isascii() else text.fold(passage)


def words(passage: str) -> list[str]:
    """What :func:`talkctl.text.words` gives, only faster for long passages."""
    passage = plain(passage)
    return _PLAIN_WORD.findall(passage.lower()) if passage.isascii() else text.words(passage)
