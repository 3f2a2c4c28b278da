"""``search``: talks about something, best first."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from typing import Annotated

from talkctl.commands.desk import (
    Limit,
    Reverse,
    Sort,
    TalkLook,
    checked_limit,
    checked_sort,
    sit_down,
)
from talkctl.commands.parameters import argument, option
from talkctl.commands.sieve import Sieve, filters_of, none_passes
from talkctl.errors import Status, UsageError, unknown
from talkctl.render.objects import hit_object
from talkctl.search.answer import search as find
from talkctl.search.question import TEXT_FIELDS, Question

_USUAL_LIMIT = 10


def search(
    sieve: Sieve,
    look: TalkLook,
    query: Annotated[
        list[str] | None,
        argument(metavar="[QUERY]…", help="Words; quotes are not needed."),
    ] = None,
    in_: Annotated[
        str | None,
        option("--in", metavar="FIELD", help=f"Only there: {', '.join(TEXT_FIELDS)}."),
    ] = None,
    limit: Limit = None,
    sort: Sort = None,
    reverse: Reverse = False,
    exact: Annotated[
        bool, option("--exact", help="Leave words the library has never seen alone.")
    ] = False,
) -> Status:
    """Find talks about something, best first.

    Words are looked for in titles, people, organisations, events, abstracts, notes, bios and what
    was said in recordings. "a phrase", -word, a OR b, pre*, and title: speaker: org: event:
    abstract: notes: bio: transcript: level: kind: room: year: has: narrow it down. Without a query
    all talks that pass the filters are listed.

    \b
    Examples:
      talkctl search istio
      talkctl search service mesh --level beginner
      talkctl search 'speaker:hightower OR title:"service mesh"'
      talkctl search kafka --in title --has slides
      talkctl search "service mesh" --json | jq -r '.[].title'
    """
    order = checked_sort(sort, "relevance" if query else "date")
    if in_ is not None and in_ not in TEXT_FIELDS:
        raise UsageError(unknown("field", in_, TEXT_FIELDS))
    if in_ is not None and not query:
        raise UsageError(f"--in {in_} needs words to look for there.")
    with sit_down(look, "talks") as desk:
        question = Question(
            text=" ".join(query or ()),
            filters=filters_of(sieve),
            limit=checked_limit(limit, _USUAL_LIMIT) or 0,
            sort=order,
            reverse=reverse,
            exact=exact,
            field=in_,
            counted=desk.screen.terminal,
        )
        found = find(desk.catalog, question)
        desk.say(*found.messages)
        desk.answer("talks", map(hit_object, found.hits))
        if not found.hits:
            desk.say(_nothing(question.text, sieve))
            desk.say(*(f"Nearest: {title}" for title in found.nearest[:3]))
            return Status.NOTHING_FOUND
        shown = len(found.hits)
        if desk.screen.terminal and shown < found.total:
            more = "" if found.total_is_exact else "more than "
            desk.say(f"{shown} of {more}{found.total} talks; -n 0 lists all.")
    return Status.ANSWERED


def _nothing(text: str, sieve: Sieve) -> str:
    if not text:
        return none_passes(sieve)
    filtered = " that passes these filters" if sieve != Sieve() else ""
    return f"Nothing found for {text!r}{filtered}."
