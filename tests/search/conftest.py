"""A small library of our own, written by plain SQL, for all tests of the search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from talkctl.store import APPLICATION_ID, VERSION, index, schema
from talkctl.store.catalog import Catalog
from talkctl.text import short_id, slug

EVENTS = (
    ("kubecon-na-2017", "KubeCon + CloudNativeCon North America 2017", None),
    ("nodeconf-2016", "NodeConf", "2016-11-08"),
)

TALKS = (
    # title, kind, level, event, date, room, abstract, people with their organisations
    ("Istio: Weaving the Service Mesh", "talk", "intermediate", 1, None, None,
     "Istio connects microservices. A service mesh carries their traffic.",
     (("Shriram Rajagopalan", "IBM"), ("Louis Ryan", "Google"))),
    ("Istio's Mixer: Policy Enforcement", "talk", "intermediate", 1, None, None,
     "How Istio asks the Open Policy Agent (OPA) before a call is made.",
     (("Limin Wang", "Google"), ("Torin Sandall", "Styra"))),
    ("Enforcing Bespoke Policies in Kubernetes", "talk", None, 1, None, None,
     "Admission control with OPA on a multi-tenant cluster.", (("Torin Sandall", "Styra"),)),
    ("Operating Prometheus at Scale", "talk", "advanced", 1, None, None,
     "Monitoring with Prometheus: storage, alerts and debugging of slow queries.",
     (("Tom Wilkie", "Kausal"),)),
    ("Debugging Node.js in Production", "workshop", "beginner", 2, "2016-11-08", "Ballroom B",
     "We don't guess: heap dumps, flame graphs, and a debugger for Node.js services.",
     (("Raffaele di Fazio", "Zalando"),)),
    ("Secrets of Machine Learning", "talk", None, 2, "2016-11-09", "Salon A",
     "Machine learning pipelines with TensorFlow, without a doctorate.",
     (("Carlos Pérez-Aradros", "Elastic"), ("A.J. Hunyady", "NGINX Inc"))),
    ("ConfigMaps for Everybody", "talk", "beginner", 2, "2016-11-09", "Salon A",
     "A ConfigMap keeps settings out of images.", (("Eric Tune", "Google"),)),
    ("The Road to Usable Clusters", "keynote", None, 1, None, None,
     "Where the project stands, and the road ahead.", (("Joe Beda", "Heptio"),)),
    ("Hot Dogs or Not", "talk", None, 1, None, None,
     "An image classifier that tells hot dogs from everything else.",
     (("Eric Brewer", "Google Cloud"),)),
    ("Dinner", "social", None, 2, "2016-11-08", None, "Food and drink.", ()),
)  # fmt: skip

BIOS = {1: "Louis worked on Borg before Istio existed.", 8: "Joe lives near a volcano."}
NOTES = {2: "Habla de seguridad y políticas en el mesh."}


def fill(db: sqlite3.Connection, talks: tuple[tuple, ...] = TALKS) -> None:
    """Write *talks* and all that hangs on them into an empty library."""
    db.executescript(schema.TABLES + schema.INDEXES + schema.VIEWS)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute(
        "INSERT INTO document (id, name, format, digest, lines) VALUES (1, 'page.txt', 'archive', 'x', 99)"
    )
    for number, (event_id, name, start) in enumerate(EVENTS, 1):
        db.execute(
            "INSERT INTO event (number, id, name, start) VALUES (?, ?, ?, ?)",
            (number, event_id, name, start),
        )
    db.execute("INSERT INTO event_alias VALUES (1, 'KubeCon Austin', 'page.txt')")
    for number, talk in enumerate(talks, 1):
        add_talk(db, number, talk)


def add_talk(db: sqlite3.Connection, number: int, talk: tuple) -> None:
    """Write one talk with its record, people, bio and note."""
    title, kind, level, event, date, room, abstract, people = talk
    start = f"{date}T{9 + number % 8:02}:00:00+01:00" if date else None
    db.execute(
        "INSERT INTO talk"
        " (number, id, slug, title, kind, level, event, start, date, room, abstract)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, short_id(f"{title}{number}"), f"{slug(title)}-{number}", title, kind, level, event,
         start, date, room, abstract),
    )  # fmt: skip
    db.execute(
        "INSERT INTO record (id, talk, position, document, first_line, last_line, as_talk)"
        " VALUES (?, ?, 0, 1, ?, ?, ?)",
        (number, number, number, number + 1, schema.SPEAKERS_AS_TALK - 1),
    )
    db.execute("INSERT INTO link VALUES (?, 0, 'video', ?, 'raw')", (number, f"https://v/{number}"))
    for position, (name, org) in enumerate(people):
        db.execute(
            "INSERT OR IGNORE INTO person (id, name, talk_count) VALUES (?, ?, 1)",
            (slug(name), name),
        )
        (person,) = db.execute("SELECT number FROM person WHERE id = ?", (slug(name),)).fetchone()
        db.execute(
            "INSERT INTO appearance VALUES (?, ?, ?, ?, 'speaker', NULL, ?, 1)",
            (number, position, person, name, org),
        )
    if number in BIOS:
        db.execute("INSERT INTO bio VALUES (?, 0, NULL, 'x', NULL, ?)", (number, BIOS[number]))
    if number in NOTES:
        db.execute("INSERT INTO note VALUES (?, 0, ?, 'es')", (number, NOTES[number]))


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """The small library, opened for reading."""
    with library_of(tmp_path_factory.mktemp("library")) as opened:
        yield opened


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """A library of more talks than are all scored: the small one, then many on clusters."""
    filler = tuple(
        (f"Clusters at Company {n}", "talk", "beginner", 2, "2016-11-08", None,
         f"Kubernetes clusters and traffic, part {n}.", (("Jane Doe", "Acme"),))
        for n in range(5200)
    )  # fmt: skip
    with library_of(tmp_path_factory.mktemp("large"), TALKS + filler) as opened:
        yield opened


@contextmanager
def library_of(
    folder: Path, talks: tuple[tuple, ...] = TALKS, changed: str = ""
) -> Iterator[Catalog]:
    """A library of *talks* made in *folder*, *changed* by SQL, with its index, opened for reading."""
    path = folder / "talks.db"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    fill(db, talks)
    db.executescript(changed)
    index.build_index(db)
    db.commit()
    db.close()
    with Catalog(path) as catalog:
        yield catalog
