"""The zone of this computer is the one its clock goes by, in whichever way it is told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from talkctl.commands.hours import asked_zone

MOMENT = datetime(2026, 7, 1, 9, tzinfo=UTC)


@pytest.fixture
def _clock() -> Iterator[None]:
    yield
    time.tzset()


@pytest.mark.usefixtures("_clock")
@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        (":America/New_York", "America/New_York"),
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "CET"),
        ("JST-9", "JST"),
        ("UTC+3", "UTC"),
        ("Nowhere/X", "Nowhere"),
        ("", "UTC"),
    ],
)
def test_local_hours_are_those_of_the_clock(
    told: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name, a file, rules of its own: what ``date`` shows, talkctl shows."""
    monkeypatch.setenv("TZ", told)
    time.tzset()
    zone = asked_zone("local")
    assert zone is not None
    assert zone.name == name
    assert MOMENT.astimezone(zone.zone).utcoffset() == MOMENT.astimezone().utcoffset()
