"""Lists of recordings without dates: playlists and channels, and entries that have labels."""

from __future__ import annotations

from talkctl.sources import recognise
from talkctl.sources.archive import SOURCE

_PLAYLIST = (
    "KnotCon 2019 - All talks\nRope Channel\n3 videos\nPlay all\n1\n29:41\n29:41\nNow playing\n"
    "Splices - Jane Doe, Acme\nRope Channel\n•\n1.2K views • 9 months ago\n2\n12:20\nNow playing\n"
    "Lightning talk: Loose Ends - John Roe\nRope Channel\n•\n845 views • 9 months ago\n"
)


def test_a_playlist_is_a_list_of_recordings() -> None:
    """Each length opens one; the list names the event, the channel is nobody, an age is no date."""
    assert recognise("page", _PLAYLIST) is SOURCE
    records = SOURCE.parse("page", _PLAYLIST).records
    assert [(r.title, r.kind, r.duration, r.event, r.published, r.date) for r in records] == [
        ("Splices", "talk", 30, "KnotCon 2019", None, None),
        ("Loose Ends", "lightning", 12, "KnotCon 2019", None, None),
    ]
    assert [[c.name for c in record.speakers] for record in records] == [["Jane Doe"], ["John Roe"]]


def test_lengths_below_a_video_are_no_playlist() -> None:
    """A page of one video lists others at its side; they are not what was copied."""
    text = (
        "Splices - Jane Doe, Acme\nRope Channel\nRope Channel\n4.1K subscribers\n"
        "3,412 views  Nov 24, 2019\nRopes, joined.\nShow less\n"
        "28:44\nNow playing\nOther\n3K views\n1 year ago\n31:00\nNow playing\nMore\n2K views\n"
    )
    (record,) = SOURCE.parse("page", text).records
    assert (record.title, record.published, record.abstract) == (
        "Splices", "2019-11-24", "Ropes, joined.",
    )  # fmt: skip


def test_a_video_needs_no_subscribers() -> None:
    """Title and channel stand above the one line that says when it appeared; an address on top
    is the video's."""
    text = (
        "https://youtu.be/abcdefghijk\nSplices — Jane Doe (Acme)\nRope Channel\n"
        "842 views · Premiered Oct 14, 2022\nRopes, joined.\n"
    )
    (record,) = SOURCE.parse("page", text).records
    assert (record.title, record.published) == ("Splices", "2022-10-14")
    assert [link.kind for link in record.links] == ["video"]


def test_recordings_with_labels_need_no_dates() -> None:
    """A title, who speaks, how long and where, with empty lines between, are entries."""
    text = (
        "KnotCon 2022 – Videos\n\nAll talks are online.\n\nSplices\nSpeaker: Jane Doe (Acme)\n"
        "Duration: 28 min\nhttps://vimeo.com/7001\n\nLoose Ends\nReferent: John Roe\n"
        "Dauer: 45 Minuten\nFolien: https://example.org/x.pdf\n\nImprint\n"
    )
    assert recognise("page", text) is SOURCE
    found = SOURCE.parse("page", text)
    assert [
        (r.title, r.duration, r.event, r.speakers[0].name, [link.kind for link in r.links])
        for r in found.records
    ] == [
        ("Splices", 28, "KnotCon 2022", "Jane Doe", ["video"]),
        ("Loose Ends", 45, "KnotCon 2022", "John Roe", ["slides"]),
    ]
    assert [remark.text for remark in found.remarks] == ["All talks are online."]


def test_talks_of_one_event_are_no_recordings() -> None:
    """The same labels below ``Details``, or without any video, leave the page to other formats."""
    entries = (
        "Splices\nSpeaker: Jane Doe (Acme)\nDuration: 28 min\n{0}\n\n"
        "Loose Ends\nSpeaker: John Roe\nDuration: 45 min\n{0}\n"
    )
    assert SOURCE.sniff(entries.format("https://vimeo.com/7001"))
    assert not SOURCE.sniff(entries.format("Slides: https://example.org/x.pdf"))
    assert not SOURCE.sniff("Knot Night\nDetails\n\n" + entries.format("https://vimeo.com/7001"))


def test_recordings_in_paragraphs_need_no_labels() -> None:
    """A heading with a date says when those below were given; how often they were seen is nothing."""
    text = (
        "Rope Group\n\nMeetup #31, 28 February 2019\n\nSplices\nJane Doe (Acme)\n"
        "Video: https://vimeo.com/7001\n\nLightning talk: Loose Ends\nJohn Roe\nVideo not available\n\n"
        "Meetup #30, 29 November 2018\n\nNets\nAnn Poe and Jane Doe\n43 min\n1.3k\n"
    )
    assert recognise("page", text) is SOURCE
    found = SOURCE.parse("page", text).records
    assert [(r.title, r.date, [c.name for c in r.speakers], r.duration) for r in found] == [
        ("Splices", "2019-02-28", ["Jane Doe"], None),
        ("Loose Ends", "2019-02-28", ["John Roe"], None),
        ("Nets", "2018-11-29", ["Ann Poe", "Jane Doe"], 43),
    ]
    assert all(record.abstract is None for record in found)


def test_a_channel_is_no_video() -> None:
    """It counts its videos below its subscribers; what announces the next event is no talk."""
    text = (
        "Rope Channel\n@ropes\n4.7K subscribers\n•\n31 videos\nLatest\n33:02\n"
        "Jane Doe – Splices (KnotCon 2022)\n1.4K views\n1 year ago\n1:52\n"
        "KnotCon 2023 – Save the date!\n517 views\n1 year ago\n"
    )
    assert [(r.title, r.kind) for r in SOURCE.parse("page", text).records] == [
        ("Splices", "talk"), ("Save the date!", "other"),
    ]  # fmt: skip


def test_a_recording_says_when_the_talk_was_given() -> None:
    """The line is no part of the abstract, and code has a link as slides have."""
    text = (
        "0:01 / 38:47\nSplices — Jane Doe (KnotCon 2021)\nRope Channel\n8.4K subscribers\n"
        "9,204 views  Dec 3, 2021\nRecorded at KnotCon 2021, Bergen, 11 November 2021.\n\n"
        "Ropes, joined.\nCode: https://github.com/jdoe/splices\nShow less\n"
    )
    (record,) = SOURCE.parse("page", text).records
    assert (record.date, record.published, record.duration) == ("2021-11-11", "2021-12-03", 39)
    assert (record.abstract, [link.kind for link in record.links]) == ("Ropes, joined.", ["code"])


def test_chapters_that_bill_people_are_talks() -> None:
    """The recording of an evening is its event; one talk with chapters stays one."""
    text = (
        "https://youtu.be/abcdefghijk\nKnot Night #58 (livestream recording)\nRope Channel\n"
        "1.9K subscribers\n1,087 views  Streamed live on May 18, 2022\n0:00 Waiting\n"
        "14:20 Splices – {}\n52:20 {}\n1:31:20 Q&A\nShow less\n"
    )
    talks = SOURCE.parse("page", text.format("Jane Doe, Acme", '"Loose Ends" – John Roe')).records
    assert [(r.event, r.duration, r.published, r.links[0].url) for r in talks] == [
        ("Knot Night #58", 38, "2022-05-18", "https://youtu.be/abcdefghijk?t=860"),
        ("Knot Night #58", 39, "2022-05-18", "https://youtu.be/abcdefghijk?t=3140"),
    ]
    (alone,) = SOURCE.parse("page", text.format("how", "Loose ends")).records
    assert alone.title == "Knot Night #58 (livestream recording)"


def test_a_channel_and_a_year_are_the_event() -> None:
    """What the title repeats of the channel is no part of it."""
    text = (
        "BDX Web 2023 - Short Splices (Jane Doe)\nBDX Web\n2,1 k abonnés\n1,4 k vues  il y a 1 an\n"
        "Conférence donnée à Bordeaux le 12 mai 2023.\nRopes, joined.\n"
    )
    (record,) = SOURCE.parse("page", text).records
    assert (record.event, record.title, record.date) == (
        "BDX Web 2023", "Short Splices", "2023-05-12",
    )  # fmt: skip


def test_what_a_site_shows_beside_a_length_is_no_abstract() -> None:
    """A track and a button stand on the line of the length, an organisation behind a name."""
    text = (
        "Videos – KnotCon 2021\n\nShort Splices\nJane Doe · Acme Ropes\nTying · 41 min · Watch\n\n"
        "Panel: Loose Ends\nJohn Roe, Ann Poe\nRigging · 52 min · Watch\n"
    )
    first, second = SOURCE.parse("page", text).records
    assert (first.event, first.duration, first.abstract) == ("KnotCon 2021", 41, None)
    assert [(c.name, c.org) for c in first.speakers] == [("Jane Doe", "Acme Ropes")]
    assert [(c.name, c.role) for c in second.speakers] == [
        ("John Roe", "panelist"), ("Ann Poe", "panelist"),
    ]  # fmt: skip


def test_a_meeting_in_a_listing_may_be_several_talks() -> None:
    """Its chapters are; a title may end in who speaks."""
    text = (
        "Rope Group / Monthly\n\n3 Mar 2021\n\nMarch: ropes\n\n0:00 Hello\n5:20 Jane Doe: Short Splices\n"
        "34:10 John Roe: Loose Ends\n1:02:00 News\n  • 14 participants\n  • 1:10 hours\nzoom image\n\n"
        "3 Feb 2021\n\nA gentle tour of nets with Ann Poe\n\nNets.\n  • 9 participants\nzoom image\n"
    )
    records = SOURCE.parse("page", text).records
    assert [(r.title, r.speakers[0].name, r.published) for r in records] == [
        ("Short Splices", "Jane Doe", "2021-03-03"),
        ("Loose Ends", "John Roe", "2021-03-03"),
        ("A gentle tour of nets", "Ann Poe", "2021-02-03"),
    ]
