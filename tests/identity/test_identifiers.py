"""Ids and slugs: every talk has its own, and whatever else there is changes none."""

from __future__ import annotations

from talkctl.identity.identifiers import identifiers
from talkctl.identity.past import Past
from talkctl.identity.talks import Group
from talkctl.model import EventName
from talkctl.record import Credit, Record

HERON, OTTER = EventName("heroncon-2018", "HeronCon 2018"), EventName("otterconf", "OtterConf")
TALK = Record("a.xml", "schedule-xml", 1, 1, "Queues at sea", "Queues at sea",
              speakers=(Credit("Aroha Brightwater"),))  # fmt: skip


def group(record: Record, event: EventName | None = HERON, member: int = 0) -> Group:
    return Group([record], event, [member])


def ids(*groups: Group) -> list[str]:
    return identifiers(groups, [], Past())[0]


def test_an_id_follows_from_title_and_first_person() -> None:
    """Event, day and further people do not count, nor does how any of it is spelt."""
    (one,) = ids(group(TALK))
    assert ids(group(TALK, OTTER)) == ids(group(TALK, None)) == [one]
    assert ids(group(TALK._replace(title="QUEUES, at Sea!", date="2018-05-02"))) == [one]
    both = (Credit("Aroha  Brightwater"), Credit("Bo Ek"))
    assert ids(group(TALK._replace(speakers=both))) == [one]
    assert ids(group(TALK._replace(speakers=both[::-1]))) != [one]
    assert ids(group(TALK._replace(title="Queues"))) != [one]


def test_a_break_and_what_nobody_gives_take_event_and_time() -> None:
    """There is a lunch every day."""
    for slot in (TALK._replace(kind="break"), TALK._replace(speakers=())):
        found = ids(
            group(slot), group(slot, OTTER), group(slot._replace(date="2018-05-02")),
            group(slot._replace(date="2018-05-02", start="12:00")),
        )  # fmt: skip
        assert len(set(found)) == 4
        assert found[0] == ids(group(slot))[0]
        assert found[3] == ids(group(slot._replace(date="2018-05-02", start="12:00")))[0]


def test_talks_that_share_all_of_it_are_told_apart_by_event_then_by_order() -> None:
    """The first keeps what it would have alone; slugs say the event before they count."""
    groups = [
        group(TALK),
        group(TALK, OTTER),
        group(TALK, OTTER),
        group(TALK, None),
        group(TALK, None),
    ]
    found, slugs = identifiers(groups, [], Past())
    assert len(set(found)) == 5
    assert found[0] == ids(group(TALK))[0]
    assert found[:2] == ids(*groups[:2])
    assert slugs == [
        "queues-at-sea", "queues-at-sea-otterconf", "queues-at-sea-otterconf-2",
        "queues-at-sea-2", "queues-at-sea-3",
    ]  # fmt: skip


def test_what_was_there_before_keeps_id_and_slug() -> None:
    """Before anything new may take either."""
    keys = [("new.xml", "1", 0), ("a.xml", "1", 0)]
    new, old = group(TALK, OTTER, 0), group(TALK, HERON, 1)
    alone = ids(old)[0]
    found, slugs = identifiers([new, old], keys, Past({keys[1]: alone}))
    assert (found[1], slugs[1]) == (alone, "queues-at-sea")
    assert found[0] != alone
    assert slugs[0] == "queues-at-sea-otterconf"


def test_a_talk_that_became_two_leaves_its_id_to_the_better_account() -> None:
    """Of two as good the one that was first; of two that became one the id that was first stays."""
    keys = [("n.md", "1", 0), ("a.xml", "1", 0), ("b.xml", "1", 0)]
    notes = TALK._replace(document="n.md", format="notes")
    past = Past(dict.fromkeys(keys, "old"))
    found, _ = identifiers(
        [group(notes, member=0), group(TALK, member=1), group(TALK, member=2)], keys, past
    )
    assert found[1] == "old"
    assert "old" not in (found[0], found[2])
    joined = Group([TALK, TALK], HERON, [1, 2])
    assert identifiers([joined], keys, Past({keys[2]: "first", keys[1]: "second"}))[0] == ["first"]
