"""Captions give what is said with its times, each word once, and a title from where there is one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.record import Record, Segment
from talkctl.sources.captions import SOURCE
from talkctl.sources.captions.names import read_file_name

from .mutations import damaged, keeps_its_word

ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.389 align:start position:0%
·
hello<00:00:00.400><c> everyone</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
hello everyone
·

00:00:02.399 --> 00:00:04.500 align:start position:0%
hello everyone
welcome<00:00:03.000><c> to</c>

00:00:04.500 --> 00:00:04.510 align:start position:0%
welcome to
·

00:00:04.510 --> 00:00:06.000 align:start position:0%
welcome to
the show
""".replace("·", " ")
SAID = (
    Segment(0.0, 2.389, "hello everyone"),
    Segment(2.399, 4.5, "welcome to"),
    Segment(4.51, 6.0, "the show"),
)
DOUBLED = """1
00:00:00,000 --> 00:00:02,389
hello everyone

2
00:00:02,389 --> 00:00:02,399
hello everyone
·

3
00:00:02,399 --> 00:00:04,500
hello everyone
welcome to

4
00:00:04,500 --> 00:00:04,510
welcome to

5
00:00:04,510 --> 00:00:06,000
welcome to
the show
""".replace("·", " ")
WRITTEN = """WEBVTT - Knots Untied

NOTE
Speaker: Jane Doe
Event: KnotCon 2022

STYLE
::cue { color: red }

intro
00:01.500 --> 00:02.000 line:0
<v Jane><i>Ropes</i> &amp; knots &lt;3

01:00:02.000 --> 01:00:03.000
Yes.

01:00:03.000 --> 01:00:04.000
Yes.
"""


def _record(document: str, text: str) -> Record:
    reading = SOURCE.parse(document, text)
    assert reading.remarks == ()
    assert SOURCE.sniff(text)
    return reading.records[0]


@pytest.mark.parametrize("text", [ROLLING, DOUBLED], ids=["vtt", "srt"])
def test_rolling_captions_say_every_word_once(text: str) -> None:
    """Lines that only stay on the screen are dropped, in both formats."""
    assert _record("x.vtt", text).transcript == SAID


def test_written_captions_stay_as_they_are() -> None:
    """Somebody who says ``Yes.`` twice says it twice; tags and entities go."""
    assert _record("x.vtt", WRITTEN).transcript == (
        Segment(1.5, 2.0, "Ropes & knots <3"),
        Segment(3602.0, 3603.0, "Yes."),
        Segment(3603.0, 3604.0, "Yes."),
    )


def test_a_header_and_notes_tell_of_the_talk() -> None:
    """Title, people and event come from the file where it names them."""
    record = _record("something-else.vtt", WRITTEN)
    assert (record.title, record.event) == ("Knots Untied", "KnotCon 2022")
    assert [credit.name for credit in record.speakers] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("document", "title", "video", "language"),
    [
        ("Knots Untied [dQw4w9WgXcQ].en.vtt", "Knots Untied", "dQw4w9WgXcQ", "en"),
        (
            "Knots Untied： a Story [dQw4w9WgXcQ].en-orig.vtt",
            "Knots Untied: a Story",
            "dQw4w9WgXcQ",
            "en",
        ),
        ("a/b/Knots Untied-dQw4w9WgXcQ.de-DE.srt", "Knots Untied", "dQw4w9WgXcQ", "de"),
        ("Knots_Untied-4PrO20ALoCA.pt-BR.vtt", "Knots Untied", "4PrO20ALoCA", "pt"),
        ("What-is-new-in-programming.srt", "What is new in programming", None, None),
        ("Knots [Description].vtt", "Knots [Description]", None, None),
        ("Knots [76979871].fr.vtt", "Knots", None, "fr"),
        ("dQw4w9WgXcQ.en.vtt", "dQw4w9WgXcQ", "dQw4w9WgXcQ", "en"),
        ("page", "page", None, None),
    ],
)
def test_the_name_of_a_file_is_read(
    document: str, title: str, video: str | None, language: str | None
) -> None:
    """Title, video and language stand in it as the download programs write them."""
    name = read_file_name(document)
    assert (name.title, name.video, name.language) == (title, video, language)


def test_the_video_of_the_name_is_the_link_and_the_identity() -> None:
    """The record can be joined with others of the same video."""
    record = _record("Jane Doe - Knots [dQw4w9WgXcQ].en.vtt", ROLLING)
    assert record.uid == "youtube:dQw4w9WgXcQ"
    assert [link.kind for link in record.links] == ["video"]
    assert (record.title, [credit.name for credit in record.speakers]) == ("Knots", ["Jane Doe"])
    assert record.raw_title == "Jane Doe - Knots"


def test_numbers_and_blank_lines_may_be_missing_or_too_many() -> None:
    """A time line begins a caption wherever it stands."""
    text = "\ufeff00:01,000 --> 00:02,000\nOne\n2\n00:02,000 --> 00:03,000\nTwo\n\nand more\n"
    assert _record("x.srt", text).transcript == (
        Segment(1.0, 2.0, "One"),
        Segment(2.0, 3.0, "Two and more"),
    )


def test_what_cannot_be_placed_is_remarked_on() -> None:
    """Times that run backwards, broken ones, and words without any."""
    text = "WEBVTT\n\n00:05.000 --> 00:04.000\nBack\n\nlost words\n\n00:0x --> 00:07.000\nbroken\n"
    reading = SOURCE.parse("x.vtt", text)
    assert [(mark.first_line, mark.last_line, mark.reason) for mark in reading.remarks] == [
        (3, 3, "a caption that ends before it begins"),
        (6, 6, "words of a caption without a time"),
        (8, 9, "a caption whose times cannot be read"),
    ]


def test_captions_that_say_nothing_are_no_talk() -> None:
    """An empty file and a list of chapters give a remark."""
    for text in ("WEBVTT\n", "WEBVTT\nKind: chapters\n\n00:01.000 --> 00:02.000\nIntro\n"):
        reading = SOURCE.parse("x.vtt", text)
        assert (reading.records, len(reading.remarks)) == ((), 1)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=200), damaged(ROLLING), damaged(WRITTEN), damaged(DOUBLED)))
def test_no_damage_makes_the_reader_fail(text: str) -> None:
    """Whatever a file has become, it is read or remarked on."""
    keeps_its_word(SOURCE, text)
