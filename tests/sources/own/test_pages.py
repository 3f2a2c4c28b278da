"""The page of an export in Markdown, read again."""

from __future__ import annotations

import pytest
from hypothesis import given

from talkctl.model import Note
from talkctl.record import Credit
from talkctl.sources import read
from talkctl.sources.own.pages import is_page, read_page
from talkctl.sources.source import Source

from ..mutations import damaged, keeps_its_word

PAGE = """# Tide Days 2026

## Saturday 28 March 2026 · times in Europe/Berlin, UTC+1

### 23:30–00:15 · Knots \\*untied\\*

J. Doe (moderator), Acme, Inc.; Ann Poe · in Hall 2 &#183; left · track Rope · panel · any · 45 min · mo22222

**Horns and bells**

\\- One.\\
Two.

Three.

- video: <https://x.example/v>
- slides: slides/a talk.pdf

> Good.
>
> \\> Better.
>
> *notes.md*

**My rating:** ★★★★☆

> Mine alone.
>
> *my note*

### 01:00–01:30 · Slack Water

in Hall 2 · cancelled · after midnight · bu33333

## Without a time

### Some Day

Cleo Marsh · fo44444

# Elsewhere

### 19:00–19:30 · By Their Clocks

ab22222
"""


def test_a_page_is_read_as_it_was_written() -> None:
    """Headings, facts and signs that only the export writes; one's own remarks stay one's own."""
    source, reading = read("talks.md", PAGE)
    assert source.name == "talkctl"
    assert reading.remarks == ()
    knots, slack, some, clocks = reading.records
    assert (knots.title, knots.kind, knots.level) == ("Knots *untied*", "panel", "any")
    assert (knots.start, knots.end, knots.date) == (
        "2026-03-28T23:30:00+01:00", "2026-03-29T00:15:00+01:00", "2026-03-28",
    )  # fmt: skip
    assert (knots.timezone, knots.duration, knots.uid) == ("Europe/Berlin", 45, "talk:mo22222")
    assert (knots.room, knots.track, knots.subtitle) == ("Hall 2 · left", "Rope", "Horns and bells")
    assert knots.abstract == "- One.\nTwo.\n\nThree."
    assert knots.speakers == (
        Credit("J. Doe", "moderator", org="Acme, Inc."), Credit("Ann Poe", "panelist"),
    )  # fmt: skip
    assert [(link.kind, link.url) for link in knots.links] == [
        ("video", "https://x.example/v"), ("slides", "slides/a talk.pdf"),
    ]  # fmt: skip
    assert knots.notes == (Note("Good.\n\n> Better.", None, "notes.md"),)
    assert (slack.start, slack.date) == ("2026-03-29T01:00:00+01:00", "2026-03-28")
    assert (slack.status, slack.speakers) == ("cancelled", ())
    assert (some.title, some.start, some.event) == ("Some Day", None, "Tide Days 2026")
    assert (clocks.start, clocks.end, clocks.event) == ("19:00", "19:30", "Elsewhere")


def test_what_is_no_talk_is_remarked_on() -> None:
    """A heading without facts, and a paragraph that belongs to none."""
    broken = PAGE.replace("### Some Day\n\nCleo Marsh · fo44444\n", "Lost words.\n\n### Some Day\n")
    reading = read_page("x", broken)
    assert [remark.text for remark in reading.remarks] == ["Lost words.", "### Some Day"]
    assert len(reading.records) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Title\n\n### Talk\n\nJane Doe\n",
        "# A\n\n## B\n\n- c\n",
        PAGE.replace(" · mo22222", ""),
    ],
)
def test_the_pages_of_others_are_not_ours(text: str) -> None:
    """They have no id below the first title."""
    assert not is_page(text)


@given(damaged(PAGE))
def test_a_damaged_page_is_still_told_line_by_line(text: str) -> None:
    """Every line is in a talk, in a remark or furniture."""
    keeps_its_word(Source("talkctl", "A page.", is_page, read_page), text)
