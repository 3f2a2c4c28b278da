"""Which files are newer exports of documents that the library knows."""

from __future__ import annotations

from talkctl.intake.plan import plan
from talkctl.record import Document, Record


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


def test_half_of_the_talks_are_enough_and_less_is_not() -> None:
    """Of the larger of the two; of a file of the same name one talk is enough, none is not."""
    old = document("s.xml", *"ABCD")
    for name, titles, before in (
        ("new.xml", "ABXY", old), ("new.xml", "AWXY", None), ("new.xml", "ABUVWX", None),
        ("s.xml", "AWXY", old), ("s.xml", "VWXY", None),
    ):  # fmt: skip
        assert plan([document(name, *titles)], [old])[0].before == before, (name, titles)


def test_other_days_make_another_document_of_another_name() -> None:
    """Under its own name a programme may have been put off as a whole; the same bytes are the same."""
    old = document("s.xml", "A", "B")
    late = document("t.xml", "A", "B", digest="2")
    both = [
        one._replace(records=tuple(record._replace(date=day) for record in one.records))
        for one, day in ((old, "2024-02-03"), (late, "2024-03-03"))
    ]
    assert plan([both[1]], [both[0]])[0].before is None
    assert plan([late], [both[0]])[0].before == both[0]
    longer = both[0]._replace(name="t.xml", digest="3")
    assert plan([longer], [both[0]])[0].before == both[0]
    assert plan([both[1]._replace(name="s.xml")], [both[0]])[0].before == both[0]
    assert plan([both[1]._replace(digest=old.digest)], [both[0]])[0].before == both[0]


def test_talks_that_name_no_event_say_nothing_of_it() -> None:
    """An event that only one of two files names does not keep them apart."""
    old, new = document("s.xml", "A", "B"), document("t.xml", "A", "B", digest="2")
    nameless = new._replace(records=tuple(one._replace(event=None) for one in new.records))
    assert plan([nameless], [old])[0].before == old
    partly = new._replace(records=(new.records[0]._replace(event="Conf 2023"), nameless.records[1]))
    half = old._replace(records=(old.records[0]._replace(event=None), old.records[1]))
    assert plan([partly], [half])[0].before is None


def test_a_file_that_says_nothing_new_is_unchanged() -> None:
    """Whatever its bytes are."""
    old, new = document("s.xml", "A", digest="1"), document("s.xml", "A", digest="2")
    (planned,) = plan([new], [old])
    assert planned.unchanged
    assert not plan([document("s.xml", "A", "B")], [old])[0].unchanged
    assert not plan([new], [])[0].unchanged


def test_two_files_of_one_batch_are_told_apart() -> None:
    """They get names of their own."""
    one, other = document("s.xml", "A"), document("s.xml", "B", event="Other 2024")
    assert [planned.document.name for planned in plan([one, other], [])] == ["s.xml", "s-2.xml"]
