"""Addresses as people type them, and what they lead to."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from talkctl.text import fold

_SCHEME_SLIPS = (
    (re.compile(r"^h?t?tps?:/{1,3}(?=[^/\s])", re.I), None),
    (re.compile(r"^h{1,3}t{1,4}ps?[:;]?/{1,3}(?=[^/\s])", re.I), None),
)
_ANYWHERE = re.compile(r"https?:/{1,2}(?=[^/\s])", re.IGNORECASE)
_BARE_HOST = re.compile(
    r"^(?:www\.|youtu\.be/|(?:\w+\.)?youtube\.com/|vimeo\.com/|github\.com/)", re.I
)

_HOSTS = (
    ("video", ("youtu.be", "youtube.com", "vimeo.com", "media.ccc.de", "peertube", "twitch.tv")),
    ("slides", ("slideshare.net", "speakerdeck.com", "docs.google.com/presentation", "slides.com")),
    ("code", ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org")),
    ("paper", ("arxiv.org", "doi.org")),
)
_SUFFIXES = {
    ".pdf": "slides", ".ppt": "slides", ".pptx": "slides", ".odp": "slides", ".key": "slides",
    ".mp4": "video", ".webm": "video", ".mkv": "video", ".mov": "video",
    ".mp3": "audio", ".ogg": "audio", ".opus": "audio",
}  # fmt: skip
_LABELS = (
    ("video", ("video", "youtube", "recording", "grabacion", "aufzeichnung", "watch", "vimeo")),
    ("slides", ("slide", "diapositiva", "presentacion", "presentation", "folien", "deck",
                "lamina", "pdf")),
    ("code", ("code", "codigo", "github", "repo", "demo")),
    ("paper", ("paper", "articulo")),
    ("audio", ("audio", "podcast")),
)  # fmt: skip


def repair_address(raw: str) -> str | None:
    """The address that *raw* plainly means, or ``None`` if it leads nowhere.

    Slips in the scheme are mended and stray letters before it dropped: ``ttps://…``,
    ``g https://…``. Paths into somebody's own files are kept as they are.
    """
    text = raw.strip().strip("<>").strip()
    inside = list(_ANYWHERE.finditer(text))
    if inside and inside[-1].start() and " " in text[: inside[-1].start()]:
        text = text[inside[-1].start() :]
    for slip, _ in _SCHEME_SLIPS:
        found = slip.match(text)
        if found:
            scheme = "http" if re.fullmatch(r"h?t?tp:/+", found[0], re.IGNORECASE) else "https"
            text = f"{scheme}://{text[found.end() :]}"
            break
    if _BARE_HOST.match(text):
        text = f"https://{text}"
    return text if _leads_somewhere(text) else None


def _leads_somewhere(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.netloc) and "." in parts.netloc and " " not in parts.netloc
    if parts.scheme and parts.scheme not in ("ftp", "file") and len(parts.scheme) > 1:
        return parts.scheme not in ("javascript", "data") and ":" not in text
    name = PurePosixPath(text.split("#", 1)[0].split("?", 1)[0]).name
    return bool(name.strip(". ")) and not (name.startswith(".") and name.count(".") == 1)


def kind_of_link(label: str, url: str) -> str:
    """What an address leads to, by its host, the words it stands behind, or its ending."""
    for kind, hosts in _HOSTS:
        if any(host in url.lower() for host in hosts):
            return kind
    folded = fold(label)
    for kind, names in _LABELS:
        if any(name in folded for name in names):
            return kind
    ending = PurePosixPath(url.split("?", 1)[0]).suffix.lower()
    return _SUFFIXES.get(ending, "page" if url.startswith("http") else "other")
