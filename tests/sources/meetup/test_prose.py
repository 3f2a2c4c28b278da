"""An invitation may tell of its talks in prose, without agenda and labels for them."""

from __future__ import annotations

import pytest

from talkctl.record import Record
from talkctl.sources.meetup import SOURCE


def _talks(told: str, agenda: str = "6:30 Doors open\n7:00 Talk\n8:00 Drinks\n") -> list[Record]:
    text = f"Knot Night\nHosted by Ann P.\nDetails\n{told}\n\nSchedule\n{agenda}"
    assert SOURCE.sniff(text)
    records = SOURCE.parse("page", text).records
    return [record for record in records if record.kind not in ("social", "break", "other")]


@pytest.mark.parametrize(
    ("told", "job", "org"),
    [
        ('First up is Jane Doe of Acme Ropes with "Deep Water".', None, "Acme Ropes"),
        (
            "Jane Doe, Engineer at Acme, will talk about “Deep Water”. It is deep.",
            "Engineer",
            "Acme",
        ),
        ('We welcome Jane Doe from Acme. Her talk, "Deep Water," is on ropes.', None, "Acme"),
        ("Jane Doe, die Knoten mag, zeigt „Deep Water“.", None, None),
        ("Danach zeigt uns Dr. Jane Doe von der Acme GmbH „Deep Water“.", None, "Acme GmbH"),
        ("Zuletzt Jane Doe „Deep Water“.", None, None),
        ('Jane Doe (Acme) presents "Deep Water", a talk.', None, "Acme"),
    ],
)
def test_a_title_in_quotation_marks_is_of_whoever_is_named_before(
    told: str, job: str | None, org: str | None
) -> None:
    """The slot called ``Talk`` says when it is; what is told of somebody right behind the name counts."""
    (talk,) = _talks(told)
    assert talk.title == "Deep Water"
    (person,) = talk.speakers
    assert (person.name.removeprefix("Dr. "), person.job, person.org) == ("Jane Doe", job, org)
    assert (talk.start, talk.abstract) == ("19:00", told)


def test_slots_named_by_given_names_say_when() -> None:
    """Then that of the agenda is enough to know that somebody is one."""
    told = (
        'First Jane Doe presents "Deep Water".\nThen Xuq Yarr, who ties, will present "High Seas".'
    )
    agenda = "6:30 Pizza\n7:00 Jane\n7:40 break\n7:50 Xuq\n"
    assert [(one.title, one.speakers[0].name, one.start) for one in _talks(told, agenda)] == [
        ("Deep Water", "Jane Doe", "19:00"), ("High Seas", "Xuq Yarr", "19:50"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        'Jane Doe says: we are back, with pizza. The theme is called "Deep Water".',
        'We read a book by Jane Doe called "Deep Water".',
        'Jane Doe and John Roe met us. Our host presents "Deep Water".',
        'Jane Doe presents "Splices".',
        'Jane Doe is our host. Her cat "Deep Water" will be there.',
        'Jane Doe is known for her talk "Deep Water".',
        'Red Moss will present "Deep Water".',
    ],
)
def test_what_is_quoted_otherwise_is_no_talk(told: str) -> None:
    """A theme, a book, a word, and what nobody surely gives."""
    assert not any(talk.speakers for talk in _talks(told))


def test_prose_is_not_asked_where_the_agenda_bills() -> None:
    """Then a quotation above it is no further talk."""
    told = 'After last month\'s Jane Doe with "Deep Water" we go on.'
    assert [talk.title for talk in _talks(told, "7:00 Ropes (John Roe, Acme)\n8:00 Drinks\n")] == [
        "Ropes"
    ]
