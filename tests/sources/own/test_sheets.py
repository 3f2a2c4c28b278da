"""Anybody's spreadsheet of talks is read by the names of its columns."""

from __future__ import annotations

from time import process_time

import pytest

from talkctl.record import Credit, Record
from talkctl.sources.own import SOURCE
from talkctl.sources.own.cells import rows_of
from talkctl.sources.own.dates import When, day_comes_first, read_when


def _records(text: str) -> tuple[Record, ...]:
    assert SOURCE.sniff(text)
    return SOURCE.parse("sheet.csv", text).records


def test_a_german_sheet() -> None:
    """Semicolons, days before months, minutes, and a cell of two lines."""
    first, second = _records(
        "Tag;Uhrzeit;Raum;Titel;Referent/in;Dauer (Min)\r\n"
        '31.05.2024;10:30 - 11:00;Saal 1;"Knoten - eine ""Einführung""";Änne Müller, Acme;30\r\n'
        '31.05.2024;11 Uhr;Saal 2;"Seile\r\nund Taue";Jane Doe & John Roe;45\r\n'
    )
    assert first.title == 'Knoten - eine "Einführung"'
    assert (first.start, first.end) == ("2024-05-31T10:30:00", "2024-05-31T11:00:00")
    assert (first.date, first.room, first.duration) == ("2024-05-31", "Saal 1", 30)
    assert first.speakers == (Credit("Änne Müller", org="Acme"),)
    assert (second.title, second.first_line, second.last_line) == ("Seile und Taue", 3, 4)
    assert (second.start, second.duration) == ("2024-05-31T11:00:00", 45)
    assert second.speakers == (Credit("Jane Doe"), Credit("John Roe"))


def test_what_people_write_for_nothing_is_nothing() -> None:
    """A dash, ``n/a`` and ``TBD`` are no organisation, no abstract and no talk."""
    (record,) = _records("Title,Speaker,Company,Abstract\nKnots,Jane Doe,-,n/a\nTBD,TBD,TBD,TBD\n")
    assert (record.title, record.speakers, record.abstract) == (
        "Knots",
        (Credit("Jane Doe"),),
        None,
    )


def test_people_in_columns_side_by_side() -> None:
    """Each has the company of the same number; the zone stands in the head of the column."""
    text = (
        "\ufeffTitle,Speaker 1,Speaker 1 Company,Speaker 2,Speaker 2 Company,Date,Start (CET),Slides,Mood\n"
        "Knots,Jane Doe,Acme,John Roe,Bolt,01/05/2024,10:30,https://x.example/s.pdf,good\n"
        ",,,,,,,,\n"
        "Bends,Ann Poe,,,,31/05/2024,9:00,,\n"
    )
    first, second = _records(text)
    assert first.speakers == (Credit("Jane Doe", org="Acme"), Credit("John Roe", org="Bolt"))
    assert (first.start, first.date) == ("2024-05-01T10:30:00+01:00", "2024-05-01")
    assert [(link.kind, link.url) for link in first.links] == [
        ("slides", "https://x.example/s.pdf")
    ]
    assert second.speakers == (Credit("Ann Poe"),)
    (remark,) = SOURCE.parse("x", text).remarks
    assert (remark.first_line, remark.reason, remark.text) == (
        1,
        "columns nobody understands",
        "Mood",
    )


def test_a_talk_on_several_rows_is_one_talk() -> None:
    """Exports with a row for each speaker repeat the talk with its number."""
    (record,) = _records(
        "Session Id,Title,FirstName,LastName,TagLine,Session format,Level,Status\n"
        "17,Knots,Jane,Doe,CTO,Workshop,Advanced,Accepted\n"
        "17,Knots,John,Roe,,Workshop,Advanced,Accepted\n"
    )
    assert record.speakers == (Credit("Jane Doe", job="CTO"), Credit("John Roe"))
    assert (record.kind, record.level, record.uid) == ("workshop", "advanced", "id:17")
    assert (record.first_line, record.last_line) == (2, 3)


@pytest.mark.parametrize(
    "header",
    [
        "Título\tPonente\tHora\tFecha\tSala", "Titre\tOrateur\tHeure\tDate\tSalle",
        "Título da palestra\tPalestrante\tHorário\tData\tSala", "Talk\tPresenter\tTime\tDate\tVenue",
    ],
)  # fmt: skip
def test_columns_are_understood_in_several_languages(header: str) -> None:
    """Spanish, French, Portuguese and other English words for the same five columns."""
    (record,) = _records(f"{header}\nKnots\tAna Pérez\t10h30\t2024-02-01\tAspen\n")
    assert (record.title, record.speakers) == ("Knots", (Credit("Ana Pérez"),))
    assert (record.start, record.room) == ("2024-02-01T10:30:00", "Aspen")


def test_what_is_doubtful_stays_unknown_and_is_said() -> None:
    """A day without a date, a date that may be two, a talk that was rejected, a row without a title."""
    text = (
        "Title,Speaker,Day,Date,Status\n"
        "Knots,Jane Doe,Friday,01/02/2024,Accepted\n"
        "Bends,Ann Poe,Day 2,,Rejected\n"
        ",Ann Poe,Day 2,,\n"
    )
    reading = SOURCE.parse("x", text)
    assert [(record.title, record.date) for record in reading.records] == [("Knots", None)]
    assert [(mark.first_line, mark.reason) for mark in reading.remarks] == [
        (2, "cannot be read: date '01/02/2024'; day 'Friday'"),
        (3, "a talk that was not accepted"),
        (4, "a row without a title"),
    ]


def test_a_quote_that_is_never_closed_costs_its_row_alone() -> None:
    """The rows below it are read."""
    reading = SOURCE.parse("x", 'Title,Speaker\n"Knots,Jane Doe\nBends,Ann Poe\n')
    assert reading.records[-1].title == "Bends"
    assert [(mark.first_line, mark.reason) for mark in reading.remarks] == [
        (2, "a quote that is never closed")
    ]
    assert not reading.whole


def test_cells_guarded_against_formulas_are_read_without_the_guard() -> None:
    """Only before what would run in a spreadsheet."""
    (row,) = rows_of("'=1+1,'plain,'-x\n", ",")
    assert row.cells == ["=1+1", "'plain", "-x"]


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ("31.05.2024 10:30 Uhr", When("2024-05-31", "10:30")),
        ("5/31/2024 9:00 AM", When("2024-05-31", "09:00")),
        ("2024-05-31T10:30:00+02:00", When("2024-05-31", "10:30", None, "+02:00")),
        ("Fri, 31 May 2024", When("2024-05-31")),
        ("9:00-9:45 PM", When(None, "21:00", "21:45")),
        ("14h - 15h30", When(None, "14:00", "15:30")),
        ("0.4375", When(None, "10:30")),
        ("01/02/2024", None),
        ("Friday", None),
        ("31.02.2024", None),
    ],
)
def test_dates_and_clocks_of_cells(cell: str, when: When | None) -> None:
    """What can mean two days means none."""
    assert read_when(cell, None) == when


def test_one_date_settles_those_of_its_column() -> None:
    """A thirteenth in either place shows which is the day."""
    assert day_comes_first(["01/02/2024", "13/02/2024"], elsewhere=False) is True
    assert day_comes_first(["01/02/2024", "02/13/2024"], elsewhere=True) is False
    assert day_comes_first(["01/02/2024"], elsewhere=False) is None


@pytest.mark.parametrize(
    "piece", ["\n", " ", '"', '"x\n', ",", "1\n", "title,speaker\n", ",\n", "{", "[ "]
)
def test_a_large_sheet_of_anything_is_read_in_time(piece: str) -> None:
    """Time goes with length, whatever stands in the cells."""
    for text in (piece * 20_000, "title,speaker,date\n" + piece * 20_000):
        begin = process_time()
        SOURCE.sniff(text)
        SOURCE.parse("x", text)
        assert process_time() - begin < 5


def test_a_programme_on_the_wall_has_hours_down_the_side_and_rooms_across() -> None:
    """The days and the event stand above; what takes place in one column alone is for everybody."""
    records = _records(
        "KnotCon Bergen 2023 - programme (draft 4),,\n,,\nThursday 14 September 2023,,\n"
        "Time,Main stage,Room 2\n"
        '9:00-9:45,"Keynote: Deep Water - Jane Doe (Acme)",\n'
        '10:00-10:35,"Knots - John Roe","Buoys - Ann Poe, Bolt"\n10:35-11:00,Coffee,\n'
        "Friday 15 September 2023,,\nTime,Main stage,Room 2\n9:30-10:05,,Ropes - Carl Coe\n"
    )
    assert [(one.title, one.kind, one.room, (one.start or "")[:16]) for one in records] == [
        ("Deep Water", "keynote", "Main stage", "2023-09-14T09:00"),
        ("Knots", "talk", "Main stage", "2023-09-14T10:00"),
        ("Buoys", "talk", "Room 2", "2023-09-14T10:00"),
        ("Coffee", "break", None, "2023-09-14T10:35"),
        ("Ropes", "talk", "Room 2", "2023-09-15T09:30"),
    ]
    assert {one.event for one in records} == {"KnotCon Bergen 2023"}
    assert records[2].speakers == (Credit("Ann Poe", org="Bolt"),)


def test_columns_say_several_things_at_once() -> None:
    """Conference and year, organisation and role, the length within the format."""
    (record,) = _records(
        "Conference,Year,Title,Speaker,Company / Role,Format\n"
        "KnotCon,2021,Deep Water,Jane Doe,Acme / Rigger,Workshop (3h)\n"
    )
    assert record.event == "KnotCon 2021"
    assert record.speakers == (Credit("Jane Doe", job="Rigger", org="Acme"),)
    assert (record.kind, record.duration) == ("workshop", 180)


def test_a_row_for_each_speaker_makes_one_talk() -> None:
    """Where nothing but title and hour say so; organisers are nobody's name."""
    first, second = _records(
        "First Name,Last Name,Talk,Slot\nJane,Doe,Knots,Sat 11 May 2019 10:00\n"
        "John,Roe,Knots,Sat 11 May 2019 10:00\nJane,Doe,Knots,Sat 11 May 2019 14:00\n"
    )
    assert [one.name for one in first.speakers] == ["Jane Doe", "John Roe"]
    assert [one.name for one in second.speakers] == ["Jane Doe"]
    (welcome,) = _records("Title,Speaker,Room\nWelcome,Organizers,Tarn\n")
    assert not welcome.speakers


def test_as_many_organisations_as_people_are_each_ones_own() -> None:
    """Between commas; a legal form is no organisation."""
    apart, together = _records(
        'Title,Speakers,Company\nKnots,"Jane Doe, John Roe","Acme, Bolt"\n'
        'Ropes,"Jane Doe, John Roe","Acme, Inc."\n'
    )
    assert [one.org for one in apart.speakers] == ["Acme", "Bolt"]
    assert [one.org for one in together.speakers] == ["Acme, Inc.", "Acme, Inc."]


def test_who_and_where_they_are_from_may_share_a_column() -> None:
    """So heads one writes by hand are understood; and no such sheet is a programme on the wall."""
    (record,) = _records(
        "when,where,who / from,what it was about,stars,yt\n"
        '"Tue, Sep 19 2023 11:10",Pier 1,"Jane Doe / Acme",knots without tears,4,https://youtu.be/x1\n'
    )
    assert record.speakers == (Credit("Jane Doe", org="Acme"),)
    assert (record.title, record.room) == ("knots without tears", "Pier 1")
    assert [link.kind for link in record.links] == ["video"]


def test_a_sheet_may_name_only_those_who_spoke_as_well() -> None:
    """Event and venue share a column; the word for a link says nothing of what it leads to."""
    (record,) = _records(
        "Date presented,Event / Venue,Presentation,Co-presenters,Lien replay\n"
        "3/14/2019,KnotCon Oslo,Buoys,Jane Doe; John Roe,https://v.example/b\n"
    )
    assert record.event == "KnotCon Oslo"
    assert [one.name for one in record.speakers] == ["Jane Doe", "John Roe"]
    assert [link.kind for link in record.links] == ["video"]


def test_several_rows_may_stand_above_the_names_of_the_columns() -> None:
    """Spreadsheets write these as wide as all others; what is not is text that a table stands in."""
    above = ("KnotCon 2024", "Porto", "", "All talks")
    table = "Title,Speaker\nKnots,Jane Doe\n"
    (record,) = _records("".join(f"{row},\n" for row in above) + table)
    assert (record.title, record.first_line) == ("Knots", 6)
    assert not SOURCE.sniff("Knot Night\nPorto\nAgenda:\n" + table)
