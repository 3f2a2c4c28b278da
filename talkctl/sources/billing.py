"""How pages bill people: names, jobs and organisations in one breath.

    Jane Doe                                        one person
    Jane Doe, Acme                                  with an organisation
    Jane Doe, Acme, Inc.                            whose name has a comma
    Jane Doe, Acme,                                 a comma left over from a web address
    Jane Doe & John Roe, Acme                       both from Acme
    Jane Doe, Acme & John Roe, Bolt                 each from their own
    Jane Doe, Ann Poe & John Roe, Acme              three from Acme, if Ann Poe is a person
    Jane Doe, VP, Tools & GM, Labs, Acme            one person; the job is "VP, Tools & GM, Labs"
    Jane Doe, CEO at Acme                           job and organisation in one
    Jane Doe, Institute for X, University of Y      one organisation in two steps
    Jane Doe, Student                               a job and no organisation

Whether ``Ann Poe`` is a person or an organisation the line alone cannot say; *Known* carries what
the rest of the page says about it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from talkctl.model import Credit
from talkctl.names import begins_with_given_name, looks_like_name, name_key, plausibly_same
from talkctl.text import fold, words

_LEGAL_FORMS = frozenset(
    "inc llc ltd gmbh corp co ag sa plc limited bv nv oy ab as kg llp pty srl spa corporation"
    " incorporated company se sas oü kk".split()
)
_OCCUPATIONS = frozenset(
    "engineer architect director manager president ceo cto cio coo cfo ciso cso cpo vp svp evp"
    " lead leader head founder cofounder developer advocate evangelist scientist researcher"
    " professor consultant student fellow chief officer principal analyst administrator admin"
    " specialist designer strategist maintainer owner chair chairman chairwoman editor author"
    " writer journalist ambassador programmer freelancer freelance intern lecturer trainer coach"
    " technologist sre swe gm dev teacher instructor contractor entrepreneur coordinator"
    " organizer organiser contributor hacker postdoc".split()
)
_RANKS = frozenset(
    "senior sr junior jr staff principal lead chief associate exec executive".split()
)
_ORGANISATION_WORDS = frozenset(
    "university institute foundation college school group labs laboratory systems technologies"
    " technology software solutions services bank networks cloud security data media corporation"
    " company center centre department ministry administration agency association alliance society"
    " council committee consulting partners ventures capital research industries international"
    " global communications studio studios digital platform computing analytics robotics web"
    " hospital government insurance energy airlines logistics telecom mobile online academy"
    " network project team inc llc ltd gmbh corp".split()
)

_SEPARATOR = re.compile(
    r"\s*(?:(?P<comma>,\s+(?:and|&|y|und|et)\s+)|(?P<and>\s&\s|\s(?:and|y|und|et)\s|;|\s\+\s)"
    r"|(?P<field>,(?=\s|$)))\s*"
)
_HANDLE = re.compile(r"(?<=\S)\s+\(?@\w+\)?$")
"""A nickname on some network, behind the organisation."""
_AT = re.compile(r"^(?P<job>.+?)\s+(?:at|@|bei|chez)\s+(?P<org>.+)$", re.IGNORECASE)
_OF = re.compile(r"^(?P<job>.+?)\s+of\s+(?P<org>(?:the\s+)?[A-Z].*)$")


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of a page says about who is a person and what is an organisation.

    *people* and *here* are names, the latter those of this very talk (its bios or cards); *orgs*
    are folded names of organisations; *common* are words the page also writes in lower case.
    """

    people: frozenset[str] = frozenset()
    here: tuple[str, ...] = ()
    orgs: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def is_person(self, text: str) -> bool:
        """Whether the page names *text* elsewhere as a person."""
        return any(plausibly_same(text, name) for name in self.here) or name_key(text) in (
            self.people
        )

    def is_org(self, text: str) -> bool:
        """Whether the page names *text* elsewhere as somebody's organisation."""
        return fold(text) in self.orgs


@dataclass(slots=True)
class _Billed:
    name: str
    fields: list[str]


def parse_billing(text: str, known: Known | None = None) -> tuple[Credit, ...]:
    """The people whom *text* bills, in its order; none if it does not begin with a person."""
    known = known or Known()
    billed: list[_Billed] = []
    for joint, part in _parts(text):
        if not billed:
            if not _is_person(part, known, first=True):
                return ()
            billed.append(_Billed(part, []))
        elif part and _starts_person(joint, part, billed[-1], known):
            billed.append(_Billed(part, []))
        elif joint == "and" and billed[-1].fields:
            billed[-1].fields[-1] += f" & {part}" if "&" in text else f" and {part}"
        elif joint == "and":
            return ()
        else:
            billed[-1].fields.append(part)
    return _credits(billed)


def _parts(text: str) -> list[tuple[str, str]]:
    """*text* cut at commas and conjunctions outside brackets, each part with what joins it."""
    found: list[tuple[str, str]] = []
    joint, begin = "", 0
    for separator in _SEPARATOR.finditer(text):
        before = text[begin : separator.start()]
        if before.count("(") > before.count(")"):
            continue
        found.append((joint, before.strip()))
        joint = "field" if separator["field"] else "and"
        begin = separator.end()
    found.append((joint, text[begin:].strip()))
    return found


def _is_person(part: str, known: Known, first: bool = False) -> bool:
    if known.is_person(part):
        return True
    if not looks_like_name(part) or known.is_org(part):
        return False
    parts = words(part)
    if _is_job(part) or _ORGANISATION_WORDS.intersection(parts):
        return False
    if begins_with_given_name(part):
        return True
    return first and not all(word in known.common for word in parts)


def _starts_person(joint: str, part: str, before: _Billed, known: Known) -> bool:
    if joint == "and":
        return _is_person(part, known, first=True)
    if _is_legal_form(part) or _is_job(part):
        return False
    if known.is_person(part):
        return not known.is_org(part)
    return not known.here and not before.fields and _is_person(part, known)


def _is_legal_form(part: str) -> bool:
    return fold(part).replace(".", "").strip() in _LEGAL_FORMS


def _is_job(text: str) -> bool:
    """Whether *text* says what somebody does: it ends in an occupation, or begins with a rank."""
    parts = words(text)
    if not parts:
        return False
    head = words(re.split(r"\s+(?:of|for|at|in|on|-|–)\s+|[,(/&@]", text, maxsplit=1)[0]) or parts
    return (
        parts[-1] in _OCCUPATIONS
        or head[-1] in _OCCUPATIONS
        or head[-1].removesuffix("s") in _OCCUPATIONS
        or (parts[0] in _RANKS and len(parts) > 1 and bool(_OCCUPATIONS.intersection(parts)))
        or (parts[0] in ("vice", "co") and bool(_OCCUPATIONS.intersection(parts)))
        or parts[0] in ("vp", "ceo", "cto", "head", "director", "founder", "cofounder")
    )


def job_and_org(fields: list[str]) -> tuple[str | None, str | None]:
    """The job and the organisation in the *fields* that follow a name between commas.

    An empty last field is an organisation that got lost; legal forms belong to what they follow.
    """
    lost = bool(fields) and not fields[-1]
    merged: list[str] = []
    for part in filter(None, (_HANDLE.sub("", field) for field in fields)):
        if merged and _is_legal_form(part):
            merged[-1] += f", {part}"
        else:
            merged.append(part)
    if not merged:
        return None, None
    if not _is_job(merged[0]):
        return None, ", ".join(merged)
    last = merged[-1]
    if lost or len(merged) == 1:
        job, org = (", ".join(merged), None) if lost else _split_job(last)
        return job, org
    found = _AT.match(last)
    if found and _is_job(found["job"]):
        return ", ".join([*merged[:-1], found["job"]]), found["org"]
    return ", ".join(merged[:-1]), last


def _split_job(text: str) -> tuple[str | None, str | None]:
    for form in (_AT, _OF):
        found = form.match(text)
        if found and _is_job(found["job"]) and (form is _AT or not _is_field_of_work(found["org"])):
            return found["job"], found["org"]
    return text, None


def _is_field_of_work(text: str) -> bool:
    """``VP of Engineering`` names a field; ``CEO of Acme`` an organisation."""
    return words(text)[0] in (
        "engineering product products marketing software technology infrastructure operations"
        " research development security design sales community data cloud platform open developer"
        " devops strategy the".split()
    )


def _credits(billed: list[_Billed]) -> tuple[Credit, ...]:
    """*billed* as credits; whoever has no field of their own shares what the next one has."""
    credits: list[Credit] = []
    shared: tuple[str | None, bool] = (None, False)
    following: list[Credit] = []
    for index in range(len(billed) - 1, -1, -1):
        person = billed[index]
        if person.fields:
            job, org = job_and_org(person.fields)
            alone = index == 0 or bool(billed[index - 1].fields)
            shared = (org, True)
            following.append(
                Credit(person.name, job=job, org=org, org_shared=bool(org and not alone))
            )
        else:
            following.append(Credit(person.name, org=shared[0], org_shared=bool(shared[0])))
    credits.extend(reversed(following))
    return tuple(credits)
