"""What yt-dlp and youtube-dl say of recordings: ``info.json`` of a video, a playlist, JSON Lines.

    {"id": …, "title": …, "upload_date": "20171215", "duration": 1920, "extractor": "youtube", …}
    {"_type": "playlist", "title": "KnotCon 2022", "entries": [{…}, null, …]}

https://github.com/yt-dlp/yt-dlp, ``extractor/common.py``, describes the fields. The channel that
uploads is neither speaker nor event. A list of chapters belongs to the abstract: it tells what a
talk is about, and is neither anybody's remark nor what is said in it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from talkctl.language import language
from talkctl.model import Link
from talkctl.names import name_key
from talkctl.record import Credit, Record, Remark, Segment
from talkctl.sources.captions.cues import read_captions, segments_of
from talkctl.sources.grammar.billing import Known, words_in_lower_case
from talkctl.sources.grammar.bylines import people_told
from talkctl.sources.grammar.fields import string, strings
from talkctl.sources.grammar.states import take_cancelled
from talkctl.sources.grammar.titles import seated, titled, with_credits
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.json_lines import Piece, line_ends, pieces, with_furniture
from talkctl.sources.source import Reading, Source, line_count, lines_of
from talkctl.sources.video_titles import event_of_list, people_of_list, read_video_title
from talkctl.sources.videos import address
from talkctl.when import parse_date

_FIELDS = re.compile(r'"(?:extractor(?:_key)?|ie_key)"\s*:\s*(?:"|null)')
_BESIDE = re.compile(r'"(?:id|title|entries|webpage_url|url)"\s*:')
_LISTS = ("playlist", "multi_video", "compat_list")
_ENTRIES = "entries"
_DEEPEST = 5
_GONE = re.compile(r"\[(?:private|deleted|unavailable)(?: video)?\]", re.IGNORECASE)
_NOT_VIDEOS = ("youtubetab", "youtubeplaylist", "youtubesearch", "vimeouser", "soundcloudset")
_ADDRESS = "https://www.youtube.com/watch?v="
_ID = re.compile(r"[A-Za-z0-9_-]{11}")

_SAYS_EVENT = re.compile(
    r"^[\W_]{0,4}(?:event|conference|konferenz|evento|conférence)\s*:\s*(?P<event>\S.{2,100})$",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_SLIDES = re.compile(
    r"^[^\n:]{0,30}?\b(?:slides?|slide deck|folien|diapositivas|deck)\b[^\n:/]{0,30}:?\s*"
    r"(?P<url>https?://[^\s<>\"]{4,1000})",
    re.IGNORECASE | re.MULTILINE,
)
_ENOUGH_WORDS = 150
"""Of fewer words written small, one that is missing does not show that it is a name."""

_LONGEST_READ = 400_000


def sniff(text: str) -> bool:
    """Whether *text* is JSON with the fields by which these programs name the site of a video."""
    opening = text[:200].lstrip("\ufeff \t\r\n")[:1]
    return opening in ("{", "[") and bool(_FIELDS.search(text) and _BESIDE.search(text))


@dataclass(frozen=True, slots=True)
class _Video:
    """A video of the file, with its lines and the title of the list it stands in."""

    value: dict[str, Any]
    first: int
    last: int
    listed: str | None


def parse(document: str, text: str) -> Reading:
    """Every video of the file; those that are gone, and places that are broken, as remarks."""
    videos: list[_Video] = []
    remarks: list[Remark] = []
    broken = False
    for piece in pieces(text):
        said = list(piece.remarks(document))
        broken = broken or bool(said)
        remarks += said
        for found in _videos(document, piece):
            if isinstance(found, Remark):
                remarks.append(found)
            else:
                videos.append(found)
    known = _knowledge(videos)
    records = tuple(_record(document, video, known) for video in videos)
    remarks += [mark for video in videos for mark in _states(document, video)]
    unread = [mark for video in videos for mark in _unread(document, video)]
    remarks += unread
    if not records and not remarks:
        last = max(line_count(text), 1)
        remarks.append(Remark(document, 1, last, "no video in it", text[:200]))
    return with_furniture(text, Reading(records, tuple(remarks), whole=not (broken or unread)))


def _videos(document: str, piece: Piece) -> Iterator[_Video | Remark]:
    """The videos of *piece*, lists within lists included, in their order."""
    value = piece.json.value
    within = value if isinstance(value, list) else [value]
    waiting: list[tuple[Any, str | None, int, int]] = [
        (one, None, 0, 1 + piece.before) for one in reversed(within)
    ]
    if piece.json.broken and not isinstance(value, dict | list):
        return
    place, end = 1 + piece.before, 1 + piece.before + line_ends(piece.json.text.rstrip())
    while waiting:
        one, listed, depth, above = waiting.pop()
        place = max(place, above)
        if not isinstance(one, dict):
            place = min(place + 1, end)
            yield Remark(document, place, place, "an entry of the list that could not be had", "")
            continue
        first, last = piece.lines_of(one)
        entries = one.get(_ENTRIES)
        if isinstance(entries, list) and depth < _DEEPEST:
            title = string(one.get("title")) or listed
            waiting += [(entry, title, depth + 1, first) for entry in reversed(entries)]
            continue
        reason = _no_video(one)
        if reason and piece.json.is_cut(one):
            continue
        if reason:
            yield Remark(document, first, last, reason, _shown(one))
        else:
            yield _Video(one, first, last, string(one.get("playlist_title")) or listed)
        place = last


def _no_video(one: dict[str, Any]) -> str | None:
    """Why an entry is no video that anybody could watch."""
    title = string(one.get("title"))
    if title and _GONE.fullmatch(title):
        return f"a {title.strip('[]').lower()}"
    if str(one.get("ie_key") or one.get("extractor_key") or "").lower() in _NOT_VIDEOS:
        return "a list of videos that is not in the file"
    if one.get("_type") in _LISTS:
        return "a list without its videos"
    return None if title else "a video without a title"


def _shown(one: dict[str, Any]) -> str:
    return " ".join(str(one[name])[:200] for name in ("id", "title", "url") if one.get(name))


def _knowledge(videos: list[_Video]) -> Known:
    """Who is a person and which words are none, told from all videos of the file."""
    titles = [str(video.value["title"]) for video in videos]
    size, texts = 0, []
    for video in videos:
        texts.append(string(video.value.get("description")) or "")
        size += len(texts[-1])
        if size > _LONGEST_READ:
            break
    common = words_in_lower_case("\n".join(texts)[:_LONGEST_READ])
    return Known(
        people=people_of_list(titles),
        common=common if len(common) >= _ENOUGH_WORDS else frozenset(),
    )


def _record(document: str, video: _Video, known: Known) -> Record:
    value = video.value
    raw = str(string(value["title"]))
    description = string(value.get("description"))
    told = people_told(description)
    event = event_of_list(video.listed) or _event_told(description)
    title, cancelled = take_cancelled(raw)
    known = replace(known, here=tuple(credit.name for credit in told))
    read = read_video_title(title, known, event)
    line = read.line
    line = with_credits(line, _together(line.credits, told)) if told else line
    abstract = _abstract(description, value.get("chapters"))
    links = _links(value, description)
    record = titled(Record(document, "yt-dlp", video.first, video.last), line)
    return record._replace(
        raw_title=raw,
        language=language_named(string(value.get("language"))) or language(description),
        event=event or read.event,
        speakers=seated(line.credits, line.kind),
        published=_published(value),
        duration=_minutes(value.get("duration")),
        abstract=abstract,
        tags=strings(value.get("tags")),
        links=links,
        status="cancelled" if cancelled else None,
        uid=_uid(value),
        transcript=_transcript(document, value),
    )


def _together(billed: tuple[Credit, ...], told: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The people *told* by the description, if nobody else is *billed* by the title."""
    by_name = {name_key(credit.name): credit for credit in billed}
    if not set(by_name) <= {name_key(credit.name) for credit in told}:
        return billed
    return tuple(by_name.get(name_key(credit.name), credit) for credit in told)


def _event_told(description: str | None) -> str | None:
    found = _SAYS_EVENT.search(description) if description else None
    return found["event"].strip(" .") if found and "://" not in found["event"] else None


def _abstract(description: str | None, chapters: Any) -> str | None:
    """The description, with the chapters where it does not name them itself."""
    told = [
        (number, title)
        for one in (chapters if isinstance(chapters, list) else ())
        if isinstance(one, dict)
        and (title := string(one.get("title")))
        and (number := _seconds(one.get("start_time"))) is not None
    ]
    named = sum(title in (description or "") for _, title in told)
    if not told or 2 * named > len(told):
        return description
    listed = "\n".join(f"{_clock(number)} {title}" for number, title in told[:500])
    return f"{description}\n\n{listed}" if description else listed


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _seconds(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value < 10**7 and math.isfinite(value) else None


def _minutes(value: Any) -> int | None:
    """Whole minutes of *value* seconds; nothing has no length."""
    seconds = _seconds(value)
    return int(seconds + 30) // 60 if seconds else None


def _published(value: dict[str, Any]) -> str | None:
    """The day on which the recording appeared: dates are written ``20171215``, times in seconds."""
    days = (_day_told(name, value.get(name)) for name in _DATES)
    return next(filter(None, days), None)


_DATES = ("upload_date", "release_date", "timestamp", "release_timestamp")


def _day_told(name: str, told: Any) -> str | None:
    return _day_of_second(told) if name.endswith("timestamp") else _day(told)


def _day(told: Any) -> str | None:
    text = str(told or "").strip()
    if re.fullmatch(r"[0-9]{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return parse_date(text[:10]) if len(text) < 30 else None


def _day_of_second(told: Any) -> str | None:
    try:
        seconds = float(told) if isinstance(told, int | float) else 0.0
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def _site(value: dict[str, Any]) -> str:
    """The site of the video as the programs name it, in small letters."""
    key = string(value.get("extractor_key")) or string(value.get("ie_key"))
    site = (key or string(value.get("extractor")) or "").lower()
    return "youtube" if site.startswith("youtube") else re.sub(r"[^a-z0-9.-]", "", site)


def _uid(value: dict[str, Any]) -> str | None:
    identity = value.get("id")
    identity = str(identity).strip() if isinstance(identity, str | int) else ""
    site = _site(value)
    return f"{site}:{identity}" if site and identity else None


def _links(value: dict[str, Any], description: str | None) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    raw = _watched_at(value)
    url = address(raw) if raw else None
    if raw and url:
        links[url] = Link("audio" if value.get("vcodec") == "none" else "video", url, raw)
    for found in _SAYS_SLIDES.finditer(description or ""):
        told = found["url"].rstrip(".,;)")
        slides = address(told)
        if slides:
            links.setdefault(slides, Link("slides", slides, told))
    return tuple(links.values())


def _watched_at(value: dict[str, Any]) -> str | None:
    """The address of the page where one watches the video."""
    identity = string(value.get("id")) or ""
    given = (string(value.get("webpage_url")) or string(value.get("original_url")) or "")[:4000]
    listed = string(value.get("url")) if value.get("_type") in ("url", "url_transparent") else None
    for told in (given, listed or ""):
        if "://" in told:
            return told
    is_youtube = _site(value) == "youtube" and _ID.fullmatch(identity)
    return f"{_ADDRESS}{identity}" if is_youtube else None


def _transcript(document: str, value: dict[str, Any]) -> tuple[Segment, ...]:
    """What is said, where the file holds subtitles whole and does not only tell where they are."""
    subtitles = value.get("subtitles")
    for forms in subtitles.values() if isinstance(subtitles, dict) else ():
        for form in forms if isinstance(forms, list) else ():
            data = form.get("data") if isinstance(form, dict) else None
            if isinstance(data, str) and form.get("ext") in ("vtt", "srt"):
                return segments_of(read_captions(document, lines_of(data)).cues)
    return ()


def _states(document: str, video: _Video) -> Iterable[Remark]:
    """What is to be said of a video that not everybody can watch, or not yet."""
    live, open_to = video.value.get("live_status"), video.value.get("availability")
    if live == "is_upcoming":
        yield _remark(document, video, "a stream that is still to come")
    elif live == "is_live" or (live is None and video.value.get("is_live") is True):
        yield _remark(document, video, "a stream that was still running")
    if open_to in ("private", "needs_auth", "premium_only", "subscriber_only"):
        yield _remark(document, video, f"not everybody can watch it: {open_to}")


def _unread(document: str, video: _Video) -> Iterator[Remark]:
    """What a video says that makes no sense: dates, times and lengths."""
    for name in _DATES:
        told = video.value.get(name)
        if told and not _day_told(name, told):
            yield _remark(document, video, f"{name}: a date that is none: {str(told)[:40]}")
    length = video.value.get("duration")
    if length and not _seconds(length):
        yield _remark(document, video, f"a duration that is none: {str(length)[:40]}")


def _remark(document: str, video: _Video, reason: str) -> Remark:
    return Remark(document, video.first, video.last, reason, _shown(video.value))


SOURCE = Source(
    name="yt-dlp",
    description="info.json of yt-dlp or youtube-dl: a video, a playlist, or one a line",
    sniff=sniff,
    parse=parse,
)
