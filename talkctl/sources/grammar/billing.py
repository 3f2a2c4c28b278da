"""How pages bill people: names, jobs and organisations in one breath.

    Jane Doe                                        one person
    Jane Doe, Acme                                  with an organisation
    Jane Doe (Acme)                                 the same
    Jane Doe, Acme, Inc.                            whose name has a comma
    Jane Doe, Jr., PhD, Acme                        what is behind the name belongs to it
    Jane Doe; Acme                                  a semicolon for the comma
    Jane Doe, Acme,                                 a comma left over from a web address
    Jane Doe & John Roe, Acme                       both from Acme
    Jane Doe, Acme & John Roe, Bolt                 each from their own; so with ``;`` and ``and``
    Jane Doe, Ann Poe & John Roe, Acme              three from Acme, if Ann Poe is a person
    Jane Doe, VP, Tools & GM, Labs, Acme            one person; the job is "VP, Tools & GM, Labs"
    Jane Doe, CEO at Acme                           job and organisation in one
    Jane Doe, Acme, CEO                             the other way round
    Jane Doe, Institute for X, University of Y      one organisation in two steps
    Jane Doe, Student                               a job and no organisation
    Jane Doe & Ann Costa e Silva                    two people; one word behind "e" is no third
    Jane Doe & TBA                                  one person
    Jane Doe, Acme (Moderator)                      who moderates

Whether ``Ann Poe`` is a person or an organisation the line alone cannot say; *Known* carries what
the rest of the page says about it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from talkctl.givennames import begins_with_given_name
from talkctl.names import (
    is_particle,
    looks_like_name,
    name_key,
    plausibly_same,
)
from talkctl.record import Credit
from talkctl.sources.grammar.positions import (
    affiliation_in_brackets,
    is_job,
    is_legal_form,
    job_and_org,
)
from talkctl.sources.grammar.vocabulary import (
    NAMED_AFTER_PEOPLE,
    NOBODY,
    ORGANISATION_WORDS,
    WORDS_THAT_ARE_NAMES,
    is_subject_word,
    is_to_come,
)
from talkctl.sources.grammar.zones import is_town
from talkctl.text import fold, words

_SEPARATOR = re.compile(
    r"(?P<comma>,\s*(?:and|&|y|und|et)\s)|(?P<and>\s[&+]\s|\sin conversation with\s|\s(?:and|y|und|et|e)\s|;)"
    r"|(?P<field>,(?=\s|$))"
)
_HONORIFIC = re.compile(
    r"(?:(?:Dr|Prof|Professor|Sir|Mr|Ms|Mrs)\.?\s+|(?:[^\W\d_a-z]\.\s?)+)[^\W\d_a-z][\w’'-]"
)
_BOTH = re.compile(
    r"(?<=[,(])\s?(?:both|beide|alle|ambos|ambas|tous (?:les )?deux)\s"
    r"(?:(?:of|from|at|von|de)\s)?(?=[^\W\d_a-z])"
)
"""Before an organisation the word that all who are named are from there."""
_ONE_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_BRACKET = re.compile(r"[()]")
_ONE_BRACKETED = re.compile(r"(\S+)\s\(([^()]{2,100})\)")
_AFFILIATED = re.compile(
    r"(?P<name>\S+(?: \S+){1,4}?)\s*(?: @ ?| at | from |(?<!\b[A-Z])[/|]| [-–—/|] )\s*(?P<org>\S.*)$"
)
_ROLE_BEHIND = re.compile(
    r"(?<=\S)\s*[\[(](?P<role>moderator|host|chair|panell?ist|facilitator)[\])]$", re.IGNORECASE
)
_ROLES = {
    "moderator": "moderator", "chair": "moderator", "facilitator": "moderator", "host": "host",
    "panelist": "panelist", "panellist": "panelist",
}  # fmt: skip
_IN_TWO_WORDS = r"[\u3400-\u9fff\uac00-\ud7af]{1,3}[\s·][\u3400-\u9fff\uac00-\ud7af]{1,3}"
_TEAMS = frozenset("team staff crew volunteers".split())
_LEGAL_FORMS_IN_CAPITALS = (" AG", " AB", " SA", " SE", " AS", " UG", " SL", " KG", " NV", " BV")
"""Legal forms that are surnames where they are not all in capitals."""
_TOWN_HALLS = ("Ville de ", "Ville du ", "Ville d'", "Ville d’")
"""How towns that employ people are called, and no Finn."""
_SUFFIX = re.compile(
    r"(?P<suffix>(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|[mbd]\.?sc|mba|esq)\.?)"
    r"(?:\s*\((?P<bracket>[^()]*)\))?",
    re.IGNORECASE,
)
"""What people have behind their names and a comma: degrees, and which of several they are."""
_LONGEST = 1000
"""No page bills people in more letters than this."""


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


def words_in_lower_case(text: str) -> frozenset[str]:
    """The words that *text* writes without a capital somewhere: they are no names. In addresses
    everything is without."""
    return frozenset(re.findall(r"(?<![\w'’./@-])[a-zà-öø-ÿ]{3,}(?![\w'’/@])", text))


@dataclass(slots=True)
class _Billed:
    name: str
    fields: list[str] = field(default_factory=list)
    bracket: str = ""
    """What stood in brackets behind the name: an organisation, or more of the name."""
    role: str = "speaker"
    apart: bool = False
    """A semicolon stands before the name: who comes before shares nothing with it."""
    listed: bool = False
    """A comma alone stands before the name."""


def parse_billing(text: str, known: Known | None = None) -> tuple[Credit, ...]:
    """The people whom *text* bills, in its order; none if it does not begin with a person."""
    known = known or Known()
    if len(text) > _LONGEST:
        return ()
    billed: list[_Billed] = []
    parts = _parts(_BOTH.sub(" ", text))
    for index, (joint, between, whole) in enumerate(parts):
        role = _ROLE_BEHIND.search(whole) if whole[-1:] in (")", "]") else None
        part = whole[: role.start()] if role else whole
        if joint != "field" and is_nobody(part) and (billed or not part):
            continue
        if not billed:
            first = _billed(part, known) or _by_one_word(part, parts[index + 1 :], known)
            if first is None:
                return ()
            billed.append(first)
        elif joint == "field" and not billed[-1].fields and (suffix := _SUFFIX.fullmatch(part)):
            billed[-1].name += f", {suffix['suffix']}"
            billed[-1].bracket = billed[-1].bracket or suffix["bracket"] or ""
        elif joint == "and" and _ends_surname(between, part, billed[-1]):
            billed[-1].name += f"{between.rstrip()} {part}"
        elif (next_one := _next_person(joint, part, billed[-1], known)) is not None:
            next_one.apart, next_one.listed = ";" in between, joint == "field"
            billed.append(next_one)
        elif ";" in between and not billed[-1].fields:
            billed[-1].fields.append(part)
        elif joint == "and" and billed[-1].fields:
            billed[-1].fields[-1] += f"{between}{part}"
        elif joint == "and":
            if not _is_one_word(part, known):
                return ()
            billed.append(_Billed(part))
        else:
            billed[-1].fields.append(part)
        if role:
            billed[-1].role = _ROLES[role["role"].lower()]
    return _credits(_unfolded(billed, known))


def _ends_surname(between: str, part: str, before: _Billed) -> bool:
    """Whether *part* is the other half of the surname before it: ``Costa e Silva``."""
    halves = between.strip() in ("e", "y") and " " in before.name and not before.fields
    return halves and bool(_ONE_WORD.fullmatch(part))


def is_addressed(name: str) -> bool:
    """Whether *name* has an honour or an initial before it, or a degree behind, as people's have;
    or is in two short words of Chinese or Korean letters (``山田 太郎``)."""
    if not name.isascii() and re.fullmatch(_IN_TWO_WORDS, name):
        return True
    return bool(_HONORIFIC.match(name) or _SUFFIX.fullmatch(name.rpartition(", ")[2]))


def is_nobody(text: str) -> bool:
    """Whether *text* stands for people who are not named: ``TBA``, ``Speaker TBA``, ``and others``."""
    said = fold(text).strip(" .!()…")
    return said in NOBODY or NOBODY.issuperset(said.split()) or is_to_come(said)


def _parts(text: str) -> list[tuple[str, str, str]]:
    """*text* cut at commas and conjunctions outside brackets: how each part is joined, by which
    letters, and the part."""
    brackets = [(mark.start(), mark[0]) for mark in _BRACKET.finditer(text)]
    found: list[tuple[str, str, str]] = []
    joint, between, begin, depth, passed = "", "", 0, 0, 0
    for separator in _SEPARATOR.finditer(text):
        while passed < len(brackets) and brackets[passed][0] < separator.start():
            depth = max(0, depth + (1 if brackets[passed][1] == "(" else -1))
            passed += 1
        if depth:
            continue
        found.append((joint, between, text[begin : separator.start()].strip()))
        joint = "field" if separator["field"] else "and"
        between = separator[0]
        begin = separator.end()
    found.append((joint, between, text[begin:].strip()))
    return found


def _billed(part: str, known: Known) -> _Billed | None:
    """The person whom *part* names where a person has to stand, with what is bracketed behind."""
    name, bracket = affiliation_in_brackets(part)
    if is_nobody(name):
        return None
    if bracket and part in known.here:
        return _Billed(part)
    if is_person(name, known, first=True):
        return _Billed(name, [], bracket)
    found = _AFFILIATED.match(part)
    if not found or not is_person(found["name"], known, first=True):
        return None
    return _Billed(found["name"], [found["org"].strip()])


def _by_one_word(part: str, following: list[tuple[str, str, str]], known: Known) -> _Billed | None:
    """Somebody billed by one word, as people with a nickname are: a position must follow, or what
    the page knows as an organisation."""
    if not _is_one_word(part, known) or not following or following[0][0] != "field":
        return None
    return _Billed(part) if is_job(following[0][2]) or known.is_org(following[0][2]) else None


def _by_one_word_alike(part: str, before: _Billed, known: Known) -> _Billed | None:
    """Somebody with one word for a name, whose organisation is bracketed like the one before."""
    found = _ONE_BRACKETED.fullmatch(part) if before.bracket else None
    return _Billed(found[1], [], found[2]) if found and _is_one_word(found[1], known) else None


def _is_one_word(part: str, known: Known) -> bool:
    """Whether *part* is one word in a capital that nothing speaks against being a name."""
    return bool(_ONE_WORD.fullmatch(part)) and not (
        _has_words(words(part), known) or known.is_org(part) or is_job(part)
    )


def is_person(text: str, known: Known, first: bool = False) -> bool:
    """Whether *text* names a person; *first* where nothing but a person is to be expected."""
    if known.is_person(text):
        return True
    if not looks_like_name(text) or known.is_org(text) or fold(text) in NAMED_AFTER_PEOPLE:
        return False
    parts = words(text)
    if first and is_team(text, parts, known):
        return True
    if text.endswith(_LEGAL_FORMS_IN_CAPITALS) or text.startswith(_TOWN_HALLS):
        return False
    if is_job(text) or (len(parts) > 1 and ORGANISATION_WORDS.intersection(parts[1:])):
        return False
    if is_addressed(text):
        return True
    if begins_with_given_name(text):
        return parts[0] not in WORDS_THAT_ARE_NAMES or not _has_words(parts[1:], known)
    return first and not _has_words(parts, known)


def is_team(text: str, parts: list[str], known: Known) -> bool:
    """Whether *text* stands for people by what they do it for: ``BSDX Team``, ``QA Staff``."""
    named = parts[:-1]
    return (
        1 < len(parts) < 4
        and parts[-1] in _TEAMS
        and not _has_words(named, known)
        and text.split()[0].isupper()
    )


def _has_words(parts: list[str], known: Known) -> bool:
    """Whether a part of a would-be name is a word of titles, or one the page writes small."""
    return any(
        (is_subject_word(part) or part in known.common) and not is_particle(part) for part in parts
    )


def _next_person(joint: str, part: str, before: _Billed, known: Known) -> _Billed | None:
    """The further person whom *part* begins, if it is neither a job nor an organisation."""
    name, bracket = affiliation_in_brackets(part)
    if before.bracket and bracket and looks_like_name(name) and not is_job(name):
        return _billed(part, known)
    if joint == "and":
        if is_job(name) or is_legal_form(part):
            return None
        return _billed(part, known) or _by_one_word_alike(part, before, known)
    if is_legal_form(part) or is_job(part) or before.fields:
        certain = known.is_person(name) and not known.is_org(name) and not is_job(part)
        return _billed(part, known) if certain else None
    return _billed(part, known) if is_person(name, known) else None


def _unfolded(billed: list[_Billed], known: Known) -> list[_Billed]:
    """*billed* with names that were taken for organisations made people.

    ``A, B, C & D, Org`` has too many fields behind A, and in ``A, B & C`` nobody but A would have
    an organisation, which is then rather one more person.
    """
    whole: list[_Billed] = []
    for index, person in enumerate(billed):
        last = billed[-1]
        alone = len(billed) > 1 and index == len(billed) - 2 and not last.fields
        names = bool(person.fields) and all(
            is_person(_bracketed(name).name, known, first=True) for name in person.fields
        )
        if names and not person.bracket and (len(person.fields) > 1 or alone):
            whole += [_Billed(person.name), *map(_bracketed, person.fields)]
        else:
            whole.append(person)
    return whole


def _bracketed(name: str) -> _Billed:
    """The person of a list, and what stands in brackets behind."""
    bare, bracket = affiliation_in_brackets(name)
    return _Billed(bare, [], bracket, listed=True)


def _settle_bracket(person: _Billed) -> None:
    """A bracket before an organisation is part of the name; otherwise it is the organisation."""
    if not person.bracket:
        return
    named = looks_like_name(person.bracket) and job_and_org(person.fields)[1]
    if person.fields and (named or not is_job(person.fields[0])):
        person.name = f"{person.name} ({person.bracket})"
    else:
        person.fields += [part.strip() for part in re.split(r",(?=\s|$)", person.bracket)]


def _credits(billed: list[_Billed]) -> tuple[Credit, ...]:
    """*billed* as credits; whoever has no field of their own shares what the next one has, unless
    brackets stand behind one in a list of several: ``A, B (Acme), C``."""
    following: list[Credit] = []
    shared: str | None = None
    several = any(person.bracket for person in billed[:-1])
    for person in billed:
        _settle_bracket(person)
    for index in range(len(billed) - 1, -1, -1):
        person = billed[index]
        if person.fields:
            job, org = job_and_org(person.fields)
            alone = index == 0 or person.apart or bool(billed[index - 1].fields)
            own = person.apart or (several and person.listed and bool(person.bracket))
            shared = None if own else org
            following.append(
                Credit(person.name, person.role, job, org, bool(org and not (own or alone)))
            )
        else:
            following.append(Credit(person.name, person.role, None, shared, bool(shared)))
            shared = None if person.apart else shared
    return _each_from_their_own(tuple(reversed(following)), " / ")


def working_for(org: str, people: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """*people* of whom a line or a column of its own says that they work for *org*."""
    shared = len(people) > 1
    if all(one.org is None for one in people):
        people = tuple(one._replace(org=org, org_shared=shared) for one in people)
        return _each_from_their_own(_each_from_their_own(people, ","), "/")
    return tuple(one if one.org else one._replace(org=org, org_shared=shared) for one in people)


def _each_from_their_own(people: tuple[Credit, ...], joint: str) -> tuple[Credit, ...]:
    """*people* who share what are as many organisations with *joint* between them, each from one;
    what companies end in, and the town where one is, are none."""
    orgs = (people[0].org or "").split(joint) if people else []
    if len(orgs) < 2 or len(orgs) != len(people) or len({one.org for one in people}) != 1:
        return people
    if any(is_legal_form(org) or is_town(org) for org in orgs):
        return people
    return tuple(
        one._replace(org=org.strip(), org_shared=False)
        for one, org in zip(people, orgs, strict=True)
    )
