"""What a library knows of its talks and people when it is drawn up anew."""

from __future__ import annotations

from pathlib import Path

from talkctl.identity import assemble
from talkctl.intake.joining import join
from talkctl.intake.kept import known_as, past_of
from talkctl.intake.mending import merge_people
from talkctl.record import Credit, Record
from talkctl.store.build import write_library
from talkctl.store.shelf import Known, shelved
from talkctl.store.writing import writing
from tests.identity.told import documents


def test_who_stands_on_a_talk_under_two_names_is_known_by_both(tmp_path: Path) -> None:
    """Also beside somebody whose name is more like one of the two."""
    path = tmp_path / "library.db"
    write_library(path, assemble([]))
    names = ("Jörg Mueller", "John Smith", "Jörg Smith")
    trio = Record("a.txt", "sched", 1, 1, "A trio", "A trio", event="Gala 2016",
                  speakers=tuple(map(Credit, names)))  # fmt: skip
    with writing(path) as db:
        join(db, documents(trio), "2026-01-01T00:00:00+00:00")
        merge_people(db, ["jorg-mueller", "john-smith"], "they are one")
        people = past_of(shelved(db)).people
    assert [people[("a.txt", "a trio", 0), name] for name in names] == [
        "jorg-mueller", "jorg-mueller", "jorg-smith",
    ]  # fmt: skip


def test_who_is_billed_by_a_name_is_meant_rather_than_who_is_called_so_elsewhere() -> None:
    """And nobody by a name that nobody has."""
    one = Known("ann-lee", "Ann Lee", "Ann Lee", ("A. Lee", "Ann B. Lee"), 1, True)
    other = Known("ada-lee", "A. Lee", "Ada Lee", (), 2, True)
    found = [known_as(name, (one, other)) for name in ("A. Lee", "Ann B. Lee", "Ada Lee", "Bo Ek")]
    assert found == [other, one, other, None]
