"""Which records are accounts of one talk, and which only look like it."""

from __future__ import annotations

import pytest

from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Wishes
from talkctl.identity.events import gather_events
from talkctl.identity.evidence import CERTAIN, Verdict
from talkctl.identity.profiles import profiles_of
from talkctl.identity.talks import Pair, join_records
from talkctl.model import Link
from talkctl.record import Credit, Occasion, Record
from tests.identity.told import documents, joined

ARCHIVE = Record(
    document="archive.txt",
    format="archive",
    first_line=1,
    last_line=9,
    raw_title="Kube-native Postgres [I] - Josh Berkus, RedHat",
    title="Kube-native Postgres",
    event="KubeCon 2017",
    speakers=(Credit("Josh Berkus", org="RedHat"),),
)
NOTES = ARCHIVE._replace(document="notes.md", format="notes", event=None, day=3)


def _count(*records: Record) -> int:
    return len(tuple(joined(*records).talks))


def test_notes_on_a_recorded_talk_are_the_same_talk() -> None:
    """Title and person agree, and nothing contradicts."""
    assert _count(ARCHIVE, NOTES) == 1


@pytest.mark.parametrize(
    "other",
    [
        NOTES._replace(title="kube-native  postgres"),
        NOTES._replace(title="Kube‑native “Postgres”"),
        NOTES._replace(speakers=(Credit("Josh Berkus"), Credit("Jane Doe"))),
        NOTES._replace(speakers=(Credit("josh berkus"),)),
    ],
    ids=["case and blanks", "quotes and hyphens", "one person more", "name in small letters"],
)
def test_spelling_does_not_make_another_talk(other: Record) -> None:
    """Case, quotes, hyphens and further people are no difference."""
    assert _count(ARCHIVE, other) == 1


@pytest.mark.parametrize(
    "other",
    [
        NOTES._replace(title="Kube-native MySQL"),
        NOTES._replace(speakers=(Credit("Jane Doe"),)),
        NOTES._replace(event="KubeCon 2018"),
        NOTES._replace(title="Kube-native Postgres 2"),
    ],
    ids=["another title", "another person", "another event", "another part"],
)
def test_what_contradicts_is_another_talk(other: Record) -> None:
    """Another title, person, event or part keeps records apart."""
    assert _count(ARCHIVE, other) == 2


def test_a_slip_in_a_long_title_by_the_same_person_is_forgiven() -> None:
    """One mistyped letter in sixty does not make another talk."""
    title = "Istio’s Mixer: Policy Enforcement with Custom Adapters"
    right = ARCHIVE._replace(title=title)
    assert _count(right, NOTES._replace(title=title.replace("Custom", "Costum"))) == 1


def test_two_keynotes_by_one_person_stay_two() -> None:
    """The same person, the same event, two titles: two talks."""
    first = ARCHIVE._replace(title="Red Hat: Making Containers Boring (again)")
    second = ARCHIVE._replace(title="What's Next? Getting Excited about Kubernetes in 2018")
    assert _count(first, second) == 2


def test_records_of_one_document_are_different_talks() -> None:
    """A page does not list one talk twice unless it says the very same of both."""
    again = ARCHIVE._replace(first_line=20, last_line=29, abstract="Another day, another room.")
    assert _count(ARCHIVE, again) == 2


def test_daily_lunches_stay_apart() -> None:
    """Breaks with one name on two days are two entries of the programme."""
    lunch = ARCHIVE._replace(
        title="Lunch", kind="break", speakers=(), start="2017-12-06T12:00:00-06:00"
    )
    next_day = lunch._replace(document="other.txt", start="2017-12-07T12:00:00-06:00")
    assert _count(lunch, next_day) == 2


PROGRAMME = Record(
    "programme.xml", "schedule-xml", 1, 1, "Queues at sea: a field report", "Queues at sea: a field report",
    event="HeronCon 2018", speakers=(Credit("Aroha Brightwater"),),
    start="2018-05-02T10:00:00+02:00", date="2018-05-02", room="A",
)  # fmt: skip
VIDEO = Record(
    "videos.json", "yt-dlp", 1, 1, "Queues at sea: a field report", "Queues at sea: a field report",
    event="HeronCon'18", published="2018-06-01",
)  # fmt: skip


def _titled(record: Record, title: str) -> Record:
    return record._replace(title=title, raw_title=title)


@pytest.mark.parametrize(
    "title",
    [
        "Queues at sea: a field report - Aroha Brightwater - HeronCon 2018",
        "Aroha Brightwater: Queues at sea: a field report",
        "Queues at sea: a field report | HeronCon 2018",
        "[HeronCon 2018] Queues at Sea – A Field Report",
        "Keynote: Queues at sea: a field report",
        "Queues at sea: a field rep...",
        "Queues at sea: a feild report",
        "[Cancelled] Queues at sea: a field report",
    ],
)
def test_what_stands_around_a_title_is_no_difference(title: str) -> None:
    """People, event, kind, state, a cut and a slip leave it the same talk."""
    assert _count(PROGRAMME, _titled(VIDEO, title)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Queues at sea (1/2)", "Queues at sea (2/2)"),
        ("Queues at sea, Part I", "Queues at sea, Part II"),
        ("Queues at sea II", "Queues at sea III"),
        ("What is new in Lumen 1.9", "What is new in Lumen 1.10"),
        ("Intro: SIG Queues", "Deep Dive: SIG Queues"),
    ],
)
def test_parts_of_a_series_are_talks_of_their_own(one: str, other: str) -> None:
    """Even by one person at one event."""
    recorded = _titled(VIDEO, other)._replace(speakers=PROGRAMME.speakers)
    assert _count(_titled(PROGRAMME, one), recorded) == 2


def test_one_title_in_two_years_is_two_talks() -> None:
    """Whoever gives a talk again gives another one."""
    again = PROGRAMME._replace(
        document="b.xml", event="HeronCon 2019", start=None, date="2019-05-02"
    )
    assert _count(PROGRAMME, again) == 2


def test_a_session_that_is_repeated_is_joined_with_the_recording_of_its_day() -> None:
    """Two sessions of one programme are two talks, and the other one stays alone."""
    again = PROGRAMME._replace(first_line=2, start="2018-05-03T10:00:00+02:00", date="2018-05-03")
    catalogue = joined(PROGRAMME, again, VIDEO._replace(date="2018-05-03"))
    days = {one.talk.date: len(one.records) for one in catalogue.talks}
    assert days == {"2018-05-02": 1, "2018-05-03": 2}


def test_a_recording_that_may_be_of_either_session_is_joined_with_neither() -> None:
    """A talk too many does less harm than a wrong one."""
    again = PROGRAMME._replace(first_line=2, start="2018-05-03T10:00:00+02:00", date="2018-05-03")
    assert _count(PROGRAMME, again, VIDEO) == 3


def test_a_talk_that_was_moved_is_the_same_talk() -> None:
    """At one event another hour or day is no difference."""
    moved = VIDEO._replace(date="2018-05-03", speakers=PROGRAMME.speakers)
    assert _count(PROGRAMME, moved) == 1


def test_daily_slots_need_their_day() -> None:
    """Lightning Talks of one day are not those of another."""
    slot = _titled(PROGRAMME, "Lightning Talks")._replace(speakers=())
    video = _titled(VIDEO, "Lightning Talks")
    assert _count(slot, video._replace(date="2018-05-02")) == 1
    assert _count(slot, video._replace(date="2018-05-03")) == 2


def test_one_recording_is_one_talk() -> None:
    """However its address is written; a whole day's that several talks point to says nothing."""
    link = Link("video", "https://www.youtube.com/watch?v=abcdefghijk&t=5", "")
    renamed = _titled(VIDEO, "Queues: what we learnt at sea")._replace(uid="abcdefghijk")
    assert _count(PROGRAMME._replace(links=(link,)), renamed) == 1
    other = _titled(PROGRAMME, "Why kernels sleep")._replace(first_line=2, links=(link,), room="B")
    assert _count(PROGRAMME._replace(links=(link,)), other, renamed) == 3


def test_translated_copies_with_one_id_are_one_talk() -> None:
    """In one document or in two of one system and event."""
    german = _titled(PROGRAMME, "Warteschlangen auf See")._replace(uid="17", first_line=2)
    assert _count(PROGRAMME._replace(uid="17"), german) == 1
    assert _count(PROGRAMME._replace(uid="17"), german._replace(document="de.xml")) == 1
    later = german._replace(document="de.xml", event="HeronCon 2019", date="2019-05-01", start=None)
    assert _count(PROGRAMME._replace(uid="17"), later) == 2


def test_a_person_at_one_time_gives_one_talk() -> None:
    """A title may change between programme and recording."""
    renamed = _titled(PROGRAMME, "A field report from the sea")._replace(
        document="b.ics", format="icalendar"
    )
    assert _count(PROGRAMME, renamed) == 1


def test_panels_of_the_same_people_are_two() -> None:
    """People alone do not make one talk."""
    first = _titled(PROGRAMME, "Panel: the future of queues")
    second = _titled(VIDEO, "Panel: how to fund kernels")._replace(speakers=PROGRAMME.speakers)
    assert _count(first, second) == 2


def test_names_of_one_event_are_one_event() -> None:
    """By abbreviation, by another name that a document gives, or by the talks that were given."""
    for name in ("heroncon-2018", "HeronCon'18", "HeronCon Conference 2018"):
        assert len(joined(PROGRAMME, VIDEO._replace(event=name)).events) == 1
    also = Occasion("HeronCon 2018", ("The Great Gathering of Birds 2018",))
    video = VIDEO._replace(event="The Great Gathering of Birds 2018")
    assert len(joined(PROGRAMME, video, occasions=(also,)).events) == 1
    assert len(joined(PROGRAMME, VIDEO._replace(event="OtterConf 2018")).events) == 2
    assert len(joined(PROGRAMME, VIDEO._replace(event="HeronCon 2019")).events) == 2


def test_events_that_share_their_talks_are_one() -> None:
    """Three talks with title and person in common, on the same days, prove it."""
    told = []
    for line, thing in enumerate(("queues", "kernels", "meshes", "parsers"), 1):
        talk = _titled(PROGRAMME, f"Why {thing} never sleep at night")._replace(
            first_line=line, room=thing
        )
        told += [
            talk,
            talk._replace(document="b.json", format="pyvideo", event="Heron Gathering 2018"),
        ]
    catalogue = joined(*told)
    assert len(catalogue.events) == 1
    assert len(tuple(catalogue.talks)) == 4


def test_fields_come_from_who_knows_them() -> None:
    """When and where from the programme, a whole title before a cut one, the newest state."""
    video = _titled(VIDEO, "Queues at sea: a field rep...")._replace(date="2018-05-01", room="Live")
    programme = PROGRAMME._replace(status="cancelled", subtitle="and back")
    (one,) = joined(programme, video).talks
    talk = one.talk
    assert (talk.title, talk.room, talk.date) == (
        "Queues at sea: a field report",
        "A",
        "2018-05-02",
    )
    assert (talk.status, talk.subtitle, talk.transcript) == ("cancelled", "and back", False)


def _joined(
    places: str, *pairs: tuple[int, int, float], different: tuple[tuple[int, int], ...] = (),
    same: tuple[tuple[int, int], ...] = (),
) -> list[list[int]]:  # fmt: skip
    """Records in these *places*, a letter a document, joined where *pairs* are so sure."""
    records = [
        Record(f"{place}.xml", "sched", n, n, f"Title {n}", f"Title {n}", room=f"{n}")
        for n, place in enumerate(places)
    ]
    told = documents(*records)
    assert [record for document in told for record in document.records] == records
    profiles = profiles_of(told, records, gather_events(told, records, Corrections()))
    judged = [Pair(Verdict(sure, ""), one, other) for one, other, sure in pairs]
    return join_records(profiles, Wishes(tuple(same), tuple(different)), judged)


def test_what_is_certain_is_joined_and_what_is_likely_is_not() -> None:
    """From nine in ten on, and by way of a third record too."""
    assert _joined("abc", (0, 1, CERTAIN)) == [[0, 1], [2]]
    assert _joined("abc", (0, 1, CERTAIN - 0.001)) == [[0], [1], [2]]
    assert _joined("abc", (0, 1, 0.95), (1, 2, 0.95)) == [[0, 1, 2]]


def test_records_of_one_document_are_not_joined_by_way_of_another() -> None:
    """The surer pair has it; where both are as sure nobody has."""
    assert _joined("aab", (0, 2, 0.97), (1, 2, 0.95)) == [[0, 2], [1]]
    assert _joined("aab", (1, 2, 0.97), (0, 2, 0.95)) == [[0], [1, 2]]
    assert _joined("aab", (0, 2, 0.95), (1, 2, 0.95)) == [[0], [1], [2]]
    assert _joined("aab", (0, 2, 0.952), (1, 2, 0.95)) == [[0], [1], [2]]
    assert _joined("abb", (0, 1, 0.95), (0, 2, 0.95)) == [[0], [1], [2]]


def test_who_was_undecided_is_decided_once_others_are_joined() -> None:
    """Of two that fit alike one may turn out to be somebody else's."""
    assert _joined("aabc", (0, 2, 0.95), (1, 2, 0.95), (1, 3, 0.93), (2, 3, 0.5)) == [
        [0], [1, 3], [2],
    ]  # fmt: skip
    assert _joined("aabb", (0, 2, 0.95), (1, 2, 0.95), (1, 3, 0.99)) == [[0, 2], [1, 3]]


def test_what_the_user_says_is_joined_or_kept_apart() -> None:
    """However sure the rules are."""
    assert _joined("ab", (0, 1, 0.99), different=((0, 1),)) == [[0], [1]]
    assert _joined("abc", (0, 1, 0.99), same=((1, 2),)) == [[0, 1, 2]]
    assert _joined("aab", same=((0, 1),)) == [[0, 1], [2]]
