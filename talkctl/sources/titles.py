"""What a title line says: title, kind, level and the people billed behind it.

    Effective RBAC - Jordan Liggitt, Red Hat          talk
    Helm Chart Patterns [I] - Vic Iglesias, Google    intermediate
    Title - A & B, Oracle (Any Skill Level)           any level
    Keynote: Cloud Native at AWS - Adrian …, AWS      keynote, the prefix is no part of the title
    GitOps - Operations by Pull Request [B] - A, B    only what bills people is cut off
    Panel: Title - Moderated by Jason McGee, IBM      panel with a moderator
    Linkerd Salon - hosted by William Morgan, Buoyant salon with a host
    Community Awards                                  nobody billed

Every page format shares this grammar; ``billing`` reads the people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from talkctl.model import INTERLUDES, Credit
from talkctl.names import begins_with_given_name
from talkctl.sources.billing import Known, parse_billing

_LEVELS = {
    "b": "beginner", "i": "intermediate", "a": "advanced",
    "beginner": "beginner", "beginners": "beginner", "introductory": "beginner",
    "novice": "beginner", "intermediate": "intermediate", "advanced": "advanced",
    "expert": "advanced", "any": "any", "all": "any",
}  # fmt: skip
_LEVEL_TAG = re.compile(
    r"\s*(?:\[(?P<letter>[BIA])\]"
    r"|\[(?P<word>Beginners?|Introductory|Novice|Intermediate|Advanced|Expert|Any|All)"
    r"(?:\s+(?:Skill\s+)?Levels?)?\]"
    r"|\((?P<skill>Beginners?|Introductory|Novice|Intermediate|Advanced|Expert|Any|All)"
    r"(?:\s+(?:Skill\s+)?Levels?)\))",
    re.IGNORECASE,
)

_KIND_PREFIXES = {
    "keynote": "keynote", "keynote session": "keynote", "sponsored keynote": "keynote",
    "opening keynote": "keynote", "closing keynote": "keynote", "keynotes": "keynote",
    "keynote panel": "keynote", "panel": "panel", "panel discussion": "panel",
    "panel session": "panel", "workshop": "workshop", "tutorial": "tutorial",
    "lightning talk": "lightning", "lightning": "lightning", "lightning talks": "lightning",
    "poster": "poster", "poster session": "poster", "salon": "salon",
    "technical salon": "salon", "talk": "talk", "session": "talk",
}  # fmt: skip
_PREFIX = re.compile(r"\s*(?P<kind>[A-Za-z]+(?: [A-Za-z]+)?)\s*:\s+(?=\S)")

_KIND_TITLES = (
    ("awards", re.compile(r"\bawards?(?: ceremony| presentation)?$", re.I)),
    ("lightning", re.compile(r"^lightning talks?\b", re.I)),
    ("salon", re.compile(r"\bsalon$", re.I)),
    ("panel", re.compile(r"\bpanel(?: discussion)?(?:$|:| -)", re.I)),
    ("workshop", re.compile(r"\bworkshop$|\(workshop\)", re.I)),
    ("tutorial", re.compile(r"\btutorial$|\(tutorial\)", re.I)),
    ("poster", re.compile(r"^poster session|\bposters?$", re.I)),
)
_KIND_INTERLUDES = (
    ("break", re.compile(
        r"^(?:\w+ )?(?:break(?:s|fast)?|lunch(?:eon)?|brunch|coffee|tea)\b"
        r"|^(?:pre-?|on-?site )?regist(?:ration|er)\b|^check-?in\b|^badge pick", re.I)),
    ("social", re.compile(
        r"\b(?:reception|happy hour|after-?party|social (?:time|event|hour)|booth crawl|pub crawl"
        r"|mixer|drinks|dinner|pizza|beers?|fun run|party)\b"
        r"|^(?:networking|sociali[sz]|socials?$|mingl|meet (?:and|&) greet|hang out|stick around)"
        r"|^doors? (?:open|close)|^(?:arrivals?|welcome drinks)"
        r"|\b(?:meeting|event|meetup|evening) (?:starts?|ends?|begins?|closes?)$"
        r"|^speakers? (?:starts?|begins?)$|^(?:wrap[- ]?up|the end|close|closing time)$", re.I)),
)  # fmt: skip

_DASH = re.compile(r"\s+[-–—]\s+")
_ROLE = re.compile(
    r"(?P<word>moderated|hosted|presented|chaired|led|moderators?|hosts?|panell?ists?|speakers?)"
    r"(?:\s+by\b|\s*:)?\s*:?\s+",
    re.IGNORECASE,
)
_ROLES = {
    "moderated": "moderator", "moderator": "moderator", "moderators": "moderator",
    "chaired": "moderator", "hosted": "host", "host": "host", "hosts": "host",
    "panelist": "panelist", "panelists": "panelist", "panellist": "panelist",
    "panellists": "panelist",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title line taken apart; *raw* is the whole line as it stands."""

    raw: str
    title: str
    kind: str = "talk"
    level: str | None = None
    credits: tuple[Credit, ...] = ()

    def kind_with_people(self) -> str:
        """The kind, once it is known that somebody is billed: then it is no interlude."""
        return kind_of(self.title, True) if self.kind in INTERLUDES else self.kind


def parse_title(line: str, known: Known | None = None) -> TitleLine:
    """What the title *line* says, people included."""
    known = known or Known()
    raw = line.strip()
    text, level = take_level(raw)
    text, kind = _take_kind(text)
    title, credits = _take_people(text, known)
    moderated = any(credit.role == "moderator" for credit in credits)
    if kind is None:
        kind = kind_of(title, bool(credits))
    if kind == "talk" and moderated and re.search(r"\bpanel\b", title, re.IGNORECASE):
        kind = "panel"
    return TitleLine(
        raw, title or raw, kind, level, as_panel(credits) if kind == "panel" else credits
    )


def take_level(text: str) -> tuple[str, str | None]:
    """*text* without its level tag, and the level; other brackets are part of the text."""
    found = _LEVEL_TAG.search(text)
    if not found or (found["letter"] and not found["letter"].isupper()):
        return text, None
    word = found["letter"] or found["word"] or found["skill"]
    rest = f"{text[: found.start()]} {text[found.end() :].lstrip()}"
    return rest.strip(), _LEVELS[word.lower()]


def level_named(word: str) -> str | None:
    """The level that *word* names, as in ``Experience level: Beginner``."""
    first = re.split(r"[\s(,/]", word.strip().lower(), maxsplit=1)[0]
    return _LEVELS.get(first) if len(first) > 1 else None


def _take_kind(text: str) -> tuple[str, str | None]:
    found = _PREFIX.match(text)
    kind = _KIND_PREFIXES.get(found["kind"].lower()) if found else None
    return (text[found.end() :].strip(), kind) if found and kind else (text, None)


def kind_of(title: str, has_people: bool) -> str:
    """The kind that a title without prefix gives away; only what bills nobody is an interlude."""
    for kind, form in _KIND_TITLES if has_people else (*_KIND_TITLES, *_KIND_INTERLUDES):
        if form.search(title):
            return kind
    return "talk"


def _take_people(text: str, known: Known) -> tuple[str, tuple[Credit, ...]]:
    """*text* cut at the last dash behind which people are billed."""
    for dash in reversed(list(_DASH.finditer(text))):
        credits = _billed_behind(text[dash.end() :], known)
        if credits:
            return text[: dash.start()].strip(), credits
    return text.strip(), ()


def _billed_behind(tail: str, known: Known) -> tuple[Credit, ...]:
    role = _ROLE.match(tail)
    if role:
        name = _ROLES.get(role["word"].lower(), "speaker")
        return tuple(
            replace(credit, role=name) for credit in parse_billing(tail[role.end() :], known)
        )
    credits = parse_billing(tail, known)
    return credits if _is_certain(tail, credits, known) else ()


def _is_certain(tail: str, credits: tuple[Credit, ...], known: Known) -> bool:
    """Whether *tail* bills people rather than being a subtitle in capitals."""
    if any(credit.job or credit.org for credit in credits) or tail.rstrip().endswith(","):
        return True
    return any(
        known.is_person(credit.name) or begins_with_given_name(credit.name) for credit in credits
    )


def as_panel(credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """*credits* on a panel: whoever does not lead it sits on it."""
    return tuple(
        replace(credit, role="panelist") if credit.role == "speaker" else credit
        for credit in credits
    )
