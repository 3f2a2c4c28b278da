"""Names that no talk of a library has lead to what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.search.answer import search
from talkctl.search.everyday import everyday
from talkctl.search.meaning import LONGEST_SPAN
from talkctl.search.question import Question
from talkctl.search.trade import about
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import singular
from talkctl.text import words
from tests.search.conftest import library_of

WRITTEN = files("talkctl.search").joinpath("trade.txt").read_text(encoding="utf-8")
LINES = [
    line.split(": ")
    for line in WRITTEN.partition("\n\n")[2].replace("\n  ", " ").splitlines()
    if line
]

TITLES = (
    "Backup for the Careless", "A Cluster on AWS", "Continuous Delivery without Tears",
    "Disastrous Evenings", "Kaniko at Home", "CRI-O in the Kitchen Garden", "Our Container Runtime",
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """A few talks that call things by their plain names."""
    talks = ((title, "talk", None, 1, None, None, "", (("Ann Ro", "Acme"),)) for title in TITLES)
    with library_of(tmp_path_factory.mktemp("trade"), tuple(talks)) as opened:
        yield opened


def found(library: Catalog, text: str) -> list[str]:
    return [hit.talk.title for hit in search(library, Question(text)).hits]


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("velero", "Backup for the Careless"),
        ("eks", "A Cluster on AWS"),
        ("argo cd", "Continuous Delivery without Tears"),
        ("Velero?", "Backup for the Careless"),
    ],
)
def test_a_name_never_seen_finds_what_it_is_about(library: Catalog, asked: str, title: str):
    assert title in found(library, asked)


def test_it_is_said_what_a_name_was_taken_for(library: Catalog):
    """Nobody has to guess why a talk on backups answers."""
    assert "velero: searched for backup" in search(library, Question("velero")).messages


def test_a_name_that_talks_have_means_itself(library: Catalog):
    assert found(library, "kaniko") == ["Kaniko at Home"]


def test_a_name_that_talks_write_with_a_hyphen_means_itself(library: Catalog):
    """``crio`` is a container runtime, and here there is a talk on that one."""
    assert found(library, "crio")[0] == "CRI-O in the Kitchen Garden"


def test_letters_with_which_a_word_begins_are_its_beginning(library: Catalog):
    """``disas`` looks like the plural of an agency that writes rules for hardening."""
    assert found(library, "disas") == ["Disastrous Evenings"]


def test_a_name_asked_for_in_one_field_means_itself(library: Catalog):
    assert found(library, "title:velero") == []


def test_every_name_can_be_looked_up():
    """Each stands once, as a query has it, and leads to what can be looked for."""
    names = [name for left, _ in LINES for name in left.split(", ")]
    assert len(names) > 1000
    assert len(names) == len(set(names))
    for name in names:
        assert name == " ".join(words(name)), name
        assert about(name), name
        assert " " in name or not everyday(name), name
    for _, subject in LINES:
        for phrase in subject.split(", "):
            assert phrase == " ".join(words(phrase)), phrase
            assert len(phrase.split()) <= LONGEST_SPAN, phrase


def test_the_list_is_pleasant_to_read():
    """Whoever adds to it sees whole names in lines that fit."""
    for line in WRITTEN.splitlines():
        assert len(line) <= 100, line
        assert line == line.rstrip(), line


@given(st.text(max_size=12))
def test_any_text_can_be_looked_up(name: str):
    """Whatever is typed, only a name of the list, perhaps in the plural, is about something."""
    names = {one for left, _ in LINES for one in left.split(", ")}
    *before, last = name.split(" ")
    assert bool(about(name)) == bool(names & {name, " ".join((*before, singular(last)))})
