"""Where on a title line the people stand.

Title - Jane Doe, Acme             behind the last dash that people stand behind
Title (Jane Doe, Acme)             in the bracket at the end
Title - Speaker TBA                nobody yet
Title by Jane Doe                  behind a ``by``
Title - Jane                       a given name alone is enough behind the last dash or a ``by``
Interview with Jane Doe            behind a ``with``, where people talk with one another
Jane Doe, Acme: Title              before a colon or a dash, if the line begins with a person
Jane Doe, CTO, Acme                a line that bills a person and names no talk
"""

from __future__ import annotations

import re
from dataclasses import replace

from talkctl.givennames import begins_with_given_name
from talkctl.model import INTERLUDES
from talkctl.names import looks_like_name, name_key, name_parts
from talkctl.record import Credit
from talkctl.sources.grammar.billing import (
    Known,
    is_addressed,
    is_nobody,
    is_person,
    is_team,
    parse_billing,
)
from talkctl.sources.grammar.kinds import kind_named, kind_of
from talkctl.sources.grammar.positions import is_job
from talkctl.sources.grammar.roles import (
    LED,
    ROLE,
    WITH,
    billed_by_label,
    billed_with_roles,
    role_named,
)
from talkctl.sources.grammar.vocabulary import WORDS_THAT_ARE_NAMES, is_subject_word, is_to_come
from talkctl.text import fold, words

_DASH = re.compile(r"\s+(?:-{1,2}|[–—|])\s+")
_TIGHT_DASH = re.compile(r"(?<=\w)[-–—]\s+(?=[^\W\d_])|\s[-–—](?=[^\W\d_])|\s/\s")
_DASHES_TRIED = 8
_ROLE_IN_BRACKETS = re.compile(
    r"\s*[\[(](?P<people>(?:moderat|host|panell?ist|chair|facilitat|moderiert|anim[ée]|with\b|mit\b|avec\b)"
    r"[^\[\]()]{5,200})[\])]",
    re.IGNORECASE,
)
"""Somebody named with a role in the middle of a line, apart from those behind it."""
_BY = re.compile(
    r"\s(?:by|par|von|por|door|presented by|w/|(?<=[\"”“»,]\s)(?:with|mit|avec|con|com))\s+(?=[^\W\d_a-z])"
)
_LED = re.compile(rf"[\s,]+(?P<led>{LED})$", re.IGNORECASE)
_CONVERSATION = re.compile(
    r"(?P<title>.{0,80}?\b(?i:chat|conversation|interview|ama|q ?& ?a|keynote)(?::\s.{3,100}?)?)"
    r" with (?=[^\W\d_a-z])"
)
"""What opens a title whose ``with`` names who speaks."""
_COMMA_BEFORE_BRACKET = re.compile(r"(?P<title>.+),\s+(?P<people>[^,()]+\s\([^()]+\))$")
_COMMA_BEFORE_JOB = re.compile(r"(?P<title>[^,]+ [^,]+),\s+(?P<people>[^,:]+,\s[^,]+)$")
_NAMED_BY = re.compile(
    r"(?:by|presented by|with|par|présenté par|von|mit|por|presentado por|de|speakers?|presenters?)"
    r"\s*:?\s+(?P<people>\S.*)$",
    re.IGNORECASE,
)
_SAYS_SPEAKERS = re.compile(
    r"^[\W_]{0,4}(?P<label>speakers?|presenters?|presented by|talk by|panell?ists?|hosts?"
    r"|moderat(?:ors?|ed by|ion)|referent(?:en|in)?|ponentes?|palestrantes?|orateurs?|intervenants?"
    r"|vortragende[rn]?)(?:\(s\))?\s*:\s*(?P<people>\S.{0,300})$",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_NAME = re.compile(
    r"(?P<name>[^\W\d_]{2,}(?:-[^\W\d_]+)?)(?=$|,\s|\s\(|\s(?:&|and|und|y|et)\s(?P<joined>\S+\s\S.*)?)"
)
_QUOTED = r"[\"“„«]\s?(?P<title>[^\"“”„«»]{2,200}?)\s?[\"”“»]"
_BESIDE_QUOTED = (
    re.compile(
        rf"(?P<whole>{_QUOTED})"
        r"(?:,?\s(?:by|par|von|por|door|with|mit|avec|con|com)\s|\s[-–—|]\s)(?P<people>\S.*)$"
    ),
    re.compile(
        r"(?P<people>\S.*?)\s?(?::|,|\s[-–—|]|,?\s(?:who\s)?(?:will|is)\s[a-z ]{4,40}?:?)\s"
        rf"(?P<whole>{_QUOTED})\.?$"
    ),
)
"""A title in quotation marks and who speaks beside it: there people need no proof."""
_FRONT = re.compile(r"\s*(?::|\s[-–—|])\s+")
_OPEN_QUOTE = re.compile(r"[\"“„«][^\"”“»]*$")
_MAY_BILL = re.compile(r"[-–—(),:|@/]|\s(?:by|par|von|por|door|at|from|with)\s")
_LITTLE_WORD = re.compile(r"\b(?:an?|the|how|why|what|your|my|is|are|to|from)\b", re.IGNORECASE)
_LONGEST = 2000


def take_people(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    """*text* cut into the title and the people billed on the line, if any are."""
    if len(text) > _LONGEST or not _MAY_BILL.search(text):
        return text.strip(), ()
    aside = _ROLE_IN_BRACKETS.search(text)
    led = billed_with_roles(aside["people"], known) if aside and ROLE.match(aside["people"]) else ()
    if aside and led:
        title, others = take_people(f"{text[: aside.start()]}{text[aside.end() :]}".strip(), known)
        return title, (*led, *others)
    for way in (
        _behind_dash,
        _behind_by,
        _in_conversation,
        _behind_sentence,
        _in_bracket,
        _behind_comma,
        _before_colon,
        _beside_quoted,
    ):
        title, credits = way(text, known)
        if credits and title:
            return title, credits
    title, dash, tail = text.strip().rpartition(" - ")
    return (title.strip(), ()) if dash and is_to_come(tail) else (text.strip(), ())


def take_person_alone(text: str, known: Known) -> tuple[Credit, ...]:
    """The people of a line that is nothing but a billing, with a job or an organisation in it."""
    if len(text) > _LONGEST or not _MAY_BILL.search(text):
        return ()
    credits = _certain(re.sub(r"\s[-–—]\s", ", ", text.strip()), known)
    named = all(
        known.is_person(credit.name) or begins_with_given_name(credit.name) or credit.job
        for credit in credits
    )
    return credits if named and any(credit.job or credit.org for credit in credits) else ()


def take_placed_people(text: str, known: Known) -> tuple[Credit, ...]:
    """The people of a line where people are expected, each surely one, and with an organisation."""
    if len(text) > _LONGEST or not _MAY_BILL.search(text):
        return ()
    credits = _certain(text.strip(), known)
    placed = all(credit.org or credit.job for credit in credits)
    return credits if placed and all(_is_surely(one.name, known) for one in credits) else ()


def people_named_by(text: str, known: Known) -> tuple[Credit, ...]:
    """The people of a line that names them behind a word for it: ``by Jane Doe``, ``mit …``."""
    found = _NAMED_BY.match(text) if len(text) <= _LONGEST else None
    return billed_with_roles(found["people"], known) if found else ()


def people_told(text: str | None) -> tuple[Credit, ...]:
    """The people whom a line of *text* names behind a label: ``Speakers: Jane Doe, Ann Poe``."""
    found = _SAYS_SPEAKERS.search(text) if text else None
    if not found:
        return ()
    role = role_named(found["label"])
    credits = billed_by_label(found["people"], several="," in found["people"])
    if role != "speaker":
        credits = tuple(credit._replace(role=role) for credit in credits)
    return tuple({name_key(credit.name): credit for credit in reversed(credits)}.values())[::-1]


def _beside_quoted(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    found = next((found for form in _BESIDE_QUOTED if (found := form.match(text[:500]))), None)
    people = found["people"] if found else ""
    credits = billed_with_roles(people, known)
    unnamed = any(kind_named(credit.name.partition(" ")[0]) for credit in credits)
    return (found["whole"], credits) if found and credits and not unnamed else (text, ())


def _behind_dash(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    for dash in reversed(list(_DASH.finditer(text))[-_DASHES_TRIED:]):
        by = _BY.match(text, dash.end() - 1)
        credits = _certain(text[by.end() if by else dash.end() :], known)
        if credits:
            return text[: dash.start()].strip(), credits
    for dash in reversed(list(_TIGHT_DASH.finditer(text))[-_DASHES_TRIED:]):
        credits = _certain(text[dash.end() :], known)
        if any(credit.org or credit.job for credit in credits):
            return text[: dash.start()].strip(), credits
    for dash in list(_DASH.finditer(text))[-1:]:
        title = text[: dash.start()].strip()
        return title, _by_first_name(title, text[dash.end() :], known)
    return text, ()


def _by_first_name(title: str, tail: str, known: Known) -> tuple[Credit, ...]:
    """The people of *tail*, the first of whom has nothing but a given name, behind a talk's title."""
    if kind_of(title, False) in (*INTERLUDES, "other"):
        return ()
    found = _FIRST_NAME.match(tail)
    surely = found and any(map(begins_with_given_name, (tail, found["joined"] or "")))
    name = found["name"] if found and surely else ""
    word = fold(name)
    if not name[:1].isupper() or is_subject_word(word) or word in WORDS_THAT_ARE_NAMES:
        return ()
    return _certain(tail, replace(known, here=(*known.here, name)))


def _behind_sentence(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    """People whom a sentence of their own names, with a label: ``Title. Moderator: Jane Doe.``"""
    mark = next((one for one in ROLE.finditer(text) if one["label"] and ":" in one[0]), None)
    if mark is None or mark.start() < 3 or text[mark.start() - 2] not in ".;,?!":
        return text, ()
    credits = billed_with_roles(text[mark.start() :], known)
    return (text[: mark.start()].rstrip(" .;,"), credits) if credits else (text, ())


def _in_conversation(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    found = _CONVERSATION.match(text)
    credits = _certain(text[found.end() :], known) if found else ()
    people = all(is_person(credit.name, known, first=True) for credit in credits)
    return (found["title"], credits) if found and people else (text, ())


def people_with(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    """*text* cut before ``with Jane Doe``, if all whom it then names are surely people."""
    for mark in reversed(list(WITH.finditer(text))[-_DASHES_TRIED:]):
        credits = _certain(text[mark.end() :], known)
        if credits and all(
            begins_with_given_name(credit.name) or known.is_person(credit.name)
            for credit in credits
        ):
            return text[: mark.start()].strip(), credits
    return text, ()


def _in_bracket(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    begin = _closing_bracket(text)
    if begin is None:
        return text, ()
    return text[:begin].strip(), _certain(text[begin + 1 : -1].strip(), known)


def _behind_by(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    for by in reversed(list(_BY.finditer(text))[-_DASHES_TRIED:]):
        title, tail = text[: by.start()].strip(" ,|–—-"), text[by.end() :]
        credits = _certain(tail, known) or _by_first_name(title, tail, known)
        if credits and (led := _LED.search(title)):
            role = role_named(led["led"])
            credits = tuple(credit._replace(role=role) for credit in credits)
            title, others = take_people(title[: led.start()].rstrip(",;"), known)
            credits = (*others, *credits)
        if credits:
            return title, credits
    return text, ()


def _behind_comma(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    """Behind a comma only somebody who is surely a person and has an organisation in brackets, or
    a position behind one more comma."""
    found = _COMMA_BEFORE_BRACKET.match(text) if text.endswith(")") else None
    found = found or _COMMA_BEFORE_JOB.match(text)
    credits = parse_billing(found["people"], known) if found else ()
    sure = bool(credits) and all(_stands_out(credit, known) for credit in credits)
    if found and is_person(found["title"], known, first=True):
        return text, ()
    return (found["title"].strip(), credits) if found and sure else (text, ())


def _stands_out(credit: Credit, known: Known) -> bool:
    """Whether somebody billed behind a comma is surely a person, by name or by all that is said."""
    if not (credit.job or credit.org):
        return False
    if known.is_person(credit.name) or begins_with_given_name(" ".join(name_parts(credit.name))):
        return True
    return bool(credit.job and credit.org) and looks_like_name(credit.name)


def _before_colon(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    """People in front are believed only if all are surely people: titles begin in many ways."""
    found = _FRONT.search(text)
    if not found or not text[found.end() :].strip() or _OPEN_QUOTE.search(text[: found.start()]):
        return text, ()
    credits = parse_billing(text[: found.start()], known)
    title = text[found.end() :].strip()
    if not credits or not all(_leads(credit, known) for credit in credits):
        return text, ()
    if _is_position(title) and not any(credit.org or credit.job for credit in credits):
        return text, ()
    return title, credits


def _leads(credit: Credit, known: Known) -> bool:
    """Whether somebody billed before a title is surely a person, and not the title's beginning."""
    if known.is_person(credit.name):
        return True
    if begins_with_given_name(credit.name):
        return not any(is_subject_word(part) for part in words(credit.name)[1:])
    named = re.search(r"[A-Z0-9.]", credit.org or credit.job or "")
    return bool(named) and _is_surely(credit.name, known)


def _is_position(text: str) -> bool:
    """Whether *text* is what somebody is, and no title that ends in such a word."""
    return is_job(text) and len(text.split()) <= 6 and not _LITTLE_WORD.search(text)


def _closing_bracket(text: str) -> int | None:
    """Where the bracket opens that closes at the end of *text*."""
    if not text.endswith(")"):
        return None
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index if index else None
    return None


def _certain(tail: str, known: Known) -> tuple[Credit, ...]:
    """The people of *tail*, if it bills people rather than being a subtitle in capitals."""
    tail = tail.strip()
    credits = billed_with_roles(tail, known)
    if not credits:
        return ()
    if ROLE.match(tail) or tail.endswith(",") or is_nobody(tail.rpartition(" ")[2]):
        return credits
    if any(credit.job or credit.org for credit in credits):
        return credits
    return credits if all(_is_surely(credit.name, known) for credit in credits) else ()


def _is_surely(name: str, known: Known) -> bool:
    """Whether *name* alone behind a dash is a person: known, or unlike any word of the page."""
    if known.is_person(name) or begins_with_given_name(name) or is_addressed(name):
        return True
    parts = words(name)
    if known.common and is_team(name, parts, known):
        return True
    unheard = bool(known.common) and not any(
        part in known.common or is_subject_word(part) for part in parts
    )
    return unheard and looks_like_name(name) and 2 <= len(parts) <= 3
