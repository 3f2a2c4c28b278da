"""An invented event: two days and a night, a break for everybody, and what a reader keeps of it."""

from __future__ import annotations

from talkctl.model import Appearance, EventName, Link, Source, Talk
from talkctl.render.answer import Answer
from talkctl.render.objects import own_object, talk_object

from .talks import MIXER, billed

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
