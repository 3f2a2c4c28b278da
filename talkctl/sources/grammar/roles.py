"""Whom a line bills with a role in front, or behind a label.

… - Moderated by A, OrgA; B, OrgB & C, OrgC       a moderator and others
… - Moderated by A, OrgA with Panelists B, OrgB   the same
… - Moderator: A, OrgA; Panelists: B & C, OrgC    each with the role that is named
… - Hosted by A with B, C                         a host and others
"""

from __future__ import annotations

import re

from talkctl.record import Credit
from talkctl.sources.grammar.billing import Known, is_nobody, is_person, parse_billing
from talkctl.sources.grammar.positions import is_job, is_legal_form
from talkctl.text import words

LED = r"(?:moderated|hosted|moderiert|animée?|modérée?|moderad[oa])"
"""What a panel is by the one who leads it."""
ROLE = re.compile(
    r"(?:(?<=^)|(?<=[;,.?!]\s)|(?<=\s[-–—]\s)|(?<=\s)(?=with\s+panell?ists\b))"
    rf"(?:(?P<led>{LED}|presented|chaired|led|facilitated)\s+(?:by|von|par|por)\b\s*:?"
    r"|(?P<label>moderators?|mod|hosts?|interviewers?|panell?ists?|speakers?|presenters?|facilitators?|chairs?"
    r"|moderation|moderan?|participan?|participantes?|ponentes?|palestrantes?|intervenants?"
    r"|(?:with\s+)?panell?ists(?=\s)|(?-i:mit|avec|con)|with|featuring|feat\.)"
    r"(?:\s*:|(?<=with)|(?<=ists)|(?<=mit)|(?<=featuring)|(?<=feat\.)|(?<=avec)|(?<=con)))\s+",
    re.IGNORECASE,
)
_ROLES = {
    "moderated": "moderator", "moderator": "moderator", "moderators": "moderator",
    "moderation": "moderator", "moderiert": "moderator", "modere": "moderator", "mod": "moderator",
    "moderee": "moderator", "animee": "moderator", "anime": "moderator", "moderado": "moderator",
    "moderada": "moderator", "modera": "moderator", "moderan": "moderator", "participa": "panelist",
    "participan": "panelist", "participantes": "panelist", "participante": "panelist",
    "chaired": "moderator", "chair": "moderator", "chairs": "moderator",
    "facilitated": "moderator", "facilitator": "moderator", "facilitators": "moderator",
    "hosted": "host", "host": "host", "hosts": "host", "interviewer": "host", "panelist": "panelist",
    "panelists": "panelist", "panellist": "panelist", "panellists": "panelist",
}  # fmt: skip
WITH = re.compile(r"\s(?:with|mit|avec|con|com)\s+(?=[^\W\d_a-z])")
_BEFORE_AFFILIATION = re.compile(r"\s*[(@/|]|\s(?:at|from|[-–—])\s")
_LONGEST = 2000


def role_named(text: str) -> str:
    """The role that the first word of *text* gives people: ``moderator`` of ``moderated by``."""
    return _ROLES.get(next(iter(words(text)), ""), "speaker")


def billed_with_roles(text: str, known: Known) -> tuple[Credit, ...]:
    """The people of *text*, which bills nobody else, each with the role named before them."""
    marks = list(ROLE.finditer(text))
    if not marks:
        return parse_billing(text, known)
    credits = list(parse_billing(text[: marks[0].start()].strip(" ;,"), known))
    if marks[0].start() > 0 and not credits:
        return ()
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        role = role_named(mark["led"] or mark["label"])
        people = text[mark.end() : end].strip(" ;")
        people = people if is_legal_form(people.rpartition(" ")[2]) else people.rstrip(".")
        led, others = people, ""
        if role == "moderator" and not (mark["label"] or "").lower().endswith("s"):
            led, _, others = people.partition(";")
        if mark["led"] and not others and (beside := WITH.search(led)):
            led, others = led[: beside.start()], led[beside.end() :]
        billed = parse_billing(led, known)
        credits += [c if role == "speaker" else c._replace(role=role) for c in billed]
        credits += parse_billing(others, known) if others else ()
    return tuple(credits)


def billed_by_label(text: str, several: bool = False) -> tuple[Credit, ...]:
    """The people behind ``Speaker:``, where even ``niklas holm`` or ``Wolf`` is a name.

    *several* says that the label stood in the plural; then names alone between commas are people.
    """
    text = text.strip()
    text = text if is_legal_form(text.rpartition(" ")[2]) else text.rstrip(".")
    if is_nobody(text) or len(text) > _LONGEST:
        return ()
    here: list[str] = []
    led = ""
    for group in re.split(r"\s&\s|;|\s(?:and|und|y|et|e)\s", text):
        names = [
            _BEFORE_AFFILIATION.split(part, maxsplit=1)[0].strip() for part in group.split(",")
        ]
        listed = several and not led  # behind an ``&`` a comma is no longer between names
        only_names = listed and all(is_person(name, Known(), first=True) for name in names)
        here += [
            name
            for n, name in enumerate(names)
            if name
            and not is_job(name)
            and (
                (n == 0 and not _goes_on(led, names))
                or only_names
                or (n > 0 and is_person(name, Known()))
            )
        ]
        led = group
    return billed_with_roles(text, Known(here=tuple(here)))


def _goes_on(before: str, names: list[str]) -> bool:
    """Whether what follows an ``&`` rather ends the organisation before it: ``Rope & Sons``."""
    alone = " " not in names[0] and (len(names) == 1 or is_legal_form(names[1]))
    return alone and bool(re.search(r"[,(]", before))
