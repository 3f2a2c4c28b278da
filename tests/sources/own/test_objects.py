"""What talkctl writes it reads back to the same talk."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.model import Appearance, EventName, Link, Note, Source, Talk
from talkctl.record import Bio, Credit, Record
from talkctl.render.answer import Answer, Paper
from talkctl.render.csv import render as render_csv
from talkctl.render.csv import render_tsv
from talkctl.render.json import render as render_json
from talkctl.render.jsonl import render as render_jsonl
from talkctl.render.objects import shown_object, talk_object
from talkctl.sources.own import SOURCE

from ..mutations import damaged, keeps_its_word

TALK = Talk(
    id="q7k2m9x",
    slug="knots",
    title="=Knots; \"untied\"",
    kind="panel",
    level="intermediate",
    language="en",
    event=EventName("knotcon-2022", "KnotCon 2022 (Oslo)"),
    speakers=(
        Appearance("jane-doe", "Jane Doe", "J. Doe", "moderator", "CTO", "Acme, Inc.", True),
        Appearance("john-roe", "John Roe", "John Roe", "panelist", None, "Bolt", False),
        Appearance("ann-poe", "Ann Poe", "Ann Poe", "panelist", None, None, True),
    ),
    start="2022-05-31T10:30:00+02:00",
    end="2022-05-31T11:00:00+02:00",
    timezone="Europe/Oslo",
    date="2022-05-31",
    day=2,
    room="Aspen",
    track="Ropes",
    published="2022-06-30",
    duration=30,
    abstract="- One.\n\nTwo, \"three\".",
    tags=("knots", "rope work"),
    links=(Link("video", "https://x.example/v", "https://x.example/v"),
           Link("slides", "slides/a talk.pdf", "slides/a talk.pdf")),
    notes=(Note("Good.", "en", "notes.md"),),
    sources=(Source("a.txt", "archive", 1, 4),),
)  # fmt: skip
LOCAL = TALK._replace(
    id="b2c3d4e", start=None, end=None, timezone=None, date=None, local_start="19:00",
    local_end="19:30", kind="talk", speakers=TALK.speakers[:1], title="Bends",
)  # fmt: skip


def _record(talk: Talk, first: int, last: int) -> Record:
    return Record(
        document="x",
        format="talkctl",
        first_line=first,
        last_line=last,
        raw_title=talk.title,
        title=talk.title,
        kind=talk.kind,
        level=talk.level,
        language=talk.language,
        event=talk.event.name if talk.event else None,
        speakers=tuple(
            Credit(
                one.name,
                one.role,
                one.job,
                one.org,
                not one.org_certain and bool(one.org),
                f"person:{one.id}",
            )
            for one in talk.speakers
        ),
        start=talk.start or talk.local_start,
        end=talk.end or talk.local_end,
        timezone=talk.timezone,
        date=talk.date,
        day=talk.day,
        room=talk.room,
        track=talk.track,
        published=talk.published,
        duration=talk.duration,
        abstract=talk.abstract,
        tags=talk.tags,
        links=talk.links,
        notes=talk.notes,
        uid=f"talk:{talk.id}",
    )


def _written(render: Any, items: list[dict[str, Any]], single: bool = False) -> str:
    stream = io.StringIO()
    render(Answer("talks", tuple(items), single=single), Paper(stream))
    return stream.getvalue()


BOTH = [talk_object(TALK), talk_object(LOCAL)]


def test_an_array_is_read_back_whole() -> None:
    """Every field of the talk, on the line of its object."""
    text = _written(render_json, BOTH)
    assert SOURCE.sniff(text)
    reading = SOURCE.parse("x", text)
    assert reading.records == (_record(TALK, 2, 2), _record(LOCAL, 3, 3))
    assert reading.remarks == ()


def test_json_lines_are_read_back_whole() -> None:
    """One talk a line."""
    text = _written(render_jsonl, BOTH)
    assert SOURCE.sniff(text)
    assert SOURCE.parse("x", text).records == (_record(TALK, 1, 1), _record(LOCAL, 2, 2))


def test_a_talk_told_in_full_is_one_record_with_its_bios() -> None:
    """The accounts of other documents give no records here, only the bios."""
    account = _record(TALK, 1, 4)._replace(
        bios=(Bio("Jane Doe", "She ties."), Bio("Jane Doe", "She ties."))
    )
    text = _written(render_json, [shown_object(TALK, (account, account))], single=True)
    assert SOURCE.sniff(text)
    (record,) = SOURCE.parse("x", text).records
    assert record == _record(TALK, 1, text.count("\n"))._replace(
        bios=(Bio("Jane Doe", "She ties."),)
    )


@pytest.mark.parametrize(("render", "first"), [(render_csv, (2, 4)), (render_tsv, (2, 2))])
def test_a_table_is_read_back(render: Any, first: tuple[int, int]) -> None:
    """All that its cells hold, also what each person does and what each link leads to."""
    text = _written(render, BOTH)
    assert SOURCE.sniff(text)
    reading = SOURCE.parse("x", text)
    assert reading.remarks == ()
    panel, local = reading.records
    assert (panel.first_line, panel.last_line) == first
    assert local.speakers == (Credit("Jane Doe", "moderator", "CTO", "Acme, Inc."),)
    assert panel.speakers == (
        *local.speakers,
        Credit("John Roe", "panelist", org="Bolt", org_shared=True),
        Credit("Ann Poe", "panelist"),
    )
    same = set(Record._fields) - {
        "first_line",
        "last_line",
        "speakers",
        "links",
        "notes",
        "abstract",
    }
    for read, talk in ((panel, TALK), (local, LOCAL)):
        told = _record(talk, 1, 1)
        assert {name: getattr(read, name) for name in same} == {
            name: getattr(told, name) for name in same
        }
        assert [note.text for note in read.notes] == ["Good."]
        assert "".join((read.abstract or "").split()) == "".join((talk.abstract or "").split())
        assert read.links == talk.links


@pytest.mark.parametrize("render", [render_csv, render_tsv])
def test_a_table_without_the_columns_beside_says_no_more_than_it_knows(render: Any) -> None:
    """One organisation of several people on a panel is nobody's, that of one person is theirs."""
    stream = io.StringIO()
    fields = ("id", "slug", "title", "kind", "speakers", "orgs", "links")
    render(Answer("talks", tuple(BOTH), fields=fields), Paper(stream))
    panel, local = SOURCE.parse("x", stream.getvalue()).records
    assert local.speakers == (Credit("Jane Doe", org="Acme, Inc."),)
    assert [(c.name, c.role, c.org) for c in panel.speakers] == [
        ("Jane Doe", "panelist", None), ("John Roe", "panelist", None), ("Ann Poe", "panelist", None),
    ]  # fmt: skip
    assert [link.url for link in panel.links] == [link.url for link in TALK.links]


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", '{"title": "x"}', '[{"title": "x", "guid": "g", "persons": [], "kind": "y"}]',
        '{"id": "v", "title": "x", "extractor": "youtube", "duration": 3, "tags": []}',
        '[{"name": "Jane"}]', "a poem, with a comma\nand more\n", "<html>title,speaker</html>",
    ],
)  # fmt: skip
def test_what_others_wrote_is_left_to_others(text: str) -> None:
    """Only the fields of a talk, or columns that talks have, are ours."""
    assert not SOURCE.sniff(text)


def test_some_fields_are_enough() -> None:
    """What ``--fields`` leaves is still a list of talks."""
    text = '[\n{"title": "Knots", "speakers": [{"name": "Jane Doe", "org": "Acme"}], "start": null}\n]\n'
    assert SOURCE.sniff(text)
    assert SOURCE.parse("x", text).records[0].speakers == (Credit("Jane Doe", org="Acme"),)


def test_a_cut_off_list_keeps_its_whole_talks() -> None:
    """The talk that is cut gives a remark and no half record."""
    text = _written(render_json, BOTH)
    reading = SOURCE.parse("x", text[:-60])
    assert reading.records == (_record(TALK, 2, 2),)
    assert [mark.first_line for mark in reading.remarks] == [3]
    assert not reading.whole


def test_words_nobody_knows_become_nothing() -> None:
    """A kind, a date, an address that make no sense stay unknown."""
    odd = BOTH[0] | {"kind": "circus", "level": 3, "date": "31.31.2022", "start": "soon", "day": -1,
                     "links": [{"kind": "video", "url": "javascript:x"}], "duration": 10**9}  # fmt: skip
    (record,) = SOURCE.parse("x", json.dumps(odd)).records
    assert (record.kind, record.level, record.date, record.start) == ("talk", None, None, None)
    assert (record.day, record.links, record.duration) == (None, (), None)


@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=200), damaged(_written(render_json, BOTH)),
        damaged(_written(render_jsonl, BOTH)), damaged(_written(render_csv, BOTH)),
    )
)  # fmt: skip
def test_no_damage_makes_the_reader_fail(text: str) -> None:
    """Whatever a file has become, it is read or remarked on."""
    keeps_its_word(SOURCE, text)
