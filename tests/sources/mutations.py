"""Files as they arrive in the worst case: cut off, with letters lost, doubled or exchanged."""

from __future__ import annotations

from hypothesis import strategies as st

from talkctl.model import KINDS, LEVELS, ROLES
from talkctl.record import Record, Remark
from talkctl.sources.source import Reading, Source, lines_of

from .reading import unplaced

_NOISE = ["", '"', "{", "}", "[", "]", ",", "\n", "\\", "<", "-->", ";", "\ufeff", "\x00", "null"]


@st.composite
def damaged(draw: st.DrawFn, whole: str) -> str:
    """*whole* with up to three places overwritten, perhaps cut off."""
    text = whole
    for _ in range(draw(st.integers(0, 3))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 30)))
        text = text[:begin] + draw(st.sampled_from(_NOISE)) + text[end:]
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


def keeps_its_word(source: Source, text: str) -> None:
    """What every reading promises: known words, spans within the file, no line without a place."""
    source.sniff(text)
    reading: Reading = source.parse("page", text)
    count = len(lines_of(text))
    spans: list[Record | Remark] = [*reading.records, *reading.remarks]
    for span in spans:
        assert 1 <= span.first_line <= span.last_line <= count
    for record in reading.records:
        assert record.title.strip()
        assert record.kind in KINDS
        assert record.level in (*LEVELS, None)
        assert {credit.role for credit in record.speakers} <= set(ROLES)
        assert record.format == source.name
    assert unplaced(text, reading) == []
