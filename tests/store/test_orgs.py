"""Who sends whom: one organisation under all its spellings."""

from __future__ import annotations

from pathlib import Path

from talkctl.store.orgs import billed, orgs
from tests.search.conftest import library_of

LIBRARY = (
    ("One", "talk", "beginner", 1, None, None, None, (("Ann A", "Treasure Data"), ("Bo B", "Hooli"))),
    ("Two", "talk", "beginner", 2, None, None, None, (("Ann A", "TreasureData, Inc."),)),
    ("Three", "talk", None, 2, None, None, None, (("Cy C", "Treasure Data"), ("Di D", None))),
)  # fmt: skip


def test_spellings_of_one_organisation_are_one_row(tmp_path: Path) -> None:
    """With the talks, people, events and levels of all of them."""
    with library_of(tmp_path, LIBRARY) as catalog:
        first, second = orgs(catalog)
        assert (first.name, first.aliases) == ("Treasure Data", ("TreasureData, Inc.",))
        assert (first.talks, first.certain) == ((1, 2, 3), 3)
        assert [(one.name, one.talks) for one in first.people] == [("Ann A", 2), ("Cy C", 1)]
        assert [one.talks for one in first.events] == [2, 1]
        assert first.levels == (("beginner", 2),)
        assert second.name == "Hooli"
        assert [one.name for one in orgs(catalog, [1])] == ["Hooli", "Treasure Data"]
        assert orgs(catalog, []) == []
        assert {one.org for one in billed(catalog, [3])} == {"Treasure Data", None}
