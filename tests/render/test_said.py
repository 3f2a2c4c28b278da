"""What was said in a recording, in every format."""

from __future__ import annotations

from io import StringIO

from talkctl.model import Hit, Match, Talk
from talkctl.record import Record, Segment
from talkctl.render import render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import hit_object, shown_object
from talkctl.render.said import clock, paragraphs

URL = "https://youtu.be/abcdefghijk?t=754"
TALK = Talk("k4", "knots", "Knots", transcript=True)
SAID = Hit(TALK, 1.0, Match(("transcript",), ("bowline",), (), "tie a bowline now", 754, URL))
WRITTEN = Hit(TALK._replace(id="f7"), 0.5, Match(("abstract",), ("bowline",), (), "a bowline"))
SEGMENTS = tuple(Segment(12.0 * n, 12.0 * n + 11, f"Line {n}.") for n in range(6))


def written(answer: Answer, format_: str, width: int = 100) -> str:
    """*answer* in one format."""
    paper = Paper(StringIO(newline=""), width)
    render(answer, format_, paper)
    return paper.stream.getvalue()  # type: ignore[attr-defined]


def hits(*found: Hit) -> Answer:
    return Answer("talks", tuple(map(hit_object, found)))


def shown() -> Answer:
    record = Record("a.vtt", "captions", 1, 9, "Knots", "Knots", transcript=SEGMENTS)
    return Answer("talk", (shown_object(TALK, [record], transcript=True),), single=True)


def test_a_clock_has_hours_only_where_there_are_any() -> None:
    """Minutes and seconds, as ``open --at`` takes them."""
    assert [clock(it) for it in (0, 9.9, 754, 3600, 3723.5)] == [
        "0:00", "0:09", "12:34", "1:00:00", "1:02:03",
    ]  # fmt: skip


def test_paragraphs_are_half_a_minute_long() -> None:
    """Each with the time at which it begins; nothing is left out."""
    said = list(paragraphs(segment._asdict() for segment in SEGMENTS))
    assert said == [("0:00", "Line 0. Line 1. Line 2."), ("0:36", "Line 3. Line 4. Line 5.")]
    assert list(paragraphs([])) == []


def test_a_table_shows_what_is_said_when_and_where_to_hear_it() -> None:
    """The time before the snippet, the address behind it."""
    assert f"12:34 tie a bowline now {URL}" in written(hits(SAID, WRITTEN), "table")


def test_plain_lines_say_when_in_further_columns() -> None:
    """Behind the usual ones, and only where some hit has a time at all."""
    usual = written(hits(WRITTEN), "plain").rstrip("\n").split("\t")
    both = [line.split("\t") for line in written(hits(SAID, WRITTEN), "plain").splitlines()]
    assert both[1] == [*usual, "", ""]
    assert both[0][len(usual) :] == ["754", URL]


def test_seconds_and_addresses_are_fields() -> None:
    """One may ask for them, in any format."""
    asked = hits(SAID)._replace(fields=("id", "at", "url"))
    assert written(asked, "csv") == f"id,at,url\nk4,754,{URL}\n"
    assert written(hits(WRITTEN)._replace(fields=("at", "id")), "plain") == "\tf7\n"


def test_sheets_keep_their_columns() -> None:
    """What changes with the query is no column unasked."""
    assert (
        written(hits(SAID), "csv").splitlines()[0] == written(hits(WRITTEN), "csv").splitlines()[0]
    )


def test_a_transcript_in_a_pipe_is_a_line_for_each_segment() -> None:
    """The talk, the time, and what is said, so that it can be searched."""
    lines = written(shown(), "plain").splitlines()
    assert lines[0] == "k4\t0:00\tLine 0."
    assert len(lines) == len(SEGMENTS)


def test_people_read_a_transcript_in_paragraphs() -> None:
    """With times, on the terminal and in Markdown."""
    assert "TRANSCRIPT\n0:00  Line 0. Line 1. Line 2.\n0:36  Line 3." in written(shown(), "table")
    assert "## Transcript\n\n**0:00** Line 0. Line 1. Line 2.\n\n**0:36**" in written(
        shown(), "markdown"
    )
