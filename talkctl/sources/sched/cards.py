"""The speaker cards of a Sched page, and how they go with the people on the title line.

Speakers
avatar for Klaus Ma        a picture, or the initials where there is none; both may be missing

Klaus Ma

Architect, Acme            position and company, if given
Team leader, system …      a bio, cut by the page at "Read More →", if given
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talkctl.names import (
    initials,
    looks_like_name,
    name_parts,
    org_key,
    plausibly_same,
    same_person,
)
from talkctl.record import Bio, Credit
from talkctl.sources.grammar.billing import Known, is_person
from talkctl.sources.grammar.positions import is_job, is_legal_form, job_and_org
from talkctl.sources.source import Line, prose
from talkctl.text import fold

SECTIONS = {
    "speakers": "speaker", "speaker": "speaker", "artists": "speaker", "presenters": "speaker",
    "presenter": "speaker", "moderators": "moderator", "moderator": "moderator",
    "panelists": "panelist", "panelist": "panelist", "hosts": "host", "host": "host",
    "artist": "speaker", "facilitators": "moderator", "facilitator": "moderator",
    "authors": "speaker", "author": "speaker", "instructors": "speaker", "instructor": "speaker",
    "chair": "moderator", "chairs": "moderator", "session chair": "moderator",
    "session chairs": "moderator", "keynote speakers": "speaker", "keynote speaker": "speaker",
    "guests": "speaker", "trainers": "speaker", "trainer": "speaker", "panellists": "panelist",
    "panellist": "panelist", "discussants": "panelist", "co-presenters": "speaker",
    "sprecher": "speaker", "referenten": "speaker", "referentinnen": "speaker",
    "intervenants": "speaker", "orateurs": "speaker", "ponentes": "speaker",
    "oradores": "speaker", "palestrantes": "speaker", "moderatoren": "moderator",
    "modérateurs": "moderator", "moderadores": "moderator",
}  # fmt: skip
"""The headings under which Sched puts cards, and what the people there do."""

_ASIDES = frozenset(
    "sponsors sponsor exhibitors exhibitor volunteers volunteer staff partners partner vendors"
    " vendor".split()
)
"""Headings of cards that are not about the people of a talk."""

_AVATAR = re.compile(r"avatar for (?P<name>\S.*)$")
_READ_MORE = re.compile(r"(?:^|(?<=\S)|(?<=\.\.\.)) {0,3}Read More(?: ?→)? {0,3}$")
_SHORTENED = re.compile(r"\b(?:Bros|C[ií]a|Jr|Sr|o\.o|L\.P)\.$")
_LETTERS = re.compile(r"[^\W\d_]{1,4}\.?$")


@dataclass(frozen=True, slots=True)
class Card:
    """A person as the card shows them."""

    name: str
    role: str
    job: str | None
    org: str | None
    bio: str | None


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards read, the lines among them that belong to none, and those about no speaker."""

    cards: tuple[Card, ...]
    stray: tuple[Line, ...]
    aside: tuple[tuple[Line, ...], ...] = ()


def heading_of(text: str) -> str | None:
    """The role of the people whose cards stand below the line *text*, if it is such a heading."""
    return SECTIONS.get(text.strip().lower().rstrip(":")) if len(text) < 40 else None


def is_aside(text: str) -> bool:
    """Whether *text* heads cards of sponsors and the like."""
    return len(text) < 40 and text.strip().lower().rstrip(":") in _ASIDES


def is_avatar(text: str) -> bool:
    """Whether *text* stands for the picture of a person."""
    return bool(_AVATAR.match(text.strip()))


def card_openings(texts: Sequence[str]) -> list[int]:
    """Where cards open among *texts*, none of them blank: at pictures and initials above a name."""
    return [
        n
        for n, text in enumerate(texts)
        if _AVATAR.match(text)
        or (
            _LETTERS.match(text)
            and text.isupper()
            and n + 1 < len(texts)
            and _stands_for(text, texts[n + 1])
        )
    ]


def read_cards(lines: Sequence[Line], billed: tuple[str, ...] = ()) -> Cards:
    """The cards in *lines*, which begin with a section heading; *billed* are names to expect."""
    about: list[Line] = []
    aside: list[list[Line]] = []
    apart = False
    for line in lines:
        apart = is_aside(line.text) or (apart and not heading_of(line.text))
        if is_aside(line.text):
            aside.append([])
        (aside[-1] if apart else about).append(line)
    found = _read_cards(about, billed)
    filled = (tuple(line for line in block if not line.blank) for block in aside)
    return Cards(found.cards, found.stray, tuple(filled))


def _read_cards(lines: Sequence[Line], billed: tuple[str, ...]) -> Cards:
    cards: list[Card] = []
    stray: list[Line] = []
    pictured = any(_opening(lines, index, billed) for index in range(len(lines)))
    role, name, below = "speaker", None, list[Line]()
    index = 0
    while index < len(lines):
        line = lines[index]
        heading = heading_of(line.text)
        after_heading = name is None and not below
        opening = _opening(lines, index, billed) or (
            _bare_opening(lines, index, billed, after_heading, pictured)
            if not heading and not (pictured and name and all(one.blank for one in below))
            else None
        )
        if (heading or opening) and name:
            cards.append(_card(name, role, below))
            name = None
        if heading or opening:
            below = []
        if heading:
            role = heading
        elif opening:
            name, index = opening
        elif name:
            below.append(line)
        elif not line.blank:
            stray.append(line)
        index += 1
    if name:
        cards.append(_card(name, role, below))
    return Cards(tuple(cards), tuple(stray))


def _opening(lines: Sequence[Line], index: int, billed: tuple[str, ...]) -> tuple[str, int] | None:
    """The name of the card that opens at *index* and where the name stands, if one does.

    Where the page is cut off in a card, what is left of the name is enough."""
    text = lines[index].text.strip()
    avatar = _AVATAR.match(text)
    if not avatar and not _LETTERS.match(text):
        return None
    near = range(index + 1, min(index + 4, len(lines)))
    following = next((n for n in near if not lines[n].blank), None)
    if following is None:
        cut_off = [name for name in billed if text.isupper() and initials(name) == text]
        return (avatar["name"], index) if avatar else ((cut_off[0], index) if cut_off else None)
    name = lines[following].text.strip()
    if avatar:
        below = same_person(name, avatar["name"]) or avatar["name"].endswith(f" {name}")
        below = below or (looks_like_name(name) and _share_surname(name, avatar["name"]))
        return (name, following) if below else (avatar["name"], index)
    if text.isupper() and _stands_for(text, name):
        return name, following
    whole = next((one for one in billed if one.startswith(name) and initials(one) == text), None)
    return (whole, following) if whole and following + 1 == len(lines) - _blank_end(lines) else None


def _share_surname(one: str, other: str) -> bool:
    """Whether two names end alike, as that of an account and today's name do."""
    return bool(name_parts(one)) and name_parts(one)[-1:] == name_parts(other)[-1:]


def _blank_end(lines: Sequence[Line]) -> int:
    """How many blank lines stand at the end."""
    return next((n for n, line in enumerate(reversed(lines)) if not line.blank), len(lines))


def _bare_opening(
    lines: Sequence[Line], index: int, billed: tuple[str, ...], after_heading: bool, pictured: bool
) -> tuple[str, int] | None:
    """A card without picture or initials: a name on a line of its own, where one is expected."""
    text = lines[index].text.strip()
    if not text or len(text) > 60 or (text.endswith((".", "…", ",")) and not after_heading):
        return None
    alone = (index == 0 or lines[index - 1].blank or after_heading) and (
        index + 1 == len(lines) or lines[index + 1].blank or after_heading
    )
    if any(same_person(text, name) for name in billed) and (alone or lines[index - 1].blank):
        return text, index
    if not alone and not pictured and lines[index + 1 : index + 2] and lines[index + 1].blank:
        # where no pictures stand, a name with an empty line below is all that parts two cards
        return (text, index) if is_person(text, Known()) and not is_job(text) else None
    if not alone or (pictured and not after_heading):
        return None
    if after_heading and looks_like_name(text) and not is_job(text):
        return text, index
    return (text, index) if is_person(text, Known(), first=True) else None


def _stands_for(letters: str, name: str) -> bool:
    full = fold(initials(name)).upper()
    short = fold(letters).upper()
    return bool(full) and short[0] == full[0] and set(short) <= set(full) and len(name) < 60


def _card(name: str, role: str, below: list[Line]) -> Card:
    lines = [Line(line.number, _READ_MORE.sub("", line.text.rstrip())) for line in below]
    first = next((n for n, line in enumerate(lines) if not line.blank), None)
    job, org = None, None
    if first is not None and _is_position(lines[first].text):
        job, org = position(lines[first].text.strip())
        lines = lines[first + 1 :]
    return Card(name, role, job, org, prose(lines))


def _is_position(text: str) -> bool:
    """Whether a card's first line is position and company: short, and no sentence."""
    text = text.strip()
    last = text.rpartition(" ")[2]
    legal_end = (len(last) < 7 and is_legal_form(last)) or _SHORTENED.search(text)
    sentence = text.endswith((".", "!", "?", "...", "…")) and not legal_end
    told = re.match(r"(?:I|I['’]m|My|He|She|They|We)\b", text)
    wordy = "," not in text and len(text.split()) > 7 and not is_job(text)
    return len(text) <= 140 and not (told or wordy or (sentence and not text.endswith("Yahoo!")))


def position(text: str) -> tuple[str | None, str | None]:
    """Position and company in the line *text* of a card."""
    parts = [part.strip() for part in re.split(r",(?=\s|$)", text)]
    job, org = job_and_org(parts)
    if job is None and len(parts) > 1 and not _are_one_company(parts):
        # Sched itself writes "position, company"; what it puts first is the position.
        return ", ".join(parts[:-1]), parts[-1] or None
    return job, org


def _are_one_company(parts: list[str]) -> bool:
    """Whether *parts* are one company and its legal form, or an institute and its university."""
    return job_and_org(["Engineer", *parts])[1] != parts[-1]


def join_cards(
    credits: tuple[Credit, ...], cards: tuple[Card, ...]
) -> tuple[tuple[Credit, ...], tuple[Bio, ...]]:
    """People of the title line with what their cards add, then people who have only a card.

    An organisation named for one person alone outranks one named for a group: the title's own
    first, then the card's, then what the title says of several together.
    """
    joined = list(credits)
    owner = _owners(credits, cards)
    bios = []
    for card, index in zip(cards, owner, strict=True):
        if index is None:
            joined.append(Credit(card.name, card.role, card.job, card.org))
            index = len(joined) - 1
        else:
            joined[index] = _with_card(joined[index], card)
        if card.bio:
            name = joined[index].name
            bios.append(Bio(name, card.bio, card.name if card.name != name else None))
    return tuple(joined), tuple(bios)


def may_be_billed(credits: tuple[Credit, ...], cards: tuple[Card, ...]) -> bool:
    """Whether the people read on a title line can be people at all: where the line says nothing
    else of them, the cards know one of them at least by a part of the name."""
    if not cards or any(credit.org or credit.job or credit.role != "speaker" for credit in credits):
        return True
    known = {part for card in cards for part in name_parts(card.name)}
    return any(known.intersection(name_parts(credit.name)) for credit in credits)


def _with_card(credit: Credit, card: Card) -> Credit:
    own_org = credit.org if credit.org and not credit.org_shared else card.org or credit.org
    job = credit.job
    if job and card.org and org_key(job) == org_key(card.org):
        job = None  # "Independent" and the like, which may be either
    return credit._replace(
        role=card.role if credit.role == "speaker" else credit.role,
        job=job or card.job,
        org=own_org,
        org_shared=credit.org_shared and own_org == credit.org and card.org is None,
    )


def _owners(credits: tuple[Credit, ...], cards: tuple[Card, ...]) -> list[int | None]:
    """For each card the credit it belongs to. Of one of each left over with one surname, both are
    the same person: cards show today's name of an account, the title line that of its day; so are
    they with one given name, for people marry."""
    owner: list[int | None] = []
    for card in cards:
        found = (
            n
            for n, credit in enumerate(credits)
            if n not in owner and plausibly_same(credit.name, card.name)
        )
        owner.append(next(found, None))
    left = [n for n in range(len(credits)) if n not in owner]
    free = [n for n, index in enumerate(owner) if index is None]
    if len(left) == 1 and len(free) == 1:
        one, other = (name_parts(x.name) for x in (credits[left[0]], cards[free[0]]))
        if one and other and (one[-1] == other[-1] or one[0] == other[0]):
            owner[free[0]] = left[0]
    return owner
