"""What is asked of a search, which talks may answer it, and what the answer holds.

A query is what a person types, read into clauses; whatever is not a sign of the language is text.

    service mesh          both words, best first, then talks with most of them
    "service mesh"        a phrase
    -istio  -"a phrase"   without
    envoy OR linkerd      one of them; OR binds the terms beside it
    pre*                  beginnings
    speaker:wilkie        in one field
    year:2017 has:video   a fact about the talk

No text is an error: a lone quote or bracket, ``C++``, ``AND`` and ``-`` are text like any other.
"""

import re
from typing import NamedTuple

from talkctl.model import Hit
from talkctl.store.lexicon import EVERYTHING, INTERLUDE, TALK
from talkctl.store.lookup import any_of, has_facet
from talkctl.text import fold, words

SORTS = ("relevance", "date", "title", "event")

SPOKEN = "transcript"
"""The field of what was said in recordings, which has an index of its own."""

TEXT_FIELDS = {
    "title": "title",
    "speaker": "speakers",
    "org": "orgs",
    "event": "event",
    "abstract": "abstract",
    "notes": "notes",
    "bio": "bios",
    "transcript": SPOKEN,
}
"""Fields one can name in a query, and the columns of the index that hold them."""

FACT_FIELDS = ("level", "kind", "room", "year", "has")
"""Fields that are facts about a talk rather than text: they work as the filter of that name."""

_LONGEST = 2000
_MOST_CLAUSES = 40

_TOKEN = re.compile(
    r"(?P<sign>-?)(?:(?P<field>[A-Za-z]+):)?"
    r'(?:"(?P<phrase>[^"]*)"|(?P<text>[^\s"]+))'
)


class Term(NamedTuple):
    """Words to be found side by side (one, mostly), perhaps only in one field of the index."""

    words: tuple[str, ...]
    field: str | None = None
    quoted: bool = False
    prefix: bool = False

    @property
    def required(self) -> bool:
        """Whether talks without it are out, however well they meet the rest."""
        return self.quoted or self.prefix or self.field is not None


class Fact(NamedTuple):
    """A value asked of a talk's kind, level, room, year, or what it has."""

    name: str
    value: str


class Clause(NamedTuple):
    """Terms of which one is to be met; or, where it is *excluded*, none."""

    terms: tuple[Term, ...]
    facts: tuple[Fact, ...] = ()
    excluded: bool = False

    @property
    def several(self) -> bool:
        """Whether one of several things is to be met."""
        return len(self.terms) + len(self.facts) > 1

    @property
    def plain_word(self) -> str | None:
        """The word of a clause that is just one plain word."""
        plain = len(self.terms) == 1 and len(self.terms[0].words) == 1
        return self.terms[0].words[0] if plain and not self.terms[0].required else None


Query = tuple[Clause, ...]
"""Clauses that are all to be met, as far as possible."""


def parse(query: str) -> Query:
    """The clauses of *query*; never an error."""
    clauses: list[Clause] = []
    joining = False
    for found in _TOKEN.finditer(query[:_LONGEST]):
        if found[0] == "OR" and clauses:
            joining = True
            continue
        new = _clauses(found["sign"], found["field"], found["phrase"], found["text"])
        if joining and new and not new[0].excluded and not clauses[-1].excluded:
            clauses[-1] = _either(clauses[-1], new.pop(0))
        clauses += new
        joining = False
    return tuple(clauses[:_MOST_CLAUSES])


def only_in(query: Query, field: str) -> Query:
    """*query* with all its words to be found in *field*, but for those that name another.

    Small words tell nothing of a talk and are not asked for there, unless there are no others.
    """
    asked = [clause for clause in query if not _small(clause)] or query
    column = TEXT_FIELDS[field]
    return tuple(
        clause._replace(
            terms=tuple(term._replace(field=term.field or column) for term in clause.terms)
        )
        for clause in asked
    )


def _small(clause: Clause) -> bool:
    from talkctl.search.wordlists import SMALL_WORDS

    return bool(clause.terms) and all(
        not term.required and len(term.words) == 1 and term.words[0] in SMALL_WORDS
        for term in clause.terms
    )


def _either(one: Clause, other: Clause) -> Clause:
    return one._replace(terms=one.terms + other.terms, facts=one.facts + other.facts)


def _clauses(sign: str, name: str | None, phrase: str | None, text: str | None) -> list[Clause]:
    """The clauses of one token: none where it has no word in it, several for ``CI/CD``."""
    excluded = sign == "-"
    field = fold(name or "")
    value = phrase or text or ""
    if field in FACT_FIELDS and words(value):
        return [Clause((), (Fact(field, value),), excluded)]
    column = TEXT_FIELDS.get(field)
    if name and not column:
        value = f"{name}:{value}"
    if phrase is not None:
        terms = [Term(tuple(words(value)), column, quoted=True)]
    elif column or excluded:
        terms = [_plain(value, column)]
    else:
        terms = [_plain(part, None) for part in value.split("/")]
    return [Clause((term,), (), excluded) for term in terms if term.words]


def _plain(value: str, column: str | None) -> Term:
    found = tuple(words(value))
    return Term(found, column, prefix=value.endswith("*") and len(found) == 1)


class Filters(NamedTuple):
    """What a talk must be to be listed; several values of one filter mean any of them.

    ``has`` is the exception: all its values must be met.
    """

    event: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    room: tuple[str, ...] = ()
    track: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    has: tuple[str, ...] = ()


class Question(NamedTuple):
    """A query with its filters; a *limit* of 0 is none; *exact* leaves unseen words as they are.

    *field* is one of ``TEXT_FIELDS``, to look for all words in it. *counted* asks how many talks
    there are beyond the limit, which takes longer than to find the first of a million.
    """

    text: str = ""
    filters: Filters = Filters()
    limit: int = 10
    sort: str = "relevance"
    reverse: bool = False
    exact: bool = False
    field: str | None = None
    counted: bool = True


class Findings(NamedTuple):
    """The answer: the first hits, how many there are in all, and what is to be said about it.

    *nearest* holds titles to suggest where nothing was found. In a large library the number of
    talks with a common word is not counted to the end; then *total* is a lower bound.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    total_is_exact: bool = True
    messages: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


class Restriction:
    """What talks must and must not be, as expressions over the index, and what is to be said.

    With *facets_only*, the index of titles is enough to tell whether a talk is as required.
    """

    def __init__(self) -> None:
        self.required: list[str] = []
        self.excluded_facts: list[str] = []
        self.excluded: list[str] = []
        self.messages: list[str] = []
        self.interludes = False
        self.facets_only = True

    @property
    def expression(self) -> str:
        """One expression for all of it, met by every talk that passes."""
        everything = EVERYTHING if self.interludes else TALK
        return self.within(has_facet(everything, ("",)), always=False)

    def without_texts(self) -> "Restriction":
        """The same, as far as the index of titles can tell."""
        result = Restriction()
        result.required, result.excluded_facts = self.required, self.excluded_facts
        result.interludes = self.interludes
        return result

    def within(self, expression: str, always: bool = True) -> str:
        """*expression*, narrowed to the talks that pass."""
        met = " AND ".join([expression, *self.required])
        excluded = self.excluded + self.excluded_facts
        if always and not self.interludes:
            excluded.append(has_facet(INTERLUDE, ("",)))
        return f"({met}) NOT {any_of(excluded)}" if excluded else f"({met})"
