"""What a person says is one, or is not: decisions about talks, people and events, and their undoing.

A decision is kept as anchors in documents, so that it holds when documents are read again; the
library is drawn up anew at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from talkctl.errors import UsageError
from talkctl.identity.corrections import EventFacts
from talkctl.identity.decisions import Anchor, Decision
from talkctl.identity.past import record_keys
from talkctl.intake.joining import rebuild
from talkctl.intake.kept import ids_before, known_as, past_of, to_json
from talkctl.store import decisions
from talkctl.store.shelf import Shelved, shelved


def merge_talks(db: sqlite3.Connection, ids: Sequence[str], said: str) -> None:
    """Say that the talks with these ids are one."""
    shelf = shelved(db)
    subjects = tuple(anchor for talk in ids for anchor in _of_talk(shelf, talk))
    _decide(db, [Decision("same-talk", subjects)], said)


def split_talk(db: sqlite3.Connection, talk: str, document: str | None, said: str) -> None:
    """Say that what *document* tells is another talk than what the rest of *talk*'s records do."""
    anchors = list(_of_talk(shelved(db), talk))
    documents = list(dict.fromkeys(anchor.document for anchor in anchors))
    if len(anchors) < 2:
        raise UsageError(f"Only one account of {talk} is known; there is nothing to split.")
    if document is None and len(documents) == 2:
        document = documents[-1]
    if document not in documents:
        raise UsageError(f"Say which account is another talk: {', '.join(documents)}.")
    apart = [anchor for anchor in anchors if anchor.document == document]
    rest = [anchor for anchor in anchors if anchor.document != document]
    if not rest:
        apart, rest = anchors[1:], anchors[:1]
    _decide(db, [Decision("different-talk", (one, other)) for one in apart for other in rest], said)


def merge_people(db: sqlite3.Connection, ids: Sequence[str], said: str) -> None:
    """Say that the people with these ids are one."""
    shelf = shelved(db)
    subjects = tuple(next(_of_person(shelf, person)) for person in ids)
    _decide(db, [Decision("same-person", subjects)], said)


def split_person(db: sqlite3.Connection, person: str, talks: Sequence[str], said: str) -> None:
    """Say that whoever is called so on *talks* is somebody else than *person* on the others."""
    shelf = shelved(db)
    where = {(anchor.key, talk) for talk in talks for anchor in _of_talk(shelf, talk)}
    keys = {key for key, _ in where}
    anchors = list(_of_person(shelf, person))
    apart = [anchor for anchor in anchors if anchor.key in keys]
    rest = [anchor for anchor in anchors if anchor.key not in keys]
    if not apart:
        raise UsageError(f"{person} is on none of these talks.")
    if not rest:
        raise UsageError(f"{person} is on these talks only; there is nothing to split.")
    pairs = [Decision("same-person", tuple(apart))] if len(apart) > 1 else []
    pairs += [Decision("different-person", (apart[0], other)) for other in rest]
    _decide(db, pairs, said)


def name_person(db: sqlite3.Connection, person: str, names: Sequence[str], said: str) -> None:
    """Say that *person* also goes by *names*."""
    anchor = next(_of_person(shelved(db), person))
    _decide(db, [Decision("alias", (anchor,), tuple(names))], said)


def settle_event(
    db: sqlite3.Connection, names: Sequence[str], facts: EventFacts | None, said: str
) -> None:
    """Say that all of *names* are one event, and what is known of it."""
    _decide(db, [Decision("event", (), tuple(dict.fromkeys(names)), facts)], said)


def take_back(db: sqlite3.Connection, number: int | None) -> str | None:
    """Undo the decision with that number, or the last that holds; what it said, if there is one."""
    kept = decisions.decided(db)
    chosen = [one for one in kept if number in (None, one.id)]
    if not chosen:
        return None
    last = chosen[-1]
    undone = [one for one in kept if (one.made, one.said) == (last.made, last.said)]
    for one in undone:
        decisions.undo(db, one.id, _now())
    rebuild(db, ids_before(undone))
    return last.said


def _decide(db: sqlite3.Connection, made: Iterable[Decision], said: str) -> None:
    now = _now()
    talks = past_of(shelved(db)).talks
    for decision in made:
        decisions.decide(db, now, decision.kind, to_json(decision, talks), said)
    rebuild(db)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="microseconds")


def _of_talk(shelf: Iterable[Shelved], talk: str) -> Iterator[Anchor]:
    for one in shelf:
        keys = record_keys(one.document)
        for (document, mark, number), home in zip(keys, one.homes, strict=True):
            if home.talk == talk:
                yield Anchor(document, mark, None, number)


def _of_person(shelf: Iterable[Shelved], person: str) -> Iterator[Anchor]:
    for one in shelf:
        keys = record_keys(one.document)
        for (document, mark, number), record, home in zip(
            keys, one.document.records, one.homes, strict=True
        ):
            for credit in record.speakers:
                known = known_as(credit.name, home.people)
                if known and known.id == person:
                    yield Anchor(document, mark, credit.name, number)
