"""Saved pages of every kind are read as a careful person reads them.

Beside each page in ``samples/html`` stands that reading: records, remarks, occasions.
"""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.model import KINDS
from talkctl.record import Record, Remark
from talkctl.sources import recognise
from talkctl.sources.html import SOURCE
from talkctl.sources.source import Reading, lines_of

from .reading import hold, sample_text, unplaced

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples" / "html").glob("*.html"))
every_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)


def _linked(*things: Any, body: str = "") -> Reading:
    data = json.dumps(list(things) if len(things) > 1 else things[0])
    script = f'<script type="application/ld+json">\n{data}\n</script>'
    return SOURCE.parse("x.html", f"<!doctype html><head>{script}</head><body>{body}</body>")


def _event(**told: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "Event", "name": "Knots", **told}


@every_sample
def test_every_page_is_read_as_a_person_reads_it(path: Path, regenerate: bool) -> None:
    """Records, remarks and occasions come out as the reading beside the page has them."""
    hold(path, SOURCE.parse(path.name, sample_text(path)), regenerate)


@every_sample
def test_each_page_is_claimed_by_this_source_alone(path: Path) -> None:
    """Recognition goes by content."""
    assert recognise(path.name, sample_text(path)).name == "html"


@every_sample
def test_no_line_of_a_page_gets_lost(path: Path) -> None:
    """Each line is in a talk, in the page's furniture or in a remark."""
    text = sample_text(path)
    assert unplaced(text, SOURCE.parse(path.name, text)) == []


@every_sample
def test_titles_stand_on_the_lines_that_records_name(path: Path) -> None:
    """The first words of a title are found between the first and the last line of its record."""
    text = sample_text(path)
    lines = [line.text for line in lines_of(text)]
    for record in SOURCE.parse(path.name, text).records:
        own = " ".join(lines[record.first_line - 1 : record.last_line])
        assert record.title.split()[0].strip("“”") in own


@every_sample
def test_line_ends_change_nothing(path: Path) -> None:
    """CRLF is read as LF is."""
    text = sample_text(path)
    crlf = SOURCE.parse(path.name, text.replace("\n", "\r\n"))
    assert crlf.records == SOURCE.parse(path.name, text).records


@pytest.mark.parametrize("name", ["list-12h.txt", "types-and-tags.txt"])
def test_a_programme_wrapped_in_tags_is_the_same_programme(name: str) -> None:
    """A paragraph for each block of lines leaves the talks of a Sched page what they are."""
    from talkctl.sources import sched

    text = sample_text(HERE / "samples" / "sched" / name)
    lines = [f"<p>{line.strip()}</p>" if line.strip() else "" for line in text.split("\n")]
    page = SOURCE.parse("x.html", "<!doctype html><body>\n" + "\n".join(lines) + "</body>")
    assert [record.title for record in page.records] == [
        record.title for record in sched.SOURCE.parse("x.txt", text).records
    ]


def test_an_event_with_a_performer_is_a_talk() -> None:
    """Name, hours, room, people, page and state are taken from the words of schema.org."""
    record = _linked(
        _event(
            startDate="2024-05-06T09:00:00+02:00",
            endDate="2024-05-06T09:45:00+02:00",
            location={"@type": "Place", "name": "Main Hall"},
            performer={"@type": "Person", "name": "Imke Stahl"},
            superEvent={"@type": "Event", "name": "Tidal Conf 2024"},
            eventStatus="http://schema.org/EventCancelled",
            url="https://tidal.example/knots",
        )
    ).records[0]
    assert record.event == "Tidal Conf 2024"
    assert [one.name for one in record.speakers] == ["Imke Stahl"]
    assert (record.room, record.duration, record.status) == ("Main Hall", 45, "cancelled")
    assert record.links[0].url == "https://tidal.example/knots"


def test_a_conference_alone_is_an_occasion_and_no_talk() -> None:
    """An event of several days without people is what talks are held at."""
    reading = _linked(_event(startDate="2024-05-06", endDate="2024-05-08"))
    assert reading.records == ()
    assert [(one.name, one.start, one.end) for one in reading.occasions] == [
        ("Knots", "2024-05-06", "2024-05-08")
    ]


def test_an_event_that_others_lie_within_is_their_occasion() -> None:
    """Side by side in one array, the long event is the conference of the short ones."""
    talks = [
        _event(name=f"Talk {n}", startDate=f"2024-05-06T1{n}:00:00+02:00", url=f"https://x.io/{n}")
        for n in range(3)
    ]
    reading = _linked(_event(name="Conf", startDate="2024-05-06", endDate="2024-05-08"), *talks)
    assert [record.title for record in reading.records] == ["Talk 0", "Talk 1", "Talk 2"]
    assert {record.event for record in reading.records} == {"Conf"}


def test_an_organiser_who_performs_is_no_speaker() -> None:
    """Meetup names the group as performer of its own evening."""
    reading = _linked(_event(startDate="2024-05-06T19:00+02:00", performer="Rope Club Oslo",
                             organizer={"@type": "Organization", "name": "Rope Club Oslo"}))  # fmt: skip
    assert reading.records[0].speakers == ()


def test_an_agenda_in_a_description_gives_the_talks_of_an_evening() -> None:
    """Where the page shows no agenda, the one in the JSON-LD is read, past midnight included."""
    agenda = (
        "AGENDA\n[09:00 - 09:30 PM] Knots in Rooms (Jane Doe, Acme)\nA bowline is a knot.\n"
        "[12:15 - 12:45 AM] Nets at Night (John Roe, Bolt)\nNets are many knots."
    )
    reading = _linked(
        _event(name="Rope Night", description=agenda, startDate="2019-08-14T21:00-06:00")
    )
    assert [(one.title, one.start) for one in reading.records] == [
        ("Knots in Rooms", "2019-08-14T21:00:00-06:00"),
        ("Nets at Night", "2019-08-15T00:15:00-06:00"),
    ]
    assert {one.event for one in reading.records} == {"Rope Night"}


def test_broken_json_keeps_what_is_whole_and_says_where_it_breaks() -> None:
    """A remark names the line of the page on which the JSON-LD ends."""
    text = (
        '<!doctype html>\n<script type="application/ld+json">\n'
        '[{"@type": "Event", "name": "Knots", "startDate": "2024-05-06T10:00:00Z"},\n{"@type": '
        "</script>"
    )
    reading = SOURCE.parse("x.html", text)
    assert [record.title for record in reading.records] == ["Knots"]
    assert [remark.first_line for remark in reading.remarks] == [4]
    assert not reading.whole


@pytest.mark.parametrize(
    "text",
    ["# Notes\n\n<div>x</div>\n- [a](b)\n", "<schedule><conference/></schedule>", "roses are red",
     '{"a": "<html>"}', "<p align=center>\n\n# Notes\n</p>\n", "a < b and b > c"],
)  # fmt: skip
def test_what_is_no_page_is_not_claimed(text: str) -> None:
    """Markdown with a tag in it, XML and prose are somebody else's."""
    assert not SOURCE.sniff(text)


@pytest.mark.parametrize(
    "text",
    ["<!DOCTYPE html><p>x", "\ufeff\n<!-- saved from url=(0019)https://x.example/ -->\n<html><body>",
     "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>", "<HEAD></HEAD>",
     "<div><p>One</p><p>Two</p></div>"],
)  # fmt: skip
def test_pages_and_pieces_of_pages_are_claimed(text: str) -> None:
    """Byte order marks, comments, declarations and capitals do not hide a page."""
    assert SOURCE.sniff(text)


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<a ", "<p>", "<div>x\n", "<b>", "<td>x", "<ul><li>x", "<h1>x", "<br>", "&",
     "<script>", "<p title='", "<table><tr><td>", "<![CDATA[", "<span class='event'>T", "</a>"],
)  # fmt: skip
def test_half_a_megabyte_of_any_tag_is_read_at_once(piece: str) -> None:
    """Nothing that is nested, unclosed or gigantic takes more time than its length is worth."""
    begin = process_time()
    SOURCE.parse("x.html", "<!doctype html>" + piece * (500_000 // len(piece)))
    assert process_time() - begin < 5


def test_a_tag_with_thousands_of_attributes_is_refused() -> None:
    """Comparing attributes with one another is what a hostile page would have us do."""
    tag = "<p " + " ".join(f"a{n}='>'" for n in range(50_000)) + ">"
    begin = process_time()
    reading = SOURCE.parse("x.html", f"<!doctype html>\n{tag}")
    assert process_time() - begin < 2
    assert [(one.first_line, one.last_line) for one in reading.remarks] == [(2, 2)]


def test_what_is_nested_too_deep_is_said_and_what_stands_before_is_kept() -> None:
    """A remark names the line where the reading ends."""
    head = '<script type="application/ld+json">{"@type": "Event", "name": "Knots"}</script>\n'
    reading = SOURCE.parse("x.html", f"<!doctype html>{head}" + "<div>\n" * 5000)
    assert [record.title for record in reading.records] == ["Knots"]
    assert reading.remarks
    assert not reading.whole


_SHARDS = [
    "<div>", "</div>", "<p>", "</p>", "<ul>", "<li>", "</ul>", "<a href='event/ab/c'>", "</a>", "<h1>",
    "<h3>", "</h3>", "11:00am PST", "Knots - Jane Doe, Acme", "<span class='event ev_1'>", "</span>",
    "<div class='sched-container-dates' id='2016-11-08'>", "Tuesday, November 8", "<span class='vs'>",
    "<script type='application/ld+json'>", '{"@type": "Event", "name": "x", "subEvent": [', "}]}",
    '{"@id": "a", "@type": ["Event", 1], "name": ["x"], "location": [1, "y"]}', "</script>", "<!--", "-->",
    "<table><tr><td>", "<pre>\n a\n", "</pre>", "<base href='http://['>", "<br>", "&#0;", "&bogus;", "\x00",
    "Details", "<p>[07:00 - 07:30 PM] Knots (Jane Doe, Acme)", "15 Dec 2017", "<li>3 participants",
    "<img alt='youtube image'>", "<div style='display:none'>", "<title>A: Schedule</title>", "\n", "\ud800",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_SHARDS), st.text(max_size=30)), max_size=40))
def test_no_page_makes_the_reader_raise_or_lose_a_line(shards: list[str]) -> None:
    """Whatever is mixed up, each line is in a record, in the furniture or in a remark."""
    text = "<!doctype html>" + "".join(shards)
    SOURCE.sniff(text)
    reading = SOURCE.parse("x.html", text)
    assert unplaced(text, reading) == []
    spans: list[Record | Remark] = [*reading.records, *reading.remarks]
    assert all(1 <= one.first_line <= one.last_line <= len(lines_of(text)) for one in spans)
    for record in reading.records:
        assert record.title.strip()
        assert record.kind in KINDS
        assert record.format == "html"


_MARKED_UP = """<html><head><title>Harbour Days</title></head><body>
<div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">Harbour Days 2016</h1>
<ul><li itemprop="subEvent" itemscope itemtype="http://schema.org/Event"><b itemprop="name">Knots</b>
<time itemprop="startDate" datetime="2016-02-05T09:00+13:00">9:00</time>
<i itemprop="performer" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ann Poe</span>,
<span itemprop="worksFor" itemscope><span itemprop="name">Acme</span></span></i></li>
<li itemprop="subEvent" itemscope itemtype="http://schema.org/Event"><b itemprop="name">Oars</b>
<meta itemprop="startDate" content="2016-02-05T10:00+13:00">
<i itemprop="performer" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Jo Roe</b></i>
<i itemprop="performer" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Cy Tarn</b></i></li>
</ul></div></body></html>"""


def test_events_in_microdata_are_read_like_those_of_json_ld() -> None:
    """Items within items are parts and people; values stand in attributes or in the text."""
    reading = SOURCE.parse("x.html", _MARKED_UP)
    told = [
        (one.title, one.start, [(who.name, who.org) for who in one.speakers], one.first_line)
        for one in reading.records
    ]
    assert told == [
        ("Knots", "2016-02-05T09:00:00+13:00", [("Ann Poe", "Acme")], 3),
        ("Oars", "2016-02-05T10:00:00+13:00", [("Jo Roe", None), ("Cy Tarn", None)], 7),
    ]
    assert {one.event for one in reading.records} == {"Harbour Days 2016"}


def test_a_sched_page_with_an_unsure_zone_has_the_instants_of_its_data() -> None:
    """``CST`` is three zones; the offset in the page's own JSON-LD is one."""
    page = """<html><head><title>Harbour Days 2020: Knots - Ann Poe, Acme</title>
<script type="application/ld+json">{"@type":"Event","name":"Knots - Ann Poe, Acme",
"startDate":"2020-02-12T13:30:00-0600","endDate":"2020-02-12T14:00:00-0600"}</script></head><body>
<a href="https://harbour2020.sched.com/">Back To Schedule</a>
<div class="sched-event-details-timeandplace">Wednesday, February 12 &bull; 1:30pm - 2:00pm</div>
<h1>Knots - Ann Poe, Acme</h1><p>On knots.</p>
<p>Wednesday February 12, 2020 1:30pm - 2:00pm CST<br>Tarn</p></body></html>"""
    (record,) = SOURCE.parse("x.html", page).records
    assert record.start == "2020-02-12T13:30:00-06:00"
    assert (record.title, record.room) == ("Knots", "Tarn")


def test_a_table_keeps_its_cells() -> None:
    """Lines within a cell, cells over several columns and empty ones; the title names the event."""
    page = """<!doctype html><html><head><title>Schedule – KnotCon 2019</title></head><body>
<p>16 May 2019, Bergen</p><h1>Schedule</h1><table><tr><th>Time</th><th>Main Hall</th><th>Room 2</th></tr>
<tr><td>09:30 – 10:20</td><td colspan="2"><b>Keynote: Knots for All</b><br/>Jane Doe</td></tr>
<tr><td>10:30 – 11:15</td><td></td><td><p>Short Splices</p><p>John Roe</p></td></tr>
<tr><td>11:30 – 12:15</td><td>Loose Ends<br/>Ann Poe</td><td>Net Gains<br/>Jane Doe</td></tr>
</table></body></html>"""
    records = SOURCE.parse("x.html", page).records
    assert [(r.kind, r.title, r.room, r.start, r.event) for r in records] == [
        ("keynote", "Knots for All", None, "2019-05-16T09:30:00", "KnotCon 2019"),
        ("talk", "Short Splices", "Room 2", "2019-05-16T10:30:00", "KnotCon 2019"),
        ("talk", "Loose Ends", "Main Hall", "2019-05-16T11:30:00", "KnotCon 2019"),
        ("talk", "Net Gains", "Room 2", "2019-05-16T11:30:00", "KnotCon 2019"),
    ]


def test_sessions_of_sessionize_stand_in_other_pages() -> None:
    """Each once, with its people, hours and room; the page around them names the event and its day."""
    session = """<li class="sz-session" id="sz-session-7"><h3 class="sz-session__title">Splices</h3>
<ul class="sz-session__speakers"><li>Jane Doe</li><li>Quux Xan</li></ul><div class="sz-session__time">
Sat 9:30 am - 10:20 am</div><div class="sz-session__room">Hall</div>
<p class="sz-session__description">Ropes.</p></li>"""
    lunch = """<li class="sz-session sz-session--service"><h3 class="sz-session__title">Eating</h3></li>"""
    page = (
        "<!doctype html><html><head><title>Sessions | Knot Saturday</title></head><body>\n"
        f"<p>Saturday, September 2nd 2023</p><ul>{session}\n{session}\n{lunch}</ul></body></html>"
    )
    talk, meal = SOURCE.parse("x.html", page).records
    assert (talk.title, talk.event, talk.room, talk.start) == (
        "Splices", "Knot Saturday", "Hall", "2023-09-02T09:30:00",
    )  # fmt: skip
    assert ([c.name for c in talk.speakers], talk.abstract) == (["Jane Doe", "Quux Xan"], "Ropes.")
    assert (meal.title, meal.kind) == ("Eating", "break")


def test_a_day_above_the_title_is_the_meetups() -> None:
    """Old pages say first when it is; the house below the title is nobody."""
    page = (
        "<!doctype html><html><body><div><h3>Wednesday, July 22, 2015</h3><span>6:00 PM to 8:00 PM</span>"
        "</div><h1>Why ropes lie</h1><div><b>Bandwidth Barn</b><br>Cape Town</div><p>This month: knots.</p>"
        "<p>Abstract:<br>Ropes answer a question nobody asks.</p><p>Bio:<br>Jane Doe is a rigger.</p>"
        "<p>18:00 Drinks<br>18:30 Talk<br>19:30 Discussion</p></body></html>"
    )
    talk = next(one for one in SOURCE.parse("x.html", page).records if one.kind == "talk")
    assert (talk.title, talk.date, [c.name for c in talk.speakers]) == (
        "Why ropes lie", "2015-07-22", ["Jane Doe"],
    )  # fmt: skip


def test_a_day_may_stand_above_a_heading_of_no_words() -> None:
    """Below it there is nothing more."""
    reading = SOURCE.parse("x.html", "<p>4 May 2024</p><p>19:00</p><h1> </h1>")
    assert not reading.records
