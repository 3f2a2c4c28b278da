"""What each clause of a query stands for in this library: which words and phrases answer it.

A word that occurs stands for itself, and with less weight for its family (``debug``,
``debugging``), for what it abbreviates or is abbreviated by, and for its spelling in one word or
two. A word that never occurs stands for what it was probably meant to be, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talkctl.search import abbreviations, spelling
from talkctl.search.query import Clause, Query, Term
from talkctl.search.smallwords import SMALL_WORDS
from talkctl.search.thesaurus import kindred
from talkctl.store.lexicon import base, stem
from talkctl.store.lookup import Lookup, quoted

ITSELF, INFLECTED, FAMILY, OTHER_FORM, STAND_IN, KINDRED = 1.0, 0.9, 0.5, 0.9, 0.8, 0.2
"""How much a word counts that stands for another, from the very word to one merely near it."""

_SHORTEST_KIN = 4
_LONGEST_SPAN = 5
_MOST_KIN = 12
_SHOWN = 3
_COMMON = 2000


class Group:
    """The words, side by side, that answer one clause of a query, and how much each counts."""

    __slots__ = ("answers", "column", "doubtful", "required", "small", "typed")

    def __init__(
        self, typed: str, column: str | None = None, required: bool = False, small: bool = False
    ) -> None:
        self.typed = typed
        self.column = column
        self.required = required
        self.small = small
        self.doubtful = False
        self.answers: dict[tuple[str, ...], float] = {}

    def answering(self, answers: dict[tuple[str, ...], float]) -> Group:
        """The same group with other words to answer it."""
        group = Group(self.typed, self.column, self.required, self.small)
        group.answers = answers
        return group

    def add(self, words: Iterable[str], weight: float) -> None:
        """Let *words* answer this clause too."""
        phrase = tuple(words)
        self.answers[phrase] = max(weight, self.answers.get(phrase, 0.0))


class Meaning:
    """A query understood: its groups in their order, what to leave out, and what to say."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.excluded: list[Group] = []
        self.messages: list[str] = []
        self.corrected: dict[str, str] = {}
        self.wording: list[str] = []

    @property
    def informative(self) -> list[Group]:
        """The groups that tell talks apart: all but small words, or all if there are no others."""
        return [group for group in self.groups if not group.small] or self.groups


def understand(lookup: Lookup, query: Query, exact: bool = False) -> Meaning:
    """What *query* asks of this library; with *exact*, words mean themselves alone."""
    return _Reader(lookup, exact).read(query)


class _Reader:
    """Reads one query; what is known of its words so far is kept here."""

    def __init__(self, lookup: Lookup, exact: bool) -> None:
        self.lookup = lookup
        self.exact = exact
        self.meaning = Meaning()

    def read(self, query: Query) -> Meaning:
        clauses = [part for clause in query.clauses for part in self._taken_apart(clause)]
        asked = [clause for clause in clauses if not clause.excluded]
        self.meaning.excluded = [_bare_group(it, literal=True) for it in clauses if it.excluded]
        groups = [_bare_group(clause, literal=self.exact) for clause in asked]
        self.meaning.groups = groups
        if self.exact:
            for clause, group in zip(asked, groups, strict=True):
                self._add_beginnings(group, clause)
        else:
            self._read_spans(asked, groups)
            informative = self.meaning.informative
            for clause, group in zip(asked, groups, strict=True):
                if group in informative:
                    for term in clause.terms:
                        self._read_term(group, term)
        corrected = self.meaning.corrected
        self.meaning.wording = [
            corrected.get(word, word) for clause in asked for word in clause.terms[0].words
        ]
        return self.meaning

    def _taken_apart(self, clause: Clause) -> list[Clause]:
        """The clause itself, or one for each word where ``k8s-native`` nowhere stands so."""
        if not clause.terms:
            return []
        term = clause.terms[0]
        whole = len(clause.terms) > 1 or len(term.words) < 2 or term.required or clause.excluded
        if whole or self.exact or self._phrase_forms(term.words):
            return [clause]
        return [Clause((Term((word,)),)) for word in term.words]

    # Neighbours

    def _read_spans(self, clauses: Sequence[Clause], groups: Sequence[Group]) -> None:
        """Let joined spellings and abbreviations of neighbouring words answer each of them."""
        words = [_single_word(clause) for clause in clauses]
        for start in range(len(words)):
            for end in range(start + 2, min(start + _LONGEST_SPAN, len(words)) + 1):
                span = [word for word in words[start:end] if word]
                if len(span) < end - start:
                    break
                shorter = abbreviations.stood_for(self.lookup, span)
                joined = ["".join(span)] if end == start + 2 else []
                known = self.lookup.counts(shorter + joined)
                for word in known:
                    weight = OTHER_FORM if word in joined else STAND_IN
                    for group in groups[start:end]:
                        self._add_word(group, word, weight)

    # Single terms

    def _read_term(self, group: Group, term: Term) -> None:
        if term.quoted:
            group.add(term.words, ITSELF)
        elif term.prefix:
            self._add_completions(group, term.words[0], asked_for=True)
        elif len(term.words) > 1:
            for phrase, weight in self._phrase_forms(term.words).items():
                group.add(phrase, weight)
        elif self.lookup.counts(term.words):
            self._read_seen(group, term.words[0])
        else:
            self._read_unseen(group, term.words[0])

    def _read_seen(self, group: Group, word: str) -> None:
        self._add_word(group, word, ITSELF)
        if long_forms := self._add_stand_ins(group, word):
            self.meaning.messages.append(f"{word}: also searched for {_some(long_forms)}")
        for other in abbreviations.stood_for(self.lookup, (word,)):
            if self.lookup.counts((other,)):
                group.add((other,), STAND_IN)
        for parts in self.lookup.hyphened((word, *self._kin(word))):
            group.add(parts.split(), OTHER_FORM)
        if near := self._add_kindred(group, word):
            self.meaning.messages.append(
                f"{word}: also looked for {_some(list(dict.fromkeys(near)))}"
            )

    def _read_unseen(self, group: Group, word: str) -> None:
        """The first of the readings of an unseen word that leads anywhere; the reader is told."""
        if group.answers:
            self._say(word, *(" ".join(phrase) for phrase in list(group.answers)[:1]))
            return
        told = len(self.meaning.messages)
        for reading in (
            self._add_parts, self._add_stand_ins, self._add_completions, self._add_inflections,
            self._add_kindred, self._add_correction,
        ):  # fmt: skip
            if found := reading(group, word):
                self._say(word, *found)
                # What a word was taken for comes before what that in turn stands for.
                self.meaning.messages.insert(told, self.meaning.messages.pop())
                return
        if not group.small:
            self.meaning.messages.append(f"{word}: not in the library")

    def _say(self, typed: str, *found: str) -> None:
        self.meaning.corrected[typed] = found[0]
        self.meaning.messages.append(f"{typed}: searched for {_some(list(dict.fromkeys(found)))}")

    def _add_word(self, group: Group, word: str, weight: float) -> None:
        group.add((word,), weight)
        for kin, share in self._kin(word).items():
            group.add((kin,), weight * share)

    def _kin(self, word: str) -> dict[str, float]:
        """The other words of a word's family and how near to it they are."""
        if len(word) < _SHORTEST_KIN or not word.isalpha():
            return {}
        family = [other for other, _ in self.lookup.family(stem(word)) if other != word]
        return {
            other: INFLECTED if base(other) == base(word) else FAMILY
            for other in family[:_MOST_KIN]
        }

    def _add_parts(self, group: Group, word: str) -> list[str]:
        found = []
        for pair in spelling.parts(self.lookup, word):
            for phrase in self._occurring(abbreviations.spellings(pair)):
                group.add(phrase, OTHER_FORM)
                found.append(" ".join(phrase))
        return found

    def _add_stand_ins(self, group: Group, word: str) -> list[str]:
        found = []
        for long in abbreviations.stands_for(self.lookup, word):
            for phrase in self._occurring(abbreviations.spellings(long)):
                group.add(phrase, STAND_IN)
                found.append(" ".join(phrase))
        return found

    def _add_inflections(self, group: Group, word: str) -> list[str]:
        inflected = [other for other, share in self._kin(word).items() if share == INFLECTED]
        for other in inflected:
            group.add((other,), INFLECTED)
        return inflected

    def _add_completions(self, group: Group, beginning: str, asked_for: bool = False) -> list[str]:
        found = spelling.completions(self.lookup, beginning, asked_for)
        for word in found:
            group.add((word,), ITSELF)
        return found

    def _add_correction(self, group: Group, word: str) -> list[str]:
        found = spelling.correction(self.lookup, word)
        if not found:
            return []
        self._read_seen(group, found)
        group.doubtful = not spelling.likely_slip(word, found)
        return [found]

    def _add_kindred(self, group: Group, word: str) -> list[str]:
        """Words that people use for one another; a word asked for in one field means itself."""
        if group.column:
            return []
        forms = [word, *(kin for kin, share in self._kin(word).items() if share == INFLECTED)]
        found = []
        for near in dict.fromkeys(near for form in forms for near in kindred(form)):
            for phrase in self._occurring(abbreviations.spellings(near.split())):
                group.add(phrase, KINDRED)
                found.append(" ".join(phrase))
        return found

    def _add_beginnings(self, group: Group, clause: Clause) -> None:
        for term in clause.terms:
            if term.prefix:
                self._add_completions(group, term.words[0], asked_for=True)

    # Phrases

    def _phrase_forms(self, words: tuple[str, ...]) -> dict[tuple[str, ...], float]:
        """How ``multi-tenant`` may stand in a text: so, in other forms, or as one word."""
        choices = [{word: ITSELF, **self._kin(word)} for word in words]
        forms: dict[tuple[str, ...], float] = {(): 1.0}
        for choice in choices:
            forms = {
                (*form, word): min(weight, share)
                for form, weight in forms.items()
                for word, share in choice.items()
            }
            forms = dict(list(forms.items())[: _MOST_KIN * 2])
        found = {form: forms[form] for form in self._occurring(forms)}
        joined = "".join(words)
        if self.lookup.counts((joined,)):
            found[joined,] = OTHER_FORM
            found |= {(kin,): OTHER_FORM * share for kin, share in self._kin(joined).items()}
        return found

    def _occurring(self, phrases: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Those of *phrases* that stand in some talk; of common words this is taken for granted."""
        every = list(phrases)
        seen = self.lookup.counts(word for phrase in every for word in phrase)
        return [
            phrase
            for phrase in every
            if all(word in seen for word in phrase)
            and (
                len(phrase) == 1
                or min(seen[word] for word in phrase) > _COMMON
                or self.lookup.matching(quoted(phrase), 1)
            )
        ]


def _some(found: Sequence[str]) -> str:
    return ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")


def _bare_group(clause: Clause, literal: bool) -> Group:
    """The group of a clause before its words are looked up, or with them as they stand."""
    first = clause.terms[0]
    group = Group(
        typed=" ".join(first.words),
        column=first.field,
        required=any(term.required for term in clause.terms),
        small=len(clause.terms) == 1 and not first.required and first.words[0] in SMALL_WORDS
        and len(first.words) == 1,
    )  # fmt: skip
    if literal:
        for term in clause.terms:
            if not term.prefix:
                group.add(term.words, ITSELF)
    return group


def _single_word(clause: Clause) -> str | None:
    """The word of a clause that is just one plain word."""
    term = clause.terms[0]
    plain = len(clause.terms) == 1 and len(term.words) == 1 and not term.required
    return term.words[0] if plain else None
