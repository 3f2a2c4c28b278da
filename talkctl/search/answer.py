"""A query answered: understood, ranked, and of each hit why it is there.

A hit tells the fields and words that answer, and shows a passage with them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from talkctl.model import Hit, Match, Talk
from talkctl.search.find import FULL_RANKING, in_given_order, listing, restriction
from talkctl.search.gathering import Meaning
from talkctl.search.meaning import understand
from talkctl.search.question import TEXT_FIELDS, Findings, Question, Restriction, only_in, parse
from talkctl.search.rank import Ranking, expression, full_ranking, read_up
from talkctl.search.snippets import snippet
from talkctl.search.wordlists import SMALL_WORDS
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import FIELDS, MARK
from talkctl.store.lookup import Lookup

_FIELD_NAMES = {column: name for name, column in TEXT_FIELDS.items()} | {"topics": "track"}
"""Fields of the index as users know them."""

_SUGGESTED = 3
_COUNTED = 2000
"""Talks with all the words are counted no further."""


def search(catalog: Catalog, question: Question) -> Findings:
    """The talks that answer *question*, best first; without a query, all that pass the filters.

    Raises UsageError where a filter has a value that nothing in the library matches.
    """
    if not question.text.strip():
        return listing(catalog, question, restriction(catalog.lookup, question.filters))
    return answered(catalog, question, shortcuts=catalog.lookup.talk_count > FULL_RANKING)


def answered(catalog: Catalog, question: Question, shortcuts: bool) -> Findings:
    """The talks that answer the query of *question*; with *shortcuts*, not all need be scored."""
    lookup = catalog.lookup
    query = parse(question.text)
    if question.field is not None:
        query = only_in(query, question.field)
    meaning = understand(lookup, query, question.exact)
    narrowed = restriction(lookup, question.filters, query)
    narrowed.excluded += [expression(group) for group in meaning.excluded]
    messages = (*narrowed.messages, *meaning.messages)
    if not query:
        return Findings(messages=messages)
    unspoken = meaning.unspoken if lookup.has_transcripts else []
    if not meaning.groups and not meaning.spoken and not unspoken:
        return listing(catalog, question, narrowed, tuple(meaning.messages))
    if meaning.spoken and not lookup.has_transcripts:
        return Findings(messages=(*narrowed.messages, "No talk here has a transcript."))
    ranking = _ranking(lookup, meaning, narrowed, question, shortcuts)
    if not ranking.order:
        if question.exact or question.field:
            # What is suggested may stand anywhere and in any form.
            meaning = understand(lookup, parse(question.text))
        return Findings(messages=messages, nearest=_nearest_titles(lookup, meaning))
    order = _arranged(lookup, ranking, question)
    more = question.limit and question.counted and ranking.expression
    return Findings(
        hits=hits(catalog, meaning, ranking, order),
        total=max(ranking.total, lookup.count(ranking.expression, _COUNTED) if more else 0),
        total_is_exact=ranking.exact,
        messages=messages,
    )


def _ranking(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, question: Question, shortcuts: bool
) -> Ranking:
    """The talks that answer by their texts or by what is said in them."""
    as_ranked = question.sort == "relevance" and not question.reverse
    limit = question.limit if as_ranked and not meaning.unspoken else 0
    if not lookup.has_transcripts:
        return _by_texts(lookup, meaning, narrowed, question.limit, shortcuts)
    from talkctl.search import speech

    if meaning.spoken:
        ranking = speech.ranking_of_said(lookup, meaning, narrowed, limit, not question.limit)
    elif meaning.groups:
        texts = _by_texts(lookup, meaning, narrowed, limit or question.limit, shortcuts)
        ranking = speech.with_said(lookup, meaning, narrowed, texts, limit, not question.limit)
    else:
        ranking = speech.every(lookup, narrowed)
    return speech.without_unspoken(lookup, meaning.unspoken, ranking)


def _by_texts(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, limit: int, shortcuts: bool
) -> Ranking:
    if _means_nothing(meaning):
        return Ranking([], {}, 0)
    if not shortcuts:
        return full_ranking(lookup, meaning, narrowed)
    from talkctl.search.bounded import bounded_ranking

    return bounded_ranking(lookup, meaning, narrowed, limit)


def _means_nothing(meaning: Meaning) -> bool:
    """Whether half of the words stand for nothing here, or none for itself."""
    groups = meaning.informative
    asked = [group for group in groups if not group.filling and group.typed not in SMALL_WORDS]
    telling = asked or groups
    unanswered = [group for group in telling if not group.answers]
    if len(unanswered) * 2 >= len(telling):
        return True
    return len(groups) > 1 and all(group.doubtful or not group.answers for group in groups)


def _arranged(lookup: Lookup, ranking: Ranking, question: Question) -> list[int]:
    """The talks of a ranking as many and in the order that the question wants."""
    if question.sort == "relevance":
        order = ranking.order[::-1] if question.reverse else ranking.order
        return order[: question.limit or None]
    if not ranking.expression:
        return lookup.ordered(ranking.order, question.sort, question.reverse, question.limit or -1)
    return in_given_order(
        lookup, ranking.expression, question.sort, question.reverse, question.limit
    )


def _nearest_titles(lookup: Lookup, meaning: Meaning) -> tuple[str, ...]:
    """Titles with any of the words typed, to suggest where nothing was found.

    A word that had to be corrected suggests nothing: what it was meant to be is a guess already.
    """
    known = [
        group
        for group in meaning.informative
        if group.answers and group.typed not in meaning.corrected
    ]
    found: list[int] = []
    for group in known:
        found += lookup.matching(expression(group), _SUGGESTED)
    chosen = list(dict.fromkeys(found))[:_SUGGESTED]
    return tuple(title for _, title, _ in lookup.titles(chosen))


# Why


def hits(
    catalog: Catalog, meaning: Meaning, ranking: Ranking, order: Sequence[int]
) -> tuple[Hit, ...]:
    """The talks of *order* with their scores, the first having 1, and why each is there."""
    found = read_up(catalog.lookup, meaning, ranking.found, order)
    highest = max(ranking.scores.values(), default=1.0)
    corrected = tuple(meaning.corrected.items())
    unasked = SMALL_WORDS.difference(meaning.wording)
    explained = []
    for number, talk in zip(order, catalog.talks(order), strict=True):
        by_group = [one.get(number) for one in found]
        answers = [one for one in by_group if one]
        fields = {name for one in answers for name in one.counts}
        found_words = {term for one in answers for term in one.terms}
        terms = {term for term in found_words - unasked if not term.startswith(MARK)}
        match = Match(
            fields=tuple(_FIELD_NAMES[name] for name in FIELDS if name in fields),
            terms=tuple(sorted(terms)),
            corrected=corrected,
            snippet=_passage(catalog.lookup, number, talk, fields, terms),
        )
        if talk.transcript:
            from talkctl.search.speech import heard

            match = heard(catalog.lookup, meaning, by_group, number, talk, match)
        explained.append(Hit(talk, round(ranking.scores.get(number, 0.0) / highest, 4), match))
    return tuple(explained)


def _passage(
    lookup: Lookup, number: int, talk: Talk, fields: Collection[str], terms: Collection[str]
) -> str | None:
    """What to show of a talk: its abstract, else its notes, else a bio, where they answer."""
    if "abstract" in fields and talk.abstract:
        return snippet(talk.abstract, terms)
    for name in ("notes", "bios"):
        if name in fields:
            return snippet(dict(lookup.passages([number], (name,)))[number].get(name, ""), terms)
    return None
