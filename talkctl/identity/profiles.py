"""What of a record tells its talk from others, read once before records are compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

from talkctl.identity.beyond import Spread
from talkctl.identity.eventgroups import day_of
from talkctl.identity.eventnames import read_event_name
from talkctl.identity.events import Events
from talkctl.identity.formats import family_of
from talkctl.identity.titles import Title, read_title
from talkctl.links import youtube_id
from talkctl.model import Event, EventName
from talkctl.names import name_key, spellings_of
from talkctl.record import Alias, Document, Record
from talkctl.text import words

_YOUTUBE_ID = re.compile(r"[\w-]{11}")
_VIMEO = re.compile(r"vimeo\.com/(?:video/|channels/[^/\s]+/)?(\d{5,})")
_SCHEME = re.compile(r"^https?://(?:www\.)?")
_GLOBAL_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{10,}|\S+@\S+\.\S+", re.IGNORECASE)

_PARTS = re.compile(r"[\[\](){}|｜]|\s[-–—•·@]+\s|:\s|,\s")
_HAS_YEAR = re.compile(r"(?:19|20)\d{2}|['’]\d{2}\b")

_LEAST_ABSTRACT = 80
_COMPARED_ABSTRACT = 160

_AROUND = frozenset(
    "by with talk talks keynote speaker speakers presents presented presentation video recording"
    " live stream hd at from featuring feat ft day track room stage hall main devroom lightning"
    " session tutorial workshop part of in conference conf feb jan mar apr may jun jul aug sep"
    " oct nov dec january february march april june july august september october november"
    " december english deutsch".split()
)
"""Words that stand around people and events in titles of recordings."""


@dataclass(slots=True)
class Profile:
    """A record as it is compared with others."""

    index: int
    record: Record
    shelf: str
    """Records of one shelf are different talks unless they say otherwise: a document, or a folder of them."""
    title: Title
    raw: Title
    event: EventName | None
    span: tuple[str, str] | None
    """First and last day of its event, where they are known."""
    day: str | None
    people: tuple[str, ...]
    names: frozenset[str]
    """Their names run together, by which the same spelling is found at once."""
    around: frozenset[str]
    """Words that may stand around its title elsewhere: people, organisations, event, subtitle."""
    videos: frozenset[str]
    uid: tuple[str, str, str] | None
    abstract: str | None
    named: tuple[str, ...]
    """Words of its title as it stands, in which people may be named, if none are billed."""
    mentioned: frozenset[str]
    """The same words in no order."""


def profiles_of(
    documents: Sequence[Document],
    records: Sequence[Record],
    events: Events,
    loose: Sequence[Record] = (),
    elsewhere: Container[tuple[str, int]] = frozenset(),
) -> list[Profile]:
    """*records* (of *documents*, in their order) as they are compared.

    Behind them come those of *loose*, which name no event, that may be of any of *events*; they are
    not if their titles name one of those that are *elsewhere*.
    """
    known = {event.id: _known(event, events) for event in events.events}
    shelves = {document.name: _shelf(document) for document in documents}
    by_name = names_of(events.events, events.aliases)
    nowhere = [record for record in loose if _is_nowhere(record, by_name, elsewhere)]
    found = [
        _profile(index, record, shelves[record.document], event, known)
        for index, (record, event) in enumerate(
            (record, event or _event_in_title(record, by_name))
            for record, event in chain(
                zip(records, events.of, strict=True), zip(nowhere, repeat(None))
            )
        )
    ]
    _forget_shared_videos(found)
    return found


class _Known(NamedTuple):
    """What of an event helps to compare titles and days."""

    words: frozenset[str]
    span: tuple[str, str] | None


_UNKNOWN = _Known(frozenset(), None)


def _known(event: Event, events: Events) -> _Known:
    names = (event.name, event.id, event.city or "", (event.start or "")[:4])
    also = [alias.name for alias in events.aliases[event.id]]
    span = (event.start[:10], (event.end or event.start)[:10]) if event.start else None
    return _Known(frozenset(words(" ".join((*names, *also)))), span)


def names_of(
    events: Iterable[Event], aliases: Mapping[str, Iterable[Alias]]
) -> dict[tuple[str, int], EventName | None]:
    """*events* by name, run together, and year; ``None`` for a name that several have."""
    found: dict[tuple[str, int], EventName | None] = {}
    for event in events:
        year = int(event.start[:4]) if event.start and event.start[:4].isdigit() else None
        for name in {event.name, *(alias.name for alias in aliases[event.id])}:
            parts = read_event_name(name)
            if parts.year or year:
                place = parts.core, parts.year or year or 0
                known = found.get(place, EventName(event.id, event.name))
                found[place] = known if known and known.id == event.id else None
    return found


def _event_in_title(
    record: Record, by_name: dict[tuple[str, int], EventName | None]
) -> EventName | None:
    """The event that a title names beside its own words (``Title - Jane Doe - PyCon 2018``)."""
    return next(filter(None, map(by_name.get, _named_in_title(record))), None)


def _named_in_title(record: Record) -> Iterator[tuple[str, int]]:
    """What in a title may be the name of an event, run together, and its year."""
    if _HAS_YEAR.search(record.raw_title):
        for part in _PARTS.split(record.raw_title[:300])[:12]:
            if _HAS_YEAR.search(part):
                name = read_event_name(part.strip())
                yield name.core, name.year or 0


def _is_nowhere(
    record: Record,
    by_name: Mapping[tuple[str, int], EventName | None],
    elsewhere: Container[tuple[str, int]],
) -> bool:
    """Whether the title of *record*, which names no event either, leaves it open where it was.

    Where it names one of those that are looked at, so must the record be.
    """
    named = list(_named_in_title(record))
    if any(name in by_name for name in named):
        raise Spread
    return not any(name in elsewhere for name in named)


def _shelf(document: Document) -> str:
    if document.collection:
        return f"{document.format}:{document.collection}"
    folder = document.name.rpartition("/")[0]
    # Recordings lie one to a file.
    if len(document.records) == 1 and family_of(document.format) == "recording":
        return f"{document.format}:{folder}/"
    return document.name


def _profile(
    index: int,
    record: Record,
    shelf: str,
    event: EventName | None,
    known: dict[str, _Known],
) -> Profile:
    of = known[event.id] if event else _UNKNOWN
    title = read_title(record.title)
    named = () if record.speakers else tuple(words(record.raw_title[:400]))
    raw = title if record.raw_title == record.title else read_title(record.raw_title)
    return Profile(
        index=index,
        record=record,
        shelf=shelf,
        title=title,
        raw=raw,
        event=event,
        span=of.span,
        day=day_of(record),
        people=tuple(credit.name for credit in record.speakers),
        names=frozenset(name_key(credit.name) for credit in record.speakers),
        around=_around(record, of.words),
        videos=_videos(record),
        uid=_uid(record, event),
        abstract=_abstract(record),
        named=named,
        mentioned=frozenset(named),
    )


def _around(record: Record, event_words: frozenset[str]) -> frozenset[str]:
    found: set[str] = set(event_words)
    for credit in record.speakers:
        for spelling in spellings_of(credit.name):
            found.update(spelling)
        found.update(words(f"{credit.org or ''} {credit.job or ''}"))
    beside = (record.event, record.subtitle, record.room, record.track, (record.date or "")[:4])
    found.update(words(" ".join(text[:200] for text in beside if text)))
    return frozenset(found | _AROUND)


def _videos(record: Record) -> frozenset[str]:
    found = {video_of(link.url) for link in record.links if link.kind == "video"}
    if record.uid and family_of(record.format) == "recording":
        found.add(_video_called(record.uid))
    return frozenset(video for video in found if video)


def _video_called(uid: str) -> str | None:
    """The recording that a site calls *uid*: by its address there, or by an id of YouTube's."""
    if "/" in uid:
        return video_of(uid)
    return f"youtube {uid}" if _YOUTUBE_ID.fullmatch(uid) else None


def video_of(url: str) -> str | None:
    """What tells the recording at *url* from others, however the address is written."""
    url = url[:500]
    if youtube := youtube_id(url):
        return f"youtube {youtube}"
    if found := _VIMEO.search(url):
        return f"vimeo {found[1]}"
    bare = _SCHEME.sub("", url.strip()).rstrip("/")
    # The front page of a channel is nobody's recording.
    return bare if "/" in bare and "youtube.com" not in bare else None


def _uid(record: Record, event: EventName | None) -> tuple[str, str, str] | None:
    if not record.uid:
        return None
    family = family_of(record.format)
    if _GLOBAL_UID.fullmatch(record.uid):
        return family, "", record.uid
    if event is None and (len(record.uid) < 6 or record.uid.isdigit()):
        return None
    return family, event.id if event else "", record.uid


def _abstract(record: Record) -> str | None:
    if not record.abstract or len(record.abstract) < _LEAST_ABSTRACT:
        return None
    return "".join(words(record.abstract[: 2 * _COMPARED_ABSTRACT]))[:_COMPARED_ABSTRACT]


def _forget_shared_videos(found: list[Profile]) -> None:
    """A recording that several records of one shelf point to is a whole day's of their event.

    It tells nothing of the talks of that event.
    """
    counts = Counter((one.event, one.shelf, video) for one in found for video in one.videos)
    shared: dict[EventName | None, set[str]] = defaultdict(set)
    for (event, _, video), count in counts.items():
        if count > 1:
            shared[event].add(video)
    for one in found if shared else ():
        one.videos -= shared[one.event]


def names_in(one: Profile, other: Profile) -> bool:
    """Whether somebody whom one of two records bills is named in the title of the other."""
    for named, text in ((one, other.mentioned), (other, one.mentioned)):
        for name in named.people if text else ():
            if any(len(parts) > 1 and text.issuperset(parts) for parts in spellings_of(name)):
                return True
    return False
