"""What filters can choose a talk by follows from its facts."""

from __future__ import annotations

from talkctl.model import Event, EventName, Link, Note, Talk
from talkctl.record import JoinedTalk, Record
from talkctl.store.facts import Facts, facets_of, of_talk

NOTHING = Facts(
    "talk", None, None, None, None, None, None, None, None, None, None, None, False, False, False,
    (), (), (),
)  # fmt: skip


def values(facts: Facts, *names: str) -> list[tuple[str, str]]:
    """The facets called *names* that a talk has, with their values as people write them."""
    return [(one.name, one.value) for one in facets_of(facts)[1] if one.name in names]


def test_each_thing_a_talk_has_is_a_facet_of_its_own() -> None:
    """And what it has not is none."""
    said = ("video", "slides", "notes", "abstract", "time", "transcript")
    assert values(NOTHING, "has") == []
    for name, facts in zip(said, (
        NOTHING._replace(links=("video",)), NOTHING._replace(links=("slides",)),
        NOTHING._replace(notes=True), NOTHING._replace(abstract=True),
        NOTHING._replace(local_start="10:00"), NOTHING._replace(transcript=True),
    ), strict=True):  # fmt: skip
        assert values(facts, "has") == [("has", name)]


def test_days_are_told_by_the_date_and_counted_from_the_first_of_the_event() -> None:
    """A number that the page states is believed."""
    facts = NOTHING._replace(date="2017-12-08", event_start="2017-12-06T09:00:00+01:00")
    names = ("year", "month", "date", "weekday", "day")
    assert values(facts, *names) == [
        ("year", "2017"), ("month", "2017-12"), ("date", "2017-12-08"), ("weekday", "friday"),
        ("day", "3"),
    ]  # fmt: skip
    assert values(facts._replace(day=7), "day") == [("day", "7")]
    assert values(facts._replace(event_start=None), "day") == []


def test_a_year_is_that_of_the_talk_of_its_event_or_of_the_name_of_that() -> None:
    """Whichever is known first."""
    event = NOTHING._replace(event_id="c", event_name="Conf 2018", event_start="2017-12-06")
    assert values(event._replace(date="2016-01-01"), "year") == [("year", "2016")]
    assert values(event, "year") == [("year", "2017")]
    assert values(event._replace(event_start=None), "year") == [("year", "2018")]
    assert values(event._replace(event_start=None, event_name="Conf"), "year") == []


def test_an_event_is_chosen_by_its_id_and_told_by_its_name() -> None:
    """A talk without one has no such facet; the clock is that of the instant."""
    (event,) = [one for one in facets_of(NOTHING._replace(event_id="c-1", event_name="Conf"))[1]
                if one.name == "event"]  # fmt: skip
    assert (event.key, event.value) == ("c1", "Conf")
    assert values(NOTHING._replace(event_id="c"), "event") == []
    instant = NOTHING._replace(start="2017-12-08T11:30:00+01:00", local_start="10:00")
    assert values(instant, "clock") == [("clock", "11:30")]


def test_a_talk_on_its_way_tells_what_it_has() -> None:
    """Links and notes stand in its records."""
    record = Record(
        "a", "notes", 1, 1, "x", "x", links=(Link("video", "v", "v"),), notes=(Note("n"),)
    )
    talk = Talk("id", "slug", "x", event=EventName("c", "Conf"), abstract="")
    facts = of_talk(JoinedTalk(talk, (record,), ((),)), Event("c", "Conf", start="2017-12-06"), {})
    assert (facts.links, facts.notes, facts.abstract) == ({"video"}, True, True)
    assert (facts.event_id, facts.event_name, facts.event_start) == ("c", "Conf", "2017-12-06")
