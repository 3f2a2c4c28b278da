"""Notes in plain text: headings by their place alone."""

from __future__ import annotations

from talkctl.sources import recognise
from talkctl.sources.notes import SOURCE


def test_hours_flush_left_above_bullets_are_headings() -> None:
    """Room and people stand on the line; what is about no talk, and what is to be done, are none."""
    text = (
        "Notizen Knotentage Kiel\n25. - 26. April 2018, Rathaus\n\n=== MITTWOCH, 25.4. ===\n\n"
        "9:00-9:45 Keynote: Seile (Jane Doe, Acme), Großer Saal\n- sehr gut\n\nMittagessen\n\n"
        "13:30 AUSGEFALLEN: Netze\n- schade\n\n=== DONNERSTAG, 26.4. ===\n\n"
        "9:00-9:45 Knoten (Ann Poe und John Roe, beide Acme AG), Saal 2\n- langsam\n\n"
        "10:15 Blitzvorträge, Saal 2\n- Jane Doe: Stek\n- John Roe: Palstek\n\nOffen:\n- Abrechnung\n"
    )
    assert recognise("page", text) is SOURCE
    found = SOURCE.parse("page", text)
    assert [(r.title, r.kind, r.start, r.room, len(r.notes)) for r in found.records] == [
        ("Seile", "keynote", "2018-04-25T09:00:00", "Großer Saal", 1),
        ("Netze", "talk", "2018-04-25T13:30:00", None, 1),
        ("Knoten", "talk", "2018-04-26T09:00:00", "Saal 2", 1),
        ("Stek", "lightning", "2018-04-26T10:15:00", "Saal 2", 0),
        ("Palstek", "lightning", "2018-04-26T10:15:00", "Saal 2", 0),
    ]
    assert found.records[1].status == "cancelled"
    assert [(c.name, c.org) for c in found.records[2].speakers] == [
        ("Ann Poe", "Acme AG"), ("John Roe", "Acme AG"),
    ]  # fmt: skip
    assert "Mittagessen" in [remark.text for remark in found.remarks]


def test_a_letter_tells_of_talks_in_quotation_marks() -> None:
    """Its subject names the event; a line may go on on the next one."""
    text = (
        "To: all\nFrom: Bea\nSubject: Trip report: KnotCon, Oslo, 2-3 October 2019\n\nHi all,\n\n"
        'WEDNESDAY\n=========\n\n"Splices" by Jane Doe and Ann Poe (both\nAcme)\n  Ropes, joined.\n'
        "  Slides: https://example.org/a.pdf\n\nThere was a boat.\n\nTHURSDAY\n========\n\n"
        'Workshop "Nets" by John Roe\n  Three hours.\n\nBest\nBea\n'
    )
    assert recognise("page", text) is SOURCE
    splices, nets = SOURCE.parse("page", text).records
    assert (splices.title, splices.date, len(splices.links)) == ("Splices", "2019-10-02", 1)
    assert [c.org for c in splices.speakers] == ["Acme", "Acme"]
    assert (nets.kind, nets.date, nets.notes[0].text) == ("workshop", "2019-10-03", "Three hours.")


def test_a_page_with_headings_keeps_its_own() -> None:
    """There, hours above bullets are lines of a list."""
    text = (
        "# KnotCon 2019\n\n## Day 1\n\n10:00 Splices (Jane Doe, Acme)\n- good\n\nTo do:\n- rest\n"
    )
    assert "## To do:" not in str(SOURCE.parse("page", text).remarks)


def test_events_between_rules_are_each_their_own() -> None:
    """The line on top of several of them names none."""
    text = (
        "NOTES from rope things, spring 2022\n\n=======\nKnotConf warmup, 17 Feb 2022\n=======\n\n"
        "19:00 Jane Doe - Splices\n  - joined\n\n=======\nRope Summit 2022\nOslo, 28-29 April 2022\n"
        "=======\n\nThu 28 April\n------------\n\n09:30 John Roe (Acme) - Nets\n  - slow\n"
    )
    assert recognise("page", text) is SOURCE
    records = SOURCE.parse("page", text).records
    assert [(r.title, r.event, r.start) for r in records] == [
        ("Splices", "KnotConf warmup", "2022-02-17T19:00:00"),
        ("Nets", "Rope Summit 2022", "2022-04-28T09:30:00"),
    ]
