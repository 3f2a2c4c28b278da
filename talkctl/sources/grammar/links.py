"""Addresses as people type them, and what they lead to.

ttps://youtu.be/x, https//…, https:/…, hhttps://…      https://youtu.be/x
http://https://vimeo.com/1, g https://…                https://vimeo.com/1
www.example.org/x, youtu.be/x                          https://www.example.org/x
<slides/a talk.pdf>                                    a file of the writer's own, kept as it is
presentations/.pdf, #, https://                        nothing
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from talkctl.text import fold

_SCHEME = re.compile(
    r"(?:h{0,3}\s?[tp]{1,6}s{0,2}|h?tt?s|s)?\s?"
    r"(?:[:;.]{1,2}\s?[/\\]{2,4}:?|(?<=[tps])[:;.]{1,2}\s?[/\\]:?|(?<=[tps])[/\\]{2,3}:?[/\\]{0,2})"
    r"\s?(?=[^/\s:\\])",
    re.IGNORECASE,
)
"""``https://`` and every way of missing it that still cannot mean anything else."""

_ANYWHERE = re.compile(r"https?:/{1,2}(?=[^/\s:])", re.IGNORECASE)
_BARE_HOST = re.compile(
    r"^(?:www\.[\w-]|youtu\.be/|(?:\w{1,10}\.)?youtube\.com/|vimeo\.com/|github\.com/"
    r"|speakerdeck\.com/|(?:\w{2,4}\.|www\.)?slideshare\.net/|docs\.google\.com/)",
    re.IGNORECASE,
)
_LONGEST = 4000

_HOSTS = (
    ("video", ("youtu.be", "youtube.com", "vimeo.com", "media.ccc.de", "peertube", "twitch.tv")),
    ("slides", ("slideshare.net", "speakerdeck.com", "docs.google.com/presentation", "slides.com",
                "slideslive.com", "notist", "noti.st")),
    ("code", ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org")),
    ("paper", ("arxiv.org", "doi.org")),
)  # fmt: skip
_CHANNEL = re.compile(r"youtube\.com/(?:@|c/|user/|channel/|playlist\b)", re.IGNORECASE)
"""Where many recordings are listed, and none is shown."""
_SUFFIXES = {
    ".pdf": "slides", ".ppt": "slides", ".pptx": "slides", ".odp": "slides", ".key": "slides",
    ".mp4": "video", ".webm": "video", ".mkv": "video", ".mov": "video",
    ".mp3": "audio", ".ogg": "audio", ".opus": "audio",
}  # fmt: skip
_LABELS = {
    "video": "video youtube recording grabacion gravacao aufzeichnung watch vimeo enregistrement"
    " mitschnitt aufnahme captation registrazione nagranie запись видео 動画 ビデオ 録画 映像 视频 視頻 影片"
    " 录像 錄影 回放 영상",
    "slides": "slide diapositiva diapo presentacion apresentacao presentation folien deck lamina pdf ppt"
    " transparents slajdy презентация слайды スライド 発表資料 登壇資料 幻灯片 幻燈片 簡報 简报 投影片"
    " 课件 講義 슬라이드",
    "code": "code codigo github repo demo 代码 源码 程式碼 コード ソースコード",
    "paper": "paper articulo artigo 论文 論文",
    "audio": "audio podcast 音频 音声 音頻",
}
"""Words for what a link leads to, in the languages of pages; the first kind with one of them is meant."""


def repair_address(raw: str) -> str | None:
    """The address that *raw* plainly means, or ``None`` if it leads nowhere.

    Slips in the scheme are mended and stray letters before it dropped. Paths into somebody's own
    files are kept as they are.
    """
    text = raw.strip().strip("<>").strip()[:_LONGEST]
    inside = list(_ANYWHERE.finditer(text[:80]))
    before = text[: inside[-1].start()] if inside else ""
    if before and (" " in before or (len(before) <= 8 and "." not in before)):
        text = text[inside[-1].start() :]
    scheme = _SCHEME.match(text)
    if scheme:
        plain = "s" not in scheme[0].lower() and re.match(r"h?t?tp:?/", scheme[0], re.IGNORECASE)
        text = f"{'http' if plain else 'https'}://{text[scheme.end() :]}"
    elif _BARE_HOST.match(text):
        text = f"https://{text}"
    if text.startswith(("http://", "https://")):
        text = text.replace(" ", "%20")
    return text if _leads_somewhere(text) else None


def bare_address(line: str) -> str | None:
    """The address that *line* consists of, if it is nothing but an address on the web."""
    text = line.strip()
    if not text or len(text) > _LONGEST or len(text.split()) != 1:
        return None
    url = repair_address(text) if _SCHEME.match(text) or _BARE_HOST.match(text) else None
    return url if url and url.startswith("http") else None


def _leads_somewhere(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return "." in parts.netloc.strip(".") and not re.search(r"\s|%20", parts.netloc)
    if parts.scheme and parts.scheme not in ("ftp", "file") and len(parts.scheme) > 1:
        return parts.scheme not in ("javascript", "data") and ":" not in text
    if text.lower() in ("http", "https", "http:", "https:"):
        return False
    name = PurePosixPath(text.split("#", 1)[0].split("?", 1)[0]).name
    return bool(name.strip(". ")) and not (name.startswith(".") and name.count(".") == 1)


def kind_of_link(label: str, url: str) -> str:
    """What an address leads to, by its host, the words it stands behind, or its ending."""
    if _CHANNEL.search(url):
        return "page"
    for kind, hosts in _HOSTS:
        if any(host in url.lower() for host in hosts):
            return kind
    folded = fold(label[:200])
    for kind, names in _folded_labels().items():
        if any(name in folded for name in names):
            return kind
    ending = PurePosixPath(url.split("?", 1)[0]).suffix.lower()
    return _SUFFIXES.get(ending, "page" if url.startswith("http") else "other")


@cache
def _folded_labels() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(map(fold, words.split())) for kind, words in _LABELS.items()}
