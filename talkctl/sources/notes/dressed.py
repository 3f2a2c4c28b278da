"""Titles that only their dress tells from the people behind them.

**Deep Water** Jane Doe @ Acme            bold type or italics, and whatever joint or none
*Deep Water*. Jane Doe, John Roe
« Deep Water », Jane Doe (Acme)           quotation marks
**2019-05-04** — *Deep Water*, KnotCon    a date in front, an event behind
"""

from __future__ import annotations

import re
from dataclasses import replace

from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.kinds import kind_named, take_kind
from talkctl.sources.grammar.roles import LED
from talkctl.sources.grammar.titles import TitleLine, parse_bare_title
from talkctl.sources.notes.headline import read_headline
from talkctl.sources.notes.markdown import without_markup

_DRESSED = re.compile(
    r"(?P<mark>\*\*|__|[*_])(?=[^\s*_])(?P<marked>[^*]{2,300}?)(?<=\S)(?P=mark)(?!\w)"
    r"|[\"“„«]\s?(?P<quoted>[^\"“”„«»]{2,200}?)\s?[\"“”»]"
)
_JOINT = re.compile(r"[\s.,:;/|·–—-]+")
_LABEL_BEHIND = re.compile(r"\s+[-–—|]\s+(?:track|stream|room|level):\s.*$", re.IGNORECASE)
_LED = re.compile(rf"(?P<kind>[^\W\d_]+(?: [^\W\d_]+)?)\s+(?=(?i:{LED})\s)")
"""What kind of session somebody leads: ``table ronde animée par``."""


def title_apart(raw: str, plain: str) -> tuple[str, str] | None:
    """The title and what stands behind it, of the line *raw* that is *plain* without its markup."""
    for found in _DRESSED.finditer(raw[:1000]):
        title = without_markup(found["marked"] or found["quoted"], {})[0]
        before, whole, behind = plain.partition(title)
        before = before.strip(' "“„«*_:–—-')
        before = f"{before}:" if kind_named(before) else before
        if whole and (not before or take_kind(f"{before} {title}")[1]):
            break
    else:
        return None
    behind = behind.lstrip(' "“”»*_')
    joint = _JOINT.match(behind)
    return f"{before} {title}".strip(), behind[joint.end() :] if joint else behind


def read_dressed(raw: str, plain: str, known: Known) -> TitleLine | None:
    """What the line *raw* says, if its title is dressed and everything behind bills people."""
    apart = title_apart(raw, plain)
    if not apart:
        return None
    title, people = apart
    if not people:
        bare = parse_bare_title(title)
        return replace(bare, raw=plain) if bare.title != title else None
    led = _LED.match(people)
    kind = kind_named(led["kind"]) if led else None
    people = people[led.end() :] if led and kind else people
    people = _LABEL_BEHIND.sub("", people)
    found = read_headline(f"{title} - {people}", known)
    if not found.credits or not title.endswith(found.title):
        return None
    found = replace(found, raw=plain)
    return replace(found, kind=kind) if kind and found.kind == "talk" else found


def read_line(raw: str, plain: str, known: Known) -> TitleLine:
    """What the line *raw* says, *plain* without its markup: by the dress of its title, if it has one."""
    dressed = read_dressed(raw, plain, known)
    if dressed:
        return dressed
    return read_headline(plain, known)
