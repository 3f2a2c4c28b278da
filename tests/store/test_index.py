"""The index: what is in it, and that adding to it is the same as building it anew."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.store import index, lexicon, schema
from talkctl.store.learning import abbreviations, hyphened
from talkctl.store.lexicon import base, stem, words
from talkctl.store.lookup import Lookup, has_facet, quoted, within
from talkctl.text import words as plain_words

TABLES = ("term", "pack", "name_word", "facet", "abbreviation", "hyphen")


def library(talks: int = 3) -> sqlite3.Connection:
    """A library of so many talks without an index."""
    db = sqlite3.connect(":memory:")
    db.executescript(schema.TABLES + schema.INDEXES + schema.VIEWS)
    db.execute(
        "INSERT INTO document (id, name, format, digest, lines) VALUES (1, 'page.txt', 'archive', 'x', 9)"
    )
    db.execute("INSERT INTO event (number, id, name) VALUES (1, 'conf-2020', 'Conf 2020')")
    for number in range(1, talks + 1):
        add(db, number)
    return db


def add(db: sqlite3.Connection, number: int) -> None:
    db.execute(
        "INSERT INTO talk (number, id, slug, title, kind, event, abstract, date) VALUES"
        " (?, ?, ?, ?, 'talk', 1, ?, ?)",
        (number, f"id{number}", f"slug{number}", f"Łódź’s meshes part{number}",
         f"Custom Resource Definitions (CRDs) of multi-tenant part{number}.", f"2020-01-0{number}"),
    )  # fmt: skip
    db.execute(
        "INSERT INTO person VALUES (?, ?, ?, 1)", (number, f"p{number}", f"Ada di Fazio{number}")
    )
    db.execute(
        "INSERT INTO appearance VALUES (?, 0, ?, ?, 'speaker', NULL, 'Acme', 1)",
        (number, number, f"Ada di Fazio{number}"),
    )


def rows(db: sqlite3.Connection) -> dict[str, list[tuple]]:
    return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def test_words_are_indexed_as_queries_fold_them():
    """Letters, accents and apostrophes are folded in the index as in a query."""
    db = library()
    index.build_index(db)
    assert Lookup(db).matching(quoted(("lodzs", "meshes", "part2"))) == [2]


def test_facets_are_part_of_the_full_text():
    """Kind, date and person are found as words nobody can type."""
    db = library()
    index.build_index(db)
    lookup = Lookup(db)
    assert lookup.matching(has_facet("date", ("20200102",))) == [2]
    assert lookup.matching(has_facet("person", ("3",))) == [3]
    assert lookup.matching(has_facet("year", ("2020",)), table="title_search") == [3, 2, 1]
    assert not any(lexicon.MARK in term for (term,) in db.execute("SELECT term FROM term"))


def test_the_same_talks_give_the_same_tables():
    """Building twice changes nothing."""
    db = library()
    index.build_index(db)
    before = rows(db)
    index.build_index(db)
    assert rows(db) == before


def test_adding_is_the_same_as_building_anew():
    """A library grown by talks has the same tables as one built with all of them."""
    grown, built = library(2), library(4)
    index.build_index(grown)
    index.build_index(built)
    for number in (3, 4):
        add(grown, number)
    index.update_index(grown, [3, 4])
    assert rows(grown) == rows(built)
    assert Lookup(grown).matching(quoted(("part4",))) == [4]


def test_removed_talks_are_not_found():
    """Talks taken out are found no more, neither by word nor by facet, and not counted."""
    db = library()
    index.build_index(db)
    index.remove_from_index(db, [2])
    lookup = Lookup(db)
    assert lookup.matching(quoted(("meshes",))) == [3, 1]
    assert lookup.matching(has_facet("date", ("20200102",))) == []
    assert lookup.counts(["meshes", "part2"]) == {"meshes": 2}


def test_a_talk_whose_words_change_is_as_if_it_had_always_been_so():
    """Taken out and added anew, a talk is found by its new words and names, and by no old ones."""
    changed, built = library(3), library(3)
    index.build_index(changed)
    index.remove_from_index(changed, [2])
    for db in (changed, built):
        db.execute("UPDATE talk SET title = 'Observability (O11Y) re-built' WHERE number = 2")
        db.execute("UPDATE person SET name = 'Zoë Quux' WHERE number = 2")
        db.execute("UPDATE appearance SET billed_as = 'Z. Quux' WHERE talk = 2")
    index.update_index(changed, [2])
    index.build_index(built)
    assert rows(changed) == rows(built)
    lookup = Lookup(changed)
    assert lookup.matching(quoted(("observability",)), table="title_search") == [2]
    assert lookup.matching(within(("title",), quoted(("part2",)))) == []
    assert lookup.name_words(["quux", "fazio2"]) == {"quux"}


def test_talks_that_come_and_go_leave_nothing_behind():
    """Adding a talk and taking it out again gives the tables there were."""
    db = library(3)
    index.build_index(db)
    before = rows(db)
    add(db, 4)
    index.update_index(db, [4])
    assert rows(db) != before
    index.remove_from_index(db, [4])
    assert rows(db) == before


def test_people_keep_the_names_of_talks_that_stay():
    """Where one of two talks goes, its spelling of a name goes with it, and the name stays."""
    db = library(2)
    db.execute("INSERT INTO appearance VALUES (2, 1, 1, 'Adalbert', 'speaker', NULL, NULL, 1)")
    index.build_index(db)
    assert Lookup(db).name_words(["adalbert"]) == {"adalbert"}
    index.remove_from_index(db, [2])
    assert Lookup(db).name_words(["adalbert", "fazio1", "fazio2"]) == {"fazio1"}


@pytest.mark.parametrize(
    "family",
    [
        ("debug", "debugging", "debugger", "debugs"),
        ("monitor", "monitoring", "monitors"),
        ("tenant", "tenants", "tenancy"),
        ("secure", "security", "securing"),
        ("migrate", "migration", "migrating", "migrations"),
        ("autoscaler", "autoscaling"),
        ("policy", "policies"),
        ("deploy", "deployment", "deployed"),
    ],
)
def test_a_family_shares_its_stem(family: tuple[str, ...]):
    """The forms of a word have one stem."""
    assert len({stem(word) for word in family}) == 1


def test_number_and_tense_leave_the_base():
    """Plural and tense go, agents and nouns of action stay."""
    assert base("meshes") == base("meshed") == "mesh"
    assert base("debugger") != base("debugging")


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        ("the Open Policy Agent (OPA) decides", [("opa", "open policy agent")]),
        ("Custom Resource Definitions (CRDs)", [("crd", "custom resource definitions")]),
        ("RBAC (Role-Based Access Control) for", [("rbac", "role based access control")]),
        ("functions as a service (FaaS)", [("faas", "functions as a service")]),
        ("the Internet of the Things (IT)", [("it", "internet of the things")]),
        ("Open with Policy Agent (OPA)", []),
        ("(OPA) and Open Policy Agent (OPA)", [("opa", "open policy agent")]),
        ("Agent (A)", []),
        ("a talk (in English)", []),
        ("some Other Words (OPA)", []),
        ("()", []),
    ],
)
def test_abbreviations_are_learnt(passage: str, found: list[tuple[str, str]]):
    """A long form is taken only if its initials are the abbreviation."""
    assert list(abbreviations(passage)) == found


def test_each_word_with_a_hyphen_tells_two_of_its_parts() -> None:
    """The first two that are words, whatever stands between this word and the next."""
    passage = "k8s-cloud-native\nstate-of-the-art\tco-locate"
    assert list(hyphened(passage)) == [("cloud", "native"), ("state", "of"), ("co", "locate")]


def test_hyphens_are_learnt():
    """Words with a hyphen tell their two halves."""
    assert list(hyphened("a multi-tenant, Auto-Scaling cluster - x")) == [
        ("multi", "tenant"), ("auto", "scaling"),
    ]  # fmt: skip


def test_a_letter_with_a_hyphen_is_half_a_word() -> None:
    """People write e-mail and CRI-O in one word too; two letters are no word."""
    assert list(hyphened("e-mail, CRI-O, x-y")) == [("e", "mail"), ("cri", "o")]


@given(st.text(alphabet="aZz é’'-_.ßØ9…–“ñ\n", max_size=60))
def test_fast_words_are_the_words(passage: str):
    """The fast way to cut a passage into words gives the same words."""
    assert words(passage) == plain_words(passage)


@given(st.text(max_size=200))
def test_no_passage_raises(passage: str):
    """Any text can be learnt from."""
    list(abbreviations(passage))
    list(hyphened(passage))
    assert all(isinstance(stem(word), str) for word in words(passage))
