"""Which names are one event's, what is known of an event, and by what it is called."""

from __future__ import annotations

import pytest

from talkctl.identity.corrections import Corrections, EventFacts
from talkctl.identity.decisions import Decision
from talkctl.identity.eventnames import read_event_name, same_years, split_city
from talkctl.identity.events import Events, gather_events
from talkctl.identity.past import Past, record_keys
from talkctl.record import Credit, Occasion, Record
from tests.identity.told import documents

TALK = Record(
    "a.xml", "schedule-xml", 1, 1, "Queues at sea", "Queues at sea", event="HeronCon 2018",
    date="2018-05-02", speakers=(Credit("Aroha Brightwater"),),
)  # fmt: skip


def gathered(
    *records: Record,
    occasions: tuple[Occasion, ...] = (),
    corrections: tuple[EventFacts, ...] = (),
    decisions: tuple[Decision, ...] = (),
    past: Past | None = None,
) -> Events:
    told = documents(*records, occasions=occasions)
    every = [record for document in told for record in document.records]
    keys = [key for document in told for key in record_keys(document)]
    known = Corrections("corrections.toml", corrections)
    return gather_events(told, every, known, decisions, past, keys)


@pytest.mark.parametrize(
    ("name", "core", "year"),
    [
        ("FOSDEM 2013", "fosdem", 2013), ("fosdem-2013", "fosdem", 2013), ("FOSDEM'13", "fosdem", 2013),
        ("PyCon_98", "pycon", 1998), ("PyCon 90", "pycon", 1990), ("PyCon 89", "pycon89", None),
        ("PyCon 40", "pycon", 2040), ("PyCon 41", "pycon41", None), ("Route 66 Days", "route66days", None),
        ("'24", "24", None), ("The FOSDEM 2013 Videos", "fosdem", 2013), ("12th PyCon 2013", "pycon", 2013),
        ("PyCon IL 2018", "pyconisrael", 2018), ("Il PyCon 2018", "ilpycon", 2018),
        ("PyCon DE & PyData 2018", "pyconpydata", 2018), ("IL 2018", "il", 2018),
        ("KubeCon NA 2017", "kubeconnorthamerica", 2017), ("NA KubeCon 2017", "northamericakubecon", 2017),
        ("Conference 2018", "conference", 2018), ("2017 to 2018", "to", 2018),
    ],
)  # fmt: skip
def test_a_name_has_a_core_and_a_year(name: str, core: str, year: int | None) -> None:
    """Without padding; a code of a country counts at the end, a year of two digits where it can be."""
    found = read_event_name(name)
    assert (found.core, found.year) == (core, year)


@pytest.mark.parametrize(
    ("name", "halves"),
    [
        ("KubeCon + CloudNativeCon Asia 2017", {"kubeconasia", "cloudnativeconasia"}),
        ("KCCNC Asia 2017", {"kubeconasia", "cloudnativeconasia"}),
        ("DevConf and OpsConf Europe", {"devconfeurope", "opsconfeurope"}),
        ("One Two Three and OpsConf", set()),
        ("DevConf and Ops Four Five Conf", set()),
        ("DevConf, OpsConf", set()),
        ("One + Two + Three", set()),
    ],
)  # fmt: skip
def test_a_double_name_has_two_halves(name: str, halves: set[str]) -> None:
    """Each with the region behind the second; what is longer or more is one name."""
    assert read_event_name(name).halves == halves


def test_a_city_stands_in_brackets_behind_the_year() -> None:
    """Other brackets are part of the name."""
    assert split_city("KubeCon 2017 (Austin)") == ("KubeCon 2017", "Austin")
    assert split_city("KubeCon (Austin)") == ("KubeCon (Austin)", None)


def test_years_contradict_only_where_both_are_known() -> None:
    """One that nobody names may be any."""
    assert same_years(2018, 2018)
    assert same_years(None, 2018)
    assert same_years(2018, None)
    assert not same_years(2018, 2019)


def test_a_name_is_one_of_those_it_fits_and_of_no_more() -> None:
    """Of an event in two cities it is the first one's; the other stays on its own."""
    names = ("HeronCon 2018 (Graz)", "HeronCon 2018 (Oslo)", "HeronCon 2018")
    for order in (names, names[::-1]):
        records = [TALK._replace(document=f"{n}.xml", event=name, title=name, raw_title=name)
                   for n, name in enumerate(order)]  # fmt: skip
        found = gathered(*records)
        assert len(found.events) == 2
        ids = {name: one.id for name, one in zip(order, found.of, strict=True) if one}
        assert ids[names[0]] != ids[names[1]]


def test_what_was_shown_years_later_is_another_event() -> None:
    """Where its name tells no year and nobody says when it was."""
    shown = TALK._replace(document="b.txt", format="archive", event="HeronCon", date=None,
                          title="Meshes", raw_title="Meshes", speakers=())  # fmt: skip
    for year, count in ((2018, 1), (2019, 1), (2020, 2), (2017, 2)):
        later = shown._replace(published=f"{year}-06-01")
        assert len(gathered(TALK, later).events) == count


def test_what_is_known_of_an_event_is_said_by_the_user_the_page_or_the_corrections() -> None:
    """In this order, field by field; days on which there are talks stretch it."""
    page = Occasion("HeronCon 2018", city="Oslo", start="2018-05-02", end="2018-05-03")
    facts = EventFacts("HeronCon 2018", 2018, city="Bergen", country="NO", timezone="Europe/Oslo",
                       start="2018-05-01", end="2018-05-02")  # fmt: skip
    (event,) = gathered(TALK, occasions=(page,), corrections=(facts,)).events
    assert (event.city, event.country, event.timezone) == ("Oslo", "NO", "Europe/Oslo")
    assert (event.start, event.end) == ("2018-05-02", "2018-05-03")
    (event,) = gathered(TALK, corrections=(facts,)).events
    assert (event.start, event.end) == ("2018-05-01", "2018-05-02")
    days = [
        TALK._replace(first_line=n, title=f"{n}", raw_title=f"{n}", date=f"2018-0{n}-01")
        for n in (4, 6)
    ]
    (event,) = gathered(*days, corrections=(facts,)).events
    assert (event.start, event.end) == ("2018-04-01", "2018-06-01")
    told = Decision("event", names=("HeronCon 2018",), facts=EventFacts("", city="Tromsø"))
    later = Decision("event", names=("HeronCon 2018",),
                     facts=EventFacts("", start="2018-05-05", country="SE"))  # fmt: skip
    (event,) = gathered(TALK, corrections=(facts,), decisions=(told, later)).events
    assert (event.city, event.country, event.start) == ("Tromsø", "SE", "2018-05-05")


def test_an_event_is_called_what_the_user_says() -> None:
    """Its id stays, and so do the names that pages give it, as other names."""
    before = gathered(TALK).events[0]
    names = ("Herons in May", "HeronCon 2018")
    named = Decision("event", names=names, facts=EventFacts("Herons in May", city="Oslo"))
    placed = Decision("event", names=names, facts=EventFacts("", city="Bergen"))
    found = gathered(TALK, decisions=(named, placed))
    (event,) = found.events
    assert (event.id, event.name, event.city) == (before.id, "Herons in May", "Bergen")
    assert event.aliases == (before.name,)
    assert found.of[0] == (event.id, "Herons in May")


def test_what_a_page_says_of_its_event_comes_before_corrections() -> None:
    """Country and zone too; days that it states hold also where no talk has one."""
    page = Occasion("HeronCon 2018", country="SE", timezone="Europe/Stockholm",
                    start="2018-05-01", end="2018-05-04T18:00")  # fmt: skip
    facts = EventFacts(
        "HeronCon 2018", 2018, country="NO", timezone="Europe/Oslo", end="2018-05-09"
    )
    for talk in (TALK, TALK._replace(date=None)):
        (event,) = gathered(talk, occasions=(page,), corrections=(facts,)).events
        assert (event.country, event.timezone) == ("SE", "Europe/Stockholm")
        assert (event.start, event.end) == ("2018-05-01", "2018-05-04")


def test_a_later_decision_adds_to_an_earlier_one() -> None:
    """Field by field, and what the later one says goes before."""
    first, second = (
        Decision("event", names=("HeronCon 2018",), facts=facts)
        for facts in (EventFacts("", start="2018-01-01", end="2018-01-09", city="Oslo"),
                      EventFacts("", start="2018-02-01", city="Graz"))
    )  # fmt: skip
    alias = Decision("alias", names=("HeronCon 2018",), facts=EventFacts("", country="XX"))
    (event,) = gathered(TALK, decisions=(first, second, alias)).events
    assert (event.start, event.end, event.city) == ("2018-02-01", "2018-01-09", "Graz")
    assert event.country is None


def test_where_the_page_differs_from_the_corrections_is_said() -> None:
    """Sessions before or after, and another city."""
    facts = EventFacts("HeronCon 2018", 2018, city="Bergen", start="2018-05-03", end="2018-05-04")
    early = TALK._replace(event="HeronCon 2018 (Oslo)")
    late = early._replace(first_line=2, title="x", raw_title="x", date="2018-05-06")
    assert gathered(early, late, corrections=(facts,)).overruled == (
        "HeronCon 2018: the page says Oslo, not Bergen",
        "HeronCon 2018: the page has sessions before 2018-05-03",
        "HeronCon 2018: the page has sessions after 2018-05-04",
    )
    within = TALK._replace(date="2018-05-03", event="HeronCon 2018 (Bergen)")
    assert gathered(within, corrections=(facts,)).overruled == ()
    nameless = EventFacts("HeronCon 2018", 2018, country="NO")
    assert gathered(early, late, corrections=(nameless,)).overruled == ()


def test_corrections_know_an_event_by_a_name_or_by_another() -> None:
    """By its own name first; one of another year is another event."""
    facts = (
        EventFacts("The Great Gathering of Birds", 2018, aliases=("HeronCon",), city="Oslo"),
        EventFacts("HeronCon 2018", 2018, city="Bergen"),
        EventFacts("HeronCon", 2019, city="Graz"),
    )
    assert [one.city for one in gathered(TALK, corrections=facts).events] == ["Bergen"]
    assert [one.city for one in gathered(TALK, corrections=facts[:1]).events] == ["Oslo"]
    assert [one.city for one in gathered(TALK, corrections=facts[2:]).events] == [None]


def test_an_event_has_every_name_with_whoever_gave_it() -> None:
    """But for the one it is shown by: the fullest, rather one written as titles are."""
    records = [TALK._replace(document=f"{n}.xml", event=name)
               for n, name in enumerate(("heroncon-2018", "HeronCon 2018", "HeronCon'18"))]  # fmt: skip
    facts = EventFacts("HeronCon 2018", 2018, aliases=("Herons",))
    said = Decision("event", names=("HeronCon 2018", "Birds"))
    found = gathered(*records, corrections=(facts,), decisions=(said,))
    (event,) = found.events
    assert (event.id, event.name) == ("heroncon-2018", "HeronCon 2018")
    assert {alias.name: alias.source for alias in found.aliases[event.id]} == {
        "heroncon-2018": "0.xml", "HeronCon'18": "2.xml", "Herons": "corrections.toml",
        "Birds": "your decision",
    }  # fmt: skip
    assert set(event.aliases) == {"heroncon-2018", "HeronCon'18", "Herons", "Birds"}


def test_an_event_has_an_id_of_its_own() -> None:
    """From its name and year, from the corrections, or with a number behind it."""
    (event,) = gathered(TALK._replace(event="HeronCon")).events
    assert event.id == "heroncon-2018"
    facts = EventFacts("HeronCon 2018", 2018, id="heron18")
    assert [one.id for one in gathered(TALK, corrections=(facts,)).events] == ["heron18"]
    other = TALK._replace(document="b.xml", event="OtterConf 2018")
    third = TALK._replace(document="c.xml", event="IbisConf 2018")
    same = [EventFacts(name, 2018, id="heron18") for name in ("OtterConf 2018", "IbisConf 2018")]
    found = gathered(TALK, other, third, corrections=(facts, *same)).events
    assert {one.id for one in found} == {"heron18", "heron18-2", "heron18-3"}


def test_an_event_keeps_the_id_that_it_had() -> None:
    """By its name, with its year or without, else where most of its records had one."""
    nameless = TALK._replace(event="HeronCon")
    for mark in ("heroncon 2018", "heroncon"):
        assert [one.id for one in gathered(nameless, past=Past(events={mark: "old"})).events] == [
            "old"
        ]
    records = [TALK._replace(first_line=n, uid=f"{n}", event="Otters 2018") for n in range(1, 5)]
    told = {("a.xml", f"{n}", 0): "old" for n in range(1, 4)}
    assert gathered(*records, past=Past(talk_events=told)).events[0].id == "old"
    del told["a.xml", "1", 0]
    assert gathered(*records, past=Past(talk_events=told)).events[0].id == "otters-2018"
    elsewhere = TALK._replace(document="b.xml")
    found = gathered(*records, elsewhere, past=Past(
        events={"heroncon 2018": "old"}, talk_events={("a.xml", f"{n}", 0): "old" for n in range(5)}
    ))  # fmt: skip
    assert sorted(one.id for one in found.events) == ["old", "otters-2018"]
