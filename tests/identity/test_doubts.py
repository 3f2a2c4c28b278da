"""What is likely is offered, what is odd is said, and what was decided is left alone."""

from __future__ import annotations

from talkctl.identity.decisions import Anchor, Decision
from talkctl.identity.doubts import doubts
from talkctl.identity.past import record_mark
from talkctl.record import Credit, Record, Remark
from tests.identity.told import joined

ONE = Record(
    "a.xml", "schedule-xml", 1, 1, "Queues at sea", "Queues at sea", event="HeronCon 2018",
    start="2018-05-01T10:00:00+02:00", end="2018-05-01T11:00:00+02:00", date="2018-05-01", room="A",
    speakers=(Credit("David Smith", org="Acme"),),
)  # fmt: skip


def _kinds(*records: Record, decisions: tuple[Decision, ...] = ()) -> list[str]:
    catalogue = joined(*records, decisions=decisions)
    return [doubt.kind for doubt in doubts(catalogue, decisions=decisions)]


def test_a_library_without_doubts_has_none() -> None:
    """Neither certain pairs nor sound facts are spoken of."""
    assert _kinds(ONE, ONE._replace(document="b.txt", format="archive", start=None, end=None)) == []


def test_a_recording_that_fits_two_sessions_is_offered_for_both() -> None:
    """Until the user has decided."""
    again = ONE._replace(
        first_line=2, start="2018-05-02T10:00:00+02:00", end=None, date="2018-05-02"
    )
    video = ONE._replace(document="v.json", format="yt-dlp", start=None, end=None, date=None)
    assert _kinds(ONE, again, video) == ["talk", "talk"]
    mine = Anchor("v.json", record_mark(video))
    apart = Decision("different-talk", (mine, Anchor("a.xml", record_mark(ONE))))
    also = Decision("different-talk", (mine, Anchor("a.xml", record_mark(again), number=1)))
    assert _kinds(ONE, again, video, decisions=(apart,)) == []
    assert _kinds(ONE, again, video, decisions=(apart, also)) == []


def test_two_bearers_of_a_common_name_are_offered() -> None:
    """Until the user says that they are two."""
    other = ONE._replace(
        document="o.xml", title="Kernels", raw_title="Kernels", event="OtterConf 2019", start=None,
        end=None, date="2019-01-01", speakers=(Credit("David Smith", org="Northwind"),),
    )  # fmt: skip
    assert _kinds(ONE, other) == ["person"]
    people = tuple(Anchor(one.document, record_mark(one), "David Smith") for one in (ONE, other))
    assert _kinds(ONE, other, decisions=(Decision("different-person", people),)) == []


def test_what_cannot_be_is_said() -> None:
    """Ends before it begins, two in one room, far from the event, billed twice, nobody at all."""
    backwards = ONE._replace(end="2018-05-01T09:00:00+02:00")
    assert _kinds(backwards) == ["time"]
    crowded = ONE._replace(
        first_line=2, title="Kernels", raw_title="Kernels", speakers=(Credit("Ines Dunmore"),)
    )
    assert _kinds(ONE, crowded) == ["room"]
    archived = ONE._replace(format="archive", speakers=())
    assert _kinds(archived) == ["speakers"]
    days = [
        crowded._replace(
            first_line=n, title=f"Talk {n}", raw_title=f"Talk {n}", start=None, end=None, date=day
        )
        for n, day in enumerate(("2018-05-01", "2018-05-02", "2018-05-03", "2018-11-11"))
    ]
    assert _kinds(*days) == ["dates"]


def test_remarks_and_lost_decisions_are_said() -> None:
    """What was not read, and a decision about what is gone."""
    catalogue = joined(ONE)
    (document,) = catalogue.documents
    remark = Remark("a.xml", 3, 3, "no title", "…")
    catalogue = catalogue._replace(documents=(document._replace(remarks=(remark,)),))
    gone = Decision("same-talk", (Anchor("gone.txt", "x"),))
    found = doubts(catalogue, decisions=(gone,))
    assert [(doubt.kind, doubt.ids) for doubt in found] == [
        ("remark", ("a.xml",)), ("decision", ("gone.txt",)),
    ]  # fmt: skip
