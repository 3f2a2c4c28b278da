"""What Spanish and German words are in English, for libraries whose talks are in English.

Those of the trade and of everyday questions stand in ``abroad.txt``, which is read when it is first
needed. A line has them folded, and after the colon one to four words or phrases that talks have for
them, the likeliest first. Words that are of the same Latin or Greek in all these languages differ in
their endings alone: ``integración``, ``Integrität``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from talkctl.search.everyday import english, said_of_anything
from talkctl.search.gathering import (
    ITSELF,
    KINDRED,
    KINDRED_UNSEEN,
    STAND_IN,
    Gathering,
    Group,
    Phrase,
    Span,
)
from talkctl.search.listed import meanings
from talkctl.search.wordlists import AMBIGUOUS, FILLERS
from talkctl.store.lookup import quoted

_LIST = "abroad.txt"

_SHORTEST_PART = 4
"""Shorter words begin or end too many others to be looked for in a compound."""

_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How they are typed where the keyboard has none."""

_OTHER_FORMS = (
    ("a", "o"), ("as", "o"), ("as", "a"), ("os", "o"),
    ("em", "e"), ("en", "e"), ("er", "e"), ("es", "e"),
)  # fmt: skip
"""Endings of adjectives, and of plurals, that the list does without, and those that it has."""

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
    meant = next(filter(None, map(meanings(_LIST).get, _forms(phrase))), "")
    return meant.split(", ") if meant else []


def translate(reader: Gathering, spans: Iterable[Span]) -> None:
    """Let the English for foreign words answer them, whole phrases before their words.

    By itself ``base`` is no database. Words that the library has itself are looked for as they are
    before the English for them, but for those that are English by chance: ``red`` is a network.
    """
    translated: set[Group] = set()
    for span, groups in sorted(spans, key=lambda it: -len(it[0])):
        meant = in_english(" ".join(span))
        if not meant or not translated.isdisjoint(groups):
            continue
        told = bool(reader.lookup.matching(quoted(span), 1))
        if len(span) == 1 and not told:
            continue
        weight = KINDRED if told and not all(map(english, span)) else ITSELF
        telling = [group for group in groups if not group.small] or reader.read_as_phrase(groups)
        found = [it for group in telling for it in _add_english(reader, group, meant, weight)]
        if found:
            translated.update(telling)
            reader.tell(groups[0], " ".join(span), "also looked for", found)


def go_abroad(reader: Gathering) -> None:
    """Read the rest of a query whose unseen words are foreign as foreign too: its ``die`` is small."""
    reader.abroad = True
    for group in reader.meaning.groups:
        if group.typed in AMBIGUOUS and not group.required and not group.column:
            group.small = True
            reader.notes[group].clear()


def is_foreign(word: str) -> bool:
    """Whether a word is known from another language, and in English from none."""
    return bool(in_english(word)) and not english(word)


def add_translation(reader: Gathering, group: Group, word: str) -> list[Phrase]:
    """The English for an unseen word; one that is English is foreign in foreign company alone."""
    if english(word) and not reader.abroad:
        return []
    return _add_english(
        reader, group, in_english(word) or (_cognates(word) if reader.abroad else [])
    )


def read_compound(reader: Gathering, group: Group, word: str) -> bool:
    """Whether *word* is made of two that are known, as the German ``Netzwerkleistung`` is.

    They are read as if they had been typed apart.
    """
    for parts in _compounds(word):
        first, second = (Group(part, group.column, group.required) for part in parts)
        found = [
            _add_english(reader, one, in_english(one.typed) or [one.typed])
            for one in (first, second)
        ]
        if all(found):
            group.answers |= first.answers
            groups = reader.meaning.groups
            groups.insert(groups.index(group) + 1, second)
            reader.notes[second] = []
            reader.say(group, word, [(*found[0][0], *found[1][0])])
            return True
    return False


def _add_english(
    reader: Gathering, group: Group, meant: Sequence[str], weight: float = STAND_IN
) -> list[Phrase]:
    """Let those of *meant* that occur answer *group* with their families, or else what is near."""
    if meant and all(one in FILLERS or said_of_anything(one) for one in meant):
        group.filling = True
    found = reader.add_phrases(group, meant, weight)
    for phrase in found:
        if len(phrase) == 1:
            for other, share in reader.kin(phrase[0]).items():
                group.add((other,), weight * share)
    return found or [it for one in meant for it in reader.add_kindred(group, one, KINDRED_UNSEEN)]


def _forms(phrase: str) -> Iterator[str]:
    """*phrase* as it may stand in the list, which has one gender and case of an adjective."""
    yield phrase
    plain = phrase
    for typed, letter in _UMLAUTS:
        plain = plain.replace(typed, letter)
    yield plain
    for ending, instead in _OTHER_FORMS:
        stem = phrase.removesuffix(ending)
        if stem != phrase and len(stem) >= _SHORTEST_STEM:
            yield stem + instead


def _cognates(word: str) -> list[str]:
    """English words that differ from a foreign one in their endings alone, if there are such."""
    found: dict[str, None] = {}
    for foreign, endings in _ENDINGS.items():
        for ending in foreign.split():
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                spelt = dict.fromkeys((stem, stem.replace("k", "c")))
                found |= dict.fromkeys(map("".join, product(spelt, endings.split())))
    return list(found)


def _compounds(word: str) -> Iterator[tuple[str, str]]:
    """The two words of which *word* may be made: ``Netzwerk`` and ``Leistung``; one is listed."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        first, second = word[:cut], word[cut:]
        joint = first.removesuffix("s")
        for one in dict.fromkeys((first, joint)):
            if any(in_english(part) and not english(part) for part in (one, second)):
                yield one, second
