"""The library, or a selection of it, in files for other programs: ``export``."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path, PurePath
from typing import Annotated

from talkctl.commands.desk import (
    LOOK,
    Desk,
    Limit,
    Look,
    Reverse,
    Sort,
    checked_limit,
    checked_sort,
    sit_down,
    told_left_out,
)
from talkctl.commands.parameters import argument, option
from talkctl.commands.passing import asked_for, for_the_index, passing_talks
from talkctl.commands.sieve import Sieve, filters_of
from talkctl.errors import Status, UsageError, unknown
from talkctl.model import Talk
from talkctl.render import left_out, render
from talkctl.render.answer import FIELDS, Answer, Item, Paper, check_fields, field_names
from talkctl.render.objects import own_object, shown_object, talk_object
from talkctl.search.answer import search
from talkctl.search.find import select
from talkctl.search.question import Question
from talkctl.store.marks import Marks, marks_on

FORMATS = ("json", "jsonl", "csv", "tsv", "markdown", "ics", "schedule-json", "pyvideo")
_BY_ENDING = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv",
    ".md": "markdown", ".markdown": "markdown", ".ics": "ics",
}  # fmt: skip
_WHOLE = ("json", "jsonl")
"""Formats in which each talk carries what each of its sources says of it."""
_IMPERSONAL = ("schedule-json", "pyvideo")
"""Formats that have no place for a reader's own remarks."""


def export(
    sieve: Sieve,
    look: Annotated[Look, {"format": f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}."}],
    query: Annotated[
        list[str] | None,
        argument(metavar="[QUERY]…", help="As in search; without it, all that pass."),
    ] = None,
    output: Annotated[
        str | None,
        option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here instead; its ending tells the format. A folder for pyvideo.",
            panel=LOOK,
        ),
    ] = None,
    own: Annotated[
        bool, option("--own", help="With your own notes and ratings.", panel=LOOK)
    ] = False,
    limit: Limit = None,
    sort: Sort = None,
    reverse: Reverse = False,
) -> Status:
    """Write the library or a selection of it into a file for other programs.

    Formats: json, jsonl, csv, tsv, markdown, ics, schedule-json and pyvideo.

    What is written can be imported again. json and jsonl keep all; csv all but who wrote a note;
    tsv no paragraphs either; markdown no tags, jobs, languages and dates of recordings; ics no
    notes, and no talks without a time; schedule-json also no level, tags, jobs and organisations;
    pyvideo recordings. Your own notes and ratings stay with you unless --own says otherwise.

    \b
    Examples:
      talkctl export --event cloudnativecon -o talks.ics
      talkctl export service mesh --format markdown
      talkctl export --day 2 --format schedule-json -o f.json
      talkctl export --has video --format pyvideo -o videos
    """
    name = _format(look, output)
    if own and name in _IMPERSONAL:
        raise UsageError(f"{name} has no place for notes of your own; try --format json.")
    order = checked_sort(sort, "event")
    with sit_down(look, "export") as desk:
        talks = _chosen(desk, sieve, " ".join(query or ()), order)
        talks = (talks[::-1] if reverse else talks)[: checked_limit(limit, None)]
        answer = Answer(
            "export", tuple(_items(desk, talks, name, own)), fields=_fields(look, name, own)
        )
        check_fields(answer)
        lost = left_out(answer, name)
        if lost and lost == len(answer.items):
            raise UsageError(f"{name} has no place for any of these {lost} talks; nothing written.")
        if output is None or output == "-":
            desk.screen.emit(answer, name)
        else:
            _write(answer, name, Path(output))
        if output not in (None, "-"):
            count = len(talks) - lost
            desk.say(f"{count} talk{'s' * (count != 1)} written to {output} as {name}.")
            if look.format_name is None and PurePath(output).suffix.lower() not in _BY_ENDING:
                endings = ", ".join(_BY_ENDING)
                desk.say(f"No format was named; --format does, or an ending: {endings}.")
        if lost:
            desk.say(told_left_out(lost, name))
        if not talks:
            desk.say("No talk is like that.")
    return Status.ANSWERED


def _format(look: Look, output: str | None) -> str:
    asked = look.format_name
    if asked is None:
        ending = PurePath(output).suffix.lower() if output else ""
        return _BY_ENDING.get(ending, "json")
    if asked not in FORMATS:
        raise UsageError(unknown("format", asked, FORMATS))
    return asked


def _chosen(desk: Desk, sieve: Sieve, query: str, order: str) -> list[Talk]:
    """The talks to write; in the order of events, each is in the order of its programme."""
    asked = asked_for(sieve, None)
    filters = filters_of(for_the_index(desk, sieve, asked))
    if query.strip():
        found = search(desk.catalog, Question(query, filters, limit=0, sort=order))
        messages, talks = found.messages, [hit.talk for hit in found.hits]
    else:
        order = "date" if order == "relevance" else order
        numbers, messages = select(desk.catalog, filters, order, interludes=True)
        talks = desk.catalog.talks(numbers)
    desk.say(*messages)
    if not asked.days and not asked.hours:
        return talks
    passing = {talk.id for talk in passing_talks(talks, asked, desk.catalog.events())}
    return [talk for talk in talks if talk.id in passing]


def _items(desk: Desk, talks: Sequence[Talk], name: str, own: bool) -> Iterator[Item]:
    mine = marks_on(desk.catalog.db, (talk.id for talk in talks)) if own else {}
    for talk in talks:
        marks = own_object(*mine.get(talk.id, Marks())) if own else None
        if name in _WHOLE:
            number = desk.catalog.number_of_id(talk.id)
            records = desk.catalog.records(number) if number is not None else ()
            yield shown_object(talk, records, marks)
        else:
            yield talk_object(talk) | ({"own": marks} if own else {})


def _fields(look: Look, name: str, own: bool) -> tuple[str, ...] | None:
    if look.fields is not None:
        return field_names(look.fields)
    if own and name in ("csv", "tsv"):
        return tuple(field for field in FIELDS["export"] if field not in ("records", "own"))
    return None


def _write(answer: Answer, name: str, path: Path) -> None:
    """Write *answer* to the file at *path*, or for pyvideo into the folder there."""
    if name == "pyvideo":
        from talkctl.render.pyvideo import files

        for place, content in files(answer):
            file = path / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8", errors="backslashreplace"))
        return
    page = StringIO(newline="")
    render(answer, name, Paper(page))
    path.write_bytes(page.getvalue().encode("utf-8", errors="backslashreplace"))
