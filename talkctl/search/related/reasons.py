"""Why a talk is related, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from talkctl.model import Match
from talkctl.search.related.comparing import Likeness
from talkctl.search.related.subject import Subject
from talkctl.search.telling import Pair, as_written, family_of
from talkctl.store.lexicon import stem
from talkctl.text import words

_SHARE_SHOWN = 0.2
_WORDS_SHOWN = 3


def spellings(subject: Subject, others: Iterable[Likeness]) -> dict[Pair | str, str]:
    """How the subject writes what it has in common with *others*."""
    return as_written(
        (subject.traits.texts.get(name) or "" for name in ("abstract", "topics", "title")),
        {part for one in others for it in one.shared for part in (it, *_parts(it))},
        subject.known,
    )


def explained(
    subject: Subject, one: Likeness, spelt: Mapping[Pair | str, str]
) -> tuple[Match, str]:
    """What *one* and the subject have in common: for programs, and as people say it."""
    reasons = []
    if one.same_part:
        reasons.append(f"part {one.part}" if one.part else "the same, without a part")
    if one.people:
        reasons.append(f"also by {_listed(one.people)}")
    shown = _shown(
        {it: one.shared[it] for it in one.shared if not one.track or _spoken(subject, it)}
    )
    if shown:
        reasons.append(f"both about {', '.join(_spelt(it, spelt) for it in shown)}")
    if one.track:
        reasons.append(f"same track ({one.track})")
    fields = (*(["title"] if _shares_title(one) else []), *(["speakers"] if one.people else []))
    terms = dict.fromkeys(word for it in shown for word in _parts(it))
    return Match(fields, tuple(terms)), "; ".join(reasons)


def _spoken(subject: Subject, one: Pair | str) -> bool:
    """Whether the subject says so itself, and not only the name of its track."""
    return not subject.tracked.issuperset(_parts(one))


def _parts(one: Pair | str) -> Pair | tuple[str]:
    return (one,) if isinstance(one, str) else one


def _shown(shared: Mapping[Pair | str, float]) -> list[Pair | str]:
    """What both are about, the most telling first; words of a phrase stand only in it."""
    worth = dict(shared)
    for one in shared:
        if isinstance(one, tuple):
            worth[one] += sum(shared.get(word, 0.0) for word in set(one))
    order = sorted(worth, key=lambda it: (-worth[it], isinstance(it, str), it))
    shown: list[Pair | str] = []
    told: set[str] = set()
    for one in order:
        own = {stem(word) for word in _parts(one)}
        if own & told or worth[one] < _SHARE_SHOWN * worth[order[0]]:
            continue
        shown.append(one)
        told |= own
        if len(shown) == _WORDS_SHOWN:
            break
    return shown


def _spelt(one: Pair | str, spelt: Mapping[Pair | str, str]) -> str:
    return spelt.get(one) or " ".join(spelt.get(word, word) for word in _parts(one))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _shares_title(one: Likeness) -> bool:
    titled = {family_of(word) for word in words(one.traits.title)}
    return not titled.isdisjoint(one.shared)
