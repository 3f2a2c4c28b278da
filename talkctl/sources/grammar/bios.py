"""What stands below a title: the abstract, and who the people are.

A body is read from top to bottom. A *header* opens a bio: ``About Jane Doe``, ``BIO:``, or her name
alone on a line; ``Abstract:`` leads back. Where nobody wrote headers, the paragraphs at the end that
say who somebody is are bios; a paragraph that says what the talk will do is the abstract even if it
opens with a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talkctl.givennames import begins_with_given_name
from talkctl.names import (
    looks_like_name,
    name_parts,
    org_key,
    plausibly_same,
)
from talkctl.record import Bio, Credit
from talkctl.sources.grammar.positions import is_job, job_and_org
from talkctl.sources.grammar.vocabulary import OCCUPATIONS, is_subject_word
from talkctl.sources.source import Line, paragraphs, prose
from talkctl.text import words

_ABOUT = re.compile(
    r"(?:About|Über|Zu|Sobre|Acerca de|[ÀA] propos d[e'’])\s*(?P<name>\S.{0,70}?)\s*:?$"
)
_LABEL = re.compile(
    r"(?:short\s+)?(?:speaker(?:['’]s|s['’]?)?\s+)?"
    r"(?:bio(?:graph(?:y|ies|ie|ía|ia))?s?|about the (?:speaker|author|presenter)s?"
    r"|(?:über|zu) (?:den|die|der) (?:referent\w*|sprecher\w*|vortragende\w*)"
    r"|à propos de l['’](?:orateur|auteur)\w*)"
    r"\s*(?::|-|–|$)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NAMED_LABEL = re.compile(
    r"(?P<name>[^\s.][^.]{2,60}?)(?:'s|’s)?\s+bio(?:graphy)?\s*:?\s*$", re.IGNORECASE
)
_LABEL_OF = re.compile(
    r"(?:bio(?:graph(?:y|ie))?(?:\s+(?:of|de|von|for))?|about|über|sobre|à propos de)"
    r"\s+(?P<name>[^:]{2,60}?)\s*(?::\s*(?P<rest>.*))?$",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(r"(?:about|who|über|sobre)\s*:\s*(?P<rest>\S.*)$", re.IGNORECASE)
_PICTURE = re.compile(r"^[^\w\s\"“”„«‘'(\[@#-]{1,3}\s+(?=[^\W\d_])")
"""A pictogram in front of a heading."""
_ABSTRACT = re.compile(
    r"(?:(?:talk|session)\s+)?(?:abstract|about (?:the|this) (?:talk|session)"
    r"|description|summary|beschreibung|résumé|resumen|resumo)"
    r"\s*(?::\s*(?P<rest>.*)|$)",
    re.IGNORECASE,
)
_SOCIAL_LINKS = re.compile(
    r"(?:(?:Twitter Tweet|Facebook Message|LinkedIn Connect|Instagram Follow|Website|GitHub|"
    r"Mastodon|Bluesky)\s*)+$"
)
"""Sched writes the buttons on a speaker's card as words."""

_IS_SOMEBODY = (
    r"(?!\w)\s*(?:\([^)]{0,60}\)\s*)?,?\s*(?:(?:is|was|has|have|am)\b(?:\s+(?:been|currently|also|now))?"
    r"|works?\b|worked\b|leads?\b|holds?\b|joined\b|runs?\b|started\b|co-?founded\b|founded\b"
    r"|manages?\b|serves?\b|heads?\b|specializes?\b|enjoys?\b|lives?\b|currently\b|spent\b"
    r"|teaches\b|studies\b|directs\b|builds?\b|writes\b|maintains?\b|brings\b|loves\b|oversees\b"
    r"|ist\b|arbeitet\b|leitet\b|est\b|travaille\b|dirige\b|es\b|trabaja\b|é\b|trabalha\b)"
)
_WHO = re.compile(rf"(?P<name>\S+(?:\s\S+){{0,3}}?){_IS_SOMEBODY}")
_ABOUT_THE_TALK = re.compile(
    r"\b(?:this|the|his|her|their|our|my) (?:talk|session|presentation|keynote|tutorial|workshop)\b"
    r"|\bwill (?:\w+ )?(?:talk|show|share|discuss|present|explain|demo|demonstrate|cover|explore"
    r"|describe|review|introduce|go over|walk|provide|highlight|outline|turn|take)\b"
    r"|\bjoin (?:us|me)\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(r"(?:I|I['’]m|I['’]ve|My|Hi|Hello)\b")
_IS_SOMETHING = re.compile(
    r"^.{0,80}?\b(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,5}?(?:project|platform|framework|tool"
    r"|library|company|foundation|database|engine|system|service|runtime|language|standard"
    r"|specification|community|conference|organi[sz]ation|startup|technology|software)\b"
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
    return bool(_SOCIAL_LINKS.match(line.text.strip()[:200]))


def headed_names(lines: Sequence[Line], title: str = "") -> tuple[str, ...]:
    """The names in ``About …`` headers among *lines*: what is written as names are, or stands
    where people do on the line *title*."""
    names = (name for line in lines if len(line.text) > 6 for name in _headed(line.text.strip()))
    return tuple(name for name in names if looks_like_name(name) or _is_billed(name, title))


def _headed(text: str) -> list[str]:
    """Whom the line *text* names as the subject of a bio."""
    about = _ABOUT.match(text)
    label = None if about else _LABEL.match(text)
    who = _WHO.match((label["rest"] if label else text)[:300])
    if who and not label and not OCCUPATIONS.intersection(words(text[:200])):
        who = None
    return [found["name"] for found in (about, who) if found]


def person_introduced(text: str) -> str | None:
    """Whom a line introduces: ``About Jane Doe``, ``Jane Doe is …``, her name alone."""
    label = _LABEL.match(text)
    if label and label["rest"]:
        return person_introduced(label["rest"])
    for form in (_ABOUT, _NAMED_LABEL, _LABEL_OF, _WHO):
        found = form.match(text)
        if found:
            return found["name"]
    alone = text.rstrip(":")
    return alone if looks_like_name(alone) else None


def _is_billed(name: str, title: str) -> bool:
    return len(name) > 2 and any(
        f"{mark}{name}" in title for mark in ("- ", "– ", "— ", "& ", "(", "by ")
    )


def read_body(
    lines: Sequence[Line], people: tuple[Credit, ...], role: str = "speaker", tight: bool = False
) -> Body:
    """The abstract and the bios in *lines*; people found only in bios get *role*; on a *tight*
    page paragraphs follow one another without blank lines."""
    lines = [line for line in lines if not is_social_links(line)]
    abstract, sections = _headed_sections(lines, people)
    if not sections:
        abstract, sections = _headless_sections(abstract, people, tight)
    bios = []
    credits = list(people)
    for section in sections:
        text = prose(section.lines)
        index = _whose(section.name, credits)
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
    current = abstract
    is_list = False
    below = _texts_below(lines)
    for index, line in enumerate(lines):
        header = _header(lines, index, below[index], people, bool(sections))
        back = _ABSTRACT.match(line.text.strip())
        another = _presented(line, people) if is_list else None
        if header:
            name, rest = header
            sections.append(_Section(name, [Line(line.number, rest)] if rest else []))
            current = sections[-1].lines
            is_list = bool(_LABEL.match(line.text.strip()))
        elif back:
            current = abstract
            current.append(Line(line.number, back["rest"] or ""))
        elif another and not any(plausibly_same(another, section.name) for section in sections):
            sections.append(_Section(another, [line]))
            current = sections[-1].lines
        else:
            current.append(line)
    return abstract, sections


def _texts_below(lines: Sequence[Line]) -> list[str]:
    """For each line the text of the next one with something on it."""
    texts: list[str] = []
    below = ""
    for line in reversed(lines):
        texts.append(below)
        below = line.text.strip() or below
    return texts[::-1]


def _header(
    lines: Sequence[Line], index: int, below: str, people: tuple[Credit, ...], in_bios: bool
) -> tuple[str, str] | None:
    """The name that the line at *index* puts above a bio, and what follows it on the line."""
    text = lines[index].text.strip()
    text = text if text[:1].isalnum() else _PICTURE.sub("", text)
    about = _ABOUT.match(text) or _NAMED_LABEL.match(text)
    if about and _opens_bio(about["name"], below, people, in_bios):
        return about["name"], ""
    label_of = _LABEL_OF.match(text)
    if label_of and any(plausibly_same(label_of["name"], person.name) for person in people):
        return label_of["name"], label_of["rest"] or ""
    who = _SAYS_WHO.match(text)
    for person in people if who else ():
        if (
            who
            and name_parts(person.name) == name_parts(who["rest"])[: len(name_parts(person.name))]
        ):
            return person.name, who["rest"]
    label = _LABEL.match(text)
    if label:
        name = _subject(label["rest"] or below, people)
        alone = bool(name) and name_parts(label["rest"]) == name_parts(name or "")
        return (name, "" if alone else label["rest"]) if name else None
    stands_alone = index == 0 or lines[index - 1].blank
    if stands_alone and text and below and index + 1 < len(lines) and not lines[index + 1].blank:
        return _name_above(text, people)
    return None


def _name_above(text: str, people: tuple[Credit, ...]) -> tuple[str, str] | None:
    """The name on a line of its own, with what else the line says of that person."""
    if len(text) > 120:
        return None
    name, _, rest = text.rstrip(":").partition(",")
    if rest and not is_job(rest.split(",")[0]):
        return None
    if len(name_parts(name)) < 2 or not looks_like_name(name):
        return None
    named = any(plausibly_same(name, person.name) for person in people)
    return (name.strip(), rest.strip()) if named else None


def _opens_bio(name: str, below: str, people: tuple[Credit, ...], in_bios: bool) -> bool:
    """Whether ``About NAME`` opens a bio rather than a chapter of the abstract."""
    if any(plausibly_same(name, person.name) for person in people):
        return True
    if not looks_like_name(name) or _is_no_person(below[:200]):
        return False
    mentioned = set(name_parts(name)).intersection(words(below[:160]))
    if mentioned or in_bios or job_and_org([below[:200]])[0] is not None:
        return True
    own = begins_with_given_name(name) and not any(map(is_subject_word, words(name)[1:]))
    return bool(own or _OF_ONESELF.match(below))


def _is_no_person(text: str) -> bool:
    """Whether *text* says what some thing is: a project, a company."""
    return bool(_IS_SOMETHING.match(text)) and not OCCUPATIONS.intersection(words(text))


def _subject(text: str, people: tuple[Credit, ...]) -> str | None:
    """Whom a bio without a name above it is about: whoever its first words name."""
    opening = words(text[:200])[:6]
    for person in people:
        parts = name_parts(person.name)
        if parts and (parts[0] in opening[:2] or parts[-1] in opening[:3]):
            return person.name
    if len(people) == 1:
        return people[0].name
    found = _WHO.match(text[:300])
    if found and looks_like_name(found["name"]):
        return found["name"]
    return None


def _headless_sections(
    lines: Sequence[Line], people: tuple[Credit, ...], tight: bool
) -> tuple[list[Line], list[_Section]]:
    """Bios without headers: the paragraphs from the first that says who somebody billed is."""
    blocks = _cut_where_presented(paragraphs(lines), people) if tight else paragraphs(lines)
    for index in range(_after_the_talk(blocks), len(blocks)):
        opening = blocks[index][0]
        if _presented(opening, people) and (index > 0 or _has_occupation(opening)):
            return _cut_at(lines, blocks, index, people)
    return list(lines), []


def _cut_where_presented(blocks: list[list[Line]], people: tuple[Credit, ...]) -> list[list[Line]]:
    """*blocks*, cut before a line that says who somebody is and what they do."""
    found: list[list[Line]] = []
    for block in blocks:
        begin = 0
        for n, line in enumerate(block):
            if n > begin and _has_occupation(line) and _presented(line, people):
                found.append(block[begin:n])
                begin = n
        found.append(block[begin:])
    return found


def _has_occupation(line: Line) -> bool:
    """Whether *line* soon says what somebody is; else a lone paragraph is rather the abstract."""
    return bool(OCCUPATIONS.intersection(words(line.text[:200])))


def _after_the_talk(blocks: list[list[Line]]) -> int:
    """The first of *blocks* from which on none speaks of the talk."""
    for index in range(len(blocks) - 1, -1, -1):
        if any(_ABOUT_THE_TALK.search(line.text) for line in blocks[index]):
            return index + 1
    return 0


def _presented(line: Line, people: tuple[Credit, ...]) -> str | None:
    """The name of whom *line* introduces, if it does."""
    text = _PICTURE.sub("", line.text.strip()[:300])
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
    seen = set[str]()
    for block in blocks[index:]:
        for position, line in enumerate(block):
            name = _presented(line, people)
            if name and name not in seen:
                seen.add(name)
                sections.append(_Section(name, []))
            elif position == 0:
                sections[-1].lines.append(Line(line.number - 1, ""))
            sections[-1].lines.append(line)
    return [line for line in lines if line.number < cut], sections


def _whose(name: str, credits: list[Credit]) -> int | None:
    """Which of *credits* a bio under *name* is about."""
    exact = [i for i, credit in enumerate(credits) if name_parts(credit.name) == name_parts(name)]
    likely = exact or [i for i, credit in enumerate(credits) if plausibly_same(credit.name, name)]
    return likely[0] if likely else None


def _with_job(credit: Credit, bio: str) -> Credit:
    """*credit* with the job from a bio's first line, where that is ``position, organisation``.

    Only the organisation the person is billed with anyway, or one that got lost behind the comma,
    shows that the line is a position, or that it stands alone; prose never gives a job.
    """
    first = bio.split("\n", 1)[0].strip()
    if credit.job or len(first) > 120 or first.endswith((".", "!", "?")):
        return credit
    job, org = job_and_org([part.strip() for part in first.split(",")])
    if job and org and credit.org is None and first == bio.split("\n\n", 1)[0]:
        return credit._replace(job=job, org=org)
    if "," not in first:
        return credit
    begins = org and credit.org is not None and org_key(org).startswith(org_key(credit.org))
    lost = org is None and first.endswith(",")
    return credit._replace(job=job) if job and (begins or lost) else credit
