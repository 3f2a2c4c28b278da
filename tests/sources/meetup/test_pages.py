"""What Meetup pages do besides: one-word titles, companies with dots, footnotes, code, marks."""

from __future__ import annotations

from talkctl.sources import recognise
from talkctl.sources.meetup import SOURCE


def test_a_title_of_one_word_heads_its_block() -> None:
    """Said again above a label, it opens what is told of the talk on the agenda."""
    text = (
        "Knot Night\nDetails\n• 6:30pm: Doors open\n• 7pm: Splices\n• 8pm: Ends\n\n"
        "Splices\nSpeaker: Jane Doe\nAbstract: Ropes, joined.\n\nEnds\nSpeaker: John Roe, Acme\n"
    )
    talks = [record for record in SOURCE.parse("page", text).records if record.speakers]
    assert [(talk.title, talk.speakers[0].name, talk.start) for talk in talks] == [
        ("Splices", "Jane Doe", "19:00"), ("Ends", "John Roe", "20:00"),
    ]  # fmt: skip


def test_a_company_may_end_in_a_dot() -> None:
    """The line below a title still bills people if a legal form ends it."""
    text = (
        "Knot Night\nDec 5, 2019, 6:30 – 9:00 PM (CET)\nAbout this event\n\n6:30 PM\nDoors\n"
        "7:00 PM\nSplices\nJane Doe, Engineer, Rope & Co.\nRopes, joined at last.\n"
    )
    talk = SOURCE.parse("page", text).records[-1]
    assert [(c.name, c.job, c.org) for c in talk.speakers] == [
        ("Jane Doe", "Engineer", "Rope & Co.")
    ]
    assert talk.abstract == "Ropes, joined at last."


def test_code_and_footnotes_stay_in_the_abstract() -> None:
    """A comment in some code is no heading, a footnote no agenda line, and marks are kept."""
    text = (
        "Knot Night\nDetails\n6:30pm: Doors open\n7:00pm: Splices (Jane Doe, Acme)\n"
        "Abstract: Ropes are *really* joined.\n# splice it\nsplice(a, b)\n[1] knots.example.org\n"
    )
    assert SOURCE.sniff(text)
    assert [record.title for record in SOURCE.parse("page", text).records] == [
        "Doors open",
        "Splices",
    ]
    abstract = SOURCE.parse("page", text).records[1].abstract
    assert abstract == (
        "Ropes are *really* joined.\n# splice it\nsplice(a, b)\n[1] knots.example.org"
    )


def test_a_byte_order_mark_is_no_part_of_the_name() -> None:
    """What an editor puts in front of a text says nothing."""
    text = "Knot Night\nDetails\n6:30pm: Doors open\n7:00pm: Splices (Jane Doe, Acme)\n"
    assert SOURCE.parse("page", f"\ufeff{text}") == SOURCE.parse("page", text)


def test_days_and_hours_make_no_programme_of_a_meetup() -> None:
    """A date with hours above an agenda is claimed by this format alone, and ``12:30 - 1:00`` ends
    at one in the afternoon."""
    text = (
        "Lunch & Knots\n\nDetails\nFriday, September 6, 2024 · 11:30 AM to 1:30 PM EDT\n\n"
        "11:45 - 12:15 Splices (Jane Doe, Acme)\n12:30 - 1:00 Bends (John Roe, Bolt)\n"
        "1:00 - 1:30 Q&A and coffee\n\nBIO: John Roe is a rigger at Bolt.\n"
    )
    assert recognise("page", text) is SOURCE
    records = SOURCE.parse("page", text).records
    assert [(one.kind, one.end) for one in records] == [
        ("talk", "2024-09-06T12:15:00-04:00"), ("talk", "2024-09-06T13:00:00-04:00"),
        ("other", "2024-09-06T13:30:00-04:00"),
    ]  # fmt: skip
    assert [bio.name for one in records for bio in one.bios] == ["John Roe"]


def test_a_title_may_end_in_the_date() -> None:
    """Where no line says when it is, what stands behind a comma of the title does."""
    text = (
        "Knot Night, maandag 3 juni 2024\nDetails\n19:00 Splices (Jane Doe, Acme)\n20:00 Borrel\n"
    )
    assert {record.date for record in SOURCE.parse("page", text).records} == {"2024-06-03"}
