"""``related``: talks like one talk, and why."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from typing import Annotated

from talkctl.commands.choosing import named_talks
from talkctl.commands.desk import (
    Limit,
    Reverse,
    Sort,
    TalkLook,
    checked_limit,
    checked_sort,
    sit_down,
)
from talkctl.commands.parameters import argument
from talkctl.commands.sieve import Sieve, filters_of
from talkctl.errors import Status, UsageError
from talkctl.render.objects import related_object
from talkctl.search.related import related as find

_USUAL_LIMIT = 10


def related(
    talk: Annotated[
        list[str],
        argument(metavar="TALK", help="An id or its beginning, a slug, or words."),
    ],
    sieve: Sieve,
    look: TalkLook,
    limit: Limit = None,
    sort: Sort = None,
    reverse: Reverse = False,
) -> Status:
    """Find talks like this one, and say why.

    Talks that speak of the same rare things, that the same people give, or that are parts of one
    whole. Filters say among which: with --event, those at another conference. --sort arranges the
    closest ones.

    \b
    Examples:
      talkctl related weaving the service mesh
      talkctl related istio-weaving-the-service-mesh --level beginner
      talkctl related j2bnfg4 --json | jq -r '.[].reason'
    """
    order = checked_sort(sort, "relevance")
    with sit_down(look, "related") as desk:
        named = named_talks(desk, talk)
        if len(named.numbers) > 1:
            raise UsageError("Talks like which one? Name one talk, not several.")
        for word in named.missing:
            desk.say(f"There is no talk {word!r}.")
        if not named.numbers:
            desk.answer("related", ())
            return Status.NOTHING_FOUND
        number = named.numbers[0]
        most = checked_limit(limit, _USUAL_LIMIT) or 0
        kin = find(desk.catalog, number, filters_of(sieve), most, order, reverse)
        desk.say(*kin.messages)
        title = f"Related to: {desk.catalog.talks([number])[0].title}"
        found = (related_object(one.hit, one.reason) for one in kin.talks)
        desk.answer("related", found, title=title)
        if not kin.talks:
            desk.say("No other talk here is like it.")
            return Status.NOTHING_FOUND
    return Status.ANSWERED
