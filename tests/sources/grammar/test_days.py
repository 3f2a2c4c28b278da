"""Headings of days are understood in the languages that pages come in."""

from __future__ import annotations

import pytest

from talkctl.sources.grammar.days import Day, date_of, day_heading, days_spanned, fits_weekday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday, November 8", (11, 8, None)),
        ("Tuesday, November 8 (Day 1)", (11, 8, None)),
        ("Day 2: Wednesday, November 9, 2016", (11, 9, 2016)),
        ("November 8, 2016", (11, 8, 2016)),
        ("Mittwoch, 8. März", (3, 8, None)),
        ("jueves, 12 de septiembre de 2019", (9, 12, 2019)),
        ("Eight Days a Week", None),
        ("Monday, 99 bottles", None),
        ("In November 8 talks", None),
    ],
)
def test_a_heading_names_a_day(text: str, day: Day | None) -> None:
    """Month, day and, where stated, year; what is no day is none."""
    assert day_heading(text) == day


def test_a_date_may_have_a_foreign_weekday() -> None:
    """The weekday is no part of the date, in whatever language."""
    assert date_of("Mittwoch 8. März 2023") == "2023-03-08"
    assert date_of("vendredi 3 mai 2024") == "2024-05-03"


def test_a_date_between_slashes_is_one_if_no_month_is_that_large() -> None:
    """``15/07`` can only be in July, ``5/7`` is one day here and another there, ``5/5`` is one day."""
    assert date_of("15/07/2021") == date_of("7/15/2021") == "2021-07-15"
    assert date_of("5/7/2021") is None
    assert date_of("5/5/2021") == "2021-05-05"


def test_a_weekday_speaks_for_a_year_or_against_it() -> None:
    """The 8th of November was a Tuesday in 2016 and a Wednesday in 2017."""
    assert fits_weekday("Tuesday, November 8", "2016-11-08")
    assert not fits_weekday("Tuesday, November 8", "2017-11-08")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("September 13-16, 2022", "2022-09-13", "2022-09-16"),
        ("Bonn, 19./20. August 2017", "2017-08-19", "2017-08-20"),
        ("29 septembre – 1er octobre 2016", "2016-09-29", "2016-10-01"),
        ("this time June 2nd and 3rd in Berlin", "2018-06-02", "2018-06-03"),
        ("(Alicante, 4-6 octubre)", "2018-10-04", "2018-10-06"),
    ],
)
def test_a_text_names_several_days_together(text: str, first: str, last: str) -> None:
    """From the first to the last; where no year stands beside them, in that of the page."""
    days = days_spanned(text, 2018)
    assert (days[0], days[-1]) == (first, last)


@pytest.mark.parametrize("text", ["June 2 at 3pm", "10:00 - 11 May 2018", "2 to 3 talks", "May 3"])
def test_what_is_no_span_of_days_is_none(text: str) -> None:
    """Hours, numbers and single days."""
    assert not days_spanned(text, 2018)
