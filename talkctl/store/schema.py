"""The shape of a library file, as data.

Two halves. What documents say: ``document``, ``record`` and the tables that hang on a record
(``difference``, ``credit``, ``bio``, ``link``, ``note``, ``segment``), ``occasion`` and ``remark``.
What follows from it: ``event``, ``person``, ``talk``, ``appearance`` and their aliases, which are
derived and can be made anew. The user's own stands beside them and survives every import:
``decision`` (what they said is one, or is not), ``mark`` and ``own_note``, which hang on the ids of
talks. ``change`` keeps what a newer export of a document changed, ``former_id`` which talk an id
that was merged away is now. ``store.index`` adds the words to search in, and ``store.traces``, in a library
that was imported to, what an import looks up. Every text column is plain
text; lists are tables, except ``tags``, a JSON array.

Most records say nothing but what their talk says. What is the same in both stands in the row of the
talk alone, and the record has a bit for it in ``as_talk``; what is not stands in ``difference``. The
view ``records`` shows each whole. So the records of a talk are written anew whenever the talk is.

A talk is known outside by ``id`` and ``slug``; inside it is joined by ``number``, which is also the
rowid of the full-text tables. Talks of one event have consecutive numbers when built in one go.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

AS_TALK = {
    "raw_title": "talk.title", "title": "talk.title", "kind": "talk.kind", "level": "talk.level",
    "language": "talk.language", "event": "event.name", "start": "talk.start", "end": 'talk."end"',
    "timezone": "talk.timezone", "date": "talk.date", "day": "talk.day", "room": "talk.room",
    "track": "talk.track", "published": "talk.published", "duration": "talk.duration",
    "abstract": "talk.abstract", "tags": "talk.tags", "subtitle": "talk.subtitle",
    "status": "talk.status",
}  # fmt: skip
"""Columns of a record that can be as in its talk, and the talk's; the first has the lowest bit."""

SPEAKERS_AS_TALK = 1 << len(AS_TALK)
"""The bit of a record that credits its talk's speakers just as the talk bills them."""

EVENT_AS_TALK = 1 << list(AS_TALK).index("event")
"""The bit of a record that names the event its talk was given at just as the talk does."""

TABLES = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT
) WITHOUT ROWID;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    digest TEXT NOT NULL,
    lines INTEGER NOT NULL,
    collection TEXT,
    imported TEXT
);

CREATE TABLE occasion (
    document INTEGER NOT NULL REFERENCES document(id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL DEFAULT '[]',
    city TEXT,
    country TEXT,
    timezone TEXT,
    start TEXT,
    "end" TEXT,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    city TEXT,
    country TEXT,
    timezone TEXT,
    start TEXT,
    "end" TEXT,
    talk_count INTEGER NOT NULL DEFAULT 0,
    speaker_count INTEGER NOT NULL DEFAULT 0,
    timed_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE event_alias (
    event INTEGER NOT NULL REFERENCES event(number),
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (event, name)
) WITHOUT ROWID;

CREATE TABLE person (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    talk_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE person_alias (
    person INTEGER NOT NULL REFERENCES person(number),
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (person, name)
) WITHOUT ROWID;

CREATE TABLE talk (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    level TEXT,
    language TEXT,
    event INTEGER REFERENCES event(number),
    start TEXT,
    "end" TEXT,
    timezone TEXT,
    local_start TEXT,
    local_end TEXT,
    date TEXT,
    day INTEGER,
    room TEXT,
    track TEXT,
    published TEXT,
    duration INTEGER,
    abstract TEXT,
    tags TEXT NOT NULL DEFAULT '[]',
    subtitle TEXT,
    status TEXT,
    transcript INTEGER NOT NULL DEFAULT 0,
    digest TEXT NOT NULL DEFAULT ''
);

CREATE TABLE appearance (
    talk INTEGER NOT NULL REFERENCES talk(number),
    position INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person(number),
    billed_as TEXT NOT NULL,
    role TEXT NOT NULL,
    job TEXT,
    org TEXT,
    org_certain INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (talk, position)
) WITHOUT ROWID;

CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    talk INTEGER NOT NULL REFERENCES talk(number),
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document(id),
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    participants INTEGER,
    uid TEXT,
    as_talk INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE difference (
    record INTEGER PRIMARY KEY REFERENCES record(id),
    raw_title TEXT,
    title TEXT,
    kind TEXT,
    level TEXT,
    language TEXT,
    event TEXT,
    start TEXT,
    "end" TEXT,
    timezone TEXT,
    date TEXT,
    day INTEGER,
    room TEXT,
    track TEXT,
    published TEXT,
    duration INTEGER,
    abstract TEXT,
    tags TEXT,
    subtitle TEXT,
    status TEXT
);

CREATE TABLE credit (
    record INTEGER NOT NULL REFERENCES record(id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    job TEXT,
    org TEXT,
    org_shared INTEGER NOT NULL DEFAULT 0,
    uid TEXT,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

CREATE TABLE bio (
    record INTEGER NOT NULL REFERENCES record(id),
    position INTEGER NOT NULL,
    person INTEGER REFERENCES person(number),
    name TEXT NOT NULL,
    heading TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

CREATE TABLE link (
    record INTEGER NOT NULL REFERENCES record(id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

CREATE TABLE note (
    record INTEGER NOT NULL REFERENCES record(id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

CREATE TABLE segment (
    record INTEGER NOT NULL REFERENCES record(id),
    position INTEGER NOT NULL,
    start REAL NOT NULL,
    "end" REAL NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

CREATE TABLE remark (
    document INTEGER NOT NULL REFERENCES document(id),
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    imported TEXT NOT NULL,
    kind TEXT NOT NULL,
    talk TEXT,
    title TEXT NOT NULL,
    before TEXT,
    after TEXT
);

CREATE TABLE former_id (
    id TEXT PRIMARY KEY,
    talk TEXT NOT NULL,
    picked TEXT,
    seen TEXT,
    rating INTEGER
) WITHOUT ROWID;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    said TEXT NOT NULL,
    undone TEXT
);

CREATE TABLE mark (
    talk TEXT PRIMARY KEY,
    picked TEXT,
    seen TEXT,
    rating INTEGER
) WITHOUT ROWID;

CREATE TABLE own_note (
    id INTEGER PRIMARY KEY,
    talk TEXT NOT NULL,
    written TEXT NOT NULL,
    text TEXT NOT NULL,
    origin TEXT
);
"""

INDEXES = """
CREATE UNIQUE INDEX talk_id ON talk (id);
CREATE UNIQUE INDEX talk_slug ON talk (slug);
CREATE UNIQUE INDEX person_id ON person (id);
CREATE INDEX appearance_person ON appearance (person);
CREATE INDEX bio_person ON bio (person);
CREATE INDEX own_note_talk ON own_note (talk);
CREATE INDEX record_talk ON record (talk);
CREATE INDEX record_document ON record (document);
CREATE INDEX remark_document ON remark (document);
CREATE INDEX talk_event ON talk (event);
"""
"""Made when the rows are there: to sort a million ids once is quicker than to find each its place."""

_RECORD_COLUMNS = ",\n       ".join(
    f'CASE WHEN record.as_talk & {1 << bit} THEN {talks} ELSE difference."{name}" END AS "{name}"'
    for bit, (name, talks) in enumerate(AS_TALK.items())
)

VIEWS = f"""
CREATE VIEW records AS
SELECT record.id, record.talk, record.position, record.document, document.name AS document_name,
       record.first_line, record.last_line, record.participants, record.uid,
       {_RECORD_COLUMNS}
FROM record
JOIN document ON document.id = record.document
JOIN talk ON talk.number = record.talk
LEFT JOIN event ON event.number = talk.event
LEFT JOIN difference ON difference.record = record.id;

CREATE VIEW talks AS
SELECT talk.id, talk.slug, talk.title, talk.kind, talk.level,
       event.name AS event,
       (SELECT group_concat(billed_as, '; ') FROM
           (SELECT billed_as FROM appearance WHERE appearance.talk = talk.number ORDER BY position)
       ) AS speakers,
       talk.date, talk.start, talk."end", talk.room, talk.published, talk.duration, talk.abstract
FROM talk LEFT JOIN event ON event.number = talk.event;

CREATE VIEW billings AS
SELECT person.id AS person_id, person.name AS person, appearance.role, appearance.job,
       appearance.org, appearance.org_certain, talk.id AS talk_id, talk.title, event.name AS event
FROM appearance
JOIN person ON person.number = appearance.person
JOIN talk ON talk.number = appearance.talk
LEFT JOIN event ON event.number = talk.event;
"""

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def as_json(texts: Iterable[str]) -> str:
    """Some texts as the library keeps them in one column."""
    return _encoded(list(texts))
