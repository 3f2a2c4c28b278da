"""Transcripts and one's own notes as a user meets them: imported, searched, shown, opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Done, Run

CAPTIONS = """WEBVTT

00:00:03.000 --> 00:00:08.000
Good morning, lighthouse keepers.

00:12:34.500 --> 00:12:39.000
Never polish a fresnelium lens

00:12:39.000 --> 00:12:44.000
with sandpaper.
"""
INFO = {
    "id": "aB3dEf-hIj4", "title": "Lenses of the Coast", "extractor": "youtube",
    "extractor_key": "Youtube", "webpage_url": "https://www.youtube.com/watch?v=aB3dEf-hIj4",
    "upload_date": "20310506", "duration": 1800, "formats": [], "_type": "video",
    "description": "How the light got its reach.",
}  # fmt: skip
AT = "https://youtu.be/aB3dEf-hIj4?t=754"


@pytest.fixture(scope="module")
def talkctl_with_captions(talkctl: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """talkctl with a library of one's own, into which a recording with captions was imported."""
    home = tmp_path_factory.mktemp("coast")
    folder = home / "videos"
    folder.mkdir()
    (folder / "Lenses of the Coast [aB3dEf-hIj4].info.json").write_text(json.dumps(INFO))
    (folder / "Lenses of the Coast [aB3dEf-hIj4].en.vtt").write_text(CAPTIONS)

    def run(*words: str, **more: str) -> Done:
        return talkctl(*words, XDG_DATA_HOME=str(home / "data"), **more)

    assert run("import", str(folder)).status == 0
    return run


def test_a_word_that_is_only_said_is_found_with_its_second(talkctl_with_captions: Run) -> None:
    """The hit says when, and where to hear it."""
    done = talkctl_with_captions("search", "fresnelium", "--json")
    (hit,) = done.json
    assert (hit["title"], done.err) == ("Lenses of the Coast", "")
    assert hit["match"] == {
        "fields": ["transcript"], "terms": ["fresnelium"], "corrected": {},
        "snippet": "… lighthouse keepers. Never polish a fresnelium lens with sandpaper.",
        "at": 754, "url": AT,
    }  # fmt: skip
    (line,) = talkctl_with_captions("search", "fresnelium").out.splitlines()
    assert line.split("\t")[-2:] == ["754", AT]
    table = talkctl_with_captions("search", "fresnelium", "--format", "table").out
    assert "12:34 " in table
    assert AT in table


def test_one_can_look_in_transcripts_alone(talkctl_with_captions: Run) -> None:
    """With an option or a field; a field that does not exist is refused with all that do."""
    for words in (("--in", "transcript", "lens"), ("transcript:lens",)):
        (hit,) = talkctl_with_captions("search", *words, "--json").json
        assert hit["match"]["at"] == 754
    assert talkctl_with_captions("search", "lens", "--in", "abstract").status == 1
    refused = talkctl_with_captions("search", "lens", "--in", "margin")
    assert refused.status == 2
    assert "title, speaker, org, event, abstract, notes, bio, transcript" in refused.err
    assert talkctl_with_captions("search", "--in", "title").status == 2


def test_a_transcript_is_shown_where_it_is_asked_for(talkctl_with_captions: Run) -> None:
    """In JSON as segments, in a pipe line by line; a talk without one is named."""
    show = ("show", "lenses-of-the-coast")
    assert "segments" not in talkctl_with_captions(*show, "--json").json
    segments = talkctl_with_captions(*show, "--transcript", "--json").json["segments"]
    assert segments[1] == {
        "start": 754.5, "end": 759.0, "text": "Never polish a fresnelium lens",
    }  # fmt: skip
    lines = talkctl_with_captions(*show, "--transcript").out.splitlines()
    assert [line.split("\t")[1] for line in lines] == ["0:03", "12:34", "12:39"]
    none = talkctl_with_captions("show", "state-of-serverless", "--transcript", "--json")
    assert none.json["segments"] == []
    assert "no transcript is known" in none.err


def test_a_recording_is_opened_at_a_time(talkctl_with_captions: Run) -> None:
    """The address goes on from there."""
    done = talkctl_with_captions("open", "lenses-of-the-coast", "--at", "12:34", "--print")
    assert done.out == f"{AT}\n"


def test_own_notes_are_found(talkctl_with_captions: Run, tmp_path: Path) -> None:
    """By plain words and by their field, after another import too, until they are forgotten."""
    run = talkctl_with_captions
    assert run("note", "lenses-of-the-coast", "compare with the zorbulator").status == 0
    (hit,) = run("search", "zorbulator", "--json").json
    assert hit["match"]["fields"] == ["notes"]
    assert hit["match"]["snippet"] == "compare with the zorbulator"
    notes = tmp_path / "more.info.json"
    notes.write_text(json.dumps(INFO | {"title": "Lenses of the Coast, Revisited"}))
    assert run("import", str(notes)).status == 0
    assert len(run("search", "notes:zorbulator", "--json").json) == 1
    assert run("note", hit["id"], "--forget").status == 0
    assert run("search", "zorbulator").status == 1
    assert run("db", "check").status == 0
