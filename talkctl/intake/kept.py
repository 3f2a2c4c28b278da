"""What an assembly keeps of the library it renews: the ids of talks, people and events, and the
user's decisions as the identity rules know them and as the library keeps them (JSON).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from talkctl.identity.corrections import EventFacts
from talkctl.identity.decisions import Anchor, Decision
from talkctl.identity.eventgroups import year_of
from talkctl.identity.past import Past, PersonKey, RecordKey, event_mark, record_keys, record_mark
from talkctl.record import Record
from talkctl.store.decisions import Decided
from talkctl.store.shelf import Known, Shelved


def past_of(shelf: Iterable[Shelved]) -> Past:
    """The ids that the documents of a library gave rise to."""
    talks: dict[RecordKey, str] = {}
    people: dict[PersonKey, str] = {}
    events: dict[str, str] = {}
    talk_events: dict[RecordKey, str] = {}
    slugs: dict[str, str] = {}
    for one in shelf:
        keys = record_keys(one.document)
        for key, record, home in zip(keys, one.document.records, one.homes, strict=True):
            talks[key] = home.talk
            slugs[home.talk] = home.slug
            if home.event:
                talk_events[key] = home.event.id
            if home.event and record.event:
                events.setdefault(event_mark(record.event, year_of(record)), home.event.id)
            for credit in record.speakers:
                if known := known_as(credit.name, home.people):
                    people[key, credit.name] = known.id
    return Past(talks, people, events, talk_events, slugs)


def known_as(name: str, people: Sequence[Known]) -> Known | None:
    """Who of *people*, those of one talk, is meant by *name*: rather whoever is billed so."""
    billed = (one for one in people if name == one.billed_as)
    called = (one for one in people if name in (one.name, *one.aliases))
    return next(chain(billed, called), None)


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
