"""Which talk is meant by what somebody types after ``show`` or ``open``."""

from typing import NamedTuple

from talkctl.model import Hit, Talk
from talkctl.search.question import Question
from talkctl.store.catalog import Catalog
from talkctl.text import key, slug

_CANDIDATES = 5
_CLEARLY_BELOW = 0.7
"""The best hit is clear where the next one scores no more than this share of it."""


class Resolved(NamedTuple):
    """The number of the talk meant, or the talks it may be, and what is to be said."""

    number: int | None = None
    candidates: tuple[Talk, ...] = ()
    messages: tuple[str, ...] = ()


def resolve(catalog: Catalog, typed: str) -> Resolved:
    """The talk with this id, unique beginning of one, or slug, else the clear best hit for words.

    Without a number there are candidates, or nothing in the library answers.
    """
    typed = typed.strip()
    number = catalog.number_of_id(typed.lower())
    if number is None:
        number = catalog.number_of_slug(typed) or catalog.number_of_slug(slug(typed))
    if number is not None:
        return Resolved(number)
    beginning = _of_id_beginning(catalog, typed.lower())
    if len(beginning) == 1:
        return Resolved(beginning[0])
    from talkctl.search.answer import search  # an id or a slug needs none of it

    found = search(catalog, Question(typed, limit=_CANDIDATES, counted=False))
    if best := _clear_best(found.hits, typed):
        return Resolved(
            catalog.number_of_id(best.talk.id), messages=_corrections(best, found.messages)
        )
    talks = [hit.talk for hit in found.hits] or catalog.talks(beginning[:_CANDIDATES])
    # That there is no talk called by one word says already that no talk has it.
    return Resolved(
        candidates=tuple(talks), messages=found.messages if talks or " " in typed else ()
    )


def _of_id_beginning(catalog: Catalog, typed: str) -> list[int]:
    """Talks whose ids begin so, unless it is a word of the library."""
    if not typed.isalnum() or catalog.lookup.counts((typed,)):
        return []
    return catalog.numbers_of_id_beginning(typed, _CANDIDATES)


def _corrections(best: Hit, messages: tuple[str, ...]) -> tuple[str, ...]:
    """Those of *messages* that say what a word was taken for: near words are no news of one talk."""
    corrected = dict(best.match.corrected)
    return tuple(told for told in messages if told.partition(":")[0] in corrected)


def _clear_best(hits: tuple[Hit, ...], typed: str) -> Hit | None:
    """The hit that is meant beyond doubt: the only one, the one so titled, or far the best."""
    if not hits:
        return None
    titled = [hit for hit in hits if key(hit.talk.title) == key(typed)]
    if len(titled) == 1:
        return titled[0]
    beginning = [hit for hit in hits if key(hit.talk.title).startswith(key(typed))]
    if len(beginning) == 1 and beginning[0] is hits[0]:
        return hits[0]
    if len(hits) == 1 or hits[1].score <= _CLEARLY_BELOW * hits[0].score:
        return hits[0]
    return None
