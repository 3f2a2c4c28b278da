"""Questions in Spanish and German about talks in English."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.search.abroad import in_english
from talkctl.search.answer import search
from talkctl.search.gathering import Group, Meaning
from talkctl.search.meaning import LONGEST_SPAN, understand
from talkctl.search.question import Question, parse
from talkctl.search.wordlists import SMALL_WORDS
from talkctl.store.catalog import Catalog
from talkctl.store.lexicon import singular
from talkctl.text import words
from tests.search.conftest import library_of

TITLES = (
    "Network Performance Measured",
    "Policies in the Case of a Cluster",
    "Integration of Calibrated Workloads",
    "An Obsession with Storage",
    "Choosing a Database",
    "Zero Downtime Upgrades",
    "Load Testing for Gamers",
    "Fugue for an Engine",
    "To Die for: Extending the API",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """A few talks, all in English."""
    talks = ((title, "talk", None, 1, None, None, "", (("Jo Ek", "Acme"),)) for title in TITLES)
    with library_of(tmp_path_factory.mktemp("abroad"), tuple(talks)) as opened:
        yield opened


def meaning_of(library: Catalog, text: str) -> Meaning:
    return understand(library.lookup, parse(text))


def answers(group: Group) -> set[str]:
    return {" ".join(phrase) for phrase in group.answers}


def first(library: Catalog, text: str) -> str:
    """The title of the best answer."""
    return search(library, Question(text)).hits[0].talk.title


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("cómo elegir una base de datos", "Choosing a Database"),
        ("welche Datenbank soll ich wählen", "Choosing a Database"),
        ("actualizaciones sin caídas", "Zero Downtime Upgrades"),
        ("Aktualisierungen ohne Ausfall", "Zero Downtime Upgrades"),
        ("pruebas de carga", "Load Testing for Gamers"),
        ("Lasttests", "Load Testing for Gamers"),
        ("medir el rendimiento de la red", "Network Performance Measured"),
        ("die API erweitern", "To Die for: Extending the API"),
    ],
)
def test_questions_in_other_languages_are_answered(library: Catalog, asked: str, title: str):
    """Whole phrases, words in any form, and small words of both languages."""
    assert first(library, asked) == title


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("seguras", "secure"),
        ("distribuidas", "distributed"),
        ("verteiltes", "distributed"),
        ("desplegando", "deployment"),
        ("verschluesselung", "encryption"),
        ("software libre", "free software"),
    ],
)
def test_words_are_known_in_their_forms(written: str, english: str):
    """In any gender and case, and where the keyboard has no umlaut."""
    assert in_english(written)[0] == english


@given(st.text(max_size=12))
def test_any_text_can_be_looked_up(phrase: str):
    """Whatever is typed, it is no word that stands for itself."""
    assert phrase not in in_english(phrase)


def test_a_compound_is_read_as_the_words_of_which_it_is_made(library: Catalog):
    """``Netzwerkleistung`` is asked as ``network performance`` is, and the reader is told so."""
    meaning = meaning_of(library, "Netzwerkleistung")
    assert [answers(it) >= {word} for it, word in zip(
        meaning.informative, ("network", "performance"), strict=True
    )] == [True, True]  # fmt: skip
    assert meaning.messages == ["netzwerkleistung: searched for network performance"]
    assert first(library, "Netzwerkleistung") == "Network Performance Measured"


def test_an_english_word_with_a_foreign_ending_is_that_word(library: Catalog):
    """Both have it of the same Latin; beside English words it would be a slip."""
    assert meaning_of(library, "calibrado para mí").corrected == {"calibrado": "calibrated"}
    assert meaning_of(library, "obsesion del API").corrected == {"obsesion": "obsession"}


@pytest.mark.parametrize(("foreign", "like"), [("clostar", "cluster"), ("cace", "case")])
def test_a_foreign_word_is_not_taken_for_one_that_is_merely_alike(
    library: Catalog, foreign: str, like: str
):
    """In an English query it is a slip, in Spanish company a word that nobody here knows."""
    assert meaning_of(library, foreign).corrected == {foreign: like}
    meaning = meaning_of(library, f"que {foreign} para mí")
    assert meaning.corrected == {}
    assert f"{foreign}: not in the library" in meaning.messages


def test_a_foreign_word_is_taken_for_one_that_a_title_has_beside_the_rest(catalog: Catalog):
    """``tronos`` are thrones where a title is of a game of thrones, and nowhere else."""
    assert meaning_of(catalog, "el mesho de istio").corrected == {"mesho": "mesh"}
    assert meaning_of(catalog, "el mesho de prometheus").corrected == {}


def test_a_foreign_word_that_is_known_is_no_slip(library: Catalog):
    """``Fuego`` is fire, of which no talk here is about, and no ``fugue``."""
    assert meaning_of(library, "fuego").messages == ["fuego: not in the library"]


def test_an_english_word_is_foreign_in_foreign_company_alone(library: Catalog):
    """A ``motor`` is an engine in Spanish; who asks in English for one means a motor."""
    assert "engine" in answers(meaning_of(library, "motor para gamers").informative[0])
    assert "engine" not in answers(meaning_of(library, "motor gamers").informative[0])


def test_words_that_are_small_in_foreign_company_are_words_otherwise(library: Catalog):
    """To ``die`` is no article."""
    assert "die" in answers(meaning_of(library, "die API extending").informative[0])
    die, *_ = meaning_of(library, "die API erweitern").groups
    assert die.small


FOREIGN = files("talkctl.search").joinpath("abroad.txt").read_text(encoding="utf-8")


def test_the_list_is_pleasant_to_read():
    """Whoever adds to it sees lines that fit."""
    for line in FOREIGN.splitlines():
        assert len(line) <= 100, line
        assert line == line.rstrip(), line


def test_foreign_words_can_be_looked_up():
    """Each stands once and folded, in lines in their order, and leads to English and not to itself.

    What it leads to is short enough to be found, and stands in one number throughout.
    """
    body = FOREIGN.partition("\n\n")[2].splitlines()
    assert body == sorted(set(body))
    sides = [line.partition(": ") for line in body]
    foreign = [phrase for left, _, _ in sides for phrase in left.split(", ")]
    assert len(foreign) == len(set(foreign))
    for left, _, right in sides:
        asked, meant = left.split(", "), right.split(", ")
        assert asked == sorted(asked), left
        assert not {*asked} & {*meant}, left
        assert len(meant) == len(set(meant)) <= 4, right
        for phrase in (*asked, *meant):
            assert phrase == " ".join(words(phrase)), phrase
            assert 0 < len(phrase.split()) <= LONGEST_SPAN, phrase
    english = {phrase for _, _, right in sides for phrase in right.split(", ")}
    assert not [it for it in english if singular(it) != it and singular(it) in english]


def test_no_small_word_is_translated_alone():
    """It is dropped from a query before anybody looks for what it is in English."""
    body = FOREIGN.partition("\n\n")[2].splitlines()
    assert not SMALL_WORDS & {word for line in body for word in line.partition(": ")[0].split(", ")}
