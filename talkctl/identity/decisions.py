"""What the user decided about the library, applied again on every assembly.

A decision speaks of *anchors*: places in documents, never of ids, so that it holds when documents
are read again, when rules change, and when ids move. A later decision wins over an earlier one that
says the opposite. One whose anchors stand in no document any more does nothing (and ``doctor``
says so).

    same-talk          subjects: two or more records      they are one talk
    different-talk     subjects: two or more records      no two of them are one talk
    same-person        subjects: two or more people       they are one person
    different-person   subjects: two or more people       no two of them are one person
    alias              subjects: people (one or more anchors of the same person), names: other
                       names they go by; whoever is billed so elsewhere is that person
    event              names: spellings of one event; facts: what is known of it (either may be
                       missing; facts overrule what documents say)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from talkctl.identity.corrections import EventFacts
from talkctl.identity.past import RecordKey

DECISION_KINDS = (
    "same-talk", "different-talk", "same-person", "different-person", "alias", "event",
)  # fmt: skip


class Anchor(NamedTuple):
    """A record, or a person as billed in it; *record* is :func:`~talkctl.identity.past.record_mark`."""

    document: str
    record: str
    person: str | None = None
    number: int = 0
    """Which it is among records of its document that are marked alike, from 0."""

    @property
    def key(self) -> RecordKey:
        """The record that is meant."""
        return self.document, self.record, self.number


class Decision(NamedTuple):
    """One thing the user said; *kind* is one of :data:`DECISION_KINDS`."""

    kind: str
    subjects: tuple[Anchor, ...] = ()
    names: tuple[str, ...] = ()
    facts: EventFacts | None = None


Decisions = Sequence[Decision]
"""Decisions in the order in which they were made, the latest last."""
