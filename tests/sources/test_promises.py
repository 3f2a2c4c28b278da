"""What every registered source promises, whatever text it is given."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.errors import ImportRefused, UsageError
from talkctl.model import KINDS, LEVELS, ROLES
from talkctl.record import Record
from talkctl.sources import SOURCES, read, recognise, source_named
from talkctl.sources.source import Source, lines_of
from talkctl.text import words

from .reading import unplaced

DOCUMENTS = sorted((Path(__file__).parents[2] / "data" / "sources").iterdir())

every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)

_SHARDS = [
    "15 Dec 2017", "Effective RBAC [B] - Jane Doe, Acme", "  • 3 participants", "  • 1:03 hours",
    "youtube image", "About Jane Doe", "Jane is an engineer.", "Tuesday, November 8",
    "11:00am PST", "Tuesday November 8, 2016 11:00am - 11:40am PST", "Speakers", "Moderators",
    "avatar for Jane Doe", "JD", "Jane Doe", "Engineer, Acme", "Details", "AGENDA",
    "[07:00 - 07:30 PM] Smooth (Jane Doe, Acme)", "BIO: Jane Doe is …", "• 7pm: Doors open",
    "Speaker 1: Jane Doe", "Title: A talk", "Abstract:", "# Día 3", "## A talk - Jane Doe, Acme",
    "```", "> quoted", "- [Slides](x.pdf)", "- [Video](ttps://youtu.be/x)", "- [x]()", "NOTAS",
    "* a note", "  * nested", "From YouTube: A talk - Jane Doe, Acme", "Description",
    "Join us for KubeCon in Berlin! Learn more at https://x.io", "", "", "\x1b[31mred", "\u202e",
    "Org / Some Conference 2020 (Berlin)", "CloudNativeCon [clear filter]", "(((", ")))", "- - -",
    "| Time | Title | Speaker |", "|---|---|---|", "| 9:30 | Knots | Jane Doe |", "---", "===",
    "~~~", "#tight", "###Tight heading", "[1]: htps://x.io", "[a][1]", "[a](b(c)", "<https://x.io>",
    "6:30 PM", "Talk 1: Smooth", "Sponsors", "Attendees (3)", "Hall 2 [clear filter]", "JD",
    "Tuesday, November 8 • 11:00am - 11:40am", "Tags: a, b", "Skill Level Beginner", "title: x",
    "A, B & C, D, E & F,", "99:99am XYZ", "Tuesday February 31, 2016 1:00am - 2:00am PST",
]  # fmt: skip
pages = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(st.sampled_from(_SHARDS), st.text(max_size=40)), max_size=40).map("\n".join),
)


@every_source
@settings(max_examples=150, deadline=None)
@given(text=pages)
def test_no_text_makes_a_source_raise_and_no_line_gets_lost(source: Source, text: str) -> None:
    """Each line with something on it is in a talk, in the page's furniture or in a remark."""
    source.sniff(text)
    reading = source.parse("page", text)
    assert unplaced(text, reading) == []


@every_source
@settings(max_examples=100, deadline=None)
@given(text=pages)
def test_records_keep_to_the_words_of_the_model(source: Source, text: str) -> None:
    """Kinds, levels and roles are known ones, spans lie in the page, titles are never empty."""
    count = len(lines_of(text))
    for record in source.parse("page", text).records:
        assert record.kind in KINDS
        assert record.level in (*LEVELS, None)
        assert {credit.role for credit in record.speakers} <= set(ROLES)
        assert 1 <= record.first_line <= record.last_line <= count
        assert record.title.strip()
        assert record.format == source.name


@pytest.mark.parametrize("name", ["archive-kubecon-na-2017.txt", "meetup-smooth-operator.txt"])
def test_words_of_a_talk_stand_in_its_record(name: str) -> None:
    """No word within a talk is dropped: what is no furniture can be found in some field."""
    text = next(path for path in DOCUMENTS if path.name == name).read_text(encoding="utf-8")
    _, reading = read(name, text)
    lines = {line.number: line.text for line in lines_of(text)}
    for record in reading.records:
        kept = _words_of(record)
        for number in range(record.first_line, record.last_line + 1):
            if number not in reading.furniture:
                assert [word for word in words(lines[number]) if word not in kept] == []


def test_a_page_cut_off_anywhere_keeps_its_whole_talks() -> None:
    """However much of a page is missing at the end, the talks before it stay as they are."""
    path = next(path for path in DOCUMENTS if path.name.startswith("sched"))
    text = path.read_text(encoding="utf-8")
    whole = read(path.name, text)[1].records
    lines = text.split("\n")
    for cut in range(20, len(lines), 7):
        records = source_named("sched").parse(path.name, "\n".join(lines[:cut])).records
        finished = [record for record in whole if record.last_line <= cut]
        assert list(records[: len(finished)]) == finished


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_each_bundled_document_is_claimed_by_one_source_alone(path: Path) -> None:
    """Recognition goes by content: exactly one format claims each document."""
    text = path.read_text(encoding="utf-8")
    assert len([source for source in SOURCES if source.sniff(text)]) == 1


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing(path: Path, end: str) -> None:
    """CRLF and lone CR are read as LF is."""
    text = path.read_text(encoding="utf-8")
    assert read(path.name, text.replace("\n", end))[1] == read(path.name, text)[1]


@every_source
@pytest.mark.parametrize(
    "piece", ["\n", "a", "(", " - ", "[", "](", "a, ", " & ", "#", ">", "| ", "•"]
)
def test_a_megabyte_of_anything_is_read_at_once(source: Source, piece: str) -> None:
    """No text, however long and odd, takes more time than its length is worth."""
    text = piece * (1_000_000 // len(piece))
    begin = process_time()
    source.sniff(text)
    source.parse("page", text)
    assert process_time() - begin < 5


@every_source
def test_a_deep_pile_of_headings_and_brackets_is_no_deep_recursion(source: Source) -> None:
    """Depth in a page costs no depth in the program."""
    headings = "\n".join("#" * (n % 6 + 1) + f" Part {n}" for n in range(3_000))
    brackets = "(" * 3_000 + "Jane Doe" + ")" * 3_000
    for text in (headings, f"# {brackets}", f"Title\nDetails\n6:30pm - Knots {brackets}"):
        assert unplaced(text, source.parse("page", text)) == []


def test_a_text_in_no_known_format_is_refused_with_all_formats() -> None:
    """The sentence names the document and what talkctl can read."""
    with pytest.raises(
        ImportRefused, match=r"poem\.txt: is in none of .*archive, sched, meetup, notes"
    ):
        recognise("poem.txt", "roses are red\nviolets are blue\n")


def test_an_unknown_format_is_refused_with_all_formats() -> None:
    """``--as`` takes registered names only and says which they are."""
    with pytest.raises(UsageError, match="archive, sched, meetup, notes"):
        source_named("pdf")


def _words_of(record: Record) -> set[str]:
    credits = (f"{credit.name} {credit.job} {credit.org}" for credit in record.speakers)
    bios = (f"{bio.name} {bio.heading} {bio.text}" for bio in record.bios)
    times = (record.start, record.end, record.duration, record.participants)
    facts = (record.raw_title, record.abstract, *times, *credits, *bios)
    return {*words(" ".join(map(str, facts))), *_LABELS}


_LABELS = words(
    "About BIO participant participants minute minutes hours youtube image 1 03 PM 06 07 08"
)
"""Words of the page that say what something is, and hours before they are read."""
