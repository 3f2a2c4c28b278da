"""``show``: everything known of a talk."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from collections.abc import Callable
from typing import Annotated

from talkctl.commands.choosing import named_talks
from talkctl.commands.desk import Desk, TalkLook, sit_down
from talkctl.commands.parameters import argument, option
from talkctl.errors import Status
from talkctl.record import Record
from talkctl.render.objects import own_object, shown_object
from talkctl.store.marks import Marks, marks_on


def show(
    talk: Annotated[
        list[str],
        argument(metavar="TALK…", help="An id or its beginning, a slug, words; - for stdin."),
    ],
    look: TalkLook,
    sources: Annotated[
        bool, option("--sources", help="Also say which document gave what.")
    ] = False,
    transcript: Annotated[
        bool, option("--transcript", help="Also what is said in the recording, with times.")
    ] = False,
) -> Status:
    """Show everything known of a talk.

    \b
    Examples:
      talkctl show istio-weaving-the-service-mesh
      talkctl show weaving the service mesh --sources
      talkctl show j2bnfg4 x8te9h9
      talkctl search istio --format ids | talkctl show - --json
    """
    with sit_down(look, "talk") as desk:
        decisions = _decisions(desk) if sources else None
        named = named_talks(desk, talk)
        talks = desk.catalog.talks(named.numbers)
        mine = marks_on(desk.catalog.db, (one.id for one in talks))
        shown = []
        for one, number in zip(talks, named.numbers, strict=True):
            records = desk.catalog.records(number)
            own = own_object(*mine.get(one.id, Marks()))
            item = shown_object(one, records, own, transcript)
            if decisions is not None:
                item["decisions"] = decisions(records, one.event and one.event.name)
            shown.append(item)
        desk.answer("talk", shown, single=named.single and bool(talks), show_sources=sources)
        if transcript:
            desk.say(
                *(f"{one.title}: no transcript is known." for one in talks if not one.transcript)
            )
        for word in named.missing:
            desk.say(f"There is no talk {word!r}.")
    return Status.NOTHING_FOUND if named.missing or not talks else Status.ANSWERED


def _decisions(desk: Desk) -> Callable[[list[Record], str | None], list[str]]:
    """What the user decided about the talk with these records, in words."""
    from talkctl.store.decisions import decided

    kept = decided(desk.catalog.db)
    if not kept:
        return lambda _records, _event: []
    from talkctl.intake.kept import decided_on

    return lambda records, event: list(
        dict.fromkeys(one.said for one in decided_on(kept, records, event))
    )
