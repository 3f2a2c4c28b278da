"""Files of yt-dlp are read whether they hold one video, a playlist, or a video a line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.model import Link
from talkctl.record import Credit, Record
from talkctl.sources.yt_dlp import SOURCE

from .mutations import damaged, keeps_its_word

VIDEO: dict[str, Any] = {
    "id": "qyYWscNY7P8",
    "title": "Knots Untied - Jane Doe, Acme",
    "formats": [{"format_id": "249"}],
    "description": "How to untie knots that somebody else has tied in the dark.",
    "upload_date": "20171215",
    "timestamp": 1513300000,
    "uploader": "Knot Channel",
    "channel": "Knot Channel",
    "duration": 1949.6,
    "tags": ["knots", "rope", "knots"],
    "webpage_url": "https://www.youtube.com/watch?v=qyYWscNY7P8",
    "extractor": "youtube",
    "extractor_key": "Youtube",
}


def _flat(identity: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "_type": "url",
        "ie_key": "Youtube",
        "id": identity,
        "url": identity,
        "title": title,
    } | more


LIST: dict[str, Any] = {
    "_type": "playlist",
    "id": "PL1",
    "title": "KnotCon 2022 - Talks",
    "extractor": "youtube:tab",
    "extractor_key": "YoutubeTab",
    "channel": "Knot Channel",
    "entries": [
        _flat("dQw4w9WgXcA", "Jane Doe - Knots Untied", duration=600.0),
        None,
        _flat("dQw4w9WgXcE", "[Private video]"),
        _flat("dQw4w9WgXcI", "Ann Poe - Bends | KnotCon 2022", live_status="is_upcoming"),
    ],
}


def _read(**changes: Any) -> Record:
    return SOURCE.parse("x.info.json", json.dumps(VIDEO | changes)).records[0]


def test_all_fields_of_a_video_are_read() -> None:
    """Whoever uploads is neither speaker nor event; the day of the upload is no day of a talk."""
    address = "https://www.youtube.com/watch?v=qyYWscNY7P8"
    assert _read() == Record(
        document="x.info.json",
        format="yt-dlp",
        first_line=1,
        last_line=1,
        raw_title="Knots Untied - Jane Doe, Acme",
        title="Knots Untied",
        language="en",
        speakers=(Credit("Jane Doe", org="Acme"),),
        published="2017-12-15",
        duration=32,
        abstract="How to untie knots that somebody else has tied in the dark.",
        tags=("knots", "rope"),
        links=(Link("video", address, address),),
        uid="youtube:qyYWscNY7P8",
    )


def test_a_playlist_gives_its_videos_their_event_and_remarks_on_the_rest() -> None:
    """Each record and remark stands on the lines of its entry."""
    text = json.dumps(LIST, indent=1)
    reading = SOURCE.parse("list.json", text)
    found = [(r.title, r.event, [c.name for c in r.speakers], r.uid) for r in reading.records]
    assert found == [
        ("Knots Untied", "KnotCon 2022", ["Jane Doe"], "youtube:dQw4w9WgXcA"),
        ("Bends", "KnotCon 2022", ["Ann Poe"], "youtube:dQw4w9WgXcI"),
    ]
    lines = text.split("\n")
    assert all(lines[r.first_line - 1].strip() == "{" for r in reading.records)
    assert [(mark.first_line, mark.reason) for mark in reading.remarks] == [
        (lines.index("  null,") + 1, "an entry of the list that could not be had"),
        (lines.index("  null,") + 2, "a private video"),
        (reading.records[1].first_line, "a stream that is still to come"),
    ]
    assert reading.records[0].links[0].url == "https://www.youtube.com/watch?v=dQw4w9WgXcA"


def test_one_video_a_line_is_read_line_by_line() -> None:
    """A broken line costs itself alone."""
    first, second = (json.dumps(VIDEO | {"playlist_title": "KnotCon 2022", "id": x}) for x in "ab")
    reading = SOURCE.parse("x.jsonl", f"{first}\n{second[:50]}\n{second}\n")
    assert [(r.first_line, r.last_line, r.event, r.uid) for r in reading.records if r.duration] == [
        (1, 1, "KnotCon 2022", "youtube:a"),
        (3, 3, "KnotCon 2022", "youtube:b"),
    ]
    assert [mark.first_line for mark in reading.remarks] == [2]
    assert not reading.whole


def test_the_description_may_name_people_event_and_slides() -> None:
    """Only lines with a label count."""
    record = _read(
        title="Knots Untied",
        description="Speakers: Jane Doe, Ann Poe\nEvent: Knot Days\nSlides: https://x.example/s.pdf.",
    )
    assert [credit.name for credit in record.speakers] == ["Jane Doe", "Ann Poe"]
    assert record.event == "Knot Days"
    assert [(link.kind, link.url) for link in record.links][1:] == [
        ("slides", "https://x.example/s.pdf")
    ]


def test_chapters_stand_in_the_abstract_once() -> None:
    """Where the description lists them itself they are not added."""
    chapters = [{"start_time": 0, "title": "Ropes"}, {"start_time": 3725.0, "title": "Knots"}]
    assert (
        _read(description="About.", chapters=chapters).abstract
        == "About.\n\n0:00 Ropes\n1:02:05 Knots"
    )
    listed = "0:00 Ropes\n1:02:05 Knots"
    assert _read(description=listed, chapters=chapters).abstract == listed


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"upload_date": "20171215", "release_date": "20180101"}, "2017-12-15"),
        ({"upload_date": None, "release_date": "20180101"}, "2018-01-01"),
        ({"upload_date": None, "timestamp": 1513296000}, "2017-12-15"),
        ({"upload_date": "20171399", "timestamp": 1e300}, None),
        ({"upload_date": None, "timestamp": "soon"}, None),
    ],
)
def test_when_a_recording_appeared(fields: dict[str, Any], published: str | None) -> None:
    """The upload, else the release, else the second of the upload."""
    assert _read(**fields).published == published


@pytest.mark.parametrize(
    ("name", "value"),
    [("upload_date", "20221399"), ("timestamp", "noon"), ("duration", -5), ("duration", "long")],
)
def test_what_makes_no_sense_is_remarked_on(name: str, value: Any) -> None:
    """The video is kept without a date or length that cannot be; the file is not whole."""
    reading = SOURCE.parse("x.info.json", json.dumps(VIDEO | {name: value}))
    assert len(reading.records) == 1
    (mark,) = reading.remarks
    assert str(value) in mark.reason
    assert (mark.first_line, reading.whole) == (1, False)


def test_subtitles_in_the_file_are_what_is_said() -> None:
    """Where the file only says where subtitles are, there is no transcript."""
    data = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"
    assert [s.text for s in _read(subtitles={"en": [{"ext": "vtt", "data": data}]}).transcript] == [
        "Hello"
    ]
    assert _read(subtitles={"en": [{"ext": "vtt", "url": "https://x.example"}]}).transcript == ()


def test_other_sites_have_names_of_their_own() -> None:
    """A video is told from others by its site and its number there."""
    record = _read(
        extractor_key="CCC",
        extractor="media.ccc.de",
        id=123,
        webpage_url="https://media.ccc.de/v/x",
    )
    assert (record.uid, record.links[0].url) == ("ccc:123", "https://media.ccc.de/v/x")


@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=200),
        damaged(json.dumps(LIST, indent=1)),
        damaged(json.dumps(VIDEO) + "\n" + "{}"),
    )
)
def test_no_damage_makes_the_reader_fail(text: str) -> None:
    """Whatever a file has become, it is read or remarked on."""
    keeps_its_word(SOURCE, text)
