"""Talks of three events, as pages tell of them."""

from __future__ import annotations

from talkctl.model import Appearance, EventName, Link, Note, Source, Talk
from talkctl.record import Bio, Credit, Record

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
