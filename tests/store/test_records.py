"""What documents say comes back from a library word for word, however little of it is kept twice."""

from __future__ import annotations

import sqlite3

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkctl.model import Appearance, Event, EventName, Link, Note, Person, Talk
from talkctl.record import Alias, Bio, Catalogue, Credit, Document, JoinedTalk, Record, Segment
from talkctl.store import build, index, passages, schema
from talkctl.store.facts import facets_of
from talkctl.store.records import read_records, records_of_talk

DOCUMENT, EVENT = "page.txt", Event(id="conf-2020", name="Conf 2020", start="2020-01-01")
WORDS = st.text(alphabet='aZé’-( \n"ß9', max_size=6)
MAYBE = st.none() | WORDS
NUMBERS = st.none() | st.integers(0, 3)
SPEAKERS = [
    Appearance("ada", "Ada Di Fazio", "Ada di Fazio", "speaker", None, "Acme", True),
    Appearance("bo", "Bo Ek", "Bo Ek", "host", "CTO", None, False),
]
ALIASES = {"ada": (Alias("A. Fazio", DOCUMENT), Alias("Ada F", DOCUMENT)), "bo": ()}


@st.composite
def talks(draw: st.DrawFn) -> JoinedTalk:
    """A talk, and records each of which has some things in common with it and some not."""
    talk = Talk(
        id="abc2345", slug="first", title=draw(WORDS), kind=draw(st.sampled_from(["talk", "break"])),
        level=draw(MAYBE), language=draw(MAYBE), event=EventName(EVENT.id, EVENT.name),
        speakers=tuple(draw(st.lists(st.sampled_from(SPEAKERS), unique=True))),
        start=draw(st.none() | st.just("2020-01-02T10:00:00+00:00")), date="2020-01-02",
        day=draw(NUMBERS), room=draw(MAYBE), track=draw(MAYBE), duration=draw(NUMBERS),
        abstract=draw(MAYBE), tags=tuple(draw(st.lists(WORDS, max_size=2))), subtitle=draw(MAYBE),
    )  # fmt: skip
    records = tuple(draw(st.lists(accounts(talk), min_size=1, max_size=3)))
    people = tuple(tuple(draw(st.sampled_from([None, "ada"])) for _ in r.bios) for r in records)
    return JoinedTalk(talk._replace(transcript=any(r.transcript for r in records)), records, people)


@st.composite
def accounts(draw: st.DrawFn, talk: Talk) -> Record:
    """A record of *talk*: what it says is the talk's, something else, or nothing."""
    same = {
        name: getattr(talk, "title" if name == "raw_title" else name)
        for name in schema.AS_TALK
    } | {"event": EVENT.name}  # fmt: skip
    other = {
        "raw_title": WORDS, "title": WORDS, "kind": WORDS, "day": NUMBERS, "duration": NUMBERS,
        "tags": st.lists(WORDS, max_size=2).map(tuple),
    }  # fmt: skip
    said = {
        name: value if draw(st.booleans()) else draw(other.get(name, MAYBE))
        for name, value in same.items()
    }
    billed = tuple(Credit(p.billed_as, p.role, p.job, p.org) for p in talk.speakers)
    credit = st.builds(Credit, WORDS, WORDS, MAYBE, MAYBE, st.booleans(), MAYBE)
    return Record(
        document=DOCUMENT, format="archive", first_line=draw(st.integers(1, 9)), last_line=9,
        participants=draw(NUMBERS), uid=draw(MAYBE),
        speakers=billed if draw(st.booleans()) else tuple(draw(st.lists(credit, max_size=2))),
        bios=tuple(draw(st.lists(st.builds(Bio, WORDS, WORDS, MAYBE), max_size=2))),
        links=tuple(draw(st.lists(st.builds(Link, st.just("video"), WORDS, WORDS), max_size=1))),
        notes=tuple(draw(st.lists(st.builds(Note, WORDS, MAYBE, st.just(DOCUMENT)), max_size=2))),
        transcript=tuple(draw(st.lists(
            st.builds(Segment, st.floats(0, 99), st.floats(0, 99), WORDS), max_size=2
        ))),
        **said,
    )  # fmt: skip


def catalogue(*joined: JoinedTalk) -> Catalogue:
    """A catalogue of these talks of one event."""
    return Catalogue(
        documents=(Document(DOCUMENT, "archive", "0", 9),),
        events=(EVENT,),
        event_aliases={EVENT.id: (Alias("The Conf", DOCUMENT), Alias("Konf", DOCUMENT))},
        people=[Person(person.id, person.name) for person in SPEAKERS],
        person_aliases=ALIASES,
        talks=joined,
    )


def written(given_talks: Catalogue) -> sqlite3.Connection:
    """A library in memory with all rows and no index."""
    db = sqlite3.connect(":memory:")
    db.executescript(schema.TABLES + schema.INDEXES + schema.VIEWS)
    assert len(list(build.written(db, given_talks))) == len(list(given_talks.talks))
    return db


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(talks())
def test_every_record_comes_back_as_it_was_given(joined: JoinedTalk) -> None:
    """Whatever a record has in common with its talk, it is read whole."""
    db = written(catalogue(joined))
    assert tuple(records_of_talk(db, 1)) == joined.records
    found = [record for _, record in read_records(db)]
    assert found == sorted(joined.records, key=lambda record: record.first_line)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(talks())
def test_a_talk_tells_what_its_rows_tell(joined: JoinedTalk) -> None:
    """What the index takes from talks on their way is what it would read from the tables."""
    given_talks = catalogue(joined)
    db = written(given_talks)
    db.execute(passages.VIEW)
    told = passages.teller(given_talks, {"ada": 1, "bo": 2})(1, joined)
    (read,) = passages.of_tables(db)
    assert [text or "" for text in told.fields] == [text or "" for text in read.fields]
    assert facets_of(told.facts) == facets_of(read.facts)


def test_what_a_record_has_in_common_with_its_talk_is_kept_once() -> None:
    """A record that says what the talk says has no row of its own words, and none of credits."""
    talk = Talk("abc2345", "first", "First", speakers=(SPEAKERS[1],), abstract="About firsts.")
    record = Record(
        DOCUMENT, "archive", 1, 2, "First", "First", abstract="About firsts.",
        speakers=(Credit("Bo Ek", "host", "CTO"),),
    )  # fmt: skip
    db = written(catalogue(JoinedTalk(talk, (record, record._replace(room="Aspen")), ((), ()))))
    assert db.execute("SELECT record, title, room FROM difference").fetchall() == [
        (2, None, "Aspen")
    ]
    assert db.execute("SELECT count(*) FROM credit").fetchone() == (0,)
    assert db.execute("SELECT id, title, room FROM records ORDER BY id").fetchall() == [
        (1, "First", None), (2, "First", "Aspen"),
    ]  # fmt: skip


def test_both_ways_to_index_give_the_same_tables() -> None:
    """An index made from the tables is the one made from talks on their way there."""
    talk = Talk(
        "abc2345", "first", "Łódź’s multi-tenant meshes", speakers=tuple(SPEAKERS),
        event=EventName(EVENT.id, EVENT.name), abstract="Custom Resource Definitions (CRDs) here.",
    )  # fmt: skip
    record = Record(DOCUMENT, "archive", 1, 2, "x", "x")
    given_talks = catalogue(JoinedTalk(talk, (record,), ((),)))
    read, told = written(given_talks), written(given_talks)
    index.build_index(read)
    tell = passages.teller(given_talks, {"ada": 1, "bo": 2})
    index.build_index(told, (tell(1, joined) for joined in given_talks.talks))
    for table in ("term", "pack", "name_word", "facet", "abbreviation", "hyphen", "search_data"):
        rows = read.execute(f"SELECT * FROM {table}").fetchall()
        assert rows, table
        assert told.execute(f"SELECT * FROM {table}").fetchall() == rows, table
