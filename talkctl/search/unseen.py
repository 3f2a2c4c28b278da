"""What a word that was never seen may have been meant to be.

It may be two words run together, a form of another word, a beginning, or a word with a slip of the
pen in it. Each reading is the likelier the commoner its word; among readings about equally likely
the one that stands in titles beside the rest of the query is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from talkctl.search import abbreviations, spelling
from talkctl.search.abroad import (
    add_translation,
    go_abroad,
    in_english,
    is_foreign,
    read_compound,
)
from talkctl.search.everyday import english, everyday, said_of_anything
from talkctl.search.gathering import (
    INFLECTED,
    ITSELF,
    KINDRED_UNSEEN,
    OTHER_FORM,
    OWN,
    SHOWN,
    Gathering,
    Group,
    Phrase,
    Span,
    completions,
    kin,
)
from talkctl.search.spelling import likelihood
from talkctl.search.trade import add_named
from talkctl.search.wordlists import SMALL_WORDS
from talkctl.store.lexicon import singular
from talkctl.store.lookup import Lookup, any_phrase, quoted, within

_INFLECTION, _TWO_WORDS, _BEGINNING = 0.7, 1.0, 0.85
"""How unlikely each reading is of itself, in slips."""

_SHORTEST_PART = 3
_MOST_SPLITS = 4
_PAIR = 2
_SHORTEST_HYPHENED = 7
_SHORTEST_LIKE_SMALL = 5
"""Shorter words are like small ones without being slips of them: ``foo``, ``for``."""

_SHORTEST_BEGINNING = 3
_SURE_BEGINNING = 5
_RARE_SHARE = 50
"""A beginning of a few letters is sure only where one of so many talks has its word."""

_SHORTEST_COGNATE = 6
"""Shorter foreign words are like many that have nothing to do with them: ``casa``, ``case``."""

_CLOSE = 1.6
"""Readings less likely than the best by more than this are not weighed against it."""

_MOST_WEIGHED = 6
_MOST_TITLES = 31
_TOGETHER = 0.3
"""What standing in twice as many titles with the other words adds to a reading."""


class Reading(NamedTuple):
    """Phrases that a word may stand for, the best first; *doubtful* ones are merely like it.

    One that *corrects* stands for a word of the library as if that had been typed. One *in context* counts
    only where some title has it beside the rest of the query: what was typed is a word of its own.
    """

    phrases: tuple[Phrase, ...]
    weight: float
    likelihood: float
    doubtful: bool = False
    corrects: bool = False
    in_context: bool = False


def read_unseen(reader: Gathering, spans: Iterable[Span]) -> Iterator[tuple[Group, str]]:
    """Let the words that *reader* found nowhere stand for what they were probably meant to be.

    Yields the words that were surely meant, to be read as if they had been typed.
    """
    left = but_for_said(reader.lookup, reader.unseen)
    if not reader.abroad and any(is_foreign(word) for _, word in left):
        go_abroad(reader)
    unseen = {group for group, _ in left}
    for span, groups in spans:
        for group in groups:
            reader.add_phrases(group, in_english(" ".join(span)))
        if not unseen.isdisjoint(groups):
            add_named(reader, groups, " ".join(span))
    doubts: dict[Group, tuple[str, list[Reading]]] = {}
    for group, word in left:
        if said := _known_otherwise(reader, group, word):
            reader.say(group, word, said)
            continue
        if read_compound(reader, group, word):
            continue
        group.filling = group.filling or said_of_anything(word)
        near = [*group.answers, *reader.add_kindred(group, word, KINDRED_UNSEEN)]
        if not near and not reader.lookup.hyphened((word,)):
            near = add_named(reader, [group], word)
        short = abbreviations.stands_for(reader.lookup, word)
        known = bool(near or short or is_foreign(word))
        if found := readings(reader.lookup, word, known, group.filling, reader.abroad):
            doubts[group] = word, found
        elif near:
            group.of_another_life = _half_of_a_pair(reader) and everyday(word)
            reader.say(group, word, near)
        elif not group.small:
            _leave(reader, group, word)
    for group, (word, found) in doubts.items():
        others = [
            list(other.answers)[:SHOWN] or doubts[other][1][0].phrases
            for other in reader.meaning.groups
            if other is not group and (other.answers or other in doubts)
        ]
        small = [[(other.typed,)] for other in reader.meaning.groups if other.small]
        taken = fitting(reader.lookup, found, others or small)
        if taken is None:
            _leave(reader, group, word)
        else:
            _take(reader, group, word, taken)
            if taken.corrects and not taken.doubtful:
                yield group, taken.phrases[0][0]


def _half_of_a_pair(reader: Gathering) -> bool:
    """Whether two words are asked for: what is merely near one of everyday life is not it then.

    Knitting patterns are nothing that makers have; a question may well lead from life to the trade.
    """
    return len(reader.meaning.informative) == _PAIR


def _known_otherwise(reader: Gathering, group: Group, word: str) -> list[Phrase]:
    """What already answers an unseen word: what it spells with its neighbours, or its sense."""
    if spelt := [phrase for phrase, weight in group.answers.items() if weight >= OWN]:
        return spelt[:1]
    meant = abbreviations.stands_for(reader.lookup, word)
    in_full = reader.add_phrases(group, meant)
    reader.add_kindred_of_all(group, (tuple(phrase.split()) for phrase in meant))
    return in_full or add_translation(reader, group, word)


def _take(reader: Gathering, group: Group, word: str, reading: Reading) -> None:
    reader.say(group, word, reading.phrases)
    group.doubtful = reading.doubtful
    group.small = reading.corrects and _is_small(reading)
    group.of_another_life = everyday(word)
    for phrase in reading.phrases:
        group.add(phrase, reading.weight)
    if not reading.doubtful and not reading.corrects:
        meant = " ".join(reading.phrases[0])
        if near := reader.add_kindred(group, meant):
            reader.tell(group, meant, "also looked for", near)
    for other, share in reader.kin(word).items():
        group.add((other,), share)


def _leave(reader: Gathering, group: Group, word: str) -> None:
    group.of_another_life = everyday(word)
    reader.note(group, f"{word}: not in the library")


def add_two_words(reader: Gathering, group: Group, word: str, talks: int) -> None:
    """Let the two words as which *word*, itself in few *talks*, is mostly written answer too."""
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    pairs = [(word[:cut], word[cut:]) for cut in cuts]
    counts = reader.lookup.counts(part for pair in pairs for part in pair)
    common = [pair for pair in pairs if min(counts.get(part, 0) for part in pair) > talks]
    for pair in common:
        if len(reader.lookup.matching(quoted(pair), talks + 1)) > talks:
            group.add(pair, ITSELF)
            reader.note(group, f"{word}: also looked for {' '.join(pair)}")


def suspect(reader: Gathering, group: Group, word: str, talks: int) -> None:
    """Let a rare word that seems to be a slip of a usual one stand for that one too."""
    if group.column or group.required:
        return
    found = spelling.far_commoner(reader.lookup, word, talks)
    if found and not means_itself(reader.lookup, word):
        reader.add_word(group, found[0].word, ITSELF)
        reader.meaning.corrected[word] = found[0].word
        reader.note(group, f"{word}: also looked for {found[0].word}")


def but_for_said(lookup: Lookup, words: Iterable[tuple[Group, str]]) -> list[tuple[Group, str]]:
    """Those of *words*, which no text has, that nobody says either; the others are heard."""
    if not lookup.has_transcripts:
        return list(words)
    from talkctl.store.transcripts import is_said

    left = []
    for group, word in words:
        forms = dict.fromkeys((word, singular(word), f"{word}s"))
        said = [(form,) for form in forms if is_said(lookup.db, quoted((form,)))]
        group.heard += said
        if not said:
            left.append((group, word))
    return left


def means_itself(lookup: Lookup, word: str) -> bool:
    """Whether *word* is one that people mean although the library has hardly ever seen it."""
    return everyday(word) or bool(lookup.name_words((word,)))


def readings(
    lookup: Lookup, word: str, known: bool = False, ordinary: bool = False, abroad: bool = False
) -> list[Reading]:
    """What *word* may stand for, the likeliest first; one *known* as such only in other forms.

    An *ordinary* one is no slip; any that is English is one in context alone, and no beginning of another
    where that is doubtful. In a query from *abroad* so is one that is merely like another.
    """
    found = _inflections(lookup, word, known)
    if not known and not everyday(word):
        itself = english(word)
        found += [one for one in _completions(lookup, word) if not (itself and one.doubtful)]
        if itself:
            found += [one._replace(in_context=True) for one in _corrections(lookup, word)]
        elif not ordinary:
            found += _corrections(lookup, word)
        if abroad:
            found = [one._replace(in_context=_merely_like(word, one)) for one in found]
    best = max((reading.likelihood for reading in found), default=None)
    found += _splits(lookup, word, best)
    likelier = best is not None and best > likelihood(_MOST_TITLES) - 1
    short = len(word) < _SHORTEST_HYPHENED
    if not (short or likelier or known or everyday(word) or english(word)):
        found += _hyphened_with_a_slip(lookup, word)
    return sorted(found, key=lambda reading: (-reading.likelihood, reading.phrases))


def _merely_like(word: str, reading: Reading) -> bool:
    """Whether a foreign *word* is too short or too different to be that of the library."""
    meant = reading.phrases[0][0]
    short = len(word) < _SHORTEST_COGNATE and not spelling.same_letters(word, meant)
    return reading.doubtful or short


def fitting(
    lookup: Lookup, found: Sequence[Reading], others: Iterable[Sequence[Phrase]]
) -> Reading | None:
    """The reading that, likely as it is, best stands in titles with the *others* of a query."""
    beside = [any_phrase(phrases) for phrases in others]

    def titles(reading: Reading) -> Iterator[int]:
        """How many titles have it and each of the others beside it."""
        for other in beside:
            both = within(("title",), f"{any_phrase(reading.phrases)} AND {other}")
            yield len(lookup.matching(both, _MOST_TITLES, "title_search"))

    def likelihood_there(reading: Reading) -> float:
        together = sum(count.bit_length() for count in titles(reading))
        return reading.likelihood + _TOGETHER * together / len(beside)

    possible = [one for one in found if not one.in_context or (beside and all(titles(one)))]
    if not possible or not beside:
        return next(iter(possible), None)
    least = possible[0].likelihood - _CLOSE
    close = [one for one in possible if one.likelihood > least][:_MOST_WEIGHED]
    return max(close, key=likelihood_there) if len(close) > 1 else possible[0]


def _inflections(lookup: Lookup, word: str, known: bool) -> list[Reading]:
    """Words that differ in number or tense; longer ones count as completions, unless *known*."""
    inflected = [
        other
        for other, share in kin(lookup, word).items()
        if share == INFLECTED and (known or not other.startswith(word)) and other not in SMALL_WORDS
    ]
    if not inflected:
        return []
    most = max(lookup.counts(inflected).values())
    phrases = tuple((other,) for other in inflected)
    return [Reading(phrases, INFLECTED, likelihood(most) - _INFLECTION)]


def _completions(lookup: Lookup, beginning: str) -> list[Reading]:
    if len(beginning) < _SHORTEST_BEGINNING:
        return []
    found = completions(lookup, beginning)
    if not found:
        return []
    most = found[0][1]
    doubtful = len(beginning) < _SURE_BEGINNING and most * _RARE_SHARE < lookup.talk_count
    phrases = tuple((word,) for word, _ in found)
    return [Reading(phrases, ITSELF, likelihood(most) - _BEGINNING, doubtful)]


def _corrections(lookup: Lookup, word: str) -> list[Reading]:
    """What *word* is with slips in it; one that is short, or known to most, is not just like a small one."""
    found = [
        Reading(
            ((guess.word,),), ITSELF, guess.likelihood,
            not spelling.likely_slip(word, guess.word, guess.slips), corrects=True,
        )
        for guess in spelling.corrections(lookup, word)
    ]  # fmt: skip
    itself = len(word) < _SHORTEST_LIKE_SMALL or english(word)
    return [one for one in found if not (itself and one.doubtful and _is_small(one))]


def _is_small(reading: Reading) -> bool:
    return reading.phrases[0][0] in SMALL_WORDS


def _splits(lookup: Lookup, word: str, least: float | None) -> list[Reading]:
    """Two words that read *word* when joined, where that is likelier than *least*."""
    written = [tuple(pair.split()) for pair in lookup.hyphened((word,))]
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    pairs = list(dict.fromkeys([*written, *((word[:cut], word[cut:]) for cut in cuts)]))
    forms = {part: (part, part + "s") for pair in pairs for part in pair}
    counts = lookup.counts(form for pair in forms.values() for form in pair)
    talks = {part: sum(counts.get(form, 0) for form in pair) for part, pair in forms.items()}
    chances = {
        pair: likelihood(min(talks[part] for part in pair)) - _TWO_WORDS
        for pair in pairs
        if all(talks[part] for part in pair)
    }
    for pair in sorted(chances, key=lambda pair: (pair not in written, -chances[pair]))[
        :_MOST_SPLITS
    ]:
        if least is not None and pair not in written and chances[pair] < least:
            continue
        phrases = tuple(lookup.occurring(abbreviations.spellings(pair)))
        if phrases and lookup.matching(any_phrase(phrases), 1):
            sure = 1.0 if pair in written else 0.0
            return [Reading(phrases, OTHER_FORM, chances[pair] + sure)]
    return []


def _hyphened_with_a_slip(lookup: Lookup, word: str) -> list[Reading]:
    """What is written with a hyphen and was typed without it, with a slip: ``preemptable``."""
    written = lookup.hyphened(spelling.with_one_slip(word))
    phrases = tuple(lookup.occurring(tuple(pair.split()) for pair in written))
    if not phrases:
        return []
    talks = len(lookup.matching(any_phrase(phrases), _MOST_TITLES))
    return [Reading(phrases, OTHER_FORM, likelihood(talks) - 1)]
