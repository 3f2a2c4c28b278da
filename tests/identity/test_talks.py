"""Which records are accounts of one talk, and which only look like it."""

from __future__ import annotations

import pytest

from talkctl.identity.talks import join_records
from talkctl.model import Credit, Record

ARCHIVE = Record(
    document="archive.txt",
    format="archive",
    first_line=1,
    last_line=9,
    raw_title="Kube-native Postgres [I] - Josh Berkus, RedHat",
    title="Kube-native Postgres",
    event="KubeCon 2017",
    speakers=(Credit("Josh Berkus", org="RedHat"),),
)
NOTES = ARCHIVE._replace(document="notes.md", format="notes", event=None, day=3)


def _count(*records: Record) -> int:
    return len(join_records(list(records)))


def test_notes_on_a_recorded_talk_are_the_same_talk() -> None:
    """Title and person agree, and nothing contradicts."""
    assert _count(ARCHIVE, NOTES) == 1


@pytest.mark.parametrize(
    "other",
    [
        NOTES._replace(title="kube-native  postgres"),
        NOTES._replace(title="Kube‑native “Postgres”"),
        NOTES._replace(speakers=(Credit("Josh Berkus"), Credit("Jane Doe"))),
        NOTES._replace(speakers=(Credit("josh berkus"),)),
    ],
    ids=["case and blanks", "quotes and hyphens", "one person more", "name in small letters"],
)
def test_spelling_does_not_make_another_talk(other: Record) -> None:
    """Case, quotes, hyphens and further people are no difference."""
    assert _count(ARCHIVE, other) == 1


@pytest.mark.parametrize(
    "other",
    [
        NOTES._replace(title="Kube-native MySQL"),
        NOTES._replace(speakers=(Credit("Jane Doe"),)),
        NOTES._replace(event="KubeCon 2018"),
        NOTES._replace(title="Kube-native Postgres 2"),
    ],
    ids=["another title", "another person", "another event", "another part"],
)
def test_what_contradicts_is_another_talk(other: Record) -> None:
    """Another title, person, event or part keeps records apart."""
    assert _count(ARCHIVE, other) == 2


def test_a_slip_in_a_long_title_by_the_same_person_is_forgiven() -> None:
    """One mistyped letter in sixty does not make another talk."""
    title = "Istio’s Mixer: Policy Enforcement with Custom Adapters"
    right = ARCHIVE._replace(title=title)
    assert _count(right, NOTES._replace(title=title.replace("Custom", "Costum"))) == 1


def test_two_keynotes_by_one_person_stay_two() -> None:
    """The same person, the same event, two titles: two talks."""
    first = ARCHIVE._replace(title="Red Hat: Making Containers Boring (again)")
    second = ARCHIVE._replace(title="What's Next? Getting Excited about Kubernetes in 2018")
    assert _count(first, second) == 2


def test_records_of_one_document_are_different_talks() -> None:
    """A page does not list one talk twice unless it says the very same of both."""
    again = ARCHIVE._replace(first_line=20, last_line=29, abstract="Another day, another room.")
    assert _count(ARCHIVE, again) == 2


def test_daily_lunches_stay_apart() -> None:
    """Breaks with one name on two days are two entries of the programme."""
    lunch = ARCHIVE._replace(
        title="Lunch", kind="break", speakers=(), start="2017-12-06T12:00:00-06:00"
    )
    next_day = lunch._replace(document="other.txt", start="2017-12-07T12:00:00-06:00")
    assert _count(lunch, next_day) == 2
