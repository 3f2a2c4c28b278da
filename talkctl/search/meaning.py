"""What each clause of a query stands for in this library: which words and phrases answer it.

A word that occurs stands for itself, and with less weight for its family (``debug``,
``debugging``), for what it abbreviates or is abbreviated by, and for its spelling in one word or
two. A word that never occurs stands for what it was probably meant to be, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from talkctl.search import abbreviations
from talkctl.search.question import SPOKEN, Clause, Query, Term
from talkctl.search.wordlists import FILLERS, FOREIGN, SMALL_WORDS, kindred
from talkctl.store.lexicon import base, plain_forms, singular, stem
from talkctl.store.lookup import Lookup, quoted

ITSELF, INFLECTED, FAMILY, OTHER_FORM, STAND_IN, KINDRED = 1.0, 0.9, 0.5, 0.9, 0.8, 0.2
"""How much a word counts that stands for another, from the very word to one merely near it."""

Phrase = tuple[str, ...]

HALF = 0.5
_SHORTEST_KIN = 3
_SHORTEST_JOINED = 6
_RARELY, _SUSPICIOUS = 50, 1000
"""A word in one of so many talks may be two that others write apart; or a slip of a usual one."""

_LONGEST_SPAN = 5
_MOST_KIN = 12
_DERIVED = "ation"
"""A word that ends so is of the family of the verb without it: ``configure``, ``configuration``."""

SHOWN = 3
_MANY = 250
"""Where so many talks have a word itself, nobody needs those that are merely near it."""


class Group:
    """The words, side by side, that answer one clause of a query, and how much each counts.

    *heard* are words that answer it too where they are said in a recording.
    """

    __slots__ = ("answers", "column", "doubtful", "heard", "required", "small", "typed")

    def __init__(
        self, typed: str, column: str | None = None, required: bool = False, small: bool = False
    ) -> None:
        self.typed = typed
        self.column = column
        self.required = required
        self.small = small
        self.doubtful = False
        self.answers: dict[tuple[str, ...], float] = {}
        self.heard: list[tuple[str, ...]] = []

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


def understand(lookup: Lookup, query: Query, exact: bool = False) -> Meaning:
    """What *query* asks of this library; with *exact*, words mean themselves alone."""
    return Reader(lookup, exact).read(query)


class Reader:
    """Reads one query; what is known of its words so far is kept here.

    *phrases* are the groups read already, as several small words that mean something together.
    """

    def __init__(self, lookup: Lookup, exact: bool) -> None:
        self.lookup = lookup
        self.exact = exact
        self.meaning = Meaning()
        self.notes: dict[Group, list[str]] = {}
        self.unseen: list[tuple[Group, str]] = []
        self.joined: list[tuple[Sequence[Group], str]] = []
        self.phrases: set[Group] = set()
        self.families: dict[str, dict[str, float]] = {}

    def read(self, query: Query) -> Meaning:
        clauses = [part for clause in query.clauses for part in self._taken_apart(clause)]
        asked = [clause for clause in clauses if not clause.excluded]
        excluded = [_bare_group(it, literal=True) for it in clauses if it.excluded]
        self.meaning.excluded, self.meaning.unspoken = _parted(excluded)
        groups = [_bare_group(clause, literal=self.exact) for clause in asked]
        self.meaning.groups = groups
        self.notes = {group: [] for group in groups}
        if self.exact:
            for clause, group in zip(asked, groups, strict=True):
                self._add_beginnings(group, clause)
        else:
            self._read_words(asked, groups)
        corrected = self.meaning.corrected
        self.meaning.messages = [note for group in groups for note in self.notes[group]]
        written = [clause.terms[0] for clause in asked if clause.terms[0].field != SPOKEN]
        self.meaning.wording = [corrected.get(word, word) for it in written for word in it.words]
        self.meaning.groups, self.meaning.spoken = _parted(groups)
        return self.meaning

    def _read_words(self, asked: Sequence[Clause], groups: Sequence[Group]) -> None:
        """Read all words: those the library has first, because they tell what the others mean."""
        spans = list(_spans(asked, groups))
        for span, neighbours in spans:
            self._read_span(span, neighbours)
        informative = self.meaning.informative
        for clause, group in zip(asked, groups, strict=True):
            if group in informative and group not in self.phrases:
                for term in clause.terms:
                    self._read_term(group, term)
        if self.unseen:
            from talkctl.search.unseen import read_unseen

            read_unseen(self, spans)
        for pair, one_word in self.joined:
            _prefer(one_word, pair)

    def _taken_apart(self, clause: Clause) -> list[Clause]:
        """The clause itself, or one for each word where ``k8s-native`` nowhere stands so."""
        if not clause.terms:
            return []
        term = clause.terms[0]
        whole = len(clause.terms) > 1 or len(term.words) < 2 or term.required or clause.excluded
        if whole or self.exact or self._phrase_forms(term.words):
            return [clause]
        return [Clause((Term((word,)),)) for word in term.words]

    def _read_span(self, span: Sequence[str], groups: Sequence[Group]) -> None:
        """Let what neighbouring words are together answer each of them."""
        in_full = abbreviations.in_full(span)
        short = abbreviations.stood_for(self.lookup, in_full)
        plurals = (abbreviations.in_other_number(self.lookup, one) for one in short)
        self._add_word_for_all(groups, [*short, *chain(*plurals)], STAND_IN)
        if len(span) == 2:
            self._read_joined("".join(span), span, groups)
        if not FOREIGN.isdisjoint(span) and not self.lookup.matching(quoted(span), 1):
            from talkctl.search.unseen import translate

            translate(self, span, groups)
        if found := self._kindred(map(" ".join, abbreviations.spellings(in_full))):
            self._add_phrase_kindred(span, groups, found)

    def _add_word_for_all(
        self, groups: Sequence[Group], words: Iterable[str], weight: float
    ) -> dict[str, int]:
        known = self.lookup.counts(words)
        for word in known:
            for group in groups:
                self.add_word(group, word, weight)
        return known

    def _read_joined(self, word: str, span: Sequence[str], groups: Sequence[Group]) -> None:
        """Let two words in one answer both; each half less, where they are mostly written so."""
        if known := self._add_word_for_all(groups, [word], OTHER_FORM):
            enough = min(known[word], _MANY)
            if len(self.lookup.matching(quoted(span), enough)) < enough:
                self.joined.append((groups, word))

    def _add_phrase_kindred(
        self, span: Sequence[str], groups: Sequence[Group], found: Sequence[Phrase]
    ) -> None:
        """Let what is used for a phrase answer its words; small ones tell something by it."""
        for phrase in found:
            for group in groups:
                group.add(phrase, KINDRED)
        if all(group.small for group in groups):
            groups[0].small = False
            self.phrases.add(groups[0])
        self.note(groups[0], f"{' '.join(span)}: also looked for {some(found)}")

    def _kindred(self, forms: Iterable[str]) -> list[Phrase]:
        """The words and phrases used for one of *forms* that some talk has, in either number."""
        near = dict.fromkeys(it for form in forms for it in kindred(form))
        spelt = [phrase for it in near for phrase in abbreviations.spellings(it.split())]
        return self.lookup.occurring(dict.fromkeys(spelt)) if spelt else []

    def _read_term(self, group: Group, term: Term) -> None:
        if term.quoted:
            group.add(term.words, ITSELF)
        elif term.prefix:
            self._add_completions(group, term.words[0])
        elif len(term.words) > 1:
            for phrase, weight in self._phrase_forms(term.words).items():
                group.add(phrase, weight)
            self.add_kindred(group, " ".join(term.words))
        elif counts := self.lookup.counts(term.words):
            word = term.words[0]
            self.read_seen(group, word, counts[word])
            if counts[word] * _SUSPICIOUS <= self.lookup.talk_count:
                from talkctl.search.unseen import suspect

                suspect(self, group, word, counts[word])
        else:
            self.unseen.append((group, term.words[0]))

    def read_seen(self, group: Group, word: str, talks: int) -> None:
        """Let a word that stands in so many *talks*, and all that it stands for, answer *group*."""
        self.add_word(group, word, ITSELF)
        if long_forms := self.add_phrases(group, abbreviations.stands_for(self.lookup, word)):
            self.note(group, f"{word}: also searched for {some(long_forms)}")
        for other in self.lookup.counts(abbreviations.stood_for(self.lookup, (word,))):
            group.add((other,), STAND_IN)
        for parts in self.lookup.hyphened((word, *self.kin(word))):
            group.add(parts.split(), OTHER_FORM)
        if len(word) >= _SHORTEST_JOINED and talks * _RARELY <= self.lookup.talk_count:
            from talkctl.search.unseen import add_two_words

            add_two_words(self, group, word, talks)
        filling = word in FILLERS and len(self.meaning.informative) > 1
        if not filling and talks <= _MANY and (near := self.add_kindred(group, word)):
            self.note(group, f"{word}: also looked for {some(near)}")

    def kin(self, word: str) -> dict[str, float]:
        """What :func:`kin` gives, looked up once for each word."""
        return self.families.get(word) or self.families.setdefault(word, kin(self.lookup, word))

    def note(self, group: Group, text: str) -> None:
        """Keep what is to be said about a word."""
        self.notes[group].append(text)

    def add_word(self, group: Group, word: str, weight: float) -> None:
        """Let a word and its family answer *group*."""
        group.add((word,), weight)
        for other, share in self.kin(word).items():
            group.add((other,), weight * share)

    def add_phrases(self, group: Group, phrases: Iterable[str]) -> list[Phrase]:
        """Let those of *phrases* that occur stand for a word, in all their forms."""
        found: list[Phrase] = []
        for words in phrases:
            found += self.lookup.occurring(self._forms(words.split()))
        for phrase in found:
            group.add(phrase, STAND_IN)
        return found

    def _forms(self, words: Sequence[str]) -> list[Phrase]:
        """A phrase in singular and plural, in one word, and with others of its last word's kin."""
        forms = abbreviations.spellings(words)
        if len(words) > 1:
            forms += abbreviations.spellings(["".join(words)])
            forms += [(*words[:-1], other) for other in self.kin(words[-1])]
        return forms

    def _add_completions(self, group: Group, beginning: str) -> None:
        from talkctl.search.unseen import completions

        group.heard.append((f"{beginning}*",))
        for word, _ in completions(self.lookup, beginning):
            group.add((word,), ITSELF)

    def add_kindred(self, group: Group, word: str, weight: float = KINDRED) -> list[Phrase]:
        """Words that people use for one another; a word asked for in one field means itself."""
        if group.column:
            return []
        inflected = (it for it, share in self.kin(word).items() if share == INFLECTED)
        forms = dict.fromkeys(chain(plain_forms(word), inflected))
        found = [phrase for phrase in self._kindred(forms) if phrase not in group.answers]
        for phrase in found:
            group.add(phrase, weight)
        return found

    def _add_beginnings(self, group: Group, clause: Clause) -> None:
        for term in clause.terms:
            if term.prefix:
                self._add_completions(group, term.words[0])

    def say(self, group: Group, typed: str, found: Sequence[Phrase]) -> None:
        """Tell that *typed*, which the library has never seen, was taken for the phrases found."""
        self.meaning.corrected[typed] = " ".join(found[0])
        self.note(group, f"{typed}: searched for {some(found)}")

    def _phrase_forms(self, words: Phrase) -> dict[Phrase, float]:
        """How ``multi-tenant`` may stand in a text: so, in other forms, or as one word."""
        longer = {word: abbreviations.longer_words(self.lookup, word) for word in words}
        choices = [
            {word: ITSELF, **self.kin(word), **dict.fromkeys(longer[word], STAND_IN)}
            for word in words
        ]
        forms: dict[Phrase, float] = {(): 1.0}
        for choice in choices:
            forms = {
                (*form, word): min(weight, share)
                for form, weight in forms.items()
                for word, share in choice.items()
            }
            forms = dict(list(forms.items())[: _MOST_KIN * 2])
        found = {form: forms[form] for form in self.lookup.occurring(forms)}
        joined = "".join(words)
        if self.lookup.counts((joined,)):
            found[joined,] = OTHER_FORM
            for other, share in self.kin(joined).items():
                found[other,] = OTHER_FORM * share
        return found


def kin(lookup: Lookup, word: str) -> dict[str, float]:
    """The other words of a word's family and how near to it they are."""
    if not word.isalpha():
        return {}
    number = dict.fromkeys(abbreviations.in_other_number(lookup, word), INFLECTED)
    if len(word) < _SHORTEST_KIN:
        return number
    root = stem(word)
    family = [other for other, _ in lookup.family(root) if other != word][:_MOST_KIN]
    if singular(word).endswith(_DERIVED):
        family += [other for other, _ in lookup.family(root[:-2]) if base(other) == root[:-2]]
    else:
        derived = (other for other, _ in lookup.family(f"{root}at"))
        family += [other for other in derived if singular(other).endswith(_DERIVED)]
    near = {other: INFLECTED if base(other) == base(word) else FAMILY for other in family}
    return number | near


Span = tuple[Sequence[str], Sequence[Group]]
"""Plain words side by side in a query, and their groups."""


def _spans(clauses: Sequence[Clause], groups: Sequence[Group]) -> Iterator[Span]:
    """The runs of two words and more, up to the longest that are looked at."""
    words = [clause.plain_word for clause in clauses]
    for start in range(len(words)):
        for end in range(start + 2, min(start + _LONGEST_SPAN, len(words)) + 1):
            span = [word for word in words[start:end] if word]
            if len(span) < end - start:
                break
            yield span, groups[start:end]


def _parted(groups: Iterable[Group]) -> tuple[list[Group], list[Group]]:
    """The groups to be met by the texts of talks, and those to be met by what was said."""
    parts: tuple[list[Group], list[Group]] = ([], [])
    for group in groups:
        parts[group.column == SPOKEN].append(group)
    return parts


def _prefer(one_word: str, groups: Sequence[Group]) -> None:
    """Let each half of a word that is mostly written as one count less than the whole."""
    for group in groups:
        for phrase in group.answers:
            if len(phrase) == 1 and not phrase[0].startswith(one_word):
                group.answers[phrase] *= HALF


def some(found: Iterable[Phrase]) -> str:
    """The first of the phrases found, each in one number; more than those only hinted at."""
    shown = {tuple(map(singular, phrase)): " ".join(phrase) for phrase in reversed([*found])}
    first = list(shown.values())[::-1]
    return ", ".join(first[:SHOWN]) + (" …" if len(first) > SHOWN else "")


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
