"""What stands below a title: the abstract, and who the people are.

A body is read from top to bottom. A *header* opens a bio: ``About Jane Doe``, ``BIO:``, or her name
alone on a line. Where nobody wrote headers, the paragraphs at the end that say who somebody is are
bios; a paragraph that says what the talk will do is the abstract even if it opens with a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from talkctl.model import Bio, Credit
from talkctl.names import looks_like_name, name_parts, plausibly_same
from talkctl.sources.billing import job_and_org
from talkctl.sources.source import Line, paragraphs, prose
from talkctl.text import words

_ABOUT = re.compile(r"About\s+(?P<name>\S.{0,70}?)\s*:?$")
_LABEL = re.compile(
    r"(?:speaker(?:'s|s')?\s+)?(?:bio(?:graph(?:y|ies))?s?|about the (?:speaker|author|presenter)s?)"
    r"\s*(?::|-|–|$)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NAMED_LABEL = re.compile(
    r"(?P<name>\S.{2,60}?)(?:'s|’s)?\s+bio(?:graphy)?\s*:?\s*$", re.IGNORECASE
)
_SOCIAL_LINKS = re.compile(
    r"(?:(?:Twitter Tweet|Facebook Message|LinkedIn Connect|Instagram Follow|Website|GitHub|"
    r"Mastodon|Bluesky)\s*)+$"
)
"""Sched writes the buttons on a speaker's card as words."""

_IS_SOMEBODY = (
    r"\s*(?:\([^)]{0,60}\)\s*)?,?\s*(?:(?:is|was|has|have|am)\b(?:\s+(?:been|currently|also|now))?"
    r"|works?\b|worked\b|leads?\b|holds?\b|joined\b|runs?\b|started\b|co-?founded\b|founded\b"
    r"|manages?\b|serves?\b|heads?\b|specializes?\b|enjoys?\b|lives?\b|currently\b|spent\b)"
)
_ABOUT_THE_TALK = re.compile(
    r"\b(?:this|the|his|her|their|our|my) (?:talk|session|presentation|keynote|tutorial|workshop)\b"
    r"|\bwill (?:\w+ )?(?:talk|show|share|discuss|present|explain|demo|demonstrate|cover|explore"
    r"|describe|review|introduce|go over|walk|provide|highlight|outline|turn|take)\b"
    r"|\bjoin (?:us|me)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body taken apart: *people* are credits with jobs from bios, then people only in bios."""

    abstract: str | None
    bios: tuple[Bio, ...]
    people: tuple[Credit, ...]


@dataclass(slots=True)
class _Section:
    name: str
    lines: list[Line]


def is_social_links(line: Line) -> bool:
    """Whether *line* holds nothing but the names of buttons on a speaker's card."""
    return bool(_SOCIAL_LINKS.match(line.text.strip()))


def headed_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names in ``About …`` headers among *lines* that are written as names are."""
    found = (_ABOUT.match(line.text.strip()) for line in lines)
    return tuple(match["name"] for match in found if match and looks_like_name(match["name"]))


def read_body(lines: Sequence[Line], people: tuple[Credit, ...], role: str = "speaker") -> Body:
    """The abstract and the bios in *lines*; people found only in bios get *role*."""
    lines = [line for line in lines if not is_social_links(line)]
    abstract, sections = _headed_sections(lines, people)
    if not sections:
        abstract, sections = _headless_sections(lines, people)
    bios = []
    credits = list(people)
    for section in sections:
        text = prose(section.lines)
        index = _whose(section.name, text, credits)
        if index is None:
            credits.append(Credit(section.name, role=role))
            index = len(credits) - 1
        if text:
            name = credits[index].name
            heading = section.name if section.name != name else None
            bios.append(Bio(name, text, heading))
            credits[index] = _with_job(credits[index], text)
    return Body(prose(abstract), tuple(bios), tuple(credits))


def _headed_sections(
    lines: Sequence[Line], people: tuple[Credit, ...]
) -> tuple[list[Line], list[_Section]]:
    abstract: list[Line] = []
    sections: list[_Section] = []
    for index, line in enumerate(lines):
        header = _header(lines, index, people, bool(sections))
        if header:
            name, rest = header
            sections.append(_Section(name, [Line(line.number, rest)] if rest else []))
        elif sections:
            sections[-1].lines.append(line)
        else:
            abstract.append(line)
    return abstract, sections


def _header(
    lines: Sequence[Line], index: int, people: tuple[Credit, ...], in_bios: bool
) -> tuple[str, str] | None:
    """The name that the line at *index* puts above a bio, and what follows it on the line."""
    text = lines[index].text.strip()
    about = _ABOUT.match(text) or _NAMED_LABEL.match(text)
    if about and _opens_bio(about["name"], _text_below(lines, index), people, in_bios):
        return about["name"], ""
    label = _LABEL.match(text)
    if label:
        below = label["rest"] or _text_below(lines, index)
        name = _subject(below, people)
        return (name, label["rest"]) if name else None
    stands_alone = index == 0 or lines[index - 1].blank
    if stands_alone and text and _text_below(lines, index) and index + 1 < len(lines):
        named = [p for p in people if len(name_parts(text)) > 1 and plausibly_same(text, p.name)]
        if named and looks_like_name(text) and not lines[index + 1].blank:
            return text, ""
    return None


def _text_below(lines: Sequence[Line], index: int) -> str:
    below = (line.text.strip() for line in lines[index + 1 :] if not line.blank)
    return next(below, "")


def _opens_bio(name: str, below: str, people: tuple[Credit, ...], in_bios: bool) -> bool:
    """Whether ``About NAME`` opens a bio rather than a chapter of the abstract."""
    if any(plausibly_same(name, person.name) for person in people):
        return True
    if not looks_like_name(name):
        return False
    mentioned = set(name_parts(name)).intersection(words(below[:160]))
    return bool(mentioned) or in_bios or job_and_org(["", below][1:])[0] is not None


def _subject(text: str, people: tuple[Credit, ...]) -> str | None:
    """Whom a bio without a name above it is about: whoever its first words name."""
    opening = words(text)[:6]
    for person in people:
        parts = name_parts(person.name)
        if parts and (parts[0] in opening[:2] or parts[-1] in opening[:3]):
            return person.name
    if people and len(people) == 1:
        return people[0].name
    found = re.match(rf"(?P<name>\S+(?:\s\S+){{1,3}}?){_IS_SOMEBODY}", text)
    if found and looks_like_name(found["name"]):
        return found["name"]
    return None


def _headless_sections(
    lines: Sequence[Line], people: tuple[Credit, ...]
) -> tuple[list[Line], list[_Section]]:
    """Bios without headers: the paragraphs from the first that says who somebody billed is."""
    blocks = paragraphs(lines)
    for index, block in enumerate(blocks):
        if _presents(block, people) and not any(
            _ABOUT_THE_TALK.search(line.text) for later in blocks[index:] for line in later
        ):
            return _cut_at(lines, blocks, index, people)
    return list(lines), []


def _presents(block: list[Line], people: tuple[Credit, ...]) -> str | None:
    """The name of whom *block* introduces, if it does."""
    text = block[0].text.strip()
    for person in people:
        parts = [re.escape(part) for part in person.name.split()]
        spellings = [r"\s+".join(parts), parts[0], rf"(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+{parts[-1]}"]
        if any(re.match(rf"{name}{_IS_SOMEBODY}", text) for name in spellings):
            return person.name
    return None


def _cut_at(
    lines: Sequence[Line], blocks: list[list[Line]], index: int, people: tuple[Credit, ...]
) -> tuple[list[Line], list[_Section]]:
    cut = blocks[index][0].number
    sections: list[_Section] = []
    for block in blocks[index:]:
        name = _presents(block, people)
        if name and all(section.name != name for section in sections):
            sections.append(_Section(name, []))
        elif sections[-1].lines:
            sections[-1].lines.append(Line(block[0].number - 1, ""))
        sections[-1].lines.extend(block)
    return [line for line in lines if line.number < cut], sections


def _whose(name: str, text: str | None, credits: list[Credit]) -> int | None:
    """Which of *credits* a bio under *name* is about."""
    exact = [i for i, credit in enumerate(credits) if name_parts(credit.name) == name_parts(name)]
    likely = exact or [i for i, credit in enumerate(credits) if plausibly_same(credit.name, name)]
    return likely[0] if likely else None


def _with_job(credit: Credit, bio: str) -> Credit:
    """*credit* with the job from a bio's first line, where that is ``position, organisation``.

    Only the organisation the person is billed with anyway, or one that got lost behind the comma,
    shows that the line is a position; prose never gives a job.
    """
    first = bio.split("\n", 1)[0].strip()
    if credit.job or len(first) > 120 or "," not in first or first.endswith((".", "!", "?")):
        return credit
    job, org = job_and_org([part.strip() for part in first.split(",")])
    if not job or not ((org is None and first.endswith(",")) or (org and _same_org(org, credit.org))):
        return credit
    return replace(credit, job=job)


def _same_org(one: str, other: str | None) -> bool:
    if not other:
        return False
    legal = {"inc", "corp", "ltd", "llc", "gmbh", "corporation", "limited", "company", "co"}
    first, second = ([w for w in words(text) if w not in legal] for text in (one, other))
    return "".join(first) == "".join(second) or "".join(first).startswith("".join(second))
