"""``topics``: what talks are about, against all others."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from talkctl.commands.desk import Limit, Look, checked_limit, sit_down
from talkctl.commands.sieve import Sieve, filters_of
from talkctl.errors import Status
from talkctl.render.answer import Item
from talkctl.search.topics import Topic, Topics
from talkctl.search.topics import topics as find

_USUAL_LIMIT = 20


def topics(sieve: Sieve, look: Look, limit: Limit = None) -> Status:
    """Tell what an event, a year or any selection was about, against the rest of the library.

    Words and phrases that stand in more of its talks than in others; without a selection, the
    topics of most talks.

    \b
    Examples:
      talkctl topics
      talkctl topics --event cloudnativecon
      talkctl topics --level beginner --json | jq -r '.[].topic'
    """
    with sit_down(look, "topics") as desk:
        found = find(desk.catalog, filters_of(sieve), checked_limit(limit, _USUAL_LIMIT) or 0)
        desk.say(*found.messages)
        desk.answer("topics", map(_item, found.topics), notes=(_against(found),))
        if not found.topics:
            desk.say("Nothing stands out.")
            return Status.NOTHING_FOUND
    return Status.ANSWERED


def _against(found: Topics) -> str:
    talks = "1 talk" if found.talks == 1 else f"{found.talks:,} talks"
    return f"{talks}, against {found.elsewhere:,} others." if found.elsewhere else f"{talks}."


def _item(one: Topic) -> Item:
    return {
        "topic": one.name,
        "talks": one.talks,
        "elsewhere": one.elsewhere,
        "score": one.score,
        "examples": list(one.examples),
        "titles": list(one.titles),
    }
