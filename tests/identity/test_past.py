"""Ids never die."""

from __future__ import annotations

from talkctl.identity.decisions import Decision
from talkctl.identity.past import event_mark, forwards, past_of, record_keys
from talkctl.record import Bio, Credit, Record
from tests.identity.told import documents, joined, talks

ONE = Record(
    "a.xml", "schedule-xml", 1, 1, "Queues at sea", "Queues at sea", event="HeronCon 2018",
    date="2018-05-01", speakers=(Credit("Aroha Brightwater"),), uid="17",
)  # fmt: skip
TWO = ONE._replace(document="b.txt", format="archive", uid=None, title="Meshes", raw_title="Meshes")


def test_equal_records_are_told_apart_by_their_order() -> None:
    """By id where there is one, else by the folded title as it stands."""
    again = TWO._replace(first_line=2, raw_title="MESHES")
    keys = [record_keys(document) for document in documents(ONE, TWO, again)]
    assert keys == [(("a.xml", "17", 0),), (("b.txt", "meshes", 0), ("b.txt", "meshes", 1))]
    signs = TWO._replace(raw_title=" ?! ")
    assert record_keys(documents(signs)[0]) == (("b.txt", "?!", 0),)


def test_a_talk_keeps_its_id_when_title_people_and_event_change() -> None:
    """And the person and the event keep theirs when they are renamed."""
    before = joined(ONE)
    changed = ONE._replace(
        title="Oceans of queues", event="HeronCon Nordic 2018", speakers=(Credit("Aroha Dunmore"),)
    )
    after = joined(changed, past=past_of(before))
    assert talks(after)[0].talk.id == talks(before)[0].talk.id
    assert [person.id for person in after.people] == ["aroha-brightwater"]
    assert [event.id for event in after.events] == ["heroncon-2018"]
    assert talks(after)[0].talk.title == "Oceans of queues"


def test_talks_that_become_one_keep_the_first_id_and_the_other_leads_there() -> None:
    """Nobody who kept the other id is lost."""
    past = past_of(joined(ONE, TWO))
    after = past_of(joined(ONE, TWO._replace(title="Queues at sea"), past=past))
    first, second = dict.fromkeys(past.talks.values())
    assert set(after.talks.values()) == {first}
    assert forwards(past.talks, after.talks) == {second: first}


def test_a_talk_that_becomes_two_keeps_its_id_once() -> None:
    """The other one gets an id of its own."""
    same = TWO._replace(title="Queues at sea", raw_title="Queues at sea", uid="9")
    past = past_of(joined(ONE, same))
    found = [
        one.talk.id
        for one in talks(joined(ONE, same._replace(title="Meshes", raw_title="Meshes"), past=past))
    ]
    assert len(set(found)) == 2
    assert set(past.talks.values()) < set(found)


def test_what_is_new_does_not_take_an_id_that_is_claimed() -> None:
    """Two people of one name: who was there first stays."""
    smith = (Credit("David Smith", org="Acme"),), (Credit("David Smith", org="Northwind"),)
    later = ONE._replace(speakers=smith[0], event="ZebraCon 2018")
    past = past_of(joined(later))
    earlier = TWO._replace(
        document="0.txt", speakers=smith[1], event="AardvarkCon 2011", date="2011-01-01"
    )
    after = joined(earlier, later, past=past)
    found = {one.talk.event.id: one.talk.speakers[0].id for one in talks(after) if one.talk.event}
    assert found == {"zebracon-2018": "david-smith", "aardvarkcon-2011": "david-smith-2"}


def test_a_slug_stays_with_its_talk_when_others_come_before_it() -> None:
    """As long as the title is the one it is made of."""
    later = ONE._replace(event="ZebraCon 2018")
    alone = joined(later)
    earlier = ONE._replace(document="0.txt", event="AardvarkCon 2011", date="2011-01-01")
    both = joined(earlier, later, past=past_of(alone))
    again = joined(earlier, later, past=past_of(both))
    for catalogue in (both, again):
        slugs = {one.talk.event.id: one.talk.slug for one in talks(catalogue) if one.talk.event}
        assert slugs == {
            "zebracon-2018": "queues-at-sea",
            "aardvarkcon-2011": "queues-at-sea-aardvarkcon-2011",
        }
    renamed = joined(later._replace(title="Queues ashore"), past=past_of(alone))
    assert talks(renamed)[0].talk.slug == "queues-ashore"


def test_what_is_known_from_before_is_told_of_every_record() -> None:
    """Of each its talk and event, each name it gives to somebody, and the event with its years."""
    bio = Bio("Bo Ek", "Bo is an engineer.")
    one = ONE._replace(speakers=(Credit("Aroha Brightwater"), Credit("Bo Ek")), bios=(bio,))
    catalogue = joined(one, TWO._replace(event=None, speakers=(Credit("A. Brightwater"),)))
    past = past_of(catalogue)
    ids = {record.document: told.talk.id for told in catalogue.talks for record in told.records}
    assert past.talks == {("a.xml", "17", 0): ids["a.xml"], ("b.txt", "meshes", 0): ids["b.txt"]}
    assert past.talk_events == {("a.xml", "17", 0): "heroncon-2018"}
    assert past.events == {"heroncon 2018": "heroncon-2018"}
    assert past.people[("a.xml", "17", 0), "Aroha Brightwater"] == "aroha-brightwater"
    assert past.people[("a.xml", "17", 0), "Bo Ek"] == "bo-ek"
    assert ("b.txt", "meshes", 0) in {record for record, _ in past.people}
    notes = ONE._replace(document="n.md", format="notes", uid=None, event=None)
    beside = past_of(joined(ONE, notes))
    assert len(set(beside.talks.values())) == 1
    assert set(beside.talk_events) == {("a.xml", "17", 0)}
    undated = past_of(joined(ONE._replace(event="HeronCon")))
    assert undated.events == {"heroncon 2018": "heroncon-2018"}
    assert past_of(joined(ONE._replace(event="HeronCon", date=None))).events == {
        "heroncon": "heroncon"
    }


def test_ids_that_nobody_took_over_lead_nowhere() -> None:
    """Nor do those that are alive."""
    one, two, three = ("a", "1", 0), ("a", "2", 0), ("a", "3", 0)
    before = {one: "kept", two: "merged", three: "gone"}
    assert forwards(before, {one: "kept", two: "kept"}) == {"merged": "kept"}


def test_the_year_stands_once_in_the_mark_of_an_event() -> None:
    """Whether the name says it or not."""
    assert event_mark("HeronCon 2018", 2018) == event_mark("HeronCon", 2018) == "heroncon 2018"


def test_an_event_that_comes_takes_no_id_from_another_of_its_name() -> None:
    """A series has one name for all its years, and for the one that nobody dates."""
    days = (None, "2017-03-01", "2018-03-01")
    series = [
        ONE._replace(first_line=n, uid=f"{n}", title=f"{n} oceans", raw_title=f"{n} oceans",
                     event="Heron Meetup", date=day)
        for n, day in enumerate(days)
    ]  # fmt: skip
    before = past_of(joined(*series))
    coming = series[1]._replace(document="0.xml", date="2016-03-01", title="Quite another thing")
    after = past_of(joined(coming, *series, past=before))
    assert after.talk_events.pop(("0.xml", "1", 0)) == "heron-meetup-2016"
    assert after.talk_events == before.talk_events


def test_what_was_taken_for_one_event_goes_apart_by_the_ids_it_had() -> None:
    """The id of two events that are told apart again stays where most of its talks are."""
    few = ONE._replace(document="0.xml", event="Otters 2018")
    many = [
        ONE._replace(first_line=n, uid=f"{n}", title=f"{n} oceans", raw_title=f"{n} oceans")
        for n in range(3)
    ]
    apart = past_of(joined(few, *many))
    said = [Decision("event", names=("Otters 2018", "HeronCon 2018"))]
    as_one = past_of(joined(few, *many, past=apart, decisions=said))
    assert set(as_one.talk_events.values()) == {"heroncon-2018"}
    assert past_of(joined(few, *many, past=as_one)).talk_events == apart.talk_events
