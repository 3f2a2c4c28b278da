"""How surely two records are one talk: what speaks for it, what against it, and how much."""

from __future__ import annotations

import pytest

from talkctl.identity.corrections import Corrections
from talkctl.identity.events import gather_events
from talkctl.identity.evidence import CERTAIN, LIKELY, Verdict, judge
from talkctl.identity.profiles import profiles_of
from talkctl.model import Link
from talkctl.record import Credit, Record
from tests.identity.told import documents

TITLE = "Debugging deep water pumps"
START = "2018-05-02T10:00:00+02:00"
ONE = Record(
    "a.xml", "schedule-xml", 1, 1, TITLE, TITLE, event="HeronCon 2018", date="2018-05-02",
    start=START, room="Aula", speakers=(Credit("Aroha Brightwater"),),
)  # fmt: skip
OTHER = ONE._replace(document="b.ics", format="icalendar", start=None, date=None, room=None)
NOBODY, SOMEBODY = (), (Credit("Bo Ek"),)


def titled(record: Record, title: str) -> Record:
    return record._replace(title=title, raw_title=title)


def judged(one: Record, other: Record) -> Verdict:
    """The verdict, which is the same from either side."""
    told = documents(one, other)
    records = [record for document in told for record in document.records]
    first, second = profiles_of(told, records, gather_events(told, records, Corrections()))
    assert judge(first, second) == judge(second, first)
    return judge(first, second)


def sure(one: Record, other: Record) -> str:
    """``certain``, ``likely`` or ``no``."""
    strength = judged(one, other).strength
    return "certain" if strength >= CERTAIN else "likely" if strength >= LIKELY else "no"


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (OTHER, "certain"),
        (OTHER._replace(event=None), "certain"),
        (OTHER._replace(speakers=NOBODY), "certain"),
        (OTHER._replace(speakers=NOBODY, event=None), "certain"),
        (OTHER._replace(speakers=SOMEBODY), "certain"),
        (OTHER._replace(speakers=SOMEBODY, date="2018-05-03"), "likely"),
        (OTHER._replace(speakers=SOMEBODY, start=START, date="2018-05-02"), "certain"),
        (OTHER._replace(speakers=SOMEBODY, event=None), "no"),
        (OTHER._replace(event="OtterConf 2018"), "no"),
        (OTHER._replace(date="2018-05-03"), "certain"),
    ],
    ids=[
        "person and event", "person", "event", "nothing else", "other people",
        "other people another day", "other people then",
        "other people somewhere", "another event", "another day",
    ],
)  # fmt: skip
def test_a_title_is_enough_with_a_person_or_an_event(other: Record, verdict: str) -> None:
    """Or alone where it says enough; other people make it doubtful, another event impossible."""
    assert sure(ONE, other) == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Pumps", {"speakers": NOBODY}, "certain"),
        ("Pumps", {"speakers": NOBODY, "event": None}, "likely"),
        ("Deep pumps", {"speakers": NOBODY, "event": None, "date": "2018-05-02"}, "certain"),
        ("Pumps", {"speakers": SOMEBODY, "date": "2018-05-02"}, "likely"),
        ("Lunch", {"speakers": NOBODY}, "likely"),
        ("Lunch", {"speakers": NOBODY, "date": "2018-05-02"}, "certain"),
        ("Lunch", {"speakers": NOBODY, "date": "2018-05-03"}, "no"),
        ("Lunch", {"speakers": NOBODY, "date": "2018-05-02", "start": START}, "certain"),
        ("Lunch", {"speakers": NOBODY, "date": "2018-05-02", "start": START.replace("10", "12")}, "likely"),
        ("Lunch", {"date": None}, "certain"),
        ("Lunch", {"speakers": SOMEBODY, "date": "2018-05-02", "start": START}, "no"),
        ("Lunch", {"speakers": NOBODY, "event": None, "date": "2018-05-02"}, "no"),
    ],
)  # fmt: skip
def test_a_title_that_says_little_needs_more(
    one: str, other: dict[str, object], verdict: str
) -> None:
    """One word takes the event; a slot of every day takes its day as well."""
    assert sure(titled(ONE, one), titled(OTHER._replace(**other), one)) == verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "other", "verdict"),
    [
        ("Debugging", {}, "no"),
        ("Debugging deep water pumps: a love story", {}, "certain"),
        ("Debugging deep water pumps: a love story", {"event": None}, "certain"),
        ("Debugging deep water pumps: a love story", {"speakers": NOBODY}, "certain"),
        ("Debugging deep water pumps: a love story", {"speakers": NOBODY, "date": "2018-05-03"}, "likely"),
        ("Debugging deep water pumps: a love story", {"speakers": SOMEBODY}, "no"),
        ("Debugging the water with deep pumps", {}, "certain"),
        ("Debugging the water with deep pumps", {"date": "2018-05-03"}, "likely"),
        ("Debugging the water with deep pumps", {"speakers": NOBODY}, "likely"),
        ("Debugging the water with deep pumps", {"event": None}, "likely"),
        ("Debugging and repairing deep sea pumps", {}, "likely"),
        ("Debugging water pumps", {}, "certain"),
        ("Debugging water pumps", {"date": "2018-05-03"}, "likely"),
        ("Debugging water pumps", {"event": None}, "likely"),
        ("A report from the sea", {"date": "2018-05-02"}, "no"),
        ("A report from the sea", {"date": "2018-05-02", "start": START}, "likely"),
        ("A report from the sea", {"date": "2018-05-02", "start": START, "room": "Aula"}, "certain"),
        ("A report from the sea", {"date": "2018-05-02", "start": "2018-05-02T08:00:00+00:00",
                                   "room": "Aula"}, "certain"),
        ("A report from the sea", {"date": "2018-05-02", "start": START, "room": "Aula",
                                   "speakers": SOMEBODY}, "no"),
        ("Water and pumps", {"date": "2018-05-02", "start": START, "room": "Aula",
                             "speakers": NOBODY}, "certain"),
        ("Water and pumps", {"date": "2018-05-02", "start": START, "speakers": NOBODY}, "likely"),
    ],
)  # fmt: skip
def test_another_title_needs_the_person_or_the_moment(
    title: str, other: dict[str, object], verdict: str
) -> None:
    """A subtitle more, a title alike, or none of it: what is enough depends on what is the same."""
    assert sure(ONE, titled(OTHER._replace(**other), title)) == verdict  # type: ignore[arg-type]


def test_one_id_one_recording_or_one_abstract_is_much() -> None:
    """An id alone is enough, a recording and an abstract with something beside them."""
    renamed = titled(OTHER, "A report from the sea")._replace(speakers=SOMEBODY)
    as_same = renamed._replace(format="schedule-xml", uid="17")
    assert sure(ONE._replace(uid="17"), as_same) == "certain"
    assert sure(ONE._replace(uid="17"), as_same._replace(format="sessionize")) == "no"
    links = (Link("video", "https://youtu.be/abcdefghijk", ""),)
    recorded = ONE._replace(links=links)
    assert sure(recorded, renamed._replace(links=links)) == "likely"
    assert sure(recorded, titled(OTHER, "A report")._replace(links=links)) == "certain"
    assert sure(recorded, titled(OTHER, "Deep water")._replace(links=links)) == "certain"
    named_by_id = titled(OTHER, "abcdefghijk")._replace(links=links, speakers=NOBODY)
    assert sure(recorded, named_by_id) == "certain"
    abstract = (
        "Pumps fail in the deep, and nobody hears them; we listened for a year and wrote it down."
    )
    told = ONE._replace(abstract=abstract)
    assert sure(told, renamed._replace(abstract=abstract)) == "likely"
    assert sure(told, renamed._replace(abstract=abstract, event=None)) == "no"
    mine = titled(OTHER, "Deep sounds")._replace(abstract=abstract)
    assert sure(told, mine) == "certain"
    assert sure(told, mine._replace(abstract="Pumps fail.")) == "no"


@pytest.mark.parametrize(
    ("given", "other", "verdict"),
    [
        ({}, {"published": "2018-06-01"}, "certain"),
        ({}, {"published": "2020-06-01"}, "certain"),
        ({}, {"published": "2021-06-01"}, "no"),
        ({}, {"published": "2018-04-30"}, "no"),
        ({}, {"date": "2018-05-02"}, "certain"),
        ({}, {"date": "2018-05-09"}, "no"),
        ({"date": None}, {"start": START}, "certain"),
    ],
)
def test_without_an_event_the_days_decide(
    given: dict[str, object], other: dict[str, object], verdict: str
) -> None:
    """Nothing is shown before it is given, nor is it likely years later; other days are other talks."""
    nowhere = OTHER._replace(event=None, **other)  # type: ignore[arg-type]
    assert sure(ONE._replace(**given), nowhere) == verdict  # type: ignore[arg-type]


def test_breaks_are_one_only_at_one_moment() -> None:
    """Whatever the two are called."""
    lunch = titled(ONE, "Lunch in the hall")._replace(kind="break", speakers=())
    assert sure(lunch, lunch._replace(document="c.xml")) == "certain"
    assert sure(lunch, lunch._replace(document="c.xml", start=None)) == "no"
    later = lunch._replace(document="c.xml", start=START.replace("10", "12"))
    assert sure(lunch, later) == "no"


def test_what_fits_better_is_surer() -> None:
    """The moment, the room, the title and the number of people tell candidates apart."""
    at, then = {"date": "2018-05-02"}, {"date": "2018-05-02", "start": START}
    both = (*ONE.speakers, Credit("Bo Ek"))
    rising = [
        OTHER._replace(date="2018-05-03"),
        OTHER._replace(**at, start=START.replace("10", "12")),  # type: ignore[arg-type]
        OTHER,
        OTHER._replace(**at),  # type: ignore[arg-type]
        OTHER._replace(**then),  # type: ignore[arg-type]
        OTHER._replace(**then, room="Aula"),  # type: ignore[arg-type]
    ]
    found = [judged(ONE, other).strength for other in rising]
    assert found == sorted(set(found))
    assert found[2] > judged(ONE, OTHER._replace(speakers=both)).strength
    assert found[2] > judged(ONE, titled(OTHER, "Debugging the deep water pump")).strength


def test_the_reason_is_said_in_words() -> None:
    """Why two records are taken for one talk, as ``doctor`` tells it."""
    assert judged(ONE, OTHER).reason == "the same title at one event"
    assert judged(ONE, OTHER._replace(event=None)).reason == "the same title by the same person"
    slip = titled(OTHER, "Debugging deep water pmups")
    assert judged(ONE, slip).reason == "a title with a slip at one event"
