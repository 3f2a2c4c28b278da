"""Where records of one talk differ, each field comes from who knows best."""

from __future__ import annotations

from talkctl.identity import choose
from talkctl.model import Link, Note
from talkctl.record import Credit, Record

PROGRAMME = Record("a.xml", "schedule-xml", 1, 1, "Queues at sea", "Queues at sea")
RECORDING = Record("b.json", "yt-dlp", 1, 1, "Queues at sea", "Queues at sea")


def test_a_whole_title_comes_before_a_cut_one() -> None:
    """And where all are cut, the first of them."""
    cut = RECORDING._replace(title="Queues at sea: how we learnt to …")
    assert choose.choose_titled([cut, PROGRAMME]) is PROGRAMME
    assert choose.choose_titled([cut, cut._replace(document="c")]) is cut


def test_a_subtitle_does_not_repeat_the_title() -> None:
    """The first one that says something else, or none."""
    same, other = (PROGRAMME._replace(subtitle=text) for text in ("At Sea!", "and back"))
    assert choose.choose_subtitle([PROGRAMME, same, other], "Queues at sea") == "and back"
    assert choose.choose_subtitle([same], "Queues at sea") is None


def test_what_became_of_a_talk_is_said_by_the_programme_read_last() -> None:
    """A recording knows nothing of it, and an older programme what was true then."""
    newer = PROGRAMME._replace(document="newer.xml", status="cancelled")
    older = PROGRAMME._replace(document="older.xml", status="moved")
    imported = {"newer.xml": "2018-05-02", "older.xml": "2018-05-01", "b.json": "2018-06-01"}
    assert choose.choose_status([older, newer, RECORDING], imported) == "cancelled"
    assert choose.choose_status([older, newer._replace(status=None)], imported) is None
    recorded = RECORDING._replace(status="cancelled")
    assert choose.choose_status([recorded, PROGRAMME], {}) is None
    assert choose.choose_status([recorded], {}) == "cancelled"


def test_any_kind_says_more_than_talk() -> None:
    """A talk is what nobody calls anything else."""
    assert choose.choose_kind([PROGRAMME, RECORDING._replace(kind="keynote")]) == "keynote"
    assert choose.choose_kind([PROGRAMME, RECORDING]) == "talk"


def test_an_instant_says_more_than_a_local_time_and_that_more_than_nothing() -> None:
    """Of two that say as much, the programme's."""
    local, instant = (
        RECORDING._replace(start=start)
        for start in ("2018-05-02T10:00", "2018-05-02T10:00:00+02:00")
    )
    assert choose.moment_of([PROGRAMME, local, instant]) is instant
    assert choose.moment_of([PROGRAMME, local]) is local
    planned = PROGRAMME._replace(start="2018-05-02T11:00:00+02:00")
    assert choose.moment_of([instant, planned]) is planned
    assert choose.moment_of([RECORDING, PROGRAMME]) is PROGRAMME


def test_links_notes_and_tags_are_gathered_each_once() -> None:
    """As first spelt; a note says where it stands."""
    one = PROGRAMME._replace(
        links=(Link("video", "https://x/1", "x/1"),), tags=("sea", "queues"), notes=(Note("Wet."),)
    )
    two = RECORDING._replace(
        links=(Link("page", "https://x/1", "other"), Link("page", "https://x/2", "x/2")),
        tags=("sea", "salt"),
        notes=(Note("Wet.", source="n.md"),),
    )
    assert choose.all_links([one, two]) == (one.links[0], two.links[1])
    assert choose.all_tags([one, two]) == ("sea", "queues", "salt")
    assert choose.all_notes([one, two, one]) == (
        Note("Wet.", source="a.xml"), Note("Wet.", source="n.md"),
    )  # fmt: skip


def test_an_organisation_of_ones_own_comes_before_one_of_a_group() -> None:
    """Else that of the group, which stays uncertain; job and role are of who states them."""
    bare = Credit("Ann Lee")
    group = Credit("Ann Lee", org="Acme", org_shared=True)
    own = Credit("A. Lee", role="moderator", job="Pilot", org="Bolt")
    assert choose.choose_billing([bare, group, own]) == Credit(
        "Ann Lee", role="moderator", job="Pilot", org="Bolt"
    )
    assert choose.choose_billing([bare, group]) == group
    assert choose.choose_billing([bare]) == bare
