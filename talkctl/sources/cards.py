"""The speaker cards of a Sched page, and how they go with the people on the title line.

Speakers
avatar for Klaus Ma        a picture, or the initials where there is none

Klaus Ma

Architect, Acme            position and company, if given
Team leader, system …      a bio, cut by the page at "Read More →", if given
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from talkctl.model import Bio, Credit
from talkctl.names import initials, name_parts, plausibly_same, same_person
from talkctl.sources.billing import job_and_org
from talkctl.sources.source import Line, prose
from talkctl.text import fold

SECTIONS = {
    "speakers": "speaker", "speaker": "speaker", "artists": "speaker", "presenters": "speaker",
    "presenter": "speaker", "moderators": "moderator", "moderator": "moderator",
    "panelists": "panelist", "panelist": "panelist", "hosts": "host", "host": "host",
}  # fmt: skip
"""The headings under which Sched puts cards, and what the people there do."""

_AVATAR = re.compile(r"avatar for (?P<name>\S.*)$")
_READ_MORE = re.compile(r"\s*Read More\s*→?\s*$")
_AT_HANDLE = re.compile(r"^@\S+$")


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
    """The cards read, and the lines among them that belong to none."""

    cards: tuple[Card, ...]
    stray: tuple[Line, ...]


def read_cards(lines: Sequence[Line]) -> Cards:
    """The cards in *lines*, which begin with a section heading."""
    cards: list[Card] = []
    stray: list[Line] = []
    role, name, below = "speaker", None, list[Line]()
    index = 0
    while index < len(lines):
        line = lines[index]
        text = line.text.strip()
        heading = SECTIONS.get(text.lower().rstrip(":"))
        opening = _opening(lines, index)
        if heading or opening:
            if name:
                cards.append(_card(name, role, below))
            name, below = None, []
        if heading:
            role = heading
        elif opening:
            name, index = opening
        elif name:
            below.append(line)
        elif text:
            stray.append(line)
        index += 1
    if name:
        cards.append(_card(name, role, below))
    return Cards(tuple(cards), tuple(stray))


def _opening(lines: Sequence[Line], index: int) -> tuple[str, int] | None:
    """The name of the card that opens at *index* and where the name stands, if one does."""
    text = lines[index].text.strip()
    avatar = _AVATAR.match(text)
    if not avatar and not re.fullmatch(r"\S{1,4}", text):
        return None
    following = next((n for n in range(index + 1, len(lines)) if not lines[n].blank), None)
    if following is None or following > index + 3:
        return (avatar["name"], index) if avatar else None
    name = lines[following].text.strip()
    if avatar:
        return (name, following) if same_person(name, avatar["name"]) else (avatar["name"], index)
    if text.isupper() and _stands_for(text, name):
        return name, following
    return None


def _stands_for(letters: str, name: str) -> bool:
    full = fold(initials(name)).upper()
    short = fold(letters).upper()
    return bool(full) and short[0] == full[0] and set(short) <= set(full) and len(name) < 60


def _card(name: str, role: str, below: list[Line]) -> Card:
    lines = [Line(line.number, _READ_MORE.sub("", line.text)) for line in below]
    first = next((n for n, line in enumerate(lines) if not line.blank), None)
    job, org = None, None
    if first is not None and _is_position(lines[first].text):
        job, org = _position(lines[first].text.strip())
        lines = lines[first + 1 :]
    return Card(name, role, job, org, prose(lines))


def _is_position(text: str) -> bool:
    """Whether a card's first line is position and company: short, and no sentence."""
    text = text.strip()
    legal_end = re.search(r"\b(?:Inc|Ltd|Corp|Co|S\.A|Jr|Sr)\.$", text)
    sentence = text.endswith((".", "!", "?", "...", "…")) and not legal_end
    return len(text) <= 140 and not sentence


def _position(text: str) -> tuple[str | None, str | None]:
    parts = [part.strip() for part in re.split(r",(?=\s|$)", text)]
    if len(parts) == 1:
        return job_and_org(parts)
    job, org = job_and_org(parts)
    if job is None and len(parts) > 1 and not looks_like_legal(parts):
        # Sched itself writes "position, company"; what it puts first is the position.
        return ", ".join(parts[:-1]), parts[-1]
    return job, org


def looks_like_legal(parts: list[str]) -> bool:
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


def _with_card(credit: Credit, card: Card) -> Credit:
    own_org = credit.org if credit.org and not credit.org_shared else card.org or credit.org
    return replace(
        credit,
        role=card.role if credit.role == "speaker" else credit.role,
        job=credit.job or card.job,
        org=own_org,
        org_shared=credit.org_shared and own_org == credit.org and card.org is None,
    )


def _owners(credits: tuple[Credit, ...], cards: tuple[Card, ...]) -> list[int | None]:
    """For each card the credit it belongs to. Of one of each left over with one surname, both are
    the same person: cards show today's name of an account, the title line that of its day."""
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
        credit, card = credits[left[0]], cards[free[0]]
        if name_parts(credit.name)[-1] == name_parts(card.name)[-1]:
            owner[free[0]] = left[0]
    return owner
