"""What follows a name: positions, organisations, and which is which.

VP, Tools & GM, Labs, Acme       job "VP, Tools & GM, Labs", organisation "Acme"
CEO at Acme | CEO of Acme        job "CEO"
VP of Engineering                a job, for engineering is no company
Acme, Inc. | Acme, CEO           no job; job "CEO"
Professor, University of Y, Z    organisation "University of Y, Z"
"""

from __future__ import annotations

import re
import unicodedata

from talkctl.names import LEGAL_FORMS
from talkctl.sources.grammar.vocabulary import OCCUPATIONS, OPENING_OCCUPATIONS, RANKS, is_to_come
from talkctl.text import fold, words

_HANDLE = re.compile(r"(?<=\S)\s+\(?@\w+\)?$")
"""A nickname on some network, behind the organisation."""

_HEAD = re.compile(r"\s(?:of|for|at|in|on|bei|chez|presso|-|–|to)\s|[,(/&@|]")
_AT = re.compile(
    r"^(?P<job>(?P<in_two_parts>\S+\sd[eao]\s\S.*?(?=\se[nm]\s))|\S.*?)"
    r"\s+(?(in_two_parts)e[nm]|(?:at|@|bei|bij|chez|na|no|hos|presso))\s+(?P<org>\S.*)$",
    re.IGNORECASE,
)
"""\"Ingeniera en Sistemas\" has a field behind its \"en\"; \"Ingeniera de software en Acme\" has not."""
_OF = re.compile(r"^(?P<job>\S.*?)\s+(?:of|de|von)\s+(?P<org>(?:the\s+)?[A-Z].*)$")
_STEP = re.compile(r"\s(?:I{1,3}|IV|V|[1-6])$")
"""How far somebody got: ``Software Engineer II``."""
_DOMAIN = re.compile(r"[\w.-]+\w\.[a-z]{2,10}")
"""Companies called by where they are on the web, be it ``web.dev``."""
_FIELDS_OF_WORK = frozenset(
    "engineering product products marketing software technology infrastructure operations"
    " research development security design sales community data cloud platform open developer"
    " devops strategy it ai ml machine site staff people customer business digital networking"
    " tools tooling reliability observability storage".split()
)
_OF_ROMANCE = frozenset("de da do del di des du en em".split())
_INSTITUTIONS = frozenset(
    "university institute college school universitat universite universidad faculty academy"
    " hospital hochschule".split()
)
_PRONOUNS = re.compile(
    r"\s*[\[(]\s*(?:she|he|they|her|him|ze|xe|any|sie|er|elle|il|ella|el)(?:\s*/\s*[a-z]+)+\s*[\])]",
    re.IGNORECASE,
)
_CLOSING_BRACKET = re.compile(
    r"(?P<name>[^()\[\]]*(?:\([^()\[\]]*\)[^()\[\]]*)?(?<=\S))\s*[(\[](?P<inside>[^()\[\]]*)[)\]]$"
)
_BOTH = re.compile(
    r"(?:both|beide|ambos|ambas|tous les deux|entrambi)\s+(?:(?:at|from|of|bei|von|de)\s+)?", re.I
)
"""What says that an organisation is that of all who are named before."""
_LONGEST = 300


def is_legal_form(part: str) -> bool:
    """Whether *part* is what companies put behind their names, as ``Inc.`` or ``S.p.A.``."""
    return len(part) < 12 and fold(part).replace(".", "").strip() in LEGAL_FORMS


def is_job(text: str) -> bool:
    """Whether *text* says what somebody does: it ends in an occupation, or begins with a rank."""
    if len(text) > _LONGEST or _DOMAIN.fullmatch(text):
        return False
    parts = words(_STEP.sub("", text))
    if not parts:
        return False
    head = words(_HEAD.split(text, maxsplit=1)[0]) or parts
    return (
        parts[-1] in OCCUPATIONS
        or head[-1] in OCCUPATIONS
        or head[-1].removesuffix("s") in OCCUPATIONS
        or (len(parts) > 1 and parts[0] in OPENING_OCCUPATIONS)
        or (len(parts) > 1 and parts[0] in OCCUPATIONS and parts[1] in _OF_ROMANCE)
        or (len(parts) == 2 and parts[0] in OCCUPATIONS and parts[1].startswith("independ"))
        or (parts[0] in RANKS and len(parts) > 1 and bool(OCCUPATIONS.intersection(parts)))
        or (parts[0] in ("vice", "co") and bool(OCCUPATIONS.intersection(parts)))
        or ("member" in parts and parts[-1] == "staff")
    )


def affiliation_in_brackets(part: str) -> tuple[str, str]:
    """A name without pronouns, and what stands in brackets behind it.

    Another script, a nickname on some network and an address are no affiliation:
    ``Jane Doe (she/her) (Acme)`` gives ``Jane Doe`` and ``Acme``; ``Wei Li (李伟)`` stays whole.
    """
    part = _PRONOUNS.sub("", part).strip()
    found = _CLOSING_BRACKET.fullmatch(part)
    if not found or len(found["name"].split()) < 2:
        return part, ""
    inside = _BOTH.sub("", found["inside"].strip())
    if not inside or inside.startswith("@") or "://" in inside:
        return found["name"].strip(), ""
    if not any("LATIN" in unicodedata.name(letter, "") for letter in inside if letter.isalpha()):
        return part, ""
    return found["name"].strip(), inside


def is_institution(text: str) -> bool:
    """Whether *text* names a university, a school or the like, whose place may follow."""
    return bool(_INSTITUTIONS.intersection(words(text)))


def job_and_org(fields: list[str]) -> tuple[str | None, str | None]:
    """The job and the organisation in the *fields* that follow a name between commas.

    An empty last field is an organisation that got lost; legal forms belong to what they follow.
    """
    lost = bool(fields) and not fields[-1]
    merged = _with_legal_forms(fields)
    if not merged:
        return None, None
    small = _AT.match(merged[0]) if len(merged) == 1 and merged[0][0].islower() else None
    if small and small["job"].islower():
        return small["job"], small["org"]
    if len(merged) == 2 and merged[0].islower() and merged[1][0].isupper():
        return merged[0], merged[1]
    if not is_job(merged[0]):
        if len(merged) > 1 and is_job(merged[-1]):
            return merged[-1], ", ".join(merged[:-1])
        return None, ", ".join(merged)
    if lost:
        return ", ".join(merged), None
    if len(merged) == 1:
        return _split_job(merged[0])
    found = _AT.match(merged[-1])
    if found and (is_job(found["job"]) or is_field_of_work(found["job"])):
        return ", ".join([*merged[:-1], found["job"]]), found["org"]
    split = len(merged) - 1
    if split > 1 and is_institution(merged[split - 1]):
        split -= 1
    return ", ".join(merged[:split]), ", ".join(merged[split:])


def _with_legal_forms(fields: list[str]) -> list[str]:
    merged: list[str] = []
    for part in filter(
        None, (_HANDLE.sub("", _PRONOUNS.sub("", field.strip())) for field in fields)
    ):
        if merged and is_legal_form(part):
            merged[-1] += f", {part}"
        elif not is_to_come(part):
            merged.append(part)
    return merged


def _split_job(text: str) -> tuple[str | None, str | None]:
    if len(text) > _LONGEST:
        return text, None
    for form in (_AT, _OF):
        found = form.match(text)
        if found and is_job(found["job"]) and (form is _AT or not is_field_of_work(found["org"])):
            return found["job"], found["org"]
    return text, None


def is_field_of_work(text: str) -> bool:
    """``VP of Engineering`` names a field; ``CEO of Acme`` an organisation."""
    opening = [word for word in words(text)[:2] if word != "the"]
    return bool(opening) and opening[0] in _FIELDS_OF_WORK
