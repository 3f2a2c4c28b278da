"""Talks that are hard to write down, and answers full of them."""

from __future__ import annotations

from talkctl.model import (
    CoSpeaker,
    EventName,
    Hit,
    Link,
    Match,
    Note,
    OrgCount,
    Person,
    PersonBio,
    Source,
    Talk,
)
from talkctl.record import Bio, Credit, Record
from talkctl.render.answer import Answer
from talkctl.render.objects import hit_object, person_object, shown_object, talk_object

from .talks import billed

_HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;owned\x07bell\x07 \x9b2Jc1 \u202eesrever\u202c"

HARD_TALKS = (
    Talk(id="nu22222", slug="untitled", title=""),
    Talk(
        id="br33333",
        slug="brackets",
        title="Why [not] brackets? [/x] [bold red]*really*[/] <b>|no|</b> _it_ `is` 1 & 2",
        kind="workshop",
        level="any",
        event=EventName("e-1", "[link=http://evil]Event[/link] | pipes"),
        speakers=(billed("[/] Bracket", "[red]Org[/red]", job="[i]CTO[/i]"),),
        tags=("a|b", "[c]", "d; e"),
    ),
    Talk(
        id="es44444",
        slug="escapes",
        title=f"Escapes {_HOSTILE}",
        event=EventName("e-2", f"Event {_HOSTILE}"),
        speakers=(billed(f"Speaker {_HOSTILE}", f"Org {_HOSTILE}", known_as="Escape Artist"),),
        room=f"Room {_HOSTILE}",
        track=f"Track {_HOSTILE}",
        abstract=f"Abstract {_HOSTILE}\x00\x08\x7f",
        tags=(f"tag {_HOSTILE}",),
        links=(Link("video", f"https://example.org/{_HOSTILE}", "x"),),
        notes=(Note(f"note {_HOSTILE}", None, f"doc {_HOSTILE}"),),
        sources=(Source(f"doc {_HOSTILE}", "notes", 1, 2),),
    ),
    Talk(
        id="nl55555",
        slug="newlines",
        title="Tabs\tand\nnewlines\r\nin a title",
        date="2017-12-06",
        day=1,
        room="Room\n1",
        abstract="First\tparagraph.\r\n\r\n# Not a heading\n- not a list\n1. nor this\n\n\nEnd.",
        notes=(Note("one\ntwo", "en", None), Note("", None, None)),
    ),
    Talk(
        id="un66666",
        slug="unicode",
        title="云原生：服务网格的未来 👩‍👩‍👧‍👦 e\u0301te\u0301 한국어 עברית",
        language="zh",
        speakers=(billed("张磊", "阿里巴巴"), billed("Zoë O’Brien-Łukasiewicz", "Ünïcode ©")),
        start="2018-11-14T23:30:00+08:00",
        end="2018-11-15T00:10:00+08:00",
        timezone="Asia/Shanghai",
        date="2018-11-14",
        published="2018-12-01",
        duration=605,
        abstract="微服务" * 60,
        links=(Link("other", "javascript:alert(1)", "javascript:alert(1)"),),
        picked=True,
    ),
    Talk(
        id="lo77777",
        slug="long",
        title="Long " + "word " * 40 + "Donaudampfschifffahrtsgesellschaftskapitän" * 3,
        speakers=tuple(billed(f"Panelist Number {n}", "Org", role="panelist") for n in range(12)),
        kind="panel",
        links=(Link("page", "https://example.org/" + "path/" * 40, "x"),),
    ),
    Talk(
        id="fo88888",
        slug="formula",
        title='=HYPERLINK("http://evil","click")',
        speakers=(billed("+1 Person", "-Org", certain=False), billed("@handle", "Org, Inc.")),
        room="=1+1",
        abstract="-dash",
    ),
)

HARD = Answer("talks", tuple(talk_object(talk) for talk in HARD_TALKS), notes=(_HOSTILE,))
HARD_HITS = Answer(
    "talks",
    tuple(
        hit_object(
            Hit(talk, 0.5, Match(("abstract",), ("not", _HOSTILE), (), f"… {_HOSTILE} not …"))
        )
        for talk in HARD_TALKS
    ),
    marks={"es44444": _HOSTILE},
)
HARD_SCHEDULE = HARD._replace(shape="schedule")
HARD_RECORDS = tuple(
    Record(
        document=f"doc {_HOSTILE}",
        format="notes",
        first_line=1,
        last_line=2,
        raw_title=f"raw [/x] {_HOSTILE}",
        title=f"[/x] {_HOSTILE}",
        level=level,
        event=f"Event {_HOSTILE}",
        speakers=(Credit(f"[/] {_HOSTILE}"),),
        bios=(Bio(f"[/] {_HOSTILE}", f"# bio [/x] {_HOSTILE}", _HOSTILE),),
        links=(Link("video", f"https://example.org/{_HOSTILE}", _HOSTILE),),
        notes=(Note(f"[/x] {_HOSTILE}"),),
    )
    for level in ("beginner", None)
)
HARD_SHOW = Answer(
    "talk", tuple(shown_object(talk, HARD_RECORDS) for talk in HARD_TALKS), show_sources=True
)
HARD_PERSON = Answer(
    "person",
    (
        person_object(
            Person(
                "x", f"[/x] {_HOSTILE}", (f"[b]{_HOSTILE}",), (OrgCount(_HOSTILE, 2, False),),
                (PersonBio(f"[/x]\n{_HOSTILE}", _HOSTILE),), (CoSpeaker("y", _HOSTILE, 3),),
                7, HARD_TALKS,
            )
        ),
    ),
)  # fmt: skip
