"""What talks are about: words and phrases that stand in more of them than in others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talkctl.errors import UsageError
from talkctl.search.furniture import is_furniture, makes_phrase
from talkctl.search.question import Filters
from talkctl.search.themes import themes
from talkctl.search.topics import topics
from talkctl.store.catalog import Catalog

from .conftest import library_of


def _talk(title: str, event: int, abstract: str, person: str) -> tuple:
    return (title, "talk", None, event, None, None, abstract, ((person, None),))


LIBRARY = (
    *(_talk(f"Service Meshes in {n} Minutes", 1, "We discuss a service mesh and challenges.", "Ann A")
      for n in ("Seven", "Eight", "Nine")),
    *(_talk(f"A Service Mesh for {n}", 1, "The mesh, and clusters to explore.", "Bo B")
      for n in ("Hooli", "Acme", "Initech")),
    *(_talk(f"Compilers of {n}", 2, "A compiler for clusters; we discuss challenges.", "Cy C")
      for n in ("Lisbon", "Oslo", "Quito", "Perth", "Tunis", "Lima")),
    ("Mesh Coffee", "break", None, 2, None, None, "Mesh.", ()),
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """Two events, one about meshes and one about compilers."""
    with library_of(tmp_path_factory.mktemp("topics"), LIBRARY) as catalog:
        yield catalog


def test_an_event_is_about_what_others_are_not(library: Catalog) -> None:
    """One row for a phrase and its plural, with exact numbers; breaks are not counted."""
    found = topics(library, Filters(event=("kubecon-na-2017",)))
    assert (found.talks, found.elsewhere) == (6, 6)
    first = found.topics[0]
    assert (first.name.casefold(), first.talks, first.elsewhere) == ("service mesh", 6, 0)
    assert "compiler" not in {one.name.casefold() for one in found.topics}


def test_examples_are_talks_of_the_selection(library: Catalog) -> None:
    """Three ids at most, those first that name the topic in the title."""
    first = topics(library, Filters(event=("nodeconf-2016",))).topics[0]
    assert first.name.casefold() in ("compiler", "compilers")
    assert len(first.examples) == len(first.titles) == 3
    assert all(title.startswith("Compilers") for title in first.titles)


def test_furniture_is_no_topic(library: Catalog) -> None:
    """What any talk may be announced with stands in no list."""
    for filters in (Filters(), Filters(event=("kubecon-na-2017",))):
        names = {one.name.casefold() for one in topics(library, filters, 0).topics}
        assert names.isdisjoint({"discuss", "challenges", "explore", "minutes", "we"})


def test_without_a_selection_most_talks_come_first(library: Catalog) -> None:
    """There is nothing to compare with, so the numbers of talks are the order."""
    found = topics(library, None, 0)
    counts = [one.talks for one in found.topics]
    assert counts == sorted(counts, reverse=True)
    assert found.elsewhere == 0
    assert {one.elsewhere for one in found.topics} == {0}


def test_a_selection_that_nothing_meets_is_an_error(library: Catalog) -> None:
    """As everywhere; the nearest values are named."""
    with pytest.raises(UsageError):
        topics(library, Filters(event=("zzzz",)))


def test_the_same_topics_each_time(library: Catalog) -> None:
    """No order depends on chance."""
    assert topics(library, None, 0) == topics(library, None, 0)


def test_somebody_returns_to_what_several_talks_are_about(library: Catalog) -> None:
    """One talk alone returns to nothing, and nobody returns to their own name."""
    talks = library.talks([1, 2, 3])
    assert "service mesh" in {name.casefold() for name in themes(library.lookup, talks)}
    assert themes(library.lookup, talks[:1]) == ()
    assert "Ann" not in themes(library.lookup, talks)


@pytest.mark.parametrize("word", ["discussing", "challenges", "2017", "we", "explored", "x"])
def test_furniture_in_any_form(word: str) -> None:
    """Small words, numbers and the verbs of announcements, whatever their ending."""
    assert is_furniture(word)


def test_a_phrase_has_a_word_that_tells() -> None:
    """``service mesh`` is one although services are everywhere; ``discuss mesh`` is none."""
    assert makes_phrase("service", "mesh")
    assert makes_phrase("mesh", "proxy")
    assert not makes_phrase("we", "discuss")
    assert not makes_phrase("discuss", "mesh")
