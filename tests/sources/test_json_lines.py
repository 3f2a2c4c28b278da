"""Values one behind the other are found with their lines, and a broken one costs itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkctl.sources.json_lines import pieces

_VALUES = st.lists(
    st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.text(max_size=9)), max_size=3),
    max_size=5,
)


def _found(text: str) -> list[tuple[object, tuple[int, int]]]:
    return [
        (p.json.value, p.lines_of(p.json.value)) for p in pieces(text) if p.json.value is not None
    ]


def test_values_may_spread_over_lines() -> None:
    """Each has the lines it stands on, whatever ends them."""
    for end in ("\n", "\r\n", "\r"):
        text = end.join(['{"a": 1}', "", "{", '"b": 2', "}", "[3]"])
        assert _found(text) == [({"a": 1}, (1, 1)), ({"b": 2}, (3, 5)), ([3], (6, 6))]


def test_after_a_broken_line_reading_goes_on() -> None:
    """The remark has the line and the reason."""
    text = '{"a": 1}\n{"b": \n{"c": 3}\n'
    assert [value for value, _ in _found(text)] == [{"a": 1}, {}, {"c": 3}]
    assert [mark.first_line for piece in pieces(text) for mark in piece.remarks("x")] == [2]


@given(values=_VALUES)
def test_json_lines_are_read_back(values: list[dict[str, object]]) -> None:
    """One value a line, in order."""
    import json

    text = "\n".join(json.dumps(value) for value in values)
    assert [piece.json.value for piece in pieces(text)] == values


@given(text=st.text(alphabet='{}[]":,a1\\ \n\r', max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    """Anything is cut into pieces."""
    for piece in pieces(text):
        assert list(piece.remarks("x")) is not None
