"""A newer export of a document is compared with the one before, talk by talk."""

from __future__ import annotations

from talkctl.intake.changes import compare
from talkctl.record import Credit, Document, Record


def record(title: str, **more: object) -> Record:
    return Record("p.xml", "schedule-xml", 1, 2, title, title)._replace(**more)  # type: ignore[arg-type]


def document(*records: Record) -> Document:
    return Document("p.xml", "schedule-xml", "d", 9, records)


def kinds(before: list[Record], after: list[Record]) -> list[tuple[str, str]]:
    found = compare(document(*before), document(*after)).changes
    return [(change.kind, change.title) for change in found]


def test_the_same_talks_elsewhere_in_the_file_are_no_change() -> None:
    """Line numbers are not what a programme says."""
    one = record("One", uid="1")
    assert kinds([one], [one._replace(first_line=7, last_line=9)]) == []


def test_each_kind_of_change_is_called_by_its_name() -> None:
    """Moved, renamed, cancelled, restored, reworded, added, vanished."""
    talk = record("One", uid="1", start="2024-02-03T10:00:00+01:00", room="A")
    assert kinds([talk], [talk._replace(room="B")]) == [("moved", "One")]
    assert kinds([talk], [talk._replace(title="Two")]) == [("renamed", "Two")]
    assert kinds([talk], [talk._replace(status="cancelled")]) == [("cancelled", "One")]
    assert kinds([talk._replace(status="cancelled")], [talk]) == [("restored", "One")]
    assert kinds([talk], [talk._replace(abstract="More.")]) == [("reworded", "One")]
    assert kinds([], [talk]) == [("added", "One")]
    assert kinds([talk], []) == [("vanished", "One")]


def test_what_moved_says_from_where_to_where() -> None:
    """Both times and rooms stand in the change."""
    talk = record("One", uid="1", start="2024-02-03T10:00:00+01:00", room="A")
    later = talk._replace(start="2024-02-03T11:00:00+01:00")
    (change,) = compare(document(talk), document(later)).changes
    assert (change.before, change.after) == ("2024-02-03 10:00, A", "2024-02-03 11:00, A")
    bare = talk._replace(start=None, room=None)
    (change,) = compare(document(bare), document(bare._replace(date="2024-02-03"))).changes
    assert (change.before, change.after) == (None, "2024-02-03")


def test_one_who_is_known_by_hour_and_room_may_change_title_and_people() -> None:
    """Without people and without an identifier; half a place is none."""
    at = {"start": "10:00", "room": "A", "date": "2024-02-03"}
    before = record("Old", **at)
    assert kinds([before], [record("New", **at)]) == [("renamed", "New")]
    for other in (at | {"room": "B"}, at | {"start": "11:00"}, at | {"date": "2024-02-04"}):
        assert kinds([before], [record("New", **other)]) == [("added", "New"), ("vanished", "Old")]
    roomless = record("Old", start="10:00")
    assert kinds([roomless], [record("New", start="10:00")]) == [
        ("added", "New"),
        ("vanished", "Old"),
    ]
    named = record("New", uid="9", **at)
    assert kinds([before], [named]) == [("added", "New"), ("vanished", "Old")]


def test_without_identifiers_a_talk_keeps_its_people_through_a_new_title() -> None:
    """So its id stays; the comparison says which record it was before."""
    ann = (Credit("Ann Lee"),)
    before, after = record("Old", speakers=ann), record("New", speakers=ann)
    comparison = compare(document(before), document(after))
    assert [change.kind for change in comparison.changes] == ["renamed"]
    assert comparison.renamed == {("p.xml", "new", 0): ("p.xml", "old", 0)}


def test_two_talks_of_one_person_are_not_mistaken_for_one_another() -> None:
    """Where it is not clear which was renamed, one vanished and another came."""
    ann = (Credit("Ann Lee"),)
    before = [record("Old", speakers=ann), record("Older", speakers=ann)]
    assert sorted(kinds(before, [record("New", speakers=ann)])) == [
        ("added", "New"), ("vanished", "Old"), ("vanished", "Older")
    ]  # fmt: skip
