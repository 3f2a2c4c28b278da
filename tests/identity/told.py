"""Small documents and records for tests of identity."""

from __future__ import annotations

from collections.abc import Sequence

from talkctl.identity import assemble
from talkctl.identity.decisions import Decision
from talkctl.identity.past import Past
from talkctl.record import Catalogue, Document, JoinedTalk, Occasion, Record


def documents(*records: Record, occasions: Sequence[Occasion] = ()) -> list[Document]:
    """*records* in the documents that they say they stand in; each document describes *occasions*."""
    names = dict.fromkeys(record.document for record in records)
    return [
        Document(name, mine[0].format, "", len(mine), tuple(mine), occasions=tuple(occasions))
        for name in names
        for mine in [[record for record in records if record.document == name]]
    ]


def joined(
    *records: Record,
    past: Past | None = None,
    decisions: Sequence[Decision] = (),
    occasions: Sequence[Occasion] = (),
) -> Catalogue:
    """The catalogue of *records*."""
    return assemble(documents(*records, occasions=occasions), past=past, decisions=decisions)


def talks(catalogue: Catalogue) -> list[JoinedTalk]:
    """The talks of *catalogue*."""
    return list(catalogue.talks)
