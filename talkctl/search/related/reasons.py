"""Why a talk is related, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from talkctl.model import Match
from talkctl.search.related.comparing import Likeness
from talkctl.search.related.subject import Subject
from talkctl.search.telling import Phrase, as_written, family_of
from talkctl.store.lexicon import stem
from talkctl.text import words

_SHARE_SHOWN = 0.2
_WORDS_SHOWN = 3


def spellings(subject: Subject, others: Iterable[Likeness]) -> dict[Phrase, str]:
    """How the subject writes what it has in common with *others*."""
    return as_written(
        (subject.traits.texts.get(name) or "" for name in ("abstract", "topics", "title")),
        {phrase for one in others for phrase in one.shared},
        subject.known,
    )


def explained(subject: Subject, one: Likeness, spelt: Mapping[Phrase, str]) -> tuple[Match, str]:
    """What *one* and the subject have in common: for programs, and as people say it."""
    reasons = []
    if one.same_part:
        reasons.append(f"part {one.part}" if one.part else "the same, without a part")
    if one.people:
        reasons.append(f"also by {_listed(one.people)}")
    shown = _shown(
        {it: one.shared[it] for it in one.shared if not one.track or it in subject.spoken}
    )
    if shown:
        reasons.append(f"both about {', '.join(spelt[it] for it in shown)}")
    if one.track:
        reasons.append(f"same track ({one.track})")
    fields = (*(["title"] if _shares_title(one) else []), *(["speakers"] if one.people else []))
    terms = dict.fromkeys(word for it in shown for word in it)
    return Match(fields, tuple(terms)), "; ".join(reasons)


def _shown(shared: Mapping[Phrase, float]) -> list[Phrase]:
    """What both are about, the most telling first; words of a phrase stand only in it."""
    worth = dict(shared)
    for one in shared:
        if len(one) > 1:
            worth[one] += sum(shared.get((word,), 0.0) for word in set(one))
    order = sorted(worth, key=lambda it: (-worth[it], -len(it), it))
    shown: list[Phrase] = []
    told: set[str] = set()
    for one in order:
        own = set(map(stem, one))
        if own & told or worth[one] < _SHARE_SHOWN * worth[order[0]]:
            continue
        shown.append(one)
        told |= own
        if len(shown) == _WORDS_SHOWN:
            break
    return shown


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _shares_title(one: Likeness) -> bool:
    titled = {(family_of(word),) for word in words(one.traits.title)}
    return not titled.isdisjoint(one.shared)
