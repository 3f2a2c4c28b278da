"""An import that looks only at what is near leaves the library that looking at all of it leaves."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from talkctl.identity import assemble
from talkctl.intake import joining, nearby, tracing
from talkctl.intake.documents import CORRECTIONS
from talkctl.intake.joining import join, rebuild
from talkctl.intake.mending import name_person
from talkctl.intake.nearby import Looked
from talkctl.record import Bio, Catalogue, Credit, Document, Record
from talkctl.store.build import write_library
from talkctl.store.part import Part
from talkctl.store.shelf import keep_fact
from talkctl.store.writing import writing
from tests.identity.tellings import conference

NOW = "2026-01-01T00:00:00+00:00"

TOLD = {
    "talks": "SELECT talk.id, slug, title, kind, event.id, talk.start, date, room, abstract, status,"
    " digest FROM talk LEFT JOIN event ON event.number = talk.event",
    "events": "SELECT id, name, city, timezone, start, end, talk_count, speaker_count, timed_count"
    " FROM event",
    "names of events": "SELECT event.id, event_alias.name, source FROM event_alias"
    " JOIN event ON number = event",
    "people": "SELECT id, name, talk_count FROM person",
    "names of people": "SELECT person.id, person_alias.name, source FROM person_alias"
    " JOIN person ON number = person",
    "billings": "SELECT talk.id, position, person.id, billed_as, org, org_certain FROM appearance"
    " JOIN talk ON talk.number = talk JOIN person ON person.number = person",
    "records": "SELECT (SELECT id FROM talk WHERE number = talk), position, document_name,"
    " first_line, uid, raw_title, title, event, start, date FROM records",
    "bios": "SELECT (SELECT id FROM person WHERE number = person), name, heading, text FROM bio",
    "documents": "SELECT name, format, digest, lines, collection FROM document",
    "occasions": "SELECT (SELECT name FROM document WHERE id = document), name, aliases"
    " FROM occasion",
    "remarks": "SELECT (SELECT name FROM document WHERE id = document), reason, text FROM remark",
    "former ids": "SELECT id, talk FROM former_id",
    "changes": "SELECT document, kind, talk, title, before, after FROM change",
    "words": "SELECT term, talks FROM term",
    "words of names": "SELECT word, (SELECT id FROM person WHERE number = person) FROM name_word",
    "filters": "SELECT name, key, talks FROM facet",
    "traces of people": "SELECT trace, (SELECT id FROM person WHERE number = person)"
    " FROM person_trace",
    "traces of records": "SELECT trace, document_name, first_line FROM record_trace"
    " JOIN records ON id = record",
}
"""What a library says, apart from the numbers by which its rows refer to one another."""


def _told(path: Path) -> dict[str, list[str]]:
    db = sqlite3.connect(path)
    told = {name: sorted(map(repr, db.execute(query))) for name, query in TOLD.items()}
    db.close()
    return told


class Looks:
    """How much was looked at by the last import: some talks, or everything (``None``)."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.whole = False
        self.talks: int | None = None

        def near(*given: Any) -> Looked | None:
            return None if self.whole else nearby.nearby(*given)

        def drawn(db: sqlite3.Connection, catalogue: Catalogue, part: Part | None = None) -> None:
            self.talks = len(part.talks) if part else None
            tracing.draw_up(db, catalogue, part)

        monkeypatch.setattr(joining, "nearby", near)
        monkeypatch.setattr(joining, "draw_up", drawn)


@pytest.fixture(scope="module")
def looks() -> Iterator[Looks]:
    """What imports look at, to be seen and to be told."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield Looks(monkeypatch)


def _library(path: Path) -> Path:
    write_library(path, assemble([]))
    return path


def _import(path: Path, documents: list[Document]) -> list[tuple[object, ...]]:
    with writing(path) as db:
        return [told[1:] for told in join(db, documents, NOW)]


def _import_both_ways(
    path: Path, documents: list[Document], looks: Looks
) -> list[tuple[object, ...]]:
    """What became of *documents*, once it is seen that it is so whatever is looked at."""
    other = path.with_name("whole.db")
    shutil.copyfile(path, other)
    counts = _import(path, documents)
    looked, looks.whole = looks.talks, True
    assert _import(other, documents) == counts
    looks.whole, looks.talks = False, looked
    there, all_of_it = _told(path), _told(other)
    for name in TOLD:
        assert there[name] == all_of_it[name], name
    return counts


_GIVEN = "John Johnny J. Bob Robert Anna Ann Jörg Joerg Ysolde Zbynek".split()
_FAMILY = "Smith Lee Doe Müller Mueller Xenakis".split()


def _crowded(chance: random.Random, document: Document) -> Document:
    """*document* with names that many bear, written in many ways, some with ids and bios."""
    records = []
    for record in document.records:
        credits, bios = [], []
        for credit in record.speakers:
            of = random.Random(credit.name)
            given, family = of.choice(_GIVEN), of.choice(_FAMILY)
            spellings = [f"{given} {family}"] * 6
            spellings += [f"{family} {given}", f"{given[0]}. {family}", f"{given} M. {family}"]
            name = chance.choice(spellings)
            uid = chance.choice((None, None, None, "7", f"guid:{of.randrange(50):020}"))
            org = chance.choice((credit.org, None))
            credits.append(Credit(name, org=org, org_shared=chance.random() < 0.2, uid=uid))
            if chance.random() < 0.2:
                bios.append(Bio(name, f"{name} has repaired clocks and queues for twenty years."))
        names = {credit.name for credit in credits}
        if len(names) == len(credits):
            record = record._replace(speakers=tuple(credits), bios=tuple(bios))
        records.append(record)
    return document._replace(records=tuple(records))


def _reworked(chance: random.Random, document: Document) -> Document:
    """A newer export of *document*: talks come and go, move, and are called otherwise."""
    records = []
    for record in document.records:
        fate = chance.random()
        if fate < 0.08:
            continue
        if fate < 0.16:
            record = record._replace(
                title=f"{record.title} again", raw_title=f"{record.title} again"
            )
        elif fate < 0.24:
            record = record._replace(speakers=record.speakers[:-1])
        elif fate < 0.32:
            record = record._replace(room="Elsewhere")
        records.append(record)
    return document._replace(records=tuple(records), digest=f"{document.name} again")


def _batches(chance: random.Random) -> list[list[Document]]:
    """Documents of some conferences in the order in which somebody might import them."""
    shelves: dict[str, list[Document]] = {}
    crowded, loose = chance.random() < 0.6, chance.random() < 0.5
    for name in chance.sample(("HeronCon", "Basalt Days", "Heron Conf", "HeronCon West"), 2):
        for year in chance.sample((2017, 2018, 2019), chance.choice((1, 2))):
            told = conference(
                chance.randrange(3), talks=chance.choice((6, 12)), name=name, year=year
            )
            other_name = f"Summer Gathering {year}" if chance.random() < 0.3 else None
            for document in told.documents:
                records = document.records
                if other_name and document.format in ("archive", "pyvideo"):
                    records = tuple(record._replace(event=other_name) for record in records)
                if chance.random() < 0.1:
                    records = tuple(
                        record._replace(event=name if record.event else None) for record in records
                    )
                if not loose:
                    records = tuple(record for record in records if record.event)
                document = document._replace(records=records, digest=document.name)
                document = _crowded(chance, document) if crowded else document
                shelf = document.collection or document.name.rpartition("/")[0] or document.name
                shelves.setdefault(shelf, []).append(document)
    batches = list(shelves.values())
    chance.shuffle(batches)
    again = [_reworked(chance, document) for document in chance.choice(batches)]
    batches.insert(chance.randrange(len(batches) + 1), again)
    return batches


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000))
@example(seed=249)  # two of one name on a talk, one of them in full in another document
def test_to_look_at_what_is_near_is_to_look_at_everything(
    tmp_path_factory: pytest.TempPathFactory, looks: Looks, seed: int
) -> None:
    """Whatever comes in whatever order, newer exports too, a part leads to the same library.

    And to one that stays as it is when it is drawn up once more.
    """
    path = _library(tmp_path_factory.mktemp("library") / "part.db")
    for documents in _batches(random.Random(seed)):
        _import_both_ways(path, documents, looks)
    told = _told(path)
    with writing(path) as db:
        rebuild(db)
    assert _told(path) == told


def _programme(name: str, *records: Record) -> Document:
    told = tuple(record._replace(document=name) for record in records)
    return Document(name, "sched", name, len(told), told)


def _talk(line: int, title: str, event: str | None, *people: str, told: str = "sched") -> Record:
    credits = tuple(Credit(person) for person in people)
    return Record("", told, line, line, title, title, event=event, speakers=credits)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of five events of ten talks by people of their own, once looked at as a whole."""
    path = _library(tmp_path / "library.db")
    _import(path, [
        _programme(
            f"moot-{year}.txt",
            *(_talk(n, f"Talk {n} of the year {year}", f"Moot {year}", f"Ann{n} Of{year}", f"Bo Host{year}")
              for n in range(10)),
        )
        for year in range(2010, 2015)
    ])  # fmt: skip
    return path


def test_what_is_far_is_not_looked_at(library: Path, looks: Looks) -> None:
    """An event with people of its own needs none of the talks that are there."""
    coming = _programme("fete.txt", _talk(1, "Quite another thing", "Fete 2014", "Zoe Abernathy"))
    _import_both_ways(library, [coming], looks)
    assert looks.talks == 0


def test_people_who_come_back_are_looked_at_with_their_talks(library: Path, looks: Looks) -> None:
    """Somebody who speaks elsewhere, too, is one person, under a fuller name as well."""
    coming = _programme(
        "fete.txt",
        _talk(1, "Quite another thing", "Fete 2014", "Ann3 Of2012"),
        _talk(2, "And another one", "Fete 2014", "Ann4 Q. Of2013"),
    )
    _import_both_ways(library, [coming], looks)
    assert looks.talks == 2


def test_all_of_an_event_is_looked_at_where_more_is_told_of_it(library: Path, looks: Looks) -> None:
    """Recordings find their talks under another spelling of the event's name."""
    coming = _programme("videos.txt", _talk(1, "Talk 3 of the year 2012", "moot-2012"))
    assert _import_both_ways(library, [coming], looks) == [(0, 1, 0, 0, 0)]
    assert looks.talks == 10


def test_an_event_is_found_by_its_talks(library: Path, looks: Looks) -> None:
    """Three talks by the same people are enough, whatever the event is called."""
    coming = _programme("videos.txt", *(
        _talk(n, f"Talk {n} of the year 2012", "Assembly 2012", f"Ann{n} Of2012")
        for n in range(5)
    ))  # fmt: skip
    assert _import_both_ways(library, [coming], looks) == [(0, 5, 0, 0, 0)]
    assert looks.talks == 10


def test_an_event_is_found_by_talks_that_stand_in_many_documents(
    library: Path, looks: Looks
) -> None:
    """All that is told under one name counts together, though each document has one talk."""
    one_by_one = [
        _programme(f"{n}.json", _talk(1, f"Talk {n} of the year 2012", "Assembly 2012", f"Ann{n} Of2012"))
        for n in range(5)
    ]  # fmt: skip
    _import_both_ways(library, one_by_one[:2], looks)
    assert looks.talks == 2
    assert _import_both_ways(library, one_by_one[2:], looks) == [(0, 1, 0, 0, 0)] * 3
    assert looks.talks == 12


def test_the_same_talks_of_another_year_or_season_are_of_another_event(
    library: Path, looks: Looks
) -> None:
    """Only the talks of those people are looked at, not all of their events."""
    again = [f"Talk {n} of the year 2012" for n in range(5)]
    coming = [_talk(n, title, "Assembly 2013", f"Ann{n} Of2012") for n, title in enumerate(again)]
    _import_both_ways(library, [_programme("fete.txt", *coming)], looks)
    assert looks.talks == 5
    seasons = [
        _programme(
            f"{season}.txt",
            *(_talk(n, f"On matter {n}", f"{season} 2016", f"Cy{n} Poe")._replace(date=f"2016-{month}-03")
              for n in range(count)),
        )
        for season, month, count in (("Spring", "03", 7), ("Autumn", "10", 4))
    ]  # fmt: skip
    _import(library, seasons[:1])
    _import_both_ways(library, seasons[1:], looks)
    assert looks.talks == 4


def test_who_has_an_id_of_the_whole_world_is_known_by_it(library: Path, looks: Looks) -> None:
    """Under any name, at any event."""
    told = [
        _talk(1, f"A matter of {event}", event)._replace(speakers=(Credit(name, uid=f"guid:{7:020}"),))
        for event, name in (("Fete 2014", "Zoe Abernathy"), ("Gala 2016", "Ysolde Xenakis"))
    ]  # fmt: skip
    for record in told:
        _import_both_ways(library, [_programme(f"{record.event}.txt", record)], looks)
    assert looks.talks == 1


def test_who_is_called_otherwise_by_corrections_is_looked_at(library: Path, looks: Looks) -> None:
    """Documents do not say that name, so nothing else leads there."""
    with writing(library) as db:
        keep_fact(db, CORRECTIONS, '[[person]]\nname = "Ann3 Of2012"\naliases = ["Zoe Roe"]\n')
    coming = _programme("fete.txt", _talk(1, "Quite another thing", "Fete 2014", "Zoe Roe"))
    _import_both_ways(library, [coming], looks)
    assert looks.talks == 1


def test_who_is_called_otherwise_by_the_user_is_looked_at(library: Path, looks: Looks) -> None:
    """Also where nobody knows at what event they were."""
    said = _talk(1, "Queues that nobody knows", None, "Dee Xu", told="notes")
    _import(library, [_programme("notes.txt", said)._replace(format="notes")])
    with writing(library) as db:
        name_person(db, "dee-xu", ["Zoe Roe"], "she is also called so")
    coming = _programme("fete.txt", _talk(1, "Quite another thing", "Fete 2014", "Zoe Roe"))
    _import_both_ways(library, [coming], looks)
    assert looks.talks == 1


def test_what_names_neither_event_nor_people_is_beside_every_event(
    library: Path, looks: Looks
) -> None:
    """By its title alone it may be of one that comes."""
    title = "Queues that nobody knows at sea"
    loose = _programme("notes.txt", _talk(1, title, None, told="notes"))._replace(format="notes")
    _import(library, [loose])
    coming = _programme("fete.txt", _talk(1, title, "Fete 2014", "Zoe Roe"))
    assert _import_both_ways(library, [coming], looks) == [(0, 1, 0, 0, 0)]


def test_what_names_no_event_may_be_of_any(library: Path, looks: Looks) -> None:
    """Everything is looked at for it, and again where an event comes that it may be of."""
    said = _talk(1, "Talk 7 of the year 2020", None, "Ann7 Of2020", told="notes")
    loose = _programme("notes.txt", said)._replace(format="notes")
    _import_both_ways(library, [loose], looks)
    assert looks.talks is None
    coming = _programme(
        "moot-2020.txt", _talk(1, "Talk 7 of the year 2020", "Moot 2020", "Ann7 Of2020")
    )
    assert _import_both_ways(library, [coming], looks) == [(0, 1, 0, 0, 0)]
    assert looks.talks is None


def test_what_goes_may_decide_what_was_undecided(library: Path, looks: Looks) -> None:
    """A note fits talks at two events as well, until a newer export has one of them no more."""
    others = [_talk(n, f"Matter {n}", "Fete 2015", f"Cy{n} Poe{n}") for n in range(3)]
    twice = "Queues that nobody knows", "Fete 2015", "Dee Xu"
    _import(library, [
        _programme("fete.txt", *others, _talk(9, *twice)),
        _programme("gala.txt", _talk(1, twice[0], "Gala 2016", twice[2])),
        _programme("notes.txt", _talk(1, twice[0], None, twice[2], told="notes"))._replace(
            format="notes"
        ),
    ])  # fmt: skip
    newer = _programme("fete.txt", *others)._replace(digest="newer")
    _import_both_ways(library, [newer], looks)
    joined = "SELECT count(*) FROM records WHERE title = ? GROUP BY talk"
    with writing(library) as db:
        assert db.execute(joined, (twice[0],)).fetchall() == [(2,)]


def test_a_library_that_somebody_else_changed_is_looked_at_as_a_whole(
    library: Path, looks: Looks
) -> None:
    """Traces that may not tell of all talks are not trusted."""
    with writing(library) as db:
        db.execute("UPDATE record SET id = id + 1000 WHERE id = (SELECT max(id) FROM record)")
    coming = _programme("fete.txt", _talk(1, "Quite another thing", "Fete 2014", "Zoe Abernathy"))
    _import_both_ways(library, [coming], looks)
    assert looks.talks is None


def test_what_has_not_changed_is_told_as_such_beside_what_is_new(
    library: Path, looks: Looks
) -> None:
    """A document that is there already counts its talks, though none of them is looked at."""
    same = _programme(
        "moot-2011.txt",
        *(
            _talk(n, f"Talk {n} of the year 2011", "Moot 2011", f"Ann{n} Of2011", "Bo Host2011")
            for n in range(10)
        ),
    )
    coming = _programme("fete.txt", _talk(1, "Quite another thing", "Fete 2014", "Zoe Abernathy"))
    assert _import_both_ways(library, [same, coming], looks) == [(0, 0, 0, 10, 0), (1, 0, 0, 0, 0)]
    assert looks.talks == 0


def test_what_overrules_the_corrections_is_told_with_them(library: Path, looks: Looks) -> None:
    """Though nothing else is looked at that stands in no page."""
    facts = '[[event]]\nname = "Fete 2014"\ncity = "Graz"\n'
    with writing(library) as db:
        keep_fact(db, CORRECTIONS, facts)
        join(db, [Document(CORRECTIONS, "corrections", "facts", 3)], NOW)
    coming = _programme("fete.txt", _talk(1, "Quite another thing", "Fete 2014 (Oslo)", "Zoe Roe"))
    _import_both_ways(library, [coming], looks)
    assert looks.talks == 0
    (remark,) = _told(library)["remarks"]
    assert "the page says Oslo, not Graz" in remark
