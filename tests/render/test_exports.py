"""What other programs read: calendars, schedules, collections; and what talkctl reads of it again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft6Validator

from talkctl.errors import UsageError
from talkctl.model import Appearance, EventName, Link, Talk
from talkctl.record import Credit, Record
from talkctl.render import left_out, render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import talk_object
from talkctl.render.pyvideo import files
from talkctl.sources import read
from talkctl.text import fold

from .hard import HARD
from .talks import MIXER, billed
from .tide import BUOYS, KNOTS, LUNCH, MOORINGS, TIDE_EXPORT, TIDES


def written(talks: Sequence[Talk], name: str) -> str:
    """*talks* in the format called *name*."""
    paper = Paper(StringIO(newline=""))
    render(Answer("export", tuple(map(talk_object, talks))), name, paper)
    return paper.stream.getvalue()


def events_of(talks: Sequence[Talk]) -> dict[str, Any]:
    """The events of the calendar that is written of *talks*, by their UIDs."""
    calendar = Calendar.from_ical(written(talks, "ics"))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_library_reads_the_calendar() -> None:
    """Title, instants, room, page and state are there, each under a UID that stays the same."""
    events = events_of(TIDES)
    assert set(events) == {f"{talk.id}@talkctl" for talk in TIDES}
    knots = events["kn66666@talkctl"]
    assert knots["summary"] == KNOTS.title
    assert knots["dtstart"].dt == datetime.fromisoformat(KNOTS.start or "")
    assert knots["dtend"].dt == datetime.fromisoformat(KNOTS.end or "")
    assert knots["location"] == "Hall 2"
    assert knots["url"] == "https://tide.example/knots"
    assert "Gus Ebb" in knots["description"]
    assert "Bring rope.\n\nAnd a lamp." in knots["description"]
    assert events["fo44444@talkctl"]["status"] == "CANCELLED"
    assert events["mo22222@talkctl"]["status"] == "CONFIRMED"
    assert written(TIDES, "ics") == written(TIDES, "ics")


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]
)
def test_the_zones_of_a_calendar_need_no_other(zone: str) -> None:
    """By the file's own definition of a zone each hour of a year is the same instant."""
    there = ZoneInfo(zone)
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(365 * 24)]
    clocks = [hour.astimezone(there) for hour in hours]
    # Each hour of the days on which clocks are changed, and some of all others.
    changes = [
        n for n in range(1, len(hours)) if clocks[n].utcoffset() != clocks[n - 1].utcoffset()
    ]
    chosen = {n + near for n in changes for near in range(-14, 15)} | {*range(0, len(hours), 61)}
    talks = [
        Talk(f"t{n}", "x", "x", start=clocks[n].isoformat(), timezone=zone) for n in sorted(chosen)
    ]
    text = written(talks, "ics")
    if "VTIMEZONE" not in text:
        assert zone == "UTC"
        return
    defined = tzical(StringIO(text.replace("\r\n ", ""))).get(zone)
    calendar = Calendar.from_ical(text)
    for talk, event in zip(talks, calendar.walk("VEVENT"), strict=True):
        moment = event["dtstart"].dt
        meant = moment if moment.tzname() == "UTC" else moment.replace(tzinfo=defined)
        assert meant.timestamp() == datetime.fromisoformat(talk.start or "").timestamp()


def test_summer_time_is_called_by_its_name() -> None:
    """A calendar may show the letters of a zone; standard time is told as such."""
    definition = Calendar.from_ical(written(TIDES, "ics")).walk("VTIMEZONE")[0]
    names = {part.name: str(part["tzname"]) for part in definition.subcomponents}
    assert names == {"STANDARD": "CET", "DAYLIGHT": "CEST"}


def test_an_hour_that_clocks_show_twice_is_told_in_utc() -> None:
    """In its own zone the second half past two would be the first; then both ends are."""
    twice = MOORINGS._replace(start="2026-10-25T02:30:00+01:00", end=None)
    (event,) = events_of([twice]).values()
    assert event["dtstart"].to_ical() == b"20261025T013000Z"
    into = MOORINGS._replace(start="2026-10-25T01:30:00+02:00", end="2026-10-25T02:30:00+01:00")
    (event,) = events_of([into]).values()
    assert event["dtstart"].to_ical() == b"20261024T233000Z"
    assert event["dtend"].to_ical() == b"20261025T013000Z"


@pytest.mark.parametrize("zone", ["PST8PDT", "Mars/Olympus", None])
def test_a_zone_that_calendars_may_not_know_is_left_for_utc(zone: str | None) -> None:
    """Only names of places are understood everywhere."""
    (event,) = events_of([MOORINGS._replace(timezone=zone)]).values()
    assert event["dtstart"].to_ical() == b"20260328T090000Z"


def test_a_calendar_says_what_rfc_5545_asks_for() -> None:
    """Who made it, that it is for reading, and of each event an instant of its own."""
    calendar = Calendar.from_ical(written(TIDES, "ics"))
    assert (calendar["prodid"], calendar["version"]) == ("-//talkctl//talkctl//EN", "2.0")
    assert (calendar["method"], calendar["x-wr-calname"]) == ("PUBLISH", "Tide Days 2026")
    events = events_of(
        [*TIDES, MOORINGS._replace(id="local", start=None, end=None, local_start="10:00")]
    )
    assert events["mo22222@talkctl"]["dtstamp"].to_ical() == b"20260328T090000Z"
    assert events["local@talkctl"]["dtstamp"].to_ical() == b"20260328T100000Z"


def test_who_speaks_and_what_about_stands_where_calendars_show_it() -> None:
    """A line for each role, categories, and only what is an address for one."""
    talk = MOORINGS._replace(
        kind="workshop", track="Ropes", tags=("wet", ""),
        speakers=(billed("Ann", "Acme", role="moderator"), billed("Bo"), billed("Cy")),
        links=(Link("video", "https://x.example/v", ""), Link("video", "slides.pdf", "")),
    )  # fmt: skip
    (event,) = events_of([talk]).values()
    assert event["description"].startswith("Moderators: Ann (Acme)\nSpeakers: Bo, Cy")
    assert event["categories"].to_ical() == b"Ropes,workshop,wet"
    assert event["attach"] == "https://x.example/v"
    (plain,) = events_of([MOORINGS._replace(kind="talk", track=None, level=None, tags=())]).values()
    assert "categories" not in plain


def test_what_has_no_time_is_left_out_and_counted() -> None:
    """A day alone has no place in a calendar, nor an hour alone; and no end is made up."""
    day = LUNCH._replace(start=None, end=None)
    hour = day._replace(date=None, local_start="10:00")
    local = day._replace(id="local", local_start="23:30", local_end="00:30")
    answer = Answer("talks", tuple(map(talk_object, (day, hour, local))))
    assert left_out(answer, "ics") == 2
    assert left_out(answer, "csv") == 0
    (event,) = events_of([day, hour, local]).values()
    assert event["dtstart"].dt == datetime(2026, 3, 28, 23, 30)
    assert event["dtend"].dt == datetime(2026, 3, 29, 0, 30)
    assert "dtend" not in events_of([LUNCH._replace(end=None)])["lu55555@talkctl"]


def test_own_notes_leave_only_when_they_are_asked_for() -> None:
    """They are in an answer that has them, and nothing else of a talk is one's own."""
    for name in ("ics", "markdown"):
        paper = Paper(StringIO(newline=""))
        render(TIDE_EXPORT, name, paper)
        assert "splices" in paper.stream.getvalue()
        assert "splices" not in written(TIDES, name)


_TEXT = {"type": "string"}
_TEXT_OR_NOTHING = {"type": ["string", "null"]}
_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d$"}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
_URI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S"}


def _exactly(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = sorted(set(properties) - set(optional))
    return {
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": False,
    }  # fmt: skip


_RESOURCE = _exactly({"title": _TEXT, "url": _TEXT, "type": _TEXT})
_EVENT = _exactly(
    {
        "guid": _UUID, "id": {"type": "integer", "minimum": 1}, "date": _INSTANT,
        "start": {"type": "string", "pattern": r"^\d\d:\d\d$"},
        "duration": {"type": "string", "pattern": "^[0-9]+:[0-9]{2}$"}, "room": _TEXT,
        "slug": {"type": "string", "pattern": "^[a-z0-9_-]+[a-z0-9]$"}, "url": _URI,
        "title": _TEXT, "subtitle": _TEXT_OR_NOTHING, "track": _TEXT_OR_NOTHING, "type": _TEXT,
        "language": _TEXT, "abstract": _TEXT_OR_NOTHING, "description": _TEXT_OR_NOTHING,
        "persons": {"type": "array", "items": _exactly({"guid": _UUID, "name": _TEXT})},
        "links": {"type": "array", "items": _RESOURCE},
        "attachments": {"type": "array", "items": _RESOURCE},
    }
)  # fmt: skip
_DAY = _exactly(
    {
        "index": {"type": "integer", "minimum": 1}, "date": _DATE, "day_start": _INSTANT,
        "day_end": _INSTANT,
        "rooms": {"type": "object", "additionalProperties": {"type": "array", "items": _EVENT}},
    }
)  # fmt: skip
_CONFERENCE = _exactly(
    {
        "acronym": {"type": "string", "pattern": "^[a-z0-9_-][a-z0-9_]{3,}$"}, "title": _TEXT,
        "start": _DATE, "end": _DATE, "daysCount": {"type": "integer", "minimum": 1},
        "timeslot_duration": {"type": "string", "pattern": r"^\d\d:\d\d$"},
        "time_zone_name": {"type": "string", "pattern": "^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$"},
        "rooms": {"type": "array", "items": _exactly({"name": _TEXT, "guid": _UUID})},
        "tracks": {"type": "array", "items": _exactly({"name": _TEXT})},
        "days": {"type": "array", "items": _DAY},
    },
    "time_zone_name",
)  # fmt: skip
SCHEDULE = _exactly(
    {
        "$schema": _TEXT, "generator": {"type": "object"},
        "schedule": _exactly({"version": _TEXT, "conference": _CONFERENCE}),
    }
)  # fmt: skip
"""What https://c3voc.de/schedule/schema.json asks for, and nothing that it allows besides."""


def test_a_schedule_is_what_the_format_asks_for() -> None:
    """Every key it wants, none it forbids; the night belongs to the evening's day."""
    schedule = json.loads(written(TIDES, "schedule-json"))
    Draft6Validator(SCHEDULE).validate(schedule)
    (day,) = schedule["schedule"]["conference"]["days"]
    assert day["date"] == "2026-03-28"
    assert day["day_end"] == KNOTS.end
    assert [len(talks) for talks in day["rooms"].values()] == [2, 2, 1]


def test_hard_talks_make_a_valid_schedule_too() -> None:
    """Letters of any script, no zone, no room, no event."""
    for item in HARD.items:
        paper = Paper(StringIO())
        render(HARD._replace(items=(item,)), "schedule-json", paper)
        Draft6Validator(SCHEDULE).validate(json.loads(paper.stream.getvalue()))


def test_a_schedule_is_of_one_event() -> None:
    """Two are refused with their names before anything is written."""
    other = BUOYS._replace(event=EventName("other", "Other"))
    with pytest.raises(UsageError, match="tide-days-2026, other"):
        written([BUOYS, other], "schedule-json")


def test_the_collection_of_recordings_has_a_folder_for_each_event() -> None:
    """A file for the event, one for each recording; a talk without one has no place."""
    answer = Answer("export", tuple(map(talk_object, (KNOTS, BUOYS))))
    made = dict(files(answer))
    assert list(made) == [
        "tide-days-2026/category.json",
        "tide-days-2026/videos/kn66666-kn66666.json",
    ]
    assert left_out(answer, "pyvideo") == 1
    video = json.loads(made["tide-days-2026/videos/kn66666-kn66666.json"])
    assert {"title", "videos", "speakers", "recorded", "tags"} <= video.keys()
    assert video["recorded"] == KNOTS.start
    assert json.loads(written([MIXER], "pyvideo")) == []


# What is exported is imported again as the same talks.

_WORDS = st.lists(
    st.sampled_from(
        'Knots Fog Buoys C++ node.js „Tide“ Zoë 云原生 ,comma; "quoted" it\'s back\\slash 50% a&b'
        " #7 (draft) [x] łódź e\u0301 🌊 semi;colon tab=sign @home -dash".split()
    ),
    min_size=2,
    max_size=6,
).map(" ".join)
_HARD_TITLES = _WORDS.map(lambda text: f"On {text} today")
_NAMES = st.sampled_from(
    ["Ada Quay", "Ben O’Sand", "Cléo Marsh", "Dov Reed-Fen", "Łukasz Żuraw", "Fay van Dune"]
)
_LINKS = st.sampled_from(
    [
        Link("slides", "https://tide.example/a,b;c.pdf", "x"),
        Link("other", "https://tide.example/?q=1&r=%20", "x"),
        Link("paper", "https://tide.example/paper", "x"),
        Link("video", "https://tide.example/film", "x"),
    ]
)
_ZONED = st.datetimes(datetime(2026, 3, 20, 8), datetime(2026, 4, 5, 20)).map(
    # Midnight is how the collection of pyvideo says that it does not know the hour.
    lambda moment: moment.replace(
        hour=moment.hour or 1, minute=moment.minute // 5 * 5, second=0, microsecond=0
    )
)


@st.composite
def _billed(draw: st.DrawFn, name: str) -> Appearance:
    """A person of that name with any role, job and organisation."""
    job = draw(st.sampled_from([None, "CTO", "Engineer & „Lead“", "+1 Developer"]))
    org = draw(st.sampled_from([None, "Acme, Inc.", "Drift", "=Sum Ltd", "Zoë’s"]))
    role = draw(st.sampled_from(["speaker", "speaker", "moderator", "panelist", "host"]))
    return Appearance(fold(name), name, name, role, job, org, draw(st.booleans()) or org is None)


@st.composite
def hard_talks(draw: st.DrawFn) -> list[Talk]:
    """A few talks of one event with hard letters in them."""
    from zoneinfo import ZoneInfo

    found = []
    for n in range(draw(st.integers(1, 3))):
        berlin = ZoneInfo("Europe/Berlin")
        # By way of UTC, so that it is no hour that clocks skip.
        instant = draw(_ZONED).replace(tzinfo=berlin).astimezone(UTC)
        start = instant.astimezone(berlin)
        minutes = draw(st.sampled_from([15, 40, 90]))
        people = draw(st.lists(_NAMES, max_size=3, unique=True))
        found.append(
            Talk(
                id=f"talk{n + 2}ab",
                slug=f"talk-{n}",
                title=draw(_HARD_TITLES),
                kind=draw(st.sampled_from(["talk", "workshop", "keynote", "break", "other"])),
                language=draw(st.sampled_from([None, "en", "es"])),
                level=draw(st.sampled_from([None, "beginner", "any"])),
                event=EventName("tide-days-2026", "Tide Days 2026"),
                speakers=tuple(draw(_billed(name)) for name in people),
                start=start.isoformat(),
                end=(instant + timedelta(minutes=minutes)).astimezone(berlin).isoformat(),
                timezone="Europe/Berlin",
                date=start.date().isoformat(),
                room=draw(st.sampled_from([None, "Hall 2", "Saal „Möwe“", "Quay; left"])),
                track=draw(st.sampled_from([None, "Ropes & Knots"])),
                duration=minutes,
                abstract=draw(st.none() | _WORDS | st.just("=1+1\n\n- one\n- two\n\n'Tis so.")),
                tags=tuple(draw(st.lists(st.sampled_from(["rope", "night sky"]), unique=True))),
                published=draw(st.sampled_from([None, "2026-05-01"])),
                subtitle=draw(st.sampled_from([None, "Horns, bells; „more“"])),
                links=(
                    Link("video", f"https://youtu.be/abcdefgh{n:03}", "x"),
                    *draw(st.lists(_LINKS, max_size=2, unique=True)),
                ),
                status=draw(st.sampled_from([None, "cancelled"])),
            )
        )
    return found


def _told(talk: Talk | Record, fields: Sequence[str]) -> dict[str, Any]:
    """What *talk* says in *fields*; instants as instants, people by name unless they are asked for."""
    told: dict[str, Any] = {name: getattr(talk, name) for name in fields if name != "people"}
    for name in ("start", "end"):
        if told.get(name):
            told[name] = datetime.fromisoformat(told[name])
    told["event"] = talk.event.name if isinstance(talk.event, EventName) else talk.event
    billed = [(*_billing(one),) for one in talk.speakers]
    told["speakers"] = billed if "people" in fields else [name for name, *_ in billed]
    if "links" in fields:
        # Slides and papers are attachments of a schedule and stand apart there.
        told["links"] = sorted((link.kind, link.url) for link in talk.links)
    return told


def _billing(one: Appearance | Credit) -> tuple[str, str, str | None, str | None, bool]:
    if isinstance(one, Credit):
        return one.name, one.role, one.job, one.org, one.org_shared
    return one.billed_as, one.role, one.job, one.org, not one.org_certain


_ALL = ("title", "kind", "level", "language", "start", "end", "timezone", "date", "room", "track",
        "published", "duration", "abstract", "tags", "links", "status", "subtitle", "people")  # fmt: skip


def _but(*left_out: str) -> tuple[str, ...]:
    return tuple(name for name in _ALL if name not in left_out)


CARRIED = {
    "json": _ALL,
    "jsonl": _ALL,
    "csv": _ALL,
    "tsv": _but("abstract"),
    "schedule-json": _but("level", "tags", "published", "people"),
    "ics": _ALL,
    "markdown": _but("language", "published", "tags", "people"),
}
"""What each format has a place for, beside the event and the names of people."""


@pytest.mark.parametrize("name", CARRIED)
@settings(max_examples=30, deadline=None)
@given(talks=hard_talks())
def test_what_is_exported_is_imported_again(name: str, talks: list[Talk]) -> None:
    """In every format that can carry a talk the same talks come back, letter by letter."""
    if name == "schedule-json":
        # Where a schedule states none, the language is told by the words.
        talks = [talk._replace(language=talk.language or "en") for talk in talks]
    source, reading = read(f"talks.{name}", written(talks, name))
    assert source.name == {"ics": "icalendar", "schedule-json": name}.get(name, "talkctl")
    assert reading.whole

    def order(one: dict[str, Any]) -> tuple[Any, ...]:
        return one["start"], str(one["title"]), str(one["room"]), str(one)

    before = [_told(talk, CARRIED[name]) for talk in talks]
    after = [_told(record, CARRIED[name]) for record in reading.records]
    assert sorted(after, key=order) == sorted(before, key=order)


@settings(max_examples=20, deadline=None)
@given(hard_talks())
def test_recordings_come_back_from_their_folder(talks: list[Talk]) -> None:
    """Each file of the collection is the talk it was made of, at the event of its folder."""
    assume(len({talk.title for talk in talks}) == len(talks))
    made = dict(files(Answer("export", tuple(map(talk_object, talks)))))
    records = [
        record for path, content in made.items() for record in read(path, content)[1].records
    ]
    fields = ("title", "start", "date", "duration", "tags")
    before = [_told(talk, fields) | {"event": "tide-days-2026"} for talk in talks]
    assert [_told(record, fields) for record in records] == before
