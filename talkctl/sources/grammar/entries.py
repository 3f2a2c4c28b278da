"""An entry of a programme, in the fields that all exports have, as a record.

Exporters differ in how they write a talk and hardly in what they say of it: readers of XML and JSON
take their files apart into entries, and here entries become records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urljoin

from talkctl.language import language
from talkctl.model import INTERLUDES, LINK_KINDS, Link
from talkctl.record import Bio, Credit, Record
from talkctl.sources.grammar.billing import Known, is_nobody
from talkctl.sources.grammar.kinds import (
    kind_named,
    kind_of,
    kind_of_type,
    level_named,
    take_kind,
    take_level,
)
from talkctl.sources.grammar.links import kind_of_link, repair_address
from talkctl.sources.grammar.markup import one_line, plain_text
from talkctl.sources.grammar.moments import Place, moments_of
from talkctl.sources.grammar.states import take_cancelled
from talkctl.sources.grammar.titles import parse_title, seated
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.grammar.vocabulary import told
from talkctl.text import fold, key

_TYPES = {
    "keynote": "keynotes|opening keynote|closing keynote|keynote talk|plenary keynote|invited talk",
    "panel": "panels|panel discussion|podium|podium discussion|podiumsdiskussion|discussion panel"
    "|table ronde|mesa redonda|roundtable|round table|fireside chat|debate",
    "workshop": "workshops|atelier|taller|oficina|hands on|hands on lab|lab|werkstatt|sprint"
    "|sponsored workshop|mini workshop|half day workshop|full day workshop",
    "tutorial": "tutorials|training|trainings|sponsored tutorial|hands on tutorial|course|class",
    "lightning": "lightningtalk|lightningtalks|lightning|lightning talk|lightning talks|blitzvortrag"
    "|ignite|ignite talk|pecha kucha|lightning session|flash talk",
    "poster": "posters|poster session|poster presentation",
    "awards": "award|award ceremony|awards ceremony",
    "break": "breaks|coffee break|lunch|lunch break|meal|pause|registration|pausa|kaffeepause",
    "social": "social event|socials|social events|party|networking|reception|concert|djset|dj set"
    "|meetup|music|dinner|evening event|side event|get together",
    "other": "others|other event|film|movie|performance|game|contest|competition|bof|birds of a feather"
    "|certification|exam|meeting|self organized session|open space|open discussion|ceremony|opening"
    "|closing|announcement|community meeting",
    "talk": "talks|lecture|vortrag|session|presentation|conference|charla|palestra|standard talk"
    "|short talk|long talk|regular talk|devroom|maintrack|main track|sponsored talk|breakout"
    "|breakout session|sponsor talk|case study|demo|technical talk|paper|speech|conference courte"
    "|conference longue|exposee",
}  # fmt: skip
_KIND_OF_TYPE = {word: kind for kind, words in _TYPES.items() for word in (kind, *words.split("|"))}
_BESIDE_TYPE = re.compile(
    r"\s*(?:\(.*\)|\[.*\]|\b\d+\s*(?:-\s*\d+\s*)?(?:min(?:ute)?s?|m|hours?|hrs?|h|days?)\b\.?)\s*"
)
_BRACKET = re.compile(r"[\[(]\s*(?P<kind>[^\[\]()]{1,30}?)\s*[\])]\s*[:–—-]?\s*(?=\S)")
_CEREMONY = re.compile(
    r"(?:(?:conference|grand|official)\s)?(?:opening|closing|begrüßung|eröffnung|abschluss|ouverture"
    r"|clôture|apertura|clausura)(?:\s(?:session|ceremony|event|plenary|address|notes?))?[!.]?",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(r"(?<![,:(–—-])\s(?:tutorial|workshop|panel|posters?|salon|awards?)$")
"""A word at the end of a sentence: ``Good APIs need no tutorial``."""
_LAST_WORD = re.compile(r"(\w+)\W*$")
_LEVELS = (
    ("any", r"all levels?|any(?:one| level)?|everyone|all audiences?|tout public|todos|alle"),
    ("advanced", r"advanced|expert|(?:l|level )?[345]00\b|deep dive|experienced|confirmee?|avance"
                 r"|avanzad[oa]|avanzato|avancado|gevorderd|fortgeschrittene?r?|profis?|hard"),
    ("intermediate", r"intermediate|medium|(?:l|level )?200\b|intermediaire|intermedio|mittel|mid"),
    ("beginner", r"beginners?|novice|intro(?:duct(?:ory|ion))?|basics?|easy|entry|starter"
                 r"|(?:l|level )?100\b|debutante?s?|principiant[ei]s?|anfanger(?:innen)?|einsteiger"
                 r"|no (?:prior |previous )?(?:experience|knowledge)|iniciante|newcomers?"),
)  # fmt: skip
_LEVEL_FORMS = tuple((level, re.compile(rf"\b(?:{form})\b")) for level, form in _LEVELS)
_LABELS = {
    "audio": "audio podcast mp3 ogg opus",
    "video": "video videos recording recordings aufzeichnung youtube vimeo grabacion enregistrement"
    " webm mp4",
    "slides": "slides slide slidedeck folien deck presentation diapositivas prasentation slideshow"
    " presentacion",
    "paper": "paper whitepaper preprint arxiv",
    "code": "code repository repo github gitlab codeberg sourcecode",
}  # fmt: skip
_KIND_OF_LABEL = {word: kind for kind, words in _LABELS.items() for word in words.split()}
_LONGEST = 2000
_MOST_PEOPLE = 500


class Participant(NamedTuple):
    """Somebody an entry names, as the export writes them."""

    name: str
    uid: str | None = None
    bio: str = ""
    role: str = "speaker"
    job: str | None = None
    org: str | None = None


class Address(NamedTuple):
    """A link of an entry: *kind* where the export says it, else empty."""

    url: str
    label: str = ""
    kind: str = ""


class Entry(NamedTuple):
    """An entry of a programme as an export writes it; texts may be HTML, unknown is empty."""

    first_line: int
    last_line: int
    title: str
    place: Place
    subtitle: str = ""
    type: str = ""
    room: str = ""
    track: str = ""
    language: str = ""
    level: str = ""
    abstract: str = ""
    description: str = ""
    people: tuple[Participant, ...] = ()
    page: str = ""
    links: tuple[Address, ...] = ()
    tags: tuple[str, ...] = ()
    uid: str | None = None
    cancelled: bool = False
    service: bool = False
    """The export says that this is no talk but a break or a social item."""


def record_of(document: str, source: str, event: str | None, base: str, entry: Entry) -> Record:
    """*entry* as a record of the format *source*; relative addresses are relative to *base*."""
    credits = _credits(entry.people)
    raw = " ".join(entry.title.split())
    title, kind, level, cancelled = _title(raw, entry, credits)
    moments = moments_of(entry.place)
    abstract = _abstract(entry.abstract, entry.description)
    return Record(
        document=document,
        format=source,
        first_line=entry.first_line,
        last_line=entry.last_line,
        raw_title=raw,
        title=title,
        kind=kind,
        level=level_of(entry.level) or level,
        language=language_named(entry.language) or language(abstract),
        event=event,
        speakers=seated(credits, kind),
        start=moments.start,
        end=moments.end,
        timezone=moments.timezone,
        date=moments.date,
        room=told(one_line(entry.room)),
        track=one_line(entry.track) or None,
        duration=moments.duration,
        abstract=abstract,
        tags=tuple(dict.fromkeys(tag for text in entry.tags if (tag := one_line(text)))),
        bios=_bios(entry.people),
        links=_links(entry, base),
        subtitle=one_line(entry.subtitle) or None,
        status="cancelled" if cancelled or entry.cancelled else None,
        uid=entry.uid,
    )


def level_of(text: str) -> str | None:
    """The level that *text* names: ``Introductory and overview``, ``Level 300``, ``Anfänger``."""
    folded = fold(text[:_LONGEST]).strip()
    if not folded:
        return None
    found = [level for level, form in _LEVEL_FORMS if form.search(folded)]
    if len(found) > 2:
        return "any"
    return (found[-1] if found else None) or level_named(text[:80])


def kind_of_export(text: str) -> str | None:
    """The kind that an export's own word for the type of an entry stands for."""
    words = re.sub(r"[_\-/]+", " ", fold(text[:200]))
    plain = " ".join(_BESIDE_TYPE.sub(" ", words).split()).strip(" :,.")
    kind = _KIND_OF_TYPE.get(plain) or _kind_of_last_words(plain.split())
    return (kind_of_type(plain) or kind) if kind in ("talk", None) else kind


def _kind_of_last_words(words: list[str]) -> str | None:
    """The kind that is told by the last words of a type: ``Sponsored Lightning Talk``."""
    for count in (3, 2, 1):
        kind = _KIND_OF_TYPE.get(" ".join(words[-count:]))
        if kind and (kind != "other" or len(words) == count):
            return kind
    return None


def _credits(people: Iterable[Participant]) -> tuple[Credit, ...]:
    found: dict[tuple[str, str], Credit] = {}
    for person in people:
        name = one_line(person.name)
        if name and not is_nobody(name) and len(found) < _MOST_PEOPLE:
            credit = Credit(name, person.role, person.job, person.org, uid=person.uid)
            found.setdefault((key(name), person.uid or ""), credit)
    return tuple(found.values())


def _bios(people: Iterable[Participant]) -> tuple[Bio, ...]:
    told = ((one_line(person.name), plain_text(person.bio)) for person in people if person.bio)
    return tuple(dict.fromkeys(Bio(name, text) for name, text in told if name and text))


def _title(
    raw: str, entry: Entry, credits: tuple[Credit, ...]
) -> tuple[str, str, str | None, bool]:
    """Title, kind, level and whether it is cancelled, by the title and the words beside it."""
    text, cancelled = take_cancelled(one_line(raw))
    text, level = take_level(text)
    bare, named = _take_kind(text)
    names = {key(credit.name) for credit in credits}
    title, billed = _without_people(text, bare, names, credits)
    if named and key(bare) in names:
        title = text[: len(text) - len(bare)].strip(" :-–—")
    kind = _kind(entry, title, named or billed, bool(credits))
    return title or raw, kind, level, cancelled


def _take_kind(text: str) -> tuple[str, str | None]:
    """*text* without ``Keynote:`` or ``[Keynote]``, and the kind that this names."""
    bracket = _BRACKET.match(text)
    kind = kind_named(bracket["kind"]) if bracket else None
    if bracket and kind:
        return text[bracket.end() :], kind
    return take_kind(text)


def _without_people(
    text: str, bare: str, names: set[str], credits: tuple[Credit, ...]
) -> tuple[str, str | None]:
    """The title without the people whom the entry names anyway, and the kind it then is of."""
    folded = fold(text)
    if len(text) > _LONGEST or not any(fold(credit.name) in folded for credit in credits):
        return bare, None
    line = parse_title(text, Known(here=tuple(credit.name for credit in credits)))
    if line.credits and all(key(credit.name) in names for credit in line.credits):
        return line.title, line.kind if line.kind != "talk" else None
    return bare, None


def _kind(entry: Entry, title: str, named: str | None, has_people: bool) -> str:
    stated = kind_of_export(entry.type)
    told = kind_of(title, has_people)
    if has_people and _IN_PASSING.search(title[-40:]):
        told = "talk"
    if told == "talk" and _ends_in_keynote(title):
        told = "keynote"
    if not has_people and _CEREMONY.fullmatch(title):
        told = "other"
    if entry.service:
        return _kind_of_service(named or told, has_people)
    if named != "keynote" and stated not in ("talk", "other", None):
        return stated
    tracked = kind_of_export(entry.track) if kind_named(entry.track) else None
    special = (kind for kind in (told, tracked) if kind and kind != "talk")
    return named or next(special, None) or stated or "talk"


def _kind_of_service(told: str, has_people: bool) -> str:
    """What an item is that the export itself sets apart from talks."""
    if told in INTERLUDES or (told not in ("talk", "other") and has_people):
        return told
    return told if told in ("keynote", "awards", "lightning", "panel") else "break"


def _ends_in_keynote(title: str) -> bool:
    last = _LAST_WORD.search(title[-40:])
    return bool(last and last[1] in ("Keynote", "Keynotes", "KEYNOTE"))


def _abstract(abstract: str, description: str) -> str | None:
    """Both texts under one another; one alone where they are the same."""
    first, second = plain_text(abstract), plain_text(description)
    if not first or not second:
        return first or second
    return first if _words(first) == _words(second) else f"{first}\n\n{second}"


def _words(text: str) -> str:
    return " ".join(text.split())


def _links(entry: Entry, base: str) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    pages = [Address(entry.page, kind="page")] if entry.page.strip() else []
    for address in (*pages, *entry.links):
        url = _absolute(address.url.strip(), base)
        if url and url not in found:
            kind = address.kind if address.kind in LINK_KINDS else link_kind(address.label, url)
            found[url] = Link(kind, url, address.url.strip())
    return tuple(found.values())


def _absolute(url: str, base: str) -> str | None:
    if not url or len(url) > 4 * _LONGEST:
        return None
    if url.startswith("//"):
        return f"https:{url}"
    if url.startswith("/") and base:
        try:
            return urljoin(base, url)
        except ValueError:
            return None
    return repair_address(url)


def link_kind(label: str, url: str) -> str:
    """What a link of an entry leads to; an address that nothing is said of is ``other``."""
    said = fold(label[:200]).replace("code of conduct", "")
    for word in re.findall(r"[a-z0-9]+", said):
        if word in _KIND_OF_LABEL:
            return _KIND_OF_LABEL[word]
    kind = kind_of_link("", url)
    return "other" if kind == "page" else kind
