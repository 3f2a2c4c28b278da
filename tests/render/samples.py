"""Answers to render, one of every shape."""

from __future__ import annotations

from talkctl.model import CoSpeaker, Event, Hit, Match, OrgCount, Person, PersonBio
from talkctl.render.answer import Answer
from talkctl.render.objects import (
    event_object,
    hit_object,
    person_object,
    shown_object,
    talk_object,
)

from .hard import HARD, HARD_HITS, HARD_PERSON, HARD_SCHEDULE, HARD_SHOW
from .talks import (
    ARCHIVE,
    AUSTIN,
    BOULDER,
    DINNER,
    EGO,
    HERON,
    ISTIO,
    ISTIO_RECORDS,
    MIXER,
    NETFLIX,
    NETWORKING,
    NOTES,
    OCI,
    PANEL,
    SEATTLE,
    SLA,
    SMOOTH,
    ZIPKIN,
    billed,
)
from .tide import TIDE_AGENDA, TIDE_EXPORT, TIDE_GRID, TIDE_MOMENT, TIDE_PROGRAMME

SEARCH = Answer(
    "talks",
    (
        hit_object(
            Hit(ISTIO, 1.0, Match(("title", "abstract"), ("istio", "mesh"), (("istoi", "istio"),)))
        ),
        hit_object(Hit(MIXER, 0.874249, Match(("title",), ("istio",)))),
        hit_object(
            Hit(
                PANEL,
                0.6,
                Match(
                    ("title", "abstract"), ("mesh",), (), "… Linkerd and Red Hat on service mesh."
                ),
            )
        ),
        hit_object(
            Hit(
                NETFLIX,
                0.41,
                Match(
                    ("abstract",),
                    ("istio", "mesh"),
                    (),
                    "… across various enforcement points: proxies such as Istio, a mesh of "
                    "microservices, host-level daemons …",
                ),
            )
        ),
        hit_object(Hit(OCI, 0.2, Match(("speaker", "org"), ("ibm",)))),
        hit_object(Hit(HERON, 0.1, Match(("notes",), ("istio",), (), "se parece a Istio"))),
    ),
)

SCHEDULE = Answer(
    "schedule",
    tuple(
        talk_object(talk)
        for talk in (EGO, SLA, NETWORKING, HERON, ZIPKIN, DINNER, SMOOTH, ISTIO, MIXER, OCI)
    ),
    marks={"r4u9a3m": "overlaps with p2v7z5h"},
)

SHOW = Answer("talk", (shown_object(ISTIO, ISTIO_RECORDS),), single=True)
SHOW_SOURCES = SHOW._replace(show_sources=True)
SHOW_SEVERAL = Answer("talk", (shown_object(NETFLIX, ()), shown_object(SLA, ())))

TORIN = Person(
    id="torin-sandall",
    name="Torin Sandall",
    aliases=("Torin Sandal",),
    orgs=(OrgCount("Styra", 2, True), OrgCount("Netflix", 1, False)),
    bios=(
        PersonBio(
            "Torin Sandall is the technical lead of the recent open source Open Policy Agent "
            "(OPA) project. He has spent 10 years as a software engineer working on large-scale "
            "distributed systems projects.",
            ARCHIVE,
        ),
    ),
    co_speakers=(
        CoSpeaker("limin-wang", "Limin Wang", 2),
        CoSpeaker("manish-mehta", "Manish Mehta", 1),
    ),
    talk_count=3,
    talks=(MIXER, NETFLIX, HERON._replace(speakers=(billed("Torin Sandall", "Styra", job="CTO"),))),
    score=0.98765,
)
KEN = Person("ken-sipe", "Ken Sipe", (), (OrgCount("D2iQ", 1, True),), talk_count=1)
NOBODY = Person("ann", "Ann", talk_count=0)

PERSON = Answer("person", (person_object(TORIN),))
PEOPLE = Answer(
    "people",
    tuple(person_object(person) for person in (TORIN._replace(score=None), KEN, NOBODY)),
)

EVENTS = Answer(
    "events",
    (
        event_object(
            Event(
                AUSTIN.id, AUSTIN.name, ("KubeCon NA 2017",), "Austin", "United States",
                "America/Chicago", "2017-12-06", "2017-12-08", 174, 220, 0,
            )
        ),
        event_object(
            Event(
                SEATTLE.id, SEATTLE.name, (), "Seattle", None, "America/Los_Angeles",
                "2016-11-08", "2016-11-09", 7, 12, 7,
            )
        ),
        event_object(Event(BOULDER.id, BOULDER.name, city="Boulder", talk_count=2)),
    ),
)  # fmt: skip

DOCUMENTS = (
    {"document": ARCHIVE, "format": "archive", "lines": 3048, "records": 174, "talks": 174,
     "remarks": 0, "imported": "2019-11-21T10:00:00Z"},
    {"document": NOTES, "format": "notes", "lines": 156, "records": 12, "talks": 12,
     "remarks": 2, "imported": None},
    {"document": "meetup-smooth-operator.txt", "format": "meetup", "lines": 18, "records": 4,
     "talks": 2, "remarks": 1, "imported": None},
)  # fmt: skip

STATS = Answer(
    "stats",
    (
        {
            "talks": 184, "people": 232, "records": 197, "remarks": 3, "events": 4,
            "minutes": 5632, "timed": 7,
            "kinds": {"talk": 141, "keynote": 22, "salon": 12, "panel": 6, "lightning": 2},
            "levels": {"beginner": 25, "intermediate": 80, "advanced": 13, None: 66},
            "languages": {"en": 183, "es": 1},
            "documents": list(DOCUMENTS),
            "events_by_talks": [
                {"id": AUSTIN.id, "name": AUSTIN.name, "talks": 174},
                {"id": SEATTLE.id, "name": SEATTLE.name, "talks": 7},
                {"id": BOULDER.id, "name": BOULDER.name, "talks": 2},
            ],
            "organisations": [
                {"name": "Google", "talks": 34, "people": 38},
                {"name": "Red Hat", "talks": 14, "people": 15},
                {"name": "CoreOS", "talks": 9, "people": 8},
                {"name": "Microsoft", "talks": 9, "people": 10},
                {"name": "IBM", "talks": 8, "people": 9},
                {"name": "Cloud Native Computing Foundation", "talks": 4, "people": 3},
                {"name": "Weaveworks", "talks": 4, "people": 5},
                {"name": "Buoyant", "talks": 3, "people": 2},
                {"name": "D2iQ", "talks": 2, "people": 1},
                {"name": "Huawei", "talks": 2, "people": 3},
                {"name": "Lyft", "talks": 1, "people": 1},
            ],
            "library": {"path": "/home/ann/.local/share/talkctl/talks.db", "version": 1,
                        "size": 1_966_080},
        },
    ),
    single=True,
)  # fmt: skip

SOURCES = Answer("sources", DOCUMENTS)
REMARKS = Answer(
    "remarks",
    (
        {"document": NOTES, "first_line": 140, "last_line": 140, "reason": "belongs to no talk",
         "text": "NOTAS"},
        {"document": "meetup-smooth-operator.txt", "first_line": 17, "last_line": 19,
         "reason": "reads like a title", "text": "Smooth Operator +\n\tDynamic Workloads"},
    ),
)  # fmt: skip
DECISIONS = Answer(
    "decisions",
    (
        {"number": 1, "made": "2026-11-27T03:14:06+00:00", "undone": "2026-11-28T09:00:00+00:00",
         "said": "'Rob Clark' (rob-clark) and 'Robert Clark' (robert-clark) are one person"},
        {"number": 12, "made": "2026-11-27T03:14:12+00:00", "undone": None,
         "said": "Ian Barber is also called Ian B."},
    ),
)  # fmt: skip
ROWS = Answer(
    "rows",
    (
        {"check": "duplicates", "talk": "q7k2m9x", "found": 2, "fix": None},
        {"check": "no event", "talk": "[/x]", "found": 0, "fix": "talkctl import --event NAME"},
    ),
)

ANSWERS = {
    "tide": TIDE_PROGRAMME,
    "tide-grid": TIDE_GRID,
    "tide-agenda": TIDE_AGENDA,
    "tide-moment": TIDE_MOMENT,
    "tide-export": TIDE_EXPORT,
    "search": SEARCH,
    "schedule": SCHEDULE,
    "show": SHOW,
    "show-sources": SHOW_SOURCES,
    "show-several": SHOW_SEVERAL,
    "person": PERSON,
    "people": PEOPLE,
    "events": EVENTS,
    "stats": STATS,
    "sources": SOURCES,
    "remarks": REMARKS,
    "decisions": DECISIONS,
    "rows": ROWS,
    "hard": HARD,
    "hard-hits": HARD_HITS,
    "hard-schedule": HARD_SCHEDULE,
    "hard-show": HARD_SHOW,
    "hard-person": HARD_PERSON,
}
"""Every shape of answer, with what is usual and with what is hard."""
