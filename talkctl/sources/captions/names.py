"""What the name of a file of captions says: the title, the video, the language.

    Knots Untied [dQw4w9WgXcQ].en.vtt     as yt-dlp names files
    Knots Untied-dQw4w9WgXcQ.en-GB.vtt    as youtube-dl did
    Knots_Untied.de.srt                   without blanks

https://github.com/yt-dlp/yt-dlp#output-template has the first. For letters that file systems
forbid, wide ones stand.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.videos import YOUTUBE_ID

_ENDING = re.compile(r"\.(?:vtt|srt|txt|webvtt)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"\.(?P<code>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,10}){0,3})$")
_MEDIA = re.compile(
    r"\.(?:mp4|mkv|webm|m4a|mp3|mov|forced|sdh|cc|auto|asr|derived)$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(rf"(?P<rest>.*?)\s*\[(?P<id>{YOUTUBE_ID})\]$")
_BEHIND_DASH = re.compile(rf"(?P<rest>.+?)\s?-(?P<id>{YOUTUBE_ID})$")
_ALONE = re.compile(rf"(?P<id>{YOUTUBE_ID})$")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_NUMBERED = re.compile(r"\s*\[(?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9_-]{5,40}\]$")
_FORBIDDEN = str.maketrans("：？＂｜＊＜＞⧸⧹／＼", ':?"|*<>/\\/\\')


class FileName(NamedTuple):
    """*raw* is the title as the file's name spells it, without what is known to be none."""

    raw: str
    title: str
    video: str | None = None
    language: str | None = None


def read_file_name(document: str) -> FileName:
    """What the name of *document* says; the title is never empty."""
    stem = _ENDING.sub("", document.rpartition("/")[2][-500:]) or document
    language = None
    for _ in range(3):
        found = _LANGUAGE.search(stem)
        code = language_named(found["code"]) if found else None
        if found and code and found.start():
            stem, language = stem[: found.start()], language or code
        elif media := _MEDIA.search(stem):
            stem = stem[: media.start()] or stem
    video, rest = _video(stem)
    raw = rest or stem
    return FileName(raw, _readable(raw) or raw, video, language)


def _video(stem: str) -> tuple[str | None, str]:
    found = _IN_BRACKETS.match(stem)
    if found and not _WORD.fullmatch(found["id"]):
        return found["id"], found["rest"]
    found = _BEHIND_DASH.match(stem)
    if found and _is_mixed(found["id"]):
        return found["id"], found["rest"]
    found = _ALONE.match(stem)
    if found and _is_mixed(found["id"]):
        return found["id"], ""
    return None, _NUMBERED.sub("", stem)


def _is_mixed(video: str) -> bool:
    """Whether letters, digits and cases change as often as in an id, and in no word."""
    return len(re.findall(r"[a-z]+|[A-Z]+|\d+|[_-]+", video)) > 4


def _readable(raw: str) -> str:
    text = raw.translate(_FORBIDDEN)
    if " " not in text:
        text = text.replace("_", " ").replace("-", " ")
    return " ".join(text.split())
