"""What the user decided holds, whatever the rules say, and the later word wins."""

from __future__ import annotations

from talkctl.identity.corrections import EventFacts
from talkctl.identity.decisions import Anchor, Decision
from talkctl.identity.past import record_mark
from talkctl.record import Credit, Record
from tests.identity.told import joined, talks

ONE = Record(
    "a.xml", "schedule-xml", 1, 1, "Queues at sea", "Queues at sea", event="HeronCon 2018",
    date="2018-05-01", speakers=(Credit("Aroha Brightwater", org="Acme"),),
)  # fmt: skip
TWO = ONE._replace(document="b.txt", format="archive")
OTHER = ONE._replace(document="c.txt", format="archive", raw_title="Kernels", title="Kernels")


def _anchor(record: Record, person: str | None = None) -> Anchor:
    return Anchor(record.document, record_mark(record), person)


def _count(*records: Record, decisions: tuple[Decision, ...] = ()) -> int:
    return len(talks(joined(*records, decisions=decisions)))


def test_records_are_one_talk_if_the_user_says_so() -> None:
    """Or are not."""
    same = Decision("same-talk", (_anchor(ONE), _anchor(OTHER)))
    different = Decision("different-talk", (_anchor(ONE), _anchor(TWO)))
    assert _count(ONE, TWO, OTHER) == 2
    assert _count(ONE, OTHER, decisions=(same,)) == 1
    assert _count(ONE, TWO, decisions=(different,)) == 2
    backwards = Decision("different-talk", different.subjects[::-1])
    assert _count(ONE, TWO, decisions=(backwards,)) == 2


def test_the_later_decision_wins() -> None:
    """Also where it contradicts an earlier one by way of a third record."""
    same = Decision("same-talk", (_anchor(ONE), _anchor(TWO)))
    different = Decision("different-talk", (_anchor(ONE), _anchor(TWO)))
    assert _count(ONE, TWO, decisions=(same, different)) == 2
    assert _count(ONE, TWO, decisions=(different, same)) == 1
    all_one = Decision("same-talk", (_anchor(ONE), _anchor(OTHER), _anchor(TWO)))
    assert _count(ONE, TWO, OTHER, decisions=(all_one, different)) == 2


def test_people_are_one_or_two_if_the_user_says_so() -> None:
    """And may be given other names, which they are then found by."""
    beard = ONE._replace(
        document="d.txt", title="Meshes", raw_title="Meshes", speakers=(Credit("Redbeard"),)
    )
    anchors = _anchor(ONE, "Aroha Brightwater"), _anchor(beard, "Redbeard")
    same, alias = Decision("same-person", anchors), Decision("alias", anchors[:1], ("Redbeard",))
    for decision in (same, alias):
        catalogue = joined(ONE, beard, decisions=(decision,))
        (person,) = catalogue.people
        assert (person.name, person.aliases) == ("Aroha Brightwater", ("Redbeard",))
        assert len(talks(catalogue)) == 2
    unheard = Decision("alias", anchors[:1], ("Captain", "The Captain"))
    (person,) = joined(ONE, decisions=(unheard,)).people
    assert person.aliases == ("Captain", "The Captain")
    apart = Decision("different-person", (anchors[0], _anchor(OTHER, "Aroha Brightwater")))
    people = joined(ONE, OTHER, decisions=(apart,)).people
    assert sorted(person.id for person in people) == ["aroha-brightwater", "aroha-brightwater-2"]


def test_names_of_an_event_and_what_is_known_of_it() -> None:
    """What the user says of an event goes before what documents say."""
    elsewhere = TWO._replace(event="The Birds’ Gathering")
    names = Decision(
        "event", names=("HeronCon 2018", "The Birds’ Gathering"), facts=EventFacts("", city="Oslo")
    )
    (event,) = joined(ONE, elsewhere, decisions=(names,)).events
    assert (event.name, event.city) == ("The Birds’ Gathering", "Oslo")
    assert {event.name, *event.aliases} == {"HeronCon 2018", "The Birds’ Gathering"}


def test_a_decision_about_what_is_gone_does_nothing() -> None:
    """Neither harm nor an error."""
    gone = Decision("same-talk", (Anchor("gone.txt", "x"), _anchor(ONE)))
    assert _count(ONE, OTHER, decisions=(gone,)) == 2
