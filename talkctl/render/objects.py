"""The JSON objects of the contract: every key always present, in the contract's order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from talkctl.model import Appearance, Event, EventName, Hit, Match, Note, Person, Source, Talk
from talkctl.render.answer import Item

if TYPE_CHECKING:
    from talkctl.record import Credit, Record


def talk_object(talk: Talk) -> Item:
    """*talk* as scripts see it."""
    return {
        "id": talk.id,
        "slug": talk.slug,
        "title": talk.title,
        "kind": talk.kind,
        "level": talk.level,
        "language": talk.language,
        "event": _event_name(talk.event),
        "speakers": [_appearance(appearance) for appearance in talk.speakers],
        "start": talk.start,
        "end": talk.end,
        "timezone": talk.timezone,
        "local_start": talk.local_start,
        "local_end": talk.local_end,
        "date": talk.date,
        "day": talk.day,
        "room": talk.room,
        "track": talk.track,
        "published": talk.published,
        "duration": talk.duration,
        "abstract": talk.abstract,
        "tags": list(talk.tags),
        "links": [{"kind": link.kind, "url": link.url} for link in talk.links],
        "notes": [_note(note) for note in talk.notes],
        "picked": talk.picked,
        "sources": [_source(source) for source in talk.sources],
        "subtitle": talk.subtitle,
        "status": talk.status,
        "transcript": talk.transcript,
    }


def hit_object(hit: Hit) -> Item:
    """A talk with its score and why it answers."""
    return talk_object(hit.talk) | {"score": round(hit.score, 4), "match": _match(hit.match)}


def related_object(hit: Hit, reason: str) -> Item:
    """A talk with its score and why it is like another one, for programs and in words."""
    return hit_object(hit) | {"reason": reason}


def shown_object(
    talk: Talk, records: Iterable[Record], own: Item | None = None, transcript: bool = False
) -> Item:
    """A talk with each source's own account of it, and where they are asked for one's *own* marks
    and the *transcript*.

    Of several recordings it is what is said in the one of the first source.
    """
    records = list(records)
    shown = talk_object(talk) | {"records": [record_object(record) for record in records]}
    if own is not None:
        shown["own"] = own
    if transcript:
        said = next((record.transcript for record in records if record.transcript), ())
        shown["segments"] = [segment._asdict() for segment in said]
    return shown


def own_object(
    picked: str | None, seen: str | None, rating: int | None, notes: Iterable[tuple[str, str]]
) -> Item:
    """One's own marks on a talk: when it was picked and seen, the rating, notes with their times."""
    told = [{"text": text, "written": written} for text, written in notes]
    return {"picked": picked, "seen": seen, "rating": rating, "notes": told}


def record_object(record: Record) -> Item:
    """One source's own account, whole and as the page spells it."""
    return {
        "document": record.document,
        "format": record.format,
        "first_line": record.first_line,
        "last_line": record.last_line,
        "raw_title": record.raw_title,
        "title": record.title,
        "kind": record.kind,
        "level": record.level,
        "language": record.language,
        "event": record.event,
        "speakers": [_credit(credit) for credit in record.speakers],
        "start": record.start,
        "end": record.end,
        "timezone": record.timezone,
        "date": record.date,
        "day": record.day,
        "room": record.room,
        "track": record.track,
        "published": record.published,
        "duration": record.duration,
        "participants": record.participants,
        "abstract": record.abstract,
        "tags": list(record.tags),
        "bios": [
            {"name": bio.name, "text": bio.text, "heading": bio.heading} for bio in record.bios
        ],
        "links": [{"kind": link.kind, "url": link.url, "raw": link.raw} for link in record.links],
        "notes": [_note(note) for note in record.notes],
        "subtitle": record.subtitle,
        "status": record.status,
        "uid": record.uid,
        "transcript": bool(record.transcript),
    }


def person_object(person: Person) -> Item:
    """A person with all that is known of them; a score only where one was given."""
    item: Item = {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "orgs": [
            {"name": org.name, "talks": org.talks, "certain": org.certain} for org in person.orgs
        ],
        "bios": [{"text": bio.text, "source": bio.source} for bio in person.bios],
        "co_speakers": [
            {"id": other.id, "name": other.name, "talks": other.talks}
            for other in person.co_speakers
        ],
        "talk_count": person.talk_count,
        "talks": [talk_object(talk) for talk in person.talks],
    }
    if person.score is not None:
        item["score"] = round(person.score, 4)
    return item


def event_object(event: Event) -> Item:
    """An event with its place, dates and counts."""
    return {
        "id": event.id,
        "name": event.name,
        "aliases": list(event.aliases),
        "city": event.city,
        "country": event.country,
        "timezone": event.timezone,
        "start": event.start,
        "end": event.end,
        "talk_count": event.talk_count,
        "speaker_count": event.speaker_count,
        "timed_count": event.timed_count,
    }


def _event_name(event: EventName | None) -> Item | None:
    return None if event is None else {"id": event.id, "name": event.name}


def _appearance(appearance: Appearance) -> Item:
    return {
        "id": appearance.id,
        "name": appearance.name,
        "billed_as": appearance.billed_as,
        "role": appearance.role,
        "job": appearance.job,
        "org": appearance.org,
        "org_certain": appearance.org_certain,
    }


def _credit(credit: Credit) -> Item:
    return {"name": credit.name, "role": credit.role, "job": credit.job, "org": credit.org}


def _note(note: Note) -> Item:
    return {"text": note.text, "language": note.language, "source": note.source}


def _source(source: Source) -> Item:
    return {
        "document": source.document,
        "format": source.format,
        "first_line": source.first_line,
        "last_line": source.last_line,
    }


def _match(match: Match) -> Item:
    return {
        "fields": list(match.fields),
        "terms": list(match.terms),
        "corrected": dict(match.corrected),
        "snippet": match.snippet,
        "at": match.at,
        "url": match.url,
    }
