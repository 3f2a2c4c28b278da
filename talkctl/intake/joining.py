"""Documents into a library: what they say joined to what it knows, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from talkctl.identity import Corrections, Decision, assemble, read_corrections
from talkctl.identity.beyond import NOTHING, Beyond, Spread
from talkctl.identity.doubts import Doubt, doubts
from talkctl.identity.past import Past, RecordKey, forwards, record_keys
from talkctl.identity.past import past_of as past_of_catalogue
from talkctl.intake.bundle import Bundle, bundled, keep_bundle, newer_bundle
from talkctl.intake.changes import NO_CHANGE, Change, Comparison, compare
from talkctl.intake.documents import CORRECTIONS
from talkctl.intake.kept import from_library, past_of
from talkctl.intake.nearby import Looked, everything, may_be_followed, nearby
from talkctl.intake.plan import Planned, plan
from talkctl.intake.tracing import draw_up
from talkctl.record import Catalogue, Document
from talkctl.store import shelf, traces
from talkctl.store.decisions import decided
from talkctl.store.index import reindexed
from talkctl.store.update import move_ids


class Joined(NamedTuple):
    """What became of the talks of one document.

    A talk is *new* to the library, *joined* to one that other documents told of, *updated* where
    the document says otherwise than before, or *unchanged*; *vanished* ones it no longer has.
    """

    document: Document
    new: int = 0
    joined: int = 0
    updated: int = 0
    unchanged: int = 0
    vanished: int = 0


def join(db: sqlite3.Connection, documents: Sequence[Document], now: str) -> list[Joined]:
    """Put *documents*, which were read at the instant *now*, into the library in *db*."""
    newer = newer_bundle(db)
    if newer is None and traces.complete(db):
        with suppress(Spread):
            joined = _join_nearby(db, documents, now)
            if joined is not None:
                return joined
    looked = everything(db) if newer is None else _with_bundle(db, newer)
    planned = plan(documents, [one.document for one in looked.shelf])
    if newer is None and all(one.unchanged for one in planned):
        return _unchanged(planned, looked.past.talks)
    return _join(db, planned, looked, now)


def _join_nearby(
    db: sqlite3.Connection, documents: Sequence[Document], now: str
) -> list[Joined] | None:
    """The same by looking at what is near *documents* alone; ``None`` if that may be anything."""
    known = may_be_followed(db, documents)
    planned = plan(documents, [one.document for one in known], shelf.names(db))
    talks = past_of(known).talks
    if all(one.unchanged for one in planned):
        return _unchanged(planned, talks)
    looked = nearby(db, planned, *_kept_facts(db))
    return _join(db, planned, looked, now, talks) if looked else None


def _unchanged(planned: list[Planned], talks: Mapping[RecordKey, str]) -> list[Joined]:
    return [Joined(one.document, unchanged=_talks(one, talks)) for one in planned]


def _join(
    db: sqlite3.Connection,
    planned: list[Planned],
    looked: Looked,
    now: str,
    beside: Mapping[RecordKey, str] | None = None,
) -> list[Joined]:
    """Put the documents *planned* into what is *looked* at of the library.

    *beside* are the talks of documents that are not looked at, as far as they are planned.
    """
    compared = [compare(one.before, one.document) if one.before else NO_CHANGE for one in planned]
    before = _carried(looked.past, compared)
    every = {one.document.name: one.document for one in looked.shelf}
    for one in planned:
        if not one.unchanged:
            every[one.document.name] = one.document._replace(imported=now)
    catalogue = assembled(db, list(every.values()), before, looked.beyond)
    draw_up(db, catalogue, looked.part)
    after = past_of_catalogue(catalogue).talks
    move_ids(db, forwards(before.talks, after))
    for one, comparison in zip(planned, compared, strict=True):
        _keep_changes(db, one.document.name, now, comparison.changes, before.talks, after)
    beside = beside or {}
    return _counted(planned, compared, {**beside, **before.talks}, {**beside, **after})


def corrections_of(text: str | None) -> Corrections:
    """The corrections whose text a library keeps, if it keeps any."""
    return read_corrections(CORRECTIONS, text) if text else Corrections()


def assembled(
    db: sqlite3.Connection, documents: list[Document], past: Past, beyond: Beyond = NOTHING
) -> Catalogue:
    """The catalogue of *documents*, with the corrections and decisions that the library keeps."""
    corrections, decisions = _kept_facts(db)
    return assemble(documents, corrections, past, decisions, beyond)


def _kept_facts(db: sqlite3.Connection) -> tuple[Corrections, tuple[Decision, ...]]:
    """The corrections and decisions that the library keeps."""
    return corrections_of(shelf.fact(db, CORRECTIONS)), from_library(decided(db))


def examined(db: sqlite3.Connection) -> tuple[Doubt, ...]:
    """What looks wrong or undecided in the library; nothing is changed."""
    kept = shelf.shelved(db)
    catalogue = assembled(db, [one.document for one in kept], past_of(kept))
    return doubts(catalogue, *_kept_facts(db))


def rebuild(db: sqlite3.Connection, ids: Mapping[RecordKey, str] | None = None) -> None:
    """Draw the conclusions from what the library's documents say once more.

    *ids* are those that talks are to have again, for a decision about them was taken back.
    """
    kept = shelf.shelved(db)
    before = past_of(kept)
    again = ids or {}
    others = {key: talk for key, talk in before.talks.items() if key not in again}
    before = before._replace(talks={**again, **others})
    catalogue = assembled(db, [one.document for one in kept], before)
    draw_up(db, catalogue)
    move_ids(db, forwards(before.talks, past_of_catalogue(catalogue).talks))


def start_over(db: sqlite3.Connection) -> None:
    """Make the library the bundled catalogue again: imports, marks and decisions are gone."""
    noted = [talk for (talk,) in db.execute("SELECT DISTINCT talk FROM own_note")]
    with reindexed(db, noted):
        db.execute("DELETE FROM own_note")
    for table in ("mark", "decision", "change", "former_id"):
        db.execute(f"DELETE FROM {table}")
    bundle = bundled()
    keep_bundle(db, bundle)
    documents = [one.document for one in bundle.shelf]
    draw_up(db, assembled(db, documents, past_of(bundle.shelf)))


def _with_bundle(db: sqlite3.Connection, newer: Bundle) -> Looked:
    """All there is, with what comes with talkctl as it comes with this one."""
    keep_bundle(db, newer)
    names = {one.document.name for one in newer.shelf}
    there, past, *_ = everything(db)
    own = [one for one in there if one.document.imported and one.document.name not in names]
    every = sorted((*own, *newer.shelf), key=lambda one: one.document.name)
    return Looked(every, _with_what_is_new(past, past_of(every)))


def _with_what_is_new(past: Past, newer: Past) -> Past:
    """*past*, and of *newer* what it does not know: the ids that the user's library has stay."""
    return Past(
        {**past.talks, **newer.talks, **past.talks},
        {**past.people, **newer.people, **past.people},
        {**past.events, **newer.events, **past.events},
        {**past.talk_events, **newer.talk_events, **past.talk_events},
        {**newer.slugs, **past.slugs},
    )


def _carried(past: Past, compared: Iterable[Comparison]) -> Past:
    """*past*, in which records that were renamed go by their new keys too."""
    talks, people = dict(past.talks), dict(past.people)
    for one in compared:
        now = {old: new for new, old in one.renamed.items()}
        talks |= {new: talks[old] for old, new in now.items() if old in talks}
        if now:
            people |= {(now[key], name): who for (key, name), who in people.items() if key in now}
    return past._replace(talks=talks, people=people)


def _keep_changes(
    db: sqlite3.Connection,
    name: str,
    now: str,
    changes: Sequence[Change],
    before: Mapping[RecordKey, str],
    after: Mapping[RecordKey, str],
) -> None:
    db.executemany(
        "INSERT INTO change (document, imported, kind, talk, title, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                name, now, one.kind, after.get(one.key) or before.get(one.key), one.title,
                one.before, one.after,
            )
            for one in changes
        ],
    )  # fmt: skip


def _talks(planned: Planned, talks: Mapping[RecordKey, str]) -> int:
    keys = record_keys(planned.document)
    return len({talks[key] for key in keys if key in talks})


def _counted(
    planned: Iterable[Planned],
    compared: Iterable[Comparison],
    before: Mapping[RecordKey, str],
    after: Mapping[RecordKey, str],
) -> list[Joined]:
    there = set(before.values())
    return [
        _told(one, comparison.changes, before, after, there)
        for one, comparison in zip(planned, compared, strict=True)
    ]


def _told(
    planned: Planned,
    changes: Sequence[Change],
    before: Mapping[RecordKey, str],
    after: Mapping[RecordKey, str],
    there: set[str],
) -> Joined:
    """The counts of one document; *there* are the talks that came before it, and grows."""
    touched = {change.key for change in changes}
    verdicts: dict[str, str] = {}
    keys = record_keys(planned.document)
    for key in keys:
        talk = after.get(key)
        if talk is None:
            continue
        if planned.before is not None and key in before:
            verdict = "updated" if key in touched else "unchanged"
        else:
            verdict = "joined" if talk in there else "new"
        if verdicts.get(talk) in (None, "unchanged"):
            verdicts[talk] = verdict
    there.update(verdicts)
    counts = dict.fromkeys(("new", "joined", "updated", "unchanged"), 0)
    for verdict in verdicts.values():
        counts[verdict] += 1
    vanished = sum(change.kind == "vanished" for change in changes)
    return Joined(planned.document, **counts, vanished=vanished)
