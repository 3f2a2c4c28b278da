"""What each clause of a query stands for in this library: which words and phrases answer it.

A word that occurs stands for itself, and with less weight for its family (``debug``,
``debugging``), for what it abbreviates or is abbreviated by, and for its spelling in one word or
two. A word that never occurs stands for what it was probably meant to be, and the reader is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, compress

from talkctl.search import abbreviations
from talkctl.search.gathering import (
    ITSELF,
    KINDRED,
    KINDRED_ASKED,
    KINDRED_PHRASE_ASKED,
    MANY_WORDS,
    MOST_KIN,
    OTHER_FORM,
    OWN,
    STAND_IN,
    Gathering,
    Group,
    Meaning,
    Phrase,
    Span,
    completions,
)
from talkctl.search.question import SPOKEN, Clause, Fact, Query, Term
from talkctl.search.wordlists import AMBIGUOUS, FOREIGN, SMALL_WORDS
from talkctl.store.lexicon import FACETS, plural, singular
from talkctl.store.lookup import Lookup, quoted

_HALF = 0.5
_SHORTEST_JOINED = 6
_RARELY, _SUSPICIOUS = 50, 1000
"""A word in one of so many talks may be two that others write apart; or a slip of a usual one."""

LONGEST_SPAN = 5
"""So many words side by side may mean something together."""

_LONGEST_TITLE = 2
"""So short abbreviations are also what people are addressed with, or called."""

_IDIOM = 3
"""Of so many words of which but one tells anything the whole is meant: *who is allowed to*."""

_MANY = 250
"""Where so many talks have a word itself, nobody needs those that are merely near it."""


def understand(lookup: Lookup, query: Query, exact: bool = False) -> Meaning:
    """What *query* asks of this library; with *exact*, words mean themselves alone."""
    return _Reader(lookup, exact).read(query)


class _Reader(Gathering):
    """Reads one query, and gathers what answers it: each term of a clause in a group of its own.

    A query is *asked* as a question where few use the words of a talk.
    """

    def __init__(self, lookup: Lookup, exact: bool) -> None:
        super().__init__(lookup)
        self.exact = exact
        self.joined: list[tuple[Sequence[Group], set[str]]] = []
        self.idiomatic: set[Group] = set()
        self.asked = False

    def read(self, query: Query) -> Meaning:
        clauses = [part for clause in query for part in self._taken_apart(clause)]
        asked = [clause for clause in clauses if not clause.excluded]
        excluded = [self._left_out(clause) for clause in clauses if clause.excluded]
        self.meaning.excluded, self.meaning.unspoken = _parted(excluded)
        groups = [_group_of(clause) for clause in asked]
        self.abroad = any(group.typed in FOREIGN - AMBIGUOUS for group in groups)
        if not self.abroad:
            for group in groups:
                group.small = group.small and group.typed not in AMBIGUOUS
        self.meaning.groups = groups
        self.notes = {told: [] for group in groups for told in (*group.beside, group)}
        for clause, group in zip(asked, groups, strict=True):
            for fact, part in zip(clause.facts, group.beside[len(clause.terms) :], strict=True):
                self._read_fact(part, fact)
        if self.exact:
            for group, term in _terms(asked, groups):
                self._add_as_typed(group, term)
        else:
            self._read_words(asked, groups)
        for group in groups:
            if group not in group.beside:
                _join(group)
        corrected = self.meaning.corrected
        self.meaning.messages = [note for notes in self.notes.values() for note in notes]
        written = [clause.terms[0] for clause in asked if clause.terms[0].field != SPOKEN]
        self.meaning.wording = [corrected.get(word, word) for it in written for word in it.words]
        self.meaning.groups, self.meaning.spoken = _parted(groups)
        return self.meaning

    def _read_words(self, asked: Sequence[Clause], groups: Sequence[Group]) -> None:
        """Read all words: those the library has first, because they tell what the others mean."""
        spans = list(_spans(asked, groups))
        telling = len(self.meaning.informative)
        self.asked = telling >= MANY_WORDS or 1 < telling < len(groups)
        in_full = [abbreviations.in_full(span) for span, _ in spans]
        short = abbreviations.each_stood_for(self.lookup, in_full)
        for (span, neighbours), full, shorts in zip(spans, in_full, short, strict=True):
            self._read_span(span, neighbours, full, shorts)
        if self.abroad:
            from talkctl.search.abroad import translate

            words = zip(asked, groups, strict=True)
            alone = [([it.plain_word], [group]) for it, group in words if it.plain_word]
            translate(self, [*spans, *alone])
        informative = self.meaning.informative
        read = [it in informative and it not in self.phrases for it in groups]
        for group, term in _terms(compress(asked, read), compress(groups, read)):
            self._read_term(group, term)
        if len(informative) > 1:
            from talkctl.search.subjects import add_subjects

            add_subjects(self)
        if self.unseen:
            from talkctl.search.unseen import read_unseen

            for group, meant in read_unseen(self, spans):
                self._read_seen(group, meant, self.lookup.counts((meant,))[meant])
        for pair, whole in self.joined:
            _prefer(whole, pair)
        for group in self.idiomatic:
            group.answers = {it: weight for it, weight in group.answers.items() if weight < OWN}

    def _taken_apart(self, clause: Clause) -> list[Clause]:
        """The clause itself, or one for each word where ``k8s-native`` nowhere stands so."""
        if not clause.terms:
            return []
        term = clause.terms[0]
        whole = clause.several or len(term.words) < 2 or term.required or clause.excluded
        if whole or self.exact or self._belong_together(term.words):
            return [clause]
        return [Clause((Term((word,)),)) for word in term.words]

    def _belong_together(self, words: Phrase) -> bool:
        """Whether talks that have all *words* mostly have them side by side: ``multi-tenant``."""
        if not self._phrase_forms(words):
            return False
        together = len(self.lookup.matching(quoted(words), _MANY))
        every = " AND ".join(quoted((word,)) for word in words)
        often = 2 * together + 1
        return together == _MANY or len(self.lookup.matching(every, often)) < often

    def _read_span(
        self, span: Sequence[str], groups: Sequence[Group], in_full: Phrase, short: Sequence[str]
    ) -> None:
        """Let what neighbouring words are together, *in_full* or in *short*, answer each of them."""
        plurals = (abbreviations.in_other_number(self.lookup, one) for one in short)
        self._add_word_for_all(groups, [*short, *chain(*plurals)], STAND_IN)
        if len(span) == 2:
            self._read_joined("".join(span), span, groups)
        if found := self.kindred_of_phrase(in_full):
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
        if known := self._add_word_for_all(groups, _or_singular(word), OTHER_FORM):
            enough = min(max(known.values()), _MANY)
            if len(self.lookup.matching(quoted(span), enough)) < enough:
                self.joined.append((groups, {*known, *chain(*map(self.kin, known))}))

    def _add_phrase_kindred(
        self, span: Sequence[str], groups: Sequence[Group], found: Sequence[Phrase]
    ) -> None:
        """Let what is used for a phrase answer its words; small ones tell something by it."""
        if self.asked and len(groups) >= _IDIOM:
            self._note_idiom(groups, found)
        for phrase in found:
            for group in groups:
                group.add(phrase, KINDRED_PHRASE_ASKED if self.asked else KINDRED)
        if all(group.small for group in groups):
            self.read_as_phrase(groups)
        self.tell(groups[0], " ".join(span), "also looked for", found)

    def _note_idiom(self, groups: Sequence[Group], found: Sequence[Phrase]) -> None:
        """Note the one word that tells something, if it is no name for what the whole leads to."""
        from talkctl.search.everyday import english

        telling = [group for group in groups if not (group.small or group.filling)]
        if (
            len(telling) == 1
            and (typed := telling[0].typed) not in chain(*found)
            and english(typed)
        ):
            self.idiomatic.update(telling)

    def _read_term(self, group: Group, term: Term) -> None:
        if term.quoted:
            group.add(term.words, ITSELF)
        elif term.prefix:
            self._add_completions(group, term.words[0])
        elif len(term.words) > 1:
            for phrase, weight in self._phrase_forms(term.words).items():
                group.add(phrase, weight)
            for short in self.lookup.counts(abbreviations.stood_for(self.lookup, term.words)):
                group.add((short,), STAND_IN)
            self.add_kindred(group, " ".join(term.words))
        elif counts := self.lookup.counts(term.words):
            word = term.words[0]
            self._read_seen(group, word, counts[word])
            if counts[word] * _SUSPICIOUS <= self.lookup.talk_count:
                from talkctl.search.unseen import suspect

                suspect(self, group, word, counts[word])
        else:
            self.unseen.append((group, term.words[0]))

    def _read_seen(self, group: Group, word: str, talks: int) -> None:
        """Let a word that stands in so many *talks*, and all that it stands for, answer *group*."""
        self.add_word(group, word, ITSELF)
        if long_forms := self.add_phrases(group, abbreviations.stands_for(self.lookup, word)):
            self.tell(group, word, "also searched for", long_forms)
            group.no_name = len(word) <= _LONGEST_TITLE and not group.column
            if talks <= _MANY:
                self.add_kindred_of_all(group, long_forms)
        for other in self.lookup.counts(abbreviations.stood_for(self.lookup, (word,))):
            group.add((other,), STAND_IN)
        for parts in self.lookup.hyphened((word, *self.kin(word))):
            group.add(parts.split(), OTHER_FORM)
        if len(word) >= _SHORTEST_JOINED and talks * _RARELY <= self.lookup.talk_count:
            from talkctl.search.unseen import add_two_words

            add_two_words(self, group, word, talks)
        weight = KINDRED_ASKED if self.asked else KINDRED
        alone = self.asked or not group.filling or len(self.meaning.informative) == 1
        if alone and talks <= _MANY and (near := self.add_kindred(group, word, weight)):
            self.tell(group, word, "also looked for", near)

    def _add_completions(self, group: Group, beginning: str) -> None:
        group.heard.append((f"{beginning}*",))
        for word, _ in completions(self.lookup, beginning):
            group.add((word,), ITSELF)

    def _read_fact(self, group: Group, fact: Fact) -> None:
        """Let talks of which *fact* is true answer *group*, as if they had the word for it."""
        from talkctl.search.filters import facet_words

        found, messages = facet_words(self.lookup, fact)
        for word in found:
            group.add((word,), ITSELF)
        self.notes[group] += messages

    def _left_out(self, clause: Clause) -> Group:
        """The group of a clause that is to be met by no talk: without ``istio`` is without *Istio's*."""
        group = _literal_group(clause)
        for term in clause.terms:
            if not (self.exact or term.quoted or term.prefix):
                *before, last = term.words
                for other in (singular(last), plural(singular(last))):
                    group.add((*before, other), ITSELF)
        return group

    def _add_as_typed(self, group: Group, term: Term) -> None:
        if term.prefix:
            self._add_completions(group, term.words[0])
        else:
            group.add(term.words, ITSELF)

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
            forms = dict(list(forms.items())[: MOST_KIN * 2])
        found = {form: forms[form] for form in self.lookup.occurring(forms)}
        for whole in self.lookup.counts(_or_singular("".join(words))):
            found[whole,] = OTHER_FORM
            for other, share in self.kin(whole).items():
                found.setdefault((other,), OTHER_FORM * share)
        return found


def _spans(clauses: Sequence[Clause], groups: Sequence[Group]) -> Iterator[Span]:
    """The runs of two words and more, up to the longest that are looked at."""
    words = [clause.plain_word for clause in clauses]
    for start in range(len(words)):
        for end in range(start + 2, min(start + LONGEST_SPAN, len(words)) + 1):
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


def _or_singular(word: str) -> Iterable[str]:
    return dict.fromkeys((word, singular(word)))


def _prefer(whole: Container[str], groups: Sequence[Group]) -> None:
    """Let each half of a word that is mostly written as one count less than the *whole*."""
    for group in groups:
        for phrase in group.answers:
            if len(phrase) == 1 and phrase[0] not in whole:
                group.answers[phrase] *= _HALF


def _bare_group(terms: Sequence[Term]) -> Group:
    """The group of a clause, or of one of its terms, before its words are looked up."""
    first = terms[0]
    return Group(
        typed=" ".join(first.words),
        column=first.field if len({term.field for term in terms}) == 1 else None,
        required=any(term.required for term in terms),
        small=len(terms) == 1 and not first.required and first.words[0] in SMALL_WORDS
        and len(first.words) == 1,
    )  # fmt: skip


def _terms(clauses: Iterable[Clause], groups: Iterable[Group]) -> Iterator[tuple[Group, Term]]:
    """Each term of *clauses* with the group that gathers what answers it."""
    for clause, group in zip(clauses, groups, strict=True):
        yield from zip(group.beside, clause.terms, strict=False)


def _join(group: Group) -> None:
    """Let what answers one term of the clause of *group*, in the field of that, answer the clause."""
    fields: dict[Phrase, set[str]] = defaultdict(set)
    for part in group.beside:
        group.heard += part.heard if part.column in (None, SPOKEN) else []
        if part.column == SPOKEN != group.column:
            group.heard += [phrase for phrase, weight in part.answers.items() if weight >= OWN]
            continue
        for phrase, weight in part.answers.items():
            group.add(phrase, weight)
        for phrase in (*part.answers, tuple(part.typed.split())):
            fields[phrase].add(part.column or "")
    if not group.column:
        group.bound = {it: tuple(sorted(names)) for it, names in fields.items() if "" not in names}
    group.no_name = any(part.no_name for part in group.beside)
    group.doubtful = all(part.doubtful or not part.answers for part in group.beside)
    group.of_another_life = all(part.of_another_life for part in group.beside)


def _group_of(clause: Clause) -> Group:
    """The group of a clause, beside one for each of its terms and facts if they are several."""
    group = _bare_group(clause.terms)
    if clause.several:
        facts = (Group(f"{it.name}:{it.value}", FACETS, required=True) for it in clause.facts)
        group.beside = [*(_bare_group((term,)) for term in clause.terms), *facts]
        for part in group.beside:
            part.beside = group.beside
    if clause.facts:
        group.column, group.required = None, True
    return group


def _literal_group(clause: Clause) -> Group:
    """The group of a clause that means its words and beginnings as they stand."""
    group = _bare_group(clause.terms)
    for term in clause.terms:
        group.add((f"{term.words[0]}*",) if term.prefix else term.words, ITSELF)
    return group
