"""Addresses of recordings: which recording one is of, and the same address at a certain second."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_VIDEO = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtu\.be/|youtube(?:-nocookie)?\.com/"
    r"(?:watch\?(?:[^#\s]*&)?v=|embed/|shorts/|live/|v/))([\w-]{11})(?![\w-])",
    re.IGNORECASE,
)


def youtube_id(address: str) -> str | None:
    """The eleven signs by which YouTube knows the recording at *address*, if it is one of theirs."""
    found = _VIDEO.match(address.strip())
    return found[1] if found else None


def at_second(address: str, second: int) -> str:
    """*address* of a recording from *second* on.

    YouTube takes ``?t=``; for other files https://www.w3.org/TR/media-frags/ has ``#t=``.
    """
    video = youtube_id(address)
    if video:
        return f"https://youtu.be/{video}?t={second}"
    return urlunsplit(urlsplit(address)._replace(fragment=f"t={second}"))
