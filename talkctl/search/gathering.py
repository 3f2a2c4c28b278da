"""What answers the clauses of a query: groups of words and phrases, and how they are gathered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from talkctl.search import abbreviations, thesaurus
from talkctl.search.wordlists import FILLERS, POINTING
from talkctl.store.lexicon import base, plain_forms, singular, spelt_elsewhere, stem
from talkctl.store.lookup import Lookup

ITSELF, INFLECTED, FAMILY, OTHER_FORM, STAND_IN, KINDRED = 1.0, 0.9, 0.5, 0.9, 0.8, 0.2
"""How much a word counts that stands for another, from the very word to one merely near it."""

OWN = 0.5
"""Answers of less weight are merely near: they say nothing of how rare a word is."""

MANY_WORDS = 4
"""Who types so many words that tell something asks in words of their own."""

KINDRED_ASKED, KINDRED_PHRASE_ASKED = 0.3, 0.49
"""The same for what is near the words, and the phrases, of a question: few ask in a talk's words."""

KINDRED_UNSEEN = 0.4
"""What people use for a word that the library has never seen is all there is to go by."""

Phrase = tuple[str, ...]

_SHORTEST_KIN = 3
MOST_KIN = 12
_MOST_COMPLETIONS = 24
_MOST_WORDINGS = 8
_DERIVED = "ation"
"""A word that ends so is of the family of the verb without it: ``configure``, ``configuration``."""

SHOWN = 3


class Group:
    """The words, side by side, that answer one clause of a query, and how much each counts.

    *beside* are the groups of the terms of one clause, of which one is to be met, itself among them.
    What is *bound* answers only where it stands in one of these fields: of ``title:mesh OR envoy`` the
    mesh. *heard* are words that answer it too where they are said in a recording. One that is *filling*
    hardly tells one talk from another; one *of another life* is of no talk here. What is *no name* is not
    looked for among people: ``DR``, where some are called Dr.
    """

    __slots__ = (
        "answers", "beside", "bound", "column", "doubtful", "filling", "heard", "no_name", "of_another_life",
        "required", "small", "typed",
    )  # fmt: skip

    def __init__(
        self, typed: str, column: str | None = None, required: bool = False, small: bool = False
    ) -> None:
        self.typed = typed
        self.column = column
        self.required = required
        self.small = small
        self.doubtful = False
        self.no_name = False
        self.of_another_life = False
        self.filling = typed in FILLERS
        self.answers: dict[tuple[str, ...], float] = {}
        self.bound: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.heard: list[tuple[str, ...]] = []
        self.beside: Sequence[Group] = (self,)

    def answering(self, answers: dict[tuple[str, ...], float]) -> Group:
        """The same group with other words to answer it."""
        group = Group(self.typed, self.column, self.required, self.small)
        group.answers, group.bound = answers, self.bound
        return group

    def fields_of(self, phrase: tuple[str, ...]) -> tuple[str, ...]:
        """The fields in one of which *phrase* has to stand; none if it may stand in any."""
        return (self.column,) if self.column else self.bound.get(phrase, ())

    def add(self, words: Iterable[str], weight: float) -> None:
        """Let *words* answer this clause too."""
        phrase = tuple(words)
        self.answers[phrase] = max(weight, self.answers.get(phrase, 0.0))


class Meaning:
    """A query understood: its groups in their order, what to leave out, and what to say.

    What *spoken* groups ask for is said in the recording, what *unspoken* ones do is not.
    """

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.excluded: list[Group] = []
        self.spoken: list[Group] = []
        self.unspoken: list[Group] = []
        self.messages: list[str] = []
        self.corrected: dict[str, str] = {}
        self.wording: list[str] = []

    @property
    def informative(self) -> list[Group]:
        """The groups that tell talks apart: all but small words, or all if there are no others."""
        telling = [group for group in self.groups if not group.small]
        return telling if telling or self.spoken else self.groups

    def wordings(self) -> list[Phrase]:
        """The words of the query in their order: as written, and with one as it is called elsewhere."""
        written = tuple(self.wording)
        found = [written]
        for group in self.informative:
            meant = self.corrected.get(group.typed, group.typed)
            for phrase, weight in group.answers.items():
                if meant in written and len(phrase) == 1 and STAND_IN <= weight < ITSELF:
                    found.append(tuple(phrase[0] if it == meant else it for it in written))
        return found[:_MOST_WORDINGS]


class Gathering:
    """The words that answer one query as they are found: its meaning, and what is to be said.

    *phrases* are the groups read already, as several small words that mean something together. A query
    from *abroad* has words of another language.
    """

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.abroad = False
        self.meaning = Meaning()
        self.notes: dict[Group, list[str]] = {}
        self.unseen: list[tuple[Group, str]] = []
        self.families: dict[str, dict[str, float]] = {}
        self.told: set[str] = set()
        self.phrases: set[Group] = set()

    def note(self, group: Group, text: str) -> None:
        """Keep what is to be said about a word."""
        self.notes[group].append(text)

    def say(self, group: Group, typed: str, found: Sequence[Phrase]) -> None:
        """Tell that *typed*, which the library has never seen, was taken for the phrases found."""
        self.meaning.corrected[typed] = " ".join(found[0])
        self.tell(group, typed, "searched for", found)

    def tell(self, group: Group, typed: str, how: str, found: Sequence[Phrase]) -> None:
        """Tell how *typed* was taken; a list that was told of a word beside it is not told again."""
        listed, more = some(found)
        if len(found) == 1 or listed not in self.told:
            self.note(group, f"{typed}: {how} {listed}{more}")
        self.told.add(listed)

    def kin(self, word: str) -> dict[str, float]:
        """What :func:`kin` gives, looked up once for each word."""
        return self.families.get(word) or self.families.setdefault(word, kin(self.lookup, word))

    def add_word(self, group: Group, word: str, weight: float) -> None:
        """Let a word and its family answer *group*."""
        group.add((word,), weight)
        for other, share in self.kin(word).items():
            group.add((other,), weight * share)

    def add_phrases(
        self, group: Group, phrases: Iterable[str], weight: float = STAND_IN
    ) -> list[Phrase]:
        """Let those of *phrases* that occur stand for a word, in all their forms."""
        found: list[Phrase] = []
        for words in phrases:
            found += self.lookup.occurring(self._forms(words.split()))
        for phrase in found:
            group.add(phrase, weight)
        return found

    def add_kindred(self, group: Group, word: str, weight: float = KINDRED) -> list[Phrase]:
        """Words that people use for one another; a word asked for in one field means itself."""
        if group.column:
            return []
        inflected = (it for it, share in self.kin(word).items() if share == INFLECTED)
        forms = dict.fromkeys(chain(plain_forms(word), inflected, (thesaurus.plain(word),)))
        near = self.kindred(forms)
        found = [it for it in near if not any(it in other.answers for other in group.beside)]
        for phrase in found:
            group.add(phrase, weight)
        return found

    def add_kindred_of_all(self, group: Group, phrases: Iterable[Phrase]) -> None:
        """The same for what a word is short for."""
        for phrase in phrases:
            self.add_kindred(group, " ".join(phrase))

    def _forms(self, words: Sequence[str]) -> list[Phrase]:
        """A phrase in singular and plural, in one word, and with others of its last word's kin."""
        forms = abbreviations.spellings(words)
        if len(words) > 1:
            forms += abbreviations.spellings(["".join(words)])
            forms += [(*words[:-1], other) for other in self.kin(words[-1])]
        return forms

    def read_as_phrase(self, groups: Sequence[Group]) -> Sequence[Group]:
        """Let small words tell something together: the first of *groups* does for all."""
        groups[0].small = False
        self.phrases.add(groups[0])
        return groups[:1]

    def kindred_of_phrase(self, words: Sequence[str]) -> list[Phrase]:
        """What is used for *words* side by side, however they are inflected."""
        plain = [thesaurus.plain(word) for word in words]
        told = [word for word in plain if word not in POINTING]
        ends = {words[0], words[-1]}
        forms = [*abbreviations.spellings(words), plain]
        if 1 < len(told) < len(plain) and not ends & POINTING:
            forms.append(told)
        return self.kindred(dict.fromkeys(map(" ".join, forms)))

    def kindred(self, forms: Iterable[str]) -> list[Phrase]:
        """The words and phrases used for one of *forms* that some talk has, in either number."""
        near = dict.fromkeys(it for form in forms for it in thesaurus.kindred(form))
        spelt = [phrase for it in near for phrase in abbreviations.spellings(it.split())]
        return self.lookup.occurring(dict.fromkeys(spelt)) if spelt else []


def kin(lookup: Lookup, word: str) -> dict[str, float]:
    """The other words of a word's family and how near to it they are."""
    if not word.isalpha():
        return {}
    near = dict.fromkeys(abbreviations.in_other_number(lookup, word), INFLECTED)
    if len(word) < _SHORTEST_KIN:
        return near
    for spelt in (word, *spelt_elsewhere(word)):
        near |= _family(lookup, spelt)
    near.pop(word, None)
    return near


def _family(lookup: Lookup, word: str) -> dict[str, float]:
    """The words of the library that have their stem in common with *word*, and how near they are."""
    root = stem(word)
    family = [other for other, _ in lookup.family(root)][: MOST_KIN + 1]
    if singular(word).endswith(_DERIVED):
        family += [other for other, _ in lookup.family(root[:-2]) if base(other) == root[:-2]]
    else:
        derived = (other for other, _ in lookup.family(f"{root}at"))
        family += [other for other in derived if singular(other).endswith(_DERIVED)]
    return {other: INFLECTED if base(other) == base(word) else FAMILY for other in family}


def completions(lookup: Lookup, beginning: str) -> list[tuple[str, int]]:
    """The commonest words that begin so, with their counts."""
    return lookup.beginnings(beginning, _MOST_COMPLETIONS)


def some(found: Iterable[Phrase]) -> tuple[str, str]:
    """The first of the phrases found, each in one number, and a hint at more than those."""
    shown = {tuple(map(singular, phrase)): " ".join(phrase) for phrase in reversed([*found])}
    first = list(shown.values())[::-1]
    return ", ".join(first[:SHOWN]), " …" if len(first) > SHOWN else ""


Span = tuple[Sequence[str], Sequence[Group]]
"""Plain words side by side in a query, and their groups."""
