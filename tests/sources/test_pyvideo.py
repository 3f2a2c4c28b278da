"""Files of pyvideo's collection are read field by field, whatever is missing or damaged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.model import Link
from talkctl.record import Credit, Occasion, Record
from talkctl.sources import pyvideo
from talkctl.sources.pyvideo import SOURCE

from .mutations import damaged, keeps_its_word

PLACE = "knotcon-israel-2018/videos/knots.json"
VIDEO: dict[str, Any] = {
    "copyright_text": None,
    "description": "See `the slides <https://knots.example/s>`_ and ``tie``.\n\n* one\n* two",
    "duration": 1872,
    "language": "eng",
    "recorded": "2018-06-04",
    "related_urls": [
        {"label": "Conference schedule", "url": "https://knots.example/schedule/"},
        {"label": "Talk slides (github)", "url": "https://github.com/knots/2018-slides"},
        "https://knots.example/more",
    ],
    "speakers": ["Jane Doe", "Ann Poe"],
    "tags": ["knots"],
    "thumbnail_url": "https://i.example/x.jpg",
    "title": "Knots Untied",
    "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=qyYWscNY7P8"}],
}


def _read(document: str = PLACE, **changes: Any) -> Record:
    return SOURCE.parse(document, json.dumps(VIDEO | changes, indent=2)).records[0]


def test_all_fields_of_a_recording_are_read() -> None:
    """People, date, length in minutes, language, text without marks, links by what they lead to."""
    text = json.dumps(VIDEO, indent=2)
    video = "https://www.youtube.com/watch?v=qyYWscNY7P8"
    assert SOURCE.parse(PLACE, text).records == (
        Record(
            document=PLACE,
            format="pyvideo",
            first_line=1,
            last_line=text.count("\n") + 1,
            raw_title="Knots Untied",
            title="Knots Untied",
            language="en",
            event="knotcon-israel-2018",
            speakers=(Credit("Jane Doe"), Credit("Ann Poe")),
            date="2018-06-04",
            duration=31,
            abstract="See the slides (https://knots.example/s) and tie.\n\n* one\n* two",
            tags=("knots",),
            links=(
                Link("video", video, video),
                Link("page", "https://knots.example/schedule/", "https://knots.example/schedule/"),
                Link("slides", "https://github.com/knots/2018-slides",
                     "https://github.com/knots/2018-slides"),
                Link("page", "https://knots.example/more", "https://knots.example/more"),
            ),
            uid="youtube:qyYWscNY7P8",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("recorded", "start", "date"),
    [
        ("2019-05-03", None, "2019-05-03"),
        ("2019-05-03T12:10:00", "2019-05-03T12:10:00", "2019-05-03"),
        ("2019-05-03T12:10:00-04:00", "2019-05-03T12:10:00-04:00", "2019-05-03"),
        ("2019-05-03T12:10:00Z", "2019-05-03T12:10:00+00:00", "2019-05-03"),
        ("2019-05-03T00:00:00", None, "2019-05-03"),
        ("2019-02-31", None, None),
        (None, None, None),
        (2019, None, None),
    ],
)
def test_a_clock_is_kept_and_midnight_is_none(recorded: Any, start: Any, date: Any) -> None:
    """``recorded`` gives the date, and the instant or local time where it has a clock."""
    record = _read(recorded=recorded)
    assert (record.start, record.date) == (start, date)


@pytest.mark.parametrize(
    "title",
    [
        "Knots Untied - Jane Doe, Ann Poe - KnotCon Israel 2018",
        "KnotCon Israel 2018: Knots Untied",
        "Knots Untied - KnotCon 2018",
        "Jane Doe & Ann Poe - Knots Untied",
        "Knots Untied by Jane Doe and Ann Poe",
        "Knots Untied (KnotCon Israel 2018)",
    ],
)
def test_a_title_loses_what_the_file_says_elsewhere(title: str) -> None:
    """The event of the folder and the speakers of the file are no part of the title."""
    record = _read(title=title)
    assert (record.title, record.raw_title) == ("Knots Untied", title)
    assert [credit.name for credit in record.speakers] == ["Jane Doe", "Ann Poe"]


@pytest.mark.parametrize("title", ["Knots - a Story", "Welcome to KnotCon", "PyCon 2019 in Review"])
def test_a_title_keeps_everything_else(title: str) -> None:
    """A dash or the name of some event alone takes nothing away."""
    assert _read(title=title).title == title


def test_a_title_names_the_people_where_the_file_does_not() -> None:
    """An empty list of speakers leaves it to the title."""
    record = _read(
        "caipyra-2018/videos/x.json", title="Caipyra 2018: Knot Report - Geraldo Roe", speakers=[]
    )
    assert record.title == "Knot Report"
    assert record.speakers == (Credit("Geraldo Roe"),)


@pytest.mark.parametrize(
    ("title", "tags", "kind"),
    [
        ("Keynote: Knots", [], "keynote"),
        ("Knots", ["tutorial"], "tutorial"),
        ("Knots", ["talk"], "talk"),
        ("Lightning Talks", [], "lightning"),
        ("Coffee break knots", [], "talk"),
    ],
)
def test_kinds_come_from_the_title_or_a_tag(title: str, tags: list[str], kind: str) -> None:
    """Nobody records a coffee break."""
    assert _read(title=title, tags=tags, speakers=[]).kind == kind


def test_the_summary_comes_first_and_nothing_twice() -> None:
    """HTML becomes plain text; a summary that the description repeats is left out."""
    assert _read(summary="Short.", description="<p>Long &amp; wide.</p>").abstract == (
        "Short.\n\nLong & wide."
    )
    assert _read(summary="Long", description="Long and wide.").abstract == "Long and wide."
    assert _read(summary="", description="").abstract is None


@pytest.mark.parametrize(
    ("videos", "uid"),
    [
        ([{"type": "vimeo", "url": "http://vimeo.com/9792106"}], "vimeo:9792106"),
        (
            [{"type": "youtube", "url": "https://youtu.be/qyYWscNY7P8?t=90"}],
            "youtube:qyYWscNY7P8@90",
        ),
        ([{"type": "mp4", "url": "https://x.example/a.mp4"}], "slug:knotcon-israel-2018/knots"),
        ([], "slug:knotcon-israel-2018/knots"),
    ],
)
def test_what_tells_a_recording_from_others(videos: list[Any], uid: str) -> None:
    """The host's own name for the video, else the name of the file among those of its event."""
    assert _read(videos=videos).uid == uid


def test_the_old_field_for_the_event_serves_where_there_is_no_folder() -> None:
    """A bare file has no event unless it says so itself."""
    assert _read("knots.json").event is None
    assert _read("knots.json", category="KnotCon 2018").event == "KnotCon 2018"


def test_the_file_of_an_event_is_an_occasion() -> None:
    """Its title is the name, the folder another; without a folder the name is alone."""
    text = '{\n  "title": "KnotCon Israel 2018"\n}\n'
    assert SOURCE.sniff(text)
    reading = SOURCE.parse("knotcon-israel-2018/category.json", text)
    assert reading.occasions == (Occasion("KnotCon Israel 2018", ("knotcon-israel-2018",)),)
    assert reading.records == ()
    assert SOURCE.parse("category.json", text).occasions == (Occasion("KnotCon Israel 2018"),)


@pytest.mark.parametrize(
    ("document", "folder"),
    [
        ("data/knotcon/videos/x.json", "data/knotcon"),
        ("knotcon/category.json", "knotcon"),
        ("videos/x.json", None),
        ("x.json", None),
    ],
)
def test_files_of_an_event_are_listed_as_its_folder(document: str, folder: str | None) -> None:
    """The many files of an event stand together in lists of what was imported."""
    assert SOURCE.collection(document) == folder


def test_a_cut_off_file_keeps_what_came_before() -> None:
    """The remark names the line where the file ends."""
    text = json.dumps(
        {"title": "Knots", "speakers": ["Jane Doe"], "videos": [], "tags": ["a"]}, indent=1
    )
    cut = text[: text.index('"tags"') + 9]
    reading = SOURCE.parse("x.json", cut)
    assert [record.title for record in reading.records] == ["Knots"]
    assert [mark.first_line for mark in reading.remarks] == [cut.count("\n") + 1]
    assert not reading.whole


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("recorded", "2018-13-45", "a date that is none: 2018-13-45"),
        ("duration", "half an hour", "a duration that is none: half an hour"),
        ("language", "Klingon?", "a language that is none: Klingon?"),
        ("videos", [{"type": "webm"}], "a video without an address: {'type': 'webm'}"),
        ("speakers", [7], "a speaker without a name: 7"),
    ],
)
def test_what_makes_no_sense_is_remarked_on(name: str, value: Any, reason: str) -> None:
    """The recording is kept without the field; the remark stands on the line of the field."""
    text = json.dumps(VIDEO | {name: value}, indent=2)
    reading = SOURCE.parse(PLACE, text)
    line = next(n for n, line in enumerate(text.split("\n"), 1) if f'"{name}"' in line)
    assert [(mark.first_line, mark.reason) for mark in reading.remarks] == [(line, reason)]
    assert len(reading.records) == 1
    assert not reading.whole


def test_what_is_merely_not_there_needs_no_remark() -> None:
    """Fields that are empty, nothing or left out are no mistakes."""
    empty = dict.fromkeys(("recorded", "duration", "language", "related_urls"))
    assert SOURCE.parse(PLACE, json.dumps(VIDEO | empty | {"speakers": [""]})).whole


@pytest.mark.parametrize(
    "text", ["", "[]", '{"title": "x"', '{"title": 1}', '{"title": "x", "formats": []}', "title"]
)
def test_other_json_is_left_to_others(text: str) -> None:
    """Names of fields tell, not the ending of a file."""
    assert pyvideo.sniff(text) is (text == '{"title": "x"')


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=200), damaged(json.dumps(VIDEO, indent=1))))
def test_no_damage_makes_the_reader_fail(text: str) -> None:
    """Whatever a file has become, it is read or remarked on."""
    keeps_its_word(SOURCE, text)
