"""The talks that front matter lists, as the pages of site generators have them.

---
title: KnotCon 2024
talks:
  - title: Deep Water
    speaker: Jane Doe
    video: https://youtu.be/…
---
"""

from __future__ import annotations

from talkctl.record import Record
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.kinds import kind_of_type
from talkctl.sources.grammar.titles import with_credits
from talkctl.sources.notes.days import YEAR, without_notes
from talkctl.sources.notes.front import Front
from talkctl.sources.notes.headings import working_for
from talkctl.sources.notes.headline import read_headline
from talkctl.sources.notes.hours import moments
from talkctl.sources.notes.single import event_of, links_of, people_of, room_of, when_of

_LISTS = ("talks", "sessions", "presentations", "vortrage", "charlas", "palestras")
_MOST = 500


def talks_of(front: Front, document: str) -> tuple[Record, ...]:
    """A record of each talk with people or links that *front* lists."""
    title = front.text("title")
    event = event_of(front) or (without_notes(title) if YEAR.search(title) else None)
    found = []
    for item in front.items(*_LISTS)[:_MOST]:
        alone = Front({key: [{"": value}] for key, value in item.items()})
        named = read_headline(alone.text("title", "name", "talk"), Known())
        people = named.credits or people_of(alone)
        org = alone.text("org", "company", "organization", "organisation", "affiliation")
        links = links_of(alone)
        if not named.title or not (people or links):
            continue
        named = with_credits(named, working_for(org, people) if org else people)
        when = when_of(alone)
        start, end = moments(when.date, (when.start, when.end))
        kind = kind_of_type(alone.text("kind", "type", "format"))
        found.append(
            Record(
                document=document,
                format="notes",
                first_line=front.lines[0],
                last_line=front.lines[-1],
                raw_title=named.raw,
                title=named.title,
                kind=kind or named.kind,
                event=event,
                speakers=named.credits,
                start=start,
                end=end,
                date=when.date,
                room=room_of(alone),
                links=links,
            )
        )
    return tuple(found)
