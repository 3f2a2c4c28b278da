"""What is exported is imported again as the same talks, and nothing of one's own leaves unasked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from talkctl.model import Appearance, EventName, Link, Talk
from talkctl.record import Credit, Record
from talkctl.render import left_out, render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import talk_object
from talkctl.render.pyvideo import files
from talkctl.sources import read
from talkctl.text import fold

from .exported import exported
from .talks import MIXER
from .tide import BUOYS, KNOTS, TIDE_EXPORT, TIDES


def test_own_notes_leave_only_when_they_are_asked_for() -> None:
    """They are in an answer that has them, and nothing else of a talk is one's own."""
    for name in ("ics", "markdown"):
        paper = Paper(StringIO(newline=""))
        render(TIDE_EXPORT, name, paper)
        assert "splices" in paper.stream.getvalue()
        assert "splices" not in exported(TIDES, name)


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
    assert json.loads(exported([MIXER], "pyvideo")) == []


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
    source, reading = read(f"talks.{name}", exported(talks, name))
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
