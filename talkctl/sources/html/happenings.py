"""Events of JSON-LD as records and occasions.

What has parts, or is named as the whole of others, is an occasion, and so is what goes on for
days; everything else is a record. Performers are people; an organiser that is named again as its own
performer, as Meetup does, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from talkctl.names import looks_like_name
from talkctl.record import Occasion, Record
from talkctl.sources.grammar.entries import Address, Entry, Participant, record_of
from talkctl.sources.grammar.markup import one_line
from talkctl.sources.grammar.moments import Moments, Place, day_of, length, moments_of
from talkctl.sources.grammar.programmes import span_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.grammar.titles import parse_title, seated
from talkctl.sources.html.linked import Happening, Thing, all_of, literal, name_of, said, types_of
from talkctl.sources.html.page import Page
from talkctl.text import key
from talkctl.when import is_zone

FORMAT = "html"
_SERIES = frozenset(("Festival", "EventSeries", "Conference"))
_TYPES = {
    "SocialEvent": "social", "FoodEvent": "break", "Hackathon": "other", "CourseInstance": "tutorial",
    "DanceEvent": "social", "MusicEvent": "social",
}  # fmt: skip
_SPEAKING = ("performer", "performers", "speaker", "speakers", "presenter", "actor")
_ZONE = re.compile(
    r"\\?\"(?:timezone|timeZone|time_zone|tz)\\?\"\s*:\s*\\?\"(?P<zone>[A-Z][A-Za-z]+/[A-Za-z_/+-]{2,40})\\?\""
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_TALK = 10 * 60


class Told(NamedTuple):
    """What JSON-LD makes: records, occasions, and the one event that the whole page is about."""

    records: tuple[Record, ...]
    occasions: tuple[Occasion, ...]
    subject: Happening | None


def told_by(document: str, happenings: Sequence[Happening], page: Page) -> Told:
    """The records and occasions that *happenings* are."""
    zone = zone_of(page)
    alone = [one for one in happenings if not one.parts and one.whole is None]
    wholes = [one for one in happenings if one.parts and one.whole is None]
    around = _around(alone) if not wholes else None
    subject = next(
        (one for one in (wholes[0] if len(wholes) == 1 else None, around) if one),
        alone[0] if len(alone) == 1 and not wholes else None,
    )
    records = []
    for one in happenings:
        if one.parts or one is around or (one is subject and _is_long(one, zone)):
            continue
        event = one.top if one.whole else around
        records.append(_record(document, one, event, page, zone))
    tops = [*wholes, *([around] if around else [])]
    if subject and not tops and _is_long(subject, zone):
        tops = [subject]
    occasions = tuple(occasion_of(one, records, zone) for one in tops)
    return Told(tuple(records), occasions, subject)


def occasion_of(one: Happening, records: Sequence[Record], zone: str | None) -> Occasion:
    """The occasion that an event is, with the days it states or those of its records."""
    name = one_line(name_of(one.thing))
    moments = when_of(one.thing, zone)
    first, last = span_of(record for record in records if record.event == name)
    end = day_of(said(one.thing, "endDate"))
    own = next((record.timezone for record in records if record.event == name), None)
    place = _place(one.thing)
    city, country = _city(place)
    named = {
        key(text): text for text in map(literal, all_of(one.thing.get("alternateName"))) if text
    }
    return Occasion(
        name,
        tuple(text for short, text in named.items() if short != key(name)),
        city,
        country,
        moments.timezone or own,
        moments.date or first,
        end or (moments.end or "")[:10] or last or moments.date,
    )


def when_of(thing: Thing, zone: str | None) -> Moments:
    """When *thing* takes place; *zone* is believed where it bears out the offset."""
    start, end = said(thing, "startDate"), said(thing, "endDate")
    if _DAY.fullmatch(start):
        return moments_of(Place(date=start))
    minutes = length(said(thing, "duration"))
    return moments_of(Place(start=start, end=end, zone=zone, minutes=minutes))


def place_named(thing: Thing) -> str:
    """What the place of *thing* is called, if it is one where people go."""
    place = _place(thing)
    return one_line(said(place, "name")) if place else ""


def _record(
    document: str, one: Happening, event: Happening | None, page: Page, zone: str | None
) -> Record:
    thing = one.thing
    whole = one_line(name_of(event.thing)) if event else _whole_named(thing)
    people = _people(thing)
    raw = one_line(name_of(thing))
    billed = parse_title(raw).credits if not people else ()
    found = people or tuple(Participant(x.name, role=x.role, job=x.job, org=x.org) for x in billed)
    moments = when_of(thing, zone)
    section = one.whole if one.whole and one.whole is not event else None
    record = record_of(
        document,
        FORMAT,
        whole or None,
        page.address,
        Entry(
            first_line=one.first_line,
            last_line=one.last_line,
            title=raw,
            place=Place(),
            type=_type(thing),
            room=place_named(thing),
            track=one_line(name_of(section.thing)) if section else said(thing, "track"),
            language=_language(thing) or "",
            level=said(thing, "educationalLevel"),
            abstract=said(thing, "description"),
            people=found,
            page=page.absolute(said(thing, "url")) or "",
            links=tuple(_links(thing)),
            tags=tuple(_tags(thing)),
            uid=_uid(thing),
            cancelled=is_cancelled(said(thing, "eventStatus")),
        ),
    )
    speakers = seated(billed or record.speakers, record.kind)
    return record._replace(speakers=speakers, **moments._asdict())


def zone_of(page: Page) -> str | None:
    """The one time zone that the page's own data name."""
    zones = {
        found["zone"] for one in page.scripts for found in _ZONE.finditer(one.text[:2_000_000])
    }
    known = {zone for zone in sorted(zones)[:20] if is_zone(zone)}
    return known.pop() if len(known) == 1 else None


def _around(happenings: Sequence[Happening]) -> Happening | None:
    """The one event of several within whose days all the others lie."""
    spans = [(one, *_days(one.thing)) for one in happenings]
    found = [
        one
        for one, first, last in spans
        if first and last and first < last and len(spans) > 1
        and all(a and first <= a and (b or a) <= last for other, a, b in spans if other is not one)
        and all((a, b) != (first, last) for other, a, b in spans if other is not one)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _days(thing: Thing) -> tuple[str, str]:
    first = day_of(said(thing, "startDate")) or ""
    return first, day_of(said(thing, "endDate")) or first


def _is_long(one: Happening, zone: str | None) -> bool:
    """Whether an event is a conference rather than a talk of one."""
    if _SERIES.intersection(types_of(one.thing)):
        return True
    if one.whole is not None or _people(one.thing):
        return False
    first, last = _days(one.thing)
    moments = when_of(one.thing, zone)
    overnight = moments.duration is not None and moments.duration < _LONGEST_TALK
    return (bool(first) and first != last and not overnight) or (
        (moments.duration or 0) > _LONGEST_TALK
    )


def _people(thing: Thing) -> tuple[Participant, ...]:
    organisers = {key(name_of(one) if isinstance(one, dict) else literal(one))
                  for one in all_of(thing.get("organizer"))}  # fmt: skip
    named = [one for word in _SPEAKING for one in all_of(thing.get(word))]
    found = [_person(one) for one in named]
    return tuple(one for one in found if one and key(one.name) not in organisers)


def _person(value: Any) -> Participant | None:
    if isinstance(value, str):
        return Participant(one_line(value)) if looks_like_name(value.strip()[:100]) else None
    if not isinstance(value, dict):
        return None
    parts = said(value, "givenName"), said(value, "familyName")
    name = name_of(value) or " ".join(filter(None, parts))
    types = types_of(value)
    if not name or (types and "Person" not in types):
        return None
    org = said(value, "worksFor", "affiliation", "memberOf")
    number = said(value, "identifier")
    uid = f"id:{number}" if number else said(value, "@id", "url")
    return Participant(
        one_line(name),
        uid[:500] or None,
        bio=said(value, "description"),
        job=one_line(said(value, "jobTitle")) or None,
        org=one_line(org) or None,
    )


def _type(thing: Thing) -> str:
    stated = next((_TYPES[one] for one in types_of(thing) if one in _TYPES), "")
    return stated or said(thing, "additionalType").rpartition("/")[2]


def _place(thing: Thing) -> Thing:
    for one in all_of(thing.get("location")):
        if isinstance(one, str):
            return {"name": one} if not one.startswith("http") else {}
        if isinstance(one, dict) and "VirtualLocation" not in types_of(one):
            return one
    return {}


def _city(place: Thing) -> tuple[str | None, str | None]:
    found = place.get("address")
    address = next((one for one in all_of(found) if isinstance(one, dict)), {})
    city = one_line(said(address, "addressLocality"))
    country = one_line(said(address, "addressCountry"))
    return city or None, (country.upper() if len(country) == 2 else country) or None


def _whole_named(thing: Thing) -> str:
    """The name of the event that *thing* is part of, where that is no event of the page."""
    for word in ("superEvent", "isPartOf"):
        for one in all_of(thing.get(word)):
            name = name_of(one) if isinstance(one, dict) else ""
            if name:
                return one_line(name)
    return ""


def _language(thing: Thing) -> str | None:
    stated = thing.get("inLanguage")
    one = stated[0] if isinstance(stated, list) and len(stated) == 1 else stated
    if isinstance(one, dict):
        one = one.get("alternateName") or one.get("name")
    return one if isinstance(one, str) else None


def _links(thing: Thing) -> list[Address]:
    found = []
    for word, kind in (
        ("recordedIn", "video"),
        ("video", "video"),
        ("subjectOf", ""),
        ("sameAs", ""),
    ):
        for one in all_of(thing.get(word)):
            given = one if isinstance(one, dict) else {"url": one}
            url = said(given, "url", "contentUrl", "embedUrl")
            if url.startswith(("http://", "https://")):
                video = kind or ("video" if "VideoObject" in types_of(given) else "")
                found.append(Address(url, said(given, "name"), video))
    return found


def _tags(thing: Thing) -> list[str]:
    words = [literal(one) for one in all_of(thing.get("keywords"))]
    parts = words[0].split(",") if len(words) == 1 else words
    return [one.strip() for one in parts if one.strip()][:100]


def _uid(thing: Thing) -> str | None:
    stated = thing.get("identifier")
    given = literal(stated.get("value") if isinstance(stated, dict) else stated)
    if given:
        return f"id:{given}"[:500]
    address = said(thing, "@id", "url")
    return f"url:{address}"[:500] if address.startswith("http") else None
