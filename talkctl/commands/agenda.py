"""My own programme: ``pick``, ``unpick``, ``agenda``, and my marks: ``note``, ``rate``, ``seen``."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Annotated

from talkctl.commands.choosing import chosen_numbers, named_talks
from talkctl.commands.desk import (
    Desk,
    Limit,
    Look,
    QuietLook,
    Reverse,
    TalkLook,
    checked_limit,
    sit_down,
)
from talkctl.commands.hours import PANEL, Tz, asked_zone, minutes_of
from talkctl.commands.parameters import argument, option
from talkctl.commands.passing import asked_for, for_the_index, passing_talks
from talkctl.commands.sieve import Sieve
from talkctl.errors import Status, UsageError
from talkctl.model import Talk
from talkctl.render.dates import length
from talkctl.render.objects import talk_object
from talkctl.store import marks
from talkctl.text import one_line
from talkctl.timetable.clashes import Clash, Way, clashes, ways
from talkctl.timetable.order import programme

_NOTHING = "Nothing is picked yet: talkctl pick TALK puts a talk here."

Talks = Annotated[
    list[str],
    argument(metavar="TALK…", help="An id or its beginning, a slug, words; - for stdin."),
]
OneTalk = Annotated[str, argument(metavar="TALK", help="An id or its beginning, a slug, or words.")]


def pick(talk: Talks, look: TalkLook) -> Status:
    """Put talks on your agenda, and say at once what they collide with.

    \b
    Examples:
      talkctl pick j2bnfg4
      talkctl search istio --format ids | head -3 | talkctl pick -
    """
    return _pick(look, talk, picked=True)


def unpick(talk: Talks, look: TalkLook) -> Status:
    """Take talks off your agenda.

    \b
    Examples:
      talkctl unpick j2bnfg4
      talkctl agenda --format ids | talkctl unpick -
    """
    return _pick(look, talk, picked=False)


def agenda(
    sieve: Sieve,
    look: TalkLook,
    buffer: Annotated[
        str | None,
        option(
            "--buffer",
            metavar="5m",
            help="Time for the walk from room to room.",
            panel=PANEL,
        ),
    ] = None,
    tz: Tz = None,
    limit: Limit = None,
    reverse: Reverse = False,
) -> Status:
    """Show the talks you picked in time order, with gaps, overlaps and short walks pointed out.

    \b
    Examples:
      talkctl agenda
      talkctl agenda --day wednesday --buffer 10m
      talkctl agenda --format ics > agenda.ics
    """
    minutes = minutes_of("--buffer", buffer) if buffer is not None else 0
    with sit_down(look, "schedule") as desk:
        events = desk.catalog.events()
        asked = asked_for(sieve, asked_zone(tz))
        mine = marks.picked_numbers(desk.catalog.db)
        if sieve != Sieve():
            passing = set(chosen_numbers(desk, for_the_index(desk, sieve, asked)))
            mine = [number for number in mine if number in passing]
        found = programme(passing_talks(desk.catalog.talks(mine), asked, events), events)
        listed = [*found.talks, *found.without]
        listed = (listed[::-1] if reverse else listed)[: checked_limit(limit, None)]
        overlaps = clashes(listed, minutes)
        # Backwards there is no coming from one talk to the next.
        coming = {} if reverse else ways(listed)
        desk.answer(
            "schedule",
            map(talk_object, listed),
            marks=_beside(overlaps),
            asides={talk: words for talk, way in coming.items() if (words := _way(way))},
        )
        if (look.format_name or desk.screen.usual_format) != "table":
            desk.say(*(f"{_clash(clash)}." for clash in overlaps))
        for talk, title in marks.lost_picks(desk.catalog.db):
            desk.say(f"{title or talk} was picked and is in no programme any more ({talk}).")
        if not listed:
            none = "No talk you picked passes these filters." if sieve != Sieve() else _NOTHING
            desk.say(none)
    return Status.ANSWERED


def note(
    talk: OneTalk,
    look: Look,
    text: Annotated[
        str | None,
        argument(metavar="[TEXT]", help="What to remember; - for stdin."),
    ] = None,
    forget: Annotated[bool, option("--forget", help="Remove your notes on it.")] = False,
) -> Status:
    """Keep a note of your own on a talk; it is found by search and shown by show.

    \b
    Examples:
      talkctl note j2bnfg4 "ask about sidecar memory"
      talkctl note j2bnfg4
      talkctl note j2bnfg4 --forget
    """
    import sys

    if forget and text:
        raise UsageError("--forget takes no text.")
    text = sys.stdin.read() if text == "-" else text
    one = _one(look, talk)
    if text is None and not forget:
        with sit_down(look) as desk:
            kept = marks.marks_on(desk.catalog.db, [one.id]).get(one.id, marks.Marks())
            desk.answer("rows", [{"written": one.written, "text": one.text} for one in kept.notes])
            if not kept.notes:
                desk.say(f"No note of yours on {one.title!r}.")
        return Status.ANSWERED
    if text is not None and not text.strip():
        raise UsageError("The note is empty.")
    with _writing(look) as db:
        if text is None:
            count = marks.forget_notes(db, one.id)
        else:
            marks.note(db, one.id, text.strip(), _now())
    forgotten = f"{count} note{'s' * (count != 1)} forgotten" if text is None else ""
    _say_of(look, [one], lambda _: forgotten or _noted(text or ""))
    return Status.ANSWERED


def rate(
    talk: OneTalk,
    rating: Annotated[int, argument(metavar="1-5", help="How good it was; 0 takes it back.")],
    look: QuietLook,
) -> Status:
    """Rate a talk from one to five.

    \b
    Example:
      talkctl rate j2bnfg4 5
    """
    if not 0 <= rating <= 5:
        raise UsageError(f"A rating is 1 to 5 (0 takes it back), not {rating}.")
    one = _one(look, talk)
    with _writing(look) as db:
        marks.rate(db, one.id, rating or None)
    _say_of(look, [one], lambda _: "★" * rating if rating else "no rating")
    return Status.ANSWERED


def seen(
    talk: Talks,
    look: QuietLook,
    no: Annotated[bool, option("--not", help="Not seen after all.")] = False,
) -> Status:
    """Remember that you have seen talks.

    \b
    Examples:
      talkctl seen j2bnfg4
      talkctl agenda --day 1 --format ids | talkctl seen -
    """
    with sit_down(look) as desk:
        talks = _named(desk, talk)
    with _writing(look) as db:
        changed = marks.see(db, [one.id for one in talks], None if no else _now())
    states = ("not seen after all", "was not seen") if no else ("seen", "was seen already")
    _say_of(look, talks, lambda talk: states[talk.id not in changed])
    return Status.ANSWERED


def _pick(look: Look, words: list[str], picked: bool) -> Status:
    with sit_down(look, "talks") as desk:
        talks = _named(desk, words)
    with _writing(look) as db:
        changed = marks.pick(db, [talk.id for talk in talks], _now() if picked else None)
    states = (
        ("picked", "was picked already") if picked else ("not picked any more", "was not picked")
    )
    _say_of(look, talks, lambda talk: states[talk.id not in changed])
    with sit_down(look, "talks") as desk:
        if picked:
            mine = {talk.id for talk in talks}
            for clash in clashes(_agenda(desk)):
                if mine & {clash.first.id, clash.second.id}:
                    desk.say(f"{_clash(clash)}.")
        if look.format_name or look.fields is not None:
            numbers = [desk.catalog.number_of_id(talk.id) or 0 for talk in talks]
            desk.answer("talks", map(talk_object, desk.catalog.talks(numbers)))
    return Status.ANSWERED


def _agenda(desk: Desk) -> list[Talk]:
    return desk.catalog.talks(marks.picked_numbers(desk.catalog.db))


def _beside(overlaps: Iterable[Clash]) -> dict[str, str]:
    """Beside each talk what it collides with, on both sides."""
    found: dict[str, list[str]] = {}
    for clash in overlaps:
        one, other = clash.first, clash.second
        if clash.minutes:
            found.setdefault(one.id, []).append(f"overlaps “{other.title}” by {clash.minutes} min")
            found.setdefault(other.id, []).append(f"overlaps “{one.title}” by {clash.minutes} min")
        else:
            short = f"{clash.short} min too few for the walk from {one.room or 'another room'}"
            found.setdefault(other.id, []).append(short)
    return {talk: " · ".join(remarks) for talk, remarks in found.items()}


def _way(way: Way) -> str:
    """``35 min free · coming from Janson``; nothing where one stays in the room without a break."""
    free = f"{length(way.free)} free" if way.free else ""
    walk = f"coming from {way.from_room}" if way.from_room else ""
    return " · ".join(part for part in (free, walk) if part)


def _clash(clash: Clash) -> str:
    if clash.minutes:
        return f"{clash.second.title!r} overlaps {clash.first.title!r} by {clash.minutes} min"
    return (
        f"{clash.second.title!r} leaves {clash.short} min too few for the walk from"
        f" {clash.first.room} to {clash.second.room}"
    )


def _named(desk: Desk, words: list[str]) -> list[Talk]:
    """The talks that *words* mean; one that means none is refused."""
    named = named_talks(desk, words)
    if named.missing:
        raise UsageError(f"There is no talk {named.missing[0]!r}.")
    if not named.numbers:
        raise UsageError("No talk is named.")
    return desk.catalog.talks(named.numbers)


def _one(look: Look, words: str) -> Talk:
    with sit_down(look) as desk:
        (talk,) = _named(desk, [words])
    return talk


def _writing(look: Look) -> AbstractContextManager[sqlite3.Connection]:
    from talkctl.store.writing import library_to_write, writing

    return writing(library_to_write(look.db))


def _say_of(look: Look, talks: Iterable[Talk], state: Callable[[Talk], str]) -> None:
    from talkctl.render.screen import open_screen

    screen = open_screen(colour=look.color)
    for talk in talks:
        screen.say(f"{talk.title} ({talk.id}): {state(talk)}.")


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _noted(text: str) -> str:
    return "noted" if len(text) > 60 else f"noted “{one_line(text.strip())}”"
