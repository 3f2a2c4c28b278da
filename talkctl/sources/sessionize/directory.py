"""What a Sessionize answer tells once for all sessions: speakers, rooms, categories, questions.

"Staff Engineer at Acme", "CTO, Acme", "CTO @ Acme | Author"     job and organisation
"VP, Platform, Acme"                                             a field of work belongs to the job
"Acme, Staff Engineer"                                           the other way round
"Making computers behave"                                        neither
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from talkctl.sources.grammar.entries import Participant
from talkctl.sources.grammar.fields import field, objects, text_of
from talkctl.sources.grammar.markup import one_line
from talkctl.sources.grammar.positions import (
    is_field_of_work,
    is_institution,
    is_job,
    is_legal_form,
    job_and_org,
)
from talkctl.text import fold, key

_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[|•·;]\s*")
_AT = re.compile(r"\s+(?:at|bei|chez)\s+(?=[^a-z\W]|[a-z]{1,2}[A-Z])|\s*@\s*(?=\S)|\s+\(at\)\s+")
_WORKS = re.compile(r"(?:i |currently )?(?:work(?:s|ing)?|employed)", re.IGNORECASE)
_HONOUR = re.compile(
    r"\b(?:mvp|hero|champion|captain|gde|experts?|ambassador|builder|speaker|author|blogger|trainer"
    r"|creator|enthusiast|nerd|geek|organi[sz]er|maintainer|contributor|father|mother|dad|mom|mum"
    r"|lover|addict|fan|certified|phd|mba|he|she|they)\b[.!]?$"
)
"""What people are besides: no organisation is called so."""
_CLAUSE = re.compile(
    r",\s+(?!Inc|Ltd|LLC|GmbH|S\.|Co\b)|\s+(?:and|&)\s+(?=[^\W\d_]+\s+(?:at|@|of)\b)"
)
_MOST_WORDS = 6
_ORG_ASKED = re.compile(r"\b(?:company|organi[sz]ation|employer|affiliation|firma|entreprise)\b")
_JOB_ASKED = re.compile(r"\b(?:job title|job|position|role|title)\b")
_LONGEST = 200


class Category(NamedTuple):
    """One of the values that sessions choose from, with the question it answers."""

    asked: str
    name: str


class Directory(NamedTuple):
    """Everything that sessions refer to, by id."""

    speakers: dict[str, Participant]
    rooms: dict[str, str]
    categories: dict[str, Category]
    questions: dict[str, str]
    listed: tuple[dict[str, Any], ...]
    """The speakers as they are listed."""


def same_id(value: Any) -> str:
    """An id as text: what is a number here is a text there."""
    return text_of(value).strip().lower()


def directory_of(value: Any) -> Directory:
    """All that *value*, an answer in any view, tells once."""
    parts = (
        objects(value) if isinstance(value, list) else [value] if isinstance(value, dict) else []
    )
    listed = [part for part in parts if "fullName" in part or "firstName" in part]
    rooms: dict[str, str] = {}
    categories: dict[str, Category] = {}
    questions: dict[str, str] = {}
    for part in parts:
        listed += objects(part.get("speakers")) if not part.get("startsAt") else []
        rooms |= {
            same_id(room.get("id")): field(room, "name") for room in objects(part.get("rooms"))
        }
        for category in objects(part.get("categories")):
            asked = field(category, "title", "name")
            for item in objects(category.get("items")) + objects(category.get("categoryItems")):
                categories[same_id(item.get("id"))] = Category(asked, field(item, "name"))
        for question in objects(part.get("questions")):
            questions[same_id(question.get("id"))] = field(question, "question", "title")
    found = Directory({}, rooms, categories, questions, tuple(listed))
    for speaker in listed:
        found.speakers.setdefault(same_id(speaker.get("id")), participant(speaker, found))
    found.speakers.pop("", None)
    return found


def participant(speaker: dict[str, Any], directory: Directory) -> Participant:
    """*speaker* with bio, and with job and organisation where the tag line or an answer says them."""
    both = " ".join(filter(None, (field(speaker, "firstName"), field(speaker, "lastName"))))
    name = one_line(field(speaker, "fullName", "name") or both)
    job, org = job_and_org_of(field(speaker, "tagLine"), name)
    for asked, answer in _answers(speaker, directory):
        if _ORG_ASKED.search(asked):
            org = answer
        elif _JOB_ASKED.search(asked):
            job = answer
    uid = field(speaker, "id")
    return Participant(
        name=name,
        uid=f"id:{uid}" if uid else None,
        bio=field(speaker, "bio"),
        job=job,
        org=org,
    )


def _answers(speaker: dict[str, Any], directory: Directory) -> list[tuple[str, str]]:
    """What *speaker* was asked, folded, and answered on one line."""
    found = []
    for answer in objects(speaker.get("questionAnswers")):
        number = answer.get("questionId", answer.get("id"))
        asked = field(answer, "question") or directory.questions.get(same_id(number), "")
        said = one_line(field(answer, "answer", "answerValue"))
        if said and len(said) <= _LONGEST:
            found.append((fold(asked), said))
    return found


def job_and_org_of(tag_line: str, name: str = "") -> tuple[str | None, str | None]:
    """Job and organisation, as far as the *tag_line* of somebody called *name* surely says them."""
    line = one_line(tag_line)
    if len(line) > _LONGEST:
        return None, None
    first, *others = [part.strip(" ,") for part in _SEPARATOR.split(line)]
    if others and key(first) == key(name):
        first, *others = others
    at = _AT.split(first, maxsplit=1)
    if len(at) == 2:
        return _at_an_organisation(*at)
    job, org = _between_commas(first)
    if job and not org and others and _is_name(others[0]):
        return job, others[0]
    return job, org


def _between_commas(text: str) -> tuple[str | None, str | None]:
    """What ``Staff Engineer, Acme, Inc.`` says; what else somebody is may follow."""
    parts: list[str] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if parts and (is_legal_form(part) or (is_institution(parts[-1]) and _is_name(part))):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    if len(parts) < 3:
        job, org = job_and_org(parts)
        return job if job else None, org if job and org and _is_name(org) else None
    field_of_work = is_job(parts[0]) and all(is_field_of_work(part) for part in parts[1:-1])
    if field_of_work and _is_name(parts[-1]):
        return ", ".join(parts[:-1]), parts[-1]
    rest = all(_HONOUR.search(fold(part)) or is_job(part) for part in parts[2:])
    return (
        (parts[0], parts[1]) if is_job(parts[0]) and _is_name(parts[1]) and rest else (None, None)
    )


def _at_an_organisation(job: str, org: str) -> tuple[str | None, str | None]:
    """What ``Staff Engineer at Acme`` says; whoever just works there has no job by that."""
    org, *others = [part.strip(" ,") for part in _CLAUSE.split(org)]
    if others and is_institution(org) and _is_name(others[0]):
        org = f"{org}, {others[0]}"
    if _HONOUR.search(fold(org)):
        org = org.rpartition(" and ")[0]
    job = job.strip(" ,")
    if not org or not job or len(job.split()) > _MOST_WORDS or len(org.split()) > _MOST_WORDS:
        return None, None
    return (None if _WORKS.fullmatch(job) else job), org


def _is_name(text: str) -> bool:
    """Whether *text* may be what an organisation is called, and is nothing that people are."""
    folded = fold(text)
    few = len(text.split()) <= _MOST_WORDS
    named = (
        not text[:1].islower() or not text.split()[0].islower() or is_legal_form(text.split()[-1])
    )
    return few and named and not is_job(text) and not _HONOUR.search(folded)
