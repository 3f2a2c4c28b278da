"""The programme of a large event on a terminal: as a timetable, and as hours by rooms."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from random import Random
from zoneinfo import ZoneInfo

import pytest

from talkctl.model import Appearance, EventName, Talk
from talkctl.render import render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import talk_object

BERLIN = ZoneInfo("Europe/Berlin")
WIDTHS = (80, 100, 140, 200)
ROOMS = ("Auditorium Maximum (Level 2, East Wing)", *(f"Hall {n}" for n in range(1, 26)))
FIRST = datetime(2026, 10, 22, 9, 0)


def talk(number: int, start: datetime, minutes: int, room: str, **more: object) -> Talk:
    """A talk by two people, an hour of the clocks in Berlin after the midnight of its day."""
    begin = start.replace(tzinfo=BERLIN).astimezone(UTC)
    end = begin + timedelta(minutes=minutes)
    people = tuple(
        Appearance(name, name, name, "speaker", None, None, True)
        for name in (f"Ada Quay-{number}", f"Łukasz van der Żuraw-{number}")
    )
    made = Talk(
        id=f"id{number:05}", slug=f"s{number}", title=f"On number {number} and what it stands for",
        event=EventName("tides", "Tides"), speakers=people,
        start=begin.astimezone(BERLIN).isoformat(), end=end.astimezone(BERLIN).isoformat(),
        timezone="Europe/Berlin", date=start.date().isoformat(), room=room, track=f"T{number % 3}",
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def six_hundred() -> list[Talk]:
    """Five days of a programme in twenty-six rooms, with coffee in one and lunch in all of them."""
    random = Random(26)
    found: list[Talk] = []
    for day in range(5):
        for hour in (9, 10, 11, 14, 15, 16):
            start = FIRST.replace(hour=hour) + timedelta(days=day, minutes=random.choice([0, 5]))
            for room in random.sample(ROOMS, 20):
                found.append(talk(len(found), start, random.choice([20, 45, 50]), room))
        noon = FIRST.replace(hour=12, minute=30) + timedelta(days=day)
        for room in ROOMS:
            found.append(talk(len(found), noon, 60, room, title="Lunch", kind="break", speakers=()))
        coffee = FIRST.replace(hour=13, minute=30) + timedelta(days=day)
        found.append(
            talk(len(found), coffee, 20, "Hall 7", title="Coffee", kind="break", speakers=())
        )
    return found


def shown(talks: list[Talk], width: int, grid: bool = False) -> str:
    """The programme of *talks*, in order, on a terminal *width* columns wide."""
    page = StringIO()
    ordered = sorted(talks, key=lambda one: (one.date, datetime.fromisoformat(one.start or "")))
    answer = Answer("schedule", tuple(map(talk_object, ordered)), grid=grid)
    render(answer, "table", Paper(page, width))
    return page.getvalue()


TALKS = six_hundred()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_timetable_of_six_hundred_fits(width: int) -> None:
    """Each talk stands there once and whole; lunch is told once a day, for all rooms."""
    text = shown(TALKS, width)
    assert max(map(len, text.splitlines())) <= width
    given = [one.id for one in TALKS if one.kind == "talk"]
    assert sorted(re.findall(r"\bid\d{5}\b", text)) == sorted(
        given + [one.id for one in TALKS if one.title == "Coffee"]
        + [one.id for one in TALKS if one.title == "Lunch" and one.room == ROOMS[0]]
    )  # fmt: skip
    assert text.count("Lunch") == text.count("all rooms") == 5


@pytest.mark.parametrize("width", WIDTHS)
def test_the_grid_of_six_hundred_is_paged_by_rooms(width: int) -> None:
    """Each talk stands on one page; breaks run across each, also coffee that is in one room."""
    text = shown(TALKS, width, grid=True)
    assert max(map(len, text.splitlines())) <= width
    found = re.findall(r"\bid\d{5}\b", text)
    assert {one.id for one in TALKS if one.kind == "talk"} <= set(found)
    assert all(found.count(one.id) == 1 for one in TALKS if one.kind == "talk")
    pages = text.count("rooms 1–") and len(re.findall(r"^rooms \d+–\d+ of 26", text, re.M))
    assert pages > 5
    assert len(re.findall(r"^12:30  Lunch until 13:30 ─", text, re.M)) == pages
    assert len(re.findall(r"^13:30  Coffee until 13:50 · Hall 7 ─", text, re.M)) == pages


def test_a_night_goes_on_in_its_order_when_clocks_are_changed() -> None:
    """Half past two comes twice; the second comes second, in the same lane of its room."""
    night = [
        talk(1, datetime(2026, 10, 25, 1, 30), 60, "Saal 1", date="2026-10-24"),
        talk(2, datetime(2026, 10, 25, 2, 30), 60, "Saal 1", date="2026-10-24"),
        talk(3, datetime(2026, 10, 25, 2, 30, fold=1), 30, "Saal 1", date="2026-10-24"),
        talk(4, datetime(2026, 10, 25, 3, 15), 30, "Saal 2", date="2026-10-24"),
    ]
    for grid in (False, True):
        text = shown(night, 80, grid)
        assert re.findall(r"id0000\d", text) == [f"id0000{n}" for n in (1, 2, 3, 4)]
        assert "Saal 1 (2)" not in text
        assert "–02:30 UTC+1" in text
        assert "times in Europe/Berlin, UTC+2, then UTC+1" in text


def test_the_grid_tells_the_whole_name_of_a_room() -> None:
    """A long one goes on below, beside the short ones."""
    rooms = ("Grand Ballroom B, upper floor, entrance from the garden", "A2")
    talks = [
        talk(n, datetime(2026, 3, 24, 10, tzinfo=UTC), 60, room) for n, room in enumerate(rooms)
    ]
    head = shown(talks, 60, grid=True).partition("───")[0]
    assert all(word in head for word in rooms[0].split())
    assert max(map(len, head.splitlines())) <= 60
    assert re.search(r"Grand Ballroom.*A2|A2.*Grand Ballroom", head)
