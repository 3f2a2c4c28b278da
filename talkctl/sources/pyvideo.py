"""The collection of pyvideo.org: one file for each recording, in a folder for each event.

    pycon-israel-2018/category.json              {"title": "PyCon Israel 2018"}
    pycon-israel-2018/videos/tidy-data.json      {"title": …, "speakers": […], "videos": […], …}

https://github.com/pyvideo/data describes the fields. A record calls its event by the name of the
folder; the file of the event ties that to its full name. Older files have a field ``category``
with the full name, which serves where there is no folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from talkctl.language import language
from talkctl.model import Link
from talkctl.names import name_key
from talkctl.record import Credit, Occasion, Record, Remark
from talkctl.sources.grammar.billing import Known, is_nobody
from talkctl.sources.grammar.fields import string, strings
from talkctl.sources.grammar.kinds import kind_named, kind_of, take_kind, take_level
from talkctl.sources.grammar.links import kind_of_link
from talkctl.sources.grammar.markup import one_line, plain_text
from talkctl.sources.grammar.states import take_cancelled
from talkctl.sources.grammar.titles import TitleLine, parse_title, seated, titled
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.json_lines import line_ends
from talkctl.sources.json_text import JsonText, read_json
from talkctl.sources.rst import plain_of_rst
from talkctl.sources.source import Reading, Source
from talkctl.sources.video_titles import kind_of_recording, outer_parts, repeats
from talkctl.sources.videos import address, video_uid
from talkctl.text import fold, words
from talkctl.when import parse_date

_VIDEOS = re.compile(r'"videos"\s*:\s*\[\s*(?:[{\]]|$)')
_BESIDE = re.compile(r'"(?:speakers|recorded|copyright_text|thumbnail_url|related_urls)"\s*:')
_ELSEWHERE = re.compile(
    r'"(?:extractor(?:_key)?|schedule|sessions|persons|entries|org_certain|items|conference)"\s*:'
)
_CATEGORY_FIELDS = frozenset(
    "title slug id description url start_date end_date alias language name notes tags order".split()
)
_LONGEST_CATEGORY = 10_000
_MOMENT = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:[T ](?P<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?"
    r"(?P<offset>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?"
)
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*")
"""How languages are written that talkctl need not know."""
_LIST_OF_VIDEOS = re.compile(r"youtube\.com/(?:playlist|channel|user|c/|@)", re.IGNORECASE)
_KINDS_OF_TAGS = ("keynote", "tutorial", "workshop", "lightning", "panel", "poster")
_LONGEST = 400


def sniff(text: str) -> bool:
    """Whether *text* is one file of the collection: of a recording or of an event."""
    opening = text[:200].lstrip("\ufeff \t\r\n")
    if not opening.startswith("{") or '"title"' not in text:
        return False
    if '"videos"' in text:
        return bool(_VIDEOS.search(text) and _BESIDE.search(text) and not _ELSEWHERE.search(text))
    return len(text) < _LONGEST_CATEGORY and _is_category(read_json(text).value)


def _is_category(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("title"), str)
        and _CATEGORY_FIELDS.issuperset(value)
        and ("id" not in value or isinstance(value["id"], int | None))
    )


def collection(document: str) -> str | None:
    """The folder of the event that *document* belongs to, if its name shows one."""
    parts = document.split("/")
    if len(parts) > 2 and parts[-2] == "videos":
        return "/".join(parts[:-2])
    if len(parts) > 1 and parts[-1] == "category.json":
        return "/".join(parts[:-1])
    return None


def parse(document: str, text: str) -> Reading:
    """The recording or the event that the file is about."""
    read = read_json(text)
    value = read.value if isinstance(read.value, dict) else {}
    count = line_ends(text.rstrip()) + 1
    remarks = _remarks(document, read, count)
    title = one_line(string(value.get("title")) or "")
    if not title:
        if not remarks:
            remarks = (Remark(document, 1, count, "a file of pyvideo without a title", text[:200]),)
        return _reading(remarks=remarks, count=count)
    if "videos" not in value and _is_category(value):
        return _reading(remarks=remarks, occasions=(_occasion(document, value),), count=count)
    record = _record(document, value, title, count)
    remarks += tuple(
        Remark(document, line, line, f"{reason}: {said[:40]}", f"{name}: {said[:160]}")
        for name, reason, said in _unread(value, record)
        for line in [_line_of(text, name)]
    )
    return _reading((record,), remarks)


def _reading(
    records: tuple[Record, ...] = (),
    remarks: tuple[Remark, ...] = (),
    occasions: tuple[Occasion, ...] = (),
    count: int = 0,
) -> Reading:
    return Reading(records, remarks, frozenset(range(1, count + 1)), occasions, not remarks)


def _remarks(document: str, read: JsonText, count: int) -> tuple[Remark, ...]:
    if not read.broken:
        return ()
    line, reason = read.broken
    return (Remark(document, line, max(line, count), reason, read.text[-200:].strip()),)


def _unread(value: dict[str, Any], record: Record) -> Iterator[tuple[str, str, str]]:
    """The fields that *record* could not be given, for they make no sense: name, reason, words."""
    recorded, length, told = (value.get(name) for name in ("recorded", "duration", "language"))
    if recorded and not record.date:
        yield "recorded", "a date that is none", str(recorded)
    if length and record.duration is None:
        yield "duration", "a duration that is none", str(length)
    if told and not language_named(string(told)) and not _CODE.fullmatch(str(told)):
        yield "language", "a language that is none", str(told)
    for name, reason in (("videos", "a video without an address"),
                         ("related_urls", "a related address that is none")):  # fmt: skip
        listed = value.get(name)
        for one in listed if isinstance(listed, list) else ():
            raw = string(one.get("url") if isinstance(one, dict) else one)
            if not raw or not address(raw):
                yield name, reason, raw or str(one)
    speakers = value.get("speakers")
    for one in speakers if isinstance(speakers, list) else [speakers] if speakers else ():
        if not isinstance(one, str):
            yield "speakers", "a speaker without a name", str(one)


def _line_of(text: str, name: str) -> int:
    """The line on which the field *name* is."""
    place = text.find(f'"{name}"')
    return line_ends(text, 0, max(place, 0)) + 1


def _slug(document: str) -> str | None:
    folder = collection(document)
    return folder.rpartition("/")[2] if folder else None


def _occasion(document: str, value: dict[str, Any]) -> Occasion:
    title = one_line(value["title"])
    slugs = (_slug(document), string(value.get("slug")))
    return Occasion(
        title,
        aliases=tuple(dict.fromkeys(slug for slug in slugs if slug and slug != title)),
        start=parse_date(string(value.get("start_date")) or ""),
        end=parse_date(string(value.get("end_date")) or ""),
    )


def _record(document: str, value: dict[str, Any], raw: str, count: int) -> Record:
    slug = _slug(document)
    event = slug or string(value.get("category"))
    tags = strings(value.get("tags"))
    line = _title(raw, event, _names(value.get("speakers")), tags)
    start, date = _recorded(value.get("recorded"))
    abstract = _abstract(value)
    links = _links(value)
    return titled(Record(document, "pyvideo", 1, count), line)._replace(
        language=language_named(string(value.get("language"))) or language(abstract),
        event=event,
        start=start,
        date=date,
        duration=_minutes(value),
        abstract=abstract,
        tags=tags,
        links=links,
        uid=_uid(document, value, slug, links),
    )


def _names(value: Any) -> tuple[str, ...]:
    names = dict.fromkeys(one_line(name) for name in strings(value))
    return tuple(name for name in names if not is_nobody(name))


def _title(raw: str, event: str | None, names: tuple[str, ...], tags: tuple[str, ...]) -> TitleLine:
    """The title without what the file says elsewhere."""
    text, cancelled = take_cancelled(raw)
    text = _without_repetition(text, event, names)
    line = _with_names(text, names) if names else parse_title(text)
    kind = kind_of_recording(line.kind, line.title)
    if kind == "talk":
        kind = next(filter(None, map(_kind_of_tag, tags)), "talk")
    status = "cancelled" if cancelled else None
    people = seated(line.credits, kind)
    return TitleLine(raw, line.title or raw, kind, line.level, people, status)


def _with_names(text: str, names: tuple[str, ...]) -> TitleLine:
    """What the title says where the file names the people: their organisations perhaps."""
    if _mentions(text, names):
        named = {name_key(name) for name in names}
        line = parse_title(text, Known(here=names))
        if line.credits and all(name_key(credit.name) in named for credit in line.credits):
            return replace(line, credits=_billed(names, line.credits))
    bare, level = take_level(text)
    title, kind = take_kind(bare)
    credits = tuple(map(Credit, names))
    return TitleLine(text, title, kind or kind_of(title, True), level, credits)


def _without_repetition(text: str, event: str | None, names: tuple[str, ...]) -> str:
    """*text* without the event and the speakers at either end of it."""
    told = frozenset(words(event)) if event else frozenset[str]()
    named = {name_key(name) for name in names}
    for _ in range(3 if len(text) <= _LONGEST else 0):
        if not (told & set(words(text)) or _mentions(text, names)):
            break
        rest = next(
            (rest for rest, part, _ in outer_parts(text) if repeats(part, told)
             or (named and _names_only(part, named))),
            None,
        )  # fmt: skip
        if rest is None:
            break
        text = rest
    return text


def _names_only(part: str, named: set[str]) -> bool:
    names = re.split(r"\s*(?:,|;|&|/|\+|\b(?:and|y|und|et|e)\b)\s*", part.removeprefix("by "))
    return len(part) < _LONGEST and all(name_key(name) in named for name in names if name)


def _mentions(text: str, names: tuple[str, ...]) -> bool:
    folded = fold(text)
    return any(fold(name.split()[-1]) in folded for name in names if name)


def _billed(names: tuple[str, ...], credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The people of the file, with what the title says of them."""
    told = {name_key(credit.name): credit for credit in credits}
    return tuple(told.get(name_key(name), Credit(name))._replace(name=name) for name in names)


def _kind_of_tag(tag: str) -> str | None:
    kind = kind_named(tag)
    return kind if kind in _KINDS_OF_TAGS else None


def _recorded(value: Any) -> tuple[str | None, str | None]:
    """When it was recorded: the instant or local time, and the date; midnight is no time."""
    found = _MOMENT.fullmatch(value.strip()[:40]) if isinstance(value, str) else None
    date = parse_date(found["date"]) if found else None
    if not found or not date:
        return None, parse_date(value) if isinstance(value, str) else None
    clock = found["clock"]
    if not clock or clock.startswith("00:00"):
        return None, date
    offset = (found["offset"] or "").replace("Z", "+00:00")
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{date}T{clock if len(clock) > 5 else f'{clock}:00'}{offset}", date


def _abstract(value: dict[str, Any]) -> str | None:
    summary = _plain(value.get("summary"))
    description = _plain(value.get("description"))
    if not summary or not description:
        return summary or description
    one, other = " ".join(summary.split()), " ".join(description.split())
    if one in other:
        return description
    return summary if other in one else f"{summary}\n\n{description}"


def _plain(value: Any) -> str | None:
    text = plain_text(value) if isinstance(value, str) and value else None
    return plain_of_rst(text).strip() or None if text else None


def _minutes(value: dict[str, Any]) -> int | None:
    """The duration, which the file has in seconds, in minutes."""
    lengths = [value.get("duration")]
    videos = value.get("videos")
    if isinstance(videos, list):
        lengths += [video.get("length") for video in videos if isinstance(video, dict)]
    for seconds in lengths:
        if isinstance(seconds, int | float) and not isinstance(seconds, bool) and seconds > 0:
            return int(seconds + 30) // 60 if seconds < 10**7 else None
    return None


def _links(value: dict[str, Any]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    videos, related = value.get("videos"), value.get("related_urls")
    for video in videos if isinstance(videos, list) else ():
        raw = string(video.get("url") if isinstance(video, dict) else video)
        kind = "audio" if isinstance(video, dict) and video.get("type") in _AUDIO else "video"
        url = address(raw) if raw else None
        if raw and url:
            found.setdefault(url, Link(kind, url, raw))
    for one in related if isinstance(related, list) else ():
        raw = string(one.get("url") if isinstance(one, dict) else one)
        label = (string(one.get("label")) or "") if isinstance(one, dict) else ""
        url = address(raw) if raw else None
        if raw and url:
            found.setdefault(url, Link(_kind_of_related(label, url), url, raw))
    return tuple(found.values())


_AUDIO = ("mp3", "ogg audio", "audio", "opus", "m4a")


@lru_cache(maxsize=1024)
def _kind_of_related(label: str, url: str) -> str:
    """What a related address leads to; slides on a host for code are slides."""
    kind = kind_of_link(label, url)
    if kind == "code" and kind_of_link(label, "") in ("slides", "paper"):
        return kind_of_link(label, "")
    return "page" if kind == "video" and _LIST_OF_VIDEOS.search(url) else kind


def _uid(
    document: str, value: dict[str, Any], slug: str | None, links: tuple[Link, ...]
) -> str | None:
    """The video's own name, else that of the file among those of its event."""
    videos = (video_uid(link.url) for link in links if link.kind == "video")
    uid = next((uid for uid in videos if uid), None)
    if uid:
        return uid
    stem = string(value.get("slug"))
    if not stem and slug:
        stem = document.rpartition("/")[2].removesuffix(".json")
    return f"slug:{slug}/{stem}" if stem and slug else f"slug:{stem}" if stem else None


SOURCE = Source(
    name="pyvideo",
    description="the collection of pyvideo.org: a file for each recording, a folder for each event",
    sniff=sniff,
    parse=parse,
    collection=collection,
)
