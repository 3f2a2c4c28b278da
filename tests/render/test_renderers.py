"""Promises that every format keeps, whatever the answer."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.errors import UsageError
from talkctl.model import Appearance, EventName, Hit, Match, Talk
from talkctl.render import OF_TALKS, RENDERERS, render
from talkctl.render.answer import FIELDS, Answer, Paper, field_names, known_fields
from talkctl.render.objects import hit_object, talk_object
from talkctl.render.table import VIEWS, svg

from .hard import HARD
from .samples import ANSWERS, PEOPLE, PERSON, SCHEDULE, SEARCH, SHOW, SHOW_SOURCES, STATS

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SHAPES = [*FIELDS, "stats", "rows"]


def written(answer: Answer, name: str, width: int = 80, colour: bool = False) -> str:
    """*answer* in the format called *name*."""
    paper = Paper(StringIO(newline=""), width, colour)
    render(answer, name, paper)
    return paper.stream.getvalue()


DRAWN = ("table", "svg")
"""The formats that Rich draws."""

OF_ANYTHING = [name for name in RENDERERS if name not in OF_TALKS]


@pytest.mark.parametrize("name", OF_ANYTHING)
@pytest.mark.parametrize("shape", SHAPES)
def test_an_empty_answer_is_no_error(name: str, shape: str) -> None:
    """Nothing found is written as nothing, as an empty array or as a header alone."""
    text = written(Answer(shape, ()), name)
    expected = {"json": ["[]\n"], "csv": None, "tsv": None}.get(name, [""])
    if expected is None:
        assert text.count("\n") == 1
    else:
        assert text in expected


@pytest.mark.parametrize("name", OF_ANYTHING)
@pytest.mark.parametrize("sample", ANSWERS)
def test_data_sends_no_controls(name: str, sample: str) -> None:
    """No escape sequence or control character of a page reaches a terminal or a pipe."""
    if name == "ids" and sample in ("stats", "remarks", "rows"):
        return
    assert not CONTROLS.search(written(ANSWERS[sample], name))


@pytest.mark.parametrize("name", OF_ANYTHING)
@pytest.mark.parametrize("sample", ANSWERS)
def test_answers_end_with_a_line(name: str, sample: str) -> None:
    """What is written ends with exactly one line break."""
    if name == "ids" and sample in ("stats", "rows"):
        return
    text = written(ANSWERS[sample], name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", OF_TALKS)
@pytest.mark.parametrize("sample", ["people", "person", "events", "stats", "sources", "rows"])
def test_formats_of_talks_refuse_anything_else(name: str, sample: str) -> None:
    """People as a calendar are a usage error in one sentence, and nothing has been written."""
    paper = Paper(StringIO())
    with pytest.raises(UsageError, match="no list of talks"):
        render(ANSWERS[sample], name, paper)
    assert paper.stream.getvalue() == ""


@pytest.mark.parametrize("sample", ANSWERS)
def test_colours_are_the_only_escapes(sample: str) -> None:
    """In colour, a view holds our own colours and no other sequence."""
    text = written(ANSWERS[sample], "table", 100, colour=True)
    assert "\x1b[" in text
    assert not CONTROLS.search(re.sub(r"\x1b\[[\d;]*m", "", text))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 150, 200])
@pytest.mark.parametrize("sample", ANSWERS)
def test_views_keep_to_the_width(sample: str, width: int) -> None:
    """No line of a view is wider than the screen, save an address or a slug, which stay whole."""
    from rich.cells import cell_len

    for line in written(ANSWERS[sample], "table", width).splitlines():
        assert cell_len(line) <= width or "://" in line or re.fullmatch(r"[a-z\d-]+", line)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("sample", ["search", "hard", "schedule", "hard-schedule", "person"])
def test_ids_are_never_cut(sample: str, width: int) -> None:
    """The id of a talk that is listed stands there whole."""
    text = written(ANSWERS[sample], "table", width)
    for talk in _listed(ANSWERS[sample]):
        assert talk["id"] in text


def _listed(answer: Answer) -> list[dict[str, object]]:
    if answer.shape == "person":
        return [talk for person in answer.items for talk in person["talks"]]
    if answer.shape == "schedule":
        return [talk for talk in answer.items if talk["date"] or talk["day"]]
    return list(answer.items)


def test_every_shape_has_a_view() -> None:
    """Nothing can be asked that a terminal cannot show."""
    assert set(VIEWS) == set(SHAPES)


def test_json_is_the_object_that_was_asked_for() -> None:
    """One thing asked for is one object; a list stays a list even of one."""
    assert json.loads(written(SHOW, "json"))["id"] == SHOW.items[0]["id"]
    assert [talk["id"] for talk in json.loads(written(SHOW._replace(single=False), "json"))] == [
        SHOW.items[0]["id"]
    ]


def test_json_keeps_the_text_as_it_is() -> None:
    """Letters are not escaped, and nothing is taken out of the text."""
    text = written(HARD, "json")
    assert "云原生" in text
    assert json.loads(text) == list(HARD.items)
    assert [json.loads(line) for line in written(HARD, "jsonl").splitlines()] == list(HARD.items)


def test_table_and_csv_tell_of_the_same_talks() -> None:
    """Whoever reads the table and whoever reads the file see the same ids in the same order."""
    lines = list(csv.DictReader(StringIO(written(SEARCH, "csv"))))
    table = re.findall(r"^([2-9a-z]{7}) ", written(SEARCH, "table"), re.MULTILINE)
    assert [line["id"] for line in lines] == table == written(SEARCH, "ids").split()


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_spreadsheets_run_nothing(name: str) -> None:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    separator = "\t" if name == "tsv" else ","
    lines = list(csv.reader(StringIO(written(HARD, name), newline=""), delimiter=separator))
    cells = [cell for line in lines for cell in line]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_plain_says_who_says_what_in_a_last_column() -> None:
    """Only where it is asked: scripts know the columns before it by their numbers."""
    lines = [written(answer, "plain") for answer in (SHOW, SHOW_SOURCES)]
    assert lines[1].startswith(lines[0].rstrip("\n") + "\t")
    assert "-" in lines[1].rpartition("\t")[2]


def test_plain_is_one_line_a_record() -> None:
    """Every record has one line with the same number of tabs, and nothing of it is cut."""
    lines = written(HARD, "plain").splitlines()
    assert len(lines) == len(HARD.items)
    assert {line.count("\t") for line in lines} == {7}
    assert "Donaudampfschifffahrtsgesellschaftskapitän" * 3 in lines[5]


@pytest.mark.parametrize("name", ["plain", "csv", "tsv", "json", "jsonl"])
def test_fields_choose_and_order(name: str) -> None:
    """``--fields`` gives those fields, in that order, and no other."""
    text = written(SEARCH._replace(fields=field_names("level, id")), name)
    first = {
        "plain": "intermediate\tq7k2m9x\n",
        "csv": "level,id\nintermediate,q7k2m9x\n",
        "tsv": "level\tid\nintermediate\tq7k2m9x\n",
        "json": '[\n{"level":"intermediate","id":"q7k2m9x"},\n',
        "jsonl": '{"level":"intermediate","id":"q7k2m9x"}\n',
    }[name]
    assert text.startswith(first)


@pytest.mark.parametrize("sample", [name for name in ANSWERS if name != "hard-show"])
@pytest.mark.parametrize("name", OF_ANYTHING)
def test_every_known_field_can_be_shown(sample: str, name: str) -> None:
    """Each field that the list of fields names works in each format."""
    if name == "ids" and sample in ("stats", "rows", "remarks"):
        return
    answer = ANSWERS[sample]
    assert written(answer._replace(fields=known_fields(answer)), name)


@pytest.mark.parametrize("name", RENDERERS)
def test_an_unknown_field_is_refused_with_the_list(name: str) -> None:
    """A slip in ``--fields`` names all fields, and nothing has been written by then."""
    paper = Paper(StringIO())
    with pytest.raises(UsageError, match=r"'titel'.*id, slug, title"):
        render(SEARCH._replace(fields=("id", "titel")), name, paper)
    assert paper.stream.getvalue() == ""


def test_an_unknown_format_is_refused_with_the_list() -> None:
    """A slip in ``--format`` names all formats."""
    with pytest.raises(UsageError, match=r"'xml'.*table, plain, json"):
        render(SEARCH, "xml", Paper(StringIO()))


def test_uncertain_organisations_look_uncertain() -> None:
    """An organisation that may not be a speaker's own carries a question mark wherever it shows."""
    netflix = SEARCH._replace(items=SEARCH.items[3:4])
    assert "Torin Sandall, Netflix?" in written(netflix, "table")
    assert "Torin Sandall, Netflix?" in written(netflix, "markdown")
    assert "Netflix?" in written(PERSON, "plain")
    assert "perhaps not theirs" in written(PERSON, "table", 120)


@pytest.mark.parametrize("name", ["table", "plain", "csv", "tsv", "markdown"])
@pytest.mark.parametrize("sample", [*ANSWERS])
def test_unknown_is_never_none(sample: str, name: str) -> None:
    """What nobody said is blank, or a dash, and never the word of a programming language."""
    assert not re.search(r"\bNone\b|\bnull\b", written(ANSWERS[sample], name))


def test_publication_is_never_shown_as_the_day_of_the_talk() -> None:
    """A recording's date says of itself that it is one."""
    text = written(SHOW._replace(items=SHOW.items), "table")
    assert "published 15 December 2017" in text
    assert "given      day 3" in text


def test_a_schedule_counts_what_has_no_time() -> None:
    """Talks without a day or an hour are not listed but counted."""
    assert "2 talks without a time" in written(SCHEDULE, "table")
    assert "2 talks without a time" in written(SCHEDULE, "markdown")


def test_hits_are_lit() -> None:
    """In colour, the words that answer the query stand out."""
    assert "\x1b[1;32mIstio\x1b[0m" in written(SEARCH, "table", colour=True)


def test_a_title_is_no_markup() -> None:
    """Brackets are shown as they are, and colour nothing."""
    assert "[/x]" in written(HARD, "table", 120)
    assert "\x1b[31m" not in written(HARD, "table", 120, colour=True)


def test_a_picture_is_the_same_each_time() -> None:
    """The picture for a page changes only when the view does, and loads nothing from elsewhere."""
    picture = svg(SEARCH, "talkctl search istio", 100)
    assert picture == svg(SEARCH, "talkctl search istio", 100)
    assert "@font-face" not in picture


def test_figures_stand_anything_missing() -> None:
    """Figures of a library are shown as far as there are any."""
    assert "184 talks" in written(STATS, "table")
    assert written(STATS._replace(items=({"talks": 0, "documents": []},)), "table") == "0 talks\n"


@pytest.mark.parametrize("name", [name for name in RENDERERS if name not in DRAWN])
def test_only_tables_need_rich(name: str) -> None:
    """No other format pays for the library that draws tables."""
    code = (
        "import sys; from talkctl.render import renderer;"
        "import talkctl.render.objects, talkctl.render.screen, talkctl.render.schema;"
        f"renderer({name!r});"
        "heavy = {'rich', 'sqlite_utils', 'rapidfuzz', 'pydantic', 'subprocess',"
        "'importlib.metadata'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert process.returncode == 0, process.stderr


any_text = st.text(st.characters(exclude_categories=()), max_size=40)
talks = st.builds(
    Talk,
    id=st.from_regex(r"[2-9a-z]{7}", fullmatch=True),
    slug=st.just("slug"),
    title=any_text,
    level=st.sampled_from([None, "beginner"]),
    event=st.none() | st.builds(EventName, any_text, any_text),
    speakers=st.lists(
        st.builds(
            Appearance,
            id=any_text,
            name=any_text,
            billed_as=any_text,
            role=st.sampled_from(["speaker", "moderator"]),
            job=st.none() | any_text,
            org=st.none() | any_text,
            org_certain=st.booleans(),
        ),
        max_size=3,
    ).map(tuple),
    date=st.none() | any_text,
    start=st.none() | any_text,
    room=st.none() | any_text,
    abstract=st.none() | any_text,
    tags=st.lists(any_text, max_size=2).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(talks, max_size=3), any_text, st.sampled_from(["talks", "schedule", "talk"]))
def test_any_text_can_be_written(found: list[Talk], word: str, shape: str) -> None:
    """Whatever letters a page holds, every format writes it without an error or a control."""
    items = tuple(hit_object(Hit(talk, 0.5, Match((), (word,), (), word))) for talk in found)
    for name in RENDERERS:
        if name == "schedule-json":
            items = items[:1]
        text = written(Answer(shape, items), name, 60)
        assert not CONTROLS.search(text.replace("\r\n", "\n"))
        if name in ("plain", "tsv", "ids"):
            assert text.count("\n") == len(items) + (name == "tsv")


@given(talks)
def test_json_comes_back_as_it_went(talk: Talk) -> None:
    """What a script reads is what was written, letter by letter."""
    item = talk_object(talk)
    answer = Answer("talks", (item,))
    encoded = written(answer, "json").encode("utf-8", errors="backslashreplace")
    assert json.loads(encoded) == [item]


@given(talks, st.floats(0, 1).map(lambda score: round(score, 4)))
def test_a_talk_is_the_same_json_among_few_and_among_many(talk: Talk, score: float) -> None:
    """How many there are decides how they are written, and changes no byte of any."""
    item = hit_object(Hit(talk, score, Match()))
    one, many = (written(Answer("talks", (item,) * count), "jsonl") for count in (1, 200))
    assert many == one * 200


def test_people_are_listed_with_their_counts() -> None:
    """A list of people tells how many talks each has and for whom."""
    assert re.search(r"Torin Sandall +3  Styra, Netflix\? +torin-sandall", written(PEOPLE, "table"))
