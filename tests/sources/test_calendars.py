"""Calendars of every exporter are read as a careful person reads them.

Beside each calendar in ``samples/icalendar`` stands that reading: records, remarks, occasions.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.model import KINDS, LEVELS, ROLES
from talkctl.record import Record, Remark
from talkctl.sources import recognise
from talkctl.sources.icalendar import SOURCE
from talkctl.sources.source import Reading, lines_of

from .reading import hold, sample_text, unplaced

SAMPLES = sorted((Path(__file__).parent / "samples" / "icalendar").glob("*.ics"))
every_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)


def _calendar(*lines: str) -> Reading:
    return SOURCE.parse("x.ics", "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]))


def _event(*lines: str) -> Reading:
    return _calendar("BEGIN:VEVENT", "SUMMARY:Knots", "UID:k", *lines, "END:VEVENT")


def _starts(reading: Reading) -> list[str | None]:
    return [record.start for record in reading.records]


@every_sample
def test_every_calendar_is_read_as_a_person_reads_it(path: Path, regenerate: bool) -> None:
    """Records, remarks and occasions come out as the reading beside the calendar has them."""
    hold(path, SOURCE.parse(path.name, sample_text(path)), regenerate)


@every_sample
def test_each_calendar_is_claimed_by_this_source_alone(path: Path) -> None:
    """Recognition goes by content."""
    assert recognise(path.name, sample_text(path)).name == "icalendar"


@every_sample
def test_line_ends_change_nothing(path: Path) -> None:
    """LF, CRLF and lone CR are read alike."""
    text = sample_text(path).replace("\r\n", "\n")
    plain = SOURCE.parse(path.name, text)
    assert SOURCE.parse(path.name, text.replace("\n", "\r\n")).records == plain.records
    assert SOURCE.parse(path.name, text.replace("\n", "\r")).records == plain.records


@every_sample
def test_a_calendar_cut_off_anywhere_keeps_its_whole_events(path: Path) -> None:
    """However much is missing at the end, what ended before is the same; zones may stand behind."""
    text = sample_text(path)
    whole = SOURCE.parse(path.name, text).records
    lines = text.splitlines(keepends=True)
    for cut in range(1, len(lines), 3):
        reading = SOURCE.parse(path.name, "".join(lines[:cut]))
        kept = [record.raw_title for record in reading.records]
        assert all(one.raw_title in kept for one in whole if one.last_line <= cut and one.start)
        assert unplaced("".join(lines[:cut]), reading) == []


@pytest.mark.parametrize(
    ("lines", "start", "zone"),
    [
        (["DTSTART:20240203T093000Z"], "2024-02-03T09:30:00+00:00", None),
        (["DTSTART:20240203T093000"], "2024-02-03T09:30:00", None),
        (["DTSTART;TZID=Europe/Oslo:20240703T093000"], "2024-07-03T09:30:00+02:00", "Europe/Oslo"),
        (["DTSTART;TZID=Pacific Standard Time:20240703T093000"],
         "2024-07-03T09:30:00-07:00", "America/Los_Angeles"),
        (["DTSTART;TZID=/mozilla.org/20050126_1/Europe/Oslo:20240703T093000"],
         "2024-07-03T09:30:00+02:00", "Europe/Oslo"),
        (["DTSTART;TZID=\"Europe/Oslo\":20240703T093000"], "2024-07-03T09:30:00+02:00", "Europe/Oslo"),
        (["DTSTART;TZID=Nowhere/Land:20240703T093000"], "2024-07-03T09:30:00", None),
        (["DTSTART;TZID=tzone://Microsoft/Utc:20240703T093000"], "2024-07-03T09:30:00+00:00", "UTC"),
        (["DTSTART;TZID=UTC:20240703T093000"], "2024-07-03T09:30:00+00:00", "UTC"),
    ],
)  # fmt: skip
def test_zones_are_known_by_all_their_names(lines: list[str], start: str, zone: str | None) -> None:
    """IANA's names, Windows' names and vendors' prefixes mean zones; what nobody knows stays local."""
    record = _event(*lines).records[0]
    assert (record.start, record.timezone) == (start, zone)


def test_a_zone_that_nobody_knows_and_an_end_before_the_start_are_remarked_on() -> None:
    """What makes no sense is left out with its line, and the event stays."""
    reading = _event(
        "DTSTART;TZID=Nowhere/Land:20240703T093000", "DTEND;TZID=Nowhere/Land:20240703T083000"
    )
    assert [(one.first_line, one.reason) for one in reading.remarks] == [
        (5, "a time zone that nobody knows: Nowhere/Land"), (6, "an end before the start"),
    ]  # fmt: skip
    assert (reading.records[0].start, reading.records[0].end) == ("2024-07-03T09:30:00", None)


def test_quoted_printable_is_read() -> None:
    """vCalendar's texts go on behind a ``=`` at the end of a line."""
    (record,) = _calendar(
        "BEGIN:VEVENT", "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kn=C3=B6=", "pfe, Taue",
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Eins=0D=0A=", "Zwei", "LOCATION:Pier", "END:VEVENT",
    ).records  # fmt: skip
    assert (record.title, record.abstract, record.room) == ("Knöpfe, Taue", "Eins\nZwei", "Pier")


def test_a_zone_that_the_file_defines_is_used_and_forgotten_with_the_file() -> None:
    """A VTIMEZONE gives the offset of its own name, and no other file's."""

    def at(offset: str) -> list[str | None]:
        zone = ["BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD", "DTSTART:19700101T000000",
                f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}",
                "END:STANDARD", "END:VTIMEZONE"]  # fmt: skip
        event = ["BEGIN:VEVENT", "SUMMARY:x", "DTSTART;TZID=Office:20240703T093000", "END:VEVENT"]
        return _starts(_calendar(*zone, *event))

    assert at("+0300") == ["2024-07-03T09:30:00+03:00"]
    assert at("-0500") == ["2024-07-03T09:30:00-05:00"]


def test_utc_is_shown_on_the_clocks_of_the_calendar() -> None:
    """An instant in UTC has the calendar's own zone, and the date there."""
    event = ["BEGIN:VEVENT", "SUMMARY:x", "DTSTART:20240704T030000Z", "END:VEVENT"]
    record = _calendar("X-WR-TIMEZONE:America/Denver", *event).records[0]
    assert (record.start, record.date) == ("2024-07-03T21:00:00-06:00", "2024-07-03")
    assert record.timezone == "America/Denver"


def test_a_week_over_the_change_of_clocks_keeps_its_hour() -> None:
    """What happens at seven every week does so in summer and in winter."""
    lines = "DTSTART;TZID=Europe/Berlin:20240318T190000", "DTEND;TZID=Europe/Berlin:20240318T203000"
    reading = _event(*lines, "RRULE:FREQ=WEEKLY;UNTIL=20240408T220000Z")
    assert _starts(reading) == [
        "2024-03-18T19:00:00+01:00", "2024-03-25T19:00:00+01:00",
        "2024-04-01T19:00:00+02:00", "2024-04-08T19:00:00+02:00",
    ]  # fmt: skip
    assert {record.duration for record in reading.records} == {90}
    assert len({record.uid for record in reading.records}) == 4


def test_added_dates_are_kept_and_excluded_ones_are_not() -> None:
    """RDATE adds, EXDATE takes away, whatever zone it is written in."""
    reading = _event(
        "DTSTART:20240318T180000Z", "RDATE:20240320T180000Z,20240322T180000Z", "EXDATE:20240320T180000Z"
    )  # fmt: skip
    assert [record.date for record in reading.records] == ["2024-03-18", "2024-03-22"]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY", "FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=0",
     "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=2", "FREQ=HOURLY;BYHOUR=3",
     "FREQ=WEEKLY;INTERVAL=99999999999", "nonsense", "FREQ=DAILY;BYSECOND=0,1,2", "FREQ=YEARLY;BYWEEKNO=53"],
)  # fmt: skip
def test_endless_and_impossible_rules_come_to_an_end_and_are_remarked_on(rule: str) -> None:
    """A rule is followed for 366 times at most, and one that might find nothing is not followed."""
    begin = process_time()
    reading = _event("DTSTART:20240101T100000Z", f"RRULE:{rule}")
    assert process_time() - begin < 2
    assert 1 <= len(reading.records) <= 366
    assert reading.remarks
    assert not reading.whole


def test_a_whole_day_has_a_date_and_no_time() -> None:
    """All-day events are no talks of a programme, unless somebody speaks."""
    record = _event("DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240503").records[0]
    assert (record.date, record.start, record.end, record.kind) == (
        "2024-05-01",
        None,
        None,
        "other",
    )


@pytest.mark.parametrize(
    ("place", "room"),
    [
        ("Hall 5", "Hall 5"), ("Boathouse 2\\, 1 Pier Street\\, Seattle\\, WA 98101", "Boathouse 2"),
        ("Room B\\, Level 3", "Room B"), ("San Juan\\, Puerto Rico", "San Juan, Puerto Rico"),
        ("Boathouse (1 Pier St\\, Boulder\\, CO)", "Boathouse"), ("Loft (first floor)", "Loft (first floor)"),
        ("12 Pier Street\\, Oslo", "12 Pier Street, Oslo"), ("https://meet.example.org/x", None),
    ],
)  # fmt: skip
def test_a_room_stands_before_its_address(place: str, room: str | None) -> None:
    """The postal address behind a room is no part of it; an address on the web is a link."""
    assert _event("DTSTART:20240501T100000Z", f"LOCATION:{place}").records[0].room == room


def test_who_is_invited_by_mail_does_not_speak() -> None:
    """Attendees and organisers with mail addresses are guests and hosts of the calendar."""
    lines = "ORGANIZER;CN=Jane Doe:mailto:j@x.io", "ATTENDEE;CN=John Roe:mailto:r@x.io"
    assert _event("DTSTART:20240501T100000Z", *lines).records[0].speakers == ()


@pytest.mark.parametrize(
    "summary", ["Team Sync - Planning Board", "Dinner - Old Harbour", "Retro - Sprint Twelve"]
)
def test_what_stands_behind_a_dash_in_anybodys_calendar_is_no_person(summary: str) -> None:
    """Only where people are plausible is a title cut."""
    reading = _calendar(
        "BEGIN:VEVENT", f"SUMMARY:{summary}", "DTSTART:20240501T100000Z", "END:VEVENT"
    )
    assert (reading.records[0].title, reading.records[0].speakers) == (summary, ())


def test_one_uid_for_all_events_is_told_apart_by_their_times() -> None:
    """A careless exporter's events stay different talks."""
    events = [
        line
        for hour in ("10", "11")
        for line in (
            "BEGIN:VEVENT",
            "UID:1",
            "SUMMARY:x",
            f"DTSTART:20240501T{hour}0000Z",
            "END:VEVENT",
        )
    ]
    assert len({record.uid for record in _calendar(*events).records}) == 2


_SHARDS = [
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "TZID:X",
    "END:VTIMEZONE", "BEGIN:STANDARD", "TZOFFSETTO:+9999", "SUMMARY:Knots - Jane Doe, Acme", "UID:1",
    "DTSTART:20240101T100000Z", "DTSTART;TZID=X:20240101T100000", "DTSTART;VALUE=DATE:20240101",
    "DTEND:00010101T000000Z", "DTEND:99991231T235959Z", "DURATION:P99999999D", "DURATION:-PT1H",
    "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20240101T100000Z", "RDATE;VALUE=PERIOD:x/y", "RECURRENCE-ID:x",
    "LOCATION:a\\, b", "CATEGORIES:a,b\\,c", "DESCRIPTION:Speakers: a & b", " folded", "\tfolded", "raw",
    "URL:http://[", "STATUS:CANCELLED", "ATTENDEE;CN=\"x", "X-WR-TIMEZONE:Europe/Oslo", "DTSTART;;:x",
    "BEGIN:VTODO", "END:VTODO", "BEGIN:VALARM", "END:VALARM", "SUMMARY;X=\":", "", "\x00", "DTSTART:",
    "DTSTART:00000000T000000", "DTSTART;TZID=../../etc:20240101T100000", "SEQUENCE:-1", "RRULE:FREQ=",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_SHARDS), st.text(max_size=30)), max_size=40))
def test_no_calendar_makes_the_reader_raise_or_lose_a_line(shards: list[str]) -> None:
    """Whatever is mixed up, each line is in a record, in the furniture or in a remark."""
    text = "BEGIN:VCALENDAR\n" + "\n".join(shards)
    reading = SOURCE.parse("x.ics", text)
    assert unplaced(text, reading) == []
    spans: list[Record | Remark] = [*reading.records, *reading.remarks]
    assert all(1 <= one.first_line <= one.last_line <= len(lines_of(text)) for one in spans)
    for record in reading.records:
        assert record.title.strip()
        assert record.kind in KINDS
        assert record.level in (*LEVELS, None)
        assert {credit.role for credit in record.speakers} <= set(ROLES)
