"""Zones are certain or they give no instant; a place decides between those that share letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.sources.grammar.zones import instant


@pytest.mark.parametrize(
    ("zone", "place", "moment"),
    [
        ("EST", "", "2018-12-04T10:00:00-05:00"),
        ("(CET)", "", "2018-12-04T10:00:00+01:00"),
        ("UTC+2", "", "2018-12-04T10:00:00+02:00"),
        ("America/New_York", "", "2018-12-04T10:00:00-05:00"),
        ("Pacific Time", "", "2018-12-04T10:00:00-08:00"),
        ("ET", "", "2018-12-04T10:00:00-05:00"),
        ("CST", "Rope Works, Austin, TX", "2018-12-04T10:00:00-06:00"),
        ("CST", "Shanghai", "2018-12-04T10:00:00+08:00"),
        ("IST", "Dublin", "2018-12-04T10:00:00+00:00"),
        ("IST", "Bengaluru", "2018-12-04T10:00:00+05:30"),
        ("CST", "", None),
        ("CST", "from Chicago to Shanghai", None),
        ("IST", "Lisbon", None),
        ("Nowhere/At_All", "", None),
        ("", "", None),
    ],
)
def test_a_zone_gives_an_instant_only_where_it_is_certain(
    zone: str, place: str, moment: str | None
) -> None:
    """Names, offsets and letters are understood; what is shared needs one place that tells."""
    assert instant("2018-12-04", "10:00", zone, place) == moment


@given(zone=st.text(max_size=40), place=st.text(max_size=80))
def test_no_zone_raises(zone: str, place: str) -> None:
    """Whatever stands behind a time, the answer is an instant or nothing."""
    found = instant("2018-12-04", "10:00", zone, place)
    assert found is None or found.startswith("2018-12-04T10:00:00")
