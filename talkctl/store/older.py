"""Libraries that older versions of talkctl wrote, seen as this one would have written them.

What documents say has been kept whole by every version, and all else follows from it: a library is
brought up to date by reading its documents out of it and writing a new one.
"""

from __future__ import annotations

import sqlite3

from talkctl.errors import LibraryError

AS_NOW = {
    1: """
CREATE TEMP VIEW document AS
    SELECT id, name, format, digest, lines, NULL AS collection, imported FROM main.document;
CREATE TEMP VIEW record AS SELECT *, 0 AS as_talk FROM main.record;
CREATE TEMP VIEW credit AS SELECT *, NULL AS uid FROM main.credit;
CREATE TEMP TABLE segment (record, position, start, "end", text);
CREATE TEMP VIEW occasion AS
    SELECT DISTINCT record.document, event.number AS position, record.event AS name,
        '[]' AS aliases, event.city, event.country, event.timezone, event.start, event."end"
    FROM main.record AS record JOIN main.talk AS talk ON talk.number = record.talk
    JOIN main.event AS event ON event.number = talk.event WHERE record.event IS NOT NULL;
CREATE TEMP VIEW records AS
    SELECT record.id, record.talk, record.position, record.document, document.name AS document_name,
        first_line, last_line, raw_title, record.title, record.kind, record.level, record.language,
        record.event, record.start, record."end", record.timezone, record.date, record.day,
        record.room, record.track, record.published, record.duration, participants,
        CASE abstract_is_talks WHEN 1 THEN talk.abstract ELSE record.abstract END AS abstract,
        record.tags, NULL AS subtitle, NULL AS status, NULL AS uid
    FROM main.record AS record JOIN main.document AS document ON document.id = record.document
    JOIN main.talk AS talk ON talk.number = record.talk;
""",
}
"""For each older version the views by which its tables are as those of now. They are temporary:
the file itself is only read. Version 1 kept of its corrections only what followed from them, so
what it knows of an event is taken for what the documents say."""


def see_as_now(db: sqlite3.Connection, version: int) -> None:
    """Let the library in *db*, written by an older *version*, be read as one of now."""
    if version not in AS_NOW:
        raise LibraryError(f"No talkctl has written libraries of version {version}.")
    db.executescript(AS_NOW[version])
