"""The open file of corrections: what it may say, and how it is refused."""

from __future__ import annotations

import pytest

from talkctl.errors import ImportRefused
from talkctl.identity import assemble, read_corrections
from talkctl.record import Document, Record

PAGE = Record(
    "page.txt", "sched", 1, 2, "A talk", "A talk", event="SomeConf 2020 (Berlin)", date="2020-05-04"
)


def _event(text: str, *records: Record):  # type: ignore[no-untyped-def]
    document = Document("page.txt", "sched", "", 2, records or (PAGE,))
    notes = Document("c.toml", "corrections", "", 1)
    return assemble([document, notes], read_corrections("c.toml", text))


def test_facts_fill_what_no_page_says() -> None:
    """Country, zone and dates come from the corrections, the city from the page."""
    (event,) = _event(
        '[[event]]\nname = "SomeConf 2020"\ncountry = "DE"\ntimezone = "Europe/Berlin"\n'
        'start = "2020-05-04"\nend = "2020-05-06"\n'
    ).events
    assert (event.name, event.city, event.country) == ("SomeConf 2020", "Berlin", "DE")
    assert (event.start, event.end) == ("2020-05-04", "2020-05-06")


def test_a_page_is_believed_and_the_difference_remarked_on() -> None:
    """Corrections never overrule a page in silence."""
    catalogue = _event('[[event]]\nname = "SomeConf 2020"\ncity = "Paris"\nend = "2020-05-01"\n')
    (event,) = catalogue.events
    assert (event.city, event.end) == ("Berlin", "2020-05-04")
    remarks = [remark.text for document in catalogue.documents for remark in document.remarks]
    assert remarks == [
        "SomeConf 2020: the page says Berlin, not Paris",
        "SomeConf 2020: the page has sessions after 2020-05-01",
    ]


def test_what_a_page_said_is_forgotten_with_it() -> None:
    """A remark that no page bears out any more does not stay on the corrections."""
    facts = '[[event]]\nname = "SomeConf 2020"\ncity = "Paris"\n'
    before = _event(facts).documents
    assert [len(document.remarks) for document in before if document.remarks] == [1]
    corrections = read_corrections("c.toml", facts)
    kept = [document._replace(records=()) for document in before]
    assert not any(document.remarks for document in assemble(kept, corrections).documents)


def test_an_event_of_another_year_is_left_alone() -> None:
    """Facts on the event of 2016 say nothing of the one of 2018."""
    later = PAGE._replace(event="SomeConf", date="2018-01-01")
    (event,) = _event('[[event]]\nname = "SomeConf"\nyear = 2016\ncity = "Oslo"\n', later).events
    assert event.city is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[event]\n", "not valid TOML"),
        ("[[evnt]]\nname = 'x'\n", r"there is no \[\[evnt\]\]"),
        ("[[event]]\ncity = 'x'\n", "needs a name"),
        ("[[event]]\nname = 'x'\nstart = 'soon'\n", "start of 'x' is no date: soon"),
        ("[[event]]\nname = 'x'\nzone = 'y'\n", "no key 'zone'"),
        ("[[event]]\nname = 'x'\nyear = '2016'\n", "must be a number"),
        ("[[person]]\nname = 'x'\naliases = 'y'\n", "must be a list"),
        ("[[person]]\nname = 'x'\naliases = ['y', 3]\n", "must be a list of texts"),
        ("[[event]]\nname = 'x'\ncity = 3\n", "must be text in quotes"),
        ("[[event]]\nname = 'x'\nyear = true\n", "must be a number"),
        ("[event]\nname = 'x'\n", r"write \[\[event\]\]"),
        ("event = [1]\n", r"write \[\[event\]\]"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    """The sentence names the file and what is wrong in it."""
    with pytest.raises(ImportRefused, match=rf"^c\.toml: .*{sentence}"):
        read_corrections("c.toml", text)
