"""Decisions as the identity rules know them, and as the library keeps them (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from talkctl.identity.corrections import EventFacts
from talkctl.identity.decisions import Anchor, Decision
from talkctl.identity.past import RecordKey, record_mark
from talkctl.model import Record
from talkctl.store.decisions import Decided


def to_json(decision: Decision, talks: Mapping[RecordKey, str]) -> str:
    """*decision* without its kind, as text, with the id of the *talks* that its subjects were."""
    facts = decision.facts
    keys = [anchor.key for anchor in decision.subjects]
    return json.dumps(
        {
            "subjects": [list(anchor) for anchor in decision.subjects],
            "were": [[*key, talks[key]] for key in keys if key in talks],
            "names": list(decision.names),
            "facts": {name: getattr(facts, name) for name in facts.__slots__} if facts else None,
        },
        ensure_ascii=False,
    )


def ids_before(kept: Iterable[Decided]) -> dict[RecordKey, str]:
    """The ids that the subjects of decisions about talks had when they were made."""
    return {
        (document, mark, number): talk
        for one in kept
        if one.kind in ("same-talk", "different-talk")
        for document, mark, number, talk in json.loads(one.what).get("were", ())
    }


def from_library(kept: Iterable[Decided]) -> tuple[Decision, ...]:
    """The decisions that a library keeps."""
    return tuple(_decision(one) for one in kept)


def decided_on(
    kept: Iterable[Decided], records: Iterable[Record], event: str | None
) -> list[Decided]:
    """Which of the decisions that a library keeps speak of a talk with these records."""
    keys = {(record.document, record_mark(record)) for record in records}
    about = []
    for one in kept:
        decision = _decision(one)
        places = {(anchor.document, anchor.record) for anchor in decision.subjects}
        if keys & places or (event is not None and event in decision.names):
            about.append(one)
    return about


def _decision(kept: Decided) -> Decision:
    said = json.loads(kept.what)
    facts = said["facts"]
    if facts is not None:
        facts = EventFacts(**facts | {"aliases": tuple(facts["aliases"])})
    subjects = tuple(Anchor(*anchor) for anchor in said["subjects"])
    return Decision(kept.kind, subjects, tuple(said["names"]), facts)
