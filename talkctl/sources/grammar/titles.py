"""What a title line says: title, kind, level and the people billed behind it.

    Effective RBAC - Jordan Liggitt, Red Hat          talk
    Helm Chart Patterns [I] - Vic Iglesias, Google    intermediate
    Title - A & B, Oracle (Any Skill Level)           any level
    Keynote: Cloud Native at AWS - Adrian …, AWS      keynote, the prefix is no part of the title
    GitOps - Operations by Pull Request [B] - A, B    only what bills people is cut off
    Panel: Title - Moderated by Jason McGee, IBM      panel with a moderator
    Linkerd Salon - hosted by William Morgan, Buoyant salon with a host
    Community Awards                                  nobody billed
    Ship Logs - TBA | Ship Logs - Speaker TBA, Acme   nobody billed yet
    [Cancelled] Fog Signals - Karl Weber              cancelled; the tag is no part of the title

Every page format shares this grammar; ``kinds`` knows prefixes and levels, ``bylines`` where the
people stand, ``billing`` how they are billed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from talkctl.givennames import begins_with_given_name
from talkctl.model import INTERLUDES
from talkctl.record import Credit, Record
from talkctl.sources.grammar.billing import Known, is_person
from talkctl.sources.grammar.bylines import people_with, take_people, take_person_alone
from talkctl.sources.grammar.kinds import (
    kind_named,
    kind_of,
    take_kind,
    take_kind_behind,
    take_level,
)
from talkctl.sources.grammar.states import take_cancelled
from talkctl.sources.grammar.vocabulary import TO_COME

_NOBODY_YET = re.compile(
    r"(?<=\S)\s*(?:\s[-–—|]\s*|[(\[]\s*)(?:(?:speakers?|ponentes?|palestrantes?):?\s+)?"
    rf"(?:TBA|TBC|TBD|{'|'.join(sorted(TO_COME))})(?:, [^,]{{2,60}})?[)\]]?$",
    re.IGNORECASE,
)
"""Behind a title the word that nobody is named yet."""
_REMEMBERED = 300
"""Longer lines are hardly titles, and not worth the memory."""


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title line taken apart; *raw* is the whole line as it stands."""

    raw: str
    title: str
    kind: str = "talk"
    level: str | None = None
    credits: tuple[Credit, ...] = ()
    status: str | None = None


def parse_title(line: str, known: Known | None = None) -> TitleLine:
    """What the title *line* says, people included."""
    if known is None and len(line) <= _REMEMBERED:
        return _parsed(line)
    return _parse(line, known or Known())


@lru_cache(maxsize=4096)
def _parsed(line: str) -> TitleLine:
    """The same, remembered: layouts ask for one line's title again and again."""
    return _parse(line, Known())


def _parse(line: str, known: Known) -> TitleLine:
    raw = line.strip()
    text, cancelled = take_cancelled(raw)
    text, level = take_level(_NOBODY_YET.sub("", text) if len(text) <= _REMEMBERED else text)
    bare, kind = take_kind(text)
    title, credits = take_people(text, known) if kind else ("", ())
    if not kind_named(title):
        title, credits = take_people(bare, known)
    if credits and not kind and not bare.startswith(title):
        title, kind = take_kind(title)
    alone = () if credits else take_person_alone(bare, known) or _by_name_alone(bare, kind, known)
    if kind and alone:
        title = text[: len(text) - len(bare)].strip(" :-–—")
    credits = credits or alone
    if not kind:
        title, kind = take_kind_behind(title)
    kind = kind or _kind_with(title, credits)
    status = "cancelled" if cancelled else None
    return TitleLine(raw, title or raw, kind, level, seated(credits, kind), status)


def _by_name_alone(bare: str, kind: str | None, known: Known) -> tuple[Credit, ...]:
    """The one person whose name is all that stands behind ``Keynote:``."""
    named = kind == "keynote" and 1 < len(bare.split()) < 4 and begins_with_given_name(bare)
    return (Credit(bare),) if named and is_person(bare, known) else ()


def title_of_event(line: str, known: Known) -> TitleLine:
    """What the title of an event that is one talk says: ``Deep Water with Jane Doe`` as well."""
    return with_guests(parse_title(line, known), known)


def with_guests(title: TitleLine, known: Known) -> TitleLine:
    """*title*, if it bills nobody, with the people behind its ``with``."""
    bare, people = people_with(title.title, known) if not title.credits else ("", ())
    return replace(with_credits(title, people), title=bare) if people else title


def parse_bare_title(line: str) -> TitleLine:
    """What the title *line* says if, as the page shows, nobody is billed on it."""
    raw = line.strip()
    text, cancelled = take_cancelled(raw)
    text, level = take_level(text)
    title, kind = take_kind(text)
    kind = kind or kind_of(title, False)
    return TitleLine(raw, title or raw, kind, level, (), "cancelled" if cancelled else None)


def with_credits(title: TitleLine, credits: tuple[Credit, ...]) -> TitleLine:
    """*title* with people billed elsewhere than on its line: then it is no interlude."""
    kind = _kind_with(title.title, credits) if title.kind in (*INTERLUDES, "other") else title.kind
    return replace(title, kind=kind, credits=seated(credits, kind))


def titled(record: Record, title: TitleLine) -> Record:
    """*record* with all that *title* says."""
    return record._replace(
        raw_title=title.raw,
        title=title.title,
        kind=title.kind,
        level=title.level,
        speakers=title.credits,
        status=title.status,
    )


def _kind_with(title: str, credits: tuple[Credit, ...]) -> str:
    kind = kind_of(title, bool(credits))
    moderated = any(credit.role == "moderator" for credit in credits)
    if kind == "talk" and moderated and re.search(r"\bpanel\b", title, re.IGNORECASE):
        return "panel"
    return kind


def seated(credits: tuple[Credit, ...], kind: str) -> tuple[Credit, ...]:
    """*credits* of a session of that *kind*: whoever does not lead a panel sits on it."""
    if kind != "panel":
        return credits
    return tuple(
        credit._replace(role="panelist") if credit.role == "speaker" else credit
        for credit in credits
    )
