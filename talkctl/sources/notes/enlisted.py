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
from talkctl.sources.grammar.billing import Known, working_for
from talkctl.sources.grammar.titles import with_credits
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.days import YEAR, without_notes
from talkctl.sources.notes.facts import Content
from talkctl.sources.notes.front import Front
from talkctl.sources.notes.headline import read_headline
from talkctl.sources.notes.records import record_of
from talkctl.sources.notes.single import event_of, links_of, people_of, room_of, when_of

_LISTS = ("talks", "sessions", "presentations", "vortrage", "charlas", "palestras")
_MOST = 500


def talks_of(front: Front, document: str) -> tuple[Record, ...]:
    """A record of each talk with people or links that *front* lists."""
    title = front.text("title")
    event = event_of(front) or (without_notes(title) if YEAR.search(title) else None)
    chapter = Chapter(document, event=event)
    found = []
    for item in front.items(*_LISTS)[:_MOST]:
        alone = Front({key: [{"": value}] for key, value in item.items()})
        named = read_headline(alone.text("title", "name", "talk"), Known())
        people = named.credits or people_of(alone)
        org = alone.text("org", "company", "organization", "organisation", "affiliation")
        links = links_of(alone)
        if named.title and (people or links):
            named = with_credits(named, working_for(org, people) if org else people)
            facts = {"room": room_of(alone) or "", "kind": alone.text("kind", "type", "format")}
            content = Content(when=when_of(alone), facts=facts, last=front.lines[-1])
            found.append(record_of(front.lines[0], named, content, chapter, links))
    return tuple(found)
