"""Talks told in blocks: behind labels, below hours and days, with a ``by``, or as cards."""

from __future__ import annotations

from talkctl.record import Record
from talkctl.sources import recognise
from talkctl.sources.archive import SOURCE


def _records(text: str) -> tuple[Record, ...]:
    assert recognise("page", text) is SOURCE
    return SOURCE.parse("page", text).records


def test_labels_say_when_where_and_for_whom() -> None:
    """In several languages and any order; days stand above, and the event names its days."""
    text = (
        "Inicio\nCharlas\nContacto\n\nJornadas de Nudos 2022\nBilbao, 11 y 12 de noviembre de 2022\n\n"
        "Viernes 11 de noviembre\n\nNudos que aguantan\nPonente: Jane Doe (Acme)\nHora: 10:00\n"
        "Sala: Aula 3\nNivel: intermedio\nCuerdas y paciencia, durante cuarenta años.\n"
        "Vídeo: https://vimeo.com/7001\nSobre la ponente: Jane Doe navega desde siempre.\n\nCafé\n\n"
        "Mesa redonda: ¿Quién hace los nudos?\nModera: Ann Poe\n"
        "Participan: John Roe (Acme), Bo Lund\nHora: 12:00\nVídeo: https://vimeo.com/7002\n"
    )
    first, panel = _records(text)
    assert (first.date, first.start, first.room, first.level) == (
        "2022-11-11", "2022-11-11T10:00:00", "Aula 3", "intermediate",
    )  # fmt: skip
    assert (first.abstract, first.bios[0].name) == (
        "Cuerdas y paciencia, durante cuarenta años.", "Jane Doe",
    )  # fmt: skip
    assert [(c.name, c.role) for c in panel.speakers] == [
        ("Ann Poe", "moderator"), ("John Roe", "panelist"), ("Bo Lund", "panelist"),
    ]  # fmt: skip
    found = SOURCE.parse("page", text)
    assert (found.occasions[0].start, found.occasions[0].end) == ("2022-11-11", "2022-11-12")
    assert found.remarks == ()


def test_a_title_may_stand_behind_a_label() -> None:
    """A date heads each block; where there was no talk, none is made up."""
    text = (
        "Knots Seminar\n\nRecordings\n\n15 October 2021\nSpeaker: Jane Doe (Acme)\nTitle: Splices\n"
        "Abstract: Ropes, joined.\nRecording: https://vimeo.com/7001 (from 24:10 on)\n\n"
        "8 October 2021\nNo seminar (holidays)\n\n1 October 2021\nTitle: Nets\n"
        "Speaker: John Roe and Ann Poe\nRecording: not available\n"
    )
    found = SOURCE.parse("page", text)
    assert [(r.title, r.date, len(r.links), r.event) for r in _records(text)] == [
        ("Splices", "2021-10-15", 1, "Knots Seminar"), ("Nets", "2021-10-01", 0, "Knots Seminar"),
    ]  # fmt: skip
    assert "No seminar (holidays)" in [remark.text for remark in found.remarks]


def test_hours_open_blocks_of_a_programme() -> None:
    """Breaks among them are no talks; bullets that bill people are talks of their own."""
    text = (
        "KnotCon 2022 - Program Archive\n\nThursday, September 15, 2022\n\n08:30-09:30 Registration\n"
        "09:30-10:10 Splices\nSpeakers: Jane Doe & John Roe, Acme\nRopes, joined.\n"
        "Video: https://youtu.be/abc\n\n10:10-10:40 Coffee\n10:40-11:20 Nets (cancelled)\n"
        "Speaker: Ann Poe, Acme\n\n13:30-14:00 Ignites\n- Jane Doe: Bends\n- John Roe: Hitches\n"
    )
    records = _records(text)
    assert [(r.title, r.kind, r.start, r.status) for r in records] == [
        ("Splices", "talk", "2022-09-15T09:30:00", None),
        ("Nets", "talk", "2022-09-15T10:40:00", "cancelled"),
        ("Bends", "lightning", "2022-09-15T13:30:00", None),
        ("Hitches", "lightning", "2022-09-15T13:30:00", None),
    ]
    assert [c.org for c in records[0].speakers] == ["Acme", "Acme"]


def test_a_date_within_the_event_is_when_a_talk_was_given() -> None:
    """Beside it stand length and views; nobody in particular gives lightning talks."""
    text = (
        "Events » Great Knots 2016\n\nPresented from April 7, 2016 to April 8, 2016\n\n"
        "Splices\nby Jane Doe\nApril 07, 2016 · 41 min · 3,208 views\nRopes, joined.\n\n"
        "Panel: Nets\nby Moderator: Ann Poe, Panelists: John Roe, Bo Lund\n"
        "April 08, 2016 · 47 min · 90 views\nNo abstract available.\n\n"
        "Lightning Talks\nby Various Presenters\nMay 1, 2016 · 61 min · 702 views\n"
    )
    first, panel, last = _records(text)
    assert (first.event, first.date, first.published, first.duration) == (
        "Great Knots 2016", "2016-04-07", None, 41,
    )  # fmt: skip
    assert (panel.abstract, [c.role for c in panel.speakers]) == (
        None, ["moderator", "panelist", "panelist"],
    )  # fmt: skip
    assert (last.speakers, last.date, last.published) == ((), None, "2016-05-01")


def test_what_stands_apart_below_goes_on_with_its_talk() -> None:
    """Bios and addresses do, and what ends the page does not."""
    text = (
        "KnotConf 2018 – Talks\n\nFriday, October 5\n\nSplices\nJane Doe\nVideo | Slides\nRopes, joined.\n\n"
        "Jane Doe is a sailor at Acme.\n\nWatch: https://vimeo.com/7001\n\nWorkshop: Nets\nAnn Poe\n"
        "Three hours, two ropes, no scissors.\n\nBends\nJohn Roe\nVideo\nRound and round.\n\n"
        "Watch: https://vimeo.com/7002\n\nOur sponsors\nAcme\nRopes Inc.\n"
    )
    found = SOURCE.parse("page", text)
    assert [(r.title, r.date, r.abstract, len(r.bios), len(r.links)) for r in _records(text)] == [
        ("Splices", "2018-10-05", "Ropes, joined.", 1, 1),
        ("Nets", "2018-10-05", "Three hours, two ropes, no scissors.", 0, 0),
        ("Bends", "2018-10-05", "Round and round.", 0, 1),
    ]
    assert found.remarks[0].text == "Our sponsors"


def test_blocks_need_no_blank_lines() -> None:
    """A title is whatever stands right above ``Speaker:``."""
    text = (
        "KnotCon 2014 recordings\nSaturday 8 November\nSplices\nSpeaker: Jane Doe\nRoom: Main\n"
        "Video: https://youtu.be/abc\nSunday 9 November\nNets\nSpeaker: Ann Poe\nRoom: Garage\n"
    )
    assert [(r.title, r.date, r.room) for r in _records(text)] == [
        ("Splices", "2014-11-08", "Main"), ("Nets", "2014-11-09", "Garage"),
    ]  # fmt: skip


def test_a_card_has_the_place_of_its_speaker_on_a_line_of_its_own() -> None:
    """Buttons say nothing."""
    text = (
        "Knots Archive\n\nSplices\nJane Doe\nAcme.dev\nTalk · 30 min\n▶ Watch  ⬇ Slides\nRopes.\n\n"
        "Nets\nAnn Poe\nRopes Ltd\nTalk · 25 min\n▶ Watch\nKnots.\n"
    )
    assert [(r.speakers[0].org, r.duration, r.abstract) for r in _records(text)] == [
        ("Acme.dev", 30, "Ropes."), ("Ropes Ltd", 25, "Knots."),
    ]  # fmt: skip


def test_marks_may_stand_behind_who_speaks() -> None:
    """A clock beside a date is a length."""
    text = (
        "KnotConf Videos\n\nSplices\nJane Doe, Acme | 2 May 2017 | 38:12\nRopes, joined.\n\n"
        "Nets\nAnn Poe | 3 May 2017 | 44:03\nKnots, many of them.\n"
    )
    assert [(r.speakers[0].org, r.published, r.duration) for r in _records(text)] == [
        ("Acme", "2017-05-02", 38), (None, "2017-05-03", 44),
    ]  # fmt: skip


def test_numbers_and_a_track_above_are_no_part_of_a_title() -> None:
    """A track holds until the next one or the next day."""
    text = (
        "KnotConf 2018: recorded sessions\n\nTuesday 5 June\n\nTrack A\n\n1. Splices\n   Jane Doe, Acme\n"
        "   [video] https://vimeo.com/7001\n\nWednesday 6 June\n\n2. Nets\n   Ann Poe\n"
        "   [video] https://vimeo.com/7002\n"
    )
    assert [(r.title, r.track, r.date) for r in _records(text)] == [
        ("Splices", "Track A", "2018-06-05"), ("Nets", None, "2018-06-06"),
    ]  # fmt: skip


def test_a_page_that_tells_of_one_event_is_no_listing() -> None:
    """Labels below hours are its agenda, whatever it links to."""
    text = (
        "Knot Night\n\nSobre\n\nTodos a bordo.\n\n19h30 – Splices\nPalestrante: Jane Doe\nNós.\n\n"
        "20h30 – Nets\nPalestrante: Ann Poe\nRedes.\n\nhttps://youtu.be/abc\nhttps://youtu.be/abd\n"
    )
    assert not SOURCE.sniff(text)


def test_a_line_between_talks_may_name_another_event() -> None:
    """With its year, and perhaps a town behind it; a talk may be nobody's yet."""
    text = (
        "Rope Conf talks, all recordings\n\nRope Conf 2017, Bergen\n\nSplices\nJane Doe (Acme)\n"
        "Video: https://vimeo.com/7001\n\nRope Conf 2016, Oslo\n\nNets\nAnn Poe\n"
        "Video: https://vimeo.com/7002\n\nBends\nSpeaker: tba\nRecording: none\n\n"
        "This site uses cookies, as sites are wont to do.\n"
    )
    records = _records(text)
    assert [(r.title, r.event, len(r.speakers), r.abstract) for r in records] == [
        ("Splices", "Rope Conf 2017", 1, None),
        ("Nets", "Rope Conf 2016", 1, None),
        ("Bends", "Rope Conf 2016", 0, None),
    ]


def test_a_line_may_be_a_talk_below_its_year() -> None:
    """Meetings without a talk stay lines with a remark; bullets below a date are talks."""
    text = (
        "Bergen Knots Users Group\n\nArchive of meetings\n\n2019\n\n"
        "12 March - Splices by ear - Jane Doe (Acme)\nvideo: https://vimeo.com/7001\n"
        "9 April - no meeting\n14 May - Nets at night - John Roe and Anna Smith\n\n2018\n\n"
        "11 December - Lightning talks\n  * Bends - Jane Doe\n  * Hitches - John Roe (Acme)\n"
    )
    found = SOURCE.parse("page", text)
    assert [(r.title, r.date, r.kind, r.speakers[0].name) for r in _records(text)] == [
        ("Splices by ear", "2019-03-12", "talk", "Jane Doe"),
        ("Nets at night", "2019-05-14", "talk", "John Roe"),
        ("Bends", "2018-12-11", "lightning", "Jane Doe"),
        ("Hitches", "2018-12-11", "lightning", "John Roe"),
    ]
    assert {record.event for record in found.records} == {"Bergen Knots Users Group"}
    assert "9 April - no meeting" in [remark.text for remark in found.remarks]


def test_rooms_stand_behind_hours_or_alone_below_people() -> None:
    """A room is no title and nobody; a job with a place below a name is what they are."""
    alone = (
        "KnotCon 2018\n\nAGENDA\nSeptember 20 & 21, 2018\n\nThursday, September 20\n\n"
        "8:00 AM\nCheck-in\nLobby\n\n9:00 AM\nSplices\nJane Doe\nFounder, Acme Ropes\nMain Floor\n"
        "Level: Beginner\nRopes are joined, and cut, and joined again.\n\n"
        "10:00 AM\nNets\nAnna Smith\nEngineer, Netmakers\nMain Floor\n\n"
        "11:00 AM\nWho Ties?\nModerator: John Roe, Acme\nPanelists: Jane Doe, Acme; Anna Smith\n"
        "Main Floor\n"
    )
    behind = (
        "Archiv: Knotentage 2019\n14. und 15. März 2019, Kiel\n\nDonnerstag, 14. März 2019\n\n"
        "09:30 – 10:30 Uhr | Großer Saal\nSpleißen\nJane Doe, Hochschule Kiel\n"
        "Taue werden verbunden, getrennt und wieder verbunden.\n\n10:30 – 11:00 Uhr\nKaffeepause\n\n"
        "11:00 – 11:45 Uhr | Großer Saal\nNetze\nAnna Smith\n\n"
        "12:00 – 12:45 Uhr | Werkstatt\nWorkshop: Knoten\nJohn Roe und Ann Poe, Acme AG\n"
    )
    splices, nets, panel = _records(alone)
    jane = splices.speakers[0]
    assert (splices.room, splices.level, jane.job, jane.org) == (
        "Main Floor", "beginner", "Founder", "Acme Ropes",
    )  # fmt: skip
    assert (nets.room, panel.room, nets.start) == (
        "Main Floor", "Main Floor", "2018-09-20T10:00:00",
    )  # fmt: skip
    assert [(c.name, c.role, c.org) for c in panel.speakers] == [
        ("John Roe", "moderator", "Acme"), ("Jane Doe", "panelist", "Acme"),
        ("Anna Smith", "panelist", None),
    ]  # fmt: skip
    assert [(r.title, r.room, r.speakers[0].org) for r in _records(behind)] == [
        ("Spleißen", "Großer Saal", "Hochschule Kiel"), ("Netze", "Großer Saal", None),
        ("Knoten", "Werkstatt", "Acme AG"),
    ]  # fmt: skip
    assert SOURCE.parse("page", behind).remarks == ()


def test_buttons_and_a_kind_may_stand_apart() -> None:
    """What a talk is stands above it, how long it is beside a button far below."""
    text = (
        "KnotCon 2022: all recordings\n\nKEYNOTE\n\nSplices\nJane Doe, Head of Ropes, Acme\n\n"
        "Ropes are joined, and cut, and joined again.\n\n▶ Watch (41 min)    ⬇ Slides\n\n"
        "Nets\nJohn Roe & Ann Poe, Netmakers Ltd\n\nNets hold fish, and some hold nothing at all.\n\n"
        "▶ Watch (29 min)\n"
    )
    assert [(r.title, r.kind, r.duration, len(r.speakers), r.event) for r in _records(text)] == [
        ("Splices", "keynote", 41, 1, "KnotCon 2022"), ("Nets", "talk", 29, 2, "KnotCon 2022"),
    ]  # fmt: skip
    assert SOURCE.parse("page", text).remarks == ()


def test_episodes_are_of_the_event_that_they_were_recorded_at() -> None:
    """With a by-line that may lead a panel; a trailer is no talk."""
    text = (
        "Knots on Air\n\nEpisode 3: Splices\nwith Jane Doe, Acme\n"
        "Recorded at KnotCon 2021 on October 14, 2021\nPublished November 30, 2021 · 36 min\n"
        "Ropes are joined, and cut, and joined again.\nPlay episode   Download   Transcript\n\n"
        "Episode 2: Panel - Nets\nhosted by Anna Smith, with John Roe of Acme and Ann Poe\n"
        "Recorded at KnotCon 2020 on October 22, 2020\nPublished November 9, 2020 · 1 h 05\n"
        "Play episode   Download\n\nBonus: Trailer\nPublished September 28, 2020 · 2 min\n"
    )
    splices, nets = _records(text)
    assert (splices.title, splices.event, splices.date, splices.duration) == (
        "Splices", "KnotCon 2021", "2021-10-14", 36,
    )  # fmt: skip
    assert (nets.title, nets.event, nets.duration) == ("Nets", "KnotCon 2020", 65)
    assert [(c.name, c.org) for c in nets.speakers] == [
        ("Anna Smith", None), ("John Roe", "Acme"), ("Ann Poe", None),
    ]  # fmt: skip


def test_rehearsals_and_chores_are_no_listing() -> None:
    """Hours above rooms, and dated lines that bill nobody, are no talks."""
    choir = (
        "Northmoor Choir 2018\nThursday, September 20, 2018\n\n9:00 AM\nWarm-up\nLobby\n\n"
        "10:00 AM\nBrahms Requiem\nMain Floor\nBring your own score, please, and a pencil.\n\n"
        "11:00 AM\nSpring Concert\nMain Floor\n\n12:00 PM\nGarden Songs\nMain Floor\n"
    )
    chores = (
        "Chores\n\n14 March 2020 - Clean the shed - bring gloves\n21 March 2020 - Sow - in pots\n"
    )
    assert not SOURCE.sniff(choir)
    assert not SOURCE.sniff(chores)


def test_of_two_names_the_second_may_be_an_organisation() -> None:
    """Three names are three people; a month above the first talk is no event."""
    text = (
        "Knots Evenings - archive of talks\n\n2017\n\nMarch 2017\n\nSplices\n"
        "Jane Doe, Ropewalk Linz | 2 May 2017 | 38:12\n\n"
        "Panel: Nets\nJane Doe, Ann Poe, Prudence Okonjo | 3 May 2017 | 44:03\n"
    )
    assert [[(c.name, c.org) for c in r.speakers] for r in _records(text)] == [
        [("Jane Doe", "Ropewalk Linz")],
        [("Jane Doe", None), ("Ann Poe", None), ("Prudence Okonjo", None)],
    ]
    assert {record.event for record in _records(text)} == {None}
