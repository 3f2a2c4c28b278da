"""Captions of one recording: WebVTT or SubRip, written by people or by machines.

One file is one record: what is said, with its times, and what the header, a note or the file's
name says of the talk. A recording ends about when its last caption does, but nobody said so: its
length stays unknown.
"""

from __future__ import annotations

from talkctl.language import language
from talkctl.model import Link
from talkctl.record import Record, Remark, Segment
from talkctl.sources.captions.cues import TIMES, Captions, is_vtt, read_captions, segments_of
from talkctl.sources.captions.names import FileName, read_file_name
from talkctl.sources.grammar.roles import billed_by_label
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.source import Reading, Source, lines_of, opening_lines, with_the_rest
from talkctl.sources.video_titles import read_video_title
from talkctl.sources.videos import address, video_uid
from talkctl.when import parse_date

_TITLES = ("title", "titel", "titre", "título", "titulo", "talk", "x-title")
_SPEAKERS = ("speaker", "speakers", "presenter", "presenters", "author")
_EVENTS = ("event", "conference", "konferenz", "evento")
_ADDRESSES = ("url", "video", "video url", "source", "link")
_TOLD = 20_000
"""Letters of what is said that are enough to tell its language."""


def sniff(text: str) -> bool:
    """Whether *text* begins as WebVTT or with a caption of SubRip."""
    opening = [line.lstrip("\ufeff").strip() for line in opening_lines(text[:5000])[:3]]
    opening = [line for line in opening if line]
    if not opening:
        return False
    if is_vtt(opening[0]):
        return True
    first = opening[1:2] if opening[0].isdecimal() else opening[:1]
    return any(TIMES.match(line) for line in first)


def parse(document: str, text: str) -> Reading:
    """The one recording whose captions the file has."""
    lines = lines_of(text)
    read = read_captions(document, lines)
    said = read.facts.get("kind", "").lower() not in ("chapters", "metadata")
    segments = segments_of(read.cues) if said else ()
    last = max((line.number for line in lines if not line.blank), default=1)
    if not segments:
        what = Remark(document, 1, last, "captions that say nothing", text[:200].strip())
        return Reading((), (what,), whole=False)
    record = _record(document, read, segments, last)
    return with_the_rest(document, lines, Reading((record,), tuple(read.remarks)))


def _record(document: str, read: Captions, segments: tuple[Segment, ...], last: int) -> Record:
    named = read_file_name(document)
    event = _fact(read, _EVENTS)
    raw = _title_told(read) or named.title
    video = read_video_title(raw, event=event)
    speakers = video.line.credits
    if told := _fact(read, _SPEAKERS):
        speakers = billed_by_label(told, several=True) or speakers
    links = _links(read, named)
    return Record(
        document=document,
        format="captions",
        first_line=1,
        last_line=last,
        raw_title=_title_told(read) or named.raw,
        title=video.line.title,
        kind=video.line.kind,
        level=video.line.level,
        language=_language(read, named, segments),
        event=event or video.event,
        speakers=speakers,
        date=parse_date(_fact(read, ("date", "recorded", "datum", "fecha")) or ""),
        links=links,
        uid=next((uid for link in links if (uid := video_uid(link.url))), None),
        transcript=segments,
    )


def _fact(read: Captions, names: tuple[str, ...]) -> str | None:
    return next((read.facts[name] for name in names if name in read.facts), None)


def _title_told(read: Captions) -> str | None:
    """The title in a field, or behind ``WEBVTT - ``."""
    header = read.facts.get("header", "")
    alone = header if header and ":" not in header and len(header) < 200 else None
    told = _fact(read, _TITLES) or alone
    return None if told and told.lower().startswith(("this file", "created", "generated")) else told


def _links(read: Captions, named: FileName) -> tuple[Link, ...]:
    raw = _fact(read, _ADDRESSES)
    url = address(raw) if raw and "/" in raw else None
    if raw and url:
        return (Link("video", url, raw),)
    if not named.video:
        return ()
    url = f"https://www.youtube.com/watch?v={named.video}"
    return (Link("video", url, url),)


def _language(read: Captions, named: FileName, segments: tuple[Segment, ...]) -> str | None:
    told = language_named(_fact(read, ("language", "lang"))) or named.language
    if told:
        return told
    words: list[str] = []
    size = 0
    for segment in segments:
        words.append(segment.text)
        size += len(segment.text)
        if size > _TOLD:
            break
    return language(" ".join(words))


SOURCE = Source(
    name="captions",
    description="captions of one recording: WebVTT or SubRip",
    sniff=sniff,
    parse=parse,
)
