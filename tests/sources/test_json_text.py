"""JSON is read with its places, and up to where it breaks."""

from __future__ import annotations

import json
import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.sources.json_text import DEEPEST, read_json

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=30,
)


def _containers(value: Any) -> list[Any]:
    found, stack = [], [value]
    while stack:
        part = stack.pop()
        if isinstance(part, dict | list):
            found.append(part)
            stack += part.values() if isinstance(part, dict) else part
    return found


@given(value=json_values, indent=st.sampled_from([None, 1, 2]))
def test_sound_text_is_read_as_json_says(value: Any, indent: int | None) -> None:
    """What was written is what is read, and nothing breaks."""
    read = read_json(json.dumps(value, indent=indent))
    assert (read.value, read.broken) == (value, None)


@given(value=json_values)
def test_the_lines_of_each_part_hold_that_part(value: Any) -> None:
    """Cut out by its lines, an indented part is the part itself once its neighbours are gone."""
    text = json.dumps(value, indent=1)
    read = read_json(text)
    lines = text.split("\n")
    for part in _containers(read.value):
        first, last = read.lines_of(part)
        piece = "\n".join(lines[first - 1 : last]).strip().rstrip(",")
        assert json.loads(re.sub(r'^"(?:[^"\\]|\\.)*": ', "", piece)) == part


@given(value=json_values, cut=st.integers(min_value=0, max_value=300))
def test_text_cut_off_anywhere_keeps_a_beginning_and_says_where_it_broke(
    value: Any, cut: int
) -> None:
    """Parts that are not cut are parts of the whole, however early the text ends."""
    text = json.dumps({"all": [value, value]}, indent=1)
    read = read_json(text[:cut])
    if cut >= len(text):
        assert read.broken is None
        return
    assert read.broken is not None
    assert 1 <= read.broken[0] <= text[:cut].count("\n") + 1
    whole = _containers(json.loads(text))
    assert all(part in whole for part in _containers(read.value) if not read.is_cut(part))


@given(text=st.text(alphabet='{}[]",:\\u0189dDa \n-.eE+truefalsnNI/', max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    """Every part of what is found lies on lines that the text has."""
    read = read_json(text)
    for part in _containers(read.value):
        first, last = read.lines_of(part)
        assert 1 <= first <= last <= text.count("\n") + 1


def test_the_break_is_named_with_its_line() -> None:
    """A comma is missing in line 3; what stands before it is kept."""
    read = read_json('{"a": [1, 2],\n "b": {"c": 1}\n "d": 2}')
    assert read.value == {"a": [1, 2], "b": {"c": 1}}
    assert read.broken == (3, "a comma or a closing bracket is missing")


def test_what_was_open_at_the_break_is_cut_and_the_rest_is_not() -> None:
    """Of two talks the second ends in its title."""
    read = read_json('[{"title": "Knots"},\n {"id": 1, "title": "Tid')
    assert read.value == [{"title": "Knots"}, {"id": 1}]
    assert [read.is_cut(part) for part in (read.value, *read.value)] == [True, False, True]
    assert read.lines_of(read.value[1]) == (2, 2)
    assert read.broken == (2, "the text ends within a string")


def test_behind_a_break_the_next_of_its_kind_is_read_on() -> None:
    """One talk is torn, and its neighbours are not."""
    talk = '{"id": %d, "title": "Knots", "people": [{"name": "A"}, {"name": "B"}]}'
    torn = '{"id": 2, "title" "Torn",\n "people": [{"name": "C"}]}'
    read = read_json('{"all": [\n' + ",\n".join([talk % 1, torn, talk % 3]) + '\n], "more": 1}')
    assert [part["id"] for part in read.value["all"] if not read.is_cut(part)] == [1, 3]
    assert read.value["more"] == 1
    assert read.broken == (3, "a colon is missing")
    assert read.lost == ((3, 4, "line 3: a colon is missing"),)
    assert read.lines_of(read.value["all"][-1]) == (5, 5)


def test_nothing_is_put_where_it_may_not_belong() -> None:
    """What follows in another list is lost rather than taken for a neighbour."""
    read = read_json('{"A": [{"id": 1},\n{"id" 2}],\n "B": [{"id": 3}]}')
    assert read.value == {"A": [{"id": 1}, {}]}
    assert read.lost == ((2, 3, "line 2: a colon is missing"),)


def test_a_number_at_the_end_of_a_cut_text_is_not_believed() -> None:
    """``20`` may have been 2017."""
    assert read_json('{"id": 3, "year": 20').value == {"id": 3}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": NaN, "b": -Infinity, "c": 1e999}', {"a": None, "b": None, "c": None}),
        ('{"a": [1,], "b": 2,}', {"a": [1], "b": 2}),
        ('{"a": 1, "a": 2}', {"a": 2}),
        ('{"a": "one\ntwo"}', {"a": "one\ntwo"}),
        ('\ufeff{"a": 1}', {"a": 1}),
        ('{"a": "\\ud800x", "b": "\\ud83d\\ude00", "c": "\\\\ud800"}',
         {"a": "\ufffdx", "b": "😀", "c": "\\ud800"}),
        ('{"a": ' + "1" * 5000 + "}", {"a": None}),
        ('{"path": "C:\\x"}', {"path": "C:\\x"}),
    ],
)  # fmt: skip
def test_what_real_files_do_is_no_break(text: str, value: Any) -> None:
    """Trailing commas, double names, NaN and numbers beyond all bounds are read."""
    read = read_json(text)
    assert (read.value, read.broken) == (value, None)


def test_a_name_that_comes_twice_has_the_lines_of_the_last() -> None:
    """The last one counts, and its parts are found where they stand."""
    read = read_json('{"a": [{"n": 1}],\n "a": [\n{"n": 2},\n{"n": 3}]}')
    assert [read.lines_of(part) for part in read.value["a"]] == [(3, 3), (4, 4)]
    assert read.lines_of(read.value["a"]) == (2, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    """LF, CRLF and CR alone end a line; brackets and quotes in strings are none."""
    read = read_json(end.join(["[", '{"a": "}\\"]"},', '{"b":', "1}", "]"]))
    assert [read.lines_of(part) for part in read.value] == [(2, 2), (3, 4)]
    assert read.lines_of(read.value) == (1, 5)


@pytest.mark.parametrize("depth", [DEEPEST + 1, 500, 100_000])
def test_absurd_depth_is_a_break(depth: int) -> None:
    """No stack of brackets is followed down."""
    read = read_json('{"a": 1, "b": ' + "[" * depth + "]" * depth + "}")
    assert read.value["a"] == 1
    assert read.broken == (1, f"nested more than {DEEPEST} deep")


@pytest.mark.parametrize("piece", ['"', '\\"', "{", "[", "[1,", '{"a":', "\\", "\n", "a", "-1 "])
def test_a_megabyte_of_anything_is_read_at_once(piece: str) -> None:
    """No text takes longer than its length is worth."""
    text = piece * (1_000_000 // len(piece))
    begin = process_time()
    read = read_json(text)
    read.lines_of(read.value)
    assert process_time() - begin < 3
