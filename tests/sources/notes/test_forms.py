"""Notes are read in the many forms that people give them."""

from __future__ import annotations

import pytest

from talkctl.record import Record
from talkctl.sources.notes import SOURCE


def _read(text: str) -> tuple[Record, ...]:
    assert SOURCE.sniff(text)
    return SOURCE.parse("notes.md", text).records


def _people(record: Record) -> list[tuple[str, str | None]]:
    return [(credit.name, credit.org) for credit in record.speakers]


def test_weekdays_are_dates_where_the_page_names_all_days_together() -> None:
    """So are the number of a day, and a weekday beside a talk's hours; the event has its span."""
    text = (
        "# KnotCon 2018\n\nTwo days in Bergen, June 2nd and 3rd.\n\n## Saturday\n\n"
        "### Buoys - Jane Doe, Acme\n\n- ok\n\n## Day 2\n\n### Ropes - John Roe, Bolt\n\n"
        "Sat 14:15 – 15:00\n"
    )
    reading = SOURCE.parse("notes.md", text)
    assert [(one.event, one.start, one.end) for one in _occasions(text)] == [
        ("KnotCon 2018", "2018-06-02", "2018-06-03")
    ]
    assert [one.date for one in reading.records] == ["2018-06-02", "2018-06-02"]
    assert _read(text.replace("\nSat 14:15 – 15:00\n", ""))[1].date == "2018-06-03"


class _Named:
    def __init__(self, event: str, start: str | None, end: str | None) -> None:
        self.event, self.start, self.end = event, start, end


def _occasions(text: str) -> list[_Named]:
    found = SOURCE.parse("notes.md", text).occasions
    return [_Named(one.name, one.start, one.end) for one in found]


def test_several_events_of_one_page_have_their_own_days() -> None:
    """The second has no year of its own, and its days without one are in that of the page."""
    text = (
        "# Sea summer 2021\n\n# KnotCon 2021 (Aug 4-5)\n\n## Wed 8/4\n\n### Buoys - Jane Doe, Acme\n\n"
        "# SAIL CON 29 (Aug 5-8)\n\n## Fri 8/6\n\n### Ropes - John Roe, Bolt\n\n- yes\n"
    )
    assert [(one.event, one.date) for one in _read(text)] == [
        ("KnotCon 2021", "2021-08-04"), ("SAIL CON 29", "2021-08-06"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "1. **Deep Water** Jane Doe @ Acme",
        "- *Deep Water*. Jane Doe (Acme)",
        "- “Deep Water”, Jane Doe, Acme",
        "* Deep Water :: Jane Doe (Acme)",
        "- [Deep Water](https://youtu.be/x1) by Jane Doe (Acme) [KnotCon 2016] - worth it",
    ],
)
def test_a_title_is_told_by_its_dress_from_the_people_behind(line: str) -> None:
    """Bold type, italics, quotation marks, a link; whatever joint stands between, or none."""
    other = line.replace("Deep Water", "Low Tide").replace("Jane Doe", "John Roe")
    record = _read(f"# Talks at KnotCon 2016\n\n{line}\n{other}\n")[0]
    assert (record.title, record.event) == ("Deep Water", "KnotCon 2016")
    assert _people(record) == [("Jane Doe", "Acme")]


def test_behind_a_title_stand_people_event_and_length_in_one_bracket() -> None:
    """Each is told by what it looks like; a remark behind a dash is one."""
    (one, two) = _read(
        "# Talks worth your time\n\n"
        "* [Deep Water](https://youtu.be/x1) (Jane Doe, KnotCon 2017, 55 min)\n"
        "* [Low Tide](https://youtu.be/x2) by John Roe [KnotCon 2018] - all of it\n"
    )
    assert (one.event, one.duration, _people(one)) == ("KnotCon 2017", 55, [("Jane Doe", None)])
    assert (two.event, [note.text for note in two.notes]) == ("KnotCon 2018", ["all of it"])


def test_somebodys_own_talks_are_by_whoever_presents_themselves() -> None:
    """With a date in front, the title in italics, the event behind, and whom it was given with."""
    one, two = _read(
        "# Talks I've given\n\nI'm Jane Doe and I sail.\n\n"
        "- **2025-11-06** — *Deep Water*, Sail Summit, online · [video](https://youtu.be/x1)\n"
        "- **2024-02-08** — *Low Tide* (with John Roe), KnotCon Bergen\n"
    )
    assert (one.title, one.event, one.date) == ("Deep Water", "Sail Summit", "2025-11-06")
    assert (two.event, two.date) == ("KnotCon Bergen", "2024-02-08")
    assert [_people(one), _people(two)] == [
        [("Jane Doe", None)], [("Jane Doe", None), ("John Roe", None)],
    ]  # fmt: skip


def test_a_list_of_talks_others_gave_is_nobodys_own() -> None:
    """Though somebody says who they are above it."""
    text = (
        "# My favourite talks\n\nI'm Jane Doe.\n\n- [Deep Water](https://youtu.be/x1) - Ann Poe\n"
    )
    records = SOURCE.parse("notes.md", f"{text}- [Tide](https://youtu.be/x2) - John Roe\n").records
    assert [_people(one) for one in records] == [[("Ann Poe", None)], [("John Roe", None)]]


def test_an_agenda_needs_no_bullets() -> None:
    """A quotation below a line is its abstract; below a group of talks stand the talks."""
    deep, tide, _, panel = _read(
        "# KnotCon 2022\n\nBergen, July 23, 2022, Hall 2.\n\n### Program\n\n"
        "09:00 – 09:40  **Invited talk: Deep Water** — Jane Doe (Acme)\n> How deep is it?\n\n"
        "10:40 – 11:40  **Lightning talks** (15 min each)\n"
        "  1. *Low Tide*. John Roe, Ann Poe\n  2. *High Tide*. Carl Coe\n\n"
        "11:40 – 12:30  **Panel: Who sails?** — moderator: Ann Poe; panelists: Carl Coe, Jane Doe\n"
    )
    assert (deep.title, deep.start, deep.abstract) == (
        "Deep Water", "2022-07-23T09:00:00", "How deep is it?",
    )  # fmt: skip
    assert (tide.title, tide.kind, len(tide.speakers)) == ("Low Tide", "lightning", 2)
    assert [(one.name, one.role, one.org) for one in panel.speakers] == [
        ("Ann Poe", "moderator", None), ("Carl Coe", "panelist", None), ("Jane Doe", "panelist", None),
    ]  # fmt: skip


def test_pictograms_stand_for_labels() -> None:
    """Several of them on one line, too."""
    (record,) = _read(
        "# KnotCon 2023\n\n## Deep Water\n🎤 Jane Doe, Acme\n🕑 14:15 – 15:00 · 🚪 Hall 2\n"
        "🎬 https://youtu.be/x1\n\nWet.\n"
    )
    assert (_people(record), record.room, record.start) == (
        [("Jane Doe", "Acme")],
        "Hall 2",
        "14:15",
    )
    assert [link.kind for link in record.links] == ["video"]


def test_a_byline_may_be_a_link_with_further_links_behind() -> None:
    """The links behind are the talk's, and the person's page is not."""
    one, two = _read(
        "# KnotCon 2018: my notes\n\n## Deep Water\n\n_[Yola Ferreiro](https://twitter.com/yola)_ · "
        "[slides](https://yola.example/s) · [video](https://youtu.be/x1)\n\nGood.\n\n"
        "## Low Tide\n\n_[Ximena Ortega](https://xime.example)_, Acme · slides: tba\n\nShort.\n"
    )
    assert _people(one) == [("Yola Ferreiro", None)]
    assert [link.kind for link in one.links] == ["slides", "video"]
    assert _people(two) == [("Ximena Ortega", "Acme")]


@pytest.mark.parametrize(
    ("heading", "room"),
    [
        ('10:00 Tarn – "Deep Water" by Jane Doe', "Tarn"),
        ("10:00, HS 3: Deep Water - Jane Doe", "HS 3"),
        ("10:00, C116: Deep Water - Jane Doe", "C116"),
        ("Ore 10:00 – Aula Magna – Deep Water (Jane Doe)", "Aula Magna"),
        ("10:00 K8S: Deep Water - Jane Doe", None),
    ],
)
def test_behind_an_hour_stands_where_it_is(heading: str, room: str | None) -> None:
    """Before a title in quotation marks, and before a colon if it looks like a room."""
    record = _read(
        f"# KnotCon 2023\n\n### {heading}\n\n- ok\n\n### Tide - John Roe, Bolt\n\n- yes\n"
    )[0]
    assert (record.room, record.start) == (room, "10:00")


def test_lines_below_a_title_say_where_it_was_and_where_to_watch_it() -> None:
    """A room with more behind a full stop or with tags, a span of hours with a name behind."""
    one, two, three = _read(
        "# KnotCon 2023\n\n### Tide - John Roe, Bolt\n\nRoom 301. Slides: <https://r.example/s.pdf>\n\n"
        "### Buoys - Ann Poe, Bolt\nMain Hall #ropes #fun\n- could not get in, watch the recording: "
        "https://v.example/buoys\n\n### Ropes - Jane Doe, Acme\n10:20-11:00, Lagoon GHI\n"
    )
    assert (one.room, [link.kind for link in one.links]) == ("Room 301", ["slides"])
    assert (two.room, two.tags) == ("Main Hall", ("ropes", "fun"))
    assert [(link.kind, link.url) for link in two.links] == [("video", "https://v.example/buoys")]
    assert (three.room, three.start) == ("Lagoon GHI", "10:20")


def test_remarks_may_have_a_bullet_of_their_own_below_talks() -> None:
    """As deep as the talks; the word above a list says what kind they are of."""
    text = (
        "KnotCon 2014 - random notes\n\n* Deep Water :: Jane Doe\n- wet\n- salty\n\n"
        "* Low Tide :: John Roe (Bolt)\n- dry\n\nignites\n* Buoys :: Ann Poe\n* Ropes :: Carl Coe\n"
    )
    records = _read(text)
    assert [one.title for one in records] == ["Deep Water", "Low Tide", "Buoys", "Ropes"]
    assert [note.text for note in records[0].notes] == ["wet", "salty"]
    assert {one.event for one in records} == {"KnotCon 2014"}
    assert [one.kind for one in records] == ["talk", "talk", "lightning", "lightning"]


def test_outlines_of_org_mode_are_notes() -> None:
    """Stars are headings; words for what is to do, tags and brackets of links are Org's own."""
    one, two = _read(
        "#+TITLE: KnotCon 2015 Bergen\n#+DATE: <2015-07-26 Sun>\n\n* Monday 20 July\n"
        "** Deep Water - Jane Doe          :rope:\n   - wet\n   - [[https://youtu.be/x1][video]]\n"
        "** TODO Low Tide - John Roe, Bolt\n"
    )
    assert (one.title, one.date, one.event) == ("Deep Water", "2015-07-20", "KnotCon 2015 Bergen")
    assert [link.url for link in one.links] == ["https://youtu.be/x1"]
    assert (two.title, _people(two)) == ("Low Tide", [("John Roe", "Bolt")])


def test_channels_and_playlists_are_no_recordings() -> None:
    """So a heading above links to them is no talk."""
    records = _read(
        "# Talks at KnotCon 2016\n\n## 2016\n\n- [Tide](https://youtu.be/x1) by Jane Doe\n"
        "- [Buoys](https://youtu.be/x2) by John Roe\n\n## Channels\n\n"
        "- [Knots](https://www.youtube.com/@knots) - official\n"
    )
    assert [one.title for one in records] == ["Tide", "Buoys"]


def test_whom_a_label_names_outranks_what_a_title_seems_to_say() -> None:
    """``von Hallo Welt`` is no byline where a line says who speaks."""
    (record,) = _read(
        "# KnotCon 2017 – Mitschrift\n\n### Ansible jenseits von Hallo Welt\nReferent: Udo Haber (B1)\n"
    )
    assert record.title == "Ansible jenseits von Hallo Welt"
    assert _people(record) == [("Udo Haber", "B1")]


def test_an_event_is_named_without_what_somebody_says_of_it() -> None:
    """Behind its year stand days, or words in small letters."""
    for head in (
        "KnotCon 2019 - to watch",
        "KnotCon 2019, 2-4 March",
        "KnotCon 2019 : compte-rendu",
    ):
        record = _read(f"# {head}\n\n### Tide - John Roe, Bolt\n\n- yes\n")[0]
        assert record.event == "KnotCon 2019"


def test_talks_may_be_listed_in_front_matter() -> None:
    """A heading with the title of one of them is about that talk, and no second one."""
    one, two = _read(
        "---\ntitle: KnotCon 2024\ntalks:\n  - title: Deep Water\n    speaker: Jane Doe\n    kind: keynote\n"
        "    video: https://youtu.be/x1\n  - title: Low Tide\n    speakers: [John Roe, Ann Poe]\n"
        "    org: Bolt\n---\n\n## Deep Water\nwet\n"
    )
    by_title = {record.title: record for record in (one, two)}
    assert by_title["Deep Water"].kind == "keynote"
    assert [note.text for note in by_title["Deep Water"].notes] == ["wet"]
    assert _people(by_title["Low Tide"]) == [("John Roe", "Bolt"), ("Ann Poe", "Bolt")]
    assert {record.event for record in (one, two)} == {"KnotCon 2024"}


def test_terse_days_and_remarks_behind_two_dashes() -> None:
    """A weekday right above a list heads it; stars behind two dashes are no part of anything."""
    _, one, two, three = _read(
        "# knotcamp 2020 bergen 3-5 feb\n\nmon\n* 09:00 coffee queue\n"
        '* 10:15 "Deep Water" Jane Doe (Acme) -- ***\n* 11:00 "Low Tide" John Roe -- again!\n'
        'tue\n* 10:00 "Buoys" Ann Poe (Bolt) -- slides http://a.example/b.pdf\n'
    )
    assert (one.title, one.date, _people(one)) == (
        "Deep Water",
        "2020-02-03",
        [("Jane Doe", "Acme")],
    )
    assert [[note.text for note in record.notes] for record in (one, two)] == [[], ["again!"]]
    assert (three.date, [link.url for link in three.links]) == (
        "2020-02-04",
        ["http://a.example/b.pdf"],
    )
    assert one.event == "knotcamp 2020 bergen"


def test_titles_stand_right_above_who_gives_them() -> None:
    """``Charla 1:`` is no part of one; a list item is none."""
    one, two = _read(
        "# KnotConf 2023 (Madrid, 21 y 22 abril)\n\n## vie 21\n\nCharla 1: Mareas\nPonente: Jane Doe (Acme)\n"
        "Sala: 4\nIdeas:\n - sal\n\nCharla 2: Nudos\nPonentes: John Roe y Ann Poe, Bolt\n"
    )
    assert (one.title, one.room, one.date) == ("Mareas", "4", "2023-04-21")
    assert _people(two) == [("John Roe", "Bolt"), ("Ann Poe", "Bolt")]


def test_a_table_may_have_days_for_columns() -> None:
    """With hours in front of its rows, and rooms in brackets in its cells."""
    records = _read(
        "knotcon oslo 2017 plan (spektrum, june 14-16)\n\n| | Wed | Thu |\n|---|---|---|\n"
        "| 9:00 | Deep Water - Jane Doe | Low Tide - John Roe (room 3) |\n| 11:40 | lunch | lunch |\n"
    )
    assert [(one.title, one.room, one.start) for one in records] == [
        ("Deep Water", None, "2017-06-14T09:00:00"), ("Low Tide", "room 3", "2017-06-15T09:00:00"),
    ]  # fmt: skip
    assert {one.event for one in records} == {"knotcon oslo 2017"}


def test_what_front_matter_says_of_a_placed_event_is_true_of_its_talks() -> None:
    """Its date is not that of the page where it also says where the event was."""
    text = "---\nevent: KnotCon 2022\ndate: 2022-10-06\nlocation: Bergen\n---\n## Tide\nSpeaker: Jane Doe\n"
    assert _read(f"{text}## Buoys\nSpeaker: John Roe\n")[0].date == "2022-10-06"
    bare = text.replace("location: Bergen\n", "")
    assert _read(f"{bare}## Buoys\nSpeaker: John Roe\n")[0].date is None


def test_a_talk_without_people_among_others_with_codes_is_one() -> None:
    """Where the programme gives each session a code, as some do."""
    records = _read(
        "# KnotCon 2019\n\n## mon dec 2\n### ARC213 - Deep Water (Jane Doe, Acme)\n- ok\n"
        "### ARC301 - Low Tide (John Roe)\n- ok\n### DOP404 - Buoys\nline too long, skipped\n"
        "### keynote - Ann Poe\n"
    )
    assert [one.title for one in records][2] == "DOP404 - Buoys"
    assert [_people(one) for one in records][3] == [("Ann Poe", None)]


def test_own_talks_may_stand_below_years_with_where_they_were_given() -> None:
    """What is told above the list says that they are somebody's own; nobody is named here."""
    one, two = _read(
        "---\nlayout: page\ntitle: Talks\n---\nHere's a list of talks I've given.\n# 2018\n"
        "- **Low Tide: A Story** - SailDays, Boston MA - [video](https://youtu.be/x1)\n# 2016\n"
        "- **Deep Water** - KnotConf, Oslo - [slides](https://a.example/s.pdf), video forthcoming\n"
    )
    assert (one.title, one.event, one.speakers) == ("Low Tide: A Story", "SailDays", ())
    assert (two.title, two.event) == ("Deep Water", "KnotConf")


def test_the_number_of_a_talk_is_no_part_of_its_title() -> None:
    """As at a meet-up whose date stands below its name."""
    one, two = _read(
        "# KnotKnights Meet-up\n\n2023-09-20\n\n## Talk 1. Low Tide\n\nMike Woodford\n\n- dry\n\n"
        "## Talk 2. Deep Water\n\nErika Cardoso\n\n- wet\n"
    )
    assert [one.title, two.title] == ["Low Tide", "Deep Water"]
    assert (one.event, one.date) == ("KnotKnights Meet-up", "2023-09-20")


def test_two_names_below_a_title_are_its_byline() -> None:
    """Joined by a word, each by a given name."""
    (one, two) = _read(
        "# KnotCon 2012 notes.\n\n# Web vs Apps\n## Jane Doe and Ben Galloway\n\nhm\n\n"
        "# Single Pages\n## Ann Poe\n\n- urls\n"
    )
    assert [_people(record) for record in (one, two)] == [
        [("Jane Doe", None), ("Ben Galloway", None)], [("Ann Poe", None)],
    ]  # fmt: skip


def test_a_table_may_say_when_in_two_columns() -> None:
    """The weekday in one, which is a date where the page names its days together, hours in the other."""
    (record,) = _read(
        "## KnotCon Lisbon 2022 (10-11 Nov)\n\n| Day | Slot | Room | Title | Speaker(s) |\n|--|--|--|--|--|\n"
        "| Fri | 14:00–14:45 | Track 1 | Buoys | Jane Doe (Acme) |\n"
    )
    assert (record.start, record.end) == ("2022-11-11T14:00:00", "2022-11-11T14:45:00")


def test_lists_nested_without_end_are_read() -> None:
    """The talks of the first lists are found; what is nested deeper is told of them or remarked on."""
    group = "{0}- Group\n{0} - Buoys - Jane Doe, Acme\n{0} - Ropes - John Roe, Bolt\n"
    text = "# KnotCon 2024\n\n## Talks\n\n" + "".join(
        group.format(" " * depth) for depth in range(520)
    )
    assert [record.title for record in _read(text)[:2]] == ["Buoys", "Ropes"]


def test_a_town_behind_an_organisation_is_no_organisation_of_its_own() -> None:
    """Two people are from two organisations only if both are some."""
    text = (
        "# KnotCon 2019\n\n| Title | Speakers | Company |\n|---|---|---|\n"
        "| Deep Water | Jane Doe, John Roe | Quay, Berlin |\n"
        "| Deep Rope | Jane Doe, John Roe | Quay, Bolt |\n"
    )
    water, rope = _read(text)
    assert _people(water) == [("Jane Doe", "Quay, Berlin"), ("John Roe", "Quay, Berlin")]
    assert _people(rope) == [("Jane Doe", "Quay"), ("John Roe", "Bolt")]


def test_what_is_nested_below_a_bullet_is_read_as_below_a_heading() -> None:
    """Its labels say the language, the length and the tags of the talk."""
    text = (
        "# KnotCon 2019\n\n- [Deep Water](https://youtu.be/abc) - Jane Doe, Acme\n"
        "  - Language: German\n  - Duration: 45 min\n  - Tags: rope, tide\n"
    )
    (water,) = _read(text)
    assert (water.language, water.duration, water.tags) == ("de", 45, ("rope", "tide"))


@pytest.mark.parametrize("title", ["conference notes 2023 (Jane)", "Sea conferences of 2023"])
def test_notes_on_several_events_are_no_event_themselves(title: str) -> None:
    """Each heading below names its own, with its days, a town behind these, or only a word for it."""
    text = f"# {title}\n" + (
        "\n## KnotCon 2023 - Nov 23-24, Tallinn\n\n### Thu 23 Nov\n\n"
        "- Buoys - Jane Doe, Acme\n\n## Sail Days 2023 - June 10, Oslo\n\n- Ropes - John Roe, Acme\n"
        "- Oars - Ann Poe, Acme\n\n## Tide meetup\n\n- 2023-03-01: **Fog** by Jane Doe — 9/10\n"
        "  https://youtu.be/abc\n- 2023-04-02: **Ice** by John Roe (Acme) — ★★☆\n"
        "\n## Harbour Meetup - 2023-02-15\n\n- Eels - Jane Doe (Bolt)\n- Gulls - John Roe\n"
    )
    assert [(one.event, one.date) for one in _read(text)] == [
        ("KnotCon 2023", "2023-11-23"), ("Sail Days 2023", "2023-06-10"),
        ("Sail Days 2023", "2023-06-10"), ("Tide meetup", "2023-03-01"), ("Tide meetup", "2023-04-02"),
        ("Harbour Meetup", "2023-02-15"), ("Harbour Meetup", "2023-02-15"),
    ]  # fmt: skip
    assert [(_people(one), [note.text for note in one.notes]) for one in _read(text)[3:5]] == [
        ([("Jane Doe", None)], ["9/10"]), ([("John Roe", "Acme")], ["★★☆"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["Conference notes: KnotCon 2023", "KnotCon 2023", "Notes (KnotCon 2023)"]
)
def test_a_page_of_one_event_lends_its_name_to_all_headings(heading: str) -> None:
    """A day with a word for conferences in it, below the name of one, is no other event."""
    talks = "- Ropes - John Roe, Acme\n- Oars - Ann Poe, Acme\n"
    text = f"# {heading}\n\n## Workshop day - 2023-05-04\n\n{talks}"
    assert {(one.date, "KnotCon 2023" in (one.event or "")) for one in _read(text)} == {
        ("2023-05-04", True)
    }


def test_a_heading_with_a_word_of_conferences_may_be_a_part_of_one() -> None:
    """Only what conferences end in names one where nothing above does."""
    text = "# My notes\n\n## Live demos\n\n- Ropes - John Roe, Acme\n- Oars - Ann Poe, Acme\n"
    assert {one.event for one in _read(text)} == {None}
    assert {one.event for one in _read(text.replace("Live demos", "Rope Summit"))} == {
        "Rope Summit"
    }


@pytest.mark.parametrize(
    ("line", "kept"),
    [("Deep Water - Jane Doe - 2/3", False), ("Deep Water (3/5) - Jane Doe, Acme", True)],
)
def test_part_of_a_series_is_no_rating(line: str, kept: bool) -> None:
    """A talk is worth so many of five or ten, and stands behind a dash."""
    (talk,) = _read(f"# KnotCon 2019\n\n- {line} https://youtu.be/abc\n")
    assert not talk.notes
    assert ("(3/5)" in talk.title) == kept


def test_faces_behind_whoever_speaks_are_a_remark() -> None:
    """Those behind a title are its own."""
    buoys, ropes, eels = _read(
        "# KnotCon 2019\n\n- **Buoys** (Jane Doe) 👍\n- Ropes - John Roe, Acme 😐😐\n"
        "- [Eels 🐍](https://youtu.be/abc)\n"
    )
    assert (_people(buoys), [note.text for note in buoys.notes]) == ([("Jane Doe", None)], ["👍"])
    assert (_people(ropes), [note.text for note in ropes.notes]) == (
        [("John Roe", "Acme")],
        ["😐😐"],
    )
    assert (eels.title, eels.notes) == ("Eels 🐍", ())


def test_stars_behind_a_room_are_a_remark() -> None:
    """Neither is a room part of a rating nor the other way round."""
    (talk,) = _read(
        "# KnotCon 2019\n\n### Buoys - Jane Doe (Acme)\n\n10:00, Hall A · ★★★★☆\n\n- ok\n"
    )
    assert (talk.room, [note.text for note in talk.notes]) == ("Hall A", ["★★★★☆", "ok"])


def test_lightning_talks_below_an_hour_begin_then() -> None:
    """Bullets below the name of a group are talks of its kind, be there an hour before it or not."""
    talks = "- **Buoys** — Jane Doe\n- **Ropes** — John Roe (Acme)\n"
    for group in ("### 14:30 — Lightning talks\n\n", "### Talks\n\n- 14:30 Lightning talks\n"):
        below = (
            talks if group.endswith("\n\n") else "".join(f"  {one}\n" for one in talks.split("\n"))
        )
        found = _read(f"# KnotCon 2019\n\n## 2019-05-04\n\n{group}{below}")
        assert [(one.title, one.kind, one.start) for one in found] == [
            ("Buoys", "lightning", "2019-05-04T14:30:00"),
            ("Ropes", "lightning", "2019-05-04T14:30:00"),
        ]
    (early, late) = _read(f"# KnotCon 2019\n\n## 2019-05-04\n\n### 09:00 Talks\n\n{talks}")
    assert (early.start, late.start) == (None, None)


def test_letters_in_brackets_may_be_links() -> None:
    """What has an address behind it is no link to a page of the writer's own."""
    (talk,) = _read(
        "# KnotCon 2019\n\n- Buoys - Jane Doe - [[S]](https://acme.example/buoys.pdf)"
        " [[V]](https://youtu.be/abc)\n"
    )
    assert _people(talk) == [("Jane Doe", None)]
    assert [link.kind for link in talk.links] == ["slides", "video"]


@pytest.mark.parametrize(
    ("line", "room"),
    [("Fri 8 Nov, 09:00, Main stage", "Main stage"), ("09:00 We all left the hall", None)],
)
def test_a_room_may_end_in_what_it_is(line: str, room: str | None) -> None:
    """Behind the hour of a talk, and not in a remark on it."""
    (talk,) = _read(f"# KnotCon 2019\n\n### Buoys - Jane Doe (Acme)\n\n{line}\n\n- ok\n")
    assert talk.room == room


def test_a_remark_behind_an_event_may_end_in_a_star() -> None:
    """The event stays one, and the star is part of the remark."""
    (talk,) = _read(
        "# Talks\n\n- [Buoys](https://youtu.be/abc) by Jane Doe [KnotCon 2016] - Worth it. ⭐\n"
    )
    assert (talk.event, [note.text for note in talk.notes]) == ("KnotCon 2016", ["Worth it. ⭐"])
