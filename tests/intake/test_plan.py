"""Which files are newer exports of documents that the library knows."""

from __future__ import annotations

from talkctl.intake.plan import plan
from talkctl.model import Document, Record


def document(name: str, *titles: str, event: str = "Conf 2024", digest: str = "") -> Document:
    records = tuple(
        Record(name, "schedule-xml", n, n, title, title, event=event, uid=f"id:{title}")
        for n, title in enumerate(titles, 1)
    )
    return Document(name, "schedule-xml", digest or "".join(titles), 9, records)


def test_a_file_of_the_same_name_that_shares_talks_is_an_update() -> None:
    """It keeps the name."""
    old, new = document("s.xml", "A", "B"), document("s.xml", "B", "C")
    (planned,) = plan([new], [old])
    assert (planned.document.name, planned.before) == ("s.xml", old)


def test_the_same_name_for_another_event_is_another_document() -> None:
    """Everybody calls the file schedule.xml; the second one gets a number."""
    old, new = document("s.xml", "A"), document("s.xml", "A", event="Other 2024", digest="2")
    (planned,) = plan([new], [old])
    assert (planned.document.name, planned.before) == ("s-2.xml", None)
    assert {record.document for record in planned.document.records} == {"s-2.xml"}


def test_another_name_is_an_update_where_most_talks_are_the_same() -> None:
    """``schedule (1).xml`` takes the place of ``schedule.xml``."""
    old, new = document("s.xml", "A", "B", "C"), document("s (1).xml", "A", "B", "D")
    (planned,) = plan([new], [old])
    assert (planned.document.name, planned.before) == ("s.xml", old)


def test_a_part_of_a_programme_does_not_take_the_place_of_the_whole() -> None:
    """Else a list of one room would make all other talks vanish."""
    old, new = document("s.xml", *"ABCDEF"), document("room.xml", "A", "B")
    (planned,) = plan([new], [old])
    assert (planned.document.name, planned.before) == ("room.xml", None)


def test_a_file_that_says_nothing_new_is_unchanged() -> None:
    """Whatever its bytes are."""
    old, new = document("s.xml", "A", digest="1"), document("s.xml", "A", digest="2")
    (planned,) = plan([new], [old])
    assert planned.unchanged


def test_two_files_of_one_batch_are_told_apart() -> None:
    """They get names of their own."""
    one, other = document("s.xml", "A"), document("s.xml", "B", event="Other 2024")
    assert [planned.document.name for planned in plan([one, other], [])] == ["s.xml", "s-2.xml"]
