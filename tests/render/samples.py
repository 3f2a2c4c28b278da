"""Answers to render: talks as pages tell them, and talks that are hard to write down."""

from __future__ import annotations

from talkctl.model import (
    Appearance,
    Bio,
    CoSpeaker,
    Credit,
    Event,
    EventName,
    Hit,
    Link,
    Match,
    Note,
    OrgCount,
    Person,
    PersonBio,
    Record,
    Source,
    Talk,
)
from talkctl.render.answer import Answer
from talkctl.render.objects import (
    event_object,
    hit_object,
    own_object,
    person_object,
    shown_object,
    talk_object,
)

ARCHIVE = "archive-kubecon-na-2017.txt"
NOTES = "notes-kubecon-na-2017-day-3.md"
AUSTIN = EventName("kubecon-na-2017", "KubeCon + CloudNativeCon North America 2017")
SEATTLE = EventName("cloudnativecon-2016", "CloudNativeCon 2016")
BOULDER = EventName(
    "smooth-operator-building-delivering",
    "Smooth Operator + Building & Delivering Dynamic Workloads at the Edge",
)


def billed(
    name: str,
    org: str | None = None,
    *,
    role: str = "speaker",
    job: str | None = None,
    certain: bool = True,
    known_as: str | None = None,
) -> Appearance:
    """*name* on a talk, for *org*."""
    person = known_as or name
    return Appearance(person.casefold().replace(" ", "-"), person, name, role, job, org, certain)


ISTIO = Talk(
    id="q7k2m9x",
    slug="istio-weaving-the-service-mesh",
    title="Istio: Weaving the Service Mesh",
    level="intermediate",
    language="en",
    event=AUSTIN,
    speakers=(billed("Shriram Rajagopalan", "IBM"), billed("Louis Ryan", "Google")),
    day=3,
    published="2017-12-15",
    duration=32,
    abstract=(
        "With the rapid adoption of microservices new tools are needed to load-balance, route, "
        "secure and monitor the traffic that flows between them. Istio provides a common "
        "networking, security, policy and telemetry substrate for services that we call a "
        "‘Service-Mesh’.\n\nCome learn how the service-mesh helps with the transition to "
        "microservices, to empower operations teams, to adopt security best-practices and much "
        "more. We’ll also cover the state of the project, where it’s headed and how you can get "
        "involved."
    ),
    links=(
        Link("video", "https://youtu.be/s4qasWn_mFc", "ttps://youtu.be/s4qasWn_mFc"),
        Link("slides", "presentaciones/istio.pdf", "presentaciones/istio.pdf"),
    ),
    notes=(
        Note(
            "Istio mete un proxy al lado de cada pod y con eso te da métricas, retries y mTLS sin "
            "que toques tu código.",
            "es",
            NOTES,
        ),
    ),
    sources=(Source(ARCHIVE, "archive", 1256, 1268), Source(NOTES, "notes", 96, 112)),
)

ISTIO_RECORDS = (
    Record(
        document=ARCHIVE,
        format="archive",
        first_line=1256,
        last_line=1268,
        raw_title=(
            "Istio: Weaving the Service Mesh [I] - Shriram Rajagopalan, IBM & Louis Ryan, Google"
        ),
        title="Istio: Weaving the Service Mesh",
        level="intermediate",
        language="en",
        event="KubeCon + CloudNativeCon North America 2017 (Austin)",
        speakers=(Credit("Shriram Rajagopalan", org="IBM"), Credit("Louis Ryan", org="Google")),
        published="2017-12-15",
        duration=32,
        participants=2,
        abstract=ISTIO.abstract,
        bios=(
            Bio(
                "Louis Ryan",
                "Louis Ryan is a Principal Engineer at Google working on APIs and microservices. "
                "Prior to working on Istio he co-authored the GRPC spec and ran the "
                "infrastructure that supports Googles consumer facing APIs.",
            ),
        ),
    ),
    Record(
        document=NOTES,
        format="notes",
        first_line=96,
        last_line=112,
        raw_title="Istio - Weaving the Service Mesh [B] - Shriram Rajagopalan, IBM",
        title="Istio - Weaving the Service Mesh",
        level="beginner",
        speakers=(Credit("Shriram Rajagopalan", org="IBM"),),
        day=3,
        links=ISTIO.links,
        notes=ISTIO.notes,
    ),
)

NETFLIX = Talk(
    id="h4n8w2c",
    slug="how-netflix-is-solving-authorization-across-their-cloud",
    title="How Netflix Is Solving Authorization Across Their Cloud",
    level="intermediate",
    language="en",
    event=AUSTIN,
    speakers=(
        billed("Manish Mehta", "Netflix", job="Senior Security Software Engineer"),
        billed("Torin Sandall", "Netflix", certain=False),
    ),
    published="2017-12-15",
    duration=36,
    abstract="Manish Mehta and Torin Sandall will present how Netflix solves authorization.",
    links=(Link("video", "https://youtu.be/R6tUNpRpdnY", "https://youtu.be/R6tUNpRpdnY"),),
    sources=(Source(ARCHIVE, "archive", 1106, 1124),),
)

MIXER = Talk(
    id="2c5y7ta",
    slug="istios-mixer-policy-enforcement-with-custom-adapters",
    title="Istio’s Mixer: Policy Enforcement with Custom Adapters",
    level="intermediate",
    event=AUSTIN,
    speakers=(billed("Limin Wang", "Google"), billed("Torin Sandall", "Styra")),
    published="2017-12-15",
    duration=38,
    sources=(Source(ARCHIVE, "archive", 1272, 1290),),
)

PANEL = Talk(
    id="m3p6d4k",
    slug="ask-me-anything-microservices-and-service-mesh",
    title="Ask Me Anything: Microservices and Service Mesh",
    kind="panel",
    level="beginner",
    event=AUSTIN,
    speakers=(
        billed("Jason McGee", "IBM", role="moderator"),
        billed("Varun Talwar", "Google", role="panelist"),
        billed("Matt Klein", "Lyft", role="panelist"),
        billed("William Morgan", "Buoyant", role="panelist"),
        billed("Christian Posta", "Red Hat", role="panelist"),
    ),
    published="2017-12-15",
    duration=37,
    abstract="A panel of experts from IBM, Google, Envoy, Linkerd and Red Hat on service mesh.",
    sources=(Source(ARCHIVE, "archive", 2063, 2092),),
)

OCI = Talk(
    id="t9r3v5e",
    slug="container-runtime-and-image-format-standards",
    title=("Container Runtime and Image Format Standards - What it Means to be “OCI-Certified”"),
    level="intermediate",
    event=AUSTIN,
    speakers=(billed("Jeff Borek", "IBM"), billed("Stephen Walli", "Microsoft")),
    published="2017-12-15",
    duration=33,
    sources=(Source(ARCHIVE, "archive", 460, 474),),
)


def _seattle(id_: str, title: str, start: str, end: str, room: str, *people: Appearance) -> Talk:
    return Talk(
        id=id_,
        slug=id_,
        title=title,
        event=SEATTLE,
        speakers=people,
        start=f"{start}:00-08:00",
        end=f"{start[:11]}{end}:00-08:00",
        timezone="America/Los_Angeles",
        date=start[:10],
        room=room,
        sources=(Source("sched-cloudnativecon-2016.txt", "sched", 9, 40),),
    )


EGO = _seattle(
    "c8x2j6b",
    "Kubernetes on EGO -- Bringing Enterprise Resource Management and Scheduling to Kubernetes",
    "2016-11-08T11:00",
    "11:40",
    "Grand Ballroom B",
    billed("Da Ma", "IBM", job="Software Architect"),
)
SLA = _seattle(
    "w5d9f3n",
    "Network Service Agreement (SLA) System for Container Network",
    "2016-11-08T11:50",
    "12:30",
    "Grand Ballroom B",
    billed("Yan Sun", "Huawei", job="Staff Engineer"),
    billed("Xuefeng Han", "Futurewei Technologies", job="Sr. Kernel Network Engineer"),
)
NETWORKING = _seattle(
    "k6g4s8y",
    "Kubernetes Networking: Collaborate on the Spec, Compete on Execution",
    "2016-11-08T15:40",
    "16:20",
    "Grand Ballroom B",
    billed("Susan Wu", "Midokura", role="moderator"),
    billed("Robert Starmer", "Kumulus", role="moderator"),
    billed("Brandon Philips", "CoreOS, Inc.", job="CTO"),
)._replace(
    kind="panel",
)
HERON = _seattle(
    "p2v7z5h",
    "Processing Billions of Events in Real-Time with Heron",
    "2016-11-09T09:50",
    "10:30",
    "Aspen",
    billed("Karthik Ramasamy", "Twitter, Inc", job="Engineering Manager"),
)
ZIPKIN = _seattle(
    "r4u9a3m",
    "Tracing Everything, Everywhere, All at Once, with Zipkin",
    "2016-11-09T09:50",
    "10:30",
    "Grand Ballroom B",
    billed("Adrian Cole", "Pivotal"),
)


def _boulder(id_: str, title: str, start: str, end: str, kind: str, *people: Appearance) -> Talk:
    return Talk(
        id=id_,
        slug=id_,
        title=title,
        kind=kind,
        event=BOULDER,
        speakers=people,
        local_start=start,
        local_end=end,
        sources=(Source("meetup-smooth-operator.txt", "meetup", 7, 9),),
    )


DINNER = _boulder("d3e7k2p", "Dinner/Drinks + Beer", "18:30", "19:00", "social")
SMOOTH = _boulder(
    "s6t2b9w", "Smooth Operator", "19:00", "19:30", "talk", billed("Ken Sipe", "D2iQ")
)

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

_HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;owned\x07bell\x07 \x9b2Jc1 \u202eesrever\u202c"

HARD_TALKS = (
    Talk(id="nu22222", slug="untitled", title=""),
    Talk(
        id="br33333",
        slug="brackets",
        title="Why [not] brackets? [/x] [bold red]*really*[/] <b>|no|</b> _it_ `is` 1 & 2",
        kind="workshop",
        level="any",
        event=EventName("e-1", "[link=http://evil]Event[/link] | pipes"),
        speakers=(billed("[/] Bracket", "[red]Org[/red]", job="[i]CTO[/i]"),),
        tags=("a|b", "[c]", "d; e"),
    ),
    Talk(
        id="es44444",
        slug="escapes",
        title=f"Escapes {_HOSTILE}",
        event=EventName("e-2", f"Event {_HOSTILE}"),
        speakers=(billed(f"Speaker {_HOSTILE}", f"Org {_HOSTILE}", known_as="Escape Artist"),),
        room=f"Room {_HOSTILE}",
        track=f"Track {_HOSTILE}",
        abstract=f"Abstract {_HOSTILE}\x00\x08\x7f",
        tags=(f"tag {_HOSTILE}",),
        links=(Link("video", f"https://example.org/{_HOSTILE}", "x"),),
        notes=(Note(f"note {_HOSTILE}", None, f"doc {_HOSTILE}"),),
        sources=(Source(f"doc {_HOSTILE}", "notes", 1, 2),),
    ),
    Talk(
        id="nl55555",
        slug="newlines",
        title="Tabs\tand\nnewlines\r\nin a title",
        date="2017-12-06",
        day=1,
        room="Room\n1",
        abstract="First\tparagraph.\r\n\r\n# Not a heading\n- not a list\n1. nor this\n\n\nEnd.",
        notes=(Note("one\ntwo", "en", None), Note("", None, None)),
    ),
    Talk(
        id="un66666",
        slug="unicode",
        title="云原生：服务网格的未来 👩‍👩‍👧‍👦 e\u0301te\u0301 한국어 עברית",
        language="zh",
        speakers=(billed("张磊", "阿里巴巴"), billed("Zoë O’Brien-Łukasiewicz", "Ünïcode ©")),
        start="2018-11-14T23:30:00+08:00",
        end="2018-11-15T00:10:00+08:00",
        timezone="Asia/Shanghai",
        date="2018-11-14",
        published="2018-12-01",
        duration=605,
        abstract="微服务" * 60,
        links=(Link("other", "javascript:alert(1)", "javascript:alert(1)"),),
        picked=True,
    ),
    Talk(
        id="lo77777",
        slug="long",
        title="Long " + "word " * 40 + "Donaudampfschifffahrtsgesellschaftskapitän" * 3,
        speakers=tuple(billed(f"Panelist Number {n}", "Org", role="panelist") for n in range(12)),
        kind="panel",
        links=(Link("page", "https://example.org/" + "path/" * 40, "x"),),
    ),
    Talk(
        id="fo88888",
        slug="formula",
        title='=HYPERLINK("http://evil","click")',
        speakers=(billed("+1 Person", "-Org", certain=False), billed("@handle", "Org, Inc.")),
        room="=1+1",
        abstract="-dash",
    ),
)

HARD = Answer("talks", tuple(talk_object(talk) for talk in HARD_TALKS), notes=(_HOSTILE,))
HARD_HITS = Answer(
    "talks",
    tuple(
        hit_object(
            Hit(talk, 0.5, Match(("abstract",), ("not", _HOSTILE), (), f"… {_HOSTILE} not …"))
        )
        for talk in HARD_TALKS
    ),
    marks={"es44444": _HOSTILE},
)
HARD_SCHEDULE = HARD._replace(shape="schedule")
HARD_RECORDS = tuple(
    Record(
        document=f"doc {_HOSTILE}",
        format="notes",
        first_line=1,
        last_line=2,
        raw_title=f"raw [/x] {_HOSTILE}",
        title=f"[/x] {_HOSTILE}",
        level=level,
        event=f"Event {_HOSTILE}",
        speakers=(Credit(f"[/] {_HOSTILE}"),),
        bios=(Bio(f"[/] {_HOSTILE}", f"# bio [/x] {_HOSTILE}", _HOSTILE),),
        links=(Link("video", f"https://example.org/{_HOSTILE}", _HOSTILE),),
        notes=(Note(f"[/x] {_HOSTILE}"),),
    )
    for level in ("beginner", None)
)
HARD_SHOW = Answer(
    "talk", tuple(shown_object(talk, HARD_RECORDS) for talk in HARD_TALKS), show_sources=True
)
HARD_PERSON = Answer(
    "person",
    (
        person_object(
            Person(
                "x", f"[/x] {_HOSTILE}", (f"[b]{_HOSTILE}",), (OrgCount(_HOSTILE, 2, False),),
                (PersonBio(f"[/x]\n{_HOSTILE}", _HOSTILE),), (CoSpeaker("y", _HOSTILE, 3),),
                7, HARD_TALKS,
            )
        ),
    ),
)  # fmt: skip

TIDE = EventName("tide-days-2026", "Tide Days 2026")


def _tide(
    id_: str,
    title: str,
    start: str,
    end: str,
    room: str | None,
    *people: Appearance,
    **more: object,
) -> Talk:
    night = start < "05:00"
    made = Talk(
        id=id_,
        slug=id_,
        title=title,
        event=TIDE,
        speakers=people,
        start=f"2026-03-{29 if night else 28}T{start}:00+01:00",
        end=f"2026-03-{29 if end < '05:00' else 28}T{end}:00+01:00",
        timezone="Europe/Berlin",
        date="2026-03-28",
        room=room,
        sources=(Source("tide.json", "schedule-json", 1, 2),),
    )
    return made._replace(**more)  # type: ignore[arg-type]


MOORINGS = _tide("mo22222", "Moorings for Everyone", "10:00", "12:00", "Hall 2", billed("Ada Quay"))
BUOYS = _tide(
    "bu33333", "Buoys That Report Home", "10:00", "10:45", "Hall 10", billed("Ben Sand", "Drift"),
    billed("Cleo Marsh"), billed("Dov Reed"), billed("Eli Shore"),
)  # fmt: skip
FOG = _tide(
    "fo44444", "Fog Signals", "11:00", "11:30", "Hall 10", billed("Fay Dune"),
    status="cancelled", subtitle="Horns and Bells",
)  # fmt: skip
LUNCH = _tide("lu55555", "Lunch", "12:00", "13:00", None, kind="break")
KNOTS = _tide(
    "kn66666", "Knots by Night", "00:15", "01:00", "Hall 2", billed("Gus Ebb"), kind="workshop",
    track="Rope", level="beginner", duration=45, abstract="Bring rope.\n\nAnd a lamp.",
    tags=("rope", "night"), links=(
        Link("page", "https://tide.example/knots", "x"),
        Link("video", "https://youtu.be/aaaaaaaaaaa", "x"),
    ),
)  # fmt: skip
TIDES = (MOORINGS, BUOYS, FOG, LUNCH, KNOTS)
TIDE_PROGRAMME = Answer("schedule", tuple(map(talk_object, TIDES)))
TIDE_GRID = TIDE_PROGRAMME._replace(grid=True)
TIDE_AGENDA = TIDE_PROGRAMME._replace(
    marks={"bu33333": "overlaps “Moorings for Everyone” by 45 min"},
    asides={"fo44444": "15 min free", "kn66666": "11 h 15 min free · coming from Hall 10"},
)


def _at(
    talk: Talk, since: int | None, left: int | None, begins_in: int | None
) -> dict[str, object]:
    return talk_object(talk) | {"moment": {"since": since, "left": left, "begins_in": begins_in}}


TIDE_MOMENT = Answer(
    "schedule",
    (_at(MOORINGS, 50, 70, None), _at(BUOYS, 50, None, None), _at(FOG, None, None, 10)),
    title="Saturday 28 March 2026, 10:50 (Europe/Berlin, UTC+1)",
)
OWN = own_object(
    "2026-03-01T10:00:00+01:00", None, 4, [("Ask about *splices*.", "2026-03-29T02:00:00+02:00")]
)
TIDE_EXPORT = Answer(
    "export",
    (
        *(talk_object(talk) for talk in TIDES[:-1]),
        talk_object(KNOTS) | {"own": OWN},
        talk_object(MIXER),
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
