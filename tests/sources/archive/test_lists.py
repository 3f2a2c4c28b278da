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
