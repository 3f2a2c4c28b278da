"""A library in figures."""

from __future__ import annotations

from typing import Any

from talkctl.model import INTERLUDES
from talkctl.store import VERSION
from talkctl.store.catalog import Catalog, dicts
from talkctl.store.lookup import WITH_TALKS

_TALKS_ONLY = f"talk.kind NOT IN ({', '.join(map(repr, INTERLUDES))})"

_FIGURES = {
    "talks": f"SELECT count(*) FROM talk WHERE {_TALKS_ONLY}",
    "people": "SELECT count(*) FROM person",
    "events": f"SELECT count(*) FROM event WHERE {WITH_TALKS}",
    "records": "SELECT count(*) FROM record",
    "remarks": "SELECT count(*) FROM remark",
    "minutes": "SELECT coalesce(sum(duration), 0) FROM talk",
    "timed": f"SELECT count(*) FROM talk WHERE {_TALKS_ONLY}"
    " AND (start IS NOT NULL OR local_start IS NOT NULL)",
}
_DOCUMENTS = """
SELECT coalesce(document.collection, document.name) AS document, document.format,
    sum(document.lines) AS lines, coalesce(sum(records), 0) AS records, coalesce(sum(talks), 0) AS talks,
    sum((SELECT count(*) FROM remark WHERE remark.document = document.id)) AS remarks,
    max(document.imported) AS imported, count(*) AS files
FROM document LEFT JOIN
    (SELECT document, count(*) AS records, count(DISTINCT talk) AS talks FROM record GROUP BY 1)
    AS given ON given.document = document.id
GROUP BY 1, 2 ORDER BY 1
"""
_ORGANISATIONS = """
SELECT org AS name, count(DISTINCT talk) AS talks, count(DISTINCT person) AS people
FROM appearance WHERE org IS NOT NULL GROUP BY org ORDER BY talks DESC, people DESC, org
"""


def stats(catalog: Catalog) -> dict[str, Any]:
    """Everything ``talkctl stats`` tells, as one object."""
    db = catalog.db
    figures: dict[str, Any] = {
        name: int(db.execute(query).fetchone()[0]) for name, query in _FIGURES.items()
    }
    for plural, column in (("kinds", "kind"), ("levels", "level"), ("languages", "language")):
        figures[plural] = {
            value or "unknown": count
            for value, count in db.execute(
                f"SELECT {column}, count(*) FROM talk WHERE {_TALKS_ONLY}"
                " GROUP BY 1 ORDER BY 2 DESC, 1"
            )
        }
    figures["events_by_talks"] = [
        {"id": event.id, "name": event.name, "talks": event.talk_count}
        for event in sorted(catalog.events(), key=lambda event: (-event.talk_count, event.name))
    ]
    figures["organisations"] = _rows(catalog, _ORGANISATIONS)
    figures["documents"] = documents(catalog)
    figures["library"] = {
        "path": str(catalog.path),
        "version": VERSION,
        "size": catalog.path.stat().st_size,
    }
    return figures


def documents(catalog: Catalog) -> list[dict[str, Any]]:
    """What has been imported, and what each document gave."""
    return _rows(catalog, _DOCUMENTS)


def remarks(catalog: Catalog, document: str | None = None) -> list[dict[str, Any]]:
    """What readers could not place, of one document (or collection) or of all."""
    return _rows(
        catalog,
        "SELECT document.name AS document, first_line, last_line, reason, text FROM remark"
        " JOIN document ON document.id = remark.document"
        " WHERE ?1 IS NULL OR ?1 IN (document.name, document.collection)"
        " ORDER BY document.name, first_line",
        document,
    )


def changes(catalog: Catalog, document: str) -> list[dict[str, Any]]:
    """What newer exports of a document (or collection) said otherwise, the latest first."""
    return _rows(
        catalog,
        "SELECT change.document, change.imported, kind, talk, title, before, after FROM change"
        " LEFT JOIN document ON document.name = change.document"
        " WHERE ?1 IN (change.document, document.collection)"
        " ORDER BY change.imported DESC, change.id",
        document,
    )


def _rows(catalog: Catalog, query: str, *values: Any) -> list[dict[str, Any]]:
    return list(dicts(catalog.db.execute(query, values)))
