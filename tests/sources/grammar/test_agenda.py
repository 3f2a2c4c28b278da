"""Agenda lines are told from prose, and their hours from one another."""

from __future__ import annotations

import pytest

from talkctl.sources.grammar.agenda import Slot, agenda_line, clocks, time_alone, when_and_where


@pytest.mark.parametrize(
    ("line", "slot"),
    [
        ("[07:00 - 07:30 PM] Knots", Slot("Knots", "07:00", "07:30 PM")),
        ("• 6:30-7pm Social time", Slot("Social time", "6:30", "7pm")),
        ("7pm: Doors", Slot("Doors", "7pm")),
        ("- 19h30 : Apéro", Slot("Apéro", "19h30")),
        ("18:30 – 19:00 | Knots", Slot("Knots", "18:30", "19:00")),
        ("6:00pm to 6:30pm - Knots", Slot("Knots", "6:00pm", "6:30pm")),
        ("7:00 p. m. Nudos", Slot("Nudos", "7:00 p. m.")),
        ("19:00 - Knots (25 min)", Slot("Knots", "19:00", "19:25")),
        ("7:00 pm - 5 Knots to Know", Slot("5 Knots to Know", "7:00 pm")),
    ],
)
def test_a_time_with_something_behind_it_is_an_agenda_line(line: str, slot: Slot) -> None:
    """Bullets, brackets, dashes and colons are only dress."""
    assert agenda_line(line) == slot


@pytest.mark.parametrize(
    "line",
    [
        "10 years of knots", "3.14 is pi", "2019 was a year", "00:00:01,000 --> 00:00:04,000",
        "1:1 coaching", "25:00 Knots", "6:30 PM", "Knots at 7pm", "",
    ],
)  # fmt: skip
def test_prose_with_numbers_is_no_agenda_line(line: str) -> None:
    """A number is no time of day, and a time alone has nothing behind it."""
    assert agenda_line(line) is None


def test_a_time_alone_opens_a_slot() -> None:
    """Bevy puts the time above what happens then."""
    assert time_alone("6:30 PM - 7:00 PM") == Slot("", "6:30 PM", "7:00 PM")
    assert time_alone("6:30 PM Knots") is None


@pytest.mark.parametrize(
    ("lines", "hours", "assumed"),
    [
        (["6:00 - a", "7:30 - b"], ["18:00", "19:30"], True),
        (["10:00 - a", "11:00 - b"], ["10:00", "11:00"], False),
        (["6:30-7pm a", "7:15 b", "8pm c"], ["18:30", "19:15", "20:00"], False),
        (["18:00 a", "19:00 b"], ["18:00", "19:00"], False),
        (["11:45 - 12:30 PM a", "1:00 b"], ["11:45", "13:00"], False),
    ],
)
def test_hours_without_am_or_pm_keep_the_agenda_in_order(
    lines: list[str], hours: list[str], assumed: bool
) -> None:
    """One stated half of the day is enough for the whole agenda; none means the evening."""
    spans, was_assumed = clocks([agenda_line(line) for line in lines])
    assert ([start for start, _ in spans], was_assumed) == (hours, assumed)


@pytest.mark.parametrize(
    ("lines", "date", "zone"),
    [
        (["Thursday, September 12, 2019", "5:30 PM to 8:30 PM CEST"], "2019-09-12", "CEST"),
        (["Dec 5, 2019, 6:30 – 9:00 PM (WET)"], "2019-12-05", "WET"),
        (["Tue, Aug 20, 2019 · 6:30 PM MDT"], "2019-08-20", "MDT"),
        (["We meet in 2019"], None, None),
    ],
)
def test_the_page_says_when_its_event_is(
    lines: list[str], date: str | None, zone: str | None
) -> None:
    """A date line of the site gives the date of all slots, and the zone if it has one."""
    when = when_and_where(lines)
    assert (when.date, when.zone) == (date, zone)


@pytest.mark.parametrize("line", ["[1] knots.example.org", "[2] https://knots.example.org/7"])
def test_a_footnote_is_no_agenda_line(line: str) -> None:
    """A lone number in brackets says no time."""
    assert agenda_line(line) is None
