"""Titles of recordings give up event and people, and nothing that may be part of the title."""

from __future__ import annotations

import pytest

from talkctl.sources.video_titles import event_of_list, people_of_list, read_video_title


@pytest.mark.parametrize(
    ("raw", "title", "event", "people"),
    [
        ("Knots Untied | Jane Doe | KnotCon 2022", "Knots Untied", "KnotCon 2022", ["Jane Doe"]),
        ("Knots | Ningxin Hu | Strange Loop 2022", "Knots", "Strange Loop 2022", ["Ningxin Hu"]),
        ("Knots - Jane Doe - KnotCon Israel 2018", "Knots", "KnotCon Israel 2018", ["Jane Doe"]),
        ("[KnotCon 2022] Knots Untied", "Knots Untied", "KnotCon 2022", []),
        ("Knots Untied (KnotConf 2021)", "Knots Untied", "KnotConf 2021", []),
        ("GOTO 2019 • Knots Untied • Dylan Roe", "Knots Untied", "GOTO 2019", ["Dylan Roe"]),
        ("KnotCon 2018: Jon Roe “Knot Elision”", "Knot Elision", "KnotCon 2018", ["Jon Roe"]),
        ('"Knots Matter" by Emery Berger', "Knots Matter", None, ["Emery Berger"]),
        ('RopeTalks 2019 - Jane Doe - "Knots"', "Knots", "RopeTalks 2019", ["Jane Doe"]),
        ("Tutorials - Mike Roe: Faster Knots", "Faster Knots", None, ["Mike Roe"]),
        ("Jane Doe: Knots Untied", "Knots Untied", None, ["Jane Doe"]),
        ("Knots in 2023 | Jon Roe", "Knots in 2023", None, ["Jon Roe"]),
        ("Tarn 2022 - Jane Doe - Knots Untied", "Knots Untied", "Tarn 2022", ["Jane Doe"]),
        ("Tarn 2022 - Knots Untied", "Tarn 2022 - Knots Untied", None, []),
        ("36C3 - Hacking Knots", "Hacking Knots", "36C3", []),
        ("Knots - Predictions for 2024", "Knots - Predictions for 2024", None, []),
        ("Chips Are So Yesterday - The Future is Plastic!",
         "Chips Are So Yesterday - The Future is Plastic!", None, []),
        ("A talk about KnotCon", "A talk about KnotCon", None, []),
        ("Testing at Google 2019", "Testing at Google 2019", None, []),
    ],
)  # fmt: skip
def test_a_title_is_taken_apart_only_where_it_is_certain(
    raw: str, title: str, event: str | None, people: list[str]
) -> None:
    """Event and people go where their place or their words leave no doubt."""
    read = read_video_title(raw)
    assert (read.line.title, read.event) == (title, event)
    assert [credit.name for credit in read.line.credits] == people


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("KnotCon US 2019", "KnotCon US 2019"),
        ("KubeKnot + CloudKnotCon Europe 2022 - Talks", "KubeKnot + CloudKnotCon Europe 2022"),
        ("FOSDEM 2020", "FOSDEM 2020"),
        ("KnotCon UK", "KnotCon UK"),
        ("Uploads from Jane", None),
        ("Best of 2019", None),
        ("JavaScript 2021", None),
        ("Watch later", None),
        ("", None),
        (None, None),
    ],
)
def test_a_list_is_an_event_only_if_it_reads_as_one(title: str | None, event: str | None) -> None:
    """A year or a name made for conferences is needed, and no word of somebody's own lists."""
    assert event_of_list(title) == event


def test_a_list_shows_where_its_people_stand() -> None:
    """Three surely people in one place vouch for the fourth, whose name nobody has heard."""
    titles = [
        "Jane Doe - Knots",
        "Peter Roe - Bends",
        "Michael Poe - Hitches",
        "Ningxin Hu - The Splice",
    ]
    known = people_of_list(titles)
    assert "ningxinhu" in {name.replace(" ", "") for name in known}
    assert people_of_list(titles[:2]) == frozenset()
