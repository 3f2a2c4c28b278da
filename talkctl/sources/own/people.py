"""The people of a row of a spreadsheet: one cell for all, or columns side by side.

Jane Doe; John Roe                     people between semicolons, line breaks or slashes
Jane Doe, Acme & John Roe, Bolt        as programmes bill them
Speaker 1, Company 1, Speaker 2, …     each with what has the same number
First name, Last name                  one person
Company / Role                         both in one cell, in that order
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.givennames import begins_with_given_name
from talkctl.names import name_key
from talkctl.record import Credit
from talkctl.sources.grammar.billing import is_nobody, working_for
from talkctl.sources.grammar.roles import billed_by_label
from talkctl.sources.own.columns import Column

Cells = Sequence[tuple[Column, str]]

_BETWEEN = re.compile(r"\s*[;\n]\s*|\s+[/|]\s+")
_FAMILY_FIRST = re.compile(r"([^\W\d_][\w'’-]{1,30}), ([^\W\d_][\w'’-]{1,30})")
_ROLES = {"moderators": "moderator", "panelists": "panelist", "hosts": "host"}
_MOST = 200


def people_of(cells: Cells) -> tuple[Credit, ...]:
    """Everybody whom the *cells* of a row name, in their order, each once."""
    cells = [one for column, cell in cells for one in _apart(column, cell)]
    credits = list(_with_companies(_speakers(cells), cells))
    for column, cell in cells:
        if column.field == "more_speakers":
            credits += _in_cell(cell)
        elif column.field in _ROLES:
            role = _ROLES[column.field]
            credits += [credit._replace(role=role) for credit in _in_cell(cell)]
    found: dict[str, Credit] = {}
    for credit in credits[:_MOST]:
        found.setdefault(name_key(credit.name), credit)
    return tuple(found.values())


def _apart(column: Column, cell: str) -> Cells:
    """The cells that *cell* is in a column of two things: ``Company / Role``."""
    fields = (column.field or "").split(" and ")
    parts = _BETWEEN.split(cell, maxsplit=1) if len(fields) > 1 else [cell]
    return [(column._replace(field=one), part) for one, part in zip(fields, parts, strict=False)]


def _speakers(cells: Cells) -> list[tuple[int, Credit]]:
    """Speakers with the number of their column, 1 where it has none."""
    found = [
        (column.number or 1, credit)
        for column, cell in cells
        if column.field == "speakers"
        for credit in _in_cell(cell)
    ]
    if found:
        return found
    first = [(column.number or 1, cell) for column, cell in cells if column.field == "first_name"]
    last = {column.number or 1: cell for column, cell in cells if column.field == "last_name"}
    names = [(number, f"{name} {last.get(number, '')}".strip()) for number, name in first]
    return [(number, Credit(name)) for number, name in names if name and not is_nobody(name)]


def _in_cell(cell: str) -> tuple[Credit, ...]:
    credits: list[Credit] = []
    for part in _BETWEEN.split(cell.strip())[:_MOST]:
        name = " ".join(part.split()).strip(",")
        if not name or is_nobody(name):
            continue
        name = _turned(name)
        credits += billed_by_label(name, several="," in name) or (Credit(name),)
    return tuple(credits)


def _turned(name: str) -> str:
    """``Doe, Jane`` as one calls her."""
    found = _FAMILY_FIRST.fullmatch(name)
    if not found or not begins_with_given_name(found[2]) or begins_with_given_name(found[1]):
        return name
    return f"{found[2]} {found[1]}"


def _with_companies(people: list[tuple[int, Credit]], cells: Cells) -> list[Credit]:
    """*people* with what other columns say of their organisations and jobs."""
    orgs = {column.number or 1: cell for column, cell in cells if column.field == "org" and cell}
    jobs = {column.number or 1: cell for column, cell in cells if column.field == "job" and cell}
    numbers = [number for number, _ in people]
    if len(set(numbers)) == len(people):
        return [
            credit._replace(org=credit.org or orgs.get(number), job=credit.job or jobs.get(number))
            for number, credit in people
        ]
    listed = _BETWEEN.split(orgs.get(1, ""))
    if len(listed) == len(people):
        return [
            credit._replace(org=credit.org or org.strip() or None)
            for (_, credit), org in zip(people, listed, strict=True)
        ]
    named = tuple(credit for _, credit in people)
    return list(working_for(orgs[1], named) if 1 in orgs else named)
