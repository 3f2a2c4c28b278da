"""Talks like one talk: which are, which never are, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkctl.errors import UsageError
from talkctl.search.question import Filters
from talkctl.search.related import related
from talkctl.search.series import Part, other_part, part
from talkctl.store.catalog import Catalog

from .conftest import library_of

FILLER = tuple(
    (f"{craft} for {place}", "talk", "beginner", 2, "2016-11-08", None,
     f"How {place} learned {craft} and what the team would do again.", ((f"Guest {n}", "Acme"),))
    for n, (craft, place) in enumerate(
        (craft, place)
        for craft in ("Weaving", "Pottery", "Baking", "Sailing", "Carving", "Gliding")
        for place in ("Lisbon", "Oslo", "Quito", "Perth", "Tunis")
    )
)  # fmt: skip

LIBRARY = (
    ("Envoy in a Service Mesh", "talk", "beginner", 1, None, None,
     "The Envoy proxy carries the traffic of a service mesh.", (("Ann Arbor", "Hooli"),)),
    ("Meshes of Services with Envoy", "talk", "advanced", 2, "2016-11-08", None,
     "Envoy proxies, and how a service mesh is watched.", (("Bo Derek", "Acme"),)),
    ("Gardening for Grown-ups", "talk", None, 2, "2016-11-08", None,
     "Compost and patience.", (("Ann Arbor", "Hooli"),)),
    ("Envoy in a Service Mesh", "talk", None, 1, None, None,
     "The Envoy proxy, told again.", (("Ann Arbor", "Hooli"),)),
    ("Envoy Proxy Coffee", "break", None, 1, None, None,
     "Service mesh, Envoy, proxy.", ()),
    ("Raft by Hand, Part 1", "tutorial", None, 2, "2016-11-08", None, "Logs.", (("Cy Young", None),)),
    ("Raft by Hand, Part 2", "tutorial", None, 2, "2016-11-09", None, "Votes.", (("Di Ana", None),)),
    ("Zymurgy", "talk", None, None, None, None, None, (("Ed Norton", None),)),
    *FILLER,
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """A library with a pair of talks on one thing, a series, a copy, a break and much else."""
    with library_of(tmp_path_factory.mktemp("related"), LIBRARY) as catalog:
        yield catalog


def told(library: Catalog, number: int, **asked: object) -> dict[str, str]:
    """The titles of what is related, with the reasons."""
    found = related(library, number, **asked)  # type: ignore[arg-type]
    return {one.hit.talk.title: one.reason for one in found.talks}


def test_talks_on_the_same_rare_things_are_related_and_say_which(library: Catalog) -> None:
    """Singular and plural are one, and a phrase stands whole in the reason."""
    reason = told(library, 1)["Meshes of Services with Envoy"]
    assert reason.startswith("both about ")
    assert "Envoy" in reason


def test_talks_of_the_same_person_are_related(library: Catalog) -> None:
    """Whatever they are about."""
    assert told(library, 1)["Gardening for Grown-ups"] == "also by Ann Arbor"


def test_the_talk_itself_and_its_copies_never_answer(library: Catalog) -> None:
    """Nor does what is no talk, however many words it shares."""
    titles = told(library, 1, limit=0)
    assert "Envoy in a Service Mesh" not in titles
    assert "Envoy Proxy Coffee" not in titles
    assert "Envoy Proxy Coffee" not in told(library, 1, filters=Filters(kind=("break",)))


def test_parts_of_one_whole_come_first(library: Catalog) -> None:
    """Other people may give them, and say nothing alike."""
    titles = told(library, 6)
    assert next(iter(titles)) == "Raft by Hand, Part 2"
    assert titles["Raft by Hand, Part 2"].startswith("part 2")


def test_nothing_is_like_what_shares_nothing(library: Catalog) -> None:
    """A talk of one unheard-of word has no kin, and one that is not there neither."""
    assert told(library, 8) == {}
    assert told(library, 9999) == {}


def test_filters_say_among_which(library: Catalog) -> None:
    """All that answer pass them; a value that nothing meets is a usage error."""
    there = related(library, 1, Filters(event=("nodeconf-2016",)))
    assert {one.hit.talk.event.id for one in there.talks if one.hit.talk.event} == {"nodeconf-2016"}
    assert "Meshes of Services with Envoy" not in told(
        library, 1, filters=Filters(level=("beginner",))
    )
    with pytest.raises(UsageError):
        related(library, 1, Filters(event=("zzzz",)))


def test_scores_fall_and_answers_are_the_same_each_time(library: Catalog) -> None:
    """From below 1 towards 0, at most as many as asked for."""
    scores = [one.hit.score for one in related(library, 9, limit=5).talks]
    assert scores == sorted(scores, reverse=True)
    assert 0 < len(scores) <= 5
    assert all(0 < score < 1 for score in scores)
    assert related(library, 9) == related(library, 9)


def test_a_large_library_is_asked_no_more_than_a_small_one(
    library: Catalog, large: Catalog
) -> None:
    """The number of questions does not grow with the talks, nor do whole texts of all come back."""

    def asked(catalog: Catalog) -> int:
        statements: list[str] = []
        catalog.db.set_trace_callback(statements.append)
        related(catalog, 1)
        catalog.db.set_trace_callback(None)
        return len(statements)

    assert asked(large) < asked(library) + 40


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Raft by Hand, Part 2", Part(("raft", "by", "hand"), 2)),
        ("Raft by Hand (2/3)", Part(("raft", "by", "hand"), 2)),
        ("Raft by Hand II", Part(("raft", "by", "hand"), 2)),
        ("Exam Session 4", Part(("exam",), 4)),
        ("Raft in 2017", Part(("raft", "in", "2017"), None)),
        ("", Part((), None)),
    ],
)
def test_titles_name_parts_in_many_ways(title: str, found: Part) -> None:
    """With a word, with a stroke, with Roman numbers; a year is none."""
    assert part(title) == found


def test_a_bare_number_takes_the_same_people() -> None:
    """What's new in version 8 and in version 9 are no series unless one person tells both."""
    one, other = part("News of Perl 5"), part("News of Perl 6")
    assert not other_part(one, other, same_people=False)
    assert other_part(one, other, same_people=True)


def test_a_damaged_talk_raises_nothing(tmp_path: Path) -> None:
    """Titles of nothing but signs, other scripts and endless words are talks like any other."""
    odd = (("((((", "talk", None, None, None, None, '"' * 50 + " OR NEAR( *", ()),
           ("漢字だけの題名", "talk", None, None, None, None, "漢字だけの説明", ()),
           ("x" * 5000, "talk", None, None, None, None, "y " * 5000, ()))  # fmt: skip
    with library_of(tmp_path, odd + LIBRARY) as catalog:
        for number in (1, 2, 3):
            assert isinstance(related(catalog, number).talks, tuple)


def test_talks_of_one_track_are_found_by_it_and_say_so(tmp_path: Path) -> None:
    """What nothing but the name of the track says is not told beside it."""
    tracked = "UPDATE talk SET track = 'Weaving & Pottery' WHERE number IN (9, 10, 14)"
    with library_of(tmp_path, LIBRARY, tracked) as library:
        reasons = told(library, 9, limit=0)
    assert reasons["Weaving for Oslo"].endswith("same track (Weaving & Pottery)")
    assert "pottery" not in reasons["Weaving for Oslo"].lower().partition("same track")[0]
    assert "same track" not in reasons["Weaving for Quito"]
